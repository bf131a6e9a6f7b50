import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import type { Tables } from '../db/schema.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Socket folder and user of the test run's PostgreSQL. */
    databaseServer: { readonly host: string; readonly port: number; readonly user: string };
  }
}

/** The migrated database that each test file's own is copied from. */
export const templateName = 'template_migrated';

/** vitest's globalSetup: one PostgreSQL for the whole run, gone when the run ends. */
export async function setup(project: TestProject) {
  const folder = await mkdtemp('/tmp/column-inches-test-');
  // Where root cannot have a user namespace, the server's user must be able to pass.
  await chmod(folder, 0o755);
  const server = await startEmbedded({
    dataFolder: join(folder, 'data'),
    sharedFolder: join(folder, 'shared'),
    durable: false,
  });
  await makeTemplate(server.connection);
  const { host, port, user } = server.connection;
  project.provide('databaseServer', { host, port, user });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(connection: pg.ClientConfig) {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  const pool = new pg.Pool({ ...connection, database: templateName, max: 1 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  await db.destroy();
}
