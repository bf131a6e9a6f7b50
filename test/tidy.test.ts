import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeFaults, readTree } from './source.ts';
import { checkTidiness, fileLinesMax } from './tidy.ts';

const root = join(import.meta.dirname, '..');
const textFiles =
  /(\.(tsx?|m?js|json|md|ya?ml|css|csv|html|service|sh|sql)|(^|\/)(Dockerfile|run|\.npmrc))$/;

function rulesOf(path: string, text: string): readonly string[] {
  return checkTidiness([{ path, text }]).map((fault) => `${fault.rule}:${fault.line}`);
}

/** Written in halves, so that this file does not hold what it looks for. */
const slash = '/';
const faults: readonly (readonly [string, string, string, string])[] = [
  ['a long file', 'db/x.ts', 'export const x = 1;\n'.repeat(fileLinesMax + 1), 'file-length:1'],
  ['a wide line', 'db/x.ts', `\nexport const ${'x'.repeat(95)} = 1;\n`, 'line-width:2'],
  ['a wide comment', 'db/x.ts', `// ${'word '.repeat(25)}\n`, 'line-width:1'],
  ['a default export', 'db/x.ts', 'export default 1;\n', 'default-export:1'],
  [
    'a default by another name',
    'db/x.ts',
    'const a = 1;\nexport { a as default };\n',
    'default-export:2',
  ],
  ['an enum', 'db/x.ts', 'export const enum Kind { A }\n', 'enum:1'],
  ['a bare error', 'db/x.ts', "if (x) {\n  throw new Error('no');\n}\n", 'bare-throw:2'],
  ['a bare range error', 'db/x.ts', "throw RangeError('no');\n", 'bare-throw:1'],
  ['the console', 'src/x.ts', "console.log('x');\n", 'console:1'],
  ['a promise without a reason', 'db/x.ts', `// ${'TO'}DO\n`, 'todo:1'],
  ['a short promise', 'docs/x.md', `${'FIX'}ME: later\n`, 'todo:1'],
  ['a registry', '.npmrc', `${'registry'}=https://${'registry'}.example.org/\n`, 'machine:1'],
  ['a home folder', 'README.md', `see ${slash}home/someone/notes\n`, 'machine:1'],
  ['a temporary folder', 'db/x.ts', `export const x = '${slash}tmp/x';\n`, 'machine:1'],
  [
    'a judging measure',
    'analyzers/measures/x.ts',
    'export const sentimentScore = 1;\n',
    'bounds:1',
  ],
  ['a judging label', 'src/web/locale/en.json', '{\n  "label": "Stance"\n}\n', 'bounds:2'],
  [
    'a writer’s name',
    'src/domain/x.ts',
    'export interface X {\n  authorName?: string;\n}\n',
    'bounds:2',
  ],
  [
    'code about writers, denied in a comment',
    'db/x.ts',
    '// not kept\nconst journalists = [];\n',
    'bounds:2',
  ],
];

describe('the checker finds what is planted', () => {
  test.each(faults)('%s', (_what, path, text, expected) => {
    expect(rulesOf(path, text)).toContain(expected);
  });
});

const innocent: readonly (readonly [string, string, string])[] = [
  ['a short folder of our own for sockets', 'db/x.ts', `x('${slash}tmp/column-inches-');\n`],
  [
    'a long list of words',
    'db/x.ts',
    `export const x = ['${'word'.repeat(9)}',\n`.repeat(fileLinesMax + 9),
  ],
  ['a wide string', 'db/x.ts', `export const x = '${'x'.repeat(120)}';\n`],
  ['a wide template over lines', 'db/x.ts', `export const x = \`a\n${'y'.repeat(120)}\n\`;\n`],
  ['a wide pattern', 'db/x.ts', `export const x = /${'x'.repeat(120)}/u;\n`],
  ['an address in a comment', 'db/x.ts', `// see https://example.org/${'x'.repeat(100)}\n`],
  ['a config file’s default', 'vitest.config.ts', 'export default {};\n'],
  ['a bare error in a test', 'test/x.test.ts', "throw new Error('planted');\n"],
  [
    'an enum in a comment or string',
    'db/x.ts',
    "// enum Kind { A }\nexport const x = 'enum A {';\n",
  ],
  ['a typed error', 'db/x.ts', 'throw new ColumnInchesError({ code, verdict, message });\n'],
  [
    'a promise with its reason',
    'db/x.ts',
    `// ${'TO'}DO: waits for a server that tells its version\n`,
  ],
  ['a path inside an address', 'README.md', 'https://example.org/home/someone\n'],
  [
    'what is never measured',
    'src/web/locale/en.json',
    '{ "about": "It never measures stance." }\n',
  ],
  ['the same in Vietnamese', 'src/web/locale/vi.json', '{ "about": "Không đo sentiment." }\n'],
  ['a denial on the line before', 'analyzers/README.md', 'It does not\nmeasure sentiment.\n'],
];

describe('the checker leaves alone', () => {
  test.each(innocent)('%s', (_what, path, text) => {
    expect(describeFaults(checkTidiness([{ path, text }]))).toBe('');
  });
});

test('this project is tidy', () => {
  const files = readTree(root, textFiles);
  expect(files.length).toBeGreaterThan(10);
  expect(describeFaults(checkTidiness(files))).toBe('');
});
