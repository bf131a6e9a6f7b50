import * as Plot from '@observablehq/plot';
import { type Chart, type ChartFrame, drawChart, isNarrow } from './chart.ts';
import { personColour } from './colours.ts';
import { rowNames } from './row-names.ts';

/** One person's share of coverage. */
export interface ShareRow {
  readonly personId: string;
  readonly name: string;
  /** Post that tells the person from a namesake in the same chart; null where the name does. */
  readonly post?: string | null;
  /** Σ 1/n over the person's items. */
  readonly itemsFractional: number;
  /** 0–1; null = unknown, and then no dot is drawn. */
  readonly share: number | null;
}

interface ShareOfCoverageWords {
  readonly person: string;
  readonly share: string;
  readonly itemsFractional: string;
  /** Stands after the number in a direct label: `66,8 tin`. */
  readonly itemsUnit: string;
}

export interface ShareOfCoverageInput extends ChartFrame {
  /** In the order in which they are drawn, first on top. */
  readonly rows: readonly ShareRow[];
  readonly words: ShareOfCoverageWords;
}

interface DrawnRow extends ShareRow {
  readonly share: number;
}

/** Round upper end of the axis, so that a dot's label has room. */
function axisEnd(rows: readonly DrawnRow[]): number {
  const largest = Math.max(0.01, ...rows.map((row) => row.share));
  const step = largest > 0.5 ? 0.2 : largest > 0.2 ? 0.1 : largest > 0.08 ? 0.05 : 0.01;
  return Math.min(1, Math.ceil((largest * 1.001) / step) * step);
}

function wideMarks(rows: readonly DrawnRow[], input: ShareOfCoverageInput): Plot.Markish[] {
  const { formats, words } = input;
  const { width, lineWidth } = namesOf(rows, input);
  return [
    // At the page's own left edge, so that names stand under the title and over the table.
    Plot.text(rows, { ...nameText, lineWidth, frameAnchor: 'left', dx: -width, text: twoLines }),
    Plot.text(rows, {
      ...place,
      dx: 12,
      textAnchor: 'start',
      fontSize: 13,
      text: (row: DrawnRow) =>
        [
          `${formats.percent(row.share)} ·`,
          formats.decimal(row.itemsFractional),
          words.itemsUnit,
        ].join(' '),
    }),
  ];
}

function narrowMarks(rows: readonly DrawnRow[], input: ShareOfCoverageInput): Plot.Markish[] {
  return [
    Plot.text(rows, {
      ...nameText,
      frameAnchor: 'left',
      dx: 6,
      dy: -16,
      text: fullName,
    }),
    Plot.text(rows, {
      ...place,
      dx: 12,
      textAnchor: 'start',
      fontSize: 13,
      text: (row: DrawnRow) => input.formats.percent(row.share),
    }),
  ];
}

function fullName({ name, post }: ShareRow): string {
  return !post ? name : `${name}, ${post}`;
}

function twoLines({ name, post }: ShareRow): string {
  return !post ? name : `${name}\n${post}`;
}

const place = { x: 'share', y: 'personId' } as const;
const nameText = { y: 'personId', textAnchor: 'start', fontSize: 13 } as const;

function namesOf(rows: readonly DrawnRow[], input: ShareOfCoverageInput) {
  return rowNames(rows.map(twoLines), input.width);
}

function draw(rows: readonly DrawnRow[], input: ShareOfCoverageInput): string {
  const narrow = isNarrow(input);
  const end = axisEnd(rows);
  return drawChart(input, {
    height: 34 + rows.length * (narrow ? 46 : 32),
    marginTop: narrow ? 16 : 4,
    marginBottom: 30,
    marginLeft: narrow ? 2 : namesOf(rows, input).width,
    marginRight: narrow ? 62 : 138,
    x: { domain: [0, end], axis: null },
    y: { domain: rows.map((row) => row.personId), axis: null },
    marks: [
      Plot.gridX({ strokeOpacity: 0.14, ticks: narrow ? 3 : 5 }),
      Plot.ruleX([0], { strokeOpacity: 0.5 }),
      Plot.ruleY(rows, { x1: 0, x2: 'share', y: 'personId', strokeOpacity: 0.3 }),
      Plot.dot(rows, {
        ...place,
        r: 6,
        fill: (row: DrawnRow) => personColour(row.personId),
        title: (row: DrawnRow) => `${fullName(row)}: ${input.formats.percent(row.share)}`,
      }),
      ...(narrow ? narrowMarks(rows, input) : wideMarks(rows, input)),
      Plot.axisX({
        tickSize: 0,
        label: null,
        ticks: narrow ? 3 : 5,
        tickFormat: (value: number) => input.formats.percentShort(value),
        fontSize: 12,
        fillOpacity: 0.75,
      }),
    ],
  });
}

/** Share of coverage as one dot a person on a line from zero, each labelled directly. */
export function shareOfCoverage(input: ShareOfCoverageInput): Chart {
  const rows = input.rows.filter((row): row is DrawnRow => row.share !== null);
  const { formats, words } = input;
  return {
    svg: draw(rows, input),
    table: {
      columns: [words.person, words.share, words.itemsFractional],
      rows: input.rows.map((row) => [
        fullName(row),
        formats.percent(row.share),
        formats.decimal(row.itemsFractional),
      ]),
    },
  };
}
