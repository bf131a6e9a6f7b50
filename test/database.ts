import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../db/index.ts';
import { templateName } from './server.ts';

/** A database of a test file's own. */
export type TestDatabase = Database & {
  /** For a second process, or a second `openDatabase`, on the same database. */
  readonly databaseUrl: string;
};

/**
 * An empty, migrated database on the run's real PostgreSQL, dropped after the test file (or block)
 * that asked for it. Call it at the top of the file or inside `beforeAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${templateName}`);
  const { host, user } = inject('databaseServer');
  const databaseUrl = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`;
  const database = await openDatabase({ databaseUrl });
  afterAll(async () => {
    await database.close();
    await administer(`drop database ${name} with (force)`);
  });
  return { ...database, databaseUrl };
}

/** A database without any table, dropped like the others. */
export async function emptyDatabase(encoding: 'UTF8' | 'SQL_ASCII' | 'LATIN1' = 'UTF8') {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} encoding '${encoding}' locale 'C' template template0`);
  afterAll(() => administer(`drop database ${name} with (force)`));
  const { host, user } = inject('databaseServer');
  const databaseUrl = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`;
  return { databaseUrl, connection: { connectionString: databaseUrl } };
}

async function administer(statement: string) {
  const client = new pg.Client({ ...inject('databaseServer'), database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
