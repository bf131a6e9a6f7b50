import * as Plot from '@observablehq/plot';
import { type Chart, type ChartFrame, drawChart } from './chart.ts';
import { personColour } from './colours.ts';

/** One person's share of a week. */
export interface WeekShareRow {
  readonly personId: string;
  readonly name: string;
  /** As the machine counted it, 0–1. */
  readonly share: number;
  /** Of the week before; null = unknown, and then no tick is drawn. */
  readonly before: number | null;
  /** Without the machine's errors, with its interval; null where no audit gives it. */
  readonly corrected: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
}

export interface WeekSharesInput extends ChartFrame {
  /** First on top. */
  readonly rows: readonly WeekShareRow[];
  readonly words: {
    readonly person: string;
    readonly share: string;
    readonly corrected: string;
    readonly before: string;
  };
}

const rowHeight = 46;
const place = { y: 'personId' } as const;
const colour = ({ personId }: WeekShareRow) => personColour(personId);
const shown = ({ share, corrected }: WeekShareRow) => corrected?.value ?? share;
const furthest = ({ share, corrected }: WeekShareRow) => Math.max(share, corrected?.high ?? 0);

/** Interval as a bar, raw as a hollow dot and corrected as a filled one; raw alone is filled. */
function dots(input: WeekSharesInput): Plot.Markish[] {
  const corrected = input.rows.filter((row) => row.corrected !== null);
  const alone = input.rows.filter((row) => row.corrected === null);
  const low = (row: WeekShareRow) => row.corrected?.low;
  const high = (row: WeekShareRow) => row.corrected?.high;
  const bar = { ...place, x1: low, x2: high, stroke: colour, strokeWidth: 7, strokeOpacity: 0.3 };
  const dot = { ...place, r: 6, fill: colour } as const;
  const hollow = { ...place, r: 6, x: 'share', stroke: colour, strokeWidth: 2, fill: 'none' };
  return [
    Plot.ruleY(corrected, bar),
    // Smaller than the ring: where nothing had to be corrected, both are seen.
    Plot.dot(corrected, { ...dot, r: 3.5, x: shown }),
    Plot.dot(corrected, hollow),
    Plot.dot(alone, { ...dot, x: 'share' }),
  ];
}

function draw(input: WeekSharesInput): string {
  const { rows, formats } = input;
  const ends = rows.map((row) => Math.max(furthest(row), row.before ?? 0));
  const end = Math.min(1, Math.max(0.02, ...ends) * 1.04);
  return drawChart(input, {
    height: 34 + rows.length * rowHeight,
    marginTop: 18,
    marginBottom: 28,
    marginLeft: 14,
    marginRight: 66,
    x: { domain: [0, end], axis: null },
    y: { domain: rows.map(({ personId }) => personId), axis: null },
    marks: [
      Plot.gridX({ strokeOpacity: 0.14, ticks: 4 }),
      Plot.ruleX([0], { strokeOpacity: 0.5 }),
      Plot.ruleY(rows, { ...place, x1: 0, x2: 'share', strokeOpacity: 0.3 }),
      // The week before: a grey tick across the row.
      Plot.tickX(
        rows.filter(({ before }) => before !== null),
        {
          ...place,
          x: 'before',
          strokeWidth: 2.5,
          strokeOpacity: 0.5,
          insetTop: 15,
          insetBottom: 15,
        },
      ),
      ...dots(input),
      Plot.text(rows, {
        ...place,
        text: 'name',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 6,
        dy: -17,
        fontSize: 14,
      }),
      Plot.text(rows, {
        ...place,
        x: (row: WeekShareRow) => Math.max(furthest(row), row.before ?? 0),
        text: (row: WeekShareRow) => formats.percent(shown(row)),
        textAnchor: 'start',
        dx: 12,
        fontSize: 14,
        fontWeight: 600,
      }),
      Plot.axisX({
        tickSize: 0,
        label: null,
        ticks: 4,
        tickFormat: (value: number) => formats.percentShort(value),
        fontSize: 12,
        fillOpacity: 0.75,
      }),
    ],
  });
}

/** Shares of a week beside the week before: a letter's first picture, drawn for a telephone. */
export function weekShares(input: WeekSharesInput): Chart {
  const { formats, words, rows } = input;
  const interval = ({ corrected }: WeekShareRow) => {
    if (corrected === null) return '–';
    const [low, high] = [formats.percent(corrected.low), formats.percent(corrected.high)];
    return `${formats.percent(corrected.value)} (${low} – ${high})`;
  };
  return {
    svg: draw(input),
    table: {
      columns: [words.person, words.share, words.corrected, words.before],
      rows: rows.map((row) => [
        row.name,
        formats.percent(row.share),
        interval(row),
        formats.percent(row.before),
      ]),
    },
  };
}
