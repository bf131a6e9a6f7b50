import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Append-only: once released, a migration is never edited; the next one mends it.
// Ids and days compare byte by byte (COLLATE "C") on every server, whatever its locale.
const statements = [
  `create table outlets (
    id text collate "C" primary key,
    name text not null,
    medium text not null,
    place text,
    time_zone text not null,
    verified boolean not null,
    demo boolean not null,
    details jsonb not null
  )`,
  `create table sources (
    outlet_id text collate "C" not null references outlets on delete cascade,
    kind text not null,
    url text not null,
    title text,
    position integer not null,
    primary key (outlet_id, kind, url)
  )`,
  `create table blobs (
    hash text collate "C" primary key,
    size_bytes bigint not null,
    stored_at timestamptz not null default now(),
    removed_at timestamptz
  )`,
  `create table fetches (
    id text collate "C" primary key,
    outlet_id text collate "C" not null references outlets,
    kind text not null,
    source_kind text not null,
    url text not null,
    url_key text collate "C" not null,
    final_url text not null,
    started_at timestamptz not null,
    day text collate "C" not null,
    duration_ms double precision not null,
    outcome text not null,
    status integer,
    headers jsonb not null,
    blob_hash text collate "C" references blobs,
    error_code text,
    error_message text,
    lead jsonb,
    item_id text collate "C"
  )`,
  'create index fetches_by_url on fetches (url_key, started_at desc)',
  'create index fetches_by_day on fetches (outlet_id, day)',
  `create table leads (
    outlet_id text collate "C" not null references outlets,
    url_key text collate "C" not null,
    url text not null,
    title text,
    published_at timestamptz,
    via text[] not null,
    first_seen timestamptz not null,
    day text collate "C" not null,
    primary key (outlet_id, url_key)
  )`,
  'create index leads_by_day on leads (outlet_id, day)',
  `create table items (
    id text collate "C" primary key,
    outlet_id text collate "C" not null references outlets,
    canonical_url text not null,
    published_at timestamptz,
    published_text text,
    first_seen timestamptz not null,
    sorted_at timestamptz not null,
    day text collate "C" not null,
    latest_version integer not null
  )`,
  'create index items_by_day on items (outlet_id, day)',
  'create index items_by_url on items using hash (canonical_url)',
  'create index items_by_time on items (sorted_at desc, id desc)',
  `create table item_versions (
    item_id text collate "C" not null references items on delete cascade,
    version integer not null,
    fetch_id text collate "C" not null references fetches,
    first_seen timestamptz not null,
    url text not null,
    content_hash text collate "C" not null,
    title text not null,
    text text not null,
    paragraphs jsonb not null,
    pictures jsonb not null,
    published_text text,
    modified_text text,
    language text,
    section text,
    confidence real not null,
    reasons jsonb not null,
    origins jsonb not null,
    primary key (item_id, version)
  )`,
  'create unique index item_versions_by_fetch on item_versions (fetch_id, item_id)',
  `create table analyses (
    item_id text collate "C" not null,
    version integer not null,
    method_version text collate "C" not null,
    language text not null,
    primary key (item_id, version),
    foreign key (item_id, version) references item_versions on delete cascade
  )`,
  `create table mentions (
    item_id text collate "C" not null,
    version integer not null,
    position integer not null,
    person_id text collate "C" not null,
    field text not null,
    start_offset integer not null,
    end_offset integer not null,
    core_start integer not null,
    core_end integer not null,
    surface text not null,
    kind text not null,
    post_id text,
    confidence double precision not null,
    uncertain boolean not null,
    institutional boolean not null,
    former boolean not null,
    counted boolean not null,
    reason_vi text not null,
    reason_en text not null,
    primary key (item_id, version, position),
    foreign key (item_id, version) references analyses on delete cascade
  )`,
  'create index mentions_by_person on mentions (person_id, item_id, version)',
  `create table item_persons (
    item_id text collate "C" not null,
    version integer not null,
    person_id text collate "C" not null,
    role text not null,
    mentions integer not null,
    words integer not null,
    paragraph_share double precision not null,
    first_offset integer,
    first_place text not null,
    fraction double precision not null,
    primary key (item_id, version, person_id),
    foreign key (item_id, version) references analyses on delete cascade
  )`,
  'create index item_persons_by_person on item_persons (person_id, item_id, version)',
  `create table measurements (
    item_id text collate "C" not null,
    version integer not null,
    position integer not null,
    measure text collate "C" not null,
    measure_version integer not null,
    unit text not null,
    person_id text collate "C",
    value_number double precision,
    value_text text,
    evidence jsonb not null,
    primary key (item_id, version, position),
    foreign key (item_id, version) references analyses on delete cascade
  )`,
  `create unique index measurements_by_measure on measurements
    (item_id, version, measure, coalesce(person_id, ''))`,
  `create table clusters (
    item_id text collate "C" primary key references items on delete cascade,
    cluster_id text collate "C" not null,
    method_version text collate "C" not null
  )`,
  'create index clusters_by_cluster on clusters (cluster_id)',
  `create table persons (
    demo boolean not null,
    id text collate "C" not null,
    name text not null,
    gender text,
    family_name text,
    given_name text,
    primary key (demo, id)
  )`,
  `create table names (
    demo boolean not null,
    person_id text collate "C" not null,
    position integer not null,
    name text not null,
    kind text not null,
    primary key (demo, person_id, position),
    foreign key (demo, person_id) references persons on delete cascade
  )`,
  `create table places (
    demo boolean not null,
    id text collate "C" not null,
    name text not null,
    other_names text[] not null,
    parent text,
    from_date text,
    until_date text,
    successor text,
    primary key (demo, id)
  )`,
  `create table organizations (
    demo boolean not null,
    id text collate "C" not null,
    name text not null,
    other_names text[] not null,
    place text,
    parent text,
    from_date text,
    until_date text,
    successor text,
    primary key (demo, id)
  )`,
  `create table posts (
    demo boolean not null,
    id text collate "C" not null,
    label text not null,
    other_labels text[] not null,
    generic_title text,
    organization text,
    place text,
    from_date text,
    until_date text,
    primary key (demo, id)
  )`,
  `create table terms (
    demo boolean not null,
    id text collate "C" not null,
    person_id text collate "C" not null,
    post_id text collate "C" not null,
    organization text,
    from_date text,
    until_date text,
    kind text not null,
    source text,
    checked boolean not null,
    primary key (demo, id),
    foreign key (demo, person_id) references persons on delete cascade,
    foreign key (demo, post_id) references posts on delete cascade
  )`,
  'create index terms_by_person on terms (demo, person_id)',
  `create table coverage (
    outlet_id text collate "C" not null references outlets on delete cascade,
    day text collate "C" not null,
    captured integer,
    expected integer,
    failed integer not null,
    gap text,
    primary key (outlet_id, day)
  )`,
  `create table app_state (
    key text collate "C" primary key,
    value jsonb not null,
    updated_at timestamptz not null default now()
  )`,
];

/** The first tables: outlets to coverage, all but what later issues add. */
export const outletsItemsRegisterFigures: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
