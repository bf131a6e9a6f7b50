import { ColumnInchesError, type Day, dayIn, type Period } from '../../domain/index.ts';
import { addDays } from '../charts/index.ts';

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** Monday to Sunday. */
export function periodOfWeek(week: Day): Period {
  return { from: week, to: addDays(week, 6) };
}

/** The last week that is over. */
export function lastWeek(now: Date, timeZone: string): Day {
  return addDays(mondayOf(dayIn(timeZone, now)), -7);
}

/**
 * The week a person means by one of its days (`2026-03-04`) or by its number (`2026-W10`). Throws
 * `input/not-a-week`.
 */
export function readWeek(text: string): Day {
  const numbered = /^(\d{4})-W(\d{2})$/.exec(text);
  if (numbered) {
    // ISO 8601: the week with 4 January is the first.
    const week = addDays(mondayOf(`${numbered[1]}-01-04`), 7 * (Number(numbered[2]) - 1));
    const isOfYear = addDays(week, 3).startsWith(`${numbered[1]}-`);
    if (isOfYear) return week;
  }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDay(text);
  if (isDay) return mondayOf(text);
  throw new ColumnInchesError({
    code: 'input/not-a-week',
    verdict: 'stop-run',
    message: `"${text}" is no week. Write one of its days (2026-03-04) or its number (2026-W10).`,
    messageVietnamese: `“${text}” không phải một tuần. Ghi một ngày của tuần (2026-03-04) hoặc số tuần (2026-W10).`,
  });
}

function isCalendarDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
