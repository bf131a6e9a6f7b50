import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ColumnInchesError } from '../src/domain/index.ts';
import { type Archive, folderArchive } from './archive.ts';
import { hashing } from './backup.ts';
import {
  type BackupManifest,
  type BackupTable,
  pagesIn,
  quoted,
  readBackup,
} from './backup-format.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './schema.ts';

/** Where a backup is put back. */
export interface RestoreRequest {
  readonly db: Kysely<Tables>;
  readonly connection: pg.PoolConfig;
  readonly archive: Archive;
  readonly folder: string;
  readonly onPages?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Puts a backup into an empty database: its schema as it was, the rows in one transaction, then
 * this version's migrations. Rows come back whole or not at all; raw pages come first.
 * Throws `backup/not-a-backup`, `backup/newer-than-code`, `restore/not-empty`, `backup/damaged`.
 */
export async function restoreBackup(request: RestoreRequest): Promise<BackupManifest> {
  const { db, folder } = request;
  const manifest = await readBackup(folder);
  refuseNewer(folder, manifest);
  await refuseUsed(db, manifest);
  await restorePages(request);
  const known = manifest.migrations.map((name) => [name, migrations[name]] as const);
  await migrate(db, Object.fromEntries(known.flatMap(([name, one]) => (one ? [[name, one]] : []))));
  await restoreRows(request, manifest);
  await migrate(db);
  // Their jobs were in the other machine's queue; the timetable makes up for them.
  await sql`delete from slots where state in ('queued', 'running')`.execute(db);
  return manifest;
}

function refuseNewer(folder: string, manifest: BackupManifest): void {
  const unknown = manifest.migrations.filter((name) => !(name in migrations));
  if (unknown.length === 0) return;
  throw new ColumnInchesError({
    code: 'backup/newer-than-code',
    verdict: 'stop-run',
    message:
      `${folder} was made by column-inches ${manifest.program}, which is newer (it has ` +
      `${unknown.join(', ')}). Install that version or a later one, and restore with it.`,
    messageVietnamese:
      `${folder} do column-inches ${manifest.program} tạo, mới hơn bản này (có ` +
      `${unknown.join(', ')}). Hãy cài bản đó hoặc mới hơn rồi khôi phục.`,
  });
}

/** An installation in use is never written over; a schema ahead of the backup cannot go back. */
async function refuseUsed(db: Kysely<Tables>, manifest: BackupManifest): Promise<void> {
  const { rows } = await sql<{ found: string | null }>`
    select to_regclass('kysely_migration')::text as found`.execute(db);
  if (!rows[0]?.found) return;
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const isAhead = done.rows.some(({ name }) => !manifest.migrations.includes(name));
  const hasRows = done.rows.length > 0 && (await holdsRows(db));
  if (!isAhead && !hasRows) return;
  throw new ColumnInchesError({
    code: 'restore/not-empty',
    verdict: 'stop-run',
    message:
      'The database to restore into is in use already. Name a new data folder ' +
      '(COLUMN_INCHES_DATA) or an empty database (DATABASE_URL); nothing was changed.',
    messageVietnamese:
      'Cơ sở dữ liệu định khôi phục vào đã có dữ liệu. Hãy đặt thư mục dữ liệu mới ' +
      '(COLUMN_INCHES_DATA) hoặc cơ sở dữ liệu trống (DATABASE_URL); chưa có gì bị thay đổi.',
  });
}

async function holdsRows(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from outlets) or exists (select from persons) as used`.execute(db);
  return rows[0]?.used === true;
}

async function restorePages(request: RestoreRequest): Promise<void> {
  const { archive, folder, signal, onPages } = request;
  const source = folderArchive(join(folder, 'archive'));
  let done = 0;
  for await (const hash of pagesIn(folder)) {
    signal?.throwIfAborted();
    if (!(await archive.has(hash))) {
      const bytes = await source.get(hash);
      if (bytes !== null) await archive.put(bytes);
    }
    done += 1;
    if (done % 500 === 0) onPages?.(done);
  }
}

async function restoreRows(request: RestoreRequest, manifest: BackupManifest): Promise<void> {
  const client = new pg.Client({ ...request.connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("set datestyle to 'ISO, YMD'; set timezone to 'UTC'");
    await client.query('begin');
    await makePartitions(client, manifest);
    const tables = await inOrder(client, manifest.tables);
    const names = tables.map(({ name }) => quoted(name));
    // What triggers would write is in the backup too.
    for (const name of names) await client.query(`alter table ${name} disable trigger user`);
    if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
    for (const table of tables) {
      request.signal?.throwIfAborted();
      await restoreTable(client, table, request.folder);
    }
    for (const name of names) await client.query(`alter table ${name} enable trigger user`);
    for (const { name, value } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2::bigint)', [quoted(name), value]);
    }
    await client.query('commit');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makePartitions(client: pg.Client, manifest: BackupManifest): Promise<void> {
  for (const { parent, name, bound } of manifest.partitions) {
    if (!/^(FOR VALUES [\w\s(),.:'"+-]*|DEFAULT)$/i.test(bound)) throw damaged(name, manifest);
    await client.query(
      `create table if not exists ${quoted(name)} partition of ${quoted(parent)} ${bound}`,
    );
  }
}

/** Tables that others refer to come first. */
async function inOrder(
  client: pg.Client,
  tables: readonly BackupTable[],
): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select distinct c.relname as child, p.relname as parent from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = current_schema::regnamespace and c.oid <> p.oid`,
  );
  const ordered: BackupTable[] = [];
  const done = new Set<string>();
  const byName = new Map(tables.map((table) => [table.name, table]));
  const visit = (name: string) => {
    if (done.has(name)) return;
    done.add(name);
    for (const { child, parent } of rows) if (child === name) visit(parent);
    const table = byName.get(name);
    if (table) ordered.push(table);
  };
  for (const { name } of tables) visit(name);
  return ordered;
}

async function restoreTable(client: pg.Client, table: BackupTable, folder: string): Promise<void> {
  const { name, columns, sha256, rows, file } = table;
  // A manifest must not lead out of its folder.
  if (!/^tables-\d+[/\\][\w-]+\.copy\.gz$/.test(file)) throw damaged(name);
  const names = columns.map(quoted).join(', ');
  const copy = client.query(copyFrom(`copy ${quoted(name)} (${names}) from stdin`));
  const hash = createHash('sha256');
  const source = createReadStream(join(folder, file));
  try {
    await pipeline(source, createGunzip(), hashing(hash), refusingOther(hash, sha256, name), copy);
  } catch (thrown) {
    if (thrown instanceof ColumnInchesError) throw thrown;
    throw damaged(name, thrown);
  }
  if (copy.rowCount !== rows) throw damaged(name);
}

/** Ends the copy with an error, and so the transaction, where the rows are not those written. */
function refusingOther(hash: ReturnType<typeof createHash>, expected: string, name: string) {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, chunk),
    flush: (done) => {
      done(hash.digest('hex') === expected ? null : damaged(name));
    },
  });
}

function damaged(name: string, cause?: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: 'backup/damaged',
    verdict: 'stop-run',
    message:
      `The rows of "${name}" in the backup are damaged or incomplete. Take another backup; ` +
      'nothing was restored.',
    messageVietnamese:
      `Dữ liệu bảng "${name}" trong bản sao lưu bị hỏng hoặc thiếu. Hãy dùng bản sao lưu khác; ` +
      'chưa có gì được khôi phục.',
    ...(cause === undefined ? {} : { cause }),
  });
}
