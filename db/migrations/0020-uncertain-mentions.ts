import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Few mentions are uncertain, and every summing of an outlet's day asks for them. */
export const uncertainMentions: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index mentions_uncertain on mentions (outlet_id, month)
      where uncertain`.execute(db);
  },
};
