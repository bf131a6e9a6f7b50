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
  const first = Date.parse(`${period.from}T00:00:00Z`);
  return Array.from({ length: Math.max(0, dayCount(period)) }, (_, index) =>
    new Date(first + index * dayMs).toISOString().slice(0, 10),
  );
}

/** Days drawn as one column: one while they can be told apart, else 7, else 28, else more. */
export function spanDays(period: Period, columnsAtMost: number): number {
  const count = dayCount(period);
  for (const span of [1, 7, 28]) if (count / span <= columnsAtMost) return span;
  return Math.ceil(count / columnsAtMost);
}

/** Columns of days that ranks can be told apart in, and columns of months. */
const dayColumnsAtMost = 8;
const monthColumnsAtMost = 13;
/** From so many days on a column is of calendar months. */
const monthsFromDays = dayColumnsAtMost * 14 + 1;

/** What shares are ranked by: equal stretches of days, over a long period calendar months. */
export function rankSpans(period: Period): {
  readonly spans: readonly Period[];
  readonly length: { readonly days: number } | { readonly months: number };
} {
  const count = dayCount(period);
  if (count >= monthsFromDays) return rankMonths(period);
  const days = [1, 2, 7].find((length) => length * dayColumnsAtMost >= count) ?? 14;
  return { spans: spansOf(period, days), length: { days } };
}

function rankMonths(period: Period) {
  const months = monthsOf(period);
  const each = [1, 3, 6].find((length) => months.length / length <= monthColumnsAtMost) ?? 12;
  const spans = months
    .filter((_, index) => index % each === 0)
    .map((month, index, starts): Period => {
      const next = starts[index + 1];
      const from = index === 0 ? period.from : `${month}-01`;
      return { from, to: next === undefined ? period.to : addDays(`${next}-01`, -1) };
    });
  return { spans, length: { months: each } };
}

/** Every month a period touches, as `2026-03`. */
export function monthsOf(period: Period): string[] {
  return [...new Set(daysOf(period).map((day) => day.slice(0, 7)))];
}

/** Whether a span is one whole calendar month. */
export function isMonth({ from, to }: Period): boolean {
  return (
    from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && addDays(to, 1).endsWith('-01')
  );
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
