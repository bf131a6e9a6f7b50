import {
  type FigureSet,
  type OutletShare,
  type PersonFigures,
  type PersonLine,
  postInWords,
  type TimelineEvent,
} from '../../domain/index.ts';
import { personColour, smallMultiples } from '../charts.ts';
import { ChallengeLink } from '../components/challenge-link.tsx';
import { ChartFigure } from '../components/chart-figure.tsx';
import { chartNotes } from '../components/chart-notes.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { personCell, personItemsAddress } from '../components/items-address.ts';
import { FilterLine } from '../components/filter-line.tsx';
import { Layout } from '../components/layout.tsx';
import { PersonLink } from '../components/person-name.tsx';
import { EmptyState, PartialNote, StaleNote } from '../components/states.tsx';
import { panelWords, pointWords } from '../components/trend-figures.tsx';
import type { AddressChanges } from '../query.ts';
import type { View } from '../view.ts';

export interface CompareModel {
  readonly figures: FigureSet;
  /** The second period; null where none was chosen. */
  readonly other: FigureSet | null;
  readonly personIds: readonly string[];
  /** Asked for, and not in the register of the period. */
  readonly unknownIds: readonly string[];
  /** None of those asked for is known. */
  readonly areOthersShown: boolean;
  readonly events: readonly TimelineEvent[];
  readonly lines: readonly PersonLine[];
  readonly outletShares: readonly OutletShare[];
  readonly allOutlets: readonly { readonly outletId: string; readonly name: string }[];
}

function chosen(figures: FigureSet, ids: readonly string[]): PersonFigures[] {
  return figures.persons.filter(({ personId }) => ids.includes(personId));
}

/** Persons and a second period; the first period and outlets stand in the line above. */
function CompareForm({ view, model }: { readonly view: View; readonly model: CompareModel }) {
  const { t, period, query } = view;
  const { figures, personIds, other } = model;
  return (
    <form className="filter" method="get" action="/compare" aria-label={t('compare.form')}>
      {period === null ? null : (
        <>
          <input type="hidden" name="from" value={period.from} />
          <input type="hidden" name="to" value={period.to} />
        </>
      )}
      {query.outlet.map((id) => (
        <input key={id} type="hidden" name="outlet" value={id} />
      ))}
      {query.lang === undefined ? null : <input type="hidden" name="lang" value={query.lang} />}
      <details className="choice" data-dismiss>
        <summary>
          <span className="choice-name">{t('compare.persons')}</span>{' '}
          {t('compare.chosen', { count: personIds.length })}
        </summary>
        <fieldset className="choice-panel">
          <legend>{t('compare.personsHint')}</legend>
          {figures.persons.map(({ personId, name, posts }) => (
            <label key={personId}>
              <input
                type="checkbox"
                name="person"
                value={personId}
                defaultChecked={personIds.includes(personId)}
              />
              <span>
                {name}{' '}
                <span className="quiet">
                  {posts[0] ? postInWords(posts[0], view.language) : null}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      </details>
      <label>
        {t('compare.from2')}{' '}
        <input type="date" name="from2" defaultValue={other?.query.period.from} />
      </label>
      <label>
        {t('filter.to')} <input type="date" name="to2" defaultValue={other?.query.period.to} />
      </label>
      <button type="submit">{t('compare.show')}</button>
    </form>
  );
}

interface Measure {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly write: (person: PersonFigures) => string;
}

function measures(view: View, figures: FigureSet): Measure[] {
  const { t, formats } = view;
  const withPersons = figures.outlets.reduce((sum, outlet) => sum + outlet.itemsWithPersons, 0);
  return [
    {
      key: 'share',
      label: t('table.share'),
      hint: t('table.shareHint', { items: withPersons }),
      write: (person) => formats.percent(person.shareOfCoverage),
    },
    {
      key: 'items',
      label: t('table.frequency'),
      hint: t('table.frequencyHint', { items: figures.itemsCaptured }),
      write: (person) => `${formats.count(person.items)} · ${formats.percent(person.frequency)}`,
    },
    {
      key: 'distinct',
      label: t('table.distinct'),
      hint: t('table.distinctHint'),
      write: (person) => formats.count(person.distinctItems),
    },
    {
      key: 'words',
      label: t('table.length'),
      hint: t('table.lengthHint'),
      write: (person) =>
        `${formats.count(person.words)} · ${formats.decimal(person.columnInches)}″`,
    },
    {
      key: 'lead',
      label: t('table.prominence'),
      hint: t('table.prominenceHint'),
      write: (person) => formats.percent(person.leadShare),
    },
  ];
}

/** A column a person: each figure opens to the items that it is of, in its own period. */
function personColumn(
  view: View,
  person: PersonFigures,
  other: { readonly query: FigureSet['query']; readonly person: PersonFigures } | null,
): Column<Measure> {
  const { personId, name, posts } = person;
  const items = (changes: AddressChanges = {}) => personItemsAddress(view, personId, changes);
  return {
    key: personId,
    label: name,
    ...(posts[0] === undefined ? {} : { hint: postInWords(posts[0], view.language) }),
    numeric: true,
    cell: ({ write }) => (
      <>
        <a className="figure" href={items()}>
          {write(person)}
        </a>
        {other === null ? null : (
          <span className="quiet second">
            <a href={items({ ...other.query.period })}>{write(other.person)}</a>
          </span>
        )}
      </>
    ),
  };
}

/** One row a measure; the second period stands under the first. */
function MeasureTable({ view, model }: { readonly view: View; readonly model: CompareModel }) {
  const { t, formats } = view;
  const { figures, other } = model;
  const before = new Map(other?.persons.map((person) => [person.personId, person]));
  const columns: Column<Measure>[] = [
    {
      key: 'measure',
      label: t('item.measure'),
      cell: ({ label, hint }) => (
        <>
          {label} <span className="quiet">{hint}</span>
        </>
      ),
    },
    ...chosen(figures, model.personIds).map((one) => {
      const person = before.get(one.personId);
      const second = person === undefined || other === null ? null : { query: other.query, person };
      return personColumn(view, one, second);
    }),
  ];
  return (
    <>
      <DataTable
        view={view}
        id="compare"
        caption={t('compare.table')}
        columns={columns}
        rows={measures(view, figures)}
        rowKey={({ key }) => key}
      />
      {other === null ? null : (
        <p className="table-note">
          {t('compare.second', {
            period: formats.period(other.query.period.from, other.query.period.to),
            items: other.itemsCaptured,
          })}
        </p>
      )}
      <p className="table-note">
        <ChallengeLink view={view} about={{ figure: 'compare' }} />
      </p>
    </>
  );
}

function Lines({ view, model }: { readonly view: View; readonly model: CompareModel }) {
  const { t, formats, period } = view;
  if (period === null || model.lines.length === 0) return null;
  const names = new Map(model.figures.persons.map(({ personId, name }) => [personId, name]));
  const annotations = chartNotes(view, model.events, {
    personIds: model.personIds,
    coverage: model.figures.coverage,
    outlets: model.figures.outlets,
  });
  return (
    <ChartFigure
      view={view}
      items={personCell(view)}
      frame={{
        id: 'lines',
        title: t('compare.lines'),
        subtitle: t('trend.personSubtitle', {
          point: pointWords(view),
          period: formats.period(period.from, period.to),
        }),
        alt: t('compare.linesAlt', { count: model.lines.length }),
      }}
      draw={(frame) =>
        smallMultiples({
          ...frame,
          period,
          panels: model.lines.map(({ personId, days }) => ({
            id: personId,
            title: names.get(personId) ?? personId,
            colour: personColour(personId),
            points: days,
          })),
          annotations,
          words: panelWords(view),
        })
      }
    />
  );
}

/** Persons by outlet: share within the outlet, with the items it rests on. */
function OutletMatrix({ view, model }: { readonly view: View; readonly model: CompareModel }) {
  const { t, formats } = view;
  const persons = chosen(model.figures, model.personIds);
  const cells = new Map(
    model.outletShares.map((share) => [`${share.outletId} ${share.personId}`, share]),
  );
  type Row = FigureSet['outlets'][number];
  const columns: Column<Row>[] = [
    {
      key: 'outlet',
      label: t('table.outlet'),
      cell: ({ outletId, name, items }) => (
        <>
          <a href={view.href(`/outlets/${encodeURIComponent(outletId)}`, { outlet: null })}>
            {name}
          </a>
          <span className="quiet">{t('compare.ofItems', { count: items })}</span>
        </>
      ),
    },
    ...persons.map(
      ({ personId, name }): Column<Row> => ({
        key: personId,
        label: name,
        numeric: true,
        cell: ({ outletId, itemsWithPersons }) => {
          const cell = cells.get(`${outletId} ${personId}`);
          // With nobody mentioned there is nothing to divide by: unknown, not zero.
          if (itemsWithPersons === 0) return t('coverage.unknown');
          return (
            <>
              <span className="figure">{formats.percent(cell?.share ?? 0)}</span>{' '}
              <a className="beside" href={personItemsAddress(view, personId, { outlet: outletId })}>
                {t('compare.items', { count: cell?.items ?? 0 })}
              </a>
            </>
          );
        },
      }),
    ),
  ];
  return (
    <DataTable
      view={view}
      id="matrix"
      caption={t('compare.outlets')}
      columns={columns}
      rows={model.figures.outlets}
      rowKey={({ outletId }) => outletId}
    />
  );
}

/** Nothing where everybody asked for is shown. */
function UnknownNote({ view, model }: { readonly view: View; readonly model: CompareModel }) {
  const { unknownIds, areOthersShown } = model;
  if (unknownIds.length === 0) return null;
  return (
    <p className="note" id="unknown">
      {view.t('compare.unknown', { ids: unknownIds.join(', ') })}
      {areOthersShown ? ` ${view.t('compare.instead')}` : null}
    </p>
  );
}

function Compared({ view, model }: { readonly view: View; readonly model: CompareModel }) {
  const { t } = view;
  return (
    <>
      <StaleNote view={view} />
      <PartialNote view={view} coverage={model.figures.coverage} />
      <section aria-labelledby="measures-heading">
        <h2 id="measures-heading">{t('compare.table')}</h2>
        <ul className="legend">
          {chosen(model.figures, model.personIds).map(({ personId, name }) => (
            <li key={personId}>
              <PersonLink view={view} personId={personId} name={name} />
            </li>
          ))}
        </ul>
        <MeasureTable view={view} model={model} />
        <Lines view={view} model={model} />
      </section>
      <section aria-labelledby="matrix-heading">
        <h2 id="matrix-heading">{t('compare.outlets')}</h2>
        <p className="quiet">{t('compare.outletsNote')}</p>
        <OutletMatrix view={view} model={model} />
      </section>
      <p className="paging" id="coverage">
        <a href={view.href('/gaps')}>{t('state.partialLink')}</a>
        <ChallengeLink view={view} about={{ figure: 'matrix' }} />
      </p>
    </>
  );
}

/** `/compare`: persons, outlets and two periods beside each other, all in the address. */
export function ComparePage(props: { readonly view: View; readonly model: CompareModel | null }) {
  const { view, model } = props;
  const { t } = view;
  return (
    <Layout
      view={view}
      title={t('compare.title')}
      methodVersion={model?.figures.methodVersion ?? null}
    >
      <FilterLine view={view} outlets={model?.allOutlets ?? []} />
      {model === null || model.figures.itemsCaptured === 0 ? (
        <EmptyState view={view} />
      ) : (
        <>
          <header className="finding finding-item">
            <h1>{t('compare.title')}</h1>
            <p className="lead">{t('compare.lead')}</p>
          </header>
          <UnknownNote view={view} model={model} />
          <CompareForm view={view} model={model} />
          <Compared view={view} model={model} />
        </>
      )}
    </Layout>
  );
}
