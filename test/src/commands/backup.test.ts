import { createHash } from 'node:crypto';
import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
  readdir,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Database,
  folderArchive,
  openDatabase,
  type BackupManifest,
  recordFetch,
  refreshCoverage,
  restoreBackup,
  saveOutlets,
  saveRegister,
  writeBackup,
} from '../../../db/index.ts';
import { migrate, migrations, type Tables } from '../../db/inside.ts';
import { runCommandLine } from '../../../src/cli.ts';
import { refreshFigures } from '../../../src/pipeline.ts';
import { makeExport, openDataOptions } from '../../../src/publish/index.ts';
import { emptyDatabase, testDatabase } from '../../database.ts';
import { mention, outlet, page, personIn, register } from '../../db/world.ts';
import { sentencesOf, store } from '../publish/press.ts';
import { testContext } from '../context.ts';
import { testInstallation } from '../station.ts';

const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };
const installation = await testInstallation();
const source = installation.database;
const archiveFolder = join(installation.folder, 'archive');
const archive = folderArchive(archiveFolder, { durable: false });
let root = '';
const backup = () => join(root, 'backup');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'column-inches-backup-'));
  await saveOutlets(source.db, [outlet({ id: 'a' }), outlet({ id: 'b' })]);
  await saveRegister(source.db, register, { demo: false });
  for (let index = 0; index < 12; index += 1) {
    await store(source, {
      outletId: index % 2 === 0 ? 'a' : 'b',
      url: `https://a.example/${index}`,
      at: `2026-03-0${(index % 8) + 1}T01:00:00Z`,
      publishedAt: `2026-03-0${(index % 8) + 1}T08:00:00+07:00`,
      title: `Tin "${index}"\t\\N, có dấu; 日本`,
      persons: [personIn({ personId: 'le-an' })],
      mentions: [mention({ personId: 'le-an' })],
    });
  }
  const bytes = new TextEncoder().encode('<p>trang gốc</p>');
  const attempt = { bytes };
  const raw = { outletId: 'a', url: 'https://a.example/raw', at: '2026-03-09T01:00:00Z', attempt };
  await recordFetch(source.db, page(raw), await archive.put(bytes));
  await refreshCoverage(source.db);
  await mkdir(join(installation.folder, 'outlets'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

function options(from: { archive: ReturnType<typeof folderArchive> }) {
  const parts = { sentencesOf, archive: from.archive, version: '1', now: () => new Date(0) };
  return openDataOptions(parts);
}

/** The address of the open data: the same hash, the same figures to the last byte. */
async function exportHash(database: Pick<Database, 'db'>, kept: typeof archive): Promise<string> {
  const made = await makeExport(
    database.db,
    { query, formats: ['csv', 'json', 'parquet'] },
    options({ archive: kept }),
  );
  return made.hash;
}

/** Opens a target as `restore` does and takes the backup in. */
async function restoreInto(place: Parameters<typeof openDatabase>[0], folder = backup()) {
  const database = await openDatabase(place, { unmigrated: true });
  const kept = folderArchive(await mkdtemp(join(root, 'archive-')), { durable: false });
  try {
    const { db, connection } = database;
    await restoreBackup({ db, connection, archive: kept, folder });
    return { database, archive: kept };
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
}

async function manifestOf(folder: string): Promise<BackupManifest> {
  return JSON.parse(await readFile(join(folder, 'backup.json'), 'utf8')) as BackupManifest;
}

test('a backup restores to another machine, embedded, with the same export to the byte', async () => {
  const before = await exportHash(source, archive);
  expect((await installation.run(['backup', backup()])).exitCode).toBe(0);
  const { database, archive: kept } = await restoreInto({
    dataFolder: join(root, 'other-machine'),
    durable: false,
  });
  try {
    expect(await exportHash(database, kept)).toBe(before);
    const raw = createHash('sha256').update('<p>trang gốc</p>').digest('hex');
    expect(await kept.verify(raw)).toBe('whole');
    // Numbers go on where they were: an id is never given twice.
    const next = await sql`insert into corrections (challenge_id, demo, item_id, person_id, query,
        items_before, items_after, why, made_at, made_by)
      select id, demo, 'x', 'y', query, 1, 0, '', now(), '' from challenges`.execute(database.db);
    expect(next.numAffectedRows).toBe(0n);
  } finally {
    await database.close();
  }
}, 90_000);

test('a server that already had the same tables, empty, takes it too', async () => {
  const { database, archive: kept } = await restoreInto({
    databaseUrl: (await testDatabase()).databaseUrl,
  });
  const hashes = [await exportHash(source, archive), await exportHash(database, kept)];
  expect(hashes[1]).toBe(hashes[0]);
  await database.close();
});

test('it is one moment, however much is written meanwhile', async () => {
  const folder = join(root, 'busy');
  let isOver = false;
  const writing = (async () => {
    for (let index = 0; !isOver; index += 1) {
      // A page is stored whole or not at all, as the pipeline does it.
      await source.transaction((db) =>
        store(
          { ...source, db },
          {
            outletId: 'a',
            url: `https://a.example/busy/${index}`,
            at: '2026-05-09T01:00:00Z',
            publishedAt: '2026-05-09T08:00:00+07:00',
            persons: [personIn({ personId: 'le-an' })],
            mentions: [mention({ personId: 'le-an' })],
          },
        ),
      );
    }
  })();
  await writeBackup({
    connection: source.connection,
    archive,
    folder,
    program: '1',
    now: new Date(),
  });
  isOver = true;
  await writing;
  const { databaseUrl } = await testDatabase();
  // Keys between tables are checked as rows go in: a torn picture would be refused here.
  const { database } = await restoreInto({ databaseUrl }, folder);
  const { rows } = await sql<{ torn: number }>`select count(*)::integer as torn from items i
    where not exists (select from analyses a where a.item_id = i.id)`.execute(database.db);
  expect(rows[0]?.torn).toBe(0);
  await database.close();
  await sql`delete from items where day = '2026-05-09'`.execute(source.db);
});

describe('from an older version', () => {
  test('rows go into the schema of their time, which is then brought up to date', async () => {
    const old = Object.entries(migrations).slice(0, 8);
    const { databaseUrl, connection } = await emptyDatabase();
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    await migrate(db, Object.fromEntries(old));
    await sql`insert into outlets (id, name, medium, time_zone, verified, demo, details)
      values ('old', 'Báo Cũ', 'newspaper', 'Asia/Ho_Chi_Minh', true, false, '{}')`.execute(db);
    await db.destroy();
    const folder = join(root, 'old');
    await writeBackup({ connection, archive, folder, program: '0.0.1', now: new Date() });
    const target = await emptyDatabase();
    const { database } = await restoreInto({ databaseUrl: target.databaseUrl }, folder);
    const done = await sql<{ name: string }>`select name from kysely_migration`.execute(
      database.db,
    );
    expect(done.rows).toHaveLength(Object.keys(migrations).length);
    const outlets = await sql<{ name: string }>`select name from outlets`.execute(database.db);
    expect(outlets.rows).toEqual([{ name: 'Báo Cũ' }]);
    await database.close();
  });

  /** What the source holds, in the tables and columns that an older schema has. */
  async function copyInto(old: Kysely<Tables>): Promise<void> {
    const { rows: columns } = await sql<{ table: string; names: string[] }>`
      select c.relname::text as "table", array_agg(a.attname::text order by a.attnum) as names
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname not like 'kysely%' group by 1`.execute(old);
    await old.transaction().execute(async (to) => {
      // Keys between tables are those of the source, whole already.
      await sql`set local session_replication_role = replica`.execute(to);
      for (const { table, names } of columns) {
        const { rows } = await sql<{ row: object }>`select to_jsonb(t) as row
          from ${sql.table(table)} t`.execute(source.db);
        if (rows.length === 0) continue;
        const list = sql.join(names.map((name) => sql.ref(name)));
        const all = JSON.stringify(rows.map(({ row }) => row));
        await sql`insert into ${sql.table(table)} (${list}) overriding system value select ${list}
          from jsonb_populate_recordset(null::${sql.table(table)}, ${all}::jsonb)
          on conflict do nothing`.execute(to);
      }
    });
  }

  test.each([8, 12, Object.keys(migrations).length - 1])(
    'the schema after %i migrations restores to the same export, to the byte',
    async (count) => {
      const { databaseUrl, connection } = await emptyDatabase();
      const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
      const old = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
      await migrate(old, Object.fromEntries(Object.entries(migrations).slice(0, count)));
      await copyInto(old);
      await old.destroy();
      const folder = join(root, `old-${count}`);
      await writeBackup({ connection, archive, folder, program: '0.0.1', now: new Date() });
      const target = await emptyDatabase();
      const { database, archive: kept } = await restoreInto(target, folder);
      await refreshFigures(database);
      await refreshFigures(source);
      expect(await exportHash(database, kept)).toBe(await exportHash(source, archive));
      const items = await sql<{ n: number }>`select count(*)::integer as n from items`.execute(
        database.db,
      );
      expect(items.rows[0]?.n).toBeGreaterThanOrEqual(12);
      await database.close();
    },
  );

  test('a backup of a newer version is refused by name', async () => {
    const folder = join(root, 'newer');
    await cp(backup(), folder, { recursive: true });
    const manifest = await manifestOf(folder);
    const newer = { ...manifest, program: '99.0.0', migrations: ['9999-from-the-future'] };
    await writeFile(join(folder, 'backup.json'), JSON.stringify(newer));
    const { databaseUrl } = await emptyDatabase();
    await expect(restoreInto({ databaseUrl }, folder)).rejects.toMatchObject({
      code: 'backup/newer-than-code',
      message: expect.stringMatching(/99\.0\.0.*9999-from-the-future/),
    });
  });
});

describe('what must not be restored', () => {
  test('rows that were changed or cut off: nothing goes in', async () => {
    const folder = join(root, 'damaged');
    await cp(backup(), folder, { recursive: true });
    const items = (await manifestOf(folder)).tables.find(({ name }) => name === 'item_versions');
    const file = join(folder, items?.file ?? '');
    const text = gunzipSync(await readFile(file)).toString('utf8');
    await writeFile(file, gzipSync(text.replace('Tin', 'Tỉn')));
    const { databaseUrl } = await emptyDatabase();
    const damaged = { code: 'backup/damaged', messageVietnamese: expect.stringContaining('hỏng') };
    await expect(restoreInto({ databaseUrl }, folder)).rejects.toMatchObject(damaged);
    await writeFile(file, gzipSync(text).subarray(0, 40));
    await expect(restoreInto({ databaseUrl }, folder)).rejects.toMatchObject(damaged);
    const left = await openDatabase({ databaseUrl });
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from outlets`.execute(
      left.db,
    );
    expect(rows[0]?.n).toBe(0);
    await left.close();
    // The same empty database takes a whole backup afterwards.
    const { database } = await restoreInto({ databaseUrl });
    await database.close();
  });

  test('into an installation in use, from a folder that is no backup, into a folder of others', async () => {
    await expect(restoreInto({ databaseUrl: source.databaseUrl }, backup())).rejects.toMatchObject({
      code: 'restore/not-empty',
    });
    const other = join(root, 'other');
    await mkdir(other);
    await writeFile(join(other, 'letters.txt'), 'private');
    const { context, told } = testContext({ language: 'vi', openStation: installation.open });
    expect(await runCommandLine(['restore', other], context)).toBe(2);
    expect(told.join(' ')).toMatch(/backup\/not-a-backup.*không có bản sao lưu/);
    expect((await installation.run(['backup', other])).told).toContain('backup/folder-in-use');
    expect(await readFile(join(other, 'letters.txt'), 'utf8')).toBe('private');
    const own = await readdir(join(installation.folder, 'outlets'));
    const onto = await installation.run(['backup', installation.folder]);
    expect(onto.told).toContain('backup/data-folder');
    expect(await readdir(join(installation.folder, 'outlets'))).toEqual(own);
  });
});

test('a second backup into the same folder replaces the first; lost pages are told', async () => {
  const first = await manifestOf(backup());
  const lost = createHash('sha256').update('never kept').digest('hex');
  await sql`insert into blobs (hash, size_bytes) values (${lost}, 10)`.execute(source.db);
  const { exitCode, told } = await installation.run(['backup', backup()], { language: 'vi' });
  expect(exitCode).toBe(3);
  expect(told).toContain('thiếu 1 và hỏng 0');
  const second = await manifestOf(backup());
  expect(second.blobs).toMatchObject({ missing: 1, damaged: 0 });
  expect(second.tables[0]?.file).not.toBe(first.tables[0]?.file);
  await sql`delete from blobs where hash = ${lost}`.execute(source.db);
});

test('bytes that retention cleared go from a backup that is brought up to date, and no others', async () => {
  const folder = join(root, 'aged');
  const pages = folderArchive(join(folder, 'archive'), { durable: false });
  const request = { connection: source.connection, archive, folder, program: '1' };
  const added: string[] = [];
  for (const text of ['cleared', 'cleared too', 'given up', 'linked']) {
    const hash = await archive.put(new TextEncoder().encode(text));
    await sql`insert into blobs (hash, size_bytes) values (${hash}, 10)`.execute(source.db);
    added.push(hash);
  }
  const [cleared = '', clearedToo = '', givenUp = '', linked = ''] = added;
  const first = await writeBackup({ ...request, now: new Date(1) });
  const restored = () => Promise.all(added.map((hash) => pages.has(hash)));
  expect(await restored()).toEqual([true, true, true, true]);

  await sql`update blobs set removed_at = now() where hash = any(${added})`.execute(source.db);
  for (const hash of [cleared, clearedToo, linked]) await archive.remove(hash);
  // Files of others, a page that is not in its place, and a folder that is a link to elsewhere.
  const raw = createHash('sha256').update('<p>trang gốc</p>').digest('hex');
  const others = [join(folder, 'archive/notes.txt'), join(folder, `archive/${cleared}.gz`)];
  const misplaced = join(folder, `archive/00/00/${raw}.gz`);
  await mkdir(join(folder, 'archive/00/00'), { recursive: true });
  for (const path of [...others, misplaced]) await writeFile(path, 'x');
  const behindLink = join(root, 'elsewhere');
  await rename(join(folder, 'archive', linked.slice(0, 2)), behindLink);
  await symlink(behindLink, join(folder, 'archive', linked.slice(0, 2)));

  const second = await writeBackup({ ...request, now: new Date(2) });
  expect(await restored()).toEqual([false, false, true, true]);
  expect(second.blobs).toEqual({ ...first.blobs, kept: first.blobs.kept - 4 });
  expect(await pages.verify(raw)).toBe('whole');
  for (const path of [...others, misplaced]) expect(await readFile(path, 'utf8')).toBe('x');
  const { database, archive: kept } = await restoreInto(
    { databaseUrl: (await emptyDatabase()).databaseUrl },
    folder,
  );
  await database.close();
  expect(await kept.verify(cleared)).toBe('missing');
  expect(await kept.verify(raw)).toBe('whole');
  expect(await kept.verify(givenUp)).toBe('whole');
  await sql`delete from blobs where hash = any(${added})`.execute(source.db);
});
