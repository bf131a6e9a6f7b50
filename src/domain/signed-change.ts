import type { TwoLanguages } from './open-data.ts';

/** Who changes something, and why. */
export interface SignedChange {
  readonly accountId: string;
  readonly name: string;
  readonly why: string;
}

/** Something wrong, doubtful or worth knowing in the register. */
export interface OperatorFinding {
  readonly severity: 'refused' | 'warning' | 'note';
  readonly kind: string;
  readonly message: TwoLanguages;
}
