import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli.ts';
import { parseRegister } from '../../../analyzers/index.ts';
import { saveOutlets, saveRegister } from '../../../db/index.ts';
import { outletOf } from '../../crawlers/press.ts';
import { testContext } from '../context.ts';
import { testInstallation } from '../station.ts';

let folder = '';
const file = (name: string) => join(folder, name);

const csv = `person,post,place,from,until,source,checked
Lê Hải Đăng,Chủ tịch UBND tỉnh Gia Lai,gia-lai,2018,2021-05-31,https://example.org/1,yes
Võ Thụy Miên,Chủ tịch UBND tỉnh Gia Lai,gia-lai,2021-07-01,,,no
`;

const privatePerson = JSON.stringify({
  persons: [
    { id: 'le-hai-dang', name: 'Lê Hải Đăng' },
    { id: 'nguoi-thuong', name: 'Người Thường' },
  ],
  posts: [{ id: 'ct', label: 'Chủ tịch UBND tỉnh Gia Lai' }],
  memberships: [{ person_id: 'le-hai-dang', post_id: 'ct' }],
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-commands-'));
  await writeFile(file('register.csv'), csv);
  await writeFile(file('private.json'), privatePerson);
});

afterAll(() => rm(folder, { recursive: true }));

describe('register check', () => {
  test('names what a file holds that is doubtful, in the language of the reader', async () => {
    const { context, printed, told } = testContext({ language: 'vi' });
    expect(await runCommandLine(['register', 'check', file('register.csv')], context)).toBe(0);
    expect(printed.join('\n')).toMatch(/Cảnh báo \(gap\): .*30 ngày không có ai/);
    expect(printed.join('\n')).toContain('Lưu ý (unchecked)');
    expect(told).toEqual(['0 lỗi phải sửa trước khi nhập, 1 cảnh báo, 1 lưu ý.']);
  });

  test('ends with 1 where an import would be refused, as JSON too', async () => {
    const { context, printed } = testContext({ json: true });
    const words = ['register', 'check', file('private.json'), '--json'];
    expect(await runCommandLine(words, context)).toBe(1);
    expect(JSON.parse(printed[0] ?? '').findings[0]).toMatchObject({
      kind: 'person-without-post',
      ids: ['nguoi-thuong'],
    });
  });
});

describe('register import', () => {
  test('refuses persons without a post before anything is opened or stored', async () => {
    const { context, told } = testContext({});
    const words = ['register', 'import', file('private.json')];
    expect(await runCommandLine(words, context)).toBe(2);
    expect(told.join('\n')).toContain('input/register-refused');
    expect(told.join('\n')).toMatch(/nothing was stored.*Người Thường neither holds/s);
  });
});

describe('register export', () => {
  test('a format nobody writes is answered with those there are', async () => {
    const { context, told } = testContext({});
    expect(await runCommandLine(['register', 'export', '--format', 'xml'], context)).toBe(2);
    expect(told.join('\n')).toContain('csv, popolo, ftm, wikidata');
  });
});

const entity = (id: string) => ({ value: `http://www.wikidata.org/entity/${id}` });
const held = (person: string, name: string, more: Record<string, { value: string }> = {}) => ({
  person: entity(person),
  personLabel: { value: name },
  post: entity('Q900'),
  postLabel: { value: 'Chủ tịch UBND tỉnh Gia Lai' },
  ...more,
});
const sparqlAnswer = {
  results: {
    bindings: [
      held('Q1', 'Lê Hải Đăng', {
        gender: entity('Q6581097'),
        start: { value: '2018-01-01T00:00:00Z' },
        startPrecision: { value: '9' },
        end: { value: '2021-05-31T00:00:00Z' },
        endPrecision: { value: '11' },
      }),
      held('Q2', 'Võ Thụy Miên', {
        start: { value: '2021-07-01T00:00:00Z' },
        startPrecision: { value: '10' },
      }),
      held('Q3', 'Q3'),
    ],
  },
};

/** A query service on loopback: robots.txt, an answer, and the questions it was asked. */
async function sparqlService(answer: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://service');
    if (url.pathname !== '/sparql') return void response.writeHead(404).end();
    asked.push(url.searchParams.get('query') ?? '');
    response.writeHead(200, { 'content-type': 'application/sparql-results+json' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, server, endpoint: `http://127.0.0.1:${port}/sparql` };
}

describe('with a database', async () => {
  const installation = await testInstallation();

  async function run(words: readonly string[]) {
    const ran = await installation.run(words);
    return { ...ran, told: [ran.told] };
  }

  test('nothing stored is said, with the next step', async () => {
    const { exitCode, told } = await run(['register', 'export']);
    expect(exitCode).toBe(2);
    expect(told.join('\n')).toContain('register import FILE');
  });

  test('list and check speak of the same register: the demo’s only while the demo is shown', async () => {
    const { db } = installation.database;
    await saveRegister(db, parseRegister(csv, 'demo.csv'), { demo: true });
    const demo = { list: await run(['register', 'list']), check: await run(['register', 'check']) };
    expect(demo.list.printed.join()).toContain('Võ Thụy Miên');
    expect(demo.list.told.join()).toContain('2 persons, 2 terms of the FICTIONAL press.');
    expect(demo.check.exitCode).toBe(0);
    expect(demo.check.told.join()).toMatch(/^Register of the FICTIONAL press: 0 to mend/);

    await saveOutlets(db, [outletOf('http://bao-thu.test', [])]);
    const real = { list: await run(['register', 'list']), check: await run(['register', 'check']) };
    expect(real.list.printed).toEqual([]);
    expect(real.list.told.join()).toContain('There is no register yet');
    expect(real.check.exitCode).toBe(2);
    expect(real.check.told.join()).toContain('No register is stored');
    expect((await run(['register', 'check', '--demo'])).exitCode).toBe(0);
  });

  test('a query service is asked through the door, and its answer is a register to be checked', async () => {
    const { asked, server, endpoint } = await sparqlService(JSON.stringify(sparqlAnswer));
    try {
      const service = ['--endpoint', endpoint, '--private-network'];
      const { exitCode, printed, told } = await run(['register', 'query', 'Q900', ...service]);
      expect(exitCode, told.join('\n')).toBe(0);
      expect(asked[0]).toContain('VALUES ?post { wd:Q900 }');
      const { persons, posts, terms } = parseRegister(printed.join('\n'), 'asked.csv');
      expect(persons).toMatchObject([
        { id: 'Q1', name: 'Lê Hải Đăng', gender: 'male' },
        { id: 'Q2', name: 'Võ Thụy Miên' },
      ]);
      expect(posts).toMatchObject([{ id: 'Q900', label: 'Chủ tịch UBND tỉnh Gia Lai' }]);
      expect(terms).toMatchObject([
        { person: 'Q1', from: '2018', until: '2021-05-31', checked: false },
        { person: 'Q2', from: '2021-07', until: null, source: expect.stringContaining('Q2') },
      ]);
      // A private address is asked only where that was said.
      expect((await run(['register', 'query', 'Q900', '--endpoint', endpoint])).exitCode).not.toBe(
        0,
      );
    } finally {
      server.close();
    }
  });

  test('what is no answer, and what is no item, is said with the mend', async () => {
    const { server, endpoint } = await sparqlService('<html>down for repairs</html>');
    try {
      const service = ['--endpoint', endpoint, '--private-network'];
      const answered = await run(['register', 'query', 'Q900', ...service]);
      expect(answered.exitCode).not.toBe(0);
      expect(answered.told.join('\n')).toContain('register/not-sparql');
    } finally {
      server.close();
    }
    const { exitCode, told } = await run(['register', 'query', 'Prime Minister']);
    expect(exitCode).toBe(2);
    expect(told.join('\n')).toContain('input/no-wikidata-item');
  });

  test('what is imported is exported, and its edits are told with who and why', async () => {
    const by = ['--by', 'Lan', '--why', 'new chair'];
    expect((await run(['register', 'import', file('register.csv'), ...by])).exitCode).toBe(0);
    const exported = await run(['register', 'export']);
    const read = parseRegister(exported.printed.join('\n'), 'out.csv');
    const given = parseRegister(csv, 'in.csv');
    expect(new Set(read.terms)).toEqual(new Set(given.terms));
    expect(new Set(read.persons)).toEqual(new Set(given.persons));
    for (const format of ['popolo', 'ftm', 'wikidata']) {
      const other = await run(['register', 'export', '--format', format]);
      expect(other.printed.join('\n')).toContain('Võ Thụy Miên');
    }

    await writeFile(file('edited.csv'), csv.replace('2021-05-31', '2021-06-30'));
    await run(['register', 'import', file('edited.csv'), '--by', 'Minh', '--why', 'decree 12']);
    const { printed } = await run(['register', 'history', 'le-hai-dang']);
    expect(printed[0]).toMatch(/until 2021-05-31 → 2021-06-30 {2}\(Minh: decree 12\)$/);
    expect(printed.slice(1).every((line) => line.endsWith('added  (Lan: new chair)'))).toBe(true);
    const all = await run(['register', 'history', '--json']);
    expect(JSON.parse(all.printed[0] ?? '').changes.length).toBeGreaterThan(printed.length);
  });

  test('a file is taken out again but for what was changed since, and the history tells it', async () => {
    const by = ['--by', 'Lan', '--why', 'our own instead'];
    const first = await run(['register', 'remove', file('register.csv'), ...by]);
    // The first term was edited by the test before.
    expect(first.exitCode).toBe(3);
    expect(first.told.join()).toMatch(/Removed 1 term; 1 person and 0 posts/);
    expect(first.told.join()).toMatch(/Lê Hải Đăng \(\S+\) stays: it was changed since/);
    const history = await run(['register', 'history', 'vo-thuy-mien']);
    expect(history.printed[0]).toMatch(/removed {2}\(Lan: our own instead\)$/);

    const second = await run(['register', 'remove', file('edited.csv'), '--json']);
    expect([second.exitCode, JSON.parse(second.printed[0] ?? '')]).toEqual([
      0,
      { terms: 1, persons: 1, posts: 1, kept: [] },
    ]);
    expect((await run(['register', 'list'])).printed).toEqual([]);
    const third = await run(['register', 'remove', file('edited.csv')]);
    expect(third.exitCode).toBe(2);
    expect(third.told.join()).toContain('register/nothing-to-remove');
  });
});
