import { sql } from 'kysely';
import type { Day, FigureQuery, Period } from '../src/domain/index.ts';
import {
  byDay,
  bySpans,
  type FigureScope,
  figureScope,
  firstDayOfSpan,
  outletsOf,
  rangeRows,
  staleRows,
  summedOutlets,
} from './figure-scope.ts';
import { outletParts } from './figures.ts';
import { itemsOfDays, personSumsOfDays } from './rollup-rows.ts';
import type { Handle } from './schema.ts';

/** A person's items on one day. */
export interface PersonDay {
  readonly personId: string;
  readonly day: Day;
  readonly items: number;
}

/**
 * `parts (person_id, outlet_id, span, items, fraction)`: rollup rows of some persons and what
 * corrects them. Of all outlets together the outlet's id says nothing.
 */
function partsOf(
  scope: FigureScope,
  given: { readonly outlets: ReturnType<typeof outletsOf>; readonly personIds: readonly string[] },
) {
  const { personIds } = given;
  const columns = sql`r.person_id, r.outlet_id, r.span, r.items, r.fraction`;
  const persons = sql`unnest(${personIds}::text[]) as who (id)`;
  const summedBefore = sql`select ${columns} from ${given.outlets} cross join ${persons}
    cross join ${rangeRows(scope.ranges)} cross join lateral (
      select ${columns} from rollup_persons r where r.outlet_id = o.id and r.person_id = who.id
        and r.span between ranges.first and ranges.last offset 0) r`;
  if (scope.stale.length === 0) return sql`parts as (${summedBefore})`;
  return sql`${itemsOfDays(scope.stale)}, ${personSumsOfDays()}, parts as (
    ${summedBefore}
    union all select r.person_id, r.outlet_id, r.span, -r.items, -r.fraction from ${staleRows(scope)}
      cross join ${persons} cross join lateral (select ${columns} from rollup_persons r
        where r.outlet_id = stale.outlet_id and r.person_id = who.id and r.span = stale.day
        offset 0) r
    union all select ${columns} from day_sums r where r.person_id = any(${personIds}::text[]))`;
}

/** Items of some persons by day, all outlets of the query together; days without have no row. */
export async function personDaySums(
  db: Handle,
  personIds: readonly string[],
  query: FigureQuery,
): Promise<PersonDay[]> {
  const scope = byDay(await figureScope(db, query));
  const { rows } = await sql<PersonDay>`
    with ${partsOf(scope, { outlets: summedOutlets(scope), personIds })}
    select person_id as "personId", span as day, sum(items)::int as items
    from parts group by person_id, span having sum(items) > 0 order by span, person_id`.execute(db);
  return rows;
}

/** A person's items on one outlet's day. */
export interface PersonOutletDay {
  readonly outletId: string;
  readonly day: Day;
  readonly items: number;
}

/** Items of a person by outlet and day; days without one have no row. */
export async function personOutletDays(
  db: Handle,
  personId: string,
  query: FigureQuery,
): Promise<PersonOutletDay[]> {
  const scope = byDay(await figureScope(db, query));
  const { rows } = await sql<PersonOutletDay>`
    with ${partsOf(scope, { outlets: outletsOf(scope), personIds: [personId] })}
    select outlet_id as "outletId", span as day, sum(items)::int as items
    from parts group by outlet_id, span having sum(items) > 0
    order by outlet_id, span`.execute(db);
  return rows;
}

/** Σ 1/n of one person in one span. */
export interface PersonSpan {
  readonly personId: string;
  /** Place of the span in the list that was given. */
  readonly span: number;
  readonly itemsFractional: number;
}

/** Σ 1/n of some persons span by span; spans without an item have no row. */
export async function personSpanSums(
  db: Handle,
  query: FigureQuery,
  of: { readonly personIds: readonly string[]; readonly spans: readonly Period[] },
): Promise<PersonSpan[]> {
  const scope = bySpans(await figureScope(db, query), of.spans);
  const { rows } = await sql<PersonSpan>`
    with ${partsOf(scope, { outlets: summedOutlets(scope), personIds: of.personIds })},
    by_day as (select person_id, ${firstDayOfSpan} as day, sum(fraction) as fraction
      from parts group by 1, 2)
    select d.person_id as "personId", s.number as span,
      round(sum(d.fraction), 9)::float8 as "itemsFractional"
    from by_day d join ${numbered(of.spans)} on d.day between s.first and s.last
    group by d.person_id, s.number`.execute(db);
  return rows;
}

/** Σ 1/n of everyone, span by span; 0 where nobody is mentioned. */
export async function spanTotals(
  db: Handle,
  query: FigureQuery,
  spans: readonly Period[],
): Promise<number[]> {
  const scope = bySpans(await figureScope(db, query), spans);
  const { rows } = await sql<{ total: number }>`with ${outletParts(scope)},
    by_day as (select ${firstDayOfSpan} as day, sum(fraction) as fraction
      from outlet_parts group by 1)
    select round(coalesce(sum(d.fraction), 0), 9)::float8 as total
    from ${numbered(spans)} left join by_day d on d.day between s.first and s.last
    group by s.number order by s.number`.execute(db);
  return rows.map(({ total }) => total);
}

/** `s (first, last, number)` */
function numbered(spans: readonly Period[]) {
  return sql`(select first, last, (number - 1)::int as number
    from unnest(${spans.map(({ from }) => from)}::text[], ${spans.map(({ to }) => to)}::text[])
      with ordinality as given (first, last, number)) as s`;
}

/** A person's items within one outlet. */
export interface OutletPerson {
  readonly outletId: string;
  readonly personId: string;
  readonly items: number;
  readonly itemsFractional: number;
  /** The same of everyone in the outlet. */
  readonly outletFractional: number;
}

/** Items of some persons by outlet, beside everyone's. */
export async function outletPersonSums(
  db: Handle,
  query: FigureQuery,
  personIds: readonly string[],
): Promise<OutletPerson[]> {
  const scope = await figureScope(db, query);
  const { rows } = await sql<OutletPerson>`
    with own as (
      with ${partsOf(scope, { outlets: outletsOf(scope), personIds })}
      select outlet_id, person_id, sum(items) as items, sum(fraction) as fraction
      from parts group by outlet_id, person_id having sum(items) > 0
    ), everyone as (
      with ${outletParts(scope)}
      select outlet_id, sum(fraction) as fraction from outlet_parts group by outlet_id
    )
    select outlet_id as "outletId", person_id as "personId", o.items::int as items,
      round(o.fraction, 9)::float8 as "itemsFractional",
      round(e.fraction, 9)::float8 as "outletFractional"
    from own o join everyone e using (outlet_id) order by outlet_id, person_id`.execute(db);
  return rows;
}

/** The first day of the period that each version of the method measured, earliest first. */
export async function methodVersionStarts(
  db: Handle,
  query: FigureQuery,
): Promise<{ readonly version: string; readonly day: Day }[]> {
  const scope = byDay(await figureScope(db, query));
  const { rows } = await sql<{ version: string; day: Day }>`with ${outletParts(scope)}
    select version, min(span) as day from outlet_parts, unnest(method_versions) as version
    group by version order by 2, 1`.execute(db);
  return rows;
}
