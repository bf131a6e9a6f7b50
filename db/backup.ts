import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ColumnInchesError } from '../src/domain/index.ts';
import { type Archive, folderArchive, keyOf } from './archive.ts';
import {
  type BackupManifest,
  type BackupTable,
  manifestName,
  pagesIn,
  quoted,
  readBackup,
} from './backup-format.ts';
import { guestName } from './beside.ts';

// PostgreSQL's own pg_dump is not among the embedded programs, so the backup is ours: every table
// by COPY within one snapshot, then every raw page by its hash. A running crawl goes on beside it.

/** What a backup is made of and where it goes. */
export interface BackupRequest {
  readonly connection: pg.PoolConfig;
  readonly archive: Archive;
  /** Made if missing. One that holds an older backup of ours is brought up to date. */
  readonly folder: string;
  /** Version of this program. */
  readonly program: string;
  readonly now: Date;
  /** Told of raw pages done, now and then. */
  readonly onPages?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes a backup: consistent although others write meanwhile, and whole or not there, since its
 * manifest is put in place last. Of an older backup in the folder, raw pages that are still kept
 * stay as they are; those that were given up and cleared go.
 * Throws `backup/folder-in-use`.
 */
export async function writeBackup(request: BackupRequest): Promise<BackupManifest> {
  const { folder, now } = request;
  await refuseOthersFolder(folder);
  const tables = `tables-${now.toISOString().replace(/[^0-9]/g, '')}`;
  await mkdir(join(folder, tables), { recursive: true, mode: 0o700 });
  const written = await writeTables(request, tables);
  const { blobs, surplus } = await copyPages(request);
  const manifest: BackupManifest = {
    format: 1,
    madeAt: now.toISOString(),
    program: request.program,
    ...written,
    blobs,
  };
  await putInPlace(folder, manifest);
  for (const name of await readdir(folder)) {
    if (!name.startsWith('tables-') || name === tables) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
  await removePages(request, surplus);
  return manifest;
}

/** A folder with other people's files in it is not ours to write into. */
async function refuseOthersFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter(
    (name) => !/^(tables-\d+|archive|outlets)$/.test(name),
  );
  if (names.length === 0) return;
  if (names.includes(manifestName) && (await readBackup(folder).catch(() => null))) return;
  throw new ColumnInchesError({
    code: 'backup/folder-in-use',
    verdict: 'stop-run',
    message: `${folder} holds other files (${names[0]}). Name an empty or a new folder.`,
    messageVietnamese: `${folder} có tệp khác (${names[0]}). Hãy chỉ một thư mục trống hoặc mới.`,
  });
}

async function writeTables(request: BackupRequest, tables: string) {
  const client = new pg.Client({ ...request.connection, application_name: guestName });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // The text of times and numbers must not hang on the server's habits.
    await client.query("set datestyle to 'ISO, YMD'; set timezone to 'UTC'");
    await client.query("set intervalstyle to 'postgres'; set extra_float_digits to 3");
    await client.query('begin transaction isolation level repeatable read read only');
    const shape = await readShape(client);
    const done: BackupTable[] = [];
    for (const { name, columns } of shape.tables) {
      request.signal?.throwIfAborted();
      const file = join(tables, `${name}.copy.gz`);
      done.push(await writeTable(client, { name, columns, file, folder: request.folder }));
    }
    await client.query('commit');
    const { server, migrations, partitions, sequences } = shape;
    return { server, migrations, tables: done, partitions, sequences };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Tables whose rows are of this moment's processes, or the migrator's own. */
const leftOut = ['kysely_migration', 'kysely_migration_lock', 'workers'];

async function readShape(client: pg.Client) {
  const rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query(text, [...values])).rows as Row[];
  const tables = await rows<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = current_schema::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and c.relname <> all($1)
    group by c.relname order by c.relname`,
    [leftOut],
  );
  const partitions = await rows<{ parent: string; name: string; bound: string }>(
    `select p.relname as parent, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    where c.relispartition and c.relkind in ('r', 'p')
      and p.relnamespace = current_schema::regnamespace order by p.relname, c.relname`,
  );
  const sequences = await rows<{ name: string; value: string }>(
    `select sequencename as name, last_value::text as value from pg_sequences
    where schemaname = current_schema and last_value is not null order by sequencename`,
  );
  const done = await rows<{ name: string }>('select name from kysely_migration order by name');
  const [server] = await rows<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  const migrations = done.map(({ name }) => name);
  return { tables, partitions, sequences, migrations, server: server?.version ?? '' };
}

async function writeTable(
  client: pg.Client,
  table: { name: string; columns: readonly string[]; file: string; folder: string },
): Promise<BackupTable> {
  const { name, columns, file, folder } = table;
  const names = columns.map(quoted).join(', ');
  // A partitioned table is copied whole by its query.
  const copy = client.query(copyTo(`copy (select ${names} from ${quoted(name)}) to stdout`));
  const hash = createHash('sha256');
  const target = createWriteStream(join(folder, file), { mode: 0o600, flush: true });
  await pipeline(copy, hashing(hash), createGzip({ level: 6 }), target);
  return { name, columns, rows: copy.rowCount, sha256: hash.digest('hex'), file };
}

/** Passes bytes on and hashes them. */
export function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

const pagesAtOnce = 1_000;
const tellEvery = 500;

/**
 * Copies what the backup does not have yet; each page is read whole and compared with its hash.
 * `surplus`: pages of an older backup that are not kept any more. Both sides come in order.
 */
async function copyPages(request: BackupRequest) {
  const { archive, folder, signal } = request;
  const target = folderArchive(join(folder, 'archive'));
  const blobs = { kept: 0, missing: 0, damaged: 0 };
  const surplus: string[] = [];
  const older = pagesIn(folder);
  let next = await older.next();
  for await (const hash of keptHashes(request.connection)) {
    signal?.throwIfAborted();
    for (; !next.done && next.value <= hash; next = await older.next()) {
      if (next.value !== hash) surplus.push(next.value);
    }
    blobs[await copyPage(hash, archive, target)] += 1;
    if (blobs.kept % tellEvery === 0) request.onPages?.(blobs.kept);
  }
  for (; !next.done; next = await older.next()) surplus.push(next.value);
  return { blobs, surplus };
}

/**
 * Bytes that were cleared must not come back from a backup. Those given up just now are in the
 * archive yet, and stay as long as they do there; nothing that a link leads to is touched.
 */
async function removePages(request: BackupRequest, hashes: readonly string[]): Promise<void> {
  const pages = join(await realpath(request.folder), 'archive');
  for (const hash of hashes) {
    request.signal?.throwIfAborted();
    if (await request.archive.has(hash)) continue;
    const path = join(pages, keyOf(hash));
    if ((await realpath(path)) === path) await rm(path);
  }
}

async function copyPage(hash: string, from: Archive, to: Archive) {
  if (await to.has(hash)) return 'kept';
  try {
    const bytes = await from.get(hash);
    if (bytes === null) return 'missing';
    await to.put(bytes);
    return 'kept';
  } catch (thrown) {
    if (thrown instanceof ColumnInchesError && thrown.code === 'archive/damaged') return 'damaged';
    throw thrown;
  }
}

/** Hashes of raw pages and of kept exports' parts, each once; what came after the snapshot too. */
async function* keptHashes(connection: pg.PoolConfig): AsyncGenerator<string> {
  const client = new pg.Client({ ...connection, application_name: guestName });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (let after = ''; ; ) {
      const { rows } = await client.query<{ hash: string }>(
        `select hash from (select hash from blobs where removed_at is null
          union select unnest(parts) from export_files) kept
        where hash collate "C" > $1 order by hash collate "C" limit $2`,
        [after, pagesAtOnce],
      );
      for (const { hash } of rows) yield hash;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.hash;
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function putInPlace(folder: string, manifest: BackupManifest): Promise<void> {
  const aside = join(folder, `${manifestName}.new`);
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, join(folder, manifestName));
}
