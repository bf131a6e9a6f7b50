import * as Plot from '@observablehq/plot';
import type { Day, Period } from '../../domain/index.ts';
import {
  type Chart,
  type ChartFrame,
  drawChart,
  hatchDefinition,
  hatchFill,
  isNarrow,
} from './chart.ts';
import { type Annotation, annotationHeight } from './annotations.ts';
import { dayAxis } from './day-axis.ts';
import { addDays, daysOf } from './day-spans.ts';

/** One panel: a line from zero. */
export interface Panel {
  readonly id: string;
  readonly title: string;
  /** As a CSS value; left out = ink. */
  readonly colour?: string;
  /** Days without a point count as unknown. */
  readonly points: readonly { readonly day: Day; readonly value: number | null }[];
}

export interface SmallMultiplesInput extends ChartFrame {
  readonly panels: readonly Panel[];
  readonly period: Period;
  /** Written over the panels, each with a line down through every one at its day. */
  readonly annotations?: readonly Annotation[];
  readonly words: {
    readonly day: string;
    readonly unknown: string;
    /** What the strip under each panel tells: `Độ đầy đủ của dữ liệu`. */
    readonly health: string;
  };
}

interface Point {
  readonly panel: string;
  readonly column: number;
  readonly row: number;
  readonly day: Day;
  readonly date: Date;
  readonly value: number | null;
  readonly colour: string;
}

const panelHeight = 84;
/** Between two rows of panels: the strip above, the heading below. */
const rowGap = 44;
/** The strip under each panel, and the room above it, pixels. */
const stripHeight = 5;
const stripOffset = 4;

function columnsOf(input: SmallMultiplesInput): number {
  const count = Math.max(1, input.panels.length);
  if (isNarrow(input)) return 1;
  return count === 4 ? 2 : Math.min(3, count);
}

function pointsOf(input: SmallMultiplesInput): Point[] {
  const columns = columnsOf(input);
  return input.panels.flatMap((panel, index) => {
    const known = new Map(panel.points.map(({ day, value }) => [day, value]));
    return daysOf(input.period).map((day) => ({
      panel: panel.id,
      column: index % columns,
      row: Math.floor(index / columns),
      day,
      date: new Date(`${day}T12:00:00Z`),
      value: known.get(day) ?? null,
      colour: panel.colour ?? 'currentColor',
    }));
  });
}

const facet = { fx: 'column', fy: 'row' } as const;

function panelMarks(points: readonly Point[], input: SmallMultiplesInput): Plot.Markish[] {
  const known = points.filter(({ value }) => value !== null);
  const title = ({ day, value }: Point) =>
    `${input.formats.day(day)}: ${value === null ? input.words.unknown : input.formats.count(value)}`;
  return [
    hatchDefinition(input),
    Plot.rectX(
      points.filter(({ value }) => value === null),
      {
        ...facet,
        x1: ({ day }: Point) => new Date(`${day}T00:00:00Z`),
        x2: ({ day }: Point) => new Date(`${addDays(day, 1)}T00:00:00Z`),
        fill: hatchFill(input),
        title,
      },
    ),
    Plot.ruleY([0], { strokeOpacity: 0.5 }),
    Plot.lineY(points, {
      ...facet,
      x: 'date',
      y: 'value',
      z: 'panel',
      stroke: 'colour',
      strokeWidth: 2,
    }),
    // A single known day between two gaps is no line.
    Plot.dot(known.length <= 400 ? known : [], {
      ...facet,
      x: 'date',
      y: 'value',
      r: 2.5,
      fill: 'colour',
      title,
    }),
  ];
}

/** One cell a day under each panel: ink where the day is wholly known, hatched where it is not. */
function stripMarks(points: readonly Point[], input: SmallMultiplesInput): Plot.Markish[] {
  const cell = {
    ...facet,
    x1: ({ day }: Point) => new Date(`${day}T00:00:00Z`),
    x2: ({ day }: Point) => new Date(`${addDays(day, 1)}T00:00:00Z`),
    insetTop: panelHeight + stripOffset,
    insetBottom: -(stripOffset + stripHeight),
    insetLeft: 0.5,
    insetRight: 0.5,
  };
  const isKnown = ({ value }: Point) => value !== null;
  return [
    Plot.rectX(points.filter(isKnown), { ...cell, fill: 'currentColor', fillOpacity: 0.3 }),
    Plot.rectX(
      points.filter((point) => !isKnown(point)),
      { ...cell, fill: hatchFill(input), stroke: 'currentColor', strokeOpacity: 0.4 },
    ),
    Plot.text([input.words.health], {
      fx: () => 0,
      fy: () => Math.ceil(input.panels.length / columnsOf(input)) - 1,
      frameAnchor: 'bottom-left',
      dy: 40,
      textAnchor: 'start',
      fontSize: 11,
      fillOpacity: 0.75,
    }),
  ];
}

function headings(points: readonly Point[], input: SmallMultiplesInput): Plot.Markish {
  const titles = new Map(input.panels.map(({ id, title }) => [id, title]));
  const first = input.panels.flatMap(({ id }) => points.find(({ panel }) => panel === id) ?? []);
  return Plot.text(first, {
    ...facet,
    frameAnchor: 'top-left',
    dy: -18,
    dx: 2,
    fontSize: 13,
    fontWeight: 600,
    text: ({ panel }: Point) => titles.get(panel) ?? panel,
  });
}

/** Pixels between the panels' headings and the lowest annotation. */
const notesOffset = 40;

/**
 * What explains a change in all panels: a dotted line through each, told apart by a letter where
 * there are several; the words stand once, over the first panel.
 */
function noteMarks({ annotations = [], ...input }: SmallMultiplesInput): Plot.Markish[] {
  if (annotations.length === 0) return [];
  const notes = annotations.map((note, index) => ({
    ...note,
    date: new Date(`${note.day}T00:00:00Z`),
    letter: annotations.length === 1 ? '' : `${String.fromCharCode(97 + index)} `,
    dy: (index - annotations.length + 1) * annotationHeight - notesOffset,
  }));
  return [
    Plot.ruleX(notes, { x: 'date', strokeOpacity: 0.6, strokeDasharray: '2 3' }),
    Plot.text(notes, {
      x: 'date',
      text: 'letter',
      frameAnchor: 'top',
      dx: 8,
      dy: -1,
      fontSize: 11,
    }),
    ...notes.map(({ letter, label, shortLabel = label, dy }) =>
      Plot.text([`${letter}${isNarrow(input) ? shortLabel : label}`], {
        fx: () => 0,
        fy: () => 0,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: 2,
        dy,
      }),
    ),
  ];
}

function draw(points: readonly Point[], input: SmallMultiplesInput): string {
  const columns = columnsOf(input);
  const rows = Math.max(1, Math.ceil(input.panels.length / columns));
  const highest = Math.max(1, ...points.map(({ value }) => value ?? 0));
  const noted = (input.annotations ?? []).length;
  const above = noted === 0 ? 0 : noted * annotationHeight + 8;
  return drawChart(input, {
    height: rows * panelHeight + (rows - 1) * rowGap + 86 + above,
    marginTop: 30 + above,
    marginBottom: 56,
    marginLeft: 36,
    marginRight: 8,
    fx: { axis: null, padding: 0.12, domain: Array.from({ length: columns }, (_, i) => i) },
    fy: {
      axis: null,
      // A single band with padding would shrink instead of having nothing beside it.
      paddingInner: rows === 1 ? 0 : rowGap / (panelHeight + rowGap),
      paddingOuter: 0,
      domain: Array.from({ length: rows }, (_, i) => i),
    },
    x: {
      type: 'utc',
      domain: [
        new Date(`${input.period.from}T00:00:00Z`),
        new Date(`${addDays(input.period.to, 1)}T00:00:00Z`),
      ],
      label: null,
    },
    y: { domain: [0, highest], label: null },
    marks: [
      ...panelMarks(points, input),
      ...noteMarks(input),
      headings(points, input),
      Plot.axisY([0, highest], {
        tickSize: 0,
        label: null,
        fillOpacity: 0.75,
        tickFormat: (value: number) => input.formats.count(value),
      }),
      dayAxis(input.period, input.formats, { ticks: 4, tickPadding: stripHeight + 8 }),
      ...stripMarks(points, input),
    ],
  });
}

/** Panels on one scale, so that their heights may be compared; unknown days are hatched. */
export function smallMultiples(input: SmallMultiplesInput): Chart {
  const points = pointsOf(input);
  const { formats, words } = input;
  const byDay = Map.groupBy(points, ({ day }) => day);
  return {
    svg: draw(points, input),
    table: {
      columns: [words.day, ...input.panels.map(({ title }) => title)],
      rows: [...byDay].map(([day, row]) => [
        formats.day(day),
        ...row.map(({ value }) => (value === null ? words.unknown : formats.count(value))),
      ]),
    },
  };
}
