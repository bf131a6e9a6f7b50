import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { findTexts, saveOutlets, saveSearchTexts } from '../../db/index.ts';
import {
  dayBeside,
  firstWindow,
  nextWindow,
  type SearchWindow,
  spansOfWindow,
  utcDay,
  windowLexemes,
} from '../../db/search-windows.ts';
import { testDatabase } from '../database.ts';
import { searchWindows } from './inside.ts';
import { outlet } from './world.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => dayBeside('1960-01-01', days));
const window = fc
  .record({ to: day, days: fc.integer({ min: 0, max: 900 }) })
  .map(({ to, days }): SearchWindow => ({ from: dayBeside(to, -days), to }));

function daysOf({ from, to }: SearchWindow): string[] {
  const days: string[] = [];
  for (let at = from; at <= to; at = dayBeside(at, 1)) days.push(at);
  return days;
}

describe('windows of a search', () => {
  test('hold the texts of their days, each by one lexeme alone, and none between', () => {
    fc.assert(
      fc.property(window, (asked) => {
        const { from, to, lexemes } = spansOfWindow(asked);
        const held = (of: string) =>
          windowLexemes(new Date(`${of}T12:00:00Z`))
            .split(' ')
            .filter((lexeme) => lexemes.includes(lexeme)).length;
        expect(daysOf({ from, to }).filter((one) => held(one) !== 1)).toEqual([]);
        expect(held(dayBeside(from, -1))).toBe(0);
        expect([from <= asked.from, to === asked.to]).toEqual([true, true]);
        expect(lexemes.length).toBeLessThan(4 + 900 / 28);
      }),
    );
  });

  test('follow each other back to where all begins, or to where all are asked at once', () => {
    const asked = fc.record({
      all: window,
      textsADay: fc.double({ min: 1e-3, max: 2e10, noNaN: true }),
      found: fc.nat({ max: 30 }),
    });
    fc.assert(
      fc.property(asked, ({ all, textsADay, found }) => {
        const first = firstWindow(all, textsADay);
        expect(first.to).toBe(all.to);
        expect(first.from >= all.from).toBe(true);
        const next = nextWindow(all, { from: first.from, found, wanted: 31, textsADay });
        if (found === 0) expect(next).toBeNull();
        if (next === null) return;
        expect(dayBeside(next.to, 1)).toBe(first.from);
        expect(next.from >= all.from && next.from <= next.to).toBe(true);
      }),
    );
  });
});

const database = await testDatabase();
const { db } = database;

interface Text {
  readonly itemId: string;
  readonly outletId: string;
  readonly sortedAt: Date;
  readonly day: string;
  readonly words: readonly string[];
}

/** From a word that is nearly everywhere to one that two texts have. */
const frequencies = { everywhere: 0.9, often: 0.3, some: 0.05, seldom: 0.005, rare: 0.0005 };
const vocabulary = Object.keys(frequencies);

/** Four thousand texts, most of them of the last days, the oldest of years ago. */
const texts: readonly Text[] = Array.from({ length: 4_000 }, (_, index): Text => {
  const chance = (salt: number) =>
    Math.abs(Math.sin((index + 1) * 12.9898 + salt * 78.233) * 43_758.5453) % 1;
  const backMs = Math.round(chance(1) ** 6 * 1_000 * 86_400_000);
  const sortedAt = new Date(Date.parse('2026-03-31T23:00:00Z') - backMs);
  return {
    itemId: `item-${String(index).padStart(4, '0')}`,
    outletId: index % 3 === 0 ? 'a' : 'b',
    sortedAt,
    // The outlet's own day, seven hours ahead.
    day: utcDay(new Date(sortedAt.getTime() + 7 * 3_600_000)),
    words: Object.entries(frequencies).flatMap(([word, share], salt) =>
      chance(salt + 2) < share || index % 2_003 === salt ? [word] : [],
    ),
  };
});

beforeAll(async () => {
  await saveOutlets(db, [outlet({ id: 'a' }), outlet({ id: 'b' })]);
  const rows = JSON.stringify(texts.map((text) => ({ ...text, id: text.itemId })));
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql`insert into items (id, outlet_id, canonical_url, first_seen, sorted_at, day,
        latest_version)
      select id, "outletId", id, "sortedAt", "sortedAt", day, 1
      from json_to_recordset(${rows}::json)
        as t (id text, "outletId" text, "sortedAt" timestamptz, day text)`.execute(one);
    await sql`insert into item_versions (item_id, version, fetch_id, first_seen, url, content_hash,
        title, text, paragraphs, pictures, confidence, reasons, origins)
      select id, 1, id, now(), '', '', id, '', '[]', '[]', 1, '[]', '{}' from items`.execute(one);
    await sql`set session_replication_role = origin`.execute(one);
  });
  for (const [of, told] of Map.groupBy(texts, (text) => `${text.outletId} ${text.day}`)) {
    const [outletId = '', named = ''] = of.split(' ');
    await saveSearchTexts(
      db,
      { outletId, day: named },
      told.map(({ itemId, sortedAt, words }) => ({
        itemId,
        demo: false,
        sortedAt,
        sentences: [],
        words: words.map((word, at) => `'${word}':${at + 1}`).join(' '),
      })),
    );
  }
});

const measures = { words: 'length.words', columnInches: 'length.column-inches' };

test('finds the latest texts that a plain look at each would, page after page', async () => {
  const asked = fc.record({
    words: fc.subarray(vocabulary, { minLength: 1, maxLength: 3 }),
    period: window.map(({ from, to }) => ({
      from:
        from < '1990' ? '2020-01-01' : `20${23 + (Number(from.slice(0, 4)) % 4)}${from.slice(4)}`,
      to: to.slice(0, 4) < '2010' ? '2026-03-31' : `2026-03-${to.slice(8)}`,
    })),
    outlets: fc.constantFrom<readonly string[] | null>(null, ['a'], ['b']),
    limit: fc.constantFrom(1, 7, 31),
    skip: fc.nat({ max: 40 }),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ words, period, outlets, limit, skip }) => {
      const all = texts
        .filter((text) => words.every((word) => text.words.includes(word)))
        .filter(({ day: of }) => of >= period.from && of <= period.to)
        .filter(({ outletId }) => outlets === null || outlets.includes(outletId))
        .toSorted(
          (one, other) =>
            other.sortedAt.getTime() - one.sortedAt.getTime() ||
            (one.itemId < other.itemId ? 1 : -1),
        );
      const last = skip === 0 ? undefined : all[skip - 1];
      const found = await findTexts(db, {
        words: words.map((word) => `'${word}'`).join(' & '),
        query: { period, outlets, demo: false },
        measures,
        after: last ? { sortedAt: last.sortedAt.toISOString(), itemId: last.itemId } : null,
        limit,
      });
      const expected = last || skip === 0 ? all.slice(skip, skip + limit) : all.slice(0, limit);
      expect(found.map(({ itemId }) => itemId)).toEqual(expected.map(({ itemId }) => itemId));
    }),
    { numRuns: 150 },
  );
});

test('what an older database holds is found like what is stored now', async () => {
  const held = async () => {
    const { rows } = await sql<{ id: string; words: string }>`
      select item_id as id, words::text from search_texts order by 1`.execute(db);
    return rows;
  };
  const now = await held();
  expect(now[0]?.words).toContain("'@2026-03-");
  const bare = () =>
    sql`update search_texts set words = ts_delete(words, array(
    select lexeme from unnest(words) where lexeme like '@%'))`.execute(db);
  // Nothing is written any more that a search of some days would not find.
  await expect(bare()).rejects.toThrow('search_texts_have_a_day');
  await sql`alter table search_texts drop constraint search_texts_have_a_day`.execute(db);
  await bare();
  expect(await held()).not.toEqual(now);
  await searchWindows.up(db);
  expect(await held()).toEqual(now);
});
