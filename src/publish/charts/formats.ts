import type { Day, IsoInstant } from '../../domain/index.ts';

export type Language = 'vi' | 'en';

/** How figures are written in one language; the same on pages, in letters and in charts. */
export interface Formats {
  readonly language: Language;
  /** Whole number with the language's thousands mark: `1.234`. */
  count(value: number): string;
  /** Number with exactly one decimal: `1.234,5`. */
  decimal(value: number): string;
  /** Hours: one decimal from one on, two below; the least are `<0,01`, since they are not 0. */
  hours(value: number): string;
  /** Hours from sure to possible, once where both are written alike. */
  hoursRange(bracket: { readonly low: number; readonly high: number }): string;
  /** From lower to higher, both written already, never broken over two lines: `16,1–17,0`. */
  range(low: string, high: string): string;
  /** 0–1 as per cent with one decimal: `18,3 %`; an en dash where unknown. */
  percent(value: number | null): string;
  /** 0–1 as per cent without decimals, for axes. */
  percentShort(value: number): string;
  /** `22/11/2026` in Vietnamese, `22 Nov 2026` in English. */
  day(day: Day): string;
  /** Day and month only, for axes: `22/11`, `22 Nov`. */
  dayShort(day: Day): string;
  /** Month, with its year in January or alone: `Tháng 10`, `Oct`; `Tháng 1/2027`, `Jan 2027`. */
  month(day: Day): string;
  /** A month known without its day, `2021-06`: `06/2021`, `Jun 2021`. */
  monthYear(month: string): string;
  /** `Thứ Hai`, `Monday`. */
  weekday(day: Day): string;
  /** First and last day, month and year once where they are the same: `02–15/03/2026`. */
  period(from: Day, to: Day): string;
  /** The same without its year, for axes: `14–15/10`, `28/10–03/11`; of one day that day. */
  periodShort(from: Day, to: Day): string;
  /** Local day and time in a zone: `22/11/2026, 06:30`. */
  instant(instant: IsoInstant, timeZone: string): string;
  /** The same with its zone's name: `22/11/2026, 06:30 (GMT+7)`. */
  zonedInstant(instant: IsoInstant, timeZone: string): string;
  /** Sorts names in the language's own order. */
  readonly compare: (left: string, right: string) => number;
}

const englishMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
const unknown = '–';
/** Shortest time that is written as a number: 36 seconds. */
const least = 0.01;
/** Between number and unit no line may break. */
const fixedSpace = '\u00a0';
/** An en dash between word joiners: what it joins is never broken over two lines. */
const dash = '\u2060–\u2060';

const weekdays: Record<Language, readonly string[]> = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

function parts(day: Day): { year: string; month: string; date: string } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month, date };
}

function dayShort(language: Language, day: Day): string {
  const { month, date } = parts(day);
  if (language === 'vi') return `${date}/${month}`;
  return `${Number(date)}${fixedSpace}${englishMonths[Number(month) - 1] ?? month}`;
}

function monthYear(language: Language, of: string): string {
  const { year, month } = parts(of);
  if (language === 'vi') return `${month}/${year}`;
  return `${englishMonths[Number(month) - 1] ?? month}${fixedSpace}${year}`;
}

function monthName(language: Language, day: Day): string {
  const { year, month } = parts(day);
  const isFirst = month === '01';
  if (language === 'vi') return `Tháng ${Number(month)}${isFirst ? `/${year}` : ''}`;
  const name = englishMonths[Number(month) - 1] ?? month;
  return isFirst ? `${name}${fixedSpace}${year}` : name;
}

function dayLong(language: Language, day: Day): string {
  const { year } = parts(day);
  const separator = language === 'vi' ? '/' : fixedSpace;
  return `${dayShort(language, day)}${separator}${year}`;
}

function period(language: Language, from: Day, to: Day): string {
  if (from === to) return dayLong(language, from);
  const [first, last] = [parts(from), parts(to)];
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const firstDate = language === 'vi' ? first.date : String(Number(first.date));
  const start = sameMonth
    ? firstDate
    : sameYear
      ? dayShort(language, from)
      : dayLong(language, from);
  return `${start}${dash}${dayLong(language, to)}`;
}

function periodShort(language: Language, from: Day, to: Day): string {
  const end = dayShort(language, to);
  if (from === to) return end;
  const { date } = parts(from);
  const start = language === 'vi' ? date : String(Number(date));
  return `${from.slice(0, 7) === to.slice(0, 7) ? start : dayShort(language, from)}${dash}${end}`;
}

function localTime(language: Language, instant: IsoInstant, timeZone: string): string {
  const date = new Date(instant);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(date);
  return `${dayLong(language, day)}, ${time}`;
}

/** A zone's distance from Greenwich at an instant, as Vietnamese and English papers name it. */
function zoneName(instant: IsoInstant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' });
  const named = format.formatToParts(new Date(instant));
  return named.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function zonedInstant(language: Language, instant: IsoInstant, timeZone: string): string {
  const zone = zoneName(instant, timeZone);
  return `${localTime(language, instant, timeZone)}${fixedSpace}(${zone})`;
}

/** The number and date formats of one language; pure, safe to keep. */
export function formatsFor(language: Language): Formats {
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const hundredth = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const collator = new Intl.Collator(locale, { numeric: true });
  const hours = (value: number) => {
    if (value === 0 || value >= 1) return tenth.format(value);
    return value < least ? `<${hundredth.format(least)}` : hundredth.format(value);
  };
  const sign = language === 'vi' ? `${fixedSpace}%` : '%';
  return {
    language,
    count: (value) => whole.format(value),
    decimal: (value) => tenth.format(value),
    hours,
    hoursRange: ({ low, high }) =>
      hours(low) === hours(high) ? hours(low) : `${hours(low)}${dash}${hours(high)}`,
    range: (low, high) => `${low}${dash}${high}`,
    percent: (value) => (value === null ? unknown : `${tenth.format(value * 100)}${sign}`),
    percentShort: (value) => `${whole.format(value * 100)}${sign}`,
    day: (day) => dayLong(language, day),
    dayShort: (day) => dayShort(language, day),
    month: (day) => monthName(language, day),
    monthYear: (month) => monthYear(language, month),
    weekday: (day) => weekdays[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '',
    period: (from, to) => period(language, from, to),
    periodShort: (from, to) => periodShort(language, from, to),
    instant: (instant, timeZone) => localTime(language, instant, timeZone),
    zonedInstant: (instant, timeZone) => zonedInstant(language, instant, timeZone),
    compare: (left, right) => collator.compare(left, right),
  };
}
