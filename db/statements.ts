import { CompiledQuery, sql } from 'kysely';
import type { Handle } from './schema.ts';

/** Runs another library's own statements (pg-boss) through a handle, so in its transaction. */
export function statementsOf(db: Handle) {
  return {
    executeSql: async (text: string, values: readonly unknown[] = []) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...values]));
      // pg-boss names its rows any[]: what they are is between it and its own tables.
      return { rows: rows as never[] };
    },
  };
}

/** Does something while no other process does the same, however many machines there are. */
export async function alone<Result>(
  database: { transaction<Done>(action: (db: Handle) => Promise<Done>): Promise<Done> },
  name: string,
  action: () => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 9))`.execute(transaction);
    return action();
  });
}
