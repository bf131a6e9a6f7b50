import { sql } from 'kysely';
import type { FigureQuery } from '../src/domain/index.ts';
import type { Handle } from './schema.ts';

/** What the machine found in an item that figures count. */
export interface CountedItem {
  readonly itemId: string;
  readonly persons: readonly string[];
  /** Accepted corrections: whom the machine found, and who is meant instead, or nobody. */
  readonly restated: readonly { readonly from: string; readonly to: string | null }[];
}

/** Every item behind a query's figures with the machine's findings; none: an empty list. */
export async function countedItems(db: Handle, query: FigureQuery): Promise<CountedItem[]> {
  const { period, outlets, demo } = query;
  const { rows } = await sql<CountedItem>`
    select i.id as "itemId", coalesce(found.persons, '{}') as persons,
      coalesce(mended.corrections, '[]') as restated
    from items i join outlets o on o.id = i.outlet_id and o.demo = ${demo}
      join analyses a on a.item_id = i.id and a.version = i.latest_version
      left join lateral (select array_agg(p.person_id order by p.person_id) as persons
        from item_persons p join persons r on r.demo = ${demo} and r.id = p.person_id
        where p.item_id = i.id and p.version = i.latest_version) found on true
      left join lateral (select json_agg(json_build_object('from', c.person_id,
          'to', c.to_person_id) order by c.id) as corrections
        from corrections c where c.item_id = i.id) mended on true
    where i.day between ${period.from} and ${period.to}
      and (${outlets}::text[] is null or i.outlet_id = any(${outlets}::text[]))
    order by i.id`.execute(db);
  return rows;
}

/** Changes whenever corrected figures might: results, items, and what is known of them. */
export async function reviewStamp(db: Handle, demo: boolean): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`select concat_ws(' ',
      (select count(*) || ' ' || coalesce(max(decided_at)::text, '') from review_results),
      (select count(*) from review_tasks where status = 'overtaken'),
      (select count(*) || ' ' || coalesce(max(i.sorted_at)::text, '') from items i
        join outlets o on o.id = i.outlet_id and o.demo = ${demo}),
      (select count(*) from corrections where demo = ${demo}),
      (select value::text from app_state where key = 'methodVersion')) as stamp`.execute(db);
  return rows[0]?.stamp ?? '';
}

/** Items of one world that an accepted correction restated. */
export async function restatedItems(db: Handle, demo: boolean): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct item_id as id from corrections
    where demo = ${demo}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Settled audit items of one world. */
export async function countAudited(db: Handle, demo: boolean): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from review_tasks t join review_results r on r.task_id = t.id
    where t.demo = ${demo} and t.stream = 'audit' and t.status = 'done'`.execute(db);
  return rows[0]?.count ?? 0;
}
