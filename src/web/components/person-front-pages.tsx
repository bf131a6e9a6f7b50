import type { AttentionDay, FrontPageStrip, PageHours, PersonFigures } from '../../domain/index.ts';
import { type Annotation, frontPageAttention, lookHealthDays } from '../charts.ts';
import type { View } from '../view.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { FrontPageStyle } from './front-page-style.tsx';
import { StripTable } from './front-page-strip.tsx';

interface Place {
  readonly name: string;
  readonly share: string;
  readonly byParts: string;
  readonly whole: string;
}

/** Pages, windows and feeds, each with its bracket; unknown where nothing was looked at. */
function placesOf(view: View, { frontPage, feedOrder }: PersonFigures): readonly Place[] {
  const { t, formats } = view;
  const unknown = t('coverage.unknown');
  const bracket = (hours: PageHours['inclusive']) =>
    `${formats.hoursRange(hours)} ${t('frontPage.hoursUnit')}`;
  const place = (name: string, hours: PageHours | null | undefined): Place => ({
    name,
    share: hours ? formats.percent(hours.share) : unknown,
    byParts: hours ? bracket(hours.fractional) : unknown,
    whole: hours ? bracket(hours.inclusive) : unknown,
  });
  return [
    place(t('frontPage.reference'), frontPage),
    place(t('frontPage.phone'), frontPage?.phone),
    place(t('frontPage.sections'), frontPage?.section),
    {
      name: t('frontPage.feeds'),
      share: '–',
      byParts: feedOrder ? formats.percent(feedOrder.fractional) : unknown,
      whole: feedOrder ? formats.percent(feedOrder.inclusive) : unknown,
    },
  ];
}

function PlacesTable({ view, figures }: { readonly view: View; readonly figures: PersonFigures }) {
  const { t } = view;
  const column = (key: keyof Place, label: string, numeric = true): Column<Place> => ({
    key,
    label,
    numeric,
    cell: (place) => place[key],
  });
  return (
    <div className="figure-block">
      <DataTable
        view={view}
        id="front-page-places"
        caption={t('frontPage.places')}
        columns={[
          column('name', t('frontPage.places'), false),
          column('share', t('frontPage.attentionShare')),
          column('byParts', t('frontPage.byParts')),
          column('whole', t('frontPage.whole')),
        ]}
        rows={placesOf(view, figures)}
        rowKey={(place) => place.name}
      />
      <p className="table-note">
        {t('frontPage.placesNote')}{' '}
        <ChallengeLink
          view={view}
          about={{ personId: figures.personId, figure: 'front-page-places' }}
        />
      </p>
    </div>
  );
}

function Attention(props: {
  readonly view: View;
  readonly figures: PersonFigures;
  readonly days: readonly AttentionDay[];
  readonly notes: readonly Annotation[];
}) {
  const { view, figures, days, notes } = props;
  const { t, formats, period } = view;
  if (period === null) return null;
  const { personId, name } = figures;
  const known = days.filter((day) => day.fractional !== null);
  const top = known.toSorted(
    (one, other) => (other.fractional?.low ?? 0) - (one.fractional?.low ?? 0),
  )[0];
  const hours = days.reduce((sum, day) => sum + day.knownHours, 0);
  return (
    <ChartFigure
      view={view}
      about={{ personId }}
      frame={{
        id: 'attention',
        title: t('frontPage.attentionTitle', { name }),
        subtitle: t('frontPage.attentionSubtitle', {
          hours: formats.decimal(hours),
          period: formats.period(period.from, period.to),
        }),
        alt: t('frontPage.attentionAlt', {
          name,
          share: formats.percent(top?.fractional?.low ?? null),
          day: top ? formats.day(top.day) : '–',
          gaps: days.length - known.length,
        }),
      }}
      draw={(frame) =>
        frontPageAttention({
          ...frame,
          personId,
          days,
          period,
          annotations: notes,
          health: {
            days: lookHealthDays(days),
            label: t('frontPage.hoursSeen'),
            write: (hours) => formats.decimal(hours),
          },
          words: {
            day: t('table.day'),
            fractional: t('frontPage.byParts'),
            inclusive: t('frontPage.whole'),
            share: t('frontPage.attentionShare'),
            hours: t('frontPage.hoursSeen'),
            unknown: t('coverage.unknown'),
          },
        })
      }
    />
  );
}

/** All of a person's front-page figures; nothing where no front page was looked at. */
export function PersonFrontPages(props: {
  readonly view: View;
  readonly figures: PersonFigures;
  readonly strip: FrontPageStrip | null;
  readonly attention: readonly AttentionDay[] | null;
  /** What explains a change in the person's own lines. */
  readonly notes: readonly Annotation[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const { view, figures, strip, attention, notes, names } = props;
  const { t } = view;
  if (!figures.frontPage) return null;
  return (
    <section aria-labelledby="front-pages-heading">
      <h2 id="front-pages-heading">{t('frontPage.overview')}</h2>
      <FrontPageStyle view={view} />
      <PlacesTable view={view} figures={figures} />
      {attention === null ? null : (
        <Attention view={view} figures={figures} days={attention} notes={notes} />
      )}
      {strip === null ? null : (
        <StripTable
          view={view}
          strip={strip}
          title={t('frontPage.stripPersonTitle', { name: figures.name })}
          names={names}
          about={{ personId: figures.personId }}
        />
      )}
    </section>
  );
}
