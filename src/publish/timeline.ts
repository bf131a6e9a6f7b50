import { type Handle, loadRegister, methodVersions, methodVersionStarts } from '../../db/index.ts';
import type { FigureQuery, Period, Register, Term, TimelineEvent } from '../domain/index.ts';
import { addDays } from './charts/day-spans.ts';

/**
 * What happened in a period that explains a change in a line, in the order of its days: offices
 * taken up and left, known to the day, and days from which another version of the method measured.
 */
export async function timelineEvents(db: Handle, query: FigureQuery): Promise<TimelineEvent[]> {
  const register = await loadRegister(db, { demo: query.demo });
  const events = [
    ...officeChanges(register, query.period),
    ...((await methodVersions(db, query)).length < 2 ? [] : await methodChanges(db, query)),
  ];
  return events.toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function isDayIn(date: string | null, { from, to }: Period): date is string {
  return date !== null && date.length === 10 && date >= from && date <= to;
}

/** A candidacy is no office. A post left the day before somebody takes it up is one event. */
export function officeChanges(register: Register, period: Period): TimelineEvent[] {
  const names = new Map(register.persons.map(({ id, name }) => [id, name]));
  const posts = new Map(register.posts.map(({ id, label }) => [id, label]));
  const terms = register.terms.filter(({ kind }) => kind !== 'candidate');
  const nameOf = (id: string) => names.get(id) ?? id;
  const change = (term: Term, day: string) => ({
    day,
    personId: term.person,
    name: nameOf(term.person),
    post: posts.get(term.post) ?? term.post,
  });
  const began = terms.flatMap((term) => {
    if (!isDayIn(term.from, period)) return [];
    const left = terms.find(({ post, until }) => post === term.post && isDayBefore(until, term));
    const before = left ? { personId: left.person, name: nameOf(left.person) } : null;
    return [{ kind: 'began' as const, ...change(term, term.from), before }];
  });
  const ended = terms.flatMap((term) => {
    // The last day still belongs to the office; the event stands at the first without it.
    const day = term.until?.length === 10 ? addDays(term.until, 1) : null;
    if (!isDayIn(day, period)) return [];
    // Who takes up another post that day has moved: that event says it.
    const isTold = terms.some(
      ({ post, person, from }) => from === day && (post === term.post || person === term.person),
    );
    return isTold ? [] : [{ kind: 'ended' as const, ...change(term, day), before: null }];
  });
  return [...began, ...ended];
}

function isDayBefore(until: string | null, { from }: Term): boolean {
  return until?.length === 10 && addDays(until, 1) === from;
}

/** The version at the period's beginning is no change. */
async function methodChanges(db: Handle, query: FigureQuery): Promise<TimelineEvent[]> {
  const [, ...later] = await methodVersionStarts(db, query);
  return later.map(({ day, version }) => ({ kind: 'method', day, version }));
}
