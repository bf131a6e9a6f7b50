import type { PageBox, PagePlacement, Viewport } from '../../src/domain/index.ts';
import { blockOf, type BlockRule } from './blocks.ts';
import { type CarouselPlace, findCarousels } from './carousels.ts';
import { findCards, type LinkCard } from './link-cards.ts';
import { type PageReading, type ReadNode } from './page-reading.ts';
import {
  boxAround,
  growTree,
  isHeadline,
  type LinkRules,
  type PageTree,
  unionArea,
} from './page-tree.ts';
import { type Laid, readingOrder } from './reading-order.ts';

export interface PlacementRules extends LinkRules {
  readonly viewport: Viewport;
  readonly blocks?: readonly BlockRule[];
}

/** A card with all but its place in the order. */
interface Draft {
  readonly root: number;
  readonly placement: Omit<PagePlacement, 'rank'>;
}

/** Where every story of the outlet stands on a page at rest, in reading order. Pure. */
export function readPlacements(reading: PageReading, rules: PlacementRules): PagePlacement[] {
  const tree = growTree(reading, rules);
  const carousels = findCarousels(tree);
  const drafts = mergeClones(
    findCards(tree).flatMap((card) => draftOf({ tree, card, carousels, rules }) ?? []),
  );
  return inOrder(tree, drafts).map((draft, index) => ({ ...draft.placement, rank: index + 1 }));
}

interface Setting {
  readonly tree: PageTree;
  readonly card: LinkCard;
  readonly carousels: readonly CarouselPlace[];
  readonly rules: PlacementRules;
}

/** The placement of a card; null where nothing of it is seen and it does not wait for its turn. */
function draftOf({ tree, card, carousels, rules }: Setting): Draft | null {
  const ink = inkOf(tree, card.roots);
  const [root] = card.roots as readonly [number];
  const place = carousels.findIndex(
    ({ frame }) => root > frame && root < (tree.end[frame] as number),
  );
  const carousel = carousels[place];
  const block = blockOf(tree, root, rules.blocks ?? []);
  const isTurn = carousel !== undefined && !carousel.isTicker && block.kind === 'editorial';
  const boxes = [...ink.lines, ...ink.pictures];
  if (boxes.length === 0 && !isTurn) return null;
  const title = headlineOf(tree, card);
  const box = boxAround(boxes);
  return {
    root,
    placement: {
      storyKey: card.key,
      url: title?.url ?? '',
      headline: title?.text ?? '',
      box,
      ...ink,
      inkArea: unionArea(boxes),
      pictureArea: unionArea(ink.pictures),
      ...typeOf(tree, card),
      aboveFold: boxes.length > 0 && box.y < rules.viewport.height,
      blockLabel: block.label,
      blockKind: isTurn ? 'carousel' : carousel?.isTicker ? tickerOr(block.kind) : block.kind,
      crop: cropOf(tree, card.roots),
      carousel: isTurn ? { id: place, slides: 0 } : null,
    },
  };
}

/**
 * The headline of a card: of its links' words those in the largest type, several of them. A linked
 * standfirst is longer and smaller.
 */
function headlineOf(tree: PageTree, { links }: LinkCard) {
  const named = links.map(({ node, url, text }) => {
    const large = largestWords(tree, node);
    return isHeadline(large.text) ? { ...large, url } : { ...large, text, url };
  });
  const [first] = named.toSorted(
    (one, other) =>
      Number(isHeadline(other.text)) - Number(isHeadline(one.text)) ||
      other.fontPx - one.fontPx ||
      other.fontWeight - one.fontWeight ||
      other.text.length - one.text.length,
  );
  return first;
}

/** Words inside a link in its largest type, seen or waiting for their turn. */
function largestWords(tree: PageTree, link: number) {
  const worded = [...nodesIn(tree, [link])].filter(({ text }) => text !== '');
  const fontPx = Math.max(0, ...worded.map((node) => node.fontPx));
  const largest = worded.filter((node) => node.fontPx === fontPx);
  const fontWeight = Math.max(0, ...largest.map((node) => node.fontWeight));
  return { text: largest.map(({ text }) => text).join(' '), fontPx, fontWeight };
}

function tickerOr(kind: PagePlacement['blockKind']): PagePlacement['blockKind'] {
  return kind === 'editorial' ? 'ticker' : kind;
}

function inkOf(tree: PageTree, roots: readonly number[]) {
  const lines: PageBox[] = [];
  const pictures: PageBox[] = [];
  for (const node of nodesIn(tree, roots)) {
    lines.push(...node.lines);
    if (node.picture !== null) pictures.push(node.picture);
  }
  return { lines, pictures };
}

function* nodesIn(tree: PageTree, roots: readonly number[]): Generator<ReadNode> {
  for (const root of roots) {
    for (let index = root; index < (tree.end[root] as number); index += 1) {
      yield tree.nodes[index] as ReadNode;
    }
  }
}

/** Largest type inside the card's links, and its weight. */
function typeOf(tree: PageTree, card: LinkCard) {
  let largest: ReadNode | null = null;
  for (const node of nodesIn(
    tree,
    card.links.map((link) => link.node),
  )) {
    if (node.lines.length > 0 && node.fontPx > (largest?.fontPx ?? 0)) largest = node;
  }
  return { headlinePx: largest?.fontPx ?? null, headlineWeight: largest?.fontWeight ?? null };
}

function cropOf(tree: PageTree, roots: readonly number[]): number {
  let full = 0;
  let shown = 0;
  for (const node of nodesIn(tree, roots)) {
    full += node.fullArea;
    for (const { width, height } of node.lines) shown += width * height;
    if (node.picture) shown += node.picture.width * node.picture.height;
  }
  return full === 0 ? 0 : Math.min(1, Math.max(0, 1 - shown / full));
}

/** A slide copied so that the row can turn for ever is one slide; its ink joins the original's. */
function mergeClones(drafts: readonly Draft[]): Draft[] {
  const slides = new Map<string, Draft>();
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const { carousel, storyKey, headline } = draft.placement;
    if (carousel === null) {
      kept.push(draft);
      continue;
    }
    const name = `${carousel.id} ${storyKey} ${headline}`;
    const known = slides.get(name);
    slides.set(name, known ? joined(known, draft) : draft);
  }
  const merged = [...slides.values()];
  const sizes = Map.groupBy(merged, ({ placement }) => placement.carousel?.id ?? -1);
  const counted = merged.map(({ root, placement }) => {
    const id = placement.carousel?.id ?? -1;
    return {
      root,
      placement: { ...placement, carousel: { id, slides: sizes.get(id)?.length ?? 1 } },
    };
  });
  return [...kept, ...counted].toSorted((one, other) => one.root - other.root);
}

function joined(one: Draft, other: Draft): Draft {
  const [first, second] = [one.placement, other.placement];
  const lines = [...first.lines, ...second.lines];
  const pictures = [...first.pictures, ...second.pictures];
  const boxes = [...lines, ...pictures];
  return {
    root: first.inkArea > 0 ? one.root : other.root,
    placement: {
      ...(first.inkArea > 0 ? first : second),
      lines,
      pictures,
      box: boxAround(boxes),
      inkArea: unionArea(boxes),
      pictureArea: unionArea(pictures),
      aboveFold: first.aboveFold || second.aboveFold,
      crop: Math.min(first.crop, second.crop),
    },
  };
}

/** Reading order with what the page encloses kept together. */
function inOrder(tree: PageTree, drafts: readonly Draft[]): Draft[] {
  const at = Map.groupBy(drafts, ({ root }) => root);
  const shown = new Map<number, PageBox>();
  for (const { placement } of drafts) {
    if (placement.carousel && placement.inkArea > 0)
      shown.set(placement.carousel.id, placement.box);
  }
  // A waiting slide is met where the shown one stands.
  const boxOf = ({ placement }: Draft): PageBox =>
    placement.inkArea === 0 && placement.carousel
      ? (shown.get(placement.carousel.id) ?? placement.box)
      : placement.box;
  const order = (node: number): Draft[] => {
    const groups: Laid<readonly Draft[]>[] = (at.get(node) ?? []).map((draft) => ({
      box: boxOf(draft),
      item: [draft],
    }));
    for (const child of tree.children[node] ?? []) {
      const inside = order(child);
      if (inside.length > 0) groups.push({ box: boxAround(inside.map(boxOf)), item: inside });
    }
    return readingOrder(groups, tree.reading).flat();
  };
  return tree.nodes.length === 0 ? [] : order(0);
}
