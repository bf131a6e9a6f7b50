// Cuts a text into the parts that dates are written with. A part that no date has is `unknown`.
import { MONTH_WORDS, WEEKDAY_WORDS } from './dates-names.ts';
import { type ZoneReading, zoneOfWord } from './dates-zones.ts';

/** A part of a date as written; `start` and `end` are UTF-16 offsets in the text. */
export type DateToken = { readonly start: number; readonly end: number } & DatePart;

/** Values are as written and may be out of range. */
export type DatePart =
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
    }
  /** Three numbers, or two where the third is null, whose order is open. */
  | {
      readonly kind: 'numbers';
      readonly values: readonly [number, number, number | null];
      readonly mark: string;
      readonly yearDigits: number;
    }
  | {
      readonly kind: 'time';
      readonly hour: number;
      readonly minute: number;
      readonly second: number;
    }
  | { readonly kind: 'zone'; readonly zone: ZoneReading }
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'month'; readonly month: number; readonly weekday: number | null }
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** Part of the day: before or after noon, or Vietnamese noon and night. */
  | { readonly kind: 'half'; readonly half: 'am' | 'pm' | 'noon' | 'night' }
  | { readonly kind: 'ago'; readonly amount: number; readonly unit: AgoUnit }
  | { readonly kind: 'day'; readonly daysAgo: number }
  | { readonly kind: 'filler' }
  | { readonly kind: 'unknown' };

export type AgoUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const folded = (word: string) =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i');

const byWord = (rows: readonly string[]) =>
  new Map(rows.flatMap((row, index) => row.split(' ').map((word) => [word, index] as const)));
const MONTHS = byWord(MONTH_WORDS);
const WEEKDAYS = new Map([
  ...byWord(WEEKDAY_WORDS),
  ...[
    ['tues', 2],
    ['weds', 3],
    ['thur', 4],
    ['thurs', 4],
  ].map(([word, day]) => [word as string, day as number] as const),
]);

const HALVES: ReadonlyMap<string, 'am' | 'pm' | 'noon' | 'night'> = new Map([
  ...['am', 'a.m', 'a.m.', 'sa', 'sáng', '오전', '上午', '午前', 'π.μ', 'πμ'].map(
    (word) => [word, 'am'] as const,
  ),
  ...['pm', 'p.m', 'p.m.', 'ch', 'chiều', 'tối', '오후', '下午', '午後', 'μ.μ', 'μμ'].map(
    (word) => [word, 'pm'] as const,
  ),
  ['trưa', 'noon'],
  ['đêm', 'night'],
]);

const FILLERS = new Set(
  (
    'on at the of by posted published updated created last modified publish date time pubdate ' +
    'ngày năm lúc vào hồi đăng tải xuất bản phát hành cập nhật lần cuối thời gian ra bài viết ' +
    'le à du mis jour publié modifié de del el la las los den der am um uhr vom og kl klo a alle ' +
    'в г года год року р dne роки días dia di om op os às и y et und h hs hrs pada tanggal pukul ' +
    'τις στις t giờ'
  ).split(' '),
);

const VIETNAMESE_NUMBERS = 'một hai ba tư năm sáu bảy tám chín mười'
  .split(' ')
  .map((word, index) => [word, index + 1] as const);
/** What programs say of less than a minute, by their words for "a few". */
const FEW_SECONDS =
  'vài giây trước|a few seconds ago|il y a quelques secondes|vor (?:ein paar|wenigen) sekunden';

const COUNTS: ReadonlyMap<string, number> = new Map([
  ...VIETNAMESE_NUMBERS,
  ['bốn', 4],
  ['bẩy', 7],
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['une', 1],
  ['un', 1],
  ['einer', 1],
  ['einem', 1],
  ['una', 1],
  ['nửa', 0.5],
]);
const UNITS: readonly (readonly [RegExp, AgoUnit])[] = [
  [/^(?:s$|secs?$|giây|second|seconde|sekunde|segundo|секунд|초|秒)/u, 'second'],
  [/^(?:mos?$|tháng|month|mois|monat|mes|месяц|개월|个月|ヶ月|か月)/u, 'month'],
  [/^(?:m$|min|phút|ph?$|минут|분|分)/u, 'minute'],
  [/^(?:h$|hr|hour|giờ|tiếng|heure|stunde|hora|час|시간|小时|小時|時間)/u, 'hour'],
  [/^(?:d$|day|ngày|hôm|jour|tag|día|dia|день|дня|дней|일|天|日)/u, 'day'],
  [/^(?:w$|wk|week|tuần|semaine|woche|semana|недел|주|周|週)/u, 'week'],
  [/^(?:y$|yr|year|năm$|ans?$|jahr|año|ano|год|лет|년|年)/u, 'year'],
];

const MONTH_VIETNAMESE: Readonly<Record<string, number>> = {
  một: 1,
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};
const DAY_VIETNAMESE: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tư: 3,
  năm: 4,
  sáu: 5,
  bảy: 6,
  bẩy: 6,
};

type Rule = readonly [
  RegExp,
  (match: RegExpExecArray, before: DatePart | undefined) => DatePart | null,
];

const FILLER: DatePart = { kind: 'filler' };
const number = (text: string | undefined) => Number(text ?? 0);

/*
 * Letters and their marks as ranges: of \p{L}, above all where case is ignored, the engine builds
 * tables for tens of milliseconds. Digits of other scripts are ASCII by now.
 */
const LETTERS =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u0374\\u0376-\\u037d\\u037f-\\u0386' +
  '\\u0388-\\u0481\\u0483-\\u0559\\u0560-\\u0588\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7-\\u05f2' +
  '\\u0610-\\u061a\\u0620-\\u0659\\u066e-\\u06d3\\u06d5-\\u06ef\\u06fa-\\u06ff\\u070f-\\u0963\\u0970-\\u0e3e' +
  '\\u0e40-\\u0e4e\\u0e80-\\u1049\\u1050-\\u10fa\\u10fc-\\u1360\\u1369-\\u17d3\\u17dc\\u17dd\\u180b-\\u1fff' +
  '\\u2c00-\\u2dff\\u3005-\\u3007\\u3031-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff21-\\uff3a' +
  '\\uff41-\\uff5a\\uff66-\\uffdc';
const ends = `(?![${LETTERS}\\d])`;

/** Patterns that ignore case: they are held against the text in small letters. */
const caseless = new Set<RegExp>();
function rule(source: string): RegExp {
  const pattern = new RegExp(source, 'uy');
  caseless.add(pattern);
  return pattern;
}

/** In small letters, with every character at its place. */
function lowerInPlace(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  const letters = text.split('').map((letter) => [letter, letter.toLowerCase()] as const);
  return letters.map(([letter, small]) => (small.length === 1 ? small : letter)).join('');
}

function clock(match: RegExpExecArray): DatePart {
  const [, hour, minute, second] = match;
  return { kind: 'time', hour: number(hour), minute: number(minute), second: number(second) };
}

function ago(amount: string | undefined, unit: string | undefined): DatePart | null {
  const word = (amount ?? '').toLowerCase();
  const count = /^\d+$/.test(word) ? Number(word) : COUNTS.get(word);
  const known = UNITS.find(([pattern]) => pattern.test((unit ?? '').toLowerCase()))?.[1];
  return count === undefined || !known ? null : { kind: 'ago', amount: count, unit: known };
}

/** An age of two parts: "1 giờ 30 phút trước", the smaller unit after the larger. */
function agoTwice([, many, large, few, small]: RegExpExecArray): DatePart | null {
  const [first, second] = [ago(many, large), ago(few, small)];
  if (first?.kind !== 'ago' || second?.kind !== 'ago') return null;
  const inSmaller = AGO_RATIO[`${first.unit} ${second.unit}`];
  if (inSmaller === undefined || second.amount >= inSmaller) return null;
  return { kind: 'ago', amount: first.amount * inSmaller + second.amount, unit: second.unit };
}

/** How many of the second unit are one of the first. */
const AGO_RATIO: Readonly<Record<string, number>> = {
  'minute second': 60,
  'hour minute': 60,
  'day hour': 24,
  'week day': 7,
  'year month': 12,
};

const AMOUNT = `(\\d{1,4})\\s*([${LETTERS}]{1,8})`;
const ABOUT = '(?:(?:khoảng|chừng|hơn|gần|about|over|almost)\\s+)?';

const RULES: readonly Rule[] = [
  [/[\s,;|•·–—−\u200b()[\]"“”]+/uy, () => FILLER],
  // Relative forms, before their numbers are taken for dates.
  [
    rule(
      `(?:${FEW_SECONDS}|vừa xong|vừa mới|mới đây|just now|right now|à l'instant|gerade eben)${ends}`,
    ),
    () => ({ kind: 'ago', amount: 0, unit: 'second' }),
  ],
  [
    rule(
      `${ABOUT}(?:cách đây\\s+)?(\\d{1,5}|[${LETTERS}]{1,12})\\s*([${LETTERS}]{1,12})\\.?\\s*(?:trước|ago|назад|전|前)(?:\\s*đây)?${ends}(?!\\s+khi)`,
    ),
    (m) => ago(m[1], m[2]),
  ],
  [
    rule(`${ABOUT}${AMOUNT},?\\s*(?:và\\s|and\\s)?\\s*${AMOUNT}\\s*(?:trước|ago)${ends}`),
    (m) => agoTwice(m),
  ],
  [
    rule(
      `(?:cách đây|il y a|vor|hace|há|fa)\\s+${ABOUT}(\\d{1,5}|[${LETTERS}]{1,12})\\s+([${LETTERS}]{1,12})${ends}`,
    ),
    (m) => ago(m[1], m[2]),
  ],
  [
    rule(`(?:hôm nay|today|aujourd['’]hui|heute|hoy|hoje|сегодня|오늘|今天|今日)${ends}`),
    () => ({ kind: 'day', daysAgo: 0 }),
  ],
  [
    rule(`(?:hôm qua|yesterday|hier|gestern|ayer|ontem|вчера|어제|昨天|昨日)${ends}`),
    () => ({ kind: 'day', daysAgo: 1 }),
  ],
  [
    rule(`(?:hôm kia|vorgestern|anteayer|avant-hier|позавчера|前天)${ends}`),
    () => ({ kind: 'day', daysAgo: 2 }),
  ],
  // Whole dates.
  [
    /(\d{4})\s?([-/.])\s?(\d{1,2}|0\d{2})\s?\2\s?(\d{1,2})(?!\d|[-/.]\d)/uy,
    (m) => ({ kind: 'date', year: number(m[1]), month: number(m[3]), day: number(m[4]) }),
  ],
  [
    /(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d|\2\d)/uy,
    (m) => ({
      kind: 'numbers',
      values: [number(m[1]), number(m[3]), number(m[4])],
      mark: m[2] ?? '',
      yearDigits: (m[4] ?? '').length,
    }),
  ],
  [
    /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]?/uy,
    (m) => ({ kind: 'date', year: number(m[1]), month: number(m[2]), day: number(m[3]) }),
  ],
  [
    /(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]/uy,
    (m) => ({ kind: 'date', year: null, month: number(m[1]), day: number(m[2]) }),
  ],
  // Times.
  [rule("t?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?['’]?(?![\\d:]|[.,]\\d)"), clock],
  [
    rule(`(\\d{1,2})\\s*(?:h|g|giờ)\\s*(\\d{2})(?:\\s*(?:phút|ph|p|m|')${ends})?(?![\\d:/.-])`),
    clock,
  ],
  [
    rule(
      `(\\d{1,2})\\s*(?:giờ|時|时|点|點|시)(?:\\s*(\\d{1,2})\\s*(?:phút|分|분))?(?:\\s*(\\d{1,2})\\s*(?:giây|秒|초))?`,
    ),
    clock,
  ],
  [rule(`(\\d{1,2})(?:[.:](\\d{2}))?(?=\\s*(?:uhr|wib|wita|wit)${ends})`), clock],
  [rule(`(\\d{1,2})\\s?h${ends}`), clock],
  [rule(`(\\d{1,2})(?=\\s?(?:am|pm|a\\.m\\.|p\\.m\\.)${ends})`), clock],
  // Zones.
  [rule(`(?:(?:utc|gmt|múi giờ)\\s?)+([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?![\\d:/])`), offset],
  [
    rule(`([+-])(\\d{2})(?::?(\\d{2}))?z?(?![${LETTERS}\\d:/.])`),
    (m, before) =>
      before?.kind === 'time' || before?.kind === 'zone' || before?.kind === 'half'
        ? offset(m)
        : null,
  ],
  [rule(`giờ (?:việt nam|hà nội|vn)${ends}`), () => ({ kind: 'zone', zone: 420 })],
  [new RegExp(`[A-Za-z]+\\/[A-Za-z_]+(?:\\/[A-Za-z_]+)?${ends}`, 'uy'), (m) => zoneToken(m[0])],
  // Vietnamese names, which are several words or numbers.
  [
    rule(`(?:thứ\\s*(hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|t([2-7])|(chủ\\s*nhật|cn))${ends}`),
    vietnameseDay,
  ],
  [
    rule(
      `(?:tháng|thg\\.?|th)\\s*(\\d{1,2}|mười\\s+(?:một|hai)|giêng|chạp|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)${ends}`,
    ),
    vietnameseMonth,
  ],
  // Two numbers without a year, single numbers, words.
  [
    /(\d{1,2})([/-])(\d{1,2})(?![\d:]|[/.-]\d)/uy,
    (m) => ({
      kind: 'numbers',
      values: [number(m[1]), number(m[3]), null],
      mark: m[2] ?? '',
      yearDigits: 0,
    }),
  ],
  [
    rule(`(\\d{1,4})(?:st|nd|rd|th|er|º|ª|°|\\.)?${ends}`),
    (m) => ({ kind: 'number', value: number(m[1]), digits: (m[1] ?? '').length }),
  ],
  [rule('(\\d{1,2})(?=t\\d)'), (m) => ({ kind: 'number', value: number(m[1]), digits: 2 })],
  [new RegExp(`[${LETTERS}][${LETTERS}’'.]*`, 'uy'), (m, before) => wordPart(m[0], before)],
  [/[-/:.]+/uy, () => FILLER],
];

function offset(match: RegExpExecArray): DatePart {
  const [, sign, hours, minutes] = match;
  const size = number(hours) * 60 + number(minutes);
  // Out of range on purpose where minutes are: the whole text is then no date.
  const isSound = number(minutes) < 60 && number(hours) <= 15;
  return { kind: 'zone', zone: isSound ? (sign === '-' ? -size : size) : Number.NaN };
}

function zoneToken(word: string): DatePart | null {
  const zone = zoneOfWord(word);
  return zone === null ? null : { kind: 'zone', zone };
}

function vietnameseDay(match: RegExpExecArray): DatePart {
  const [, word, short] = match;
  if (word === undefined && short === undefined) return { kind: 'weekday', weekday: 0 };
  const digit = Number(short ?? word);
  const weekday = Number.isNaN(digit) ? DAY_VIETNAMESE[(word ?? '').toLowerCase()] : digit - 1;
  return { kind: 'weekday', weekday: weekday ?? 0 };
}

function vietnameseMonth(match: RegExpExecArray): DatePart {
  const word = (match[1] ?? '').toLowerCase().replace(/\s+/g, ' ');
  const month = /^\d/.test(word) ? Number(word) : (MONTH_VIETNAMESE[word] ?? 0);
  return { kind: 'month', month, weekday: null };
}

function wordPart(word: string, before: DatePart | undefined): DatePart | null {
  const lower = word.toLowerCase();
  const bare = lower.replace(/[.’']{1,9}$/, '');
  const isAfterTime = before?.kind === 'time';
  const half = HALVES.get(lower) ?? HALVES.get(bare);
  // "sa", "ch" and "am" mean something else where no time stands beside them.
  if (half !== undefined && (isAfterTime || lower.length > 3 || /[^\x20-\x7f]/.test(lower))) {
    return { kind: 'half', half };
  }
  const zone = isAfterTime || before?.kind === 'half' || bare.length >= 3 ? zoneOfWord(bare) : null;
  const name = folded(bare);
  const month = MONTHS.get(name);
  const weekday = WEEKDAYS.get(name);
  if (month !== undefined) return { kind: 'month', month: month + 1, weekday: weekday ?? null };
  if (zone !== null) return { kind: 'zone', zone };
  if (weekday !== undefined && !/^(?:thang|nam)$/.test(name)) return { kind: 'weekday', weekday };
  return FILLERS.has(bare) ? FILLER : null;
}

const WORD_OR_CHARACTER = new RegExp(`[${LETTERS}\\d]+|[\\s\\S]`, 'uy');

/** Cuts a text (NFC) into date tokens, in order and without a gap; linear in its length. */
export function dateTokens(text: string): DateToken[] {
  const tokens: DateToken[] = [];
  let before: DatePart | undefined;
  const forms = { text, lower: lowerInPlace(text) };
  for (let start = 0; start < text.length; ) {
    const { part, end } = tokenAt(forms, start, before);
    tokens.push({ ...part, start, end });
    if (part.kind !== 'filler') before = part;
    start = end;
  }
  return tokens;
}

interface Forms {
  readonly text: string;
  readonly lower: string;
}

function tokenAt({ text, lower }: Forms, start: number, before: DatePart | undefined) {
  for (const [pattern, read] of RULES) {
    pattern.lastIndex = start;
    const match = pattern.exec(caseless.has(pattern) ? lower : text);
    const part = match && read(match, before);
    if (match && part) return { part, end: start + match[0].length };
  }
  WORD_OR_CHARACTER.lastIndex = start;
  const length = WORD_OR_CHARACTER.exec(text)?.[0].length ?? 1;
  return { part: { kind: 'unknown' } as const, end: start + length };
}
