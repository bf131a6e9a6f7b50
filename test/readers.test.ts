import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from './crawlers/chromium.ts';
import { addressesIn, inLanguage, otherStates, pagesOfRoutes } from './readers-addresses.ts';
import { type ReadersHouse, openReadersHouse } from './readers-house.ts';
import { member, password } from './src/web/review/house.ts';

// What a reader does, in a real browser: with a mouse, with the keyboard, on a telephone, with no
// script, in print, and with a screen reader's rules (axe).

let house: ReadersHouse;
let app: FastifyInstance;
let browser: Browser;
let base: string;

beforeAll(async () => {
  house = await openReadersHouse();
  app = house.app;
  base = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function withPage<Result>(
  options: BrowserContextOptions,
  action: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(options);
  try {
    return await action(await context.newPage());
  } finally {
    await context.close();
  }
}

const wide = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Serious faults of the page on screen; of its colours alone, where the rest has been seen. */
async function violations(page: Page, rules: readonly string[] | null): Promise<string[]> {
  const found = await page.evaluate(async (only) => {
    const { axe: loaded } = globalThis as unknown as { axe: { run(options: object): unknown } };
    const options = only === null ? {} : { runOnly: { type: 'rule', values: only } };
    return (await loaded.run(options)) as { violations: Violation[] };
  }, rules);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('every page of the route tables has an address here', () => {
  expect(Object.keys(addressesIn(house)).toSorted()).toEqual(pagesOfRoutes().toSorted());
});

/** All pages as the administrator sees them: each opens, and each holds what its address says. */
async function lookAtEvery(
  options: BrowserContextOptions,
  lang: string,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await withPage({ ...options, bypassCSP: true }, async (page) => {
    await page
      .context()
      .addCookies([...house.cookies].map(([name, value]) => ({ name, value, url: base })));
    for (const [name, path] of Object.entries({ ...addressesIn(house), ...otherStates })) {
      const answer = await page.goto(base + inLanguage(path, lang));
      const expected = name === 'not found' ? 404 : name === 'bad period' ? 400 : 200;
      expect(`${name} ${answer?.status()}`).toBe(`${name} ${expected}`);
      await look(page, name);
    }
  });
}

/** Only these look at colours: the rest of a page is the same in the dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

test.each([
  ['vi', 'a wide screen', wide],
  ['en', 'a telephone', phone],
] as const)(
  'axe finds nothing serious on any page, light or dark (%s, %s)',
  async (lang, _, size) => {
    const bad: string[] = [];
    await lookAtEvery({ ...size, colorScheme: 'light' }, lang, async (page, name) => {
      await page.evaluate(axe.source);
      bad.push(...(await violations(page, null)).map((fault) => `${name}: ${fault}`));
      await page.emulateMedia({ colorScheme: 'dark' });
      bad.push(...(await violations(page, colourRules)).map((fault) => `${name}, dark: ${fault}`));
      await page.emulateMedia({ colorScheme: 'light' });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) bad.push(`${name}: ${over} px wider than the screen`);
    });
    expect(bad).toEqual([]);
  },
  240_000,
);

describe('three clicks', () => {
  test('lead from a figure to its items, to the sentence, to the original', async () => {
    await withPage(wide, async (page) => {
      await page.goto(`${base}/?lang=vi`);
      await page.click('#persons tbody th a');
      await page.waitForSelector('#items tbody th a');
      await page.click('#items tbody th a');
      await page.waitForSelector('.sentence mark');
      const original = await page.getAttribute('a.original', 'href');
      expect(original).toMatch(/^https:\/\/[ab]\.example\//);
    });
  });

  test('and so does the keyboard alone', async () => {
    await withPage(wide, async (page) => {
      await page.goto(`${base}/?lang=vi`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
      await tabTo(page, '#persons tbody th a');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#items tbody th a');
      await tabTo(page, '#items tbody th a');
      await page.keyboard.press('Enter');
      await page.waitForSelector('a.original');
      await tabTo(page, 'a.original');
    });
  }, 60_000);
});

/** Presses Tab until the element has the focus, and sees that the focus is shown each time. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate((wanted) => {
      const element = document.activeElement;
      if (!element || element === document.body) return { found: false, shown: true, what: '' };
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const shown = outlineStyle !== 'none' && outlineWidth !== '0px';
      return { found: element.matches(wanted), shown, what: element.outerHTML.slice(0, 120) };
    }, selector);
    expect(at.shown, `focus on ${at.what}`).toBe(true);
    if (at.found) return;
  }
  expect.fail(`${selector} cannot be reached with Tab`);
}

/** A reader contests a mention: the address of the answer. */
async function raise(page: Page, itemId: string, claim: string, reason: string): Promise<string> {
  await page.goto(`${base}/items/${itemId}?lang=vi`);
  await page.click('.notes a.challenge');
  await page.check(`input[name=claim][value=${claim}]`);
  await page.fill('textarea[name=reason]', reason);
  await page.click('.long-form button');
  await page.waitForURL(/\/challenges\/[0-9a-f]{16}/);
  return page.url();
}

/** A coder goes from signing in to the challenges that wait. */
async function signInToDecide(page: Page): Promise<void> {
  const { email = '' } = await member(house, 'coder');
  await page.goto(`${base}/sign-in?lang=vi`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.click('a[href^="/coding/challenges"]');
  await page.waitForSelector('.request');
}

/** What a coder sees where readers contest: what they said, and nothing of the administration. */
async function decide(page: Page, reason: string, answer: string, to?: string): Promise<string> {
  await signInToDecide(page);
  expect(await page.locator('main a[href*="/admin"], form[action*="takedown"]').count()).toBe(0);
  const request = page.locator('.request', { hasText: reason });
  await request.locator('a[href^="/items/"]:not([href*=whole])').last().click();
  await page.waitForSelector('.sentence mark');
  await page.goBack();
  await request.locator('a[href*="/whole"]').click();
  await page.waitForSelector('h1');
  expect(await page.title()).not.toContain('404');
  await page.goBack();
  if (to !== undefined) await request.locator('select[name=to]').selectOption(to);
  await request.locator('input[name=why]').fill(answer);
  await request.locator('button[value=accept]').click();
  const said = await page.textContent('main [role=status]');
  expect(await request.count()).toBe(0);
  return said ?? '';
}

test.each([
  { script: false, item: 'otherItemId', claim: 'another-person', to: 'tran-binh' },
  { script: true, item: 'itemId', claim: 'not-mentioned', to: undefined },
] as const)(
  'a challenge is raised, decided by a coder and restated in public (script: $script)',
  async ({ script, item, claim, to }) => {
    const options = { ...wide, javaScriptEnabled: script };
    const reason = `Người trùng tên ở một xã khác, ${claim}.`;
    const answer = `Người trùng tên: ${claim}.`;
    const receipt = await withPage(options, (page) => raise(page, house[item], claim, reason));
    const said = await withPage(options, (page) => decide(page, reason, answer, to));
    const change = /\d+ → \d+/.exec(said)?.[0] ?? '';
    const [before = 0, after = 0] = change.split(' → ').map(Number);
    expect(said).toContain('Lê An');
    expect(after).toBe(before - 1);
    await withPage(options, async (page) => {
      await page.goto(receipt);
      expect(await page.textContent('h1')).toContain('Đã chấp nhận');
      await page.goto(`${base}/corrections?lang=vi`);
      const row = await page.locator('#corrections tbody tr', { hasText: answer }).textContent();
      expect(row).toContain(change);
      const feed = await (await page.request.get(`${base}/corrections.atom?lang=vi`)).text();
      expect(feed).toContain(change);
      expect(feed).toContain(answer);
      expect(feed).not.toContain(reason);
      await page.goto(`${base}/items/${house[item]}?lang=vi`);
      const note = await page.textContent('main');
      expect(note).toContain(answer);
      expect(note?.includes('thật ra được nhắc: Trần Bình')).toBe(to === 'tran-binh');
    });
  },
  60_000,
);

test('the language is switched by a link and kept', async () => {
  await withPage({ ...wide, locale: 'vi-VN' }, async (page) => {
    await page.goto(`${base}/gaps?from=2026-03-02&to=2026-03-04`);
    expect(await page.getAttribute('html', 'lang')).toBe('vi');
    await page.click('.languages a[lang=en]');
    await page.waitForSelector('html[lang=en]');
    expect(page.url()).toContain('from=2026-03-02');
    await page.goto(`${base}/`);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });
});

test('print drops the navigation and prints where links lead', async () => {
  await withPage(wide, async (page) => {
    await page.goto(`${base}/items/${house.itemId}?lang=vi`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('.masthead nav')).toBe(false);
    expect(await page.isVisible('h1')).toBe(true);
    const after = await page.evaluate(() => {
      const link = document.querySelector('a.original');
      return link ? getComputedStyle(link, '::after').content : '';
    });
    expect(after).toContain('https://');
  });
});

test('on paper a look at a front page is a picture on one sheet and a table', async () => {
  await withPage({ viewport: { width: 680, height: 960 } }, async (page) => {
    await page.goto(`${base}/snapshots/look?lang=vi`);
    const displayOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).display);
    // Where it is narrow, a headline with a line of facts under it.
    expect(await displayOf('#stories tbody tr')).toBe('block');
    expect(await displayOf('#stories tbody td')).toBe('inline');
    await page.emulateMedia({ media: 'print' });
    expect(await displayOf('#stories tbody tr')).toBe('table-row');
    expect(await page.isVisible('#stories thead')).toBe(true);
    expect(await page.isVisible('.day-looks')).toBe(false);
    // A sheet of A4 with margins is 1,009 CSS pixels high.
    const picture = await page.locator('figure.snapshot > svg').boundingBox();
    expect(picture?.height).toBeLessThan(800);
    // Other wide tables are tables there as well, and fit its width.
    await page.goto(`${base}/?lang=vi`);
    expect(await displayOf('#persons tbody tr')).toBe('table-row');
    const table = await page.locator('#persons table').boundingBox();
    expect((table?.x ?? 0) + (table?.width ?? 0)).toBeLessThanOrEqual(680);
  });
});

/** Sum of the layout shifts since the page began. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );
}

test('nothing on a page moves while it loads, and it asks for nothing elsewhere', async () => {
  for (const [path, options] of [
    ['/?lang=vi', wide],
    ['/?lang=en', phone],
    ['/persons/le-an?lang=vi', phone],
    ['/compare?lang=en', wide],
  ] as const)
    await withPage(options, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(base + path, { waitUntil: 'networkidle' });
      expect(await layoutShift(page), path).toBe(0);
      for (const address of asked) expect(address.startsWith(base), address).toBe(true);
    });
}, 90_000);

test('a page that was kept for the next reader reads like the one that was made', async () => {
  for (const path of ['/', '/persons/le-an', '/gaps'])
    for (const acceptLanguage of ['vi-VN', 'en-GB']) {
      const seen = ['made', 'kept', 'kept'].map(() =>
        withPage({ ...wide, locale: acceptLanguage }, async (page) => {
          await page.goto(base + path);
          expect(await page.getAttribute('html', 'lang')).toBe(acceptLanguage.slice(0, 2));
          return page.innerText('body');
        }),
      );
      const [made, ...kept] = await Promise.all(seen);
      expect(made?.length).toBeGreaterThan(500);
      expect(kept).toEqual([made, made]);
    }
});

test('every page comes whole to each next reader, packed or not', async () => {
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync, identity: (bytes: Buffer) => bytes };
  for (const [name, url] of Object.entries(addressesIn(house)))
    for (const [encoding, unpacked] of Object.entries(unpack)) {
      const ask = async () => {
        const headers = { 'accept-encoding': encoding, 'accept-language': 'vi' };
        const answer = await app.inject({ url, headers });
        const isPacked = answer.headers['content-encoding'] !== undefined;
        const bytes = isPacked ? unpacked(answer.rawPayload) : answer.rawPayload;
        return [answer.statusCode, bytes.toString('utf8', 0, 15)];
      };
      const first = await ask();
      const seen = [first, await ask(), await ask()];
      expect(seen, `${name} ${encoding}`).toEqual([first, first, first]);
      // Pages behind the gate send whoever is not signed in away, or are not there for them.
      if (first[0] === 200) expect(first[1], name).toMatch(/^<!doctype html/i);
      else expect([302, 303, 404]).toContain(first[0]);
    }
});

test.each([360, 600, 900])(
  'the code of the embedded chart shows all of it in a page %i pixels wide',
  async (width) => {
    for (const lang of ['vi', 'en'])
      await withPage({ viewport: { width, height: 900 } }, async (page) => {
        await page.goto(`${base}/data?lang=${lang}`);
        const code = await page.innerText('#embed-heading ~ pre');
        const other = createServer((_, response) => {
          response.setHeader('content-type', 'text/html').end(`<!doctype html><body>${code}`);
        }).listen(0, '127.0.0.1');
        await once(other, 'listening');
        await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
        const inner = await page.waitForSelector('iframe').then((frame) => frame.contentFrame());
        await inner?.waitForSelector('a.challenge');
        const over = await inner?.evaluate(() => ({
          down: document.documentElement.scrollHeight - innerHeight,
          across: document.documentElement.scrollWidth - innerWidth,
        }));
        other.close();
        expect(over).toEqual({ down: 0, across: 0 });
      });
  },
);

test('fonts that come late move nothing', async () => {
  await withPage(wide, async (page) => {
    const late: string[] = [];
    await page.route(/\.woff2$/, async (route) => {
      const response = await route.fetch();
      // Not before the page has been painted without them.
      await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
      late.push(route.request().url());
      await route.fulfill({ response });
    });
    await page.goto(`${base}/?lang=vi`, { waitUntil: 'networkidle' });
    expect(late.length).toBeGreaterThan(4);
    expect(await layoutShift(page)).toBe(0);
  });
});
