import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CountableModule, countRun, summaryLine } from './reporter.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'column-inches-reporter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function moduleOf(state: string, results: readonly string[]): CountableModule {
  return {
    state: () => state,
    children: { allTests: () => results.map((result) => ({ result: () => ({ state: result }) })) },
  };
}

test('a file that would not load and a stray error are failures too', () => {
  const modules = [
    moduleOf('failed', ['passed', 'failed', 'skipped']),
    moduleOf('failed', []),
    moduleOf('failed', ['passed']),
    moduleOf('passed', ['passed', 'pending']),
  ];
  expect(countRun(modules, 1)).toEqual({ passed: 3, failed: 5, skipped: 1 });
});

test('skipped tests are named only where there are any', () => {
  expect(summaryLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed');
  expect(summaryLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped');
});

test('a real run ends with the line, whatever a late hook writes', () => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, 'setup.mjs'),
    "export const setup = () => () => console.log('server stopped');\n",
  );
  writeFileSync(
    join(folder, 'a.test.mjs'),
    "import { expect, test } from 'vitest';\ntest('yes', () => {});\ntest('no', () => expect(1).toBe(2));\n",
  );
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    [
      `import { SummaryReporter } from ${JSON.stringify(join(root, 'test/reporter.ts'))};`,
      "const test = { include: ['*.test.mjs'], globalSetup: './setup.mjs' };",
      'export default { test: { ...test, reporters: [new SummaryReporter()] } };',
    ].join('\n'),
  );
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run'], { cwd: folder, encoding: 'utf8' });
  expect(run.stdout).toContain('server stopped');
  expect(run.stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed');
  expect(run.status).toBe(1);
}, 60_000);
