import { expect, test } from 'vitest';
import { showHostileTexts } from '../../hostile/output.ts';

test('two thousand hostile texts stay text in a real browser', async () => {
  const damage = await showHostileTexts(2000);
  expect(damage.ran).toEqual([]);
  expect(damage.becameMarkup).toEqual([]);
  expect(damage.badTargets).toEqual([]);
  expect(damage.shownAsText).toBeGreaterThanOrEqual(2000);
}, 3_600_000);
