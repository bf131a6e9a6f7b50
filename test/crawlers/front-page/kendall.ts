import type { PagePlacement } from '../../../src/domain/index.ts';
import { storyIndex } from './site.ts';

/** Kendall's τ of two orders of the same things. */
export function kendall(expected: readonly number[], got: readonly number[]): number {
  const place = new Map(got.map((item, index) => [item, index]));
  let agreeing = 0;
  let pairs = 0;
  for (const [index, one] of expected.entries()) {
    for (const other of expected.slice(index + 1)) {
      const [first, second] = [place.get(one), place.get(other)];
      pairs += 1;
      if (first === undefined || second === undefined) agreeing -= 1;
      else agreeing += first < second ? 1 : -1;
    }
  }
  return agreeing / pairs;
}

/** The stories seen on a page by their numbers, first read first. */
export function orderOf(placements: readonly PagePlacement[]): number[] {
  const seen = placements.filter((one) => one.inkArea > 0).map((one) => storyIndex(one.url) ?? -1);
  return [...new Set(seen)];
}
