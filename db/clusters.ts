import { sql } from 'kysely';
import type { Day } from '../src/domain/index.ts';
import { insertRows } from './batch.ts';
import type { Handle } from './schema.ts';

/** An item and the story cluster it belongs to. */
export interface ClusterMember {
  readonly itemId: string;
  readonly clusterId: string;
}

/** Records which items tell one story; an item's earlier cluster is replaced. */
export async function saveClusters(
  db: Handle,
  members: readonly ClusterMember[],
  methodVersion: string,
): Promise<void> {
  await insertRows(db, {
    table: 'clusters',
    columns: { item_id: 'text', cluster_id: 'text', method_version: 'text' },
    rows: members
      .map(({ itemId, clusterId }) => ({
        item_id: itemId,
        cluster_id: clusterId,
        method_version: methodVersion,
      }))
      .toSorted((one, other) => (one.item_id < other.item_id ? -1 : 1)),
    conflict: sql`on conflict (item_id) do update set cluster_id = excluded.cluster_id,
      method_version = excluded.method_version`,
  });
}

/**
 * First day (outlets' own zones) of one world's items that have no cluster by this method: new or
 * edited ones; null where all have.
 */
export async function firstUnclusteredDay(
  db: Handle,
  options: { readonly demo: boolean; readonly methodVersion: string },
): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select min(i.day) as day from items i
      join outlets o on o.id = i.outlet_id and o.demo = ${options.demo}
    where not exists (select from clusters c
      where c.item_id = i.id and c.method_version = ${options.methodVersion})`.execute(db);
  return rows[0]?.day ?? null;
}

/** What near-duplicates are found from: the latest version of an item. */
export interface ItemText {
  readonly itemId: string;
  readonly outletId: string;
  readonly day: Day;
  readonly text: string;
  /** As last recorded; null for a new or edited item. */
  readonly clusterId: string | null;
  /** Outlets with an item of that cluster before the day `settledUntil`. */
  readonly clusterOutlets: readonly string[];
}

interface TextRow extends ItemText {
  readonly sortedAt: string;
}

type Place = Pick<TextRow, 'day' | 'sortedAt' | 'itemId'>;

/**
 * Texts of one world's items from a day on, by day and time, `batchSize` (default 500) in memory at
 * a time. Clusters of items before `settledUntil` are taken as final.
 */
export async function* itemTexts(
  db: Handle,
  options: {
    readonly demo: boolean;
    readonly from: Day;
    readonly settledUntil: Day;
    readonly batchSize?: number;
  },
): AsyncGenerator<readonly ItemText[]> {
  const { demo, from, settledUntil, batchSize = 500 } = options;
  let after: Place = { day: from, sortedAt: '-infinity', itemId: '' };
  for (;;) {
    const { day, sortedAt, itemId }: Place = after;
    const read = await sql<TextRow>`
      select i.id as "itemId", i.outlet_id as "outletId", i.day,
        i.sorted_at::text as "sortedAt", v.text, c.cluster_id as "clusterId",
        array(select distinct other.outlet_id from clusters same
          join items other on other.id = same.item_id and other.day < ${settledUntil}
          where same.cluster_id = c.cluster_id) as "clusterOutlets"
      from items i join outlets o on o.id = i.outlet_id and o.demo = ${demo}
        join item_versions v on v.item_id = i.id and v.version = i.latest_version
        left join clusters c on c.item_id = i.id
      where i.day >= ${day} and (i.day, i.sorted_at, i.id) > (${day}, ${sortedAt}::timestamptz,
        ${itemId})
      order by i.day, i.sorted_at, i.id limit ${batchSize}`.execute(db);
    yield read.rows;
    const last = read.rows.at(-1);
    if (last === undefined || read.rows.length < batchSize) return;
    after = last;
  }
}
