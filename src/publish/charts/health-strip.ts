import * as Plot from '@observablehq/plot';
import type { AttentionDay, CoverageDay, Day, Period } from '../../domain/index.ts';
import { type ChartFrame, hatchFill } from './chart.ts';
import { addDays } from './day-spans.ts';

/**
 * How whole the data of a day are: outlets captured in full, of all that are followed; or hours of
 * front pages seen, of all on the timetable.
 */
export interface HealthDay {
  readonly day: Day;
  /** Where one cell tells several days, the last of them. */
  readonly to?: Day;
  readonly whole: number;
  readonly all: number;
}

export interface HealthStrip {
  readonly days: readonly HealthDay[];
  /** What the strip is, under its left end: `Độ phủ`. */
  readonly label: string;
  /** How a number of it is written; left out, as a count. */
  readonly write?: (value: number) => string;
}

/** Pixels that the strip takes under the axis; add them to the chart's height and bottom margin. */
export const healthStripHeight = 30;

/** The hours of front pages that were seen, day by day. */
export function lookHealthDays(days: readonly AttentionDay[]): HealthDay[] {
  return days.map(({ day, knownHours, unknownHours }) => ({
    day,
    whole: knownHours,
    all: knownHours + unknownHours,
  }));
}

/** The ledger day by day, all its outlets together. */
export function healthDays(coverage: readonly CoverageDay[]): HealthDay[] {
  const days = Map.groupBy(coverage, (row) => row.day);
  return [...days]
    .map(([day, rows]) => ({
      day,
      whole: rows.filter(({ gap, captured }) => gap === null && captured !== null).length,
      all: rows.length,
    }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** The same with one cell a step, of as many outlet days as its days have. */
export function healthSteps(days: readonly HealthDay[], steps: readonly Period[]): HealthDay[] {
  return steps.flatMap(({ from, to }): HealthDay[] => {
    const own = days.filter(({ day }) => day >= from && day <= to);
    if (own.length === 0) return [];
    const sum = (pick: (day: HealthDay) => number) => own.reduce((all, day) => all + pick(day), 0);
    return [{ day: from, to, whole: sum(({ whole }) => whole), all: sum(({ all }) => all) }];
  });
}

const cellHeight = 8;
const leastHatch = 3;
/** Below the frame: the axis' labels come first. */
const offset = 28;

/** Pixels of a cell's hatching: as much as is missing, and never so little that it is not seen. */
function hatchHeight({ whole, all }: HealthDay): number {
  // Of what nothing was expected nothing is known to be whole.
  if (all === 0 || whole === 0) return cellHeight;
  if (whole === all) return 0;
  return Math.min(cellHeight - 1, Math.max(leastHatch, Math.round(cellHeight * (1 - whole / all))));
}

/**
 * Marks under the axis of a time chart, one cell a day or step: full ink where all of it is there,
 * hatched from above as far as a part is not, so that no fall is read where data are missing.
 */
export function healthStripMarks(
  strip: HealthStrip,
  frame: ChartFrame,
  innerHeight: number,
): Plot.Markish[] {
  const write = strip.write ?? ((value: number) => frame.formats.count(value));
  const place = {
    x1: ({ day }: HealthDay) => new Date(`${day}T00:00:00Z`),
    x2: ({ day, to = day }: HealthDay) => new Date(`${addDays(to, 1)}T00:00:00Z`),
    insetLeft: 0.5,
    insetRight: 0.5,
    title: ({ day, to = day, whole, all }: HealthDay) =>
      `${frame.formats.period(day, to)}: ${strip.label} ${write(whole)}/${write(all)}`,
  };
  const top = innerHeight + offset;
  const ink = { fill: 'currentColor', fillOpacity: 0.3 };
  const hatch = { fill: hatchFill(frame), stroke: 'currentColor', strokeOpacity: 0.4 };
  return [
    ...[...Map.groupBy(strip.days, hatchHeight)].flatMap(([hatched, days]) => [
      ...(hatched === cellHeight
        ? []
        : [
            Plot.rectX(days, {
              ...place,
              ...ink,
              insetTop: top + hatched,
              insetBottom: -(offset + cellHeight),
            }),
          ]),
      ...(hatched === 0
        ? []
        : [
            Plot.rectX(days, {
              ...place,
              ...hatch,
              insetTop: top,
              insetBottom: -(offset + hatched),
            }),
          ]),
    ]),
    Plot.text([strip.label], {
      frameAnchor: 'bottom-left',
      dy: offset + cellHeight + 14,
      textAnchor: 'start',
      fontSize: 11,
      fillOpacity: 0.75,
    }),
  ];
}
