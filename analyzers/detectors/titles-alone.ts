import type { Day } from '../../src/domain/index.ts';
import { Gap } from '../text/prepare.ts';
import { type Bearer, bearersOf, fitsPlace, mayMean } from './bearers.ts';
import type { Detection, Detector, ResolvedTitle } from './detector.ts';
import type { FieldReading } from './field-reader.ts';
import { type Occurrence, type OtherOccurrence, postsSpokenOf } from './people.ts';
import { holdersOn, matchPosts, personFits, postOf } from './post-match.ts';
import type { RegisterIndex } from './register-index.ts';
import type { ParsedTitle } from './title-parser.ts';
import { tellsNoCase } from './title-scan.ts';
import { resolveTitle } from './title-only.ts';
import { isInstitutional } from './title-use.ts';

/** Titles without a name, resolved by who bears them in the item and by their holder on the day. */
export const titlesAlone: Detector = {
  id: 'titles-alone',
  detect: (found) => ({ ...found, titles: detectTitles(found) }),
};

function detectTitles(found: Detection): ResolvedTitle[] {
  const bearers = bearersIn(found);
  const used = new Set(bearers.map(({ title }) => title));
  return found.readings.flatMap((reading) => {
    const resolved = reading.titles
      .filter((title) => !used.has(title))
      .flatMap((title) => {
        const resolution = resolveTitle(reading, title, { bearers, context: found.context });
        return resolution ? [{ reading, resolution }] : [];
      });
    return resolved.filter((title, at) => !isChained(title, resolved[at + 1], found.context.day));
  });
}

/** "Phó Thủ tướng, Bộ trưởng Ngoại giao nói": two posts of one person are one mention, the last. */
function isChained(
  title: ResolvedTitle,
  next: ResolvedTitle | undefined,
  day: Day | null,
): boolean {
  if (next === undefined || !isOfSame(title, next, day)) return false;
  const { to } = title.resolution.title;
  const { tokens, index } = title.reading;
  const joiner = index.lexicon.context.joiners.startingAt(tokens, to);
  const gap = tokens.gap[to];
  if (joiner) return joiner.to === next.resolution.title.from;
  return next.resolution.title.from === to && (gap === Gap.comma || gap === Gap.dash);
}

/** "Phó Thủ tướng, Bộ trưởng Ngoại giao" where that minister is a deputy, last named or not. */
function isOfSame(
  { reading: { index }, resolution: { title, person } }: ResolvedTitle,
  { resolution: next }: ResolvedTitle,
  day: Day | null,
): boolean {
  if (next.person === person) return true;
  if (!title.deputy || day === null) return false;
  const post = postOf(index, { person: next.person, title, day });
  const entry = post === null ? undefined : index.posts[post];
  return entry !== undefined && holdersOn(entry, day).some((term) => term.person === next.person);
}

/**
 * Who bears which title in the item: registered people first, then misprinted names, short names
 * and others.
 */
function bearersIn(found: Detection): Bearer[] {
  const bearers: Bearer[] = [];
  for (const { occurrence, verdict } of found.names) {
    const { reading } = occurrence;
    const person = verdict === 'dropped' ? null : occurrence.person;
    const borne = bearersOf(occurrence, person);
    const sure = sureTitles(occurrence);
    bearers.push(
      ...borne.filter((bearer) => sure.includes(bearer.title) || isOwn(reading, bearer)),
      ...(person === null ? [] : appointedBearers(occurrence, found.context.day)),
    );
  }
  for (const { other, person } of found.near) {
    bearers.push(...bearersOf(other, person));
  }
  const shortOf = new Map(found.shorts.map(({ short, resolution }) => [short.other, resolution]));
  for (const other of found.others) {
    const person = shortOf.get(other)?.person ?? null;
    if (person === null && isChanceName(other)) continue;
    const borne = bearersOf(other, person);
    bearers.push(
      ...borne.filter(
        (bearer) =>
          person !== null ||
          !(
            isBorneByRegistered(other, bearer, bearers) ||
            isApartFrom(other, bearer) ||
            isNextSubject(other, bearer)
          ),
      ),
    );
  }
  return bearers;
}

/** "CHỦ TỊCH NƯỚC TUYÊN THỆ": a syllable that is a name only where letter case tells nothing. */
function isChanceName({ reading, span }: OtherOccurrence): boolean {
  if (!tellsNoCase(reading.tokens, span.from) || span.to - span.from > 2) return false;
  const { syllable } = reading.index.lexicon.language.names;
  const words = reading.tokens.word.slice(span.from, span.to);
  return !words.some((word) => /^[a-z]{3,}$/.test(word) && syllable?.test(word) === false);
}

/** "Phân công ông A giữ chức Bí thư Tỉnh ủy": from that day on the title is A's. */
function appointedBearers(occurrence: Occurrence, day: Day | null): Bearer[] {
  const { reading, span, order, person } = occurrence;
  const { index } = reading;
  if (day === null) return [];
  return postsSpokenOf(reading, span).flatMap((title): Bearer[] => {
    const post = postOf(index, { person, title, day });
    const entry = post === null ? undefined : index.posts[post];
    const isHeld = entry && holdersOn(entry, day).some((term) => term.person === person);
    return isHeld ? [{ order, title, person, opens: false }] : [];
  });
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
 * "Theo lời mời của Thủ tướng Lào A, Thủ tướng thăm …": nobody says one title twice of one person,
 * so the second is the next one's.
 */
function isNextSubject({ announcement }: OtherOccurrence, { title }: Bearer): boolean {
  const { title: direct, after } = announcement;
  if (!direct || !after.includes(title)) return false;
  if (title.place !== null && fitsPlace(title, direct)) return false;
  return title.head === direct.head && title.deputy === direct.deputy;
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
 * Titles that are the name's whatever the register knows: the one before it; after it all up to
 * one that is theirs ("bà A, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh"), the first after a bare name.
 */
function sureTitles({ announcement, reading, person }: Occurrence): ParsedTitle[] {
  const { title, after } = announcement;
  const own = after.findLastIndex((one) => personFits(reading.index, person, one) !== null);
  const length = Math.max(own + 1, title === null ? 1 : 0);
  return [...(title ? [title] : []), ...after.slice(0, length)];
}

/**
 * A title in a chain is the person's own unless it is a registered post they never held ("Chủ tịch
 * nước, Thủ tướng X").
 */
function isOwn(reading: FieldReading, bearer: Bearer): boolean {
  if (bearer.person === null) return true;
  const { index } = reading;
  const { title, person } = bearer;
  return personMayBear(index, person, title);
}

function personMayBear(index: RegisterIndex, person: number, title: Bearer['title']): boolean {
  return matchPosts(index, title).length === 0 || personFits(index, person, title) !== null;
}
