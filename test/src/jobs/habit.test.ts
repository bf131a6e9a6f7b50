import { afterAll, expect, test } from 'vitest';
import { createFetchDoor } from '../../../crawlers/index.ts';
import {
  folderArchive,
  leadHabit,
  recordFetch,
  saveOutlets,
  slotMarks,
} from '../../../db/index.ts';
import { simulatedClock } from '../../../src/demo/index.ts';
import { feedsSlot } from '../../../src/jobs/handlers.ts';
import { planDue } from '../../../src/jobs/plan.ts';
import { habitMinutes, timetableOf } from '../../../src/jobs/timetable.ts';
import { openSite } from '../../crawlers/press.ts';
import { testDatabase } from '../../database.ts';
import { outlet, page } from '../../db/world.ts';
import { quietLog } from '../context.ts';

// From what a feed brought on the days before, through the handler, to when it is asked again.

const database = await testDatabase();
const { db } = database;
const site = await openSite({ '/tin.rss': '<rss><channel></channel></rss>' });
const clock = simulatedClock(new Date('2026-03-20T02:30:00Z'));
const door = createFetchDoor({ clock, log: quietLog });
const zone = 'Asia/Ho_Chi_Minh';
const feed = `${site.origin}/tin.rss`;
const paper = outlet({
  id: 'paper',
  homepage: `${site.origin}/`,
  sources: [{ kind: 'feed', url: feed }],
  allowPrivateAddresses: true,
});
afterAll(async () => {
  await door.close();
  await site.close();
});
await saveOutlets(db, [paper]);

/** New links of a feed, named at this UTC time on each of the seven days before. */
async function named(time: string, count: number): Promise<void> {
  for (let day = 13; day <= 19; day += 1) {
    const at = `2026-03-${day}T${time}:00Z`;
    const leads = Array.from({ length: count }, (_, index) => ({
      url: `${site.origin}/${day}-${time}-${index}`,
      title: 'Tin',
      publishedAt: null,
      via: 'feed' as const,
    }));
    const listed = { outletId: 'paper', url: feed, at, kind: 'source', leads } as const;
    await recordFetch(db, page(listed), null);
  }
}

const habitAt = (now: string) =>
  leadHabit(db, { outletId: 'paper', timeZone: zone, now: new Date(now) });

test('a habit is of the hour of the day: busy mornings and quiet nights are told apart', async () => {
  expect(await habitAt('2026-03-20T02:30:00Z')).toEqual({ items: 0, hours: 0 });
  // 09:00 in Vietnam: nine new items; 20:00: one.
  await named('02:00', 9);
  await named('13:00', 1);
  expect(await habitAt('2026-03-20T02:30:00Z')).toEqual({ items: 63, hours: 21 });
  expect(await habitAt('2026-03-20T03:30:00Z')).toEqual({ items: 63, hours: 21 });
  expect(await habitAt('2026-03-19T13:30:00Z')).toEqual({ items: 7, hours: 21 });
  expect(await habitAt('2026-03-19T17:30:00Z')).toEqual({ items: 0, hours: 21 });
  expect(habitMinutes({ items: 63, hours: 21 })).toBe(20);
});

test('the slot asks the feed, says when it is asked again, and is planned then and not before', async () => {
  const entries = timetableOf([paper], zone).filter(({ kind }) => kind === 'feeds');
  const queued: string[] = [];
  const queue = { enqueue: async (_: unknown, { id }: { id: string }) => void queued.push(id) };
  const plan = () => planDue({ database, queue }, entries, clock.now());
  expect(await plan()).toBe(1);
  const archive = folderArchive('/nonexistent', { durable: false });
  const parts = { database, archive, door, ownAttempts: [], clock, log: quietLog, browser: null };
  const handled = await feedsSlot(
    { ...parts, archive: { ...archive, put: async () => '0'.repeat(64) } },
    { kind: 'feeds', target: 'paper', label: 'x', signal: new AbortController().signal },
  );
  expect(site.asked).toContain('/tin.rss');
  expect(handled).toMatchObject({ state: 'done', result: { nextMinutes: 20 } });
  const mark = (await slotMarks(db)).get('feeds paper');
  expect(mark).toEqual(new Date(clock.now().getTime() + 20 * 60_000));
  clock.advance(19 * 60_000);
  expect(await plan()).toBe(0);
  clock.advance(60_000);
  expect(await plan()).toBe(1);
  expect(new Set(queued).size).toBe(2);
});

test('hours on both sides of midnight are neighbours', async () => {
  // 00:15 in Vietnam, seen from 23:30 and from 00:30.
  await named('17:15', 2);
  expect(await habitAt('2026-03-20T16:30:00Z')).toMatchObject({ items: 14 });
  expect(await habitAt('2026-03-20T17:30:00Z')).toMatchObject({ items: 14 });
});

test('a slot whose every source failed is a failed one, with the reason', async () => {
  site.pages.delete('/tin.rss');
  const archive = folderArchive('/nonexistent', { durable: false });
  const parts = { database, archive, door, ownAttempts: [], clock, log: quietLog, browser: null };
  const task = { kind: 'feeds', target: 'paper', label: 'y' } as const;
  const signal = new AbortController().signal;
  const kept = { ...parts, archive: { ...archive, put: async () => '0'.repeat(64) } };
  expect(await feedsSlot(kept, { ...task, signal })).toMatchObject({
    state: 'failed',
    result: { failed: 1, fault: 'fetch/not-found', nextMinutes: expect.any(Number) },
  });
});
