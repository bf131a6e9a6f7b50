// Decides what date tokens mean together: which number is the day, which year, which offset.
import type { AgoUnit, DateToken } from './dates-tokens.ts';
import { utcMs, wallClock, type ZoneReading } from './dates-zones.ts';

export interface DateContext {
  readonly timeZone: string;
  readonly nowMs: number;
  readonly dayFirst: boolean | null;
  readonly language: string | null;
}

/** An instant, or a wall time (milliseconds as if UTC) with the zone the text states, if any. */
export type Moment =
  | { readonly kind: 'instant'; readonly instantMs: number }
  | { readonly kind: 'wall'; readonly wallMs: number; readonly zone: ZoneReading | null };

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type Of<Kind extends DateToken['kind']> = Extract<DateToken, { kind: Kind }>;

const DAY_MS = 86_400_000;
const UNIT_MS: Readonly<Record<Exclude<AgoUnit, 'month' | 'year'>, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY_MS,
  week: 7 * DAY_MS,
};

/** Nothing that outlets print is older: what says so is a count of something else. */
const MOST_YEARS = 100;
const AGO_PER_YEAR: Readonly<Record<AgoUnit, number>> = {
  second: Number.POSITIVE_INFINITY,
  minute: Number.POSITIVE_INFINITY,
  hour: 24 * 366,
  day: 366,
  week: 53,
  month: 12,
  year: 1,
};

/** What the tokens say together; null where they are not exactly one possible date. */
export function resolveTokens(tokens: readonly DateToken[], context: DateContext): Moment | null {
  const of = <Kind extends DateToken['kind']>(kind: Kind) =>
    tokens.filter((token): token is Of<Kind> => token.kind === kind);
  if (tokens.some((token) => token.kind === 'unknown')) return null;
  const times = of('time');
  const zones = of('zone');
  const halves = of('half');
  const zone = zoneOf(zones);
  if (times.length > 1 || halves.length > 1 || zone === undefined) return null;
  const agos = of('ago');
  if (agos.length > 0) return resolveAgo(agos, tokens, context);
  const day = dayOf(tokens, context);
  if (day === null || !isRealDay(day)) return null;
  if (times[0] === undefined && halves.length > 0) return null;
  const clock = clockOf(times[0], halves[0]);
  if (clock === null) return null;
  return { kind: 'wall', wallMs: utcMs({ ...day, ...clock }), zone };
}

/** One zone, or several that say the same ("+0000 (UTC)"); undefined where they are at odds. */
function zoneOf(zones: readonly Of<'zone'>[]): ZoneReading | null | undefined {
  const readings = [...new Set(zones.map((token) => token.zone))];
  if (readings.some((reading) => Number.isNaN(reading))) return undefined;
  // "GMT -07:00" arrives as two zones, of which the offset is the one that is meant.
  const telling = readings.filter((reading) => reading !== 0);
  if (telling.length > 1) return undefined;
  return telling[0] ?? readings[0] ?? null;
}

function resolveAgo(
  agos: readonly Of<'ago'>[],
  tokens: readonly DateToken[],
  context: DateContext,
): Moment | null {
  const [ago] = agos;
  const isAlone = tokens.every((token) => token.kind === 'ago' || token.kind === 'filler');
  if (ago === undefined || agos.length > 1 || !isAlone) return null;
  const { amount, unit } = ago;
  if (amount > MOST_YEARS * AGO_PER_YEAR[unit]) return null;
  if (unit !== 'month' && unit !== 'year') {
    return { kind: 'instant', instantMs: context.nowMs - amount * UNIT_MS[unit] };
  }
  if (!Number.isInteger(amount)) return null;
  const today = new Date(wallClock(context.timeZone, context.nowMs));
  const months = today.getUTCFullYear() * 12 + today.getUTCMonth();
  const target = months - amount * (unit === 'year' ? 12 : 1);
  const year = Math.floor(target / 12);
  const month = (target % 12) + 1;
  const day = Math.min(today.getUTCDate(), daysIn(year, month));
  const midnight = utcMs({ year, month, day, hour: 0, minute: 0, second: 0 });
  return { kind: 'wall', wallMs: midnight + (today.getTime() % DAY_MS), zone: null };
}

function clockOf(time: Of<'time'> | undefined, half: Of<'half'> | undefined) {
  if (time === undefined) return { hour: 0, minute: 0, second: 0 };
  const { minute } = time;
  let { hour, second } = time;
  if (half) hour = hourInHalf(hour, half.half);
  // Midnight at the end of a day, and a leap second, are both lawful.
  const isEndOfDay = hour === 24 && minute === 0 && second === 0;
  if (second === 60) second = 59;
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 59) return null;
  return { hour, minute, second };
}

function hourInHalf(hour: number, half: Of<'half'>['half']): number {
  if (hour > 12) return hour;
  if (half === 'am') return hour === 12 ? 0 : hour;
  if (half === 'pm') return hour === 12 ? 12 : hour + 12;
  if (half === 'noon') return hour < 10 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour >= 7 ? hour + 12 : hour;
}

function dayOf(tokens: readonly DateToken[], context: DateContext): CalendarDay | null {
  const core = tokens.filter((token) => CORE.has(token.kind));
  const [first, second] = core;
  if (first === undefined) return null;
  if (core.length === 1) return wholeDay(first, tokens, context);
  if (core.every((token) => token.kind === 'number')) return bareNumbers(core, tokens, context);
  // "23 tháng 11" after the same date in figures would be two dates; nothing else may be left.
  if (second === undefined || core.length > 4) return null;
  return namedMonth(core, context);
}

const CORE: ReadonlySet<DateToken['kind']> = new Set(['date', 'numbers', 'number', 'month', 'day']);

function wholeDay(
  token: DateToken,
  tokens: readonly DateToken[],
  context: DateContext,
): CalendarDay | null {
  if (token.kind === 'day') {
    const wall = new Date(wallClock(context.timeZone, context.nowMs) - token.daysAgo * DAY_MS);
    return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
  }
  if (token.kind === 'date') {
    const { year, month, day } = token;
    return year === null ? nearestYear(month, day, context) : { year, month, day };
  }
  return token.kind === 'numbers' ? orderedDay(token, tokens, context) : null;
}

function bareNumbers(
  core: readonly DateToken[],
  tokens: readonly DateToken[],
  context: DateContext,
): CalendarDay | null {
  const numbers = core.filter((token) => token.kind === 'number');
  const [a, b, c] = numbers;
  if (!a || !b || !c || numbers.length !== 3) return null;
  if (a.digits === 4) return { year: a.value, month: b.value, day: c.value };
  if (c.digits !== 4) return null;
  const values = [a.value, b.value, c.value] as const;
  const token = { kind: 'numbers', values, mark: ' ', yearDigits: 4, start: 0, end: 0 } as const;
  return orderedDay(token, tokens, context);
}

/** A month by name with a day, a year or both beside it. */
function namedMonth(core: readonly DateToken[], context: DateContext): CalendarDay | null {
  const numbers = core.filter((token) => token.kind === 'number');
  const months = core.filter((token) => token.kind === 'month');
  // French "mar., 01 déc." and Spanish "mar 4 dic": the word that is also a weekday is that.
  const named = months.length > 1 ? months.filter((token) => token.weekday === null) : months;
  const [month] = named;
  if (month === undefined || named.length !== 1) return null;
  if (numbers.length + months.length !== core.length) return null;
  const years = numbers.filter((token) => token.digits >= 3);
  const days = numbers.filter((token) => token.digits < 3);
  if (years.length > 1 || days.length > 2) return null;
  const [year] = years;
  if (year !== undefined) {
    return {
      year: year.value,
      month: month.month,
      day: days.length === 0 ? 1 : (days[0]?.value ?? 0),
    };
  }
  const [day, shortYear] = days;
  if (day === undefined) return null;
  if (shortYear === undefined) return nearestYear(month.month, day.value, context);
  return { year: fullYear(shortYear.value), month: month.month, day: day.value };
}

/** Day, month and year of three numbers whose order the text leaves open. */
function orderedDay(
  token: Of<'numbers'>,
  tokens: readonly DateToken[],
  context: DateContext,
): CalendarDay | null {
  const [a, b, c] = token.values;
  const year = (month: number, day: number): number | null =>
    c === null
      ? (nearestYear(month, day, context)?.year ?? null)
      : token.yearDigits === 4
        ? c
        : fullYear(c);
  const readings: CalendarDay[] = [];
  const add = (month: number, day: number) => {
    const known = year(month, day);
    if (known !== null) readings.push({ year: known, month, day });
  };
  // Short years joined by hyphens are ISO's yy-mm-dd unless that day is still to come.
  if (token.mark === '-' && c !== null && token.yearDigits === 2) {
    readings.push({ year: fullYear(a), month: b, day: c });
  }
  const dayFirst = context.dayFirst ?? isDayFirst(tokens, context);
  if (dayFirst) add(b, a);
  add(a, b);
  if (!dayFirst) add(b, a);
  const real = readings.filter(isRealDay);
  if (context.dayFirst === null) {
    const weekday = tokens.find((part) => part.kind === 'weekday')?.weekday;
    const fitting = real.find((day) => weekdayOf(day) === weekday);
    if (fitting) return fitting;
  }
  const soonest = context.nowMs + 2 * DAY_MS;
  return real.find((day) => utcMs({ ...day, ...MIDNIGHT }) <= soonest) ?? real[0] ?? null;
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0 };

function isDayFirst(tokens: readonly DateToken[], context: DateContext): boolean {
  const { language, timeZone } = context;
  const isEnglish = language === null || /^en(?:-|$)/i.test(language);
  if (language !== null && /^en-us$/i.test(language)) return false;
  const isNorthAmerican =
    /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit)|US\/)/;
  if (isEnglish && isNorthAmerican.test(timeZone)) return false;
  // A time in EST or PDT is written by Americans.
  return !tokens.some(
    (token) => token.kind === 'zone' && typeof token.zone === 'number' && isAmerican(token),
  );
}

function isAmerican(token: Of<'zone'>): boolean {
  // Offsets in figures are wider than abbreviations and say nothing about who wrote them.
  return token.end - token.start === 3 && typeof token.zone === 'number' && token.zone <= -240;
}

/** The year that puts a day closest before now, two days of grace for zones and clocks. */
function nearestYear(month: number, day: number, context: DateContext): CalendarDay | null {
  const thisYear = new Date(wallClock(context.timeZone, context.nowMs)).getUTCFullYear();
  for (let year = thisYear + 1; year > thisYear - 8; year -= 1) {
    const candidate = { year, month, day };
    if (!isRealDay(candidate)) continue;
    if (utcMs({ ...candidate, ...MIDNIGHT }) <= context.nowMs + 2 * DAY_MS) return candidate;
  }
  return null;
}

/** RFC 2822's reading of short years, with the century's turn as POSIX has it. */
function fullYear(short: number): number {
  return short >= 100 ? short : short < 69 ? 2000 + short : 1900 + short;
}

/** Year 1 is what .NET prints for "no date", and years before it are no dates at all. */
export function isRealDay({ year, month, day }: CalendarDay): boolean {
  if (!(year > 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return new Date(utcMs({ year, month: month + 1, day: 0, ...MIDNIGHT })).getUTCDate();
}

function weekdayOf(day: CalendarDay): number {
  return new Date(utcMs({ ...day, ...MIDNIGHT })).getUTCDay();
}
