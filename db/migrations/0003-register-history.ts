import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table register_changes (
    id bigint generated always as identity primary key,
    demo boolean not null,
    entity text not null,
    entity_id text collate "C" not null,
    before jsonb,
    after jsonb,
    changed_at timestamptz not null default now(),
    changed_by text,
    reason text
  )`,
  'create index register_changes_by_entity on register_changes (demo, entity_id, id)',
  // A person's page of changes also lists those of their terms.
  `create index register_changes_by_person on register_changes
    (demo, (coalesce(after, before) ->> 'person'), id) where entity = 'term'`,
  `create index register_changes_by_post on register_changes
    (demo, (coalesce(after, before) ->> 'post'), id) where entity = 'term'`,
];

/** What was changed in the register, from what to what, when, by whom and why. */
export const registerHistory: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
