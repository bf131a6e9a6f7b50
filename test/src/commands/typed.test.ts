import { describe, expect, test } from 'vitest';
import { commands, runCommandLine } from '../../../src/cli.ts';
import { asTyped } from '../../../src/commands/typed.ts';
import { testContext } from '../context.ts';

describe('advice is what works where it is read', () => {
  test('in a clone through npm, installed by its own name', () => {
    const advice = 'Run "column-inches outlets add https://a.vn", then "column-inches start".';
    expect(asTyped(advice, 'column-inches')).toBe(advice);
    expect(asTyped(advice, 'npm run cli --')).toBe(
      'Run "npm run cli -- outlets add https://a.vn", then "npm start".',
    );
    expect(asTyped('column-inches --help', 'npm run cli --')).toBe('npm run cli -- --help');
    expect(asTyped('column-inches start --full-demo', 'npm run cli --')).toBe(
      'npm start -- --full-demo',
    );
    expect(asTyped('the npm package column-inches.', 'npm run cli --')).toContain('column-inches.');
  });

  test('every example of a command is typed so', () => {
    for (const { example } of commands) {
      expect(asTyped(example, 'npm run cli --')).toMatch(/npm (run cli|start)/);
      expect(asTyped(example, 'npm run cli --')).not.toMatch(/column-inches [a-z]/);
    }
  });

  test('what commands tell is typed so, errors too', async () => {
    const { context, told } = testContext({ language: 'vi', program: 'npm run cli --' });
    expect(await runCommandLine([], context)).toBe(2);
    expect(await runCommandLine(['outlets', 'add', 'khong-co'], context)).toBe(2);
    expect(told[0]).toContain('npm run cli -- --help');
    expect(told[1]).toContain('"npm run cli -- outlets list"');
  });
});
