import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodedUnit, cohenKappa, krippendorffAlpha } from '../../../src/review/agreement.ts';

/** Coders in rows, as textbooks print them, turned into units. */
function unitsOf(rows: readonly string[], read: (cell: string) => string | number): CodedUnit[] {
  const cells = rows.map((row) => row.split(' '));
  return (cells[0] ?? []).map((_first, unit) =>
    cells.map((row) => (row[unit] === '.' ? null : read(row[unit] ?? ''))),
  );
}

// Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A to D.
const fourCoders = unitsOf(
  [
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  ],
  Number,
);
const binary = unitsOf(['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'], Number);
const letters = unitsOf(['a a b b d c c c e d d a', 'b a b b b c c c e d d d'], String);

describe("Krippendorff's α equals the published values", () => {
  test.each([
    ['four coders, missing values, nominal', fourCoders, 'nominal', 0.743],
    ['four coders, missing values, ordinal', fourCoders, 'ordinal', 0.815],
    ['four coders, missing values, interval', fourCoders, 'interval', 0.849],
    ['two coders, two values', binary, 'nominal', 0.095],
    ['two coders, five letters', letters, 'nominal', 0.692],
  ] as const)('%s', (_what, units, level, published) => {
    const { alpha } = krippendorffAlpha(units, { level, resamplings: 0 });
    expect(Number(alpha?.toFixed(3))).toBe(published);
  });

  test('words of an ordinal scale are ranked by the given order', () => {
    const order = ['one', 'two', 'three', 'four', 'five'];
    const named = fourCoders.map((unit) =>
      unit.map((value) => (value === null ? null : (order[Number(value) - 1] ?? null))),
    );
    const { alpha } = krippendorffAlpha(named, { level: 'ordinal', order, resamplings: 0 });
    expect(Number(alpha?.toFixed(3))).toBe(0.815);
  });
});

describe('α at its edges', () => {
  test('identical codings have no α but say how many there were', () => {
    const units = [['yes', 'yes'], ['yes', 'yes', 'yes'], ['yes'], [null, 'no']];
    const found = krippendorffAlpha(units, { level: 'nominal' });
    expect(found).toEqual({ units: 2, values: 5, alpha: null, noVariation: true, interval: null });
  });

  test('nothing coded twice is no agreement at all', () => {
    const found = krippendorffAlpha([['yes'], [null, 'no']], { level: 'nominal' });
    expect(found).toMatchObject({ units: 0, alpha: null, noVariation: false });
  });

  test('the interval holds α, is seeded, and narrows with more units', () => {
    const few = krippendorffAlpha(letters, { level: 'nominal', seed: 'x' });
    expect(few.interval?.low).toBeLessThan(few.alpha ?? 0);
    expect(few.interval?.high).toBeGreaterThan(few.alpha ?? 1);
    expect(krippendorffAlpha(letters, { level: 'nominal', seed: 'x' })).toEqual(few);
    const many = krippendorffAlpha(Array.from({ length: 10 }, () => letters).flat(), {
      level: 'nominal',
      seed: 'x',
    });
    const width = (found: typeof few) => (found.interval?.high ?? 0) - (found.interval?.low ?? 0);
    expect(width(many)).toBeLessThan(width(few) / 2);
  });

  test('names of values and order of coders and units change nothing; it never passes 1', () => {
    const value = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null });
    const units = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 2 });
    fc.assert(
      fc.property(units, (given) => {
        const alpha = (of: readonly CodedUnit[]) =>
          krippendorffAlpha(of, { level: 'nominal', resamplings: 0 }).alpha ?? 9;
        const turned = given.map((unit) => unit.toReversed()).toReversed();
        const renamed = given.map((unit) => unit.map((one) => (one === null ? null : `v${-one}`)));
        expect(alpha(turned)).toBeCloseTo(alpha(given), 9);
        expect(alpha(renamed)).toBeCloseTo(alpha(given), 9);
        if (alpha(given) !== 9) expect(alpha(given)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("Cohen's κ", () => {
  const table = (counts: readonly (readonly [string, string, number])[]) =>
    counts.flatMap(([one, other, times]) =>
      Array.from({ length: times }, () => [one, other] as const),
    );
  test.each([
    [20, 5, 10, 15, 0.4],
    [45, 15, 25, 15, 0.13],
    [25, 35, 5, 35, 0.259],
  ])('of the table %i %i %i %i is %f', (bothYes, yesNo, noYes, bothNo, published) => {
    const kappa = cohenKappa(
      table([
        ['yes', 'yes', bothYes],
        ['yes', 'no', yesNo],
        ['no', 'yes', noYes],
        ['no', 'no', bothNo],
      ]),
    );
    expect(kappa ?? 0).toBeCloseTo(published, 3);
  });

  test('is unknown, never 1, where nothing varies or nothing was coded by both', () => {
    expect(cohenKappa(table([['yes', 'yes', 9]]))).toBeNull();
    expect(cohenKappa([['yes', null]])).toBeNull();
  });
});
