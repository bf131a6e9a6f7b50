import type { PageBox } from '../../src/domain/index.ts';
import { canonicalUrl, isSameSite, itemKey } from '../canonical-url.ts';
import { isStoryPath } from '../extract/story-urls.ts';
import type { PageReading, ReadNode } from './page-reading.ts';

/** A link that leads to a story of the outlet. */
export interface StoryLink {
  readonly node: number;
  readonly key: string;
  readonly url: string;
  /** All text inside the link. */
  readonly text: string;
}

export interface LinkRules {
  /** Address of the page itself. */
  readonly pageUrl: string;
  /** RegExp sources of this outlet's article addresses, and of what is never one. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** The elements of a page with what lies inside each of them. */
export interface PageTree {
  readonly reading: PageReading;
  readonly nodes: readonly ReadNode[];
  readonly children: readonly (readonly number[])[];
  /** One past the last node inside each node: a subtree is a run of the list. */
  readonly end: readonly number[];
  readonly links: readonly StoryLink[];
  /** Keys of the stories linked inside each node, itself included. */
  readonly stories: readonly ReadonlySet<string>[];
  /** First and last node that links each story. */
  readonly spans: ReadonlyMap<string, readonly [first: number, last: number]>;
}

/** Sees which elements lie in which, and which links lead to stories. */
export function growTree(reading: PageReading, rules: LinkRules): PageTree {
  const { nodes } = reading;
  const children: number[][] = nodes.map(() => []);
  const end = nodes.map((_, index) => index + 1);
  for (let index = nodes.length - 1; index > 0; index -= 1) {
    const { parent } = nodes[index] as ReadNode;
    (children[parent] as number[]).unshift(index);
    end[parent] = Math.max(end[parent] as number, end[index] as number);
  }
  const links = storyLinksOf({ reading, end }, rules);
  const stories = nodes.map(() => new Set<string>());
  for (const { node, key } of links) (stories[node] as Set<string>).add(key);
  for (let index = nodes.length - 1; index > 0; index -= 1) {
    const above = stories[(nodes[index] as ReadNode).parent] as Set<string>;
    for (const key of stories[index] as Set<string>) above.add(key);
  }
  const spans = new Map<string, readonly [number, number]>();
  // Links come in the order of the document.
  for (const { node, key } of links) spans.set(key, [spans.get(key)?.[0] ?? node, node]);
  return { reading, nodes, children, end, links, stories, spans };
}

/** All text inside a node, in the order of the document. */
export function textInside({ nodes, end }: Pick<PageTree, 'nodes' | 'end'>, node: number): string {
  const pieces: string[] = [];
  for (let index = node; index < (end[node] as number); index += 1) {
    const { text } = nodes[index] as ReadNode;
    if (text !== '') pieces.push(text);
  }
  return pieces.join(' ');
}

/** A headline has several words; in scripts without spaces its letters count. */
export function isHeadline(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words >= 4 || /[぀-ヿ㐀-鿿฀-๿]{6}/.test(text);
}

/** Patterns speak of the address, or of its path where they begin with a slash. */
function isNamedBy(pattern: RegExp, url: string): boolean {
  const { pathname, search } = new URL(url);
  return pattern.test(url) || pattern.test(pathname + search);
}

function storyLinksOf(
  page: { readonly reading: PageReading; readonly end: readonly number[] },
  rules: LinkRules,
): StoryLink[] {
  const { nodes } = page.reading;
  const own = itemKey(rules.pageUrl);
  const include = (rules.include ?? []).map((source) => new RegExp(source));
  const exclude = (rules.exclude ?? []).map((source) => new RegExp(source));
  const found: StoryLink[] = [];
  for (const [node, { href }] of nodes.entries()) {
    if (href === '') continue;
    const url = canonicalUrl(href, rules.pageUrl);
    if (url === null || !isSameSite(url, rules.pageUrl)) continue;
    if (exclude.some((pattern) => isNamedBy(pattern, url))) continue;
    const isNamed = include.some((pattern) => isNamedBy(pattern, url));
    if (include.length > 0 ? !isNamed : !isStoryPath(url)) continue;
    const key = itemKey(url);
    if (key === own) continue;
    found.push({ node, key, url, text: textInside({ nodes, end: page.end }, node) });
  }
  // A story is linked by a headline at least once; pictures and "more" links join it.
  const titled = new Set(
    found.filter(({ text }) => include.length > 0 || isHeadline(text)).map(({ key }) => key),
  );
  const stories = found.filter(({ key }) => titled.has(key));
  return include.length > 0 ? stories : withoutSections(stories);
}

const numbered = /\d{4}/;
const fewestNumbered = 10;

/**
 * Where most stories of a page have a number in their address, one without is a section with a long
 * name (a menu's "Kỷ nguyên mới của dân tộc"), not a story.
 */
function withoutSections(links: readonly StoryLink[]): StoryLink[] {
  const keys = new Set(links.map(({ key }) => key));
  const withNumber = [...keys].filter((key) => numbered.test(pathOf(key)));
  const isHabit = withNumber.length >= fewestNumbered && withNumber.length >= keys.size / 2;
  return links.filter(({ key }) => !isHabit || numbered.test(pathOf(key)));
}

/** What follows the host, which may hold a port. */
function pathOf(key: string): string {
  return key.slice(key.indexOf('/'));
}

/** The smallest box around all; all zero where there are none. */
export function boxAround(boxes: readonly PageBox[]): PageBox {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Square pixels covered by at least one of the boxes. */
export function unionArea(boxes: readonly PageBox[]): number {
  const edges = [...new Set(boxes.flatMap(({ y, height }) => [y, y + height]))].sort(ascending);
  let area = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const [top, bottom] = [edges[index] as number, edges[index + 1] as number];
    const inBand = boxes
      .filter((box) => box.y <= top && box.y + box.height >= bottom)
      .toSorted((one, other) => one.x - other.x);
    let reached = Number.NEGATIVE_INFINITY;
    for (const { x, width } of inBand) {
      area += Math.max(0, x + width - Math.max(x, reached)) * (bottom - top);
      reached = Math.max(reached, x + width);
    }
  }
  return area;
}

function ascending(one: number, other: number): number {
  return one - other;
}
