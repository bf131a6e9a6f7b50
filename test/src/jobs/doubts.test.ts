import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { saveChallenge, settledTasks } from '../../../db/index.ts';
import type { CodingValue } from '../../../src/domain/index.ts';
import { ledgerSlot } from '../../../src/jobs/handlers.ts';
import { createReviewDesk } from '../../../src/review/index.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { testDatabase } from '../../database.ts';
import { storeLook } from '../../db/look-world.ts';
import { storeManyItems } from '../../db/review-world.ts';
import { quietLog } from '../context.ts';

const query = {
  period: { from: '2026-03-01', to: '2026-03-31' },
  outlets: null,
  demo: false,
};
const challengeOf = (itemId: string, letter: string) => ({
  id: letter.repeat(16),
  itemId,
  personId: 'le-an',
  outletId: null,
  query,
  address: `/items/${itemId}`,
  raisedAt: new Date(),
  claim: 'not-mentioned' as const,
  reason: 'Không phải ông ấy trong tin này.',
});

test('the hourly job lists doubts, odd looks and challenges by itself, each once', async () => {
  const database = await testDatabase();
  const { db } = database;
  await storeManyItems(db, { outletId: 'herald', count: 18 });
  const listed = async () => {
    await ledgerSlot({ database, clock: systemClock, log: quietLog });
    const { rows } = await sql<{ about: string }>`select coalesce(item_id, snapshot_id) as about
      from review_tasks where stream = 'uncertain' and status <> 'overtaken'
      order by 1`.execute(db);
    return rows.map(({ about }) => about);
  };
  const doubted = ['herald-1', 'herald-10'];
  expect(await listed()).toEqual(doubted);
  const wall = { outletId: 'herald', at: '2026-03-07T09:00:00Z', fault: 'consent-wall' } as const;
  const look = await storeLook(db, wall);
  await saveChallenge(db, challengeOf('herald-3', 'e'));
  // Of an item that is a task already: no second one.
  await saveChallenge(db, challengeOf('herald-10', 'f'));
  const all = [...doubted, 'herald-3', look].toSorted();
  expect(await listed()).toEqual(all);
  const before = await sql`select * from review_tasks order by id`.execute(db);
  expect(await listed()).toEqual(all);
  const after = await sql`select * from review_tasks order by id`.execute(db);
  expect(after.rows).toEqual(before.rows);
});

test('a challenge always comes before a reader, also where the item was read as a doubt', async () => {
  const database = await testDatabase();
  const { db } = database;
  await storeManyItems(db, { outletId: 'tribune', count: 8 });
  const desk = await createReviewDesk(database);
  const opened = () => desk.refresh(null);
  const itemsFor = async (coder: string) => {
    const taskId = (await desk.take(coder, 'uncertain')) ?? '';
    return { taskId, task: await desk.task(coder, taskId) };
  };
  expect(await opened()).toBe(1);
  // While the task waits, the reader's words are one more reason of it.
  await saveChallenge(db, challengeOf('tribune-1', 'a'));
  expect(await opened()).toBe(0);
  const first = await itemsFor('one');
  expect(first.task?.itemId).toBe('tribune-1');
  expect(first.task?.reasons.at(-1)?.en).toContain('A reader says');
  const value = { text: 'whole', persons: [] } as const;
  await desk.submit('one', first.taskId, value);
  expect((await itemsFor('two')).taskId).toBe(first.taskId);
  expect(await desk.submit('two', first.taskId, value)).toBe('agreed');
  expect(await opened()).toBe(0);
  // Settled: the next challenge is another task, and the result stands until that is settled too.
  await saveChallenge(db, { ...challengeOf('tribune-1', 'b'), reason: 'Là người khác.' });
  await saveChallenge(db, { ...challengeOf('tribune-1', 'c'), reason: 'Ở câu thứ hai.' });
  expect(await opened()).toBe(1);
  expect(await opened()).toBe(0);
  const again = await itemsFor('three');
  expect(again.taskId).not.toBe(first.taskId);
  expect(again.task?.itemId).toBe('tribune-1');
  expect(again.task?.reasons.map(({ vi }) => vi)).toEqual([
    'Bạn đọc phản ánh: “Là người khác.”',
    'Bạn đọc phản ánh: “Ở câu thứ hai.”',
  ]);
  const settled = async () => (await settledTasks(db, false)).map(({ result }) => result.persons);
  expect(await settled()).toEqual([[]]);
  const other = { text: 'whole', persons: [{ personId: 'le-an', role: 'subject', place: 'lead' }] };
  await desk.submit('three', again.taskId, other as CodingValue);
  await itemsFor('four');
  expect(await desk.submit('four', again.taskId, other as CodingValue)).toBe('agreed');
  expect(await settled()).toContainEqual(other.persons);
});
