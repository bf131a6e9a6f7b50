import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const timeoutMs = 240_000;

/** The script a package runs under its name, so that no shell and no PATH is needed. */
function scriptOf(packageName: string, command: string): string {
  const manifest = join(root, 'node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === 'string' ? bin : bin[command];
  if (path === undefined) return expect.fail(`${packageName} has no command ${command}`);
  return join(dirname(manifest), path);
}

/** All that a tool said, with its exit code last; the test compares the whole. */
function run(script: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    const child = spawn(process.execPath, [script, ...parameters], { cwd: root, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(`${said}\nexit ${code ?? signal}`));
  });
}

const tools: readonly (readonly [name: string, package_: string, parameters: readonly string[]])[] =
  [
    ['tsc', 'typescript', ['-p', 'tsconfig.json']],
    ['biome', '@biomejs/biome', ['format', '.']],
    ['oxlint', 'oxlint', ['--type-aware']],
    ['knip', 'knip', ['--no-progress']],
    ['publint', 'publint', ['--strict']],
  ];

beforeAll(() => {
  // publint looks at what would be published; `npm test` builds it, a bare `vitest` does not.
  expect(existsSync(join(root, 'dist/src')), 'dist is missing: run "npm run build"').toBe(true);
});

test.each(tools)(
  '%s finds nothing',
  async (name, packageName, parameters) => {
    const said = await run(scriptOf(packageName, name), parameters);
    expect(said.endsWith('\nexit 0'), `${name} ${parameters.join(' ')}\n${said}`).toBe(true);
  },
  timeoutMs,
);

test(
  'a failing tool is noticed',
  async () => {
    const said = await run(scriptOf('typescript', 'tsc'), ['-p', 'no-such-file.json']);
    expect(said).toMatch(/no-such-file\.json[\s\S]*\nexit 1$/);
  },
  timeoutMs,
);
