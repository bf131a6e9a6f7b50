// Times of listings: stamps with and without a zone, wall clocks of a day, broadcasting days.
import { type Day, dayIn, type IsoInstant } from '../../src/domain/index.ts';
import {
  ianaZone,
  isoAtOffset,
  offsetAt,
  offsetOfWallTime,
  utcMs,
  type WallTime,
  zoneOfWord,
} from '../extract/dates-zones.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A stamp as read; `zoned` false where the outlet's zone had to be taken. */
export interface StampReading {
  readonly iso: IsoInstant;
  readonly zoned: boolean;
}

const STAMP =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2})(?::?(\d{2})(?::?(\d{2})(?:\.\d{1,9})?)?)?)?(.*)$/i;

/**
 * Reads XMLTV's `20210831140000 +0700` and its kin (no seconds, no zone, `+07:00`, `Z`, `ICT`, ISO
 * 8601). A stamp without a zone is in `timeZone`; one without an hour is no time: null, as for
 * anything impossible.
 */
export function parseStamp(text: string, timeZone: string): StampReading | null {
  const match = STAMP.exec(text);
  if (!match || match[4] === undefined) return null;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const wall: WallTime = {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: Math.min(59, second ?? 0),
  };
  if (!isRealTime(wall) || (second ?? 0) > 60) return null;
  const wallMs = utcMs(wall);
  const zone = zoneReading(match[7] ?? '');
  if (zone === undefined) return null;
  const offset =
    zone === null
      ? offsetOfWallTime(timeZone, wallMs)
      : typeof zone === 'number'
        ? zone
        : offsetOfWallTime(zone, wallMs);
  const iso = isoAtOffset(wallMs - offset * MINUTE_MS, offset);
  return iso === null ? null : { iso, zoned: zone !== null };
}

function isRealTime({ year, month, day, hour, minute }: WallTime): boolean {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || minute > 59) return false;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return false;
  // 24:00 is the end of the day, as listings write it.
  return hour < 24 || (hour === 24 && minute === 0);
}

/** Offset in minutes or a zone's name; null where there is none, undefined where it is no zone. */
function zoneReading(text: string): number | string | null | undefined {
  const word = text.trim().replace(/^(?:GMT|UTC)(?=[+-])/i, '');
  if (word === '') return null;
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(word);
  if (match) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    if (minutes > 15 * 60) return undefined;
    return match[1] === '-' ? -minutes : minutes;
  }
  return zoneOfWord(word) ?? (word.includes('/') ? (ianaZone(word) ?? undefined) : undefined);
}

/**
 * The instant of a wall time: `day` plus minutes, which may run past midnight (1,450 = 00:10 of the
 * next day).
 */
export function instantOnDay(day: Day, minutes: number, timeZone: string): IsoInstant {
  const wallMs = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
  const offset = offsetOfWallTime(timeZone, wallMs);
  return isoAtOffset(wallMs - offset * MINUTE_MS, offset) ?? `${day}T00:00:00Z`;
}

/** The broadcasting day of an instant: before `dayStartsAtHour` it is still the day before. */
export function broadcastDay(iso: IsoInstant, timeZone: string, dayStartsAtHour = 4): Day {
  const instantMs = Date.parse(iso);
  const shift = offsetAt(timeZone, instantMs) * MINUTE_MS - dayStartsAtHour * 3_600_000;
  const wall = new Date(instantMs + shift);
  return Number.isNaN(wall.getTime())
    ? dayIn(timeZone, new Date(0))
    : wall.toISOString().slice(0, 10);
}

/** The day so many days after another. */
export function dayPlus(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
