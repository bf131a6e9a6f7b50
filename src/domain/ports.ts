import type { ColumnInchesError } from './errors.ts';
import type { SourceKind } from './outlet.ts';
import type { IsoInstant } from './time.ts';

/** Structured log; fields hold no personal data. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What makes a repeated request conditional. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FetchRequest {
  readonly url: string;
  readonly expects: 'page' | 'feed' | 'sitemap' | 'listing' | 'robots';
  readonly validators?: Validators;
  /** Least time between two requests to the host, milliseconds. */
  readonly delayMs: number;
  readonly allowPrivateAddresses: boolean;
  readonly signal?: AbortSignal;
  /** The look this request is part of: hosts it has entered are not waited for again. */
  readonly visit?: HostVisit;
}

/** `refused`: robots.txt or our own guard said no; nothing was asked of the page. */
export type FetchOutcome = 'ok' | 'not-modified' | 'refused' | 'failed';

/** One attempt through a door, also one that failed: it is stored as such. */
export interface FetchAttempt {
  readonly url: string;
  /** After redirects. */
  readonly finalUrl: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly outcome: FetchOutcome;
  readonly status: number | null;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed body; null unless `ok`. */
  readonly bytes: Uint8Array | null;
  readonly error: ColumnInchesError | null;
}

/**
 * The only way to the outside: HTTP (crawlers/fetch.ts) or a replay of saved pages
 * (crawlers/replay.ts).
 */
export interface FetchDoor {
  fetch(request: FetchRequest): Promise<FetchAttempt>;
  /** Begins a look that keeps the hosts it enters to itself; left out where there is no network. */
  visit?(): HostVisit;
  close(): Promise<void>;
}

/** How a host is asked for. */
export interface HostEntry {
  /** The address it is wanted for, for messages. */
  readonly url: string;
  /** Least time between this use and the next, milliseconds. */
  readonly delayMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** One look at a page through a browser: many requests, and nobody else speaks to their hosts. */
export interface HostVisit {
  /** Waits for a host unless it is this look's already. @throws fetch/host-paused, cancelled */
  enter(host: string, entry: HostEntry): Promise<void>;
  /** Fires where another machine may have the hosts by now: nothing more may be asked. */
  readonly lost: AbortSignal;
  leave(): Promise<void>;
}

/** What a lender of hosts answers: it is ours until given back, or when to ask again. */
export type HostLoan =
  | { readonly lent: true; readonly lost: AbortSignal }
  | { readonly lent: false; readonly waitMs: number; readonly paused: boolean };

/** How a host was used. */
export interface HostUse {
  /** Nobody asks it for so long, milliseconds. */
  readonly delayMs: number;
  /** Where it said “too often”: for how long it wants peace (null: it did not say), and at most. */
  readonly pause: { readonly askedMs: number | null; readonly mostMs: number } | null;
  /** It answered as it should, which ends a row of pauses. */
  readonly recovered: boolean;
}

/** Lends hosts to one worker at a time, on all machines together. */
export interface HostLender {
  ask(host: string): Promise<HostLoan>;
  giveBack(host: string, use: HostUse): Promise<void>;
  /** Gives back what is still lent. */
  close(): Promise<void>;
}

/** What a crawl found out about an article before opening it. */
export interface Lead {
  readonly url: string;
  readonly title: string | null;
  readonly publishedAt: IsoInstant | null;
  readonly via: SourceKind;
}

/**
 * One page a crawl has fetched, handed to the pipeline, which stores it before the next is asked
 * for.
 */
export interface CapturedPage {
  readonly outletId: string;
  /** `robots`: what the door asked of its own accord before it asked for a page. */
  readonly kind: 'article' | 'source' | 'robots' | 'broadcast';
  /**
   * The kind of source, for `source` pages; how the article was found, for `article`; `bulletin`
   * for a bulletin's page or subtitles (`broadcast`).
   */
  readonly sourceKind: SourceKind;
  readonly attempt: FetchAttempt;
  /** The article's address was fetched before, so it is hardly new. */
  readonly isKnown?: boolean;
  readonly lead: Lead | null;
  /** For a source: what it listed, in its order. */
  readonly leads: readonly Lead[];
}

/** What a crawl must know of earlier ones; answered by the pipeline from the database. */
export interface CrawlMemory {
  /** Validators of the last successful fetch of a URL. */
  validators(url: string): Promise<Validators | null>;
  /** When the article was first and last fetched; null if never. Young ones are looked at again. */
  fetched(outletId: string, url: string): Promise<{ first: Date; last: Date } | null>;
}
