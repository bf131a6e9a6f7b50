import { describe, expect, test } from 'vitest';
import {
  checkRegister,
  parseRegister,
  vietnamPlaces,
  writeRegisterCsv,
  writeRegisterPopolo,
} from '../../../analyzers/index.ts';
import type { Register } from '../../../src/domain/index.ts';
import { csv, register } from '../fixture.ts';

const popolo = JSON.stringify({
  persons: [
    {
      id: 'a',
      name: 'Lương Vĩnh Khải',
      gender: 'male',
      other_names: [
        { name: 'Khải', note: 'given (x)' },
        { name: 'Lương Vỉnh Khải', note: 'seen typo' },
      ],
    },
  ],
  organizations: [{ id: 'gov', name: 'Chính phủ' }],
  posts: [
    {
      id: 'tt',
      organization_id: 'gov',
      label: 'Thủ tướng',
      other_labels: ['Thủ tướng', 'Thủ tướng Chính phủ'],
    },
  ],
  memberships: [
    {
      person_id: 'a',
      post_id: 'tt',
      organization_id: 'gov',
      start_date: '2018-04',
      end_date: null,
      sure: false,
    },
  ],
});

describe('parseRegister', () => {
  test('Popolo with fields missing', () => {
    const parsed = parseRegister(popolo, 'register.json');
    expect(parsed.persons[0]?.otherNames).toEqual([
      { name: 'Khải', kind: 'given' },
      { name: 'Lương Vỉnh Khải', kind: 'typo' },
    ]);
    expect(parsed.posts[0]).toMatchObject({
      genericTitle: null,
      place: null,
      otherLabels: ['Thủ tướng Chính phủ'],
    });
    expect(parsed.terms[0]).toMatchObject({
      from: '2018-04',
      until: null,
      checked: false,
      kind: 'holder',
    });
  });

  test('an EveryPolitician export: posts from roles, dates from the legislative period', () => {
    const parsed = parseRegister(
      JSON.stringify({
        persons: [{ id: 'p', name: 'Ann Example' }],
        organizations: [{ id: 'house', name: 'House' }],
        areas: [{ id: 'area/north', name: 'North' }],
        events: [{ id: 'term/4', start_date: '2015-01-01', end_date: '2019-12-31' }],
        memberships: [
          {
            person_id: 'p',
            role: 'member',
            organization_id: 'house',
            area_id: 'area/north',
            legislative_period_id: 'term/4',
          },
        ],
      }),
      'ep.json',
    );
    expect(parsed.posts).toHaveLength(1);
    expect(parsed.terms[0]).toMatchObject({
      post: parsed.posts[0]?.id,
      from: '2015-01-01',
      until: '2019-12-31',
    });
    expect(parsed.places[0]?.name).toBe('North');
  });

  test.each([
    [{}, false],
    [{ sources: [{ url: 'https://press.example/1' }] }, true],
    [{ source: 'The Gazette 12/2021', checked: false }, false],
    [{ sure: true }, true],
  ])('Popolo: a term that says %j of its source is checked: %s', (said, checked) => {
    const parsed = parseRegister(
      JSON.stringify({
        persons: [{ id: 'p', name: 'Ann Example' }],
        posts: [{ id: 'chair', label: 'Chair' }],
        memberships: [{ person_id: 'p', post_id: 'chair', ...said }],
      }),
      'popolo.json',
    );
    expect(parsed.terms.map((term) => term.checked)).toEqual([checked]);
  });

  test('CSV: one row a term', () => {
    expect(register.persons).toHaveLength(12);
    expect(register.terms).toHaveLength(13);
    expect(register.posts.find(({ id }) => id === 'ubnd-quang-ngai')?.place).toBe('quang-ngai');
  });

  test.each([
    [
      'person,role\nA,b',
      /f\.csv, line 1: column "post".*column "role" is not known.*The columns are/,
    ],
    [
      'person,post,from,checked\nA B,C,2017-13,no',
      /f\.csv, line 2: "from" is "2017-13", which is no date\. Write YYYY-MM-DD/,
    ],
    [
      'person,post,from,until,checked\nA B,C,2018,2017,no',
      /line 2: "until" \(2017\) is before "from"/,
    ],
    ['person,post\nA B,C', /line 2: "source" is empty\. Name the source/],
    ['person,post,checked\n,C,no', /line 2: "person" is empty/],
    [
      'person,person_id,post,checked\nA B,x,C,no\nD E,x,C,no',
      /line 3: "x" is A B above and D E here/,
    ],
    ['{"persons": [{"id": "x"}]}', /an entry of "persons" \(x\) has no "name"/],
    ['{"persons": ', /is not valid JSON/],
    [
      '{"memberships":[{"person_id":"a","post_id":"b","start_date":"today"}]}',
      /"today" \(start_date\) is no date/,
    ],
  ])('faults name file, line and mend: %s', (text, message) => {
    expect(() => parseRegister(text, 'f.csv')).toThrow(message);
  });
});

describe('writing', () => {
  test('Popolo reads back unchanged', () => {
    expect(parseRegister(writeRegisterPopolo(register), 'x.json')).toEqual(register);
  });

  test('CSV reads back unchanged', () => {
    const again = parseRegister(writeRegisterCsv(register), 'x.csv');
    expect(again.terms).toEqual(register.terms);
    expect(again.persons).toEqual(register.persons);
    expect(again.posts.map(({ id }) => id)).toEqual(register.posts.map(({ id }) => id));
  });
});

describe('checkRegister', () => {
  const kindsOf = (value: Register) =>
    checkRegister(value).map(({ kind, severity }) => `${severity} ${kind}`);

  test('a sound register has no refusals', () => {
    expect(kindsOf(register).filter((kind) => kind.startsWith('refused'))).toEqual([]);
  });

  test('a person without a post is refused', () => {
    const more = {
      ...register,
      persons: [...register.persons, { id: 'z', name: 'Người Thường', otherNames: [] }],
    };
    expect(kindsOf(more)).toContain('refused person-without-post');
  });

  test('overlaps and gaps of a post with one holder', () => {
    const overlapping = parseRegister(
      csv.replace('2022-03-31,fiction,yes\nTạ', '2022-05-31,fiction,yes\nTạ'),
      'x.csv',
    );
    expect(kindsOf(overlapping)).toContain('warning overlap');
    const open = parseRegister(
      csv.replace('2022-03-31,fiction,yes\nTạ', ',fiction,yes\nTạ'),
      'x.csv',
    );
    const overlapOf = (value: Register) =>
      checkRegister(value).find(
        ({ kind, message }) => kind === 'overlap' && message.en.startsWith('Thủ tướng Chính phủ:'),
      )?.message.en;
    expect(overlapOf(open)).toContain('from 2022-04-01 to today');
    expect(overlapOf(overlapping)).toContain('from 2022-04-01 to 2022-05-31');
    const month = parseRegister(
      csv.replace('2022-03-31,fiction,yes\nTạ', '2022-04,fiction,yes\nTạ'),
      'x.csv',
    );
    expect(overlapOf(month)).toBeUndefined();
    expect(overlapOf(register)).toBeUndefined();
    const gap = parseRegister(
      csv.replace('2022-03-31,fiction,yes\nTạ', '2022-03-01,fiction,yes\nTạ'),
      'x.csv',
    );
    expect(kindsOf(gap)).toContain('warning gap');
  });

  describe('what handovers are told of a post', () => {
    const post = (...terms: readonly string[]) =>
      parseRegister(
        `person,post,from,until,kind,source,checked\n${terms
          .map((term) => term.replace(',', ',Trưởng ban Sông Thanh,'))
          .map((term) => `${term},fiction,yes\n`)
          .join('')}`,
        'x.csv',
      );
    const told = (value: Register, kind: string) =>
      checkRegister(value)
        .filter((finding) => finding.kind === kind)
        .map(({ message }) => message.en.replace(/^.*?: /, ''));

    test('nobody is missing while somebody acts; the days before and after are', () => {
      const before = 'Lương Vĩnh Khải,2015-01-01,2020-03-31,holder';
      const after = 'Tạ Quốc Hoán,2020-07-01,,holder';
      const acting = (from: string, until: string) => `Giáp Hữu Điền,${from},${until},acting`;
      expect(told(post(before, after, acting('2020-04-01', '2020-06-30')), 'gap')).toEqual([]);
      expect(told(post(before, after, acting('2020-04-11', '2020-06-10')), 'gap')).toEqual([
        'nobody for 10 days, after 2020-03-31 and before 2020-04-11.',
        'nobody for 20 days, after 2020-06-10 and before 2020-07-01.',
      ]);
      expect(told(post(before, after, 'Giáp Hữu Điền,2020-04-01,,candidate'), 'gap')).toEqual([
        'nobody for 91 days, after 2020-03-31 and before 2020-07-01.',
      ]);
    });

    test('an overlap ends where the first of the two terms ends', () => {
      const long = 'Lương Vĩnh Khải,2015-01-01,2022-12-31,holder';
      const within = post(long, 'Tạ Quốc Hoán,2018-01-01,2019-06-30,holder');
      expect(told(within, 'overlap')).toEqual([
        'two terms overlap from 2018-01-01 to 2019-06-30; a title alone is ambiguous in that time.',
      ]);
      expect(told(within, 'gap')).toEqual([]);
    });
  });

  test('a term that ends before it starts overlaps with none', () => {
    const findings = checkRegister(
      parseRegister(
        JSON.stringify({
          persons: [
            { id: 'a', name: 'Ann Example' },
            { id: 'b', name: 'Ben Example' },
          ],
          posts: [{ id: 'chair', label: 'Chair' }],
          memberships: [
            { person_id: 'a', post_id: 'chair', start_date: '2022-05', end_date: '2021' },
            { person_id: 'b', post_id: 'chair' },
          ],
        }),
        'turned.json',
      ),
    );
    const kinds = findings.map(({ kind }) => kind);
    expect(kinds).toContain('ends-before-start');
    expect(kinds).not.toContain('overlap');
  });

  test('namesakes, near-namesakes, shared labels, unknown ids', () => {
    const near = csv
      .replace('person,', 'person_id,person,')
      .split('\n')
      .map((line, index) => (index === 0 || line === '' ? line : `p${line.split(',')[0]},${line}`))
      .join('\n');
    const row = (id: string, name: string, post: string) =>
      `${id},${name},,,Chủ tịch UBND tỉnh Gia Lai,${post},Chủ tịch UBND tỉnh,,,gia-lai,2018,,fiction,yes\n`;
    const kinds = kindsOf(
      parseRegister(
        near + row('q', 'Trần Minh Tuân', 'gl') + row('r', 'Kiều Phong Lưu', 'gl2'),
        'x.csv',
      ),
    );
    expect(kinds).toContain('warning near-namesake');
    expect(kinds).toContain('warning same-name');
    expect(kinds).toContain('note ambiguous-label');
    const broken = {
      ...register,
      terms: [{ ...register.terms[0], person: 'nobody' } as Register['terms'][number]],
    };
    expect(kindsOf(broken)).toContain('refused unknown-person');
  });
});

test('63 provinces became 34 on 2025-07-01, each ended one naming a successor that goes on', () => {
  const open = vietnamPlaces.filter(({ until }) => until === null);
  expect(vietnamPlaces).toHaveLength(63);
  expect(open).toHaveLength(34);
  for (const place of vietnamPlaces) {
    if (place.until === null) expect(place.successor).toBeNull();
    else expect(open.map(({ id }) => id)).toContain(place.successor);
  }
});
