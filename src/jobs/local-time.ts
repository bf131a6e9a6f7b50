import type { Day } from '../domain/index.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The clock on the wall of a zone, as milliseconds of the same digits in UTC. */
function wallMs(timeZone: string, instantMs: number): number {
  const parts = formatOf(timeZone).formatToParts(instantMs);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const day = Date.UTC(part('year'), part('month') - 1, part('day'));
  return day + ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000;
}

const dayMs = 86_400_000;

/**
 * The one instant of a local time: the first of two in the night clocks go back; in the night they
 * go forward a time that is left out means as long after midnight by the old clock (02:30 → 03:30).
 */
export function instantOf(timeZone: string, day: Day, time: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const offset = (at: number) => wallMs(timeZone, at) - at;
  const [before, after] = [offset(wall - dayMs), offset(wall + dayMs)];
  const candidates = [wall - before, wall - after].toSorted((left, right) => left - right);
  const fits = candidates.find((instant) => wallMs(timeZone, instant) === wall);
  return new Date(fits ?? wall - before);
}

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday, as in `Date`. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
