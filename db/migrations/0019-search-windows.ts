import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const day = `to_char(sorted_at at time zone 'UTC', '"@"YYYY-MM-DD')`;

const statements = [
  'drop index search_texts_by_words',
  `update search_texts set words = words
    || array_to_tsvector(array[${day}, left(${day}, -1), left(${day}, -3)])`,
  // A worker of the version before, which knows nothing of it, fails whole instead of hiding texts.
  `alter table search_texts add constraint search_texts_have_a_day
    check (words @@ '''@'':*'::tsquery)`,
  // What waits to be put into the index is gone through by each search: not for long.
  `create index search_texts_by_words on search_texts using gin (words)
    with (gin_pending_list_limit = 512)`,
];

/** Day, ten days and month of each text stand among its words: a search can be of few days. */
export const searchWindows: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
