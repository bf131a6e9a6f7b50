import type {
  SnapshotFault,
  SnapshotPage as SnapshotModel,
  SnapshotStory,
} from '../../domain/index.ts';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { DayLooks } from '../components/day-looks.tsx';
import { FrontPageStyle } from '../components/front-page-style.tsx';
import { Layout } from '../components/layout.tsx';
import { blockText, shareOf, SnapshotPicture } from '../components/snapshot-picture.tsx';
import { lookNames } from '../review-words.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';

/** Why a look is unfit, in the reader's words; the look's own note follows it. */
const faultNames: Readonly<Record<SnapshotFault, MessageKey>> = {
  unreachable: 'frontPage.fault.unreachable',
  refused: 'frontPage.fault.refused',
  'error-page': 'frontPage.fault.errorPage',
  redirected: 'frontPage.fault.redirected',
  'no-links': 'frontPage.fault.noLinks',
  'lost-styles': 'frontPage.fault.lostStyles',
  'consent-wall': 'frontPage.fault.consentWall',
  'scroll-lock': 'frontPage.fault.scrollLock',
  'too-slow': 'frontPage.fault.tooSlow',
  'browser-gone': 'frontPage.fault.browserGone',
};

function headlineColumn(view: View, language: string): Column<SnapshotStory> {
  return {
    key: 'headline',
    label: view.t('frontPage.headline'),
    wrap: true,
    cell: (story) => (
      <span id={`story-${story.rank}`} lang={language}>
        {story.itemId === null ? (
          story.headline
        ) : (
          <a href={view.href(`/items/${story.itemId}`)}>{story.headline}</a>
        )}
      </span>
    ),
  };
}

function factColumns(view: View, page: SnapshotModel): Column<SnapshotStory>[] {
  const { t, formats } = view;
  return [
    {
      key: 'share',
      label: t('frontPage.pageShare'),
      hint: t('frontPage.shareHint'),
      numeric: true,
      cell: (story) => formats.percent(shareOf(page, story)),
    },
    { key: 'block', label: t('frontPage.block'), cell: (story) => blockText(view, story) },
    {
      key: 'box',
      label: t('frontPage.box'),
      hint: t('frontPage.boxHint'),
      numeric: true,
      cell: ({ box, blockKind }) =>
        box.width === 0 && blockKind === 'carousel'
          ? t('frontPage.boxHidden')
          : `${Math.round(box.width)} × ${Math.round(box.height)} · ${Math.round(box.x)}, ${Math.round(box.y)}`,
    },
    {
      key: 'type',
      label: t('frontPage.type'),
      numeric: true,
      cell: ({ headlinePx, headlineWeight }) =>
        headlinePx === null ? '–' : `${formats.count(headlinePx)}\u00a0px\u00a0· ${headlineWeight}`,
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
  const title =
    page.pageKind === 'front'
      ? t('frontPage.title', { outlet: page.outletName })
      : t('frontPage.sectionTitle', { outlet: page.outletName });
  return (
    <Layout view={view} title={title} methodVersion={page.methodVersion}>
      <FrontPageStyle view={view} />
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
      <DayLooks view={view} page={page} />
      {page.fault === null ? null : (
        <p className="note note-gap">
          {t(faultNames[page.fault])} {t('frontPage.failed')}
          {page.faultText === null ? null : (
            <span className="quiet" lang="en">
              {' '}
              {page.faultText}
            </span>
          )}
        </p>
      )}
      {page.judged === null ? null : (
        <p className={page.judged === 'right' ? 'note' : 'note note-gap'}>
          {t('frontPage.judged')} {t(lookNames[page.judged])}.
        </p>
      )}
      <SnapshotPicture view={view} page={page} />
      {page.stories.length === 0 ? null : (
        <section aria-labelledby="stories-heading">
          <h2 id="stories-heading">{t('frontPage.stories')}</h2>
          <DataTable
            view={view}
            id="stories"
            caption={t('frontPage.stories')}
            columns={[headlineColumn(view, page.language), rank, ...factColumns(view, page)]}
            rows={page.stories}
            rowKey={(story) => String(story.rank)}
          />
          <p className="table-note">
            {t('frontPage.exportNote')} <a href={`/api/snapshots/${page.id}`}>JSON</a> ·{' '}
            <a href={`/api/snapshots/${page.id}/placements.csv`}>CSV</a>{' '}
            <ChallengeLink view={view} about={{ outletId: page.outletId, figure: 'stories' }} />
          </p>
        </section>
      )}
    </Layout>
  );
}
