import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText, parseFeed, parsePublishedDate } from '../../../crawlers/index.ts';
import { findSetFile, readJsonLines, readSetFile, setFaultIn } from '../files.ts';
import { type FormatScore, scoreFormats } from '../formats.ts';
import { type Figure, type Scorer, shareOf, type WeakCase } from '../result.ts';
import { oddDate, oddDecoding, oddFeed } from '../sets.ts';

const files = [
  ['decode.jsonl', oddDecoding],
  ['dates.jsonl', oddDate],
  ['feeds.jsonl', oddFeed],
] as const;

/** Groups of checks with a target; the others are only shown. */
const targets: ReadonlyMap<string, number> = new Map([
  ['decode vietnamese', 1],
  ['feeds with items', 0.99],
  ['feed assertions', 0.95],
]);

function checkFiles(folder: string): void {
  const found = files.flatMap(([name, schema]) => {
    const path = findSetFile(folder, name);
    return path === null ? [] : [{ path, schema }];
  });
  if (found.length === 0) {
    const names = files.map(([name]) => name).join(', ');
    throw setFaultIn('file-missing', `${folder} has none of ${names} (also as .gz).`);
  }
  for (const { path, schema } of found) readJsonLines(path, schema);
}

function figureOf({ group, passed, total }: FormatScore): Figure {
  const atLeast = targets.get(group);
  return {
    name: group,
    value: shareOf(passed, total),
    unit: 'share',
    count: total,
    ...(atLeast === undefined ? {} : { target: { atLeast } }),
  };
}

/** The first failure of every group in turn, then the second …: five of one kind say little. */
function failuresInTurn(scores: readonly FormatScore[]): readonly WeakCase[] {
  const longest = Math.max(0, ...scores.map(({ failures }) => failures.length));
  return Array.from({ length: longest }, (_, turn) => turn).flatMap((turn) =>
    scores.flatMap(({ group, failures }) => {
      const reason = failures[turn];
      return reason === undefined ? [] : [{ id: group, score: 'wrong', reason }];
    }),
  );
}

/** odd/: charsets, dates and feeds with a known answer, many of them broken. */
export const oddScorer: Scorer = {
  name: 'odd',
  score(folder) {
    checkFiles(folder);
    const scores = scoreFormats(folder, { decodeText, parsePublishedDate, parseFeed });
    return {
      set: 'odd',
      figures: scores.map(figureOf),
      weakest: failuresInTurn(scores),
      tables: [],
    };
  },
};

/** feeds/: whole feeds as outlets send them; each must yield items with title, link and day. */
export const feedsScorer: Scorer = {
  name: 'feeds',
  score(folder) {
    const names = existsSync(folder) ? readdirSync(folder).filter(isFeedName).toSorted() : [];
    if (names.length === 0) {
      throw setFaultIn('file-missing', `${folder} has no feed (.xml, .rss, .atom or .json).`);
    }
    const rows = names.map((name) => ({ name, ...readFeed(join(folder, name)) }));
    const items = rows.reduce((sum, row) => sum + row.items, 0);
    const whole = rows.reduce((sum, row) => sum + row.whole, 0);
    const weak = rows.filter((row) => row.items === 0 || row.whole < row.items);
    return {
      set: 'feeds',
      figures: [
        {
          name: 'feeds with items',
          value: shareOf(rows.filter((row) => row.items > 0).length, rows.length),
          unit: 'share',
          count: rows.length,
          target: { atLeast: 0.99 },
        },
        {
          name: 'items with title, link and day',
          value: shareOf(whole, items),
          unit: 'share',
          count: items,
        },
      ],
      weakest: weak.map((row) => ({
        id: row.name,
        score: `${row.whole} of ${row.items}`,
        reason: row.items === 0 ? 'no item was read' : 'items lack title, link or day',
      })),
      tables: [],
    };
  },
};

const isFeedName = (name: string): boolean => /\.(xml|rss|atom|rdf|json)(\.gz)?$/.test(name);

function readFeed(path: string): { readonly items: number; readonly whole: number } {
  const { items } = parseFeed(readSetFile(path), {});
  const whole = items.filter(
    ({ title, link, publishedAt }) => title !== null && link !== null && publishedAt !== null,
  );
  return { items: items.length, whole: whole.length };
}
