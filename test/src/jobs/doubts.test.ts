import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { saveChallenge } from '../../../db/index.ts';
import { ledgerSlot } from '../../../src/jobs/handlers.ts';
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
