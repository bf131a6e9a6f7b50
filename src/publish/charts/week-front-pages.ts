import * as Plot from '@observablehq/plot';
import { type Chart, type ChartFrame, drawChart } from './chart.ts';
import { personColour } from './colours.ts';

/** What one person's items surely held and may have held of the front pages. */
export interface WeekFrontPageRow {
  readonly personId: string;
  readonly name: string;
  /** Hours × share of the page, by 1/n. */
  readonly low: number;
  readonly high: number;
}

export interface WeekFrontPagesInput extends ChartFrame {
  /** First on top. */
  readonly rows: readonly WeekFrontPageRow[];
  readonly words: {
    readonly person: string;
    readonly sure: string;
    readonly possible: string;
    /** Stands after the numbers: `giờ`. */
    readonly hours: string;
  };
}

const place = { y: 'personId' } as const;
const colour = ({ personId }: WeekFrontPageRow) => personColour(personId);

function label(row: WeekFrontPageRow, { formats, words }: WeekFrontPagesInput): string {
  const [low, high] = [formats.decimal(row.low), formats.decimal(row.high)];
  return low === high ? `${low} ${words.hours}` : `${low} – ${high} ${words.hours}`;
}

function draw(input: WeekFrontPagesInput): string {
  const { rows, formats } = input;
  const end = Math.max(0.1, ...rows.map(({ high }) => high));
  const bar = { ...place, insetTop: 5, insetBottom: 5, fill: colour } as const;
  return drawChart(input, {
    height: 30 + rows.length * 50,
    marginTop: 18,
    marginBottom: 26,
    marginLeft: 14,
    marginRight: 96,
    x: { domain: [0, end], axis: null },
    y: { domain: rows.map(({ personId }) => personId), axis: null, padding: 0.5 },
    marks: [
      Plot.gridX({ strokeOpacity: 0.14, ticks: 4 }),
      // Faded to what is possible, solid to what is sure.
      Plot.barX(rows, { ...bar, x1: 'low', x2: 'high', fillOpacity: 0.28 }),
      Plot.barX(rows, { ...bar, x1: 0, x2: 'low' }),
      Plot.ruleX([0], { strokeOpacity: 0.5 }),
      Plot.text(rows, {
        ...place,
        text: 'name',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 6,
        dy: -18,
        fontSize: 14,
      }),
      Plot.text(rows, {
        ...place,
        x: 'high',
        text: (row: WeekFrontPageRow) => label(row, input),
        textAnchor: 'start',
        dx: 8,
        fontSize: 13,
      }),
      Plot.axisX({
        tickSize: 0,
        label: null,
        ticks: 4,
        tickFormat: (value: number) => formats.decimal(value),
        fontSize: 12,
        fillOpacity: 0.75,
      }),
    ],
  });
}

/** Front pages of a week: for each person what is sure and what is possible. */
export function weekFrontPages(input: WeekFrontPagesInput): Chart {
  const { formats, words, rows } = input;
  return {
    svg: draw(input),
    table: {
      columns: [words.person, words.sure, words.possible],
      rows: rows.map(({ name, low, high }) => [name, formats.decimal(low), formats.decimal(high)]),
    },
  };
}
