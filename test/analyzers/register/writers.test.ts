import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseRegister,
  writeRegisterCsv,
  writeRegisterFollowTheMoney,
  writeRegisterPopolo,
  writeRegisterWikidata,
} from '../../../analyzers/index.ts';
import type { Organization, Person, Post, Register, Term } from '../../../src/domain/index.ts';
import { register } from '../fixture.ts';

const syllables = ['Đào', 'Thụy', 'Nghĩa', 'Hoà', 'Uỷ', 'An', 'Lê', 'Ấn', '"Bảy"', 'X, Y'];
const label = fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 });
const words = label.map((list) => list.join(' '));
const date = fc.option(
  fc.constantFrom('2011', '2014-06', '2016-04-07', '2021', '2022-12', '2024-01-31'),
);
const namesOf = (list: readonly string[]) => [...new Set(list)];

const dates = fc
  .tuple(date, date)
  .map(([one, other]) =>
    one !== null && other !== null && other < one ? [other, one] : [one, other],
  )
  .filter(([from, until]) => !from || !until || until >= from.slice(0, until.length));

const personOf = (id: string): fc.Arbitrary<Person> =>
  fc
    .record({
      name: words,
      others: fc.uniqueArray(words, { maxLength: 3 }),
      kind: fc.constantFrom('full', 'variant', 'short', 'given', 'typo'),
      gender: fc.option(fc.constantFrom('female', 'male')),
    })
    .map(({ name, others, kind, gender }) => ({
      id,
      name,
      otherNames: others.map((other) => ({ name: other, kind })),
      ...(gender ? { gender } : {}),
    }));

const postOf = (id: string, organization: string | null): fc.Arbitrary<Post> =>
  fc
    .record({ label: words, others: fc.array(words, { maxLength: 3 }), title: fc.option(words) })
    .map((given) => ({
      id,
      label: given.label,
      otherLabels: namesOf(given.others).filter((other) => other !== given.label),
      genericTitle: given.title,
      organization,
      place: null,
      from: null,
      until: null,
    }));

const organizationOf = (id: string): fc.Arbitrary<Organization> =>
  words.map((name) => ({
    id,
    name,
    otherNames: [],
    place: null,
    parent: null,
    from: null,
    until: null,
    successor: null,
  }));

/** Terms over few persons and posts, so that both are shared; ids as an import makes them. */
const termsOf = fc.array(
  fc.record({
    person: fc.constantFrom('p1', 'p2', 'p3'),
    post: fc.constantFrom('c1', 'c2'),
    dates,
    kind: fc.constantFrom('holder', 'acting', 'candidate'),
    source: fc.option(fc.constantFrom('https://example.org/a?b=1,2', 'Công báo số 3', '=1+1')),
  }),
  { minLength: 1, maxLength: 6 },
);

const registers: fc.Arbitrary<Register> = fc
  .record({
    persons: fc.tuple(personOf('p1'), personOf('p2'), personOf('p3')),
    posts: fc.tuple(postOf('c1', 'o1'), postOf('c2', null)),
    organizations: fc.tuple(organizationOf('o1')),
    terms: termsOf,
  })
  .map(({ persons, posts, organizations, terms }) => {
    const rows = terms.map(
      ({ dates: [from = null, until = null], ...term }): Term => ({
        ...term,
        id: `${term.person}:${term.post}:${from ?? ''}`,
        organization: term.post === 'c1' ? 'o1' : null,
        from,
        until,
        checked: term.source !== null,
      }),
    );
    const inOrder = <Row extends { id: string }>(list: readonly Row[], ids: readonly string[]) =>
      namesOf(ids).flatMap((id) => list.filter((row) => row.id === id));
    return {
      persons: inOrder(
        persons,
        rows.map(({ person }) => person),
      ),
      posts: inOrder(
        posts,
        rows.map(({ post }) => post),
      ),
      organizations: organizations.filter(() => rows.some(({ post }) => post === 'c1')),
      places: [],
      terms: rows,
    };
  });

describe('round trips', () => {
  test('register → CSV → register → CSV loses nothing', () => {
    fc.assert(
      fc.property(registers, (given) => {
        const text = writeRegisterCsv(given);
        const again = parseRegister(text, 'x.csv');
        expect(again).toEqual(given);
        expect(writeRegisterCsv(again)).toBe(text);
      }),
    );
  });

  test('register → Popolo → register → Popolo loses nothing', () => {
    fc.assert(
      fc.property(registers, (given) => {
        const text = writeRegisterPopolo(given);
        const again = parseRegister(text, 'x.json');
        expect(again).toEqual(given);
        expect(writeRegisterPopolo(again)).toBe(text);
      }),
    );
  });
});

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

function entitiesOf(given: Register): Entity[] {
  const lines = writeRegisterFollowTheMoney(given).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Entity);
}

describe('FollowTheMoney', () => {
  test('an occupancy ties a person to a position, with dates and source', () => {
    const entities = entitiesOf(register);
    const schemas = Map.groupBy(entities, ({ schema }) => schema);
    expect(schemas.get('Person')).toHaveLength(12);
    expect(schemas.get('Occupancy')).toHaveLength(13);
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
    for (const { properties } of schemas.get('Occupancy') ?? []) {
      expect(ids).toContain(properties['holder']?.[0]);
      expect(ids).toContain(properties['post']?.[0]);
    }
    const [first] = schemas.get('Occupancy') ?? [];
    expect(first?.properties).toMatchObject({ startDate: ['2018-04-01'], publisher: ['fiction'] });
  });

  test('the name of a province is told, candidates are left out, unchecked is said', () => {
    const [term] = register.terms.filter(({ post }) => post === 'bi-thu-quang-ngai');
    const standing = register.terms.filter(({ post }) => post === 'ubnd-da-nang');
    const given: Register = {
      ...register,
      terms: [
        { ...(term as Term), checked: false, source: null },
        ...standing.map((one): Term => ({ ...one, kind: 'candidate' })),
      ],
    };
    const entities = entitiesOf(given);
    expect(entities.map(({ schema }) => schema)).toEqual(['Person', 'Position', 'Occupancy']);
    expect(entities[1]?.properties).toMatchObject({
      country: ['vn'],
      subnationalArea: ['Quảng Ngãi'],
    });
    expect(entities[2]?.properties['summary']).toEqual(['unchecked']);
  });
});

describe('Wikidata', () => {
  const statementsOf = (given: Register) =>
    (JSON.parse(writeRegisterWikidata(given)) as { statements: Record<string, unknown>[] })
      .statements;

  test('position held, with start, end and who followed', () => {
    const [first, second] = statementsOf(register);
    expect(first).toMatchObject({
      property: 'P39',
      subject: { item: null, label: 'Lương Vĩnh Khải' },
      qualifiers: {
        P580: { time: '+2018-04-01T00:00:00Z', precision: 11 },
        P582: { time: '+2022-03-31T00:00:00Z', precision: 11 },
        P1366: { label: 'Tạ Quốc Hoán' },
      },
      checked: true,
    });
    expect(second?.['qualifiers']).not.toHaveProperty('P582');
    expect(second?.['qualifiers']).not.toHaveProperty('P1366');
  });

  test('a post held by several at once names no successor, months keep their precision', () => {
    const deputies = statementsOf(register).filter(
      ({ value }) => (value as { id: string }).id === 'pho-thu-tuong',
    );
    expect(deputies).toHaveLength(2);
    for (const { qualifiers } of deputies) expect(qualifiers).not.toHaveProperty('P1366');
    expect(deputies[0]?.['qualifiers']).toMatchObject({
      P580: { time: '+2016-00-00T00:00:00Z', precision: 9 },
    });
  });

  test('ids of Wikidata stand as items', () => {
    const text = writeRegisterPopolo(register).replaceAll('"luong-vinh-khai"', '"Q42"');
    expect(statementsOf(parseRegister(text, 'x.json'))[0]?.['subject']).toMatchObject({
      item: 'Q42',
    });
  });
});
