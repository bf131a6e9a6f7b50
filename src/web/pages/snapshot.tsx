import type {
  BlockKind,
  SnapshotPage as SnapshotModel,
  SnapshotStory,
} from '../../domain/index.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Layout } from '../components/layout.tsx';
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

function blockOf(view: View, story: SnapshotStory): string {
  const kind = view.t(kindNames[story.blockKind]);
  const turns = story.carousel ? ` 1/${story.carousel.slides}` : '';
  return story.blockLabel === null ? kind + turns : `${story.blockLabel} (${kind})${turns}`;
}

/** In an automatic block a story has no share, whatever it has elsewhere. */
function shareOf(story: SnapshotStory): number | null {
  const counts = story.blockKind === 'editorial' || story.blockKind === 'carousel';
  return counts ? story.share : null;
}

function Box({ view, story }: { readonly view: View; readonly story: SnapshotStory }) {
  const { box, rank } = story;
  const share = shareOf(story);
  if (box.width === 0) return null;
  const words = [story.headline, view.formats.percent(share), blockOf(view, story)];
  // Under a quarter of the page the eye tells shares apart best; beyond it all is dark enough.
  const ink = share === null ? 0 : Math.min(1, share * 4);
  return (
    <a href={`#story-${rank}`} aria-label={`${rank}. ${words.join(' · ')}`}>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        fillOpacity={Number((0.08 + 0.6 * ink).toFixed(3))}
        className={`story-box story-${story.blockKind}`}
      >
        <title>{words.join(' · ')}</title>
      </rect>
      <text x={box.x + 6} y={box.y + 26} className="story-rank">
        {rank}
      </text>
    </a>
  );
}

function Picture({ view, page }: { readonly view: View; readonly page: SnapshotModel }) {
  const { viewport, pageHeight, id } = page;
  const height = Math.min(Math.max(pageHeight, 1), viewport.height * screensAtMost);
  return (
    <figure className={`snapshot snapshot-${viewport.name}`}>
      <svg
        viewBox={`0 0 ${viewport.width} ${height}`}
        role="group"
        aria-label={view.t('frontPage.picture')}
      >
        {page.hasPicture ? (
          <image
            href={`/snapshots/${id}/picture.jpg`}
            width={viewport.width}
            height={height}
            preserveAspectRatio="none"
          />
        ) : null}
        {page.stories.map((story) => (
          <Box key={story.rank} view={view} story={story} />
        ))}
        <path d={`M0 ${viewport.height}H${viewport.width}`} className="fold" />
      </svg>
      <figcaption className="quiet">{view.t('frontPage.pictureNote')}</figcaption>
    </figure>
  );
}

/** All looks of the day: a reader moves through it as on a slider, with or without scripts. */
function Day({ view, page }: { readonly view: View; readonly page: SnapshotModel }) {
  const time = (at: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: page.timeZone, timeStyle: 'short' }).format(
      new Date(at),
    );
  return (
    <nav className="looks" aria-label={view.t('frontPage.sameDay')}>
      {page.sameDay.map((look) => (
        <a
          key={look.id}
          href={view.href(`/snapshots/${look.id}`)}
          aria-current={look.id === page.id ? 'page' : undefined}
          className={look.good ? undefined : 'unknown'}
        >
          {time(look.at)}
        </a>
      ))}
    </nav>
  );
}

function headlineColumn(view: View): Column<SnapshotStory> {
  return {
    key: 'headline',
    label: view.t('frontPage.headline'),
    wrap: true,
    cell: (story) => (
      <span id={`story-${story.rank}`} lang="vi">
        {story.itemId === null ? (
          story.headline
        ) : (
          <a href={view.href(`/items/${story.itemId}`)}>{story.headline}</a>
        )}
      </span>
    ),
  };
}

function factColumns(view: View): Column<SnapshotStory>[] {
  const { t, formats } = view;
  return [
    {
      key: 'share',
      label: t('frontPage.share'),
      hint: t('frontPage.shareHint'),
      numeric: true,
      cell: (story) => formats.percent(shareOf(story)),
    },
    { key: 'block', label: t('frontPage.block'), cell: (story) => blockOf(view, story) },
    {
      key: 'box',
      label: t('frontPage.box'),
      hint: t('frontPage.boxHint'),
      numeric: true,
      cell: ({ box }) =>
        `${Math.round(box.width)} × ${Math.round(box.height)} · ${Math.round(box.x)}, ${Math.round(box.y)}`,
    },
    {
      key: 'type',
      label: t('frontPage.type'),
      numeric: true,
      cell: ({ headlinePx, headlineWeight }) =>
        headlinePx === null ? '–' : `${formats.count(headlinePx)} px · ${headlineWeight}`,
    },
  ];
}

/** `/snapshots/:id`: one look at a front page, every box with its share. */
export function SnapshotPage(props: { readonly view: View; readonly page: SnapshotModel }) {
  const { view, page } = props;
  const { t, formats } = view;
  const rank: Column<SnapshotStory> = {
    key: 'rank',
    label: t('frontPage.rank'),
    numeric: true,
    cell: (story) => formats.count(story.rank),
  };
  const title = t('frontPage.title', { outlet: page.outletName });
  return (
    <Layout view={view} title={title} methodVersion={page.methodVersion}>
      <header className="finding">
        <h1>{title}</h1>
        <p className="lead">
          {formats.instant(page.scheduledAt, page.timeZone)} · {page.viewport.width} ×{' '}
          {page.viewport.height}
        </p>
        <p className="quiet">
          {t('frontPage.facts', {
            browser: page.facts.browser,
            fonts: page.facts.fonts,
            blocked: page.facts.blockedRequests,
          })}
        </p>
      </header>
      <Day view={view} page={page} />
      {page.fault === null ? null : (
        <p className="note note-gap">
          {t('frontPage.failed')} {page.faultText}
        </p>
      )}
      <Picture view={view} page={page} />
      {page.stories.length === 0 ? null : (
        <section aria-labelledby="stories-heading">
          <h2 id="stories-heading">{t('frontPage.stories')}</h2>
          <DataTable
            view={view}
            id="stories"
            caption={t('frontPage.stories')}
            columns={[rank, headlineColumn(view), ...factColumns(view)]}
            rows={page.stories}
            rowKey={(story) => String(story.rank)}
          />
        </section>
      )}
    </Layout>
  );
}
