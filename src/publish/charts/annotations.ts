import * as Plot from '@observablehq/plot';
import type { Day, Period } from '../../domain/index.ts';
import { type ChartFrame, isNarrow } from './chart.ts';
import { addDays, dayCount } from './day-spans.ts';

/** Something dated that explains a change in a line: a handover, an outage, another method. */
export interface Annotation {
  readonly day: Day;
  /** A few words with the date. */
  readonly label: string;
  /** The same where a telephone leaves no room; left out: the same words. */
  readonly shortLabel?: string;
}

/** Pixels one annotation takes above the plot. */
export const annotationHeight = 18;

/** Mean width of a letter in em, and the size of a label in pixels: no label may be cut off. */
const letterWidth = 0.52;
const fontSize = 12;

/** Moves a label along its line where it would begin before the picture, or end after it. */
function keptInside(label: string, isBefore: boolean): Plot.RenderFunction {
  const room = label.length * letterWidth * fontSize;
  // oxlint-disable-next-line max-params -- Plot calls it with these six.
  return (index, scales, values, dimensions, context, next) => {
    const least = isBefore ? room + 8 : 0;
    const most = isBefore ? dimensions.width : dimensions.width - room - 8;
    const inside = (at: number) => Math.max(least, Math.min(at, most));
    const x = Array.from(values.x ?? [], inside);
    const moved = Object.assign({}, values, { x });
    return next?.(index, scales, moved, dimensions, context) ?? null;
  };
}

/** More would hide what they explain. */
export const annotationsAtMost = 6;

/**
 * Labels above the plot, one under the other, each with a dotted line down at the beginning of its
 * day. `room` is what the plot keeps free between its top and the lowest label, pixels.
 */
export function annotationMarks(
  annotations: readonly Annotation[],
  frame: ChartFrame & { readonly period: Period },
  room: number,
): Plot.Markish[] {
  const { period } = frame;
  return annotations.flatMap(({ day, label, shortLabel = label }, index, all) => {
    const above = (all.length - index - 1) * annotationHeight + room;
    const late = day > addDays(period.from, Math.floor(dayCount(period) * 0.5));
    const at = [new Date(`${day}T00:00:00Z`)];
    const written = isNarrow(frame) ? shortLabel : label;
    return [
      Plot.ruleX(at, { insetTop: -above - 6, strokeOpacity: 0.6, strokeDasharray: '2 3' }),
      Plot.text([written], {
        x: at,
        frameAnchor: 'top',
        dy: -above,
        dx: late ? -6 : 6,
        textAnchor: late ? 'end' : 'start',
        render: keptInside(written, late),
        // The line of another annotation must not strike a label through.
        fill: 'currentColor',
        stroke: 'var(--paper, #fbfaf7)',
        strokeWidth: 5,
      }),
    ];
  });
}
