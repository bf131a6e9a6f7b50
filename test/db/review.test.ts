import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  adjudicate,
  codedPairs,
  disputedTasks,
  exportedCodings,
  freeAbandonedPlaces,
  saveChallenge,
  saveDraft,
  settledTasks,
  streamProgress,
  submitCoding,
  takenTask,
  takeTask,
} from '../../db/index.ts';
import type { CodingValue } from '../../src/domain/index.ts';
import { openAudit, openUncertain, renewTasks } from '../../src/review/index.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { storeManyItems } from './review-world.ts';

const nobody: CodingValue = { text: 'whole', persons: [] };
const leAn: CodingValue = {
  text: 'whole',
  persons: [{ personId: 'le-an', role: 'mentioned', place: 'lead' }],
};
const march = { demo: false, from: '2026-03-01', to: '2026-03-31', seed: 'march' };

let database: TestDatabase;

async function statusOf(taskId: string): Promise<string> {
  const { rows } = await sql<{ status: string }>`
    select status from review_tasks where id = ${taskId}`.execute(database.db);
  return rows[0]?.status ?? '';
}

describe('tasks', () => {
  beforeAll(async () => {
    database = await testDatabase();
    await storeManyItems(database.db, { outletId: 'paper', count: 300 });
  });

  const coderTakes = (coder: string, stream: 'audit' | 'uncertain' = 'audit') =>
    takeTask(database.db, { coder, stream, demo: false });

  test('the audit is half of items with nobody, seeded, and drawn on without repeating', async () => {
    expect(await openAudit(database.db, { ...march, items: 40 })).toBe(40);
    expect(await openAudit(database.db, { ...march, seed: 'more', items: 20 })).toBe(20);
    const { rows } = await sql<{ kind: string; count: number }>`
      select split_part(stratum, ' ', 3) as kind, count(*)::int as count from review_tasks
      group by 1 order by 1`.execute(database.db);
    expect(rows).toEqual([
      { kind: 'nobody', count: 30 },
      { kind: 'somebody', count: 30 },
    ]);
  });

  test('the doubtful are ordered by what they would change', async () => {
    expect(await openUncertain(database.db, false)).toBe(34);
    expect(await openUncertain(database.db, false)).toBe(0);
    const { rows } = await sql<{ persons: number; priority: number }>`
      select jsonb_array_length(machine -> 'persons') as persons, priority from review_tasks
      where stream = 'uncertain' order by priority desc`.execute(database.db);
    expect(rows[0]?.priority).toBeGreaterThan(0);
    expect(rows.map(({ persons }) => persons)).toEqual(
      rows.map(({ persons }) => persons).toSorted((one, other) => one - other),
    );
  });

  test('two equal codings are the result; a third coder never gets a place', async () => {
    const first = await coderTakes('anna');
    const second = await coderTakes('binh');
    expect(second).toBe(first);
    expect(await coderTakes('chi')).not.toBe(first);
    const taskId = first ?? '';
    expect(await takenTask(database.db, taskId, 'chi')).toBeNull();
    expect(await submitCoding(database.db, { taskId, coder: 'chi' }, leAn)).toBe('refused');
    expect(await submitCoding(database.db, { taskId, coder: 'anna' }, leAn)).toBe('waiting');
    expect(await submitCoding(database.db, { taskId, coder: 'binh' }, leAn)).toBe('agreed');
    expect(await submitCoding(database.db, { taskId, coder: 'anna' }, nobody)).toBe('refused');
    expect(await statusOf(taskId)).toBe('done');
    const [settled] = await settledTasks(database.db, false);
    expect(settled?.result).toEqual(leAn);
  });

  test('unequal codings wait for an adjudicator who coded neither', async () => {
    const taskId = (await coderTakes('anna')) ?? '';
    expect(await coderTakes('binh')).not.toBeNull();
    const other = await coderTakes('chi');
    expect(other).toBe(taskId);
    await submitCoding(database.db, { taskId, coder: 'anna' }, leAn);
    expect(await submitCoding(database.db, { taskId, coder: 'chi' }, nobody)).toBe('disputed');
    const asking = { demo: false, limit: 10 };
    expect(await disputedTasks(database.db, { ...asking, adjudicator: 'chi' })).toEqual([]);
    const [dispute] = await disputedTasks(database.db, { ...asking, adjudicator: 'dung' });
    expect(dispute?.codings).toHaveLength(2);
    expect(await adjudicate(database.db, { taskId, adjudicator: 'anna' }, leAn)).toBe(false);
    expect(await adjudicate(database.db, { taskId, adjudicator: 'dung' }, leAn)).toBe(true);
    expect(await adjudicate(database.db, { taskId, adjudicator: 'dung' }, nobody)).toBe(false);
    const exported = await exportedCodings(database.db, false);
    const own = exported.filter((coding) => coding.taskId === taskId);
    expect(own.map(({ value, result, decided }) => ({ value, result, decided }))).toEqual([
      { value: nobody, result: leAn, decided: 'adjudicated' },
      { value: leAn, result: leAn, decided: 'adjudicated' },
    ]);
    expect(await codedPairs(database.db, { demo: false, stream: 'audit' })).toHaveLength(2);
  });

  test('a draft outlives the browser, and a place nobody wrote in is free after a day', async () => {
    const taskId = (await coderTakes('anna')) ?? '';
    expect(await saveDraft(database.db, { taskId, coder: 'anna' }, leAn)).toBe(true);
    expect(await saveDraft(database.db, { taskId, coder: 'dung' }, nobody)).toBe(false);
    expect(await coderTakes('anna')).toBe(taskId);
    expect((await takenTask(database.db, taskId, 'anna'))?.draft).toEqual(leAn);
    expect(await freeAbandonedPlaces(database.db)).toBe(0);
    await sql`update review_codings set taken_at = now() - interval '2 days',
      draft_at = now() - interval '2 days' where task_id = ${taskId} and coder = 'anna'`.execute(
      database.db,
    );
    expect(await freeAbandonedPlaces(database.db)).toBe(1);
    expect(await takenTask(database.db, taskId, 'anna')).toBeNull();
  });

  test('a changed text or method brings the task back and keeps the old codings', async () => {
    const [settled] = await settledTasks(database.db, false);
    await sql`update item_versions set content_hash = 'other'
      where item_id = ${settled?.itemId}`.execute(database.db);
    const before = await streamProgress(database.db, 'nobody', false);
    expect(await renewTasks(database.db, false)).toBeGreaterThan(0);
    const after = await streamProgress(database.db, 'nobody', false);
    expect(after[0]?.tasks).toBe(before[0]?.tasks);
    expect(after[0]?.done).toBe((before[0]?.done ?? 0) - 1);
    const codings = await exportedCodings(database.db, false);
    expect(codings.filter(({ itemId }) => itemId === settled?.itemId)).toHaveLength(2);
    expect(await renewTasks(database.db, false)).toBe(0);
  });
});

describe('many at once', () => {
  beforeAll(async () => {
    database = await testDatabase();
    await storeManyItems(database.db, { outletId: 'gazette', count: 12_000 });
    await openAudit(database.db, { ...march, items: 10_000 });
  }, 60_000);

  test('twenty coders at once: each task twice at most, each coder once, none lost', async () => {
    const coders = Array.from({ length: 20 }, (_none, index) => `coder-${index}`);
    await Promise.all(
      coders.map(async (coder) => {
        for (let round = 0; round < 15; round++) {
          const taskId = await takeTask(database.db, { coder, stream: 'audit', demo: false });
          if (taskId === null) throw new TypeError('no task was left');
          // Every fifth browser closes without a word.
          if (round % 5 === 4) continue;
          await submitCoding(database.db, { taskId, coder }, round % 2 === 0 ? leAn : nobody);
        }
      }),
    );
    const { rows } = await sql<{ most: number; wrong: number; begun: number }>`select
      (select max(count) from (select count(*)::int as count from review_codings
        group by task_id) as c) as most,
      (select count(*)::int from review_tasks t where places_taken <>
        (select count(*) from review_codings c where c.task_id = t.id)) as wrong,
      (select count(*)::int from review_codings where submitted_at is null) as begun
    `.execute(database.db);
    expect(rows[0]).toMatchObject({ most: 2, wrong: 0 });
    expect(rows[0]?.begun).toBeLessThanOrEqual(20);
  });

  test('among ten thousand tasks each coder gets the next, and progress counts them all', async () => {
    for (let round = 0; round < 20; round++) {
      const coder = `late-${round}`;
      expect(await takeTask(database.db, { coder, stream: 'audit', demo: false })).not.toBeNull();
    }
    expect((await streamProgress(database.db, 'late-1', false))[0]?.tasks).toBe(10_000);
  });
});

test('what a reader challenges is a doubt too, with the reader’s words', async () => {
  await openUncertain(database.db, false);
  const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };
  const target = { itemId: 'gazette-3', personId: 'le-an', outletId: null };
  await saveChallenge(database.db, {
    ...target,
    id: 'c'.repeat(16),
    query,
    address: '/items/gazette-3',
    raisedAt: new Date(),
    claim: 'not-mentioned',
    reason: 'Không phải ông ấy trong tin này.',
  });
  expect(await openUncertain(database.db, false)).toBe(1);
  const { rows: raised } = await sql<{ reasons: readonly { vi: string }[] }>`
    select reasons from review_tasks where item_id = 'gazette-3' and stream = 'uncertain'`.execute(
    database.db,
  );
  expect(raised[0]?.reasons[0]?.vi).toContain('Bạn đọc phản ánh: “Không phải ông ấy');
});
