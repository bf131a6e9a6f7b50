import type { AnalyzableItem, MentionField } from '../../src/domain/index.ts';
import { Gap, normalWord, type PreparedText } from '../text/prepare.ts';
import { type Bearer, bearersOf, mayMean } from './bearers.ts';
import { type FieldReading, readField } from './field-reader.ts';
import { type ItemContext, readContext } from './item-context.ts';
import { type NearName, splitNearNames } from './near-names.ts';
import { occurrencesOf, type OtherOccurrence, othersOf } from './people.ts';
import { matchPosts, personFits } from './post-match.ts';
import type { RegisterIndex } from './register-index.ts';
import {
  type NameMemory,
  resolveShortName,
  type ShortName,
  shortNameOf,
  type ShortResolution,
} from './short-names.ts';
import { type JudgedOccurrence, judgeOccurrences } from './support.ts';
import { resolveTitle, type TitleResolution } from './title-only.ts';
import { isInstitutional } from './title-use.ts';

/** Everything detected in an item, before it is written as mentions. */
export interface Detection {
  readonly context: ItemContext;
  readonly readings: readonly FieldReading[];
  readonly names: readonly JudgedOccurrence[];
  readonly near: readonly NearName[];
  readonly shorts: readonly ResolvedShort[];
  readonly titles: readonly ResolvedTitle[];
  /** Full names of people not in the register, to tell an attendance list. */
  readonly others: readonly OtherOccurrence[];
}

export interface ResolvedShort {
  readonly short: ShortName;
  readonly resolution: ShortResolution;
}

export interface ResolvedTitle {
  readonly reading: FieldReading;
  readonly resolution: TitleResolution;
}

export interface PreparedField {
  readonly field: MentionField;
  readonly prepared: PreparedText;
  readonly index: RegisterIndex;
}

/**
 * The ordered list that is the method: names, then short names, then titles alone, each using what
 * was found before.
 */
export function detect(item: AnalyzableItem, fields: readonly PreparedField[]): Detection {
  const readings = fields.map(({ field, prepared, index }) => readField(field, prepared, index));
  const context = readContext(item, readings);
  const names = judgeOccurrences(
    readings.flatMap((reading) => occurrencesOf(reading, context)),
    readings,
    context,
  );
  const { near, rest: others } = splitNearNames(readings.flatMap(othersOf), names);
  const shorts = detectShortNames({ names, near, others, context });
  const titles = detectTitles({ names, near, others, shorts, context, readings });
  return { context, readings, names, near, shorts, titles, others };
}

interface ShortPass {
  readonly names: readonly JudgedOccurrence[];
  readonly near: readonly NearName[];
  readonly others: readonly OtherOccurrence[];
  readonly context: ItemContext;
}

function detectShortNames({ names, near, others, context }: ShortPass): ResolvedShort[] {
  const memories: NameMemory[] = [
    ...near.map(({ other, person }) => ({
      order: other.order,
      person,
      name: nameOf(other, person),
      uncertain: false,
    })),
    ...names.map(({ occurrence, verdict }) => ({
      order: occurrence.order,
      person: verdict === 'dropped' ? null : occurrence.person,
      name: wordsOf(occurrence.reading, occurrence.span.from, occurrence.span.to),
      uncertain: verdict === 'uncertain',
    })),
    ...others
      .filter((other) => isFullName(other))
      .map(({ order, reading, span }) => ({
        order,
        person: null,
        name: wordsOf(reading, span.from, span.to),
        uncertain: false,
      })),
  ];
  const ranked = rankedPersons(names);
  const found: ResolvedShort[] = [];
  for (const other of others) {
    const short = shortNameOf(other);
    const resolution = short ? resolveShortName(short, { memories, ranked, context }) : null;
    if (!short || !resolution) continue;
    found.push({ short, resolution });
    const { person, uncertain } = resolution;
    memories.push({ order: other.order, person, name: nameOf(other, person), uncertain });
  }
  return found;
}

function rankedPersons(names: readonly JudgedOccurrence[]): Set<number> {
  const ranked = names.filter(({ occurrence: { announcement } }) =>
    [announcement.title, ...announcement.before].some((title) => title?.kind === 'rank'),
  );
  return new Set(ranked.map(({ occurrence }) => occurrence.person));
}

function nameOf({ reading }: OtherOccurrence, person: number): string {
  const { lexicon, persons } = reading.index;
  return normalWord(persons[person]?.person.name ?? '', lexicon.plain).toLowerCase();
}

function wordsOf(reading: FieldReading, from: number, to: number): string {
  return reading.tokens.word.slice(from, to).join(' ');
}

/**
 * Family name and two more syllables, or two syllables that are no registered short name ("Kim
 * Tiến").
 */
function isFullName({ reading, span }: OtherOccurrence): boolean {
  const { lexicon, shortNames } = reading.index;
  if (!lexicon.familyNames.has(reading.tokens.word[span.from] as string)) return false;
  const length = span.to - span.from;
  return length > 2 || (length === 2 && !shortNames.has(wordsOf(reading, span.from, span.to)));
}

interface TitlePass extends ShortPass {
  readonly shorts: readonly ResolvedShort[];
  readonly readings: readonly FieldReading[];
}

function detectTitles(pass: TitlePass): ResolvedTitle[] {
  const bearers = bearersIn(pass);
  const used = new Set(bearers.map(({ title }) => title));
  return pass.readings.flatMap((reading) => {
    const resolved = reading.titles
      .filter((title) => !used.has(title))
      .flatMap((title) => {
        const resolution = resolveTitle(reading, title, { bearers, context: pass.context });
        return resolution ? [{ reading, resolution }] : [];
      });
    return resolved.filter((title, at) => !isChained(title, resolved[at + 1]));
  });
}

/** "Phó Thủ tướng, Bộ trưởng Ngoại giao nói": two posts of one person are one mention, the last. */
function isChained(title: ResolvedTitle, next: ResolvedTitle | undefined): boolean {
  if (next === undefined || next.resolution.person !== title.resolution.person) return false;
  const { to } = title.resolution.title;
  const { tokens, index } = title.reading;
  const joiner = index.lexicon.context.joiners.startingAt(tokens, to);
  const gap = tokens.gap[to];
  if (joiner) return joiner.to === next.resolution.title.from;
  return next.resolution.title.from === to && (gap === Gap.comma || gap === Gap.dash);
}

/**
 * Who bears which title in the item: registered people first, then misprinted names, short names
 * and others.
 */
function bearersIn(pass: TitlePass): Bearer[] {
  const bearers: Bearer[] = [];
  for (const { occurrence, verdict } of pass.names) {
    const { announcement, reading } = occurrence;
    const person = verdict === 'dropped' ? null : occurrence.person;
    const borne = bearersOf(occurrence, person);
    bearers.push(
      ...borne.filter((bearer) => isOwn(reading, bearer, announcement.title === bearer.title)),
    );
  }
  for (const { other, person } of pass.near) {
    bearers.push(...bearersOf(other, person));
  }
  const shortOf = new Map(pass.shorts.map(({ short, resolution }) => [short.other, resolution]));
  for (const other of pass.others) {
    const person = shortOf.get(other)?.person ?? null;
    const borne = bearersOf(other, person);
    bearers.push(
      ...borne.filter(
        (bearer) =>
          person !== null ||
          !(isBorneByRegistered(other, bearer, bearers) || isApartFrom(other, bearer)),
      ),
    );
  }
  return bearers;
}

/**
 * After a bare unknown name, a title the item gives to a registered person is theirs ("… Sơn Trà,
 * Chủ tịch Đà Nẵng nói").
 */
function isBorneByRegistered(
  other: OtherOccurrence,
  { title }: Bearer,
  bearers: readonly Bearer[],
): boolean {
  const { announcement, reading } = other;
  if (announcement.title || announcement.honorific || !announcement.after.includes(title))
    return false;
  return bearers.some((bearer) => bearer.person !== null && mayMean(reading.index, title, bearer));
}

/**
 * "Thay mặt Thủ tướng, ông A ký", "thừa lệnh Chủ tịch UBND tỉnh, Chánh Văn phòng A ký": before a
 * comma and an address, or after such words, a registered post is its holder's, not the stranger's.
 */
function isApartFrom({ announcement, reading }: OtherOccurrence, { title }: Bearer): boolean {
  if (!announcement.before.includes(title)) return false;
  if (!announcement.honorific && !isInstitutional(reading, title)) return false;
  return matchPosts(reading.index, title).some(({ fit }) => fit === 'exact');
}

/**
 * A title in a chain is the person's own unless it is a registered post they never held ("Chủ tịch
 * nước, Thủ tướng X").
 */
function isOwn(reading: FieldReading, bearer: Bearer, isDirect: boolean): boolean {
  if (isDirect || bearer.person === null) return true;
  const { index } = reading;
  const { title, person } = bearer;
  return personMayBear(index, person, title);
}

function personMayBear(index: RegisterIndex, person: number, title: Bearer['title']): boolean {
  return matchPosts(index, title).length === 0 || personFits(index, person, title) !== null;
}
