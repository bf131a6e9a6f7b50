import type { Period } from './figure-query.ts';
import type { IsoInstant } from './time.ts';

/** What is laid down before a period begins. */
export interface PlanContent {
  readonly title: string;
  readonly period: Period;
  /** Followed outlets, by id. */
  readonly outlets: readonly { readonly outletId: string; readonly name: string }[];
  readonly register: {
    readonly persons: number;
    readonly terms: number;
    /** SHA-256 of the register as CSV. */
    readonly sha256: string;
  };
  readonly methodVersion: string;
}

/** Something that was done otherwise than planned, with its date. */
export interface PlanDeviation {
  readonly notedAt: IsoInstant;
  readonly what: string;
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
