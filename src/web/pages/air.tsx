import type {
  AirWeek,
  BulletinSummary,
  GridProgramme,
  OutletAirFigures,
} from '../../domain/index.ts';
import { capturedNames, clockText, timeText } from '../components/air-time.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { KeyFigures } from '../components/key-figures.tsx';
import { Layout } from '../components/layout.tsx';
import { WeekGrid } from '../components/week-grid.tsx';
import { StaleNote } from '../components/states.tsx';
import type { View } from '../view.ts';

function Captured({ view, figures }: { readonly view: View; readonly figures: OutletAirFigures }) {
  const { t, formats, period } = view;
  const { bulletinLength, bulletins, medium } = figures;
  const unknown = bulletinLength.unknownBulletins;
  return (
    <section aria-labelledby={`captured-${figures.medium}`}>
      <h2 id={`captured-${figures.medium}`}>{t(capturedNames[figures.medium])}</h2>
      <p className="quiet">{period === null ? '' : formats.period(period.from, period.to)}</p>
      <KeyFigures
        view={view}
        about={{ outletId: figures.outletId }}
        figures={[
          {
            id: `${medium}-bulletins`,
            name: t('air.bulletins'),
            value: formats.count(bulletins),
            text: t('air.bulletinsText', { reports: figures.reports, unknown }),
          },
          {
            id: `${medium}-time`,
            name: t('air.bulletinTime'),
            value: clockText(bulletinLength.seconds),
            text: t('air.hoursHint'),
          },
          {
            id: `${medium}-subtitled`,
            name: t('air.subtitled'),
            value: formats.percent(bulletins === 0 ? null : figures.withSubtitles / bulletins),
            text: t('air.subtitledText', { count: figures.withSubtitles, total: bulletins }),
          },
          {
            id: `${medium}-listed`,
            name: t('air.listed'),
            value: formats.count(figures.newsProgrammes),
            text: t('air.listedText', {
              programmes: figures.programmes,
              repeats: figures.newsRepeats,
              relays: figures.relays,
            }),
          },
        ]}
      />
    </section>
  );
}

function bulletinColumns(view: View, week: AirWeek): Column<BulletinSummary>[] {
  const { t, formats } = view;
  return [
    {
      key: 'day',
      label: t('table.day'),
      cell: ({ day, startAt }) =>
        startAt === null
          ? `${formats.day(day)} · ${t('air.startUnknown')}`
          : `${formats.day(day)}, ${timeText(startAt, week.timeZone)}`,
    },
    {
      key: 'title',
      label: t('air.bulletin'),
      wrap: true,
      cell: ({ id, title }) => (
        <a lang={week.language} href={view.href(`/bulletins/${id}`)}>
          {title}
        </a>
      ),
    },
    {
      key: 'length',
      label: t('air.length'),
      hint: t('air.minutesHint'),
      numeric: true,
      cell: ({ durationSeconds }) => clockText(durationSeconds),
    },
    {
      key: 'reports',
      label: t('air.reports'),
      numeric: true,
      cell: ({ reports }) => formats.count(reports),
    },
    {
      key: 'persons',
      label: t('air.persons'),
      numeric: true,
      cell: ({ persons }) => formats.count(persons),
    },
    {
      key: 'subtitles',
      label: t('air.subtitles'),
      cell: ({ hasSubtitles }) => t(hasSubtitles ? 'air.yes' : 'air.no'),
    },
  ];
}

function programmeColumns(view: View, week: AirWeek): Column<GridProgramme>[] {
  const { t, formats } = view;
  const what = ({ isRelay, isRepeat, firstAiringAt }: GridProgramme) => {
    if (isRelay) return t('air.relay');
    if (!isRepeat) return t('air.own');
    return firstAiringAt === null
      ? t('air.repeat')
      : t('air.repeatOf', { at: formats.instant(firstAiringAt, week.timeZone) });
  };
  return [
    {
      key: 'day',
      label: t('table.day'),
      cell: ({ day, startAt }) => `${formats.dayShort(day)}, ${timeText(startAt, week.timeZone)}`,
    },
    {
      key: 'title',
      label: t('air.programme'),
      wrap: true,
      cell: ({ title }) => <span lang={week.language}>{title}</span>,
    },
    { key: 'kind', label: t('air.kind'), wrap: true, cell: what },
    {
      key: 'versions',
      label: t('air.versions'),
      hint: t('air.versionsHint'),
      numeric: true,
      cell: ({ versions }) => formats.count(versions),
    },
  ];
}

/** `/outlets/:id/air`: a broadcaster's week as a grid, its bulletins, what was captured. */
export function AirPage(props: { readonly view: View; readonly week: AirWeek }) {
  const { view, week } = props;
  const { t } = view;
  const news = week.programmes.filter(({ isNews, isRelay }) => isNews || isRelay);
  const title = t('air.title', { outlet: week.outletName });
  return (
    <Layout view={view} title={title} methodVersion={week.methodVersion}>
      <FilterLine view={view} />
      <header className="finding">
        <h1>{title}</h1>
        <p className="lead">
          <a href={view.href(`/outlets/${week.outletId}`)}>{t('air.print')}</a> · {t('air.apart')}
        </p>
      </header>
      <StaleNote view={view} />
      {week.figures.map((figures) => (
        <Captured key={figures.medium} view={view} figures={figures} />
      ))}
      {week.channels.map((channel) => (
        <WeekGrid key={channel.id} view={view} week={week} channel={channel} />
      ))}
      <section aria-labelledby="bulletins-heading">
        <h2 id="bulletins-heading">{t('air.bulletinsOfWeek')}</h2>
        {week.bulletins.length === 0 ? (
          <p>{t('air.noBulletins')}</p>
        ) : (
          <DataTable
            view={view}
            id="bulletins"
            caption={t('air.bulletinsOfWeek')}
            columns={bulletinColumns(view, week)}
            rows={week.bulletins.toReversed()}
            rowKey={({ id }) => id}
          />
        )}
      </section>
      <section aria-labelledby="news-heading">
        <h2 id="news-heading">{t('air.newsOfWeek')}</h2>
        <DataTable
          view={view}
          id="news"
          caption={t('air.newsOfWeek')}
          columns={programmeColumns(view, week)}
          rows={news}
          rowKey={({ channel, startAt }) => `${channel} ${startAt}`}
        />
      </section>
    </Layout>
  );
}
