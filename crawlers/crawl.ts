import {
  asColumnInchesError,
  type CapturedPage,
  type Clock,
  type ColumnInchesError,
  type CrawlMemory,
  type FetchAttempt,
  type FetchDoor,
  type Lead,
  type Log,
  type Outlet,
  type Source,
  type SourceKind,
} from '../src/domain/index.ts';
import { isVariant, itemKey } from './canonical-url.ts';
import { CrawlEngine, type Next, type Task } from './crawl-engine.ts';
import { subtitleOf } from './sources/bulletin.ts';
import { SOURCE_READERS, type SourceReading } from './sources/index.ts';

export interface CrawlOptions {
  readonly outlet: Outlet;
  readonly door: FetchDoor;
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: CrawlMemory;
  /**
   * Told of every attempt, also a failed one, and awaited before the next request. What it throws
   * with the verdict `skip-item` or `retry` is counted; anything else ends the crawl.
   */
  readonly onPage: (page: CapturedPage) => Promise<void>;
  /** Articles younger than this are looked at again for edits; 0 = never. Milliseconds. */
  readonly recheckWithinMs: number;
  /** Not sooner than this after the last look. Milliseconds, default one hour. */
  readonly recheckEveryMs?: number;
  /** Only sources of these kinds, e.g. feeds between the nightly crawls. Default: all. */
  readonly kinds?: readonly SourceKind[];
  /** Most articles fetched in one crawl; the newest first. Default 1,000. */
  readonly maxArticles?: number;
  readonly signal?: AbortSignal;
}

/** What became of one source. */
export interface SourceSummary {
  readonly source: Source;
  readonly outcome: FetchAttempt['outcome'] | 'unreadable';
  readonly leads: number;
  /** Code of the error, where there was one. */
  readonly error: string | null;
}

export interface CrawlSummary {
  readonly outletId: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly sources: readonly SourceSummary[];
  /** Different items the sources named. */
  readonly leads: number;
  /** Known from earlier crawls and not due for another look. */
  readonly known: number;
  readonly articles: Readonly<Record<FetchAttempt['outcome'], number>>;
  /** Number of errors by code, sources and articles together. */
  readonly errors: Readonly<Record<string, number>>;
  /** `host-trouble`: the site failed several times in a row or asked for a long pause. */
  readonly ended: 'complete' | 'cancelled' | 'host-trouble';
}

const HOUR_MS = 3_600_000;
const MAX_BULLETINS = 200;
const MAX_ARTICLES = 1_000;
/**
 * An article is not looked at again before this share of its age has passed since the last look.
 */
const RECHECK_AGE_SHARE = 0.4;
/** Sitemaps that an index may add to the outlet's own sources in one crawl. */
const MAX_FURTHER_SOURCES = 40;
/** So many failures of the host in a row, and the rest waits for the next crawl. */
const TROUBLE_LIMIT = 5;
/** One of these is enough: the site said no, or asked for a pause. */
const LEAVE: ReadonlySet<string> = new Set(['fetch/host-paused', 'fetch/blocked']);
const TROUBLE: ReadonlySet<string> = new Set(
  [
    'dns',
    'connect',
    'connect-timeout',
    'tls',
    'reset',
    'first-byte-timeout',
    'timeout',
    'too-slow',
    'server-error',
    'unavailable',
    'rate-limited',
    'robots-unreachable',
  ].map((name) => `fetch/${name}`),
);

/**
 * Crawls one outlet: its sources, then the articles they name that are new or due for another look.
 * One bad item or source never ends it. @throws what `onPage` or `memory` threw to stop the run
 */
export async function crawlOutlet(options: CrawlOptions): Promise<CrawlSummary> {
  return await new Crawl(options).run();
}

class Crawl {
  readonly #options: CrawlOptions;
  readonly #engine: CrawlEngine;
  readonly #leads = new Map<string, Lead>();
  readonly #bulletins = new Map<string, Lead>();
  readonly #sources: SourceSummary[] = [];
  readonly #asked = new Set<string>();
  /** The last outcome of each article asked for. */
  readonly #articles = new Map<string, FetchAttempt['outcome']>();
  readonly #errors: Record<string, number> = {};
  #known = 0;
  /** Addresses of articles that earlier crawls fetched. */
  readonly #fetchedBefore = new Set<string>();
  #troubles = 0;
  #ended: CrawlSummary['ended'] = 'complete';

  constructor(options: CrawlOptions) {
    this.#options = options;
    this.#engine = new CrawlEngine(options);
  }

  async run(): Promise<CrawlSummary> {
    const { clock, outlet, log } = this.#options;
    const startedAt = clock.now();
    const sources = this.#chosenSources();
    await this.#engine.run(sources.map((source) => this.#sourceTask(source)));
    const due = await this.#dueArticles();
    await this.#engine.run(due.map((lead) => this.#articleTask(lead)));
    const aired = await this.#due(this.#bulletins.values(), MAX_BULLETINS);
    await this.#engine.run(aired.map((lead) => this.#broadcastTask(lead, true)));
    if (this.#options.signal?.aborted || this.#engine.isInterrupted) this.#ended = 'cancelled';
    const summary: CrawlSummary = {
      outletId: outlet.id,
      startedAt,
      finishedAt: clock.now(),
      sources: this.#sources,
      leads: this.#leads.size,
      known: this.#known,
      articles: tally(this.#articles.values()),
      errors: this.#errors,
      ended: this.#ended,
    };
    const { articles, errors, ended, leads } = summary;
    log.info({ outlet: outlet.id, leads, articles, errors, ended }, 'outlet crawled');
    return summary;
  }

  #chosenSources(): Source[] {
    const { outlet, kinds } = this.#options;
    const order = Object.keys(SOURCE_READERS);
    const chosen = outlet.sources
      .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
      .toSorted((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind));
    return chosen.filter((source) => this.#isFirstTime(source));
  }

  #isFirstTime({ kind, url }: Source): boolean {
    const key = `${kind} ${url}`;
    if (this.#asked.has(key) || this.#asked.size >= this.#maxSources()) return false;
    this.#asked.add(key);
    return true;
  }

  #maxSources(): number {
    return this.#options.outlet.sources.length + MAX_FURTHER_SOURCES;
  }

  #sourceTask(source: Source): Task {
    const { expects } = SOURCE_READERS[source.kind];
    return {
      url: source.url,
      expects,
      // A source is always read whole: what it lists is the record of that moment.
      validators: async () => null,
      retry: async (attempt) => {
        this.#count(attempt.error);
        const { kind: sourceKind } = source;
        await this.#hand({ kind: 'source', sourceKind, attempt, lead: null, leads: [] });
        return this.#follows(attempt, []) === 'stop' ? 'stop' : 'again';
      },
      handle: async (attempt) => {
        const { reading, unreadable } = this.#readSource(source, attempt);
        const error = attempt.error ?? unreadable;
        this.#sources.push({
          source,
          outcome: unreadable ? 'unreadable' : attempt.outcome,
          leads: reading.leads.length,
          error: error?.code ?? null,
        });
        this.#count(error);
        const { leads } = reading;
        const sourceKind = source.kind;
        await this.#hand({ kind: 'source', sourceKind, attempt, lead: null, leads });
        for (const lead of reading.leads) this.#join(lead);
        for (const lead of reading.bulletins ?? []) this.#bulletins.set(itemKey(lead.url), lead);
        const further = reading.further.filter((next) => this.#isFirstTime(next));
        return this.#follows(
          attempt,
          further.map((next) => this.#sourceTask(next)),
        );
      },
    };
  }

  #readSource(source: Source, attempt: FetchAttempt) {
    const nothing: SourceReading = { leads: [], further: [] };
    const { bytes, headers, finalUrl: url } = attempt;
    if (bytes === null) return { reading: nothing, unreadable: null };
    const { outlet, clock } = this.#options;
    try {
      const page = { outlet, source, bytes, headers, url, now: clock.now() };
      return { reading: SOURCE_READERS[source.kind].read(page), unreadable: null };
    } catch (thrown) {
      const fallback = { code: 'crawl/unreadable-source', verdict: 'stop-source' } as const;
      const unreadable = asColumnInchesError(thrown, { ...fallback, cause: thrown });
      this.#options.log.warn({ outlet: outlet.id, url: source.url }, unreadable.message);
      return { reading: nothing, unreadable };
    }
  }

  #join(lead: Lead): void {
    const key = itemKey(lead.url);
    const known = this.#leads.get(key);
    if (!known) {
      this.#leads.set(key, lead);
      return;
    }
    // The ordinary page is fetched rather than its AMP or mobile rendering; a feed's time is kept.
    this.#leads.set(key, {
      url: isVariant(known.url) && !isVariant(lead.url) ? lead.url : known.url,
      title: known.title ?? lead.title,
      publishedAt: known.publishedAt ?? lead.publishedAt,
      via: known.via,
    });
  }

  async #dueArticles(): Promise<Lead[]> {
    const due = await this.#due(this.#leads.values(), Number.POSITIVE_INFINITY);
    this.#known = this.#leads.size - due.length;
    return due.slice(0, this.#options.maxArticles ?? MAX_ARTICLES);
  }

  /** Those that are new or due for another look, the newest first. */
  async #due(leads: Iterable<Lead>, most: number): Promise<Lead[]> {
    const due: Lead[] = [];
    for (const lead of leads) if (await this.#isDue(lead)) due.push(lead);
    return due.toSorted((left, right) => timeOf(right) - timeOf(left)).slice(0, most);
  }

  async #isDue(lead: Lead): Promise<boolean> {
    const { memory, outlet, clock, recheckWithinMs, recheckEveryMs = HOUR_MS } = this.#options;
    const fetched = await memory.fetched(outlet.id, lead.url);
    if (fetched === null) return true;
    this.#fetchedBefore.add(lead.url);
    const now = clock.now().getTime();
    const born = lead.publishedAt === null ? fetched.first.getTime() : timeOf(lead);
    const age = now - born;
    // Edits become rarer with age, so looks do too: politeness without losing the early ones.
    const wait = Math.max(recheckEveryMs, age * RECHECK_AGE_SHARE);
    return age < recheckWithinMs && now - fetched.last.getTime() >= wait;
  }

  #articleTask(lead: Lead): Task {
    const { memory } = this.#options;
    const record = async (attempt: FetchAttempt) => {
      this.#articles.set(lead.url, attempt.outcome);
      this.#count(attempt.error);
      const isKnown = this.#fetchedBefore.has(lead.url);
      await this.#hand({
        kind: 'article',
        sourceKind: lead.via,
        attempt,
        isKnown,
        lead,
        leads: [],
      });
    };
    return {
      url: lead.url,
      expects: 'page',
      validators: async () => await memory.validators(lead.url),
      retry: async (attempt) => {
        await record(attempt);
        return this.#follows(attempt, []) === 'stop' ? 'stop' : 'again';
      },
      handle: async (attempt) => {
        await record(attempt);
        return this.#follows(attempt, []);
      },
    };
  }

  /** A bulletin's page, and after it the subtitles it names. */
  #broadcastTask(lead: Lead, isPage: boolean): Task {
    const { memory, outlet } = this.#options;
    const record = async (attempt: FetchAttempt) => {
      this.#count(attempt.error);
      await this.#hand({ kind: 'broadcast', sourceKind: 'bulletin', attempt, lead, leads: [] });
    };
    return {
      url: lead.url,
      expects: isPage ? 'page' : 'listing',
      validators: async () => await memory.validators(lead.url),
      retry: async (attempt) => {
        await record(attempt);
        return this.#follows(attempt, []) === 'stop' ? 'stop' : 'again';
      },
      handle: async (attempt) => {
        await record(attempt);
        const subtitle = isPage ? subtitleOf(attempt, outlet, this.#options.clock.now()) : null;
        const next = subtitle === null ? null : { ...lead, url: subtitle };
        const isWanted = next !== null && (await this.#isDue(next));
        return this.#follows(attempt, isWanted ? [this.#broadcastTask(next, false)] : []);
      },
    };
  }

  async #hand(page: Omit<CapturedPage, 'outletId'>): Promise<void> {
    const { outlet, onPage, log } = this.#options;
    const { attempt } = page;
    try {
      await onPage({ outletId: outlet.id, ...page });
    } catch (thrown) {
      const fallback = { code: 'crawl/on-page', verdict: 'stop-run' } as const;
      const error = asColumnInchesError(thrown, { ...fallback, cause: thrown });
      if (error.verdict === 'stop-run' || error.verdict === 'stop-source') throw error;
      this.#count(error);
      log.warn({ outlet: outlet.id, url: attempt.url, code: error.code }, error.message);
    }
  }

  /** What comes next: nothing at all once the host is in trouble. */
  #follows(attempt: FetchAttempt, tasks: readonly Task[]): Next {
    const code = attempt.error?.code ?? '';
    this.#troubles = TROUBLE.has(code) ? this.#troubles + 1 : 0;
    if (LEAVE.has(code) || this.#troubles >= TROUBLE_LIMIT) {
      this.#ended = 'host-trouble';
      return 'stop';
    }
    return attempt.error?.verdict === 'stop-source' ? [] : tasks;
  }

  #count(error: ColumnInchesError | null): void {
    if (error) this.#errors[error.code] = (this.#errors[error.code] ?? 0) + 1;
  }
}

function tally(outcomes: Iterable<FetchAttempt['outcome']>) {
  const counts = { ok: 0, 'not-modified': 0, refused: 0, failed: 0 };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

function timeOf({ publishedAt }: Lead): number {
  return publishedAt === null ? 0 : Date.parse(publishedAt) || 0;
}
