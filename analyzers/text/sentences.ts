import { Character, characterClasses } from './characters.ts';

/** A sentence as UTF-16 offsets in the text it was cut from; white space at its ends is left out. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

export interface SentenceRules {
  /** Abbreviations, lower case and without the full stop, after which a sentence goes on. */
  readonly abbreviations: ReadonlySet<string>;
  /** Capitalised words that start a new sentence where two are glued ("… Vũ Đức Đam Ông nói"). */
  readonly gluedStarts: ReadonlySet<string>;
}

const boundary = /[.!?…]+["”’»)\]]*(?=\s|$|["“‘«(\p{Lu}])|[\n\r\u2028\u2029]+/gu;
const startsSentence = /^[\s"“‘'«(\-–•*]*[\p{Lu}\d]/u;

/** Cuts a text into sentences; the spans cover all that is not white space, in order, without overlap. */
export function splitSentences(text: string, rules: SentenceRules): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    const isLine = /[\n\r\u2028\u2029]/.test(match[0][0] as string);
    if (!isLine && !endsSentence(text, match, rules)) continue;
    pushGlued(spans, text, { from, end: isLine ? match.index : end, rules });
    from = end;
  }
  pushGlued(spans, text, { from, end: text.length, rules });
  return spans;
}

function endsSentence(text: string, match: RegExpExecArray, rules: SentenceRules): boolean {
  const end = match.index + match[0].length;
  const next = text.slice(end, end + 8);
  if (next !== '' && !startsSentence.test(next)) return false;
  if (match[0] !== '.') return true;
  const wordBefore = lastWord(text, match.index);
  if (rules.abbreviations.has(wordBefore.toLowerCase())) return false;
  const isInitial = /^\p{Lu}$/u.test(wordBefore);
  return !isInitial && !(isTight(next) && wordBefore.length <= 2);
}

function isTight(next: string): boolean {
  return next !== '' && !/^\s/.test(next);
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
  readonly rules: SentenceRules;
}

const glue = /(?<=\p{Lu}\p{Ll}+ )\p{Lu}\p{Ll}*(?= )/gu;

function pushGlued(spans: SentenceSpan[], text: string, piece: Piece): void {
  let from = piece.from;
  const part = text.slice(piece.from, piece.end);
  for (const match of part.matchAll(glue)) {
    if (!piece.rules.gluedStarts.has(match[0])) continue;
    const at = piece.from + match.index;
    pushTrimmed(spans, text, from, at);
    from = at;
  }
  pushTrimmed(spans, text, from, piece.end);
}

function pushTrimmed(spans: SentenceSpan[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (end > start) spans.push({ start, end });
}
