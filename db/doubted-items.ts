import { sql } from 'kysely';
import type { DoubtedItem } from '../src/domain/index.ts';
import { type FigureScope, figureScope, outletsOf, staleRows } from './figure-scope.ts';
import {
  type ItemList,
  type ItemListOptions,
  type ItemPosition,
  type Listed,
  listOf,
} from './item-lists.ts';
import { summaryColumns, summaryJoins } from './item-summary.ts';
import { itemsOfDays, type OutletDayKey, whereNobodyCounts } from './rollup-rows.ts';
import type { Handle } from './schema.ts';

/**
 * Items a person may be in, if a review says so, latest first: those that `uncertainItems` of the
 * person's figures counts. A title that holds a doubted name is left out, since the name may be of
 * someone private.
 */
export async function doubtedItems(
  db: Handle,
  personId: string,
  options: ItemListOptions,
): Promise<ItemList<DoubtedItem>> {
  const { query, measures, after, limit } = options;
  const scope = await figureScope(db, query);
  const days = await doubtedDays(db, personId, { scope, after, limit });
  if (days.length === 0) return { items: [], next: null };
  const { rows } = await sql<Listed<DoubtedItem>>`with ${itemsOfDays(days)},
    s as (
      select distinct i.id, i.version, i.month, i.sorted_at
      from day_items i cross join lateral (select person_id from mentions n
          where n.item_id = i.id and n.version = i.version and n.month = i.month and n.uncertain
            and n.person_id = ${personId} offset 0) m
        ${whereNobodyCounts}
        and (${after === null} or (i.sorted_at, i.id)
          < (${after?.sortedAt ?? null}::timestamptz, ${after?.itemId ?? null}::text))
      order by i.sorted_at desc, i.id desc limit ${limit + 1}
    ),
    told as (select ${summaryColumns}, i.sorted_at as "sortedAt", exists (select from mentions n
        where n.item_id = s.id and n.version = s.version and n.month = s.month and n.uncertain
          and n.field = 'title') as "titleHeld"
      from s ${summaryJoins(measures)})
    select told.*, case when "titleHeld" then '' else title end as title
    from told order by "sortedAt" desc, "itemId" desc`.execute(db);
  return listOf(rows, limit);
}

interface DaySearch {
  readonly scope: FigureScope;
  readonly after: ItemPosition | null;
  readonly limit: number;
}

/**
 * Outlets' days that hold the page: the latest ones with enough doubted items by the rollups, and
 * those that changed since. Days are the outlets' own: an item lies within a day of the same day in
 * UTC, so two more are read than are sure to be needed.
 */
async function doubtedDays(
  db: Handle,
  personId: string,
  { scope, after, limit }: DaySearch,
): Promise<OutletDayKey[]> {
  const { from, to } = scope.query.period;
  const cursor = after?.sortedAt.slice(0, 10) ?? null;
  const { rows } = await sql<OutletDayKey>`with reach as (
      select least(${to}, to_char(${cursor}::date + 1, 'YYYY-MM-DD')) as latest,
        coalesce(to_char(${cursor}::date - 2, 'YYYY-MM-DD'), ${to}) as sure
    ),
    sums as (
      select r.outlet_id, r.span as day, r.uncertain
      from reach cross join ${outletsOf(scope)} cross join lateral (select * from rollup_persons r
        where r.outlet_id = o.id and r.person_id = ${personId}
          and r.span between ${from} and reach.latest offset 0) r
      where r.uncertain > 0 and not exists (select from ${staleRows(scope)}
        where stale.outlet_id = r.outlet_id and stale.day = r.span)
    ),
    so_far as (
      select day, sum(uncertain) filter (where day <= sure) over (order by day desc) as items
      from sums cross join reach
    ),
    enough as (select to_char(max(day)::date - 2, 'YYYY-MM-DD') as day from so_far
      where items > ${limit})
    select outlet_id as "outletId", sums.day from sums cross join enough
      where sums.day >= coalesce(enough.day, '')
    union select stale.outlet_id, stale.day from ${staleRows(scope)} cross join reach
      where stale.day <= reach.latest`.execute(db);
  return rows;
}
