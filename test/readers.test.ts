import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptChallenge, challengeOptions } from '../src/publish/index.ts';
import { sentencesOf } from '../analyzers/index.ts';
import { launchChromium } from './crawlers/chromium.ts';
import { type ReadersHouse, openReadersHouse } from './readers-house.ts';

// What a reader does, in a real browser: with a mouse, with the keyboard, on a telephone, with no
// script, in print, and with a screen reader's rules (axe).

let house: ReadersHouse;
let app: FastifyInstance;
let browser: Browser;
let base: string;
let axe: string;

beforeAll(async () => {
  house = await openReadersHouse();
  app = house.app;
  base = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchChromium();
  const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  axe = await readFile(script, 'utf8');
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

/** Every page of the site that readers open; the house knows the ids. */
function addresses(): [string, string][] {
  const { itemId, storyId, exportHash, challengeId } = house;
  return [
    ['overview', '/'],
    ['person', '/persons/le-an'],
    ['post', '/posts/chu-tich-song-nam'],
    ['outlet', '/outlets/a'],
    ['item', `/items/${itemId}`],
    ['story', `/stories/${storyId}`],
    ['compare', '/compare?from2=2026-03-02&to2=2026-03-03'],
    ['gaps', '/gaps'],
    ['search', '/search?q=le+an'],
    ['data', '/data'],
    ['export', `/data/exports/${exportHash}`],
    ['method', '/method'],
    ['challenge', `/challenge?item=${itemId}&person=le-an`],
    ['challenge sent', `/challenges/${challengeId}`],
    ['takedown', `/takedown?item=${itemId}`],
    ['corrections', '/corrections'],
    ['not found', '/nowhere'],
    ['empty period', '/?from=2020-01-01&to=2020-01-31'],
  ];
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(): Promise<unknown> } }).axe;
    return (await run.run()) as { violations: Violation[] };
  });
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('axe finds nothing serious on any page, in either language, light and dark', async () => {
  const bad: string[] = [];
  for (const [lang, options] of [
    ['vi', { ...wide, colorScheme: 'light', bypassCSP: true }],
    ['en', { ...phone, colorScheme: 'dark', bypassCSP: true }],
  ] as const) {
    await withPage(options, async (page) => {
      for (const [name, path] of addresses()) {
        const joint = path.includes('?') ? '&' : '?';
        await page.goto(`${base}${path}${joint}lang=${lang}`);
        bad.push(...(await violations(page)).map((fault) => `${name} (${lang}): ${fault}`));
      }
    });
  }
  expect(bad).toEqual([]);
}, 240_000);

test('no page is wider than a telephone', async () => {
  const bad = await withPage(phone, async (page) => {
    const found: string[] = [];
    for (const [name, path] of addresses()) {
      await page.goto(base + path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${name}: ${over} px`);
    }
    return found;
  });
  expect(bad).toEqual([]);
}, 120_000);

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

test('a challenge is raised without a script, decided, and restated in public', async () => {
  await withPage({ ...wide, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${base}/items/${house.itemId}?lang=vi`);
    await page.click('.notes a.challenge');
    await page.check('input[name=claim][value=another-person]');
    await page.fill('textarea[name=reason]', 'Người trùng tên ở một xã khác.');
    await page.click('.long-form button');
    await page.waitForSelector('h1');
    expect(page.url()).toMatch(/\/challenges\/[0-9a-f]{16}/);
    const receipt = page.url();
    const id = /challenges\/([0-9a-f]{16})/.exec(receipt)?.[1] ?? '';
    const verdict = { id, by: 'Lan', answer: 'Người trùng tên.' };
    const options = challengeOptions({ sentencesOf, now: () => new Date() });
    await acceptChallenge(house.database.db, verdict, options);
    await page.goto(receipt);
    expect(await page.textContent('h1')).toContain('Đã chấp nhận');
    await page.goto(`${base}/corrections?lang=vi`);
    expect(await page.textContent('#corrections tbody')).toMatch(/\d+ → \d+/);
  });
}, 60_000);

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

test('nothing on a page moves while it loads, and it asks for nothing elsewhere', async () => {
  await withPage(wide, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${base}/?lang=vi`, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(
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
    expect(shift).toBeLessThan(0.01);
    for (const address of asked) expect(address.startsWith(base), address).toBe(true);
  });
});
