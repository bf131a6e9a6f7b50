import { sql } from 'kysely';
import type { Handle } from './schema.ts';

/** What a table takes on the disk, with its indexes and long values; its months together. */
export interface TableSize {
  readonly table: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Every table with rows, the largest first. */
export async function tableSizes(db: Handle): Promise<TableSize[]> {
  await sql`analyze`.execute(db);
  const { rows } = await sql<TableSize>`
    select coalesce(p.relname, c.relname)::text as table,
      sum(pg_total_relation_size(c.oid))::float8 as bytes,
      sum(greatest(c.reltuples, 0))::float8 as rows
    from pg_class c left join pg_inherits i on i.inhrelid = c.oid
      left join pg_class p on p.oid = i.inhparent
    where c.relkind = 'r' and c.relnamespace = current_schema::regnamespace
    group by 1 having sum(c.reltuples) > 0 order by 2 desc`.execute(db);
  return rows;
}
