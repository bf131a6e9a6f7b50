// Offsets of named zones, and wall-clock time in a zone turned into an instant.

import { hasRule, ruledOffset } from './zone-rules.ts';

/** Minutes east of UTC by abbreviation, as news feeds use them. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  ut: 0,
  uct: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  mez: 60,
  mesz: 120,
  sast: 120,
  cat: 120,
  wat: 60,
  eet: 120,
  eest: 180,
  eat: 180,
  msk: 180,
  msd: 240,
  trt: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  npt: 345,
  ict: 420,
  wib: 420,
  wita: 480,
  wit: 540,
  sgt: 480,
  hkt: 480,
  myt: 480,
  pht: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  brt: -180,
  art: -180,
  nst: -210,
  ndt: -150,
  ast: -240,
  adt: -180,
  clt: -240,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
};
/** North American zones named without saying whether it is summer. */
const GENERIC: Readonly<Record<string, string>> = {
  at: 'America/Halifax',
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
};

/** An offset in minutes, or an IANA zone whose offset depends on the day. */
export type ZoneReading = number | string;

const ianaZones = new Map<string, string | null>();

/** What a word names as a zone: an abbreviation or an IANA name (`Europe/Brussels`); else null. */
export function zoneOfWord(word: string): ZoneReading | null {
  const lower = word.toLowerCase();
  if (Object.hasOwn(ABBREVIATIONS, lower)) return ABBREVIATIONS[lower] ?? null;
  if (Object.hasOwn(GENERIC, lower)) return GENERIC[lower] ?? null;
  return word.includes('/') ? ianaZone(word) : null;
}

/** The zone's canonical name; null where this is no zone. */
export function ianaZone(name: string): string | null {
  // To make the first format of a process costs as much as several pages.
  if (hasRule(name)) return name;
  let known = ianaZones.get(name);
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    } catch {
      known = null;
    }
    // Words of hostile pages must not fill the memory.
    if (ianaZones.size > 1000) ianaZones.clear();
    ianaZones.set(name, known);
  }
  return known;
}

const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

const QUARTER_MS = 15 * MINUTE_MS;
const MOST_REMEMBERED = 20_000;
const offsets = new Map<string, number>();

/** Minutes east of UTC that a zone keeps at an instant (milliseconds); odd seconds rounded. */
export function offsetAt(timeZone: string, instantMs: number): number {
  const ruled = ruledOffset(timeZone, instantMs);
  if (ruled !== null) return ruled;
  // Since 1970 clocks have changed on the quarter only, so one answer holds for all of it.
  const key = instantMs > 0 ? `${timeZone} ${Math.floor(instantMs / QUARTER_MS)}` : null;
  const known = key === null ? undefined : offsets.get(key);
  if (known !== undefined) return known;
  const wall = wallClock(timeZone, instantMs);
  const offset = Math.round((wall - Math.floor(instantMs / 1000) * 1000) / MINUTE_MS);
  if (key !== null) {
    if (offsets.size >= MOST_REMEMBERED) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** The zone's wall clock at an instant, as if it were UTC, milliseconds. */
export function wallClock(timeZone: string, instantMs: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instantMs)) parts[type] = value;
  const year = Number(parts['year']) * (parts['era']?.startsWith('B') ? -1 : 1);
  return utcMs({
    year,
    month: Number(parts['month']),
    day: Number(parts['day']),
    hour: Number(parts['hour']),
    minute: Number(parts['minute']),
    second: Number(parts['second']),
  });
}

/** A date and time of day without a zone. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Milliseconds of a wall time taken as UTC; years below 100 are meant as written. */
export function utcMs(time: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(time.year, time.month - 1, time.day);
  date.setUTCHours(time.hour, time.minute, time.second, 0);
  return date.getTime();
}

/**
 * The offset (minutes) of a wall time in a zone. A time that a spring change leaves out is read
 * with the offset before the change; one that an autumn change repeats is its first occurrence.
 */
export function offsetOfWallTime(timeZone: string, wallMs: number): number {
  const before = offsetAt(timeZone, wallMs - 24 * 60 * MINUTE_MS);
  const after = offsetAt(timeZone, wallMs + 24 * 60 * MINUTE_MS);
  if (before === after) return offsetAt(timeZone, wallMs - before * MINUTE_MS);
  for (const offset of [before, after]) {
    if (offsetAt(timeZone, wallMs - offset * MINUTE_MS) === offset) return offset;
  }
  return before;
}

/** ISO 8601 with the offset: `2020-11-23T08:15:00+07:00`; null beyond the years 1 to 9999. */
export function isoAtOffset(instantMs: number, offsetMinutes: number): string | null {
  const wall = new Date(instantMs + offsetMinutes * MINUTE_MS);
  const year = wall.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return null;
  const sign = offsetMinutes < 0 ? '-' : '+';
  const size = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${wall.toISOString().slice(0, 19)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
