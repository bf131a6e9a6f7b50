import { expect, test } from 'vitest';
import { soak } from './soak.ts';

// A sample; `npm run test:long` fetches ten thousand times and watches the memory.

test('one door meets healthy and hostile servers in turn and leaves nothing open', async () => {
  const { harmed, late, codes, resources } = await soak(200);
  expect(harmed).toEqual([]);
  expect(late).toEqual([]);
  expect(Object.keys(codes).length).toBeGreaterThan(10);
  expect(resources[1]).toBeLessThanOrEqual(resources[0] + 2);
}, 120_000);
