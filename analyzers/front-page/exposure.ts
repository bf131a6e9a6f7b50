/**
 * A visible rectangle on the page, CSS pixels from its top left corner, already clipped by
 * overflow.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One story's ink: its text-line boxes and pictures, by the kind of block they stand in. */
export interface StoryInk {
  readonly storyId: string;
  /** In blocks that editors compose. */
  readonly editorial: readonly Box[];
  /** In blocks that fill themselves: most read, latest. */
  readonly automatic: readonly Box[];
}

/** A place where k slides take turns; only one is seen at a time. */
export interface Carousel {
  /** Ink of the slide that was shown when the page was measured. */
  readonly shown: readonly Box[];
  /** The story of each slide, in order; its length is k. A story may have several slides. */
  readonly slides: readonly string[];
}

export interface FrontPage {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly stories: readonly StoryInk[];
  readonly carousels: readonly Carousel[];
}

export interface StoryExposure {
  readonly storyId: string;
  /** Expected share of looks at a page full of ink, 0–1 (editorial and carousel blocks). */
  readonly exposure: number;
  /** Exposure ÷ the sum over all stories; null where the page has no editorial ink at all. */
  readonly share: number | null;
  /** The same in automatic blocks: a column of its own, in no share. */
  readonly automaticExposure: number;
}

/** Only this many screenfuls count. */
export const depthLimitScreens = 10;

/**
 * Share of viewing time spent above depth `y`, in screenfuls from the top: F(y) = 1 − (1+y)^−1.22,
 * fitted to Nielsen Norman Group's eye-tracking shares of 2018 (57, 74, 81, 86, 89, 91 %).
 */
export function viewingTimeAbove(screens: number): number {
  return 1 - (1 + screens) ** -1.22;
}

/** Exposure and share of every story on one snapshot, in the order of their first appearance. */
export function frontPageShares(page: FrontPage): readonly StoryExposure[] {
  const ids = new Set([
    ...page.stories.map((story) => story.storyId),
    ...page.carousels.flatMap((carousel) => carousel.slides),
  ]);
  const inks = new Map<string, DenseBox[]>();
  const automatic = new Map<string, DenseBox[]>();
  for (const story of page.stories) {
    append(inks, story.storyId, dense(story.editorial, 1));
    append(automatic, story.storyId, dense(story.automatic, 1));
  }
  for (const carousel of page.carousels) {
    for (const storyId of new Set(carousel.slides)) {
      const own = carousel.slides.filter((slide) => slide === storyId).length;
      append(inks, storyId, dense(carousel.shown, own / carousel.slides.length));
    }
  }
  const exposures = new Map<string, number>();
  for (const id of ids) exposures.set(id, exposureOf(inks.get(id) ?? [], page.viewport));
  const sum = [...exposures.values()].reduce((total, exposure) => total + exposure, 0);
  return [...ids].map((storyId) => {
    const exposure = exposures.get(storyId) ?? 0;
    return {
      storyId,
      exposure,
      share: sum > 0 ? exposure / sum : null,
      automaticExposure: exposureOf(automatic.get(storyId) ?? [], page.viewport),
    };
  });
}

/** A box in fractions of the viewport (x) and screenfuls (y), with how often its ink is seen. */
interface DenseBox {
  readonly box: Box;
  readonly density: number;
}

function dense(boxes: readonly Box[], density: number): DenseBox[] {
  return boxes.map((box) => ({ box, density }));
}

function append(map: Map<string, DenseBox[]>, id: string, boxes: DenseBox[]): void {
  const known = map.get(id);
  if (known) known.push(...boxes);
  else map.set(id, boxes);
}

interface Span {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly density: number;
}

/**
 * Σ width × (F(bottom) − F(top)) × density over the union of the boxes, where boxes overlap the
 * largest density holds. Swept in horizontal bands between box edges, so the order of boxes, their
 * splitting and exact duplicates cannot matter.
 */
function exposureOf(boxes: readonly DenseBox[], viewport: FrontPage['viewport']): number {
  const spans = boxes.flatMap((entry) => clip(entry, viewport));
  const edges = [...new Set(spans.flatMap((span) => [span.top, span.bottom]))].sort(ascending);
  let exposure = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const top = edges[index] as number;
    const bottom = edges[index + 1] as number;
    const inBand = spans.filter((span) => span.top <= top && span.bottom >= bottom);
    if (inBand.length === 0) continue;
    exposure += coveredWidth(inBand) * (viewingTimeAbove(bottom) - viewingTimeAbove(top));
  }
  return exposure;
}

function clip({ box, density }: DenseBox, viewport: FrontPage['viewport']): Span[] {
  const left = Math.max(0, box.x) / viewport.width;
  const right = Math.min(viewport.width, box.x + box.width) / viewport.width;
  const top = Math.max(0, box.y) / viewport.height;
  const bottom = Math.min(depthLimitScreens, (box.y + box.height) / viewport.height);
  return right > left && bottom > top && density > 0 ? [{ left, right, top, bottom, density }] : [];
}

/** ∫ of the largest density over x, in fractions of the viewport's width. */
function coveredWidth(spans: readonly Span[]): number {
  const edges = [...new Set(spans.flatMap((span) => [span.left, span.right]))].sort(ascending);
  let width = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const left = edges[index] as number;
    const right = edges[index + 1] as number;
    let density = 0;
    for (const span of spans) {
      if (span.left <= left && span.right >= right) density = Math.max(density, span.density);
    }
    width += (right - left) * density;
  }
  return width;
}

function ascending(a: number, b: number): number {
  return a - b;
}
