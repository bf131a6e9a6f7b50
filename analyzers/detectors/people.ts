import type { Day } from '../../src/domain/index.ts';
import { Case, Gap } from '../text/prepare.ts';
import { type Announcement, announcementOf } from './announcement.ts';
import { isFactAfter, isTooYoung } from './facts.ts';
import type { FieldReading, NameSpan, OtherSpan } from './field-reader.ts';
import { isCast, isIndefinite, isPrivateRoleAfter } from './private-person.ts';
import { isOfTrade, isRealName } from './trades.ts';
import type { ItemContext } from './item-context.ts';
import { personFits, postOf } from './post-match.ts';
import type { ParsedTitle } from './title-parser.ts';
import { isPostSpokenOf } from './title-use.ts';

/** What speaks for or against a full name being the registered person. */
export type Evidence =
  | 'own-title'
  | 'own-apposition'
  | 'own-rank'
  | 'formal-address'
  | 'other-office'
  | 'private-role'
  | 'in-court'
  | 'private-fact'
  | 'birth-fact'
  | 'degree'
  | 'lower-office'
  | 'company-office'
  | 'small-office'
  | 'trade'
  | 'delegate'
  | 'familiar-address'
  | 'credit'
  | 'none';

/** A registered full name with how it is announced and what follows from that. */
export interface Occurrence {
  readonly reading: FieldReading;
  readonly order: number;
  readonly span: NameSpan;
  readonly announcement: Announcement;
  readonly person: number;
  readonly evidence: Evidence;
  /** Post by which it was told apart. */
  readonly post: number | null;
  /** Other registered persons of the same name that fit as well. */
  readonly rivals: readonly number[];
}

/** Someone else's name with the titles they bear. */
export interface OtherOccurrence {
  readonly reading: FieldReading;
  readonly order: number;
  readonly span: OtherSpan;
  readonly announcement: Announcement;
}

/** Where a field stands in the order in which an item is read. */
const fieldOrder = { title: 0, text: 1e9, caption: 2e9 } as const;

/** Position in the item: the headline comes before the text, captions after it. */
export function orderOf(reading: FieldReading, token: number): number {
  return fieldOrder[reading.field] + (reading.tokens.start[token] as number);
}

/** Reads every registered name of a field. */
export function occurrencesOf(reading: FieldReading, context: ItemContext): Occurrence[] {
  return reading.names.map((span) => {
    const announcement = announcementOf(reading, span.from, span.to);
    const choice = choosePerson({ reading, span, announcement, context });
    return {
      reading,
      order: orderOf(reading, announcement.from),
      span,
      announcement,
      person: choice.person,
      evidence: evidenceOf({
        reading,
        span,
        announcement,
        person: choice.person,
        day: context.day,
      }),
      post: choice.post,
      rivals: choice.rivals,
    };
  });
}

/** Reads every other person's name of a field. */
export function othersOf(reading: FieldReading): OtherOccurrence[] {
  return reading.others.map((span) => {
    const announcement = announcementOf(reading, span.from, span.to);
    return { reading, order: orderOf(reading, announcement.from), span, announcement };
  });
}

function allTitles(announcement: Announcement): ParsedTitle[] {
  const direct = announcement.title ? [announcement.title] : [];
  return [...direct, ...announcement.before, ...announcement.after].filter(
    ({ kind }) => kind === 'office',
  );
}

interface AnnouncedName {
  readonly reading: FieldReading;
  readonly span: NameSpan;
  readonly announcement: Announcement;
  readonly context: ItemContext;
}

/** Same-name people are told apart by the post in the announcement, best one held on the day. */
function choosePerson(given: AnnouncedName) {
  const { reading, span, announcement, context } = given;
  const announced = allTitles(announcement);
  const titles =
    span.persons.length > 1 ? [...announced, ...postsSpokenOf(reading, span)] : announced;
  const fits = span.persons.map((person) => ({
    person,
    post:
      titles
        .map((title) => postOf(reading.index, { person, title, day: context.day }))
        .find((post) => post !== null) ?? null,
  }));
  const fitting = fits.filter(({ post }) => post !== null);
  const best = fitting[0] ?? fits[0] ?? { person: span.persons[0] as number, post: null };
  const rivals = (fitting.length > 0 ? fitting : fits)
    .map(({ person }) => person)
    .filter((person) => person !== best.person);
  return { ...best, rivals };
}

interface Judged {
  readonly reading: FieldReading;
  readonly span: NameSpan;
  readonly announcement: Announcement;
  readonly person: number;
  readonly day: Day | null;
}

function evidenceOf(judged: Judged): Evidence {
  const { reading, announcement, person } = judged;
  const { index } = reading;
  const fits = (title: ParsedTitle): boolean => personFits(index, person, title) !== null;
  if (announcement.title && (fits(announcement.title) || isOwnMinistry(judged))) return 'own-title';
  if (announcement.before.some(fits)) return 'own-title';
  if (announcement.after.some(fits)) return 'own-apposition';
  if (isCredit(judged)) return 'credit';
  if (isPrivateFact(judged)) return 'private-fact';
  if (isPrivateRole(judged)) return 'private-role';
  if (isUniformed(judged)) return 'own-rank';
  if (announcement.title?.kind === 'court') {
    return isOfCompany(judged) ? 'company-office' : 'in-court';
  }
  if (isAppointed(judged)) return 'own-apposition';
  const offices = allTitles(announcement).filter(({ head }) => !isMembership(head));
  if (isPrivateOfficer(judged)) return 'private-role';
  if (isLowerOfficer(judged)) return 'lower-office';
  if (isOfCompany(judged)) return 'company-office';
  if (isSmallOfficer(judged)) return 'small-office';
  if (isOfTrade(judged, judged.span)) return 'trade';
  if (isOtherDelegate(judged)) return 'delegate';
  if (offices.length > 0) return 'other-office';
  if (announcement.honorific?.honorific.familiar) return 'familiar-address';
  if (isFactAfter(reading, judged.span.to, 'birthAfter')) return 'birth-fact';
  if (announcement.honorific?.honorific.gender === null) return 'formal-address';
  return announcement.title?.kind === 'rank' ? 'degree' : 'none';
}

/** A home, an age under that of any office: said of somebody else of that name. */
function isPrivateFact({ reading, span, day }: Judged): boolean {
  return isFactAfter(reading, span.to, 'privateAfter') || isTooYoung(reading, span.to, day);
}

function isPrivateRole({ reading, announcement, span }: Judged): boolean {
  if (announcement.title?.kind === 'role') return true;
  const named = { reading, announcement };
  return (
    isPrivateRoleAfter(named, span.to) ||
    isIndefinite(named, span) ||
    isRealName(named, span) ||
    isCast(reading, announcement.from)
  );
}

/**
 * "Bộ trưởng Bộ NN và PTNN": a ministry the language does not know (misprinted), but its minister
 * bears this name.
 */
function isOwnMinistry({ reading, announcement, person }: Judged): boolean {
  const { title } = announcement;
  const { index } = reading;
  if (!title || title.organizations?.length !== 0 || title.deputy || title.place !== null)
    return false;
  if (!index.lexicon.language.ministry.heads.includes(title.head)) return false;
  return personFits(index, person, { ...title, organizations: null }) !== null;
}

/** "… ông A, Chủ tịch HĐND xã, giữ chức Phó Chủ tịch UBND tỉnh": so a post of theirs is named. */
function isAppointed({ reading, span, person }: Judged): boolean {
  const { index } = reading;
  return postsSpokenOf(reading, span).some((title) => personFits(index, person, title) !== null);
}

/** Posts that a name's sentence speaks of as to be held, held before or left. */
export function postsSpokenOf(reading: FieldReading, span: NameSpan): ParsedTitle[] {
  const { tokens, titles } = reading;
  const isStop = (at: number): boolean => tokens.gap[at] === Gap.stop;
  let from = span.from;
  while (from > 0 && !isStop(from)) from--;
  let to = span.to;
  while (to < tokens.count && !isStop(to)) to++;
  return titles.filter(
    (title) =>
      title.from >= from &&
      title.to <= to &&
      title.organizations !== null &&
      isPostSpokenOf(reading, title),
  );
}

/** "Thượng tướng A": a rank of the army or police, and the person's post is one of theirs. */
function isUniformed({ reading, announcement, person }: Judged): boolean {
  const titles = [announcement.title, ...announcement.before];
  return (
    reading.index.persons[person]?.uniformed === true &&
    titles.some((title) => title?.uniformed === true)
  );
}

/** "Giám đốc Công ty A, Nguyễn Văn Hùng": with a frequent name, another person. */
function isPrivateOfficer({ reading, announcement: { title }, person }: Judged): boolean {
  const { index } = reading;
  if (!title || title.former || index.persons[person]?.common !== true) return false;
  return isOfPrivateBody(reading, title);
}

/** "Ông A, Giám đốc Công ty B": now, so hardly the office-holder of that name, however rare. */
function isOfCompany({ reading, announcement: { title, after } }: Judged): boolean {
  const said = [...(title ? [title] : []), ...after];
  return said.some((one) => !one.former && isOfPrivateBody(reading, one));
}

/** "Nguyễn Văn A, hiệu trưởng trường làng": a post that nobody holds beside a public office. */
function isSmallOfficer({ reading, announcement: { title, after } }: Judged): boolean {
  const { smallHeads } = reading.index.lexicon;
  const said = [...(title ? [title] : []), ...after];
  return said.some(({ head, former }) => !former && smallHeads.has(head));
}

/**
 * "Bí thư Đảng ủy phường A", "Chủ tịch UBND xã B A": of a district or ward, where the register
 * knows higher posts only.
 */
function isLowerOfficer({ reading, announcement: { title }, person }: Judged): boolean {
  if (!title || title.former) return false;
  if (title.level !== 'district' && title.place?.kind !== 'district') return false;
  const { posts, persons } = reading.index;
  return (persons[person]?.posts ?? []).every((post) => posts[post]?.district === null);
}

/** "Đại biểu A (TP.HCM)": a member of parliament of a province that is not the person's. */
function isOtherDelegate({ reading, announcement, span, person }: Judged): boolean {
  const { tokens, index } = reading;
  if (announcement.title?.head !== 'đại biểu' || tokens.gap[span.to] !== Gap.open) return false;
  const kindEnd = index.lexicon.context.provinceKinds.startingAt(tokens, span.to)?.to ?? span.to;
  const place = [span.to, kindEnd, span.to + 1]
    .map((at) => index.lexicon.places.startingAt(tokens, at)?.value)
    .find((value) => value?.kind === 'province');
  if (place?.kind !== 'province') return false;
  const held = index.persons[person]?.posts ?? [];
  return !held.some((post) => index.posts[post]?.place === place.id);
}

/** Whether a title names a company or the like. */
export function isOfPrivateBody(
  { tokens, index }: FieldReading,
  { coreFrom, to }: ParsedTitle,
): boolean {
  const { privateBodies } = index.lexicon.context;
  for (let at = coreFrom; at < to; at++) if (privateBodies.startingAt(tokens, at)) return true;
  return false;
}

/**
 * Memberships ("Ủy viên Bộ Chính trị", "Đại biểu Quốc hội") go beside a post and contradict none.
 */
function isMembership(head: string): boolean {
  return head === 'ủy viên' || head === 'đại biểu' || head === 'trưởng đoàn';
}

/** "Ảnh: A", but "Trong ảnh: Ông A trao quà" says who is seen. */
function isCredit({ reading, announcement }: Judged): boolean {
  const { tokens, index } = reading;
  const { credits } = index.lexicon.context;
  const at = announcement.from;
  if (tokens.gap[at] !== Gap.colon || announcement.honorific) return false;
  const credit = credits.endingBefore(tokens, at, Gap.colon);
  if (credit === null) return false;
  const isWithin = (tokens.gap[credit.from] as number) <= Gap.join;
  return !(isWithin && index.lexicon.breaks.has(tokens.word[credit.from - 1] ?? ''));
}

/** Whether the name is that of a street, school or ship. */
export function isNamedAfter(occurrence: Occurrence): boolean {
  const { reading, announcement, span } = occurrence;
  if (announcement.honorific !== null) return false;
  if (announcement.title !== null && announcement.title.kind !== 'rank') return false;
  const { namedBefore } = reading.index.lexicon.context;
  const isFollowed = (reading.tokens.gap[span.to] as number) <= Gap.join;
  if (isFollowed && namedBefore.startingAt(reading.tokens, span.to)) return true;
  return isStreetAt(reading, span.from);
}

/** "đường X", "số 15 X", and each further one of a list: "các đường Y, X và Z", "đoạn Y - X". */
function isStreetAt(reading: FieldReading, from: number): boolean {
  const { tokens, index } = reading;
  const { namedAfter } = index.lexicon.context;
  if (namedAfter.endingBefore(tokens, from) !== null) return true;
  const gap = tokens.gap[from] as number;
  const before = tokens.word[from - 1] ?? '';
  const isHouse = gap <= Gap.join && /^\d+[a-z]?$/.test(before);
  if (isHouse && namedAfter.endingBefore(tokens, from - 1) !== null) return true;
  const isListed = gap === Gap.comma || gap === Gap.dash || index.lexicon.conjunctions.has(before);
  const end = gap <= Gap.join ? from - 1 : from;
  const earlier = isListed ? bareNameBefore(reading, end) : null;
  return earlier !== null && isStreetAt(reading, earlier);
}

/** First token of the name, anyone's, that ends just before `end`. */
function bareNameBefore({ nameAt, otherAt, tokens }: FieldReading, end: number): number | null {
  for (let from = end - 1; from >= Math.max(0, end - 5); from--) {
    const name = nameAt.get(from) ?? otherAt.get(from);
    if (name) return name.to === end ? from : null;
    if ((tokens.gap[from] as number) > Gap.join) return null;
  }
  return null;
}

/** Whether the bare name is all of the last line, as a byline is. */
export function isByline(occurrence: Occurrence): boolean {
  const { reading, announcement, span } = occurrence;
  const { tokens } = reading;
  if (announcement.from !== span.from || reading.field !== 'text') return false;
  const startsLine = tokens.gap[span.from] === Gap.stop;
  const endsText = span.to >= tokens.count - 3;
  return startsLine && endsText && tokens.letterCase[span.to] !== Case.lower;
}
