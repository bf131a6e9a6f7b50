import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Deviations the program has noticed by itself name the part of the plan; null where a person has
 * noted one. `what` is then how the part differs, empty where it is as sealed again.
 */
export const planNotices: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table plan_deviations add column part text
      check (part in ('outlets', 'register', 'method'))`.execute(db);
  },
};
