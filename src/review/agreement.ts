import { quantile, seeded } from './seeded.ts';

/** How far apart two values are: the same or not, ranks apart, or numbers apart. */
export type Level = 'nominal' | 'ordinal' | 'interval';

/** One coder's value for one unit; null where the coder gave none. */
export type CodedValue = string | number | null;

/** The values all coders gave one unit, in the coders' order. */
export type CodedUnit = readonly CodedValue[];

export interface AgreementOptions {
  readonly level: Level;
  /** Values of an ordinal scale in their order; numbers need none. */
  readonly order?: readonly (string | number)[];
  /** Resamplings of the interval; 0 leaves it out; default 1000. */
  readonly resamplings?: number;
  readonly seed?: string;
}

export interface Agreement {
  /** Units that two coders or more gave a value. */
  readonly units: number;
  /** Values in these units. */
  readonly values: number;
  /**
   * Krippendorff's α; null where it is undefined: every value is the same (`noVariation`) or no
   * unit was coded twice.
   */
  readonly alpha: number | null;
  readonly noVariation: boolean;
  /** 95 % by resampling units; null without α. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

interface Unit {
  /** Places of its values in the list of all different values. */
  readonly places: readonly number[];
}

type Distances = readonly (readonly number[])[];

function differentValues(units: readonly CodedUnit[], options: AgreementOptions) {
  const present = new Set(units.flat().filter((value) => value !== null));
  if (options.order) return options.order.filter((value) => present.has(value));
  return [...present].toSorted((one, other) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : String(one) < String(other)
        ? -1
        : 1,
  );
}

/** Squared distances between values; those of ranks depend on how often each value was given. */
function distancesOf(
  values: readonly (string | number)[],
  counts: readonly number[],
  level: Level,
): Distances {
  const between = (low: number, high: number) => {
    if (level === 'nominal') return low === high ? 0 : 1;
    if (level === 'interval') return (Number(values[low]) - Number(values[high])) ** 2;
    let ranks = -((counts[low] ?? 0) + (counts[high] ?? 0)) / 2;
    for (let rank = low; rank <= high; rank++) ranks += counts[rank] ?? 0;
    return low === high ? 0 : ranks ** 2;
  };
  return values.map((_one, row) =>
    values.map((_other, column) => between(Math.min(row, column), Math.max(row, column))),
  );
}

function countPlaces(units: readonly Unit[], size: number): number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const { places } of units) {
    for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Σ over pairs inside units, each unit's pairs weighing as much as its values. */
function observedDisagreement(units: readonly Unit[], distances: Distances): number {
  let sum = 0;
  for (const { places } of units) {
    let inside = 0;
    for (const one of places) for (const other of places) inside += distances[one]?.[other] ?? 0;
    sum += inside / (places.length - 1);
  }
  return sum;
}

function expectedDisagreement(counts: readonly number[], distances: Distances): number {
  let sum = 0;
  for (const [one, times] of counts.entries()) {
    for (const [other, otherTimes] of counts.entries()) {
      sum += times * otherTimes * (distances[one]?.[other] ?? 0);
    }
  }
  return sum / (counts.reduce((total, count) => total + count, 0) - 1);
}

function alphaOf(units: readonly Unit[], values: readonly (string | number)[], level: Level) {
  const counts = countPlaces(units, values.length);
  const distances = distancesOf(values, counts, level);
  const expected = expectedDisagreement(counts, distances);
  return expected > 0 ? 1 - observedDisagreement(units, distances) / expected : null;
}

/**
 * Krippendorff's α over units coded by any number of coders, values missing or not (Krippendorff
 * 2011). A unit with fewer than two values says nothing of agreement and is left out.
 */
export function krippendorffAlpha(
  units: readonly CodedUnit[],
  options: AgreementOptions,
): Agreement {
  const pairable = units.filter((unit) => unit.filter((value) => value !== null).length > 1);
  const values = differentValues(pairable, options);
  const place = new Map(values.map((value, index) => [value, index]));
  const read = pairable.map((unit) => ({
    places: unit.filter((value) => value !== null).map((value) => place.get(value) ?? 0),
  }));
  const alpha = alphaOf(read, values, options.level);
  return {
    units: read.length,
    values: read.reduce((sum, unit) => sum + unit.places.length, 0),
    alpha,
    noVariation: read.length > 0 && values.length === 1,
    interval: alpha === null ? null : alphaInterval(read, values, options),
  };
}

function alphaInterval(
  units: readonly Unit[],
  values: readonly (string | number)[],
  { level, resamplings = 1000, seed = 'alpha' }: AgreementOptions,
) {
  if (resamplings === 0) return null;
  const random = seeded(seed);
  const alphas: number[] = [];
  for (let round = 0; round < resamplings; round++) {
    const drawn = units.map(() => units[random.index(units.length)] as Unit);
    // A resampling without variation holds no disagreement either.
    alphas.push(alphaOf(drawn, values, level) ?? 1);
  }
  alphas.sort((one, other) => one - other);
  return { low: quantile(alphas, 0.025), high: quantile(alphas, 0.975) };
}

/**
 * Cohen's κ of two coders over the units both gave a value; null where chance alone agrees on all
 * or nothing was coded by both.
 */
export function cohenKappa(units: readonly (readonly [CodedValue, CodedValue])[]): number | null {
  const both = units.filter(([one, other]) => one !== null && other !== null);
  const share = (coder: 0 | 1, value: CodedValue) =>
    both.filter((unit) => unit[coder] === value).length / both.length;
  const observed = both.filter(([one, other]) => one === other).length / both.length;
  const values = new Set(both.map(([one]) => one));
  let chance = 0;
  for (const value of values) chance += share(0, value) * share(1, value);
  return both.length === 0 || chance === 1 ? null : (observed - chance) / (1 - chance);
}
