import { sql } from 'kysely';
import type { Day, FigureQuery, FirstPlace, Medium } from '../src/domain/index.ts';
import { once } from './batch.ts';
import {
  byDay,
  everyone,
  type FigureScope,
  figureScope,
  outletsOf,
  rangeRows,
  staleRows,
  summedOutlets,
} from './figure-scope.ts';
import {
  copiesOfDays,
  itemsOfDays,
  listed,
  outletSumColumns,
  outletSumsOfDays,
  personSumColumns,
  personSumsOfDays,
  placeColumns,
  summed,
} from './rollup-rows.ts';
import type { Handle } from './schema.ts';

// Figures are sums of rollups; days that changed since are summed from their rows instead. Sums of
// fractions and inches are made in decimals and rounded at the end, so that they do not depend on
// the order in which the server happens to add, nor on what had been summed before.

/** What one outlet published in a period. */
export interface OutletSums {
  readonly outletId: string;
  readonly name: string;
  readonly medium: Medium;
  readonly verified: boolean;
  readonly items: number;
  readonly itemsWithPersons: number;
  readonly distinctItems: number;
  readonly mentions: number;
  readonly words: number;
  readonly columnInches: number;
  /** Items an analysis left without one of the two lengths: a sum would be wrong. */
  readonly unmeasured: number;
}

/** What a period says of one person. */
export interface PersonSums {
  readonly personId: string;
  readonly items: number;
  readonly distinctItems: number;
  readonly itemsFractional: number;
  readonly mentions: number;
  readonly words: number;
  readonly columnInches: number;
  readonly firstPlaces: Readonly<Partial<Record<FirstPlace, number>>>;
  /** Items in which the person lacks the length: a sum would be wrong. */
  readonly unmeasured: number;
  /** Items they may be in, if a review says so: uncertain mentions and no counted one. */
  readonly uncertainItems: number;
}

/** `r` without the days that changed since. */
function unlessStale(scope: FigureScope, span: string) {
  return scope.stale.length === 0
    ? sql`true`
    : sql`not exists (select from ${staleRows(scope)}
        where stale.outlet_id = r.outlet_id and stale.day = ${sql.ref(span)})`;
}

/** `outlet_parts`: rollup rows and fresh sums that make up the outlets' figures. */
export function outletParts(scope: FigureScope) {
  const columns = sql`outlet_id, span, ${listed(outletSumColumns)}, method_versions`;
  const summedBefore = sql`select inside, ${columns} from ${outletsOf(scope)}
      cross join ${rangeRows(scope.ranges)} cross join lateral (select * from rollup_outlets r
        where r.outlet_id = o.id and r.span between ranges.first and ranges.last offset 0) r
    where ${unlessStale(scope, 'r.span')}`;
  if (scope.stale.length === 0) return sql`outlet_parts as (${summedBefore})`;
  return sql`${itemsOfDays(scope.stale)}, ${outletSumsOfDays()}, outlet_parts as (
    ${summedBefore} union all select 0, ${columns} from day_outlets)`;
}

/** Sums of every outlet of the query, by id; one without items has zeros. */
export async function outletSums(db: Handle, query: FigureQuery): Promise<OutletSums[]> {
  const rows = await outletRows(db, query);
  return rows.map(({ sums }) => sums);
}

/** An outlet's sums, and the method versions behind them. */
interface OutletRow {
  readonly sums: OutletSums;
  readonly versions: readonly string[];
}

function outletRows(db: Handle, query: FigureQuery): Promise<OutletRow[]> {
  return once(db, ['outletRows', query], () => readOutletRows(db, query));
}

async function readOutletRows(db: Handle, query: FigureQuery): Promise<OutletRow[]> {
  const scope = await figureScope(db, query);
  const { outlets, demo } = query;
  const { rows } = await sql<OutletSums & { versions: string | null }>`with ${outletParts(scope)},
    repeats as (
      select r.outlet_id, r.cluster_id from ${outletsOf(scope)}
          cross join ${rangeRows(scope.dayRanges)} cross join lateral (select * from rollup_repeats c
            where c.outlet_id = o.id and c.day between ranges.first and ranges.last offset 0) r
        where ${unlessStale(scope, 'r.day')}
      union select r.outlet_id, r.cluster_id from ${outletsOf(scope)}
          cross join ${rangeRows(scope.monthRanges)} cross join lateral (
            select * from rollup_repeats_reaching c
            where c.outlet_id = o.id and c.month between ranges.first and ranges.last offset 0) r
      union ${freshStories(scope, 'day_repeats')}
    ), sums as (
      select outlet_id, sum(inside) as inside, ${summed(outletSumColumns)},
        string_agg(distinct array_to_string(method_versions, ' '), ' ') as versions
      from outlet_parts group by outlet_id
    ), told_twice as (select outlet_id, count(*) as stories from repeats group by outlet_id)
    select o.id as "outletId", o.name, o.medium, o.verified, coalesce(s.items, 0)::int as items,
      coalesce(s.items_with_persons, 0)::int as "itemsWithPersons",
      (coalesce(s.singles, 0) + coalesce(s.inside, 0) + coalesce(t.stories, 0))::int
        as "distinctItems",
      coalesce(s.mentions, 0)::int as mentions, coalesce(s.words, 0)::float8 as words,
      round(coalesce(s.column_inches, 0), 9)::float8 as "columnInches",
      coalesce(s.unmeasured, 0)::int as unmeasured,
      s.versions
    from outlets o left join sums s on s.outlet_id = o.id
      left join told_twice t on t.outlet_id = o.id
    where o.demo = ${demo} and (${outlets}::text[] is null or o.id = any(${outlets}::text[]))
    order by o.id`.execute(db);
  return rows.map(({ versions, ...sums }) => ({ sums, versions: versions?.split(' ') ?? [] }));
}

/** Stories of the days that changed since, read from their rows. */
function freshStories(scope: FigureScope, kind: 'day_repeats' | 'day_copies') {
  const columns = kind === 'day_repeats' ? sql`outlet_id, cluster_id` : sql`person_id, cluster_id`;
  if (scope.stale.length === 0) return sql`select null, null where false`;
  return sql`(with ${itemsOfDays(scope.stale)}, ${copiesOfDays()}
    select ${columns} from ${sql.table(kind)})`;
}

/** `person_parts`: rollup rows, and what corrects them, that make up the persons' figures. */
function personParts(scope: FigureScope) {
  const sums = listed(personSumColumns);
  const summedBefore = sql`select person_id, inside, ${sums} from ${summedOutlets(scope)}
      cross join ${rangeRows(scope.ranges)} cross join lateral (select * from rollup_persons r
        where r.outlet_id = o.id and r.span between ranges.first and ranges.last offset 0) r`;
  if (scope.stale.length === 0) return sql`person_parts as (${summedBefore})`;
  const less = sql.join(personSumColumns.map((column) => sql`-${sql.ref(column)}`));
  return sql`${itemsOfDays(scope.stale)}, ${personSumsOfDays()}, person_parts as (
    ${summedBefore}
    union all select person_id, 0, ${less} from ${staleRows(scope)} cross join lateral (
      select * from rollup_persons r
      where r.outlet_id = stale.outlet_id and r.span = stale.day offset 0) r
    union all select person_id, 0, ${sums} from day_sums)`;
}

const placesObject = sql`json_build_object(${sql.join(
  placeColumns.flatMap(([column, place]) => [sql.lit(place), sql`sum(p.${sql.ref(column)})::int`]),
)})`;

/** Sums of every person with a counted or an uncertain mention in the period, by id. */
export function personSums(db: Handle, query: FigureQuery): Promise<PersonSums[]> {
  return once(db, ['personSums', query], () => readPersonSums(db, query));
}

async function readPersonSums(db: Handle, query: FigureQuery): Promise<PersonSums[]> {
  const scope = await figureScope(db, query);
  const { rows } = await sql<PersonSums>`with ${personParts(scope)},
    told as (${personStories(scope)})
    select p.person_id as "personId", sum(p.items)::int as items,
      (sum(p.singles) + sum(p.inside) + coalesce(min(t.stories), 0))::int as "distinctItems",
      round(sum(p.fraction), 9)::float8 as "itemsFractional", sum(p.mentions)::int as mentions,
      sum(p.words)::int as words, round(sum(p.column_inches), 9)::float8 as "columnInches",
      ${placesObject} as "firstPlaces", sum(p.unmeasured)::int as unmeasured,
      sum(p.uncertain)::int as "uncertainItems"
    from person_parts p join persons r on r.demo = ${query.demo} and r.id = p.person_id
      left join told t on t.person_id = p.person_id
    group by p.person_id having sum(p.items) > 0 or sum(p.uncertain) > 0
    order by p.person_id`.execute(db);
  return rows;
}

/**
 * How many stories with copies each person has, those left out that `inside` counts. Of all
 * outlets, whole months are known by what reaches out of them.
 */
function personStories(scope: FigureScope) {
  const { query } = scope;
  const every = query.outlets === null;
  const days = every ? scope.dayRanges : [query.period];
  // Days that changed since are left out outlet by outlet; else the outlets' days are one.
  const outlets = scope.stale.length === 0 ? summedOutlets(scope) : outletsOf(scope);
  return sql`select person_id, count(*) as stories from (
    select r.person_id, r.cluster_id from ${rangeRows(days)} cross join ${outlets}
        cross join lateral (select * from rollup_copies c where c.outlet_id = o.id
          and c.day between ranges.first and ranges.last offset 0) r
      where ${unlessStale(scope, 'r.day')}
    union select r.person_id, r.cluster_id from ${rangeRows(every ? scope.monthRanges : [])}
      join rollup_reaching r on r.world = ${everyone(scope)}
        and r.month between ranges.first and ranges.last
    union ${freshStories(scope, 'day_copies')}) as stories group by person_id`;
}

/** Method versions behind the period's figures; more than one while a recompute is under way. */
export async function methodVersions(db: Handle, query: FigureQuery): Promise<string[]> {
  const rows = await outletRows(db, query);
  return [...new Set(rows.flatMap(({ versions }) => versions))].toSorted();
}

/** Items of all outlets of the query by day; days without an item have no row. */
export async function capturedDays(
  db: Handle,
  query: FigureQuery,
): Promise<{ readonly day: Day; readonly items: number }[]> {
  const scope = byDay(await figureScope(db, query));
  const { rows } = await sql<{ day: Day; items: number }>`with ${outletParts(scope)}
    select span as day, sum(items)::int as items from outlet_parts group by span`.execute(db);
  return rows;
}

/** Counts of one outlet's day; only days with items have a row. */
export interface OutletDayCounts {
  readonly outletId: string;
  readonly day: Day;
  readonly items: number;
  /** Of these, items with a counted mention of anyone. */
  readonly itemsWithPersons: number;
}

/** Counts of every outlet by day; days without an item have no row. */
export function outletDayCounts(db: Handle, query: FigureQuery): Promise<OutletDayCounts[]> {
  return once(db, ['outletDayCounts', query], () => readOutletDayCounts(db, query));
}

async function readOutletDayCounts(db: Handle, query: FigureQuery): Promise<OutletDayCounts[]> {
  const scope = byDay(await figureScope(db, query));
  const { rows } = await sql<OutletDayCounts>`with ${outletParts(scope)}
    select outlet_id as "outletId", span as day, items, items_with_persons as "itemsWithPersons"
    from outlet_parts order by outlet_id, span`.execute(db);
  return rows;
}
