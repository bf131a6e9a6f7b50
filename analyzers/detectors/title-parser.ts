import type { HeadKind } from '../languages/language.ts';
import { Case, Gap, type Tokens } from '../text/prepare.ts';
import type { HeadEntry, Lexicon, TitleLevel } from './lexicon.ts';
import type { PhraseMatch } from './phrase-trie.ts';
import { isNational, readOrganization } from './title-organization.ts';
import { readElsewhere, readHamletName, readPlace, readPlaceBefore } from './title-place.ts';
import { goesOn, matchContext, type TitlePlace, type TitleScan } from './title-scan.ts';

/**
 * A title as structure: what makes "Chủ tịch UBND TP.HCM" and "Chủ tịch TP Hồ Chí Minh" the same.
 */
export interface TitleReference {
  readonly head: string;
  readonly deputy: boolean;
  /** Organization keys it may mean; null = not said; empty = one the language does not know. */
  readonly organizations: readonly string[] | null;
  readonly place: TitlePlace | null;
  readonly level: TitleLevel | null;
  /** "Thường trực": first among several deputies. */
  readonly standing: boolean;
  /** A whole label of the register: it says organization and place by itself. */
  readonly literal: boolean;
}

/** A title found in a text; token positions, end exclusive. */
export interface ParsedTitle extends TitleReference {
  readonly kind: HeadKind;
  readonly from: number;
  /** After "nguyên", "quyền". */
  readonly coreFrom: number;
  readonly to: number;
  readonly former: boolean;
  /** "Tân": of two holders of a day the one who comes. */
  readonly incoming: boolean;
  /** A rank of the army or police. */
  readonly uniformed: boolean;
  /** Said of several people at once. */
  readonly several: boolean;
  /** Alone it is nobody's unless the item gives it to somebody registered. */
  readonly needsBearer: boolean;
  /** Written with a capital somewhere, as titles of one person are. */
  readonly capital: boolean;
}

/** Reads the title that starts at a token, or null. */
export function parseTitle(scan: TitleScan, at: number): ParsedTitle | null {
  const { lexicon, tokens } = scan;
  const head = lexicon.heads.startingAt(tokens, at);
  if (!head || isPartOfBody(scan, at)) return null;
  const { kind, deputy, several, needsBearer, uniformed } = head.value;
  const hamlet = readHamlet(scan, head.to);
  const body: TitleBody =
    hamlet ?? (kind === 'office' ? readBody(scan, head) : { to: skipQualifiers(scan, head.to) });
  const prefix = readPrefix(scan, at);
  const ahead = kind === 'office' && !body.place ? readPlaceBefore(scan, prefix.from) : null;
  const place = body.place ?? ahead?.place ?? null;
  const own = head.value.organization === null ? null : [head.value.organization];
  const reference = withImplied(lexicon, {
    head: head.value.head,
    deputy,
    organizations: body.organizations ?? own,
    place,
    level: body.level ?? null,
    standing: includesPhrase(scan, head.to, body.to),
    literal: head.value.literal,
  });
  const from = ahead?.from ?? prefix.from;
  return {
    ...reference,
    kind,
    several,
    needsBearer,
    from,
    coreFrom: at,
    to: body.to,
    former: prefix.former,
    incoming: prefix.incoming,
    uniformed,
    capital: hasCapital(tokens, at, head.to) || hasCapital(tokens, prefix.from, at),
  };
}

/** "Trưởng thôn Hạ nói": after a head that ends with a kind of place. */
function readHamlet(scan: TitleScan, at: number): TitleBody | null {
  if (scan.lexicon.context.districtKinds.endingBefore(scan.tokens, at) === null) return null;
  const place = goesOn(scan, at) ? readHamletName(scan, at) : null;
  return place && { place: place.place, level: 'district', to: place.to };
}

interface TitleBody {
  readonly organizations?: readonly string[] | null;
  readonly place?: TitlePlace | null;
  readonly level?: TitleLevel | null;
  readonly to: number;
}

/** What follows a head: organization and place, in either order, and what only qualifies them. */
function readBody(scan: TitleScan, head: PhraseMatch<HeadEntry>): TitleBody {
  let to = skipQualifiers(scan, head.to);
  const away = readElsewhere(scan, to);
  const name = head.value.head;
  const first = away ? null : readOrganization(scan, skipConnectors(scan, to), name);
  if (first) to = skipQualifiers(scan, first.to);
  const place = away ?? readOwnPlace(scan, skipConnectors(scan, to), { name, keys: first?.keys });
  if (place) to = skipQualifiers(scan, place.to);
  const isTurned = place !== null && first === null && scan.lexicon.language.placesBefore === true;
  const late = isTurned ? readOrganization(scan, skipConnectors(scan, to), name) : null;
  if (late) to = skipQualifiers(scan, late.to);
  const body = first ?? late;
  return {
    organizations: body ? body.keys : null,
    place: place?.place ?? null,
    level: place?.level ?? body?.level ?? null,
    to,
  };
}

/** What has been read of a post before its place. */
interface PostBegun {
  readonly name: string;
  readonly keys?: readonly string[] | undefined;
}

/**
 * The place, but "bản" in "tặng Thủ tướng bản đồ" is no hamlet: such a post has none. Without marks
 * "ban", "lang", "tinh" are verbs as well, and a ministry has no level either.
 */
function readOwnPlace(scan: TitleScan, at: number, { name, keys = [] }: PostBegun) {
  const place = readPlace(scan, at);
  if (place?.place?.kind !== 'level') return place;
  const { plain, localOrganizations } = scan.lexicon;
  const isCentral = keys.length > 0 && !keys.some((key) => localOrganizations.has(key));
  if (plain && (isCentral || isNational(scan, name))) return null;
  return place.level === 'district' && isNational(scan, name) ? null : place;
}

function skipConnectors(scan: TitleScan, at: number): number {
  let to = at;
  for (let next = to; goesOn(scan, to); to = next) {
    next = matchContext(scan, to, 'connectors');
    if (next === to) break;
  }
  return to;
}

/** "Ban Bí thư" is a body; "Thường trực Ban Bí thư" is read from its own first word. */
function isPartOfBody({ lexicon, tokens }: TitleScan, at: number): boolean {
  for (let from = at - 1; from >= Math.max(0, at - 2); from--) {
    if ((tokens.gap[from + 1] as number) > Gap.join) return false;
    const body = lexicon.context.bodies.startingAt(tokens, from);
    if (body && body.to > at) return true;
  }
  return false;
}

/**
 * "Bí thư, Chủ tịch UBND xã Mỹ Thọ", "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Nghệ An": in a row of
 * posts the place is said once, with the last.
 */
export function withSharedPlaces(scan: TitleScan, titles: readonly ParsedTitle[]): ParsedTitle[] {
  const shared = [...titles];
  for (let at = shared.length - 2; at >= 0; at--) {
    const title = shared[at] as ParsedTitle;
    const next = shared[at + 1] as ParsedTitle;
    const place = next.place?.kind === 'level' ? null : next.place;
    const isOpen = title.place === null || title.place.kind === 'level';
    if (!place || !isOpen || !isLocal(scan, title) || !isInRow(scan, title, next)) continue;
    const level = title.level ?? next.level;
    if (title.level && next.level && title.level !== next.level) continue;
    shared[at] = { ...title, ...withImplied(scan.lexicon, { ...title, place, level }) };
  }
  return shared;
}

function isLocal({ lexicon }: TitleScan, { kind, organizations }: ParsedTitle): boolean {
  if (kind !== 'office') return false;
  return organizations?.every((key) => lexicon.localOrganizations.has(key)) !== false;
}

function isInRow({ lexicon, tokens }: TitleScan, title: ParsedTitle, next: ParsedTitle): boolean {
  const gap = tokens.gap[title.to] as number;
  if (next.from === title.to) return gap === Gap.comma || gap === Gap.dash;
  const between = tokens.word.slice(title.to, next.from);
  return gap === Gap.space && between.length === 1 && lexicon.conjunctions.has(between[0] ?? '');
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

/** "Nguyên", "quyền", "tân" before a title. */
function readPrefix({ lexicon, tokens }: TitleScan, at: number) {
  const { context } = lexicon;
  const read = { from: at, former: false, incoming: false };
  for (;;) {
    const earlier = context.former.endingBefore(tokens, read.from);
    const coming = earlier ? null : context.incoming.endingBefore(tokens, read.from);
    const match = earlier ?? coming ?? context.acting.endingBefore(tokens, read.from);
    if (!match) return read;
    read.former ||= earlier !== null;
    read.incoming ||= coming !== null;
    read.from = match.from;
  }
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

function withImplied(lexicon: Lexicon, reference: TitleReference): TitleReference {
  if (reference.organizations !== null) return reference;
  const implied = lexicon.language.implied.find(
    ({ head, needsPlace }) =>
      head === reference.head &&
      (!needsPlace || reference.place?.kind === 'province' || reference.place?.kind === 'level'),
  );
  return implied ? { ...reference, organizations: [implied.organization] } : reference;
}
