import {
  type Day,
  type DigestContent,
  type DigestPerson,
  uncheckedWord,
} from '../../domain/index.ts';
import { type Formats, formatsFor, type Language } from '../charts/index.ts';
import type { LetterWords } from './letter-words.ts';
import { letterWords } from './words.ts';

/** Rows of the table and dots of the picture. */
const mostPersons = 8;
/** Rises and falls named, each. */
const mostChanges = 3;
const mostOnFrontPages = 5;
/** Smaller changes are none that a share with one decimal could show. */
const leastChange = 0.001;

/** Addresses in a letter; all absolute. */
export interface LetterLinks {
  readonly figures: string;
  readonly gaps: string;
  readonly corrections: string;
  readonly data: string;
  readonly accuracy: string;
  readonly method: string;
  /** This letter on the web. */
  readonly own: string;
  /** The same in the other language. */
  readonly other: string;
  readonly archive: string;
  person(id: string): string;
}

/** A letter in one language, before it is HTML or plain text. */
export interface LetterModel {
  readonly language: Language;
  readonly content: DigestContent;
  readonly words: LetterWords;
  readonly formats: Formats;
  readonly links: LetterLinks;
  readonly period: string;
  readonly finding: string;
  readonly subject: string;
  /** The largest shares, in order. */
  readonly persons: readonly DigestPerson[];
  readonly morePersons: number;
  readonly rises: readonly DigestPerson[];
  readonly falls: readonly DigestPerson[];
  readonly onFrontPages: readonly DigestPerson[];
  readonly hasCorrected: boolean;
  /** The name, with the post where someone else in the letter has the same. */
  nameOf(person: DigestPerson): string;
}

const changeOf = ({ share, shareBefore }: DigestPerson) => (share ?? 0) - (shareBefore ?? 0);

/** All that a letter says, from its figures. */
export function letterModel(
  content: DigestContent,
  given: { readonly language: Language; readonly origin: string },
): LetterModel {
  const { language, origin } = given;
  const formats = formatsFor(language);
  const words = letterWords[language];
  // Some mail programs draw a word joiner as a box.
  const period = formats.period(content.period.from, content.period.to).replaceAll('\u2060', '');
  const mentioned = content.persons.filter(({ items }) => items > 0);
  const compared = content.persons.filter(({ shareBefore }) => shareBefore !== null);
  const byChange = compared.toSorted((one, other) => changeOf(other) - changeOf(one));
  const onFrontPages = content.persons
    .filter(({ frontPage }) => (frontPage?.high ?? 0) > 0)
    .toSorted((one, other) => (other.frontPage?.low ?? 0) - (one.frontPage?.low ?? 0));
  const nameOf = namesOf(content.persons, language);
  const finding = findingOf(content, { words, formats, period, nameOf });
  const subject = words.subject(period, shorter(finding, period));
  return {
    language,
    content,
    words,
    formats,
    links: linksTo(origin, content, language),
    period,
    finding,
    subject: content.demo ? `${words.fictionMark} ${subject}` : subject,
    persons: mentioned.slice(0, mostPersons),
    morePersons: Math.max(0, mentioned.length - mostPersons),
    rises: byChange.filter((person) => changeOf(person) >= leastChange).slice(0, mostChanges),
    falls: byChange
      .toReversed()
      .filter((person) => changeOf(person) <= -leastChange)
      .slice(0, mostChanges),
    onFrontPages: onFrontPages.slice(0, mostOnFrontPages),
    hasCorrected: mentioned.some(({ corrected }) => corrected !== null),
    nameOf,
  };
}

/** Namesakes are told apart by their posts, and unchecked terms say so, as everywhere. */
function namesOf(persons: readonly DigestPerson[], language: Language): LetterModel['nameOf'] {
  const byName = Map.groupBy(persons, ({ name }) => name);
  return ({ name, post, unchecked }) => {
    const isShared = post !== null && (byName.get(name)?.length ?? 0) > 1;
    const said = [...(isShared ? [post] : []), ...(unchecked ? [uncheckedWord[language]] : [])];
    return said.length === 0 ? name : `${name} (${said.join(', ')})`;
  };
}

/** In a subject the period stands before the finding and need not be in it. */
function shorter(finding: string, period: string): string {
  return finding
    .replace(` trong tuần ${period}`, '')
    .replace(` in the week ${period}`, '')
    .replace(/\.$/, '');
}

/** The week in a sentence: whose share is largest, and how it changed. */
function findingOf(
  content: DigestContent,
  given: Pick<LetterModel, 'words' | 'formats' | 'period' | 'nameOf'>,
): string {
  const { words, formats, period, nameOf } = given;
  if (content.itemsCaptured === 0) return words.nothing(period);
  const [first] = content.persons;
  if (!first || first.items === 0)
    return words.nobody(formats.count(content.itemsCaptured), period);
  const points = Math.abs(changeOf(first));
  const way = points < leastChange ? 'same' : changeOf(first) > 0 ? 'up' : 'down';
  return words.leading({
    name: nameOf(first),
    share: formats.percent(first.share),
    period,
    change: first.shareBefore === null ? null : { way, points: formats.decimal(points * 100) },
  });
}

/** A change written out. */
export function changeText(person: DigestPerson, model: LetterModel): string {
  const { words, formats } = model;
  const change = changeOf(person);
  const written = {
    name: model.nameOf(person),
    before: formats.percent(person.shareBefore),
    after: formats.percent(person.share),
    points: formats.decimal(Math.abs(change) * 100),
  };
  return change > 0 ? words.rise(written) : words.fall(written);
}

/** Hours of front pages as a bracket, or as one number where nothing is unknown. */
export function hoursText({ frontPage }: DigestPerson, { formats }: LetterModel): string {
  const [low, high] = [formats.decimal(frontPage?.low ?? 0), formats.decimal(frontPage?.high ?? 0)];
  return low === high ? low : `${low} – ${high}`;
}

/** A person's part of the front pages, written out. */
export function frontPageText(person: DigestPerson, model: LetterModel): string {
  const share = person.frontPage?.share ?? null;
  return model.words.frontPageOf({
    name: model.nameOf(person),
    share: share === null ? null : model.formats.percent(share),
    hours: hoursText(person, model),
  });
}

/** The interval of a corrected share, written out; null where there is none. */
export function intervalText({ corrected }: DigestPerson, { formats }: LetterModel): string | null {
  if (corrected === null) return null;
  return `${formats.percent(corrected.low)} – ${formats.percent(corrected.high)}`;
}

/** Outlet days with a gap in either week; 0 where there is nothing to compare with. */
export function gapsOfBoth({ gapDays, gapDaysBefore }: DigestContent): number {
  return gapDaysBefore === null ? 0 : gapDays + gapDaysBefore;
}

/** The address under which a letter is kept. */
function letterPath(week: Day, language: Language): string {
  return `/digest/${week}?lang=${language}`;
}

function linksTo(origin: string, content: DigestContent, language: Language): LetterLinks {
  const { week, period } = content;
  const at = (path: string, query: Readonly<Record<string, string>> = {}) =>
    `${origin}${path}?${new URLSearchParams({ ...query, lang: language }).toString()}`;
  const days = { from: period.from, to: period.to };
  return {
    figures: at('/', days),
    gaps: at('/gaps', days),
    corrections: at('/corrections'),
    data: at('/data', days),
    accuracy: at('/accuracy', days),
    method: at('/method'),
    own: `${origin}${letterPath(week, language)}`,
    other: `${origin}${letterPath(week, language === 'vi' ? 'en' : 'vi')}`,
    archive: at('/digest'),
    person: (id) => at(`/persons/${encodeURIComponent(id)}`, days),
  };
}
