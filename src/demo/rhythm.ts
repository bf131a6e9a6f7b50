import type { OutletId } from './model.ts';
import { hourMs, localParts, localTime, minuteMs } from './moment.ts';

interface Rhythm {
  readonly everyMinutes: number;
  readonly atMinute: number;
  readonly fromHour: number;
  readonly untilHour: number;
}

const rhythms: Readonly<Record<OutletId, Rhythm>> = {
  'bao-song-thanh': { everyMinutes: 30, atMinute: 5, fromHour: 5, untilHour: 23 },
  'luu-giang-online': { everyMinutes: 20, atMinute: 10, fromHour: 6, untilHour: 23 },
  'dai-song-thanh': { everyMinutes: 60, atMinute: 15, fromHour: 5, untilHour: 22 },
};

/** Minutes between two revisions of a front page by day: looking so often misses none. */
export function revisionMinutes(outletId: OutletId): number {
  return rhythms[outletId].everyMinutes;
}

/** When the front page was last rebuilt; at night it stays as the evening left it. */
export function revisionMs(outletId: OutletId, atMs: number): number {
  const { everyMinutes, atMinute, fromHour, untilHour } = rhythms[outletId];
  const { day } = localParts(atMs);
  const midnight = localTime(day);
  const first = midnight + (fromHour * 60 + atMinute) * minuteMs;
  const last = midnight + (untilHour * 60 + atMinute) * minuteMs;
  if (atMs < first) return last - 24 * hourMs;
  const step = everyMinutes * minuteMs;
  return Math.min(last, first + Math.floor((atMs - first) / step) * step);
}

/** Every moment at which an outlet's front page changes hands within a stretch of time. */
export function revisionsBetween(outletId: OutletId, fromMs: number, untilMs: number): number[] {
  const found = new Set<number>();
  for (let at = fromMs; at < untilMs; at += 10 * minuteMs) {
    const revision = revisionMs(outletId, at);
    if (revision >= fromMs) found.add(revision);
  }
  return [...found];
}
