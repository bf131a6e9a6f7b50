import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../db/index.ts';
import { openWire, randomFrom, storedCounts, storeDespite, wireEnds } from '../../db/unreliable.ts';
import { pageCount, storePages } from '../../db/writing.ts';
import { testDatabase } from '../../database.ts';
import { openOutage, until } from '../../outage.ts';
import { fillDisk, openSmallDisk } from '../../small-disk.ts';
import { ownPart } from '../part.ts';

const program = join(import.meta.dirname, '../../../dist/src/main.js');
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});
async function newFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'column-inches-faults-'));
  folders.push(made);
  return made;
}

const everything = {
  items: pageCount,
  fetches: pageCount,
  versions: pageCount,
  analyses: pageCount,
  mentions: pageCount,
  persons: pageCount,
  blobs: pageCount,
  whole: pageCount,
};

describe('the wire to the database', () => {
  test.each(ownPart(Array.from({ length: 20 }, (_, index) => 1_000 + index)))(
    'cut at random moments of seed %i: nothing lost, nothing doubled',
    async (seed) => {
      const database = await testDatabase();
      const kept = await newFolder();
      const random = randomFrom(seed);
      const trouble = { kind: 'cuts', share: 0.01, random } as const;
      const wire = await openWire(wireEnds(database.databaseUrl), trouble);
      await storeDespite(wire.databaseUrl, kept);
      await wire.close();
      expect(wire.broken).toBeGreaterThan(3);
      expect(await storedCounts(database, kept)).toEqual(everything);
    },
  );

  test.each([2, 3, 5, 7, 11, 13])('every %ith commit is heard by nobody', async (every) => {
    const database = await testDatabase();
    const kept = await newFolder();
    const trouble = { kind: 'unheard-commits', every } as const;
    const wire = await openWire(wireEnds(database.databaseUrl), trouble);
    await storeDespite(wire.databaseUrl, kept);
    await wire.close();
    expect(await storedCounts(database, kept)).toEqual(everything);
  });
});

test('the server is away for ten minutes: the program lives on and captures what it missed', async () => {
  const world = await openOutage();
  try {
    await until(async () => ((await world.captured()).length === 1 ? true : null));
    await world.stopServer();
    for (let minute = 1; minute <= 10; minute += 1) {
      world.publish(`Tin phút ${minute}`);
      await delay(60_000);
      expect(await world.status('/healthz')).toBe(200);
      expect(await world.status('/readyz')).toBe(503);
    }
    await world.startServer();
    await until(async () => ((await world.status('/readyz')) === 200 ? true : null));
    await world.crawl();
    await until(async () => ((await world.captured()).length === 11 ? true : null));
    expect(world.program.exitCode).toBeNull();
  } finally {
    await world.close();
  }
});

describe('the embedded server of the running program', () => {
  async function open(folder: string) {
    const { PATH, HOME } = process.env;
    const own = { COLUMN_INCHES_DATA: folder, COLUMN_INCHES_PORT: '0', COLUMN_INCHES_DEMO: 'off' };
    const child = spawn(process.execPath, [program, 'serve'], { env: { PATH, HOME, ...own } });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    const address = await until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? null);
    const marks = join(folder, 'postgres/postmaster.pid');
    const kill = async () => {
      const pid = Number.parseInt(await readFile(marks, 'utf8'), 10);
      process.kill(pid, 'SIGKILL');
      return pid;
    };
    const status = () =>
      fetch(`${address}/readyz`).then(
        (answer) => answer.status,
        () => 0,
      );
    return { child, kill, status, marks, said: () => said };
  }

  test('killed four times: started again each time, the pages answer', async () => {
    const folder = await newFolder();
    const { child, kill, status, marks } = await open(folder);
    for (let time = 0; time < 4; time += 1) {
      const pid = await kill();
      await until(async () => {
        const now = await readFile(marks, 'utf8').catch(() => '');
        return now !== '' && Number.parseInt(now, 10) !== pid ? true : null;
      });
      await until(async () => ((await status()) === 200 ? true : null));
    }
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  test('broken for good: the program ends with the reason in both languages', async () => {
    const folder = await newFolder();
    const { child, kill, said } = await open(folder);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await rename(join(folder, 'postgres/global'), join(folder, 'postgres/global-lost'));
    await kill();
    expect(await ended).toBe(1);
    expect(said()).toMatch(/database\/gone.*vẫn an toàn[\s\S]*What was stored is safe/);
  });
});

describe('a disk that is full', () => {
  test('is told, breaks nothing, and work goes on once there is space again', async ({ skip }) => {
    const disk = openSmallDisk(220) ?? skip('no disk can be mounted here');
    try {
      const ballast = join(disk.folder, 'ballast');
      const gone: string[] = [];
      const dataFolder = join(disk.folder, 'data');
      const database = await openDatabase({
        dataFolder,
        onGone: (error) => void gone.push(error.code),
      });
      const archive = join(disk.folder, 'archive');
      await fillDisk(ballast);
      const failed = await storePages(database, archive).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(String(failed)).toMatch(/space|not-writable|Connection terminated|ENOSPC/i);
      await rm(ballast);
      await until(() =>
        storePages(database, archive).then(
          () => true,
          () => null,
        ),
      );
      expect(await storedCounts(database, archive)).toEqual(everything);
      expect(gone).toEqual([]);
      const { rows } = await sql<{ ok: boolean }>`select true as ok`.execute(database.db);
      expect(rows).toEqual([{ ok: true }]);
      await database.close();
    } finally {
      disk.close();
    }
  });
});
