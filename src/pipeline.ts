import { type Analyzer, createAnalyzer } from '../analyzers/index.ts';
import { type CrawlSummary, crawlOutlet, decodeText, extractArticle } from '../crawlers/index.ts';
import { type Archive, crawlMemory, type Database, loadRegister, storePage } from '../db/index.ts';
import type {
  AnalyzableItem,
  Article,
  CapturedPage,
  Clock,
  FetchDoor,
  Log,
  Outlet,
} from './domain/index.ts';

/** What the flow runs on: clock, network, log and database are passed in. */
export interface PipelineParts {
  readonly db: Database;
  readonly archive: Archive;
  readonly door: FetchDoor;
  readonly clock: Clock;
  readonly log: Log;
}

/** Called after each stored page, for progress. */
export type OnStored = (page: CapturedPage) => void;

/**
 * The flow, one outlet, one page at a time: crawl → extract → detect → measure → store. A page is
 * stored whole (attempt, bytes, version, mentions, measures) in one transaction or not at all, so
 * that a killed run goes on where it stopped. Publishing reads what is stored.
 */
export async function runOutlet(
  outlet: Outlet,
  parts: PipelineParts,
  options: { readonly onStored?: OnStored; readonly signal?: AbortSignal } = {},
): Promise<CrawlSummary> {
  const analyzer = createAnalyzer(await loadRegister(parts.db, { demo: outlet.demo }));
  return crawlOutlet({
    outlet,
    door: parts.door,
    clock: parts.clock,
    log: parts.log,
    memory: crawlMemory(parts.db),
    ...(options.signal ? { signal: options.signal } : {}),
    onPage: async (page) => {
      await keepPage(page, outlet, { parts, analyzer });
      options.onStored?.(page);
    },
  });
}
