import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountAnswer, Accounts, AccountSession } from '../review/index.ts';
import type { FormSetting } from './components/form.tsx';
import { callerOf, fieldsOf, formTokenFor, personOf, safeNext, setCookies } from './gate.ts';
import { AccountPage, JoinPage, SignInPage } from './pages/index.ts';
import { readerQuerySchema } from './query.ts';
import { reviewRoutes } from './review-routes.ts';
import { joinFaults } from './review-words.ts';
import { readWorld, type Site, sendPage, viewOf } from './site.ts';

/** What the pages behind the gate are made with. */
export interface GateSetting {
  readonly site: Site;
  readonly accounts: Accounts;
  /** A person's own sessions. */
  readonly sessions: {
    list(accountId: string): Promise<readonly AccountSession[]>;
    end(accountId: string, sessionId: string | null): Promise<number>;
  };
}

/** The page whose form was sent: what its answer is in another language. */
function pageOfForm(request: FastifyRequest): string {
  const [path = '/'] = request.url.split('?', 1);
  const pages = reviewRoutes.filter(({ method }) => method === 'GET');
  if (pages.some((page) => page.path === request.routeOptions.url)) return path;
  const above = pages.filter((page) => `${path}/`.startsWith(`${page.path}/`));
  return above.toSorted((one, other) => other.path.length - one.path.length)[0]?.path ?? '/coding';
}

/** The view of a page behind the gate, and the token its forms carry. */
export async function formSetting(
  { site, accounts }: Pick<GateSetting, 'site' | 'accounts'>,
  reply: FastifyReply,
): Promise<FormSetting> {
  const { request } = reply;
  // A wrong period in the address matters to no page here.
  const read = readerQuerySchema.safeParse(request.query);
  const query = read.success ? read.data : readerQuerySchema.parse({});
  const view = viewOf(site, request, {
    query,
    world: await readWorld(site),
    ...(request.method === 'POST' ? { path: pageOfForm(request) } : {}),
  });
  return { view, token: formTokenFor(accounts, reply) };
}

const paramsOf = (request: FastifyRequest) => request.params as Readonly<Record<string, string>>;

async function sendSignIn(
  setting: GateSetting,
  reply: FastifyReply,
  shown: { step: 'password' | 'code'; next: string; answer?: AccountAnswer },
): Promise<FastifyReply> {
  const form = await formSetting(setting, reply);
  const { t } = form.view;
  const { step, next, answer } = shown;
  const isSlow = answer?.outcome === 'too-many';
  const seconds = answer?.retryAfterSeconds ?? 0;
  if (isSlow) void reply.header('retry-after', seconds);
  const refused = t(step === 'password' ? 'session.refused' : 'session.codeRefused');
  const fault = answer?.outcome === 'refused' ? refused : null;
  const said = isSlow ? t('session.tooMany', { seconds }) : fault;
  return sendPage(reply, <SignInPage setting={form} step={step} next={next} fault={said} />, {
    view: form.view,
    status: isSlow ? 429 : fault === null ? 200 : 401,
  });
}

/** `/sign-in` and out. Signing in always begins a session of its own. */
export function signInRoutes(app: FastifyInstance, setting: GateSetting): void {
  const { accounts } = setting;
  app.get('/sign-in', (request, reply) => {
    const { next } = request.query as { readonly next?: string };
    return sendSignIn(setting, reply, { step: 'password', next: safeNext(next) });
  });
  app.post('/sign-in', async (request, reply) => {
    const fields = fieldsOf(request);
    const next = safeNext(fields.get('next'));
    const given = { email: fields.get('email') ?? '', password: fields.get('password') ?? '' };
    const answer = await accounts.signIn(callerOf(request), given);
    setCookies(reply, answer);
    if (answer.outcome === 'done') return reply.redirect(next, 303);
    const step = answer.outcome === 'second-factor' ? 'code' : 'password';
    return sendSignIn(setting, reply, { step, next, answer });
  });
  app.post('/sign-in/code', async (request, reply) => {
    const fields = fieldsOf(request);
    const next = safeNext(fields.get('next'));
    const answer = await accounts.signInSecond(callerOf(request), fields.get('code') ?? '');
    setCookies(reply, answer);
    if (answer.outcome === 'done') return reply.redirect(next, 303);
    return sendSignIn(setting, reply, { step: 'code', next, answer });
  });
  app.post('/sign-out', async (request, reply) => {
    setCookies(reply, await accounts.signOut(callerOf(request)));
    return reply.redirect('/sign-in', 303);
  });
}

/** `/join/:token`: an invitation becomes an account. */
export function joinRoutes(app: FastifyInstance, setting: GateSetting): void {
  const { accounts } = setting;
  const send = async (
    reply: FastifyReply,
    shown: {
      readonly given: { name: string; email: string };
      readonly fault?: keyof typeof joinFaults;
    },
  ) => {
    const form = await formSetting(setting, reply);
    const token = paramsOf(reply.request)['token'] ?? '';
    const role = await accounts.roleOfInvitation(token);
    const page = (
      <JoinPage
        setting={form}
        path={`/join/${encodeURIComponent(token)}`}
        role={role}
        given={shown.given}
        fault={shown.fault ? form.view.t(joinFaults[shown.fault]) : null}
      />
    );
    const status = role === null ? 404 : shown.fault ? 400 : 200;
    return sendPage(reply, page, { view: form.view, status });
  };
  app.get('/join/:token', (_request, reply) => send(reply, { given: { name: '', email: '' } }));
  app.post('/join/:token', async (request, reply) => {
    const fields = fieldsOf(request);
    const given = { name: fields.get('name') ?? '', email: fields.get('email') ?? '' };
    const answer = await accounts.join(callerOf(request), {
      ...given,
      token: paramsOf(request)['token'] ?? '',
      password: fields.get('password') ?? '',
    });
    if (typeof answer === 'string') return send(reply, { given, fault: answer });
    setCookies(reply, answer);
    return reply.redirect('/coding', 303);
  });
}

const accountOutcomes = {
  password: 'account.passwordDone',
  second: 'account.secondDone',
} as const;

function saidOf(request: FastifyRequest) {
  const { said } = request.query as { readonly said?: string };
  return said === 'password' || said === 'second' ? accountOutcomes[said] : undefined;
}

type AccountOutcome =
  | (typeof accountOutcomes)[keyof typeof accountOutcomes]
  | 'account.passwordRefused'
  | 'account.secondRefused';

async function sendAccount(
  setting: GateSetting,
  reply: FastifyReply,
  shown: {
    readonly outcome?: AccountOutcome;
    readonly begun?: { readonly uri: string; readonly backupCodes: readonly string[] };
  } = {},
): Promise<FastifyReply> {
  const form = await formSetting(setting, reply);
  const person = personOf(reply.request);
  const outcome = shown.outcome ?? saidOf(reply.request);
  const model = {
    person,
    sessions: await setting.sessions.list(person.accountId),
    timeZone: setting.site.timeZone,
    outcome: outcome ? form.view.t(outcome) : null,
    begun: shown.begun ?? null,
  };
  const isRefused = shown.outcome?.endsWith('Refused') ?? false;
  return sendPage(reply, <AccountPage setting={form} model={model} />, {
    view: form.view,
    status: isRefused ? 400 : 200,
  });
}

/** `/account`: one's own sessions, password and second factor. */
export function accountRoutes(app: FastifyInstance, setting: GateSetting): void {
  const { accounts, sessions } = setting;
  app.get('/account', (_request, reply) => sendAccount(setting, reply));
  app.post('/account/password', async (request, reply) => {
    const fields = fieldsOf(request);
    const [current, next] = [fields.get('current') ?? '', fields.get('next') ?? ''];
    const answer = await accounts.changePassword(callerOf(request), { current, next });
    setCookies(reply, answer);
    // The session is a new one: the page is asked for again with it.
    if (answer.outcome === 'done') return reply.redirect('/account?said=password', 303);
    return sendAccount(setting, reply, { outcome: 'account.passwordRefused' });
  });
  app.post('/account/second-factor', async (request, reply) => {
    const password = fieldsOf(request).get('password') ?? '';
    const begun = await accounts.beginSecondFactor(callerOf(request), password);
    if (begun === null) return sendAccount(setting, reply, { outcome: 'account.secondRefused' });
    return sendAccount(setting, reply, { begun });
  });
  app.post('/account/second-factor/confirm', async (request, reply) => {
    const code = fieldsOf(request).get('code') ?? '';
    const answer = await accounts.confirmSecondFactor(callerOf(request), code);
    setCookies(reply, answer);
    if (answer.outcome === 'done') return reply.redirect('/account?said=second', 303);
    return sendAccount(setting, reply, { outcome: 'account.secondRefused' });
  });
  app.post('/account/second-factor/end', async (request, reply) => {
    const password = fieldsOf(request).get('password') ?? '';
    const answer = await accounts.endSecondFactor(callerOf(request), password);
    setCookies(reply, answer);
    if (answer.outcome === 'done') return reply.redirect('/account', 303);
    return sendAccount(setting, reply, { outcome: 'account.secondRefused' });
  });
  app.post('/account/sessions/:id/end', async (request, reply) => {
    await sessions.end(personOf(request).accountId, paramsOf(request)['id'] ?? '');
    return reply.redirect('/account', 303);
  });
}
