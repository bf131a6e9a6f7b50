import { type RawBuilder, sql } from 'kysely';

// What outlets' days add up to, from their rows. Refreshing the rollups and reading a day that has
// not been refreshed yet both come here, so that the two can never differ.

/** An outlet's day. */
export interface OutletDayKey {
  readonly outletId: string;
  readonly day: string;
}

/** The measures whose sums are figures. */
const summedMeasures = { words: 'length.words', columnInches: 'length.column-inches' };

/** Columns of the first places, each with its place. */
export const placeColumns = [
  ['headline', 'headline'],
  ['standfirst', 'standfirst'],
  ['first_paragraph', 'first-paragraph'],
  ['first_third', 'first-third'],
  ['later', 'later'],
  ['caption_only', 'caption-only'],
] as const;

/** Columns of `rollup_persons` that add up. */
export const personSumColumns = [
  'items',
  'singles',
  'mentions',
  'words',
  'fraction',
  'column_inches',
  'unmeasured',
  'uncertain',
  ...placeColumns.map(([column]) => column),
] as const;

/** Columns of `rollup_outlets` that add up. */
export const outletSumColumns = [
  'items',
  'items_with_persons',
  'singles',
  'mentions',
  'words',
  'column_inches',
  'fraction',
  'unmeasured',
] as const;

/** `sum(items) as items, …` */
export function summed(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql`sum(${sql.ref(column)}) as ${sql.ref(column)}`));
}

/** `items, …` */
export function listed(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

/**
 * The items of some outlets' days (`day_items`) and who counts in them (`day_persons`), corrections
 * applied. `has_copies`: others may tell the same story, so that stories are not counted by adding.
 * `day_members`: all items that tell their stories, of whatever day; `day_told`: those of the days
 * whose story their outlet tells more than once; `day_lengths`: how long they are,
 * and what of that is about whom ('' = all of it).
 */
export function itemsOfDays(days: readonly OutletDayKey[]): RawBuilder<unknown> {
  const outlets = days.map(({ outletId }) => outletId);
  const names = days.map(({ day }) => day);
  // Day by day ("offset 0"): whatever the planner believes, it never reads all items at once.
  return sql`days as materialized (
      select distinct outlet_id, day from unnest(${outlets}::text[], ${names}::text[])
        as given (outlet_id, day)
    ),
    dated as materialized (
      select d.outlet_id, d.day, o.demo, i.id, i.version, i.sorted_at, i.cluster_id
      from days d join outlets o on o.id = d.outlet_id cross join lateral (
        select i.id, i.latest_version as version, i.sorted_at,
          coalesce(c.cluster_id, i.id) as cluster_id
        from items i left join clusters c on c.item_id = i.id
        where i.outlet_id = d.outlet_id and i.day = d.day offset 0
      ) i
    ),
    day_items as materialized (
      select i.*, a.month, a.method_version, i.cluster_id <> i.id or exists (select from clusters other
          where other.cluster_id = i.cluster_id and other.item_id <> i.id) as has_copies
      from dated i cross join lateral (select month, method_version from analyses a
        where a.item_id = i.id and a.version = i.version offset 0) a
    ),
    day_persons as materialized (
      select i.*, p.person_id, p.measured_as, p.mentions, p.words, p.fraction, p.first_place
      from day_items i cross join lateral (select * from counted_persons c
          where c.item_id = i.id and c.version = i.version offset 0) p
        join persons r on r.demo = i.demo and r.id = p.person_id
    ),
    day_members as materialized (
      select s.cluster_id, told.* from
        (select distinct cluster_id from day_items where has_copies) s cross join lateral (
          select i.id, i.outlet_id, i.day from clusters c join items i on i.id = c.item_id
            where c.cluster_id = s.cluster_id
          -- The item a story is named after may stand in no story itself.
          union select id, outlet_id, day from items where id = s.cluster_id offset 0) told
    ),
    day_told as materialized (
      select id, cluster_id from day_items i where has_copies and exists (select from day_members m
        where m.cluster_id = i.cluster_id and m.outlet_id = i.outlet_id and m.id <> i.id)
    ),
    day_lengths as materialized (
      select i.id, m.* from day_items i cross join lateral (
        select coalesce(person_id, '') as person_id, max(value_number) filter (where
            measure = ${summedMeasures.words}) as words,
          max(value_number) filter (where measure = ${summedMeasures.columnInches}) as column_inches
        from measurements where item_id = i.id and version = i.version and month = i.month
        group by 1 offset 0) m
    )`;
}

/** `day_outlets`: what `rollup_outlets` has of a day, from `itemsOfDays`. */
export function outletSumsOfDays(): RawBuilder<unknown> {
  return sql`day_outlets as (
    select i.outlet_id, i.day as span, count(*)::int as items,
      count(n.id)::int as items_with_persons,
      count(*) filter (where t.id is null)::int as singles,
      coalesce(sum(n.mentions), 0)::int as mentions,
      coalesce(sum(l.words), 0)::float8 as words,
      coalesce(sum(l.column_inches::numeric), 0) as column_inches,
      coalesce(sum(n.fraction), 0) as fraction,
      count(*) filter (where l.words is null or l.column_inches is null)::int as unmeasured,
      array_agg(distinct i.method_version) as method_versions
    from day_items i left join day_told t on t.id = i.id
      left join (select id, sum(mentions) as mentions, sum(fraction::numeric) as fraction
        from day_persons group by id) n on n.id = i.id
      left join day_lengths l on l.id = i.id and l.person_id = ''
    group by i.outlet_id, i.day
  )`;
}

/** `day_sums`: what `rollup_persons` has of an outlet's day, from `itemsOfDays`. */
export function personSumsOfDays(): RawBuilder<unknown> {
  const places = placeColumns.map(
    ([column, place]) =>
      sql`count(*) filter (where first_place = ${sql.lit(place)})::int as ${sql.ref(column)}`,
  );
  return sql`counted_sums as (
    select p.outlet_id, p.day as span, p.person_id, count(*)::int as items,
      count(*) filter (where not p.has_copies)::int as singles, sum(p.mentions)::int as mentions,
      sum(p.words)::int as words, sum(p.fraction::numeric) as fraction,
      coalesce(sum(l.column_inches::numeric), 0) as column_inches,
      count(*) filter (where l.column_inches is null)::int as unmeasured, 0 as uncertain,
      ${sql.join(places)}
    from day_persons p left join day_lengths l on l.id = p.id and l.person_id = p.measured_as
    group by p.outlet_id, p.day, p.person_id
  ),
  -- Few mentions are: all of an outlet's month are read at once.
  doubtful as materialized (
    select m.* from (select distinct outlet_id, month from day_items) given
      cross join lateral (select item_id, version, person_id from mentions n
        where n.outlet_id = given.outlet_id and n.month = given.month and n.uncertain offset 0) m
  ),
  doubtful_sums as (
    select i.outlet_id, i.day as span, m.person_id, 0, 0, 0, 0, 0::numeric, 0::numeric, 0,
      count(distinct i.id)::int, 0, 0, 0, 0, 0, 0
    from doubtful m join day_items i on i.id = m.item_id and i.version = m.version
      join persons r on r.demo = i.demo and r.id = m.person_id
    where not exists (select from day_persons p where p.id = i.id and p.person_id = m.person_id)
    group by i.outlet_id, i.day, m.person_id
  ),
  day_sums as (
    select outlet_id, span, person_id, ${summed(personSumColumns)}
    from (select * from counted_sums union all select * from doubtful_sums) as both_kinds
    group by outlet_id, span, person_id
  )`;
}

/** `day_copies` and `day_repeats`: stories that are told more than once, from `itemsOfDays`. */
export function copiesOfDays(): RawBuilder<unknown> {
  return sql`day_stories as (
    select cluster_id, min(day) as first_day, max(day) as last_day from day_members
    group by cluster_id
  ),
  day_copies as (
    select distinct p.outlet_id, p.day, p.person_id, p.cluster_id, s.first_day, s.last_day
    from day_persons p join day_stories s on s.cluster_id = p.cluster_id where p.has_copies
  ),
  day_repeats as (
    select distinct i.outlet_id, i.day, i.cluster_id, s.first_day, s.last_day
    from day_told t join day_items i on i.id = t.id
      join day_stories s on s.cluster_id = i.cluster_id
  )`;
}
