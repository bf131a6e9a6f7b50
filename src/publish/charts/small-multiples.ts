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
import { addDays, dayCount } from './day-spans.ts';
import { lineSteps, type StepMean, stepMean, writeStep } from './line-steps.ts';

/** One panel: a line from zero, over a long period one of means. */
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
    /** Heading of the column of days, or of stretches of days over a long period. */
    readonly step: string;
    readonly unknown: string;
    /** What the strip under each panel tells: `Độ đầy đủ của dữ liệu`. */
    readonly health: string;
  };
}

interface Point {
  readonly panel: string;
  readonly column: number;
  readonly row: number;
  readonly step: Step;
  readonly of: StepMean;
  readonly value: number | null;
  readonly colour: string;
}

/** A stretch of time that has one point in every panel. */
interface Step extends Period {
  readonly start: Date;
  readonly middle: Date;
  readonly end: Date;
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
  const steps = lineSteps(input.period).map((step): Step => {
    const start = new Date(`${step.from}T00:00:00Z`);
    const end = new Date(`${addDays(step.to, 1)}T00:00:00Z`);
    return { ...step, start, middle: new Date((start.getTime() + end.getTime()) / 2), end };
  });
  return input.panels.flatMap((panel, index) => {
    const known = new Map(panel.points.map(({ day, value }) => [day, value]));
    return steps.map((step) => {
      const of = stepMean(step, known);
      return {
        panel: panel.id,
        column: index % columns,
        row: Math.floor(index / columns),
        step,
        of,
        value: of.mean,
        colour: panel.colour ?? 'currentColor',
      };
    });
  });
}

const middle = ({ step }: Point) => step.middle;
const stretch = { x1: ({ step }: Point) => step.start, x2: ({ step }: Point) => step.end };

function written({ of }: Point, { formats, words }: SmallMultiplesInput): string {
  return writeStep(of, { formats, unknown: words.unknown });
}

const facet = { fx: 'column', fy: 'row' } as const;

function panelMarks(points: readonly Point[], input: SmallMultiplesInput): Plot.Markish[] {
  const known = points.filter(({ value }) => value !== null);
  const title = (point: Point) =>
    `${input.formats.period(point.step.from, point.step.to)}: ${written(point, input)}`;
  return [
    hatchDefinition(input),
    Plot.rectX(
      points.filter(({ value }) => value === null),
      {
        ...facet,
        ...stretch,
        fill: hatchFill(input),
        title,
      },
    ),
    Plot.ruleY([0], { strokeOpacity: 0.5 }),
    Plot.lineY(points, {
      ...facet,
      x: middle,
      y: 'value',
      z: 'panel',
      stroke: 'colour',
      strokeWidth: 2,
    }),
    // A single known day between two gaps is no line.
    Plot.dot(known.length <= 400 ? known : [], {
      ...facet,
      x: middle,
      y: 'value',
      r: 2.5,
      fill: 'colour',
      title,
    }),
  ];
}

/** One cell a point under each panel: ink where its days are all known, else hatched. */
function stripMarks(points: readonly Point[], input: SmallMultiplesInput): Plot.Markish[] {
  const cell = {
    ...facet,
    ...stretch,
    insetTop: panelHeight + stripOffset,
    insetBottom: -(stripOffset + stripHeight),
    insetLeft: 0.5,
    insetRight: 0.5,
  };
  const isKnown = ({ of }: Point) => of.known === of.days;
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
    dy: -18 - letterRoom(input),
    dx: 2,
    fontSize: 13,
    fontWeight: 600,
    text: ({ panel }: Point) => titles.get(panel) ?? panel,
  });
}

/** Pixels between the panels' headings and the lowest annotation. */
const notesOffset = 40;
/** Pixels of the letters that tell annotations apart: above the panel, where no line runs. */
const letterHeight = 12;

/** Room that letters take over each row of panels. */
function letterRoom({ annotations = [] }: SmallMultiplesInput): number {
  return annotations.length > 1 ? letterHeight : 0;
}

interface Letter {
  readonly date: Date;
  readonly letter: string;
}

/** Letters of lines that stand too near each other for both become one word: `de`. */
function lettersOf(notes: readonly Letter[], input: Omit<SmallMultiplesInput, 'annotations'>) {
  const panelWidth = (input.width / columnsOf(input)) * 0.85;
  const nearMs = (letterHeight / panelWidth) * dayCount(input.period) * 86_400_000;
  return notes.reduce<Letter[]>((told, { date, letter }) => {
    const last = told.at(-1);
    if (last === undefined || date.getTime() - last.date.getTime() > nearMs)
      return [...told, { date, letter: letter.trim() }];
    return [...told.slice(0, -1), { date: last.date, letter: last.letter + letter.trim() }];
  }, []);
}

/**
 * What explains a change in all panels: a dotted line through each, told apart by a letter where
 * there are several; the words stand once, over the first panel.
 */
function noteMarks({ annotations = [], ...input }: SmallMultiplesInput): Plot.Markish[] {
  if (annotations.length === 0) return [];
  const room = letterRoom({ ...input, annotations });
  const notes = annotations.map((note, index) => ({
    ...note,
    date: new Date(`${note.day}T00:00:00Z`),
    letter: annotations.length === 1 ? '' : `${String.fromCharCode(97 + index)} `,
    dy: (index - annotations.length + 1) * annotationHeight - notesOffset - room,
  }));
  return [
    Plot.ruleX(notes, { x: 'date', strokeOpacity: 0.6, strokeDasharray: '2 3' }),
    Plot.text(lettersOf(notes, input), {
      x: 'date',
      text: 'letter',
      frameAnchor: 'top',
      dy: -letterHeight - 1,
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
  const gap = rowGap + letterRoom(input);
  const above = noted === 0 ? 0 : noted * annotationHeight + 8 + letterRoom(input);
  return drawChart(input, {
    height: rows * panelHeight + (rows - 1) * gap + 86 + above,
    marginTop: 30 + above,
    marginBottom: 56,
    marginLeft: 36,
    marginRight: 8,
    fx: { axis: null, padding: 0.12, domain: Array.from({ length: columns }, (_, i) => i) },
    fy: {
      axis: null,
      // A single band with padding would shrink instead of having nothing beside it.
      paddingInner: rows === 1 ? 0 : gap / (panelHeight + gap),
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
        tickFormat: (value: number) =>
          Number.isInteger(value) ? input.formats.count(value) : input.formats.decimal(value),
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
  const bySteps = Map.groupBy(points, ({ step }) => step);
  return {
    svg: draw(points, input),
    table: {
      columns: [words.step, ...input.panels.map(({ title }) => title)],
      rows: [...bySteps].map(([{ from, to }, row]) => [
        formats.period(from, to),
        ...row.map((point) => written(point, input)),
      ]),
      counted: [...bySteps].map(([{ from, to }, row]) => [
        null,
        ...row.map(({ panel, value }) => (value ? { id: panel, days: { from, to } } : null)),
      ]),
    },
  };
}
