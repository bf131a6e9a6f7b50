import type { Day, Period } from '../../domain/index.ts';

const dayMs = 86_400_000;

/** The day `count` days after `day` (before, where negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Number of days of a period, both ends included; 0 or less where it ends before it begins. */
export function dayCount(period: Period): number {
  return Math.round((Date.parse(period.to) - Date.parse(period.from)) / dayMs) + 1;
}

/** Every day of a period in order. */
export function daysOf(period: Period): Day[] {
  return Array.from({ length: Math.max(0, dayCount(period)) }, (_, index) =>
    addDays(period.from, index),
  );
}

/** Days drawn as one column: one while they can be told apart, else 7, else 28, else more. */
export function spanDays(period: Period, columnsAtMost: number): number {
  const count = dayCount(period);
  for (const span of [1, 7, 28]) if (count / span <= columnsAtMost) return span;
  return Math.ceil(count / columnsAtMost);
}

/** Cuts a period into columns of `length` days; the last may be shorter. */
export function spansOf(period: Period, length: number): Period[] {
  const spans: Period[] = [];
  for (let from = period.from; from <= period.to; from = addDays(from, length)) {
    const end = addDays(from, length - 1);
    spans.push({ from, to: end < period.to ? end : period.to });
  }
  return spans;
}
