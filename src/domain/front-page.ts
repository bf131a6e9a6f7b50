/** A rectangle in CSS pixels from the page's top left corner. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type ViewportName = 'desktop' | 'phone';

export interface Viewport {
  readonly name: ViewportName;
  readonly width: number;
  readonly height: number;
}

/** The two windows a page is looked at through; the first is the reference. */
export const viewports: Readonly<Record<ViewportName, Viewport>> = {
  desktop: { name: 'desktop', width: 1366, height: 768 },
  phone: { name: 'phone', width: 390, height: 844 },
};

/** What fills a block: editors, a counter, turns, a moving line, money, or the site's own frame. */
export type BlockKind = 'editorial' | 'automatic' | 'carousel' | 'ticker' | 'sponsored' | 'chrome';

/** One story's link card in one block of one snapshot, in visible geometry. */
export interface PagePlacement {
  /** The same for all renderings of one address: what a story is joined by. */
  readonly storyKey: string;
  /** Address as linked, without tracking parameters. */
  readonly url: string;
  readonly headline: string;
  /** Around all of its ink. All zero where nothing of it is seen (a waiting slide). */
  readonly box: PageBox;
  /** Visible text-line boxes. */
  readonly lines: readonly PageBox[];
  /** Visible pictures. */
  readonly pictures: readonly PageBox[];
  /** Square pixels of the union of lines and pictures. */
  readonly inkArea: number;
  readonly pictureArea: number;
  /** Largest type of its link; null where the link has no text. */
  readonly headlinePx: number | null;
  readonly headlineWeight: number | null;
  /** 1 = read first. */
  readonly rank: number;
  /** Its top edge is seen without scrolling. */
  readonly aboveFold: boolean;
  readonly blockLabel: string | null;
  readonly blockKind: BlockKind;
  /** Part of its ink that an edge cuts away, 0–1. */
  readonly crop: number;
  /** Which place of turns it stands in, and how many slides take turns there; null elsewhere. */
  readonly carousel: { readonly id: number; readonly slides: number } | null;
}

/** Why a look at a page yields no figure. */
export type SnapshotFault =
  | 'unreachable'
  | 'refused'
  | 'error-page'
  | 'redirected'
  | 'no-links'
  | 'lost-styles'
  | 'consent-wall'
  | 'scroll-lock'
  | 'too-slow'
  | 'browser-gone';

/** What looked, so that a change of it can be told from a change of the page. */
export interface BrowserFacts {
  /** Name and version. */
  readonly browser: string;
  readonly fonts: string;
  /** Requests kept back by the rule against third-party advertising and tracking. */
  readonly blockedRequests: number;
  /** Requests the site's robots.txt keeps from us. */
  readonly disallowedRequests: number;
  /** A consent question was answered with no. */
  readonly consentRefused: boolean;
}

/** One look at a page through one window. */
export interface PageSnapshot {
  readonly url: string;
  readonly finalUrl: string;
  readonly viewport: Viewport;
  readonly takenAt: Date;
  readonly durationMs: number;
  /** null = good. */
  readonly fault: SnapshotFault | null;
  /** Whole sentences; null where good. */
  readonly faultText: string | null;
  readonly pageHeight: number;
  readonly facts: BrowserFacts;
  readonly placements: readonly PagePlacement[];
  /** JPEG of at most ten screenfuls; null where none could be made. */
  readonly screenshot: Uint8Array | null;
  /** The same at a twelfth of its size: the layout shows, the text cannot be read. */
  readonly thumbnail: Uint8Array | null;
  /** The page with its styles and pictures in one file (MHTML); null where too large or failed. */
  readonly selfContained: Uint8Array | null;
}

/** A story's part of one snapshot. */
export interface StoryShare {
  readonly storyKey: string;
  /** Share of looks at a page full of ink, 0–1, in editorial and carousel blocks. */
  readonly exposure: number;
  /** Exposure ÷ the sum over all stories; null where there was no editorial ink. */
  readonly share: number | null;
  readonly automaticExposure: number;
}

/** Which page of an outlet: its front page or one of its sections. */
export type PageKind = 'front' | 'section';
