import type { Organization, Person, Place, Post, Register, Term } from '../../src/domain/index.ts';
import { csvColumns } from './csv-columns.ts';

/**
 * A register as CSV (RFC 4180, UTF-8 without BOM), one row a term; `parseRegister` reads it back.
 */
export function writeRegisterCsv(register: Register): string {
  const header = csvColumns.map(({ name }) => name);
  const lists = listsOf(register);
  const rows = register.terms.map((term) => {
    const cells = cellsOf(lists, term);
    return header.map((name) => quote(cells[name] ?? '')).join(',');
  });
  return `${[header.join(','), ...rows].join('\r\n')}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]));

function listsOf(register: Register) {
  return {
    persons: byId(register.persons),
    posts: byId(register.posts),
    organizations: byId(register.organizations),
  };
}

function cellsOf(lists: ReturnType<typeof listsOf>, term: Term): Record<string, string> {
  const person = lists.persons.get(term.person);
  const post = lists.posts.get(term.post);
  const organization = lists.organizations.get(post?.organization ?? term.organization ?? '');
  return {
    person: person?.name ?? term.person,
    person_id: term.person,
    other_names: (person?.otherNames ?? []).map(({ name, kind }) => `${name}:${kind}`).join('|'),
    gender: person?.gender ?? '',
    post: post?.label ?? term.post,
    post_id: term.post,
    other_labels: (post?.otherLabels ?? []).join('|'),
    generic_title: post?.genericTitle ?? '',
    organization: organization?.name ?? '',
    organization_id: organization?.id ?? '',
    place: post?.place ?? '',
    from: term.from ?? '',
    until: term.until ?? '',
    kind: term.kind,
    source: term.source ?? '',
    checked: term.checked ? 'yes' : 'no',
  };
}

/**
 * A register as Popolo JSON (indented); `parseRegister` reads it back unchanged. Memberships carry
 * role and area beside their post, so that readers of EveryPolitician's files read it too.
 */
export function writeRegisterPopolo(register: Register): string {
  const posts = byId(register.posts);
  const document = {
    persons: register.persons.map(personEntry),
    organizations: register.organizations.map(organizationEntry),
    areas: register.places.map(areaEntry),
    posts: register.posts.map(postEntry),
    memberships: register.terms.map((term) => membershipEntry(term, posts.get(term.post))),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const named = (names: readonly string[]) => names.map((name) => ({ name }));

function personEntry(person: Person) {
  return {
    id: person.id,
    name: person.name,
    ...(person.gender ? { gender: person.gender } : {}),
    ...(person.familyName ? { family_name: person.familyName } : {}),
    ...(person.givenName ? { given_name: person.givenName } : {}),
    other_names: person.otherNames.map(({ name, kind }) => ({ name, note: kind })),
  };
}

function organizationEntry(organization: Organization) {
  return {
    id: organization.id,
    name: organization.name,
    other_names: named(organization.otherNames),
    area_id: organization.place,
    parent_id: organization.parent ?? null,
    founding_date: organization.from,
    dissolution_date: organization.until,
    successor: organization.successor,
  };
}

function areaEntry(place: Place) {
  return {
    id: place.id,
    name: place.name,
    other_names: named(place.otherNames),
    parent_id: place.parent,
    start_date: place.from,
    end_date: place.until,
    successor: place.successor,
  };
}

function postEntry(post: Post) {
  return {
    id: post.id,
    label: post.label,
    other_labels: named(post.otherLabels),
    generic_title: post.genericTitle,
    organization_id: post.organization,
    area_id: post.place,
    start_date: post.from,
    end_date: post.until,
  };
}

function membershipEntry(term: Term, post: Post | undefined) {
  return {
    id: term.id,
    person_id: term.person,
    post_id: term.post,
    role: post?.label ?? null,
    area_id: post?.place ?? null,
    organization_id: term.organization,
    start_date: term.from,
    end_date: term.until,
    kind: term.kind,
    sources: term.source === null ? [] : [{ url: term.source }],
    checked: term.checked,
  };
}
