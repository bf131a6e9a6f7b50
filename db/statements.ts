import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { hashOf } from './identity.ts';
import type { Handle } from './schema.ts';

const oftenMark = '/* often */';

/** Begins a statement that every page needs, so that a connection plans it once. */
export const oftenRun = sql.raw(oftenMark);

/** A connection that prepares what is run often; all else is planned for its values each time. */
export class PlanningClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...given: readonly unknown[]) => unknown;
    const planned = (given: unknown, ...rest: readonly unknown[]) =>
      typeof given === 'string' && given.startsWith(oftenMark)
        ? query({ name: hashOf(given).slice(0, 32), text: given }, ...rest)
        : query(given, ...rest);
    this.query = planned as typeof this.query;
  }
}

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
