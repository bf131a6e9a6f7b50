import { sql } from 'kysely';
import type { DoubtedItem } from '../src/domain/index.ts';
import { type ItemList, type ItemListOptions, type Listed, listOf, pageOf } from './item-lists.ts';
import { summaryColumns, summaryJoins } from './item-summary.ts';
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
  const { query, measures, limit } = options;
  const { outlets, demo } = query;
  // A value and no join: item by item, whatever the planner believes.
  const counts = sql`(select true from counted_persons c where c.item_id = i.id
    and c.version = i.latest_version and c.person_id = ${personId} limit 1)`;
  const { rows } = await sql<Listed<DoubtedItem>>`with doubted as materialized (
      select distinct item_id, version, month from mentions
      where person_id = ${personId} and uncertain
    ),
    s as (
      select i.id, i.latest_version as version, a.month
      from doubted n cross join lateral (select * from items t
          where t.id = n.item_id and t.latest_version = n.version offset 0) i
        join outlets o on o.id = i.outlet_id and o.demo = ${demo}
        join persons r on r.demo = ${demo} and r.id = ${personId}
        join analyses a on a.item_id = i.id and a.version = n.version and a.month = n.month
      where (${outlets}::text[] is null or i.outlet_id = any(${outlets}::text[]))
        and ${counts} is null and ${pageOf(options, { alias: 'i', id: 'id' })}
    ),
    told as (select ${summaryColumns}, i.sorted_at as "sortedAt", exists (select from mentions n
        where n.item_id = s.id and n.version = s.version and n.month = s.month and n.uncertain
          and n.field = 'title') as "titleHeld"
      from s ${summaryJoins(measures)})
    select told.*, case when "titleHeld" then '' else title end as title
    from told order by "sortedAt" desc, "itemId" desc`.execute(db);
  return listOf(rows, limit);
}
