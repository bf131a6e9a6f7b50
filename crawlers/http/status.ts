import type { Bilingual, ColumnInchesError } from '../../src/domain/index.ts';
import { fetchError, type FetchErrorName } from './errors.ts';
import type { Answer } from './exchange.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const NAMES: Readonly<Record<number, FetchErrorName>> = {
  204: 'empty',
  205: 'empty',
  401: 'forbidden',
  402: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  407: 'forbidden',
  410: 'not-found',
  429: 'rate-limited',
  451: 'forbidden',
  503: 'unavailable',
};

/** The error of an answer that is no page. */
export function statusError(
  status: number,
  url: string,
  retryAfterMs: number | null,
): ColumnInchesError {
  const name = NAMES[status] ?? (status >= 500 && status < 600 ? 'server-error' : 'status');
  const wait = retryAfterMs === null ? {} : { retryAfterMs };
  return fetchError(name, url, { detail: statusDetail(status), ...wait });
}

/**
 * Where an answer sends the reader on, as written; null if it does not. @throws fetch/bad-redirect
 */
export function redirectTarget({ status, headers }: Answer, url: string): string | null {
  if (!REDIRECTS.has(status)) return null;
  const location = headers['location']?.trim();
  if (!location) throw fetchError('bad-redirect', url, { detail: statusDetail(status) });
  return location;
}

/** Whether an answer asks us to leave the host in peace. */
export function asksForPause(status: number): boolean {
  return status === 429 || status === 503;
}

function statusDetail(status: number): Bilingual {
  return { vi: `mã trạng thái ${status}`, en: `status ${status}` };
}
