import { Case, Gap } from '../text/prepare.ts';
import { withoutMarks } from '../text/tone.ts';
import type { Announcement } from './announcement.ts';
import type { FieldReading } from './field-reader.ts';
import type { ItemContext } from './item-context.ts';
import { isFactAfter } from './facts.ts';
import { isOfPrivateBody, type OtherOccurrence } from './people.ts';
import { isPrivateRoleAfter } from './private-person.ts';
import { looksLikeName } from './title-scan.ts';
import { holdersOn, matchPosts, personFits } from './post-match.ts';
import type { PostEntry } from './register-index.ts';

/** A short name ("ông Thăng", "Bộ trưởng Nghĩa") before it is known whose it is. */
export interface ShortName {
  readonly other: OtherOccurrence;
  readonly to: number;
  readonly candidates: readonly number[];
}

/**
 * The short name an announced other name may be: its longest leading part that is one, not
 * followed by more of a name.
 */
export function shortNameOf(other: OtherOccurrence): ShortName | null {
  const { reading, span, announcement } = other;
  const { tokens, index } = reading;
  const isBare = !announcement.title && !announcement.honorific && span.together !== 'listed';
  if (isBare && index.lexicon.language.bareShortNames !== true) return null;
  for (let to = Math.min(span.to, span.from + 3); to > span.from; to--) {
    const candidates = index.shortNames.get(tokens.word.slice(span.from, to).join(' '));
    if (!candidates) continue;
    if (to < span.to && (continuesName(reading, to) || looksLikeName(reading.scan, span.from)))
      return null;
    return { other, to, candidates };
  }
  return null;
}

function continuesName(reading: FieldReading, at: number): boolean {
  const { tokens, index } = reading;
  if (tokens.gap[at] !== Gap.space || isAllUpper(tokens.letterCase[at])) return false;
  return !index.lexicon.places.startingAt(tokens, at);
}

function isAllUpper(letterCase: number | undefined): boolean {
  return letterCase === Case.upper || letterCase === Case.none;
}

/** The last mention, so far, of each person by whom a given name may be meant. */
export interface NameMemory {
  readonly order: number;
  /** null = someone not in the register. */
  readonly person: number | null;
  /** All syllables, lower case. */
  readonly name: string;
  /** Waits for review itself, so a short name after it does too. */
  readonly uncertain: boolean;
  /** Of someone not in the register, as addressed or by a syllable of the name; null = not told. */
  readonly gender: 'female' | 'male' | null;
}

export type ShortGround = 'named-before' | 'named-after' | 'dated-title' | 'familiar' | 'ambiguous';

export interface ShortResolution {
  readonly person: number;
  readonly ground: ShortGround;
  readonly uncertain: boolean;
}

export interface ShortContext {
  /** Persons the item announces with a rank: they, and police and army, may be "Trung tá Hải". */
  readonly ranked: ReadonlySet<number>;
  readonly memories: readonly NameMemory[];
  readonly context: ItemContext;
}

/** Whose short name it is, or null if nobody's in the register. */
export function resolveShortName(short: ShortName, around: ShortContext): ShortResolution | null {
  const { reading, announcement } = short.other;
  const candidates = short.candidates.filter(
    (person) =>
      agrees(short.other, person) &&
      !isOtherOfficer(short.other, person) &&
      (announcement.title?.kind !== 'rank' ||
        around.ranked.has(person) ||
        reading.index.persons[person]?.uniformed === true),
  );
  if (candidates.length === 0 || isIntroduced(short)) return null;
  const bearers = bearersOf(short, around.memories);
  const named = nearest(bearers, short, candidates);
  if (named?.person === null) return null;
  const { together } = short.other.span;
  const isBare = !announcement.title && !announcement.honorific && together !== 'listed';
  if (isBare && named?.ground !== 'named-before') return null;
  // "Hai ông Hùng": one of them, or neither, is the one we know.
  if (named && together === 'alone') {
    return { person: named.person, ground: 'ambiguous', uncertain: true };
  }
  if (named) {
    const isFriends = isFamiliar(announcement) && !named.uncertain;
    return { ...named, person: named.person, ...(isFriends ? { ground: 'familiar' } : {}) };
  }
  if (isFamiliar(announcement)) return null;
  return bearers.length > 0 ? null : byDatedTitle(short, candidates, around.context);
}

/** "Ông Chung, 60 tuổi", "ông Dũng (trú tại …)", "ông Ấp, chủ tiệm vàng": someone new. */
function isIntroduced({ other, to }: ShortName): boolean {
  const { reading, announcement } = other;
  if (isPrivateRoleAfter(other, to)) return true;
  if (announcement.after.some((title) => isOfPrivateBody(reading, title))) return true;
  const gap = reading.tokens.gap[to];
  if (gap !== Gap.comma && gap !== Gap.open) return false;
  return isFactAfter(reading, to, 'privateAfter') || isFactAfter(reading, to, 'birthAfter');
}

/** "Ông Dũng, Trưởng Ban Pháp chế HĐND tỉnh": a post of someone else says that he is new here. */
function isOtherOfficer({ reading, announcement }: OtherOccurrence, person: number): boolean {
  const { title, honorific, after } = announcement;
  if (title !== null || honorific === null) return false;
  const offices = after.filter(({ kind, former }) => kind === 'office' && !former);
  return (
    offices.length > 0 &&
    offices.every((office) => personFits(reading.index, person, office) === null)
  );
}

/** Whose name ends so; where a language writes no marks, "Ms Diep" is Hoàng Thị Ngọc Diệp. */
function bearersOf(
  { other, to, candidates }: ShortName,
  memories: readonly NameMemory[],
): NameMemory[] {
  const { tokens, index } = other.reading;
  const { hasMarks, names } = index.lexicon.language;
  const spell = (words: string): string => (hasMarks ? words : withoutMarks(words));
  const text = spell(tokens.word.slice(other.span.from, to).join(' '));
  const particles = (names.leadingParticles ?? []).map((particle) => `${particle} `);
  // "Y Khăm", "Khăm" of "Y Khăm Mlô".
  const isFirst = (name: string, given: string): boolean =>
    particles.some(
      (particle) =>
        name.startsWith(`${particle}${given} `) ||
        (given.startsWith(particle) && name.startsWith(`${given} `)),
    );
  return memories.filter(({ name, person }) => {
    const isTheirs = person === null || candidates.includes(person);
    const spelled = spell(name);
    return isTheirs && (spelled === text || spelled.endsWith(` ${text}`) || isFirst(spelled, text));
  });
}

/** "Anh Hóa", "chị Lệ", without a title. */
function isFamiliar({ title, honorific }: Announcement): boolean {
  return title === null && honorific?.honorific.familiar === true;
}

/** Within quotation marks of its paragraph. */
function isQuoted({ reading: { prepared, tokens }, span }: OtherOccurrence): boolean {
  const start = tokens.start[span.from] as number;
  const before = prepared.text.slice(prepared.text.lastIndexOf('\n', start - 1) + 1, start);
  const isOpen = before.lastIndexOf('“') > before.lastIndexOf('”');
  return isOpen || before.split('"').length % 2 === 0;
}

function agrees(other: OtherOccurrence, person: number): boolean {
  const { reading, announcement } = other;
  const { index } = reading;
  const { title, honorific } = announcement;
  if (title?.kind === 'role') return false;
  // "Anh Hóa", "cô Lệ" is said of private people; the office-holder of that name is "ông", "bà",
  // but to a colleague who is quoted: "Anh Hải cứ làm đi".
  const isColleague = honorific?.honorific.gender !== null && isQuoted(other);
  if (isFamiliar(announcement) && !isColleague) return false;
  if (title?.kind === 'office' && personFits(index, person, title) === null) return false;
  const gender = index.persons[person]?.person.gender;
  const addressed = honorific?.honorific.gender ?? null;
  return gender === undefined || addressed === null || gender === addressed;
}

/**
 * "Bà Tiến" after Nguyễn Viết Tiến is the woman of that name whom the item has named: hardly any
 * woman's name tells of none.
 */
function isOtherGender(
  { gender }: NameMemory,
  addressed: NameMemory['gender'],
  hasKnown: boolean,
): boolean {
  if (addressed === null) return false;
  return gender === null ? addressed === 'female' && hasKnown : gender !== addressed;
}

function nearest(
  bearers: readonly NameMemory[],
  short: ShortName,
  candidates: readonly number[],
): { person: number | null; ground: ShortGround; uncertain: boolean } | null {
  const { order, announcement } = short.other;
  const isTitled = announcement.title?.kind === 'office';
  const known = bearers.filter(({ person }) => person !== null && candidates.includes(person));
  const addressed = announcement.honorific?.honorific.gender ?? null;
  const strangers = bearers.filter(
    (memory) =>
      memory.person === null && !isTitled && !isOtherGender(memory, addressed, known.length > 0),
  );
  const possible = [...known, ...strangers];
  const before = possible
    .filter((memory) => memory.order < order)
    .toSorted((a, b) => b.order - a.order);
  const after = possible
    .filter((memory) => memory.order > order)
    .toSorted((a, b) => a.order - b.order);
  const found = before[0] ?? after[0];
  if (!found) return null;
  const ground = found.uncertain ? 'ambiguous' : before[0] ? 'named-before' : 'named-after';
  return { person: found.person, ground, uncertain: found.uncertain };
}

/**
 * "Bộ trưởng Nghĩa" in an item that never says the full name: the holder on the day, if only one
 * fits.
 */
function byDatedTitle(
  short: ShortName,
  candidates: readonly number[],
  context: ItemContext,
): ShortResolution | null {
  const { title } = short.other.announcement;
  const { index } = short.other.reading;
  if (title?.kind !== 'office' || title.former || context.day === null) return null;
  const day = context.day;
  const holders = new Set(
    matchPosts(index, title).flatMap(({ post }) =>
      holdersOn(index.posts[post] as PostEntry, day).map(({ person }) => person),
    ),
  );
  const fitting = candidates.filter((person) => holders.has(person));
  const [person, rival] = fitting;
  if (person === undefined || rival !== undefined) return null;
  return { person, ground: 'dated-title', uncertain: false };
}
