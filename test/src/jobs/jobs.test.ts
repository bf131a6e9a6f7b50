import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { listOutlets, recentSlots, saveOutlets } from '../../../db/index.ts';
import type { Outlet } from '../../../src/domain/index.ts';
import { ledgerSlot } from '../../../src/jobs/handlers.ts';
import { planDue, waitsForItsFirstTime } from '../../../src/jobs/plan.ts';
import { type JobQueue, openQueue } from '../../../src/jobs/queue.ts';
import { type Handlers, type SlotTask, slotRunner } from '../../../src/jobs/run.ts';
import { createOperations, operatorToken } from '../../../src/jobs.ts';
import { timetableOf } from '../../../src/jobs/timetable.ts';
import { simulatedClock } from '../../../src/demo/index.ts';
import { testDatabase } from '../../database.ts';
import { quietLog } from '../context.ts';

const outlet: Outlet = {
  id: 'bao-thu',
  name: 'Báo Thử',
  medium: 'newspaper',
  homepage: 'http://127.0.0.1:1/',
  place: null,
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  verified: false,
  sources: [
    { kind: 'feed', url: 'http://127.0.0.1:1/rss' },
    { kind: 'listing', url: 'http://127.0.0.1:1/lich' },
  ],
  selectors: [],
  delayMs: 0,
  expectedItemsPerDay: { min: 0, max: 10 },
  allowPrivateAddresses: true,
  demo: false,
};

const timeZone = 'Asia/Ho_Chi_Minh';
const entries = timetableOf([outlet], timeZone);
const database = await testDatabase();
await saveOutlets(database.db, [outlet]);
const clock = simulatedClock(new Date('2026-03-02T00:00:00Z'));

const opened: JobQueue[] = [];
async function queueOfTest(works: boolean): Promise<JobQueue> {
  const queue = await openQueue(database, { log: quietLog, works });
  opened.push(queue);
  return queue;
}
afterAll(async () => {
  for (const queue of opened) await queue.stop(2000);
});

const queue = await queueOfTest(false);
const plan = () => planDue({ database, queue }, entries, clock.now());
const labelsOf = async (kind: string) =>
  (await recentSlots(database.db, { limit: 10_000 }))
    .filter((slot) => slot.kind === kind)
    .map(({ label }) => label)
    .sort();

function answering(handle: (task: SlotTask) => Promise<void>): Handlers {
  const done = async (task: SlotTask) => {
    await handle(task);
    return { state: 'done' as const, result: {} };
  };
  return Object.fromEntries(entries.map(({ kind }) => [kind, done])) as unknown as Handlers;
}

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new TypeError('it did not come to be within a minute');
}

describe('the timetable over some days', () => {
  test('each slot is planned once, by however many planners', async () => {
    const second = await queueOfTest(false);
    for (let minute = 0; minute < 60 * 24; minute += 10) {
      clock.advance(600_000);
      const both = [plan(), planDue({ database, queue: second }, entries, clock.now())];
      await Promise.all(both);
    }
    expect(await labelsOf('crawl')).toHaveLength(2);
    // A plan every ten minutes meets each quarter of an hour.
    expect(await labelsOf('homepage')).toHaveLength(96);
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from column_inches_jobs.job
      where data is not null`.execute(database.db);
    const slots = await recentSlots(database.db, { limit: 10_000 });
    // What clears the past never does so for a time before there was a timetable.
    expect(rows[0]?.count).toBe(slots.filter(({ state }) => state === 'queued').length);
    const skipped = slots.filter(({ state }) => state === 'skipped');
    expect(skipped.every(({ kind }) => waitsForItsFirstTime.has(kind))).toBe(true);
  });

  test('after a stop of ten days what was missed is run once, and says how much that was', async () => {
    const before = (await labelsOf('crawl')).length;
    clock.advance(10 * 86_400_000);
    await plan();
    await plan();
    const slots = await recentSlots(database.db, { limit: 10 });
    const crawl = slots.find(({ kind }) => kind === 'crawl');
    expect(await labelsOf('crawl')).toHaveLength(before + 1);
    expect(crawl?.missed).toBe(9);
  });

  test('a clock that jumps back runs nothing twice, and one that ran ahead stops nothing', async () => {
    // Feeds have no fixed places: by habit they are asked again after any jump.
    const placed = async () =>
      (await recentSlots(database.db, { limit: 10_000 })).filter(({ kind }) => kind !== 'feeds');
    const before = (await placed()).length;
    const now = clock.now();
    clock.set(new Date(now.getTime() - 3 * 3_600_000));
    await plan();
    expect(await placed()).toHaveLength(before);
    clock.set(new Date(now.getTime() + 40 * 86_400_000));
    await plan();
    clock.set(new Date(now.getTime() + 86_400_000));
    await plan();
    const crawls = await labelsOf('crawl');
    // Ahead: one; back on the right day: that day's own.
    expect(crawls).toHaveLength(5);
    expect(new Set(crawls).size).toBe(crawls.length);
  });
});

describe('the workers', { timeout: 120_000 }, () => {
  const stop = new AbortController();
  const runs: string[] = [];
  const worker = async (handlers: Handlers, name: string) => {
    const own = await queueOfTest(true);
    const parts = { database, clock, log: quietLog };
    await own.work(slotRunner(parts, handlers, { worker: name, stopping: stop.signal }));
    return own;
  };

  test('two of them run each slot exactly once, and an outlet’s pages one job at a time', async () => {
    await sql`delete from column_inches_jobs.job`.execute(database.db);
    await sql`delete from slots`.execute(database.db);
    await sql`delete from slot_marks`.execute(database.db);
    const ended = new Set(['done', 'skipped']);
    let atOnce = 0;
    let most = 0;
    const handlers = answering(async ({ kind, label, target }) => {
      const asks = target !== '' && kind !== 'homepage';
      if (asks) atOnce += 1;
      most = Math.max(most, atOnce);
      runs.push(`${kind} ${label}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (asks) atOnce -= 1;
    });
    const workers = [await worker(handlers, 'one'), await worker(handlers, 'two')];
    await plan();
    const all = async () => {
      const slots = await recentSlots(database.db, { limit: 100 });
      return slots.length === entries.length && slots.every(({ state }) => ended.has(state));
    };
    try {
      await until(all);
    } finally {
      for (const one of workers) await one.stop(2000);
    }
    const meant = entries.filter(({ kind }) => !waitsForItsFirstTime.has(kind));
    expect(runs).toHaveLength(meant.length);
    expect(new Set(runs).size).toBe(meant.length);
    expect(most).toBe(1);
  });

  test('a slot that fails is told with its reason and tried again', async () => {
    clock.advance(86_400_000);
    let calls = 0;
    const failing = answering(async ({ kind }) => {
      if (kind === 'ledger' && (calls += 1) === 1) throw new TypeError('the disk is full');
    });
    const own = await worker(failing, 'three');
    await plan();
    const ledger = async () =>
      (await recentSlots(database.db, { limit: 100 })).find(
        ({ kind, dueAt }) => kind === 'ledger' && dueAt > new Date(0).toISOString(),
      );
    await until(async () => (await ledger())?.state === 'failed');
    expect((await ledger())?.errorMessage).toBe('the disk is full');
    await until(async () => (await ledger())?.state === 'done');
    expect((await ledger())?.attempts).toBe(2);
    await own.stop(2000);
  });
});

describe('operations', () => {
  const operations = createOperations({
    database,
    queue: async () => queue,
    now: () => clock.now(),
    timeZone,
  });

  test('show every line with its last slot and the next one', async () => {
    const { lines } = await operations.status();
    expect(lines.map(({ kind }) => kind).sort()).toEqual(entries.map(({ kind }) => kind).sort());
    for (const { last, nextAt } of lines) {
      expect(last).not.toBeNull();
      expect(Date.parse(nextAt ?? '')).toBeGreaterThan(0);
    }
    expect((await listOutlets(database.db)).length).toBe(1);
  });

  test('a button needs the operator’s token and a line that exists', async () => {
    const asked = { kind: 'ledger', target: '' };
    await expect(operations.runNow({ ...asked, by: { token: 'guess' } })).rejects.toMatchObject({
      code: 'operations/wrong-token',
    });
    const token = await operatorToken(database);
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    await expect(
      operations.runNow({ kind: 'ledger', target: 'nobody', by: { token } }),
    ).rejects.toMatchObject({ code: 'operations/unknown-job' });
    const slot = await operations.runNow({ ...asked, by: { token } });
    expect(slot).toMatchObject({ kind: 'ledger', manual: true, state: 'queued' });
  });
});

test('the hourly job forgets what gives no access any more', async () => {
  const hourOff = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000);
  await sql`insert into auth_verifications (id, identifier, value, "expiresAt")
    values ('old', 'x', 'y', ${hourOff(-1)}), ('new', 'x', 'y', ${hourOff(1)})`.execute(
    database.db,
  );
  await ledgerSlot({ database, clock, log: quietLog });
  const { rows } = await sql<{ id: string }>`select id from auth_verifications`.execute(
    database.db,
  );
  expect(rows).toEqual([{ id: 'new' }]);
});
