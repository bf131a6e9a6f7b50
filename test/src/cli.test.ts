import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { commandNames, commands, runCommandLine } from '../../src/cli.ts';
import { csvCell } from '../../src/publish/index.ts';
import { readTree } from '../source.ts';
import { testContext } from './context.ts';

const root = join(import.meta.dirname, '../..');

describe('the command line', () => {
  test('every command has help in both languages with an example, and exits 0', async () => {
    for (const command of commands) {
      expect(command.about.vi).not.toBe(command.about.en);
      expect(command.example).toContain('column-inches');
    }
    for (const name of commandNames) {
      const { context } = testContext({});
      expect(await runCommandLine([...name.split(' '), '--help'], context)).toBe(0);
    }
  });

  test('an unknown command exits 2 and points to the help', async () => {
    const { context, told } = testContext({});
    expect(await runCommandLine(['measure'], context)).toBe(2);
    expect(told.join('\n')).toContain('--help');
  });

  test('an unknown option is named in Vietnamese', async () => {
    const { context, told } = testContext({ language: 'vi' });
    expect(await runCommandLine(['report', '--form', '2026-01-01'], context)).toBe(2);
    expect(told.join('\n')).toContain('Không có tùy chọn “--form”');
  });

  test('errors are JSON where --json was asked for', async () => {
    const { context, told } = testContext({ json: true });
    expect(await runCommandLine(['analyze', '--json'], context)).toBe(2);
    expect(JSON.parse(told[0] ?? '')).toMatchObject({ error: { code: 'input/register-missing' } });
  });
});

test('--version is that of the package, and ends with 0', async () => {
  const { context } = testContext({});
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    expect(await runCommandLine(['--version'], context)).toBe(0);
    const manifest = readFileSync(join(context.folders.packageRoot, 'package.json'), 'utf8');
    expect(written.mock.calls.join('')).toContain(JSON.parse(manifest).version);
  } finally {
    written.mockRestore();
  }
});

/** The argument of a call, its brackets counted, from just after the opening one. */
function argumentAt(text: string, start: number): string {
  let depth = 1;
  let at = start;
  while (depth > 0 && at < text.length) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    at += 1;
  }
  return text.slice(start, at);
}

test('every error of the project is written in both languages', () => {
  const call = 'new ColumnInchesError(';
  const lacking = readTree(root, /^(src|crawlers|db|analyzers)\/.*\.tsx?$/).flatMap(
    ({ path, text }) =>
      [...text.matchAll(/new ColumnInchesError\(/g)]
        .filter(({ index }) => {
          const given = argumentAt(text, index + call.length);
          return /\bcode:/.test(given) && !given.includes('messageVietnamese');
        })
        .map(({ index }) => `${path}:${text.slice(0, index).split('\n').length}`),
  );
  expect(lacking).toEqual([]);
});

describe('csv cells', () => {
  test('formulas are defused, quotes doubled, numbers plain, gaps empty', () => {
    expect(csvCell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
    expect(csvCell('a, b')).toBe('"a, b"');
    expect(csvCell(0.25)).toBe('0.25');
    expect(csvCell(null)).toBe('');
  });
});
