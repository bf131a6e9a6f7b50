import { type Analysis, textChildren } from './analysis.ts';
import { attribute } from './attributes.ts';
import type { Container } from './container.ts';
import { CARD, CONTENTS, STANDFIRST } from './hints.ts';
import { zeroBytes, zeroInts } from './room.ts';
import { blocksWithin, elementsOf, type Page } from './scan.ts';
import { HEADING, TAG, tagFlags } from './tags.ts';

/** Parts of the container that hold more than this share of its text are never left out whole. */
const MAIN_SHARE = 0.4;
/** Longer listings of a program are material beside the text, characters. */
const LISTING_LENGTH = 1500;
/** A teaser is shorter, characters. */
const TEASER_LENGTH = 700;
/** One of a row that no heading and no name gives away is shorter still, characters. */
const SHORT_TEASER_LENGTH = 350;
/** … and the row is longer. */
const LEAST_TEASERS = 5;
/** So much text beside a row of teasers is an article, however long the row is, characters. */
const LEAST_BESIDE = 200;

/** Whether a block is a headline that leads to another page. */
function isLinkedHeading(analysis: Analysis, block: number): boolean {
  const { page } = analysis;
  if (!((tagFlags[page.tag[page.blockElement[block] as number] as number] ?? 0) & HEADING)) {
    return false;
  }
  const length = page.blockLength[block] as number;
  if ((page.blockLinked[block] as number) < 0.9 * length || length < 15) return false;
  const address = linkOf(page, block);
  return address !== null && !address.startsWith('#');
}

/** Where the link that a block begins with leads; null where it begins with none. */
function linkOf(page: Page, block: number): string | null {
  let link = page.runElement[page.blockFirstRun[block] as number] as number;
  for (let steps = 0; steps < 4 && link > 0 && page.tag[link] !== TAG.a; steps++) {
    link = page.parent[link] as number;
  }
  return page.tag[link] === TAG.a ? attribute(page, link, 'href') : null;
}

/** The story that a box is a teaser of: a whole line that links to it, then a few words. */
function teasedStory(analysis: Analysis, box: number): string | null {
  const { page, length } = analysis;
  if ((length[box] as number) > SHORT_TEASER_LENGTH) return null;
  const [first, after] = blocksWithin(page, box);
  for (let block = first; block < Math.min(after, first + 3); block++) {
    const whole = page.blockLength[block] as number;
    if (whole < 15 || (page.blockLinked[block] as number) < 0.9 * whole) continue;
    const address = linkOf(page, block);
    // Same page, or a shop: stories of the paper itself are meant.
    return address === null || !/^(?:\/|https?:)[^#]*[\w-]{5}/.test(address) ? null : address;
  }
  return null;
}

function hostOf(address: string): string {
  return /^(?:https?:)?\/\/([^/?#]*)/.exec(address)?.[1] ?? '';
}

/** How many headlines of other pages each element holds. */
function countLinkedHeadings(analysis: Analysis, from: number, to: number): Int32Array {
  const { page } = analysis;
  const counts = zeroInts(to - from);
  const [first, after] = blocksWithin(page, from);
  let found = 0;
  for (let block = first; block < after; block++) {
    const element = page.blockElement[block] as number;
    if (element <= from || element >= to || !isLinkedHeading(analysis, block)) continue;
    counts[element - from] = (counts[element - from] as number) + 1;
    found++;
  }
  if (found === 0) return counts;
  for (let element = to - 1; element > from; element--) {
    const parent = (page.parent[element] as number) - from;
    if (parent >= 0)
      counts[parent] = (counts[parent] as number) + (counts[element - from] as number);
  }
  return counts;
}

/** Rows of links to elsewhere: lists, boxes and tables that are hardly anything else. */
function isLinkList(analysis: Analysis, element: number): boolean {
  const { page, length, linked, hints } = analysis;
  const whole = length[element] as number;
  if (whole < 15) return false;
  const share = (linked[element] as number) / whole;
  const tag = page.tag[element];
  if (tag === TAG.ul || tag === TAG.ol) return share > 0.8;
  if (tag === TAG.div || tag === TAG.section || tag === TAG.aside || tag === TAG.dl) {
    return share > 0.55 && !(((hints[element] as number) & STANDFIRST) !== 0 && share < 0.7);
  }
  return false;
}

/** A box around a field is shorter, characters. */
const FIELD_BOX_LENGTH = 400;
/** … and holds no more than this share of the container's text. */
const FIELD_BOX_SHARE = 0.15;

/** Whether a field asks for an e-mail address. */
function asksForAddress(page: Page, field: number): boolean {
  const type = attribute(page, field, 'type')?.toLowerCase();
  if (type === 'email') return true;
  if (type !== undefined && type !== 'text') return false;
  return /e-?mail/i.test(
    `${attribute(page, field, 'name') ?? ''} ${attribute(page, field, 'placeholder') ?? ''}`,
  );
}

/** The largest box around each field for an e-mail address that holds little else. */
function addressBoxes(analysis: Analysis, from: number, to: number): ReadonlySet<number> {
  const { page, length, weight } = analysis;
  const most = FIELD_BOX_SHARE * (weight[from] as number);
  const boxes = new Set<number>();
  for (const field of elementsOf(page, TAG.input)) {
    if (field <= from || field >= to || !asksForAddress(page, field)) continue;
    let box = field;
    for (;;) {
      const parent = page.parent[box] as number;
      if (parent <= from || (length[parent] as number) > FIELD_BOX_LENGTH) break;
      if ((weight[parent] as number) > most) break;
      box = parent;
    }
    boxes.add(box);
  }
  return boxes;
}

/** Decides which elements inside a container are left out whole. */
class Pruner {
  private readonly analysis: Analysis;
  private readonly from: number;
  private readonly to: number;
  private readonly most: number;
  private readonly headings: Int32Array;
  private readonly addressBoxes: ReadonlySet<number>;
  readonly dropped: Uint8Array;

  constructor(analysis: Analysis, container: Container) {
    this.analysis = analysis;
    this.from = container.element;
    this.to = analysis.page.subtreeEnd[container.element] as number;
    this.most = MAIN_SHARE * (analysis.weight[container.element] as number);
    this.headings = countLinkedHeadings(analysis, this.from, this.to);
    this.addressBoxes = addressBoxes(analysis, this.from, this.to);
    this.dropped = zeroBytes(this.to - this.from);
  }

  run(): void {
    const { page } = this.analysis;
    for (let element = this.from + 1; element < this.to; element++) {
      const parent = page.parent[element] as number;
      const inside = parent > this.from && this.dropped[parent - this.from];
      if (inside || this.isLeftOut(element)) this.dropped[element - this.from] = 1;
    }
  }

  private isLeftOut(element: number): boolean {
    const { page, hints, length, weight } = this.analysis;
    // Most elements hold no text, and nothing but a form is left out for its pictures.
    if (length[element] === 0 && page.tag[element] !== TAG.form) return false;
    if (this.addressBoxes.size > 0 && this.addressBoxes.has(element)) return true;
    const own = hints[element] as number;
    const minor = (weight[element] as number) < this.most;
    const isHeading = ((tagFlags[page.tag[element] as number] ?? 0) & HEADING) !== 0;
    if (own & CONTENTS && !isHeading && this.isContents(element)) return true;
    if (page.tag[element] === TAG.pre && this.isListing(element)) return true;
    if (minor && page.tag[element] === TAG.form) return true;
    if (own & CARD && this.isTeaser(element)) return true;
    if (isLinkList(this.analysis, element)) return true;
    return (minor && this.isTeaserRow(element)) || this.isStoryRow(element);
  }

  /** Teasers of other stories of the same site, one after another, in boxes of any name. */
  private isStoryRow(element: number): boolean {
    const { length, linked, weight } = this.analysis;
    const whole = length[element] as number;
    // Only these are looked at more closely: lists of short texts, each with a link.
    if (whole < 200 || (linked[element] as number) < 0.1 * whole) return false;
    if ((weight[this.from] as number) - (weight[element] as number) < LEAST_BESIDE) return false;
    const children = textChildren(this.analysis, element);
    if (children.length < LEAST_TEASERS || whole > SHORT_TEASER_LENGTH * children.length)
      return false;
    const stories = children.flatMap((child) => teasedStory(this.analysis, child) ?? []);
    if (stories.length < 0.9 * children.length || new Set(stories).size < stories.length)
      return false;
    return new Set(stories.map(hostOf)).size === 1;
  }

  /** Steps to parts of the page, and not a part that is named after such a step. */
  private isContents(element: number): boolean {
    const { length, linked, weight } = this.analysis;
    const isLinks = (linked[element] as number) > 0.3 * (length[element] as number);
    return isLinks || (weight[element] as number) < 200;
  }

  private isListing(element: number): boolean {
    return (this.analysis.length[element] as number) > LISTING_LENGTH;
  }

  /** A card of another story: its headline is a link, and it holds little of the text. */
  private isTeaser(element: number): boolean {
    const { length, linked, weight } = this.analysis;
    const whole = length[element] as number;
    if ((weight[element] as number) > this.most / 2 || whole > TEASER_LENGTH) return false;
    return (linked[element] as number) > 0.15 * whole;
  }

  /** Three or more boxes in a row, each with the headline of another page and little else. */
  private isTeaserRow(element: number): boolean {
    if ((this.headings[element - this.from] as number) < 3) return false;
    const children = textChildren(this.analysis, element);
    const teasers = children.filter(
      (child) =>
        (this.headings[child - this.from] as number) > 0 &&
        (this.analysis.length[child] as number) < TEASER_LENGTH,
    );
    return teasers.length >= 3 && teasers.length >= 0.8 * children.length;
  }
}

/** 1 for each element of the container, from its own number on, that is left out whole. */
export function droppedElements(analysis: Analysis, container: Container): Uint8Array {
  const pruner = new Pruner(analysis, container);
  pruner.run();
  return pruner.dropped;
}
