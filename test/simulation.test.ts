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
  const [first, count] = given === undefined ? [1, 50] : [Number(given), 1];
  const { faulty, cutRuns } = await simulateSeeds(first, count);
  expect(describeFaulty(faulty)).toBe('');
  // A simulation without trouble would prove nothing.
  if (given === undefined) expect(cutRuns).toBeGreaterThan(count / 2);
}, 300_000);
