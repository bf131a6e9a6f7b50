import type { Alarm, CoverageDay, FigureSet, GapReason } from '../../domain/index.ts';
import { AlarmList } from '../components/alarm-list.tsx';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { CoverageFigure, gapNames } from '../components/coverage-figure.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { FilterLine } from '../components/filter-line.tsx';
import { unitOf } from '../components/items-address.ts';
import { Layout } from '../components/layout.tsx';
import { EmptyState, isGap, StaleNote } from '../components/states.tsx';
import type { View } from '../view.ts';

interface OutletLedger {
  readonly outletId: string;
  readonly name: string;
  readonly days: number;
  readonly whole: number;
  readonly reasons: Readonly<Partial<Record<GapReason, number>>>;
  readonly failed: number;
}

const reasons: readonly GapReason[] = [
  'outlet-unreachable',
  'refused',
  'extraction-failed',
  'not-crawled',
];

function ledgers(figures: FigureSet): OutletLedger[] {
  const rows = Map.groupBy(figures.coverage, ({ outletId }) => outletId);
  return figures.outlets.map(({ outletId, name }) => {
    const own = rows.get(outletId) ?? [];
    const counted = reasons.map((reason) => [
      reason,
      own.filter(({ gap }) => gap === reason).length,
    ]);
    return {
      outletId,
      name,
      days: own.length,
      whole: own.filter((day) => !isGap(day)).length,
      reasons: Object.fromEntries(counted) as OutletLedger['reasons'],
      failed: own.reduce((sum, day) => sum + day.failed, 0),
    };
  });
}

function ledgerColumns(view: View): Column<OutletLedger>[] {
  const { t, formats } = view;
  const gapsOf = (outlet: string) => `${view.href('/gaps', { outlet })}#gaps`;
  return [
    {
      key: 'name',
      label: t('table.outlet'),
      cell: ({ outletId, name }) => (
        <a href={view.href(`/outlets/${encodeURIComponent(outletId)}`, { outlet: null })}>{name}</a>
      ),
    },
    {
      key: 'whole',
      label: t('gaps.whole'),
      numeric: true,
      cell: ({ outletId, name, whole, days }) => (
        <>
          <a className="figure" href={gapsOf(outletId)}>
            {formats.percent(days === 0 ? null : whole / days)}
            <span className="hidden"> {name}</span>
          </a>{' '}
          <span className="beside">{`${formats.count(whole)}/${formats.count(days)}`}</span>
        </>
      ),
    },
    ...reasons.map(
      (reason): Column<OutletLedger> => ({
        key: reason,
        label: capital(t(gapNames[reason])),
        hint: t('gaps.days'),
        numeric: true,
        cell: (row) => formats.count(row.reasons[reason] ?? 0),
      }),
    ),
    {
      key: 'failed',
      label: t('gaps.failed'),
      numeric: true,
      cell: ({ failed }) => formats.count(failed),
    },
  ];
}

/** A heading of its own begins large, though its words stand within sentences elsewhere. */
function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** More rows than this belong into the file. */
const rowsAtMost = 200;

function gapColumns(view: View, names: ReadonlyMap<string, string>): Column<CoverageDay>[] {
  const { t, formats } = view;
  const count = (value: number | null) =>
    value === null ? t('coverage.unknown') : formats.count(value);
  const itemsOf = ({ outletId, day }: CoverageDay) =>
    `${view.href(`/outlets/${encodeURIComponent(outletId)}`, { outlet: null, from: day, to: day })}#items`;
  return [
    {
      key: 'day',
      label: t('table.day'),
      cell: ({ day }) => `${formats.weekday(day)} ${formats.day(day)}`,
    },
    { key: 'outlet', label: t('table.outlet'), cell: ({ outletId }) => names.get(outletId) },
    {
      key: 'why',
      label: t('gaps.why'),
      cell: ({ gap }) => t(gap === null ? 'coverage.unknown' : gapNames[gap]),
    },
    {
      key: 'captured',
      label: t('table.items'),
      numeric: true,
      cell: (row) =>
        row.captured === null || row.captured === 0 ? (
          count(row.captured)
        ) : (
          <a className="figure" href={itemsOf(row)}>
            {count(row.captured)}
            <span className="hidden">
              {' '}
              {t(unitOf(row.captured))}: {names.get(row.outletId)}, {formats.day(row.day)}
            </span>
          </a>
        ),
    },
    {
      key: 'expected',
      label: t('gaps.expected'),
      numeric: true,
      cell: ({ expected }) => count(expected),
    },
  ];
}

interface GapsModel {
  readonly figures: FigureSet;
  /** Null where this server has no timetable, and so nobody looks for trouble. */
  readonly alarms: readonly Alarm[] | null;
}

function Ledger({ view, model }: { readonly view: View; readonly model: GapsModel }) {
  const { figures, alarms } = model;
  const { t, formats } = view;
  const gaps = figures.coverage
    .filter(isGap)
    .toSorted((one, other) => (one.day < other.day ? 1 : -1));
  const names = new Map(figures.outlets.map(({ outletId, name }) => [outletId, name]));
  const { from, to } = figures.query.period;
  const share = figures.coverage.length === 0 ? null : 1 - gaps.length / figures.coverage.length;
  return (
    <>
      <header className="finding">
        <h1>{t('gaps.heading', { percent: formats.percent(share) })}</h1>
        <p className="lead">
          {t('gaps.lead', {
            whole: figures.coverage.length - gaps.length,
            days: figures.coverage.length,
            period: formats.period(from, to),
          })}
        </p>
      </header>
      <StaleNote view={view} />
      <section aria-labelledby="ledger-heading">
        <h2 id="ledger-heading">{t('gaps.ledger')}</h2>
        <CoverageFigure
          view={view}
          outlets={figures.outlets}
          coverage={figures.coverage}
          listed={false}
        />
        <DataTable
          view={view}
          id="ledger"
          caption={t('gaps.ledger')}
          columns={ledgerColumns(view)}
          rows={ledgers(figures)}
          rowKey={({ outletId }) => outletId}
        />
        <p className="table-note">
          <ChallengeLink view={view} about={{ figure: 'ledger' }} />
        </p>
      </section>
      {alarms === null ? null : <AlarmList view={view} alarms={alarms} asTyped={null} />}
      <section aria-labelledby="gaps-heading">
        <h2 id="gaps-heading">{t('gaps.list')}</h2>
        {gaps.length === 0 ? (
          <p id="gaps">{t('coverage.noGaps')}</p>
        ) : (
          <DataTable
            view={view}
            id="gaps"
            caption={t('gaps.list')}
            columns={gapColumns(view, names)}
            rows={gaps.slice(0, rowsAtMost)}
            rowKey={({ outletId, day }) => `${outletId} ${day}`}
          />
        )}
        <p className="table-note downloads">
          {gaps.length > rowsAtMost ? t('gaps.more', { count: gaps.length - rowsAtMost }) : ''}{' '}
          <a href={view.href('/data/gaps.csv')} download>
            gaps.csv
          </a>{' '}
          <ChallengeLink view={view} about={{ figure: 'gaps' }} />
        </p>
      </section>
    </>
  );
}

/** `/gaps`: the coverage ledger: what is missing, where, and why; and what is amiss now. */
export function GapsPage(props: {
  readonly view: View;
  readonly model: GapsModel | null;
  readonly allOutlets: readonly { readonly outletId: string; readonly name: string }[];
}) {
  const { view, model, allOutlets } = props;
  const figures = model?.figures ?? null;
  return (
    <Layout view={view} title={view.t('gaps.title')} methodVersion={figures?.methodVersion ?? null}>
      <FilterLine view={view} outlets={allOutlets} />
      {model === null || model.figures.coverage.length === 0 ? (
        <EmptyState view={view} />
      ) : (
        <Ledger view={view} model={model} />
      )}
    </Layout>
  );
}
