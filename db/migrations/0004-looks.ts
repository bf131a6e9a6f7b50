import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // A site that is looked at before anybody follows it has no outlet, and its page is no source.
  'alter table fetches alter column outlet_id drop not null',
  'alter table fetches alter column source_kind drop not null',
  `alter table fetches add constraint fetches_of_an_outlet
    check (kind = 'look' or (outlet_id is not null and source_kind is not null))`,
  "create index fetches_looks on fetches (started_at desc) where kind = 'look'",
];

/** Attempts made to learn about a site or to check an outlet are kept beside those of crawls. */
export const looks: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
