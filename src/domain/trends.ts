import type { FigureQuery, Period } from './figure-query.ts';
import type { Day } from './time.ts';

/** Outlet days of a span: how many were captured in full, and how many there are. */
export interface SpanPart {
  readonly whole: number;
  readonly all: number;
}

/** Least part of a span's outlet days from which its shares are told: less may be another order. */
export const leastWholePart = 0.95;

/** Shares of coverage span by span, for ranks and lines. */
export interface ShareTrend {
  /** As they were asked for. */
  readonly spans: readonly Period[];
  /** One a span. */
  readonly parts: readonly SpanPart[];
  /** Those with the largest shares over the whole period, largest first; nobody without an item. */
  readonly persons: readonly {
    readonly personId: string;
    readonly name: string;
    /** One a span, 0–1; null where less than `leastWholePart` of its outlet days is whole. */
    readonly shares: readonly (number | null)[];
  }[];
}

/** One outlet's day: how many of its items mention anyone; null = gap. */
export interface OutletDay {
  readonly outletId: string;
  readonly day: Day;
  readonly items: number | null;
  readonly itemsWithPersons: number | null;
}

/** One person's items day by day. */
export interface PersonLine {
  readonly personId: string;
  readonly days: readonly { readonly day: Day; readonly value: number | null }[];
}

/** One person's part in one outlet. */
export interface OutletShare {
  readonly outletId: string;
  readonly personId: string;
  readonly items: number;
  /** Σ 1/n ÷ the same over the register, within the outlet; 0–1. */
  readonly share: number;
}

/** How a share changed from one period to another of the same length. */
export interface ShareChange {
  readonly before: Period;
  readonly after: Period;
  /** Outlet days with a gap in each: a reader must know before comparing. */
  readonly gapDays: { readonly before: number; readonly after: number };
  /** Whose share rose and fell most, where anyone's did. */
  readonly risen: ChangedShare | null;
  readonly fallen: ChangedShare | null;
}

export interface ChangedShare {
  readonly personId: string;
  readonly name: string;
  /** 0–1 each. */
  readonly before: number;
  readonly after: number;
}

/** Something dated that explains a change in a line. */
export type TimelineEvent =
  | {
      readonly kind: 'began' | 'ended';
      /** First day in, or first day without, the office. */
      readonly day: Day;
      readonly personId: string;
      readonly name: string;
      readonly post: string;
      /** Who left the post the day before; null where nobody did, or it is not known. */
      readonly before: { readonly personId: string; readonly name: string } | null;
    }
  | {
      readonly kind: 'method';
      /** First day that this version of the method measured. */
      readonly day: Day;
      readonly version: string;
    };

/** Figures over time and by outlet; part of `Numbers`. */
export interface TrendNumbers {
  /** `spans`: what the period is cut into; `most`: how many persons. */
  shares(query: FigureQuery, spans: readonly Period[], most: number): Promise<ShareTrend>;
  /** `most`: of how many outlets, the first of the query by id. */
  outletDays(query: FigureQuery, most: number): Promise<readonly OutletDay[]>;
  /** Items a day of some persons, all outlets together; null on a day with a gap. */
  personLines(query: FigureQuery, personIds: readonly string[]): Promise<readonly PersonLine[]>;
  outletShares(query: FigureQuery, personIds: readonly string[]): Promise<readonly OutletShare[]>;
  /**
   * Against the period before of the same length; where there are no data, the later half against
   * the earlier one (of many whole months, their halves); null where that cannot be told either.
   */
  change(query: FigureQuery): Promise<ShareChange | null>;
  /** Handovers and changes of method within the period, earliest first. */
  events(query: FigureQuery): Promise<readonly TimelineEvent[]>;
}
