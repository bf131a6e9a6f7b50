import { type RawBuilder, sql } from 'kysely';
import type { FigureQuery, ItemSummary, StoryCopy } from '../src/domain/index.ts';
import { insertRows, inTransaction } from './batch.ts';
import type { ItemPosition } from './item-lists.ts';
import { type LengthMeasures, summaryColumns, summaryJoins } from './item-summary.ts';
import type { MentionedText } from './open-data.ts';
import type { OutletDayKey } from './rollup-rows.ts';
import type { Handle } from './schema.ts';

/** Texts of one outlet's day with their mentions, to index their public sentences. */
export async function textsOfDay(
  db: Handle,
  of: OutletDayKey,
): Promise<(MentionedText & { readonly demo: boolean; readonly sortedAt: Date })[]> {
  const { rows } = await sql<MentionedText & { demo: boolean; sortedAt: Date }>`
    select i.id as "itemId", o.demo, i.sorted_at as "sortedAt", a.language, v.title, v.text,
      v.pictures,
      coalesce((select json_agg(json_build_object('field', n.field, 'start', n.start_offset,
          'end', n.end_offset, 'coreStart', n.core_start, 'coreEnd', n.core_end,
          'surface', n.surface, 'personId', n.person_id, 'uncertain', n.uncertain)
          order by n.position)
        from mentions n where n.item_id = i.id and n.version = i.latest_version
          and n.month = a.month), '[]') as mentions
    from items i join outlets o on o.id = i.outlet_id
      join item_versions v on v.item_id = i.id and v.version = i.latest_version
      join analyses a on a.item_id = i.id and a.version = i.latest_version
    where i.outlet_id = ${of.outletId} and i.day = ${of.day}`.execute(db);
  return rows;
}

/** One item as it is searched: its public sentences and every word with its place. */
export interface SearchText {
  readonly itemId: string;
  readonly demo: boolean;
  readonly sortedAt: Date;
  readonly sentences: readonly string[];
  /** A tsvector as text: `'nguyen':1 '=nguyễn':1`. */
  readonly words: string;
}

/**
 * Replaces what is searched of one outlet's day. What is as it was is left alone: a day is told
 * anew after each crawl, and most of its texts have not changed.
 */
export async function saveSearchTexts(
  db: Handle,
  of: OutletDayKey,
  texts: readonly SearchText[],
): Promise<void> {
  const ids = texts.map(({ itemId }) => itemId);
  await sql`delete from search_texts where outlet_id = ${of.outletId} and day = ${of.day}
    and item_id <> all(${ids}::text[])`.execute(db);
  await insertRows(db, {
    table: 'search_texts',
    columns: {
      item_id: 'text',
      demo: 'boolean',
      outlet_id: 'text',
      day: 'text',
      sorted_at: 'timestamptz',
      sentences: 'text[]',
      words: 'tsvector',
    },
    rows: texts.map(({ itemId, demo, sortedAt, sentences, words }) => ({
      item_id: itemId,
      demo,
      outlet_id: of.outletId,
      day: of.day,
      sorted_at: sortedAt,
      sentences,
      words,
    })),
    conflict: sql`on conflict (item_id) do update set demo = excluded.demo,
        outlet_id = excluded.outlet_id, day = excluded.day, sorted_at = excluded.sorted_at,
        sentences = excluded.sentences, words = excluded.words
      where (search_texts.demo, search_texts.outlet_id, search_texts.day, search_texts.sorted_at,
          search_texts.sentences, search_texts.words)
        is distinct from (excluded.demo, excluded.outlet_id, excluded.day, excluded.sorted_at,
          excluded.sentences, excluded.words)`,
  });
}

export type FoundItem = ItemSummary & {
  readonly sortedAt: Date;
  readonly sentences: readonly string[];
};

interface TextSearch {
  /** A tsquery. */
  readonly words: string;
  readonly query: FigureQuery;
  readonly measures: LengthMeasures;
  readonly after: ItemPosition | null;
  readonly limit: number;
}

/**
 * How many of the latest texts are gone through for the words before the index is asked. A word of
 * which these hold less than a page is in so few texts of a store of millions that the index is
 * quick; one that is in many would be slow by the index, and is found here at once. The planner
 * cannot tell them apart: it knows the frequencies of the most frequent words alone.
 */
const goneThrough = 8_000;

/** Looked at first: where these hold too few, the rest will hardly fill a page. */
const triedFirst = 2_000;

/** Items whose words match a tsquery, latest first; texts taken down are never found. */
export async function findTexts(db: Handle, search: TextSearch): Promise<FoundItem[]> {
  const { after, query } = search;
  const before = sql`t.sorted_at < to_timestamp(${query.period.to}, 'YYYY-MM-DD') + interval '2 days'
    and (${after === null} or (t.sorted_at, t.item_id)
      < (${after?.sortedAt ?? null}::timestamptz, ${after?.itemId ?? null}::text))`;
  const amongLatest = (count: number) =>
    matching(db, search, {
      texts: sql`select * from search_texts t where ${before}
        order by t.sorted_at desc, t.item_id desc limit ${count}`,
      asWell: sql`t.words @@ ${search.words}::tsquery`,
    });
  const first = await amongLatest(triedFirst);
  if (first.length === search.limit) return first;
  if ((first.length * goneThrough) / triedFirst >= search.limit) {
    const latest = await amongLatest(goneThrough);
    if (latest.length === search.limit) return latest;
  }
  return inTransaction(db, async (now) => {
    // A word that the planner takes for frequent would have it read the whole table.
    await sql`select set_config('enable_seqscan', 'off', true)`.execute(now);
    const texts = sql`select * from search_texts t where t.words @@ ${search.words}::tsquery
      and ${before} offset 0`;
    const found = await matching(now, search, { texts, asWell: sql`true` });
    await sql`select set_config('enable_seqscan', 'on', true)`.execute(now);
    return found;
  });
}

/** Of some texts those that are asked for, latest first. */
async function matching(
  db: Handle,
  { query, measures, limit }: TextSearch,
  of: { readonly texts: RawBuilder<unknown>; readonly asWell: RawBuilder<unknown> },
): Promise<FoundItem[]> {
  const { period, outlets, demo } = query;
  const { rows } = await sql<FoundItem>`with found as (
      select t.item_id as id, t.sentences, t.sorted_at from (${of.texts}) t
      where t.demo = ${demo} and t.day between ${period.from} and ${period.to} and ${of.asWell}
        and (${outlets}::text[] is null or t.outlet_id = any(${outlets}::text[]))
        and not exists (select from hidden_items h where h.item_id = t.item_id)
      order by t.sorted_at desc, t.item_id desc limit ${limit}
    ),
    s as (select f.*, i.latest_version as version, a.month from found f
      join items i on i.id = f.id
      left join analyses a on a.item_id = i.id and a.version = i.latest_version)
    select ${summaryColumns}, s.sorted_at as "sortedAt", s.sentences from s
      ${summaryJoins(measures)} order by s.sorted_at desc, s.id desc`.execute(db);
  return rows;
}

/** Items of one story in order of publication; none where no item on screen tells it. */
export async function storyItems(
  db: Handle,
  of: { readonly storyId: string; readonly demo: boolean; readonly measures: LengthMeasures },
): Promise<StoryCopy[]> {
  const { rows } = await sql<StoryCopy>`select ${summaryColumns},
      o.time_zone as "timeZone"
    from (select i.id, i.latest_version as version, a.month
        from clusters c join items i on i.id = c.item_id
          left join analyses a on a.item_id = i.id and a.version = i.latest_version
        where c.cluster_id = ${of.storyId}) as s ${summaryJoins(of.measures)}
    where o.demo = ${of.demo} order by i.sorted_at, i.id`.execute(db);
  return rows;
}

/** Who is mentioned in how many copies of a story, most first. */
export async function storyPersons(
  db: Handle,
  of: { readonly storyId: string; readonly demo: boolean },
): Promise<{ personId: string; name: string; items: number }[]> {
  const { rows } = await sql<{ personId: string; name: string; items: number }>`
    select p.person_id as "personId", r.name, count(*)::int as items
    from clusters c join items i on i.id = c.item_id
      -- Copy by copy: whatever the planner believes, it never reads the persons of all items.
      cross join lateral (select person_id from counted_persons n
        where n.item_id = i.id and n.version = i.latest_version offset 0) p
      join persons r on r.demo = ${of.demo} and r.id = p.person_id
    where c.cluster_id = ${of.storyId} group by 1, 2 order by 3 desc, 1`.execute(db);
  return rows;
}

/** The story of an item that others tell too; null where it stands alone. */
export async function storyOfItem(db: Handle, itemId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select mine.cluster_id as id from clusters mine
    where mine.item_id = ${itemId} and exists (select from clusters other
      where other.cluster_id = mine.cluster_id and other.item_id <> mine.item_id)`.execute(db);
  return rows[0]?.id ?? null;
}
