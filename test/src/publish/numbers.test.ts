import { describe, expect, it } from 'vitest';
import {
  recordFetch,
  refreshCoverage,
  saveAnalysis,
  saveArticleVersion,
  saveClusters,
  saveOutlets,
  saveRegister,
} from '../../../db/index.ts';
import type { FigureQuery, Mention, PersonInItem } from '../../../src/domain/index.ts';
import { createNumbers } from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { analysis, article, mention, outlet, page, personIn, register } from '../../db/world.ts';

const sentencesOf = (text: string) => {
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[^.\n]+\.?/g))
    spans.push({ start: match.index, end: match.index + match[0].length });
  return spans;
};

interface Story {
  outletId: string;
  url: string;
  at: string;
  publishedAt?: string | null;
  title?: string;
  text?: string;
  words?: number;
  persons?: PersonInItem[];
  mentions?: Mention[];
}

/** Stores one page as the pipeline does and answers the item's id. */
async function store({ db }: TestDatabase, story: Story) {
  const { outletId, url, at, persons = [], mentions = [], words = 100, ...content } = story;
  const fetchId = await recordFetch(db, page({ outletId, url, at }), null);
  const firstSeen = new Date(at);
  const saved = await saveArticleVersion(db, {
    outletId,
    canonicalUrl: url,
    fetchId,
    firstSeen,
    article: article({ url, ...content }),
  });
  const length = (measure: string, value: number, personId: string | null) => ({
    ...{ measure, version: 1, unit: 'words' as const, personId, value, evidence: {} },
  });
  const measures = [
    length('length.words', words, null),
    length('length.column-inches', words / 40, null),
    ...persons.map((person) => length('length.column-inches', person.words / 40, person.personId)),
  ];
  await saveAnalysis(db, saved, analysis(saved.itemId, { persons, mentions, measures }));
  return saved.itemId;
}

const march = { from: '2026-03-01', to: '2026-03-31' };
const real: FigureQuery = { period: march, outlets: null, demo: false };

describe('figures of a small press', async () => {
  const database = await testDatabase();
  const { db } = database;
  await saveRegister(db, register, { demo: false });
  await saveOutlets(db, [outlet({ id: 'one' }), outlet({ id: 'two', timeZone: 'UTC' })]);
  const an = personIn({ personId: 'le-an', firstPlace: 'headline', words: 30, mentions: 3 });
  const binh = personIn({ personId: 'tran-binh', firstPlace: 'later', words: 10 });
  const wire = await store(database, {
    outletId: 'one',
    url: 'https://one.example/1',
    at: '2026-03-07T03:00:00Z',
    persons: [an],
    words: 200,
  });
  const copy = await store(database, {
    outletId: 'two',
    url: 'https://two.example/1',
    at: '2026-03-07T04:00:00Z',
    publishedAt: '2026-03-07T02:00:00Z',
    persons: [
      { ...an, fraction: 0.5 },
      { ...binh, fraction: 0.5 },
    ],
  });
  await store(database, {
    outletId: 'one',
    url: 'https://one.example/2',
    at: '2026-03-08T03:00:00Z',
    publishedAt: '2026-03-08T09:00:00+07:00',
    mentions: [mention({ personId: 'tran-binh', uncertain: true })],
  });
  // The last hour of February in the outlet's own zone: not of this period.
  await store(database, {
    outletId: 'one',
    url: 'https://one.example/3',
    at: '2026-03-01T03:00:00Z',
    publishedAt: '2026-02-28T23:30:00+07:00',
    persons: [an],
  });
  // Undated and first seen on 1 April at the outlet, 31 March in UTC.
  await store(database, {
    outletId: 'one',
    url: 'https://one.example/4',
    at: '2026-03-31T18:00:00Z',
    publishedAt: null,
    persons: [an],
  });
  const members = [wire, copy].map((itemId) => ({ itemId, clusterId: 'bridge' }));
  await saveClusters(db, members, '1');
  await refreshCoverage(db);
  const numbers = createNumbers(db, { sentencesOf, pageLength: 1 });
  const set = await numbers.figures(real);

  it('count items first published in the period, in each outlet’s zone', () => {
    expect(set.itemsCaptured).toBe(3);
    expect(set.outlets).toMatchObject([
      { outletId: 'one', items: 2, itemsWithPersons: 1, distinctItems: 2, mentions: 3, words: 300 },
      { outletId: 'two', items: 1, itemsWithPersons: 1, distinctItems: 1, mentions: 4, words: 100 },
    ]);
    expect(set.outlets.map((row) => row.columnInches)).toEqual([7.5, 2.5]);
    expect(set.methodVersion).toBe('1');
  });

  it('equal the sums done by hand', () => {
    expect(set.persons).toEqual([
      {
        personId: 'le-an',
        name: 'Lê An',
        posts: [{ label: 'Chủ tịch UBND tỉnh Sông Nam', checked: true }],
        items: 2,
        distinctItems: 1,
        itemsFractional: 1.5,
        mentions: 6,
        frequency: 2 / 3,
        shareOfCoverage: 0.75,
        words: 60,
        wordShare: 60 / 70,
        columnInches: 1.5,
        firstPlaces: {
          headline: 2,
          standfirst: 0,
          'first-paragraph': 0,
          'first-third': 0,
          later: 0,
          'caption-only': 0,
        },
        leadShare: 1,
        uncertainItems: 0,
      },
      {
        personId: 'tran-binh',
        name: 'Trần Bình',
        posts: [],
        items: 1,
        distinctItems: 1,
        itemsFractional: 0.5,
        mentions: 1,
        frequency: 1 / 3,
        shareOfCoverage: 0.25,
        words: 10,
        wordShare: 10 / 70,
        columnInches: 0.25,
        firstPlaces: {
          headline: 0,
          standfirst: 0,
          'first-paragraph': 0,
          'first-third': 0,
          later: 1,
          'caption-only': 0,
        },
        leadShare: 0,
        uncertainItems: 1,
      },
    ]);
  });

  it('are undefined, not zero, where nothing was captured', async () => {
    const period = { from: '2020-01-01', to: '2020-01-31' };
    const empty = await numbers.figures({ ...real, period });
    expect(empty.itemsCaptured).toBe(0);
    expect(empty.persons).toEqual([]);
    const person = await numbers.person('le-an', { ...real, period });
    expect(person?.figures).toMatchObject({
      items: 0,
      frequency: null,
      shareOfCoverage: null,
      wordShare: null,
      leadShare: null,
    });
  });

  it('page through the items of a person and an outlet, latest first, each once', async () => {
    const first = await numbers.person('le-an', real);
    const second = await numbers.person('le-an', real, first?.cursor ?? '');
    expect(first?.items.map((item) => item.itemId)).toEqual([copy]);
    expect(second?.items.map((item) => item.itemId)).toEqual([wire]);
    expect(second?.cursor).toBeNull();
    const one = await numbers.outlet('one', real);
    expect(one?.items.map((item) => item.url)).toEqual(['https://one.example/2']);
    expect(one?.persons.map((person) => person.frequency)).toEqual([1 / 2, 0]);
    await expect(numbers.person('le-an', real, 'zzz')).rejects.toMatchObject({
      code: 'numbers/bad-cursor',
    });
  });

  it('are refused rather than wrong where an item was not measured', async () => {
    const wrong = createNumbers(db, {
      sentencesOf,
      measures: { words: 'length.words', columnInches: 'length.none' },
    });
    await expect(wrong.figures(real)).rejects.toMatchObject({ code: 'numbers/unmeasured' });
  });
});
