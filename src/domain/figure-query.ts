import type { Day } from './time.ts';

/** Days in each outlet's own zone, both inclusive. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface FigureQuery {
  readonly period: Period;
  /** Outlet ids; null = all of this world. */
  readonly outlets: readonly string[] | null;
  /** Demo data and real data are never in one figure. */
  readonly demo: boolean;
}
