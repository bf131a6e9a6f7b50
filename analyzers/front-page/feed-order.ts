/**
 * The share of each place of a feed with `length` items, the first place first: 1 ÷ log₂(1 + k) for
 * place k, made to sum to 1. Empty for an empty feed.
 */
export function feedOrderShares(length: number): readonly number[] {
  const weights = Array.from({ length }, (_, index) => 1 / Math.log2(2 + index));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}
