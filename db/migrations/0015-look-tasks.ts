import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table review_tasks alter column item_id drop not null',
  // No reference: the look of a slot that is looked at again is another row of the same id, and
  // what people said of the first one stays.
  'alter table review_tasks add column snapshot_id text collate "C"',
  `alter table review_tasks add constraint review_tasks_of_one
    check ((item_id is null) <> (snapshot_id is null))`,
  `create unique index review_tasks_live_looks on review_tasks (snapshot_id)
    where status <> 'overtaken' and snapshot_id is not null`,
];

/** Looks at front pages that failed or are odd become tasks beside those of items. */
export const lookTasks: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
