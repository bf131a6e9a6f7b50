import type { BlockKind, SnapshotPage, SnapshotStory } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

const kindNames: Readonly<Record<BlockKind, MessageKey>> = {
  editorial: 'frontPage.kind.editorial',
  automatic: 'frontPage.kind.automatic',
  carousel: 'frontPage.kind.carousel',
  ticker: 'frontPage.kind.ticker',
  sponsored: 'frontPage.kind.sponsored',
  chrome: 'frontPage.kind.chrome',
};

const screensAtMost = 10;

/** The block of a story in words: its heading, its kind, and of how many slides it is one. */
export function blockText(view: View, story: SnapshotStory): string {
  const kind = view.t(kindNames[story.blockKind]);
  const turns = story.carousel ? ` 1/${story.carousel.slides}` : '';
  return story.blockLabel === null ? kind + turns : `${story.blockLabel} (${kind})${turns}`;
}

/**
 * The share of a story where this placement counts; null elsewhere, whatever it has in another
 * block.
 */
export function shareOf(page: SnapshotPage, story: SnapshotStory): number | null {
  const counts =
    story.blockKind === 'editorial' ||
    story.blockKind === 'carousel' ||
    (page.pageKind === 'section' && story.blockKind === 'automatic');
  return counts ? story.share : null;
}

/** Under a quarter of the page the eye tells shares apart best; beyond it all is dark enough. */
function inkOf(share: number | null): number {
  return Number((0.06 + 0.64 * Math.min(1, (share ?? 0) * 4)).toFixed(3));
}

interface Props {
  readonly view: View;
  readonly page: SnapshotPage;
}

function Box({ view, page, story }: Props & { readonly story: SnapshotStory }) {
  const { box, rank } = story;
  if (box.width === 0) return null;
  const share = shareOf(page, story);
  const part = share === null ? view.t('frontPage.noShare') : view.formats.percent(share);
  const words = `${rank}. ${story.headline} · ${part} · ${blockText(view, story)}`;
  const isCounted = share !== null;
  const size = page.viewport.name === 'phone' ? 14 : 26;
  return (
    <a href={`#story-${rank}`} aria-label={words}>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        fillOpacity={isCounted ? inkOf(share) : undefined}
        className={`story-box story-${story.blockKind}`}
      >
        <title>{words}</title>
      </rect>
      <text x={box.x + 4} y={box.y + size} className="story-rank">
        {rank}
      </text>
    </a>
  );
}

const scaleShares = [0.01, 0.05, 0.1, 0.25];

/** What the darkness of a box means. */
function ShareScale({ view }: { readonly view: View }) {
  return (
    <p className="share-scale">
      {scaleShares.map((share) => (
        <span key={share}>
          <svg viewBox="0 0 28 16" aria-hidden="true">
            <rect
              x={1}
              y={1}
              width={26}
              height={14}
              className="story-box"
              fillOpacity={inkOf(share)}
            />
          </svg>
          {view.formats.percentShort(share)}
          {share === scaleShares.at(-1) ? '+' : ''}
        </span>
      ))}
      <span>
        <svg viewBox="0 0 28 16" aria-hidden="true">
          <rect x={1} y={1} width={26} height={14} className="story-box story-automatic" />
        </svg>
        {view.t('frontPage.uncounted')}
      </span>
    </p>
  );
}

/** On paper a whole page stands on one sheet: the longer it is, the larger its numbers. */
function lengthOf(height: number, viewport: SnapshotPage['viewport']): string {
  const screens = height / viewport.height;
  if (screens > 7) return 'longest';
  return screens > 4 ? 'long' : 'short';
}

const drawing = 'look-drawing';
/** Of the room that a sheet has for the picture: 170 mm wide, 165 mm high. */
const sheetRatio = 170 / 165;

/** A telephone's page is a ribbon: on paper it stands in strips beside each other, on one sheet. */
function PaperStrips({ width, height }: { readonly width: number; readonly height: number }) {
  const count = Math.max(1, Math.floor(Math.sqrt((height / width) * sheetRatio)));
  const each = Math.ceil(height / count);
  return (
    <div className="paper-strips" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <svg key={index} viewBox={`0 ${index * each} ${width} ${each}`}>
          <use href={`#${drawing}`} />
        </svg>
      ))}
    </div>
  );
}

/** The reduced picture of a look with every story's box on it, each a link to its row below. */
export function SnapshotPicture({ view, page }: Props) {
  const { viewport, pageHeight, id } = page;
  const height = Math.min(Math.max(pageHeight, 1), viewport.height * screensAtMost);
  return (
    <figure className={`snapshot snapshot-${viewport.name} snapshot-${lengthOf(height, viewport)}`}>
      <ShareScale view={view} />
      <p
        className="snapshot-reading quiet"
        aria-live="polite"
        data-empty={view.t('frontPage.point')}
      >
        {view.t('frontPage.point')}
      </p>
      <svg
        viewBox={`0 0 ${viewport.width} ${height}`}
        role="group"
        aria-label={view.t('frontPage.picture')}
      >
        <g id={drawing}>
          {page.hasPicture ? (
            <image
              href={`/snapshots/${id}/picture.jpg`}
              width={viewport.width}
              height={height}
              preserveAspectRatio="none"
            />
          ) : null}
          {page.stories.map((story) => (
            <Box key={story.rank} view={view} page={page} story={story} />
          ))}
          <path d={`M0 ${viewport.height}H${viewport.width}`} className="fold" />
        </g>
      </svg>
      {viewport.name === 'phone' ? <PaperStrips width={viewport.width} height={height} /> : null}
      <figcaption className="quiet">{view.t('frontPage.pictureNote')}</figcaption>
    </figure>
  );
}
