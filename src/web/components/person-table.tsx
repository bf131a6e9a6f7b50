import type { PersonFigures } from '../../domain/index.ts';
import type { Corrected } from '../corrected.ts';
import type { View } from '../view.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { FirstPlacesBar } from './first-places.tsx';
import { unitOf } from './items-address.ts';
import { PersonLink, Posts } from './person-name.tsx';
import { correctedShare } from './share-figure.tsx';
import { NoRegister } from './states.tsx';

function Two(props: { readonly main: string; readonly beside: string }) {
  return (
    <>
      <span className="figure">{props.main}</span> <span className="beside">{props.beside}</span>
    </>
  );
}

interface PersonTableProps {
  readonly view: View;
  readonly persons: readonly PersonFigures[];
  readonly totals: Totals;
  /** Left out where figures are of one outlet: corrections are of the whole choice. */
  readonly corrected?: Corrected;
  /** Whose figures they are, if of one outlet: then the items counted are its own. */
  readonly outletId?: string;
}

/** Where the items are listed that a row counts. */
function itemsAddress(
  { view, outletId }: PersonTableProps,
  personId: string,
  list: '' | '/uncertain' = '',
): string {
  const path = `/persons/${encodeURIComponent(personId)}${list}`;
  return `${view.href(path, outletId === undefined ? {} : { outlet: outletId })}#items`;
}

/** The corrected share with its interval, under the raw one. */
function CorrectedLine({ table, personId }: CorrectedLineProps) {
  const { view, corrected } = table;
  const share = corrected ? correctedShare(corrected, personId) : null;
  if (share === null) return null;
  const { formats } = view;
  return (
    <span className="quiet second">
      {formats.percent(share.value)} (
      {formats.range(formats.decimal(share.low * 100), formats.decimal(share.high * 100))})
    </span>
  );
}

interface CorrectedLineProps {
  readonly table: PersonTableProps;
  readonly personId: string;
}

/** The denominators of the shares and of the frequencies. */
export interface Totals {
  readonly itemsWithPersons: number;
  readonly itemsCaptured: number;
}

function nameColumn(view: View): Column<PersonFigures> {
  return {
    key: 'name',
    label: view.t('table.person'),
    sortValue: (person) => person.name,
    cell: (person) => (
      <>
        <PersonLink
          view={view}
          personId={person.personId}
          name={person.name}
          posts={person.posts}
        />
        <Posts view={view} posts={person.posts} />
      </>
    ),
  };
}

function shareAndFrequency(table: PersonTableProps): Column<PersonFigures>[] {
  const { view, totals } = table;
  const { t, formats } = view;
  return [
    {
      key: 'share',
      label: t('table.share'),
      hint: t('table.shareHint', { items: totals.itemsWithPersons }),
      numeric: true,
      sortValue: (person) => person.shareOfCoverage,
      cell: (person) => (
        <>
          <span className="figure">{formats.percent(person.shareOfCoverage)}</span>
          <CorrectedLine table={table} personId={person.personId} />
        </>
      ),
    },
    {
      key: 'items',
      label: t('table.frequency'),
      hint: t('table.frequencyHint', { items: totals.itemsCaptured }),
      numeric: true,
      sortValue: (person) => person.items,
      cell: (person) => (
        <>
          <a className="figure" href={itemsAddress(table, person.personId)}>
            {formats.count(person.items)}
            <span className="hidden">
              {' '}
              {t(unitOf(person.items))}: {person.name}
            </span>
          </a>{' '}
          <span className="beside">{formats.percent(person.frequency)}</span>
        </>
      ),
    },
    {
      key: 'distinct',
      label: t('table.distinct'),
      hint: t('table.distinctHint'),
      numeric: true,
      sortValue: (person) => person.distinctItems,
      cell: (person) => formats.count(person.distinctItems),
    },
    {
      key: 'mentions',
      label: t('table.mentions'),
      hint: t('table.mentionsHint'),
      numeric: true,
      sortValue: (person) => person.mentions,
      cell: (person) => formats.count(person.mentions),
    },
  ];
}

function lengthAndProminence(table: PersonTableProps): Column<PersonFigures>[] {
  const { view } = table;
  const { t, formats } = view;
  return [
    {
      key: 'words',
      label: t('table.length'),
      hint: t('table.lengthHint'),
      numeric: true,
      sortValue: (person) => person.words,
      cell: (person) => (
        <Two
          main={formats.count(person.words)}
          beside={`${formats.decimal(person.columnInches)}″`}
        />
      ),
    },
    {
      key: 'prominence',
      label: t('table.prominence'),
      hint: t('table.prominenceHint'),
      numeric: true,
      sortValue: (person) => person.leadShare,
      cell: (person) => (
        <>
          <span className="figure">{formats.percent(person.leadShare)}</span>
          <FirstPlacesBar view={view} figures={person} />
        </>
      ),
    },
    {
      key: 'uncertain',
      label: t('table.uncertain'),
      hint: t('table.uncertainHint'),
      numeric: true,
      sortValue: (person) => person.uncertainItems,
      cell: ({ personId, name, uncertainItems }) =>
        uncertainItems === 0 ? (
          formats.count(0)
        ) : (
          <a className="figure" href={itemsAddress(table, personId, '/uncertain')}>
            {formats.count(uncertainItems)}
            <span className="hidden">
              {' '}
              {t('table.uncertainHint')}: {name}
            </span>
          </a>
        ),
    },
  ];
}

/** Front-page share-hours as a bracket; no column where no front page was looked at. */
function frontPageColumn(view: View, persons: readonly PersonFigures[]): Column<PersonFigures>[] {
  const { t, formats } = view;
  if (!persons.some((person) => person.frontPage)) return [];
  return [
    {
      key: 'frontPage',
      label: t('frontPage.hours'),
      hint: t('frontPage.hoursHint'),
      numeric: true,
      sortValue: (person) => person.frontPage?.fractional.low ?? null,
      cell: ({ frontPage }) =>
        frontPage ? (
          <Two
            main={formats.percent(frontPage.share)}
            beside={formats.hoursRange(frontPage.fractional)}
          />
        ) : (
          '–'
        ),
    },
  ];
}

/** Rows of a page; the others are one link away. */
const rowsAtMost = 40;

function EveryRow({ view, persons }: PersonTableProps) {
  if (persons.length <= rowsAtMost || view.query.persons === 'all') return null;
  const { sort = null, sortOutlets = null } = view.query;
  return (
    <p className="table-note">
      <a href={`${view.href(view.path, { sort, sortOutlets, persons: 'all' })}#persons`}>
        {view.t('table.everyPerson', { count: persons.length })}
      </a>
    </p>
  );
}

/** Where nobody has looked for a person yet, what was measured is unknown: no 0 stands there. */
function knownOnly(view: View, column: Column<PersonFigures>): Column<PersonFigures> {
  const { cell, sortValue } = column;
  const isUnknown = ({ personId, items }: PersonFigures) => items === 0 && view.isUnread(personId);
  return {
    ...column,
    ...(sortValue ? { sortValue: (row) => (isUnknown(row) ? null : sortValue(row)) } : {}),
    cell: (row) => (isUnknown(row) ? view.t('table.unknown') : cell(row)),
  };
}

/** Persons with frequency, length and prominence, sortable; on overview and outlet pages. */
export function PersonTable(props: PersonTableProps) {
  const { view, persons, corrected, outletId } = props;
  const whose = outletId === undefined ? {} : { outletId };
  if (persons.length === 0) return <NoRegister view={view} />;
  return (
    <>
      <DataTable
        view={view}
        id="persons"
        caption={view.t('overview.persons')}
        columns={[
          nameColumn(view),
          ...[
            ...shareAndFrequency(props),
            ...lengthAndProminence(props),
            ...frontPageColumn(view, persons),
          ].map((column) => knownOnly(view, column)),
        ]}
        rows={persons}
        rowKey={(person) => person.personId}
        sorting={{ parameter: 'sort', value: view.query.sort, initial: 'share' }}
        {...(view.query.persons === 'all' ? {} : { most: rowsAtMost })}
      />
      <EveryRow {...props} />
      <p className="table-note">
        {view.t('table.personsNote')}{' '}
        {corrected?.state === 'ready' ? `${view.t('table.correctedNote')} ` : ''}
        <ChallengeLink view={view} about={{ ...whose, figure: 'persons' }} />
      </p>
    </>
  );
}
