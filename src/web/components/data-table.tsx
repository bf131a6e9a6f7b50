import type { ReactNode } from 'react';
import type { View } from '../view.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** What the column counts, in a few words under its heading. */
  readonly hint?: string;
  readonly numeric?: boolean;
  /** May run over several lines. */
  readonly wrap?: boolean;
  /** Takes two places of the list that a table becomes on a telephone: a day with its time. */
  readonly broad?: boolean;
  /** Makes the column sortable; null sorts last either way. */
  readonly sortValue?: (row: Row) => number | string | null;
  readonly cell: (row: Row) => ReactNode;
}

interface Sorting {
  /** Name of the parameter in the address. */
  readonly parameter: 'sort' | 'sortOutlets';
  /** `items` in the natural direction (numbers down, names up), `-items` the other way. */
  readonly value: string | undefined;
  /** Column by which the rows come sorted already. */
  readonly initial: string;
}

interface SortState {
  readonly key: string;
  readonly reversed: boolean;
}

function stateOf<Row>(columns: readonly Column<Row>[], sorting: Sorting): SortState {
  const value = sorting.value ?? sorting.initial;
  const key = value.replace(/^-/, '');
  const known = columns.some((column) => column.key === key && column.sortValue);
  if (!known) return { key: sorting.initial, reversed: false };
  return { key, reversed: value.startsWith('-') };
}

function compareValues(
  left: number | string | null,
  right: number | string | null,
  compareText: (left: string, right: string) => number,
): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (typeof left === 'number' && typeof right === 'number') return right - left;
  return compareText(String(left), String(right));
}

/** Rows in the order the address asks for; rows without a value always last. */
function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  options: { readonly sorting: Sorting; readonly view: View },
): Row[] {
  const { key, reversed } = stateOf(columns, options.sorting);
  const valueOf = columns.find((column) => column.key === key)?.sortValue;
  if (!valueOf) return [...rows];
  return rows.toSorted((first, second) => {
    const [left, right] = [valueOf(first), valueOf(second)];
    const order = compareValues(left, right, options.view.formats.compare);
    return reversed && left !== null && right !== null ? -order : order;
  });
}

function naturalDirection<Row>(column: Column<Row>): 'ascending' | 'descending' {
  return column.numeric ? 'descending' : 'ascending';
}

function ariaSort<Row>(column: Column<Row>, state: SortState | null) {
  if (state?.key !== column.key) return undefined;
  const natural = naturalDirection(column);
  if (!state.reversed) return natural;
  return natural === 'ascending' ? 'descending' : 'ascending';
}

interface TableProps<Row> {
  readonly view: View;
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting;
  /** Only so many rows, the first in the order asked for; left out = all. */
  readonly most?: number;
  /** Few and short columns: keep them near each other. */
  readonly narrow?: boolean;
}

function sortHref<Row>(column: Column<Row>, state: SortState, props: TableProps<Row>): string {
  const { view, sorting, id } = props;
  if (!sorting) return '';
  const other = sorting.parameter === 'sort' ? 'sortOutlets' : 'sort';
  const value = state.key === column.key && !state.reversed ? `-${column.key}` : column.key;
  const { [other]: otherValue = null, persons = null } = view.query;
  const changes = { [other]: otherValue, persons, [sorting.parameter]: value };
  return `${view.href(view.path, changes)}#${id}`;
}

function HeadCell<Row>(props: {
  readonly column: Column<Row>;
  readonly state: SortState | null;
  readonly table: TableProps<Row>;
}) {
  const { column, state, table } = props;
  const sortable = column.sortValue !== undefined && state !== null;
  return (
    <th
      scope="col"
      role="columnheader"
      className={column.numeric ? 'number' : undefined}
      aria-sort={ariaSort(column, state)}
    >
      {sortable ? (
        <a href={sortHref(column, state, table)} data-sort={column.key}>
          {column.label}
        </a>
      ) : (
        column.label
      )}
      {column.hint === undefined ? null : <span className="hint">{column.hint}</span>}
    </th>
  );
}

/** On a telephone the headings are gone, and with them their links: here they are again. */
function SortLine<Row>(props: { readonly state: SortState; readonly table: TableProps<Row> }) {
  const { state, table } = props;
  return (
    <p className="sort-line">
      {table.view.t('table.sortBy')}{' '}
      {table.columns
        .filter((column) => column.sortValue)
        .map((column) => (
          <a
            key={column.key}
            href={sortHref(column, state, table)}
            aria-current={state.key === column.key ? 'true' : undefined}
          >
            {column.label}
          </a>
        ))}
    </p>
  );
}

function cellClass<Row>({ numeric, wrap, broad }: Column<Row>): string | undefined {
  if (numeric) return 'number';
  if (wrap) return 'wrap';
  return broad ? 'broad' : undefined;
}

function Cell<Row>(props: {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly first: boolean;
}) {
  const { column, row, first } = props;
  const className = cellClass(column);
  const value = column.sortValue?.(row);
  if (first) {
    return (
      <th scope="row" role="rowheader" className={className} data-value={value ?? undefined}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      role="cell"
      className={className}
      data-label={column.label}
      data-hint={column.hint}
      data-value={value ?? undefined}
    >
      {column.cell(row)}
    </td>
  );
}

function frameClass<Row>({ narrow, columns }: TableProps<Row>): string {
  if (narrow) return 'table-narrow';
  return columns.length > 4 ? 'table-wide' : 'table-plain';
}

/**
 * A table whose headings are links that sort it; on a telephone it becomes a list in the same
 * order. Roles are written out because CSS that changes `display` takes them away.
 */
export function DataTable<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey, sorting, view } = props;
  const state = sorting ? stateOf(columns, sorting) : null;
  const sorted = sorting ? sortRows(rows, columns, { sorting, view }) : rows;
  const shown = sorted.slice(0, props.most);
  // The page can sort by itself only where it has every row.
  const sortable = shown.length === rows.length ? sorting?.parameter : undefined;
  // Equal rows keep this order, here and when the page sorts by itself.
  const order = sorting ? new Map(rows.map((row, index) => [row, index])) : null;
  return (
    <div className={`table-frame ${frameClass(props)}`} id={props.id}>
      {state === null ? null : <SortLine state={state} table={props} />}
      <table role="table" data-sortable={sortable}>
        <caption className="hidden">{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} state={state} table={props} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => (
            <tr role="row" key={rowKey(row)} data-order={order?.get(row)}>
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
