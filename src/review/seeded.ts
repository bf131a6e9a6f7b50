import { seedOf, uniformFrom } from '../domain/index.ts';

/** Seeded random numbers of the shapes that error models need; one seed, one result anywhere. */
export interface Seeded {
  /** 0 ≤ x < 1. */
  uniform(): number;
  /** Whole number from 0 to `count` − 1. */
  index(count: number): number;
  normal(): number;
  /** Mean `shape` ÷ `rate`; shape and rate above 0. */
  gamma(shape: number, rate: number): number;
  /** Mean `first` ÷ (`first` + `second`); both above 0. */
  beta(first: number, second: number): number;
  poisson(mean: number): number;
  shuffled<Value>(values: readonly Value[]): Value[];
}

function normalOf(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Marsaglia and Tsang 2000; shapes under 1 by the power of a uniform number. */
function gammaOf(uniform: () => number, shape: number): number {
  if (shape < 1) return gammaOf(uniform, shape + 1) * (1 - uniform()) ** (1 / shape);
  const width = shape - 1 / 3;
  const scale = 1 / Math.sqrt(9 * width);
  for (;;) {
    const step = normalOf(uniform);
    const cube = (1 + scale * step) ** 3;
    if (cube <= 0) continue;
    const accept = 0.5 * step * step + width - width * cube + width * Math.log(cube);
    if (Math.log(1 - uniform()) < accept) return width * cube;
  }
}

/** Knuth's product for small means; larger ones are halved through a gamma number. */
function poissonOf(uniform: () => number, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean > 30) {
    const half = Math.floor(mean / 2);
    const wait = gammaOf(uniform, half);
    if (wait < mean) return half + poissonOf(uniform, mean - wait);
    return binomialOf(uniform, half - 1, mean / wait);
  }
  const least = Math.exp(-mean);
  let product = uniform();
  let count = 0;
  while (product > least) {
    product *= uniform();
    count += 1;
  }
  return count;
}

function binomialOf(uniform: () => number, trials: number, probability: number): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) if (uniform() < probability) count += 1;
  return count;
}

/** A generator of its own for each name: one more draw here moves nothing there. */
export function seeded(name: string): Seeded {
  const uniform = uniformFrom(seedOf(name));
  const index = (count: number) => Math.floor(uniform() * count);
  return {
    uniform,
    index,
    normal: () => normalOf(uniform),
    gamma: (shape, rate) => gammaOf(uniform, shape) / rate,
    beta: (first, second) => {
      const one = gammaOf(uniform, first);
      return one / (one + gammaOf(uniform, second));
    },
    poisson: (mean) => poissonOf(uniform, mean),
    shuffled: (values) => {
      const copy = [...values];
      for (let last = copy.length - 1; last > 0; last--) {
        const other = index(last + 1);
        const held = copy[last];
        copy[last] = copy[other] as (typeof copy)[number];
        copy[other] = held as (typeof copy)[number];
      }
      return copy;
    },
  };
}

/** The value below which this part of the sorted values lies, between neighbours by line. */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}
