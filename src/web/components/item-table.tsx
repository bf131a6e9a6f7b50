import type { ItemSummary, PersonItem, PersonRole } from '../../domain/index.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import { type Column, DataTable } from './data-table.tsx';
import { placeNames } from './first-places.tsx';
import { ItemLink } from './item-title.tsx';

export const roleNames: Readonly<Record<PersonRole, MessageKey>> = {
  subject: 'role.subject',
  mentioned: 'role.mentioned',
  listed: 'role.listed',
};

function titleColumn<Row extends ItemSummary>(view: View, outlet: boolean): Column<Row> {
  return {
    key: 'title',
    label: view.t('table.title'),
    cell: (item) => (
      <>
        <ItemLink view={view} item={item} />
        <span className="quiet">
          {outlet ? `${item.outletName} · ` : ''}
          {view.formats.weekday(item.day)} {view.formats.day(item.day)}
        </span>
      </>
    ),
  };
}

function wordsColumn<Row extends ItemSummary>(view: View): Column<Row> {
  return {
    key: 'words',
    label: view.t('table.words'),
    numeric: true,
    cell: (item) => view.formats.count(item.words),
  };
}

function personColumns(view: View): Column<PersonItem>[] {
  const { t, formats } = view;
  return [
    { key: 'role', label: t('table.role'), cell: (item) => t(roleNames[item.role]) },
    { key: 'place', label: t('table.firstPlace'), cell: (item) => t(placeNames[item.firstPlace]) },
    {
      key: 'mentions',
      label: t('table.mentions'),
      numeric: true,
      cell: (item) => formats.count(item.mentions),
    },
    {
      key: 'personWords',
      label: t('table.personWords'),
      numeric: true,
      cell: (item) => formats.count(item.personWords),
    },
    {
      key: 'fraction',
      label: t('table.fraction'),
      numeric: true,
      cell: (item) => `1/${formats.count(Math.round(1 / item.fraction))}`,
    },
  ];
}

/** Items that a person's figures count, each with its own part in them. */
export function PersonItemTable(props: {
  readonly view: View;
  readonly items: readonly PersonItem[];
  readonly caption: string;
}) {
  const { view, items, caption } = props;
  return (
    <DataTable
      view={view}
      id="items"
      caption={caption}
      columns={[titleColumn<PersonItem>(view, true), ...personColumns(view)]}
      rows={items}
      rowKey={(item) => item.itemId}
    />
  );
}

/** Items of one outlet, or the copies of one story. */
export function ItemTable(props: {
  readonly view: View;
  readonly items: readonly ItemSummary[];
  readonly caption: string;
  /** Name the outlet under each title. */
  readonly withOutlet: boolean;
}) {
  const { view, items, caption, withOutlet } = props;
  return (
    <DataTable
      view={view}
      id="items"
      caption={caption}
      columns={[titleColumn<ItemSummary>(view, withOutlet), wordsColumn<ItemSummary>(view)]}
      rows={items}
      rowKey={(item) => item.itemId}
    />
  );
}

/** Links to the following page of a list and back to its start. */
export function Paging(props: {
  readonly view: View;
  readonly cursor: string | null;
  /** Id of the list on the page; left out = `items`. */
  readonly list?: string;
}) {
  const { view, cursor, list = 'items' } = props;
  const { t, query, path } = view;
  const sort = query.sort ?? null;
  if (cursor === null && query.cursor === undefined) return null;
  return (
    <p className="paging">
      {query.cursor === undefined ? null : (
        <a href={`${view.href(path, { ...view.kept, sort })}#${list}`}>{t('paging.first')}</a>
      )}
      {cursor === null ? null : (
        <a rel="next" href={`${view.href(path, { ...view.kept, sort, cursor })}#${list}`}>
          {t('paging.next')}
        </a>
      )}
    </p>
  );
}
