import type { IsoInstant } from '../../src/domain/index.ts';
import { type DateToken, dateTokens } from './dates-tokens.ts';
import { type DateContext, isRealDay, resolveTokens } from './dates-resolve.ts';
import { ianaZone, isoAtOffset, offsetAt, offsetOfWallTime, utcMs } from './dates-zones.ts';

export interface DateOptions {
  /** The outlet's IANA zone, used where the text states none. Default `UTC`. */
  readonly timeZone?: string;
  /** What relative forms count from and missing years are closest to. Default: the clock. */
  readonly now?: Date;
  /** Order of `03/04/2020`: true = 3 April. Default: by weekday, zone and language, else true. */
  readonly dayFirst?: boolean;
  /** BCP 47 tag of the text; only a hint for the order of day and month. */
  readonly language?: string;
}

/** A date inside a longer text; `start` and `end` are UTF-16 offsets in the text's NFC form. */
export interface FoundDate {
  readonly iso: IsoInstant;
  readonly start: number;
  readonly end: number;
}

/** Longer strings are prose, not a date; `findPublishedDate` reads those. */
const LONGEST_DATE = 160;
const LONGEST_TEXT = 10_000;
const MOST_TOKENS = 24;

/**
 * Reads a date as feeds and newsrooms write it: ISO 8601, RFC 822 and their broken cousins,
 * Vietnamese and some 35 other languages, relative forms.
 * @returns ISO 8601 with the offset the text states, else the zone's offset on that day; a date
 * without a time is the start of that day; null where the text is no date or an impossible one
 */
export function parsePublishedDate(text: string, options: DateOptions = {}): IsoInstant | null {
  const canonical = canonicalDate(text);
  if (canonical !== null) return canonical;
  const plain = plainDate(text);
  if (plain === '' || plain.length > LONGEST_DATE) return null;
  const context = contextOf(options);
  return stampDate(plain, context) ?? compactDate(plain, context) ?? wholeDate(plain, context);
}

const CANONICAL =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:Z|([+-])(0\d|1[0-5]):?([0-5]\d))$/;

/** RFC 3339 as nearly all machines write it, without the detour over tokens. */
function canonicalDate(text: string): IsoInstant | null {
  const match = CANONICAL.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || hour > 23 || minute === undefined || minute > 59) return null;
  if (!isRealDay({ year, month, day })) return null;
  const offset = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1);
  const wallMs = utcMs({ year, month, day, hour, minute, second: second ?? 0 });
  return isoAtOffset(wallMs - offset * 60_000, offset);
}

/** The first date inside a longer text (its first 10,000 characters); null where there is none. */
export function findPublishedDate(text: string, options: DateOptions = {}): FoundDate | null {
  const context = contextOf(options);
  const tokens = dateTokens(text.normalize('NFC').slice(0, LONGEST_TEXT));
  for (let first = 0; first < tokens.length; ) {
    if (!isOpening(tokens[first])) {
      first += 1;
      continue;
    }
    const found = longestDate(tokens, first, context);
    if (found) return found;
    first += 1;
  }
  return null;
}

function isOpening(token: DateToken | undefined): boolean {
  return token !== undefined && token.kind !== 'filler' && token.kind !== 'unknown';
}

/** The longest run of tokens from `first` that is a date with a day of its own. */
function longestDate(
  tokens: readonly DateToken[],
  first: number,
  context: DateContext,
): FoundDate | null {
  let last = first;
  while (last < tokens.length && last - first < MOST_TOKENS && tokens[last]?.kind !== 'unknown') {
    last += 1;
  }
  for (; last > first; last -= 1) {
    const run = tokens.slice(first, last);
    const end = run.at(-1);
    if (!isOpening(end) || !isSpecific(run)) continue;
    const iso = isoOf(run, context);
    if (iso !== null && end) return { iso, start: run[0]?.start ?? 0, end: end.end };
  }
  return null;
}

/** In prose a bare "23/11" is a fraction and "May 20" a headcount without a year or time. */
function isSpecific(run: readonly DateToken[]): boolean {
  const hasTime = run.some((token) => token.kind === 'time');
  return run.some(
    (token) =>
      token.kind === 'ago' ||
      (token.kind === 'day' && hasTime) ||
      (token.kind === 'date' && (token.year !== null || hasTime)) ||
      (token.kind === 'numbers' && (token.values[2] !== null || hasTime)) ||
      (token.kind === 'number' && token.digits === 4),
  );
}

function contextOf(options: DateOptions): DateContext {
  return {
    timeZone: ianaZone(options.timeZone ?? 'UTC') ?? 'UTC',
    nowMs: (options.now ?? new Date()).getTime(),
    dayFirst: options.dayFirst ?? null,
    language: options.language ?? null,
  };
}

/** ISO 8601 whose plus an address made a space of, or "%2B", and whose hours have one digit. */
const LOST_PLUS = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?: |%2b)(\d\d:?\d\d)$/i;
const SHORT_OFFSET = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?([+-])(\d)(:\d\d)?$/;

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', plus: '+', amp: '&' };

/** NFC, one space, ASCII digits, no character references, no words in brackets. */
function plainDate(text: string): string {
  const plain = withoutReferences(text.slice(0, LONGEST_DATE * 8).normalize('NFC'));
  const digits = OTHER_SCRIPT.test(plain) ? plain.replace(/[\p{Nd}]/gu, asciiDigit) : plain;
  const bare = digits.replace(/[\u200e\u200f\u202a-\u202e]/g, '');
  const open = bare.includes('(') ? bare.replace(ASIDE_WORDS, ' ') : bare;
  return withOffset(open.replace(/\s+/gu, ' ').trim());
}

function withOffset(text: string): string {
  if (text.length > 40) return text;
  return text.replace(LOST_PLUS, '$1+$2').replace(SHORT_OFFSET, '$1$20$3$4');
}

/** Where the digits of other scripts begin. */
const OTHER_SCRIPT = /[\u0660-\uffff]/;
const ASIDE_WORDS = /\((?!\s*(?:gmt|utc)\b)[\p{L}\s.]{6,60}\)/giu;

function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&#x([0-9a-f]{1,4});/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#(\d{1,4});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(nbsp|plus|amp);/gi, (_, name: string) => ENTITIES[name.toLowerCase()] ?? '');
}

/** Decimal digits of any script lie in unbroken blocks of ten, zero first. */
function asciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** `/Date(1606119300000+0700)/` and Unix time in seconds or milliseconds (10 or 13 digits). */
function stampDate(text: string, context: DateContext): IsoInstant | null {
  const [, digits] =
    /^(?:\/Date\()?([1-9]\d{12}|[1-9]\d{8,9})(?:[+-]\d{4})?(?:\)\/)?$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const instantMs = Number(digits) * (digits.length === 13 ? 1 : 1000);
  return isoAtOffset(instantMs, offsetAt(context.timeZone, instantMs));
}

/** ISO 8601's rarer forms, only as the whole text: basic, ordinal, to the month or year, short. */
function compactDate(text: string, context: DateContext): IsoInstant | null {
  const rewritten = text
    .replace(/^((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/, '$1-$2-$3T$4$5$6')
    .replace(/^(\d{4})(\d{2})(\d{2})(?=$|[T ])/, '$1-$2-$3')
    .replace(/^(\d{2})(\d{2})(\d{2})$/, '20$1-$2-$3')
    .replace(/^-(\d{2})-?(\d{2})$/, '20$1-$2-01')
    .replace(/^(\d{4})-(\d{2})$/, '$1-$2-01')
    .replace(/^(19\d{2}|20\d{2})$/, '$1-01-01')
    .replace(/^(\d{4})-(\d{3})(?=$|T)/, (_, year: string, day: string) => ordinal(year, day))
    .replace(/^(\d{4}-\d{2}-\d{2}[T ]\d{2})(\d{2})(\d{2})?(?=$|Z|[+-])/, compactTime);
  return rewritten === text ? null : wholeDate(rewritten, context);
}

function compactTime(...found: readonly (string | undefined)[]): string {
  const [, start, minute, second] = found;
  return `${start}:${minute}:${second ?? '00'}`;
}

function ordinal(year: string, day: string): string {
  const date = new Date(Date.UTC(Number(year), 0, Number(day)));
  const isSound = Number(day) >= 1 && date.getUTCFullYear() === Number(year);
  return isSound ? date.toISOString().slice(0, 10) : 'no day';
}

function wholeDate(text: string, context: DateContext): IsoInstant | null {
  const tokens = dateTokens(text);
  return tokens.length > MOST_TOKENS * 2 ? null : isoOf(tokens, context);
}

function isoOf(tokens: readonly DateToken[], context: DateContext): IsoInstant | null {
  const moment = resolveTokens(tokens, context);
  if (moment === null) return null;
  if (moment.kind === 'instant') {
    return isoAtOffset(moment.instantMs, offsetAt(context.timeZone, moment.instantMs));
  }
  const zone = moment.zone ?? context.timeZone;
  const offset = typeof zone === 'number' ? zone : offsetOfWallTime(zone, moment.wallMs);
  const instantMs = moment.wallMs - offset * 60_000;
  // A wall time that a spring change leaves out is an instant after it, with the new offset.
  const shown = typeof zone === 'number' ? zone : offsetAt(zone, instantMs);
  return isoAtOffset(instantMs, shown);
}
