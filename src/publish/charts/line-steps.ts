import type { Day, Period } from '../../domain/index.ts';
import { dayCount, spanDays, spansOf } from './day-spans.ts';
import type { Formats } from './formats.ts';

/** More points than these run into each other. */
const pointsAtMost = 130;

/** Days of one point of a line over a period: one, and over a long period 7 or more. */
export function lineStepDays(period: Period): number {
  return spanDays(period, pointsAtMost);
}

/** The stretches a line over a period has a point for. */
export function lineSteps(period: Period): Period[] {
  return spansOf(period, lineStepDays(period));
}

/** What is known of one stretch: the mean of its whole days; null where it has none. */
export interface StepMean {
  readonly mean: number | null;
  /** Days that are known, of all its days. */
  readonly known: number;
  readonly days: number;
}

/** `values` by day; a day without one, or with null, is unknown and in no mean. */
export function stepMean(step: Period, values: ReadonlyMap<Day, number | null>): StepMean {
  const days = dayCount(step);
  if (days === 1) {
    const value = values.get(step.from) ?? null;
    return { mean: value, known: value === null ? 0 : 1, days };
  }
  let [sum, known] = [0, 0];
  for (const [day, value] of values) {
    if (value === null || day < step.from || day > step.to) continue;
    sum += value;
    known += 1;
  }
  return { mean: known === 0 ? null : sum / known, known, days };
}

/** The highest point of a line over a period; null where nothing is known. */
export function highestMean(period: Period, values: ReadonlyMap<Day, number | null>) {
  const means = lineSteps(period).map((step) => stepMean(step, values));
  return means.reduce<StepMean | null>(
    (highest, of) => (of.mean !== null && of.mean > (highest?.mean ?? -1) ? of : highest),
    null,
  );
}

/** Of a day `12`; of more days `12,4`, and `12,4 (5/7)` where only 5 of them are known. */
export function writeStep({ mean, known, days }: StepMean, words: StepWords): string {
  if (mean === null) return words.unknown;
  if (days === 1) return words.formats.count(mean);
  const written = words.formats.decimal(mean);
  return known === days ? written : `${written} (${known}/${days})`;
}

interface StepWords {
  readonly formats: Formats;
  readonly unknown: string;
}
