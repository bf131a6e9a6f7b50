import { expect, test } from 'vitest';
import { soak } from '../../hostile/soak.ts';

const mebibyte = 1024 * 1024;

test('ten thousand fetches, a quarter hostile: memory flat, nothing left open', async () => {
  const { harmed, late, residentBytes, resources } = await soak(10_000);
  expect(harmed).toEqual([]);
  expect(late).toEqual([]);
  expect(Math.max(...residentBytes), residentBytes.join(' ')).toBeLessThan(512 * mebibyte);
  // The first tenths fill pools and caches; from the third on nothing may grow.
  const early = Math.max(...residentBytes.slice(2, 5));
  const end = Math.max(...residentBytes.slice(-3));
  expect(end, residentBytes.join(' ')).toBeLessThan(early * 1.15);
  expect(resources[1]).toBeLessThanOrEqual(resources[0] + 2);
}, 3_600_000);
