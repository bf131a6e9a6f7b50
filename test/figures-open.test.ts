import { sentencesOf } from '../analyzers/index.ts';
import { acceptChallenge, challengeOptions, formatsFor } from '../src/publish/index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressesIn, inLanguage } from './readers-addresses.ts';
import { openReadersHouse, type ReadersHouse } from './readers-house.ts';
import { sampleNumbers } from './src/web/sample/numbers.ts';
import { numbersWith, page, serverFor } from './src/web/server-for-tests.ts';

// Wherever a figure stands, a reader can open it and contest it.

let house: ReadersHouse;

beforeAll(async () => {
  house = await openReadersHouse();
}, 120_000);

afterAll(() => house?.app.close());

/** Pages with figures. */
const withFigures = [
  '/',
  '/persons/:id',
  '/outlets/:id',
  '/outlets/:id/air',
  '/bulletins/:id',
  '/items/:id',
  '/snapshots/:id',
  '/compare',
  '/gaps',
  '/stories/:id',
  '/method',
  '/items',
  '/persons/:id/uncertain',
  '/persons/:id/air',
];

/** Of them those whose figures count items that are read. */
const ofItems = [
  '/',
  '/persons/:id',
  '/outlets/:id',
  '/compare',
  '/stories/:id',
  '/method',
  '/embed/share-of-coverage',
];

/** Figures of days and of readings, which are no items, open to these. */
const ofOthers = /^\/gaps.*#gaps$|^\/accuracy/;

const open = (route: string) =>
  page(house.app, inLanguage(addressesIn(house)[route] ?? '/nowhere', 'en'));

const addresses = (document: Document, selector: string): string[] => [
  ...new Set([...document.querySelectorAll(selector)].map((a) => a.getAttribute('href') ?? '')),
];

describe.each(withFigures)('%s', (route) => {
  test('has a link to contest its figures, which leads to a form that knows the page', async () => {
    const { document } = await open(route);
    const links = addresses(document, 'main a.challenge');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(new URL(link, 'http://x').searchParams.get('at')).toContain(
        addressesIn(house)[route]?.split('?')[0],
      );
      const form = await page(house.app, link);
      expect(form.response.statusCode).toBe(200);
      expect(form.document.querySelector('form[method=post] textarea')).not.toBeNull();
    }
  });

  test('has for each of its charts a link of its own, which names it', async () => {
    const { document } = await open(route);
    const places = addresses(document, 'main a.challenge').flatMap((link) => {
      const at = new URL(link, 'http://x').searchParams.get('at') ?? '';
      return at.split('#').slice(1);
    });
    for (const place of places)
      expect(document.querySelectorAll(`[id="${place}"]`), place).toHaveLength(1);
    for (const chart of document.querySelectorAll('main figure.chart-figure[id]')) {
      const links = addresses(chart as unknown as Document, 'a.challenge');
      expect(links, chart.id).toHaveLength(1);
      const { document: form } = await page(house.app, links[0] ?? '');
      const named = form.querySelector('.about a');
      expect(named?.getAttribute('href')).toMatch(new RegExp(`from=.*to=.*#${chart.id}$`));
      expect(form.querySelector('.about')?.textContent).toMatch(/Mar\s2026/);
    }
  });
});

/** Pages that anybody may read; the forms to contest something are no pages to contest. */
const forAnybody = (route: string) =>
  !/^\/(sign-in|join|account|coding|admin|challenges?|takedowns?|embed)(\/|$)/.test(route) &&
  !/^\/digest\/|\/whole$/.test(route);

test('every page that anybody may read has a link to contest it, which names the page', async () => {
  const missing: string[] = [];
  for (const [route, address] of Object.entries(addressesIn(house)).filter(([one]) =>
    forAnybody(one),
  )) {
    const { document } = await page(house.app, inLanguage(address, 'en'));
    const [link] = addresses(document, '.colophon a[href^="/challenge?"]');
    const at = new URL(link ?? '/', 'http://x').searchParams.get('at') ?? '';
    if (at.split('?')[0] !== address.split('?')[0]) missing.push(`${route}: ${at}`);
  }
  expect(missing).toEqual([]);
});

test('an accepted challenge of a chart is listed with chart, days, outlets and place', async () => {
  const { document } = await page(house.app, '/?lang=en&outlet=b&from=2026-03-02&to=2026-03-05');
  const link = document.querySelector('#coverage a.challenge')?.getAttribute('href') ?? '';
  const form = await page(house.app, link);
  const about = form.document.querySelector('.about')?.textContent ?? '';
  const days = formatsFor('en').period('2026-03-02', '2026-03-05');
  for (const said of ['Items captured each day', days, 'Báo b']) expect(about).toContain(said);
  const sent = await house.app.inject({
    method: 'POST',
    url: form.document.querySelector('form[method=post]')?.getAttribute('action') ?? '',
    payload: new URLSearchParams({ claim: 'other', reason: 'It was there that day.' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const id = /challenges\/([0-9a-f]{16})/.exec(String(sent.headers.location))?.[1] ?? '';
  const options = challengeOptions({ sentencesOf, now: () => new Date() });
  await acceptChallenge(house.database.db, { id, by: 'Lan', answer: 'Read anew.' }, options);
  const list = await page(house.app, '/corrections?lang=en');
  const [row, ...others] = list.document.querySelectorAll('#answered tbody tr');
  expect(others).toEqual([]);
  for (const said of ['Items captured each day', days, 'Báo b', 'Read anew.'])
    expect(row?.textContent).toContain(said);
  const place = row?.querySelector('a')?.getAttribute('href') ?? '';
  expect(place).toMatch(/^\/\?from=2026-03-02&to=2026-03-05&outlet=b&lang=en#coverage$/);
  const { body } = await house.app.inject('/corrections.atom?lang=en');
  expect(body).toContain('Items captured each day: a challenge was accepted');
  for (const shown of [list.html, body]) {
    expect(shown).not.toContain('It was there that day.');
    expect(shown).not.toContain(id);
  }
});

describe.each(ofItems)('%s', (route) => {
  test('opens every figure to its items, an item to a sentence and the original', async () => {
    const first = await open(route);
    const counts = 'main a.figure, main a.key-value, main .second a, main .chart-table a';
    const figures = addresses(first.document, counts);
    const [others, items] = [
      figures.filter((one) => ofOthers.test(one)),
      figures.filter((one) => !ofOthers.test(one)),
    ];
    expect(items.length).toBeGreaterThan(0);
    for (const other of others)
      expect((await house.app.inject(other.split('#', 1)[0] ?? '')).statusCode).toBe(200);
    for (const figure of items) {
      const [path, list] = figure.split('#');
      const { document } = path === '' ? first : await page(house.app, path ?? '');
      const [item] = addresses(document, `#${list} tbody a[href^="/items/"]`);
      expect(item, `items behind ${figure}`).toBeDefined();
      const read = await page(house.app, item ?? '');
      expect(read.document.querySelector('.sentence mark')).not.toBeNull();
      expect(read.document.querySelector('a.original')?.getAttribute('href')).toMatch(/^https:/);
    }
  });
});

test('the second period of a comparison opens to the items of that period', async () => {
  const { document } = await open('/compare');
  const [link] = addresses(document, '#compare tbody tr:nth-of-type(2) .second a');
  expect(link).toContain('from=2026-03-02&to=2026-03-03');
  const { document: person } = await page(house.app, link ?? '');
  const said =
    document.querySelector('#compare tbody tr:nth-of-type(2) .second a')?.textContent ?? '';
  const listed = person.querySelectorAll('#items tbody tr').length;
  expect(said).toMatch(new RegExp(`^${listed} ·`));
});

test('a day with a gap opens to what was captured all the same', async () => {
  const numbers = numbersWith({
    figures: async (query) => {
      const figures = await sampleNumbers.figures(query);
      const [day, ...others] = figures.coverage.filter(({ captured }) => (captured ?? 0) > 1);
      if (!day) throw new TypeError('the sample captured nothing');
      const part = { ...day, gap: 'extraction-failed' as const };
      return { ...figures, coverage: [part, ...others] };
    },
  });
  const app = serverFor(numbers);
  const { document } = await page(app, '/gaps?lang=en&outlet=dai-lam-giang');
  const link = document.querySelector('#gaps tbody a.figure');
  const { document: outlet } = await page(app, link?.getAttribute('href') ?? '');
  const rows = outlet.querySelectorAll('#items tbody tr');
  expect(String(rows.length)).toBe(link?.firstChild?.textContent);
  await app.close();
});
