import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The challenge that asks for an item once more: what was read before stays a task of its own.
  'alter table review_tasks add column challenge_id text collate "C"',
  'drop index review_tasks_live',
  `create unique index review_tasks_live
    on review_tasks (item_id, stream, coalesce(challenge_id, '')) where status <> 'overtaken'`,
];

/** An item that was read can be read again because a reader challenges it. */
export const challengedTasks: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
