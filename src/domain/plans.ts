import type { Period } from './figure-query.ts';
import type { IsoInstant } from './time.ts';

/** What is laid down before a period begins. */
export interface PlanContent {
  readonly title: string;
  readonly period: Period;
  /** Outlets whose items count, by id. */
  readonly outlets: readonly {
    readonly outletId: string;
    readonly name: string;
    /** False where only saved pages are read; left out in plans of earlier versions. */
    readonly followed?: boolean;
  }[];
  readonly register: {
    readonly persons: number;
    readonly terms: number;
    /** SHA-256 of the register as CSV. */
    readonly sha256: string;
  };
  readonly methodVersion: string;
}

/** What of a plan can come to differ from what was sealed. */
export type PlanPart = 'outlets' | 'register' | 'method';

/** Something that was done otherwise than planned, with its date. */
export interface PlanDeviation {
  readonly notedAt: IsoInstant;
  /**
   * In the operator's words; of what the program has noticed, how the part differs (names of
   * outlets after + and −, the register's hash, the version), empty where it is as sealed again.
   */
  readonly what: string;
  /** Which part of the plan the program has noticed to differ; null where the operator noted it. */
  readonly part: PlanPart | null;
}

/** A sealed plan: its hash was fixed when it was sealed, and its text can never change. */
export interface Plan {
  /** SHA-256 of `text`. */
  readonly hash: string;
  readonly sealedAt: IsoInstant;
  readonly content: PlanContent;
  /** The very bytes that were hashed. */
  readonly text: string;
  readonly deviations: readonly PlanDeviation[];
}

/** What differs today from what was sealed; true where it does. */
export interface PlanDrift {
  readonly outlets: boolean;
  readonly register: boolean;
  readonly method: boolean;
}

/** Sealed monitoring plans of the world on screen. */
export interface Plans {
  /** Latest first. */
  plans(): Promise<readonly Plan[]>;
  plan(hash: string): Promise<{ readonly plan: Plan; readonly drift: PlanDrift } | null>;
}
