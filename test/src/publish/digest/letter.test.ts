import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DigestContent, DigestLetter, DigestPerson } from '../../../../src/domain/index.ts';
import { formatsFor } from '../../../../src/publish/index.ts';
import { renderLetter } from '../../../../src/publish/digest/render.ts';
import { letterWords } from '../../../../src/publish/digest/words.ts';
import { launchChromium } from '../../../crawlers/chromium.ts';
import { openSite, type Site, type SitePage } from '../../../crawlers/press.ts';

// A letter with everything a letter can have, read part by part and looked at as mail programs of
// a telephone show it: narrow, in the dark, with pictures off.

const origin = 'https://inches.example';
const leaveAt = `${origin}/digest/leave/${'a'.repeat(40)}`;
const languages = ['vi', 'en'] as const;

function person(at: number, given: Partial<DigestPerson> = {}): DigestPerson {
  return {
    personId: `nguoi-${at}`,
    name: `Nguyễn Thị Hoàng Phương Thảo ${at}`,
    post: 'Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Sông Lam kiêm Trưởng ban Quản lý dự án',
    unchecked: at === 2,
    items: 40 - at,
    itemsFractional: 30 - at,
    share: 0.3 - at / 50,
    shareBefore: 0.1 + at / 50,
    corrected: { value: 0.29 - at / 50, low: 0.21 - at / 50, high: 0.37 - at / 50 },
    frontPage: { share: 0.2 - at / 50, low: 12.5 - at, high: 19.25 - at },
    ...given,
  } as DigestPerson;
}

const content: DigestContent = {
  demo: false,
  week: '2026-03-02',
  period: { from: '2026-03-02', to: '2026-03-08' },
  methodVersion: '3.1.4',
  itemsCaptured: 1234,
  itemsWithPersons: 456,
  outlets: 7,
  persons: Array.from({ length: 10 }, (_, at) => person(at)),
  outletDays: 49,
  gapDays: 3,
  gapDaysBefore: 2,
  audited: 150,
  auditNeeded: 120,
  corrections: 4,
};

/** The browser of npm brings no fonts, and what has no letters is never too wide. */
const fontSheets = ['be-vietnam-pro/400', 'be-vietnam-pro/600', 'source-serif-4/600'].map((name) =>
  createRequire(import.meta.url).resolve(`@fontsource/${name}.css`),
);

const sent =
  (bytes: Uint8Array): SitePage =>
  (_request, response) =>
    void response.end(bytes);

/** A site that holds a letter, fonts for its letters and, unless they are off, its pictures. */
async function siteOf(letter: DigestLetter, hasPictures: boolean): Promise<Site> {
  const site = await openSite({});
  const sheet = fontSheets.map((path) => readFileSync(path, 'utf8')).join('\n');
  const head = `<style>${sheet}</style></head>`;
  site.pages.set('/letter', letter.html.replace('</head>', head).replaceAll('"cid:', '"/'));
  for (const path of fontSheets) {
    for (const [file = ''] of readFileSync(path, 'utf8').matchAll(/files\/[\w-]+\.woff2/g)) {
      site.pages.set(`/${file}`, sent(readFileSync(join(path, '..', file))));
    }
  }
  const pictures = hasPictures ? letter.pictures : [];
  for (const { name, bytes } of pictures) site.pages.set(`/${name}`, sent(bytes));
  return site;
}

const letterOf = (language: 'vi' | 'en') =>
  renderLetter(content, { language, origin, leaveAt, pictureAt: (name) => `cid:${name}` });

describe.each(languages)('a letter says in both of its parts (%s)', (language) => {
  let letter: DigestLetter;
  let parts: readonly string[];
  const words = letterWords[language];
  beforeAll(async () => {
    letter = await letterOf(language);
    const { document } = parseHTML(letter.html);
    parts = [
      document.body.textContent.replaceAll(/\s+/g, ' '),
      letter.text.replaceAll(/\s+/g, ' '),
    ];
  });
  const said = (text: string) => {
    for (const part of parts) expect(part).toContain(text.replaceAll(/\s+/g, ' '));
  };

  test('the finding, shares with intervals, changes, front pages, gaps and corrections', () => {
    const formats = formatsFor(language);
    said(letter.finding);
    for (const title of ['shares', 'changes', 'frontPages', 'gaps', 'corrections'] as const) {
      said(words[title]);
    }
    said(`${formats.percent(0.21)} – ${formats.percent(0.37)}`);
    said(`${formats.decimal(12.5)} – ${formats.decimal(19.25)}`);
    said(words.gapsOf({ days: 3, of: '49', before: 2 }));
    said(words.correctionsOf(4));
    said(words.method('3.1.4'));
    // The largest rise is of the first, the largest fall of the last.
    const changes = parts[1]?.slice(parts[1].indexOf(words.changes)) ?? '';
    expect(changes.indexOf('Thảo 0')).toBeGreaterThan(0);
    expect(changes.indexOf('Thảo 9')).toBeGreaterThan(changes.indexOf('Thảo 0'));
    // Not every mail program has a font with an arrow.
    for (const part of parts) expect(part).not.toContain('→');
  });

  test('where each of it is shown, and how to leave', () => {
    const { document } = parseHTML(letter.html);
    const targets = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    for (const path of ['/?from=', '/gaps?', '/corrections?', '/data?', '/accuracy?', '/method?']) {
      expect(targets.filter((target) => target?.startsWith(origin + path))).toHaveLength(1);
      expect(letter.text).toContain(origin + path);
    }
    expect(targets).toContain(leaveAt);
    expect(letter.text).toContain(leaveAt);
  });

  test('figures only: no item, outlet or story is listed in it', () => {
    for (const part of [letter.html, letter.text]) {
      expect(part).not.toMatch(/\/(items|outlets|stories|snapshots|bulletins)\//);
    }
    const { document } = parseHTML(letter.html);
    const targets = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    // Nothing of the outlets' own either: all links lead to the pages.
    expect(targets.filter((target) => !target?.startsWith(`${origin}/`))).toEqual([]);
  });

  test('pictures are PNG, one for shares and one for front pages, each with its words', () => {
    const { document } = parseHTML(letter.html);
    const pictures = [...document.querySelectorAll('img')];
    expect(letter.pictures.map(({ name }) => `cid:${name}`)).toEqual(
      pictures.map((picture) => picture.getAttribute('src')),
    );
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) expect(picture.getAttribute('alt')?.length).toBeGreaterThan(80);
    for (const { bytes } of letter.pictures) {
      expect(Buffer.from(bytes).subarray(1, 4).toString()).toBe('PNG');
    }
  });
});

describe('as a mail program shows it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function shown(
    language: 'vi' | 'en',
    options: {
      readonly width: number;
      readonly colorScheme: 'light' | 'dark';
      readonly pictures: boolean;
    },
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { width, colorScheme, pictures } = options;
    const site = await siteOf(await letterOf(language), pictures);
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${site.origin}/letter`);
    await page.evaluate(() => document.fonts.ready);
    // Or the letters were never drawn.
    const height = await page.evaluate(() => document.querySelector('h1')?.clientHeight);
    expect(height).toBeGreaterThan(30);
    await look(page);
    await context.close();
    await site.close();
  }

  test.each(
    languages.flatMap((language) =>
      ([320, 390, 1200] as const).flatMap((width) =>
        (['light', 'dark'] as const).map((colorScheme) => [language, width, colorScheme] as const),
      ),
    ),
  )('%s, %i px wide, %s: nothing is cut off, all of it can be read', async (...given) => {
    const [language, width, colorScheme] = given;
    await shown(language, { width, colorScheme, pictures: true }, async (page) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      await page.evaluate(axe.source);
      const rules = ['color-contrast', 'image-alt', 'link-in-text-block', 'html-has-lang'];
      const found = await page.evaluate(
        (values) =>
          (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
            runOnly: { type: 'rule', values },
          }),
        rules,
      );
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const brightness = Number(/\d+/.exec(paper)?.[0]);
      if (colorScheme === 'dark') expect(brightness).toBeLessThan(60);
      else expect(brightness).toBeGreaterThan(200);
    });
  });

  test.each(languages)('%s, with pictures off: words stand in their place', async (language) => {
    await shown(language, { width: 390, colorScheme: 'light', pictures: false }, async (page) => {
      const pictures = await page.evaluate(() =>
        [...document.querySelectorAll('img')].map(({ alt, naturalWidth, clientHeight }) => ({
          alt,
          naturalWidth,
          clientHeight,
        })),
      );
      expect(pictures).toHaveLength(2);
      for (const { alt, naturalWidth, clientHeight } of pictures) {
        expect(naturalWidth).toBe(0);
        expect(alt).toContain('Nguyễn Thị Hoàng Phương Thảo 0');
        // Room for more than one line of it.
        expect(clientHeight).toBeGreaterThan(60);
      }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
    });
  });
}, 120_000);
