import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { ColumnInchesError, type Log } from '../src/domain/index.ts';
import { connectionBeside, guestName, untilGuestsLeave } from './beside.ts';
import { type RunningHolder, runningHolder } from './data-lock.ts';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded.ts';
import { migrate, refuseNewerDatabase, refuseUnlessMigrated } from './migrate.ts';
import type { Handle, Tables } from './schema.ts';
import { PlanningClient } from './statements.ts';

export * from './accounts.ts';
export * from './alarms.ts';
export * from './capture-signs.ts';
export * from './analyses.ts';
export type { Archive } from './archive.ts';
export { folderArchive } from './archive.ts';
export { backupAsTar } from './backup-file.ts';
export { type BackupManifest, readBackup } from './backup-format.ts';
export { writeBackup } from './backup.ts';
export { restoreBackup } from './restore.ts';
export { bucketArchive } from './archive-bucket.ts';
export { inSnapshot, inTransaction, once } from './batch.ts';
export * from './bulletins.ts';
export { connectionLost } from './beside.ts';
export { refuseNewerDatabase, type RunningHolder, runningHolder };
export type { EmbeddedOptions } from './embedded.ts';
export * from './captures.ts';
export * from './challenges.ts';
export * from './clusters.ts';
export * from './coverage.ts';
export * from './deliveries.ts';
export * from './digests.ts';
export * from './doubted-items.ts';
export * from './evidence.ts';
export * from './exports.ts';
export * from './fetches.ts';
export * from './figures.ts';
export * from './feed-readings.ts';
export * from './front-page-slots.ts';
export * from './front-pages.ts';
export { createHostLender } from './host-leases.ts';
export * from './item-lists.ts';
export type { LengthMeasures } from './item-summary.ts';
export * from './items.ts';
export * from './listings.ts';
export * from './looks.ts';
export * from './metrics.ts';
export { keepMonths } from './months.ts';
export { storeNewItem } from './new-items.ts';
export * from './open-data.ts';
export * from './outlets.ts';
export * from './plans.ts';
export * from './register.ts';
export { type RegisterEdit, registerChanges } from './register-history.ts';
export { type RegisterRemoval, removeFromRegister } from './register-removal.ts';
export * from './review-codings.ts';
export * from './review-figures.ts';
export {
  disputedLooks,
  exportedLooks,
  type LookDoubt,
  lookDoubts,
  overtakeLooks,
  saveLookTasks,
  type TakenLook,
  takenLook,
} from './review-looks.ts';
export * from './review-tasks.ts';
export type { Handle } from './schema.ts';
export { refreshRollups, takeStaleDays } from './rollups.ts';
export type { OutletDayKey } from './rollup-rows.ts';
export { tableSizes } from './sizes.ts';
export * from './slots.ts';
export * from './retention.ts';
export * from './search.ts';
export * from './state.ts';
export { alone, statementsOf } from './statements.ts';
export * from './subscribers.ts';
export * from './takedowns.ts';
export * from './trends.ts';
export { latestRegisterEdit, noteRegisterRead, unreadRegister } from './unread-register.ts';
export * from './whole-items.ts';

/** Where the database is. A data folder runs PostgreSQL itself; a URL uses a server of yours. */
export type DatabasePlace = EmbeddedOptions | { readonly databaseUrl: string };

export interface DatabaseOptions {
  /** Told of connections that break while idle; default: nobody. */
  readonly log?: Log;
  /** Leave the schema as it is: what is restored brings its own. Default false. */
  readonly unmigrated?: boolean;
  /** Most connections at once; minimum 1, default 10. */
  readonly maxConnections?: number;
  /**
   * Whether to work through the server of a program that has the data folder open already, instead
   * of `database/in-use`. Default: never.
   */
  readonly joins?: (holder: RunningHolder) => boolean;
  /**
   * How long `close` waits for those who joined, milliseconds; after that their connections break.
   * Default 0.
   */
  readonly guestPatienceMs?: number;
}

/** An open database, migrated to this version's schema. */
export interface Database {
  /** First argument of every function of this room. */
  readonly db: Kysely<Tables>;
  readonly kind: 'embedded' | 'server';
  /** The program whose embedded server this one uses beside it; null if none. */
  readonly heldBy: RunningHolder | null;
  /** What another client of the same database connects with. */
  readonly connection: pg.PoolConfig;
  /** All of it happens, or nothing: one page, one transaction. */
  transaction<Result>(action: (db: Handle) => Promise<Result>): Promise<Result>;
  /** Ends the connections and, if embedded, the server; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the database and brings it to this version's schema. Throws the errors of the embedded
 * server and of the migrations, and `database/unreachable`.
 */
export async function openDatabase(
  place: DatabasePlace,
  options: DatabaseOptions = {},
): Promise<Database> {
  if ('databaseUrl' in place) return connect({ connectionString: place.databaseUrl }, options);
  let server: EmbeddedServer;
  try {
    server = await startEmbedded({
      onRestart: (restarts) => options.log?.warn({ restarts }, 'the database was started again'),
      ...place,
    });
  } catch (error) {
    return joinHolder(place, options, error);
  }
  try {
    return await connect({ ...server.connection }, options, { server });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Works through the server of the program that has the folder; else throws why it is not ours. */
async function joinHolder(
  place: EmbeddedOptions,
  options: DatabaseOptions,
  refusal: unknown,
): Promise<Database> {
  if (!(refusal instanceof ColumnInchesError) || refusal.code !== 'database/in-use') throw refusal;
  const holder = await runningHolder(place.dataFolder);
  if (holder === null || options.joins?.(holder) !== true) throw refusal;
  try {
    const connection = await connectionBeside(place.dataFolder, holder);
    return await connect({ ...connection }, options, { heldBy: holder });
  } catch (error) {
    // It may have ended between two of our steps: then the folder is free.
    if ((await runningHolder(place.dataFolder)) !== null) throw error;
    return openDatabase(place, options);
  }
}

async function connect(
  connection: pg.PoolConfig,
  options: DatabaseOptions,
  through: { readonly server?: EmbeddedServer; readonly heldBy?: RunningHolder } = {},
): Promise<Database> {
  const { server, heldBy = null } = through;
  let closing: Promise<void> | null = null;
  const pool = new pg.Pool({
    ...connection,
    Client: PlanningClient,
    max: options.maxConnections ?? 10,
    application_name: heldBy ? guestName : 'column-inches',
  });
  // Without a listener a connection that breaks while idle would end the whole process.
  pool.on('error', (error) => {
    // Connections that end while we close are no news.
    if (!closing) options.log?.warn({ error: error.message }, 'connection lost');
  });
  // The pool listens to idle ones only: one that breaks between two statements of a transaction
  // would end the process as well. Its next statement fails, and that is told where it is awaited.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await reach(pool);
    if (heldBy) await refuseUnlessMigrated(db);
    else if (!options.unmigrated) await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const close = async () => {
    if (server) await untilGuestsLeave(pool, options.guestPatienceMs ?? 0);
    await db.destroy();
    await server?.stop();
  };
  return {
    db,
    kind: server || heldBy ? 'embedded' : 'server',
    heldBy,
    connection,
    transaction: (action) => db.transaction().execute(action),
    close: () => (closing ??= close()),
  };
}

async function reach(pool: pg.Pool) {
  try {
    await pool.query('select 1');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new ColumnInchesError({
      code: 'database/unreachable',
      verdict: 'stop-run',
      // The URL holds a password: it is never printed.
      message:
        `The database does not answer (${reason}). Check DATABASE_URL and that the server runs, ` +
        'or leave DATABASE_URL empty to use the embedded one.',
      messageVietnamese:
        `Cơ sở dữ liệu không trả lời (${reason}). Kiểm tra DATABASE_URL và xem máy chủ có đang chạy ` +
        'không, hoặc bỏ trống DATABASE_URL để dùng cơ sở dữ liệu đi kèm.',
      cause,
    });
  }
}
