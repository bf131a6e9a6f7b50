import { sql } from 'kysely';
import { type Article, ColumnInchesError, type IsoInstant } from '../src/domain/index.ts';
import { inTransaction, json, storable } from './batch.ts';
import { hashOf, idOf } from './identity.ts';
import type { Handle } from './schema.ts';
import { oftenRun } from './statements.ts';

/** An article as a fetch showed it. */
export interface ArticleVersion {
  readonly outletId: string;
  readonly canonicalUrl: string;
  readonly article: Article;
  readonly fetchId: string;
  /** When this version was first seen: the fetch's start. */
  readonly firstSeen: Date;
}

/** Where an article went. */
export interface SavedVersion {
  readonly itemId: string;
  /** From 1; edits add one. */
  readonly version: number;
  /** Whether there is something new to analyze. */
  readonly changed: boolean;
}

/** The id of the item an outlet publishes under an address. */
function itemIdOf(outletId: string, canonicalUrl: string): string {
  return idOf(outletId, canonicalUrl);
}

/**
 * Stores an article; a text that differs from the latest one is a new version, and a fetch that is
 * extracted again replaces what it had given before. Call it in the page's transaction.
 */
export function saveArticleVersion(db: Handle, given: ArticleVersion): Promise<SavedVersion> {
  return inTransaction(db, async (transaction) => {
    const itemId = itemIdOf(given.outletId, given.canonicalUrl);
    const row = { itemId, contentHash: contentHashOf(given.article), given };
    const { isNew, moved } = await placeNew(transaction, row);
    const saved = isNew ? firstVersion : await placeEdit(transaction, row);
    for (const other of moved) await settleItem(transaction, other);
    return { itemId, ...saved };
  });
}

/** An article, where it goes, and what its words are known by. */
interface VersionRow {
  readonly itemId: string;
  readonly contentHash: string;
  readonly given: ArticleVersion;
}

const firstVersion = { version: 1, changed: true };

/**
 * Stores an item nobody has seen yet with its first version; one that is there already is left
 * alone. A better reading of a page may name another address: the fetch then belongs to this item,
 * and what it gave before must not stay beside it. Answers from which items something was taken.
 */
async function placeNew(db: Handle, row: VersionRow) {
  const { itemId, given } = row;
  const { outletId, fetchId, firstSeen, article } = given;
  const published = checkedInstant(article.publishedAt, article.url);
  const { rows } = await sql<{ isNew: boolean; moved: readonly string[] }>`${oftenRun} with
    noted as (
      update fetches set item_id = ${itemId} where id = ${fetchId} and outlet_id = ${outletId}
        and started_at = ${firstSeen} and item_id is distinct from ${itemId}
    ), moved as (
      delete from item_versions where fetch_id = ${fetchId} and item_id <> ${itemId}
      returning item_id
    ), made as (
      insert into items (id, outlet_id, canonical_url, published_at, published_text, first_seen,
        sorted_at, day, latest_version)
      select ${itemId}, o.id, ${storable(given.canonicalUrl)}, dates.published, ${published},
        dates.seen, date_trunc('milliseconds', coalesce(dates.published, dates.seen)),
        to_char(coalesce(dates.published, dates.seen) at time zone o.time_zone, 'YYYY-MM-DD'), 1
      from outlets o, (select ${published}::timestamptz as published,
        ${firstSeen}::timestamptz as seen) as dates
      where o.id = ${outletId}
      on conflict (id) do nothing returning id
    ), written as (
      insert into item_versions (${versionColumns})
      select made.id, 1, ${versionValues(row)} from made
    ) select exists (select from made) as "isNew",
      array(select item_id from moved) as moved`.execute(db);
  return rows[0] ?? { isNew: false, moved: [] };
}

/** Stores an article of an item that is there: the same words again, or an edit of them. */
async function placeEdit(db: Handle, row: VersionRow) {
  await holdItem(db, row.itemId, row.given);
  const saved = await placeVersion(db, row);
  await refreshItem(db, row.itemId);
  return saved;
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

async function placeVersion(db: Handle, row: VersionRow) {
  const { itemId, contentHash, given } = row;
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
  const changed = await writeVersion(db, row, version);
  if (changed) {
    await sql`delete from analyses where item_id = ${itemId} and version = ${version}`.execute(db);
    // A text that is no longer there may have been a copy: its story is found anew.
    await sql`delete from clusters where item_id = ${itemId}`.execute(db);
  }
  return { version, changed };
}

/** The words a reader sees and their parts: title, text, captions, which part is what. */
function contentHashOf({ title, text, paragraphs }: Article) {
  const parts = paragraphs.map((paragraph) => [paragraph.role, paragraph.text]);
  return hashOf(JSON.stringify([title, text, parts]));
}

const versionColumns = sql.raw(`item_id, version, fetch_id, first_seen, url, content_hash, title,
  text, paragraphs, pictures, published_text, modified_text, language, section, confidence, reasons,
  origins`);

/** The values of `versionColumns` from the third on. */
function versionValues({ contentHash, given }: VersionRow) {
  const { article, fetchId, firstSeen } = given;
  return sql`${fetchId}, ${firstSeen}, ${storable(article.url)}, ${contentHash},
    ${storable(article.title)}, ${storable(article.text)}, ${json(article.paragraphs)}::jsonb,
    ${json(article.pictures)}::jsonb, ${checkedInstant(article.publishedAt, article.url)},
    ${article.modifiedAt}, ${article.language}, ${article.section && storable(article.section)},
    ${article.confidence}, ${json(article.reasons)}::jsonb, ${json(article.origins)}::jsonb`;
}

/** Answers whether anything an analyzer reads has changed. */
async function writeVersion(db: Handle, row: VersionRow, version: number): Promise<boolean> {
  const { itemId, contentHash, given } = row;
  const published = given.article.publishedAt;
  const before = await sql<{ content_hash: string; published: string | null; pictures: string }>`
    select content_hash, published_text as published, pictures::text from item_versions
    where item_id = ${itemId} and version = ${version}`.execute(db);
  await sql`insert into item_versions (${versionColumns})
    values (${itemId}, ${version}, ${versionValues(row)})
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

/** A date without its offset would silently be read as UTC, a day off for half of all items. */
function checkedInstant(instant: IsoInstant | null, url: string): IsoInstant | null {
  if (instant === null || /(?:Z|[+-]\d\d:?\d\d)$/.test(instant)) return instant;
  throw new ColumnInchesError({
    code: 'items/date-without-offset',
    verdict: 'skip-item',
    message: `The publication date "${instant}" of ${url} lacks its offset from UTC.`,
    messageVietnamese: `Ngày đăng "${instant}" của ${url} thiếu độ lệch so với UTC.`,
  });
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

/** Brings an item in order from which a version was taken; one without any is gone. */
async function settleItem(db: Handle, itemId: string) {
  const left = await sql`select from item_versions where item_id = ${itemId}`.execute(db);
  if (left.rows.length > 0) await refreshItem(db, itemId);
  else await sql`delete from items where id = ${itemId}`.execute(db);
}
