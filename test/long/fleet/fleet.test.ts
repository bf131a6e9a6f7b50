import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { bucketArchive, saveOutlets } from '../../../db/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import {
  databaseOnTheWire,
  gone,
  homeAddress,
  machines,
  openMachines,
  startWorker,
} from './machines.ts';
import { articles, openPress, type WatchedPress } from './press.ts';

// Workers as their own processes on two simulated machines, with PostgreSQL and a bucket across the
// wire. Needs root and iproute2. Figures are printed: they are of this machine and its load.

const outletCount = 16;
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const closers: (() => unknown)[] = [];
let folder = '';
let bucketUrl = '';
let databasePort = 0;
let runs = 0;

beforeAll(async () => {
  closers.push(await openMachines());
  folder = await mkdtemp(join(tmpdir(), 'column-inches-fleet-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const bucket = new S3rver({
    address: homeAddress,
    port: 0,
    silent: true,
    directory: join(folder, 'bucket'),
    configureBuckets: [{ name: 'inches', configs: [] }],
  });
  const { port } = await bucket.run();
  bucketUrl = `http://${homeAddress}:${port}/inches`;
  closers.push(() => bucket.close());
  const wire = await databaseOnTheWire(inject('databaseServer'));
  databasePort = wire.port;
  closers.push(wire.close);
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

interface Fleet {
  readonly database: TestDatabase;
  readonly press: WatchedPress;
  readonly workers: ReadonlyMap<string, ChildProcess>;
  stop(): Promise<void>;
}

async function startFleet(count: number): Promise<Fleet> {
  runs += 1;
  const database = await testDatabase();
  const press = await openPress(outletCount, homeAddress);
  await saveOutlets(database.db, press.outlets);
  const name = new URL(database.databaseUrl).pathname;
  const { user } = inject('databaseServer');
  const workers = new Map<string, ChildProcess>();
  for (let index = 0; index < count; index += 1) {
    const worker = `worker-${index}`;
    const env = {
      DATABASE_URL: `postgres://${user}@${homeAddress}:${databasePort}${name}`,
      COLUMN_INCHES_BUCKET: bucketUrl,
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    };
    const of = { name: worker, folder: join(folder, `run-${runs}`), env };
    workers.set(worker, await startWorker(machines[index % 2] ?? 'ci-one', of));
  }
  const stop = async () => {
    for (const worker of workers.values()) worker.kill('SIGTERM');
    for (const worker of workers.values()) await gone(worker);
    await press.close();
  };
  return { database, press, workers, stop };
}

async function until(holds: () => Promise<boolean>, seconds = 600): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new TypeError(`it did not come to be within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function count(fleet: Fleet, what: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.raw(what)}`.execute(fleet.database.db);
  return rows[0]?.count ?? 0;
}

const doneSlots = (fleet: Fleet, kind: string) =>
  count(fleet, `slots where kind = '${kind}' and state = 'done'`);

/** Of what was read over HTTP: from the first request to the last new article. */
function seconds({ asked }: WatchedPress): number {
  const pages = asked.filter(({ path }) => path.startsWith('/tin/'));
  return ((pages.at(-1)?.at ?? 0) - (asked[0]?.at ?? 0)) / 1000;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function expectWhole(fleet: Fleet): Promise<void> {
  expect(fleet.press.overlaps).toEqual([]);
  expect(await count(fleet, 'items')).toBe(outletCount * articles);
  expect(await count(fleet, 'item_versions')).toBe(outletCount * articles);
  expect(await count(fleet, 'analyses')).toBe(outletCount * articles);
}

test('more workers are faster, and no host is spoken to by two at once', async () => {
  for (const workers of [1, 2, 4]) {
    const fleet = await startFleet(workers);
    try {
      await until(async () => (await doneSlots(fleet, 'crawl')) === outletCount);
      const took = seconds(fleet.press);
      await until(async () => (await doneSlots(fleet, 'homepage')) >= outletCount);
      await until(async () => (await doneSlots(fleet, 'feeds')) >= outletCount);
      await expectWhole(fleet);
      const busy = new Set(fleet.press.asked.map(({ by }) => by));
      expect([...busy].toSorted()).toEqual([...fleet.workers.keys()]);
      const requests = fleet.press.asked.length;
      print(
        `${workers} workers: ${outletCount} outlets crawled in ${took.toFixed(1)} s, ` +
          `${requests} requests with feeds and front pages, ${fleet.press.overlaps.length} at once`,
      );
      const [blob] = await fleet.database.db.selectFrom('blobs').select('hash').execute();
      const archive = bucketArchive({ url: bucketUrl, ...keys });
      expect(await archive.verify(blob?.hash ?? '')).toBe('whole');
    } finally {
      await fleet.stop();
    }
  }
});

test('what a worker had in hand when it was killed is taken up within a minute', async () => {
  const fleet = await startFleet(2);
  const { asked } = fleet.press;
  try {
    const crawling = () => asked.filter(({ by, path }) => by === 'worker-0' && /^.tin/.test(path));
    await until(async () => crawling().length > 5);
    fleet.workers.get('worker-0')?.kill('SIGKILL');
    const killedAt = performance.now();
    const inHand = await sql<{ id: string; target: string }>`select id, target from slots
      where state = 'running' and worker like ${`%-${fleet.workers.get('worker-0')?.pid}-%`}
      `.execute(fleet.database.db);
    expect(inHand.rows.length).toBeGreaterThan(0);
    const taken = async () => {
      const { rows } =
        await sql`select from slots where id = any(${inHand.rows.map(({ id }) => id)})
        and (state = 'done' or worker not like ${`%-${fleet.workers.get('worker-0')?.pid}-%`})
        `.execute(fleet.database.db);
      return rows.length === inHand.rows.length;
    };
    await until(taken, 60);
    const took = (performance.now() - killedAt) / 1000;
    print(
      `killed with ${inHand.rows.length} slots in hand; all taken up after ${took.toFixed(1)} s`,
    );
    await until(async () => (await doneSlots(fleet, 'crawl')) === outletCount);
    await expectWhole(fleet);
  } finally {
    await fleet.stop();
  }
});
