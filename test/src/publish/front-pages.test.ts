import { beforeAll, describe, expect, test } from 'vitest';
import {
  folderArchive,
  recordFetch,
  saveFeedReading,
  saveOutlets,
  saveRegister,
  saveSnapshot,
  linkFrontPageStories,
} from '../../../db/index.ts';
import {
  type FigureQuery,
  type Numbers,
  type SnapshotFault,
  type ViewportName,
  viewports,
} from '../../../src/domain/index.ts';
import { createNumbers, createPublication } from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { outlet, page, personIn, register } from '../../db/world.ts';
import { sentencesOf, store } from './press.ts';

let database: TestDatabase;
let numbers: Numbers;
let items: { a: string; b: string };

const query: FigureQuery = {
  period: { from: '2026-03-07', to: '2026-03-07' },
  outlets: null,
  demo: true,
};

const url = (name: string) => `https://paper.example/${name}`;
const keyOf = (address: string) => address.replace('https://', '');

interface Look {
  readonly fault?: SnapshotFault;
  readonly viewport?: ViewportName;
  readonly section?: boolean;
  readonly outletId?: string;
}

function look(hour: number, shares: Readonly<Record<string, number>>, rest: Look = {}) {
  const { fault, viewport = 'desktop', section = false, outletId = 'paper' } = rest;
  const at = new Date(Date.UTC(2026, 2, 7, hour));
  return saveSnapshot(database.db, {
    outletId,
    pageKind: section ? 'section' : 'front',
    scheduledAt: at,
    everyMinutes: 60,
    aboveFold: 0.5,
    shares: Object.entries(shares).map(([name, share]) => ({
      storyKey: keyOf(url(name)),
      exposure: share / 2,
      share,
      automaticExposure: 0,
    })),
    hashes: { screenshot: null, thumbnail: null, page: null },
    methodVersion: '1',
    snapshot: {
      url: section ? 'https://paper.example/thoi-su' : 'https://paper.example/',
      finalUrl: 'https://paper.example/',
      viewport: viewports[viewport],
      takenAt: at,
      durationMs: 1,
      fault: fault ?? null,
      faultText: fault ? 'It failed.' : null,
      pageHeight: 1000,
      facts: {
        browser: 'Chromium 1',
        fonts: 'some',
        blockedRequests: 0,
        disallowedRequests: 0,
        consentRefused: false,
      },
      placements: [],
      screenshot: null,
      thumbnail: null,
      selfContained: null,
    },
  });
}

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await saveRegister(db, register, { demo: true });
  await saveOutlets(
    db,
    ['paper', 'gazette'].map((id) => outlet({ id, demo: true })),
  );
  const at = '2026-03-07T01:00:00Z';
  const both = [
    personIn({ personId: 'le-an', fraction: 0.5 }),
    personIn({ personId: 'tran-binh', fraction: 0.5 }),
  ];
  items = {
    a: await store(database, { outletId: 'paper', url: url('a'), at, persons: both }),
    b: await store(database, {
      outletId: 'paper',
      url: url('b'),
      at,
      persons: [personIn({ personId: 'le-an', fraction: 1 })],
    }),
  };
  // One hour sure, one failed look (two hours unknown), then a missed slot (two hours unknown).
  await look(1, { a: 0.4, b: 0.6 });
  await look(2, { a: 0.5, b: 0.5 });
  await look(3, {}, { fault: 'consent-wall' });
  await look(4, { a: 1 });
  await look(6, { a: 1 });
  await look(1, { a: 0.1, b: 0.9 }, { viewport: 'phone' });
  await look(2, { a: 0.1, b: 0.9 }, { viewport: 'phone' });
  await look(1, { b: 1 }, { section: true });
  await look(2, { b: 0.5 }, { section: true });
  await linkFrontPageStories(db, 'paper', keyOf);
  numbers = createNumbers(db, { sentencesOf });
});

describe('front pages in figures', () => {
  test('a person has the bracket of their items, whole and by 1/n', async () => {
    const { persons } = await numbers.figures(query);
    const of = (id: string) => persons.find(({ personId }) => personId === id)?.frontPage;
    // a: low .4, high .5 and four unknown hours; b: low .5, high .6 and the same.
    expect(of('tran-binh')?.inclusive.low).toBeCloseTo(0.4, 9);
    expect(of('tran-binh')?.inclusive.high).toBeCloseTo(4.5, 9);
    expect(of('le-an')?.inclusive.low).toBeCloseTo(0.9, 9);
    // Both items together could hold the page in the unknown hours, but no more than all of it.
    expect(of('le-an')?.inclusive.high).toBeCloseTo(5.1, 9);
    expect(of('le-an')?.fractional.high).toBeCloseTo(0.25 + 0.6 + 4, 9);
    expect(of('le-an')?.fractional.low).toBeCloseTo(0.7, 9);
    expect(of('tran-binh')?.fractional.low).toBeCloseTo(0.2, 9);
    expect(of('le-an')?.share).toBeCloseTo(0.7 / 0.9, 9);
  });

  test('the phone’s window and section pages are columns of their own', async () => {
    const { persons } = await numbers.figures(query);
    const of = (id: string) => persons.find(({ personId }) => personId === id)?.frontPage;
    expect(of('tran-binh')?.phone?.inclusive).toEqual({ low: 0.1, high: 0.1 });
    expect(of('le-an')?.phone?.fractional.low).toBeCloseTo(0.95, 9);
    expect(of('le-an')?.section?.inclusive).toEqual({ low: 0.5, high: 1 });
    expect(of('tran-binh')?.section?.share).toBe(0);
  });

  test('day by day: mean shares of the hours looked at, unknown where there were none', async () => {
    const period = { from: '2026-03-06', to: '2026-03-07' };
    const days = await numbers.frontPages?.attention('le-an', { ...query, period });
    expect(days?.[0]?.fractional).toBeNull();
    // Of five hours one is known: low .7, high .85 and four unknown ones.
    expect(days?.[1]?.knownHours).toBeCloseTo(1, 9);
    expect(days?.[1]?.fractional?.low).toBeCloseTo(0.7 / 5, 9);
    expect(days?.[1]?.fractional?.high).toBeCloseTo(4.85 / 5, 9);
    expect(days?.[1]?.share).toBeCloseTo(0.7 / 0.9, 9);
  });

  test('the composite is given for one outlet, beside its parts', async () => {
    const several = await numbers.figures(query);
    expect(several.persons.every((person) => person.composite === undefined)).toBe(true);
    const { persons } = await numbers.figures({ ...query, outlets: ['paper'] });
    for (const person of persons) {
      const { shareOfCoverage, wordShare, frontPage, composite } = person;
      const product = (shareOfCoverage ?? 0) * (wordShare ?? 0) * (frontPage?.share ?? 0);
      expect(composite?.value).toBeCloseTo(Math.cbrt(product), 9);
    }
    expect(persons.some((person) => (person.composite?.value ?? 0) > 0)).toBe(true);
  });

  test('the order of feeds, by readings that brought something else', async () => {
    const { db } = database;
    const reading = async (hour: number, names: readonly string[]) => {
      const at = `2026-03-07T0${hour}:30:00Z`;
      const address = 'https://paper.example/rss';
      const leads = names.map((name) => {
        return { url: url(name), title: null, publishedAt: null, via: 'feed' as const };
      });
      const fetched = page({ outletId: 'paper', url: address, at });
      const fetchId = await recordFetch(db, { ...fetched, kind: 'source', leads }, null);
      const seenAt = new Date(at);
      await saveFeedReading(db, { fetchId, outletId: 'paper', url: address, seenAt, leads });
    };
    expect((await numbers.figures(query)).persons[0]?.feedOrder).toBeUndefined();
    await reading(1, ['a', 'x']);
    await reading(2, ['a', 'x']);
    await reading(3, ['b', 'a']);
    const { persons } = await numbers.figures(query);
    const of = (id: string) => persons.find(({ personId }) => personId === id)?.feedOrder;
    const first = 1 / (1 + 1 / Math.log2(3));
    // a leads one of two readings and is second in the other; both have two places.
    expect(of('tran-binh')?.inclusive).toBeCloseTo((first + 1 - first) / 2, 9);
    expect(of('tran-binh')?.fractional).toBeCloseTo(0.25, 9);
    expect(of('le-an')?.inclusive).toBeCloseTo((first + 1) / 2, 9);
  });

  test('an item’s time tells what is sure, possible and unknown', async () => {
    const dwell = await numbers.frontPages?.dwell(items.a);
    expect(dwell?.hours.low).toBeCloseTo(0.4, 9);
    expect(dwell?.unknownHours).toBeCloseTo(4, 9);
    expect(dwell?.spans.map(({ low, high }) => [low, high])).toEqual([
      [0.4, 0.5],
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(await numbers.frontPages?.dwell('nothing')).toBeNull();
  });

  test('the strip tells hours with failed looks from hours without anyone', async () => {
    const strip = await numbers.frontPages?.strip(query, 'tran-binh');
    expect(strip?.day).toBe('2026-03-07');
    expect(strip?.cells.map(({ hour, share }) => [hour, share])).toEqual([
      [8, 0.2],
      [9, 0.25],
      [10, null],
      [11, 0.5],
      [13, 0.5],
    ]);
    expect(strip?.knownHours).toBeCloseTo(1, 9);
    expect(strip?.unknownHours).toBeCloseTo(4, 9);
  });

  test('without looks there is no figure, not a zero', async () => {
    const earlier = { ...query, period: { from: '2026-03-06', to: '2026-03-06' } };
    const { persons } = await numbers.figures(earlier);
    expect(persons.every((person) => person.frontPage === undefined)).toBe(true);
    expect(await numbers.frontPages?.strip(earlier)).toBeNull();
  });

  test('single looks tell of no time at all, not of a time of zero', async () => {
    await look(30, { c: 1 });
    await look(31, { c: 1 });
    await look(30, { c: 1 }, { viewport: 'phone' });
    await look(30, { c: 1 }, { viewport: 'phone', outletId: 'gazette' });
    const period = { from: '2026-03-08', to: '2026-03-08' };
    const { persons } = await numbers.figures({ ...query, period });
    const found = persons.map(({ frontPage }) => frontPage?.phone);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((phone) => phone === null)).toBe(true);
  });
});

test('stand in the table of persons as on their pages: every window, section pages, feeds', async () => {
  const { openData } = createPublication(database.db, {
    sentencesOf,
    archive: folderArchive('unused'),
    version: '1',
    now: () => new Date('2026-03-08T00:00:00Z'),
  });
  const one = { ...query, outlets: ['paper'] };
  const chunks: Uint8Array[] = [];
  const asked = { name: 'persons', format: 'json', query: one } as const;
  await openData.write(asked, async (bytes) => void chunks.push(bytes));
  const rows = JSON.parse(Buffer.concat(chunks).toString());
  const { persons } = await numbers.figures(one);
  expect(rows.length).toBeGreaterThan(1);
  for (const [index, { frontPage, feedOrder, composite }] of persons.entries()) {
    expect(rows[index]).toMatchObject({
      front_page_share: frontPage?.share ?? null,
      front_page_hours_low: frontPage?.fractional.low,
      front_page_hours_whole_low: frontPage?.inclusive.low,
      front_page_hours_whole_high: frontPage?.inclusive.high,
      phone_front_page_share: frontPage?.phone?.share ?? null,
      phone_front_page_hours_high: frontPage?.phone?.fractional.high ?? null,
      section_page_share: frontPage?.section?.share ?? null,
      section_page_hours_low: frontPage?.section?.fractional.low ?? null,
      feed_order_share: feedOrder?.fractional ?? null,
      feed_order_share_whole: feedOrder?.inclusive ?? null,
      composite: composite?.value ?? null,
      composite_low: composite?.low ?? null,
      composite_high: composite?.high ?? null,
    });
  }
  expect(rows.some((row: { composite: number | null }) => (row.composite ?? 0) > 0)).toBe(true);
});
