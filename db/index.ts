import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { ColumnInchesError, type Log } from '../src/domain/index.ts';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import type { Handle, Tables } from './schema.ts';

export * from './analyses.ts';
export type { Archive } from './archive.ts';
export { folderArchive } from './archive.ts';
export { inSnapshot } from './batch.ts';
export type { EmbeddedOptions } from './embedded.ts';
export * from './challenges.ts';
export * from './coverage.ts';
export * from './evidence.ts';
export * from './exports.ts';
export * from './fetches.ts';
export {
  type DayCounts,
  type ItemList,
  type ItemListOptions,
  type ItemPosition,
  type LengthMeasures,
  methodVersions,
  type OutletSums,
  outletSums,
  periodItems,
  personDays,
  personItems,
  type PersonSums,
  personSums,
  uncertainItems,
} from './figures.ts';
export * from './front-pages.ts';
export * from './items.ts';
export * from './open-data.ts';
export * from './outlets.ts';
export * from './register.ts';
export { type RegisterEdit, registerChanges } from './register-history.ts';
export type { Handle } from './schema.ts';
export * from './state.ts';
export * from './takedowns.ts';

/** Where the database is. A data folder runs PostgreSQL itself; a URL uses a server of yours. */
export type DatabasePlace = EmbeddedOptions | { readonly databaseUrl: string };

export interface DatabaseOptions {
  /** Told of connections that break while idle; default: nobody. */
  readonly log?: Log;
  /** Most connections at once; minimum 1, default 10. */
  readonly maxConnections?: number;
}

/** An open database, migrated to this version's schema. */
export interface Database {
  /** First argument of every function of this room. */
  readonly db: Kysely<Tables>;
  readonly kind: 'embedded' | 'server';
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
  const server = await startEmbedded(place);
  try {
    return await connect({ ...server.connection }, options, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function connect(
  connection: pg.PoolConfig,
  options: DatabaseOptions,
  server?: EmbeddedServer,
): Promise<Database> {
  const pool = new pg.Pool({
    ...connection,
    max: options.maxConnections ?? 10,
    application_name: 'column-inches',
  });
  // Without a listener a connection that breaks while idle would end the whole process.
  pool.on('error', (error) => options.log?.warn({ error: error.message }, 'connection lost'));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await reach(pool);
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  let closing: Promise<void> | null = null;
  const close = async () => {
    await db.destroy();
    await server?.stop();
  };
  return {
    db,
    kind: server ? 'embedded' : 'server',
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
      cause,
    });
  }
}
