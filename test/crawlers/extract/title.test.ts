import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';
import { withoutSite } from '../../../crawlers/extract/title.ts';
import { barePage, englishParagraph } from './sample-pages.ts';

const body = [1, 2, 3].map((number) => `<p>${englishParagraph(number)}</p>`).join('');
const url = 'https://www.rivertimes.example/a';

function titleOf(page: string): string {
  return extractArticle(page, url).title;
}

describe('the title', () => {
  it('is the headline that agrees with what the page says of itself', () => {
    const head = '<meta property="og:title" content="Old bridge to be repaired | River Times">';
    const page = barePage(`<h1>River Times</h1><h1>Old bridge to be repaired</h1>${body}`, head);
    expect(titleOf(page)).toBe('Old bridge to be repaired');
  });

  it('comes from og:title without the site where there is no headline', () => {
    const head = `<meta property="og:site_name" content="River Times">
      <meta property="og:title" content="Old bridge to be repaired - River Times">`;
    expect(titleOf(barePage(body, head))).toBe('Old bridge to be repaired');
  });

  it('comes from JSON-LD, also where it is broken', () => {
    const head = `<script type="application/ld+json">{"@type": "NewsArticle",
      "headline": "Old "iron" bridge to be
 repaired", "description": "x",}</script>`;
    expect(titleOf(barePage(body, head))).toBe('Old "iron" bridge to be repaired');
  });

  it('is NFC, decoded and evenly spaced', () => {
    expect(titleOf(barePage(`<h1> Cầu  &amp; đường </h1>${body}`.normalize('NFD')))).toBe(
      'Cầu & đường',
    );
  });
});

describe('a headline that is the paper’s logo', () => {
  const title = 'Trà Giang sửa cầu trước mùa lũ';
  const logo = '<h1 class="x"><a href="/">Báo Trà Giang</a></h1>';
  const read = (head: string) =>
    extractArticle(
      barePage(`${logo}<h2>${title}</h2>${body}`, head),
      'https://baotragiang.vn/a-1.html',
    );

  it('is no title where the page declares another', () => {
    const head = `<title>${title} - Báo Trà Giang</title><meta property="og:title" content="${title}">`;
    expect(read(head).title).toBe(title);
    expect(read(head).text.split('\n')[0]).toMatch(/^Paragraph 1/);
  });

  it('nor where the host is named so', () => {
    expect(read(`<title>${title} « Báo Trà Giang</title>`).title).toBe(title);
  });
});

it('a title of 40,000 parts is read in time and memory', () => {
  const start = performance.now();
  const parts = 'a - '.repeat(40_000);
  const head = `<title>${parts}</title><meta property="og:title" content="${parts}">`;
  expect(titleOf(barePage(`<h1>Bridge</h1>${body}`, head)).length).toBeLessThan(600);
  expect(performance.now() - start).toBeLessThan(2_000);
});

describe('withoutSite', () => {
  it.each([
    ['Flood warning | River Times', 'River Times', 'Flood warning'],
    ['Flood warning - News - River Times', 'River Times', 'Flood warning - News'],
    ['Flood - a warning', 'River Times', 'Flood - a warning'],
    ['Flood warning', null, 'Flood warning'],
  ])('%s', (title, site, expected) => {
    expect(withoutSite(title, site, [])).toBe(expected);
  });

  it('trusts a witness that ends where the site begins', () => {
    expect(withoutSite('Flood - a warning - RT', null, ['Flood - a warning'])).toBe(
      'Flood - a warning',
    );
  });
});
