import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The link that confirms is another than the one that ends, which every letter shows.
  'alter table subscribers add column confirm_token text collate "C" unique',
  // Nothing was ever sent before this version: the table is made anew.
  'drop table deliveries',
  // One row a reader and week: the idempotency key of a letter.
  `create table deliveries (
    demo boolean not null,
    week text collate "C" not null,
    subscriber_id text collate "C" not null references subscribers on delete cascade,
    -- The same at every try, so that a mail server can tell a copy.
    message_id text collate "C" not null unique,
    state text not null default 'queued',
    -- Counts claims: who holds an older number has lost the letter.
    attempts integer not null default 0,
    -- Sent again because nobody knows whether the first copy arrived: at most once.
    resent boolean not null default false,
    queued_at timestamptz not null,
    next_at timestamptz not null,
    claimed_until timestamptz,
    sent_at timestamptz,
    -- Counted once, whether the server refused at once or a notice came later.
    bounced_at timestamptz,
    answer text,
    primary key (demo, week, subscriber_id)
  )`,
  'create index deliveries_due on deliveries (demo, week, state, next_at)',
];

/** Letters: two links a reader, and deliveries that know whether a letter left the house. */
export const letters: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
