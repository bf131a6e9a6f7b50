import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const openData = [
  `create table exports (
    hash text collate "C" primary key,
    demo boolean not null,
    created_at timestamptz not null default now(),
    query jsonb not null,
    method_version text not null,
    package text not null
  )`,
  `create table export_files (
    export_hash text collate "C" not null references exports on delete cascade,
    position integer not null,
    path text collate "C" not null,
    media_type text not null,
    rows bigint not null,
    size_bytes bigint not null,
    sha256 text collate "C" not null,
    parts text[] not null,
    primary key (export_hash, path)
  )`,
];

const challenges = [
  `create table challenges (
    id text collate "C" primary key,
    demo boolean not null,
    claim text not null,
    address text not null,
    item_id text collate "C",
    person_id text collate "C",
    outlet_id text collate "C",
    query jsonb not null,
    reason text not null,
    raised_at timestamptz not null,
    state text not null default 'open',
    decided_at timestamptz,
    decided_by text,
    answer text
  )`,
  'create index challenges_by_state on challenges (demo, state, raised_at desc)',
  `create table corrections (
    id bigint generated always as identity primary key,
    challenge_id text collate "C" not null references challenges,
    demo boolean not null,
    item_id text collate "C" not null,
    person_id text collate "C" not null,
    to_person_id text collate "C",
    query jsonb not null,
    items_before integer not null,
    items_after integer not null,
    why text not null,
    made_at timestamptz not null,
    made_by text not null,
    unique (demo, item_id, person_id)
  )`,
  `create table takedowns (
    id text collate "C" primary key,
    demo boolean not null,
    item_id text collate "C" not null,
    reason text not null,
    asked_at timestamptz not null,
    state text not null default 'open',
    decided_at timestamptz,
    decided_by text,
    answer text
  )`,
  `create index takedowns_by_item on takedowns (item_id) where state = 'accepted'`,
  `create view hidden_items as select distinct item_id from takedowns where state = 'accepted'`,
];

/**
 * Who counts in an item once corrections are applied: the machine's rows stay as they are. A row
 * given to another person keeps its measures, which are found under `measured_as`.
 */
const countedPersons = `create view counted_persons as
  select p.item_id, p.version, p.person_id, p.person_id as measured_as, p.role, p.mentions,
    p.words, p.paragraph_share, p.first_offset, p.first_place, p.fraction
  from item_persons p
  where not exists (select from corrections c where c.item_id = p.item_id)
  union all
  select p.item_id, p.version, coalesce(own.to_person_id, p.person_id) as person_id,
    p.person_id as measured_as, p.role, p.mentions, p.words, p.paragraph_share, p.first_offset,
    p.first_place,
    1::float8 / count(*) over (partition by p.item_id, p.version) as fraction
  from item_persons p
    left join corrections own on own.item_id = p.item_id and own.person_id = p.person_id
  where exists (select from corrections c where c.item_id = p.item_id)
    and (own.id is null or own.to_person_id is not null)`;

const plans = [
  `create table plans (
    hash text collate "C" primary key,
    demo boolean not null,
    title text not null,
    content text not null,
    sealed_at timestamptz not null
  )`,
  `create table plan_deviations (
    id bigint generated always as identity primary key,
    plan_hash text collate "C" not null references plans,
    noted_at timestamptz not null,
    what text not null
  )`,
];

/** What is published besides the figures: exports, challenges, corrections, takedowns, plans. */
export const publication: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [...openData, ...challenges, countedPersons, ...plans];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
