import type { Correction, ItemPage as ItemModel, Measurement, Unit } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import { type Column, DataTable } from './data-table.tsx';
import { placeNames } from './first-places.tsx';
import { roleNames } from './item-table.tsx';
import { PersonLink } from './person-name.tsx';

const unitNames: Readonly<Record<Unit, MessageKey>> = {
  words: 'measureUnit.words',
  characters: 'measureUnit.characters',
  paragraphs: 'measureUnit.paragraphs',
  pictures: 'measureUnit.pictures',
  'column-inches': 'measureUnit.column-inches',
  items: 'measureUnit.items',
  mentions: 'measureUnit.mentions',
  share: 'measureUnit.share',
  seconds: 'measureUnit.seconds',
  offset: 'measureUnit.offset',
  category: 'measureUnit.category',
};

/** Measures of this project; one that came from elsewhere has its id alone. */
const measureNames: Readonly<Record<string, MessageKey>> = {
  'frequency.items': 'measure.items',
  'frequency.items-fractional': 'measure.fraction',
  'frequency.mentions': 'measure.mentions',
  'length.words': 'measure.words',
  'length.characters': 'measure.characters',
  'length.paragraphs': 'measure.paragraphs',
  'length.pictures': 'measure.pictures',
  'length.column-inches': 'measure.columnInches',
  'prominence.first-place': 'measure.firstPlace',
  'prominence.first-offset': 'measure.firstOffset',
  'prominence.paragraph-share': 'measure.paragraphShare',
};

type ItemPerson = ItemModel['persons'][number];

function personColumns(view: View): Column<ItemPerson>[] {
  const { t, formats } = view;
  return [
    {
      key: 'person',
      label: t('table.person'),
      cell: (person) => <PersonLink view={view} personId={person.personId} name={person.name} />,
    },
    { key: 'role', label: t('table.role'), cell: (person) => t(roleNames[person.role]) },
    {
      key: 'place',
      label: t('table.firstPlace'),
      cell: (person) => t(placeNames[person.firstPlace]),
    },
    {
      key: 'mentions',
      label: t('table.mentions'),
      numeric: true,
      cell: (person) => formats.count(person.mentions),
    },
    {
      key: 'words',
      label: t('table.personWords'),
      numeric: true,
      cell: (person) => formats.count(person.words),
    },
    {
      key: 'paragraphs',
      label: t('item.paragraphs'),
      numeric: true,
      cell: (person) => formats.percent(person.paragraphShare),
    },
    {
      key: 'fraction',
      label: t('table.fraction'),
      numeric: true,
      cell: (person) => `1/${formats.count(Math.round(1 / person.fraction))}`,
    },
  ];
}

/** Who counts in the item, and how much of it. */
export function ItemPersons({ view, page }: { readonly view: View; readonly page: ItemModel }) {
  if (page.persons.length === 0) return null;
  return (
    <section aria-labelledby="persons-heading">
      <h2 id="persons-heading">{view.t('item.persons')}</h2>
      <DataTable
        view={view}
        id="persons"
        caption={view.t('item.personsCaption')}
        columns={personColumns(view)}
        rows={page.persons}
        rowKey={(person) => person.personId}
      />
    </section>
  );
}

type Version = ItemModel['versions'][number];

/** Stored versions with the size of each edit: edits are kept, never overwritten. */
export function ItemVersions({ view, page }: { readonly view: View; readonly page: ItemModel }) {
  const { t, formats } = view;
  const change = ({ edit }: Version) => (edit === null ? '–' : t('item.edit', { ...edit }));
  const columns: Column<Version>[] = [
    {
      key: 'version',
      label: t('item.version'),
      cell: (row) => `${t('item.version')} ${row.version}`,
    },
    {
      key: 'seen',
      label: t('item.seen'),
      broad: true,
      cell: (row) => formats.instant(row.firstSeen, page.timeZone),
    },
    {
      key: 'words',
      label: t('table.words'),
      numeric: true,
      cell: (row) => formats.count(row.words),
    },
    { key: 'change', label: t('item.change'), numeric: true, cell: change },
  ];
  return (
    <section aria-labelledby="versions-heading">
      <h2 id="versions-heading">{t('item.versions')}</h2>
      <DataTable
        view={view}
        narrow
        id="versions"
        caption={t('item.versionsCaption')}
        columns={columns}
        rows={page.versions}
        rowKey={(row) => String(row.version)}
      />
    </section>
  );
}

/** A category in the reader's language where it is one of ours. */
function writeWord(view: View, value: string): string {
  const names: Readonly<Record<string, MessageKey>> = { ...placeNames, ...roleNames };
  const name = names[value];
  return name === undefined ? value : view.t(name);
}

function writeValue(view: View, measure: Measurement): string {
  const { value, unit } = measure;
  if (value === null) return view.t('item.unknown');
  if (typeof value === 'string') return writeWord(view, value);
  if (unit === 'share') return view.formats.percent(value);
  // Column inches have their decimal even where it is 0: 1,0 beside 0,4.
  if (unit === 'column-inches') return view.formats.decimal(value);
  return Number.isInteger(value) ? view.formats.count(value) : view.formats.decimal(value);
}

/** One measure with its value for the whole item and for each person. */
interface MeasureRow {
  readonly measure: string;
  readonly unit: Unit;
  readonly version: number | string;
  /** By person id; '' for the whole item. */
  readonly values: ReadonlyMap<string, Measurement>;
}

function measureRows(page: ItemModel): MeasureRow[] {
  const rows = Map.groupBy(page.measures, ({ measure, version }) => `${measure} ${version}`);
  return [...rows.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { measure, unit, version } = first;
    const values = new Map(group.map((one) => [one.personId ?? '', one]));
    return [{ measure, unit, version, values }];
  });
}

/** The measure's name in words where it has one, and its id, by which it is cited. */
function MeasureName({ view, row }: { readonly view: View; readonly row: MeasureRow }) {
  const name = measureNames[row.measure];
  return (
    <>
      {name === undefined ? null : `${view.t(name)} `}
      <span className="quiet">
        <code>{row.measure}</code> v{row.version}
      </span>
    </>
  );
}

/** Who was measured, by name: also who counts there no more. Who counts comes first. */
function measuredPersons(page: ItemModel, corrections: readonly Correction[]) {
  const measured = new Set(page.measures.map(({ personId }) => personId));
  const names = new Map(
    [...page.persons, ...corrections.map(({ personId, personName: name }) => ({ personId, name }))]
      .filter(({ personId }) => measured.has(personId))
      .map(({ personId, name }) => [personId, name]),
  );
  return [...names].map(([personId, name]) => ({ personId, name }));
}

/** Every measurement with its unit and version, for who wants to cite one: before corrections. */
export function ItemMeasures(props: {
  readonly view: View;
  readonly page: ItemModel;
  readonly corrections: readonly Correction[];
}) {
  const { view, page, corrections } = props;
  const { t } = view;
  const value = (row: MeasureRow, of: string) => {
    const found = row.values.get(of);
    return found ? <span className="figure">{writeValue(view, found)}</span> : '–';
  };
  const columns: Column<MeasureRow>[] = [
    {
      key: 'measure',
      label: t('item.measure'),
      cell: (row) => <MeasureName view={view} row={row} />,
    },
    { key: 'unit', label: t('item.unit'), cell: (row) => t(unitNames[row.unit]) },
    { key: 'whole', label: t('item.whole'), numeric: true, cell: (row) => value(row, '') },
    ...measuredPersons(page, corrections).map(
      ({ personId, name }): Column<MeasureRow> => ({
        key: personId,
        label: name,
        numeric: true,
        cell: (row) => value(row, personId),
      }),
    ),
  ];
  return (
    <section aria-labelledby="measures-heading">
      <h2 id="measures-heading">{t('item.measures')}</h2>
      <p className="quiet">{t('item.measuresNote')}</p>
      <DataTable
        view={view}
        id="measures"
        caption={t('item.measuresCaption')}
        columns={columns}
        rows={measureRows(page)}
        rowKey={(row) => `${row.measure} ${row.version}`}
      />
    </section>
  );
}
