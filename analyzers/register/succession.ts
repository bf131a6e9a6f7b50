import { firstDay, lastDay, type Register, type Term } from '../../src/domain/index.ts';

interface Span {
  readonly term: Term;
  readonly from: string;
  readonly until: string;
}

/**
 * Who followed whom, by term id: the next holder of the same post. Posts that several people hold
 * at once have no successors, since nobody can say whose seat was taken over.
 */
export function successorsOf(register: Register): Map<string, Term> {
  const holders = register.terms.filter(({ kind }) => kind === 'holder');
  const successors = new Map<string, Term>();
  for (const terms of Map.groupBy(holders, ({ post }) => post).values()) {
    const spans = terms.map(spanOf).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    if (spans.some((span) => spans.filter((other) => holdTogether(span, other)).length > 0)) {
      continue;
    }
    spans.slice(1).forEach((next, index) => {
      const before = spans[index] as Span;
      // A second term of the same person is no handover.
      if (before.term.person !== next.term.person) successors.set(before.term.id, next.term);
    });
  }
  return successors;
}

function spanOf(term: Term): Span {
  return {
    term,
    from: term.from === null ? '0000-01-01' : firstDay(term.from),
    until: term.until === null ? '9999-12-31' : lastDay(term.until),
  };
}

/** Months and years are dated by their whole: a handover within one is no holding together. */
function holdTogether(one: Span, other: Span): boolean {
  if (one.term === other.term || one.from > other.from) return false;
  const handover = one.term.until === null ? one.until : firstDay(one.term.until);
  return other.from < handover;
}
