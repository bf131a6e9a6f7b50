/** A calendar day, `YYYY-MM-DD`, always in the zone of the outlet it belongs to. */
export type Day = string;

/** An instant with its offset, ISO 8601: `2026-03-07T00:05:00+07:00`. */
export type IsoInstant = string;

/**
 * A date that may be known only to the month or year: `2016-04-07`, `2016-04`, `2016`. Inclusive at
 * both ends.
 */
export type PartialDate = string;

/** The clock as a port: real in production, simulated for the demo press and in tests. */
export interface Clock {
  now(): Date;
  /** Waits on this clock; a simulated one may answer at once. */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
}

/** First day a partial date may mean: `2016` → `2016-01-01`. */
export function firstDay(date: PartialDate): Day {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date.slice(0, 10);
}

/** Last day a partial date may mean: `2016-02` → `2016-02-29`. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date.slice(0, 10);
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a zone: never UTC's day unless the zone is UTC. */
export function dayIn(timeZone: string, instant: Date): Day {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    dayFormats.set(timeZone, format);
  }
  return format.format(instant);
}
