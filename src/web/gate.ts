import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountAnswer, Accounts, Caller, SignedIn } from '../review/index.ts';
import { sendFailure } from './failures.tsx';
import { type Access, type ReviewRoute, reviewRoutes } from './review-routes.ts';
import type { Site } from './site.ts';

const ranks: Readonly<Record<Access, number>> = {
  anyone: 0,
  'signed-in': 1,
  adjudicator: 2,
  administrator: 3,
};
const rankOfRole = { coder: 1, adjudicator: 2, administrator: 3 } as const;

/** Largest form in bytes: a coding of a whole register fits; an import of codings has its own. */
const formBytes = 256 * 1024;
const importBytes = 64 * 1024 * 1024;

const browserCookie = 'column-inches.form';

/** Who asked, kept for the handlers of one request. */
const people = new WeakMap<FastifyRequest, SignedIn>();
const files = new WeakMap<FastifyRequest, SentFile>();
const browsers = new WeakMap<FastifyRequest, string>();

/** A file that came with a form. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function callerOf(request: FastifyRequest): Caller {
  return {
    cookie: request.headers.cookie,
    address: request.ip,
    userAgent: request.headers['user-agent'],
  };
}

/** The one who is signed in; only behind the gate, which has let nobody else through. */
export function personOf(request: FastifyRequest): SignedIn {
  return people.get(request) as SignedIn;
}

/** The same where nobody need be signed in. */
function maybePerson(request: FastifyRequest): SignedIn | null {
  return people.get(request) ?? null;
}

/** Sends along the cookies that the accounts set. */
export function setCookies(reply: FastifyReply, { cookies }: AccountAnswer): void {
  for (const cookie of cookies) void reply.header('set-cookie', cookie);
}

/** The hidden field that binds a form to this browser; a browser without a mark is given one. */
export function formTokenFor(accounts: Accounts, reply: FastifyReply): string {
  const { request } = reply;
  let browser = browsers.get(request) ?? browserOf(request);
  if (browser === null) {
    browser = randomBytes(18).toString('base64url');
    const secure = request.protocol === 'https' ? '; Secure' : '';
    const cookie = `${browserCookie}=${browser}; Path=/; HttpOnly; SameSite=Strict${secure}`;
    void reply.header('set-cookie', cookie);
  }
  browsers.set(request, browser);
  return accounts.formToken(bindingOf(browser, maybePerson(request)));
}

function browserOf(request: FastifyRequest): string | null {
  return (
    /(?:^|;\s*)column-inches\.form=([\w-]{24})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1] ??
    null
  );
}

/** A token made before signing in is worth nothing after it, and the other way round. */
function bindingOf(browser: string, person: SignedIn | null): string {
  return `${browser} ${person?.sessionId ?? ''}`;
}

/** Whether a form was sent by a page of this site that this very browser asked for. */
function isOwnForm(accounts: Accounts, request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== request.host) {
    return false;
  }
  const browser = browserOf(request);
  const token = request.body instanceof URLSearchParams ? request.body.get('form') : null;
  if (browser === null || token === null) return false;
  return accounts.isFormToken(bindingOf(browser, maybePerson(request)), token);
}

function routeOf(request: FastifyRequest): ReviewRoute | undefined {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return reviewRoutes.find(
    (route) => route.method === method && route.path === request.routeOptions.url,
  );
}

/** Where to sign in, and afterwards back to what was wanted. */
function toSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const [path = '/'] = request.url.split('?', 1);
  const next = request.method === 'GET' ? `?next=${encodeURIComponent(path)}` : '';
  return reply.redirect(`/sign-in${next}`, 303);
}

/** A path of this site to go on to; anything else leads to the coders' first page. */
export function safeNext(wanted: string | null | undefined): string {
  const isOwn = /^\/(coding|admin|account)(\/[\w.-]+)*$/.test(wanted ?? '');
  return isOwn && wanted ? wanted : '/coding';
}

const largestForm = (path: string) => (path.endsWith('/import') ? importBytes : formBytes);

/** Fields of a form with a file; the file itself is kept for `fileOf`. */
async function readParts(request: FastifyRequest, body: Buffer): Promise<URLSearchParams> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const fields = new URLSearchParams();
  // What is no such form has no token in it either, and is refused for that.
  const parts = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  for (const [name, value] of parts ?? []) {
    if (typeof value === 'string') fields.append(name, value);
    else if (value.size > 0) {
      files.set(request, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return fields;
}

/**
 * Puts the gate before every route registered in the same plugin: forms are read, the one who asks
 * is known, and whoever may not ask gets no further. A route that is not in the table is closed.
 */
export function addGate(app: FastifyInstance, site: Site, accounts: Accounts): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: importBytes },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: importBytes },
    (request: FastifyRequest, body: Buffer) => readParts(request, body),
  );
  // A form that does not say how long it is gets no further than one that does.
  app.addHook('onRoute', (route) => {
    route.bodyLimit = largestForm(route.url);
  });
  app.addHook('onRequest', async (request, reply) => {
    const route = routeOf(request);
    if (!route) return sendFailure(site, reply, { kind: 'not-found', code: null });
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > largestForm(route.path)) {
      return sendFailure(site, reply, { kind: 'bad-query', code: null });
    }
    const person = await accounts.signedIn(callerOf(request));
    if (person) people.set(request, person);
    const rank = person ? rankOfRole[person.role] : 0;
    if (rank >= ranks[route.access]) return;
    if (!person) return toSignIn(request, reply);
    // What one may not see is not there: a page that says "forbidden" says that it exists.
    return sendFailure(site, reply, { kind: 'not-found', code: null });
  });
  // Made for one person: no cache may keep it, whatever the page itself said.
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
  });
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || isOwnForm(accounts, request)) return;
    return sendFailure(site, reply, { kind: 'foreign-form', code: null });
  });
}

/** Fields of a form as sent; a field sent several times keeps all its values. */
export function fieldsOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
}

/** The file that came with a form; null where none was chosen. */
export function fileOf(request: FastifyRequest): SentFile | null {
  return files.get(request) ?? null;
}

/** What is to be imported: the file that was sent, else what was pasted. */
export function importedText(request: FastifyRequest): string {
  const file = fileOf(request);
  if (file === null) return fieldsOf(request).get('file') ?? '';
  return new TextDecoder().decode(file.bytes);
}
