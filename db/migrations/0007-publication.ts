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

// Which days must be summed and indexed anew. Rows are only ever added here and taken out by a
// refresh, so that two transactions never wait for each other.
const staleDays = [
  `create table stale_days (
    outlet_id text collate "C" not null,
    day text collate "C" not null
  )`,
  `create function mark_item_day() returns trigger language plpgsql as $$ begin
    if tg_op <> 'INSERT' then
      insert into stale_days values (old.outlet_id, old.day);
      insert into stale_days select i.outlet_id, i.day from clusters mine
        join clusters c on c.cluster_id = mine.cluster_id join items i on i.id = c.item_id
        where mine.item_id = old.id;
    end if;
    if tg_op <> 'DELETE' then insert into stale_days values (new.outlet_id, new.day); end if;
    return null;
  end $$`,
  `create trigger items_mark_days after insert or delete or update of day, latest_version, outlet_id
    on items for each row execute function mark_item_day()`,
  `create function mark_analyzed_day() returns trigger language plpgsql as $$ begin
    insert into stale_days select i.outlet_id, i.day from items i
      where i.id = coalesce(new.item_id, old.item_id);
    return null;
  end $$`,
  `create trigger analyses_mark_days after insert or update or delete
    on analyses for each row execute function mark_analyzed_day()`,
  `create trigger corrections_mark_days after insert or update or delete
    on corrections for each row execute function mark_analyzed_day()`,
  `create function mark_cluster_days() returns trigger language plpgsql as $$ begin
    if tg_op = 'UPDATE' and old.cluster_id = new.cluster_id then return null; end if;
    insert into stale_days select i.outlet_id, i.day from items i
      where i.id = coalesce(new.item_id, old.item_id);
    insert into stale_days select i.outlet_id, i.day from clusters c
      join items i on i.id = c.item_id
      where c.cluster_id in (old.cluster_id, new.cluster_id);
    return null;
  end $$`,
  `create trigger clusters_mark_days after insert or update or delete
    on clusters for each row execute function mark_cluster_days()`,
  // What was stored before this migration is summed at the first refresh.
  'insert into stale_days select distinct outlet_id, day from items',
];

const search = [
  `create table search_texts (
    item_id text collate "C" primary key references items on delete cascade,
    demo boolean not null,
    outlet_id text collate "C" not null,
    day text collate "C" not null,
    sorted_at timestamptz not null,
    sentences text[] not null,
    words tsvector not null
  )`,
  'create index search_texts_by_words on search_texts using gin (words)',
  'create index search_texts_by_time on search_texts (sorted_at desc, item_id desc)',
  'create index search_texts_by_day on search_texts (outlet_id, day)',
];

/** What is published besides the figures: exports, challenges, corrections, takedowns, plans. */
export const publication: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      ...openData,
      ...challenges,
      countedPersons,
      ...plans,
      ...staleDays,
      ...search,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
