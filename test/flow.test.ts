import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentencesOf } from '../analyzers/index.ts';
import { createFetchDoor } from '../crawlers/index.ts';
import { folderArchive } from '../db/index.ts';
import { demoSlots, type RunningDemo, runDemoPress } from '../src/commands/demo-press.ts';
import type { FigureSet, Numbers } from '../src/domain/index.ts';
import { runCommandLine } from '../src/cli.ts';
import type { Station } from '../src/commands/command.ts';
import { createWebServer } from '../src/web/index.ts';
import { recomputeItems } from '../src/recompute.ts';
import { createNumbers } from '../src/publish/index.ts';
import { systemClock } from '../src/system-clock.ts';
import { launchChromium } from './crawlers/chromium.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { quietLog, testContext } from './src/context.ts';
import { type OpenedFigure, threeClicks } from './three-clicks.ts';
import { expectedFigures } from './truth.ts';

// One outlet press on loopback, crawled over real HTTP into a real PostgreSQL, to the figure.

let database: TestDatabase;
let folder: string;
let demo: RunningDemo;
let numbers: Numbers;
let figures: FigureSet;

const signal = new AbortController().signal;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'flow-'));
  demo = await runDemo();
  numbers = createNumbers(database.db, { sentencesOf });
  figures = await wholePeriod();
}, 600_000);

afterAll(async () => {
  await demo?.close();
  await rm(folder, { recursive: true, force: true });
});

function runDemo(): Promise<RunningDemo> {
  return runDemoPress({
    parts: { database, archive: folderArchive(folder, { durable: false }), log: quietLog },
    signal,
    onSlot: () => {},
  });
}

async function wholePeriod(): Promise<FigureSet> {
  const { period } = await numbers.extent();
  if (period === null) throw new TypeError('nothing was captured');
  return numbers.figures({ period, outlets: null, demo: true });
}

function openWeb() {
  const root = join(import.meta.dirname, '..');
  return createWebServer({
    numbers,
    log: quietLog,
    clock: systemClock,
    version: 'test',
    method: { vi: '', en: '' },
    codebook: { vi: '', en: '' },
    defaultLanguage: 'en',
    timeZone: 'Asia/Ho_Chi_Minh',
    folders: { assets: join(root, 'src/web/assets'), client: join(root, 'dist/src/web/client') },
  });
}

describe('the demo press, crawled', () => {
  test('every figure of every person equals the truth of the press', () => {
    const lastLook = demoSlots(demo.press).at(-1) ?? new Date(0);
    const expected = expectedFigures(demo.press, lastLook);
    expect(figures.itemsCaptured).toBe(expected.items);
    const got = new Map(
      figures.persons.filter((one) => one.items > 0).map((one) => [one.personId, one]),
    );
    expect([...got.keys()].sort()).toEqual([...expected.persons.keys()].sort());
    let fractionalSum = 0;
    for (const person of expected.persons.values()) fractionalSum += person.itemsFractional;
    for (const [id, person] of expected.persons) {
      const { items, mentions, words, firstPlaces } = got.get(id) ?? {};
      expect({ id, items, mentions, words, firstPlaces }).toEqual({
        id,
        items: person.items,
        mentions: person.mentions,
        words: person.words,
        firstPlaces: person.firstPlaces,
      });
      expect(got.get(id)?.frequency).toBeCloseTo(person.items / expected.items, 12);
      expect(got.get(id)?.shareOfCoverage).toBeCloseTo(person.itemsFractional / fractionalSum, 9);
    }
  });

  test('the page and the report show these very digits', async () => {
    const [first] = figures.persons;
    const web = openWeb();
    const { body } = await web.inject('/?lang=en');
    await web.close();
    const percent = ((first?.shareOfCoverage ?? 0) * 100).toFixed(1);
    expect(body).toContain(`${first?.name} has ${percent}%`);
    const station = { database, numbers, close: async () => {} } as unknown as Station;
    const { context, printed } = testContext({ openStation: async () => station });
    expect(await runCommandLine(['report', '--csv'], context)).toBe(0);
    const row = printed.find((line) => line.startsWith(`${first?.personId},`))?.split(',') ?? [];
    expect(row).toContain(String(first?.shareOfCoverage));
    expect(row).toContain(String(first?.words));
  });

  test('item lengths equal the truth', () => {
    const lastLook = demoSlots(demo.press).at(-1) ?? new Date(0);
    const words = figures.outlets.reduce((sum, outlet) => sum + outlet.words, 0);
    expect(words).toBe(expectedFigures(demo.press, lastLook).words);
  });

  test('the day one outlet was down is a gap in the ledger, never a zero', () => {
    for (const outage of demo.press.truth.outages) {
      const day = figures.coverage.find(
        (one) => one.outletId === outage.outletId && one.day === outage.day,
      );
      expect(day?.gap).not.toBeNull();
      expect(day?.captured).not.toBe(0);
    }
  });

  test("the door's own requests for robots.txt are rows too, also those that failed", async () => {
    const { rows } = await sql<{ outcome: string; count: number }>`
      select outcome, count(*)::integer as count from fetches
      where kind = 'robots' group by outcome order by outcome`.execute(database.db);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['failed', 'ok']);
  });

  test('running it again crawls and changes nothing', async () => {
    const again = await runDemo();
    await again.close();
    expect(await wholePeriod()).toEqual(figures);
  });

  test('computing again from the kept bytes gives the same figures', async () => {
    const door = createFetchDoor({ clock: systemClock, log: quietLog });
    const archive = folderArchive(folder, { durable: false });
    const parts = { database, archive, door, clock: systemClock, log: quietLog };
    const done = await recomputeItems(parts, { demo: true });
    await door.close();
    expect(done.failed).toBe(0);
    expect(done.pages).toBeGreaterThan(figures.itemsCaptured);
    expect(await wholePeriod()).toEqual(figures);
  }, 600_000);
});

describe('three clicks in a browser, to the page of the press itself', () => {
  let web: ReturnType<typeof openWeb>;
  let base: string;
  let browser: Browser;
  let page: Page;
  let person: string;
  let outlet: string;

  beforeAll(async () => {
    web = openWeb();
    base = await web.listen({ host: '127.0.0.1', port: 0 });
    browser = await launchChromium();
    page = await browser.newPage();
    // Links are all that matters here: no page waits for letters or pictures.
    await page.route(/\.(woff2|svg|jpe?g|png)(\?|$)/, (route) => route.abort());
    person = `/persons/${figures.persons[0]?.personId}`;
    outlet = figures.outlets[0]?.outletId ?? '';
    // A day of which some was captured and some is missing.
    await sql`update coverage set gap = 'extraction-failed' where (outlet_id, day) =
      (select outlet_id, day from coverage where outlet_id = ${outlet} and captured > 5 limit 1)`.execute(
      database.db,
    );
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await web?.close();
  });

  const starts = (): readonly OpenedFigure[] => [
    { name: 'overview', path: '/', figure: '#persons tbody a.figure' },
    { name: 'person', path: person, figure: '#frequency a.key-value' },
    { name: 'outlet', path: `/outlets/${outlet}`, figure: '#outlet-with-persons a.key-value' },
    { name: 'comparison', path: '/compare', figure: '#compare tbody a.figure' },
    {
      name: 'ranks',
      path: '/',
      fold: '#ranks .chart-table > summary',
      figure: '#ranks .chart-table td a',
    },
    {
      name: 'small multiples',
      path: '/',
      fold: '#outlet-days .chart-table > summary',
      figure: '#outlet-days .chart-table td a',
    },
    {
      name: 'coverage',
      path: '/gaps',
      fold: '#coverage .chart-table > summary',
      figure: '#coverage .chart-table th a',
    },
    { name: 'gap', path: '/gaps', figure: '#gaps tbody a.figure' },
    { name: 'method', path: '/method', figure: '#with-persons a.key-value' },
  ];

  test.each(['vi', 'en'])(
    'from every kind of figure (%s)',
    async (lang) => {
      const { rows } = await sql<{ url: string }>`select canonical_url as url from items`.execute(
        database.db,
      );
      const origins = new Set(rows.map(({ url }) => new URL(url).origin));
      for (const origin of origins) expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      for (const start of starts()) {
        const { address, status, title, words } = await threeClicks(page, base, {
          ...start,
          path: `${start.path}?lang=${lang}`,
        });
        expect(origins, start.name).toContain(new URL(address).origin);
        expect({ name: start.name, status }).toEqual({ name: start.name, status: 200 });
        expect(title.trim()).not.toBe('');
        expect(words, start.name).toContain(title);
      }
    },
    60_000,
  );
});
