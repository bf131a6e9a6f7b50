import type { FetchDoor, Outlet } from '../../src/domain/index.ts';
import { missesLayout } from '../extract/article.ts';
import type { PageInspection } from '../extract/inspect.ts';
import { comparable } from '../extract/text.ts';
import { type CapturedBytes, type FrozenPage, inspectCapture, isSameLayout } from './frozen.ts';

/** How a frozen page reads at its live address. */
export interface LiveReading {
  readonly url: string;
  /** 0–1 of the frozen article's paragraphs that the live page still gives. */
  readonly kept: number;
  /** Title or text stand elsewhere on the page, or the outlet's selectors find no text. */
  readonly isMoved: boolean;
}

/** Shorter paragraphs are labels, characters. */
const LEAST_LENGTH = 20;

function keysOf({ article }: PageInspection): string[] {
  const texts = article.paragraphs.filter(({ role }) => role !== 'caption');
  return texts.map(({ text }) => comparable(text)).filter((key) => key.length >= LEAST_LENGTH);
}

/** Compares a page as captured now with the same page as frozen, both read by today's rules. */
function compareLive(frozen: FrozenPage, live: CapturedBytes, outlet: Outlet): LiveReading {
  const { url, bytes, contentType } = frozen;
  const headers: Record<string, string> = contentType ? { 'content-type': contentType } : {};
  const capturedAt = new Date(frozen.capturedAt);
  const then = inspectCapture({ url, bytes, headers, capturedAt }, outlet);
  const now = inspectCapture(live, outlet);
  const expected = keysOf(then);
  const found = new Set(keysOf(now));
  const kept = expected.filter((key) => found.has(key)).length;
  return {
    url,
    kept: expected.length === 0 ? 1 : kept / expected.length,
    isMoved: missesLayout(now.article) || !isSameLayout(frozen, now),
  };
}

/** What is known of the live address of a frozen page; null where it could not be asked. */
export type LiveFinding = LiveReading | 'gone' | null;

const GONE: ReadonlySet<number> = new Set([404, 410]);

/** Asks for a frozen page's live address, once and politely, and compares. */
export async function lookAtFrozen(
  frozen: FrozenPage,
  outlet: Outlet,
  options: { readonly door: Pick<FetchDoor, 'fetch'>; readonly signal?: AbortSignal },
): Promise<LiveFinding> {
  const { delayMs, allowPrivateAddresses } = outlet;
  const { door, signal } = options;
  const asked = { url: frozen.url, expects: 'page', delayMs, allowPrivateAddresses } as const;
  const attempt = await door.fetch({ ...asked, ...(signal ? { signal } : {}) });
  if (attempt.status !== null && GONE.has(attempt.status)) return 'gone';
  const { bytes, headers, startedAt, outcome } = attempt;
  if (bytes === null || outcome !== 'ok') return null;
  // Read under the frozen address: a redirect is a change of the address, not of the layout.
  return compareLive(frozen, { url: frozen.url, bytes, headers, capturedAt: startedAt }, outlet);
}
