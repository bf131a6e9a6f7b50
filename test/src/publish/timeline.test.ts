import { expect, test } from 'vitest';
import type { Term } from '../../../src/domain/index.ts';
import { officeChanges } from '../../../src/publish/timeline.ts';
import { register } from '../../db/world.ts';

const period = { from: '2026-03-01', to: '2026-03-31' };

function term(changes: Partial<Term>): Term {
  const [first] = register.terms;
  if (!first) throw new TypeError('the register has a term');
  return { ...first, from: '2020', until: null, ...changes };
}

function changesWith(terms: readonly Term[]) {
  return officeChanges({ ...register, terms }, period).map((event) =>
    event.kind === 'method' ? event : [event.kind, event.day, event.personId, event.before?.name],
  );
}

test('a post handed over from one day to the next is one event that names both', () => {
  const terms = [
    term({ id: '1', person: 'le-an', until: '2026-03-12' }),
    term({ id: '2', person: 'tran-binh', from: '2026-03-13' }),
  ];
  expect(changesWith(terms)).toEqual([['began', '2026-03-13', 'tran-binh', 'Lê An']]);
});

test('who leaves one post for another has moved; who leaves for none has left', () => {
  const moved = [
    term({ id: '1', person: 'le-an', post: 'other', until: '2026-03-12' }),
    term({ id: '2', person: 'le-an', from: '2026-03-13' }),
  ];
  expect(changesWith(moved)).toEqual([['began', '2026-03-13', 'le-an', undefined]]);
  const left = [term({ id: '1', person: 'le-an', until: '2026-03-12' })];
  expect(changesWith(left)).toEqual([['ended', '2026-03-13', 'le-an', undefined]]);
});

test('candidacies, other periods and dates known to the month alone are no events', () => {
  const terms = [
    term({ id: '1', kind: 'candidate', from: '2026-03-13' }),
    term({ id: '2', from: '2026-04-01' }),
    term({ id: '3', from: '2026-03' }),
    // The last day of February is in office still; the first without it lies in the period.
    term({ id: '4', until: '2026-01-31' }),
  ];
  expect(changesWith(terms)).toEqual([]);
});
