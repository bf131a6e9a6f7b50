import type { Estimate } from '../domain/index.ts';
import type { CorrectionInput } from './correct.ts';

// The two published corrections that the method was chosen against; METHOD.md gives the comparison.

const twoSided = 1.959964;

interface WeightedRow {
  readonly weight: number;
  readonly machine: number;
  readonly truth: number;
}

function meanOf(rows: readonly WeightedRow[], pick: (row: WeightedRow) => number): number {
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  return rows.reduce((sum, row) => sum + row.weight * pick(row), 0) / total;
}

/** Kish's effective number of rows behind a weighted mean. */
function effective(rows: readonly WeightedRow[]): number {
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  return total ** 2 / rows.reduce((sum, row) => sum + row.weight ** 2, 0);
}

function around(value: number, deviation: number): Estimate {
  return { value, low: value - twoSided * deviation, high: value + twoSided * deviation };
}

/**
 * A person's frequency by Rogan and Gladen (1978), each person alone, with the interval of the
 * delta method; null where the audit saw no item with, or none without, the person.
 */
export function roganGladen(input: CorrectionInput, personId: string): Estimate | null {
  const rows = rowsOf(input, (persons) => Number(persons.includes(personId)));
  const [present, absent] = [rows.filter((row) => row.truth), rows.filter((row) => !row.truth)];
  if (present.length === 0 || absent.length === 0) return null;
  const sensitivity = meanOf(present, (row) => row.machine);
  const specificity = meanOf(absent, (row) => 1 - row.machine);
  const youden = sensitivity + specificity - 1;
  if (youden <= 0) return null;
  const raw = rawFrequency(input, personId);
  const value = (raw + specificity - 1) / youden;
  const variance =
    ((value / youden) ** 2 * sensitivity * (1 - sensitivity)) / effective(present) +
    (((1 - value) / youden) ** 2 * specificity * (1 - specificity)) / effective(absent);
  return around(value, Math.sqrt(variance));
}

/**
 * A person's frequency by prediction-powered inference (Angelopoulos et al. 2023): the machine's
 * mean over all items plus the audited items' mean error, stratum by stratum of weight.
 */
export function predictionPowered(input: CorrectionInput, personId: string): Estimate {
  const rows = rowsOf(input, (persons) => Number(persons.includes(personId)));
  return around(
    rawFrequency(input, personId) + meanOf(rows, (row) => row.truth - row.machine),
    errorDeviation(rows),
  );
}

/** The same for share of coverage, a ratio of two such sums, by its linear part. */
export function predictionPoweredShare(input: CorrectionInput, personId: string): Estimate {
  const fraction = (persons: readonly string[]) =>
    persons.includes(personId) ? 1 / persons.length : 0;
  const anyone = (persons: readonly string[]) => Number(persons.length > 0);
  const everything = [...input.unread, ...input.read.map((item) => item.machine)];
  const total = (value: (persons: readonly string[]) => number) =>
    everything.reduce((sum, persons) => sum + value(persons), 0) / everything.length;
  const error = (value: (persons: readonly string[]) => number) =>
    meanOf(rowsOf(input, value), (row) => row.truth - row.machine);
  const whole = total(anyone) + error(anyone);
  const share = (total(fraction) + error(fraction)) / whole;
  const rows = rowsOf(input, (persons) => (fraction(persons) - share * anyone(persons)) / whole);
  return around(share, errorDeviation(rows));
}

function rowsOf(
  input: CorrectionInput,
  value: (persons: readonly string[]) => number,
): WeightedRow[] {
  return input.audit.map(({ weight, machine, truth }) => ({
    weight,
    machine: value(machine),
    truth: value(truth),
  }));
}

/** Items in which the machine found a person ÷ all items: what is corrected. */
export function rawFrequency(input: CorrectionInput, personId: string): number {
  const all = [...input.unread, ...input.read.map((item) => item.machine)];
  return all.filter((persons) => persons.includes(personId)).length / all.length;
}

/** Standard error of the mean error of a stratified sample; strata are known by their weight. */
function errorDeviation(rows: readonly WeightedRow[]): number {
  const strata = Map.groupBy(rows, (row) => row.weight);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  let variance = 0;
  for (const [weight, own] of strata) {
    const errors = own.map((row) => row.truth - row.machine);
    const mean = errors.reduce((sum, error) => sum + error, 0) / own.length;
    const spread = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0);
    const share = (weight * own.length) / total;
    const finite = 1 - 1 / weight;
    variance += (share ** 2 * finite * spread) / Math.max(1, own.length - 1) / own.length;
  }
  return Math.sqrt(variance);
}
