import type { AirNumbers } from './broadcast-figures.ts';
import type { FigureQuery, Period } from './figure-query.ts';
import type {
  Composite,
  FeedOrder,
  FrontPageNumbers,
  PersonFrontPage,
} from './front-page-figures.ts';
import type { RegisterHistory } from './register.ts';
import type {
  FirstPlace,
  MentionField,
  NamedMention,
  PersonInItem,
  PersonRole,
} from './mention.ts';
import type { Measurement } from './measurement.ts';
import type { Medium } from './outlet.ts';
import type { Day, IsoInstant, PartialDate } from './time.ts';
import type { TrendNumbers } from './trends.ts';

export type GapReason = 'outlet-unreachable' | 'refused' | 'extraction-failed' | 'not-crawled';

/** One outlet on one day of the coverage ledger. `captured` null = nothing is known of the day. */
export interface CoverageDay {
  readonly outletId: string;
  readonly day: Day;
  readonly captured: number | null;
  /**
   * Least number of items the sources listed or the outlet's habit lets expect; null if unknown.
   */
  readonly expected: number | null;
  readonly failed: number;
  readonly gap: GapReason | null;
}

export interface OutletSuccession {
  /** First and last day it published; null = unknown or still open. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Who goes on in its place, and in whose place it goes on. */
  readonly successor: NamedOutlet | null;
  readonly predecessors: readonly NamedOutlet[];
}

interface NamedOutlet {
  readonly outletId: string;
  /** false = known from the catalogue only, so nothing is measured of it. */
  readonly isFollowed?: false;
  readonly name: string;
}

export interface OutletFigures {
  readonly outletId: string;
  readonly name: string;
  readonly medium: Medium;
  readonly verified: boolean;
  /** Items captured and first published in the period: the denominator. */
  readonly items: number;
  /** Of these, items with at least one counted mention. */
  readonly itemsWithPersons: number;
  readonly distinctItems: number;
  readonly mentions: number;
  /** Words of all items. */
  readonly words: number;
  readonly columnInches: number;
  /** Days of the period with a gap. */
  readonly gapDays: number;
}

/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One person's figures with the machine's errors taken out; they stand beside the raw ones. */
export interface CorrectedFigures {
  /** Items that really are about or with the person. */
  readonly items: Estimate;
  /** `items` ÷ items of the period, 0–1; null without items. */
  readonly frequency: Estimate | null;
  /** Σ 1/n ÷ the same over the register, 0–1; null where that sum may be 0. */
  readonly shareOfCoverage: Estimate | null;
  /** Found items that are right ÷ found; null where none was found. */
  readonly precision: Estimate | null;
  /** Found items that are right ÷ items with the person; null where those may be none. */
  readonly recall: Estimate | null;
}

/** What corrected figures rest on. */
export interface AuditState {
  /** Settled audit items that the error rates rest on. */
  readonly audited: number;
  /** Fewest of them that correct a figure. */
  readonly needed: number;
  /** Settled items of the period, which enter as they were read. */
  readonly readItems: number;
}

export interface PersonFigures {
  readonly personId: string;
  readonly name: string;
  /** Post (label) held in the period, latest first; empty if none. */
  readonly posts: readonly { readonly label: string; readonly checked: boolean }[];
  /** Items with a counted mention: the inclusive numerator. */
  readonly items: number;
  /** Story clusters among them (wire copies once). */
  readonly distinctItems: number;
  /** Σ 1/n. */
  readonly itemsFractional: number;
  readonly mentions: number;
  /** items ÷ items captured, 0–1; null where nothing was captured. */
  readonly frequency: number | null;
  /** Σ 1/n ÷ the same over the whole register, 0–1; null where that sum is 0. */
  readonly shareOfCoverage: number | null;
  /** Words of the sentences that mention the person. */
  readonly words: number;
  /** words ÷ words about anyone in the register. */
  readonly wordShare: number | null;
  /** Reference column inches of these sentences. */
  readonly columnInches: number;
  /** Items by the first place of the person in them. */
  readonly firstPlaces: Readonly<Record<FirstPlace, number>>;
  /** Items with the person in headline or standfirst ÷ items; null where items is 0. */
  readonly leadShare: number | null;
  /** Detections that wait for review and are in no figure above. */
  readonly uncertainItems: number;
  /** Left out where no front page was looked at in the period. */
  readonly frontPage?: PersonFrontPage;
  /** Left out where no feed was read in the period. */
  readonly feedOrder?: FeedOrder;
  /** Left out while too little is audited (see `FigureSet.audit`). */
  readonly corrected?: CorrectedFigures;
  /**
   * Of share of coverage, word share and front-page share; in figures of one outlet only, null if a
   * part is unknown.
   */
  readonly composite?: Composite | null;
}

/** One page's worth of figures, with all that makes them citable. */
export interface FigureSet {
  readonly query: FigureQuery;
  readonly methodVersion: string;
  readonly itemsCaptured: number;
  readonly outlets: readonly OutletFigures[];
  /** Sorted by share of coverage, largest first. */
  readonly persons: readonly PersonFigures[];
  readonly coverage: readonly CoverageDay[];
  /** Left out where only raw figures were asked for. */
  readonly audit?: AuditState;
}

/**
 * One day's (or outlet's) figures of one person, for a line or small multiple; null value = gap.
 */
export interface SeriesPoint {
  readonly outletId: string | null;
  readonly day: Day;
  readonly items: number | null;
  readonly itemsCaptured: number | null;
}

export interface ItemSummary {
  readonly itemId: string;
  readonly outletId: string;
  readonly outletName: string;
  readonly title: string;
  /** BCP 47 tag of its title and text, for who reads the page aloud. */
  readonly language: string;
  readonly url: string;
  readonly publishedAt: IsoInstant | null;
  readonly day: Day;
  readonly words: number;
  /** Its text is hidden at someone's request, the title empty; its figures stay. */
  readonly takenDown?: boolean;
}

export interface PersonItem extends ItemSummary {
  readonly role: PersonRole;
  readonly firstPlace: FirstPlace;
  readonly mentions: number;
  readonly personWords: number;
  readonly fraction: number;
}

/** An item in which the machine cannot tell whether a person is meant, whatever readers settled. */
export interface DoubtedItem extends ItemSummary {
  /** The name in doubt stands in the title, which is empty then: it may be of someone private. */
  readonly titleHeld: boolean;
}

/** A page of such items of one person. */
export interface DoubtedPage {
  readonly personId: string;
  readonly name: string;
  readonly items: readonly DoubtedItem[];
  /** For the next page; null at the end. */
  readonly cursor: string | null;
}

/** Which items of a query are listed. */
export interface ItemsChoice {
  /** Only those in which somebody of the register counts. */
  readonly onlyMentioning: boolean;
  readonly cursor?: string | undefined;
}

/** When a term of office began and ended, as far as it is known. */
export interface TermDates {
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
}

/** A term of office as a page shows it. */
export interface OfficeTerm extends TermDates {
  readonly postId: string;
  readonly label: string;
  readonly kind: 'holder' | 'acting' | 'candidate';
  readonly source: string | null;
  readonly checked: boolean;
}

/** A post and who held or stood for it, the latest first. */
export interface PostPage {
  readonly postId: string;
  readonly label: string;
  readonly otherLabels: readonly string[];
  readonly organization: string | null;
  readonly place: string | null;
  readonly terms: readonly (Omit<OfficeTerm, 'postId' | 'label'> & {
    readonly personId: string;
    readonly name: string;
  })[];
}

/** Which part of a person's page is read. */
export interface PersonPageChoice {
  /** Of the page of items; left out = the first. */
  readonly cursor?: string | undefined;
  /** Of how many outlets there is a line beside that of all, the first by id; left out = each. */
  readonly lines?: number;
}

export interface PersonPage {
  readonly figures: PersonFigures;
  readonly terms: readonly OfficeTerm[];
  readonly series: readonly SeriesPoint[];
  readonly items: readonly PersonItem[];
  /** For the next page of items; null at the end. */
  readonly cursor: string | null;
}

/** A sentence the public may see: one that mentions a registered person. */
export interface EvidenceSentence {
  readonly field: MentionField;
  /** UTF-16 offset of the sentence in the field. */
  readonly start: number;
  readonly text: string;
  /** Offsets relative to the sentence. */
  readonly marks: readonly NamedMention[];
}

export interface ItemPage {
  readonly item: ItemSummary;
  /** Outlet's zone, so that the page prints its local time. */
  readonly timeZone: string;
  readonly versions: readonly {
    readonly version: number;
    readonly firstSeen: IsoInstant;
    readonly words: number;
    /** Words put in and taken out since the version before; null for the first. */
    readonly edit: { readonly added: number; readonly removed: number } | null;
  }[];
  readonly sentences: readonly EvidenceSentence[];
  readonly persons: readonly (PersonInItem & { readonly name: string })[];
  /**
   * Who may be meant, and may not, in the title or in a sentence that is not among these; left out
   * where there is none.
   */
  readonly doubted?: readonly { readonly personId: string; readonly name: string }[];
  readonly measures: readonly Measurement[];
  /** Other items of the same story cluster. */
  readonly copies: readonly ItemSummary[];
  readonly contentHash: string;
  readonly methodVersion: string;
}

/** A stretch of two texts beside each other. */
export interface TextPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** An item with all that is stored of it: for signed-in coders, never for the public. */
export interface WholeItem {
  readonly page: ItemPage;
  /** The first first. */
  readonly versions: readonly {
    readonly version: number;
    readonly firstSeen: IsoInstant;
    readonly title: string;
    readonly text: string;
    readonly contentHash: string;
    /** The page it was read from is in the archive. */
    readonly hasPage: boolean;
  }[];
  /** Of every version but the first, against the one before. */
  readonly changes: readonly {
    readonly version: number;
    readonly title: readonly TextPiece[];
    readonly text: readonly TextPiece[];
  }[];
}

/** Whole texts and archived pages. Who may ask is for the caller to know. */
export interface WholeItems {
  item(id: string): Promise<WholeItem | null>;
  /** The very bytes an outlet sent; null where they were not kept. */
  archivedPage(
    id: string,
    version: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly contentType: string } | null>;
}

/** Edits of a register that stored items have not been read with. */
export interface UnreadRegister {
  /** When the first of them was made. */
  readonly since: IsoInstant;
  /** Who was added or changed: of a person with no item nothing is known. */
  readonly persons: readonly string[];
}

/**
 * The only source of figures for pages, reports, exports and letters; made by
 * src/publish/numbers.ts.
 */
export interface Numbers {
  /**
   * Reads several figures from one unmoving picture of what is stored, so that they agree, and
   * nothing twice. Left out where figures are no matter of storage, as in some tests.
   */
  readonly together?: <Result>(read: (numbers: Numbers) => Promise<Result>) => Promise<Result>;
  figures(query: FigureQuery): Promise<FigureSet>;
  person(id: string, query: FigureQuery, choice?: PersonPageChoice): Promise<PersonPage | null>;
  outlet(
    id: string,
    query: FigureQuery,
    cursor?: string,
  ): Promise<{
    readonly figures: OutletFigures;
    /** Left out where nothing of it is known. */
    readonly succession?: OutletSuccession;
    readonly persons: readonly PersonFigures[];
    readonly coverage: readonly CoverageDay[];
    readonly items: readonly ItemSummary[];
    readonly cursor: string | null;
  } | null>;
  /** What `uncertainItems` of a person counts, latest first; null where the person is unknown. */
  doubted(id: string, query: FigureQuery, cursor?: string): Promise<DoubtedPage | null>;
  /** Items captured and first published in the period, latest first. */
  items(
    query: FigureQuery,
    choice: ItemsChoice,
  ): Promise<{ readonly items: readonly ItemSummary[]; readonly cursor: string | null }>;
  item(id: string): Promise<ItemPage | null>;
  /** Left out where no texts are stored, as in some tests. */
  readonly whole?: WholeItems;
  /** Left out where nothing is read of the air. */
  readonly air?: AirNumbers;
  /** Left out where front pages are not looked at. */
  readonly frontPages?: FrontPageNumbers;
  /** Left out where only a moment is told, as in some tests. */
  readonly trends?: TrendNumbers;
  /** A post of the register now on screen. */
  post(id: string): Promise<PostPage | null>;
  /**
   * Edits of the register on screen, of one person or post where an id is given; null where it is
   * unknown. Left out where no history is kept.
   */
  readonly history?: (id: string | null) => Promise<RegisterHistory | null>;
  /** Differs from an earlier answer as soon as anything stored has changed. */
  readonly stamp?: () => Promise<string>;
  /** Ids of all outlets of the world on screen. */
  outletIds(): Promise<readonly string[]>;
  /** First and last day with data and which world (demo or real) is on screen. */
  extent(): Promise<{
    readonly demo: boolean;
    readonly period: Period | null;
    readonly outlets: number;
    /** Persons of whom no term is checked. */
    readonly unchecked: readonly string[];
    /** Edits of the register that items were not read with; null or left out: none. */
    readonly olderThanRegister?: UnreadRegister | null;
  }>;
}
