import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// The three tables that grow without end lie in partitions of a month each. A unique index on such
// a table must name its month, so uniqueness hangs on what has none: an attempt's id is made from
// its moment, which is its month; and a mention's or measurement's month is that of its row in
// `analyses`, the unpartitioned table of keys, by a foreign key. Every key holds the outlet, by
// which a distributed PostgreSQL can shard.

// Attempts nobody's crawl made have no outlet; they are few and lie apart.
const looks = [
  `create table site_looks (
    id text collate "C" primary key,
    outlet_id text collate "C" references outlets,
    url text not null,
    final_url text not null,
    started_at timestamptz not null,
    day text collate "C" not null,
    duration_ms double precision not null,
    outcome text not null,
    status integer,
    headers jsonb not null,
    blob_hash text collate "C" references blobs,
    error_code text,
    error_message text
  )`,
  'create index site_looks_by_time on site_looks (started_at desc)',
  `insert into site_looks select id, outlet_id, url, final_url, started_at, day, duration_ms,
    outcome, status, headers, blob_hash, error_code, error_message from fetches
    where kind = 'look'`,
];

const fetches = [
  'alter table item_versions drop constraint item_versions_fetch_id_fkey',
  'alter table feed_readings drop constraint feed_readings_fetch_id_fkey',
  'alter table fetches rename to fetches_before',
  'alter table fetches_before rename constraint fetches_pkey to fetches_before_pkey',
  'drop index fetches_by_url, fetches_by_day, fetches_looks',
  `create table fetches (
    id text collate "C" not null,
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
    item_id text collate "C",
    primary key (id, outlet_id, started_at)
  ) partition by range (started_at)`,
  'create index fetches_by_url on fetches (url_key, started_at desc)',
  'create index fetches_by_day on fetches (outlet_id, day)',
];

const analyses = [
  'alter table analyses add column outlet_id text collate "C"',
  'alter table analyses add column month text collate "C"',
  `update analyses a set outlet_id = i.outlet_id, month = left(i.day, 7)
    from items i where i.id = a.item_id`,
  'alter table analyses alter column outlet_id set not null',
  'alter table analyses alter column month set not null',
  'create unique index analyses_by_month on analyses (item_id, version, month, outlet_id)',
];

const keyed = `outlet_id text collate "C" not null,
    month text collate "C" not null,
    item_id text collate "C" not null,
    version integer not null,
    position integer not null`;

const keys = `primary key (item_id, version, position, outlet_id, month),
    foreign key (item_id, version, month, outlet_id)
      references analyses (item_id, version, month, outlet_id) on delete cascade`;

const mentions = [
  'alter table mentions rename to mentions_before',
  'alter table mentions_before rename constraint mentions_pkey to mentions_before_pkey',
  'drop index mentions_by_person',
  `create table mentions (
    ${keyed},
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
    ${keys}
  ) partition by range (month)`,
  'create index mentions_by_person on mentions (person_id, item_id, version)',
];

const measurements = [
  'alter table measurements rename to measurements_before',
  'alter table measurements_before rename constraint measurements_pkey to measurements_before_pkey',
  'drop index measurements_by_measure',
  `create table measurements (
    ${keyed},
    measure text collate "C" not null,
    measure_version integer not null,
    unit text not null,
    person_id text collate "C",
    value_number double precision,
    value_text text,
    evidence jsonb not null,
    ${keys}
  ) partition by range (month)`,
  `create unique index measurements_by_measure on measurements
    (item_id, version, measure, coalesce(person_id, ''), outlet_id, month)`,
];

const months = [
  // A partition of one month, by its first day; what lay among the strays of that month moves in.
  `create function add_month(grown text, first date) returns void language plpgsql as $$
  declare
    name text := grown || '_' || to_char(first, 'YYYY_MM');
    bound date := first + interval '1 month';
    is_instant boolean := grown = 'fetches';
    low text := case when is_instant then first::text || ' 00:00Z' else to_char(first, 'YYYY-MM') end;
    high text := case when is_instant then bound::text || ' 00:00Z' else to_char(bound, 'YYYY-MM') end;
    field text := case when is_instant then 'started_at' else 'month' end;
  begin
    if to_regclass(name) is not null then return; end if;
    execute format('create table %I (like %I including defaults including constraints)', name, grown);
    execute format('with moved as (delete from %I where %I >= %L and %I < %L returning *)
      insert into %I select * from moved', grown || '_other', field, low, field, high, name);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)',
      grown, name, low, high);
  end $$`,
  // This month, the one before and five more: far enough ahead for a machine that is off for long.
  `create function keep_months(around timestamptz) returns integer language plpgsql as $$
  declare
    grown text;
    ahead integer;
    made integer := 0;
    first date;
  begin
    perform pg_advisory_xact_lock(hashtext('column-inches months'));
    foreach grown in array array['fetches', 'mentions', 'measurements'] loop
      for ahead in -1..5 loop
        first := date_trunc('month', around at time zone 'UTC') + make_interval(months => ahead);
        if to_regclass(grown || '_' || to_char(first, 'YYYY_MM')) is null then
          perform add_month(grown, first);
          made := made + 1;
        end if;
      end loop;
    end loop;
    return made;
  end $$`,
  'create table fetches_other partition of fetches default',
  'create table mentions_other partition of mentions default',
  'create table measurements_other partition of measurements default',
];

// At most twenty years of what is stored already get a month of their own.
const fill = [
  `do $$ declare first date; begin
    for first in select distinct date_trunc('month', started_at at time zone 'UTC')::date
        from fetches_before where kind <> 'look' order by 1 desc limit 240 loop
      perform add_month('fetches', first);
    end loop;
    for first in select distinct (month || '-01')::date from analyses
        where month ~ '^\\d{4}-\\d{2}$' order by 1 desc limit 240 loop
      perform add_month('mentions', first);
      perform add_month('measurements', first);
    end loop;
    perform keep_months(now());
  end $$`,
  `insert into fetches select id, outlet_id, kind, source_kind, url, url_key, final_url, started_at,
    day, duration_ms, outcome, status, headers, blob_hash, error_code, error_message, lead, item_id
    from fetches_before where kind <> 'look'`,
  `insert into mentions select a.outlet_id, a.month, m.item_id, m.version, m.position, m.person_id,
    m.field, m.start_offset, m.end_offset, m.core_start, m.core_end, m.surface, m.kind, m.post_id,
    m.confidence, m.uncertain, m.institutional, m.former, m.counted, m.reason_vi, m.reason_en
    from mentions_before m join analyses a using (item_id, version)`,
  `insert into measurements select a.outlet_id, a.month, m.item_id, m.version, m.position, m.measure,
    m.measure_version, m.unit, m.person_id, m.value_number, m.value_text, m.evidence
    from measurements_before m join analyses a using (item_id, version)`,
  'drop table fetches_before, mentions_before, measurements_before',
];

/** Attempts, mentions and measurements lie in a partition a month, with the outlet in every key. */
export const monthlyPartitions: Migration = {
  async up(db: Kysely<unknown>) {
    const parts = [looks, fetches, analyses, mentions, measurements, months, fill];
    for (const statement of parts.flat()) await sql.raw(statement).execute(db);
  },
};
