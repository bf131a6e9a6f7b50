import { mkdtemp, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createFetchDoor } from '../../../crawlers/index.ts';
import { folderArchive, listWorkers, recentSlots, saveOutlets } from '../../../db/index.ts';
import { openScheduler } from '../../../src/jobs.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { testDatabase } from '../../database.ts';
import { quietLog } from '../context.ts';

const database = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'column-inches-upgrade-'));
let asked = 0;
// A site slow enough for an upgrade to come in the middle of a crawl.
const site = createServer((request, response) => {
  asked += 1;
  const answer = () => response.writeHead(request.url === '/robots.txt' ? 404 : 200).end('<rss/>');
  setTimeout(answer, 400);
});
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
const door = createFetchDoor({ clock: systemClock, log: quietLog });
afterAll(async () => {
  await door.close();
  site.closeAllConnections();
  site.close();
  await rm(folder, { recursive: true, force: true });
});

await saveOutlets(database.db, [
  {
    id: 'bao-cham',
    name: 'Báo Chậm',
    medium: 'newspaper',
    homepage: `${origin}/`,
    place: null,
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    verified: false,
    sources: Array.from({ length: 40 }, (_, at) => ({
      kind: 'feed' as const,
      url: `${origin}/rss/${at}`,
    })),
    selectors: [],
    delayMs: 100,
    expectedItemsPerDay: { min: 0, max: 10 },
    allowPrivateAddresses: true,
    demo: false,
  },
]);

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new TypeError('it did not come to be within half a minute');
}

const start = (signal: AbortSignal) =>
  openScheduler(
    {
      database,
      archive: folderArchive(folder),
      door,
      ownAttempts: [],
      clock: systemClock,
      log: quietLog,
      browser: null,
    },
    { timeZone: 'Asia/Ho_Chi_Minh', version: 'old', signal, tickMs: 300, patienceMs: 15_000 },
  );

test('a worker that meets a newer database puts back what it has in hand and stops', async () => {
  const never = new AbortController();
  const scheduler = await start(never.signal);
  const running = scheduler.run();
  running.catch(() => undefined);
  await until(() => asked > 3);
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'now')`.execute(
    database.db,
  );
  await expect(running).rejects.toMatchObject({ code: 'database/newer-than-code' });
  const [before, slots] = [asked, await recentSlots(database.db, { limit: 50 })];
  const pages = slots.filter(({ kind }) => kind === 'crawl' || kind === 'feeds');
  // One was in hand; a crawl of forty slow sources was not finished, and nothing of it failed.
  expect(pages.map(({ state }) => state)).toContain('queued');
  expect(slots.filter(({ state }) => state === 'running' || state === 'failed')).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(asked).toBe(before);
}, 60_000);

test('its successor takes up what was put back and what the queue lost, and stops in order', async () => {
  await sql`delete from kysely_migration where name = '9999-later'`.execute(database.db);
  await sql`delete from column_inches_jobs.job`.execute(database.db);
  await sql`update slots set queued_at = queued_at - interval '10 minutes'`.execute(database.db);
  await sql`update outlets set details = jsonb_set(details, '{delayMs}', '0')`.execute(database.db);
  const stop = new AbortController();
  const scheduler = await start(stop.signal);
  const running = scheduler.run();
  const before = asked;
  await until(() => asked > before + 3);
  stop.abort();
  await running;
  await expectNothingInHand();
}, 60_000);

test('the program ends within seconds of SIGTERM, and its work goes back into the queue', async () => {
  const { PATH, HOME } = process.env;
  const program = join(import.meta.dirname, '../../../dist/src/main.js');
  await sql`update column_inches_jobs.job set start_after = now() where state = 'retry'`.execute(
    database.db,
  );
  const before = asked;
  const child = spawn(process.execPath, [program, 'worker'], {
    env: { PATH, HOME, COLUMN_INCHES_DATA: folder, DATABASE_URL: database.databaseUrl },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
  await until(() => asked > before + 2);
  const begun = performance.now();
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(performance.now() - begun).toBeLessThan(20_000);
  await expectNothingInHand();
}, 60_000);

/** What was in hand waits in the queue; nobody asks anything, and nobody is said to work. */
async function expectNothingInHand(): Promise<void> {
  const slots = await recentSlots(database.db, { limit: 50 });
  expect(slots.filter(({ state }) => state === 'running' || state === 'failed')).toEqual([]);
  expect(slots.some(({ kind, state }) => kind === 'crawl' && state === 'queued')).toBe(true);
  const { rows } = await sql<{ state: string }>`select distinct state::text as state
    from column_inches_jobs.job where state = 'active'`.execute(database.db);
  expect(rows).toEqual([]);
  expect(await listWorkers(database.db)).toEqual([]);
  const before = asked;
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked).toBe(before);
}
