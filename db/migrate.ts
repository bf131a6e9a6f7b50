import { setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ColumnInchesError } from '../src/domain/index.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './schema.ts';

const oldestServer = 150_000;
const beginningMs = 5_000;
const stepMs = 100;

/**
 * Brings the database to this version's schema; two processes may do so at once (the migrator
 * holds an advisory lock). Throws `database/newer-than-code`, `database/server-too-old` and
 * `database/migration-failed`.
 */
export async function migrate(
  db: Kysely<Tables>,
  list: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  await refuseOldServer(db);
  await refuseOtherEncoding(db);
  await refuseNewerDatabase(db, list);
  // The migrator writes even where nothing is to be done: most openings need no transaction.
  if (await isUpToDate(db, list)) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...list }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  throw new ColumnInchesError({
    code: 'database/migration-failed',
    verdict: 'stop-run',
    message:
      `Migration ${failed ?? '(none begun)'} failed and was rolled back: ${messageOf(error)}. ` +
      'The database is as it was before; please report this message.',
    messageVietnamese:
      `Bước nâng cấp ${failed ?? '(chưa bắt đầu)'} hỏng và đã được hoàn lại: ${messageOf(error)}. ` +
      'Cơ sở dữ liệu vẫn như trước; xin báo cho chúng tôi thông báo này.',
    cause: error,
  });
}

/**
 * For who uses a database beside the program that opened it: throws `database/other-version` where
 * that program is of another version, since a schema is never changed under a running one. One that
 * has only just begun is given a moment to bring it up.
 */
export async function refuseUnlessMigrated(
  db: Kysely<Tables>,
  list: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  for (let waitedMs = 0; waitedMs < beginningMs; waitedMs += stepMs) {
    await refuseNewerDatabase(db, list);
    if (await isUpToDate(db, list)) return;
    await delay(stepMs);
  }
  throw new ColumnInchesError({
    code: 'database/other-version',
    verdict: 'stop-run',
    message:
      'The running Column Inches is of an older version than this command. Stop it (Ctrl-C) and ' +
      'start it again; then run this command once more.',
    messageVietnamese:
      'Column Inches đang chạy là bản cũ hơn lệnh này. Hãy dừng nó (Ctrl-C) rồi khởi động lại, sau ' +
      'đó chạy lại lệnh này.',
  });
}

async function refuseOldServer(db: Kysely<Tables>) {
  const { rows } = await sql<{ number: string; name: string }>`
    select current_setting('server_version_num') as number,
      current_setting('server_version') as name`.execute(db);
  if (Number(rows[0]?.number) >= oldestServer) return;
  throw new ColumnInchesError({
    code: 'database/server-too-old',
    verdict: 'stop-run',
    message: `DATABASE_URL leads to PostgreSQL ${rows[0]?.name}; 15 or newer is needed.`,
    messageVietnamese: `DATABASE_URL dẫn tới PostgreSQL ${rows[0]?.name}; cần bản 15 trở lên.`,
  });
}

/** Debian's server makes databases without an encoding where the machine has no locale. */
async function refuseOtherEncoding(db: Kysely<Tables>) {
  const { rows } = await sql<{ encoding: string; name: string }>`
    select current_setting('server_encoding') as encoding, current_database() as name`.execute(db);
  const { encoding = '', name = '' } = rows[0] ?? {};
  if (encoding === 'UTF8') return;
  throw new ColumnInchesError({
    code: 'database/not-utf8',
    verdict: 'stop-run',
    message:
      `The database "${name}" has the encoding ${encoding}; Vietnamese needs UTF8. Make another: ` +
      "create database NAME encoding 'UTF8' template template0",
    messageVietnamese:
      `Cơ sở dữ liệu "${name}" dùng bảng mã ${encoding}; tiếng Việt cần UTF8. Hãy tạo cái khác: ` +
      "create database TÊN encoding 'UTF8' template template0",
  });
}

async function isUpToDate(
  db: Kysely<Tables>,
  list: Readonly<Record<string, Migration>>,
): Promise<boolean> {
  const done = new Set(await migrationsDone(db));
  return Object.keys(list).every((name) => done.has(name));
}

async function migrationsDone(db: Kysely<Tables>): Promise<readonly string[]> {
  const exists = await sql<{ found: string | null }>`
    select to_regclass('kysely_migration')::text as found`.execute(db);
  if (!exists.rows[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/**
 * Throws `database/newer-than-code` once a newer version has migrated the database: a program that
 * runs for long asks now and then, and stops before it reads or writes what it does not know.
 */
export async function refuseNewerDatabase(
  db: Kysely<Tables>,
  list: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const unknown = (await migrationsDone(db)).filter((name) => !(name in list));
  if (unknown.length === 0) return;
  throw new ColumnInchesError({
    code: 'database/newer-than-code',
    verdict: 'stop-run',
    message:
      `This database was last used by a newer column-inches (it has ${unknown.join(', ')}). ` +
      'Install that version or a later one; this one will not touch it.',
    messageVietnamese:
      `Cơ sở dữ liệu này do một bản column-inches mới hơn dùng lần cuối (có ${unknown.join(', ')}). ` +
      'Hãy cài bản đó hoặc mới hơn; bản này sẽ không đụng vào.',
  });
}

function messageOf(error: unknown) {
  return error instanceof Error ? error.message : String(error);
}
