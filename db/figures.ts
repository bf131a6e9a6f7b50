import { sql } from 'kysely';
import type {
  Day,
  FigureQuery,
  FirstPlace,
  IsoInstant,
  ItemSummary,
  Medium,
  PersonItem,
} from '../src/domain/index.ts';
import { type LengthMeasures, measured, summaryColumns, summaryJoins } from './item-summary.ts';
import type { Handle } from './schema.ts';

export type { LengthMeasures };

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
}

/**
 * The items a figure is about: analyzed latest versions, first published in the period, of one
 * world; and who counts in them, corrections applied. Every figure counts these and nothing else.
 */
export function scope(query: FigureQuery) {
  const { period, outlets, demo } = query;
  return sql`scope as (
    select i.id, i.latest_version as version, i.outlet_id, i.day, a.month, a.method_version, a.language,
      coalesce(c.cluster_id, i.id) as cluster_id
    from items i join outlets o on o.id = i.outlet_id and o.demo = ${demo}
      join analyses a on a.item_id = i.id and a.version = i.latest_version
      left join clusters c on c.item_id = i.id
    where i.day between ${period.from} and ${period.to}
      and (${outlets}::text[] is null or i.outlet_id = any(${outlets}::text[]))
  ),
  present as (
    select s.*, p.person_id, p.measured_as, p.role, p.mentions, p.words, p.paragraph_share,
      p.fraction, p.first_place
    from scope s join counted_persons p on p.item_id = s.id and p.version = s.version
      join persons r on r.demo = ${demo} and r.id = p.person_id
  )`;
}

// Sums of fractions and inches are made in decimals and rounded, so that they do not depend on the
// order in which the server happens to read rows.
const exactSum = (column: string) =>
  sql`coalesce(round(sum(${sql.ref(column)}::numeric), 9), 0)::float8`;

/** Sums of every outlet of the query, by id; one without items has zeros. */
export async function outletSums(
  db: Handle,
  query: FigureQuery,
  measures: LengthMeasures,
): Promise<OutletSums[]> {
  const { outlets, demo } = query;
  const { rows } = await sql<OutletSums>`with ${scope(query)},
    named as (
      select id, count(*) as persons, sum(mentions) as mentions from present group by id
    )
    select o.id as "outletId", o.name, o.medium, o.verified, count(s.id)::int as items,
      count(n.id)::int as "itemsWithPersons", count(distinct s.cluster_id)::int as "distinctItems",
      coalesce(sum(n.mentions), 0)::int as mentions,
      coalesce(sum(w.value_number), 0)::float8 as words,
      ${exactSum('inches.value_number')} as "columnInches",
      count(s.id) filter (where w.item_id is null or inches.item_id is null)::int as unmeasured
    from outlets o left join scope s on s.outlet_id = o.id left join named n on n.id = s.id
      ${measured(measures.words, { alias: 'w', row: 's' })}
      ${measured(measures.columnInches, { alias: 'inches', row: 's' })}
    where o.demo = ${demo} and (${outlets}::text[] is null or o.id = any(${outlets}::text[]))
    group by o.id order by o.id`.execute(db);
  return rows;
}

/** Sums of every person with a counted mention in the period, by id. */
export async function personSums(
  db: Handle,
  query: FigureQuery,
  measures: LengthMeasures,
): Promise<PersonSums[]> {
  const { rows } = await sql<PersonSums>`with ${scope(query)},
    places as (
      select person_id, json_object_agg(first_place, items) as by_place
      from (select person_id, first_place, count(*) as items from present group by 1, 2) as counts
      group by person_id
    )
    select p.person_id as "personId", count(*)::int as items,
      count(distinct p.cluster_id)::int as "distinctItems",
      ${exactSum('p.fraction')} as "itemsFractional", sum(p.mentions)::int as mentions,
      sum(p.words)::int as words, ${exactSum('inches.value_number')} as "columnInches",
      (select by_place from places where places.person_id = p.person_id) as "firstPlaces",
      count(*) filter (where inches.item_id is null)::int as unmeasured
    from present p ${measured(measures.columnInches, { alias: 'inches', row: 'p', person: true })}
    group by p.person_id order by p.person_id`.execute(db);
  return rows;
}

/** Items a person may be in, if a review says so: uncertain mentions and no counted one. */
export async function uncertainItems(
  db: Handle,
  query: FigureQuery,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ personId: string; items: number }>`with ${scope(query)}
    select m.person_id as "personId", count(distinct m.item_id)::int as items
    from scope s join mentions m on m.item_id = s.id and m.version = s.version
        and m.month = s.month and m.uncertain
      join persons r on r.demo = ${query.demo} and r.id = m.person_id
    where not exists (select from counted_persons p
      where p.item_id = s.id and p.version = s.version and p.person_id = m.person_id)
    group by m.person_id`.execute(db);
  return new Map(rows.map((row) => [row.personId, row.items]));
}

/** Method versions behind the period's figures; more than one while a recompute is under way. */
export async function methodVersions(db: Handle, query: FigureQuery): Promise<string[]> {
  const { rows } = await sql<{ version: string }>`with ${scope(query)}
    select distinct method_version as version from scope order by 1`.execute(db);
  return rows.map((row) => row.version);
}

/** Counts of one outlet's day; only days with items have a row. */
export interface DayCounts {
  readonly outletId: string;
  readonly day: Day;
  readonly items: number;
  readonly itemsCaptured: number;
}

/** Items of a person beside all items, by outlet and day. */
export async function personDays(
  db: Handle,
  personId: string,
  query: FigureQuery,
): Promise<DayCounts[]> {
  const { rows } = await sql<DayCounts>`with ${scope(query)}
    select s.outlet_id as "outletId", s.day, count(*)::int as "itemsCaptured",
      count(p.id)::int as items
    from scope s left join present p on p.id = s.id and p.person_id = ${personId}
    group by s.outlet_id, s.day order by s.outlet_id, s.day`.execute(db);
  return rows;
}

/** Where a page of items begins: after this item, latest first. */
export interface ItemPosition {
  readonly sortedAt: IsoInstant;
  readonly itemId: string;
}

/** A page of items and where the next begins; null at the end. */
export interface ItemList<Item> {
  readonly items: readonly Item[];
  readonly next: ItemPosition | null;
}

export interface ItemListOptions {
  readonly query: FigureQuery;
  readonly measures: LengthMeasures;
  readonly after: ItemPosition | null;
  readonly limit: number;
}

type Listed<Item> = Item & { readonly sortedAt: Date };

/** Items with a counted mention of a person, latest first. */
export async function personItems(
  db: Handle,
  personId: string,
  options: ItemListOptions,
): Promise<ItemList<PersonItem>> {
  const { rows } = await sql<Listed<PersonItem>>`with ${scope(options.query)}
    select ${summaryColumns}, i.sorted_at as "sortedAt", p.role, p.first_place as "firstPlace",
      p.mentions, p.words as "personWords", p.fraction
    from scope s join counted_persons p on p.item_id = s.id and p.version = s.version
      and p.person_id = ${personId}
    ${summaryJoins(options.measures)} ${pageOf(options)}`.execute(db);
  return listOf(rows, options.limit);
}

/** Items of the query, latest first. */
export async function periodItems(
  db: Handle,
  options: ItemListOptions,
): Promise<ItemList<ItemSummary>> {
  const { rows } = await sql<Listed<ItemSummary>>`with ${scope(options.query)}
    select ${summaryColumns}, i.sorted_at as "sortedAt" from scope s
    ${summaryJoins(options.measures)} ${pageOf(options)}`.execute(db);
  return listOf(rows, options.limit);
}

function pageOf({ after, limit }: ItemListOptions) {
  return sql`where ${after === null} or (i.sorted_at, i.id)
      < (${after?.sortedAt ?? null}::timestamptz, ${after?.itemId ?? null}::text)
    order by i.sorted_at desc, i.id desc limit ${limit + 1}`;
}

function listOf<Item extends ItemSummary>(
  rows: readonly Listed<Item>[],
  limit: number,
): ItemList<Item> {
  // The cursor's time is no part of what a reader gets.
  const shown = rows.slice(0, limit).map(({ sortedAt, ...item }) => ({ sortedAt, item }));
  const last = shown.at(-1);
  const next =
    rows.length > limit && last
      ? { sortedAt: last.sortedAt.toISOString(), itemId: last.item.itemId }
      : null;
  return { items: shown.map(({ item }) => item as unknown as Item), next };
}
