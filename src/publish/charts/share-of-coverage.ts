import * as Plot from '@observablehq/plot';
import { type Chart, type ChartFrame, drawChart, isNarrow } from './chart.ts';
import { personColour } from './colours.ts';
import { rowNames } from './row-names.ts';

/** A share corrected for the machine's errors, with its 95 % interval; each 0–1. */
export interface CorrectedShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One person's share of coverage. */
export interface ShareRow {
  readonly personId: string;
  readonly name: string;
  /** Post that tells the person from a namesake in the same chart; null where the name does. */
  readonly post?: string | null;
  /** Σ 1/n over the person's items. */
  readonly itemsFractional: number;
  /** As the machine counted, 0–1; null = unknown, and then no dot is drawn. */
  readonly share: number | null;
  /** Left out or null where too few items have been audited. */
  readonly corrected?: CorrectedShare | null;
}

interface ShareOfCoverageWords {
  readonly person: string;
  readonly share: string;
  readonly itemsFractional: string;
  /** Stands after the number in a direct label: `66,8 tin`. */
  readonly itemsUnit: string;
  /** Headings of the corrected share and its interval in the table. */
  readonly corrected: string;
  readonly interval: string;
}

export interface ShareOfCoverageInput extends ChartFrame {
  /** In the order in which they are drawn, first on top. */
  readonly rows: readonly ShareRow[];
  readonly words: ShareOfCoverageWords;
}

interface DrawnRow extends ShareRow {
  readonly share: number;
}

/** The right end of all that is drawn of a row, where its label begins. */
function endOf({ share, corrected }: DrawnRow): number {
  return Math.max(share, corrected?.high ?? 0);
}

/** Round upper end of the axis, so that a dot's label has room. */
function axisEnd(rows: readonly DrawnRow[]): number {
  const largest = Math.max(0.01, ...rows.map(endOf));
  const step = largest > 0.5 ? 0.2 : largest > 0.2 ? 0.1 : largest > 0.08 ? 0.05 : 0.01;
  return Math.min(1, Math.ceil((largest * 1.001) / step) * step);
}

const nameText = { y: 'personId', textAnchor: 'start', fontSize: 13 } as const;
const postText = { ...nameText, fontSize: 11, fillOpacity: 0.75 } as const;
const labelPlace = { x: endOf, y: 'personId', dx: 12, textAnchor: 'start', fontSize: 13 } as const;

function hasPost({ post }: ShareRow): boolean {
  return Boolean(post);
}

function wideMarks(rows: readonly DrawnRow[], input: ShareOfCoverageInput): Plot.Markish[] {
  const { width } = namesOf(rows, input);
  // At the page's own left edge, so that names stand under the title and over the table.
  const left = { frameAnchor: 'left', dx: -width } as const;
  const withPost = rows.filter(hasPost);
  return [
    Plot.text(
      rows.filter((row) => !hasPost(row)),
      { ...nameText, ...left, text: 'name' },
    ),
    Plot.text(withPost, { ...nameText, ...left, dy: -8, text: 'name' }),
    Plot.text(withPost, { ...postText, ...left, dy: 8, text: 'post' }),
    Plot.text(rows, { ...labelPlace, text: (row: DrawnRow) => wideLabel(row, input) }),
  ];
}

/** What can be read without hovering: the corrected share and its interval, else the count. */
function wideLabel(row: DrawnRow, { formats, words }: ShareOfCoverageInput): string {
  const { share, corrected, itemsFractional } = row;
  if (corrected) return `${formats.percent(corrected.value)} (${rangeOf(corrected, formats)})`;
  return `${formats.percent(share)} · ${formats.decimal(itemsFractional)} ${words.itemsUnit}`;
}

function rangeOf({ low, high }: CorrectedShare, formats: ChartFrame['formats']): string {
  return `${formats.decimal(low * 100)}–${formats.decimal(high * 100)}`;
}

function narrowMarks(rows: readonly DrawnRow[], input: ShareOfCoverageInput): Plot.Markish[] {
  return [
    Plot.text(rows, { ...nameText, frameAnchor: 'left', dx: 6, dy: -16, text: fullName }),
    Plot.text(rows, {
      ...labelPlace,
      text: ({ share, corrected }: DrawnRow) => input.formats.percent(corrected?.value ?? share),
    }),
  ];
}

function fullName({ name, post }: ShareRow): string {
  return !post ? name : `${name}, ${post}`;
}

function namesOf(rows: readonly DrawnRow[], input: ShareOfCoverageInput) {
  return rowNames(
    rows.flatMap(({ name, post }) => (post ? [name, post] : [name])),
    input.width * 1.2,
  );
}

/** What the machine counted is a hollow dot, what is corrected a filled one on its interval. */
function dotMarks(rows: readonly DrawnRow[], input: ShareOfCoverageInput): Plot.Markish[] {
  const colour = ({ personId }: DrawnRow) => personColour(personId);
  const known = rows.filter(({ corrected }) => corrected);
  const title = (row: DrawnRow) => `${fullName(row)}: ${wideLabel(row, input)}`;
  return [
    Plot.ruleY(rows, { x1: 0, x2: 'share', y: 'personId', strokeOpacity: 0.3 }),
    Plot.ruleY(known, {
      x1: ({ corrected }: DrawnRow) => corrected?.low,
      x2: ({ corrected }: DrawnRow) => corrected?.high,
      y: 'personId',
      stroke: colour,
      strokeWidth: 6,
      strokeOpacity: 0.35,
    }),
    Plot.dot(known, {
      x: ({ corrected }: DrawnRow) => corrected?.value,
      y: 'personId',
      // Smaller than the ring: where nothing had to be corrected, both are seen.
      r: 3.5,
      fill: colour,
      title,
    }),
    Plot.dot(rows, {
      x: 'share',
      y: 'personId',
      r: 6,
      stroke: colour,
      strokeWidth: 2,
      // Paper shows through a dot that stands alone; over an interval it must not hide it.
      fill: 'none',
      title,
    }),
  ];
}

function draw(rows: readonly DrawnRow[], input: ShareOfCoverageInput): string {
  const narrow = isNarrow(input);
  const end = axisEnd(rows);
  const rowHeight = narrow ? 46 : rows.some(hasPost) ? 36 : 32;
  return drawChart(input, {
    height: 34 + rows.length * rowHeight,
    marginTop: narrow ? 16 : 4,
    marginBottom: 30,
    marginLeft: narrow ? 2 : namesOf(rows, input).width,
    marginRight: narrow ? 62 : 138,
    x: { domain: [0, end], axis: null },
    y: { domain: rows.map((row) => row.personId), axis: null },
    marks: [
      Plot.gridX({ strokeOpacity: 0.14, ticks: narrow ? 3 : 5 }),
      Plot.ruleX([0], { strokeOpacity: 0.5 }),
      ...dotMarks(rows, input),
      ...(narrow ? narrowMarks(rows, input) : wideMarks(rows, input)),
      Plot.axisX({
        tickSize: 0,
        label: null,
        // Nobody: a scale of nothing would only be noise.
        ticks: rows.length === 0 ? [] : narrow ? 3 : 5,
        tickFormat: (value: number) => input.formats.percentShort(value),
        fontSize: 12,
        fillOpacity: 0.75,
      }),
    ],
  });
}

/**
 * Share of coverage on a line from zero: as counted, and where an audit allows it as corrected,
 * with the interval; each labelled directly.
 */
export function shareOfCoverage(input: ShareOfCoverageInput): Chart {
  const rows = input.rows.filter((row): row is DrawnRow => row.share !== null);
  const { formats, words } = input;
  const isCorrected = rows.some(({ corrected }) => corrected);
  return {
    svg: draw(rows, input),
    table: {
      columns: [
        words.person,
        words.share,
        ...(isCorrected ? [words.corrected, words.interval] : []),
        words.itemsFractional,
      ],
      rows: input.rows.map((row) => [
        fullName(row),
        formats.percent(row.share),
        ...(isCorrected ? correctedCells(row, formats) : []),
        formats.decimal(row.itemsFractional),
      ]),
      counted: input.rows.map(({ personId }) => [null, { id: personId, days: null }]),
    },
  };
}

function correctedCells({ corrected }: ShareRow, formats: ChartFrame['formats']): string[] {
  if (!corrected) return ['–', '–'];
  const { low, high, value } = corrected;
  return [formats.percent(value), `${formats.percent(low)} – ${formats.percent(high)}`];
}
