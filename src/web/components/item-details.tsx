import type { ItemPage as ItemModel, Measurement, Unit } from '../../domain/index.ts';
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
  const change = (version: Version) => {
    const before = page.versions.find((other) => other.version === version.version - 1);
    if (before === undefined) return '–';
    const difference = version.words - before.words;
    const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
    return `${sign}${t('unit.words', { count: Math.abs(difference) })}`;
  };
  const columns: Column<Version>[] = [
    { key: 'version', label: t('item.version'), cell: (row) => formats.count(row.version) },
    {
      key: 'seen',
      label: t('item.seen'),
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
  return Number.isInteger(value) ? view.formats.count(value) : view.formats.decimal(value);
}

/** Every measurement with its unit and version, for who wants to cite one. */
export function ItemMeasures({ view, page }: { readonly view: View; readonly page: ItemModel }) {
  const { t } = view;
  const names = new Map(page.persons.map((person) => [person.personId, person.name]));
  const columns: Column<Measurement>[] = [
    {
      key: 'measure',
      label: t('item.measure'),
      cell: (row) => (
        <>
          <code>{row.measure}</code>{' '}
          <span className="quiet">
            {row.personId === null ? t('item.whole') : (names.get(row.personId) ?? row.personId)}
          </span>
        </>
      ),
    },
    {
      key: 'value',
      label: t('item.value'),
      numeric: true,
      cell: (row) => <span className="figure">{writeValue(view, row)}</span>,
    },
    { key: 'unit', label: t('item.unit'), cell: (row) => t(unitNames[row.unit]) },
    { key: 'version', label: t('item.measureVersion'), cell: (row) => `v${row.version}` },
  ];
  return (
    <section aria-labelledby="measures-heading">
      <h2 id="measures-heading">{t('item.measures')}</h2>
      <DataTable
        view={view}
        narrow
        id="measures"
        caption={t('item.measuresCaption')}
        columns={columns}
        rows={page.measures}
        rowKey={(row) => `${row.measure} ${row.personId ?? ''}`}
      />
    </section>
  );
}
