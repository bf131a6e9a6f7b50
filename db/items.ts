import { sql } from 'kysely';
import { inTransaction, storable } from './batch.ts';
import { itemIdOf } from './identity.ts';
import { type ArticleVersion, contentHashOf, versionColumns, versionValues } from './item-rows.ts';
import type { Handle } from './schema.ts';

/** Where an article went. */
export interface SavedVersion {
  readonly itemId: string;
  /** From 1; edits add one. */
  readonly version: number;
  /** Whether there is something new to analyze. */
  readonly changed: boolean;
}

/**
 * Stores an article; a text that differs from the latest one is a new version, and a fetch that is
 * extracted again replaces what it had given before. Call it in the page's transaction.
 */
export function saveArticleVersion(db: Handle, given: ArticleVersion): Promise<SavedVersion> {
  return inTransaction(db, async (transaction) => {
    const itemId = itemIdOf(given.outletId, given.canonicalUrl);
    await holdItem(transaction, itemId, given);
    const saved = await placeVersion(transaction, itemId, given);
    await sql`update fetches set item_id = ${itemId} where id = ${given.fetchId}
        and outlet_id = ${given.outletId} and started_at = ${given.firstSeen}`.execute(transaction);
    await refreshItem(transaction, itemId);
    await dropMoved(transaction, itemId, given.fetchId);
    return { itemId, ...saved };
  });
}

/** Makes the item's row or locks it: two fetches of one article then wait for each other. */
async function holdItem(db: Handle, itemId: string, given: ArticleVersion) {
  const { outletId, canonicalUrl, firstSeen } = given;
  await sql`insert into items
      (id, outlet_id, canonical_url, first_seen, sorted_at, day, latest_version)
    values (${itemId}, ${outletId}, ${storable(canonicalUrl)}, ${firstSeen}, ${firstSeen}, '', 0)
    on conflict (id) do update set first_seen = least(items.first_seen, excluded.first_seen)
    `.execute(db);
}

async function placeVersion(db: Handle, itemId: string, given: ArticleVersion) {
  const contentHash = contentHashOf(given.article);
  const stored = await sql<{
    version: number;
    fetchId: string;
    contentHash: string;
    firstSeen: Date;
  }>`
    select version, fetch_id as "fetchId", content_hash as "contentHash",
      first_seen as "firstSeen"
    from item_versions where item_id = ${itemId} order by version`.execute(db);
  const again = stored.rows.find((row) => row.fetchId === given.fetchId);
  const latest = stored.rows.at(-1);
  // Read again, a fetch between two edits is compared with the text in force at its own time.
  const inForce =
    stored.rows.findLast((row) => row.firstSeen <= given.firstSeen) ?? stored.rows.at(0);
  const isPast = again === undefined && inForce !== undefined && inForce !== latest;
  if (isPast && inForce.contentHash !== contentHash) {
    return { version: inForce.version, changed: false };
  }
  const same = again ?? (inForce?.contentHash === contentHash ? inForce : undefined);
  const version = same?.version ?? (latest?.version ?? 0) + 1;
  const changed = await writeVersion(db, { itemId, version, contentHash, given });
  if (changed) {
    await sql`delete from analyses where item_id = ${itemId} and version = ${version}`.execute(db);
    // A text that is no longer there may have been a copy: its story is found anew.
    await sql`delete from clusters where item_id = ${itemId}`.execute(db);
  }
  return { version, changed };
}

/** Answers whether anything an analyzer reads has changed. */
async function writeVersion(
  db: Handle,
  row: { itemId: string; version: number; contentHash: string; given: ArticleVersion },
): Promise<boolean> {
  const { itemId, version, contentHash, given } = row;
  const published = given.article.publishedAt;
  const before = await sql<{ content_hash: string; published: string | null; pictures: string }>`
    select content_hash, published_text as published, pictures::text from item_versions
    where item_id = ${itemId} and version = ${version}`.execute(db);
  await sql`insert into item_versions (${versionColumns})
    values (${itemId}, ${version}, ${versionValues(given, contentHash)})
    on conflict (item_id, version) do update set
      content_hash = excluded.content_hash, title = excluded.title, text = excluded.text,
      paragraphs = excluded.paragraphs, pictures = excluded.pictures,
      published_text = coalesce(excluded.published_text, item_versions.published_text),
      modified_text = excluded.modified_text, language = excluded.language,
      section = excluded.section, confidence = excluded.confidence,
      reasons = excluded.reasons, origins = excluded.origins`.execute(db);
  const [old] = before.rows;
  return !old || old.content_hash !== contentHash || (published ?? old.published) !== old.published;
}

/** First publication is the earliest any version stated; its day is the outlet's own. */
async function refreshItem(db: Handle, itemId: string) {
  await sql`update items set latest_version = facts.latest,
      published_at = facts.published_at, published_text = facts.published_text,
      sorted_at = date_trunc('milliseconds', coalesce(facts.published_at, items.first_seen)),
      day = to_char(coalesce(facts.published_at, items.first_seen) at time zone time_zone,
        'YYYY-MM-DD')
    from outlets, (select max(version) as latest,
        min(published_text::timestamptz) as published_at,
        (array_agg(published_text order by published_text::timestamptz, version)
          filter (where published_text is not null))[1] as published_text
      from item_versions where item_id = ${itemId}) as facts
    where items.id = ${itemId} and outlets.id = items.outlet_id`.execute(db);
}

/**
 * A better reading of a page may name another address: the fetch then belongs to this item, and
 * what it gave before must not stay beside it. An item without any version is gone.
 */
async function dropMoved(db: Handle, itemId: string, fetchId: string) {
  const moved = await sql<{ item: string }>`delete from item_versions
    where fetch_id = ${fetchId} and item_id <> ${itemId} returning item_id as item`.execute(db);
  for (const { item } of moved.rows) {
    const left = await sql`select from item_versions where item_id = ${item}`.execute(db);
    if (left.rows.length > 0) await refreshItem(db, item);
    else await sql`delete from items where id = ${item}`.execute(db);
  }
}
