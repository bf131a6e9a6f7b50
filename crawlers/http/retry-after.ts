const IMF_DATE =
  /^[a-z]{3,9},? \d{1,2}[ -][a-z]{3}[ -]\d{2,4} \d\d:\d\d:\d\d (?:GMT|UTC|[+-]0000)$/i;

/**
 * Milliseconds a Retry-After header asks for, from seconds or an HTTP date; null where there is
 * none or it makes no sense, 0 for the past, never more than `maxMs`.
 */
export function retryAfterMs(header: string | undefined, now: Date, maxMs: number): number | null {
  const text = header?.trim().slice(0, 64) ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), maxMs);
  if (!IMF_DATE.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.min(Math.max(date - now.getTime(), 0), maxMs);
}
