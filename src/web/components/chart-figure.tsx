import type { ReactNode } from 'react';
import type { Chart, ChartFrame, ChartTable, CountedCell } from '../charts.ts';
import type { FigureId } from '../figure-names.ts';
import type { View } from '../view.ts';
import { type ChallengeAbout, ChallengeLink } from './challenge-link.tsx';

/** Where a page lists the items of a cell. */
type ItemsOf = (cell: CountedCell) => string;

interface NumbersTableProps {
  readonly view: View;
  readonly table: ChartTable;
  readonly items: ItemsOf | undefined;
}

function NumbersTable({ view, table, items }: NumbersTableProps) {
  const opened = (row: number, column: number): ReactNode => {
    const text = table.rows[row]?.[column];
    const cell = table.counted?.[row]?.[column] ?? null;
    return cell === null || items === undefined ? text : <a href={items(cell)}>{text}</a>;
  };
  return (
    <details className="chart-table">
      <summary>{view.t('chart.table')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={view.t('chart.table')}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={`${index} ${row[0]}`}>
                {row.map((_, place) =>
                  place === 0 ? (
                    <th scope="row" key={place}>
                      {opened(index, place)}
                    </th>
                  ) : (
                    <td key={place}>{opened(index, place)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** As wide as the page's column, so that letters in a chart are as large as those beside it. */
const wideWidth = 1000;
const narrowWidth = 380;

/**
 * A chart drawn twice, for wide and for narrow columns (the style sheet shows one), with its
 * title, its unit, n and period, the same numbers as a table, and a link to contest it.
 */
export function ChartFigure(props: {
  readonly view: View;
  readonly frame: Omit<ChartFrame, 'id' | 'width' | 'formats'> & { readonly id: FigureId };
  readonly draw: (frame: ChartFrame) => Chart;
  /** What the signs in the picture mean, where they need saying. */
  readonly legend?: ReactNode;
  /** Where the items of a number are listed; left out = they are no items. */
  readonly items?: ItemsOf;
  /** Of whom or what the chart is, where it is not of everybody. */
  readonly about?: ChallengeAbout;
  /** Of its title: `h1` where the chart is the whole page; default `h3`. */
  readonly heading?: 'h1' | 'h3';
  /** Of the wide drawing, pixels; default: as wide as the page's column. */
  readonly wide?: number;
}) {
  const { view, frame, draw, legend, items, about, heading: Heading = 'h3' } = props;
  const at = (suffix: string, width: number): Chart =>
    draw({ ...frame, id: `${frame.id}-${suffix}`, width, formats: view.formats });
  const wide = at('wide', props.wide ?? wideWidth);
  const narrow = at('narrow', narrowWidth);
  return (
    <figure className="chart-figure" id={frame.id}>
      <figcaption>
        <Heading className={Heading === 'h3' ? undefined : 'chart-title'}>{frame.title}</Heading>
        <p className="subtitle">{frame.subtitle}</p>
        {legend}
      </figcaption>
      <div className="chart-box" dangerouslySetInnerHTML={{ __html: wide.svg + narrow.svg }} />
      <NumbersTable view={view} table={wide.table} items={items} />
      <p className="table-note">
        <ChallengeLink view={view} about={{ ...about, figure: frame.id }} of={frame.title} />
      </p>
    </figure>
  );
}
