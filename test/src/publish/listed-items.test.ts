import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { refreshRollups, saveOutlets, saveRegister, takeStaleDays } from '../../../db/index.ts';
import type { FigureQuery, Mention } from '../../../src/domain/index.ts';
import { createNumbers } from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { mention, outlet, personIn, register } from '../../db/world.ts';
import { page, serverFor } from '../web/server-for-tests.ts';
import { sentencesOf, store } from './press.ts';

// What a count opens to is exactly what it counts.

const people = ['le-an', 'tran-binh'] as const;
const zones = ['Asia/Ho_Chi_Minh', 'UTC', 'America/New_York'] as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await saveRegister(database.db, register, { demo: false });
  await saveOutlets(
    database.db,
    zones.map((timeZone, index) => outlet({ id: `o${index}`, timeZone })),
  );
});

/** In what way somebody is in an item: `both` counts, whatever else is uncertain. */
type Way = 'counted' | 'uncertain' | 'twice' | 'both' | 'institutional';

interface TestItem {
  readonly outletIndex: number;
  readonly minute: number;
  readonly ways: Readonly<Partial<Record<(typeof people)[number], Way>>>;
}

const way = fc.option(
  fc.constantFrom<Way>('counted', 'uncertain', 'uncertain', 'twice', 'both', 'institutional'),
  { nil: undefined },
);

const itemArbitrary: fc.Arbitrary<TestItem> = fc.record({
  outletIndex: fc.nat(zones.length - 1),
  // From 20 February to 12 April, often on the same few days.
  minute: fc.oneof(fc.nat(52 * 1440), fc.integer({ min: 9 * 1440, max: 11 * 1440 })),
  ways: fc.record({ 'le-an': way, 'tran-binh': way }) as fc.Arbitrary<TestItem['ways']>,
});

const instant = (minute: number) => new Date(Date.UTC(2026, 1, 20, 0, minute)).toISOString();

const mentionsOf: Readonly<Record<Way, readonly Partial<Mention>[]>> = {
  counted: [{}],
  uncertain: [{ uncertain: true }],
  twice: [{ uncertain: true }, { uncertain: true, start: 10, end: 19 }],
  both: [{}, { uncertain: true, start: 10, end: 19 }],
  institutional: [{ institutional: true }],
};

const counts = (one: Way | undefined) => one === 'counted' || one === 'both';

async function storeAll(items: readonly TestItem[]): Promise<void> {
  for (const [index, { outletIndex, minute, ways }] of items.entries()) {
    const present = people.filter((id) => ways[id] !== undefined);
    const counted = present.filter((id) => counts(ways[id]));
    await store(database, {
      outletId: `o${outletIndex}`,
      url: `https://o.example/${index}`,
      at: instant(minute),
      publishedAt: instant(minute),
      persons: counted.map((personId) => personIn({ personId, fraction: 1 / counted.length })),
      mentions: present.flatMap((personId) =>
        mentionsOf[ways[personId] ?? 'counted'].map((one) => mention({ personId, ...one })),
      ),
    });
  }
}

async function empty(): Promise<void> {
  await sql`truncate items, fetches, coverage, stale_days, rollup_outlets, rollup_persons,
    rollup_copies, rollup_repeats, rollup_repeats_reaching, rollup_reaching, rollup_items
    cascade`.execute(database.db);
}

/** Sums at most so many of the outlets' days that wait for it. */
const refresh = (most: number) =>
  database.transaction(async (now) => refreshRollups(now, await takeStaleDays(now, most)));

interface Page {
  readonly items: readonly { readonly url: string; readonly day: string }[];
  readonly cursor: string | null;
}

/** Addresses of a whole list, page by page. */
async function every(read: (cursor: string | undefined) => Promise<Page | null>) {
  const urls: string[] = [];
  let cursor: string | null | undefined;
  do {
    const found = await read(cursor ?? undefined);
    urls.push(...(found?.items ?? []).map(({ url }) => url));
    cursor = found?.cursor;
  } while (cursor);
  return urls;
}

const periods = [
  ['2026-03-01', '2026-03-31'],
  ['2026-02-01', '2026-04-30'],
  ['2026-02-28', '2026-03-03'],
  ['2026-03-01', '2026-03-01'],
] as const;

/**
 * Hanoi's 11 March begins before New York's 10 March ends: days and times come in another order.
 * And a day long before them.
 */
const acrossZones: TestItem[] = (
  [
    [2, 19, 2],
    [1, 18, 20],
    [0, 18, 18],
    [0, 18, 17.5],
    [1, 9, 12],
  ] as const
).map(([outletIndex, day, hour]) => ({
  outletIndex,
  minute: day * 1440 + hour * 60,
  ways: { 'le-an': 'uncertain' },
}));

test('each list has once what its figure counts, whatever of it had been summed before', async () => {
  const property = fc.asyncProperty(
    fc.array(itemArbitrary, { maxLength: 16 }),
    fc.constantFrom(...periods),
    fc.option(fc.subarray(['o0', 'o1', 'o2'], { minLength: 1 }), { freq: 2 }),
    fc.record({ summed: fc.nat(30), length: fc.integer({ min: 1, max: 4 }) }),
    async (items, [from, to], outlets, { summed, length }) => {
      await empty();
      await storeAll(items);
      await refresh(summed);
      const numbers = createNumbers(database.db, { sentencesOf, pageLength: length });
      const query: FigureQuery = { period: { from, to }, outlets, demo: false };
      const figures = await numbers.figures(query);
      for (const id of people) {
        const urls = await every((cursor) => numbers.doubted(id, query, cursor));
        const person = figures.persons.find(({ personId }) => personId === id);
        expect(urls).toHaveLength(person?.uncertainItems ?? 0);
        expect(new Set(urls).size).toBe(urls.length);
        const whole = createNumbers(database.db, { sentencesOf, pageLength: 99 });
        expect((await whole.doubted(id, query))?.items.map(({ url }) => url)).toEqual(urls);
      }
      for (const onlyMentioning of [false, true]) {
        const urls = await every((cursor) => numbers.items(query, { onlyMentioning, cursor }));
        const sum = (count: 'items' | 'itemsWithPersons') =>
          figures.outlets.reduce((total, row) => total + row[count], 0);
        expect(urls).toHaveLength(sum(onlyMentioning ? 'itemsWithPersons' : 'items'));
        expect(new Set(urls).size).toBe(urls.length);
      }
    },
  );
  const summed = { summed: 30, length: 1 };
  const examples: [TestItem[], (typeof periods)[number], string[] | null, typeof summed][] = [
    [acrossZones, periods[0], null, summed],
  ];
  await fc.assert(property, { numRuns: 25, examples });
}, 240_000);

describe('an item in which it is uncertain whether somebody is meant', () => {
  const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };
  const text = 'Ông Lê An, thợ hồ ở xã bên, trúng số. Trời mưa.';
  let inTitle: string;

  beforeAll(async () => {
    await empty();
    const uncertain = { personId: 'le-an', uncertain: true };
    const at = '2026-03-02T01:00:00Z';
    const common = { outletId: 'o0', at, publishedAt: at, text };
    await store(database, {
      ...common,
      url: 'https://o.example/text',
      title: 'Một người trúng số',
      mentions: [mention(uncertain)],
    });
    inTitle = await store(database, {
      ...common,
      url: 'https://o.example/title',
      title: 'Ông Lê An trúng số độc đắc',
      mentions: [mention({ ...uncertain, field: 'title' }), mention(uncertain)],
    });
  });

  test('is listed without its sentence, and without a title that has the name', async () => {
    const app = serverFor(createNumbers(database.db, { sentencesOf }));
    const person = await page(app, '/persons/le-an?lang=vi');
    const link = person.document.querySelector('a[href*="/uncertain"]');
    expect(link?.textContent).toMatch(/^2 tin /);
    const { document, html } = await page(app, link?.getAttribute('href') ?? '');
    expect(document.querySelector('h1')?.textContent).toContain('chưa chắc');
    // Readers may have settled it since: the count and the list stay the machine's.
    expect(document.body.textContent).not.toMatch(/chưa ai kiểm tra/iu);
    expect(document.querySelectorAll('#items tbody tr')).toHaveLength(2);
    expect(html).toContain('Một người trúng số');
    for (const held of ['độc đắc', 'thợ hồ']) expect(html).not.toContain(held);
    const overview = await page(app, '/?lang=en');
    const count = overview.document.querySelector('#persons a[href*="/uncertain"]');
    expect(count?.firstChild?.textContent).toBe('2');
    const english = await page(app, count?.getAttribute('href') ?? '');
    expect(english.document.querySelector('.lead')?.textContent).toContain('2 items');
    expect(english.html).toContain('it is uncertain whether Lê An is meant');
    expect(english.html).not.toMatch(/nobody has checked|in any figure/iu);
    await app.close();
  });

  test('says so on its own page, and prints no sentence', async () => {
    const numbers = createNumbers(database.db, { sentencesOf });
    const app = serverFor(numbers);
    const { document, html } = await page(app, `/items/${inTitle}?lang=vi`);
    const note = document.querySelector('#doubted')?.textContent;
    expect(note).toContain('Lê An');
    // The name in doubt stands in the heading above.
    expect(document.querySelector('h1')?.textContent).toContain('Lê An');
    expect(note).toMatch(/^Tiêu đề, hoặc một câu không in ở đây/u);
    expect(html).not.toContain('thợ hồ');
    expect(document.querySelector('a.original')?.getAttribute('href')).toBe(
      'https://o.example/title',
    );
    await app.close();
    expect((await numbers.item(inTitle))?.doubted).toEqual([{ personId: 'le-an', name: 'Lê An' }]);
    expect(await numbers.doubted('khong-co', query)).toBeNull();
  });
});
