import type { MentionField } from '../../src/domain/index.ts';
import type { Honorific } from '../languages/language.ts';
import { Case, Gap, type PreparedText, type Tokens } from '../text/prepare.ts';
import { matchEvenly } from './name-matcher.ts';
import type { Lexicon } from './lexicon.ts';
import type { RegisterIndex } from './register-index.ts';
import { type ParsedTitle, parseTitle, withSharedPlaces } from './title-parser.ts';
import { looksLikeName, tellsNoCase, type TitleScan } from './title-scan.ts';

/** A registered full name; token positions, end exclusive. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly persons: readonly number[];
  readonly typo: boolean;
}

/**
 * Someone who is not in the register: kept only while the item is read, to know whose title or
 * "ông Dũng" it is.
 */
export interface OtherSpan {
  readonly from: number;
  readonly to: number;
  /** Of "hai ông A, B" each is `listed`; "hai ông A", two men of one name, is `alone`. */
  readonly together?: 'listed' | 'alone';
}

export interface HonorificSpan {
  readonly from: number;
  readonly to: number;
  readonly honorific: Honorific;
}

/** Everything name-like and title-like in one field, before anything is decided. */
export interface FieldReading {
  readonly field: MentionField;
  readonly index: RegisterIndex;
  readonly prepared: PreparedText;
  readonly tokens: Tokens;
  readonly scan: TitleScan;
  readonly names: readonly NameSpan[];
  readonly others: readonly OtherSpan[];
  readonly titles: readonly ParsedTitle[];
  /** By the token they start at, and end at. */
  readonly titleAt: ReadonlyMap<number, ParsedTitle>;
  readonly titleEndingAt: ReadonlyMap<number, ParsedTitle>;
  readonly nameAt: ReadonlyMap<number, NameSpan>;
  readonly otherAt: ReadonlyMap<number, OtherSpan>;
}

/** Reads one prepared field. */
export function readField(
  field: MentionField,
  prepared: PreparedText,
  index: RegisterIndex,
): FieldReading {
  const { tokens } = prepared;
  const names = findNames(prepared, index);
  const nameStarts = new Set(names.map(({ from }) => from));
  const scan: TitleScan = {
    lexicon: index.lexicon,
    tokens,
    nameStarts,
    shortNames: index.shortNames,
  };
  const titles = withSharedPlaces(scan, findTitles(scan, names));
  const titleAt = new Map(titles.map((title) => [title.coreFrom, title]));
  const others = findOthers({ scan, names, titles, shortNames: index.shortNames });
  return {
    field,
    index,
    prepared,
    tokens,
    scan,
    names,
    others,
    titles,
    titleAt,
    titleEndingAt: new Map(titles.map((title) => [title.to, title])),
    nameAt: new Map(names.map((name) => [name.from, name])),
    otherAt: new Map(others.map((other) => [other.from, other])),
  };
}

function findNames(prepared: PreparedText, index: RegisterIndex): NameSpan[] {
  const { tokens } = prepared;
  const spans: NameSpan[] = [];
  let token = 0;
  for (const hit of matchEvenly(prepared.view, index.matchNames)) {
    while (token < tokens.count && (tokens.start[token] as number) < hit.start) token++;
    const entry = index.names.get(hit.name);
    if (!entry || tokens.start[token] !== hit.start) continue;
    const to = firstTokenAfter(tokens, token, hit.end);
    const span = { from: token, to, persons: entry.persons, typo: entry.typo };
    if (!isPartOfLongerName(prepared, span, index)) spans.push(span);
  }
  return spans;
}

function firstTokenAfter(tokens: Tokens, from: number, end: number): number {
  let to = from;
  while (to < tokens.count && (tokens.end[to] as number) <= end) to++;
  return to;
}

/** "Vương Tô Bảo" is not Tô Bảo, "Kiều Phong Lưu Ly" is not Kiều Phong Lưu. */
function isPartOfLongerName(prepared: PreparedText, span: NameSpan, index: RegisterIndex): boolean {
  const { tokens } = prepared;
  const { lexicon } = index;
  const before = span.from - 1;
  const hasFamilyBefore =
    before >= 0 &&
    tokens.gap[span.from] === Gap.space &&
    isUpper(tokens, before) &&
    lexicon.familyNames.has(tokens.word[before] as string) &&
    !lexicon.honorifics.endingBefore(tokens, span.from) &&
    !endsPlaceOrTitle(tokens, span.from, index);
  if (hasFamilyBefore) return true;
  const after = span.to;
  const goesOn = after < tokens.count && tokens.gap[after] === Gap.space && isUpper(tokens, after);
  if (!goesOn || !isGivenSyllable(tokens, after, index)) return false;
  // "ÔNG PHAN VĂN MẪN EM, 60 TUỔI", but "… MẪN EM NÀO CŨNG MẾN".
  if (isChildsWord(tokens, after, lexicon) && (tokens.gap[after + 1] ?? Gap.stop) > Gap.join)
    return true;
  // "… Việt Anh" is a name, not England nor a young man; "… Đam Ông nói" is a lost full stop.
  const place = lexicon.places.startingAt(tokens, after);
  return !(
    isTitleAt(tokens, after, index) ||
    lexicon.honorifics.startingAt(tokens, after)?.value.familiar === false ||
    (place && place.to > after + 1) ||
    index.names.has(nameText(tokens, after, after + 3)) ||
    tellsNoCase(tokens, span.from)
  );
}

/** "Phan Văn Mẫn Em, 60 tuổi": the last syllable of a name is how a child is called, too. */
function isGivenSyllable(tokens: Tokens, at: number, { lexicon }: RegisterIndex): boolean {
  return (
    lexicon.commonSyllables.has(tokens.word[at] as string) || isChildsWord(tokens, at, lexicon)
  );
}

function isChildsWord(tokens: Tokens, at: number, { heads }: Lexicon): boolean {
  const head = heads.startingAt(tokens, at);
  return (
    head?.value.kind === 'role' && head.to === at + 1 && tokens.letterCase[at + 1] !== Case.capital
  );
}

function isTitleAt(tokens: Tokens, at: number, { lexicon }: RegisterIndex): boolean {
  return lexicon.heads.startingAt(tokens, at) !== null && !isChildsWord(tokens, at, lexicon);
}

function nameText(tokens: Tokens, from: number, to: number): string {
  return tokens.word.slice(from, to).join(' ');
}

function isUpper(tokens: Tokens, at: number): boolean {
  return tokens.letterCase[at] !== Case.lower;
}

function endsPlaceOrTitle(tokens: Tokens, at: number, index: RegisterIndex): boolean {
  const { lexicon } = index;
  return (
    lexicon.places.endingBefore(tokens, at) !== null ||
    lexicon.heads.endingBefore(tokens, at) !== null ||
    lexicon.organizations.endingBefore(tokens, at) !== null ||
    lexicon.ministries.endingBefore(tokens, at) !== null ||
    endsDistrict(tokens, at, index)
  );
}

/** Longest name of a district or ward, in syllables. */
const maxDistrict = 3;

/** "Chủ tịch UBND xã Bình Châu Tạ Quốc Hoán": the ward's name ends like a family. */
function endsDistrict(tokens: Tokens, at: number, { lexicon }: RegisterIndex): boolean {
  for (let from = at - 1; from > Math.max(0, at - 1 - maxDistrict); from--) {
    if (!isUpper(tokens, from)) return false;
    if (lexicon.context.districtKinds.endingBefore(tokens, from)) return true;
  }
  return false;
}

function findTitles(scan: TitleScan, names: readonly NameSpan[]): ParsedTitle[] {
  const titles: ParsedTitle[] = [];
  let nameIndex = 0;
  for (let at = 0; at < scan.tokens.count; ) {
    const name = names[nameIndex];
    if (name && at >= name.from) {
      at = name.to;
      nameIndex++;
      continue;
    }
    const title = parseTitle(scan, at);
    if (title) titles.push(title);
    at = title ? Math.max(title.to, at + 1) : at + 1;
  }
  return titles;
}

interface OtherSearch {
  readonly scan: TitleScan;
  readonly names: readonly NameSpan[];
  readonly titles: readonly ParsedTitle[];
  readonly shortNames: RegisterIndex['shortNames'];
}

function findOthers(search: OtherSearch): OtherSpan[] {
  const { scan, names, titles } = search;
  const taken = new Set<number>();
  for (const { from, to } of [...names, ...titles])
    for (let at = from; at < to; at++) taken.add(at);
  const announced = new Set(titles.map(({ to }) => to));
  const others: OtherSpan[] = [];
  for (let at = 0; at < scan.tokens.count; at++) {
    if (taken.has(at) || !isUpper(scan.tokens, at)) continue;
    const isAnnounced = isAnnouncedName(search, at, announced);
    const isListed = goesOnList(search, at, others.at(-1));
    const isName =
      isAnnounced || isListed || isFamilyName(search, at) || isBareShortName(search, at);
    if (!isName) continue;
    const to = endOfName(search, at, taken);
    if (isListed) others.push({ ...(others.pop() as OtherSpan), together: 'listed' });
    const together = isListed ? 'listed' : isAddressedInPlural(search, at) ? 'alone' : undefined;
    others.push(together ? { from: at, to, together } : { from: at, to });
    at = to - 1;
  }
  return others;
}

/** "Hai ông A", "các bà A". */
function isAddressedInPlural({ scan: { lexicon, tokens } }: OtherSearch, at: number): boolean {
  const honorific = lexicon.honorifics.endingBefore(tokens, at);
  return honorific !== null && lexicon.context.plural.endingBefore(tokens, honorific.from) !== null;
}

/** "B" in "hai ông A, B" or "các ông A và B": a given name like the one before. */
function goesOnList(search: OtherSearch, at: number, last: OtherSpan | undefined): boolean {
  if (!last?.together || endOfShortName(search, at) === null) return false;
  const { lexicon, tokens } = search.scan;
  if (last.to === at) return tokens.gap[at] === Gap.comma;
  const isJoined = last.to === at - 1 && lexicon.conjunctions.has(tokens.word[at - 1] as string);
  return isJoined && tokens.gap[at] === Gap.space && tokens.gap[at - 1] === Gap.space;
}

function isFamilyName(search: OtherSearch, at: number): boolean {
  const { lexicon, tokens } = search.scan;
  if (!tellsNoCase(tokens, at)) return looksLikeName(search.scan, at);
  return (
    lexicon.familyNames.has(tokens.word[at] as string) &&
    tokens.gap[at + 1] === Gap.space &&
    lexicon.commonSyllables.has(tokens.word[at + 1] as string) &&
    tokens.gap[at + 2] === Gap.space &&
    lexicon.commonSyllables.has(tokens.word[at + 2] as string) &&
    !lexicon.places.startingAt(tokens, at)
  );
}

/**
 * Directly after a title or honorific stands a name, unless the word is one that starts sentences.
 */
function isAnnouncedName(search: OtherSearch, at: number, announced: ReadonlySet<number>): boolean {
  const { lexicon, tokens } = search.scan;
  if (tokens.gap[at] !== Gap.space) return false;
  const isAddressed = announced.has(at) || lexicon.honorifics.endingBefore(tokens, at) !== null;
  const isCaseless = tellsNoCase(tokens, at);
  if (!isAddressed || (isCaseless && isCompound(search, at))) return false;
  if (endOfShortName(search, at) !== null) return true;
  if (isCaseless && isFamilyAndMiddle(search, at)) return true;
  if (isCaseless && announced.has(at) && foreignNameEnd(search, at) !== null) return true;
  if (isCaseless || lexicon.breaks.has(tokens.word[at] as string)) return false;
  return !(
    lexicon.places.startingAt(tokens, at) ||
    lexicon.context.credits.startingAt(tokens, at) ||
    lexicon.honorifics.startingAt(tokens, at) ||
    (lexicon.organizationNouns.startingAt(tokens, at)?.to ?? at) > at + 1
  );
}

/** "ÔNG LƯU Ý": two syllables that are one word, though the first may be a name. */
function isCompound({ scan: { lexicon, tokens } }: OtherSearch, at: number): boolean {
  return (lexicon.context.sentenceWords.startingAt(tokens, at)?.to ?? at) > at + 1;
}

/** "ÔNG LÊ VĂN ẤT": where letter case tells nothing, two syllables that begin a full name. */
function isFamilyAndMiddle({ scan: { lexicon, tokens } }: OtherSearch, at: number): boolean {
  const isRole = lexicon.heads.endingBefore(tokens, at)?.value.kind === 'role';
  if (!isRole && lexicon.honorifics.endingBefore(tokens, at) === null) return false;
  if (!lexicon.familyNames.has(tokens.word[at] as string)) return false;
  const isMiddle = lexicon.commonSyllables.has(tokens.word[at + 1] ?? '');
  return isMiddle && tokens.gap[at + 1] === Gap.space && tokens.gap[at + 2] === Gap.space;
}

/** "THỦ TƯỚNG HUN MANET": two words without marks of which the language cannot have one. */
function foreignNameEnd({ scan: { lexicon, tokens } }: OtherSearch, at: number): number | null {
  const { syllable } = lexicon.language.names;
  const to = at + 2;
  if (!syllable || lexicon.plain || (tokens.gap[at + 1] as number) > Gap.join) return null;
  const words = tokens.word.slice(at, to);
  const isKnown =
    lexicon.breaks.has(words[0] ?? '') ||
    lexicon.context.sentenceWords.startingAt(tokens, at) ||
    lexicon.places.startingAt(tokens, at + 1);
  if (isKnown || !words.every((word) => /^[a-z]{3,}$/.test(word))) return null;
  return words.every((word) => syllable.test(word)) ? null : to;
}

/** "Khang" in "Khang said", where a language goes on so: one capitalised word among small ones. */
function isBareShortName(search: OtherSearch, at: number): boolean {
  const { lexicon, tokens } = search.scan;
  if (lexicon.language.bareShortNames !== true || tellsNoCase(tokens, at)) return false;
  const to = endOfShortName(search, at);
  if (to === null) return false;
  const isCapitalAt = (token: number): boolean => tokens.gap[token] === Gap.space;
  const isJoinedBefore = isCapitalAt(at) && at > 0 && isUpper(tokens, at - 1);
  const isJoinedAfter = to < tokens.count && isCapitalAt(to) && isUpper(tokens, to);
  return !isJoinedBefore && !isJoinedAfter;
}

/** End of the longest registered short name at a token. */
function endOfShortName(search: OtherSearch, at: number): number | null {
  const { tokens } = search.scan;
  for (let to = Math.min(tokens.count, at + 3); to > at; to--) {
    if (search.shortNames.has(nameText(tokens, at, to))) return to;
  }
  return null;
}

function endOfName(search: OtherSearch, at: number, taken: ReadonlySet<number>): number {
  const { lexicon, tokens } = search.scan;
  if (tellsNoCase(tokens, at)) {
    return endOfShortName(search, at) ?? foreignNameEnd(search, at) ?? at + 3;
  }
  let to = at + 1;
  while (
    to < tokens.count &&
    to - at < lexicon.language.names.maxSyllables &&
    !taken.has(to) &&
    (tokens.gap[to] === Gap.space || tokens.gap[to] === Gap.join) &&
    isUpper(tokens, to) &&
    lexicon.honorifics.startingAt(tokens, to)?.value.familiar !== false
  ) {
    to++;
  }
  return to;
}

/** Honorific that ends just before a token ("ông" in "ông Nguyễn Văn A"). */
export function honorificBefore(reading: FieldReading, at: number): HonorificSpan | null {
  const match = reading.index.lexicon.honorifics.endingBefore(reading.tokens, at);
  return match ? { from: match.from, to: match.to, honorific: match.value } : null;
}
