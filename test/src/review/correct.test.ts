import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../../src/domain/index.ts';
import { correctFigures } from '../../../src/review/correct.ts';
import { logGamma, summarize } from '../../../src/review/error-rates.ts';
import { planCodings } from '../../../src/review/plan.ts';
import { seeded } from '../../../src/review/seeded.ts';
import {
  predictionPowered,
  predictionPoweredShare,
  roganGladen,
} from '../../../src/review/textbook-corrections.ts';
import { likeGrid, simulatePeriod, uncorrectedShares, unlikeGrid } from './simulation.ts';

const holds = (estimate: Estimate | null | undefined, truth: number) =>
  estimate != null && estimate.low <= truth && truth <= estimate.high;

const manyOf = <Kind>(length: number, kind: Kind): Kind[] => Array.from({ length }, () => kind);

function expectSound({ value, low, high }: Estimate, figure: string): void {
  expect([value, low, high].every(Number.isFinite), figure).toBe(true);
  expect(low, figure).toBeLessThanOrEqual(value);
  expect(high, figure).toBeGreaterThanOrEqual(value);
}

/** 100 items with a, 60 with b, 40 with both, 300 with nobody; the audit read some of each. */
function plainInput(read: number) {
  const kinds = [['a'], ['b'], ['a', 'b'], []];
  const unread = kinds.flatMap((kind, index) =>
    Array.from({ length: [100, 60, 40, 300][index] ?? 0 }, () => kind),
  );
  const seen = kinds.flatMap((kind) => Array.from({ length: read }, () => kind));
  return {
    persons: ['a', 'b', 'c'],
    unread,
    read: seen.map((kind) => ({ machine: kind, truth: kind, audited: true })),
    audit: seen.map((kind) => ({ machine: kind, truth: kind, weight: 5 })),
    frameFound: new Map([
      ['a', 140 + 2 * read],
      ['b', 100 + 2 * read],
    ]),
  };
}

describe('corrected figures', () => {
  test('lie at the raw ones where the audit finds no error, ever closer as it grows', () => {
    const widths = [10, 40].map((read) => {
      const [a] = correctFigures(plainInput(read));
      const raw = 140 + 2 * read;
      expect(a?.items.low).toBeLessThanOrEqual(raw + 1);
      expect(a?.items.high).toBeGreaterThanOrEqual(raw - 1);
      expect(Math.abs((a?.items.value ?? 0) - raw)).toBeLessThan(raw / 10);
      return (a?.items.high ?? 0) - (a?.items.low ?? 0);
    });
    expect(widths[1]).toBeLessThan(widths[0] ?? 0);
  });

  test('hold a read item for what people read, outside the error model', () => {
    const input = plainInput(40);
    const wrong = Array.from({ length: 30 }, () => ({
      machine: ['a'],
      truth: ['c'],
      audited: false,
    }));
    const [before] = correctFigures(input);
    const [after, , c] = correctFigures({ ...input, read: [...input.read, ...wrong] });
    expect(c?.items.low).toBeGreaterThanOrEqual(30);
    expect(Math.abs((after?.items.value ?? 0) - (before?.items.value ?? 0))).toBeLessThan(1);
  });

  test('are the same for the same seed, and shares add up to one', () => {
    const input = plainInput(20);
    expect(correctFigures(input)).toEqual(correctFigures(input));
    const sum = correctFigures(input).reduce(
      (total, person) => total + (person.shareOfCoverage?.value ?? 0),
      0,
    );
    expect(sum).toBeCloseTo(1, 9);
  });

  test('of a period without any item are unknown, not zero', () => {
    const [a] = correctFigures({ ...plainInput(20), unread: [], read: [] });
    expect(a?.frequency).toBeNull();
    expect(a?.shareOfCoverage).toBeNull();
    expect(a?.precision).toBeNull();
    expect(a?.recall).toBeNull();
  });

  test('of a person without an item in the period have no precision and no recall', () => {
    const [a, b] = correctFigures({ ...plainInput(20), unread: manyOf(300, ['a']), read: [] });
    expect(a?.precision).not.toBeNull();
    expect(a?.recall).not.toBeNull();
    expect(b).toMatchObject({ precision: null, recall: null });
    expect(b?.shareOfCoverage).not.toBeNull();
  });

  test('of any period are finite or unknown, and each interval holds its value', () => {
    const persons = fc.subarray(['a', 'b', 'c']);
    const read = fc.record({ machine: persons, truth: persons, audited: fc.boolean() });
    const period = fc.record({
      unread: fc.array(persons, { maxLength: 4 }),
      read: fc.array(read, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(period, fc.string(), (items, seed) => {
        const input = { ...plainInput(20), ...items, draws: 60, seed };
        for (const { personId: _id, ...figures } of correctFigures(input)) {
          for (const [figure, estimate] of Object.entries(figures)) {
            if (estimate !== null) expectSound(estimate, figure);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('widen an interval to the mean that a rare draw pulls out of the middle 95 %', () => {
    const draws = Float64Array.from({ length: 50 }, (_none, index) => (index === 0 ? 0.5 : 1));
    expect(summarize(draws)).toEqual({ value: 0.99, low: 0.99, high: 1 });
    expect(summarize(draws.map((draw) => 1 - draw)).high).toBeCloseTo(0.01, 12);
  });

  test('lean on the other persons where a person was hardly audited', () => {
    const misses = Array.from({ length: 20 }, () => ({ machine: [], truth: ['a'], weight: 5 }));
    const input = plainInput(20);
    const [, b, c] = correctFigures({ ...input, audit: [...input.audit, ...misses] });
    const [, alone] = correctFigures(input);
    expect(b?.recall?.low).toBeLessThan(alone?.recall?.low ?? 0);
    expect(c?.items.low).toBe(0);
  });
});

test('the two textbook corrections equal their formulas on a simple random sample', () => {
  const rows = [
    ...Array.from({ length: 40 }, () => ({ machine: ['a'], truth: ['a'], weight: 10 })),
    ...Array.from({ length: 10 }, () => ({ machine: [], truth: ['a'], weight: 10 })),
    ...Array.from({ length: 5 }, () => ({ machine: ['a'], truth: [], weight: 10 })),
    ...Array.from({ length: 45 }, () => ({ machine: [], truth: [], weight: 10 })),
  ];
  const input = {
    persons: ['a'],
    unread: [...Array.from({ length: 410 }, () => ['a']), ...Array.from({ length: 490 }, () => [])],
    read: rows.map(({ machine, truth }) => ({ machine, truth, audited: true })),
    audit: rows,
    frameFound: new Map([['a', 455]]),
  };
  // Sensitivity .8, specificity .9, apparent .455: (.455 + .9 − 1) ÷ .7; and .455 + (10 − 5) ÷ 100.
  expect(roganGladen(input, 'a')?.value).toBeCloseTo(0.355 / 0.7, 12);
  expect(predictionPowered(input, 'a').value).toBeCloseTo(0.505, 12);
  expect(predictionPoweredShare(input, 'a').value).toBeCloseTo(1, 12);
});

describe('a sample of the grid', () => {
  test.each([
    ['alike', likeGrid, 1],
    ['unlike each other: far fewer uncorrected ones do', unlikeGrid, 0.85],
  ] as const)('most corrected shares hold the truth, persons %s', (_name, grid, rawAtMost) => {
    const held = { corrected: 0, raw: 0, all: 0 };
    for (const cell of grid.filter((_cell, index) => index % 13 === 4)) {
      for (let run = 0; run < 4; run++) {
        const { input, trueShare } = simulatePeriod(cell, `${JSON.stringify(cell)} ${run}`);
        const raw = uncorrectedShares(input);
        for (const { personId, shareOfCoverage } of correctFigures({ ...input, draws: 200 })) {
          const truth = trueShare.get(personId) ?? 0;
          held.all += 1;
          if (holds(shareOfCoverage, truth)) held.corrected += 1;
          if (holds(raw.get(personId), truth)) held.raw += 1;
        }
      }
    }
    expect(held.all).toBeGreaterThan(200);
    expect(held.corrected / held.all).toBeGreaterThan(0.91);
    expect(held.raw / held.all).toBeLessThanOrEqual(rawAtMost);
  });
});

describe('seeded numbers', () => {
  const mean = (draw: () => number) => {
    let sum = 0;
    for (let time = 0; time < 20_000; time++) sum += draw();
    return sum / 20_000;
  };
  test('have the means of their laws', () => {
    const random = seeded('means');
    expect(mean(() => random.gamma(0.4, 2))).toBeCloseTo(0.2, 1);
    expect(mean(() => random.gamma(9, 3)) / 3).toBeCloseTo(1, 1);
    expect(mean(() => random.beta(2, 6))).toBeCloseTo(0.25, 1);
    expect(mean(() => random.poisson(4)) / 4).toBeCloseTo(1, 1);
    expect(mean(() => random.poisson(70)) / 70).toBeCloseTo(1, 2);
  });

  test('logGamma is right at whole and half numbers', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 9);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 9);
    expect(logGamma(101)).toBeCloseTo(363.739375555563, 6);
  });
});

test('the planner: what it asks for makes intervals about as narrow as wanted', () => {
  const cell = {
    recalls: 'good',
    precision: 0.98,
    shares: 'even',
    persons: 3,
    codings: 100,
  } as const;
  const personIds = ['p0', 'p1', 'p2'];
  const { input } = simulatePeriod(cell, 'plan');
  const { halfWidth } = planCodings(input, { personIds, wanted: 1 });
  const wanted = halfWidth * 0.6;
  const { more } = planCodings(input, { personIds, wanted });
  expect(more).toBeGreaterThan(50);
  expect(more).toBeLessThan(1000);
  const later = simulatePeriod({ ...cell, codings: 100 + (more ?? 0) }, 'plan').input;
  const reached = planCodings(later, { personIds, wanted: 1 }).halfWidth;
  expect(reached).toBeLessThan(halfWidth * 0.85);
  expect(reached).toBeGreaterThan(wanted * 0.4);
  expect(planCodings({ ...input, audit: [] }, { personIds, wanted }).more).toBeNull();
});
