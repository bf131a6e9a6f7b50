import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { MailOutcome, PersonalMail } from '../domain/index.ts';
import { type AccountRole, type Administration, writeCodings } from '../review/index.ts';
import { fieldsOf, importedText, personOf } from './gate.ts';
import {
  AccuracyPage,
  AdminPage,
  AdminReviewPage,
  AdminTrailPage,
  AdminUsersPage,
} from './pages/index.ts';
import type { DeskSetting } from './coding-routes.tsx';
import { formSetting } from './session-routes.tsx';
import type { View } from './view.ts';
import { figureQuery, readWorld, sendPage } from './site.ts';

/** The gate's setting with everything behind it. */
export type ReviewSetting = DeskSetting & {
  readonly administration: Administration;
  /** Where invitation links lead; default: the address the administrator uses. */
  readonly publicUrl: string | null;
  /** Sends invitations; null: no mail server is set. */
  readonly mail: PersonalMail | null;
};

const idOf = (request: FastifyRequest) => (request.params as { readonly id: string }).id;

/** ±2 percentage points: what the planner plans for. */
const wantedHalfWidth = 0.02;

/** `/accuracy`: public, like every figure. */
export function accuracyRoutes(app: FastifyInstance, setting: ReviewSetting): void {
  const { desk, site } = setting;
  app.get('/accuracy', async (_request, reply) => {
    const { view } = await formSetting(setting, reply);
    const query = view.period === null ? null : figureQuery(view, view.period, null);
    const model = {
      figures: query && (await site.numbers.figures(query)),
      agreement: await desk.agreement(),
      plan: query && (await desk.plan(query, wantedHalfWidth)),
    };
    return sendPage(reply, <AccuracyPage view={view} model={model} />, { view });
  });
}

const day = z.iso.date();
const drawSchema = z
  .object({
    from: day,
    to: day,
    items: z.coerce.number().int().min(1).max(100_000),
    seed: z.string().trim().min(1).max(100),
  })
  .refine(({ from, to }) => from <= to);

type ReviewOutcome =
  | { readonly key: 'admin.opened'; readonly count: number }
  | { readonly key: 'admin.notUnderstood' }
  | { readonly taken: number; readonly left: number; readonly looks: number };

function outcomeText(t: View['t'], said: ReviewOutcome): string {
  if ('key' in said) return t(said.key, 'count' in said ? { count: said.count } : {});
  const { taken, left, looks } = said;
  const imported = t('admin.imported', { count: taken, skipped: left });
  return looks === 0 ? imported : `${imported} ${t('admin.importedNoLooks', { count: looks })}`;
}

async function sendReview(
  setting: ReviewSetting,
  reply: FastifyReply,
  said: ReviewOutcome | null,
): Promise<FastifyReply> {
  const form = await formSetting(setting, reply);
  const { t } = form.view;
  const outcome = said && outcomeText(t, said);
  return sendPage(reply, <AdminReviewPage setting={form} outcome={outcome} />, {
    view: form.view,
  });
}

/** `/admin/review`: draws, doubts, export and import. */
export function adminReviewRoutes(app: FastifyInstance, setting: ReviewSetting): void {
  const { desk } = setting;
  app.get('/admin', async (_request, reply) => {
    const { view } = await formSetting(setting, reply);
    return sendPage(reply, <AdminPage view={view} />, { view });
  });
  app.get('/admin/review', (_request, reply) => sendReview(setting, reply, null));
  app.post('/admin/review/audit', async (request, reply) => {
    const draw = drawSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!draw.success) return sendReview(setting, reply, { key: 'admin.notUnderstood' });
    const count = await desk.openAudit(personOf(request).accountId, draw.data);
    return sendReview(setting, reply, { key: 'admin.opened', count });
  });
  app.post('/admin/review/doubts', async (request, reply) => {
    const count = await desk.refresh(personOf(request).accountId);
    return sendReview(setting, reply, { key: 'admin.opened', count });
  });
  app.post('/admin/review/import', async (request, reply) => {
    const file = importedText(request);
    return sendReview(setting, reply, await desk.imported(personOf(request).accountId, file));
  });
  const exported = async (request: FastifyRequest) => {
    await setting.administration.note(personOf(request).accountId, 'codings exported');
    return desk.exported();
  };
  app.get('/admin/review/codings.json', async (request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(await exported(request))),
  );
  app.get('/admin/review/codings.csv', async (request, reply) => {
    const { demo } = await readWorld(setting.site);
    const name = demo ? 'codings-fiction.csv' : 'codings.csv';
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(writeCodings(await exported(request)));
  });
}

const roleSchema = z.enum(['coder', 'adjudicator', 'administrator']);

/** A role that is none of ours is the least of them. */
const roleOf = (fields: URLSearchParams): AccountRole =>
  roleSchema.catch('coder').parse(fields.get('role'));

/** What became of an invitation that was to go by mail. */
function mailedText({ t }: View, mailed: MailOutcome | undefined): string | null {
  if (mailed === undefined) return null;
  if (mailed.state === 'sent') return t('admin.inviteSent');
  if (mailed.state === 'unknown') return t('admin.inviteUnanswered');
  return t('admin.inviteNotSent', { answer: mailed.answer });
}

/** Sends the link; null where no mail server is set. The trail never holds the address. */
async function mailInvitation(
  setting: ReviewSetting,
  reply: FastifyReply,
  { to, link }: { readonly to: string; readonly link: string },
): Promise<MailOutcome | null> {
  if (setting.mail === null) return null;
  const { view } = await formSetting(setting, reply);
  const mailed = await setting.mail({
    name: 'invitation',
    to,
    language: view.language,
    subject: view.t('admin.inviteSubject'),
    text: view.t('admin.inviteBody', { link }),
  });
  const { accountId } = personOf(reply.request);
  const { state } = mailed;
  if (state === 'sent') await setting.administration.note(accountId, 'invitation mailed');
  if (state === 'unknown') await setting.administration.note(accountId, 'invitation unanswered');
  return mailed;
}

async function sendUsers(
  setting: ReviewSetting,
  reply: FastifyReply,
  said: { readonly isDone?: boolean; readonly link?: string; readonly mailed?: MailOutcome } = {},
): Promise<FastifyReply> {
  const form = await formSetting(setting, reply);
  const { t } = form.view;
  const page = (
    <AdminUsersPage
      setting={form}
      accounts={await setting.administration.accounts()}
      invitations={await setting.administration.invitations()}
      outcome={
        said.isDone === undefined
          ? mailedText(form.view, said.mailed)
          : t(said.isDone ? 'admin.done' : 'admin.lastAdministrator')
      }
      link={said.link ?? null}
      sendsMail={setting.mail !== null}
    />
  );
  return sendPage(reply, page, { view: form.view });
}

/** `/admin/users` and `/admin/trail`. */
export function adminUserRoutes(app: FastifyInstance, setting: ReviewSetting): void {
  const { administration, accounts } = setting;
  app.get('/admin/users', (_request, reply) => sendUsers(setting, reply));
  app.post('/admin/users/invite', async (request, reply) => {
    const fields = fieldsOf(request);
    const role: AccountRole = roleOf(fields);
    const note = (fields.get('note') ?? '').slice(0, 200);
    const invitedBy = personOf(request).accountId;
    const token = await accounts.invite({ role, note, invitedBy });
    const base = setting.publicUrl ?? `${request.protocol}://${request.host}`;
    const link = `${base}/join/${token}`;
    const to = (fields.get('mail') ?? '').trim().slice(0, 320);
    const mailed = to === '' ? null : await mailInvitation(setting, reply, { to, link });
    return sendUsers(setting, reply, { link, ...(mailed ? { mailed } : {}) });
  });
  app.post('/admin/users/:id/role', async (request, reply) => {
    const role = roleOf(fieldsOf(request));
    const change = { accountId: idOf(request), role };
    const isDone = await administration.setRole(personOf(request).accountId, change);
    return sendUsers(setting, reply, { isDone });
  });
  app.post('/admin/users/:id/sessions', async (request, reply) => {
    const ending = { accountId: idOf(request), sessionId: null };
    await administration.endSessions(personOf(request).accountId, ending);
    return reply.redirect('/admin/users', 303);
  });
  app.post('/admin/users/:id/remove', async (request, reply) => {
    const isDone = await administration.remove(personOf(request).accountId, idOf(request));
    return sendUsers(setting, reply, { isDone });
  });
  app.post('/admin/invitations/:id/withdraw', async (request, reply) => {
    const isDone = await administration.withdraw(personOf(request).accountId, idOf(request));
    return sendUsers(setting, reply, { isDone });
  });
  app.get('/admin/trail', async (request, reply) => {
    const { view } = await formSetting(setting, reply);
    const { before } = request.query as { readonly before?: string };
    const entries = await administration.trail(
      /^\d{1,18}$/.test(before ?? '') ? (before ?? null) : null,
    );
    const { timeZone } = setting.site;
    return sendPage(reply, <AdminTrailPage view={view} entries={entries} timeZone={timeZone} />, {
      view,
    });
  });
}
