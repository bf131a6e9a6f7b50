import type { IsoInstant, PartialDate } from './time.ts';

/**
 * How a name is used: the full name, another spelling of it, a short form, or a seen typing error.
 */
export type NameKind = 'full' | 'variant' | 'short' | 'given' | 'typo';

export interface PersonName {
  readonly name: string;
  readonly kind: NameKind;
}

/** Someone who holds or stands for a public office. Never anyone else. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly PersonName[];
  readonly gender?: 'female' | 'male';
  readonly familyName?: string;
  readonly givenName?: string;
}

/**
 * A province, city or country; `until`/`successor` where it was merged or renamed (2025-07-01: 63
 * became 34).
 */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly parent: string | null;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  readonly successor: string | null;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly place: string | null;
  readonly parent?: string | null;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  readonly successor: string | null;
}

export interface Post {
  readonly id: string;
  readonly label: string;
  /** Every spelling under which the post is written, abbreviations included. */
  readonly otherLabels: readonly string[];
  /** What all holders of its kind are called without saying which: "Bộ trưởng", "Phó Thủ tướng". */
  readonly genericTitle: string | null;
  readonly organization: string | null;
  readonly place: string | null;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
}

/**
 * One person in one post between two dates (inclusive, perhaps known to the month or year only).
 */
export interface Term {
  readonly id: string;
  readonly person: string;
  readonly post: string;
  readonly organization: string | null;
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  /** `acting` for quyền/phụ trách; `candidate` for who stands for the post. */
  readonly kind: 'holder' | 'acting' | 'candidate';
  /** Address or citation; null only where `checked` is false. */
  readonly source: string | null;
  readonly checked: boolean;
}

/** The dated register: the only people the project knows. */
export interface Register {
  readonly persons: readonly Person[];
  readonly organizations: readonly Organization[];
  readonly places: readonly Place[];
  readonly posts: readonly Post[];
  readonly terms: readonly Term[];
}

/** One row of the register before and after an edit: `before` null = added, `after` null = gone. */
export interface RegisterChange {
  readonly entity: 'person' | 'organization' | 'place' | 'post' | 'term';
  readonly entityId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly changedAt: Date;
  /** As the editor said; null where nobody did. */
  readonly changedBy: string | null;
  readonly reason: string | null;
}

/** An edit of the register as readers see it. */
export interface RegisterHistoryEntry {
  readonly entity: RegisterChange['entity'];
  readonly entityId: string;
  /** A name or label; of a term its person and post. */
  readonly label: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** Of a changed row what differs; otherwise empty. */
  readonly fields: readonly {
    readonly name: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly changedAt: IsoInstant;
  readonly changedBy: string | null;
  readonly reason: string | null;
}

/** Edits, the latest first. */
export interface RegisterHistory {
  /** The person or post it is about, by name; null for the whole register. */
  readonly subject: string | null;
  readonly entries: readonly RegisterHistoryEntry[];
  /** There are older ones that are not shown. */
  readonly isCut: boolean;
}
