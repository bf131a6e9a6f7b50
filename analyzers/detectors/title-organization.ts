import { Case, Gap, type Tokens } from '../text/prepare.ts';
import type { OrganizationEntry, TitleLevel } from './lexicon.ts';
import {
  crossesName,
  goesOn,
  isCapital,
  looksLikeName,
  tellsNoCase,
  type TitleScan,
} from './title-scan.ts';

/** An organization read in a title; empty keys = one the language does not know. */
export interface OrganizationReading {
  readonly keys: readonly string[];
  readonly level: TitleLevel | null;
  readonly to: number;
}

/** The organization a title goes on with, or null where it names none. */
export function readOrganization(
  scan: TitleScan,
  at: number,
  head: string,
): OrganizationReading | null {
  if (!goesOn(scan, at)) return null;
  const { lexicon, tokens } = scan;
  const { ministry } = lexicon.language;
  const saysMinistry = tokens.word[at] === lexicon.words.ministry;
  // Without marks many verbs begin like a body: "Thu tuong hoi", "Thu tuong bo nhiem".
  if (lexicon.plain && isNational(scan, head)) return longestOrganization(scan, at);
  const from = saysMinistry && goesOn(scan, at + 1) ? at + 1 : at;
  if (saysMinistry || ministry.heads.includes(head)) {
    const known = longestFields(scan, from) ?? readInitials(scan, from);
    if (known) return known;
  }
  const department = readDepartment(scan, at);
  if (department) return department;
  const known = longestOrganization(scan, at);
  if (known) return known;
  if (saysMinistry) return { keys: [], level: null, to: endOfUnknown(scan, at + 1) };
  if (isVerb(scan, at)) return null;
  const noun = lexicon.organizationNouns.startingAt(tokens, at);
  if (noun) return { keys: [], level: null, to: endOfUnknown(scan, noun.to) };
  return unknownBeforeName(scan, at);
}

/** Whether a post's name alone says its organization, as "Thủ tướng" does. */
export function isNational({ lexicon }: TitleScan, name: string): boolean {
  return lexicon.language.implied.some(({ head, needsPlace }) => head === name && !needsPlace);
}

/** "Thủ tướng hội đàm", "Bộ trưởng ban hành": no body, though it begins like one. */
function isVerb({ lexicon, tokens }: TitleScan, at: number): boolean {
  if (isCapital(tokens, at) && !tellsNoCase(tokens, at)) return false;
  return lexicon.context.organizationLike.startingAt(tokens, at) !== null;
}

/** "Sở Y tế": a province's department bears the fields of a ministry, and is another body. */
function readDepartment(scan: TitleScan, at: number): OrganizationReading | null {
  const { lexicon, tokens } = scan;
  const { departmentWord } = lexicon.language;
  if (departmentWord === null || tokens.word[at] !== lexicon.words.department) return null;
  if (!goesOn(scan, at + 1)) return null;
  const fields = longestFields(scan, at + 1) ?? readInitials(scan, at + 1);
  return fields && { ...fields, keys: fields.keys.map((key) => `${departmentWord} ${key}`) };
}

const maxUnknown = 8;

/**
 * "Trưởng ban Chỉ đạo Nguyễn Văn A": what begins with a capital and leads to a registered name is
 * a body's name.
 */
function unknownBeforeName(scan: TitleScan, at: number): OrganizationReading | null {
  const { lexicon, tokens } = scan;
  // "Chủ tịch TP. Hà Nội A": a place, with or without the word for its kind.
  const named = lexicon.context.provinceKinds.startingAt(tokens, at)?.to ?? at;
  if (!isCapital(tokens, at) || lexicon.places.startingAt(tokens, named)) return null;
  for (let index = at; index < at + maxUnknown; index++) {
    if (scan.nameStarts.has(index) && (tokens.gap[index] as number) <= Gap.join) {
      const endsInConjunction = lexicon.conjunctions.has(tokens.word[index - 1] as string);
      return endsInConjunction ? null : { keys: [], level: null, to: index };
    }
    const mayBreak = !isCapital(tokens, index) || tellsNoCase(tokens, index);
    const isWord = mayBreak && lexicon.breaks.has(tokens.word[index] ?? '');
    const isBreak = isWord || lexicon.heads.startingAt(tokens, index) !== null;
    if (isBreak || !goesOn(scan, index) || looksLikeName(scan, index)) return null;
  }
  return null;
}

/** A ministry named with its "Bộ" at a token: its keys, or null. */
export function ministryAt(scan: TitleScan, at: number): readonly string[] | null {
  if (scan.tokens.word[at] !== scan.lexicon.words.ministry) return null;
  if (!goesOn(scan, at + 1)) return null;
  return (longestFields(scan, at + 1) ?? readInitials(scan, at + 1))?.keys ?? null;
}

/** Organization phrases skip "và", and a ministry's fields may be parted by commas. */
function longestFields(scan: TitleScan, at: number): OrganizationReading | null {
  return longestIn(windowWithoutConjunctions(scan, at, Gap.comma), (tokens) =>
    scan.lexicon.ministries.startingAt(tokens, 0, Gap.comma),
  );
}

function longestOrganization(scan: TitleScan, at: number): OrganizationReading | null {
  return longestIn(windowWithoutConjunctions(scan, at, Gap.join), (tokens) =>
    scan.lexicon.organizations.startingAt(tokens, 0),
  );
}

type Lookup = (tokens: Tokens) => { readonly to: number; readonly value: OrganizationEntry } | null;

function longestIn(window: Window, lookup: Lookup): OrganizationReading | null {
  const match = lookup(window.tokens);
  if (!match) return null;
  const to = (window.positions[match.to - 1] as number) + 1;
  return { keys: match.value.keys, level: match.value.level, to };
}

const windowLength = 14;

/** Tokens without their conjunctions, and where each stood in the field. */
interface Window {
  readonly positions: readonly number[];
  readonly tokens: Tokens;
}

function windowWithoutConjunctions(scan: TitleScan, at: number, maxGap: number): Window {
  const { lexicon, tokens } = scan;
  const positions: number[] = [];
  const word: string[] = [];
  const gap: number[] = [];
  for (let index = at; index < tokens.count && positions.length < windowLength; index++) {
    if (index > at && (tokens.gap[index] as number) > maxGap) break;
    if (scan.nameStarts.has(index)) break;
    const current = tokens.word[index] as string;
    if (index > at && lexicon.conjunctions.has(current)) continue;
    positions.push(index);
    word.push(current);
    gap.push(positions.length === 1 ? Gap.space : (tokens.gap[index] as number));
  }
  const view: Tokens = { count: word.length, start: [], end: [], word, letterCase: [], gap };
  return { positions, tokens: view };
}

/** "GD&ĐT", "VH,TT&DL", "LĐ-TB và XH": letters joined by marks, read as one. */
function readInitials(scan: TitleScan, at: number): OrganizationReading | null {
  const { lexicon, tokens } = scan;
  let letters = '';
  let best: OrganizationReading | null = null;
  for (let index = at; index < Math.min(tokens.count, at + 6); index++) {
    if (index > at && (tokens.gap[index] as number) > Gap.comma) break;
    if (scan.nameStarts.has(index)) break;
    const current = tokens.word[index] as string;
    if (index > at && lexicon.conjunctions.has(current)) continue;
    letters += current;
    const entry = lexicon.initials.get(letters);
    if (entry) best = { keys: entry.keys, level: null, to: index + 1 };
  }
  return best;
}

/**
 * An organization not in the lexicon runs on over capitals, known nouns and conjunctions before a
 * capital.
 */
function endOfUnknown(scan: TitleScan, at: number): number {
  const { lexicon, tokens } = scan;
  let to = at;
  for (let index = at; goesOn(scan, index); index++) {
    const current = tokens.word[index] as string;
    // "Bí thư Đoàn công ty", "Giám đốc Quỹ bảo trợ trẻ em": a body of a body.
    const noun = index === to ? lexicon.organizationNouns.startingAt(tokens, index) : null;
    if (noun && !crossesName(scan, index, noun.to)) {
      to = noun.to;
      index = to - 1;
      continue;
    }
    if (tokens.letterCase[index] === Case.lower && lexicon.breaks.has(current)) break;
    if (looksLikeName(scan, index)) break;
    if (index > at && lexicon.places.startingAt(tokens, index)?.value.kind === 'foreign') break;
    const isLower = tokens.letterCase[index] === Case.lower;
    if (!isLower) to = index + 1;
    else if (index - to >= 5) break;
  }
  return to;
}
