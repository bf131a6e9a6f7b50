import type { Language } from '../charts/index.ts';
import type { LetterWords } from './letter-words.ts';
import { english } from './words-en.ts';
import { vietnamese } from './words-vi.ts';

/** The words of each language. */
export const letterWords: Readonly<Record<Language, LetterWords>> = {
  vi: vietnamese,
  en: english,
};
