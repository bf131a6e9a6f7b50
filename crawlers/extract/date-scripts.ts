/*
 * Dates as the press of Thailand, Laos, Cambodia and Myanmar writes them, with its digits, months
 * and Buddhist years, turned into what dates are read from. Other texts come back as they are.
 */

/** The zeros of scripts whose digits newspapers use; nine more digits follow each. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0];

const classes = ZEROS.map((zero) => `\\u${hex(zero)}-\\u${hex(zero + 9)}`).join('');
const OTHER_DIGITS = new RegExp(`[${classes}]`, 'g');
/** A digit of any of these scripts, or a plain one. */
export const ANY_DIGIT = new RegExp(`[0-9${classes}]`);

/** What a text of these scripts has, and few others; and what only those of the region have. */
const OTHER_SCRIPT = /[\u0660-\u109f\u1780-\u17ff]/;
const BUDDHIST_SCRIPT = /[\u0e00-\u0eff\u1780-\u17ff]/;
const BUDDHIST_LANGUAGE = /^(?:th|lo|km)\b/i;

/** January first: Thai in full and short, Lao, Khmer, Burmese. */
const MONTHS: readonly string[] = [
  'มกราคม ม.ค. ມັງກອນ មករា ဇန်နဝါရီ',
  'กุมภาพันธ์ ก.พ. ກຸມພາ កុម្ភៈ កុម្ភះ ဖေဖော်ဝါရီ',
  'มีนาคม มี.ค. ມີນາ មីនា မတ်',
  'เมษายน เม.ย. ເມສາ មេសា ဧပြီ',
  'พฤษภาคม พ.ค. ພຶດສະພາ ឧសភា မေ',
  'มิถุนายน มิ.ย. ມິຖຸນາ មិថុនា ဇွန်',
  'กรกฎาคม ก.ค. ກໍລະກົດ កក្កដា ဇူလိုင်',
  'สิงหาคม ส.ค. ສິງຫາ សីហា ဩဂုတ် သြဂုတ်',
  'กันยายน ก.ย. ກັນຍາ កញ្ញា စက်တင်ဘာ',
  'ตุลาคม ต.ค. ຕຸລາ តុលា အောက်တိုဘာ',
  'พฤศจิกายน พ.ย. ພະຈິກ វិច្ឆិកា နိုဝင်ဘာ',
  'ธันวาคม ธ.ค. ທັນວາ ធ្នូ ဒီဇင်ဘာ',
];

const monthNumbers = new Map<string, number>();
for (const [index, names] of MONTHS.entries()) {
  for (const name of names.split(' ')) monthNumbers.set(name, index + 1);
}
const MONTH = [...monthNumbers.keys()].map((name) => name.replaceAll('.', '\\.')).join('|');

/** Words before the month and before the year, the Buddhist era and the common one. */
const BUDDHIST_ERA = 'พ\\.?ศ\\.?|ພ\\.?ສ\\.?|ព\\.?ស\\.?';
const COMMON_ERA = 'ค\\.?ศ\\.?|ຄ\\.?ສ\\.?|គ\\.?ស\\.?';
const BEFORE_MONTH = '(?:เดือน|ເດືອນ|ខែ)?';
const BEFORE_YEAR = '(?:ปี|ປີ|ឆ្នាំ)?';
const GAP = '[\\s,]{0,3}';

const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})${GAP}${BEFORE_MONTH}${GAP}(${MONTH})${GAP}${BEFORE_YEAR}${GAP}` +
    `(?:(${BUDDHIST_ERA})|(${COMMON_ERA}))?${GAP}(\\d{4}|\\d{2})(?!\\d)`,
);
/** Burmese puts the year first, or the month. */
const YEAR_FIRST = new RegExp(
  `(?<!\\d)(\\d{4})${GAP}(?:ခုနှစ်|ခု)?[၊,\\s]{0,3}(${MONTH})လ?${GAP}(\\d{1,2})(?!\\d)`,
);
const MONTH_FIRST = new RegExp(
  `(${MONTH})လ?${GAP}(\\d{1,2})(?:\\s?ရက်)?[၊,\\s]{1,3}(\\d{4})(?!\\d)`,
);
/** In figures, with a year that nobody else can mean. */
const FIGURES = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(2[4-6]\d{2})(?![\d./-])/;

/** "At … o'clock". */
const CLOCK_WORD = /(?:เวลา|ເວລາ|ម៉ោង)\s{0,3}(?=\d)|(?<=\d)\s?น\./g;

const BUDDHIST_YEARS = 543;
const FIRST_BUDDHIST = 2400;
const LAST_BUDDHIST = 2700;

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((one) => code >= one && code <= one + 9) ?? code;
  return String(code - zero);
}

function isoDay(year: number, month: number, day: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The common year of one as written; null where it can be none. */
function commonYear(written: string, buddhist: boolean | null): number | null {
  // Only Thais leave the century away, and they mean their own.
  if (written.length === 2) return buddhist === false ? null : 1957 + Number(written);
  const year = Number(written);
  const isBuddhist = buddhist ?? (year >= FIRST_BUDDHIST && year <= LAST_BUDDHIST);
  return isBuddhist ? year - BUDDHIST_YEARS : year;
}

function dayFirst(text: string): string | null {
  const [whole, day, month = '', ofBuddha, ofChrist, written = ''] = DAY_FIRST.exec(text) ?? [];
  if (whole === undefined) return null;
  const isThai = /[\u0e00-\u0e7f]/.test(month);
  if (written.length === 2 && !isThai) return null;
  const year = commonYear(written, ofBuddha ? true : ofChrist ? false : null);
  if (year === null) return null;
  return text.replace(whole, ` ${isoDay(year, monthNumbers.get(month) ?? 0, Number(day))} `);
}

function otherOrder(text: string): string | null {
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const [whole, year, month = '', day] = first;
    const iso = isoDay(Number(year), monthNumbers.get(month) ?? 0, Number(day));
    return text.replace(whole, ` ${iso} `);
  }
  const [whole, month = '', day, year] = MONTH_FIRST.exec(text) ?? [];
  if (whole === undefined) return null;
  const iso = isoDay(Number(year), monthNumbers.get(month) ?? 0, Number(day));
  return text.replace(whole, ` ${iso} `);
}

/**
 * The text with plain digits and, where it holds a date of the region, with that as ISO 8601 writes
 * it. `language` is that of the page: 24/11/2569 is a date only where years are counted so.
 */
export function plainDate(text: string, language: string | null): string {
  const isOther = OTHER_SCRIPT.test(text);
  const isBuddhist = BUDDHIST_LANGUAGE.test(language ?? '') || BUDDHIST_SCRIPT.test(text);
  if (!isOther && !isBuddhist) return text;
  const digits = text
    .replace(/\u200b/g, '')
    .replace(OTHER_DIGITS, asciiDigit)
    .replace(CLOCK_WORD, ' ');
  const figures = isBuddhist ? FIGURES.exec(digits) : null;
  if (figures) {
    const [whole, day, , month, year] = figures;
    const iso = isoDay(Number(year) - BUDDHIST_YEARS, Number(month), Number(day));
    return digits.replace(whole, iso);
  }
  return dayFirst(digits) ?? otherOrder(digits) ?? digits;
}
