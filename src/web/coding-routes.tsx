import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChallengeDesk, ReviewStream, TaskReading } from '../domain/index.ts';
import type { ReviewDesk } from '../review/index.ts';
import { readCoding, readLook } from './coding-form.ts';
import { fieldsOf, personOf } from './gate.ts';
import type { MessageKey } from './language.ts';
import {
  CodingPage,
  CodingTaskPage,
  DisputePage,
  DisputesPage,
  LookDisputePage,
  LookTaskPage,
} from './pages/index.ts';
import { type GateSetting, formSetting } from './session-routes.tsx';
import { sendPage } from './site.ts';

/** The gate's setting with the desk behind it. */
export type DeskSetting = GateSetting & {
  readonly desk: ReviewDesk;
  /** Without it nothing is decided on pages. */
  readonly operator?: ChallengeDesk;
};

const idOf = (request: FastifyRequest) => (request.params as { readonly id: string }).id;

const outcomes = {
  nothing: 'coding.nothing',
  gone: 'dispute.gone',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** What the address says the last form led to, as one of our own sentences. */
function outcomeOf(request: FastifyRequest): MessageKey | null {
  const { said } = request.query as { readonly said?: string };
  return said === 'nothing' || said === 'gone' ? outcomes[said] : null;
}

/** Challenges that wait; null where nobody can decide them on a page. */
async function openChallenges({ site, operator }: DeskSetting): Promise<number | null> {
  return operator ? (await site.publication.challenges.counts()).open : null;
}

/** A coder's first page. */
async function sendCoding(setting: DeskSetting, reply: FastifyReply): Promise<FastifyReply> {
  const form = await formSetting(setting, reply);
  const person = personOf(reply.request);
  const said = outcomeOf(reply.request);
  const model = {
    person,
    streams: await setting.desk.progress(person.accountId),
    agreement: await setting.desk.agreement(person.accountId),
    challenges: await openChallenges(setting),
    outcome: said === null ? null : form.view.t(said),
  };
  return sendPage(reply, <CodingPage setting={form} model={model} />, { view: form.view });
}

/** A task that is a picture; anything else is not there. */
async function sendLook(setting: DeskSetting, reply: FastifyReply): Promise<unknown> {
  const { accountId } = personOf(reply.request);
  const task = await setting.desk.lookTask(accountId, idOf(reply.request));
  if (task === null) return reply.callNotFound();
  const form = await formSetting(setting, reply);
  return sendPage(reply, <LookTaskPage setting={form} task={task} />, { view: form.view });
}

async function sendTask(setting: DeskSetting, reply: FastifyReply): Promise<unknown> {
  const { request } = reply;
  const { desk } = setting;
  const { accountId } = personOf(request);
  const task = await desk.task(accountId, idOf(request));
  if (task === null) return sendLook(setting, reply);
  const { before } = request.query as { readonly before?: string };
  const known = before === undefined ? null : await desk.task(accountId, before);
  const form = await formSetting(setting, reply);
  const page = (
    <CodingTaskPage
      setting={form}
      task={task}
      persons={await desk.persons()}
      outcome={null}
      before={known && !known.locked ? known.taskId : null}
    />
  );
  return sendPage(reply, page, { view: form.view });
}

/** What a person handed in, of a text or of a picture; null where it is neither, or not theirs. */
async function readingOf(
  setting: DeskSetting,
  request: FastifyRequest,
): Promise<{ stream: ReviewStream; value: TaskReading } | null> {
  const { accountId } = personOf(request);
  const task = await setting.desk.task(accountId, idOf(request));
  if (task) return { stream: task.stream, value: await codingOf(setting, request) };
  const look = await setting.desk.lookTask(accountId, idOf(request));
  const value = look && readLook(fieldsOf(request));
  return value && { stream: 'uncertain', value };
}

async function codingOf(setting: DeskSetting, request: FastifyRequest) {
  const persons = await setting.desk.persons();
  return readCoding(fieldsOf(request), new Set(persons.map(({ personId }) => personId)));
}

/** `/coding`: what waits, and one task after another. */
export function codingRoutes(app: FastifyInstance, setting: DeskSetting): void {
  const { desk } = setting;
  app.get('/coding', (_request, reply) => sendCoding(setting, reply));
  app.post('/coding/next', async (request, reply) => {
    const stream = fieldsOf(request).get('stream') === 'uncertain' ? 'uncertain' : 'audit';
    const taskId = await desk.take(personOf(request).accountId, stream);
    return reply.redirect(taskId ? `/coding/tasks/${taskId}` : '/coding?said=nothing', 303);
  });
  app.get('/coding/tasks/:id', (_request, reply) => sendTask(setting, reply));
  app.post('/coding/tasks/:id/draft', async (request, reply) => {
    const { accountId } = personOf(request);
    const value = await codingOf(setting, request);
    const isKept = await desk.draft(accountId, idOf(request), value);
    if (!isKept) return reply.callNotFound();
    if (fieldsOf(request).get('quiet') === '1') return reply.code(204).send();
    return reply.redirect('/coding', 303);
  });
  app.post('/coding/tasks/:id', async (request, reply) => {
    const { accountId } = personOf(request);
    const taskId = idOf(request);
    const reading = await readingOf(setting, request);
    if (reading === null) return reply.callNotFound();
    const became = await desk.submit(accountId, taskId, reading.value);
    if (became === 'refused') return reply.redirect(`/coding/tasks/${taskId}`, 303);
    const next = await desk.take(accountId, reading.stream);
    return reply.redirect(
      next ? `/coding/tasks/${next}?before=${taskId}` : '/coding?said=nothing',
      303,
    );
  });
}

/** `/coding/disputes`: where two readings differ, a third person decides. */
export function disputeRoutes(app: FastifyInstance, setting: DeskSetting): void {
  const { desk } = setting;
  app.get('/coding/disputes', async (request, reply) => {
    const { view } = await formSetting(setting, reply);
    const { accountId } = personOf(request);
    const model = {
      disputes: await desk.disputes(accountId),
      looks: await desk.lookDisputes(accountId),
    };
    const said = outcomeOf(request);
    const outcome = said === null ? null : view.t(said);
    return sendPage(reply, <DisputesPage view={view} {...model} outcome={outcome} />, { view });
  });
  app.get('/coding/disputes/:id', async (request, reply) => {
    const { accountId } = personOf(request);
    const form = await formSetting(setting, reply);
    const look = await desk.lookDispute(accountId, idOf(request));
    if (look !== null) {
      const page = <LookDisputePage setting={form} dispute={look} />;
      return sendPage(reply, page, { view: form.view });
    }
    const dispute = await desk.dispute(accountId, idOf(request));
    if (dispute === null) return reply.callNotFound();
    const { begin } = request.query as { readonly begin?: string };
    const page = (
      <DisputePage
        setting={form}
        dispute={dispute}
        persons={await desk.persons()}
        begin={begin === '1' ? 1 : 0}
      />
    );
    return sendPage(reply, page, { view: form.view });
  });
  app.post('/coding/disputes/:id', async (request, reply) => {
    const { accountId } = personOf(request);
    const look = await desk.lookDispute(accountId, idOf(request));
    const value = look ? readLook(fieldsOf(request)) : await codingOf(setting, request);
    if (value === null) return reply.callNotFound();
    const isDone = await desk.adjudicate(accountId, idOf(request), value);
    return reply.redirect(isDone ? '/coding/disputes' : '/coding/disputes?said=gone', 303);
  });
}
