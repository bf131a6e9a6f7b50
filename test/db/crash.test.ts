import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { folderArchive, openDatabase } from '../../db/index.ts';
import { emptyDatabase, testDatabase } from '../database.ts';
import { pageCount, storePages } from './writing.ts';

// Seeded, so that a failing moment can be tried again.
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function writeAndKill(databaseUrl: string, archive: string, afterMs: number) {
  const script = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [script, databaseUrl, archive], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await delay(afterMs);
  child.kill('SIGKILL');
  await ended;
}

describe('a writer killed at any moment', async () => {
  const folder = await mkdtemp('/tmp/column-inches-crash-');
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const database = await testDatabase();
  const { db } = database;

  /**
   * Counts on one picture of the database: a killed writer's last commit may still be under way.
   */
  async function counts() {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*) from items)::int as items,
      (select count(*) from fetches)::int as fetches,
      (select count(*) from fetches f join items i on i.id = f.item_id)::int as "fetched items",
      (select count(*) from item_versions)::int as versions,
      (select count(*) from analyses)::int as analyses,
      (select count(*) from mentions)::int as mentions,
      (select count(*) from item_persons)::int as persons,
      (select count(*) from blobs)::int as blobs`.execute(db);
    return Object.values(rows[0] ?? {});
  }

  it('leaves each page whole or absent, and the next run loses and doubles nothing', async () => {
    const random = randomFrom(20_260_307);
    const seen: number[] = [];
    for (let kill = 0; kill < 5; kill++) {
      await writeAndKill(database.databaseUrl, folder, random() * 60);
      const found = await counts();
      seen.push(found[0] ?? 0);
      expect(new Set(found).size, `seen ${seen.join(', ')}; now ${found.join(', ')}`).toBe(1);
    }
    // Or the kills came too late to prove anything.
    expect(seen[0]).toBeLessThan(pageCount);
    await storePages(database, folder);
    expect(new Set(await counts())).toEqual(new Set([pageCount]));
    const archive = folderArchive(folder);
    const { rows } = await sql<{ hash: string }>`select hash from blobs`.execute(db);
    for (const { hash } of rows) expect(await archive.verify(hash)).toBe('whole');
  });
});

describe('opening a database', async () => {
  const database = await testDatabase();
  const { databaseUrl, db } = database;

  it('at once by several processes migrates it once', async () => {
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase({ databaseUrl })),
    );
    const { rows } = await sql`select name from kysely_migration`.execute(db);
    expect(rows.length).toBeGreaterThan(0);
    for (const each of opened) await each.close();
  });

  it('refuses one that a newer version has used', async () => {
    await sql`insert into kysely_migration values ('9999-later', '2030')`.execute(db);
    await expect(openDatabase({ databaseUrl })).rejects.toMatchObject({
      code: 'database/newer-than-code',
    });
    await sql`delete from kysely_migration where name = '9999-later'`.execute(db);
  });

  it.each(['SQL_ASCII', 'LATIN1'] as const)(
    'refuses one of the encoding %s before it writes anything, with the mend in both languages',
    async (encoding) => {
      const other = await emptyDatabase(encoding);
      const opening = openDatabase({ databaseUrl: other.databaseUrl });
      await expect(opening).rejects.toMatchObject({
        code: 'database/not-utf8',
        message: expect.stringMatching(`${encoding}.*create database NAME encoding 'UTF8'`),
        messageVietnamese: expect.stringMatching(`${encoding}.*create database TÊN encoding`),
      });
      const client = new pg.Client(other.connection);
      await client.connect();
      const { rows } = await client.query(`select from pg_tables where schemaname = 'public'`);
      await client.end();
      expect(rows).toEqual([]);
    },
  );

  it('says what to do when nobody answers, without printing the password', async () => {
    const url = 'postgres://me:geheim@127.0.0.1:1/none';
    const opening = openDatabase({ databaseUrl: url });
    await expect(opening).rejects.toMatchObject({ code: 'database/unreachable' });
    await expect(opening).rejects.not.toThrow(/geheim/);
  });
});
