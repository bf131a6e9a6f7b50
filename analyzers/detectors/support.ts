import type { Day } from '../../src/domain/index.ts';
import type { FieldReading } from './field-reader.ts';
import { isByline, isNamedAfter, type Occurrence } from './people.ts';
import type { ItemContext } from './item-context.ts';
import { holdersOn, matchPosts } from './post-match.ts';
import type { PostEntry, RegisterIndex } from './register-index.ts';
import { ministryAt } from './title-organization.ts';

/** What becomes of a full name: counted, kept for review, or not the registered person. */
export type Verdict = 'counted' | 'uncertain' | 'dropped';

/** Why, for the reason in words and the confidence. */
export type NameGround =
  | 'own-title'
  | 'own-apposition'
  | 'own-rank'
  | 'supported-elsewhere'
  | 'formal-address'
  | 'rare-name'
  | 'rare-alone'
  | 'office-of-same-item'
  | 'common-untitled'
  | 'said-as-private'
  | 'namesake-in-register'
  | 'other-office';

export interface JudgedOccurrence {
  readonly occurrence: Occurrence;
  readonly verdict: Verdict;
  readonly ground: NameGround;
}

const supporting: ReadonlySet<string> = new Set(['own-title', 'own-apposition']);
const doubting: ReadonlySet<string> = new Set(['company-office', 'small-office', 'trade']);
const against = new Set(['private-role', 'private-fact', 'credit', 'familiar-address']);

/** Judges all full names of an item together: one titled mention supports the untitled ones. */
export function judgeOccurrences(
  occurrences: readonly Occurrence[],
  readings: readonly FieldReading[],
  context: ItemContext,
): JudgedOccurrence[] {
  const supported = new Set<number>();
  const contradicted = new Set<number>();
  const doubted = new Set<number>();
  for (const occurrence of occurrences) {
    const { person, evidence } = occurrence;
    if (supporting.has(evidence)) supported.add(person);
    if (against.has(evidence) || isOtherInCourt(occurrence)) contradicted.add(person);
    if (doubting.has(evidence)) doubted.add(person);
  }
  const offices = occurrences.some(({ person }) => !supported.has(person))
    ? officesOf(readings)
    : new Set<number>();
  const isAlone = occurrences.some(({ person }) => !supported.has(person));
  const privateLife = isAlone && readings.some((reading) => tellsOfPrivateLife(reading));
  const namesakes = new Set<number>();
  return occurrences.map((occurrence) => {
    const { person, evidence } = occurrence;
    if (supporting.has(evidence)) namesakes.delete(person);
    if (evidence === 'private-role' || evidence === 'private-fact') namesakes.add(person);
    const state = {
      afterNamesake: namesakes.has(person),
      supported: supported.has(occurrence.person),
      contradicted: contradicted.has(occurrence.person),
      doubted: doubted.has(occurrence.person),
      office:
        isAtHome(occurrence, context) || postsOf(occurrence).some((post) => offices.has(post)),
      officeHeld: postsHeldOn(occurrence, context.day).some((post) => offices.has(post)),
      province: isInProvince(occurrence, context),
      privateLife,
    };
    return { occurrence, ...judge(occurrence, state) };
  });
}

/** "Bị cáo Trần Tuấn Anh" is anyone of that name; a rare name in court is the one we know. */
function isOtherInCourt({ evidence, person, reading }: Occurrence): boolean {
  return evidence === 'in-court' && reading.index.persons[person]?.common === true;
}

interface PersonState {
  /** The last full name before was a private person's. */
  readonly afterNamesake: boolean;
  readonly supported: boolean;
  readonly contradicted: boolean;
  /** The item calls someone of the name an officer of a company or the like. */
  readonly doubted: boolean;
  /** A post of theirs or its organization is named in the item. */
  readonly office: boolean;
  /** A post that is theirs on the day is. */
  readonly officeHeld: boolean;
  /** The province of a post of theirs is. */
  readonly province: boolean;
  /** The item tells of homes and families. */
  readonly privateLife: boolean;
}

type Judgement = Pick<JudgedOccurrence, 'verdict' | 'ground'>;

function judge(occurrence: Occurrence, state: PersonState): Judgement {
  const { evidence, rivals, reading, person } = occurrence;
  const { common } = reading.index.persons[person] as { common: boolean };
  if (evidence === 'credit' || isNamedAfter(occurrence)) return dropped('common-untitled');
  if (evidence === 'own-title' || evidence === 'own-apposition') {
    return rivals.length > 0 ? uncertain('namesake-in-register') : counted(evidence);
  }
  if (evidence === 'private-role' || evidence === 'private-fact') return dropped('common-untitled');
  if (evidence === 'own-rank' && rivals.length === 0 && (!common || state.office)) {
    return counted('own-rank');
  }
  if (rivals.length > 0 && !state.supported) return uncertain('namesake-in-register');
  if (state.supported) {
    if (isByline(occurrence)) return dropped('common-untitled');
    // "Anh Nguyễn Văn A" in an item about Chairman Nguyễn Văn A is a friend's word or a namesake.
    if (evidence === 'familiar-address') return uncertain('said-as-private');
    if (evidence === 'company-office') return uncertain('other-office');
    if (evidence === 'small-office') return uncertain('said-as-private');
    if (evidence === 'delegate' && common) return uncertain('common-untitled');
    if (state.afterNamesake) return uncertain('said-as-private');
    return counted('supported-elsewhere');
  }
  if (state.contradicted || isByline(occurrence)) return dropped('common-untitled');
  if (evidence === 'birth-fact') {
    if (state.officeHeld) return counted('office-of-same-item');
    return state.office ? uncertain('said-as-private') : dropped('said-as-private');
  }
  if (evidence === 'lower-office' || evidence === 'company-office') {
    return common ? dropped('other-office') : uncertain('other-office');
  }
  if (state.doubted) return common ? dropped('said-as-private') : uncertain('said-as-private');
  if (evidence === 'other-office' || evidence === 'in-court' || evidence === 'delegate')
    return common ? dropped('other-office') : counted('other-office');
  if (!common) return judgeRare(state);
  if (evidence === 'formal-address') return counted('formal-address');
  if (evidence === 'degree') return uncertain('common-untitled');
  return state.office ? counted('office-of-same-item') : uncertain('common-untitled');
}

/**
 * A rare name without a post beside it: surer where the item has something of the person's office;
 * where it has nothing, but something of a private life, it waits.
 */
function judgeRare({ office, province, privateLife }: PersonState): Judgement {
  if (office || province) return counted('rare-name');
  return privateLife ? uncertain('said-as-private') : counted('rare-alone');
}

const counted = (ground: NameGround): Judgement => ({ verdict: 'counted', ground });
const uncertain = (ground: NameGround): Judgement => ({ verdict: 'uncertain', ground });
const dropped = (ground: NameGround): Judgement => ({ verdict: 'dropped', ground });

/** "Vợ ông", "cả xóm": words of homes and families, as no report of an office has. */
function tellsOfPrivateLife({ tokens, index }: FieldReading): boolean {
  const { privateLife } = index.lexicon.context;
  for (let at = 0; at < tokens.count; at++) if (privateLife.startingAt(tokens, at)) return true;
  return false;
}

/** Posts named in the item by exact title or by their organization. */
function officesOf(readings: readonly FieldReading[]): Set<number> {
  const posts = new Set<number>();
  for (const { titles, tokens, index, scan } of readings) {
    for (const title of titles) {
      for (const { post, fit } of matchPosts(index, title)) if (fit === 'exact') posts.add(post);
    }
    for (let at = 0; at < tokens.count; at++) {
      const named = index.organizationNames.startingAt(tokens, at)?.value ?? [];
      for (const post of named) posts.add(post);
      const keys = ministryAt(scan, at);
      if (keys) for (const post of postsOfMinistry(index, keys)) posts.add(post);
    }
  }
  return posts;
}

function postsOfMinistry(index: RegisterIndex, keys: readonly string[]): number[] {
  return index.posts.flatMap(({ references }, post) =>
    references.some(({ organizations }) => organizations?.some((key) => keys.includes(key)))
      ? [post]
      : [],
  );
}

function postsOf({ reading, person }: Occurrence): readonly number[] {
  return reading.index.persons[person]?.posts ?? [];
}

/** All of an undated item. */
function postsHeldOn(occurrence: Occurrence, day: Day | null): readonly number[] {
  const { person, reading } = occurrence;
  const posts = postsOf(occurrence);
  if (day === null) return posts;
  return posts.filter((post) =>
    holdersOn(reading.index.posts[post] as PostEntry, day).some((term) => term.person === person),
  );
}

/** "Ông Huỳnh Văn A" in an item that names the province of a post of his. */
function isAtHome(occurrence: Occurrence, context: ItemContext): boolean {
  const { honorific } = occurrence.announcement;
  if (!honorific || honorific.honorific.familiar) return false;
  return isInProvince(occurrence, context);
}

function isInProvince(occurrence: Occurrence, context: ItemContext): boolean {
  const { index } = occurrence.reading;
  return postsOf(occurrence).some((post) => {
    const place = index.posts[post]?.place ?? null;
    return place !== null && context.provinces.has(index.placeOn(place, context.day));
  });
}
