import type { AnalyzableItem, MentionField } from '../../src/domain/index.ts';
import type { PreparedText } from '../text/prepare.ts';
import { type Bearer, bearersOf, mayMean } from './bearers.ts';
import { type FieldReading, readField } from './field-reader.ts';
import { type ItemContext, readContext } from './item-context.ts';
import { occurrencesOf, orderOf, type OtherOccurrence, othersOf } from './people.ts';
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

/** Everything detected in an item, before it is written as mentions. */
export interface Detection {
  readonly context: ItemContext;
  readonly readings: readonly FieldReading[];
  readonly names: readonly JudgedOccurrence[];
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

/** The ordered list that is the method: names, then short names, then titles alone, each using what was found before. */
export function detect(item: AnalyzableItem, fields: readonly PreparedField[]): Detection {
  const readings = fields.map(({ field, prepared, index }) => readField(field, prepared, index));
  const context = readContext(item, readings);
  const names = judgeOccurrences(
    readings.flatMap((reading) => occurrencesOf(reading, context)),
    readings,
  );
  const others = readings.flatMap(othersOf);
  const shorts = detectShortNames(names, others, context);
  const titles = detectTitles({ names, others, shorts, context, readings });
  return { context, readings, names, shorts, titles, others };
}

function detectShortNames(
  names: readonly JudgedOccurrence[],
  others: readonly OtherOccurrence[],
  context: ItemContext,
): ResolvedShort[] {
  const memories: NameMemory[] = [
    ...names.map(({ occurrence, verdict }) => ({
      order: occurrence.order,
      person: verdict === 'dropped' ? null : occurrence.person,
      name: wordsOf(occurrence.reading, occurrence.span.from, occurrence.span.to),
    })),
    ...others
      .filter((other) => isFullName(other))
      .map(({ order, reading, span }) => ({
        order,
        person: null,
        name: wordsOf(reading, span.from, span.to),
      })),
  ];
  const found: ResolvedShort[] = [];
  for (const other of others) {
    const short = shortNameOf(other);
    const resolution = short ? resolveShortName(short, { memories, context }) : null;
    if (!short || !resolution) continue;
    found.push({ short, resolution });
    const { person } = resolution;
    const full = other.reading.index.persons[person]?.person.name.toLowerCase() ?? '';
    memories.push({ order: other.order, person, name: full });
  }
  return found;
}

function wordsOf(reading: FieldReading, from: number, to: number): string {
  return reading.tokens.word.slice(from, to).join(' ');
}

/** Family name and two more syllables, or two syllables that are no registered short name ("Kim Tiến"). */
function isFullName({ reading, span }: OtherOccurrence): boolean {
  const { lexicon, shortNames } = reading.index;
  if (!lexicon.familyNames.has(reading.tokens.word[span.from] as string)) return false;
  const length = span.to - span.from;
  return length > 2 || (length === 2 && !shortNames.has(wordsOf(reading, span.from, span.to)));
}

interface TitlePass {
  readonly names: readonly JudgedOccurrence[];
  readonly others: readonly OtherOccurrence[];
  readonly shorts: readonly ResolvedShort[];
  readonly context: ItemContext;
  readonly readings: readonly FieldReading[];
}

function detectTitles(pass: TitlePass): ResolvedTitle[] {
  const bearers: Bearer[] = [];
  const resolvedOthers = new Set(pass.shorts.map(({ short }) => short.other));
  const used = new Map(pass.readings.map((reading) => [reading, new Set<number>()]));
  for (const { occurrence, verdict } of pass.names) {
    const person = verdict === 'dropped' ? null : occurrence.person;
    const borne = bearersOf(occurrence.order, occurrence.announcement, person).filter((bearer) =>
      isOwn(occurrence.reading, bearer, occurrence.announcement.title === bearer.title),
    );
    bearers.push(...borne);
    for (const { title } of borne) used.get(occurrence.reading)?.add(title.coreFrom);
  }
  for (const other of pass.others) {
    const short = resolvedOthers.has(other)
      ? pass.shorts.find(({ short }) => short.other === other)
      : undefined;
    const person = short?.resolution.person ?? null;
    const borne = bearersOf(other.order, other.announcement, person).filter(
      (bearer) => person !== null || !isBorneByRegistered(other, bearer, bearers),
    );
    bearers.push(...borne);
    for (const { title } of borne) used.get(other.reading)?.add(title.coreFrom);
  }
  return pass.readings.flatMap((reading) =>
    reading.titles
      .filter((title) => !used.get(reading)?.has(title.coreFrom))
      .flatMap((title) => {
        const resolution = resolveTitle(reading, title, { bearers, context: pass.context });
        return resolution ? [{ reading, resolution }] : [];
      }),
  );
}

/** After a bare unknown name, a title the item gives to a registered person is theirs ("… Sơn Trà, Chủ tịch Đà Nẵng nói"). */
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

/** A title in a chain is the person's own unless it is a registered post they never held ("Chủ tịch nước, Thủ tướng X"). */
function isOwn(reading: FieldReading, bearer: Bearer, isDirect: boolean): boolean {
  if (isDirect || bearer.person === null) return true;
  const { index } = reading;
  const { title, person } = bearer;
  return personMayBear(index, person, title);
}

function personMayBear(index: RegisterIndex, person: number, title: Bearer['title']): boolean {
  return matchPosts(index, title).length === 0 || personFits(index, person, title) !== null;
}

/** Order of a resolved title in the item. */
export function titleOrder({ reading, resolution }: ResolvedTitle): number {
  return orderOf(reading, resolution.title.from);
}
