import { afterAll, expect, test } from 'vitest';
import { finishSlot, recentSlots, saveOutlets, slotId, startSlot } from '../../../db/index.ts';
import { ColumnInchesError } from '../../../src/domain/index.ts';
import { createOperations, openQueue } from '../../../src/jobs.ts';
import { outlet } from '../../db/world.ts';
import { quietLog } from '../context.ts';
import { testInstallation } from '../station.ts';

const { database, run } = await testInstallation();
const { db } = database;
await saveOutlets(db, [outlet({ id: 'paper' })]);
const queue = await openQueue(database, { log: quietLog, works: false });
afterAll(() => queue.stop(1000));

const slotOf = async (kind: string) =>
  (await recentSlots(db, { limit: 50 })).find((slot) => slot.kind === kind);

test('lists every line with its rule, its last result and its next run, in both languages', async () => {
  const { exitCode, printed } = await run(['jobs']);
  expect(exitCode).toBe(0);
  const ledger = printed.find((line) => line.startsWith('ledger'));
  expect(ledger).toMatch(/^ledger\t\t60 min\tnot yet\tnext \d{4}-\d\d-\d\dT\d\d:05:00\.000Z$/);
  expect(printed.find((line) => line.startsWith('full crawl'))).toMatch(/\tBáo paper\t02:\d\d\t/);
  expect((await run(['jobs'], { language: 'vi' })).printed.join('\n')).toMatch(
    /^thư tuần\t\t1 07:00\tchưa chạy\ttới /m,
  );
  const json = JSON.parse((await run(['jobs', '--json'])).printed[0] ?? '{}') as object;
  expect(Object.keys(json)).toEqual(['lines', 'alarms', 'workers']);
});

test('queues a job to be run now, and names one that the timetable does not have', async () => {
  const asked = await run(['jobs', '--run', 'crawl:paper']);
  expect([asked.exitCode, asked.told]).toEqual([0, expect.stringContaining('Queued: crawl paper')]);
  expect(await slotOf('crawl')).toMatchObject({ target: 'paper', manual: true, state: 'queued' });
  const unknown = await run(['jobs', '--run', 'crawl:nobody'], { language: 'vi' });
  expect(unknown.exitCode).not.toBe(0);
  expect(unknown.told).toMatch(/operations\/unknown-job.*crawl nobody/);
});

test('ends with 3 while a line’s last slot has failed, and says why', async () => {
  await run(['jobs', '--run', 'ledger']);
  const slot = await slotOf('ledger');
  if (!slot) throw new TypeError('nothing was queued');
  const now = new Date();
  await startSlot(db, slotId(slot), { worker: 'one', now });
  const told = { code: 'jobs/failed', verdict: 'retry', message: 'the disk is full' } as const;
  await finishSlot(db, slotId(slot), { state: 'failed', now, error: new ColumnInchesError(told) });
  const { exitCode, printed } = await run(['jobs']);
  expect(exitCode).toBe(3);
  expect(printed.join('\n')).toMatch(/^ledger\t.*\tfailed .* \(jobs\/failed\)\t/m);
});

test('prints the token that opens the buttons of the page', async () => {
  const [token = ''] = (await run(['jobs', '--token'])).printed;
  const parts = { database, queue: async () => queue, now: () => new Date(), timeZone: 'UTC' };
  expect(await createOperations(parts).isOperator(token)).toBe(true);
});
