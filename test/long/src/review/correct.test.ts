import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../../../src/domain/index.ts';
import { correctFigures } from '../../../../src/review/correct.ts';
import {
  predictionPowered,
  predictionPoweredShare,
  rawFrequency,
  roganGladen,
} from '../../../../src/review/textbook-corrections.ts';
import {
  type Cell,
  likeGrid,
  simulatePeriod,
  uncorrectedShares,
  unlikeGrid,
} from '../../../src/review/simulation.ts';

// The whole grid of METHOD.md's table. Each cell is first looked at in 40 periods; one that does
// not hold at once is looked at in 300 more, since so few periods cannot tell 90 % from 93 %.

interface Counted {
  periods: number;
  intervals: number;
  shares: number;
  items: number;
  /** Intervals of uncorrected shares that hold the truth. */
  raw: number;
}

type Which = 'shares' | 'items' | 'raw';

const holds = (estimate: Estimate | null | undefined, truth: number) =>
  estimate != null && estimate.low <= truth && truth <= estimate.high;

function look(cell: Cell, periods: number, counted: Counted): void {
  for (let run = 0; run < periods; run++) {
    counted.periods += 1;
    const seed = `${JSON.stringify(cell)} ${counted.periods}`;
    const { input, trueItems, trueShare } = simulatePeriod(cell, seed);
    const uncorrected = uncorrectedShares(input);
    for (const { personId, items, shareOfCoverage } of correctFigures({ ...input, draws: 200 })) {
      const share = trueShare.get(personId) ?? 0;
      counted.intervals += 1;
      if (holds(items, trueItems.get(personId) ?? 0)) counted.items += 1;
      if (holds(shareOfCoverage, share)) counted.shares += 1;
      // A person nobody found has no uncorrected share but zero.
      if (holds(uncorrected.get(personId) ?? { value: 0, low: 0, high: 0 }, share))
        counted.raw += 1;
    }
  }
}

/** The figures of METHOD.md's table, for whoever runs this. */
const tell = (line: string) => process.stdout.write(`${line}\n`);

const coverage = (counted: Counted, which: Which) => counted[which] / counted.intervals;

function lookOver(cells: readonly Cell[]) {
  return cells.map((cell) => {
    const counted: Counted = { periods: 0, intervals: 0, shares: 0, items: 0, raw: 0 };
    look(cell, 40, counted);
    const worst = Math.min(coverage(counted, 'shares'), coverage(counted, 'items'));
    if (worst < 0.93) look(cell, 300, counted);
    return { cell, counted };
  });
}

type Looked = ReturnType<typeof lookOver>;

function meanOf(looked: Looked, which: Which): number {
  const all = looked.map(({ counted }) => coverage(counted, which));
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  const worst = looked.toSorted((a, b) => coverage(a.counted, which) - coverage(b.counted, which));
  const under = all.filter((one) => one < 0.9).length;
  tell(`${which}: mean ${mean.toFixed(4)} over ${all.length} cells, ${under} of them under .9`);
  for (const { cell, counted } of worst.slice(0, 3)) {
    const { periods } = counted;
    tell(`  ${coverage(counted, which).toFixed(4)} in ${periods} of ${JSON.stringify(cell)}`);
  }
  return mean;
}

describe('corrected intervals', () => {
  test.each([
    { persons: 'alike', cells: likeGrid },
    { persons: 'unlike each other', cells: unlikeGrid },
  ])(
    'hold the truth in 90 of 100 periods of every cell, 93 to 97 on average: persons $persons',
    ({ cells }) => {
      const looked = lookOver(cells);
      for (const which of ['shares', 'items'] as const) {
        const mean = meanOf(looked, which);
        expect(mean, which).toBeGreaterThan(0.93);
        expect(mean, which).toBeLessThan(0.97);
        const low = looked.filter(({ counted }) => coverage(counted, which) < 0.9);
        expect(low, which).toEqual([]);
      }
      // Where the machine treats persons unlike each other, uncorrected shares are wrong.
      const raw = meanOf(looked, 'raw');
      if (cells === unlikeGrid) expect(raw).toBeLessThan(0.7);
    },
    3_600_000,
  );

  test('those of textbooks do not, nor those of uncorrected figures', () => {
    const held = { roganGladen: 0, items: 0, shares: 0, rawItems: 0, all: 0 };
    for (const cell of [...likeGrid, ...unlikeGrid]) {
      const { input, trueItems, trueShare } = simulatePeriod(cell, JSON.stringify(cell));
      const captured = input.unread.length + input.read.length;
      for (const personId of input.persons) {
        const frequency = (trueItems.get(personId) ?? 0) / captured;
        const share = trueShare.get(personId) ?? 0;
        const raw = rawFrequency(input, personId);
        const error = 1.96 * Math.sqrt((raw * (1 - raw)) / captured);
        held.all += 1;
        if (holds(roganGladen(input, personId), frequency)) held.roganGladen += 1;
        if (holds(predictionPowered(input, personId), frequency)) held.items += 1;
        if (holds(predictionPoweredShare(input, personId), share)) held.shares += 1;
        if (Math.abs(raw - frequency) <= error) held.rawItems += 1;
      }
    }
    for (const which of ['roganGladen', 'items', 'shares', 'rawItems'] as const) {
      tell(`textbook ${which}: ${(held[which] / held.all).toFixed(4)} of ${held.all}`);
      expect(held[which] / held.all, which).toBeLessThan(0.93);
    }
  }, 600_000);
});
