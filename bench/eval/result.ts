/** What a figure must reach: at least, at most, or neither (then it is only shown). */
export interface Target {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** `share` runs from 0 to 1; `cases` is a whole number. */
export type FigureUnit = 'share' | 'ms' | 'cases';

/** One measured figure of a set. */
export interface Figure {
  readonly name: string;
  /** null where the set has no case of this kind: neither held nor missed. */
  readonly value: number | null;
  readonly unit: FigureUnit;
  /** How many cases it rests on. */
  readonly count: number;
  readonly target?: Target;
}

/** A page or document that did badly, and why, in words. */
export interface WeakCase {
  readonly id: string;
  /** Shown before the reason, e.g. `F1 .42`. */
  readonly score: string;
  readonly reason: string;
}

/** More than single figures: a confusion, a calibration. All cells are ready to print. */
export interface ResultTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything a scorer says of one set. */
export interface SetResult {
  readonly set: string;
  readonly figures: readonly Figure[];
  /** Worst first; the command shows five. */
  readonly weakest: readonly WeakCase[];
  readonly tables: readonly ResultTable[];
}

/** Reads one kind of set from its folder and measures the project against it. */
export interface Scorer {
  /** The sub-folder's name, and the word after `--only`. */
  readonly name: string;
  /** @throws ColumnInchesError naming file and line where the set is not as documented */
  readonly score: (folder: string) => SetResult | Promise<SetResult>;
}

/** Whether a figure reaches its target; null where it has no target or no value. */
export function isHeld({ value, target }: Figure): boolean | null {
  if (value === null || target === undefined) return null;
  if (target.atLeast !== undefined && value < target.atLeast) return false;
  return target.atMost === undefined || value <= target.atMost;
}

/** A share as readers of tables like it: `.965`, `1.000`, with the digits asked for. */
export function formatShare(value: number, digits = 3): string {
  return value.toFixed(digits).replace(/^0\./, '.');
}

/** Part ÷ whole; null where the whole is nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Harmonic mean of precision and recall; 0 where both are 0. */
export function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Mean of the numbers among the values; null where there is none. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** What a first run costs on top (compiling) is no figure of a page: time the second. */
export const warmName = (unit: 'page' | 'article page' | 'section page' | 'document'): string =>
  `${unit}: CPU, warm`;

/** Runs the work and tells its CPU time (user and system of this process), milliseconds. */
export function timed<Value>(work: () => Value): { readonly value: Value; readonly cpuMs: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, cpuMs: (user + system) / 1000 };
}
