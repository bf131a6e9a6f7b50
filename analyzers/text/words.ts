import { Character, characterClasses } from './characters.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * Number of Unicode words (UAX 29) in a text. Vietnamese spaces separate syllables, so of
 * Vietnamese these are
 * syllables. Own one-pass count for spaced scripts; `Intl.Segmenter` (a dictionary) for those
 * without spaces.
 */
export function countWords(text: string, start = 0, end = text.length): number {
  const classes = characterClasses();
  let count = 0;
  let at = start;
  while (at < end) {
    const kind = classes[text.charCodeAt(at)] as number;
    if (kind === Character.unspaced) return countSegments(text.slice(start, end));
    if (kind !== Character.letter && kind !== Character.digit && kind !== Character.connector) {
      at++;
      continue;
    }
    const wordStart = at;
    at = endOfWord(text, at, end);
    if (at - wordStart > 1 || kind !== Character.connector) count++;
  }
  return count;
}

function countSegments(text: string): number {
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) count++;
  return count;
}

/** End of the Unicode word that starts at `at`. */
function endOfWord(text: string, at: number, end: number): number {
  const classes = characterClasses();
  let position = at;
  while (position < end) {
    const unit = text.charCodeAt(position);
    const kind = classes[unit];
    if (kind === Character.letter || kind === Character.digit || kind === Character.connector) {
      position++;
      continue;
    }
    if (position + 1 >= end) break;
    const before = classes[text.charCodeAt(position - 1)] as number;
    const after = classes[text.charCodeAt(position + 1)] as number;
    if (!joins(unit, before, after)) break;
    position++;
  }
  return position;
}

/** UAX 29 rules WB6, WB7, WB11, WB12: a mark that joins two letters or two digits. */
function joins(unit: number, before: number, after: number): boolean {
  if (before !== after) return false;
  const both =
    unit === 0x2e || unit === 0x27 || unit === 0x2018 || unit === 0x2019 || unit === 0x2024;
  if (before === Character.letter) return both || unit === 0x3a || unit === 0xb7 || unit === 0x2027;
  if (before === Character.digit) return both || unit === 0x2c || unit === 0x3b || unit === 0x66b;
  return false;
}
