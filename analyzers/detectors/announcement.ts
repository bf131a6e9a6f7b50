import { Case, Gap } from '../text/prepare.ts';
import { afterBirth } from './facts.ts';
import { type FieldReading, type HonorificSpan, honorificBefore } from './field-reader.ts';
import type { ParsedTitle } from './title-parser.ts';
import { tellsNoCase } from './title-scan.ts';

/** How a name is announced: what stands before and after it. */
export interface Announcement {
  /** First token of the span: of the title or honorific, else of the name. */
  readonly from: number;
  readonly title: ParsedTitle | null;
  readonly honorific: HonorificSpan | null;
  /** Titles of the same person further before ("Phó Thủ tướng, Bộ trưởng …"), nearest first. */
  readonly before: readonly ParsedTitle[];
  /** Titles in apposition after the name. */
  readonly after: readonly ParsedTitle[];
}

/** Longest run of untitled words between two titles of one chain. */
const maxBetween = 8;

/** Reads the announcement of a name at tokens `from`–`to`. */
export function announcementOf(reading: FieldReading, from: number, to: number): Announcement {
  const honorific = titleBefore(reading, from) ? null : honorificBefore(reading, from);
  const title = titleBefore(reading, honorific?.from ?? from);
  const direct = honorific && title && isApart(reading, honorific.from) ? null : title;
  const own = joinedFrom(reading, direct);
  const start = own.from ?? honorific?.from ?? from;
  return {
    from: start,
    title: direct,
    honorific,
    before: [...own.joined, ...chainBefore(reading, start)],
    after: chainAfter(reading, to),
  };
}

function isApart(reading: FieldReading, at: number): boolean {
  return (reading.tokens.gap[at] as number) > Gap.join;
}

function titleBefore(reading: FieldReading, at: number): ParsedTitle | null {
  const title = reading.titleEndingAt.get(at);
  return title && !isApart(reading, at) ? title : null;
}

/**
 * "Bí thư kiêm Chủ tịch HĐND …": posts joined by a word belong to one span; ranks before a name
 * too.
 */
function joinedFrom(reading: FieldReading, title: ParsedTitle | null) {
  const joined: ParsedTitle[] = [];
  let from = title ? title.from : null;
  while (from !== null) {
    const joiner = reading.index.lexicon.context.joiners.endingBefore(reading.tokens, from);
    const at: number = joiner ? joiner.from : from;
    const earlier = titleBefore(reading, at);
    if (!earlier || earlier === title) break;
    if (!joiner && (earlier.to !== from || isNewSentence(reading, earlier))) break;
    joined.push(earlier);
    from = earlier.from;
  }
  return { from, joined };
}

/** "… UBND TP. Chủ tịch Hà Nội A": the dot of an abbreviation may end a sentence as well. */
function isNewSentence({ tokens }: FieldReading, { kind, to }: ParsedTitle): boolean {
  return kind === 'office' && tokens.gap[to] === Gap.join;
}

function chainBefore(reading: FieldReading, start: number): ParsedTitle[] {
  const chain: ParsedTitle[] = [];
  let at = start;
  for (;;) {
    const gap = reading.tokens.gap[at] as number;
    if (at === 0 || (gap !== Gap.comma && gap !== Gap.dash)) return chain;
    const earlier = titleReaching(reading, at);
    if (!earlier) return chain;
    chain.push(earlier);
    at = earlier.from;
  }
}

/** A title that ends at `end`, or a few words before it without a break. */
export function titleReaching(reading: FieldReading, end: number): ParsedTitle | null {
  for (let at = end; at > Math.max(0, end - maxBetween); at--) {
    // "Bí thư Thành ủy A, Chủ tịch HĐND B": the first title is A's.
    if (at < end && (reading.nameAt.has(at) || reading.otherAt.has(at))) return null;
    // "… Bí thư Tỉnh ủy Bắc Ninh. Sau đó, Thủ tướng nói": not across a break.
    if (at < end && isApart(reading, at)) return null;
    const title = reading.titleEndingAt.get(at);
    if (title) return title;
    if (isBreak(reading, at - 1)) return null;
  }
  return null;
}

function isBreak(reading: FieldReading, at: number): boolean {
  const { tokens, index } = reading;
  const mayBreak = tokens.letterCase[at] === Case.lower || tellsNoCase(tokens, at);
  return mayBreak && index.lexicon.breaks.has(tokens.word[at] as string);
}

function chainAfter(reading: FieldReading, to: number, first?: number): ParsedTitle[] {
  const chain: ParsedTitle[] = [];
  const { tokens } = reading;
  // "Ông A (54 tuổi, Giám đốc Sở B)": the age is passed over.
  let at = afterBirth(reading, to);
  while (at < tokens.count && (tokens.gap[at] === first || separates(tokens.gap[at] as number))) {
    const title = titleFrom(reading, at);
    if (title) {
      if (announcesNext(reading, title)) return chain;
      chain.push(title);
    } else if (chain.length === 0 && at > to) return chain;
    else if (tokens.gap[at] === Gap.open) return chainAfterAside(reading, at);
    const next = nextSeparator(reading, title ? title.to : at + 1);
    if (next === null) return chain;
    at = next;
  }
  return chain;
}

/** "Ông A (thứ hai từ trái sang), Chủ tịch HĐND tỉnh": the titles after brackets that hold none. */
function chainAfterAside(reading: FieldReading, open: number): ParsedTitle[] {
  const { tokens } = reading;
  for (let at = open + 1; at < Math.min(tokens.count, open + maxBetween); at++) {
    const gap = tokens.gap[at] as number;
    if (gap === Gap.close) return titleFrom(reading, at) ? chainAfter(reading, at, Gap.close) : [];
    if (gap > Gap.comma) return [];
  }
  return [];
}

function separates(gap: number): boolean {
  return gap === Gap.comma || gap === Gap.dash || gap === Gap.open;
}

function titleFrom(reading: FieldReading, at: number): ParsedTitle | null {
  for (let token = at; token < at + 3; token++) {
    const title = reading.titleAt.get(token);
    if (title && title.from === at) return title;
  }
  const lead = reading.index.lexicon.context.leads.startingAt(reading.tokens, at);
  return lead ? titleFrom(reading, lead.to) : null;
}

/** "Tổng Bí thư X, Chủ tịch nước Y": the title is the next person's. */
function announcesNext(reading: FieldReading, title: ParsedTitle): boolean {
  const { tokens, nameAt, otherAt, index } = reading;
  for (let at = title.to; at < Math.min(tokens.count, title.to + maxBetween); at++) {
    const gap = tokens.gap[at] as number;
    if (gap === Gap.comma || gap === Gap.dash) {
      const next = titleFrom(reading, at);
      return next !== null && announcesNext(reading, next);
    }
    if (gap > Gap.join && gap !== Gap.colon) return false;
    if (nameAt.has(at) || otherAt.has(at)) return !followsConjunction(reading, at);
    if (isBreak(reading, at) || index.lexicon.honorifics.startingAt(tokens, at)) return false;
  }
  return false;
}

/**
 * "B, Chủ tịch HĐND tỉnh và C, …": after "và" begins the next person, with a title of their own.
 */
function followsConjunction(reading: FieldReading, at: number): boolean {
  return reading.index.lexicon.conjunctions.has(reading.tokens.word[at - 1] as string);
}

function nextSeparator(reading: FieldReading, from: number): number | null {
  const { tokens } = reading;
  for (let at = from; at < Math.min(tokens.count, from + maxBetween); at++) {
    const gap = tokens.gap[at] as number;
    if (gap === Gap.comma || gap === Gap.dash) return at;
    if (gap > Gap.join || isBreak(reading, at)) return null;
  }
  return null;
}
