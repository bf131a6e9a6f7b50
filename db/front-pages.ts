import { sql } from 'kysely';
import type {
  BrowserFacts,
  FigureQuery,
  LookState,
  PageKind,
  PagePlacement,
  PageSnapshot,
  SnapshotFault,
  StoryShare,
  ViewportName,
} from '../src/domain/index.ts';
import { inTransaction, insertRows, json, storable } from './batch.ts';
import { idOf } from './identity.ts';
import { goodLook, judgedLook } from './review-looks.ts';
import type { Handle } from './schema.ts';

/** A look at a page with where its evidence lies in the archive. */
export interface SnapshotToStore {
  readonly outletId: string;
  readonly pageKind: PageKind;
  readonly scheduledAt: Date;
  /** Minutes between two scheduled looks. */
  readonly everyMinutes: number;
  readonly snapshot: PageSnapshot;
  readonly aboveFold: number | null;
  readonly shares: readonly StoryShare[];
  readonly hashes: {
    readonly screenshot: string | null;
    readonly thumbnail: string | null;
    readonly page: string | null;
  };
  readonly methodVersion: string;
}

/** Stores a look; the same slot looked at twice is one row, the later one. Answers its id. */
export async function saveSnapshot(db: Handle, given: SnapshotToStore): Promise<string> {
  const { outletId, snapshot, scheduledAt, pageKind } = given;
  const slot = scheduledAt.toISOString();
  const id = idOf('snapshot', outletId, pageKind, snapshot.url, snapshot.viewport.name, slot);
  await inTransaction(db, async (transaction) => {
    await keepEvidence(transaction, given);
    await sql`delete from snapshots where id = ${id}`.execute(transaction);
    await writeSnapshot(transaction, id, given);
    await insertRows(transaction, {
      table: 'placements',
      columns: { snapshot_id: 'text', rank: 'integer', story_key: 'text', details: 'jsonb' },
      rows: snapshot.placements.map((placement) => ({
        snapshot_id: id,
        rank: placement.rank,
        story_key: placement.storyKey,
        details: json(placement),
      })),
    });
    await writeShares(transaction, id, given.shares);
  });
  return id;
}

async function keepEvidence(db: Handle, { hashes, snapshot }: SnapshotToStore) {
  const kept = [
    [hashes.screenshot, snapshot.screenshot],
    [hashes.thumbnail, snapshot.thumbnail],
    [hashes.page, snapshot.selfContained],
  ] as const;
  for (const [hash, bytes] of kept) {
    if (hash === null) continue;
    await sql`insert into blobs (hash, size_bytes) values (${hash}, ${bytes?.length ?? 0})
      on conflict (hash) do update set removed_at = null
        where blobs.removed_at is not null`.execute(db);
  }
}

async function writeSnapshot(db: Handle, id: string, given: SnapshotToStore) {
  const { snapshot, hashes } = given;
  await sql`insert into snapshots (id, outlet_id, page_kind, url, final_url, viewport, width, height,
      scheduled_at, taken_at, every_minutes, duration_ms, fault, fault_text, page_height, above_fold,
      facts, screenshot_hash, thumbnail_hash, page_hash, method_version)
    values (${id}, ${given.outletId}, ${given.pageKind}, ${storable(snapshot.url)},
      ${storable(snapshot.finalUrl)}, ${snapshot.viewport.name}, ${snapshot.viewport.width},
      ${snapshot.viewport.height}, ${given.scheduledAt}, ${snapshot.takenAt},
      ${given.everyMinutes}, ${snapshot.durationMs}, ${snapshot.fault},
      ${snapshot.faultText === null ? null : storable(snapshot.faultText)},
      ${snapshot.pageHeight}, ${given.aboveFold}, ${json(snapshot.facts)}::jsonb,
      ${hashes.screenshot}, ${hashes.thumbnail}, ${hashes.page}, ${given.methodVersion})
    `.execute(db);
}

async function writeShares(db: Handle, id: string, shares: readonly StoryShare[]) {
  await insertRows(db, {
    table: 'front_page_stories',
    columns: {
      snapshot_id: 'text',
      story_key: 'text',
      exposure: 'double precision',
      share: 'double precision',
      automatic_exposure: 'double precision',
    },
    rows: shares.map((story) => ({
      snapshot_id: id,
      story_key: story.storyKey,
      exposure: story.exposure,
      share: story.share,
      automatic_exposure: story.automaticExposure,
    })),
  });
}

/**
 * Joins stories on front pages to the stored items of their outlet, also those stored later.
 * `keyOf` gives the key that all renderings of one address share.
 */
export async function linkFrontPageStories(
  db: Handle,
  outletId: string,
  keyOf: (url: string) => string,
): Promise<void> {
  const items = await sql<{ id: string; url: string }>`
    select id, canonical_url as url from items where outlet_id = ${outletId}`.execute(db);
  const keys = items.rows.map(({ url }) => keyOf(url));
  const ids = items.rows.map(({ id }) => id);
  await sql`update front_page_stories s set item_id = known.id
    from snapshots p, unnest(${keys}::text[], ${ids}::text[]) as known (key, id)
    where p.id = s.snapshot_id and p.outlet_id = ${outletId} and s.story_key = known.key
      and s.item_id is null`.execute(db);
}

/** A page through a window, at a time. */
export interface PageMoment {
  readonly outletId: string;
  readonly pageKind: PageKind;
  readonly url: string;
  readonly viewport: ViewportName;
  readonly at: Date;
}

/**
 * Usual part of the first screen that stories cover on a page: of its last 50 good looks within
 * seven days. Null before five of them: after a redesign that fails all looks, the habit is
 * forgotten in a week.
 */
export async function usualAboveFold(db: Handle, page: PageMoment): Promise<number | null> {
  const { outletId, pageKind, url, viewport, at } = page;
  const { rows } = await sql<{ looks: number; usual: number | null }>`
    select count(*)::int as looks,
      percentile_cont(0.5) within group (order by above_fold)::float8 as usual
    from (select above_fold from snapshots where outlet_id = ${outletId}
      and viewport = ${viewport} and page_kind = ${pageKind} and url = ${url} and fault is null
      and scheduled_at between ${at}::timestamptz - interval '7 days' and ${at}
      order by scheduled_at desc limit 50) as recent`.execute(db);
  const [row] = rows;
  return row && row.looks >= 5 ? row.usual : null;
}

/** One scheduled look with the shares of the stories that are stored items. */
export interface StoredLook {
  readonly id: string;
  readonly outletId: string;
  readonly timeZone: string;
  readonly url: string;
  readonly scheduledAt: Date;
  readonly everyMinutes: number;
  readonly good: boolean;
  /** By item; empty where the look failed. */
  readonly shares: Readonly<Record<string, number>>;
}

/** Looks at front pages through one window in a period (outlets' own days), in order of time. */
export function frontPageLooks(db: Handle, query: FigureQuery, viewport: ViewportName) {
  return pageLooks(db, query, { viewport, pageKind: 'front' });
}

/** The same for any kind of page: each page's looks together, in order of time. */
export async function pageLooks(
  db: Handle,
  query: FigureQuery,
  { viewport, pageKind }: { readonly viewport: ViewportName; readonly pageKind: PageKind },
): Promise<StoredLook[]> {
  const { period, outlets, demo } = query;
  const { rows } = await sql<StoredLook>`
    select p.id, p.outlet_id as "outletId", o.time_zone as "timeZone", p.url,
      p.scheduled_at as "scheduledAt", p.every_minutes as "everyMinutes", ${goodLook} as good,
      coalesce((select jsonb_object_agg(item_id, share) from (
        select item_id, sum(share) as share from front_page_stories s
        where s.snapshot_id = p.id and item_id is not null and share > 0 and ${goodLook}
        group by item_id) as shares), '{}') as shares
    from snapshots p join outlets o on o.id = p.outlet_id and o.demo = ${demo}
    where p.page_kind = ${pageKind} and p.viewport = ${viewport}
      and (${outlets}::text[] is null or o.id = any(${outlets}::text[]))
      and to_char(p.scheduled_at at time zone o.time_zone, 'YYYY-MM-DD')
        between ${period.from} and ${period.to}
    order by p.outlet_id, p.url, p.scheduled_at`.execute(db);
  return rows;
}

/** Who is counted in the items of a period's front pages, with 1/n. */
export async function personsOfItems(
  db: Handle,
  itemIds: readonly string[],
): Promise<readonly { itemId: string; personId: string; fraction: number }[]> {
  const { rows } = await sql<{ itemId: string; personId: string; fraction: number }>`
    select i.id as "itemId", p.person_id as "personId", p.fraction
    from items i join counted_persons p on p.item_id = i.id and p.version = i.latest_version
    where i.id = any(${itemIds}) order by i.id, p.person_id`.execute(db);
  return rows;
}

/** A stored snapshot with its placements. */
export interface StoredSnapshot {
  readonly id: string;
  readonly outletId: string;
  readonly outletName: string;
  readonly language: string;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly pageKind: PageKind;
  readonly url: string;
  readonly viewport: ViewportName;
  readonly width: number;
  readonly height: number;
  readonly scheduledAt: Date;
  readonly takenAt: Date;
  readonly fault: SnapshotFault | null;
  readonly faultText: string | null;
  /** What people found of its picture; null where nobody has judged it. */
  readonly judged: LookState | null;
  readonly pageHeight: number;
  readonly facts: BrowserFacts;
  readonly screenshotHash: string | null;
  readonly thumbnailHash: string | null;
  readonly methodVersion: string;
}

/** One snapshot; null if none has this id. */
export async function loadSnapshot(db: Handle, id: string): Promise<StoredSnapshot | null> {
  const { rows } = await sql<StoredSnapshot>`
    select p.id, o.id as "outletId", o.name as "outletName",
      o.details ->> 'language' as language, o.time_zone as "timeZone", o.demo,
      p.page_kind as "pageKind", p.url, p.viewport, p.width, p.height,
      p.scheduled_at as "scheduledAt", p.taken_at as "takenAt", p.fault,
      p.fault_text as "faultText", ${judgedLook} as judged, p.page_height as "pageHeight", p.facts,
      p.screenshot_hash as "screenshotHash", p.thumbnail_hash as "thumbnailHash", p.method_version as "methodVersion"
    from snapshots p join outlets o on o.id = p.outlet_id where p.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** A placement with the story's share and the stored item it is. */
export interface StoredPlacement {
  readonly placement: PagePlacement;
  readonly itemId: string | null;
  readonly share: number | null;
}

/** What stood where on a snapshot, in reading order. */
export async function snapshotPlacements(db: Handle, id: string): Promise<StoredPlacement[]> {
  const { rows } = await sql<StoredPlacement>`
    select case when h.item_id is null then p.details
        else p.details || jsonb_build_object('headline', '', 'url', '', 'storyKey', s.item_id)
        end as placement,
      s.item_id as "itemId", s.share
    from placements p left join front_page_stories s
      on s.snapshot_id = p.snapshot_id and s.story_key = p.story_key
      left join hidden_items h on h.item_id = s.item_id
    where p.snapshot_id = ${id} order by p.rank`.execute(db);
  return rows;
}

/** All looks of a snapshot's day through its window, in order of time. */
export async function looksOfDay(
  db: Handle,
  of: Pick<StoredSnapshot, 'outletId' | 'viewport' | 'pageKind' | 'url' | 'scheduledAt'>,
): Promise<readonly { id: string; at: Date; good: boolean }[]> {
  const { rows } = await sql<{ id: string; at: Date; good: boolean }>`
    select p.id, p.scheduled_at as at, ${goodLook} as good
    from snapshots p join outlets o on o.id = p.outlet_id
    where p.outlet_id = ${of.outletId} and p.viewport = ${of.viewport}
      and p.page_kind = ${of.pageKind} and p.url = ${of.url}
      and (p.scheduled_at at time zone o.time_zone)::date
        = (${of.scheduledAt}::timestamptz at time zone o.time_zone)::date
    order by p.scheduled_at`.execute(db);
  return rows;
}

/**
 * The looks around an item's time on its outlet's front page, from the last good one before it to
 * the first good one after it: while looks failed, it may have been there.
 */
export async function looksAtItem(
  db: Handle,
  itemId: string,
  viewport: ViewportName,
): Promise<readonly (StoredLook & { readonly rank: number | null })[]> {
  const own = sql`p.outlet_id = seen.outlet and p.viewport = ${viewport}
    and p.page_kind = 'front'`;
  const { rows } = await sql<StoredLook & { rank: number | null }>`
    with seen as (
      select min(p.scheduled_at) as first, max(p.scheduled_at) as last, min(p.outlet_id) as outlet
      from front_page_stories s join snapshots p on p.id = s.snapshot_id
      where s.item_id = ${itemId} and s.share > 0 and p.viewport = ${viewport}
        and p.page_kind = 'front'
    ), around as (
      select coalesce((select max(p.scheduled_at) filter (where ${goodLook})
          from snapshots p where ${own} and p.scheduled_at < first), (select min(p.scheduled_at)
          from snapshots p where ${own}), first) as first,
        coalesce((select min(p.scheduled_at) filter (where ${goodLook})
          from snapshots p where ${own} and p.scheduled_at > last), (select max(p.scheduled_at)
          from snapshots p where ${own}), last) as last,
        outlet
      from seen where outlet is not null
    )
    select p.id, p.outlet_id as "outletId", o.time_zone as "timeZone", p.url,
      p.scheduled_at as "scheduledAt", p.every_minutes as "everyMinutes", ${goodLook} as good,
      coalesce((select jsonb_build_object(${itemId}::text, sum(s.share))
        from front_page_stories s where s.snapshot_id = p.id and s.item_id = ${itemId}
          and s.share > 0 and ${goodLook} having count(*) > 0), '{}') as shares,
      (select min(l.rank) from placements l join front_page_stories s
        on s.snapshot_id = l.snapshot_id and s.story_key = l.story_key
        where s.snapshot_id = p.id and s.item_id = ${itemId}) as rank
    from around join snapshots p on p.outlet_id = around.outlet and p.viewport = ${viewport}
      and p.page_kind = 'front' and p.scheduled_at between around.first and around.last
      join outlets o on o.id = p.outlet_id
    order by p.scheduled_at`.execute(db);
  return rows;
}
