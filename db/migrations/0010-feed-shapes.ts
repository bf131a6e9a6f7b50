import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table feed_shapes (
    outlet_id text collate "C" not null references outlets on delete cascade,
    url text collate "C" not null,
    day text collate "C" not null,
    seen_at timestamptz not null,
    entries integer not null,
    with_text integer not null,
    median_characters integer not null,
    primary key (outlet_id, url, day)
  )`,
];

/** How much each feed said of its entries, a row a day: one cut down to headlines is noticed. */
export const feedShapes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
