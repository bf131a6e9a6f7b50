import type { PageBox } from '../../src/domain/index.ts';

/** Something with a place on the page, or a group of things that the page encloses together. */
export interface Laid<Item> {
  readonly box: PageBox;
  readonly item: Item;
}

/** Overlap of two neighbours that still counts as one beside or under the other: part of a side, */
const slackShare = 0.15;
/** and no more than this, CSS pixels. */
const slackPx = 8;

/**
 * The order in which a reader meets boxes: the page is cut into bands from top to bottom where
 * nothing crosses, a band that cannot be cut into columns from the side where reading starts, and
 * so on in each part.
 */
export function readingOrder<Item>(
  boxes: readonly Laid<Item>[],
  options: { readonly rightToLeft: boolean },
): Item[] {
  if (boxes.length <= 1) return boxes.map(({ item }) => item);
  const bands = cut(boxes, ({ box }) => [box.y, box.y + box.height]);
  if (bands.length > 1) return bands.flatMap((band) => readingOrder(band, options));
  const columns = cut(boxes, ({ box }) => [box.x, box.x + box.width]);
  if (columns.length > 1) {
    const order = options.rightToLeft ? columns.toReversed() : columns;
    return order.flatMap((column) => readingOrder(column, options));
  }
  const side = options.rightToLeft ? -1 : 1;
  return boxes
    .toSorted((one, other) => one.box.y - other.box.y || side * (one.box.x - other.box.x))
    .map(({ item }) => item);
}

/** Groups along one axis between which nothing lies. */
function cut<Item>(
  boxes: readonly Laid<Item>[],
  sides: (laid: Laid<Item>) => readonly [number, number],
): Laid<Item>[][] {
  const spans = boxes
    .map((laid) => {
      const [from, to] = sides(laid);
      const trim = Math.min((to - from) * slackShare, slackPx);
      return { laid, from: from + trim, to: to - trim };
    })
    .toSorted((one, other) => one.from - other.from);
  const groups: Laid<Item>[][] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const { laid, from, to } of spans) {
    if (from >= reached) groups.push([laid]);
    else (groups.at(-1) as Laid<Item>[]).push(laid);
    reached = Math.max(reached, to);
  }
  return groups;
}
