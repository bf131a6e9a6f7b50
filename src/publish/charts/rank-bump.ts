import * as Plot from '@observablehq/plot';
import type { Period, SpanPart } from '../../domain/index.ts';
import { type Annotation, annotationHeight, annotationMarks } from './annotations.ts';
import {
  type Chart,
  type ChartFrame,
  drawChart,
  hatchDefinition,
  hatchFill,
  isNarrow,
} from './chart.ts';
import { personColour, personColourIndex } from './colours.ts';
import { addDays, isMonth } from './day-spans.ts';
import { type HealthStrip, healthStripHeight, healthStripMarks } from './health-strip.ts';

interface RankedPerson {
  readonly personId: string;
  readonly name: string;
  /** 0–1, one a span; null = unknown. */
  readonly shares: readonly (number | null)[];
}

export interface RankBumpInput extends ChartFrame {
  readonly spans: readonly Period[];
  /** How much of each span was captured; a slight gap is told, and breaks no line. */
  readonly parts: readonly SpanPart[];
  /** Those who are ranked among each other, by their share over the whole period. */
  readonly persons: readonly RankedPerson[];
  readonly health?: HealthStrip;
  /** What explains a change of ranks, such as a handover. */
  readonly annotations?: readonly Annotation[];
  readonly words: { readonly person: string; readonly unknown: string; readonly whole: string };
}

interface Place {
  readonly personId: string;
  /** How many before this person have the same colour: then the line and its dots differ. */
  readonly twin: number;
  readonly name: string;
  readonly middle: Date;
  /** From 1; null where the span is unknown. */
  readonly rank: number | null;
  readonly share: number | null;
  /** What was captured of the span, where that is not all: `41/42`. */
  readonly part: string | null;
}

function middleOf(span: Period): Date {
  const end = Date.parse(`${addDays(span.to, 1)}T00:00:00Z`);
  return new Date((Date.parse(`${span.from}T00:00:00Z`) + end) / 2);
}

/**
 * Strokes and dots of the first, second, … person of one colour: a colour is a person's own on
 * every page, so that there are fewer of them than persons. As many as persons are ranked.
 */
const twinSigns = [
  { symbol: 'circle' },
  { symbol: 'square', strokeDasharray: '7 4' },
  { symbol: 'triangle', strokeDasharray: '2 4' },
  { symbol: 'diamond', strokeDasharray: '12 3' },
  { symbol: 'star', strokeDasharray: '7 3 2 3' },
  { symbol: 'wye', strokeDasharray: '12 3 2 3 2 3' },
] as const;

/** Which of several persons of one colour each is, in the order of the whole period. */
function twinsOf(persons: readonly RankedPerson[]): ReadonlyMap<string, number> {
  const taken = new Map<number, number>();
  return new Map(
    persons.map(({ personId }) => {
      const colour = personColourIndex(personId);
      const before = taken.get(colour) ?? 0;
      taken.set(colour, before + 1);
      return [personId, before % twinSigns.length] as const;
    }),
  );
}

/** Ranks within each span; equal shares keep the order of the whole period. */
function placesOf({ spans, persons, parts, formats }: RankBumpInput): Place[] {
  const twins = twinsOf(persons);
  return spans.flatMap((span, index) => {
    const order = persons
      .map((person, place) => ({ person, place, share: person.shares[index] ?? null }))
      .toSorted((one, other) => (other.share ?? 0) - (one.share ?? 0) || one.place - other.place);
    const part = writtenPart(parts[index], formats);
    return order.map(({ person, share }, rank) => ({
      personId: person.personId,
      twin: twins.get(person.personId) ?? 0,
      name: person.name,
      middle: middleOf(span),
      rank: share === null ? null : rank + 1,
      share,
      part,
    }));
  });
}

function isWhole(part: SpanPart | undefined): boolean {
  return part === undefined || part.whole === part.all;
}

function writtenPart(part: SpanPart | undefined, formats: RankBumpInput['formats']): string | null {
  if (part === undefined || isWhole(part)) return null;
  return `${formats.count(part.whole)}/${formats.count(part.all)}`;
}

function lineMarks(places: readonly Place[], input: RankBumpInput): Plot.Markish[] {
  const at = { x: 'middle', y: 'rank', z: 'personId' } as const;
  const stroke = ({ personId }: Place) => personColour(personId);
  const title = ({ name, share, rank, part }: Place) =>
    `${name}: ${rank} (${input.formats.percent(share)}${part === null ? '' : `; ${part}`})`;
  return twinSigns.flatMap(({ symbol, ...dashes }, twin) => {
    const own = places.filter((place) => place.twin === twin);
    const known = own.filter(({ rank }) => rank !== null);
    if (own.length === 0) return [];
    const line = { stroke, strokeWidth: 2, ...dashes, curve: 'bump-x' } as const;
    const isSlight = known.some(({ part }) => part !== null);
    const slight = (mark: Plot.Markish) => (isSlight ? [mark] : []);
    return [
      // To and from a span with a slight gap the line is faded.
      ...slight(Plot.line(own, { ...at, ...line, strokeOpacity: fadedOpacity })),
      Plot.line(own, { ...at, ...line, y: ({ rank, part }) => (part === null ? rank : null) }),
      Plot.dot(
        known.filter(({ share, part }) => share !== 0 && part === null),
        { ...at, r: 4.5, symbol, fill: stroke, title },
      ),
      ...slight(
        Plot.dot(
          known.filter(({ share, part }) => share !== 0 && part !== null),
          { ...at, r: 4.5, symbol, fill: stroke, fillOpacity: fadedOpacity, title },
        ),
      ),
      // Nothing about the person in this span: last, and drawn hollow.
      Plot.dot(
        known.filter(({ share }) => share === 0),
        { ...at, r: 3.5, symbol, stroke, strokeWidth: 1.5, title },
      ),
    ];
  });
}

function isAt(middle: Date, span: Period | undefined): boolean {
  return span !== undefined && middle.getTime() === middleOf(span).getTime();
}

/** Each name stands at the end of its own line, wherever that is. */
function nameMarks(places: readonly Place[], input: RankBumpInput): Plot.Markish[] {
  const last = input.persons.flatMap(({ personId }) => {
    const own = places.filter((place) => place.personId === personId && place.rank !== null);
    return own.at(-1) ?? [];
  });
  const end = input.spans.at(-1);
  // Over the hatching of a last span that is unknown no name could be read.
  const isEndKnown = places.some(({ middle, rank }) => rank !== null && isAt(middle, end));
  const edge = end && new Date(`${addDays(end.to, 1)}T00:00:00Z`);
  return [
    Plot.text(last, {
      x: end === undefined ? 'middle' : () => (isEndKnown ? middleOf(end) : edge),
      y: 'rank',
      dx: isEndKnown ? 12 : 6,
      textAnchor: 'start',
      lineHeight: 1.15,
      fontSize: 12.5,
      text: 'name',
      lineWidth: isNarrow(input) ? 9 : 13,
    }),
  ];
}

function gapMarks(input: RankBumpInput): Plot.Markish[] {
  const broken = input.spans.filter((_, index) =>
    input.persons.every(({ shares }) => (shares[index] ?? null) === null),
  );
  return [
    hatchDefinition(input),
    Plot.rectX(broken, {
      x1: ({ from }: Period) => new Date(`${from}T00:00:00Z`),
      x2: ({ to }: Period) => new Date(`${addDays(to, 1)}T00:00:00Z`),
      fill: hatchFill(input),
      title: ({ from, to }: Period) => `${input.formats.period(from, to)}: ${input.words.unknown}`,
    }),
  ];
}

/** Of a span with a slight gap only its missing part is hatched, at its beginning. */
function slightGapMarks(input: RankBumpInput): Plot.Markish {
  const slight = input.spans.flatMap((span, index) => {
    const part = input.parts[index];
    const isTold = input.persons.some(({ shares }) => (shares[index] ?? null) !== null);
    return part === undefined || isWhole(part) || !isTold ? [] : [{ span, part }];
  });
  const columnWidth = (input.width - 200) / Math.max(1, input.spans.length);
  const least = (isNarrow(input) ? 3 : leastGapWidth) / columnWidth;
  const startMs = ({ span }: (typeof slight)[number]) => Date.parse(`${span.from}T00:00:00Z`);
  return Plot.rectX(slight, {
    x1: (one) => new Date(startMs(one)),
    x2: (one) => {
      const missing = Math.max(1 - one.part.whole / one.part.all, least);
      return new Date(
        startMs(one) +
          missing * (Date.parse(`${addDays(one.span.to, 1)}T00:00:00Z`) - startMs(one)),
      );
    },
    fill: hatchFill(input),
    title: ({ span, part }) =>
      [
        `${input.formats.period(span.from, span.to)}:`,
        input.words.whole,
        writtenPart(part, input.formats),
      ].join(' '),
  });
}

const fadedOpacity = 0.4;
/** Pixels: a narrower hatching would not be seen. */
const leastGapWidth = 6;
const rowHeight = 34;
/** Pixels above the plot. */
const topMargin = 20;

function draw(places: readonly Place[], input: RankBumpInput): string {
  const narrow = isNarrow(input);
  const [first, last] = [input.spans[0], input.spans.at(-1)];
  const count = Math.max(1, input.persons.length);
  const innerHeight = count * rowHeight;
  const notes = (input.annotations ?? []).length * annotationHeight;
  const whole = { from: first?.from ?? '2000-01-01', to: last?.to ?? '2000-01-01' };
  const below = 28 + (input.health ? healthStripHeight : 0);
  const step = Math.max(1, Math.ceil(input.spans.length / (narrow ? 3 : 9)));
  return drawChart(input, {
    height: innerHeight + topMargin + notes + below,
    marginTop: topMargin + notes,
    marginBottom: below,
    marginLeft: 32,
    marginRight: narrow ? 128 : 168,
    x: {
      type: 'utc',
      domain: [new Date(`${whole.from}T00:00:00Z`), new Date(`${addDays(whole.to, 1)}T00:00:00Z`)],
      label: null,
    },
    y: { domain: [0.5, count + 0.5], reverse: true, label: null },
    marks: [
      ...gapMarks(input),
      slightGapMarks(input),
      ...annotationMarks(input.annotations ?? [], { ...input, period: whole }, topMargin - 8),
      ...lineMarks(places, input),
      ...nameMarks(places, input),
      Plot.axisY(
        input.persons.map((_, index) => index + 1),
        { tickSize: 0, label: null, fillOpacity: 0.75, tickFormat: String },
      ),
      Plot.axisX(input.spans.filter((_, index) => index % step === 0).map(middleOf), {
        tickSize: 0,
        label: null,
        fillOpacity: 0.75,
        tickFormat: (date: Date) => labelOf(date, input),
      }),
      ...(input.health ? healthStripMarks(input.health, input, innerHeight) : []),
    ],
  });
}

/** A span is named by its days or its month: `14–15/10`, `Tháng 10`. */
function nameOf(span: Period, { formats }: RankBumpInput): string {
  return isMonth(span) ? formats.month(span.from) : formats.periodShort(span.from, span.to);
}

function labelOf(date: Date, input: RankBumpInput): string {
  const span = input.spans.find((one) => middleOf(one).getTime() === date.getTime());
  return span === undefined ? '' : nameOf(span, input);
}

/** Ranks by share of coverage, span by span; lines break where too much of a span is unknown. */
export function rankBump(input: RankBumpInput): Chart {
  const places = placesOf(input);
  const { formats, words } = input;
  return {
    svg: draw(places, input),
    table: {
      columns: [words.person, ...input.spans.map((span) => nameOf(span, input))],
      rows: input.persons.map(({ personId, name }) => [
        name,
        ...places
          .filter((place) => place.personId === personId)
          .map(({ rank, share, part }) => {
            if (rank === null) return words.unknown;
            const known = part === null ? '' : ` (${part})`;
            return `${rank} · ${formats.percent(share)}${known}`;
          }),
      ]),
      counted: input.persons.map(({ personId, shares }) => [
        null,
        ...input.spans.map((days, index) => (shares[index] ? { id: personId, days } : null)),
      ]),
    },
  };
}
