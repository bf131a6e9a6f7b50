import type { CoverageDay, GapReason } from '../../domain/index.ts';
import { coverageStrip } from '../charts.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import type { ChallengeAbout } from './challenge-link.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { outletCell } from './items-address.ts';
import { isGap } from './states.tsx';

/** Why a day is a gap, in words. */
export const gapNames: Readonly<Record<GapReason, MessageKey>> = {
  'outlet-unreachable': 'coverage.gap.outlet-unreachable',
  refused: 'coverage.gap.refused',
  'extraction-failed': 'coverage.gap.extraction-failed',
  'not-crawled': 'coverage.gap.not-crawled',
};

/** Every missing day in words; the picture alone would leave the reason to hovering. */
function GapList(props: {
  readonly view: View;
  readonly gaps: readonly CoverageDay[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const { view, gaps, names } = props;
  const { t, formats } = view;
  if (gaps.length === 0) return <p className="quiet">{t('coverage.noGaps')}</p>;
  return (
    <ul className="gap-list">
      {gaps.slice(0, 12).map((day) => (
        <li key={`${day.outletId} ${day.day}`}>
          {formats.weekday(day.day)} {formats.day(day.day)}, {names.get(day.outletId)}:{' '}
          {t(day.gap === null ? 'coverage.unknown' : gapNames[day.gap])}
        </li>
      ))}
      {gaps.length > 12 ? <li>…</li> : null}
    </ul>
  );
}

/** Rows that a picture can tell apart. */
const rowsAtMost = 20;

/** The outlets that the picture shows: where there are many, those that miss most days. */
function drawnOutlets(
  outlets: readonly { readonly outletId: string }[],
  gaps: readonly CoverageDay[],
): ReadonlySet<string> {
  const missing = Map.groupBy(gaps, ({ outletId }) => outletId);
  const days = ({ outletId }: { readonly outletId: string }) => missing.get(outletId)?.length ?? 0;
  const most = outlets.toSorted((one, other) => days(other) - days(one)).slice(0, rowsAtMost);
  return new Set(most.map(({ outletId }) => outletId));
}

/** What the picture leaves out, in words. */
function NotDrawn(props: {
  readonly view: View;
  readonly outlets: number;
  readonly drawn: ReadonlySet<string>;
  readonly gaps: readonly CoverageDay[];
}) {
  const { view, outlets, drawn, gaps } = props;
  const count = outlets - drawn.size;
  if (count === 0) return null;
  const missing = gaps.filter(({ outletId }) => !drawn.has(outletId)).length;
  const words =
    missing === 0
      ? view.t('coverage.othersWhole', { shown: drawn.size, count })
      : view.t('coverage.others', { shown: drawn.size, count, days: missing });
  return <p className="quiet">{words}</p>;
}

function stripWords({ t }: View) {
  return {
    outlet: t('table.outlet'),
    unknown: t('coverage.unknown'),
    gaps: {
      'outlet-unreachable': t(gapNames['outlet-unreachable']),
      refused: t(gapNames.refused),
      'extraction-failed': t(gapNames['extraction-failed']),
      'not-crawled': t(gapNames['not-crawled']),
    },
  };
}

/** The coverage strip with its words, on overview and outlet pages. */
export function CoverageFigure(props: {
  readonly view: View;
  readonly outlets: readonly { readonly outletId: string; readonly name: string }[];
  readonly coverage: readonly CoverageDay[];
  /** false where the page lists every missing day itself. */
  readonly listed?: boolean;
  /** Whose page it stands on, if on one outlet's. */
  readonly about?: ChallengeAbout;
}) {
  const { view, outlets, coverage, listed = true, about } = props;
  const { t, formats, period } = view;
  if (period === null) return null;
  const gaps = coverage.filter(isGap);
  const drawn = drawnOutlets(outlets, gaps);
  return (
    <>
      <ChartFigure
        view={view}
        {...(about === undefined ? {} : { about })}
        items={outletCell(view)}
        frame={{
          id: 'coverage',
          title: t('coverage.title'),
          subtitle: t('coverage.subtitle', { period: formats.period(period.from, period.to) }),
          alt: t('coverage.alt', { count: outlets.length, gaps: gaps.length }),
        }}
        draw={(frame) =>
          coverageStrip({
            ...frame,
            outlets,
            drawn,
            coverage,
            period,
            words: stripWords(view),
          })
        }
      />
      <NotDrawn view={view} outlets={outlets.length} drawn={drawn} gaps={gaps} />
      {listed ? (
        <GapList
          view={view}
          gaps={gaps}
          names={new Map(outlets.map((outlet) => [outlet.outletId, outlet.name]))}
        />
      ) : null}
    </>
  );
}
