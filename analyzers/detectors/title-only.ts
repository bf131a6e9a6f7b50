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
  if (title.kind !== 'office' || title.former || title.place?.kind === 'foreign') return null;
  if (isForNoOne(reading, title)) return null;
  const order = orderOf(reading, title.from);
  const matches = matchPosts(reading.index, title);
  if (matches.length === 0) return null;
  const relevant = around.bearers.filter((bearer) => mayMean(reading.index, title, bearer));
  const found = resolveByContext({
    index: reading.index,
    title,
    order,
    sentence: orderOf(reading, sentenceStart(reading, title.from)),
    matches,
    relevant,
    context: around.context,
  });
  if (!found) return null;
  const isLower = !title.capital && !reading.prepared.caseless;
  if (isLower && isBare(title)) return null;
  if (isLower && !relevant.some((bearer) => bearer.person === found.person)) return null;
  const post = postOf(reading.index, { person: found.person, title, day: around.context.day });
  return { title, post, ...found, institutional: isInstitutional(reading, title) };
}

interface Question {
  readonly index: RegisterIndex;
  readonly title: ParsedTitle;
  readonly order: number;
  /** Where the title's sentence begins. */
  readonly sentence: number;
  readonly matches: readonly PostMatch[];
  readonly relevant: readonly Bearer[];
  readonly context: ItemContext;
}

function sentenceStart({ tokens }: FieldReading, at: number): number {
  let from = at;
  while (from > 0 && tokens.gap[from] !== Gap.stop) from--;
  return from;
}

type Answer = Pick<TitleResolution, 'person' | 'ground' | 'uncertain'>;

function resolveByContext(question: Question): Answer | null {
  const { relevant, matches, index, context } = question;
  const holders = currentHolders(index, matches, context);
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
 * in the same sentence: "Thủ tướng Lào A gửi điện tới Thủ tướng".
 */
function isStrangersTurn({ relevant, order, sentence }: Question): boolean {
  const last = relevant
    .filter((bearer) => bearer.order < order)
    .toSorted((a, b) => b.order - a.order)[0];
  return last !== undefined && last.person === null && last.opens && last.order < sentence;
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
  const others = new Set(after.map(({ person }) => person));
  if (before) return { person: chosen.person, ground: 'named-before', uncertain: false };
  return { person: chosen.person, ground: 'named-after', uncertain: others.size > 2 };
}

function isBare(title: ParsedTitle): boolean {
  return title.organizations === null && title.place === null;
}

/** "Chủ tịch UBND tỉnh" with nobody named: the province of the item, else that of the outlet. */
function resolveByPlace(question: Question): Answer | null {
  const { index, matches, context } = question;
  const ofItem = mainProvince(context);
  const place = ofItem ?? context.outletPlace;
  if (place === null) return null;
  const there = matches.filter(({ post }) => index.posts[post]?.place === place);
  const holders = currentHolders(index, there, context);
  if (there.length === 0 || holders.length !== 1) return null;
  const ground = ofItem === null ? 'place-of-outlet' : 'place-of-item';
  return { person: holders[0] as number, ground, uncertain: false };
}
