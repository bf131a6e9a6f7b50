import type { FigureQuery } from './figure-query.ts';
import type { IsoInstant } from './time.ts';

/** What a reader says is wrong; `missed`: the person is mentioned and was not counted. */
export const challengeClaims = ['another-person', 'not-mentioned', 'missed', 'other'] as const;
export type ChallengeClaim = (typeof challengeClaims)[number];

/** `open` until somebody decides; a decision is never undone, a new challenge may be raised. */
export type DecisionState = 'open' | 'accepted' | 'rejected';

/** What a challenge is about; null where it is about no single one. */
export interface ChallengeTarget {
  readonly itemId: string | null;
  readonly personId: string | null;
  readonly outletId: string | null;
}

/** A challenge as a reader raises it. Nothing is kept of the reader. */
export interface ChallengeDraft extends ChallengeTarget {
  readonly claim: ChallengeClaim;
  /** Path, query and, as fragment, the figure's place on the page on which it was raised. */
  readonly address: string;
  /** Period and outlets of the figure. */
  readonly query: FigureQuery;
  /** In the reader's words, 10 to 2,000 characters; never shown in public. */
  readonly reason: string;
}

interface Decided {
  readonly state: DecisionState;
  readonly decidedAt: IsoInstant | null;
  readonly decidedBy: string | null;
  /** What was answered, in public. */
  readonly answer: string | null;
}

export interface Challenge extends ChallengeDraft, Decided {
  /** 16 characters nobody can guess: the reader's way back to it. */
  readonly id: string;
  readonly raisedAt: IsoInstant;
  readonly itemTitle: string | null;
  /** BCP 47 tag of that title. */
  readonly itemLanguage: string | null;
  readonly personName: string | null;
  /** Of the outlets that the figure is of; null = all. */
  readonly outletNames: readonly string[] | null;
}

/**
 * An accepted challenge that restated no person's items; neither the reader's words
 * nor the way back to it are part of it.
 */
export type AnsweredChallenge = Omit<Challenge, 'id' | 'reason' | 'decidedBy' | 'state'>;

/** A figure restated after an accepted challenge; the machine's values stay as they are. */
export interface Correction {
  readonly id: string;
  readonly challengeId: string;
  readonly itemId: string;
  readonly itemTitle: string;
  /** BCP 47 tag of that title; null where the item is not stored. */
  readonly itemLanguage: string | null;
  readonly personId: string;
  readonly personName: string;
  /** Who was meant; null where nobody of the register was. */
  readonly toPersonId: string | null;
  readonly toPersonName: string | null;
  /** Of which figure `before` and `after` are. */
  readonly query: FigureQuery;
  /** Items of the person. */
  readonly before: number;
  readonly after: number;
  readonly why: string;
  readonly madeAt: IsoInstant;
}

/** A request that a text no longer be shown; its figures stay. */
export interface Takedown extends Decided {
  readonly id: string;
  readonly itemId: string;
  readonly outletName: string;
  /** Address of the original at its outlet. */
  readonly url: string;
  readonly reason: string;
  readonly askedAt: IsoInstant;
}

export interface CorrectionPage {
  readonly corrections: readonly Correction[];
  /** For the next page; null at the end. */
  readonly cursor: string | null;
}

/** Challenges, what came of them, and texts taken down. */
export interface Challenges {
  /** Throws `challenge/unknown-target` where item or person are not on screen. */
  raise(draft: ChallengeDraft): Promise<Challenge>;
  challenge(id: string): Promise<Challenge | null>;
  /** Corrections of the world on screen, latest first, at most 200; of one person or item. */
  corrections(of?: {
    readonly personId?: string;
    readonly itemId?: string;
  }): Promise<readonly Correction[]>;
  /** A page of all of them, latest first. Throws `numbers/bad-cursor`. */
  correctionPage(cursor?: string): Promise<CorrectionPage>;
  /** Accepted challenges of charts, tables and other figures, latest first, at most 200. */
  answered(): Promise<readonly AnsweredChallenge[]>;
  /** How many challenges wait, were accepted and were rejected. */
  counts(): Promise<Readonly<Record<DecisionState, number>>>;
  /** Throws `challenge/unknown-target` where the item is not on screen. */
  askTakedown(request: { readonly itemId: string; readonly reason: string }): Promise<Takedown>;
  takedown(id: string): Promise<Takedown | null>;
  /** Accepted ones, latest first. */
  takedowns(): Promise<readonly Takedown[]>;
}
