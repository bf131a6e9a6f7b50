import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table snapshots (
    id text collate "C" primary key,
    outlet_id text collate "C" not null references outlets,
    page_kind text not null,
    url text not null,
    final_url text not null,
    viewport text collate "C" not null,
    width integer not null,
    height integer not null,
    scheduled_at timestamptz not null,
    taken_at timestamptz not null,
    every_minutes integer not null,
    duration_ms double precision not null,
    fault text,
    fault_text text,
    page_height double precision not null,
    above_fold double precision,
    facts jsonb not null,
    screenshot_hash text collate "C" references blobs,
    thumbnail_hash text collate "C" references blobs,
    page_hash text collate "C" references blobs,
    method_version text collate "C" not null
  )`,
  'create index snapshots_by_time on snapshots (outlet_id, viewport, page_kind, scheduled_at)',
  `create table placements (
    snapshot_id text collate "C" not null references snapshots on delete cascade,
    rank integer not null,
    story_key text not null,
    details jsonb not null,
    primary key (snapshot_id, rank)
  )`,
  `create table front_page_stories (
    snapshot_id text collate "C" not null references snapshots on delete cascade,
    story_key text collate "C" not null,
    item_id text collate "C" references items on delete set null,
    exposure double precision not null,
    share double precision,
    automatic_exposure double precision not null,
    primary key (snapshot_id, story_key)
  )`,
  'create index front_page_stories_by_item on front_page_stories (item_id)',
];

/** Looks at front and section pages, what stood where, and each story's share. */
export const frontPages: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
