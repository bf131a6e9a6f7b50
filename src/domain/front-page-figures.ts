import type { FigureQuery } from './figure-query.ts';
import type {
  BrowserFacts,
  PageKind,
  PagePlacement,
  SnapshotFault,
  Viewport,
  ViewportName,
} from './front-page.ts';
import type { LookState } from './review.ts';
import type { Day, IsoInstant } from './time.ts';

/** Hours × share a story or person held: surely `low`, at most `high`. */
export interface HourBracket {
  readonly low: number;
  readonly high: number;
}

/** How much of some pages a person's items held in a period. */
export interface PageHours {
  /** Each item whole for each of its persons. */
  readonly inclusive: HourBracket;
  /** Each item by 1/n. */
  readonly fractional: HourBracket;
  /** `fractional.low` ÷ the same sum over the whole register, 0–1; null where that sum is 0. */
  readonly share: number | null;
}

/** One figure over three shares; never printed without them. */
export interface Composite {
  /** Geometric mean with equal weights, 0–1. */
  readonly value: number;
  /** Least and greatest when each weight runs over 1/6–2/3. */
  readonly low: number;
  readonly high: number;
}

/** A person's items in the order of feeds: mean share of a reading, 1/log₂(1+k) for place k. */
export interface FeedOrder {
  /** Each item whole for each of its persons, 0–1. */
  readonly inclusive: number;
  /** Each item by 1/n, 0–1. */
  readonly fractional: number;
}

/** How much of front pages a person's items held in a period, through the reference window. */
export interface PersonFrontPage extends PageHours {
  /** The same through the phone's window; null where none was looked through. */
  readonly phone: PageHours | null;
  /** On section pages; null where none was looked at. */
  readonly section: PageHours | null;
}

/** A person's part of front pages on one day: of the hours looked at, mean share of the page. */
export interface AttentionDay {
  readonly day: Day;
  readonly knownHours: number;
  readonly unknownHours: number;
  /** Brackets of mean shares, 0–1; null on a day without two looks. */
  readonly inclusive: HourBracket | null;
  readonly fractional: HourBracket | null;
  /** Low share-hours by 1/n ÷ the register's on this day; null where those are 0 or unknown. */
  readonly share: number | null;
}

/** One outlet's hour on a strip. */
export interface StripCell {
  readonly outletId: string;
  /** The outlet's local hour, 0–23. */
  readonly hour: number;
  /** Mean share of the front page of what the strip is about, 0–1; null = unknown. */
  readonly share: number | null;
  /** A good snapshot in the hour, to open it. */
  readonly snapshotId: string | null;
}

/** Front pages of a period: outlet by outlet, hour by hour. */
export interface FrontPageStrip {
  readonly day: Day;
  readonly cells: readonly StripCell[];
  /** Hours between scheduled looks of which one failed or was missed. */
  readonly unknownHours: number;
  readonly knownHours: number;
}

/** One stretch of an item's time on a front page. */
export interface DwellSpan {
  readonly from: IsoInstant;
  readonly until: IsoInstant;
  /** Lesser and greater share at the two ends; null where a look failed or was missed. */
  readonly low: number | null;
  readonly high: number | null;
  readonly snapshotId: string;
}

export interface ItemDwell {
  readonly viewport: ViewportName;
  readonly hours: HourBracket;
  /** Of the hours looked at around it, those that are unknown. */
  readonly unknownHours: number;
  readonly bestRank: number;
  readonly spans: readonly DwellSpan[];
}

/** A story's boxes on a snapshot, with its share. */
export interface SnapshotStory extends PagePlacement {
  readonly itemId: string | null;
  readonly share: number | null;
}

/** One snapshot as the public sees it: where what stood, no text but headlines. */
export interface SnapshotPage {
  readonly id: string;
  readonly outletId: string;
  readonly outletName: string;
  /** BCP 47 tag of its headlines. */
  readonly language: string;
  readonly timeZone: string;
  readonly pageKind: PageKind;
  readonly url: string;
  readonly viewport: Viewport;
  readonly scheduledAt: IsoInstant;
  readonly takenAt: IsoInstant;
  readonly fault: SnapshotFault | null;
  readonly faultText: string | null;
  /** What people found of its picture; null where nobody has judged it. */
  readonly judged: LookState | null;
  readonly pageHeight: number;
  readonly facts: BrowserFacts;
  readonly hasPicture: boolean;
  readonly methodVersion: string;
  readonly stories: readonly SnapshotStory[];
  /** The same page at the same time through the other window; null where there is none. */
  readonly otherWindow: { readonly id: string; readonly viewport: ViewportName } | null;
  /** All looks of its day through the same window, in order of time. */
  readonly sameDay: readonly {
    readonly id: string;
    readonly at: IsoInstant;
    readonly good: boolean;
  }[];
}

/** Figures of front pages; part of `Numbers`. */
export interface FrontPageNumbers {
  snapshot(id: string): Promise<SnapshotPage | null>;
  /** Ids of all looks of a period, at front and section pages, in order of outlet and time. */
  looks(query: FigureQuery): Promise<readonly string[]>;
  /**
   * The reduced picture (JPEG), or the whole one for who `canSeeWholeTexts`; null where there is
   * none.
   */
  picture(
    id: string,
    options?: { readonly canSeeWholeTexts?: boolean },
  ): Promise<Uint8Array | null>;
  /** The last day with looks in the period; with a person, of their items alone. */
  strip(query: FigureQuery, personId?: string): Promise<FrontPageStrip | null>;
  dwell(itemId: string): Promise<ItemDwell | null>;
  /** Day by day; null where no front page was looked at in the period. */
  attention(personId: string, query: FigureQuery): Promise<readonly AttentionDay[] | null>;
}
