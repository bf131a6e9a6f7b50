import { methodVersion, storyShares } from '../analyzers/index.ts';
import { aboveFoldInk, type BrowserDoor, itemKey } from '../crawlers/index.ts';
import {
  lastLookAt,
  linkFrontPageStories,
  type PageMoment,
  recordFetch,
  saveSnapshot,
  usualAboveFold,
} from '../db/index.ts';
import {
  type Outlet,
  type PageKind,
  type PageSnapshot,
  type Viewport,
  viewports,
} from './domain/index.ts';
import type { PipelineParts } from './pipeline.ts';

/** The flow of a front page: look → place → share → store. */
export interface FrontPageParts extends PipelineParts {
  readonly browser: BrowserDoor;
}

export interface LookOptions {
  /** The slot of the timetable this look is for. */
  readonly scheduledAt: Date;
  /** Minutes to the next look, where not the outlet's own timetable is kept. */
  readonly everyMinutes?: number;
  /** Default: both windows. */
  readonly windows?: readonly Viewport[];
  /** Default: the homepage. */
  readonly page?: { readonly kind: PageKind; readonly url: string };
  readonly signal?: AbortSignal;
}

const minuteMs = 60_000;
const usualEveryMinutes = 15;
const sectionEveryMinutes = 60;

/** Minutes between two scheduled looks at an outlet's front page. */
export function lookEveryMinutes(outlet: Outlet): number {
  return outlet.frontPage?.everyMinutes ?? usualEveryMinutes;
}

/**
 * Looks at a page of an outlet and stores the fetch, what stood where, each story's share and the
 * evidence; a look that fails is stored as failed, with its reason.
 */
export async function captureFrontPage(
  outlet: Outlet,
  parts: FrontPageParts,
  options: LookOptions,
): Promise<readonly PageSnapshot[]> {
  const { scheduledAt, windows = [viewports.desktop, viewports.phone], signal } = options;
  const { kind, url } = options.page ?? { kind: 'front' as const, url: outlet.homepage };
  const page = { outletId: outlet.id, pageKind: kind, url, at: scheduledAt };
  const usual = await usualOf(page, parts, windows);
  const asked = { outlet, url, viewports: windows, usualAboveFold: usual };
  const capture = await parts.browser.capture(signal ? { ...asked, signal } : asked);
  // A look called off says nothing about the page.
  if (signal?.aborted) return [];
  const { attempt, snapshots } = capture;
  const blobHash = attempt.bytes === null ? null : await parts.archive.put(attempt.bytes);
  const sourceKind = kind === 'front' ? 'homepage' : 'section';
  const source = { kind: 'source', lead: null, leads: [], outletId: outlet.id } as const;
  await parts.database.transaction((db) =>
    recordFetch(db, { ...source, sourceKind, attempt }, blobHash),
  );
  const { everyMinutes = lookEveryMinutes(outlet) } = options;
  const slot = { outlet, parts, scheduledAt, kind, everyMinutes };
  for (const snapshot of snapshots) await keep(snapshot, slot);
  await linkFrontPageStories(parts.database.db, outlet.id, itemKey);
  return snapshots;
}

async function usualOf(
  page: Omit<PageMoment, 'viewport'>,
  { database }: FrontPageParts,
  windows: readonly Viewport[],
) {
  const usual: Record<string, number> = {};
  for (const { name } of windows) {
    const share = await usualAboveFold(database.db, { ...page, viewport: name });
    if (share !== null) usual[name] = share;
  }
  return usual;
}

async function keep(
  snapshot: PageSnapshot,
  slot: {
    readonly outlet: Outlet;
    readonly parts: FrontPageParts;
    readonly scheduledAt: Date;
    readonly kind: PageKind;
    readonly everyMinutes: number;
  },
): Promise<void> {
  const { outlet, parts, scheduledAt, kind, everyMinutes } = slot;
  const put = async (bytes: Uint8Array | null) =>
    bytes === null ? null : await parts.archive.put(bytes);
  const { viewport, placements } = snapshot;
  await saveSnapshot(parts.database.db, {
    outletId: outlet.id,
    pageKind: kind,
    scheduledAt,
    everyMinutes,
    snapshot,
    aboveFold: snapshot.fault === null ? aboveFoldInk(placements, viewport) : null,
    shares: storyShares(placements, { viewport, kind }),
    hashes: {
      screenshot: await put(snapshot.screenshot),
      thumbnail: await put(snapshot.thumbnail),
      page: await put(snapshot.selfContained),
    },
    methodVersion,
  });
}

/** The slot of an outlet's timetable that a time falls into: its own minute, the same every day. */
export function slotAt(outlet: Outlet, at: Date, everyMinutes = lookEveryMinutes(outlet)): Date {
  const everyMs = everyMinutes * minuteMs;
  const shiftMs = Math.floor(spread(outlet.id) * everyMs);
  return new Date(Math.floor((at.getTime() - shiftMs) / everyMs) * everyMs + shiftMs);
}

/** 0–1, from the id alone, so that outlets are not all looked at in one minute. */
export function spread(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash / 2 ** 32;
}

/**
 * Looks at an outlet's section pages whose hour has begun by `at`, through the reference window:
 * seldomer than at its front page, and never twice in one slot. Call it after each look at the
 * front page.
 */
export async function lookAtSections(
  outlet: Outlet,
  parts: FrontPageParts,
  { at, signal }: { readonly at: Date; readonly signal: AbortSignal },
): Promise<readonly PageSnapshot[]> {
  const everyMinutes = Math.max(lookEveryMinutes(outlet), sectionEveryMinutes);
  const scheduledAt = slotAt(outlet, at, everyMinutes);
  const windows = [viewports.desktop];
  const snapshots: PageSnapshot[] = [];
  for (const { kind, url } of outlet.sources) {
    if (kind !== 'section' || signal.aborted) continue;
    const last = await lastLookAt(parts.database.db, outlet.id, url);
    if (last !== null && last >= scheduledAt) continue;
    const page = { kind, url };
    const slot = { scheduledAt, everyMinutes, windows, page, signal };
    snapshots.push(...(await captureFrontPage(outlet, parts, slot)));
  }
  return snapshots;
}
