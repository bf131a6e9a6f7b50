import * as Plot from '@observablehq/plot';
import type { AttentionDay, Day, HourBracket, Period } from '../../domain/index.ts';
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
import { addDays, daysOf } from './day-spans.ts';
import { type HealthStrip, healthStripHeight, healthStripMarks } from './health-strip.ts';

interface AttentionWords {
  readonly day: string;
  /** Column of the bracket by 1/n. */
  readonly fractional: string;
  /** Column of the bracket of whole items. */
  readonly inclusive: string;
  /** Column of the share of the register's. */
  readonly share: string;
  readonly hours: string;
  readonly unknown: string;
}

export interface FrontPageAttentionInput extends ChartFrame {
  readonly personId: string;
  readonly days: readonly AttentionDay[];
  readonly period: Period;
  readonly annotations?: readonly Annotation[];
  /** How much of each day was seen; drawn under the axis. */
  readonly health?: HealthStrip;
  readonly words: AttentionWords;
}

interface DrawnDay {
  readonly from: Date;
  readonly until: Date;
  readonly day: Day;
  readonly known: AttentionDay | null;
}

const topMargin = 12;

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`);

function drawnDays({ days, period }: FrontPageAttentionInput): DrawnDay[] {
  const known = new Map(days.map((one) => [one.day, one]));
  return daysOf(period).map((day) => {
    const own = known.get(day) ?? null;
    const hasLooks = own !== null && own.fractional !== null;
    return {
      day,
      from: midnight(day),
      until: midnight(addDays(day, 1)),
      known: hasLooks ? own : null,
    };
  });
}

function write(input: FrontPageAttentionInput, bracket: HourBracket | null | undefined): string {
  if (!bracket) return input.words.unknown;
  const [low, high] = [bracket.low, bracket.high].map((part) => input.formats.percent(part));
  return `${low} – ${high}`;
}

/** Solid to what is sure, faded to what is possible, hatched where nothing is known. */
function bars(days: readonly DrawnDay[], input: FrontPageAttentionInput): Plot.Markish[] {
  const colour = personColour(input.personId);
  const place = { x1: 'from', x2: 'until', insetLeft: 1, insetRight: 1, fill: colour } as const;
  const known = days.filter(({ known: own }) => own !== null);
  const low = ({ known: own }: DrawnDay) => own?.fractional?.low ?? 0;
  const high = ({ known: own }: DrawnDay) => own?.fractional?.high ?? 0;
  const title = ({ day, known: own }: DrawnDay) =>
    `${input.formats.day(day)}: ${write(input, own?.fractional)}`;
  return [
    hatchDefinition(input),
    Plot.rectX(
      days.filter(({ known: own }) => own === null),
      {
        x1: 'from',
        x2: 'until',
        fill: hatchFill(input),
        title: ({ day }: DrawnDay) => `${input.formats.day(day)}: ${input.words.unknown}`,
      },
    ),
    Plot.rect(known, { ...place, y1: low, y2: high, fillOpacity: 0.28, title }),
    Plot.rect(known, { ...place, y1: 0, y2: low, title }),
  ];
}

function ticksTo(highest: number): number[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((one) => highest / one <= 5) ?? 0.25;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
}

function draw(days: readonly DrawnDay[], input: FrontPageAttentionInput): string {
  const { formats, period } = input;
  const highs = days.map(({ known }) => known?.fractional?.high ?? 0);
  const highest = Math.max(0.02, ...highs);
  const ticks = ticksTo(highest);
  const narrow = isNarrow(input);
  const every = Math.max(1, Math.ceil(days.length / (narrow ? 4 : 10)));
  const noons = days
    .filter((_, index) => index % every === 0)
    .map(({ day }) => new Date(`${day}T12:00:00Z`));
  const below = 28 + (input.health ? healthStripHeight : 0);
  const notes = (input.annotations ?? []).length;
  const above = topMargin + (notes === 0 ? 0 : notes * annotationHeight + 6);
  const height = (narrow ? 140 : 180) + above + below;
  return drawChart(input, {
    height,
    marginTop: above,
    marginBottom: below,
    marginLeft: 44,
    marginRight: 16,
    x: {
      type: 'utc',
      domain: [midnight(period.from), midnight(addDays(period.to, 1))],
      label: null,
    },
    y: { domain: [0, highest], label: null },
    marks: [
      Plot.gridY(ticks, { strokeOpacity: 0.14 }),
      ...bars(days, input),
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
      ...annotationMarks(input.annotations ?? [], input, topMargin + 4),
      ...(input.health ? healthStripMarks(input.health, input, height - below - above) : []),
      Plot.axisY(ticks, {
        tickSize: 0,
        label: null,
        fillOpacity: 0.75,
        tickFormat: (value: number) => formats.percentShort(value),
      }),
      Plot.axisX(noons, {
        tickSize: 0,
        label: null,
        fillOpacity: 0.75,
        tickFormat: (date: Date) => formats.dayShort(date.toISOString().slice(0, 10)),
      }),
    ],
  });
}

/** A person's mean share of the front pages, day by day: what is sure and what is possible. */
export function frontPageAttention(input: FrontPageAttentionInput): Chart {
  const days = drawnDays(input);
  const { formats, words } = input;
  return {
    svg: draw(days, input),
    table: {
      columns: [words.day, words.fractional, words.inclusive, words.share, words.hours],
      rows: days.map(({ day, known }) => [
        formats.day(day),
        write(input, known?.fractional),
        write(input, known?.inclusive),
        known === null || known.share === null ? words.unknown : formats.percent(known.share),
        known === null ? '–' : formats.decimal(known.knownHours),
      ]),
    },
  };
}
