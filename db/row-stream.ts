import { type RawBuilder, sql } from 'kysely';
import { ColumnInchesError } from '../src/domain/index.ts';
import type { Handle } from './schema.ts';

const rowsAtOnce = 1000;

/**
 * Reads any number of rows in constant memory, over a server-side cursor of the caller's
 * transaction (see `inSnapshot`). Streams of one transaction are read one after the other.
 */
export async function* streamRows<Row>(
  db: Handle,
  query: RawBuilder<Row>,
): AsyncGenerator<Row, void, undefined> {
  if (!db.isTransaction)
    throw new ColumnInchesError({
      code: 'database/stream-outside-transaction',
      verdict: 'stop-run',
      message: 'Rows are streamed inside a transaction only; call it within inSnapshot.',
      messageVietnamese: 'Chỉ đọc từng dòng bên trong một giao dịch; gọi trong inSnapshot.',
    });
  await sql`declare row_stream no scroll cursor for ${query}`.execute(db);
  try {
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(rowsAtOnce)} from row_stream`.execute(db);
      yield* rows;
      if (rows.length < rowsAtOnce) break;
    }
  } finally {
    await sql`close row_stream`.execute(db).catch(() => undefined);
  }
}
