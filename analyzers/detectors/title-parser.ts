import { Case, Gap, normalWord, type Tokens } from '../text/prepare.ts';
import type { HeadKind } from '../languages/language.ts';
import type { PhraseTrie } from './phrase-trie.ts';
import type { ContextClass, Lexicon, OrganizationEntry, TitleLevel } from './lexicon.ts';

/** Where a title's holder sits: a province, another country, a district, or only the level ("tỉnh", "TP"). */
export type TitlePlace =
  | { readonly kind: 'province'; readonly id: string }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'district'; readonly name: string }
  | { readonly kind: 'level' };

/** A title as structure: what makes "Chủ tịch UBND TP.HCM" and "Chủ tịch TP Hồ Chí Minh" the same. */
export interface TitleReference {
  readonly head: string;
  readonly deputy: boolean;
  /** Organization keys it may mean; null = not said; empty = one the language does not know. */
  readonly organizations: readonly string[] | null;
  readonly place: TitlePlace | null;
  readonly level: TitleLevel | null;
  /** "Thường trực": first among several deputies. */
  readonly standing: boolean;
}

/** A title found in a text; token positions, end exclusive. */
export interface ParsedTitle extends TitleReference {
  readonly kind: HeadKind;
  readonly from: number;
  /** After "nguyên", "quyền". */
  readonly coreFrom: number;
  readonly to: number;
  readonly former: boolean;
  /** Written with a capital somewhere, as titles of one person are. */
  readonly capital: boolean;
}

export interface TitleScan {
  readonly lexicon: Lexicon;
  readonly tokens: Tokens;
  /** Tokens at which a personal name starts: no organization or place is read across one. */
  readonly nameStarts: ReadonlySet<number>;
  /** Registered short names: "Bộ trưởng Mỹ Lệ" is not America's. */
  readonly shortNames: ReadonlyMap<string, unknown>;
  /** Registered labels of posts in bodies the language does not know, as written, by post. */
  readonly literalLabels: PhraseTrie<readonly number[]> | null;
}

/** Reads the title that starts at a token, or null. */
export function parseTitle(scan: TitleScan, at: number): ParsedTitle | null {
  const { lexicon, tokens } = scan;
  const head = lexicon.heads.startingAt(tokens, at);
  if (!head) return null;
  const { kind, deputy } = head.value;
  const reading = { to: skipQualifiers(scan, head.to) };
  const literal = kind === 'office' ? readLiteral(scan, at) : null;
  const away = kind === 'office' && !literal ? readElsewhere(scan, reading.to) : null;
  const first =
    literal ??
    (kind === 'office' && !away ? readOrganization(scan, reading.to, head.value.head) : null);
  if (first) reading.to = skipQualifiers(scan, first.to);
  const place = kind === 'office' ? (away ?? readPlace(scan, reading.to)) : null;
  if (place) reading.to = skipQualifiers(scan, place.to);
  const before = readPrefix(scan, at);
  const reference = withImplied(lexicon, {
    head: head.value.head,
    deputy,
    organizations: first ? first.keys : null,
    place: place ? place.place : null,
    level: place?.level ?? first?.level ?? null,
    standing: includesPhrase(scan, head.to, reading.to),
  });
  return {
    ...reference,
    kind,
    from: before.from,
    coreFrom: at,
    to: reading.to,
    former: before.former,
    capital: hasCapital(tokens, at, head.to) || hasCapital(tokens, before.from, at),
  };
}

/** The key under which a post of an unknown body is its own organization. */
export function literalKey(post: number): string {
  return `post ${post}`;
}

function readLiteral(scan: TitleScan, at: number): OrganizationReading | null {
  const match = scan.literalLabels?.startingAt(scan.tokens, at);
  if (!match || crossesName(scan, at, match.to)) return null;
  return { keys: match.value.map(literalKey), level: null, to: match.to };
}

function includesPhrase(scan: TitleScan, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (scan.lexicon.context.standing.startingAt(scan.tokens, at)) return true;
  }
  return false;
}

function hasCapital(tokens: Tokens, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (tokens.letterCase[index] !== Case.lower) return true;
  }
  return false;
}

function readPrefix(scan: TitleScan, at: number): { from: number; former: boolean } {
  const { lexicon, tokens } = scan;
  let from = at;
  let former = false;
  for (;;) {
    const earlier = lexicon.context.former.endingBefore(tokens, from);
    const acting = earlier ? null : lexicon.context.acting.endingBefore(tokens, from);
    const match = earlier ?? acting;
    if (!match) return { from, former };
    former ||= earlier !== null;
    from = match.from;
  }
}

/** Whether token `at` goes on with the phrase before it. */
function goesOn(scan: TitleScan, at: number): boolean {
  return (
    at < scan.tokens.count &&
    (scan.tokens.gap[at] as number) <= Gap.join &&
    !scan.nameStarts.has(at)
  );
}

function matchContext(scan: TitleScan, at: number, name: ContextClass): number {
  const match = scan.lexicon.context[name].startingAt(scan.tokens, at);
  return match && !crossesName(scan, at, match.to) ? match.to : at;
}

function crossesName(scan: TitleScan, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (scan.nameStarts.has(index)) return true;
  return false;
}

function skipQualifiers(scan: TitleScan, at: number): number {
  let to = at;
  while (goesOn(scan, to)) {
    const next = matchContext(scan, to, 'qualifiers');
    if (next === to) break;
    to = next;
    while (goesOn(scan, to) && isNumeral(scan.tokens, to)) to++;
  }
  return to;
}

function isNumeral(tokens: Tokens, at: number): boolean {
  return /^(?:[ivxl]+|\d+)$/.test(tokens.word[at] as string);
}

interface OrganizationReading {
  readonly keys: readonly string[];
  readonly level: TitleLevel | null;
  readonly to: number;
}

function readOrganization(scan: TitleScan, at: number, head: string): OrganizationReading | null {
  if (!goesOn(scan, at)) return null;
  const { lexicon, tokens } = scan;
  const { ministry } = lexicon.language;
  const saysMinistry = tokens.word[at] === normalWord(ministry.word, lexicon.plain);
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
  const noun = lexicon.organizationNouns.startingAt(tokens, at);
  if (noun) return { keys: [], level: null, to: endOfUnknown(scan, noun.to) };
  return unknownBeforeName(scan, at);
}

/** "Sở Y tế": a province's department bears the fields of a ministry, and is another body. */
function readDepartment(scan: TitleScan, at: number): OrganizationReading | null {
  const { lexicon, tokens } = scan;
  const { departmentWord } = lexicon.language;
  if (departmentWord === null || tokens.word[at] !== normalWord(departmentWord, lexicon.plain)) {
    return null;
  }
  if (!goesOn(scan, at + 1)) return null;
  const fields = longestFields(scan, at + 1) ?? readInitials(scan, at + 1);
  return fields && { ...fields, keys: fields.keys.map((key) => `${departmentWord} ${key}`) };
}

const maxUnknown = 8;

/** "Trưởng ban Chỉ đạo Nguyễn Văn A": what begins with a capital and leads to a registered name is a body's name. */
function unknownBeforeName(scan: TitleScan, at: number): OrganizationReading | null {
  const { lexicon, tokens } = scan;
  if (!isCapital(tokens, at) || lexicon.places.startingAt(tokens, at)) return null;
  for (let index = at; index < at + maxUnknown; index++) {
    if (scan.nameStarts.has(index) && (tokens.gap[index] as number) <= Gap.join) {
      const endsInConjunction = lexicon.conjunctions.has(tokens.word[index - 1] as string);
      return endsInConjunction ? null : { keys: [], level: null, to: index };
    }
    const isVerb = !isCapital(tokens, index) && lexicon.breaks.has(tokens.word[index] ?? '');
    const isBreak = isVerb || lexicon.heads.startingAt(tokens, index) !== null;
    if (isBreak || !goesOn(scan, index) || looksLikeName(scan, index)) return null;
  }
  return null;
}

/** A ministry named with its "Bộ" at a token: its keys, or null. */
export function ministryAt(scan: TitleScan, at: number): readonly string[] | null {
  const { ministry } = scan.lexicon.language;
  if (scan.tokens.word[at] !== normalWord(ministry.word, scan.lexicon.plain)) return null;
  if (!goesOn(scan, at + 1)) return null;
  return (longestFields(scan, at + 1) ?? readInitials(scan, at + 1))?.keys ?? null;
}

/** Organization phrases skip "và", and a ministry's fields may be parted by commas. */
function longestFields(scan: TitleScan, at: number): OrganizationReading | null {
  return longestSkipping(scan, at, Gap.comma, (tokens) =>
    scan.lexicon.ministries.startingAt(tokens, 0, Gap.comma),
  );
}

function longestOrganization(scan: TitleScan, at: number): OrganizationReading | null {
  return longestSkipping(scan, at, Gap.join, (tokens) =>
    scan.lexicon.organizations.startingAt(tokens, 0),
  );
}

type Lookup = (tokens: Tokens) => { readonly to: number; readonly value: OrganizationEntry } | null;

function longestSkipping(
  scan: TitleScan,
  at: number,
  maxGap: number,
  lookup: Lookup,
): OrganizationReading | null {
  const window = windowWithoutConjunctions(scan, at, maxGap);
  const match = lookup(window.tokens);
  if (!match) return null;
  const to = (window.positions[match.to - 1] as number) + 1;
  return { keys: match.value.keys, level: match.value.level, to };
}

const windowLength = 14;

function windowWithoutConjunctions(scan: TitleScan, at: number, maxGap: number) {
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

/** An organization not in the lexicon runs on over capitals, known nouns and conjunctions before a capital. */
function endOfUnknown(scan: TitleScan, at: number): number {
  const { lexicon, tokens } = scan;
  let to = at;
  for (let index = at; goesOn(scan, index); index++) {
    const current = tokens.word[index] as string;
    if (tokens.letterCase[index] === Case.lower && lexicon.breaks.has(current)) break;
    if (looksLikeName(scan, index)) break;
    const isLower = tokens.letterCase[index] === Case.lower;
    if (!isLower) to = index + 1;
    else if (index - to >= 5) break;
  }
  return to;
}

/** A capital family name followed by another capital; by two where the family is rare ("Sơn Trà" is a place). */
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
  return !lexicon.places.startingAt(tokens, at);
}

interface PlaceReading {
  readonly place: TitlePlace | null;
  readonly level: TitleLevel | null;
  readonly to: number;
}

function readElsewhere(scan: TitleScan, at: number): PlaceReading | null {
  const to = goesOn(scan, at) ? matchContext(scan, at, 'elsewhere') : at;
  return to > at ? { place: { kind: 'foreign' }, level: null, to } : null;
}

function readPlace(scan: TitleScan, at: number): PlaceReading | null {
  if (!goesOn(scan, at) || isShortName(scan, at)) return null;
  const elsewhere = readElsewhere(scan, at);
  if (elsewhere) return elsewhere;
  return readProvince(scan, at) ?? readDistrict(scan, at) ?? readCountry(scan, at);
}

function isShortName({ tokens, shortNames }: TitleScan, at: number): boolean {
  return shortNames.has(tokens.word.slice(at, at + 2).join(' '));
}

function readProvince(scan: TitleScan, at: number): PlaceReading | null {
  const { lexicon, tokens } = scan;
  const kindEnd = matchContext(scan, at, 'provinceKinds');
  const level = kindEnd === at ? null : levelOf(lexicon, tokens.word[at] as string);
  const whole = namedProvince(scan, at);
  if (whole) return { place: whole.place, level, to: whole.to };
  const nameAt = kindEnd;
  const named = lexicon.places.startingAt(tokens, nameAt);
  if (named && goesOn(scan, nameAt) && !crossesName(scan, nameAt, named.to)) {
    if (named.value.kind === 'home') return { place: null, level: null, to: named.to };
    if (isCapital(tokens, nameAt)) return { place: named.value, level, to: named.to };
  }
  if (kindEnd === at) return null;
  const isOther = goesOn(scan, nameAt) && isCapital(tokens, nameAt) && !looksLikeName(scan, nameAt);
  if (isOther) return { ...other(scan, nameAt), level };
  return { place: { kind: 'level' }, level, to: kindEnd };
}

/** A place whose name holds its kind: "Thành phố Hồ Chí Minh"; without the kind it is the person's name. */
function namedProvince(scan: TitleScan, at: number) {
  const named = scan.lexicon.places.startingAt(scan.tokens, at);
  if (!named || named.value.kind !== 'province' || crossesName(scan, at, named.to)) return null;
  const hasCapital = Array.from({ length: named.to - at }, (_, step) => at + step).some((token) =>
    isCapital(scan.tokens, token),
  );
  return hasCapital ? { place: named.value, to: named.to } : null;
}

function levelOf(lexicon: Lexicon, word: string): 'province' | 'city' {
  return word === normalWord(lexicon.language.provinceWord, lexicon.plain) ? 'province' : 'city';
}

function isCapital(tokens: Tokens, at: number): boolean {
  return tokens.letterCase[at] !== Case.lower;
}

function readDistrict(scan: TitleScan, at: number): PlaceReading | null {
  const kindEnd = matchContext(scan, at, 'districtKinds');
  if (kindEnd === at) return null;
  if (!goesOn(scan, kindEnd)) return { place: { kind: 'level' }, level: 'district', to: kindEnd };
  const named = other(scan, kindEnd);
  if (named.to === kindEnd) return { place: { kind: 'level' }, level: 'district', to: kindEnd };
  return { place: named.place, level: null, to: withProvince(scan, named.to) };
}

/** "UBND quận 1, TP.HCM": the province after a comma belongs to the district. */
function withProvince(scan: TitleScan, at: number): number {
  const { tokens } = scan;
  if (tokens.gap[at] !== Gap.comma || scan.nameStarts.has(at)) return at;
  const kindEnd = matchContext(scan, at, 'provinceKinds');
  const province = namedProvince(scan, at) ?? (kindEnd > at ? namedProvince(scan, kindEnd) : null);
  return province ? province.to : at;
}

/** A district or a town by its one number or its capitals, which are its name. */
function other(scan: TitleScan, at: number): { place: TitlePlace; to: number } {
  const { tokens } = scan;
  let to = at;
  if (/^\d+$/.test(tokens.word[at] as string)) {
    return { place: { kind: 'district', name: tokens.word[at] as string }, to: at + 1 };
  }
  while (to === at || to - at < 3) {
    if (!goesOn(scan, to) || !isCapital(tokens, to) || (to > at && looksLikeName(scan, to))) break;
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
  if (named.value.kind === 'foreign' && isCapital(tokens, nameAt)) {
    return { place: { kind: 'foreign' }, level: null, to: named.to };
  }
  return null;
}

function withImplied(lexicon: Lexicon, reference: TitleReference): TitleReference {
  if (reference.organizations !== null) return reference;
  const implied = lexicon.language.implied.find(
    ({ head, needsPlace }) =>
      head === reference.head &&
      (!needsPlace || reference.place?.kind === 'province' || reference.place?.kind === 'level'),
  );
  return implied ? { ...reference, organizations: [implied.organization] } : reference;
}
