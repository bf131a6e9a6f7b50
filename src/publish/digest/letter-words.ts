/** A share and the share before, already written out. */
interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly points: string;
}

/** Whose share is largest, and how it changed; texts are already written out. */
interface Leading {
  readonly name: string;
  readonly share: string;
  readonly period: string;
  /** Percentage points against the week before; null where that is unknown. */
  readonly change: { readonly way: 'up' | 'down' | 'same'; readonly points: string } | null;
}

/** What a letter says, in one language. Counts come as numbers, figures written out. */
export interface LetterWords {
  readonly fiction: string;
  readonly fictionMark: string;
  readonly name: string;
  subject(period: string, finding: string): string;
  leading(given: Leading): string;
  nobody(items: string, period: string): string;
  nothing(period: string): string;
  basis(given: {
    readonly withPersons: string;
    readonly items: string;
    readonly outlets: number;
  }): string;
  readonly shares: string;
  sharesNote(hasCorrected: boolean, hasBefore: boolean): string;
  sharesAlt(list: string): string;
  auditNote(audited: string, needed: string): string;
  correctedNote(audited: string): string;
  readonly person: string;
  readonly thisWeek: string;
  readonly weekBefore: string;
  readonly corrected: string;
  readonly raw: string;
  items(count: number, written: string): string;
  more(count: number): string;
  readonly changes: string;
  readonly noChanges: string;
  readonly changesUnknown: string;
  rise(change: Change): string;
  fall(change: Change): string;
  changesCaution(gapDays: number): string;
  readonly frontPages: string;
  readonly frontPagesNote: string;
  readonly frontPagesNone: string;
  frontPagesAlt(list: string): string;
  frontPageOf(given: {
    readonly name: string;
    readonly share: string | null;
    readonly hours: string;
  }): string;
  readonly hours: string;
  readonly sure: string;
  readonly possible: string;
  readonly gaps: string;
  gapsOf(given: {
    readonly days: number;
    readonly of: string;
    readonly before: number | null;
  }): string;
  readonly noGaps: string;
  readonly gapsLink: string;
  readonly corrections: string;
  correctionsOf(count: number): string;
  readonly noCorrections: string;
  readonly correctionsLink: string;
  readonly evidence: string;
  readonly figuresLink: string;
  readonly dataLink: string;
  readonly accuracyLink: string;
  method(version: string): string;
  readonly methodLink: string;
  readonly boundary: string;
  readonly ownLink: string;
  readonly otherLink: string;
  readonly archiveLink: string;
  readonly why: string;
  readonly leave: string;
}
