import { Gap } from '../text/prepare.ts';
import { type Bearer, mayMean } from './bearers.ts';
import type { FieldReading } from './field-reader.ts';
import { type ItemContext, mainProvince } from './item-context.ts';
import { orderOf } from './people.ts';
import { holdersOn, matchPosts, type PostMatch, postOf } from './post-match.ts';
import type { PostEntry, RegisterIndex } from './register-index.ts';
import type { ParsedTitle } from './title-parser.ts';
import { isForNoOne, isInstitutional } from './title-use.ts';

export type TitleGround =
  | 'holder-on-date'
  | 'named-before'
  | 'named-after'
  | 'place-of-item'
  | 'place-of-outlet'
  | 'ambiguous';

export interface TitleResolution {
  readonly title: ParsedTitle;
  readonly person: number;
  readonly post: number | null;
  readonly ground: TitleGround;
  readonly institutional: boolean;
  readonly uncertain: boolean;
}

export interface TitleContext {
  readonly bearers: readonly Bearer[];
  readonly context: ItemContext;
}

/** Decides whether a title without a name stands for its holder, and for whom. */
export function resolveTitle(
  reading: FieldReading,
  title: ParsedTitle,
  around: TitleContext,
): TitleResolution | null {
  if (title.kind !== 'office' || title.place?.kind === 'foreign') return null;
  if (isForNoOne(reading, title)) return null;
  const order = orderOf(reading, title.from);
  const matches = matchPosts(reading.index, title);
  if (matches.length === 0) return null;
  if (title.former) return resolveFormer(reading, title, around.bearers);
  const relevant = around.bearers.filter((bearer) => mayMean(reading.index, title, bearer));
  if (title.needsBearer && relevant.every(({ person }) => person === null)) return null;
  const found = resolveByContext({
    index: reading.index,
    title,
    order,
    ...sentencesBefore(reading, title),
    matches,
    relevant,
    bearers: around.bearers,
    isBesideStranger: isBesideStranger(reading, title, relevant),
    context: around.context,
  });
  if (!found) return null;
  const isLower = !title.capital;
  if (isLower && isBare(title)) return null;
  if (isLower && !relevant.some((bearer) => bearer.person === found.person)) return null;
  const post = postOf(reading.index, { person: found.person, title, day: around.context.day });
  return { title, post, ...found, institutional: isInstitutional(reading, title) };
}

/**
 * "Nguyên Chủ tịch nước trồng cây" where the item has named one as such: the one last named so.
 * Otherwise nobody: a post has many former holders.
 */
function resolveFormer(
  reading: FieldReading,
  title: ParsedTitle,
  bearers: readonly Bearer[],
): TitleResolution | null {
  const order = orderOf(reading, title.from);
  const last = bearers
    .filter((bearer) => bearer.order < order && isFormerBearer(reading.index, title, bearer))
    .toSorted((a, b) => b.order - a.order)[0];
  if (last === undefined || last.person === null) return null;
  const { person } = last;
  const post = postOf(reading.index, { person, title, day: null });
  const institutional = isInstitutional(reading, title);
  return { title, person, post, ground: 'named-before', uncertain: false, institutional };
}

function isFormerBearer(index: RegisterIndex, title: ParsedTitle, bearer: Bearer): boolean {
  return (
    bearer.title.former &&
    mayMean(index, title, { ...bearer, title: { ...bearer.title, former: false } })
  );
}

/** "Thủ tướng mời Thủ tướng Lào", where Laos' is the stranger of the item: ours is the other. */
function isBesideStranger(
  reading: FieldReading,
  title: ParsedTitle,
  relevant: readonly Bearer[],
): boolean {
  const countries = new Set(
    relevant.flatMap(({ person, title: { place } }) =>
      person === null && place?.kind === 'foreign' && place.name !== undefined ? [place.name] : [],
    ),
  );
  const sentence = sentenceStart(reading, title.from);
  return reading.titles.some(
    ({ head, deputy, place, from }) =>
      head === title.head &&
      deputy === title.deputy &&
      place?.kind === 'foreign' &&
      countries.has(place.name ?? '') &&
      sentenceStart(reading, from) === sentence,
  );
}

interface Question {
  readonly index: RegisterIndex;
  readonly title: ParsedTitle;
  readonly order: number;
  /** Where the title's sentence begins, and the one before it. */
  readonly sentence: number;
  readonly sentenceBefore: number;
  readonly matches: readonly PostMatch[];
  readonly relevant: readonly Bearer[];
  /** All of the item. */
  readonly bearers: readonly Bearer[];
  /** The sentence names the stranger of the same title as another one. */
  readonly isBesideStranger: boolean;
  readonly context: ItemContext;
}

function sentencesBefore(reading: FieldReading, { from }: ParsedTitle) {
  const sentence = sentenceStart(reading, from);
  const sentenceBefore = sentence === 0 ? 0 : sentenceStart(reading, sentence - 1);
  return {
    sentence: orderOf(reading, sentence),
    sentenceBefore: orderOf(reading, sentenceBefore),
  };
}

function sentenceStart({ tokens }: FieldReading, at: number): number {
  let from = at;
  while (from > 0 && tokens.gap[from] !== Gap.stop) from--;
  return from;
}

type Answer = Pick<TitleResolution, 'person' | 'ground' | 'uncertain'>;

function resolveByContext(question: Question): Answer | null {
  const { relevant, matches, index, context, title } = question;
  const current = currentHolders(index, matches, context);
  const holders = title.incoming ? newestOf(question, current) : current;
  const isExact = matches.every(({ fit }) => fit === 'exact');
  const registered = relevant.filter(({ person }) => person !== null);
  if (isExact && holders.length === 1)
    return resolveSingle(question, holders[0] as number, registered);
  const borne = nearestBearer(question);
  if (borne) return borne.person === null ? null : borne;
  return isBare(question.title) ? null : resolveByPlace(question);
}

function currentHolders(
  index: RegisterIndex,
  matches: readonly PostMatch[],
  context: ItemContext,
): number[] {
  const { day } = context;
  if (day === null) return [];
  const persons = matches.flatMap(({ post }) =>
    holdersOn(index.posts[post] as PostEntry, day).map(({ person }) => person),
  );
  return [...new Set(persons)];
}

/** "Tân Bí thư Tỉnh ủy" on the day of the handover: who came last. */
function newestOf({ index, matches }: Question, holders: readonly number[]): number[] {
  const terms = matches
    .flatMap(({ post }) => index.posts[post]?.terms ?? [])
    .filter(({ person }) => holders.includes(person))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return terms[0] ? [terms[0].person] : [];
}

/** One post, one holder that day: theirs, unless the item gives the title to someone else only. */
function resolveSingle(
  question: Question,
  holder: number,
  registered: readonly Bearer[],
): Answer | null {
  if (registered.some(({ person }) => person === holder)) {
    if (isStrangersTurn(question)) return null;
    return { person: holder, ground: 'holder-on-date', uncertain: false };
  }
  if (registered.length > 0) return nearestBearer(question) as Answer | null;
  if (question.relevant.length > 0) return null;
  const isNational = question.title.place === null;
  if (isNational && question.context.foreign) return null;
  return { person: holder, ground: 'holder-on-date', uncertain: false };
}

/**
 * "Thủ tướng Singapore A nhận định … Thủ tướng nói thêm": who bore the title last began a clause
 * with it and is a stranger, so the talk is still theirs, though our holder is in the item too. Not
 * in the same sentence: "Thủ tướng Lào A gửi điện tới Thủ tướng"; nor later than the next one, if
 * the item has named ours before.
 */
function isStrangersTurn(question: Question): boolean {
  const { relevant, order, sentence, sentenceBefore } = question;
  if (question.isBesideStranger) return false;
  const before = relevant
    .filter((bearer) => bearer.order < order)
    .toSorted((a, b) => b.order - a.order);
  const [last] = before;
  if (!last || last.person !== null || !last.opens || last.order >= sentence) return false;
  // Where ours has been named, the title is theirs again a sentence later.
  return last.order >= sentenceBefore || before.every(({ person }) => person === null);
}

function nearestBearer(question: Question): (Answer | { person: null }) | null {
  const { relevant, order } = question;
  const before = relevant
    .filter((bearer) => bearer.order < order)
    .toSorted((a, b) => b.order - a.order)[0];
  const after = relevant
    .filter((bearer) => bearer.order > order)
    .toSorted((a, b) => a.order - b.order);
  const chosen = before ?? after[0];
  if (!chosen) return null;
  if (chosen.person === null) return { person: null };
  if (before) return { person: chosen.person, ground: 'named-before', uncertain: false };
  const uncertain = new Set(after.map(({ person }) => person)).size > 2;
  return { person: chosen.person, ground: uncertain ? 'ambiguous' : 'named-after', uncertain };
}

function isBare(title: ParsedTitle): boolean {
  return title.organizations === null && title.place === null;
}

/**
 * "Chủ tịch UBND tỉnh" with nobody named: the province of the item, told by the places it names or
 * by whose holders it names, else that of the outlet. Nobody's where the two tell two provinces.
 */
function resolveByPlace(question: Question): Answer | null {
  const { index, matches, context } = question;
  const named = mainProvince(context);
  const [ofHolders = null, another] = provincesOfHolders(question);
  if (another !== undefined && named === null) return null;
  const isTwofold = named !== null && ofHolders !== null && named !== ofHolders;
  if (isTwofold && another === undefined) return null;
  const ofItem = named ?? ofHolders;
  const place = ofItem ?? context.outletPlace;
  if (place === null) return null;
  const there = matches.filter(({ post }) => index.posts[post]?.place === place);
  const holders = currentHolders(index, there, context);
  if (there.length === 0 || holders.length !== 1) return null;
  const ground = ofItem === null ? 'place-of-outlet' : 'place-of-item';
  return { person: holders[0] as number, ground, uncertain: false };
}

/** Provinces of the posts by which the item names their holders of the day. */
function provincesOfHolders({ index, bearers, context }: Question): string[] {
  const { day } = context;
  const places = bearers.flatMap(({ person, title }) => {
    const post = person === null ? null : postOf(index, { person, title, day });
    const entry = post === null ? undefined : index.posts[post];
    const isHeld =
      day !== null && entry && holdersOn(entry, day).some((term) => term.person === person);
    return isHeld && entry.place !== null && entry.district === null ? [entry.place] : [];
  });
  return [...new Set(places)];
}
