import {
  demoIsShown,
  findTexts,
  type FoundItem,
  type Handle,
  inTransaction,
  inSnapshot,
  type ItemPosition,
  type LengthMeasures,
  type OutletDayKey,
  refreshRollups,
  saveSearchTexts,
  storyItems,
  storyOfItem,
  storyPersons,
  takeStaleDays,
  textsOfDay,
} from '../../db/index.ts';
import {
  captionText,
  type FigureQuery,
  type Search,
  type SearchHit,
  type SearchPage,
  type Stories,
} from '../domain/index.ts';
import { evidenceSentences, type LanguageSplitter } from './evidence-sentences.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { markFound, searchQuery, searchVector } from './search-words.ts';

const hitsOnPage = 30;
const sentencesShown = 3;

/** Search and story clusters over a database. */
export function createSearch(db: Handle, measures: LengthMeasures): Search & Stories {
  return {
    find: (words, query, cursor) =>
      inSnapshot(db, (now) => find(now, { words, query, measures, after: readCursor(cursor) })),
    story: (storyId) =>
      inSnapshot(db, async (now) => {
        const demo = await demoIsShown(now);
        const items = await storyItems(now, { storyId, demo, measures });
        if (items.length === 0) return null;
        return { storyId, items, persons: await storyPersons(now, { storyId, demo }) };
      }),
    storyOf: (itemId) => storyOfItem(db, itemId),
  };
}

async function find(
  db: Handle,
  asked: {
    readonly words: string;
    readonly query: FigureQuery;
    readonly measures: LengthMeasures;
    readonly after: ItemPosition | null;
  },
): Promise<SearchPage> {
  const words = searchQuery(asked.words);
  if (words === null) return { hits: [], cursor: null };
  const found = await findTexts(db, { ...asked, words, limit: hitsOnPage + 1 });
  const shown = found.slice(0, hitsOnPage);
  const last = found.length > hitsOnPage ? shown.at(-1) : undefined;
  return {
    hits: shown.map((row) => hitOf(row, asked.words)),
    cursor: writeCursor(
      last === undefined ? null : { sortedAt: last.sortedAt.toISOString(), itemId: last.itemId },
    ),
  };
}

function hitOf(row: FoundItem, words: string): SearchHit {
  const { sortedAt: _, sentences, ...item } = row;
  return {
    item,
    title: markFound(item.title, words),
    sentences: sentences
      .map((sentence) => markFound(sentence, words))
      .filter((pieces) => pieces.some((piece) => piece.found))
      .slice(0, sentencesShown),
  };
}

/** Outlets' days mended in one transaction: with them the months they lie in are summed anew. */
const daysAtOnce = 60;

/**
 * Sums anew, and indexes the public words of, every outlet's day in which something changed; the
 * latest first. Answers how many days that were.
 */
export async function refreshPublished(db: Handle, sentencesOf: LanguageSplitter): Promise<number> {
  let days = 0;
  for (;;) {
    const taken = await inTransaction(db, async (now) => {
      const stale = await takeStaleDays(now, daysAtOnce);
      await refreshRollups(now, stale);
      for (const day of stale) await indexDay(now, day, sentencesOf);
      return stale.length;
    });
    days += taken;
    if (taken < daysAtOnce) return days;
  }
}

async function indexDay(
  db: Handle,
  day: OutletDayKey,
  sentencesOf: LanguageSplitter,
): Promise<void> {
  const texts = await textsOfDay(db, day);
  const rows = texts.map(({ itemId, demo, sortedAt, title, mentions, language, ...item }) => {
    const split = (whole: string) => sentencesOf(whole, language);
    const fields = { title, text: item.text, caption: captionText(item.pictures) };
    const sentences = evidenceSentences(fields, mentions, split)
      .filter(({ field }) => field !== 'title')
      .map((sentence) => sentence.text);
    return { itemId, demo, sortedAt, sentences, words: searchVector([title, ...sentences]) };
  });
  await saveSearchTexts(db, day, rows);
}
