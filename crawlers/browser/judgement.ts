import {
  asColumnInchesError,
  type FetchAttempt,
  type Outlet,
  type PageSnapshot,
  type Viewport,
} from '../../src/domain/index.ts';
import { faultOf, isElsewhere, type PageFault } from '../front-page/health.ts';
import { readPlacements } from '../front-page/placements.ts';
import type { Visited } from './visit.ts';

const unknownFacts = {
  browser: '',
  fonts: '',
  blockedRequests: 0,
  disallowedRequests: 0,
  consentRefused: false,
};

/** What looked and what it was kept from. */
export function snapshotFacts(
  visited: Visited,
  looker: { readonly browser: string; readonly fonts: string },
): PageSnapshot['facts'] {
  return {
    ...looker,
    blockedRequests: visited.blocked,
    disallowedRequests: visited.disallowed,
    consentRefused: visited.consentRefused,
  };
}

/** A snapshot of which nothing is known yet. */
export function emptySnapshot(
  attempt: FetchAttempt,
  viewport: Viewport,
  takenAt: Date,
): PageSnapshot {
  return {
    url: attempt.url,
    finalUrl: attempt.finalUrl,
    viewport,
    takenAt,
    durationMs: 0,
    fault: null,
    faultText: null,
    pageHeight: 0,
    facts: unknownFacts,
    placements: [],
    screenshot: null,
    thumbnail: null,
    selfContained: null,
  };
}

/** Placements and fault of a visited page; a failed one keeps its evidence to look into. */
export function judged(
  visited: Visited,
  snapshot: PageSnapshot,
  request: {
    readonly outlet: Pick<Outlet, 'articleUrls' | 'frontPage'>;
    readonly usualAboveFold?: Readonly<Record<string, number>>;
  },
) {
  const { reading, finalUrl, screenshot, thumbnail, selfContained } = visited;
  const { viewport, url } = snapshot;
  const { articleUrls, frontPage } = request.outlet;
  const placements = readPlacements(reading, {
    pageUrl: finalUrl,
    viewport,
    ...articleUrls,
    ...(frontPage?.blocks ? { blocks: frontPage.blocks } : {}),
  });
  const usualAboveFold = request.usualAboveFold?.[viewport.name] ?? null;
  const fault = faultOf({ url, finalUrl, reading, placements, usualAboveFold });
  const { pageHeight } = reading;
  const evidence = { finalUrl, pageHeight, screenshot, thumbnail, selfContained };
  return fault ? { ...evidence, ...failed(fault) } : { ...evidence, placements };
}

/** A fault as a snapshot says it: no placement enters a figure. */
export function failed({ fault, text }: PageFault) {
  return { fault, faultText: text, placements: [] };
}

/** Why a fetched page cannot be looked at; null where it can. */
export function faultOfAttempt(attempt: FetchAttempt): PageFault | null {
  const text = attempt.error?.message ?? 'The page did not answer.';
  if (attempt.outcome === 'refused') return { fault: 'refused', text };
  if (attempt.bytes === null) {
    const isError = attempt.status !== null && attempt.status >= 400;
    return { fault: isError ? 'error-page' : 'unreachable', text };
  }
  if (!isElsewhere(attempt.url, attempt.finalUrl)) return null;
  const led = `${attempt.url} led to ${attempt.finalUrl}, which is another page.`;
  return { fault: 'redirected', text: led };
}

/** Why a look came to nothing. */
export function faultOfVisit(thrown: unknown, isGone: boolean): PageFault {
  const error = asColumnInchesError(thrown, { code: 'browser/failed', verdict: 'retry' });
  if (error.code === 'browser/too-slow' || /Timeout \d+ms exceeded/.test(error.message)) {
    return { fault: 'too-slow', text: 'The page did not come to rest in time.' };
  }
  const [line = ''] = error.message.split('\n');
  // These say for themselves what happened, and what to do.
  if (['browser/cannot-start', 'browser/folder-not-written'].includes(error.code))
    return { fault: 'browser-gone', text: line };
  if (isGone || error.code === 'browser/gone')
    return { fault: 'browser-gone', text: `The browser ended during the look: ${line}` };
  return { fault: 'unreachable', text: `The page could not be opened: ${line}` };
}
