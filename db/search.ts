import { type RawBuilder, sql } from 'kysely';
import type { Day, FigureQuery, ItemSummary, StoryCopy } from '../src/domain/index.ts';
import { insertRows, inTransaction } from './batch.ts';
import type { ItemPosition } from './item-lists.ts';
import { type LengthMeasures, summaryColumns, summaryJoins } from './item-summary.ts';
import type { MentionedText } from './open-data.ts';
import type { OutletDayKey } from './rollup-rows.ts';
import type { Handle } from './schema.ts';
import {
  dayBeside,
  dayMs,
  firstWindow,
  nextWindow,
  type SearchWindow,
  spansOfWindow,
  utcDay,
  windowLexemes,
} from './search-windows.ts';

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
      words: `${words} ${windowLexemes(sortedAt)}`,
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
 * How many of the latest texts are gone through before the index is asked: a word that is in many
 * fills a page from them at once, and the index would have to name all its texts first.
 */
const goneThrough = 200;

/** Items whose words match a tsquery, latest first; texts taken down are never found. */
export async function findTexts(db: Handle, search: TextSearch): Promise<FoundItem[]> {
  const texts = await findAmongTexts(db, search);
  const sentences = new Map(texts.map((text) => [text.itemId, text]));
  const items = await summaries(db, { ids: [...sentences.keys()], measures: search.measures });
  return items.flatMap((item) => {
    const text = sentences.get(item.itemId);
    return text ? [{ ...item, sortedAt: text.sortedAt, sentences: text.sentences }] : [];
  });
}

type FoundText = Pick<FoundItem, 'itemId' | 'sortedAt' | 'sentences'>;

async function findAmongTexts(db: Handle, search: TextSearch): Promise<FoundText[]> {
  const { after, query } = search;
  const before = sql`t.sorted_at < to_timestamp(${query.period.to}, 'YYYY-MM-DD') + interval '2 days'
    and (${after === null} or (t.sorted_at, t.item_id)
      < (${after?.sortedAt ?? null}::timestamptz, ${after?.itemId ?? null}::text))`;
  const latest = await matching(db, search, {
    texts: sql`select * from search_texts t where ${before}
      order by t.sorted_at desc, t.item_id desc limit ${goneThrough}`,
    asWell: sql`t.words @@ ${search.words}::tsquery`,
  });
  if (latest.length === search.limit) return latest;
  const reach = await reachOf(db, before);
  if (reach === null) return latest;
  return inTransaction(db, async (now) => {
    // A word that the planner takes for frequent would have it read the whole table.
    await sql`select set_config('enable_seqscan', 'off', true)`.execute(now);
    const found = await amongWindows(now, search, { before, reach });
    await sql`select set_config('enable_seqscan', 'on', true)`.execute(now);
    return found;
  });
}

/** Where the texts that may be found begin and end, and how far the latest reached back. */
interface Reach {
  readonly newest: Date;
  readonly passed: Date;
  readonly oldest: Date;
}

/** Null where the latest were all there are. */
async function reachOf(db: Handle, before: RawBuilder<unknown>): Promise<Reach | null> {
  const latest = sql`select t.sorted_at from search_texts t where ${before}
    order by t.sorted_at desc, t.item_id desc`;
  const { rows } = await sql<{ [Key in keyof Reach]: Date | null }>`select
    (${latest} limit 1) as newest, (${latest} offset ${goneThrough} limit 1) as passed,
    (select min(t.sorted_at) from search_texts t) as oldest`.execute(db);
  const { newest = null, passed = null, oldest = null } = rows[0] ?? {};
  return newest && passed && oldest && { newest, passed, oldest };
}

/** Looks further and further back, by the index, until a page is full. */
async function amongWindows(
  db: Handle,
  search: TextSearch,
  { before, reach }: { readonly before: RawBuilder<unknown>; readonly reach: Reach },
): Promise<FoundText[]> {
  const { newest, passed, oldest } = reach;
  const among = (texts: RawBuilder<unknown>, limit: number) =>
    matching(db, { ...search, limit }, { texts, asWell: before });
  // A day of an outlet begins up to a day before the same day of UTC.
  const begin = [dayBeside(search.query.period.from, -1), utcDay(oldest)].toSorted();
  const all = { from: begin[1] ?? '', to: utcDay(newest) };
  if (all.from > all.to) return [];
  const found: FoundText[] = [];
  const wanted = search.limit;
  const textsADay = (goneThrough * dayMs) / Math.max(1, newest.getTime() - passed.getTime());
  let window: SearchWindow | null = firstWindow(all, textsADay);
  while (window !== null) {
    const { from, to, lexemes } = spansOfWindow(window);
    found.push(...(await among(textsOfSpans(search.words, to, lexemes), wanted - found.length)));
    if (found.length === wanted || from <= all.from) return found;
    window = nextWindow(all, { from, found: found.length, wanted, textsADay });
  }
  return among(sql`select * from (${byIndex(sql`${search.words}`)}) t`, wanted);
}

/** Planned by itself ("offset 0"): by the index of words, whatever else is asked for. */
function byIndex(words: RawBuilder<unknown>) {
  return sql`select * from search_texts t where t.words @@ ${words}::tsquery offset 0`;
}

/** The same of some spans of days, one after the other: no index is quick at "or". */
function textsOfSpans(words: string, to: Day, lexemes: readonly string[]) {
  const both = sql`(l.lexeme || ' & (' || ${words}::text || ')')`;
  return sql`select t.* from unnest(${lexemes}::text[]) as l (lexeme)
    cross join lateral (${byIndex(both)}) t where t.sorted_at < ${`${dayBeside(to, 1)}T00:00:00Z`}::timestamptz`;
}

/** Of some texts those that are asked for, latest first. */
async function matching(
  db: Handle,
  { query, limit }: TextSearch,
  of: { readonly texts: RawBuilder<unknown>; readonly asWell: RawBuilder<unknown> },
): Promise<FoundText[]> {
  const { period, outlets, demo } = query;
  const { rows } = await sql<FoundText>`
    select t.item_id as "itemId", t.sentences, t.sorted_at as "sortedAt" from (${of.texts}) t
    where t.demo = ${demo} and t.day between ${period.from} and ${period.to} and ${of.asWell}
      and (${outlets}::text[] is null or t.outlet_id = any(${outlets}::text[]))
      and not exists (select from hidden_items h where h.item_id = t.item_id)
    order by t.sorted_at desc, t.item_id desc limit ${limit}`.execute(db);
  return rows;
}

/** Some items, latest first. */
async function summaries(
  db: Handle,
  { ids, measures }: { readonly ids: readonly string[]; readonly measures: LengthMeasures },
): Promise<ItemSummary[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ItemSummary>`select ${summaryColumns}
    from (select i.id, i.latest_version as version, a.month
        from items i left join analyses a on a.item_id = i.id and a.version = i.latest_version
        where i.id = any(${ids}::text[])) s
      ${summaryJoins(measures)} order by i.sorted_at desc, i.id desc`.execute(db);
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
