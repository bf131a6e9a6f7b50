import {
  ClusterIndex,
  clusterWindowStart,
  createAnalyzer,
  methodVersion,
  sentencesOf,
} from '../analyzers/index.ts';
import {
  type CrawlSummary,
  crawlOutlet,
  decodeText,
  extractArticle,
  feedShape,
  missesLayout,
} from '../crawlers/index.ts';
import {
  alone,
  type Archive,
  type ClusterMember,
  crawlMemory,
  type Database,
  firstUnclusteredDay,
  type Handle,
  itemTexts,
  loadRegister,
  recordFetch,
  refreshCoverage,
  saveAnalysis,
  saveArticleVersion,
  saveClusters,
  saveFeedReading,
  saveFeedShape,
  setState,
  storeNewItem,
} from '../db/index.ts';
import { linkBroadcasts, readBroadcast, storeBroadcast, tellFaults } from './broadcasts.ts';
import {
  type Article,
  asColumnInchesError,
  type CapturedPage,
  type Clock,
  ColumnInchesError,
  type Day,
  type FetchAttempt,
  type FetchDoor,
  type ItemAnalysis,
  type Log,
  type Outlet,
  type SourceKind,
} from './domain/index.ts';

/** What the flow runs on: database, archive, network, clock and log are passed in. */
export interface PipelineParts {
  readonly database: Database;
  readonly archive: Archive;
  readonly door: FetchDoor;
  /** Requests the door made of its own accord (robots.txt) and nobody has stored yet. */
  readonly ownAttempts?: FetchAttempt[];
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * What became of a page: an article, a bulletin or its subtitles, a source read, or stored as
 * failed with its reason.
 */
export type Kept = 'article' | 'source' | 'broadcast' | 'failed';

/** How long after an article was first fetched it is looked at again for edits. */
const recheckWithinMs = 72 * 3_600_000;

/**
 * The flow of one outlet, a page at a time: `crawlOutlet` fetches, `keepPage` does the rest
 * (extract → detect → measure → store), `finishRun` compares the items of a run. Publishing reads
 * what is stored.
 */
async function runOutlet(
  outlet: Outlet,
  parts: PipelineParts,
  options: {
    readonly onKept?: (kept: Kept) => void;
    readonly kinds?: readonly SourceKind[];
    readonly signal?: AbortSignal;
  } = {},
): Promise<CrawlSummary> {
  const analyze = await analyzerFor(outlet, parts);
  return crawlOutlet({
    outlet,
    door: parts.door,
    clock: parts.clock,
    log: parts.log,
    memory: crawlMemory(parts.database.db),
    recheckWithinMs,
    ...(options.kinds ? { kinds: options.kinds } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    onPage: async (page) => {
      const kept = await keepPage(page, { outlet, parts, analyze });
      options.onKept?.(kept);
    },
  });
}

/**
 * Outlets side by side: each has its own host, so that waiting for one does not hold up another.
 */
export const outletsAtOnce = 4;

/**
 * `runOutlet` for several; `onOutlet` hears of each that is done. Throws what stopped one of them,
 * but not before the others have put down what they had in hand: no crawl outlives its run.
 */
export async function runOutlets(
  outlets: readonly Outlet[],
  parts: PipelineParts,
  options: {
    readonly onKept?: (kept: Kept, outlet: Outlet) => void;
    readonly onOutlet?: (summary: CrawlSummary, outlet: Outlet) => Promise<void>;
    /** Only sources of these kinds; default: all. */
    readonly kinds?: readonly SourceKind[];
    readonly signal?: AbortSignal;
  } = {},
): Promise<readonly CrawlSummary[]> {
  const summaries: CrawlSummary[] = [];
  const waiting = [...outlets];
  const worker = async () => {
    for (let outlet = waiting.shift(); outlet; outlet = waiting.shift()) {
      if (options.signal?.aborted) return;
      const current = outlet;
      const summary = await runOutlet(current, parts, {
        onKept: (kept) => options.onKept?.(kept, current),
        ...(options.kinds ? { kinds: options.kinds } : {}),
        ...(options.signal ? { signal: options.signal } : {}),
      });
      summaries.push(summary);
      await options.onOutlet?.(summary, current);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: outletsAtOnce }, worker));
  const stopped = ends.find((end) => end.status === 'rejected');
  if (stopped) throw stopped.reason;
  return summaries;
}

type Analyze = ReturnType<typeof createAnalyzer>;

/** The outlet a page is of, and what to work on it with. */
export interface PageSetting {
  readonly outlet: Outlet;
  readonly parts: PipelineParts;
  /** Detects and measures against the register of the outlet's world. */
  readonly analyze: Analyze;
}

/** Detection against the register of the outlet's world, demo or real. */
export async function analyzerFor(outlet: Outlet, parts: PipelineParts): Promise<Analyze> {
  return createAnalyzer(await loadRegister(parts.database.db, { demo: outlet.demo }));
}

/**
 * Stores a page whole (bytes, attempt, version, mentions, measures) in one transaction or not at
 * all, so that a killed run goes on where it stopped; a page that cannot be read is stored as
 * failed. Most articles are new, and those take one statement.
 */
export async function keepPage(page: CapturedPage, setting: PageSetting): Promise<Kept> {
  await keepOwnAttempts(page, setting);
  const { archive, database } = setting.parts;
  const { bytes } = page.attempt;
  const blobHash = bytes === null ? null : await archive.put(bytes);
  const read = page.kind === 'article' && bytes !== null ? readArticle(page, bytes, setting) : null;
  if (read instanceof ColumnInchesError) {
    const attempt = { ...page.attempt, outcome: 'failed' as const, error: read };
    await database.transaction((db) => recordFetch(db, { ...page, attempt }, blobHash));
    return 'failed';
  }
  // Whether it is new is only known once it is analyzed, which one fetched before is not worth.
  const isLikelyNew = read !== null && page.isKnown !== true;
  if (isLikelyNew && (await storeNewArticle({ article: read, page, blobHash }, setting)))
    return 'article';
  const aired = readBroadcast(page, setting.outlet);
  if (aired) tellFaults(aired, page.attempt.finalUrl, setting.parts.log);
  await database.transaction(async (db) => {
    const fetchId = await recordFetch(db, page, blobHash);
    if (page.sourceKind === 'feed') await keepFeedOrder(db, fetchId, page);
    if (read) await storeArticle(db, { article: read, fetchId, page, again: false }, setting);
    const { url, startedAt: seenAt } = page.attempt;
    if (aired) await storeBroadcast(db, { reading: aired, url, seenAt }, setting);
  });
  if (page.attempt.outcome === 'failed' || page.attempt.outcome === 'refused') return 'failed';
  return page.kind === 'article' || page.kind === 'broadcast' ? page.kind : 'source';
}

/** Every attempt is a row, also the door's own look at a site's robots.txt before this page. */
async function keepOwnAttempts(page: CapturedPage, { parts }: PageSetting): Promise<void> {
  const waiting = parts.ownAttempts ?? [];
  const { host } = new URL(page.attempt.url);
  for (const attempt of waiting.filter(({ url }) => new URL(url).host === host)) {
    waiting.splice(waiting.indexOf(attempt), 1);
    const blobHash = attempt.bytes === null ? null : await parts.archive.put(attempt.bytes);
    const own: CapturedPage = { ...page, kind: 'robots', attempt, lead: null, leads: [] };
    await parts.database.transaction((db) => recordFetch(db, own, blobHash));
  }
}

/** A feed's order is what its editors, or its machine, chose; how much it says is watched. */
async function keepFeedOrder(db: Handle, fetchId: string, page: CapturedPage): Promise<void> {
  const { outletId, leads, attempt } = page;
  if (page.kind !== 'source' || leads.length === 0) return;
  const { url, startedAt: seenAt } = attempt;
  await saveFeedReading(db, { fetchId, outletId, url, seenAt, leads });
  if (attempt.bytes === null) return;
  const shape = feedShape(attempt.bytes, attempt.headers);
  await saveFeedShape(db, { outletId, url, seenAt, shape });
}

/** Extract: the article of a page, or why it has none. */
export function readArticle(
  page: Pick<CapturedPage, 'attempt' | 'lead'>,
  bytes: Uint8Array,
  setting: PageSetting,
): Article | ColumnInchesError {
  const { attempt, lead } = page;
  const { outlet } = setting;
  try {
    const article = extractArticle(decodeText(bytes, attempt.headers).text, attempt.finalUrl, {
      selectors: outlet.selectors,
      timeZone: outlet.timeZone,
      language: outlet.language,
      now: attempt.startedAt,
      ...(lead ? { lead } : {}),
    });
    if (missesLayout(article)) return layoutChanged(attempt.finalUrl);
    return isArticle(article) ? article : noArticle(attempt.finalUrl);
  } catch (thrown) {
    setting.parts.log.warn({ url: attempt.finalUrl }, 'a page could not be read');
    return asColumnInchesError(thrown, { code: 'extract/failed', verdict: 'skip-item' });
  }
}

/** Below it a page is some notice ("back soon") rather than an article. */
const leastConfidence = 0.5;

/**
 * A notice or rubbish sent in an article's place must not become its newest version: an article
 * says its own title, where rubbish has only the one a feed told us.
 */
function isArticle({ text, confidence, origins }: Article): boolean {
  const hasTitle = origins.title !== 'none' && origins.title !== 'feed';
  return hasTitle && text !== '' && confidence >= leastConfidence;
}

function noArticle(url: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'extract/no-article',
    verdict: 'skip-item',
    message:
      `No article text was found on ${url}. If it is one, name its body in the outlet's ` +
      'selectors; if it never is, exclude its address in articleUrls.',
    messageVietnamese:
      `Không thấy nội dung bài báo ở ${url}. Nếu đó là bài báo, ghi phần thân bài trong selectors của ` +
      'cơ quan; nếu không bao giờ là bài báo, loại địa chỉ đó trong articleUrls.',
  });
}

/** A guess at a page of a new layout would be a wrong figure: the ledger shows a gap instead. */
function layoutChanged(url: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'extract/layout-changed',
    verdict: 'skip-item',
    message:
      `The outlet's selector of the body matches nothing on ${url}. If the site has a new layout, ` +
      'end the block of selectors in its file and begin a new one ("outlets check" proposes it).',
    messageVietnamese:
      `Bộ chọn phần thân bài không khớp gì trên ${url}. Nếu trang đã đổi giao diện, hãy kết thúc ` +
      'nhóm bộ chọn cũ trong tệp và thêm nhóm mới ("outlets check" có gợi ý).',
  });
}

/** Detect, measure, store; answers false, and stores nothing, if the article is known already. */
function storeNewArticle(
  read: {
    readonly article: Article;
    readonly page: CapturedPage;
    readonly blobHash: string | null;
  },
  setting: PageSetting,
): Promise<boolean> {
  const { article, page, blobHash } = read;
  return storeNewItem(setting.parts.database.db, {
    page,
    blobHash,
    article,
    canonicalUrl: article.canonicalUrl,
    analyze: (itemId) => analysisOf(itemId, read, setting),
  });
}

/** Detect, measure, store. Call it in the page's transaction. */
export async function storeArticle(
  db: Handle,
  read: {
    readonly article: Article;
    readonly fetchId: string;
    readonly page: Pick<CapturedPage, 'attempt'>;
    /** Analyze also a text that has not changed: the method or the register may have. */
    readonly again: boolean;
  },
  setting: PageSetting,
): Promise<void> {
  const { article, fetchId, page } = read;
  const saved = await saveArticleVersion(db, {
    outletId: setting.outlet.id,
    canonicalUrl: article.canonicalUrl,
    article,
    fetchId,
    firstSeen: page.attempt.startedAt,
  });
  if (!saved.changed && !read.again) return;
  await saveAnalysis(db, saved, analysisOf(saved.itemId, read, setting));
}

function analysisOf(
  itemId: string,
  { article, page }: { readonly article: Article; readonly page: Pick<CapturedPage, 'attempt'> },
  { outlet, analyze }: PageSetting,
): ItemAnalysis {
  return analyze({
    id: itemId,
    outlet: outlet.id,
    publishedAt: article.publishedAt ?? page.attempt.startedAt.toISOString(),
    title: article.title,
    text: article.text,
    language: article.language ?? outlet.language,
    place: outlet.place,
    paragraphs: article.paragraphs,
    pictures: article.pictures,
  });
}

const beforeAllDays: Day = '0001-01-01';

/**
 * After a run: which items tell one story, and what the ledger says of each day. Stories are looked
 * for from the first day with a new or edited item on, among the items of the window before it;
 * `anew` = from the first item there is.
 */
export async function finishRun(
  parts: PipelineParts,
  options: {
    readonly demo: boolean;
    readonly anew?: boolean;
    /** Whose ledger is written anew; default: everyone's. */
    readonly outlets?: readonly string[];
  },
): Promise<void> {
  const { db } = parts.database;
  const { demo, anew = false, outlets } = options;
  const begun = performance.now();
  parts.log.info({ demo, outlets }, 'figures: stories, ledger and sums begun');
  const from = anew ? beforeAllDays : await firstUnclusteredDay(db, { demo, methodVersion });
  if (from !== null) await clusterFrom(db, from, demo);
  await linkBroadcasts(db, options.demo);
  await refreshFigures(parts.database, outlets ? { outlets } : {});
  await setState(db, 'methodVersion', methodVersion);
  const { noticeDeviations } = await import('./publish/index.ts');
  await noticeDeviations(db, { demo, at: parts.clock.now() });
  const durationMs = Math.round(performance.now() - begun);
  parts.log.info({ demo, outlets, durationMs }, 'figures: up to date');
}

/** The same, while nobody else does it: of two ledgers written at once one would fail. */
export async function finishRunAlone(...given: Parameters<typeof finishRun>): Promise<void> {
  const [{ database }] = given;
  await alone(database, 'finish-run', () => finishRun(...given));
}

/** Writes the ledger anew, and sums and indexes every day in which something changed. */
export async function refreshFigures(
  { db }: Pick<Database, 'db'>,
  scope: { readonly outlets?: readonly string[] } = {},
): Promise<void> {
  await refreshCoverage(db, scope);
  // Loaded late: charts and their libraries are not needed to start a command.
  const { refreshPublished } = await import('./publish/index.ts');
  await refreshPublished(db, sentencesOf);
}

async function clusterFrom(db: Handle, from: Day, demo: boolean): Promise<void> {
  const index = new ClusterIndex();
  const window = { demo, from: clusterWindowStart(from), settledUntil: from };
  for await (const texts of itemTexts(db, window)) {
    const members: ClusterMember[] = [];
    for (const { itemId, outletId, day, text, clusterId, clusterOutlets } of texts) {
      const item = { id: itemId, outlet: outletId, day, text };
      if (day < from && clusterId !== null) index.restore(item, clusterId, clusterOutlets);
      else members.push({ itemId, clusterId: index.add(item).cluster });
    }
    await saveClusters(db, members, methodVersion);
  }
}
