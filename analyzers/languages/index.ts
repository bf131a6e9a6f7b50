import { english } from './en/index.ts';
import type { Language } from './language.ts';
import { vietnamese } from './vi/index.ts';

export type {
  AttendanceWords,
  ContextWords,
  Language,
  TitleHead,
} from './language.ts';

/**
 * The plug-ins, first = used where an item does not say its language. A new language is a folder
 * and a line here.
 */
export const languages: readonly Language[] = [vietnamese, english];

/**
 * The plug-in for a BCP 47 tag (`vi-VN` → Vietnamese); the first one for an unknown or missing
 * tag.
 */
export function languageFor(
  tag: string | undefined,
  known: readonly Language[] = languages,
): Language {
  const primary = tag?.toLowerCase().split('-')[0];
  return known.find((language) => language.id === primary) ?? (known[0] as Language);
}
