import { sql } from 'kysely';
import type { FigureQuery, Lead } from '../src/domain/index.ts';
import { hashOf } from './identity.ts';
import type { Handle } from './schema.ts';

/** One reading of a feed, as it was listed. */
export interface FeedReading {
  readonly fetchId: string;
  readonly outletId: string;
  readonly url: string;
  readonly seenAt: Date;
  /** In the feed's order. */
  readonly leads: readonly Lead[];
}

/** What the fetches of one address share. */
const keyOf = (url: string) => hashOf(url).slice(0, 32);

/** Keeps a feed's order; a reading that lists the same as the one before is left out. */
export async function saveFeedReading(db: Handle, reading: FeedReading): Promise<void> {
  const { fetchId, outletId, url, seenAt } = reading;
  const keys = [...new Set(reading.leads.map((lead) => keyOf(lead.url)))];
  if (keys.length === 0) return;
  await sql`insert into feed_readings (fetch_id, outlet_id, url, seen_at, story_keys)
    select ${fetchId}, ${outletId}, ${url}, ${seenAt}, ${keys}::text[]
    where ${keys}::text[] is distinct from (select story_keys from feed_readings
      where outlet_id = ${outletId} and url = ${url} and seen_at < ${seenAt}
      order by seen_at desc limit 1)
    on conflict (fetch_id) do nothing`.execute(db);
}

/** Keeps how much a feed said of its entries, the last reading of each day. */
export async function saveFeedShape(
  db: Handle,
  reading: Omit<FeedReading, 'fetchId' | 'leads'> & {
    readonly shape: { entries: number; withText: number; medianCharacters: number };
  },
): Promise<void> {
  const { outletId, url, seenAt, shape } = reading;
  await sql`insert into feed_shapes (outlet_id, url, day, seen_at, entries, with_text,
      median_characters)
    select id, ${url}, to_char(${seenAt}::timestamptz at time zone time_zone, 'YYYY-MM-DD'),
      ${seenAt}, ${shape.entries}, ${shape.withText}, ${shape.medianCharacters}
    from outlets where id = ${outletId}
    on conflict (outlet_id, url, day) do update set seen_at = excluded.seen_at,
      entries = excluded.entries, with_text = excluded.with_text,
      median_characters = excluded.median_characters
      where feed_shapes.seen_at <= excluded.seen_at`.execute(db);
}

/** The stored items of one reading, each at its place of all places. */
export interface FeedPlaces {
  readonly length: number;
  /** Places count from 1. */
  readonly items: readonly { readonly itemId: string; readonly place: number }[];
}

/** Readings of a period (outlets' own days) with the items that have been stored. */
export async function feedPlaces(db: Handle, query: FigureQuery): Promise<FeedPlaces[]> {
  const { period, outlets, demo } = query;
  const { rows } = await sql<FeedPlaces>`
    select cardinality(r.story_keys) as length, coalesce((
        select jsonb_agg(jsonb_build_object('itemId', f.item_id, 'place', k.place)
          order by k.place)
        from unnest(r.story_keys) with ordinality as k (key, place)
        join lateral (select item_id from fetches where url_key = k.key and kind = 'article'
          and outlet_id = r.outlet_id and item_id is not null order by item_id limit 1) f on true), '[]') as items
    from feed_readings r join outlets o on o.id = r.outlet_id and o.demo = ${demo}
    where (${outlets}::text[] is null or o.id = any(${outlets}::text[]))
      and to_char(r.seen_at at time zone o.time_zone, 'YYYY-MM-DD')
        between ${period.from} and ${period.to}
    order by r.outlet_id, r.url, r.seen_at`.execute(db);
  return rows;
}
