import { expect, test } from 'vitest';
import { diceOf } from './simulation/dice.ts';
import { describeFaulty, simulateSeeds } from './simulation/run.ts';

// A sample of the seeds; `npm run test:long` runs a thousand.

const given = process.env['SIMULATION_SEED'];

test('chance comes again from its seed', () => {
  const rolls = (seed: number) => {
    const dice = diceOf(seed);
    return Array.from({ length: 3 }, () => dice.roll());
  };
  expect(rolls(1)).toEqual(rolls(1));
  expect(rolls(1)).not.toEqual(rolls(2));
});

test('whatever fails, nothing is lost, doubled or wrong afterwards', async () => {
  const seeds =
    given === undefined ? Array.from({ length: 50 }, (_, at) => at + 1) : [Number(given)];
  const { faulty, cutRuns } = await simulateSeeds(seeds);
  expect(describeFaulty(faulty)).toBe('');
  // A simulation without trouble would prove nothing.
  if (given === undefined) expect(cutRuns).toBeGreaterThan(seeds.length / 2);
}, 300_000);
