import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { fieldsOf } from './gate.ts';
import {
  attempt,
  followedChoices,
  type OperatorSetting,
  type Outcome,
  outcomePage,
  sendDownload,
  signed,
} from './operator-routes.tsx';
import { AdminPlansPage, AdminUpkeepPage } from './pages/index.ts';
import { writeSize } from './components/size.ts';
import { sendPage } from './site.ts';
import type { View } from './view.ts';

const emptyIsNull = (text: string | null) => (text === null || text.trim() === '' ? null : text);

async function sendUpkeep(
  setting: OperatorSetting,
  reply: FastifyReply,
  outcome: Outcome,
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, outcome);
  const { operator } = setting;
  const model = {
    outcome: text,
    retention: await operator.retention(),
    recompute: operator.recomputeState(),
    exported: operator.exportState(),
    outlets: await followedChoices(operator),
    timeZone: setting.site.timeZone,
  };
  return sendPage(reply, <AdminUpkeepPage setting={form} model={model} />, { view, status });
}

const dayNumber = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/)
  .transform((text) => (text === '' ? null : Number(text)));
const retentionSchema = z.object({ pages: dayNumber, pictures: dayNumber });
const optionalDay = z.union([z.literal('').transform(() => null), z.iso.date()]).nullable();
const periodSchema = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to);
const scopeSchema = z.object({
  outlet: z.string().max(200).default(''),
  from: optionalDay.default(null),
  to: optionalDay.default(null),
});

/** `/admin/upkeep`: how long raw bytes are kept, reading them again, taking them out. */
export function upkeepRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  app.get('/admin/upkeep', (_request, reply) => sendUpkeep(setting, reply, { said: null }));
  app.post('/admin/upkeep/retention', async (request, reply) => {
    const days = retentionSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!days.success) return sendUpkeep(setting, reply, { said: 'admin.notUnderstood' });
    const { pages: pagesDays, pictures: picturesDays } = days.data;
    const outcome = await attempt(async () => {
      await operator.setRetention(signed(request), { pagesDays, picturesDays });
      return { said: 'admin.saved' };
    });
    return sendUpkeep(setting, reply, outcome);
  });
  app.post('/admin/upkeep/retention/run', async (request, reply) => {
    // What is removed is gone: one click is not enough.
    if (fieldsOf(request).get('sure') !== 'on') {
      return sendUpkeep(setting, reply, { said: 'admin.upkeep.notSure' });
    }
    const outcome = await attempt(async () => {
      const { cleared, givenUp, megabytes } = await operator.runRetention(signed(request));
      const values = (view: View) => ({ cleared, givenUp, size: writeSize(view, megabytes * 1e6) });
      return { said: 'admin.upkeep.cleared', values };
    });
    return sendUpkeep(setting, reply, outcome);
  });
  app.post('/admin/upkeep/recompute', async (request, reply) => {
    const outletId = emptyIsNull(fieldsOf(request).get('outlet'));
    const isBegun = await operator.startRecompute(signed(request), outletId);
    const said = isBegun ? 'admin.upkeep.begun' : 'admin.upkeep.runs';
    return sendUpkeep(setting, reply, { said });
  });
  app.post('/admin/upkeep/export', async (request, reply) => {
    const asked = periodSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!asked.success) return sendUpkeep(setting, reply, { said: 'admin.notUnderstood' });
    const isBegun = await operator.startExport(signed(request), asked.data);
    const said = isBegun ? 'admin.upkeep.begun' : 'admin.upkeep.runs';
    return sendUpkeep(setting, reply, { said });
  });
  // It makes a file and a line of the trail: a form, not a link.
  app.post('/admin/upkeep/archive', async (request, reply) => {
    const scope = scopeSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!scope.success) return sendUpkeep(setting, reply, { said: 'admin.notUnderstood' });
    const { outlet, from, to } = scope.data;
    const asked = { outletId: emptyIsNull(outlet), from, to };
    const bytes = await operator.archive(signed(request), asked);
    return sendDownload(setting, reply, { name: 'pages.warc.gz', type: 'application/gzip', bytes });
  });
}

async function sendPlans(
  setting: OperatorSetting,
  reply: FastifyReply,
  outcome: Outcome,
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, outcome);
  const model = { outcome: text, plans: await setting.operator.plans() };
  return sendPage(reply, <AdminPlansPage setting={form} model={model} />, { view, status });
}

const planSchema = periodSchema.and(z.object({ title: z.string().trim().min(1).max(300) }));
const deviationSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  what: z.string().trim().min(1).max(2000),
});

/** `/admin/plans`: seal a plan before its period, and note what was done otherwise. */
export function planRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  app.get('/admin/plans', (_request, reply) => sendPlans(setting, reply, { said: null }));
  app.post('/admin/plans/seal', async (request, reply) => {
    const plan = planSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!plan.success) return sendPlans(setting, reply, { said: 'admin.notUnderstood' });
    const outcome = await attempt(async () => {
      const hash = await operator.sealPlan(signed(request), plan.data);
      return { said: 'admin.plans.sealed', values: { hash } };
    });
    return sendPlans(setting, reply, outcome);
  });
  app.post('/admin/plans/note', async (request, reply) => {
    const noted = deviationSchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!noted.success) return sendPlans(setting, reply, { said: 'admin.notUnderstood' });
    const { hash, what } = noted.data;
    const outcome = await attempt(async () => {
      await operator.noteDeviation(signed(request), hash, what);
      return { said: 'admin.saved' };
    });
    return sendPlans(setting, reply, outcome);
  });
}
