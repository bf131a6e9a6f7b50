import { expect, test } from 'vitest';
import { describeFaulty, simulateSeeds } from '../../simulation/run.ts';

test('a thousand seeds of failing clock, network and storage', async () => {
  const { faulty, cutRuns } = await simulateSeeds(1001, 1000);
  expect(describeFaulty(faulty)).toBe('');
  expect(cutRuns).toBeGreaterThan(1000);
}, 7_200_000);
