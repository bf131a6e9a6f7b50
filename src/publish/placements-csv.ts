import type { SnapshotPage, SnapshotStory } from '../domain/index.ts';

type Cell = string | number | boolean | null;

const pageColumns: readonly (readonly [string, (page: SnapshotPage) => Cell])[] = [
  ['snapshot_id', (page) => page.id],
  ['outlet_id', (page) => page.outletId],
  ['page_kind', (page) => page.pageKind],
  ['page_url', (page) => page.url],
  ['scheduled_at', (page) => page.scheduledAt],
  ['taken_at', (page) => page.takenAt],
  ['window', (page) => page.viewport.name],
  ['window_width_px', (page) => page.viewport.width],
  ['window_height_px', (page) => page.viewport.height],
  ['page_height_px', (page) => page.pageHeight],
  ['method_version', (page) => page.methodVersion],
  ['fault', (page) => page.fault],
];

const hundredth = (value: number) => Number(value.toFixed(2));

const storyColumns: readonly (readonly [string, (story: SnapshotStory) => Cell])[] = [
  ['rank', (story) => story.rank],
  ['story_url', (story) => story.url],
  ['item_id', (story) => story.itemId],
  ['headline', (story) => story.headline],
  ['share', (story) => story.share],
  ['block_kind', (story) => story.blockKind],
  ['block_label', (story) => story.blockLabel],
  ['carousel_slides', (story) => story.carousel?.slides ?? null],
  ['box_x_px', (story) => hundredth(story.box.x)],
  ['box_y_px', (story) => hundredth(story.box.y)],
  ['box_width_px', (story) => hundredth(story.box.width)],
  ['box_height_px', (story) => hundredth(story.box.height)],
  ['ink_area_px2', (story) => Math.round(story.inkArea)],
  ['picture_area_px2', (story) => Math.round(story.pictureArea)],
  ['headline_px', (story) => story.headlinePx],
  ['headline_weight', (story) => story.headlineWeight],
  ['above_fold', (story) => story.aboveFold],
  ['crop', (story) => hundredth(story.crop)],
];

/** The heading of a list of placements. */
export const placementsHead: string = [...pageColumns, ...storyColumns]
  .map(([name]) => name)
  .concat('data')
  .join(',');

/**
 * What stood where on one look, a line a placement (CSV after RFC 4180, without heading). A failed
 * look is one line with its fault and nothing after it: unknown, which is not empty.
 */
export function placementLines(page: SnapshotPage, world: { readonly demo: boolean }) {
  const data = world.demo ? 'fiction' : 'real';
  const look = pageColumns.map(([, cell]) => cell(page));
  const stories: readonly (readonly Cell[])[] =
    page.fault === null
      ? page.stories.map((story) => storyColumns.map(([, cell]) => cell(story)))
      : [storyColumns.map(() => null)];
  return stories.map((story) => [...look, ...story, data].map(written).join(','));
}

/** A text that a spreadsheet would run as a formula is defused with an apostrophe. */
function written(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
