import type { BroadcastRules } from './broadcast.ts';
import type { BlockKind } from './front-page.ts';
import { type Day, dayIn } from './time.ts';

export type Medium = 'newspaper' | 'news-site' | 'broadcaster';

export type SourceKind = 'feed' | 'sitemap' | 'homepage' | 'section' | 'listing' | 'bulletin';

/** One address at an outlet that tells what it published. */
export interface Source {
  readonly kind: SourceKind;
  readonly url: string;
  readonly title?: string;
}

/**
 * CSS selectors for one outlet's layout, valid between two days (inclusive; null = open). A change
 * is a series break.
 */
export interface DatedSelectors {
  readonly from: Day | null;
  readonly until: Day | null;
  readonly title?: string;
  readonly standfirst?: string;
  readonly body?: string;
  readonly publishedAt?: string;
  /** Parts inside the body that are not its text. */
  readonly remove?: readonly string[];
}

/** A newspaper, broadcaster or site whose items are measured. Times in its own zone. */
export interface Outlet {
  /** Lower-case words joined by hyphens, the YAML's file name: `bao-quang-ngai`. */
  readonly id: string;
  readonly name: string;
  readonly nameEnglish?: string;
  readonly medium: Medium;
  readonly homepage: string;
  /** Place id as in the register, e.g. `quang-ngai`; null for a nationwide outlet. */
  readonly place: string | null;
  /** First and last day it published, inclusive; left out where unknown or still open. */
  readonly from?: Day;
  readonly until?: Day;
  /** Id of the outlet that goes on in its place. */
  readonly successor?: string;
  /** Its name, where it is only in the catalogue. */
  readonly successorName?: string;
  /** BCP 47 tag of what it is written in. */
  readonly language: string;
  readonly timeZone: string;
  /**
   * Checked against the live site by a person; unverified outlets are marked wherever they are
   * shown.
   */
  readonly verified: boolean;
  readonly sources: readonly Source[];
  readonly selectors: readonly DatedSelectors[];
  /** Least time between two requests to one of its hosts, milliseconds. */
  readonly delayMs: number;
  /** Usual number of items a day: `min` is what the ledger expects of a day at the least. */
  readonly expectedItemsPerDay: { readonly min: number; readonly max: number };
  /**
   * URL patterns (RegExp source) of its articles and of what is never one, where the generic
   * reading is weak.
   */
  readonly articleUrls?: {
    readonly include?: readonly string[];
    readonly exclude?: readonly string[];
  };
  /** How its front page is looked at; what is left out has a default. */
  readonly frontPage?: {
    /** Minutes between two looks; default 15, at least 5. */
    readonly everyMinutes?: number;
    /** What fills a block, where the generic reading is weak; the first rule that matches holds. */
    readonly blocks?: readonly {
      /** RegExp source, tried on the block's heading, id and class names. */
      readonly match: string;
      readonly kind: BlockKind;
    }[];
  };
  /** Of a broadcaster: its channels and what its programmes are; left out, defaults hold. */
  readonly broadcast?: BroadcastRules;
  /** Loopback and private addresses are refused unless this is true (the demo press). */
  readonly allowPrivateAddresses: boolean;
  /** Fiction, shown as such everywhere and kept apart from real data. */
  readonly demo: boolean;
}

/**
 * Whether an outlet is past its last day, and the day after it, on which what came late is still
 * taken: nothing is asked of it any more, and nothing missed.
 */
export function hasEnded(
  { until, timeZone }: Pick<Outlet, 'until' | 'timeZone'>,
  now: Date,
): boolean {
  if (until === undefined) return false;
  const dayMs = 86_400_000;
  return dayIn(timeZone, new Date(now.getTime() - dayMs)) > until;
}
