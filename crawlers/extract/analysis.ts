import {
  ASIDE,
  BODY,
  BYLINE,
  CAPTION,
  CARD,
  DATE,
  elementHints,
  hintsOfTag,
  HIDDEN,
  MAYBE_ASIDE,
  NAVIGATION,
  NEVER,
} from './hints.ts';
import { zeroBytes, zeroFloats, zeroInts } from './room.ts';
import type { Page } from './scan.ts';
import { HEADING, TAG, tagFlags } from './tags.ts';

/** A page with what its elements hold, by element number. */
export interface Analysis {
  readonly page: Page;
  /** Own hints of an element (see hints.ts); 0 where it holds no text. */
  readonly hints: Int32Array;
  /** Hints that hold for everything inside: ASIDE, HIDDEN, CAPTION, BYLINE, MAYBE_ASIDE, CARD. */
  readonly area: Int32Array;
  /** Visible and linked characters in the whole subtree. */
  readonly length: Int32Array;
  readonly linked: Int32Array;
  /** How much paragraph text the subtree holds outside of asides. */
  readonly weight: Float64Array;
  /** Elements that are named as navigation, and as dates, in document order. */
  readonly navigation: readonly number[];
  readonly dated: readonly number[];
  /** Characters of this script count this much, so that Chinese and English paragraphs compare. */
  readonly scriptScale: number;
}

const INHERITED = ASIDE | HIDDEN | CAPTION | BYLINE | MAYBE_ASIDE | CARD;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Chinese, Japanese and Korean say in one character what takes about three in Latin script. */
function measureScript(page: Page): number {
  let longest = 0;
  let block = -1;
  for (let at = 0; at < page.blockLength.length; at++) {
    const length = page.blockLength[at] as number;
    if (length > longest) {
      longest = length;
      block = at;
    }
  }
  if (block < 0) return 1;
  const start = page.runStart[page.blockFirstRun[block] as number] as number;
  const sample = page.html.slice(start, start + 300);
  const share = (sample.match(CJK)?.length ?? 0) / Math.max(1, sample.length);
  return share > 0.2 ? 2.5 : 1;
}

/** How much a block counts as paragraph text of an article: long, hardly linked, in a paragraph. */
function blockWeight(page: Page, block: number, scriptScale: number): number {
  const length = page.blockLength[block] as number;
  const plain = length - 1.5 * (page.blockLinked[block] as number);
  if (plain < length * 0.25) return 0;
  const tag = page.tag[page.blockElement[block] as number] as number;
  if ((tagFlags[tag] ?? 0) & HEADING) return 0;
  const factor =
    tag === TAG.p || tag === TAG.blockquote ? 1 : tag === TAG.li || tag === TAG.td ? 0.5 : 0.75;
  const scaled = plain * scriptScale;
  return factor * scaled * Math.min(1, scaled / 100);
}

function sumUp(page: Page, values: Float64Array): void {
  for (let element = values.length - 1; element > 0; element--) {
    const parent = page.parent[element] as number;
    values[parent] = (values[parent] as number) + (values[element] as number);
  }
}

/** How much of the page's text an element holds, and in what form. */
interface Holding {
  /** 0–1 of the page's paragraph text. */
  readonly share: number;
  /** Running text with hardly a link in it. */
  readonly running: boolean;
  /** Holds an element that is named as the body. */
  readonly body: boolean;
}

function ownArea(tag: number, hints: number, holding: Holding): number {
  const { share } = holding;
  if (tag === TAG.html || tag === TAG.body || tag === TAG.main) return 0;
  let own = hints & INHERITED;
  if (hints & NAVIGATION && !holding.running) own |= ASIDE;
  if (tag === TAG.article) own &= ~(ASIDE | MAYBE_ASIDE | BYLINE);
  if (holding.body) own &= ~(ASIDE | MAYBE_ASIDE | BYLINE | CAPTION | CARD);
  // A name that says "aside" but holds the page's text belongs to a wrapper ("page-with-sidebar").
  if (share > 0.35) own &= ~(ASIDE | MAYBE_ASIDE | BYLINE | CAPTION | CARD);
  if (hints & NEVER && share < 0.95 && !holding.body && tag !== TAG.article) own |= ASIDE;
  if (share > 0.6) own &= ~HIDDEN;
  if (hints & BODY && share > 0.1) own &= ~(ASIDE | MAYBE_ASIDE | BYLINE | CAPTION);
  // Headlines carry bold names such as "article-header__title"; they are found by their tag.
  if ((tagFlags[tag] ?? 0) & HEADING) own &= ~(MAYBE_ASIDE | CARD);
  return own;
}

interface Sums {
  readonly length: Int32Array;
  readonly linked: Int32Array;
  /** Paragraph text in the subtree, asides included. */
  readonly raw: Float64Array;
  /** Paragraph text of each block. */
  readonly blockWeights: Float64Array;
}

function sumText(page: Page, scriptScale: number): Sums {
  const count = page.tag.length;
  const length = zeroInts(count);
  const linked = zeroInts(count);
  const raw = zeroFloats(count);
  const blockWeights = zeroFloats(page.blockElement.length);
  for (let block = 0; block < blockWeights.length; block++) {
    const element = page.blockElement[block] as number;
    const weight = blockWeight(page, block, scriptScale);
    blockWeights[block] = weight;
    length[element] = (length[element] as number) + (page.blockLength[block] as number);
    linked[element] = (linked[element] as number) + (page.blockLinked[block] as number);
    raw[element] = (raw[element] as number) + weight;
  }
  for (let element = count - 1; element > 0; element--) {
    const own = length[element] as number;
    // Most elements hold no text at all.
    if (own === 0) continue;
    const parent = page.parent[element] as number;
    length[parent] = (length[parent] as number) + own;
    linked[parent] = (linked[parent] as number) + (linked[element] as number);
    raw[parent] = (raw[parent] as number) + (raw[element] as number);
  }
  return { length, linked, raw, blockWeights };
}

/** Elements inside a paragraph, whose names matter though they hold no block: a bubble's hint. */
function markInline(page: Page, length: Int32Array, wanted: Uint8Array): void {
  for (let element of page.runElement) {
    while (element > 0 && wanted[element] === 0 && length[element] === 0) {
      wanted[element] = 1;
      element = page.parent[element] as number;
    }
  }
}

/** Reads hints from the root down; what lies in an aside is not looked at any more. */
class AreaReader {
  readonly hints: Int32Array;
  readonly area: Int32Array;
  readonly navigation: number[] = [];
  readonly dated: number[] = [];
  private readonly page: Page;
  private readonly sums: Sums;
  private readonly read: (element: number) => number;
  private readonly total: number;
  private readonly body: Uint8Array;

  constructor(page: Page, sums: Sums, read: (element: number) => number) {
    this.page = page;
    this.sums = sums;
    this.read = read;
    this.total = Math.max(1, sums.raw[0] as number);
    this.hints = zeroInts(page.tag.length);
    this.area = zeroInts(page.tag.length);
    this.body = zeroBytes(page.tag.length);
  }

  run(): void {
    const { page, hints, area, sums } = this;
    this.findBodies();
    const wanted = zeroBytes(page.tag.length);
    markInline(page, sums.length, wanted);
    for (let element = 1; element < area.length; element++) {
      const above = area[page.parent[element] as number] as number;
      area[element] = above;
      if (above & (ASIDE | HIDDEN)) continue;
      if ((sums.length[element] as number) === 0 && !wanted[element]) continue;
      const own = (hints[element] as number) || this.read(element);
      if (own === 0) continue;
      hints[element] = own;
      if (own & NAVIGATION) this.navigation.push(element);
      if (own & DATE) this.dated.push(element);
      area[element] = above | ownArea(page.tag[element] as number, own, this.holding(element));
    }
  }

  /** Marks what holds an element that is named as the body and has a good part of the text. */
  private findBodies(): void {
    const { page, hints, sums, body } = this;
    for (let element = body.length - 1; element > 0; element--) {
      if ((sums.raw[element] as number) <= 0.25 * this.total) continue;
      const own = this.read(element);
      hints[element] = own;
      if (own & BODY || body[element]) body[page.parent[element] as number] = 1;
    }
  }

  private holding(element: number): Holding {
    const { sums, total } = this;
    const raw = sums.raw[element] as number;
    const running =
      raw > Math.max(200, 0.15 * total) &&
      (sums.linked[element] as number) < 0.2 * (sums.length[element] as number);
    return { share: raw / total, running, body: this.body[element] === 1 };
  }
}

/**
 * Reads hints and sums text over a scanned page. With `ignored` names only tags that nobody uses
 * for an article's text make an aside: the second look at pages whose names mislead.
 */
export function analyzePage(page: Page, names: 'trusted' | 'ignored' = 'trusted'): Analysis {
  const scriptScale = measureScript(page);
  const sums = sumText(page, scriptScale);
  const read =
    names === 'trusted'
      ? (element: number) => elementHints(page, element)
      : (element: number) => hintsOfTag(page.tag[element] as number);
  const areas = new AreaReader(page, sums, read);
  areas.run();
  const weight = zeroFloats(page.tag.length);
  for (let block = 0; block < sums.blockWeights.length; block++) {
    const element = page.blockElement[block] as number;
    if ((areas.area[element] as number) & (ASIDE | HIDDEN | CAPTION | BYLINE)) continue;
    weight[element] = (weight[element] as number) + (sums.blockWeights[block] as number);
  }
  sumUp(page, weight);
  const { hints, area, navigation, dated } = areas;
  const { length, linked } = sums;
  return { page, hints, area, length, linked, weight, navigation, dated, scriptScale };
}

/** Direct children that hold text, in document order. */
export function textChildren(analysis: Analysis, element: number): number[] {
  const { page, length } = analysis;
  const children: number[] = [];
  const end = page.subtreeEnd[element] as number;
  let child = element + 1;
  while (child < end) {
    if ((length[child] as number) > 0) children.push(child);
    child = Math.max(child + 1, page.subtreeEnd[child] as number);
  }
  return children;
}
