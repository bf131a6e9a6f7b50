import { Case, Gap, type Tokens } from '../text/prepare.ts';
import type { ContextClass, Lexicon } from './lexicon.ts';

/**
 * Where a title's holder sits: a province, another country, a district, or only the level ("tỉnh",
 * "TP").
 */
export type TitlePlace =
  | { readonly kind: 'province'; readonly id: string }
  /** Without a name: "nước này". */
  | { readonly kind: 'foreign'; readonly name?: string }
  | { readonly kind: 'district'; readonly name: string }
  | { readonly kind: 'level' };

export interface TitleScan {
  readonly lexicon: Lexicon;
  readonly tokens: Tokens;
  /** Tokens at which a personal name starts: no organization or place is read across one. */
  readonly nameStarts: ReadonlySet<number>;
  /** Registered short names: "Bộ trưởng Mỹ Lệ" is not America's. */
  readonly shortNames: ReadonlyMap<string, unknown>;
}

/** Whether token `at` goes on with the phrase before it. */
export function goesOn(scan: TitleScan, at: number): boolean {
  return (
    at < scan.tokens.count &&
    (scan.tokens.gap[at] as number) <= Gap.join &&
    !scan.nameStarts.has(at)
  );
}

/** Token after the phrase of a list that starts at `at`; `at` itself where none does. */
export function matchContext(scan: TitleScan, at: number, name: ContextClass): number {
  const match = scan.lexicon.context[name].startingAt(scan.tokens, at);
  return match && !crossesName(scan, at, match.to) ? match.to : at;
}

/** Whether a personal name starts within a range of tokens. */
export function crossesName(scan: TitleScan, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (scan.nameStarts.has(index)) return true;
  return false;
}

/** Whether a token stands in a line or field whose letter case tells nothing. */
export function tellsNoCase(tokens: Tokens, at: number): boolean {
  return tokens.letterCase[at] === Case.none;
}

/** Whether a token is written with a capital. */
export function isCapital(tokens: Tokens, at: number): boolean {
  return tokens.letterCase[at] !== Case.lower;
}

/**
 * A capital family name followed by another capital; by two where the family is rare ("Sơn Trà" is
 * a place).
 */
export function looksLikeName(scan: TitleScan, at: number): boolean {
  const { lexicon, tokens } = scan;
  const family = tokens.word[at] as string;
  if (!lexicon.familyNames.has(family) || tokens.letterCase[at] !== Case.capital) return false;
  const others = lexicon.frequentFamilies.has(family) ? 1 : 2;
  for (let step = 1; step <= others; step++) {
    const isName =
      tokens.gap[at + step] === Gap.space && tokens.letterCase[at + step] === Case.capital;
    if (!isName) return false;
  }
  const place = lexicon.places.startingAt(tokens, at);
  // "Thái Bá Sửu" is no Thai: a country of one syllable before a given name is the family.
  return !place || (place.to === at + 1 && isSyllable(scan, at + 1));
}

/** Whether a token may be a syllable of a name of the language: it has marks or is in the lists. */
function isSyllable({ lexicon, tokens }: TitleScan, at: number): boolean {
  const word = tokens.word[at] ?? '';
  return /[^\0-\x7f]/.test(word) || lexicon.commonSyllables.has(word);
}
