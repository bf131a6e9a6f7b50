import { sql } from 'kysely';
import {
  type Day,
  firstDay,
  lastDay,
  type Organization,
  type PartialDate,
  type Person,
  type PersonName,
  type Place,
  type Post,
  type Register,
  type Term,
} from '../src/domain/index.ts';
import { inTransaction, insertRows, once } from './batch.ts';
import { type RegisterEdit, recordChanges } from './register-history.ts';
import type { Handle } from './schema.ts';
import { latestRegisterEdit, noteUnreadEdits } from './unread-register.ts';

/** Which world's register, and whether what is not given any more leaves it. */
export interface RegisterScope {
  readonly demo: boolean;
}

/**
 * Stores a register's rows by their ids: what is given replaces what is stored under the same id.
 * `replace: true` also removes what is not given (default false: other rows stay). Each row that
 * differs afterwards is kept in the history, with who changed it and why.
 */
export async function saveRegister(
  db: Handle,
  register: Register,
  options: RegisterScope & RegisterEdit & { readonly replace?: boolean },
): Promise<void> {
  const { demo, replace = false } = options;
  await inTransaction(db, async (transaction) => {
    // Two editors at once would each record the other's rows as their own.
    await sql`lock table register_changes in share row exclusive mode`.execute(transaction);
    const edit = await latestRegisterEdit(transaction);
    const before = await loadRegister(transaction, { demo });
    if (replace) await clearRegister(transaction, register, demo);
    await savePersons(transaction, register.persons, demo);
    await savePlaces(transaction, register.places, demo);
    await saveOrganizations(transaction, register.organizations, demo);
    await savePosts(transaction, register.posts, demo);
    await saveTerms(transaction, register.terms, demo);
    const after = await loadRegister(transaction, { demo });
    await recordChanges(transaction, { before, after }, options);
    await noteUnreadEdits(transaction, { demo, edit });
  });
}

/** Who stays is not taken out in between: every day they are mentioned on would be summed anew. */
async function clearRegister(db: Handle, register: Register, demo: boolean) {
  const ids = register.persons.map(({ id }) => id);
  await sql`delete from persons where demo = ${demo} and id <> all(${ids}::text[])`.execute(db);
  for (const table of ['terms', 'names', 'posts', 'organizations', 'places'] as const)
    await sql`delete from ${sql.table(table)} where demo = ${demo}`.execute(db);
}

async function savePersons(db: Handle, persons: readonly Person[], demo: boolean) {
  await insertRows(db, {
    table: 'persons',
    columns: {
      demo: 'boolean',
      id: 'text',
      name: 'text',
      gender: 'text',
      family_name: 'text',
      given_name: 'text',
    },
    rows: persons.map((person) => ({
      demo,
      id: person.id,
      name: person.name,
      gender: person.gender,
      family_name: person.familyName,
      given_name: person.givenName,
    })),
    conflict: sql`on conflict (demo, id) do update set name = excluded.name,
      gender = excluded.gender, family_name = excluded.family_name,
      given_name = excluded.given_name`,
  });
  const ids = persons.map((person) => person.id);
  await sql`delete from names where demo = ${demo} and person_id = any(${ids})`.execute(db);
  await insertRows(db, {
    table: 'names',
    columns: {
      demo: 'boolean',
      person_id: 'text',
      position: 'integer',
      name: 'text',
      kind: 'text',
    },
    rows: persons.flatMap((person) =>
      person.otherNames.map((other, position) => ({
        demo,
        person_id: person.id,
        position,
        name: other.name,
        kind: other.kind,
      })),
    ),
  });
}

const datedColumns = { from_date: 'text', until_date: 'text' } as const;

function datedRow(row: { readonly from: PartialDate | null; readonly until: PartialDate | null }) {
  return { from_date: row.from, until_date: row.until };
}

async function savePlaces(db: Handle, places: readonly Place[], demo: boolean) {
  await insertRows(db, {
    table: 'places',
    columns: {
      demo: 'boolean',
      id: 'text',
      name: 'text',
      other_names: 'text[]',
      parent: 'text',
      successor: 'text',
      ...datedColumns,
    },
    rows: places.map((place) => ({
      demo,
      id: place.id,
      name: place.name,
      other_names: place.otherNames,
      parent: place.parent,
      successor: place.successor,
      ...datedRow(place),
    })),
    conflict: sql`on conflict (demo, id) do update set name = excluded.name,
      other_names = excluded.other_names, parent = excluded.parent,
      successor = excluded.successor, from_date = excluded.from_date,
      until_date = excluded.until_date`,
  });
}

async function saveOrganizations(db: Handle, list: readonly Organization[], demo: boolean) {
  await insertRows(db, {
    table: 'organizations',
    columns: {
      demo: 'boolean',
      id: 'text',
      name: 'text',
      other_names: 'text[]',
      place: 'text',
      parent: 'text',
      successor: 'text',
      ...datedColumns,
    },
    rows: list.map((organization) => ({
      demo,
      id: organization.id,
      name: organization.name,
      other_names: organization.otherNames,
      place: organization.place,
      parent: organization.parent,
      successor: organization.successor,
      ...datedRow(organization),
    })),
    conflict: sql`on conflict (demo, id) do update set name = excluded.name,
      other_names = excluded.other_names, place = excluded.place, parent = excluded.parent,
      successor = excluded.successor, from_date = excluded.from_date,
      until_date = excluded.until_date`,
  });
}

async function savePosts(db: Handle, posts: readonly Post[], demo: boolean) {
  await insertRows(db, {
    table: 'posts',
    columns: {
      demo: 'boolean',
      id: 'text',
      label: 'text',
      other_labels: 'text[]',
      generic_title: 'text',
      organization: 'text',
      place: 'text',
      ...datedColumns,
    },
    rows: posts.map((post) => ({
      demo,
      id: post.id,
      label: post.label,
      other_labels: post.otherLabels,
      generic_title: post.genericTitle,
      organization: post.organization,
      place: post.place,
      ...datedRow(post),
    })),
    conflict: sql`on conflict (demo, id) do update set label = excluded.label,
      other_labels = excluded.other_labels, generic_title = excluded.generic_title,
      organization = excluded.organization, place = excluded.place,
      from_date = excluded.from_date, until_date = excluded.until_date`,
  });
}

async function saveTerms(db: Handle, terms: readonly Term[], demo: boolean) {
  await insertRows(db, {
    table: 'terms',
    columns: {
      demo: 'boolean',
      id: 'text',
      person_id: 'text',
      post_id: 'text',
      organization: 'text',
      kind: 'text',
      source: 'text',
      checked: 'boolean',
      ...datedColumns,
    },
    rows: terms.map((term) => ({
      demo,
      id: term.id,
      person_id: term.person,
      post_id: term.post,
      organization: term.organization,
      kind: term.kind,
      source: term.source,
      checked: term.checked,
      ...datedRow(term),
    })),
    conflict: sql`on conflict (demo, id) do update set person_id = excluded.person_id,
      post_id = excluded.post_id, organization = excluded.organization, kind = excluded.kind,
      source = excluded.source, checked = excluded.checked, from_date = excluded.from_date,
      until_date = excluded.until_date`,
  });
}

/**
 * The register of one world, each list by id. With `at`, only the terms that may have been running
 * on that day (all persons and posts stay, so that names are still known).
 */
export function loadRegister(
  db: Handle,
  options: RegisterScope & { readonly at?: Day },
): Promise<Register> {
  return once(db, ['loadRegister', options], () => readRegister(db, options));
}

async function readRegister(
  db: Handle,
  options: RegisterScope & { readonly at?: Day },
): Promise<Register> {
  const { demo, at } = options;
  const terms = await loadTerms(db, demo);
  return {
    persons: await loadPersons(db, demo),
    organizations: await loadOrganizations(db, demo),
    places: await loadPlaces(db, demo),
    posts: await loadPosts(db, demo),
    terms: at === undefined ? terms : terms.filter((term) => overlaps(term, { from: at, to: at })),
  };
}

/** Whether a dated fact may hold on some day of a period (inclusive; unknown ends are open). */
export function overlaps(
  fact: { readonly from: PartialDate | null; readonly until: PartialDate | null },
  period: { readonly from: Day; readonly to: Day },
): boolean {
  return (
    (fact.from === null || firstDay(fact.from) <= period.to) &&
    (fact.until === null || lastDay(fact.until) >= period.from)
  );
}

async function loadPersons(db: Handle, demo: boolean): Promise<Person[]> {
  const names = await sql<{ personId: string; others: PersonName[] }>`
    select person_id as "personId",
      json_agg(json_build_object('name', name, 'kind', kind) order by position) as others
    from names where demo = ${demo} group by person_id`.execute(db);
  const namesOf = new Map(names.rows.map((row) => [row.personId, row.others]));
  const { rows } = await sql<{
    id: string;
    name: string;
    gender: 'female' | 'male' | null;
    familyName: string | null;
    givenName: string | null;
  }>`select id, name, gender, family_name as "familyName", given_name as "givenName"
    from persons where demo = ${demo} order by id`.execute(db);
  return rows.map(({ id, name, gender, familyName, givenName }) => ({
    id,
    name,
    otherNames: namesOf.get(id) ?? [],
    ...(gender === null ? {} : { gender }),
    ...(familyName === null ? {} : { familyName }),
    ...(givenName === null ? {} : { givenName }),
  }));
}

async function loadPlaces(db: Handle, demo: boolean): Promise<Place[]> {
  const { rows } = await sql<Place>`select id, name, other_names as "otherNames", parent,
      from_date as "from", until_date as "until", successor
    from places where demo = ${demo} order by id`.execute(db);
  return rows;
}

/** Persons of whom no term is checked, in order of their ids. */
export async function uncheckedPersons(db: Handle, { demo }: RegisterScope): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from terms where demo = ${demo}
    group by person_id having not bool_or(checked) order by person_id`.execute(db);
  return rows.map(({ id }) => id);
}

async function loadOrganizations(db: Handle, demo: boolean): Promise<Organization[]> {
  const { rows } = await sql<Organization>`select id, name, other_names as "otherNames", place,
      parent, from_date as "from", until_date as "until", successor
    from organizations where demo = ${demo} order by id`.execute(db);
  return rows;
}

async function loadPosts(db: Handle, demo: boolean): Promise<Post[]> {
  const { rows } = await sql<Post>`select id, label, other_labels as "otherLabels",
      generic_title as "genericTitle", organization, place, from_date as "from",
      until_date as "until"
    from posts where demo = ${demo} order by id`.execute(db);
  return rows;
}

async function loadTerms(db: Handle, demo: boolean): Promise<Term[]> {
  const { rows } = await sql<Term>`select id, person_id as person, post_id as post, organization,
      from_date as "from", until_date as "until", kind, source, checked
    from terms where demo = ${demo} order by id`.execute(db);
  return rows;
}
