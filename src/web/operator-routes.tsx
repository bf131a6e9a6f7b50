import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type AddedOutlet,
  ColumnInchesError,
  type OperatorDesk,
  type OutletLook,
  type PageLook,
  type SignedChange,
  saidOf,
} from '../domain/index.ts';
import type { DeskSetting } from './coding-routes.tsx';
import { fieldsOf, importedText, personOf } from './gate.ts';
import type { MessageKey } from './language.ts';
import { AdminOutletFilePage, AdminOutletsPage, AdminRegisterPage } from './pages/index.ts';
import { registerFormats } from './review-words.ts';
import { formSetting } from './session-routes.tsx';
import { readWorld, sendPage } from './site.ts';
import type { View } from './view.ts';

/** The gate's setting with what commands and files can do behind it. */
export type OperatorSetting = DeskSetting & { readonly operator: OperatorDesk };

type Values = Readonly<Record<string, string | number>>;

/** What a form led to: one of our sentences, or the words of a typed error. */
export interface Outcome {
  readonly said: MessageKey | ColumnInchesError | null;
  readonly values?: Values | ((view: View) => Values);
  /** Default 200, of an error 400. */
  readonly status?: number;
}

const idOf = (request: FastifyRequest) => (request.params as { readonly id: string }).id;

export function signed(request: FastifyRequest): SignedChange {
  const { accountId, name } = personOf(request);
  return { accountId, name, why: (fieldsOf(request).get('why') ?? '').trim().slice(0, 2000) };
}

/** Runs what a form asked for; an error that names its mend is told on the page. */
export async function attempt<Shown extends Outcome>(
  action: () => Promise<Shown>,
): Promise<Shown | Outcome> {
  try {
    return await action();
  } catch (thrown) {
    if (thrown instanceof ColumnInchesError) return { said: thrown };
    throw thrown;
  }
}

export async function outcomePage(setting: DeskSetting, reply: FastifyReply, outcome: Outcome) {
  const form = await formSetting(setting, reply);
  const { view } = form;
  const { said, values, status } = outcome;
  const isFault = said instanceof ColumnInchesError;
  const text = isFault
    ? saidOf(said)[view.language]
    : said && view.t(said, typeof values === 'function' ? values(view) : values);
  return { form, view, text, status: status ?? (isFault ? 400 : 200) };
}

/** A file that is made while it is sent; fiction says so in its name, before the first dot. */
export async function sendDownload(
  setting: OperatorSetting,
  reply: FastifyReply,
  file: { readonly name: string; readonly type: string; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<FastifyReply> {
  const { demo } = await readWorld(setting.site);
  const name = demo ? file.name.replace('.', '-fiction.') : file.name;
  return reply
    .type(file.type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(file.bytes));
}

/** Outlets with items here, to choose one of. */
export async function followedChoices(operator: OperatorDesk) {
  return (await operator.outlets())
    .filter(({ state }) => state !== 'available')
    .map(({ outlet: { id, name } }) => ({ value: id, label: name }));
}

async function sendOutlets(
  setting: OperatorSetting,
  reply: FastifyReply,
  shown: Outcome & { readonly look?: OutletLook; readonly page?: PageLook },
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, shown);
  const rows = await setting.operator.outlets();
  const model = { rows, outcome: text, look: shown.look ?? null, page: shown.page ?? null };
  return sendPage(reply, <AdminOutletsPage setting={form} model={model} />, { view, status });
}

const doneOrNot = (isDone: boolean): Outcome => ({
  said: isDone ? 'admin.saved' : 'admin.outlets.notOwn',
});

/** What came of following an outlet: a site nobody could look at is no plain success. */
function addedInWords({ outlet, written, problem }: AddedOutlet): Outcome {
  const { name, sources } = outlet;
  if (!written) return { said: 'admin.outlets.kept', values: { name } };
  const count = sources.length;
  if (problem === null) return { said: 'admin.outlets.added', values: { name, count } };
  return {
    said: 'admin.outlets.unseen',
    values: ({ language }) => ({ name, count, problem: problem[language] }),
  };
}

/** The mend of the command is an option and a line of YAML; here it is a tick. */
function asTickNamed(outcome: Outcome, address: string): Outcome {
  const { said } = outcome;
  if (!(said instanceof ColumnInchesError) || said.code !== 'fetch/private-address') return outcome;
  return { said: 'admin.outlets.privateAddress', values: { address }, status: 400 };
}

/** `/admin/outlets`: follow, look, pause, expect. */
export function operatorOutletRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  outletPageRoutes(app, setting);
  outletFileRoutes(app, setting);
  const follow = async (request: FastifyRequest, address: string) => {
    const outcome = await attempt(async () => {
      const fields = fieldsOf(request);
      const privateNetwork = fields.get('private') === 'on';
      const replace = fields.get('replace') === 'on';
      const asked = { address, privateNetwork, replace };
      return addedInWords(await operator.addOutlet(signed(request), asked));
    });
    return asTickNamed(outcome, address);
  };
  app.get('/admin/outlets', (_request, reply) => sendOutlets(setting, reply, { said: null }));
  app.post('/admin/outlets/add', async (request, reply) => {
    const address = (fieldsOf(request).get('address') ?? '').slice(0, 2000);
    return sendOutlets(setting, reply, await follow(request, address));
  });
  app.post('/admin/outlets/:id/follow', async (request, reply) =>
    sendOutlets(setting, reply, await follow(request, idOf(request))),
  );
  app.post('/admin/outlets/page', async (request, reply) => {
    const address = (fieldsOf(request).get('address') ?? '').slice(0, 2000);
    const shown = await attempt(async () => ({
      said: null,
      page: await operator.lookAtPage(address),
    }));
    return sendOutlets(setting, reply, shown);
  });
  app.post('/admin/outlets/:id/look', async (request, reply) => {
    const shown = await attempt(async () => ({
      said: null,
      look: await operator.lookAtOutlet(idOf(request)),
    }));
    return sendOutlets(setting, reply, shown);
  });
  for (const name of ['pause', 'resume'] as const) {
    app.post(`/admin/outlets/:id/${name}`, async (request, reply) => {
      const isPause = name === 'pause';
      const outcome = await attempt(async () =>
        doneOrNot(await operator.pauseOutlet(signed(request), idOf(request), isPause)),
      );
      return sendOutlets(setting, reply, outcome);
    });
  }
  app.post('/admin/outlets/:id/expected', async (request, reply) => {
    const expected = expectedSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!expected.success) return sendOutlets(setting, reply, { said: 'admin.notUnderstood' });
    const outcome = await attempt(async () =>
      doneOrNot(await operator.expectItems(signed(request), idOf(request), expected.data)),
    );
    return sendOutlets(setting, reply, outcome);
  });
}

async function sendFile(
  setting: OperatorSetting,
  reply: FastifyReply,
  outcome: Outcome & { readonly text?: string },
): Promise<FastifyReply> {
  const outletId = idOf(reply.request);
  const kept = await setting.operator.outletFile(outletId);
  if (kept === null) {
    reply.callNotFound();
    return reply;
  }
  const { form, view, text: said, status } = await outcomePage(setting, reply, outcome);
  const shown = { outletId, text: outcome.text ?? kept, outcome: said };
  return sendPage(reply, <AdminOutletFilePage setting={form} {...shown} />, { view, status });
}

/** `/admin/outlets/:id`: the file of one outlet. */
function outletFileRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  app.get('/admin/outlets/:id', (_request, reply) => sendFile(setting, reply, { said: null }));
  app.post('/admin/outlets/:id/file', async (request, reply) => {
    const text = (fieldsOf(request).get('text') ?? '').replaceAll('\r\n', '\n');
    const outcome = await attempt(async () =>
      doneOrNot(await setting.operator.saveOutletFile(signed(request), idOf(request), text)),
    );
    // What was written is not lost because a line of it is wrong.
    return sendFile(setting, reply, { ...outcome, text });
  });
}

/** Lists of outlets, and single pages of them. */
function outletPageRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  const addressOf = (request: FastifyRequest) =>
    (fieldsOf(request).get('address') ?? '').slice(0, 2000);
  app.get('/admin/outlets/outlets.opml', async (_request, reply) =>
    reply
      .type('text/x-opml; charset=utf-8')
      .header('content-disposition', 'attachment; filename="outlets.opml"')
      .send(await operator.opml()),
  );
  app.post('/admin/outlets/opml/import', async (request, reply) => {
    const outcome = await attempt(async () => {
      const text = importedText(request);
      const values = await operator.importOpml(signed(request), text);
      return { said: 'admin.outlets.imported', values };
    });
    return sendOutlets(setting, reply, outcome);
  });
  app.post('/admin/outlets/freeze', async (request, reply) => {
    const outcome = await attempt(async () => {
      const id = await operator.freezePage(signed(request), addressOf(request));
      return { said: 'admin.outlets.frozen', values: { id } };
    });
    return sendOutlets(setting, reply, outcome);
  });
}

const items = z.coerce.number().int().min(0).max(100_000);
const expectedSchema = z.object({ min: items, max: items }).refine(({ min, max }) => min <= max);

async function sendRegister(
  setting: OperatorSetting,
  reply: FastifyReply,
  outcome: Outcome,
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, outcome);
  const register = await setting.operator.register();
  const asked = reply.request.query as { readonly term?: string; readonly find?: string };
  const term = register.terms.find(({ id }) => id === asked.term) ?? null;
  const findings = await setting.operator.registerFindings();
  const model = { register, findings, outcome: text, term, find: asked.find ?? '' };
  return sendPage(reply, <AdminRegisterPage setting={form} model={model} />, { view, status });
}

const optionalDate = z
  .string()
  .trim()
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/)
  .transform((text) => (text === '' ? null : text));
const optionalText = z
  .string()
  .trim()
  .max(2000)
  .optional()
  .transform((text) => (text ? text : null));
const termSchema = z.object({
  term: optionalText,
  person: optionalText,
  name: z.string().trim().max(200).default(''),
  post: z.string().min(1).max(300),
  kind: z.enum(['holder', 'acting', 'candidate']),
  from: optionalDate,
  until: optionalDate,
  source: optionalText,
});

/** `/admin/register`: one term, or a whole file. */
export function operatorRegisterRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  app.get('/admin/register', (_request, reply) => sendRegister(setting, reply, { said: null }));
  app.get('/admin/register/:file', async (request, reply) => {
    const { file } = request.params as { readonly file: string };
    const wanted = registerFormats.find(({ name }) => name === file);
    if (!wanted) return reply.callNotFound();
    const { demo } = await readWorld(setting.site);
    const name = demo ? file.replace('register', 'register-fiction') : file;
    return reply
      .type(file.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(await operator.registerFile(wanted.format));
  });
  app.post('/admin/register/term', async (request, reply) => {
    const given = termSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!given.success) return sendRegister(setting, reply, { said: 'admin.notUnderstood' });
    const { term: termId, person: personId, name: personName, post: postId, ...rest } = given.data;
    const outcome = await attempt(async () => {
      await operator.saveTerm(signed(request), { termId, personId, personName, postId, ...rest });
      return { said: 'admin.register.saved' };
    });
    return sendRegister(setting, reply, outcome);
  });
  app.post('/admin/register/query', async (request, reply) => {
    const posts = (fieldsOf(request).get('posts') ?? '').slice(0, 2000);
    const answers: string[] = [];
    const outcome = await attempt(async () => {
      answers.push(await operator.queryRegister(signed(request), posts));
      return { said: null };
    });
    const [csv] = answers;
    if (csv === undefined) return sendRegister(setting, reply, outcome);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="holders.csv"')
      .send(`${csv}\n`);
  });
  app.post('/admin/register/import', async (request, reply) => {
    const text = importedText(request);
    const outcome = await attempt(async () => {
      const count = await operator.importRegister(signed(request), text);
      return { said: 'admin.register.imported', values: { count } };
    });
    return sendRegister(setting, reply, outcome);
  });
  app.post('/admin/register/removal/import', async (request, reply) => {
    const text = importedText(request);
    const outcome = await attempt(async () => {
      const values = await operator.removeRegister(signed(request), text);
      return { said: 'admin.register.removed', values };
    });
    return sendRegister(setting, reply, outcome);
  });
}
