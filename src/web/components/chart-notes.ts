import type { CoverageDay, TimelineEvent } from '../../domain/index.ts';
import { addDays, type Annotation, annotationsAtMost } from '../charts.ts';
import type { View } from '../view.ts';
import { isGap } from './states.tsx';

/**
 * What is written over a chart's time axis: handovers of those drawn, changes of method, outages.
 * Of too many, outages give way first: the hatching and the strip under the axis show them as well.
 */
export function chartNotes(
  view: View,
  events: readonly TimelineEvent[],
  about: {
    /** Those drawn; left out: everyone. */
    readonly personIds?: readonly string[];
    readonly coverage: readonly CoverageDay[];
    readonly outlets: readonly { readonly outletId: string; readonly name: string }[];
  },
): Annotation[] {
  const { personIds, coverage, outlets } = about;
  const concerns = (event: TimelineEvent) =>
    event.kind === 'method' ||
    !personIds ||
    [event.personId, event.before?.personId ?? ''].some((id) => personIds.includes(id));
  return [
    ...events.filter(concerns).map((event) => eventNote(view, event, personIds?.length === 1)),
    ...outages(view, coverage, outlets),
  ]
    .slice(0, annotationsAtMost)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** Beside one person's own line the short form needs no name. */
function eventNote({ t, formats }: View, event: TimelineEvent, isAlone: boolean): Annotation {
  const day = formats.dayShort(event.day);
  if (event.kind === 'method') {
    return { day: event.day, label: t('note.method', { day, version: event.version }) };
  }
  const { kind, name, post, before } = event;
  const began = isAlone ? 'note.beganOwn' : 'note.beganShort';
  const ended = isAlone ? 'note.endedOwn' : 'note.endedShort';
  const shortLabel = t(kind === 'began' ? began : ended, { day, name });
  const label =
    kind === 'ended'
      ? t('note.ended', { day, name, post })
      : before === null
        ? t('note.began', { day, name, post })
        : t('note.handover', { day, name, post, before: before.name });
  return { day: event.day, label, shortLabel };
}

/** Days without one outlet's data in a row are one outage. */
function outages(
  { t, formats }: View,
  coverage: readonly CoverageDay[],
  outlets: readonly { readonly outletId: string; readonly name: string }[],
): Annotation[] {
  const gaps = Map.groupBy(coverage.filter(isGap), ({ outletId }) => outletId);
  return outlets.flatMap(({ outletId, name }) => {
    const days = new Set((gaps.get(outletId) ?? []).map(({ day }) => day).toSorted());
    const starts = [...days].filter((day) => !days.has(addDays(day, -1)));
    return starts.slice(0, annotationsAtMost).map((day) => ({
      day,
      label: t('note.outage', { day: formats.dayShort(day), name }),
    }));
  });
}
