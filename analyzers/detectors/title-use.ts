import { Gap } from '../text/prepare.ts';
import { titleReaching } from './announcement.ts';
import type { FieldReading } from './field-reader.ts';
import type { ContextClass } from './lexicon.ts';
import { matchPosts } from './post-match.ts';
import type { ParsedTitle } from './title-parser.ts';

/** The post, several holders or someone near the holder are meant, not the holder. */
export function isForNoOne(reading: FieldReading, title: ParsedTitle): boolean {
  if (title.several || isPostSpokenOf(reading, title) || isCounted(reading, title.from))
    return true;
  if (precededBy({ reading, title }, 'nearby')) return true;
  if (precededBy({ reading, title }, 'plural') || isInFiction(reading, title)) return true;
  if (isUnnamedDeputy(reading, title)) return true;
  const next = reading.tokens.gap[title.to];
  const { context } = reading.index.lexicon;
  if (next === undefined || next > Gap.join) return false;
  const atEnd = context.pluralAtEnd.startingAt(reading.tokens, title.to);
  if (atEnd && (reading.tokens.gap[atEnd.to] ?? Gap.stop) > Gap.join) return true;
  return context.pluralAfter.startingAt(reading.tokens, title.to) !== null;
}

/** Longest title of a work before the word that is a post. */
const maxWork = 8;

/** "Phim truyện: Ngài Thủ tướng và tôi": a line of a listing, and a work of fiction. */
function isInFiction({ tokens, index }: FieldReading, { from }: ParsedTitle): boolean {
  const { fiction } = index.lexicon.context;
  for (let at = from; at > Math.max(0, from - maxWork); at--) {
    const gap = tokens.gap[at] as number;
    if (gap === Gap.colon) return fiction.endingBefore(tokens, at, Gap.colon) !== null;
    if (gap === Gap.stop) return false;
  }
  return false;
}

/** "Phó Thủ tướng phụ trách lĩnh vực": whichever of several deputies it is. */
function isUnnamedDeputy(
  { tokens, index }: FieldReading,
  { deputy, standing, to }: ParsedTitle,
): boolean {
  if (!deputy || standing || (tokens.gap[to] ?? Gap.stop) > Gap.join) return false;
  return index.lexicon.context.acting.endingBefore(tokens, to) !== null;
}

/**
 * "giữ chức Bí thư Tỉnh ủy", and each further post of such a list: "giữ các chức vụ: Phó Chủ tịch
 * UBND tỉnh, Bí thư Tỉnh ủy".
 */
export function isPostSpokenOf(reading: FieldReading, title: ParsedTitle): boolean {
  const gap = reading.tokens.gap[title.from];
  const isFollowing = gap === Gap.colon || (gap as number) <= Gap.join;
  if (isFollowing && precededBy({ reading, title }, 'predicate', Gap.colon)) return true;
  if (isHeldOnce(reading, title) || isInCurriculum(reading, title)) return true;
  const earlier = listedBefore(reading, title.from);
  return earlier !== null && isPostSpokenOf(reading, earlier);
}

/** "2015 - 2019, Bí thư Tỉnh ủy;", "từ 4/2024: Thủ tướng." in somebody's life. */
function isInCurriculum({ tokens, index }: FieldReading, { from, to }: ParsedTitle): boolean {
  const before = tokens.gap[from] as number;
  if (before !== Gap.comma && before !== Gap.colon && before !== Gap.dash) return false;
  const word = tokens.word[from - 1] ?? '';
  const isDated = /^(?:19|20)\d\d$/.test(word) || index.lexicon.untilNow.has(word);
  const after = tokens.gap[to] ?? Gap.stop;
  return isDated && (after === Gap.semicolon || after === Gap.stop);
}

/** "từng là Phó Thủ tướng kiêm …": the words that make it a former post speak of the post. */
function isHeldOnce({ tokens, index }: FieldReading, { former, coreFrom }: ParsedTitle): boolean {
  return former && index.lexicon.context.predicate.endingBefore(tokens, coreFrom) !== null;
}

/** The title before a comma or "và" in one list with the title that starts at `at`. */
function listedBefore(reading: FieldReading, at: number): ParsedTitle | null {
  const { tokens, index } = reading;
  const { conjunctions, context } = index.lexicon;
  const gap = tokens.gap[at] as number;
  if (at === 0) return null;
  if (gap === Gap.comma || gap === Gap.semicolon) return titleReaching(reading, at);
  if (gap > Gap.comma) return null;
  const joiner = context.joiners.endingBefore(tokens, at);
  const isJoined = joiner !== null || conjunctions.has(tokens.word[at - 1] as string);
  if (!isJoined) return null;
  const end = joiner ? joiner.from : at - 1;
  return (tokens.gap[end] as number) <= Gap.comma ? titleReaching(reading, end) : null;
}

/** "18 bộ trưởng", but not "ngày 12 Thủ tướng" nor "23/5 Thủ tướng". */
function isCounted({ tokens, index }: FieldReading, at: number): boolean {
  const number = at - 1;
  if (number < 0 || tokens.gap[at] !== Gap.space) return false;
  if (!/^\d{1,2}$/.test(tokens.word[number] as string)) return false;
  if (number === 0) return true;
  const before = tokens.gap[number] as number;
  if (before === Gap.join || before === Gap.quote) return false;
  return index.lexicon.context.counted.endingBefore(tokens, number) === null;
}

/**
 * The office is addressed ("trình Thủ tướng") or a numbered act is cited ("Quyết định số 15 của
 * Thủ tướng").
 */
export function isInstitutional(reading: FieldReading, title: ParsedTitle): boolean {
  // "Giải đáp từng nhóm kiến nghị, Chủ tịch …": after a comma the title is whose sentence it is.
  const isOwnClause = reading.tokens.gap[title.from] === Gap.comma;
  if (!isOwnClause && precededBy({ reading, title }, 'institutional', Gap.colon)) {
    if (isAsked(reading, title)) return false;
    const isSpokenTo = reading.index.lexicon.context.addressedAfter.startingAt(
      reading.tokens,
      title.to,
    );
    return isSpokenTo === null || reading.tokens.gap[title.to] !== Gap.space;
  }
  return isAuthorOfAct(reading, title) || isAddressed(reading, title) || isRuled(reading, title);
}

/** Longest name of a body that elects, and words between. */
const maxElector = 8;

/** "Chủ tịch UBND tỉnh phải là đại biểu", "do HĐND tỉnh bầu": a rule about any holder. */
function isRuled({ tokens, index, nameAt }: FieldReading, { to }: ParsedTitle): boolean {
  if ((tokens.gap[to] ?? Gap.stop) > Gap.join) return false;
  const { rules, electedBy, electing } = index.lexicon.context;
  if (rules.startingAt(tokens, to)) return true;
  const by = electedBy.startingAt(tokens, to);
  if (by === null) return false;
  for (let at = by.to; at < Math.min(tokens.count, by.to + maxElector); at++) {
    if ((tokens.gap[at] as number) > Gap.join || nameAt.has(at)) return false;
    if (electing.startingAt(tokens, at)) return true;
  }
  return false;
}

/** Most words between who asks and the verb: "cũng", "tiếp tục". */
const maxAdverbs = 2;

/**
 * "Đại biểu A đề nghị Bộ trưởng …", or the request itself as said: the holder is spoken to in
 * person.
 */
function isAsked(reading: FieldReading, title: ParsedTitle): boolean {
  const { tokens, index, titles, prepared, nameAt } = reading;
  const { asking, askers, petitions } = index.lexicon.context;
  const verb = asking.endingBefore(tokens, title.from);
  if (verb === null) return false;
  const mark = prepared.text[(tokens.start[verb.from] as number) - 1] ?? '';
  if (mark === '“' || mark === '"') return true;
  const isPetition = petitions.startingAt(tokens, title.to) !== null;
  for (let at = verb.from; at >= 0; at--) {
    if (askers.startingAt(tokens, at)) return true;
    if (!isPetition && (nameAt.has(at) || isRegisteredShort(reading, at))) return true;
    const asker = titles.find(({ kind, from }) => kind === 'office' && from === at);
    // "Chủ tịch Quốc hội đề nghị Thống đốc báo cáo": one holder asks another.
    if (asker) {
      const isBeside = verb.from - asker.to <= maxAdverbs && !asker.former;
      return !isPetition && isBeside && matchPosts(index, asker).length > 0;
    }
    if (tokens.gap[at] === Gap.stop) return false;
  }
  return false;
}

/** "Bà Vàng": the given name of someone whom the field names in full. */
function isRegisteredShort({ tokens, otherAt, names, index }: FieldReading, at: number): boolean {
  const other = otherAt.get(at);
  if (!other || index.lexicon.honorifics.endingBefore(tokens, at) === null) return false;
  const short = tokens.word.slice(other.from, other.to).join(' ');
  const persons = index.shortNames.get(short) ?? [];
  return names.some((name) => name.persons.some((person) => persons.includes(person)));
}

/** Longest object between a verb and "to": "submitted the revised plan for the port to the …". */
const maxObject = 10;

/** "submitted the plan to the Prime Minister", in languages that put the object between. */
function isAddressed({ tokens, index }: FieldReading, title: ParsedTitle): boolean {
  const { addressing, articles, language } = index.lexicon;
  if (addressing.size === 0) return false;
  const to = articles.has(tokens.word[title.from - 1] ?? '') ? title.from - 2 : title.from - 1;
  if (to < 0 || tokens.word[to] !== language.context.toWord) return false;
  for (let at = to - 1; at >= Math.max(0, to - maxObject); at--) {
    if ((tokens.gap[at + 1] as number) > Gap.comma) return false;
    if (addressing.has(tokens.word[at] as string)) return true;
  }
  return false;
}

function isAuthorOfAct({ tokens, index }: FieldReading, title: ParsedTitle): boolean {
  const { context, words } = index.lexicon;
  const isAfterArticle = index.lexicon.articles.has(tokens.word[title.from - 1] ?? '');
  const of = title.from - (isAfterArticle ? 2 : 1);
  if (of < 0 || tokens.word[of] !== words.of) return false;
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
  const { context, articles } = reading.index.lexicon;
  const { tokens } = reading;
  const isAfterArticle = articles.size > 0 && articles.has(tokens.word[title.from - 1] ?? '');
  const at = isAfterArticle && tokens.gap[title.from] === Gap.space ? title.from - 1 : title.from;
  return context[name].endingBefore(tokens, at, maxGap) !== null;
}
