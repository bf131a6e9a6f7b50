import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sentencesOf } from '../../../../analyzers/index.ts';
import { createFetchDoor } from '../../../../crawlers/index.ts';
import {
  askSubscriber,
  confirmSubscriber,
  folderArchive,
  saveOutlets,
  saveRegister,
  slotCounts,
} from '../../../../db/index.ts';
import {
  generatePress,
  type Press,
  pressOutlets,
  servePress,
  simulatedClock,
  truthAt,
} from '../../../../src/demo/index.ts';
import { dayIn, type FetchAttempt, jobKinds } from '../../../../src/domain/index.ts';
import { handlersOf, timetableOf } from '../../../../src/jobs.ts';
import { planDue } from '../../../../src/jobs/plan.ts';
import { type Handlers, type SlotTask, slotRunner } from '../../../../src/jobs/run.ts';
import {
  createDigests,
  createMailDoor,
  createNumbers,
  readFigures,
} from '../../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../../database.ts';
import { smtpServer } from '../../../smtp/server.ts';
import { quietLog } from '../../../src/context.ts';

// A whole month of the demo press on a clock that is moved by hand: the real timetable, handlers,
// crawler, database and mail, without a browser. The queue is left out, since pg-boss lives in real
// time; test/src/jobs tries it. `MONTH_DAYS=3` makes the month shorter, for who changes this test.

const days = Number(process.env['MONTH_DAYS'] ?? 31);
const timeZone = 'Asia/Ho_Chi_Minh';
const quarterMs = 900_000;
const hourMs = 3_600_000;

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Items by outlet and day, as the press knows them; without a date, by when first seen. */
async function published(press: Press, { db }: TestDatabase): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { outletId, path, publishedAt, dated } of truthAt(press, new Date(press.endMs))) {
    const seen = dated
      ? null
      : await db
          .selectFrom('items')
          .select('first_seen')
          .where('outlet_id', '=', outletId)
          .where('canonical_url', 'like', `%${path}`)
          .executeTakeFirst();
    const at = seen?.first_seen ?? publishedAt;
    const key = `${outletId} ${dayIn(timeZone, new Date(at))}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

async function openMonth() {
  const press = generatePress({ days });
  // The Monday's own letter is due at seven: this program is started after that.
  const clock = simulatedClock(new Date(press.startMs + 8 * hourMs));
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'month-'));
  folders.push(folder);
  const served = await servePress(press, { clock });
  const ownAttempts: FetchAttempt[] = [];
  const onOwnAttempt = (attempt: FetchAttempt) => void ownAttempts.push(attempt);
  const door = createFetchDoor({ clock, log: quietLog, onOwnAttempt });
  const outlets = pressOutlets(press, served.origins).map((one) => ({ ...one, demo: false }));
  await saveOutlets(database.db, outlets);
  await saveRegister(database.db, press.register, { demo: false });
  const mail = await smtpServer();
  const digests = createDigests(database, {
    figures: readFigures,
    log: quietLog,
    now: () => clock.now(),
    timeZone,
    origin: 'https://inches.example',
    openMail: () =>
      createMailDoor({ url: mail.url, from: 'letters@inches.example', log: quietLog }),
  });
  const archive = folderArchive(folder, { durable: false });
  const parts = {
    database,
    archive,
    door,
    ownAttempts,
    clock,
    log: quietLog,
    browser: null,
    digests,
  };
  const close = async () => {
    await door.close();
    await served.close();
  };
  return { press, clock, database, outlets, mail, parts, close };
}

type Month = Awaited<ReturnType<typeof openMonth>>;

/** Every quarter of an hour what is due is planned and run; answers how often each slot ran. */
async function live({ press, clock, database, outlets, parts }: Month) {
  const runs = new Map<string, number>();
  const handlers = handlersOf(parts);
  const counting = Object.fromEntries(
    jobKinds.map((kind) => [
      kind,
      async (task: SlotTask) => {
        const id = `${kind} ${task.target} ${task.label}`;
        runs.set(id, (runs.get(id) ?? 0) + 1);
        return handlers[kind](task);
      },
    ]),
  ) as unknown as Handlers;
  const never = new AbortController().signal;
  const run = slotRunner(parts, counting, { worker: 'month', stopping: never });
  const entries = timetableOf(outlets, timeZone);
  for (let atMs = clock.now().getTime(); atMs < press.endMs; atMs += quarterMs) {
    clock.set(new Date(Math.max(atMs, clock.now().getTime())));
    const queued: string[] = [];
    const queue = { enqueue: async (_: unknown, { id }: { id: string }) => void queued.push(id) };
    await planDue({ database, queue }, entries, clock.now());
    for (const id of queued) await run({ id }, never);
  }
  clock.set(new Date(press.endMs + hourMs));
  return runs;
}

test('a month: every slot once, a letter each Monday, the ledger exact', async () => {
  const month = await openMonth();
  const { press, database, outlets, mail } = month;
  const now = new Date(press.startMs);
  for (const [index, address] of ['lan@example.org', 'hung@example.org'].entries()) {
    const token = String(index).padEnd(40, 'a');
    const confirmToken = String(index).padEnd(40, 'b');
    await askSubscriber(database.db, { address, language: 'vi', token, confirmToken, now });
    await confirmSubscriber(database.db, confirmToken, now);
  }
  const runs = await live(month);
  await month.close();

  expect([...runs].filter(([, count]) => count !== 1)).toEqual([]);
  const counts = await slotCounts(database.db);
  expect(counts.filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
  const ran = (kind: string) => [...runs.keys()].filter((id) => id.startsWith(`${kind} `)).length;
  expect(ran('crawl')).toBe(days * outlets.length);
  expect(ran('ledger')).toBeGreaterThanOrEqual(days * 24 - 9);

  const letters = Math.floor((days - 1) / 7);
  for (const address of ['lan@example.org', 'hung@example.org']) {
    expect(mail.letters.filter(({ to }) => to === address)).toHaveLength(letters);
  }

  const numbers = createNumbers(database.db, { sentencesOf });
  const { period } = await numbers.extent();
  if (period === null) throw new TypeError('nothing was stored');
  const { coverage, itemsCaptured } = await numbers.figures({ period, outlets: null, demo: false });
  const truth = await published(press, database);
  expect(itemsCaptured).toBe([...truth.values()].reduce((sum, count) => sum + count, 0));
  const isOutage = (outletId: string, day: string) =>
    press.truth.outages.some((outage) => outage.outletId === outletId && outage.day === day);
  const wrong = coverage.flatMap(({ outletId, day, captured, expected, gap }) => {
    const wanted = truth.get(`${outletId} ${day}`) ?? 0;
    const isRight = isOutage(outletId, day) ? gap !== null : captured === wanted && gap === null;
    const found = `${captured} of ${expected}, gap ${gap}`;
    return isRight ? [] : [`${outletId} ${day}: ${found}; published: ${wanted}`];
  });
  expect(wrong).toEqual([]);
}, 7_200_000);
