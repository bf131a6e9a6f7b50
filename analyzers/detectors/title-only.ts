import { Gap, normalWord } from '../text/prepare.ts';
import { type Bearer, mayMean } from './bearers.ts';
import type { FieldReading } from './field-reader.ts';
import { type ItemContext, mainProvince } from './item-context.ts';
import type { ContextClass } from './lexicon.ts';
import { orderOf } from './people.ts';
import { holdersOn, matchPosts, type PostMatch, postOf } from './post-match.ts';
import type { PostEntry, RegisterIndex } from './register-index.ts';
import type { ParsedTitle } from './title-parser.ts';

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

/** The post, several holders or someone near the holder are meant, not the holder. */
function isForNoOne(reading: FieldReading, title: ParsedTitle): boolean {
  const { context } = reading.index.lexicon;
  if (precededBy({ reading, title }, 'predicate')) return true;
  if (precededBy({ reading, title }, 'nearby')) return true;
  if (precededBy({ reading, title }, 'plural')) return true;
  const next = reading.tokens.gap[title.to];
  const isFollowed = next !== undefined && next <= Gap.join;
  return isFollowed && context.pluralAfter.startingAt(reading.tokens, title.to) !== null;
}

/**
 * The office is addressed ("trình Thủ tướng") or a numbered act is cited ("Quyết định số 15 của
 * Thủ tướng").
 */
function isInstitutional(reading: FieldReading, title: ParsedTitle): boolean {
  // "Giải đáp từng nhóm kiến nghị, Chủ tịch …": after a comma the title is whose sentence it is.
  const isOwnClause = reading.tokens.gap[title.from] === Gap.comma;
  if (!isOwnClause && precededBy({ reading, title }, 'institutional', Gap.colon)) {
    const isSpokenTo = reading.index.lexicon.context.addressedAfter.startingAt(
      reading.tokens,
      title.to,
    );
    return isSpokenTo === null || reading.tokens.gap[title.to] !== Gap.space;
  }
  const { tokens, index } = reading;
  const { context, language, plain } = index.lexicon;
  const of = title.from - 1;
  if (of < 0 || tokens.word[of] !== normalWord(language.context.ofWord, plain)) return false;
  let numbered = false;
  for (let at = of - 1; at >= Math.max(0, of - 12); at--) {
    if ((tokens.gap[at + 1] as number) === Gap.stop) return false;
    numbered ||= /^\d/.test(tokens.word[at] as string);
    if (numbered && context.acts.startingAt(tokens, at)) return true;
  }
  return false;
}

function precededBy(
  { reading, title }: { readonly reading: FieldReading; readonly title: ParsedTitle },
  name: ContextClass,
  maxGap: number = Gap.join,
): boolean {
  const phrases = reading.index.lexicon.context[name];
  return phrases.endingBefore(reading.tokens, title.from, maxGap) !== null;
}

interface Question {
  readonly index: RegisterIndex;
  readonly title: ParsedTitle;
  readonly order: number;
  readonly matches: readonly PostMatch[];
  readonly relevant: readonly Bearer[];
  readonly context: ItemContext;
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
    return { person: holder, ground: 'holder-on-date', uncertain: false };
  }
  if (registered.length > 0) return nearestBearer(question) as Answer | null;
  if (question.relevant.length > 0) return null;
  const isNational = question.title.place === null;
  if (isNational && question.context.foreign) return null;
  return { person: holder, ground: 'holder-on-date', uncertain: false };
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
