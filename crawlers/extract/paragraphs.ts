import type { Paragraph, ParagraphRole } from '../../src/domain/index.ts';
import type { Analysis } from './analysis.ts';
import {
  dropRelatedParts,
  dropServiceBoxes,
  dropServiceHeads,
  dropTrailingLinks,
} from './asides.ts';
import type { Candidate } from './candidate.ts';
import { markCaptions } from './captions.ts';
import type { Container } from './container.ts';
import { dropClosing } from './closing.ts';
import { findPublishedDate, parsePublishedDate } from './dates.ts';
import { ANY_DIGIT, plainDate } from './date-scripts.ts';
import { droppedElements } from './dropped.ts';
import { ASIDE, BYLINE, CAPTION, CARD, HIDDEN, MAYBE_ASIDE, QUOTE, STANDFIRST } from './hints.ts';
import {
  isBylineText,
  isCaptionText,
  isClosingLabel,
  isContentsLabel,
  isDateText,
  isMachineText,
  isPointerText,
  isRelatedLabel,
  isRelatedLink,
  isRelatedText,
  isServiceText,
  isTagsText,
} from './lines.ts';
import { blocksWithin, type Page } from './scan.ts';
import { linesOf, skipsRun } from './part-lines.ts';
import { HEADING, TAG, tagFlags } from './tags.ts';
import { blockLines, blockText, comparable, hasWord, isNames } from './text.ts';

/** A paragraph with the block it was read from. */
export interface ReadParagraph extends Paragraph {
  readonly block: number;
}

/** What was read from one container. */
export interface Reading {
  readonly container: Container;
  readonly paragraphs: readonly ReadParagraph[];
  /** 1 for each element of the container, from its own number on, that was left out whole. */
  readonly dropped: Uint8Array;
}

export interface ReadOptions {
  /** The title as `comparable` gives it. */
  readonly titleKey: string;
  /** The block that shows the title; -1 where none does. */
  readonly titleBlock: number;
  /** The page's own description, by which a standfirst is known. */
  readonly description: string;
  /** Whom the page names as its author: a line about them below the text is no part of it. */
  readonly writer?: string;
}

/** Longer blocks are paragraphs, whatever they begin with. */
const LINE_LIMIT = 400;

const DROPPED_AREA = ASIDE | HIDDEN;

function roleOf(analysis: Analysis, block: number): ParagraphRole {
  const { page, area, hints } = analysis;
  const element = page.blockElement[block] as number;
  const tag = page.tag[element] as number;
  if ((area[element] as number) & CAPTION || tag === TAG.figcaption) return 'caption';
  if ((tagFlags[tag] ?? 0) & HEADING) {
    return page.tag[page.parent[element] as number] === TAG.li ? 'body' : 'subheading';
  }
  const length = page.blockLength[block] as number;
  if (length < 140 && (page.blockBold[block] as number) > 0.9 * length && tag !== TAG.td) {
    return 'subheading';
  }
  let up = element;
  for (let steps = 0; steps < 3 && up > 0; steps++) {
    if ((hints[up] as number) & QUOTE) return 'quote';
    up = page.parent[up] as number;
  }
  return 'body';
}

/** Whether the block stands where the page keeps no text of the article. */
function inDroppedArea(analysis: Analysis, block: number): boolean {
  const { page, area, hints, scriptScale } = analysis;
  const element = page.blockElement[block] as number;
  const flags = area[element] as number;
  if (flags & DROPPED_AREA) return true;
  const length = (page.blockLength[block] as number) * scriptScale;
  const isStandfirst = ((hints[element] as number) & STANDFIRST) !== 0;
  if (flags & BYLINE && !isStandfirst) return true;
  const isHeading = ((tagFlags[page.tag[element] as number] ?? 0) & HEADING) !== 0;
  if (flags & MAYBE_ASIDE && !isHeading) return length < 80 && !isStandfirst;
  return false;
}

/** A linked name with text of its own below it in the same list item: "1. The book", then why. */
function headsListItem({ page, length, linked }: Analysis, element: number): boolean {
  const parent = page.parent[element] as number;
  if (page.tag[parent] !== TAG.li || element !== parent + 1) return false;
  return (linked[parent] as number) < 0.4 * (length[parent] as number);
}

function isWholeLink(analysis: Analysis, block: number, titleBlock: number): boolean {
  const { page } = analysis;
  const tag = page.tag[page.blockElement[block] as number] as number;
  const isHeading = ((tagFlags[tag] ?? 0) & HEADING) !== 0;
  // A heading may be linked to its own place; above the title it is the paper's logo.
  if ((isHeading && block > titleBlock) || tag === TAG.td || tag === TAG.li) return false;
  const length = page.blockLength[block] as number;
  if ((page.blockLinked[block] as number) <= 0.9 * length) return false;
  if (headsListItem(analysis, page.blockElement[block] as number)) return false;
  // A whole sentence may be a link; the headline of another story has no full stop.
  if (length < 60) return true;
  const end = page.runEnd[(page.blockEndRun[block] as number) - 1] as number;
  return !/[.!?…。][\s"”’)]*$/.test(page.html.slice(end - 12, end));
}

/** Short and mostly linked: a line that may send readers elsewhere. */
function isPointer(analysis: Analysis, block: number): boolean {
  const { page } = analysis;
  const length = page.blockLength[block] as number;
  return length < 200 && (page.blockLinked[block] as number) > 0.5 * length;
}

/** Lines that are about the article or the site, by what they say. */
function isServiceLine(line: string, options: ReadOptions): boolean {
  if (isServiceText(line)) return true;
  if (isTagsText(line) || isRelatedText(line) || isContentsLabel(line)) return true;
  return repeatsTitle(line, options.titleKey);
}

/** The title again, alone or with the date that old layouts set into the same line. */
function repeatsTitle(line: string, titleKey: string): boolean {
  if (titleKey === '' || line.length > titleKey.length + 60) return false;
  // Nearly every line begins with another letter: no more is looked at then.
  const start = line.indexOf(titleKey.charAt(0));
  if (start < 0 || start > 3) return false;
  const key = comparable(line);
  if (key === titleKey) return true;
  if (titleKey.length < 20 || !key.startsWith(titleKey)) return false;
  return isDateText(line.slice(titleKey.length).replace(/^[^\p{L}\d]+/u, ''));
}

/** A heading that says the title after a label: "Traffic", "Council approves new tram line". */
function endsInTitle(analysis: Analysis, { block, line }: Lines, options: ReadOptions): boolean {
  const { titleKey, titleBlock } = options;
  // Where the headline itself was seen, others that end so are of the text.
  if (titleBlock >= 0) return false;
  const tag = analysis.page.tag[analysis.page.blockElement[block] as number] as number;
  if (!((tagFlags[tag] ?? 0) & HEADING) || titleKey.length < 20) return false;
  return line.length <= titleKey.length + 60 && comparable(line).endsWith(` ${titleKey}`);
}

/** A block's text, as written and in lower case. */
interface Lines {
  readonly block: number;
  readonly text: string;
  readonly line: string;
}

/** Headings may begin with a date or with "Theo": they are no bylines. */
function isAboutArticle(analysis: Analysis, lines: Lines): boolean {
  const tag = analysis.page.tag[analysis.page.blockElement[lines.block] as number] as number;
  if ((tagFlags[tag] ?? 0) & HEADING || tag === TAG.li || tag === TAG.td) return false;
  return isBylineText(lines.line, lines.text) || isDateText(lines.line);
}

function isKept(analysis: Analysis, lines: Lines, options: ReadOptions): boolean {
  const { block, line } = lines;
  if (
    isMachineText(lines.text) ||
    isServiceLine(line, options) ||
    isWholeLink(analysis, block, options.titleBlock)
  ) {
    return false;
  }
  if (isAboutArticle(analysis, lines) || endsInTitle(analysis, lines, options)) return false;
  return !(isPointer(analysis, block) && (isPointerText(line) || isRelatedLink(line)));
}

function readCandidate(analysis: Analysis, block: number, options: ReadOptions): Candidate {
  const text = blockText(analysis.page, block, skipsRun(analysis));
  const role = roleOf(analysis, block);
  const line = text.length <= LINE_LIMIT ? text.toLowerCase() : '';
  const related = isRelatedLabel(line) ? 'stories' : isClosingLabel(line) ? 'closing' : null;
  let keep = hasWord(text) && block !== options.titleBlock;
  if (keep && role !== 'caption') {
    keep = related === null && isKept(analysis, { block, line, text }, options);
  }
  const caption = role === 'body' && isCaptionText(line);
  const service = !keep && related === null && line !== '' && isServiceText(line);
  return { block, text, role: caption ? 'caption' : role, keep, related, service };
}

function containerBlocks(analysis: Analysis, container: Container): number[] {
  const { page } = analysis;
  const end = page.subtreeEnd[container.element] as number;
  const blocks: number[] = [];
  const [first, after] = blocksWithin(page, container.element);
  for (let block = first; block < after; block++) {
    const element = page.blockElement[block] as number;
    if (element >= container.element && element < end) blocks.push(block);
  }
  return blocks;
}

/** So near below the headline, in blocks, a heading that is a sentence is the standfirst. */
const UNDER_TITLE = 3;

/** Whether a whole sentence without links stands right before the container, in the same box. */
function opensText(
  analysis: Analysis,
  block: number,
  { container, titleBlock }: { readonly container: Container; readonly titleBlock: number },
): boolean {
  const { page, area, scriptScale } = analysis;
  const element = page.blockElement[block] as number;
  if ((area[element] as number) & (MAYBE_ASIDE | BYLINE | CARD)) return false;
  if ((page.blockLinked[block] as number) > 0) return false;
  const isHeading = ((tagFlags[page.tag[element] as number] ?? 0) & HEADING) !== 0;
  const isUnderTitle = titleBlock >= 0 && block - titleBlock <= UNDER_TITLE;
  const least = isHeading && isUnderTitle ? 60 : 100;
  if ((page.blockLength[block] as number) * scriptScale < least) return false;
  let box = container.element;
  for (let steps = 0; steps < 2 && box > 0; steps++) box = page.parent[box] as number;
  return element > box && /[.!?。]["”’)]?$/.test(blockText(page, block).slice(-2));
}

/** Whether a sentence, or a longer heading, without links is in the headline's `header`. */
function isUnderHeadline(analysis: Analysis, block: number, titleBlock: number): boolean {
  const { page, area, scriptScale } = analysis;
  if (titleBlock < 0 || (page.blockLinked[block] as number) > 0) return false;
  const element = page.blockElement[block] as number;
  if ((area[element] as number) & (MAYBE_ASIDE | BYLINE | CARD)) return false;
  if ((page.blockLength[block] as number) * scriptScale < 50) return false;
  let box = page.blockElement[titleBlock] as number;
  while (box > 0 && page.tag[box] !== TAG.header) box = page.parent[box] as number;
  if (box <= 0 || element < box || element >= (page.subtreeEnd[box] as number)) return false;
  const isHeading = ((tagFlags[page.tag[element] as number] ?? 0) & HEADING) !== 0;
  return isHeading || /[.!?。]["”’)]?$/.test(blockText(page, block).slice(-2));
}

/** Text between the headline and the container, where sites keep their standfirst. */
function standfirstBefore(
  analysis: Analysis,
  place: { readonly container: Container; readonly first: number },
  options: ReadOptions,
): number[] {
  const { container, first } = place;
  const { page, hints, area, scriptScale } = analysis;
  const found: number[] = [];
  const description = comparable(options.description);
  const start = options.titleBlock < 0 ? Math.max(0, first - 60) : options.titleBlock + 1;
  for (let block = start; block < Math.min(first, start + 60); block++) {
    const element = page.blockElement[block] as number;
    const flags = area[element] as number;
    if (flags & (HIDDEN | CAPTION)) continue;
    const length = (page.blockLength[block] as number) * scriptScale;
    if ((page.blockLinked[block] as number) > 0.4 * length) continue;
    const parent = page.parent[element] as number;
    const named = ((hints[element] as number) | (hints[parent] as number)) & STANDFIRST;
    if (length < (named ? 20 : 40)) continue;
    const key = comparable(blockText(page, block).slice(0, 200)).slice(0, 60);
    const described = key.length > 30 && description.includes(key);
    // Whatever the box is called: what the page says of itself is no box beside the text.
    if (flags & ASIDE && !described) continue;
    const { titleBlock } = options;
    const opens =
      opensText(analysis, block, { container, titleBlock }) ||
      isUnderHeadline(analysis, block, titleBlock);
    if (named || described || opens) found.push(block);
  }
  return found;
}

/** The same long paragraph twice is one: pages repeat it for phones or in a box. */
function dropRepeats(candidates: readonly Candidate[]): void {
  // By length first: most differ in it, and nothing is hashed.
  const seen = new Map<number, string[]>();
  for (const candidate of candidates) {
    const { text } = candidate;
    if (!candidate.keep || text.length < 60) continue;
    const others = seen.get(text.length);
    if (others === undefined) seen.set(text.length, [text]);
    else if (others.includes(text)) candidate.keep = false;
    else if (others.length < 64) others.push(text);
  }
}

/** A heading or label without text after it belongs to what was left out. */
function dropEmptyHeadings(candidates: readonly Candidate[]): void {
  let next: Candidate | null = null;
  for (let at = candidates.length - 1; at >= 0; at--) {
    const candidate = candidates[at] as Candidate;
    if (!candidate.keep || candidate.role === 'caption') continue;
    if (candidate.role === 'subheading' && next === null) candidate.keep = false;
    else next = candidate;
  }
}

/** After a name, "(tổng hợp)" and the like. */
const NAME_NOTE = /\s{0,9}\([^)]{1,30}\)$/;

/** The last line of the text, where it is only the name of who wrote it. */
function dropSignature(analysis: Analysis, candidates: readonly Candidate[]): void {
  const kept = candidates.filter(({ keep, role }) => keep && role !== 'caption');
  for (let back = 1; back <= 2 && kept.length > 3; back++) {
    const last = kept.at(-back) as Candidate;
    const tag = analysis.page.tag[analysis.page.blockElement[last.block] as number];
    if (last.text.length > 60 || tag === TAG.li || tag === TAG.td) return;
    if (isNames(last.text.replace(NAME_NOTE, ''), 1, 6)) last.keep = false;
  }
}

/** A date in any of the languages dates are read in, alone or with a name beside it. */
function isDateLabel(label: string): boolean {
  const text = plainDate(label, null);
  if (text.length > 90 || !ANY_DIGIT.test(text) || /[.!?…]["”’)]?$/.test(text.slice(-2)))
    return false;
  if (text.length <= 45 && parsePublishedDate(text) !== null) return true;
  const found = findPublishedDate(text);
  if (found === null) return false;
  // "Published … , changed …": both dates are taken off.
  const rest = text.slice(0, found.start) + text.slice(found.end);
  const second = rest.length > 25 ? findPublishedDate(rest) : null;
  return rest.length - (second ? second.end - second.start : 0) <= 25;
}

/** Old layouts set title and date into the first paragraph, a line each. */
function cutHeadLines(
  analysis: Analysis,
  candidates: readonly Candidate[],
  { titleKey }: ReadOptions,
): void {
  const first = candidates.find(({ keep, role }) => keep && role !== 'caption');
  if (first === undefined) return;
  const lines = blockLines(analysis.page, first.block, skipsRun(analysis));
  const isHead = (line: string) => repeatsTitle(line.toLowerCase(), titleKey) || isDateLabel(line);
  const cut = lines.slice(0, -1).findIndex((line) => !isHead(line));
  const kept = lines.slice(cut < 0 ? lines.length - 1 : cut);
  if (kept.length < lines.length) first.text = kept.join(' ');
}

/** Labels above the text: section, kind of article, names; anything short that is no sentence. */
function dropOpeningLabels(
  analysis: Analysis,
  candidates: readonly Candidate[],
  titleBlock: number,
): void {
  const kept = candidates.filter(({ keep, role }) => keep && role !== 'caption');
  for (const candidate of kept.slice(0, -1)) {
    const tag = analysis.page.tag[analysis.page.blockElement[candidate.block] as number];
    const isHeading = ((tagFlags[tag ?? 0] ?? 0) & HEADING) !== 0;
    // A place or a section, in bold as well.
    const isShort = candidate.text.length * analysis.scriptScale < 45;
    const isLabel =
      (candidate.role === 'body' || (candidate.role === 'subheading' && !isHeading)) &&
      isShort &&
      (tag !== TAG.p || candidate.block < titleBlock) &&
      !/[.!?…:。？！]["”’)]?$/.test(candidate.text.slice(-2));
    if (candidate.role === 'standfirst' && !isDateLabel(candidate.text)) continue;
    if (!isLabel && !isDateLabel(candidate.text)) return;
    candidate.keep = false;
  }
}

/** Reads the paragraphs of the container and of a standfirst before it, with their roles. */
export function readParagraphs(
  analysis: Analysis,
  container: Container,
  options: ReadOptions,
): Reading {
  const { page } = analysis;
  const dropped = droppedElements(analysis, container);
  const candidates: Candidate[] = [];
  const blocks = containerBlocks(analysis, container);
  for (const block of standfirstBefore(analysis, { container, first: blocks[0] ?? 0 }, options)) {
    const candidate = readCandidate(analysis, block, options);
    if (candidate.keep) candidate.role = 'standfirst';
    candidates.push(candidate);
  }
  for (const block of blocks) {
    if (inDroppedArea(analysis, block)) continue;
    if (dropped[(page.blockElement[block] as number) - container.element]) continue;
    candidates.push(readCandidate(analysis, block, options));
  }
  cutHeadLines(analysis, candidates, options);
  markCaptions(analysis, candidates);
  dropRepeats(candidates);
  dropRelatedParts(analysis, container, candidates);
  dropServiceBoxes(analysis, container, candidates);
  dropServiceHeads(analysis, candidates);
  dropTrailingLinks(analysis, candidates);
  dropOpeningLabels(analysis, candidates, options.titleBlock);
  dropSignature(analysis, candidates);
  dropClosing(
    analysis,
    candidates.filter(({ role }) => role !== 'caption'),
    options.writer,
  );
  dropEmptyHeadings(candidates);
  markStandfirst(analysis, candidates, options.description);
  const paragraphs = candidates
    .filter((candidate) => candidate.keep)
    .flatMap(({ block, text, role }) =>
      linesOf(analysis, { block, text }).map((line) => ({ block, text: line, role })),
    );
  return { container, paragraphs, dropped };
}

/**
 * The first paragraph is the standfirst where the page names it so, or where its description
 * repeats it and it stands apart from the paragraphs after it.
 */
function markStandfirst(
  analysis: Analysis,
  candidates: readonly Candidate[],
  description: string,
): void {
  const { page, hints } = analysis;
  const kept = candidates.filter(({ keep, role }) => keep && role !== 'caption');
  const [first, second] = kept;
  if (!first || first.text.length < 30) return;
  const parentOf = ({ block }: Candidate) => page.parent[page.blockElement[block] as number] ?? -1;
  const element = page.blockElement[first.block] as number;
  const parent = parentOf(first);
  const named = ((hints[element] as number) | (hints[parent] as number)) & STANDFIRST;
  const isApart = second !== undefined && parentOf(second) !== parent;
  if (named || (isApart && isDescribed(first.text, description))) first.role = 'standfirst';
  if (second?.role === 'body' && isBoldSentence(page, first)) first.role = 'standfirst';
}

/** A first sentence all in bold, with plain text after it, is how many newsrooms set theirs. */
function isBoldSentence(page: Page, { block, text, role }: Candidate): boolean {
  if (role !== 'body' && role !== 'subheading') return false;
  const bold = page.blockBold[block] as number;
  return bold > 0.9 * (page.blockLength[block] as number) && /[.!?…]["”’)]?$/.test(text);
}

/** Whether the page's description begins as a paragraph does. */
function isDescribed(text: string, description: string): boolean {
  const key = comparable(text.slice(0, 120)).slice(0, 60);
  return key.length > 30 && comparable(description.slice(0, 160)).startsWith(key);
}
