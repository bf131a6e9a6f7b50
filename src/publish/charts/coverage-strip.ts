import * as Plot from '@observablehq/plot';
import type { CoverageDay, Day, GapReason, Period } from '../../domain/index.ts';
import {
  type Chart,
  type ChartFrame,
  drawChart,
  hatchDefinition,
  hatchFill,
  isNarrow,
} from './chart.ts';
import { daysOf, spanDays, spansOf } from './day-spans.ts';
import { rowNames } from './row-names.ts';

interface CoverageStripWords {
  readonly outlet: string;
  /** Headings and reasons of the table. */
  readonly gaps: Readonly<Record<GapReason, string>>;
  readonly unknown: string;
}

export interface CoverageStripInput extends ChartFrame {
  readonly outlets: readonly { readonly outletId: string; readonly name: string }[];
  /** Ids of the outlets that the picture has rows of; left out = all. The table has all of them. */
  readonly drawn?: ReadonlySet<string>;
  readonly coverage: readonly CoverageDay[];
  readonly period: Period;
  readonly words: CoverageStripWords;
}

/** Pixels at the left for the outlets' names, at the page's own edge. */
function namesOf(input: CoverageStripInput) {
  return rowNames(
    input.outlets.map((outlet) => outlet.name),
    input.width,
  );
}

/** One outlet in one column (a day, or several in a long period). */
interface Cell {
  readonly outletId: string;
  readonly from: Day;
  readonly captured: number | null;
  readonly expected: number | null;
  readonly gap: GapReason | null;
  readonly label: string;
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** `days` are those of one outlet in the span. */
function cellOf(
  input: CoverageStripInput,
  days: readonly CoverageDay[],
  span: Period,
): Omit<Cell, 'outletId'> {
  const captured = sumKnown(days.map((day) => day.captured));
  const gap = days.find((day) => day.gap !== null)?.gap ?? null;
  const { formats, words } = input;
  const reason = gap === null ? (captured === null ? words.unknown : '') : words.gaps[gap];
  const count = captured === null ? '' : formats.count(captured);
  const label = [count, reason].filter(Boolean).join(' · ');
  return {
    from: span.from,
    captured,
    expected: sumKnown(days.map((day) => day.expected)),
    gap,
    label,
  };
}

/** Ink of a cell: full where what was expected was captured, lighter where less was. */
function ink(cell: Cell): number {
  if (cell.captured === null) return 0;
  const expected = cell.expected ?? cell.captured;
  return 0.06 + 0.2 * Math.min(1, expected === 0 ? 1 : cell.captured / expected);
}

function cellMarks(cells: readonly Cell[], input: CoverageStripInput): Plot.Markish[] {
  const place = { x: 'from', y: 'outletId', inset: 1 } as const;
  const columns = new Set(cells.map((cell) => cell.from)).size;
  const inner = input.width - (isNarrow(input) ? 2 : namesOf(input).width);
  const roomy = inner / Math.max(1, columns) >= 24;
  const title = (cell: Cell) => `${input.formats.day(cell.from)}: ${cell.label}`;
  return [
    Plot.cell(cells, { ...place, fill: 'currentColor', fillOpacity: ink, title }),
    Plot.cell(
      cells.filter((cell) => cell.gap !== null || cell.captured === null),
      { ...place, fill: hatchFill(input), stroke: 'currentColor', strokeOpacity: 0.4, title },
    ),
    Plot.text(roomy ? cells.filter((cell) => cell.captured !== null && cell.gap === null) : [], {
      x: 'from',
      y: 'outletId',
      fontSize: 12,
      text: (cell: Cell) => input.formats.count(cell.captured ?? 0),
    }),
  ];
}

function draw(all: readonly Cell[], spans: readonly Period[], input: CoverageStripInput): string {
  const { drawn } = input;
  const cells = drawn === undefined ? all : all.filter(({ outletId }) => drawn.has(outletId));
  const narrow = isNarrow(input);
  const { width, lineWidth } = namesOf(input);
  const names = new Map(input.outlets.map((outlet) => [outlet.outletId, outlet.name]));
  const step = Math.max(1, Math.ceil(spans.length / (narrow ? 5 : 14)));
  const ids = input.outlets
    .map(({ outletId }) => outletId)
    .filter((outletId) => drawn?.has(outletId) ?? true);
  return drawChart(input, {
    height: (narrow ? 66 : 32) + ids.length * (narrow ? 52 : 34),
    marginTop: narrow ? 12 : 4,
    marginBottom: 28,
    marginLeft: narrow ? 2 : width,
    marginRight: 0,
    x: { domain: spans.map((span) => span.from), axis: null, padding: 0 },
    y: { domain: ids, axis: null, padding: narrow ? 0.5 : 0.12 },
    marks: [
      hatchDefinition(input),
      ...cellMarks(cells, input),
      Plot.axisX(
        spans.filter((_, index) => index % step === 0).map((span) => span.from),
        {
          tickSize: 0,
          label: null,
          tickFormat: (day: Day) => input.formats.dayShort(day),
          fillOpacity: 0.75,
        },
      ),
      Plot.text(ids, {
        y: (id: string) => id,
        frameAnchor: 'left',
        dx: narrow ? 0 : -width,
        ...(narrow || lineWidth === Infinity ? {} : { lineWidth, lineHeight: 1.2 }),
        dy: narrow ? -25 : 0,
        textAnchor: 'start',
        fontSize: 13,
        text: (id: string) => names.get(id) ?? id,
      }),
    ],
  });
}

/** Outlet × day: items captured as ink; a gap or an unknown day is hatched, never blank. */
export function coverageStrip(input: CoverageStripInput): Chart {
  const spans = spansOf(input.period, spanDays(input.period, isNarrow(input) ? 31 : 62));
  const spanOf = new Map(spans.flatMap((span) => daysOf(span).map((day) => [day, span] as const)));
  const ledger = Map.groupBy(input.coverage, (day) => day.outletId);
  const rows = input.outlets.map(({ outletId }) => {
    const days = Map.groupBy(ledger.get(outletId) ?? [], ({ day }) => spanOf.get(day));
    return spans.map((span) => ({ outletId, ...cellOf(input, days.get(span) ?? [], span) }));
  });
  return {
    svg: draw(rows.flat(), spans, input),
    table: {
      columns: [input.words.outlet, ...spans.map((span) => input.formats.dayShort(span.from))],
      rows: input.outlets.map((outlet, index) => [
        outlet.name,
        ...(rows[index] ?? []).map((cell) => cell.label),
      ]),
      counted: input.outlets.map(({ outletId }) => [{ id: outletId, days: null }]),
    },
  };
}
