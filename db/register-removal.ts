import { sql } from 'kysely';
import type { Register, Term } from '../src/domain/index.ts';
import { inTransaction, json } from './batch.ts';
import { loadRegister, type RegisterScope } from './register.ts';
import { type RegisterEdit, recordChanges } from './register-history.ts';
import type { Handle } from './schema.ts';
import { latestRegisterEdit, noteUnreadEdits } from './unread-register.ts';

/** What left a register. */
export interface RegisterRemoval {
  readonly terms: number;
  /** Persons of whom no term is left. */
  readonly persons: number;
  readonly posts: number;
  /** Terms that say something else than what was to be removed: somebody changed them since. */
  readonly kept: readonly Term[];
}

/**
 * Takes the terms of another register out of the stored one, then its persons, posts, bodies and
 * places that nothing refers to any more. A term that was changed since stays. Each row is kept in
 * the history, with who removed it and why.
 */
export async function removeFromRegister(
  db: Handle,
  removed: Register,
  options: RegisterScope & RegisterEdit,
): Promise<RegisterRemoval> {
  const { demo } = options;
  return inTransaction(db, async (transaction) => {
    await sql`lock table register_changes in share row exclusive mode`.execute(transaction);
    const edit = await latestRegisterEdit(transaction);
    const before = await loadRegister(transaction, { demo });
    const ids = new Set(removed.terms.map(({ id }) => id));
    const places = new Set(removed.terms.map(placeOf));
    const texts = new Set(removed.terms.map(written));
    // A term that was entered on a page has another id than the same in a file.
    const named = before.terms.filter((term) => ids.has(term.id) || places.has(placeOf(term)));
    const isSame = (term: Term) => texts.has(written(term));
    await deleteTerms(transaction, named.filter(isSame), demo);
    await deleteUnused(transaction, removed, demo);
    const after = await loadRegister(transaction, { demo });
    await recordChanges(transaction, { before, after }, options);
    await noteUnreadEdits(transaction, { demo, edit });
    const gone = (list: 'terms' | 'persons' | 'posts') => before[list].length - after[list].length;
    const kept = named.filter((term) => !isSame(term));
    return { terms: gone('terms'), persons: gone('persons'), posts: gone('posts'), kept };
  });
}

/** Whose term it is, in which post, and from when. */
function placeOf({ person, post, from }: Term): string {
  return json([person, post, from]);
}

/** All that a term says, the same text for the same facts. */
function written(term: Term): string {
  const { person, post, organization, from, until, kind, source, checked } = term;
  return json([person, post, organization, from, until, kind, source, checked]);
}

async function deleteTerms(db: Handle, terms: readonly Term[], demo: boolean): Promise<void> {
  const ids = terms.map(({ id }) => id);
  await sql`delete from terms where demo = ${demo} and id = any(${ids}::text[])`.execute(db);
}

/** Bodies may belong to each other: as often as one goes, another may have become free. */
async function deleteUnused(db: Handle, removed: Register, demo: boolean): Promise<void> {
  const within = (rows: readonly { readonly id: string }[]) =>
    sql`x.demo = ${demo} and x.id = any(${rows.map(({ id }) => id)}::text[])`;
  const unused = (
    table: string,
    column: string,
  ) => sql`not exists (select from ${sql.table(table)} r
    where r.demo = ${demo} and r.${sql.ref(column)} = x.id)`;
  await sql`delete from persons x where ${within(removed.persons)}
    and ${unused('terms', 'person_id')}`.execute(db);
  await sql`delete from posts x where ${within(removed.posts)}
    and ${unused('terms', 'post_id')}`.execute(db);
  for (let gone = 1n; gone > 0n; ) {
    const deleted = await sql`delete from organizations x where ${within(removed.organizations)}
      and ${unused('posts', 'organization')} and ${unused('terms', 'organization')}
      and ${unused('organizations', 'parent')} and ${unused('organizations', 'successor')}`.execute(
      db,
    );
    gone = deleted.numAffectedRows ?? 0n;
  }
  for (let gone = 1n; gone > 0n; ) {
    const deleted = await sql`delete from places x where ${within(removed.places)}
      and ${unused('posts', 'place')} and ${unused('organizations', 'place')}
      and ${unused('places', 'parent')} and ${unused('places', 'successor')}`.execute(db);
    gone = deleted.numAffectedRows ?? 0n;
  }
}
