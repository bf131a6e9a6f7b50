import { expect, test } from 'vitest';
import { payloads } from './payloads.ts';
import { showHostileTexts } from './output.ts';

// A sample; `npm run test:long` shows two thousand.

test('the payloads differ, and each would run where a page forgot to escape it', () => {
  expect(new Set(payloads(2000)).size).toBe(2000);
});

test('hostile titles, names, reasons and words of readers stay text in a real browser', async () => {
  const damage = await showHostileTexts(24);
  expect(damage.ran).toEqual([]);
  expect(damage.becameMarkup).toEqual([]);
  expect(damage.badTargets).toEqual([]);
  expect(damage.shownAsText).toBeGreaterThanOrEqual(24);
}, 240_000);
