// Tells Vietnamese from text decoded with the wrong table: every syllable of the language has one
// shape (onset, vowels, coda, at most one tone), and a wrong table breaks it in most words.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ONSET = 'ngh|ng|nh|n|gh|gi|g|kh|k|ph|p|qu|q|th|tr|t|ch|c|b|d|đ|h|l|m|r|s|v|x';
const SYLLABLE = new RegExp(`^(?:${ONSET})?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|c|m|n|p|t)?$`);
const SEPARATORS = /[\s\u0021-\u0040\u005b-\u0060\u007b-\u007e“”‘’–—…]+/u;
const SAMPLE_CHARACTERS = 40_000;

/** How much of a text's accented words are well-formed Vietnamese syllables. */
export interface VietnameseScore {
  /** Distinct words with a letter beyond ASCII. */
  readonly words: number;
  /** Share of these that are syllables of the language, 0–1; 0 where there are none. */
  readonly share: number;
}

/** Scores the accented words of a text (its first 40,000 characters, tags left out). */
export function scoreVietnamese(text: string): VietnameseScore {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replace(/<[^<>]{0,2000}>/g, ' ');
  const words = new Set<string>();
  let valid = 0;
  for (const word of sample.split(SEPARATORS)) {
    if (!isBeyondAscii(word) || words.has(word)) continue;
    words.add(word);
    if (isSyllable(word)) valid += 1;
  }
  return { words: words.size, share: words.size === 0 ? 0 : valid / words.size };
}

function isBeyondAscii(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (word.charCodeAt(index) > 0x7f) return true;
  }
  return false;
}

function isSyllable(word: string): boolean {
  if (word.length > 8) return false;
  const lower = word.toLowerCase();
  const capitalised = word.charAt(0).toUpperCase() + lower.slice(1);
  if (word !== lower && word !== capitalised && word !== word.toUpperCase()) return false;
  const decomposed = lower.normalize('NFD');
  const bare = decomposed.replace(TONES, '').normalize('NFC');
  const tones = decomposed.length - decomposed.replace(TONES, '').length;
  return tones <= 1 && SYLLABLE.test(bare);
}
