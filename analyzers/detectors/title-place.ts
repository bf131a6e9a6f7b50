import { Gap } from '../text/prepare.ts';
import type { Lexicon, TitleLevel } from './lexicon.ts';
import {
  crossesName,
  goesOn,
  isCapital,
  looksLikeName,
  matchContext,
  tellsNoCase,
  type TitlePlace,
  type TitleScan,
} from './title-scan.ts';

/** A place read in a title. */
export interface PlaceReading {
  readonly place: TitlePlace | null;
  readonly level: TitleLevel | null;
  readonly to: number;
}

/** "nước này", "nước bạn": said of another country's holder. */
export function readElsewhere(scan: TitleScan, at: number): PlaceReading | null {
  const to = goesOn(scan, at) ? matchContext(scan, at, 'elsewhere') : at;
  return to > at ? { place: { kind: 'foreign' }, level: null, to } : null;
}

/** The place a title goes on with, or null where it names none. */
export function readPlace(scan: TitleScan, at: number): PlaceReading | null {
  if (!goesOn(scan, at) || isShortName(scan, at)) return null;
  const elsewhere = readElsewhere(scan, at);
  if (elsewhere) return elsewhere;
  return readProvince(scan, at) ?? readDistrict(scan, at) ?? readCountry(scan, at);
}

/** "Nghe An" of "Nghe An Chairman", "Japan" of "Japan's Premier", where a language says so. */
export function readPlaceBefore({ lexicon, tokens }: TitleScan, at: number) {
  if (lexicon.language.placesBefore !== true || at === 0) return null;
  const isOwner = tokens.word[at - 1] === 's' && tokens.gap[at - 1] === Gap.join;
  const end = isOwner ? at - 1 : at;
  const named = lexicon.places.endingBefore(tokens, end);
  if (!named || named.value.kind === 'home' || !isCapital(tokens, named.from)) return null;
  return { place: named.value, from: named.from };
}

function isShortName({ tokens, shortNames }: TitleScan, at: number): boolean {
  return shortNames.has(tokens.word.slice(at, at + 2).join(' '));
}

function readProvince(scan: TitleScan, at: number): PlaceReading | null {
  const { lexicon, tokens } = scan;
  if (isGivenName(scan, at)) return null;
  const kindEnd = matchContext(scan, at, 'provinceKinds');
  const level = kindEnd === at ? null : levelOf(lexicon, tokens.word[at] as string);
  const whole = namedProvince(scan, at);
  if (whole) return { place: whole.place, level, to: whole.to };
  const nameAt = kindEnd;
  const named = lexicon.places.startingAt(tokens, nameAt);
  if (named && goesOn(scan, nameAt) && !crossesName(scan, nameAt, named.to)) {
    if (named.value.kind === 'home') return { place: null, level: null, to: named.to };
    const isFamily = named.to === nameAt + 1 && looksLikeName(scan, nameAt);
    if (isCapital(tokens, nameAt) && !isFamily) {
      return { place: named.value, level, to: named.to };
    }
  }
  if (kindEnd === at) return null;
  // "Chủ tịch UBND TP. Bí thư …": after the full stop of an abbreviation a sentence may begin.
  const isOther =
    goesOn(scan, nameAt) &&
    isCapital(tokens, nameAt) &&
    !isWordAt(scan, nameAt, level) &&
    !looksLikeName(scan, nameAt) &&
    !lexicon.heads.startingAt(tokens, nameAt) &&
    !lexicon.honorifics.startingAt(tokens, nameAt);
  if (isOther) return otherPlace(scan, nameAt, level);
  return { place: { kind: 'level' }, level, to: kindEnd };
}

/**
 * "CHỦ TỊCH UBND TỈNH KIỂM TRA": where letter case tells nothing, a province is one of the table
 * and a word that goes on a sentence is no city.
 */
function isWordAt({ lexicon, tokens }: TitleScan, at: number, level: TitleLevel | null) {
  if (!tellsNoCase(tokens, at)) return false;
  const isWord =
    lexicon.breaks.has(tokens.word[at] as string) ||
    lexicon.context.sentenceWords.startingAt(tokens, at) !== null;
  return level === 'province' || isWord;
}

/** "Bộ trưởng Thành hứa": a registered given name that is also a word for a city. */
function isGivenName({ tokens, shortNames }: TitleScan, at: number): boolean {
  if (tellsNoCase(tokens, at) || !isCapital(tokens, at)) return false;
  if (!shortNames.has(tokens.word[at] as string)) return false;
  return tokens.gap[at + 1] !== Gap.space || !isCapital(tokens, at + 1);
}

/**
 * A place whose name holds its kind: "Thành phố Hồ Chí Minh"; without the kind it is the person's
 * name.
 */
function namedProvince(scan: TitleScan, at: number) {
  const named = scan.lexicon.places.startingAt(scan.tokens, at);
  if (!named || named.value.kind !== 'province' || crossesName(scan, at, named.to)) return null;
  const hasCapital = Array.from({ length: named.to - at }, (_, step) => at + step).some((token) =>
    isCapital(scan.tokens, token),
  );
  return hasCapital ? { place: named.value, to: named.to } : null;
}

function levelOf(lexicon: Lexicon, word: string): 'province' | 'city' {
  return word === lexicon.words.province ? 'province' : 'city';
}

function readDistrict(scan: TitleScan, at: number): PlaceReading | null {
  const kindEnd = matchContext(scan, at, 'districtKinds');
  if (kindEnd === at) return null;
  if (!goesOn(scan, kindEnd)) return { place: { kind: 'level' }, level: 'district', to: kindEnd };
  // "UBND phường Nguyễn Văn A": the chair's name, not the ward's.
  if (isPersonsName(scan, kindEnd)) {
    return { place: { kind: 'level' }, level: 'district', to: kindEnd };
  }
  const named = other(scan, kindEnd);
  if (named.to === kindEnd) return { place: { kind: 'level' }, level: 'district', to: kindEnd };
  return { place: named.place, level: null, to: withProvince(scan, named.to) };
}

/** A full name after which no other name follows, as it does after a ward named after someone. */
function isPersonsName(scan: TitleScan, at: number): boolean {
  if (!looksLikeName(scan, at)) return false;
  let to = at;
  while (to < scan.tokens.count && (to === at || goesOn(scan, to)) && isCapital(scan.tokens, to)) {
    to++;
  }
  return (
    to - at >= 3 && to - at <= scan.lexicon.language.names.maxSyllables && !scan.nameStarts.has(to)
  );
}

/** "UBND quận 1, TP.HCM": the province after a comma belongs to the district. */
function withProvince(scan: TitleScan, at: number): number {
  const { tokens } = scan;
  if (tokens.gap[at] !== Gap.comma || scan.nameStarts.has(at)) return at;
  const kindEnd = matchContext(scan, at, 'provinceKinds');
  const province = namedProvince(scan, at) ?? (kindEnd > at ? namedProvince(scan, kindEnd) : null);
  return province ? province.to : at;
}

/** A place no table knows; after "tỉnh" it is a province all the same, known by its name. */
function otherPlace(scan: TitleScan, at: number, level: TitleLevel | null): PlaceReading {
  const read = other(scan, at);
  if (level !== 'province' || read.place.kind !== 'district') return { ...read, level };
  return { place: { kind: 'province', id: `province ${read.place.name}` }, level, to: read.to };
}

/** Longest name of a hamlet, in syllables; three capitals are somebody's name. */
const maxHamlet = 2;

/** The name after "trưởng thôn", where it is none of a person. */
export function readHamletName(scan: TitleScan, at: number) {
  if (!isCapital(scan.tokens, at)) return null;
  const named = other(scan, at);
  // "Trưởng thôn Hạ Kiều Phong Lưu": not one name, where a registered one follows.
  if (looksLikeName(scan, at) && !scan.nameStarts.has(named.to)) return null;
  return named.to - at <= maxHamlet ? named : null;
}

/** A district or a town by its one number or its capitals, which are its name. */
function other(scan: TitleScan, at: number): { place: TitlePlace; to: number } {
  const { tokens } = scan;
  let to = at;
  if (/^\d+$/.test(tokens.word[at] as string)) {
    return { place: { kind: 'district', name: tokens.word[at] as string }, to: at + 1 };
  }
  while (to === at || to - at < 3) {
    if (!goesOn(scan, to) || !isCapital(tokens, to)) break;
    // "Xã Bình Châu Tạ Quốc Hoán": where a registered name follows, "Châu" is the place's.
    const isName = looksLikeName(scan, to) && !scan.nameStarts.has(to + 1);
    if (to > at && isName) break;
    to++;
  }
  return { place: { kind: 'district', name: tokens.word.slice(at, to).join(' ') }, to };
}

function readCountry(scan: TitleScan, at: number): PlaceReading | null {
  const { lexicon, tokens } = scan;
  let nameAt = at;
  for (;;) {
    const next = goesOn(scan, nameAt) ? matchContext(scan, nameAt, 'countryKinds') : nameAt;
    if (next === nameAt) break;
    nameAt = next;
  }
  const named = lexicon.places.startingAt(tokens, nameAt);
  if (!named || !goesOn(scan, nameAt) || crossesName(scan, nameAt, named.to)) return null;
  if (named.to === nameAt + 1 && looksLikeName(scan, nameAt)) return null;
  if (named.value.kind === 'foreign' && isCapital(tokens, nameAt)) {
    return { place: named.value, level: null, to: named.to };
  }
  return null;
}
