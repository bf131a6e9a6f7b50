import { sql } from 'kysely';
import type { Day, FigureQuery } from '../src/domain/index.ts';
import { scope } from './figures.ts';
import type { Handle } from './schema.ts';

/** A person's fractional items on one day, all outlets of the query together. */
export interface PersonDay {
  readonly personId: string;
  readonly day: Day;
  readonly items: number;
  readonly itemsFractional: number;
}

/** Σ 1/n of every person by day; days without an item have no row. */
export async function personDaySums(db: Handle, query: FigureQuery): Promise<PersonDay[]> {
  const { rows } = await sql<PersonDay>`with ${scope(query)}
    select person_id as "personId", day, count(*)::int as items,
      coalesce(round(sum(fraction::numeric), 9), 0)::float8 as "itemsFractional"
    from present group by person_id, day order by day, person_id`.execute(db);
  return rows;
}

/** Items of an outlet's day, and those of them with a counted mention. */
export interface OutletDayCounts {
  readonly outletId: string;
  readonly day: Day;
  readonly items: number;
  readonly itemsWithPersons: number;
}

/** Counts of every outlet by day; days without an item have no row. */
export async function outletDayCounts(db: Handle, query: FigureQuery): Promise<OutletDayCounts[]> {
  const { rows } = await sql<OutletDayCounts>`with ${scope(query)},
    named as (select distinct id from present)
    select s.outlet_id as "outletId", s.day, count(*)::int as items,
      count(n.id)::int as "itemsWithPersons"
    from scope s left join named n on n.id = s.id
    group by s.outlet_id, s.day order by s.outlet_id, s.day`.execute(db);
  return rows;
}

/** A person's items within one outlet. */
export interface OutletPerson {
  readonly outletId: string;
  readonly personId: string;
  readonly items: number;
  readonly itemsFractional: number;
}

/** Items of every person by outlet. */
export async function outletPersonSums(db: Handle, query: FigureQuery): Promise<OutletPerson[]> {
  const { rows } = await sql<OutletPerson>`with ${scope(query)}
    select outlet_id as "outletId", person_id as "personId", count(*)::int as items,
      coalesce(round(sum(fraction::numeric), 9), 0)::float8 as "itemsFractional"
    from present group by outlet_id, person_id order by outlet_id, person_id`.execute(db);
  return rows;
}

/** The first day of the period that each version of the method measured, earliest first. */
export async function methodVersionStarts(
  db: Handle,
  query: FigureQuery,
): Promise<{ readonly version: string; readonly day: Day }[]> {
  const { rows } = await sql<{ version: string; day: Day }>`with ${scope(query)}
    select method_version as version, min(day) as day from scope
    group by method_version order by 2, 1`.execute(db);
  return rows;
}
