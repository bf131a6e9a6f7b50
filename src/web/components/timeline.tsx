import type { ReactNode } from 'react';
import { type Day, firstDay, lastDay, type TermDates } from '../../domain/index.ts';
import { dayCount } from '../charts.ts';
import { personClass, UncheckedMark } from './person-name.tsx';
import { partialDate } from './term-parts.tsx';
import type { View } from '../view.ts';

/** One bar: a term of office with what is written beside it. */
export interface TimelineRow extends TermDates {
  readonly key: string;
  readonly name: ReactNode;
  readonly personId: string;
  readonly checked: boolean;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** From the first known start to the last known end, or to the last day with data. */
function spanOf(view: View, rows: readonly TimelineRow[]): Span | null {
  const today = view.world.period?.to ?? null;
  const days = rows.flatMap(({ from, until }) => [
    ...(from === null ? [] : [firstDay(from)]),
    ...(until === null ? [] : [lastDay(until)]),
  ]);
  const all = [...days, ...(today === null ? [] : [today])].toSorted();
  const [first, last] = [all[0], all.at(-1)];
  return first === undefined || last === undefined || first === last
    ? null
    : { from: first, to: last };
}

interface Part extends Span {
  /** Known to the month or year only, or not at all: drawn lighter. */
  readonly isSure: boolean;
}

/** A bar in up to three parts: dates known to the month or year make its ends uncertain. */
function partsOf({ from, until }: TermDates, span: Span): Part[] {
  const [startsFirst, startsLast] =
    from === null ? [span.from, null] : [firstDay(from), lastDay(from)];
  const [endsFirst, endsLast] =
    until === null ? [span.to, span.to] : [firstDay(until), lastDay(until)];
  const sureFrom = startsLast ?? endsFirst;
  if (sureFrom >= endsFirst) return [{ from: startsFirst, to: endsLast, isSure: false }];
  const parts: Part[] = [
    { from: startsFirst, to: sureFrom, isSure: false },
    { from: sureFrom, to: endsFirst, isSure: true },
    { from: endsFirst, to: endsLast, isSure: false },
  ];
  return parts.filter((part) => part.isSure || part.from < part.to);
}

function Bar({ row, span }: { readonly row: TimelineRow; readonly span: Span }) {
  const total = dayCount(span);
  const at = (day: Day) => ((dayCount({ from: span.from, to: day }) - 1) / total) * 100;
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {partsOf(row, span).map(({ from, to, isSure }) => (
        <rect
          key={from}
          className={isSure ? 'span' : 'span-perhaps'}
          x={at(from).toFixed(1)}
          width={Math.max(0.6, at(to) + 100 / total - at(from)).toFixed(1)}
          height="8"
        />
      ))}
    </svg>
  );
}

/**
 * Terms of office as bars on one scale of time. The dates are written beside each, so the bars add
 * nothing that cannot be read.
 */
export function Timeline(props: {
  readonly view: View;
  readonly label: string;
  readonly rows: readonly TimelineRow[];
}) {
  const { view, rows } = props;
  const span = spanOf(view, rows);
  if (span === null) return null;
  return (
    <ol className="timeline" aria-label={props.label}>
      {rows.map((row) => (
        <li key={row.key} className={personClass(row.personId)}>
          <span>
            {row.name} {row.checked ? null : <UncheckedMark view={view} />}
          </span>
          <span className="quiet">
            {partialDate(view, row.from, '?')} –{' '}
            {partialDate(view, row.until, view.t('person.now'))}
          </span>
          <span className={row.checked ? 'span-row' : 'span-row span-unchecked'}>
            <Bar row={row} span={span} />
          </span>
        </li>
      ))}
      <li className="timeline-axis quiet" aria-hidden="true">
        <span>{span.from.slice(0, 4)}</span>
        <span>{span.to.slice(0, 4)}</span>
      </li>
    </ol>
  );
}
