import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli.ts';
import { parseRegister } from '../../../analyzers/index.ts';
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
});
