import type { PageKind, PagePlacement, StoryShare, Viewport } from '../../src/domain/index.ts';
import { type Box, type Carousel, frontPageShares, type StoryInk } from './exposure.ts';

/**
 * The shares of all stories of a snapshot, from what stands where. On a section page automatic
 * blocks count too: there a list of the latest is the page's own content. Pure.
 */
export function storyShares(
  placements: readonly PagePlacement[],
  page: { readonly viewport: Viewport; readonly kind: PageKind },
): readonly StoryShare[] {
  const counts = (kind: PagePlacement['blockKind']) =>
    kind === 'editorial' || (page.kind === 'section' && kind === 'automatic');
  const stories = placements
    .filter((one) => counts(one.blockKind) || one.blockKind === 'automatic')
    .map((one): StoryInk => {
      const ink = inkOf(one);
      const own = counts(one.blockKind);
      return { storyId: one.storyKey, editorial: own ? ink : [], automatic: own ? [] : ink };
    });
  const carousels = carouselsOf(placements);
  return frontPageShares({ viewport: page.viewport, stories, carousels }).map(
    ({ storyId, exposure, share, automaticExposure }) => ({
      storyKey: storyId,
      exposure,
      share,
      automaticExposure,
    }),
  );
}

function carouselsOf(placements: readonly PagePlacement[]): Carousel[] {
  const turning = placements.filter(({ carousel }) => carousel !== null);
  const places = Map.groupBy(turning, ({ carousel }) => carousel?.id);
  return [...places.values()].map((slides) => ({
    shown: slides.flatMap(inkOf),
    slides: slides.map(({ storyKey }) => storyKey),
  }));
}

function inkOf({ lines, pictures }: PagePlacement): Box[] {
  return [...lines, ...pictures];
}
