import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table feed_readings (
    fetch_id text collate "C" primary key references fetches on delete cascade,
    outlet_id text collate "C" not null references outlets,
    url text not null,
    seen_at timestamptz not null,
    story_keys text[] not null
  )`,
  'create index feed_readings_by_time on feed_readings (outlet_id, seen_at)',
];

/** What feeds listed, in their order, at each reading that brought something else. */
export const feedReadings: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
