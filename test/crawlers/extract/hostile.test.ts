import { describe, expect, it } from 'vitest';
import { extractArticle, storyLinks } from '../../../crawlers/extract/index.ts';
import { scanPage } from '../../../crawlers/extract/scan.ts';
import { hostilePages, text } from './hostile-pages.ts';
import { englishParagraph } from './sample-pages.ts';

const url = 'https://news.example.com/a';

const COUNT = 40_000;
/** Generous: alone, the slowest takes a fifth of a second. */
const LIMIT_MS = 5_000;

describe.each(Object.entries(hostilePages))('%s', (_name, make) => {
  it('are read in time', () => {
    const page = make(COUNT);
    const start = performance.now();
    const article = extractArticle(page, url);
    storyLinks(page, url);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
    expect(article.text).toBe(article.text.normalize('NFC'));
  });

  it('cost work that grows with their length only', () => {
    const once = scanPage(make(4_000)).work;
    const twice = scanPage(make(8_000)).work;
    expect(twice).toBeLessThanOrEqual(2.2 * once + 2_000);
  });
});

it('finds the text inside 40,000 elements', () => {
  const page = '<div>'.repeat(COUNT) + text.repeat(1) + '</div>'.repeat(COUNT);
  expect(extractArticle(page, url).text).toBe(englishParagraph(1));
});
