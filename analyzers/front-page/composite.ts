import type { Composite } from '../../src/domain/index.ts';

/** A weight may be as small and as large as this; the three sum to 1. */
const [least, most] = [1 / 6, 2 / 3];
const weightings: readonly (readonly [number, number, number])[] = [
  [most, least, least],
  [least, most, least],
  [least, least, most],
];

/**
 * The geometric mean of a person's three shares of the register's total in one outlet and period:
 * items by 1/n, words, low front-page share-hours; with its range when each weight runs over
 * 1/6–2/3. Undefined (null) if a part is unknown, 0 if a part is measured 0. Pure.
 */
export function composite(
  items: number | null,
  words: number | null,
  shareHours: number | null,
): Composite | null {
  if (items === null || words === null || shareHours === null) return null;
  const parts = [items, words, shareHours] as const;
  if (parts.includes(0)) return { value: 0, low: 0, high: 0 };
  const mean = (weights: readonly number[]) =>
    Math.exp(parts.reduce((sum, part, index) => sum + (weights[index] ?? 0) * Math.log(part), 0));
  // The logarithm is linear in the weights: its extremes lie in the corners of what they may be.
  const corners = weightings.map(mean);
  return {
    value: mean([1 / 3, 1 / 3, 1 / 3]),
    low: Math.min(...corners),
    high: Math.max(...corners),
  };
}
