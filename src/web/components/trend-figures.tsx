import type {
  CoverageDay,
  FigureSet,
  OutletDay,
  ShareChange,
  ShareTrend,
  TimelineEvent,
} from '../../domain/index.ts';
import { dayCount, healthDays, rankBump, smallMultiples } from '../charts.ts';
import type { View } from '../view.ts';
import { ChartFigure } from './chart-figure.tsx';
import { chartNotes } from './chart-notes.ts';

/** Columns a bump chart can tell apart. */
const spansAtMost = 8;
/** Persons of the bump chart: the lines it can tell apart. */
export const rankedPersons = 6;
/** Panels that fit a page; the rest is in the outlets' table. */
const panelsAtMost = 12;

/** Days of one span of the bump chart of the period on screen. */
export function trendSpanDays(view: View): number {
  if (view.period === null) return 1;
  const least = dayCount(view.period) / spansAtMost;
  return [1, 2, 7, 14, 28].find((days) => days >= least) ?? Math.ceil(least);
}

/** The ledger under a time chart. */
export function healthOf(view: View, coverage: readonly CoverageDay[]) {
  return { days: healthDays(coverage), label: view.t('chart.health') };
}

/** Headings of small multiples and of the strip under each of them. */
export function panelWords({ t }: View) {
  return {
    day: t('table.day'),
    unknown: t('coverage.unknown'),
    health: t('chart.health'),
  };
}

/** A namesake's post tells two people of one name apart. */
function nameAmong(
  view: View,
  figures: FigureSet,
  { personId, name }: { readonly personId: string; readonly name: string },
): string {
  const same = figures.persons.filter((person) => person.name === name);
  const marked = view.nameOf({ personId, name });
  const post = same.find((person) => person.personId === personId)?.posts[0]?.label;
  return same.length < 2 || post === undefined ? marked : `${marked}, ${post}`;
}

/** Ranks by share, span by span, broken at gaps. */
export function RankFigure(props: {
  readonly view: View;
  readonly trend: ShareTrend;
  readonly events: readonly TimelineEvent[];
  readonly figures: FigureSet;
}) {
  const { view, trend, events, figures } = props;
  const { t, formats, period } = view;
  const persons = trend.persons.slice(0, rankedPersons).map((person) => ({
    ...person,
    name: nameAmong(view, figures, person),
  }));
  if (period === null || persons.length < 2 || trend.spans.length < 2) return null;
  const broken = trend.spans.filter((_, index) => persons[0]?.shares[index] === null).length;
  return (
    <ChartFigure
      view={view}
      frame={{
        id: 'ranks',
        title: t('trend.rankTitle', { count: persons.length }),
        subtitle: t('trend.rankSubtitle', {
          days: trendSpanDays(view),
          period: formats.period(period.from, period.to),
        }),
        alt: t('trend.rankAlt', {
          count: persons.length,
          spans: trend.spans.length,
          broken,
          name: persons[0]?.name ?? '',
        }),
      }}
      draw={(frame) =>
        rankBump({
          ...frame,
          spans: trend.spans,
          persons,
          health: healthOf(view, figures.coverage),
          annotations: chartNotes(view, events, {
            personIds: persons.map(({ personId }) => personId),
            coverage: figures.coverage,
            outlets: figures.outlets,
          }),
          words: { person: t('table.person'), unknown: t('coverage.unknown') },
        })
      }
    />
  );
}

/** Each outlet's items about office-holders by day, all on one scale. */
export function OutletMultiples(props: {
  readonly view: View;
  readonly figures: FigureSet;
  readonly days: readonly OutletDay[];
  readonly events: readonly TimelineEvent[];
}) {
  const { view, figures, days, events } = props;
  const { outlets } = figures;
  const { t, formats, period } = view;
  if (period === null || outlets.length < 2) return null;
  const byOutlet = Map.groupBy(days, ({ outletId }) => outletId);
  const shown = outlets.slice(0, panelsAtMost);
  return (
    <>
      <ChartFigure
        view={view}
        frame={{
          id: 'outlet-days',
          title: t('trend.outletsTitle'),
          subtitle: t('trend.outletsSubtitle', {
            period: formats.period(period.from, period.to),
          }),
          alt: t('trend.outletsAlt', { count: shown.length }),
        }}
        draw={(frame) =>
          smallMultiples({
            ...frame,
            period,
            panels: shown.map(({ outletId, name }) => ({
              id: outletId,
              title: name,
              points: (byOutlet.get(outletId) ?? []).map(({ day, itemsWithPersons }) => ({
                day,
                value: itemsWithPersons,
              })),
            })),
            annotations: chartNotes(view, events, figures),
            words: panelWords(view),
          })
        }
      />
      {outlets.length > shown.length ? (
        <p className="quiet">{t('trend.outletsMore', { count: outlets.length - shown.length })}</p>
      ) : null}
    </>
  );
}

/** What changed, in one plain sentence, with both periods and what is missing in them. */
export function ChangeSentence(props: {
  readonly view: View;
  readonly change: ShareChange | null;
}) {
  const { view, change } = props;
  if (change === null) return null;
  const { t, formats } = view;
  const { before, after, risen, fallen, gapDays } = change;
  const parts = [
    t('trend.compared', {
      before: formats.period(before.from, before.to),
      after: formats.period(after.from, after.to),
    }),
    risen === null ? t('trend.nobodyRose') : part('trend.rose', risen),
    fallen === null ? '' : part('trend.fell', fallen),
    gapDays.before === 0 ? '' : t('trend.gapsBefore', { days: gapDays.before }),
    gapDays.after === 0 ? '' : t('trend.gapsAfter', { days: gapDays.after }),
  ];
  function part(key: 'trend.rose' | 'trend.fell', of: NonNullable<ShareChange['risen']>) {
    return t(key, {
      name: of.name,
      before: formats.percent(of.before),
      after: formats.percent(of.after),
    });
  }
  return <p className="change">{parts.filter(Boolean).join(' ')}</p>;
}
