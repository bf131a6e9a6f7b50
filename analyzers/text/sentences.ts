import { Character, characterClasses } from './characters.ts';

/**
 * A sentence as UTF-16 offsets in the text it was cut from; white space at its ends is left out.
 */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

export interface SentenceRules {
  /** Abbreviations, lower case and without the full stop, after which a sentence goes on. */
  readonly abbreviations: ReadonlySet<string>;
  /** Capitalised words that start a new sentence where two are glued ("… Vũ Đức Đam Ông nói"). */
  readonly gluedStart: RegExp | null;
}

const escaped = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '\\$&');

/** Finds such words between spaces; null where a language has none. */
export function gluedStartOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  return new RegExp(` (?:${words.map(escaped).join('|')}) `, 'g');
}

const lineBreak = /[\n\r\u2028\u2029]/;
const mark = /[.!?…។\n\r\u2028\u2029]/g;
const closers = '"”’»)]';
const openers = ' \t\u00a0"“‘\'«([-–•*';

/**
 * Cuts a text into sentences; the spans cover all that is not white space, in order, without
 * overlap.
 */
export function splitSentences(text: string, rules: SentenceRules): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  const glued = gluedStarts(text, rules);
  let from = 0;
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    if (match.index < from) continue;
    if (lineBreak.test(match[0])) {
      pushGlued(spans, text, { from, end: match.index, glued });
      from = match.index + 1;
      continue;
    }
    const end = endOfMarks(text, match.index);
    mark.lastIndex = Math.max(end, mark.lastIndex);
    if (!endsSentence(text, { start: match.index, end }, rules)) continue;
    pushGlued(spans, text, { from, end, glued });
    from = end;
  }
  pushGlued(spans, text, { from, end: text.length, glued });
  return spans;
}

/** End of a run of marks and the closing quotes after it. */
function endOfMarks(text: string, at: number): number {
  let end = at;
  while ('.!?…។'.includes(text[end] ?? ' ')) end++;
  while (end < text.length && closers.includes(text[end] as string)) end++;
  return end;
}

/** Whether a run of marks, with the closing quotes after it, ends a sentence. */
function endsSentence(text: string, marks: SentenceSpan, rules: SentenceRules): boolean {
  const { start: at, end } = marks;
  if (end === text.length) return true;
  const isTight = !/\s/.test(text[end] as string);
  if (!startsSentence(text, end, isTight)) return false;
  if (end - at > 1 || text[at] !== '.') return true;
  const before = lastWord(text, at);
  if (rules.abbreviations.has(before.toLowerCase())) return false;
  const isInitial = before.length === 1 && before !== before.toLowerCase();
  return !isInitial && !(isTight && before.length <= 2);
}

/** What follows begins with a capital, or after white space also with a digit. */
function startsSentence(text: string, end: number, isTight: boolean): boolean {
  let next = end;
  while (next < text.length && openers.includes(text[next] as string)) next++;
  const first = text[next];
  if (first === undefined || lineBreak.test(first)) return true;
  const isDigit = characterClasses()[first.charCodeAt(0)] === Character.digit;
  return isDigit ? !isTight : first !== first.toLowerCase();
}

function lastWord(text: string, end: number): string {
  const classes = characterClasses();
  let start = end;
  while (start > 0 && classes[text.charCodeAt(start - 1)] === Character.letter) start--;
  return text.slice(start, end);
}

interface Piece {
  readonly from: number;
  readonly end: number;
  /** Offsets at which a glued sentence starts. */
  readonly glued: readonly number[];
}

function pushGlued(spans: SentenceSpan[], text: string, piece: Piece): void {
  let from = piece.from;
  for (const at of piece.glued) {
    if (at <= piece.from || at >= piece.end) continue;
    pushTrimmed(spans, text, { start: from, end: at });
    from = at;
  }
  pushTrimmed(spans, text, { start: from, end: piece.end });
}

/**
 * A capital "Ông" after a capitalised word and a mere space begins a sentence whose stop was lost.
 */
function gluedStarts(text: string, rules: SentenceRules): number[] {
  const starts: number[] = [];
  const { gluedStart } = rules;
  if (gluedStart === null) return starts;
  gluedStart.lastIndex = 0;
  for (let match = gluedStart.exec(text); match !== null; match = gluedStart.exec(text)) {
    const at = match.index;
    // The space after one may be the space before the next.
    gluedStart.lastIndex = at + 1;
    const before = lastWord(text, at);
    const isName =
      before.length > 1 &&
      before[0] !== before[0]?.toLowerCase() &&
      before !== before.toUpperCase();
    if (isName) starts.push(at + 1);
  }
  return starts;
}

function pushTrimmed(spans: SentenceSpan[], text: string, piece: SentenceSpan): void {
  let { start, end } = piece;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (end > start) spans.push({ start, end });
}
