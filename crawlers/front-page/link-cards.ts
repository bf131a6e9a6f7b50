import { type PageTree, type StoryLink, textInside } from './page-tree.ts';
import type { ReadNode } from './page-reading.ts';

/** The elements that together show one story in one place. */
export interface LinkCard {
  readonly key: string;
  readonly links: readonly StoryLink[];
  /** Topmost elements of the card: one, or several where the page lays its parts side by side. */
  readonly roots: readonly number[];
}

const landmark = /^(?:body|main|section|aside|nav|header|footer|table|tbody|form)$/;
const heading = /^(?:h[1-6]|legend|caption)$/;
const labelNames = /[\s_-](?:title|titles|heading|tieu-de|ten-muc)[\s_-]/;

/**
 * The link cards of a page, found by what encloses what: a card grows from a link to the largest
 * element that shows this story alone.
 */
export function findCards(tree: PageTree): LinkCard[] {
  const byRoot = new Map<number, { key: string; links: StoryLink[] }>();
  for (const link of tree.links) {
    const root = cardRoot(tree, link);
    const card = byRoot.get(root);
    if (card) card.links.push(link);
    else byRoot.set(root, { key: link.key, links: [link] });
  }
  const roots = [...byRoot].map(([root, { key, links }]) => ({ key, links, roots: [root] }));
  return joinSiblings(tree, roots);
}

/** Whether an element is the heading of what follows it rather than a part of a card. */
export function isLabel(tree: PageTree, node: number): boolean {
  const read = tree.nodes[node] as ReadNode;
  if ((tree.stories[node]?.size ?? 0) > 0) return false;
  const text = textInside(tree, node);
  if (text.length < 2 || text.length > 60) return false;
  return isHeading(tree, node) || labelNames.test(` ${read.names} `);
}

/** Whether the page itself calls an element a heading. */
export function isHeading({ nodes }: Pick<PageTree, 'nodes'>, node: number): boolean {
  const { tag, role } = nodes[node] as ReadNode;
  return heading.test(tag) || role === 'heading';
}

function cardRoot(tree: PageTree, link: StoryLink): number {
  let root = link.node;
  for (;;) {
    const { parent } = tree.nodes[root] as ReadNode;
    if (parent < 0) return root;
    const above = tree.nodes[parent] as ReadNode;
    if ((tree.stories[parent]?.size ?? 0) > 1) return root;
    if (landmark.test(above.tag) && !isCardSection(tree, parent)) return root;
    const before = (tree.children[parent] ?? []).filter((child) => child < root);
    if (before.some((child) => isLabel(tree, child))) return root;
    root = parent;
  }
}

/** Some pages make every card a section of its own: then it has the headline in it. */
function isCardSection(tree: PageTree, node: number): boolean {
  const { tag, parent } = tree.nodes[node] as ReadNode;
  if (tag !== 'section' && tag !== 'table' && tag !== 'tbody' && tag !== 'header') return false;
  const siblings = (tree.children[parent] ?? []).filter(
    (child) => (tree.nodes[child] as ReadNode).tag === tag && tree.stories[child]?.size === 1,
  );
  return siblings.length > 1;
}

/**
 * Where a card's parts are siblings (a heading, then a paragraph; a picture, then a link), what
 * stands between two stories belongs to the one before it.
 */
function joinSiblings(tree: PageTree, cards: readonly LinkCard[]): LinkCard[] {
  const byRoot = new Map(cards.map((card) => [card.roots[0] as number, card]));
  const parents = new Set(cards.map(({ roots }) => parentOf(tree, roots[0] as number)));
  const joined: LinkCard[] = [];
  const taken = new Set<LinkCard>();
  for (const parent of parents) {
    if (parent < 0) continue;
    for (const run of runsIn(tree, parent, byRoot)) {
      for (const card of run.cards) taken.add(card);
      const links = run.cards.flatMap((card) => card.links);
      joined.push({ key: (run.cards[0] as LinkCard).key, links, roots: run.roots });
    }
  }
  return [...cards.filter((card) => !taken.has(card)), ...joined].toSorted(
    (one, other) => (one.roots[0] as number) - (other.roots[0] as number),
  );
}

interface Run {
  readonly cards: LinkCard[];
  readonly roots: number[];
}

function runsIn(
  tree: PageTree,
  parent: number,
  byRoot: ReadonlyMap<number, LinkCard>,
): readonly Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const child of tree.children[parent] ?? []) {
    const card = byRoot.get(child);
    if (card && run?.cards[0]?.key === card.key) {
      run.cards.push(card);
      run.roots.push(child);
    } else if (card) {
      run = { cards: [card], roots: [child] };
      runs.push(run);
    } else if (run && isLoosePart(tree, child)) run.roots.push(child);
    else run = null;
  }
  return runs;
}

/** A paragraph or picture without a link of its own. */
function isLoosePart(tree: PageTree, node: number): boolean {
  const read = tree.nodes[node] as ReadNode;
  if (isLabel(tree, node) || landmark.test(read.tag) || read.href !== '') return false;
  for (let index = node; index < (tree.end[node] as number); index += 1) {
    if ((tree.nodes[index] as ReadNode).href !== '') return false;
  }
  const isPicture = read.picture !== null;
  return isPicture || textInside(tree, node).length >= 20;
}

function parentOf(tree: PageTree, node: number): number {
  return (tree.nodes[node] as ReadNode).parent;
}
