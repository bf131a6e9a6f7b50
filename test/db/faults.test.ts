import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../db/index.ts';
import { testDatabase } from '../database.ts';
import { fillDisk, openSmallDisk } from '../small-disk.ts';
import { pageCount, storePages } from './writing.ts';
import { openWire, randomFrom, storedCounts, storeDespite, wireEnds } from './unreliable.ts';

// Samples; the whole of it is in test/long/db/faults.test.ts.

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});
async function folder(): Promise<string> {
  const made = await mkdtemp('/tmp/column-inches-faults-');
  folders.push(made);
  return made;
}

/** Asks until an answer comes; the test's own time limit ends a database that never comes back. */
async function untilAnswers({ db }: Database, question: string): Promise<void> {
  for (;;) {
    const answered = await sql
      .raw(question)
      .execute(db)
      .then(
        () => true,
        () => false,
      );
    if (answered) return;
    await delay(50);
  }
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

describe('a wire to the database that fails', () => {
  test('connections cut at random: each page whole or absent, none lost or doubled', async () => {
    const database = await testDatabase();
    const kept = await folder();
    const random = randomFrom(20_261_130);
    const wire = await openWire(wireEnds(database.databaseUrl), {
      kind: 'cuts',
      share: 0.012,
      random,
    });
    await storeDespite(wire.databaseUrl, kept);
    expect(wire.broken).toBeGreaterThan(3);
    expect(await storedCounts(database, kept)).toEqual(everything);
    await wire.close();
  });

  test('a commit of which nobody hears: done once, whatever the client believes', async () => {
    const database = await testDatabase();
    const kept = await folder();
    const wire = await openWire(wireEnds(database.databaseUrl), {
      kind: 'unheard-commits',
      every: 9,
    });
    const failures = await storeDespite(wire.databaseUrl, kept);
    expect(failures).toBeGreaterThan(3);
    expect(await storedCounts(database, kept)).toEqual(everything);
    await wire.close();
  });
});

test('a full disk under the archive: told by name, nothing is half, then work goes on', async ({
  skip,
}) => {
  const disk = openSmallDisk(1) ?? skip('no disk can be mounted here');
  const database = await testDatabase();
  try {
    const [ballast, kept] = [join(disk.folder, 'ballast'), join(disk.folder, 'archive')];
    await mkdir(kept);
    await fillDisk(ballast);
    await expect(storePages(database, kept)).rejects.toThrow(/ENOSPC|no space/i);
    const { whole, ...counts } = await storedCounts(database, kept);
    expect(new Set(Object.values(counts))).toEqual(new Set([whole]));
    await rm(ballast);
    await storePages(database, kept);
    expect(await storedCounts(database, kept)).toEqual(everything);
  } finally {
    disk.close();
  }
});

describe('the embedded server, killed', () => {
  test('is started again by itself, with what was stored, for the same pool', async () => {
    const dataFolder = await folder();
    const warnings: string[] = [];
    const log = {
      debug() {},
      info() {},
      error() {},
      warn: (_fields: object, message: string) => void warnings.push(message),
    };
    const database = await openDatabase({ dataFolder }, { log });
    try {
      for (let kill = 1; kill <= 2; kill += 1) {
        await sql`create table ${sql.table(`kept_${kill}`)} as select 42 as answer`.execute(
          database.db,
        );
        const marks = await readFile(join(dataFolder, 'postgres/postmaster.pid'), 'utf8');
        process.kill(Number.parseInt(marks, 10), 'SIGKILL');
        // Until then a session of the dead server may still answer.
        const restarts = () => warnings.filter((message) => /started again/.test(message)).length;
        while (restarts() < kill) await delay(50);
        await untilAnswers(database, `select count(*) from kept_${kill}`);
      }
    } finally {
      await database.close();
    }
  }, 60_000);
});
