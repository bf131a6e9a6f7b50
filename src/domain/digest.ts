import type { Period } from './figure-query.ts';
import type { Day, IsoInstant } from './time.ts';

type DigestLanguage = 'vi' | 'en';

/** One office-holder's week, beside the week before. */
export interface DigestPerson {
  readonly personId: string;
  readonly name: string;
  readonly post: string | null;
  readonly items: number;
  readonly itemsFractional: number;
  /** 0–1; null = unknown. */
  readonly share: number | null;
  /** 0–1, of the week before; null = unknown, never zero by default. */
  readonly shareBefore: number | null;
  /** Limits of the corrected share, where reviews give them. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Share of what office-holders held of front pages, 0–1; null where none was looked at. */
  readonly frontPage: number | null;
}

/** Figures of one letter: the same for everyone, in no language yet. */
export interface DigestContent {
  readonly demo: boolean;
  /** The Monday it begins with. */
  readonly week: Day;
  readonly period: Period;
  readonly methodVersion: string;
  readonly itemsCaptured: number;
  readonly itemsWithPersons: number;
  readonly outlets: number;
  /** By share, largest first; all who were mentioned. */
  readonly persons: readonly DigestPerson[];
  /** Days × outlets of the week, those missing among them, and of the week before. */
  readonly outletDays: number;
  readonly gapDays: number;
  readonly gapDaysBefore: number | null;
  /** Figures restated and texts taken down in the week. */
  readonly corrections: number;
}

/** A letter as the archive keeps it. */
export interface DigestRecord {
  readonly week: Day;
  readonly language: DigestLanguage;
  readonly subject: string;
  /** The week's finding, one sentence. */
  readonly finding: string;
  readonly content: DigestContent;
  readonly writtenAt: IsoInstant;
}

/** `pending` until confirmed by the reader; `ended` by the reader; `bounced` by their server. */
export type SubscriberState = 'pending' | 'active' | 'ended' | 'bounced';

/** Who gets the letter. The address is never logged and shown on no page. */
export interface Subscriber {
  readonly id: string;
  readonly address: string;
  readonly language: DigestLanguage;
  readonly state: SubscriberState;
  /** Secret of the links in this reader's letters. */
  readonly token: string;
}

/** The weekly letter as the web sees it. */
export interface Digests {
  /** Latest first, of the world on screen. */
  list(language: DigestLanguage): Promise<readonly DigestRecord[]>;
  letter(week: Day, language: DigestLanguage): Promise<DigestRecord | null>;
  /**
   * Sends the letter that asks to confirm; answers the same whether or not the address is known.
   * Throws `digest/not-an-address` and `digest/no-mail`.
   */
  subscribe(asked: { readonly address: string; readonly language: DigestLanguage }): Promise<void>;
  /** State behind a link; null where there is none. */
  stateOf(token: string): Promise<SubscriberState | null>;
  confirm(token: string): Promise<boolean>;
  /** Ends it at once; true also where it had ended before. */
  unsubscribe(token: string): Promise<boolean>;
  /** Whether this installation can send letters. */
  readonly sendsMail: boolean;
}
