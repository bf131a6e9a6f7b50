import {
  alone,
  type Database,
  forgetSpentAccess,
  keepMonths,
  leadHabit,
  loadOutlet,
  setSlotMark,
} from '../../db/index.ts';
import type { CrawlSummary } from '../../crawlers/index.ts';
import type {
  OperatorMail,
  Outlet,
  PageSnapshot,
  SlotResult,
  SourceKind,
} from '../domain/index.ts';
import {
  captureFrontPage,
  type FrontPageParts,
  lookAtSections,
  lookEveryMinutes,
} from '../front-pages.ts';
import { finishRunAlone, type PipelineParts, refreshFigures, runOutlets } from '../pipeline.ts';
import { keepTasksCurrent } from '../review/index.ts';
import { refreshAlarms, tellOperator } from './alarms.ts';
import type { DigestDesk } from '../publish/index.ts';
import type { Handled, SlotTask } from './run.ts';
import { habitMinutes } from './timetable.ts';

/** What the handlers of outlets work with. */
export interface OutletParts extends PipelineParts {
  /** The browser, opened when the first front page is looked at; null where there is none. */
  readonly browser: (() => Promise<FrontPageParts['browser']>) | null;
  /** How the operator is told of alarms; left out = the page alone. */
  readonly mail?: OperatorMail | null;
  /** Clears what is older than the operator keeps; null or left out = everything is kept. */
  readonly retention?: (signal: AbortSignal) => Promise<SlotResult | null>;
  /** Compares a frozen page of an outlet with its live address; left out = none is asked for. */
  readonly frozenLook?: (outlet: Outlet, signal: AbortSignal) => Promise<SlotResult>;
  /** The weekly letter; left out = none is written. */
  readonly digests?: DigestDesk;
  /** Told of a crawl that is done, for who watches a terminal. */
  readonly onCrawled?: (summary: CrawlSummary, outlet: Outlet) => Promise<void>;
  /** Told of looks at a front page of which some or all failed, likewise. */
  readonly onLooksFailed?: (result: SlotResult, outlet: Outlet) => void;
}

const minuteMs = 60_000;

async function followed(database: Database, id: string): Promise<Outlet | null> {
  const outlet = await loadOutlet(database.db, id);
  return outlet && outlet.sources.length > 0 ? outlet : null;
}

const notFollowed: Handled = { state: 'skipped', result: { reason: 'not-followed' } };

/** Crawls one outlet, all sources or those of some kinds, and brings figures up to date. */
export async function crawlSlot(
  parts: OutletParts,
  task: SlotTask,
  kinds?: readonly SourceKind[],
): Promise<Handled> {
  const outlet = await followed(parts.database, task.target);
  if (outlet === null) return notFollowed;
  const [summary] = await runOutlets([outlet], parts, {
    signal: task.signal,
    ...(kinds ? { kinds } : {}),
  });
  task.signal.throwIfAborted();
  const { demo, id } = outlet;
  await finishRunAlone(parts, { demo, outlets: [id] });
  if (summary) await parts.onCrawled?.(summary, outlet);
  // With the whole crawl only, once a night.
  const frozen = kinds ? {} : ((await parts.frozenLook?.(outlet, task.signal)) ?? {});
  const fault = summary ? faultOfAll(summary) : null;
  const result = { ...(summary ? crawlResult(summary) : {}), ...(fault ? { fault } : {}) };
  // The next of its slots asks again; tried sooner, a site in trouble would be asked too often.
  return { state: fault ? 'failed' : 'done', result: { ...result, ...frozen } };
}

/** Why a crawl came to nothing: the first source's code where none could be read; else null. */
function faultOfAll({ sources, articles }: CrawlSummary): string | null {
  const isLost = sources.every(({ error }) => error !== null) && articles.ok === 0;
  return isLost ? (sources[0]?.error ?? null) : null;
}

function crawlResult(summary: CrawlSummary): SlotResult {
  const { articles, known, ended, errors } = summary;
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  return {
    articles: articles.ok,
    known,
    failed,
    ...(ended === 'complete' ? {} : { ended }),
  };
}

/** Asks an outlet's feeds, and sets by habit when they are asked again. */
export async function feedsSlot(parts: OutletParts, task: SlotTask): Promise<Handled> {
  const handled = await crawlSlot(parts, task, ['feed']);
  const outlet = await followed(parts.database, task.target);
  if (outlet === null) return handled;
  const now = parts.clock.now();
  const { id: outletId, timeZone } = outlet;
  const minutes = habitMinutes(await leadHabit(parts.database.db, { outletId, timeZone, now }));
  const nextAt = new Date(now.getTime() + minutes * minuteMs);
  await setSlotMark(parts.database.db, { kind: 'feeds', target: outletId, nextAt });
  return { ...handled, result: { ...handled.result, nextMinutes: minutes } };
}

/** Looks at a front page; a look that comes after its slot would be no look of that slot. */
export async function homepageSlot(parts: OutletParts, task: SlotTask): Promise<Handled> {
  const outlet = await followed(parts.database, task.target);
  if (outlet === null) return notFollowed;
  if (parts.browser === null) return { state: 'skipped', result: { reason: 'no-browser' } };
  const everyMinutes = lookEveryMinutes(outlet);
  const scheduledAt = new Date(task.label.replace(/^manual /, ''));
  const lateMs = parts.clock.now().getTime() - scheduledAt.getTime();
  if (lateMs > everyMinutes * minuteMs) return { state: 'skipped', result: { reason: 'too-late' } };
  const browser = await parts.browser();
  const { signal } = task;
  const looking = { ...parts, browser };
  const snapshots = [
    ...(await captureFrontPage(outlet, looking, { scheduledAt, signal })),
    ...(await lookAtSections(outlet, looking, { at: scheduledAt, signal })),
  ];
  signal.throwIfAborted();
  const result = looksResult(snapshots);
  if (result.failed > 0) parts.onLooksFailed?.(result, outlet);
  // A look that is tried again later would be no look of this slot.
  const isLost = result.failed > 0 && result.looks === 0;
  return { state: isLost ? 'failed' : 'done', result };
}

function looksResult(snapshots: readonly Pick<PageSnapshot, 'fault'>[]) {
  const faults = snapshots.flatMap(({ fault }) => fault ?? []);
  const [fault] = faults;
  const failed = faults.length;
  return { looks: snapshots.length - failed, failed, ...(fault ? { fault } : {}) };
}

/** Finds stories and sums anew what a crawl that was cut off left behind. */
export async function rollupsSlot(parts: PipelineParts): Promise<Handled> {
  await finishRunAlone(parts, { demo: false });
  return { state: 'done', result: {} };
}

/** Clears what is older than the operator keeps; without such a wish everything is kept. */
export async function retentionSlot(parts: OutletParts, task: SlotTask): Promise<Handled> {
  const result = (await parts.retention?.(task.signal)) ?? null;
  if (result === null) return { state: 'skipped', result: { reason: 'keeps-everything' } };
  return { state: 'done', result };
}

/**
 * Writes the coverage ledger anew, so that gaps of days nobody crawled are seen too, and sums what
 * was changed by hand since the last crawl; brings what people are to read up to date; raises and
 * resolves alarms, and tells the operator.
 */
export async function ledgerSlot(
  parts: Pick<OutletParts, 'database' | 'clock' | 'log' | 'mail'>,
): Promise<Handled> {
  const { database, clock, log, mail = null } = parts;
  const now = clock.now();
  await keepMonths(database.db, now);
  await forgetSpentAccess(database.db, now);
  const { noticeDeviations } = await import('../publish/index.ts');
  const change = await alone(database, 'finish-run', async () => {
    await refreshFigures(database);
    // A text or a method that changed asks its readers again; new doubts and challenges are listed.
    await keepTasksCurrent(database.db, false);
    await noticeDeviations(database.db, { demo: false, at: now });
    return refreshAlarms(database, { demo: false, now });
  });
  await tellOperator({ database, log, mail }, now);
  return { state: 'done', result: { ...change } };
}
