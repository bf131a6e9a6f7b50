import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { callerOf, fieldsOf, fileOf } from './gate.ts';
import {
  attempt,
  followedChoices,
  type OperatorSetting,
  type Outcome,
  outcomePage,
  sendDownload,
  signed,
} from './operator-routes.tsx';
import { AdminBackupPage, AdminCheckupPage, AdminReplayPage } from './pages/index.ts';
import { formSetting } from './session-routes.tsx';
import { sendPage } from './site.ts';

async function sendBackup(
  setting: OperatorSetting,
  reply: FastifyReply,
  outcome: Outcome,
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, outcome);
  const { timeZone } = setting.site;
  const model = { outcome: text, backup: await setting.operator.backupState(), timeZone };
  return sendPage(reply, <AdminBackupPage setting={form} model={model} />, { view, status });
}

/** `/admin/backup`: a copy of everything. */
export function backupRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator, accounts } = setting;
  app.get('/admin/backup', (_request, reply) => sendBackup(setting, reply, { said: null }));
  app.post('/admin/backup/make', async (request, reply) => {
    const isBegun = await operator.startBackup(signed(request));
    return sendBackup(setting, reply, {
      said: isBegun ? 'admin.upkeep.begun' : 'admin.backup.busy',
    });
  });
  app.post('/admin/backup/download', async (request, reply) => {
    const password = fieldsOf(request).get('password') ?? '';
    const { outcome, retryAfterSeconds } = await accounts.confirmPassword(
      callerOf(request),
      password,
    );
    if (outcome === 'too-many') {
      void reply.header('retry-after', retryAfterSeconds ?? 0);
      const values = { seconds: retryAfterSeconds ?? 0 };
      return sendBackup(setting, reply, { said: 'session.tooMany', values, status: 429 });
    }
    if (outcome !== 'done') {
      return sendBackup(setting, reply, { said: 'admin.backup.wrongPassword', status: 401 });
    }
    const bytes = await operator.backupFile(signed(request));
    if (bytes === null) return sendBackup(setting, reply, { said: 'admin.backup.busy' });
    const name = 'column-inches-backup.tar';
    return sendDownload(setting, reply, { name, type: 'application/x-tar', bytes });
  });
}

async function sendReplay(
  setting: OperatorSetting,
  reply: FastifyReply,
  outcome: Outcome,
): Promise<FastifyReply> {
  const { form, view, text, status } = await outcomePage(setting, reply, outcome);
  const { operator, site } = setting;
  const model = {
    outcome: text,
    replay: operator.replayState(),
    outlets: await followedChoices(operator),
    timeZone: site.timeZone,
  };
  return sendPage(reply, <AdminReplayPage setting={form} model={model} />, { view, status });
}

const address = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]);
const replaySchema = z.object({
  address: address.default(''),
  outlet: z.string().max(200).default(''),
  day: z
    .union([z.literal('').transform(() => null), z.iso.date()])
    .nullable()
    .default(null),
  bulletin: address.default(''),
});

/** `/admin/replay`: saved pages, listings and subtitles. */
export function replayRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  app.get('/admin/replay', (_request, reply) => sendReplay(setting, reply, { said: null }));
  app.post('/admin/replay/import', async (request, reply) => {
    const file = fileOf(request);
    if (file === null) return sendReplay(setting, reply, { said: 'admin.replay.noFile' });
    const asked = replaySchema.safeParse(Object.fromEntries(fieldsOf(request)));
    if (!asked.success) return sendReplay(setting, reply, { said: 'admin.notUnderstood' });
    const { outlet, ...given } = asked.data;
    const outcome = await attempt(async () => {
      const sent = { ...file, ...given, outletId: outlet === '' ? null : outlet };
      const isBegun = await operator.startReplay(signed(request), sent);
      return { said: isBegun ? 'admin.upkeep.begun' : 'admin.upkeep.runs' };
    });
    return sendReplay(setting, reply, outcome);
  });
}

/** `/admin/checkup`: what the doctor finds, and where each command has its page. */
export function checkupRoutes(app: FastifyInstance, setting: OperatorSetting): void {
  const { operator } = setting;
  app.get('/admin/checkup', async (_request, reply) => {
    const { view } = await formSetting(setting, reply);
    const model = { findings: await operator.checkup(), commands: operator.commands };
    return sendPage(reply, <AdminCheckupPage view={view} model={model} />, { view });
  });
}
