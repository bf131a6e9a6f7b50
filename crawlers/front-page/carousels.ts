import type { PageTree } from './page-tree.ts';
import type { ReadNode } from './page-reading.ts';

/** A place where slides take turns, or a row of cards that is longer than its window. */
export interface CarouselPlace {
  /** The element that cuts off what waits. */
  readonly frame: number;
  /** Its slides in the order of the document, clones included. */
  readonly slides: readonly number[];
  /** One moving line of text: a ticker. */
  readonly isTicker: boolean;
}

const carouselNames =
  /carousel|slide(?:r|show)|swiper|slick|\bowl\b|owl-|flickity|splide|glide|rotator|bxslider|cycle-/;
const tickerLineMaxPx = 60;

/** Places of turns, found by geometry: equal siblings of which some wait beside or behind. */
export function findCarousels(tree: PageTree): CarouselPlace[] {
  const found: CarouselPlace[] = [];
  let coveredUntil = 0;
  for (let frame = 0; frame < tree.nodes.length; frame += 1) {
    if (frame < coveredUntil || (tree.stories[frame]?.size ?? 0) < 2) continue;
    const slides = slidesIn(tree, frame);
    if (slides.length < 2) continue;
    if (!isRow(tree, frame, slides) && !isStack(tree, frame, slides)) continue;
    found.push({ frame, slides, isTicker: isTicker(tree, slides) });
    coveredUntil = tree.end[frame] as number;
  }
  return found;
}

/** The first level inside at which the stories part. */
function slidesIn(tree: PageTree, frame: number): number[] {
  let level = frame;
  for (;;) {
    const inside = (tree.children[level] ?? []).filter((child) => tree.stories[child]?.size);
    if (inside.length !== 1) return inside;
    level = inside[0] as number;
  }
}

/** Side by side, of one size, and not all of them within the window. */
function isRow(tree: PageTree, frame: number, slides: readonly number[]): boolean {
  const window = tree.nodes[frame] as ReadNode;
  if (!window.clipsX) return false;
  const shown = slides.map((slide) => (tree.nodes[slide] as ReadNode).box);
  const boxes = shown.filter((box) => box.width > 0 && box.height > 0);
  if (boxes.length < 2) return false;
  const top = Math.min(...boxes.map((box) => box.y));
  const height = Math.max(...boxes.map((box) => box.height));
  if (boxes.some((box) => box.y - top > height / 2)) return false;
  const left = window.box.x + 2;
  const right = window.box.x + window.box.width - 2;
  return boxes.some((box) => box.x >= right || box.x + box.width <= left);
}

/** In one place, one seen and the others not; only where the page calls itself a carousel. */
function isStack(tree: PageTree, frame: number, slides: readonly number[]): boolean {
  if (!isNamedCarousel(tree, frame)) return false;
  const reads = slides.map((slide) => tree.nodes[slide] as ReadNode);
  const isSeen = (read: ReadNode) => read.visible && read.box.width > 0 && read.box.height > 0;
  const seen = reads.filter(isSeen).length;
  const [first] = reads;
  return seen > 0 && seen < reads.length && reads.every((read) => read.tag === first?.tag);
}

function isNamedCarousel(tree: PageTree, frame: number): boolean {
  let node = frame;
  for (let steps = 0; steps < 3 && node > 0; steps += 1) {
    const { names, label, parent } = tree.nodes[node] as ReadNode;
    if (carouselNames.test(names) || carouselNames.test(label.toLowerCase())) return true;
    node = parent;
  }
  return false;
}

/** One line of words without pictures. */
function isTicker(tree: PageTree, slides: readonly number[]): boolean {
  return slides.every((slide) => {
    const { box } = tree.nodes[slide] as ReadNode;
    if (box.height > tickerLineMaxPx) return false;
    for (let index = slide; index < (tree.end[slide] as number); index += 1) {
      if ((tree.nodes[index] as ReadNode).picture !== null) return false;
    }
    return true;
  });
}
