import type { Estimate } from '../domain/index.ts';
import { type Seeded, quantile } from './seeded.ts';

/**
 * What the audit says of one person, in items of equal worth: counts weighted by the inverse chance
 * of being drawn, divided by what one such item weighs.
 */
export interface PersonEvidence {
  /** Audited items in which the machine found the person, and those of them where it was right. */
  readonly found: number;
  readonly right: number;
  /** Audited items in which the machine missed the person. */
  readonly missed: number;
  /** Findings among whose right ones that many misses would show: frame's findings ÷ weight. */
  readonly missExposure: number;
}

/** One believable state of the machine: how often it is right, and what it misses, by person. */
export interface RateDraw {
  /** Chance that a finding is right. */
  readonly precision: readonly number[];
  /** Misses for each right finding; recall is 1 ÷ (1 + this). */
  readonly missRatio: readonly number[];
}

// Persons are alike but not the same. Their precisions follow a Beta law and their miss ratios a
// Gamma law; mean and likeness of both are unknown too and are weighed over these grids.
const missLikeness = [0.25, 0.5, 1, 2];
const precisionLikeness = [2, 4, 8, 16, 32, 64];
const precisionMeans = Array.from({ length: 25 }, (_none, step) => 1 / (1 + Math.exp(-step / 4)));
const missMeans = Array.from({ length: 28 }, (_none, step) => 0.005 * 1.25 ** step);

/**
 * Part of persons who follow no law of the others: a namesake nobody thought of makes one person's
 * findings far worse, a name the machine cannot read hides another. Without it, such a person would
 * be pulled to the others.
 */
const strangers = 0.2;

/** Miss ratios of such a person: recall may be anything from .1 to 1, each as likely. */
const strangeRecalls = Array.from({ length: 45 }, (_none, step) => 0.11 + step * 0.02);
const strangeRatios = strangeRecalls.map((recall) => (1 - recall) / recall);

interface GridCell {
  readonly mean: number;
  readonly likeness: number;
  readonly cumulative: number;
}

/** ln Γ by Lanczos' series, to 1e-10. */
export function logGamma(value: number): number {
  if (value < 0.5) {
    return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value);
  }
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  let sum = 0.99999999999980993;
  for (const [index, term] of terms.entries()) sum += term / (value + index);
  const base = value + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (value - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** Beta-binomial: `right` of `found` where the person's own precision is unknown. */
function precisionLikelihood({ found, right }: PersonEvidence, good: number, bad: number) {
  return (
    logGamma(good + right) +
    logGamma(bad + found - right) -
    logGamma(good + bad + found) -
    (logGamma(good) + logGamma(bad) - logGamma(good + bad))
  );
}

/** How well the findings fit a person like the others, and one whose precision may be anything. */
function precisionFit(person: PersonEvidence, mean: number, size: number) {
  const alike = precisionLikelihood(person, mean * size, (1 - mean) * size);
  const strange = precisionLikelihood(person, 1, 1);
  return { alike: (1 - strangers) * Math.exp(alike), strange: strangers * Math.exp(strange) };
}

/** Negative binomial: `missed` where the person's own miss ratio is unknown. */
function missLikelihood({ missed, rightExposure }: MissEvidence, mean: number, shape: number) {
  const rate = shape / mean;
  return (
    logGamma(shape + missed) -
    logGamma(shape) +
    shape * Math.log(rate / (rate + rightExposure)) -
    missed * Math.log(rate + rightExposure)
  );
}

interface MissEvidence {
  readonly missed: number;
  /** Right findings among which that many misses would show. */
  readonly rightExposure: number;
}

/** How well the misses fit each ratio of a person who is like nobody else. */
function strangeFits({ missed, rightExposure }: MissEvidence): number[] {
  return strangeRatios.map(
    (ratio) => Math.exp(missed * Math.log(ratio) - ratio * rightExposure) / strangeRatios.length,
  );
}

function missFit(person: MissEvidence, mean: number, shape: number) {
  const fits = strangeFits(person);
  return {
    alike: (1 - strangers) * Math.exp(missLikelihood(person, mean, shape)),
    strange: strangers * fits.reduce((sum, fit) => sum + fit, 0),
    fits,
  };
}

/** A ratio of a person like nobody else, by how well each fits. */
function pickStrange(fits: readonly number[], random: Seeded): number {
  let place = random.uniform() * fits.reduce((sum, fit) => sum + fit, 0);
  const index = fits.findIndex((fit) => (place -= fit) < 0);
  const recall = (strangeRecalls[index] ?? 1) + (random.uniform() - 0.5) * 0.02;
  return (1 - recall) / recall;
}

function weighGrid(
  [means, sizes]: readonly [readonly number[], readonly number[]],
  likelihood: (mean: number, likeness: number) => number,
): GridCell[] {
  const cells = means.flatMap((mean) =>
    sizes.map((each) => ({ mean, likeness: each, log: likelihood(mean, each) })),
  );
  const top = Math.max(...cells.map(({ log }) => log));
  const total = cells.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
  let cumulative = 0;
  return cells.map(({ mean, likeness: each, log }) => {
    cumulative += Math.exp(log - top) / total;
    return { mean, likeness: each, cumulative };
  });
}

function pickCell(cells: readonly GridCell[], random: Seeded): GridCell {
  const place = random.uniform();
  let [low, high] = [0, cells.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.cumulative ?? 1) < place) low = middle + 1;
    else high = middle;
  }
  return cells[low] as GridCell;
}

/**
 * Draws believable error rates of all persons at once, partially pooled: a person with many audited
 * items speaks for themselves, one with few leans on the others.
 */
export function rateSampler(evidence: readonly PersonEvidence[], random: Seeded): () => RateDraw {
  const sum = (term: (person: PersonEvidence) => number) =>
    evidence.reduce((total, person) => total + term(person), 0);
  const precisionGrid = weighGrid([precisionMeans, precisionLikeness], (mean, size) =>
    sum((person) => {
      const { alike, strange } = precisionFit(person, mean, size);
      return Math.log(alike + strange);
    }),
  );
  const usual = expectedPrecisions(evidence, precisionGrid);
  const missEvidence = (precisions: readonly number[]) =>
    evidence.map(({ missed, missExposure }, index) => ({
      missed,
      rightExposure: missExposure * (precisions[index] ?? 1),
    }));
  const expected = missEvidence(usual);
  const missGrid = weighGrid([missMeans, missLikeness], (mean, shape) =>
    expected.reduce((total, person) => {
      const { alike, strange } = missFit(person, mean, shape);
      return total + Math.log(alike + strange);
    }, 0),
  );
  return () => {
    const { mean, likeness: size } = pickCell(precisionGrid, random);
    const miss = pickCell(missGrid, random);
    const precision = evidence.map((person) => {
      const { found, right } = person;
      const { alike, strange } = precisionFit(person, mean, size);
      const isAlike = random.uniform() * (alike + strange) < alike;
      const [good, bad] = isAlike ? [mean * size, (1 - mean) * size] : [1, 1];
      return random.beta(good + right, bad + found - right);
    });
    // How many findings were right, and so how many misses each stands for, is not known either.
    const missRatio = missEvidence(precision).map((person) => {
      const { alike, strange, fits } = missFit(person, miss.mean, miss.likeness);
      if (random.uniform() * (alike + strange) >= alike) return pickStrange(fits, random);
      const { missed, rightExposure } = person;
      return random.gamma(miss.likeness + missed, miss.likeness / miss.mean + rightExposure);
    });
    return { precision, missRatio };
  };
}

/** Each person's precision as the likeliest laws expect it: what misses are first weighed with. */
function expectedPrecisions(evidence: readonly PersonEvidence[], grid: readonly GridCell[]) {
  let before = 0;
  const sums = evidence.map(() => 0);
  for (const { mean, likeness, cumulative } of grid) {
    const weight = cumulative - before;
    before = cumulative;
    if (weight < 1e-6) continue;
    for (const [index, person] of evidence.entries()) {
      const { found, right } = person;
      const { alike, strange } = precisionFit(person, mean, likeness);
      const pooled = (mean * likeness + right) / (likeness + found);
      const own = (1 + right) / (2 + found);
      const expected = (alike * pooled + strange * own) / (alike + strange);
      sums[index] = (sums[index] ?? 0) + weight * expected;
    }
  }
  return sums;
}

/**
 * Mean and 95 % interval of draws; sorts them in place. In periods of few items a rare draw may
 * pull the mean past the middle 95 %; the interval then reaches to it, so that it always holds its
 * value.
 */
export function summarize(draws: Float64Array): Estimate {
  let sum = 0;
  for (const draw of draws) sum += draw;
  draws.sort();
  const value = sum / draws.length;
  return {
    value,
    low: Math.min(value, quantile(draws, 0.025)),
    high: Math.max(value, quantile(draws, 0.975)),
  };
}

/** The same of ratios; unknown where one of them is 0 ÷ 0. */
export function summarizeRatios(draws: Float64Array): Estimate | null {
  return draws.some(Number.isNaN) ? null : summarize(draws);
}
