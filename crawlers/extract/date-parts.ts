import { isoAtOffset, offsetAt, offsetOfWallTime } from './dates-zones.ts';

/** A date as written: the time and the offset only where the text has them. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number | null;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; null where the text does not say. */
  readonly offsetMinutes: number | null;
}

/** Which number comes first in 03/07/2026. */
export type DayOrder = 'day-first' | 'month-first';

const MONTH_NAMES: readonly string[] = [
  'jan january januar janvier janv enero ene gennaio gen janeiro januari januára stycznia ' +
    'styczeń sty января янв ocak oca ledna leden jän jänner tammikuuta يناير',
  'feb february februar février févr fevrier febrero febbraio fevereiro fev februari lutego ' +
    'luty lut февраля фев şubat şub února únor helmikuuta فبراير',
  'maret mar march märz mär mrz mars marzo março maart mrt marca marzec марта мар mart března ' +
    'březen maaliskuuta مارس',
  'apr april avril avr abril abr aprile kwietnia kwiecień kwi апреля апр nisan nis dubna ' +
    'duben huhtikuuta أبريل ابريل',
  'may mai mayo maggio mag maio mei maja maj мая май mayıs května květen toukokuuta مايو',
  'jun june juni juin junio giugno giu junho czerwca czerwiec cze июня июн haziran haz června ' +
    'červen kesäkuuta يونيو',
  'jul july juli juillet juil julio luglio lug julho lipca lipiec lip июля июл temmuz tem ' +
    'července červenec heinäkuuta يوليو',
  'agustus agt aug august août aout agosto ago augustus augusti sierpnia sierpień sie августа авг ağustos ' +
    'ağu srpna srpen elokuuta أغسطس اغسطس',
  'sep sept september septembre septiembre settembre set setembro września wrzesień wrz ' +
    'сентября сен сент eylül eyl září syyskuuta سبتمبر',
  'oct october oktober okt octobre octubre ottobre ott outubro out października październik ' +
    'paź октября окт ekim eki října říjen lokakuuta أكتوبر اكتوبر',
  'nov november novembre noviembre novembro listopada listopad lis ноября ноя нояб kasım kas ' +
    'marraskuuta نوفمبر',
  'dec december dezember dez décembre déc decembre diciembre dic dicembre dezembro desember ' +
    'des grudnia grudzień gru декабря дек aralık ara prosince prosinec joulukuuta ديسمبر',
];

const monthNumbers = new Map<string, number>();
for (const [at, names] of MONTH_NAMES.entries()) {
  for (const name of names.split(' ')) monthNumbers.set(name, at + 1);
}

function month(name: string): number {
  return monthNumbers.get(name.toLowerCase().replace(/\.$/, '')) ?? 0;
}

const ISO =
  /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]{1,9}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s{0,9}(Z\b|(?:GMT|UTC)?\s{0,9}[+-]\d{1,2}:?\d{0,2}\b)?/i;
const YEAR_FIRST = /(?<!\d)(\d{4})[./\s年]{1,2}(\d{1,2})[./\s月]{1,2}(\d{1,2})(?!\d)/;
const NUMERIC = /(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/;
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°)?[.,]?\s{0,9}(?:de |of |- ?|\/)?\s{0,9}([^\s\d.,:;/()|+-]{3,12})\.?,?\s{0,9}(?:de |del |- ?|\/)?\s{0,9}(\d{4})(?!\d)/;
const MONTH_DAY =
  /(?<![^\s\d.,:;/()|+-])([^\s\d.,:;/()|+-]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/;
const VIETNAMESE = /(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})[,\s]+(?:năm\s+)?(\d{4})/i;
const TIME =
  /(?<![\d:])(\d{1,2})\s?(?:[:hH.]|giờ)\s?(\d{2})(?::(\d{2}))?(?![\d/])\s*([ap]\.?m\.?)?/i;
/** Indonesia’s three zones, west to east. */
const INDONESIAN: Readonly<Record<string, number>> = { wib: 420, wita: 480, wit: 540 };
const OFFSET = /(?:GMT|UTC)?\s{0,9}([+-])(\d{1,2}):?(\d{2})?\b/i;

/** "22:00 UTC", without a number after it. */
const BARE_UTC = /^[\s,(|]{0,4}(?:GMT|UTC|Z)(?![\p{L}\d])/iu;

function isDate(year: number, monthOfYear: number, day: number): boolean {
  if (year < 1900 || year > 2100 || monthOfYear < 1 || monthOfYear > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate();
}

function readOffset(text: string): number | null {
  if (/^\s*Z$/i.test(text)) return 0;
  const found = OFFSET.exec(text);
  if (!found) return BARE_UTC.test(text) ? 0 : null;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return found[1] === '-' ? -minutes : minutes;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offsetMinutes: number | null;
}

function readTime(text: string, day: string): Time | null {
  const rest = text.replace(day, ' ');
  const found = TIME.exec(rest);
  if (!found) return null;
  let hour = Number(found[1]);
  const half = found[4]?.toLowerCase().replaceAll('.', '');
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  const minute = Number(found[2]);
  if (hour > 23 || minute > 59) return null;
  const after = rest.slice(found.index + found[0].length, found.index + found[0].length + 24);
  const named = /^\s{0,3}\(?(wib|wita|wit)\b/i.exec(after)?.[1]?.toLowerCase();
  const zone =
    named !== undefined
      ? (INDONESIAN[named] ?? null)
      : /(?:GMT|UTC|Z\b|[+-]\d)/i.test(after)
        ? readOffset(after)
        : null;
  return { hour, minute, second: Number(found[3] ?? 0), offsetMinutes: zone };
}

function withTime(text: string, match: string, date: readonly [number, number, number]): DateParts {
  const [year, monthOfYear, day] = date;
  const time = readTime(text, match);
  return {
    year,
    month: monthOfYear,
    day,
    hour: time?.hour ?? null,
    minute: time?.minute ?? 0,
    second: time?.second ?? 0,
    offsetMinutes: time?.offsetMinutes ?? null,
  };
}

function readIso(text: string): DateParts | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [year, monthOfYear, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (!isDate(year, monthOfYear, day)) return null;
  if (found[4] === undefined) return withTime(text, found[0], [year, monthOfYear, day]);
  const hour = Number(found[4]);
  if (hour > 23 || Number(found[5]) > 59) return null;
  // "9:40 AM" after an ISO day.
  const half = /^\s*([ap])m\b/i.exec(text.slice(found.index + found[0].length))?.[1]?.toLowerCase();
  return {
    year,
    month: monthOfYear,
    day,
    hour: half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour,
    minute: Number(found[5]),
    second: Number(found[6] ?? 0),
    offsetMinutes: found[7] ? readOffset(found[7]) : null,
  };
}

function readNumeric(text: string, order: DayOrder): DateParts | null {
  const found = NUMERIC.exec(text);
  if (!found) return null;
  const one = Number(found[1]);
  const other = Number(found[3]);
  const written = Number(found[4]);
  const year = written < 100 ? 2000 + written : written;
  const dayFirst = one > 12 || (other <= 12 && order === 'day-first') || found[2] === '.';
  const [day, monthOfYear] = dayFirst ? [one, other] : [other, one];
  if (!isDate(year, monthOfYear, day)) return null;
  return withTime(text, found[0], [year, monthOfYear, day]);
}

function readWords(text: string): DateParts | null {
  const vietnamese = VIETNAMESE.exec(text);
  if (vietnamese) {
    const date = [Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1])] as const;
    if (isDate(...date)) return withTime(text, vietnamese[0], date);
  }
  const american = MONTH_DAY.exec(text);
  if (american) {
    const date = [Number(american[3]), month(american[1] ?? ''), Number(american[2])] as const;
    if (isDate(...date)) return withTime(text, american[0], date);
  }
  const european = DAY_MONTH.exec(text);
  if (european) {
    const date = [Number(european[3]), month(european[2] ?? ''), Number(european[1])] as const;
    if (isDate(...date)) return withTime(text, european[0], date);
  }
  return null;
}

/** Reads the first date in a short text (200 characters at most); null where there is none. */
export function readDateParts(text: string, order: DayOrder): DateParts | null {
  const short = text.slice(0, 200);
  if (!/\d/.test(short)) return null;
  const iso = readIso(short);
  if (iso) return iso;
  const yearFirst = YEAR_FIRST.exec(short);
  if (yearFirst) {
    const date = [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])] as const;
    if (isDate(...date)) return withTime(short, yearFirst[0], date);
  }
  return readWords(short) ?? readNumeric(short, order);
}

/** Milliseconds since 1970 of a date; a missing offset is the zone's at that wall time. */
export function instantOf(parts: DateParts, timeZone: string | null): number {
  const { year, month: monthOfYear, day, hour, minute, second } = parts;
  const wall = Date.UTC(year, monthOfYear - 1, day, hour ?? 0, minute, second);
  const offset = parts.offsetMinutes ?? (timeZone === null ? 0 : offsetOfWallTime(timeZone, wall));
  return wall - offset * 60_000;
}

/** ISO 8601 at a given offset, minutes east of UTC. */
export function isoWithOffset(parts: DateParts, offsetMinutes: number): string | null {
  return isoAtOffset(instantOf(parts, null), offsetMinutes);
}

/** ISO 8601 with the zone's own offset; without a zone the offset as written, else UTC. */
export function isoInZone(parts: DateParts, timeZone: string | null): string | null {
  const instant = instantOf(parts, timeZone);
  return isoAtOffset(
    instant,
    timeZone === null ? (parts.offsetMinutes ?? 0) : offsetAt(timeZone, instant),
  );
}
