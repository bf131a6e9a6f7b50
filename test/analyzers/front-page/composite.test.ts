import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composite, feedOrderShares } from '../../../analyzers/index.ts';

const part = fc.double({ min: 0.001, max: 1, noNaN: true });

describe('the composite', () => {
  test('is the geometric mean of its parts', () => {
    expect(composite(0.2, 0.4, 0.1)?.value).toBeCloseTo(0.2, 12);
  });

  test('is 0 if a part is measured 0, undefined if a part is unknown', () => {
    expect(composite(0.3, 0, 0.4)).toEqual({ value: 0, low: 0, high: 0 });
    expect(composite(0.3, 0.2, null)).toBeNull();
    expect(composite(null, 0, 0.1)).toBeNull();
  });

  test('its range holds every weighting between 1/6 and 2/3', () => {
    const weights = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([one, other]) => {
        // What is left after 1/6 each is half the weight, parted at will.
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        return [first, second - first, 1 - second].map((free) => 1 / 6 + free / 2);
      });
    fc.assert(
      fc.property(fc.tuple(part, part, part), weights, (parts, weight) => {
        const { value, low, high } = composite(...parts) ?? { value: 0, low: 1, high: 0 };
        const log = parts.reduce(
          (sum, one, index) => sum + (weight[index] ?? 0) * Math.log(one),
          0,
        );
        const own = Math.exp(log);
        expect(own).toBeGreaterThanOrEqual(low - 1e-12);
        expect(own).toBeLessThanOrEqual(high + 1e-12);
        expect(value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
        expect(low).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-12);
        expect(high).toBeLessThanOrEqual(Math.max(...parts) + 1e-12);
      }),
    );
  });
});

describe('the order of a feed', () => {
  test('place k weighs 1/log2(1+k), made to sum to 1', () => {
    const shares = feedOrderShares(3);
    const sum = 1 + 1 / Math.log2(3) + 1 / 2;
    expect(shares[0]).toBeCloseTo(1 / sum, 12);
    expect(shares[2]).toBeCloseTo(0.5 / sum, 12);
    expect(feedOrderShares(0)).toEqual([]);
  });

  test('earlier is never less, and all is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (length) => {
        const shares = feedOrderShares(length);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(shares.every((one, index) => index === 0 || one < (shares[index - 1] ?? 0))).toBe(
          true,
        );
      }),
    );
  });
});
