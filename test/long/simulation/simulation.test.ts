import { expect, test } from 'vitest';
import { describeFaulty, simulateSeeds } from '../../simulation/run.ts';
import { ownPart } from '../part.ts';

test('a thousand seeds of failing clock, network and storage', async () => {
  const seeds = ownPart(Array.from({ length: 1000 }, (_, index) => 1001 + index));
  const { faulty, cutRuns } = await simulateSeeds(seeds);
  expect(describeFaulty(faulty)).toBe('');
  expect(cutRuns).toBeGreaterThan(seeds.length);
}, 7_200_000);
