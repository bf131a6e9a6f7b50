import type { Person, Post, Register, Term } from '../../src/domain/index.ts';
import { vietnamPlaces } from '../languages/vi/places.ts';

interface Entity {
  readonly id: string;
  readonly schema: 'Person' | 'Position' | 'Occupancy';
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * A register as FollowTheMoney entities, one JSON object a line: a Person for each person, a
 * Position for each post, an Occupancy for each term. Candidates hold nothing: their terms and
 * whoever has no other term are left out.
 */
export function writeRegisterFollowTheMoney(register: Register): string {
  const terms = register.terms.filter(({ kind }) => kind !== 'candidate');
  const holders = new Set(terms.map(({ person }) => person));
  const held = new Set(terms.map(({ post }) => post));
  const entities: Entity[] = [
    ...register.persons.filter(({ id }) => holders.has(id)).map(personEntity),
    ...register.posts
      .filter(({ id }) => held.has(id))
      .map((post) => positionEntity(register, post)),
    ...terms.map(occupancyEntity),
  ];
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
}

/** Persons, posts and terms may share an id in a register; entities of one file may not. */
const personKey = (id: string) => `person-${safe(id)}`;
const positionKey = (id: string) => `position-${safe(id)}`;

/** FollowTheMoney's ids are letters, digits, dots and inner hyphens: others become `.003a`. */
function safe(id: string): string {
  return id.replace(/[^0-9A-Za-z-]|-$/gu, (letter) => {
    return `.${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

function entity(
  id: string,
  schema: Entity['schema'],
  properties: Readonly<Record<string, readonly (string | null | undefined)[]>>,
): Entity {
  const given = Object.entries(properties)
    .map(([name, values]) => [name, values.filter((value) => typeof value === 'string')] as const)
    .filter(([, values]) => values.length > 0);
  return { id, schema, properties: Object.fromEntries(given) };
}

function personEntity(person: Person): Entity {
  const isAlias = ({ kind }: Person['otherNames'][number]) => kind === 'full' || kind === 'variant';
  return entity(personKey(person.id), 'Person', {
    name: [person.name],
    alias: person.otherNames.filter(isAlias).map(({ name }) => name),
    weakAlias: person.otherNames.filter((other) => !isAlias(other)).map(({ name }) => name),
    firstName: [person.givenName],
    lastName: [person.familyName],
    gender: [person.gender],
  });
}

function positionEntity(register: Register, post: Post): Entity {
  const place = register.places.find(({ id }) => id === post.place);
  const isVietnamese = vietnamPlaces.some(({ id }) => id === post.place);
  return entity(positionKey(post.id), 'Position', {
    name: [post.label],
    alias: post.otherLabels,
    country: [isVietnamese ? 'vn' : null],
    subnationalArea: [place?.name ?? post.place],
    inceptionDate: [post.from],
    dissolutionDate: [post.until],
  });
}

function occupancyEntity(term: Term): Entity {
  const isAddress = /^https?:\/\//.test(term.source ?? '');
  return entity(`occupancy-${safe(term.id)}`, 'Occupancy', {
    holder: [personKey(term.person)],
    post: [positionKey(term.post)],
    startDate: [term.from],
    endDate: [term.until],
    sourceUrl: [isAddress ? term.source : null],
    publisher: [isAddress ? null : term.source],
    summary: [term.kind === 'acting' ? 'acting' : null, term.checked ? null : 'unchecked'],
  });
}
