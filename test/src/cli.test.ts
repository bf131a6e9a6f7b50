import { describe, expect, test } from 'vitest';
import { commandNames, commands, runCommandLine } from '../../src/cli.ts';
import { csvCell } from '../../src/publish/index.ts';
import { testContext } from './context.ts';

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

describe('csv cells', () => {
  test('formulas are defused, quotes doubled, numbers plain, gaps empty', () => {
    expect(csvCell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
    expect(csvCell('a, b')).toBe('"a, b"');
    expect(csvCell(0.25)).toBe('0.25');
    expect(csvCell(null)).toBe('');
  });
});
