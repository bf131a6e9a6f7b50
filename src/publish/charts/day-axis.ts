import * as Plot from '@observablehq/plot';
import type { Day, Period } from '../../domain/index.ts';
import { dayCount, daysOf } from './day-spans.ts';
import type { Formats } from './formats.ts';

/** From this many days on an axis names months: forty dates would say less. */
const monthsFromDays = 93;

/** Days an axis names, at most `ticks` of them: evenly spaced, or the first days of months. */
function namedDays(period: Period, ticks: number): Day[] {
  const days = daysOf(period);
  const first = (day: Day) => day.endsWith('-01');
  const named = dayCount(period) < monthsFromDays ? days : days.filter(first);
  const step = Math.max(1, Math.ceil(named.length / ticks));
  return named.filter((_, index) => index % step === 0);
}

/** A day under the axis: `06/10`, and over a long period its month: `Tháng 10`. */
function dayLabel(day: Day, period: Period, formats: Formats): string {
  return dayCount(period) < monthsFromDays ? formats.dayShort(day) : formats.month(day);
}

/** The axis of days under a chart over time. */
export function dayAxis(
  period: Period,
  formats: Formats,
  options: { readonly ticks: number; readonly tickPadding?: number },
): Plot.Markish {
  const { ticks, tickPadding = 7 } = options;
  return Plot.axisX(
    namedDays(period, ticks).map((day) => new Date(`${day}T12:00:00Z`)),
    {
      tickSize: 0,
      tickPadding,
      label: null,
      fillOpacity: 0.75,
      tickFormat: (date: Date) => dayLabel(date.toISOString().slice(0, 10), period, formats),
    },
  );
}
