import type { PartialDate, Register, Term } from '../../src/domain/index.ts';
import { successorsOf } from './succession.ts';

/** A person or post as Wikidata may know it; `item` only where the register's id is one. */
interface Thing {
  readonly item: string | null;
  readonly id: string;
  readonly label: string;
}

/**
 * A register as Wikidata statements in JSON: "position held" (P39) with start (P580), end (P582)
 * and "replaced by" (P1366), each with its reference (P854 for an address, P1476 for a citation).
 * Ids that are Wikidata's own (Q42) stand in `item`; others must be reconciled before an upload.
 * Candidates are left out: they hold nothing yet. Unchecked terms say so and have no reference.
 */
export function writeRegisterWikidata(register: Register): string {
  const persons = new Map(register.persons.map(({ id, name }) => [id, name]));
  const posts = new Map(register.posts.map(({ id, label }) => [id, label]));
  const successors = successorsOf(register);
  const personThing = (id: string): Thing => thing(id, persons.get(id));
  const statements = register.terms
    .filter(({ kind }) => kind !== 'candidate')
    .map((term) => {
      const next = successors.get(term.id);
      return {
        subject: personThing(term.person),
        property: 'P39',
        value: thing(term.post, posts.get(term.post)),
        qualifiers: {
          ...(term.from === null ? {} : { P580: timeOf(term.from) }),
          ...(term.until === null ? {} : { P582: timeOf(term.until) }),
          ...(next === undefined ? {} : { P1366: personThing(next.person) }),
        },
        references: referencesOf(term),
        acting: term.kind === 'acting',
        checked: term.checked,
      };
    });
  return `${JSON.stringify({ statements }, null, 2)}\n`;
}

function thing(id: string, label: string | undefined): Thing {
  return { item: /^Q[1-9]\d*$/.test(id) ? id : null, id, label: label ?? id };
}

/** Wikidata's time value: precision 9 is a year, 10 a month, 11 a day; unknown parts are 00. */
function timeOf(date: PartialDate) {
  const [year, month = '00', day = '00'] = date.split('-');
  const precision = 8 + date.split('-').length;
  return { time: `+${year}-${month}-${day}T00:00:00Z`, precision };
}

function referencesOf({ source }: Term): object[] {
  if (source === null) return [];
  return [/^https?:\/\//.test(source) ? { P854: source } : { P1476: source }];
}
