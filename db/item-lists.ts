import { type RawBuilder, sql } from 'kysely';
import type { FigureQuery, IsoInstant, ItemSummary, PersonItem } from '../src/domain/index.ts';
import { figureScope, outletsOf, staleRows } from './figure-scope.ts';
import { type LengthMeasures, summaryColumns, summaryJoins } from './item-summary.ts';
import { itemsOfDays } from './rollup-rows.ts';
import type { Handle } from './schema.ts';

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

/** A row of a list, with the time by which its cursor goes on. */
export type Listed<Item> = Item & { readonly sortedAt: Date };

/** Rows of `t` on the page: in the period, after the cursor, latest first. */
export function pageOf(
  { query, after, limit }: ItemListOptions,
  t: { readonly alias: string; readonly id: string },
) {
  const { from, to } = query.period;
  const [day, sortedAt, id] = ['day', 'sorted_at', t.id].map((column) =>
    sql.ref(`${t.alias}.${column}`),
  );
  // Days are the outlets' own: within a day of the same day in UTC. So the walk along the index
  // begins where the period ends. A day that is worked out has no index: whatever the planner
  // believes, it walks by time and stops with the page.
  return sql`${day} || '' between ${from} and ${to}
      and ${sortedAt} < to_timestamp(${to}, 'YYYY-MM-DD') + interval '2 days'
      and ${sortedAt} >= to_timestamp(${from}, 'YYYY-MM-DD') - interval '1 day'
      and (${after === null} or (${sortedAt}, ${id})
        < (${after?.sortedAt ?? null}::timestamptz, ${after?.itemId ?? null}::text))
    order by ${sortedAt} desc, ${id} desc limit ${limit + 1}`;
}

/** Items with a counted mention of a person, latest first. */
export async function personItems(
  db: Handle,
  personId: string,
  options: ItemListOptions,
): Promise<ItemList<PersonItem>> {
  const scope = await figureScope(db, options.query);
  const { outlets } = options.query;
  const chosen = outlets === null ? sql`true` : sql`r.outlet_id = any(${outlets}::text[])`;
  const unlessStale = sql`not exists (select from ${staleRows(scope)}
    where stale.outlet_id = r.outlet_id and stale.day = r.day)`;
  const fresh =
    scope.stale.length === 0
      ? sql`select '', now(), '', '' where false`
      : sql`(with ${itemsOfDays(scope.stale)} select distinct id, sorted_at, outlet_id, day
          from day_persons r where r.person_id = ${personId}
            and ${pageOf(options, { alias: 'r', id: 'id' })})`;
  const { rows } = await sql<Listed<PersonItem>>`with known as (
      (select r.item_id, r.sorted_at, r.outlet_id, r.day
        from rollup_items r join ${outletsOf(scope)} on o.id = r.outlet_id
        where r.person_id = ${personId} and ${chosen} and ${unlessStale}
          and ${pageOf(options, { alias: 'r', id: 'item_id' })})
      union all ${fresh}
    ), page as (
      select item_id from known order by sorted_at desc, item_id desc limit ${options.limit + 1}
    ), s as (
      select i.id, i.latest_version as version, a.month from page join items i on i.id = page.item_id
        join analyses a on a.item_id = i.id and a.version = i.latest_version
    )
    select ${summaryColumns}, i.sorted_at as "sortedAt", p.role, p.first_place as "firstPlace",
      p.mentions, p.words as "personWords", p.fraction
    from s cross join lateral (select * from counted_persons c where c.item_id = s.id
        and c.version = s.version and c.person_id = ${personId} offset 0) p
      ${summaryJoins(options.measures)} order by i.sorted_at desc, i.id desc`.execute(db);
  return listOf(rows, options.limit);
}

/** Items of the query, latest first; with `onlyMentioning`, those in which somebody counts. */
export async function periodItems(
  db: Handle,
  options: ItemListOptions & { readonly onlyMentioning?: boolean },
): Promise<ItemList<ItemSummary>> {
  const { outlets, demo } = options.query;
  // Values and no joins: item by item, whatever the planner believes.
  const mentions = sql`(select true from counted_persons c
      join persons r on r.demo = ${demo} and r.id = c.person_id
    where c.item_id = t.id and c.version = t.latest_version limit 1)`;
  const month = sql`(select month from analyses a
    where a.item_id = t.id and a.version = t.latest_version)`;
  const latest = (of: RawBuilder<unknown>) => sql`select t.id, t.latest_version as version,
      ${month} as month, t.sorted_at
    from items t where ${of} and ${options.onlyMentioning === true ? mentions : sql`true`}
      and ${month} is not null and ${pageOf(options, { alias: 't', id: 'id' })}`;
  const ofWorld = sql`(select demo from outlets o where o.id = t.outlet_id) = ${demo}`;
  const listed =
    outlets === null
      ? latest(ofWorld)
      : sql`select found.* from (select distinct unnest(${outlets}::text[]) as id) as o
          cross join lateral (${latest(sql`t.outlet_id = o.id and ${ofWorld}`)}) as found
        order by found.sorted_at desc, found.id desc limit ${options.limit + 1}`;
  const { rows } = await sql<Listed<ItemSummary>>`with s as (${listed})
    select ${summaryColumns}, i.sorted_at as "sortedAt" from s
    ${summaryJoins(options.measures)} order by i.sorted_at desc, i.id desc`.execute(db);
  return listOf(rows, options.limit);
}

/** The page of a list of which one row more than the page has was read. */
export function listOf<Item extends ItemSummary>(
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
