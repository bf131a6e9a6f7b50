import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli.ts';
import { testContext } from '../context.ts';

const register = {
  persons: [{ id: 'le-hai-dang', name: 'Lê Hải Đăng' }],
  organizations: [{ id: 'ubnd', name: 'UBND tỉnh Sông Thanh' }],
  posts: [{ id: 'ct', organization_id: 'ubnd', label: 'Chủ tịch UBND tỉnh Sông Thanh' }],
  memberships: [
    { id: 'm1', person_id: 'le-hai-dang', post_id: 'ct', start_date: '2024', end_date: '2027' },
  ],
};

let file = '';

beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'register-')), 'register.json');
  await writeFile(file, JSON.stringify(register));
});

const item = {
  id: '1',
  outlet: 'bao-song-thanh',
  publishedAt: '2026-11-03',
  title: 'Khánh thành cầu mới',
  text: 'Sáng 3/11, ông Lê Hải Đăng, Chủ tịch UBND tỉnh Sông Thanh, dự lễ khánh thành cầu.',
};

describe('column-inches analyze', () => {
  test('one line of JSON in, one out, with offsets in the text', async () => {
    const { context, printed } = testContext({ stdin: `${JSON.stringify(item)}\n` });
    expect(await runCommandLine(['analyze', '--register', file], context)).toBe(0);
    const result = JSON.parse(printed[0] ?? '');
    const [mention] = result.mentions.filter((one: { field: string }) => one.field === 'text');
    expect(item.text.slice(mention.coreStart, mention.coreEnd)).toBe('Lê Hải Đăng');
    expect(item.text.slice(mention.start, mention.end)).toBe(mention.surface);
    expect(mention).toMatchObject({ personId: 'le-hai-dang', counted: true, uncertain: false });
    expect(result.persons[0]).toMatchObject({ personId: 'le-hai-dang' });
  });

  test('a bad line is answered in its place, the rest goes on, and the run exits 3', async () => {
    const lines = ['{"id": "x"', JSON.stringify(item), '{"id": "y", "outlet": "o"}', ''].join('\n');
    const { context, printed, told } = testContext({ stdin: lines });
    expect(await runCommandLine(['analyze', '--register', file], context)).toBe(3);
    expect(printed).toHaveLength(3);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      line: 1,
      error: { code: 'input/bad-item' },
    });
    expect(JSON.parse(printed[1] ?? '')).toMatchObject({ id: '1' });
    expect(JSON.parse(printed[2] ?? '').error.message).toContain('line 3');
    expect(told.join('\n')).toContain('2 of 3');
  });

  test('a register that is not there is named with the mend', async () => {
    const { context, told } = testContext({ stdin: '' });
    expect(await runCommandLine(['analyze', '--register', '/nowhere/r.csv'], context)).toBe(2);
    expect(told.join('\n')).toContain('/nowhere/r.csv');
  });

  test('a day that does not exist is refused, not counted in the next month', async () => {
    const lines = ['2026-02-31', '2026-02-28T25:00:00Z', '2026-02-28', '2026-02-28T23:00:00+07:00']
      .map((publishedAt) => JSON.stringify({ ...item, publishedAt }))
      .join('\n');
    const { context, printed } = testContext({ stdin: lines, language: 'vi' });
    expect(await runCommandLine(['analyze', '--register', file], context)).toBe(3);
    const codes = printed.map((line) => JSON.parse(line).error?.message ?? 'ok');
    expect(codes.slice(2)).toEqual(['ok', 'ok']);
    for (const message of codes.slice(0, 2))
      expect(message).toContain('trường "publishedAt" thiếu');
  });
});
