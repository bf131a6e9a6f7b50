import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ColumnInchesError, type DigestLink, type Digests } from '../domain/index.ts';
import { type AtomFeed, sendAtom } from './atom.ts';
import { sendFailure } from './failures.tsx';
import { allowOwnOrigin, isFromOwnPage, readForms } from './forms.ts';
import { type DigestOutcome, DigestPage, LinkPage } from './pages/index.ts';
import { readerQuerySchema } from './query.ts';
import { readWorld, type Site, sendPage, viewOf } from './site.ts';
import type { View } from './view.ts';

const querystring = readerQuerySchema;
const token = z.string().regex(/^[0-9a-f]{40}$/);
const linkSchema = { schema: { querystring, params: z.object({ token }), hide: true } };
const subscribeForm = z.object({
  address: z.string().max(400),
  language: z.enum(['vi', 'en']),
  /** The field people do not see and programs fill in. */
  website: z.string().max(0).optional(),
});

/** Each asking may send a letter to someone: few an hour from one address. */
const formLimit = { rateLimit: { max: 10, timeWindow: 3_600_000 } };

/** Letters carry their styles on each element; nothing else of them may do anything. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'";

type App = Parameters<FastifyPluginCallbackZod>[0];
interface Parts {
  readonly site: Site;
  readonly digests: Digests;
}

/** `/digest`: the weekly letters, and how to get or end them. */
export const digestRoutes: FastifyPluginCallbackZod<{ site: Site }> = (app, { site }, done) => {
  const parts = { site, digests: site.digests };
  readForms(app);
  // RFC 8058 lets mail programs send their one click as multipart too; the link says all.
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: 20_000 },
    (_request, _body, parsed) => parsed(null, {}),
  );
  addArchive(app, parts);
  addLetters(app, parts);
  addSubscribe(app, parts);
  addLinks(app, parts);
  done();
};

async function seen(site: Site, request: FastifyRequest, query: z.infer<typeof querystring>) {
  return viewOf(site, request, { query, world: await readWorld(site) });
}

function addArchive(app: App, { site, digests }: Parts): void {
  const schema = { querystring, hide: true };
  app.get('/digest', { schema }, async (request, reply) => {
    const view = await seen(site, request, request.query);
    return showDigest({ site, digests }, reply, { view, outcome: null });
  });
  app.get('/digest.atom', { schema }, async (request, reply) => {
    const view = await seen(site, request, request.query);
    const letters = await digests.list(view.language);
    const feed: AtomFeed = {
      path: `/digest.atom?lang=${view.language}`,
      title: `Column Inches · ${view.t('digest.title')}`,
      language: view.language,
      mark: view.world.demo ? view.t('demo.mark') : null,
      entries: letters.map((letter) => ({
        id: letter.week,
        path: letterPath(view, letter.week),
        title: letter.subject,
        summary: letter.finding,
        updated: letter.writtenAt,
      })),
    };
    return sendAtom(reply, feed, site.publicUrl);
  });
}

function letterPath(view: View, week: string): string {
  return view.href(`/digest/${week}`, { from: null, to: null, outlet: [], lang: view.language });
}

async function showDigest(
  { digests }: Parts,
  reply: FastifyReply,
  given: { readonly view: View; readonly outcome: DigestOutcome | null; readonly status?: number },
) {
  const { view, outcome, status = 200 } = given;
  const letters = await digests.list(view.language);
  allowOwnOrigin(reply);
  const model = { letters, outcome, sendsMail: digests.sendsMail };
  return sendPage(reply, <DigestPage view={view} model={model} />, { view, status });
}

function addLetters(app: App, { site, digests }: Parts): void {
  const week = z.object({ week: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) });
  app.get(
    '/digest/:week',
    { schema: { querystring, params: week, hide: true } },
    async (request, reply) => {
      const view = await seen(site, request, request.query);
      const letter = await digests.letter(request.params.week, view.language);
      if (letter === null) return reply.callNotFound();
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-language', view.language)
        .header('content-security-policy', letterPolicy)
        .header('cache-control', 'private, no-cache')
        .header('vary', 'Accept-Language, Cookie, Accept-Encoding')
        .send(letter.html);
    },
  );
  const picture = week.extend({
    language: z.enum(['vi', 'en']),
    picture: z.string().regex(/^[a-z-]{1,40}\.png$/),
  });
  app.get(
    '/digest/:week/:language/:picture',
    { schema: { params: picture, hide: true } },
    async (request, reply) => {
      const { language, picture: name } = request.params;
      const letter = await digests.letter(request.params.week, language);
      const found = letter?.pictures.find((one) => one.name === name);
      if (!found) return reply.callNotFound();
      return reply
        .header('content-type', 'image/png')
        .header('cache-control', 'public, max-age=86400')
        .send(Buffer.from(found.bytes));
    },
  );
}

/** What a form came to, for the reader. */
const outcomes: Readonly<
  Record<string, { readonly outcome: DigestOutcome; readonly status: number }>
> = {
  'digest/not-an-address': { outcome: 'not-an-address', status: 400 },
  'digest/no-mail': { outcome: 'no-mail', status: 503 },
  'digest/mail-failed': { outcome: 'mail-failed', status: 503 },
};

function addSubscribe(app: App, { site, digests }: Parts): void {
  const schema = { querystring, hide: true };
  app.post('/digest', { schema, config: formLimit }, async (request, reply) => {
    if (!isFromOwnPage(request)) {
      return sendFailure(site, reply, { kind: 'foreign-form', code: null });
    }
    const view = await seen(site, request, request.query);
    const form = subscribeForm.safeParse(request.body);
    const came = form.success ? await ask(digests, form.data) : outcomes['digest/not-an-address'];
    return showDigest({ site, digests }, reply, { view, outcome: 'asked', ...came });
  });
}

async function ask(digests: Digests, asked: z.infer<typeof subscribeForm>) {
  try {
    await digests.subscribe(asked);
    return { outcome: 'asked', status: 200 } as const;
  } catch (thrown) {
    const known = thrown instanceof ColumnInchesError ? outcomes[thrown.code] : undefined;
    if (!known) throw thrown;
    return known;
  }
}

/**
 * Both links open a page with a button: programs that look at every link of a letter must neither
 * begin nor end anything. The button, and a mail program's own one click, do.
 */
function addLinks(app: App, { site, digests }: Parts): void {
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: {
      readonly kind: 'confirm' | 'leave';
      readonly link: DigestLink;
      readonly done: boolean;
    },
  ) => {
    const view = await seen(site, request, request.query as z.infer<typeof querystring>);
    const state = await digests.stateOf(given.link);
    if (state === null) return reply.callNotFound();
    const { kind, done } = given;
    allowOwnOrigin(reply);
    void reply.header('x-robots-tag', 'noindex');
    return sendPage(reply, <LinkPage view={view} model={{ kind, state, done }} />, { view });
  };
  app.get('/digest/confirm/:token', linkSchema, (request, reply) => {
    const link = { confirmToken: request.params.token };
    return show(request, reply, { kind: 'confirm', link, done: false });
  });
  app.post('/digest/confirm/:token', linkSchema, async (request, reply) => {
    const link = { confirmToken: request.params.token };
    const done = await digests.confirm(link.confirmToken);
    return show(request, reply, { kind: 'confirm', link, done });
  });
  app.get('/digest/leave/:token', linkSchema, (request, reply) => {
    const link = { token: request.params.token };
    return show(request, reply, { kind: 'leave', link, done: false });
  });
  app.post('/digest/leave/:token', linkSchema, async (request, reply) => {
    const link = { token: request.params.token };
    const done = await digests.unsubscribe(link.token);
    return show(request, reply, { kind: 'leave', link, done });
  });
}
