import { expect, test } from 'vitest';
import type { Numbers } from '../../../src/domain/index.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { page, serverFor } from './server-for-tests.ts';

test.each(['en', 'vi'])(
  'quotes are marked as being in the language of the item: %s',
  async (tag) => {
    const item: Numbers['item'] = async (id) => {
      const found = await sampleNumbers.item(id);
      return found && { ...found, language: tag };
    };
    const app = serverFor({ ...sampleNumbers, item });
    const { document } = await page(app, '/items/bao-lam-giang-03-12-13?lang=vi');
    const quotes = [...document.querySelectorAll('blockquote.quote')];
    expect(quotes.length).toBeGreaterThan(0);
    expect(new Set(quotes.map((quote) => quote.getAttribute('lang')))).toEqual(new Set([tag]));
    await app.close();
  },
);
