import type { Medium, OutletFigures } from '../../domain/index.ts';
import { dayCount } from '../charts.ts';
import type { MessageKey } from '../language.ts';
import type { View } from '../view.ts';
import { ChallengeLink } from './challenge-link.tsx';
import { itemsAddress as allItemsAddress, onlyMentioning, unitOf } from './items-address.ts';
import { type Column, DataTable } from './data-table.tsx';

export const mediumNames: Readonly<Record<Medium, MessageKey>> = {
  newspaper: 'medium.newspaper',
  'news-site': 'medium.news-site',
  broadcaster: 'medium.broadcaster',
};

function nameColumn(view: View): Column<OutletFigures> {
  const { t } = view;
  return {
    key: 'name',
    label: t('table.outlet'),
    sortValue: (outlet) => outlet.name,
    cell: (outlet) => (
      <>
        <a href={view.href(`/outlets/${encodeURIComponent(outlet.outletId)}`, { outlet: null })}>
          {outlet.name}
        </a>
        <span className="quiet">
          {t(mediumNames[outlet.medium])}{' '}
          {outlet.verified ? null : <span className="unchecked">{t('outlet.unverified')}</span>}
        </span>
      </>
    ),
  };
}

/** Where the items are listed that a row counts. */
function itemsAddress(view: View, { outletId }: OutletFigures): string {
  const path = `/outlets/${encodeURIComponent(outletId)}`;
  return `${view.href(path, { outlet: null })}#items`;
}

/** A number that opens, with what it is of for who hears the link alone. */
function Opened(props: { readonly text: string; readonly href: string; readonly of: string }) {
  return (
    <a className="figure" href={props.href}>
      {props.text}
      <span className="hidden"> {props.of}</span>
    </a>
  );
}

function itemColumns(view: View): Column<OutletFigures>[] {
  const { t, formats } = view;
  return [
    {
      key: 'items',
      label: t('table.items'),
      hint: t('table.itemsHint'),
      numeric: true,
      sortValue: (outlet) => outlet.items,
      cell: (outlet) => (
        <a className="figure" href={itemsAddress(view, outlet)}>
          {formats.count(outlet.items)}
          <span className="hidden">
            {' '}
            {t(unitOf(outlet.items))}: {outlet.name}
          </span>
        </a>
      ),
    },
    {
      key: 'withPersons',
      label: t('table.withPersons'),
      hint: t('table.withPersonsHint'),
      numeric: true,
      sortValue: (outlet) => outlet.itemsWithPersons,
      cell: (outlet) => (
        <>
          <Opened
            text={formats.count(outlet.itemsWithPersons)}
            href={allItemsAddress(view, { ...onlyMentioning, outlet: outlet.outletId })}
            of={`${t('items.mentioning')}: ${outlet.name}`}
          />{' '}
          <span className="beside">
            {formats.percent(outlet.items === 0 ? null : outlet.itemsWithPersons / outlet.items)}
          </span>
        </>
      ),
    },
    {
      key: 'distinct',
      label: t('table.distinct'),
      hint: t('table.distinctHint'),
      numeric: true,
      sortValue: (outlet) => outlet.distinctItems,
      cell: (outlet) => formats.count(outlet.distinctItems),
    },
  ];
}

function otherColumns(view: View, days: number): Column<OutletFigures>[] {
  const { t, formats } = view;
  return [
    {
      key: 'mentions',
      label: t('table.mentions'),
      hint: t('table.mentionsHint'),
      numeric: true,
      sortValue: (outlet) => outlet.mentions,
      cell: (outlet) => formats.count(outlet.mentions),
    },
    {
      key: 'words',
      label: t('table.length'),
      hint: t('table.outletLengthHint'),
      numeric: true,
      sortValue: (outlet) => outlet.words,
      cell: (outlet) => (
        <>
          <span className="figure">{formats.count(outlet.words)}</span>{' '}
          <span className="beside">{`${formats.decimal(outlet.columnInches)}″`}</span>
        </>
      ),
    },
    {
      key: 'gapDays',
      label: t('table.gapDays'),
      hint: t('table.gapDaysHint', { count: days }),
      numeric: true,
      sortValue: (outlet) => outlet.gapDays,
      cell: (outlet) =>
        outlet.gapDays === 0 ? (
          formats.count(0)
        ) : (
          <Opened
            text={formats.count(outlet.gapDays)}
            href={`${view.href('/gaps', { outlet: outlet.outletId })}#gaps`}
            of={`${t('table.gapDays')}: ${outlet.name}`}
          />
        ),
    },
  ];
}

/** Outlets with their denominators, sortable. */
export function OutletTable(props: {
  readonly view: View;
  readonly outlets: readonly OutletFigures[];
}) {
  const { view, outlets } = props;
  return (
    <>
      <DataTable
        view={view}
        id="outlets"
        caption={view.t('overview.outlets')}
        columns={[
          nameColumn(view),
          ...itemColumns(view),
          ...otherColumns(view, view.period === null ? 0 : dayCount(view.period)),
        ]}
        rows={outlets}
        rowKey={(outlet) => outlet.outletId}
        sorting={{ parameter: 'sortOutlets', value: view.query.sortOutlets, initial: 'items' }}
      />
      <p className="table-note">
        {view.t('table.outletsNote')} <ChallengeLink view={view} about={{ figure: 'outlets' }} />
      </p>
    </>
  );
}
