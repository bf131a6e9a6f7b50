import type { SearchPiece } from '../domain/index.ts';

/** Letters without their marks, small: `Đặng` → `dang`. */
export function withoutMarks(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

interface Word {
  readonly start: number;
  readonly end: number;
  /** Small, composed. */
  readonly written: string;
  readonly folded: string;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => {
    const written = match[0].toLowerCase().normalize('NFC');
    const { index } = match;
    return { start: index, end: index + match[0].length, written, folded: withoutMarks(written) };
  });
}

/** PostgreSQL keeps positions up to this; further words share the last. */
const lastPosition = 16_383;
/** Between two texts, so that a phrase never runs from one into the next. */
const apart = 16;
/** PostgreSQL's limit for one lexeme, with room for the mark. */
const longestWord = 200;

/**
 * Texts as a tsvector: every word without its marks, and, marked by `=`, as it is written where
 * that differs. So both spellings are found by one index.
 */
export function searchVector(texts: readonly string[]): string {
  const lexemes: string[] = [];
  let position = 1;
  for (const text of texts) {
    for (const { written, folded } of wordsOf(text)) {
      const at = Math.min(position, lastPosition);
      if (folded !== '' && folded.length <= longestWord) {
        lexemes.push(`'${folded}':${at}`);
        if (written !== folded) lexemes.push(`'=${written}':${at}`);
      }
      position += 1;
    }
    position += apart;
  }
  return lexemes.join(' ');
}

/** Most words one search may have; more would only slow it. */
const wordsAtMost = 12;

/** A word typed with marks must be written so; one without finds every accent. */
function lexeme({ written, folded }: Word): string {
  return written === folded ? `'${folded}'` : `'=${written}'`;
}

/** What was typed as a tsquery: all words, quoted ones one after the other; null without a word. */
export function searchQuery(typed: string): string | null {
  const parts: string[] = [];
  let left = wordsAtMost;
  for (const [, quoted, plain] of typed.matchAll(/["“”]([^"“”]*)["“”]|([^"“”]+)/g)) {
    const words = wordsOf(quoted ?? plain ?? '')
      .filter(({ folded }) => folded !== '' && folded.length <= longestWord)
      .slice(0, left);
    left -= words.length;
    if (words.length === 0) continue;
    parts.push(words.map(lexeme).join(quoted === undefined ? ' & ' : ' <-> '));
  }
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(' & ');
}

/** Cuts a text at the words that were looked for. */
export function markFound(text: string, typed: string): SearchPiece[] {
  const wanted = wordsOf(typed);
  const hits = wordsOf(text).filter((word) =>
    wanted.some((want) =>
      want.written === want.folded ? want.folded === word.folded : want.written === word.written,
    ),
  );
  const pieces: SearchPiece[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.start > end) pieces.push({ text: text.slice(end, hit.start), found: false });
    pieces.push({ text: text.slice(hit.start, hit.end), found: true });
    end = hit.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return pieces;
}
