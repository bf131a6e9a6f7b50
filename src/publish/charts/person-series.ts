import * as Plot from '@observablehq/plot';
import type { Day, Period, SeriesPoint } from '../../domain/index.ts';
import {
  type Chart,
  type ChartFrame,
  drawChart,
  hatchDefinition,
  hatchFill,
  isNarrow,
} from './chart.ts';
import { type Annotation, annotationHeight, annotationMarks } from './annotations.ts';
import { personColour } from './colours.ts';
import { dayAxis } from './day-axis.ts';
import { addDays } from './day-spans.ts';
import { type HealthStrip, healthStripHeight, healthStripMarks } from './health-strip.ts';
import { lineSteps, type StepMean, stepMean, writeStep } from './line-steps.ts';

interface PersonSeriesWords {
  /** Heading of the column of days, or of stretches of days over a long period. */
  readonly step: string;
  readonly items: string;
  readonly itemsCaptured: string;
  /** Stands in a hatched day: `không rõ`. */
  readonly unknown: string;
}

export interface PersonSeriesInput extends ChartFrame {
  readonly personId: string;
  /** Points of all outlets together (`outletId` null); days without a point count as unknown. */
  readonly points: readonly SeriesPoint[];
  readonly period: Period;
  /** Drawn above the plot, one under the other, each with a line down at its day. */
  readonly annotations?: readonly Annotation[];
  /** How whole each day's data are; drawn under the axis. */
  readonly health?: HealthStrip;
  readonly words: PersonSeriesWords;
}

/** Pixels above the plot, room for the largest value's label. */
const topMargin = 28;

/** A day, or over a long period the mean of a week's days. */
interface DrawnPoint extends Period {
  readonly date: Date;
  readonly items: number | null;
  readonly of: StepMean;
  readonly ofCaptured: StepMean;
}

function pointsOf({ points, period }: PersonSeriesInput): DrawnPoint[] {
  const total = points.filter(({ outletId }) => outletId === null);
  const items = new Map(total.map((point) => [point.day, point.items]));
  const captured = new Map(total.map((point) => [point.day, point.itemsCaptured]));
  return lineSteps(period).map((step) => {
    const of = stepMean(step, items);
    const [from, to] = [midnight(step.from), midnight(addDays(step.to, 1))];
    const date = new Date((from.getTime() + to.getTime()) / 2);
    return { ...step, date, items: of.mean, of, ofCaptured: stepMean(step, captured) };
  });
}

/** `Thứ Hai 02/03/2026`; of more days their period. */
function nameOf({ from, to }: DrawnPoint, formats: PersonSeriesInput['formats']): string {
  return from === to ? `${formats.weekday(from)} ${formats.day(from)}` : formats.period(from, to);
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Unknown days as bands over the whole height: a gap is seen, not taken for a zero. */
function gapMarks(points: readonly DrawnPoint[], input: PersonSeriesInput): Plot.Markish[] {
  const gaps = points.filter((point) => point.items === null);
  return [
    hatchDefinition(input),
    Plot.rectX(gaps, {
      x1: (point: DrawnPoint) => midnight(point.from),
      x2: (point: DrawnPoint) => midnight(addDays(point.to, 1)),
      fill: hatchFill(input),
      title: ({ from, to }: DrawnPoint) =>
        `${input.formats.period(from, to)}: ${input.words.unknown}`,
    }),
  ];
}

function lineMarks(points: readonly DrawnPoint[], input: PersonSeriesInput): Plot.Markish[] {
  const colour = personColour(input.personId);
  const place = { x: 'date', y: 'items' } as const;
  const known = points.filter((point) => point.items !== null);
  const largest = known.toSorted((left, right) => (right.items ?? 0) - (left.items ?? 0))[0];
  const write = ({ of }: DrawnPoint) =>
    writeStep(of, { formats: input.formats, unknown: input.words.unknown });
  return [
    Plot.lineY(points, { ...place, stroke: colour, strokeWidth: 2 }),
    // Long periods would drown in dots; a single known day between two gaps still needs one.
    Plot.dot(points.length <= 70 ? known : known.filter((point) => isAlone(point, points)), {
      ...place,
      r: 3.5,
      fill: colour,
      title: (point: DrawnPoint) => `${nameOf(point, input.formats)}: ${write(point)}`,
    }),
    Plot.text(largest === undefined ? [] : [largest], {
      ...place,
      dy: -12,
      fontWeight: 600,
      fontSize: 13,
      text: write,
    }),
  ];
}

function isAlone(point: DrawnPoint, points: readonly DrawnPoint[]): boolean {
  const index = points.indexOf(point);
  const before = points[index - 1]?.items ?? null;
  const after = points[index + 1]?.items ?? null;
  return before === null && after === null;
}

/** Whole numbers only: half an item is no tick. */
function itemTicks(highest: number): number[] {
  const step = Math.max(1, Math.ceil(highest / 4));
  const ticks: number[] = [];
  for (let tick = 0; tick <= highest; tick += step) ticks.push(tick);
  return ticks;
}

function draw(points: readonly DrawnPoint[], input: PersonSeriesInput): string {
  const highest = Math.max(1, ...points.map((point) => point.items ?? 0));
  const ticks = itemTicks(highest);
  const narrow = isNarrow(input);
  const notes = (input.annotations ?? []).length;
  // The lowest note must not touch the largest value's label.
  const extra = notes === 0 ? 0 : notes * annotationHeight + 8;
  const { formats } = input;
  const below = 28 + (input.health ? healthStripHeight : 0);
  const height = (narrow ? 200 : 240) + extra + below - 28;
  return drawChart(input, {
    height,
    marginTop: topMargin + extra,
    marginBottom: below,
    marginLeft: 32,
    marginRight: 16,
    x: {
      type: 'utc',
      domain: [midnight(input.period.from), midnight(addDays(input.period.to, 1))],
      label: null,
    },
    y: { domain: [0, highest], label: null },
    marks: [
      Plot.gridY(ticks, { strokeOpacity: 0.14 }),
      ...gapMarks(points, input),
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
      ...annotationMarks(input.annotations ?? [], input, topMargin + 4),
      ...lineMarks(points, input),
      Plot.axisY(ticks, {
        tickSize: 0,
        label: null,
        fillOpacity: 0.75,
        tickFormat: (value: number) => formats.count(value),
      }),
      // A dot at zero must not touch the day under it.
      dayAxis(input.period, formats, { ticks: narrow ? 4 : 10, tickPadding: 11 }),
      ...(input.health
        ? healthStripMarks(input.health, input, height - below - topMargin - extra)
        : []),
    ],
  });
}

/**
 * Items a day as a line from zero that breaks at unknown days and never falls to zero for them;
 * over a long period the mean of each week's known days.
 */
export function personSeries(input: PersonSeriesInput): Chart {
  const points = pointsOf(input);
  const { formats, words } = input;
  const write = (of: StepMean) => writeStep(of, { formats, unknown: words.unknown });
  return {
    svg: draw(points, input),
    table: {
      columns: [words.step, words.items, words.itemsCaptured],
      rows: points.map((point) => [
        formats.period(point.from, point.to),
        write(point.of),
        write(point.ofCaptured),
      ]),
      counted: points.map(({ from, to, of, ofCaptured }) => [
        null,
        of.mean ? { id: input.personId, days: { from, to } } : null,
        ofCaptured.mean ? { id: null, days: { from, to } } : null,
      ]),
    },
  };
}
