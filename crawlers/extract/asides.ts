import type { Analysis } from './analysis.ts';
import type { Candidate } from './candidate.ts';
import type { Container } from './container.ts';
import { isCommentsLabel } from './lines.ts';
import { HEADING, TAG, tagFlags } from './tags.ts';

/*
 * What stands among the paragraphs and is none: other stories under their label, boxes that ask
 * readers to subscribe, rows of links.
 */

/** The part of the page that a label heads: the largest element around it that is no main part. */
function labelledPart(analysis: Analysis, container: Container, block: number): number {
  const { page, weight } = analysis;
  const most = 0.3 * (weight[container.element] as number);
  let part = page.blockElement[block] as number;
  for (;;) {
    const parent = page.parent[part] as number;
    if (parent <= container.element || (weight[parent] as number) > most) return part;
    part = parent;
  }
}

function headingLevel(analysis: Analysis, block: number): number {
  const tag = analysis.page.tag[analysis.page.blockElement[block] as number] as number;
  return (tagFlags[tag] ?? 0) & HEADING ? tag - TAG.h1 + 1 : 9;
}

/** Running text, as articles have it: long, or a whole sentence without links. */
function isSentence(analysis: Analysis, { block, text }: Candidate): boolean {
  if (/^https?:/.test(text)) return false;
  if (text.length > 220) return true;
  const linked = analysis.page.blockLinked[block] as number;
  return text.length > 100 && linked === 0 && /[.!?。]["”’]?$/.test(text.slice(-2));
}

/** What stands under a label such as "Related stories" goes with it. */
export function dropRelatedParts(
  analysis: Analysis,
  container: Container,
  candidates: readonly Candidate[],
): void {
  const { page } = analysis;
  let partEnd = -1;
  let level = 0;
  let isClosing = false;
  let sentences = 0;
  for (const [at, candidate] of candidates.entries()) {
    const element = page.blockElement[candidate.block] as number;
    if (candidate.keep && isSentence(analysis, candidate)) sentences++;
    if (candidate.related) {
      const headsComments =
        sentences >= 3 &&
        headingLevel(analysis, candidate.block) < 9 &&
        isCommentsLabel(candidate.text.toLowerCase());
      // Above the text these are buttons.
      if (candidate.related === 'closing' && at < candidates.length / 2 && !headsComments) continue;
      const part = labelledPart(analysis, container, candidate.block);
      const end = page.subtreeEnd[part] as number;
      partEnd = Math.max(partEnd, end);
      level = headingLevel(analysis, candidate.block);
      const isLate = at > 0.7 * candidates.length;
      isClosing = headsComments || (level < 9 && candidate.related === 'closing' && isLate);
      continue;
    }
    if (element < partEnd) candidate.keep = false;
    if (level === 0) continue;
    const heads = headingLevel(analysis, candidate.block) <= level;
    const bold = candidate.role === 'subheading' && level === 9;
    if (heads || bold || (!isClosing && isSentence(analysis, candidate))) {
      level = 0;
    } else candidate.keep = false;
  }
}

/** A box that asks readers to subscribe goes whole: heading, pitch and small print. */
export function dropServiceBoxes(
  analysis: Analysis,
  container: Container,
  candidates: readonly Candidate[],
): void {
  const { page, weight } = analysis;
  const most = 0.15 * (weight[container.element] as number);
  const boxOf = ({ block }: Candidate): number =>
    asideAround(analysis, container, page.blockElement[block] as number);
  const boxes = new Set(candidates.filter(({ service }) => service).map(boxOf));
  for (const candidate of boxes.size === 0 ? [] : candidates) {
    const box = boxOf(candidate);
    if (box >= 0 && boxes.has(box) && (weight[box] as number) <= most) candidate.keep = false;
  }
}

/** The nearest `aside` around an element inside the container; -1 where there is none. */
function asideAround({ page }: Analysis, container: Container, from: number): number {
  let element = from;
  for (let steps = 0; steps < 5 && element > container.element; steps++) {
    if (page.tag[element] === TAG.aside) return element;
    element = page.parent[element] as number;
  }
  return -1;
}

/** Links in a list below the text: topics and other stories. One longer link may be of the text. */
export function dropTrailingLinks(analysis: Analysis, candidates: readonly Candidate[]): void {
  const { page } = analysis;
  const kept = candidates.filter(({ keep }) => keep);
  const isLink = ({ block }: Candidate): boolean =>
    page.tag[page.blockElement[block] as number] === TAG.li &&
    (page.blockLinked[block] as number) >= 0.9 * (page.blockLength[block] as number);
  const links = kept.slice(kept.findLastIndex((candidate) => !isLink(candidate)) + 1);
  const [only] = links;
  if (links.length === 1 && only && only.text.split(' ').length > 3) return;
  for (const link of links) link.keep = false;
}

/** The heading of a box in which nothing but a request to subscribe stands goes with it. */
export function dropServiceHeads(analysis: Analysis, candidates: readonly Candidate[]): void {
  for (let at = 1; at < candidates.length; at++) {
    const candidate = candidates[at - 1] as Candidate;
    const next = candidates[at] as Candidate;
    if (!next.service || candidate.role !== 'subheading') continue;
    const box = boxAround(analysis, candidate);
    if (boxAround(analysis, next) !== box) continue;
    const after = candidates[at + 1];
    const isAlone = after === undefined || after.service || boxAround(analysis, after) !== box;
    if (isAlone) candidate.keep = false;
  }
}

function boxAround({ page }: Analysis, { block }: Candidate): number {
  return page.parent[page.blockElement[block] as number] as number;
}
