import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Bytes are given up first (`removed_at`) and cleared away later, if nobody fetched them again.
  'alter table blobs add column cleared_at timestamptz',
  `create index blobs_to_clear on blobs (removed_at)
    where removed_at is not null and cleared_at is null`,
];

/** Raw bytes may be removed after a time that the operator sets; their rows stay. */
export const retention: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
