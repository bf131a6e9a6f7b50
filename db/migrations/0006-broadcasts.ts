import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table listing_versions (
    outlet_id text collate "C" not null references outlets,
    channel text collate "C" not null,
    day text collate "C" not null,
    source_url text not null,
    version integer not null,
    source_rank integer not null,
    seen_at timestamptz not null,
    last_seen timestamptz not null,
    list_hash text collate "C" not null,
    programmes jsonb not null,
    primary key (outlet_id, channel, day, source_url, version)
  )`,
  `create table programmes (
    id text collate "C" primary key,
    outlet_id text collate "C" not null references outlets,
    channel text collate "C" not null,
    day text collate "C" not null,
    start_at timestamptz not null,
    end_at timestamptz,
    title text not null,
    medium text not null,
    is_news boolean not null,
    is_relay boolean not null,
    is_repeat boolean not null,
    work_title text not null,
    first_airing_id text collate "C",
    versions integer not null
  )`,
  'create index programmes_by_day on programmes (outlet_id, day, start_at)',
  `create table bulletins (
    id text collate "C" primary key,
    outlet_id text collate "C" not null references outlets,
    url text not null,
    title text not null,
    channel text not null,
    medium text not null,
    start_at timestamptz,
    start_from text,
    published_at timestamptz,
    first_seen timestamptz not null,
    day text collate "C" not null,
    duration_seconds double precision,
    thumbnail_url text,
    subtitle_url text,
    rundown jsonb not null,
    cues jsonb,
    reading_rank integer not null,
    programme_id text collate "C",
    repeat_of text collate "C",
    method_version text collate "C" not null
  )`,
  'create index bulletins_by_day on bulletins (outlet_id, day)',
  `create table bulletin_parts (
    bulletin_id text collate "C" not null references bulletins on delete cascade,
    position integer not null,
    kind text not null,
    slot integer,
    title text not null,
    start_seconds double precision,
    seconds double precision,
    url text,
    in_headlines boolean,
    primary key (bulletin_id, position)
  )`,
  `create table bulletin_persons (
    bulletin_id text collate "C" not null,
    position integer not null,
    person_id text collate "C" not null,
    about_ms double precision,
    speaking_ms double precision,
    mentions integer not null,
    in_title boolean not null,
    fraction double precision not null,
    sentences jsonb not null,
    primary key (bulletin_id, position, person_id),
    foreign key (bulletin_id, position) references bulletin_parts on delete cascade
  )`,
  'create index bulletin_persons_by_person on bulletin_persons (person_id)',
];

/** Programme listings with their versions, bulletins with their parts, and whom these mention. */
export const broadcasts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
