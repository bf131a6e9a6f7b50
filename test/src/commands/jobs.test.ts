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
  const ledger = printed.find((line) => line.startsWith('coverage ledger'));
  expect(ledger).toMatch(
    /^coverage ledger\t\tevery 60 minutes\tnot yet\tnext \d+\s\w{3}\s\d{4}, \d\d:05\tAsia\/Ho_Chi_Minh$/,
  );
  expect(printed.find((line) => line.startsWith('full crawl'))).toMatch(
    /\tBáo paper\tdaily at 02:\d\d\t/,
  );
  const vietnamese = (await run(['jobs'], { language: 'vi' })).printed.join('\n');
  expect(vietnamese).toMatch(/^nguồn tin RSS\tBáo paper\tmỗi 5–120 phút, tùy lượng tin\t/m);
  // Monday, seven in the morning where the operator is: by UTC it were midnight.
  expect(vietnamese).toMatch(
    /^thư tuần\t\t07:00 thứ Hai hằng tuần\tchưa chạy\tlần tới \d\d\/\d\d\/\d{4}, 07:00\tAsia\/Ho_Chi_Minh$/m,
  );
  expect(vietnamese).not.toMatch(/\b(min|next|daily|every)\b|\dZ\b/);
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
  expect(printed.join('\n')).toMatch(/^coverage ledger\t.*\tfailed .* \(jobs\/failed\)\t/m);
});

test('a front page that was not seen is told as failed, with the reason', async () => {
  await run(['jobs', '--run', 'homepage:paper']);
  const slot = await slotOf('homepage');
  if (!slot) throw new TypeError('nothing was queued');
  const now = new Date('2026-11-30T17:30:00Z');
  await startSlot(db, slotId(slot), { worker: 'one', now });
  const result = { looks: 0, failed: 2, fault: 'too-slow' };
  await finishSlot(db, slotId(slot), { state: 'failed', now, result });
  const crawl = await slotOf('crawl');
  if (!crawl) throw new TypeError('nothing was queued');
  await finishSlot(db, slotId(crawl), { state: 'done', now, result: { articles: 0, failed: 5 } });
  const { exitCode, printed } = await run(['jobs'], { language: 'vi' });
  expect(exitCode).toBe(3);
  expect(printed.join('\n')).toMatch(
    /^trang nhất\t.*\thỏng 01\/12\/2026, 00:30 \(2 trong 2 lần xem hỏng: trang tải quá lâu\)\t/m,
  );
  expect(printed.join('\n')).toMatch(/^thu thập toàn bộ\t.*\txong .*\(5 lần hỏi không được\)\t/m);
});

test('prints the token that opens the buttons of the page', async () => {
  const [token = ''] = (await run(['jobs', '--token'])).printed;
  const parts = { database, queue: async () => queue, now: () => new Date(), timeZone: 'UTC' };
  expect(await createOperations(parts).isOperator(token)).toBe(true);
});
