import { sql } from 'kysely';
import type { Handle } from './schema.ts';

/**
 * Makes the partitions of the month around a moment, the one before and five more, where they are
 * missing; rows of those months that went among the strays move in. Answers how many were made.
 */
export async function keepMonths(db: Handle, around: Date): Promise<number> {
  const { rows } = await sql<{ made: number }>`select keep_months(${around}) as made`.execute(db);
  return rows[0]?.made ?? 0;
}
