import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The list of what waits for review of one person. */
export const uncertainByPerson: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index mentions_uncertain_by_person on mentions (person_id)
      where uncertain`.execute(db);
  },
};
