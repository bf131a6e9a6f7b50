import type { Bilingual } from './errors.ts';
import type { PersonFigures } from './figures.ts';

/** What is said of a term whose source nobody has checked, wherever it is shown. */
export const uncheckedWord: Bilingual = { vi: 'chưa kiểm chứng', en: 'unchecked' };

/** A post's label, with the word in brackets where it rests on unchecked terms. */
export function postInWords(
  { label, checked }: PersonFigures['posts'][number],
  language: 'vi' | 'en',
): string {
  return checked ? label : `${label} (${uncheckedWord[language]})`;
}

/** Labels of posts held, with the word in brackets after those that rest on unchecked terms. */
export function postsInWords(posts: PersonFigures['posts'], language: 'vi' | 'en'): string[] {
  return posts.map((post) => postInWords(post, language));
}
