import { Character, characterClasses } from './characters.ts';
import { withNewTonePlacement, withoutMarks } from './tone.ts';

/** What stands between two tokens, weakest first; the strongest found decides. */
export const Gap = {
  space: 0,
  join: 1,
  dash: 2,
  comma: 3,
  close: 4,
  colon: 5,
  semicolon: 6,
  quote: 7,
  open: 8,
  stop: 9,
} as const;

/**
 * 0 lower case, 1 first letter upper, 2 all upper (two letters or more), 3 in a line or field where
 * case tells nothing.
 */
export const Case = { lower: 0, capital: 1, upper: 2, none: 3 } as const;

/** The syllables of a field. Offsets are UTF-16 in `text`. */
export interface Tokens {
  readonly count: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Lower case, new tone placement; without marks in a plain field. */
  readonly word: readonly string[];
  readonly letterCase: readonly number[];
  /** Before each token; the first has `stop`. */
  readonly gap: readonly number[];
}

/** One field ready for detection. `view` has the length of `text`, so offsets agree. */
export interface PreparedText {
  /** NFC. */
  readonly text: string;
  /**
   * Usual spaces, new tone placement, upper-case runs in title case: what the name matcher reads.
   */
  readonly view: string;
  readonly tokens: Tokens;
  /** The text has no diacritics at all, so names are compared without them. */
  readonly plain: boolean;
  /** Mostly upper case (or all lower, in a slug): letter case says nothing. */
  readonly caseless: boolean;
}

export interface PrepareOptions {
  /** Abbreviations, lower case, after which a full stop does not end a sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /**
   * Whether the language is written with diacritics, so that a text without any is a stripped one.
   */
  readonly hasMarks: boolean;
}

const oddSpaces = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\t]/g;
/** Between letters all are the apostrophe of "H'Lim", "K'Brông". */
const apostrophes = /[’ʼ‘`´]/g;
/** The Icelandic and the African letter that look like Đ and stand for it on many pages. */
const strokedTwins = /[\u00d0\u0189\u00f0\u0256]/g;
const marked = /[\u00c0-\u024f\u1ea0-\u1ef9]/g;

/** What a text holds, as bits: one pass over a table, instead of a search for each. */
const Trait = { oddSpace: 1, apostrophe: 2, twin: 4, marked: 8, decomposed: 16 } as const;

const traitPatterns: readonly (readonly [pattern: RegExp, trait: number])[] = [
  [oddSpaces, Trait.oddSpace],
  [apostrophes, Trait.apostrophe],
  [strokedTwins, Trait.twin],
  [marked, Trait.marked],
  // All that may combine with what stands before it; halves of surrogate pairs to be sure.
  [/[\p{M}\u1100-\u11ff]/gu, Trait.decomposed],
  [/[\ud800-\udfff]/g, Trait.decomposed],
];

let traitTable: Uint8Array | null = null;

/** Bits by UTF-16 unit; made once, on first use. */
function traitsByUnit(): Uint8Array {
  if (traitTable) return traitTable;
  const table = new Uint8Array(0x10000);
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
  for (const [pattern, trait] of traitPatterns) {
    for (const { index } of units.matchAll(pattern)) table[index] = (table[index] ?? 0) | trait;
  }
  for (let unit = 0; unit < table.length; unit++) {
    const letter = units[unit] as string;
    if (letter.normalize('NFC') !== letter) table[unit] = (table[unit] ?? 0) | Trait.decomposed;
  }
  traitTable = table;
  return table;
}

function traitsOf(text: string): number {
  const table = traitsByUnit();
  let traits = 0;
  for (let at = 0; at < text.length; at++) traits |= table[text.charCodeAt(at)] as number;
  return traits;
}

/** NFC; most texts are, which the table tells sooner than a normalization. */
export function composed(raw: string): string {
  return traitsOf(raw) & Trait.decomposed ? raw.normalize('NFC') : raw;
}

/** One kind of space, apostrophe, Đ and tone placement; same length, so that offsets stay. */
function evenOut(text: string, traits: number): string {
  let even = text;
  if (traits & Trait.oddSpace) even = even.replace(oddSpaces, ' ');
  if (traits & Trait.apostrophe) even = even.replace(apostrophes, "'");
  if (traits & Trait.twin) {
    even = even.replace(strokedTwins, (twin) => (twin === twin.toUpperCase() ? 'Đ' : 'đ'));
  }
  return traits & Trait.marked ? withNewTonePlacement(even) : even;
}

/** Shorter texts without marks are no evidence ("VTV", "Covid 19"). */
const leastPlainLength = 12;

/** Makes a field ready: NFC text, same-length view, tokens. */
export function prepareText(raw: string, options: PrepareOptions): PreparedText {
  const rawTraits = traitsOf(raw);
  const isComposed = (rawTraits & Trait.decomposed) === 0;
  const text = isComposed ? raw : raw.normalize('NFC');
  const traits = isComposed ? rawTraits : traitsOf(text);
  const isMarked = (traits & Trait.marked) !== 0;
  const plain = options.hasMarks && text.length >= leastPlainLength && !isMarked;
  const even = evenOut(text, traits);
  const view = plain && !even.includes(' ') ? even.replace(/[-_]/g, ' ') : even;
  const tokens = tokenize(view, options);
  const caseless = isCaseless(tokens, view);
  const titled = inTitleCase(view, tokens, plain && caseless);
  const letterCase = caseless
    ? tokens.letterCase.map(() => Case.none)
    : withUpperLines(tokens, view);
  return { text, view: titled, tokens: { ...tokens, letterCase }, plain, caseless };
}

/** The same normal form for a name or word of the register. */
export function normalWord(raw: string, plain: boolean): string {
  const text = raw.normalize('NFC');
  const even = evenOut(text, traitsOf(text)).replace(/\s+/g, ' ').trim();
  return plain ? withoutMarks(even) : even;
}

function isCaseless(tokens: Tokens, view: string): boolean {
  if (isMostlyUpper(tokens, 0, tokens.count)) return true;
  const { letterCase } = tokens;
  return view.length > 8 && !letterCase.includes(Case.upper) && !letterCase.includes(Case.capital);
}

/** Letter cases where those of lines in upper case, as of headlines in a text, tell nothing. */
function withUpperLines(tokens: Tokens, view: string): readonly number[] {
  const { letterCase, gap, count, start, end } = tokens;
  let changed: number[] | null = null;
  for (let from = 0; from < count; ) {
    let to = from + 1;
    let hasUpper = letterCase[from] === Case.upper;
    while (to < count && !(gap[to] === Gap.stop && isNewLine(view, end[to - 1], start[to]))) {
      hasUpper ||= letterCase[to] === Case.upper;
      to++;
    }
    if (hasUpper && isMostlyUpper(tokens, from, to)) {
      changed ??= [...letterCase];
      changed.fill(Case.none, from, to);
    }
    from = to;
  }
  return changed ?? letterCase;
}

function isNewLine(view: string, from = 0, to = 0): boolean {
  for (let at = from; at < to; at++) if (view.charCodeAt(at) === 10) return true;
  return false;
}

function isMostlyUpper(tokens: Tokens, from: number, to: number): boolean {
  let upper = 0;
  let lower = 0;
  for (let index = from; index < to; index++) {
    const length = (tokens.end[index] as number) - (tokens.start[index] as number);
    if (tokens.letterCase[index] === Case.upper) upper += length;
    else if (tokens.letterCase[index] === Case.lower) lower += length;
  }
  return upper > 8 && upper > 4 * lower;
}

function lowerKeepingLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text[index] as string;
    const changed = unit.toLowerCase();
    return changed.length === 1 ? changed : unit;
  }).join('');
}

/** Splits the view into syllables; one pass, no regular expressions. */
export function tokenize(view: string, options: PrepareOptions): Tokens {
  const classes = characterClasses();
  const lower = lowerKeepingLength(view);
  const start: number[] = [];
  const end: number[] = [];
  const word: string[] = [];
  const letterCase: number[] = [];
  const gap: number[] = [];
  let at = 0;
  let last = 0;
  while (at < view.length) {
    const kind = classes[view.charCodeAt(at)];
    if (kind !== Character.letter && kind !== Character.digit && kind !== Character.unspaced) {
      at++;
      continue;
    }
    // In a script without spaces each letter is a token, so phrases are found wherever they stand.
    const from = at++;
    const isRun = kind !== Character.unspaced;
    while (isRun && at < view.length && classes[view.charCodeAt(at)] === kind) at++;
    const previous = word.at(-1) ?? '';
    const between =
      from === 0 || word.length === 0 ? Gap.stop : gapOf({ view, last, from, previous, options });
    const isPlainQuote =
      between === Gap.quote && closesQuotedWord({ view, last, from, start, gap });
    gap.push(isPlainQuote ? Gap.space : between);
    start.push(from);
    end.push(at);
    const lowered = lower.slice(from, at);
    word.push(lowered);
    letterCase.push(caseOf(view, from, lowered));
    last = at;
  }
  return { count: word.length, start, end, word, letterCase, gap };
}

interface ClosedQuote {
  readonly view: string;
  readonly last: number;
  readonly from: number;
  readonly start: readonly number[];
  readonly gap: readonly number[];
}

const maxQuotedWords = 3;

/** “tư lệnh” ngành: quotation marks about a small word or a few, which part nothing. */
function closesQuotedWord({ view, last, from, start, gap }: ClosedQuote): boolean {
  if (from !== last + 2 || view[last + 1] !== ' ' || !'"”'.includes(view[last] as string)) {
    return false;
  }
  const final = view[start.at(-1) as number] as string;
  if (final !== final.toLowerCase()) return false;
  for (let at = start.length - 1; at >= Math.max(0, start.length - maxQuotedWords); at--) {
    const before = view[(start[at] as number) - 1] ?? '';
    if (before === '"' || before === '“') return true;
    if (gap[at] !== Gap.space) return false;
  }
  return false;
}

function caseOf(view: string, from: number, lowered: string): number {
  if (view.charCodeAt(from) === lowered.charCodeAt(0)) return Case.lower;
  if (lowered.length === 1) return Case.capital;
  for (let at = 1; at < lowered.length; at++) {
    if (view.charCodeAt(from + at) === lowered.charCodeAt(at)) return Case.capital;
  }
  return Case.upper;
}

interface GapContext {
  readonly view: string;
  readonly last: number;
  readonly from: number;
  readonly previous: string;
  readonly options: PrepareOptions;
}

function gapOf(context: GapContext): number {
  const { view, last, from } = context;
  if (from === last + 1 && view.charCodeAt(last) === 0x20) return Gap.space;
  let strongest: number = from === last ? Gap.join : Gap.space;
  const tight = !/\s/.test(view.slice(last, from));
  for (let at = last; at < from; at++) {
    strongest = Math.max(strongest, strengthOf(view[at] as string, tight, context));
  }
  return strongest;
}

function strengthOf(mark: string, tight: boolean, context: GapContext): number {
  switch (mark) {
    case ' ':
      return Gap.space;
    case '.':
      return isAbbreviationDot(tight, context) ? Gap.join : Gap.stop;
    // Invisible hints for breaking a line.
    case '\u00ad':
    case '\u200c':
    case '\u200d':
    case '&':
    case '/':
    case '+':
    case '_':
      return Gap.join;
    case '’':
    case 'ʼ':
    case "'":
      return tight ? Gap.join : Gap.quote;
    case '-':
    case '–':
    case '—':
    case '−':
      return tight ? Gap.join : Gap.dash;
    case ',':
      return Gap.comma;
    case ')':
    case ']':
      return Gap.close;
    case ':':
      return Gap.colon;
    case ';':
      return Gap.semicolon;
    case '(':
    case '[':
      return Gap.open;
    case '\n':
    case '\r':
    case '!':
    case '?':
    case '…':
    case '|':
    case '•':
    case '*':
      return Gap.stop;
    default:
      return Gap.quote;
  }
}

function isAbbreviationDot(tight: boolean, context: GapContext): boolean {
  const gap = context.view.slice(context.last, context.from);
  if (gap.includes('..') || gap.includes('\n')) return false;
  const { previous, options } = context;
  if (tight) return true;
  if (options.abbreviations.has(previous)) return true;
  // An initial: one upper-case letter that is a whole token ("N.T. Tú").
  const isInitial =
    previous.length === 1 && context.view[context.last - 1] !== previous && /\p{L}/u.test(previous);
  return isInitial;
}

/** Upper-case runs ("NGUYỄN VĂN A") in title case, so that one matcher reads both; same length. */
function inTitleCase(view: string, tokens: Tokens, all: boolean): string {
  const pieces: string[] = [];
  let copied = 0;
  for (let index = 0; index < tokens.count; index++) {
    if (!all && !isInUpperRun(tokens, index)) continue;
    const start = tokens.start[index] as number;
    const end = tokens.end[index] as number;
    const token = view.slice(start, end);
    const cased = (token[0] as string).toUpperCase() + token.slice(1).toLowerCase();
    if (cased.length !== token.length) continue;
    pieces.push(view.slice(copied, start), cased);
    copied = end;
  }
  return pieces.length === 0 ? view : pieces.join('') + view.slice(copied);
}

function isInUpperRun(tokens: Tokens, index: number): boolean {
  const { letterCase, gap } = tokens;
  if (letterCase[index] === Case.lower) return false;
  const before = index > 0 && gap[index] === Gap.space && letterCase[index - 1] === Case.upper;
  const after = gap[index + 1] === Gap.space && letterCase[index + 1] === Case.upper;
  if (letterCase[index] === Case.upper) return before || after;
  const single = (tokens.end[index] as number) - (tokens.start[index] as number) === 1;
  return single && (before || after);
}
