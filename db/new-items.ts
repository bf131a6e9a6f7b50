import { sql } from 'kysely';
import pg from 'pg';
import type { CapturedPage, ItemAnalysis } from '../src/domain/index.ts';
import { storable } from './batch.ts';
import { fetchIdOf, itemIdOf } from './identity.ts';
import {
  analysisInserts,
  type ArticleVersion,
  blobInsert,
  checkedInstant,
  contentHashOf,
  fetchColumns,
  fetchValues,
  versionColumns,
  versionValues,
} from './item-rows.ts';
import type { Handle } from './schema.ts';
import { oftenRun } from './statements.ts';

/** A page as it was captured, what it says, and how to find what is in that. */
export interface NewItem extends Pick<ArticleVersion, 'canonicalUrl' | 'article'> {
  readonly page: CapturedPage;
  /** What the archive answered for the page's bytes. */
  readonly blobHash: string | null;
  readonly analyze: (itemId: string) => ItemAnalysis;
}

/**
 * Stores an article nobody has seen yet whole: its attempt, its item with the first version, and
 * what was found in it, in one statement, so in one round trip and in a transaction of its own.
 * Answers false, and stores nothing, where the item or the attempt is there already or the outlet
 * is unknown.
 */
export async function storeNewItem(db: Handle, given: NewItem): Promise<boolean> {
  const { page, blobHash, article, canonicalUrl } = given;
  const { outletId, attempt } = page;
  const id = fetchIdOf(outletId, attempt);
  const itemId = itemIdOf(outletId, canonicalUrl);
  const analysis = given.analyze(itemId);
  const firstSeen = attempt.startedAt;
  const published = checkedInstant(article.publishedAt, article.url);
  const version = { outletId, canonicalUrl, article, fetchId: id, firstSeen };
  const statement = sql`${oftenRun} with made as (
      insert into items (id, outlet_id, canonical_url, published_at, published_text, first_seen,
        sorted_at, day, latest_version)
      select ${itemId}, o.id, ${storable(canonicalUrl)}, dates.published, ${published},
        dates.seen, date_trunc('milliseconds', coalesce(dates.published, dates.seen)),
        to_char(coalesce(dates.published, dates.seen) at time zone o.time_zone, 'YYYY-MM-DD'), 1
      from outlets o, (select ${published}::timestamptz as published,
        ${firstSeen}::timestamptz as seen) as dates
      where o.id = ${outletId} and not exists (select from items where id = ${itemId})
      returning id, outlet_id, left(day, 7) as month
    ), kept as (
      ${blobInsert(page, blobHash, sql`from made where ${blobHash}::text is not null`)}
    ), attempted as (
      insert into fetches (${fetchColumns}) select ${fetchValues(page, { id, blobHash, itemId })}
      from made join outlets on outlets.id = made.outlet_id
    ), written as (
      insert into item_versions (${versionColumns})
      select made.id, 1, ${versionValues(version, contentHashOf(article))} from made
    ), placed as (
      insert into analyses (item_id, version, method_version, language, outlet_id, month)
      select made.id, 1, ${analysis.methodVersion}, ${analysis.language}, made.outlet_id, made.month
      from made returning outlet_id, month, item_id, version
    ), ${analysisInserts(analysis)} select from made`;
  try {
    const { rows } = await statement.execute(db);
    return rows.length > 0;
  } catch (error) {
    if (isThereAlready(error)) return false;
    throw error;
  }
}

const uniqueViolation = '23505';

/** Another fetch of the article was faster, or this attempt is told a second time. */
function isThereAlready(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code !== uniqueViolation) return false;
  const { table = '' } = error;
  // Attempts lie in tables of a month each.
  return table === 'items' || table.startsWith('fetches');
}
