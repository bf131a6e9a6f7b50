export type MentionKind = 'full-name' | 'titled-name' | 'short-name' | 'title-only';

/** `caption`: the captions of the pictures, as `captionText` joins them; no part of the text. */
export type MentionField = 'title' | 'text' | 'caption';

/** Why a span is taken for a person, in the two languages of the dashboard. */
export interface Reason {
  readonly vi: string;
  readonly en: string;
}

/**
 * A span that refers to a registered person; UTF-16 offsets in the NFC form of the field, end
 * exclusive.
 */
export interface Mention {
  readonly field: MentionField;
  readonly start: number;
  readonly end: number;
  /** The bare name (or bare title) inside the span. */
  readonly coreStart: number;
  readonly coreEnd: number;
  readonly surface: string;
  readonly personId: string;
  readonly kind: MentionKind;
  /** Post by which it was resolved, where one was. */
  readonly postId: string | null;
  /** 0–1, calibrated: of mentions said .9 about 90 % are right. */
  readonly confidence: number;
  /** Ambiguous (a namesake, a typing error …): goes to review, does not count. */
  readonly uncertain: boolean;
  /** The office is addressed, not the person ("trình Thủ tướng"); does not count. */
  readonly institutional: boolean;
  /** "nguyên", "cựu", "khi còn là": a post held before; counts by name. */
  readonly former: boolean;
  /** Enters figures: neither uncertain nor institutional. */
  readonly counted: boolean;
  readonly reason: Reason;
}

/** A mention as it counts: who is named, and what a correction made of it. */
export interface NamedMention extends Mention {
  readonly personName: string;
  /** Left out where no correction is of a counted mention; `counted` follows it. */
  readonly correction?: MentionCorrection;
}

/** What a correction made of a mention that the machine counts. */
export interface MentionCorrection {
  /** Of the correction. */
  readonly id: string;
  /** Who it counts for instead; null where it counts for nobody. */
  readonly toPersonId: string | null;
  readonly toPersonName: string | null;
}

export type PersonRole = 'subject' | 'mentioned' | 'listed';

/** First place of an item in which a person is mentioned, most prominent first. */
export type FirstPlace =
  | 'headline'
  | 'standfirst'
  | 'first-paragraph'
  | 'first-third'
  | 'later'
  | 'caption-only';

/** A person in one item, from its counted mentions. */
export interface PersonInItem {
  readonly personId: string;
  readonly role: PersonRole;
  /** Counted mentions. */
  readonly mentions: number;
  /** Words of the sentences that mention the person (Unicode words). */
  readonly words: number;
  /** Share of paragraphs with a mention, 0–1. */
  readonly paragraphShare: number;
  /** UTF-16 offset of the first mention in the text; null if only in the headline. */
  readonly firstOffset: number | null;
  readonly firstPlace: FirstPlace;
  /** 1/n, n = counted persons of the item. */
  readonly fraction: number;
}
