import { checkRegister } from '../../analyzers/index.ts';
import { demoIsShown, type Handle, loadRegister, saveRegister } from '../../db/index.ts';
import {
  ColumnInchesError,
  type Register,
  type SignedChange,
  type Term,
  type TermDraft,
} from '../domain/index.ts';
import { refuseBadRegister } from './register-check.ts';

/**
 * Stores one term of office, with its person where that is new; answers its id. The whole register
 * is checked first, as before an import. Throws `register/term-incomplete` and as imports do.
 */
export async function saveTerm(db: Handle, by: SignedChange, draft: TermDraft): Promise<string> {
  const demo = await demoIsShown(db);
  const before = await loadRegister(db, { demo });
  const person = personOf(before, draft);
  const term = termOf(before, { ...draft, personId: person.id });
  const after: Register = {
    ...before,
    persons: [...before.persons.filter(({ id }) => id !== person.id), person],
    terms: [...before.terms.filter(({ id }) => id !== term.id), term],
  };
  refuseBadRegister(checkRegister(after), 'register');
  const change = { ...after, persons: [person], terms: [term] };
  await saveRegister(db, change, { demo, by: by.name, why: by.why });
  return term.id;
}

function personOf({ persons }: Register, { personId, personName }: TermDraft) {
  const known = persons.find(({ id }) => id === personId);
  if (known) return known;
  const name = personName.trim().normalize('NFC');
  if (name.length < 2) throw incomplete();
  const wanted = idOfName(name);
  const namesakes = persons.filter(({ id }) => id === wanted || id.startsWith(`${wanted}-`));
  const id = namesakes.length === 0 ? wanted : `${wanted}-${namesakes.length + 1}`;
  return { id, name, otherNames: [] };
}

/** "Lê Thị Đào" is `le-thi-dao`. */
function idOfName(name: string): string {
  const plain = name.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

function termOf(register: Register, draft: TermDraft & { readonly personId: string }): Term {
  const { personId, postId, from, until, kind, source } = draft;
  const post = register.posts.find(({ id }) => id === postId);
  if (!post) throw incomplete();
  const known = register.terms.find(({ id }) => id === draft.termId);
  return {
    // As a CSV names it, so that a register that goes out and comes back has no term twice.
    id: known?.id ?? freeId(register, `${personId}:${postId}:${from ?? ''}`),
    person: personId,
    post: postId,
    organization: known?.organization ?? post.organization,
    from,
    until,
    kind,
    source,
    // Only a term with a source has been checked against something.
    checked: source !== null,
  };
}

function freeId({ terms }: Register, wanted: string): string {
  const taken = new Set(terms.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

function incomplete() {
  return new ColumnInchesError({
    code: 'register/term-incomplete',
    verdict: 'stop-run',
    message: 'A term needs a person with a name, and a post of the register. Choose both.',
    messageVietnamese:
      'Nhiệm kỳ phải có người, có họ tên, và một chức vụ trong danh bạ. Hãy chọn đủ hai mục.',
  });
}
