// A day's programme written line by line, as provincial stations do: "5:03 Ca nhạc", "05h30: …".
import type { Day, ListedProgramme } from '../../src/domain/index.ts';
import { findPublishedDate } from '../extract/dates.ts';
import { dayPlus, instantOnDay } from './listing-time.ts';
import type { FaultList } from './reading-faults.ts';

export interface ScheduleLine {
  readonly text: string;
  readonly line: number;
  /** Where the page says by its markup which day the line is of. */
  readonly day?: Day;
}

export interface ScheduleOptions {
  readonly timeZone: string;
  /** The day the listing is of, as its address or heading says; null where nothing does. */
  readonly day: Day | null;
  /** Which day it is when nothing names one, and which year a date without one is of. */
  readonly now: Date;
  readonly dayStartsAtHour?: number;
}

/** A time at a line's beginning: minutes since midnight, and where the title begins. */
interface LineTime {
  readonly minutes: number;
  readonly endMinutes: number | null;
  readonly titleAt: number;
  readonly written: string;
}

const BULLET = /^[\s\-–—•*+▪●·►▶>|]*/u;
const TIME =
  /^(\d{1,2})(?:\s?[:：hHgG]\s?|\.|\s?giờ\s?)(\d{2})(?::(\d{2}))?(?:\s?(?:phút|['’′]|ph))?(?!\d)(?:\s?([AaPp])\.?[Mm]\b\.?)?/u;
/** A full hour: "5h", "19 giờ", "5g" — with its letter, so that a number is no time. */
const HOUR = /^(\d{1,2})\s?(?:[hHgG]|giờ)(?![\p{L}\p{N}])(?:\s?([AaPp])\.?[Mm]\b\.?)?/u;
const RANGE = /^\s*(?:-|–|—|->|→|đến|tới|to)\s*/u;
const SEPARATOR = /^[\s:：\-–—.|,;/)\]>→\t]+/u;
const DATE_AFTER = /^\s{0,9}(?:ngày|,)?\s{0,9}\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)/u;

/** Reads the time that begins a line; null where it begins with none. */
export function lineTime(text: string): LineTime | null {
  const from = BULLET.exec(text)?.[0].length ?? 0;
  const first = clockAt(text, from);
  if (first === null) return null;
  const range = RANGE.exec(text.slice(first.end));
  const second = range === null ? null : clockAt(text, first.end + range[0].length);
  const end = second?.end ?? first.end;
  // "10:32 22/11" is the time of a news item beside the listing.
  if (DATE_AFTER.test(text.slice(end))) return null;
  const gap = SEPARATOR.exec(text.slice(end))?.[0].length ?? 0;
  // "5.30pm" reads, "12.30am hơn" does not: something must part the time from the title.
  if (gap === 0 && end < text.length) return null;
  const endMinutes = second === null ? null : second.minutes;
  return { minutes: first.minutes, endMinutes, titleAt: end + gap, written: text.slice(from, end) };
}

function clockAt(text: string, from: number): { minutes: number; end: number } | null {
  const rest = text.slice(from, from + 24);
  const full = TIME.exec(rest);
  const match = full ?? HOUR.exec(rest);
  if (!match) return null;
  const half = (full ? full[4] : match[2])?.toLowerCase();
  const hour = Number(match[1]);
  const minute = full ? Number(full[2]) : 0;
  if (minute > 59 || Number(full?.[3] ?? 0) > 59) return null;
  // Some stations write the hours after midnight as 24:10, 25:30.
  if (hour > 29 || (half !== undefined && (hour > 12 || hour === 0))) return null;
  const clock = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return { minutes: clock * 60 + minute, end: from + match[0].length };
}

const DAY_WORD = /thứ|chủ nhật|ngày|lịch|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu;
const NUMERIC_DAY = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d{2}))?(?!\d)/u;
const LONGEST_HEADING = 160;

/** The day a heading names: "Lịch phát sóng Thứ Hai, 23/3/2015", "Chủ nhật 22-3"; else null. */
export function headingDay(
  text: string,
  options: Pick<ScheduleOptions, 'now' | 'timeZone'>,
): Day | null {
  if (text.length > LONGEST_HEADING || !/\d/.test(text)) return null;
  const { now, timeZone } = options;
  const found = findPublishedDate(text, { now, timeZone, dayFirst: true, language: 'vi' });
  if (found !== null) return found.iso.slice(0, 10);
  if (!DAY_WORD.test(text)) return null;
  const [, day, month, year] = NUMERIC_DAY.exec(text) ?? [];
  if (day === undefined || month === undefined) return null;
  return nearestDay({ day: Number(day), month: Number(month), year }, now);
}

function nearestDay(
  date: { readonly day: number; readonly month: number; readonly year: string | undefined },
  now: Date,
): Day | null {
  const thisYear = now.getUTCFullYear();
  const years =
    date.year === undefined
      ? [thisYear - 1, thisYear, thisYear + 1]
      : [date.year.length === 2 ? 2000 + Number(date.year) : Number(date.year)];
  const times = years
    .map((year) => Date.UTC(year, date.month - 1, date.day))
    .filter((time) => new Date(time).getUTCDate() === date.day);
  times.sort((one, other) => Math.abs(one - now.getTime()) - Math.abs(other - now.getTime()));
  return times[0] === undefined ? null : new Date(times[0]).toISOString().slice(0, 10);
}

const DAY_IN_ADDRESS =
  /(?<!\d)(20\d{2}|19\d{2})[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)/;
const ADDRESS_DAY_FIRST =
  /(?<!\d)(0?[1-9]|[12]\d|3[01])[-_/.](0?[1-9]|1[0-2])[-_/.](20\d{2})(?!\d)/;

/** The day in an address or file name: `/lich/2026-03-07`, `?ngay=07-03-2026`; else null. */
export function addressDay(address: string): Day | null {
  const plain = address.replaceAll('%2F', '/');
  const [, year, month, day] = DAY_IN_ADDRESS.exec(plain) ?? [];
  if (year !== undefined) return realDay(Number(year), Number(month), Number(day));
  const [, dayFirst, monthThen, yearLast] = ADDRESS_DAY_FIRST.exec(plain) ?? [];
  if (yearLast === undefined) return null;
  return realDay(Number(yearLast), Number(monthThen), Number(dayFirst));
}

function realDay(year: number, month: number, day: number): Day | null {
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCDate() === day ? time.toISOString().slice(0, 10) : null;
}

const EVENING_MINUTES = 18 * 60;
/** A listing that goes back by more than this has passed midnight; by less, it is out of order. */
const MIDNIGHT_STEP_MINUTES = 6 * 60;

/** Reads lines in order into programmes; what runs after midnight stays with its listing's day. */
export class ScheduleReader {
  readonly programmes: ListedProgramme[] = [];
  private readonly options: ScheduleOptions;
  private readonly faults: FaultList;
  private day: Day | null;
  /** Days after the listing's own on which its times have come to lie: 1 after midnight. */
  private daysOn = 0;
  private before: number | null = null;
  /** A time that stands alone: its title may be the next line. */
  private waiting = false;

  constructor(options: ScheduleOptions, faults: FaultList) {
    this.options = options;
    this.faults = faults;
    this.day = options.day;
  }

  read({ text, line, day }: ScheduleLine): void {
    const plain = text.replace(/\s+/gu, ' ').trim().normalize('NFC');
    if (plain === '') return;
    if (day !== undefined && day !== this.day) this.turnTo(day);
    const time = lineTime(plain);
    if (time === null) {
      this.readOther(plain, line);
      return;
    }
    this.add(time, plain.slice(time.titleAt).trim(), line);
  }

  /** A heading, the title of a time that stood alone, or the rest of the title above. */
  private readOther(text: string, line: number): void {
    const heading = headingDay(text, this.options);
    if (heading !== null && (DAY_WORD.test(text) || this.programmes.length === 0)) {
      this.turnTo(heading);
      return;
    }
    const last = this.programmes.at(-1);
    if (this.waiting && last) {
      this.programmes[this.programmes.length - 1] = { ...last, title: text };
      this.waiting = false;
    } else if (/^\d{1,2}\s?[:hHgG]\s?\d/.test(text)) this.faults.add('bad-time', line, text);
  }

  private turnTo(day: Day): void {
    this.day = day;
    this.daysOn = 0;
    this.before = null;
    this.waiting = false;
  }

  private add(time: LineTime, title: string, line: number): void {
    const day = this.dayOf(line);
    // 24:10 and 25:30 say themselves that midnight has passed.
    if (time.minutes >= 1440) this.daysOn = 1;
    const clock = time.minutes % 1440;
    if (time.minutes < 1440) this.passMidnight(time, line);
    const { timeZone } = this.options;
    const minutes = clock + this.daysOn * 1440;
    const end = time.endMinutes === null ? null : endAfter(minutes, time.endMinutes % 1440);
    this.programmes.push({
      channel: '',
      day: this.day ?? day,
      startAt: instantOnDay(this.day ?? day, minutes, timeZone),
      endAt: end === null ? null : instantOnDay(this.day ?? day, end, timeZone),
      title,
      subtitle: null,
      description: null,
      categories: [],
      saidRepeat: false,
      line,
    });
    this.before = clock;
    this.waiting = title === '';
  }

  private dayOf(line: number): Day {
    if (this.day === null) {
      const { now, timeZone } = this.options;
      this.day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
      this.faults.addOnce('day-assumed', line, this.day);
    }
    return this.day;
  }

  private passMidnight(time: LineTime, line: number): void {
    const { before } = this;
    if (before === null || time.minutes >= before) return;
    const back = before - time.minutes;
    const startsMinutes = (this.options.dayStartsAtHour ?? 4) * 60;
    if (before >= EVENING_MINUTES && back >= MIDNIGHT_STEP_MINUTES) {
      if (time.minutes < startsMinutes && this.daysOn === 0) this.daysOn = 1;
      // A new day's morning under no heading of its own.
      else this.turnTo(dayPlus(this.day ?? '1970-01-01', 1));
    } else this.faults.add('backwards', line, time.written);
  }
}

function endAfter(startMinutes: number, endMinutes: number): number {
  let end = endMinutes;
  while (end <= startMinutes) end += 1440;
  return end;
}
