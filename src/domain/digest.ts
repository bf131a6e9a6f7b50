import type { Period } from './figure-query.ts';
import type { Day, IsoInstant } from './time.ts';

type DigestLanguage = 'vi' | 'en';

/** One office-holder's week, beside the week before. */
export interface DigestPerson {
  readonly personId: string;
  readonly name: string;
  readonly post: string | null;
  /** No checked term says that they held it; letters of before this was kept do not tell. */
  readonly unchecked?: boolean;
  readonly items: number;
  readonly itemsFractional: number;
  /** 0–1; null = unknown. */
  readonly share: number | null;
  /** 0–1, of the week before; null = unknown, never zero by default. */
  readonly shareBefore: number | null;
  /** Share without the machine's errors, with its 95 % interval; null until audits give one. */
  readonly corrected: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** Hours × share of front pages by 1/n, and the share of the register's; null = no look. */
  readonly frontPage: {
    readonly share: number | null;
    readonly low: number;
    readonly high: number;
  } | null;
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
  /** null where there are no data of the week before. */
  readonly gapDaysBefore: number | null;
  /** Audited items that corrected shares rest on, and how many they need. */
  readonly audited: number;
  readonly auditNeeded: number;
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

/** A letter as it is read; pictures are named as in `pictures`. */
export interface DigestLetter {
  readonly week: Day;
  readonly language: DigestLanguage;
  readonly subject: string;
  readonly finding: string;
  readonly html: string;
  readonly text: string;
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The weekly letter as the web sees it. */
export interface Digests {
  /** Latest first, of the world on screen. */
  list(language: DigestLanguage): Promise<readonly DigestRecord[]>;
  /** A kept letter as readers got it, its pictures beside it; null where the week has none. */
  letter(week: Day, language: DigestLanguage): Promise<DigestLetter | null>;
  /**
   * Sends the letter that asks to confirm; answers the same whether or not the address is known.
   * Throws `digest/not-an-address`, `digest/no-mail` and `digest/mail-failed`.
   */
  subscribe(asked: { readonly address: string; readonly language: DigestLanguage }): Promise<void>;
  /** State behind a link of a letter, or of one that asks to confirm; null = no such link. */
  stateOf(link: DigestLink): Promise<SubscriberState | null>;
  /** False where the link is too old or the reader has left since. */
  confirm(confirmToken: string): Promise<boolean>;
  /** Ends it at once; true also where it had ended before. */
  unsubscribe(token: string): Promise<boolean>;
  /** Whether this installation can send letters. */
  readonly sendsMail: boolean;
}

export type DigestLink = { readonly token: string } | { readonly confirmToken: string };
