import { afterAll, describe, expect, test } from 'vitest';
import type { ItemSummary, Numbers } from '../../../src/domain/index.ts';
import { sampleAir, sampleFrontPages } from '../../readers-samples.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { samplePublication } from './sample/publication.ts';
import { page, serverFor } from './server-for-tests.ts';

// Who has a page read aloud hears a title or a quote in its own language only where it is marked.

const itemId = 'bao-lam-giang-03-12-13';

function in_<Item extends ItemSummary>(tag: string, items: readonly Item[]): Item[] {
  return items.map((item) => ({ ...item, language: tag }));
}

function numbersIn(tag: string): Numbers {
  return {
    ...sampleNumbers,
    person: async (...asked) => {
      const found = await sampleNumbers.person(...asked);
      return found && { ...found, items: in_(tag, found.items) };
    },
    outlet: async (...asked) => {
      const found = await sampleNumbers.outlet(...asked);
      return found && { ...found, items: in_(tag, found.items) };
    },
    item: async (id) => {
      const found = await sampleNumbers.item(id);
      return found && { ...found, item: { ...found.item, language: tag } };
    },
    air: {
      ...sampleAir,
      bulletin: async (id) => {
        const found = await sampleAir.bulletin(id);
        return found && { ...found, language: tag };
      },
      week: async (...asked) => {
        const found = await sampleAir.week(...asked);
        return found && { ...found, language: tag };
      },
    },
    frontPages: {
      ...sampleFrontPages,
      snapshot: async (id) => {
        const found = await sampleFrontPages.snapshot(id);
        return found && { ...found, language: tag };
      },
    },
  };
}

describe.each(['en', 'vi'])('of an outlet that writes in %s', async (tag) => {
  const app = serverFor(numbersIn(tag), { publication: await samplePublication(tag) });
  afterAll(() => app.close());

  test.each([
    ['/persons/pham-duc-long', '#items a.headline'],
    ['/outlets/bao-lam-giang', '#items a.headline'],
    [`/items/${itemId}`, 'h1, blockquote.quote'],
    ['/stories/one', 'h1, #copies a.headline'],
    ['/search?q=chu', '.hits a.headline, .hits blockquote'],
    ['/snapshots/look', '#stories [id^=story-]'],
    ['/bulletins/bulletin', 'h1, #parts tbody td:first-child a, .air-said blockquote'],
    ['/outlets/bao-lam-giang/air', '.air-name'],
    ['/corrections', '#corrections a[href*="/items/"] span'],
    [`/challenge?item=${itemId}`, '.about dd span'],
  ])('%s marks its words as such', async (path, selector) => {
    const { document } = await page(app, `${path}${path.includes('?') ? '&' : '?'}lang=vi`);
    const words = [...document.querySelectorAll(selector)];
    expect(words.length).toBeGreaterThan(0);
    for (const element of words) {
      const marked = element.closest('[lang]') ?? element;
      expect(`${element.textContent}: ${marked.getAttribute('lang')}`).toBe(
        `${element.textContent}: ${tag}`,
      );
    }
  });
});
