import type { Daypart } from '../../src/domain/index.ts';

/** Parts of the day with the minute (since local midnight) at which each begins, in order. */
export const daypartBegins: readonly (readonly [daypart: Daypart, minute: number])[] = [
  ['night', 0],
  ['morning', 5 * 60],
  ['noon', 11 * 60],
  ['afternoon', 14 * 60],
  ['evening', 18 * 60],
  ['night', 23 * 60],
];

/** The part of the day of a local minute, 0–1439. */
export function daypartOf(minute: number): Daypart {
  const begun = daypartBegins.findLast(([, begin]) => begin <= minute);
  return begun?.[0] ?? 'night';
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Seconds since local midnight of an instant in a zone. */
export function localSeconds(instantMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const [hour = 0, minute = 0, second = 0] = format.format(instantMs).split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
}

/** Seconds by local clock hour (0–23) of a stretch of time; an hour's turn divides it. */
export function clockSeconds(
  startMs: number,
  seconds: number,
  timeZone: string,
): ReadonlyMap<number, number> {
  const byHour = new Map<number, number>();
  let left = seconds;
  for (let atMs = startMs; left > 0; ) {
    const local = localSeconds(atMs, timeZone);
    const taken = Math.min(left, 3600 - (local % 3600));
    const hour = Math.floor(local / 3600);
    byHour.set(hour, (byHour.get(hour) ?? 0) + taken);
    left -= taken;
    atMs += taken * 1000;
  }
  return byHour;
}
