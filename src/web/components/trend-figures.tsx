import type {
  CoverageDay,
  FigureSet,
  OutletDay,
  Period,
  ShareChange,
  ShareTrend,
  TimelineEvent,
} from '../../domain/index.ts';
import {
  healthDays,
  healthSteps,
  lineStepDays,
  lineSteps,
  rankBump,
  rankSpans,
  smallMultiples,
} from '../charts.ts';
import type { View } from '../view.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { chartNotes } from './chart-notes.ts';
import { onlyMentioning, outletCell, personCell } from './items-address.ts';

/** Persons of the bump chart: the lines it can tell apart. */
export const rankedPersons = 6;
/** Panels that fit a page; the rest is in the outlets' table. */
export const panelsAtMost = 12;

/** The ledger under a time chart, in its steps. */
export function healthOf({ period, t }: View, coverage: readonly CoverageDay[]) {
  const days = healthDays(coverage);
  const isLong = period !== null && lineStepDays(period) > 1;
  return { days: isLong ? healthSteps(days, lineSteps(period)) : days, label: t('chart.health') };
}

/** What a point of a line is and what hatching is: over a long period a point is a mean. */
export function pointWords({ period, t }: View): string {
  const days = period === null ? 1 : lineStepDays(period);
  return days === 1 ? t('trend.pointDay') : t('trend.pointMean', { days });
}

/** Heading of the column that names a line's points. */
export function stepWord({ period, t }: View): string {
  return t(period === null || lineStepDays(period) === 1 ? 'table.day' : 'table.step');
}

function columnWords({ t }: View, period: Period): string {
  const { length } = rankSpans(period);
  return 'days' in length ? t('trend.columnDays', length) : t('trend.columnMonths', length);
}

/** Headings of small multiples and of the strip under each of them. */
export function panelWords(view: View) {
  const { t } = view;
  return {
    step: stepWord(view),
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

/** Some span is told though a little of it is missing. */
function isSlightlyBroken({ parts, persons }: ShareTrend): boolean {
  return parts.some(
    ({ whole, all }, index) => whole < all && (persons[0]?.shares[index] ?? null) !== null,
  );
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
  const annotations = chartNotes(view, events, {
    personIds: persons.map(({ personId }) => personId),
    coverage: figures.coverage,
    outlets: figures.outlets,
  });
  const health = healthOf(view, figures.coverage);
  const broken = trend.spans.filter((_, index) => persons[0]?.shares[index] === null).length;
  return (
    <ChartFigure
      view={view}
      items={personCell(view)}
      frame={{
        id: 'ranks',
        title: t('trend.rankTitle', { count: persons.length }),
        subtitle: t(isSlightlyBroken(trend) ? 'trend.rankSlight' : 'trend.rankSubtitle', {
          column: columnWords(view, period),
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
          parts: trend.parts,
          persons,
          health,
          annotations,
          words: {
            person: t('table.person'),
            unknown: t('coverage.unknown'),
            whole: t('chart.health'),
          },
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
  const annotations = chartNotes(view, events, figures);
  return (
    <>
      <ChartFigure
        view={view}
        items={outletCell(view, onlyMentioning)}
        frame={{
          id: 'outlet-days',
          title: t('trend.outletsTitle'),
          subtitle: t('trend.outletsSubtitle', {
            point: pointWords(view),
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
            annotations,
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
  const nobody = fallen === null ? 'trend.unchanged' : 'trend.nobodyRose';
  const changes = [
    risen === null ? t(nobody) : part('trend.rose', risen),
    fallen === null ? '' : part('trend.fell', fallen),
  ];
  const parts = [
    t('trend.compared', {
      before: formats.period(before.from, before.to),
      after: formats.period(after.from, after.to),
    }),
    `${changes.filter(Boolean).join('; ')}.`,
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
  return (
    <p className="change" id="change">
      {parts.filter(Boolean).join(' ')}{' '}
      <a href={view.href('/compare', { ...after, from2: before.from, to2: before.to })}>
        {t('compare.title')}
      </a>{' '}
      <ChallengeLink view={view} about={{ figure: 'change' }} />
    </p>
  );
}
