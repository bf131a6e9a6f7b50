import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { broadcastMeasures, measures, methodVersion } from '../analyzers/index.ts';
import { commandNames, commands } from '../src/cli.ts';
import { settingsTable } from '../src/config.ts';
import { routes } from '../src/web/index.ts';
import { commandsOf, localLinks, readMarkdown, tableRows } from './documents.ts';
import { lexSource, readTree } from './source.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  scripts: Record<string, string>;
  exports: Record<string, string | { types: string }>;
};

const readmes = [
  { path: 'README.md', language: 'en' as const },
  { path: 'README.vi.md', language: 'vi' as const },
].map((readme) => ({ ...readme, ...readMarkdown(read(readme.path)) }));
const [english, vietnamese] = readmes as [(typeof readmes)[0], (typeof readmes)[0]];
const methods = ['METHOD.md', 'METHOD.vi.md'].map((path) => ({
  path,
  ...readMarkdown(read(path)),
}));

/** The row of a table whose first cell is this code. */
function rowOf(prose: string, code: string): readonly string[] {
  return tableRows(prose).find(([first]) => first === `\`${code}\``) ?? [];
}

describe.each(readmes)('$path', ({ prose, blocks, language }) => {
  test('documents every command with its options', () => {
    expect(commandNames).toEqual(commands.map(({ usage }) => usage.replace(/\s*[<[].*$/, '')));
    for (const { usage, options } of commands) {
      const row = rowOf(prose, usage);
      expect(row, `no row for ${usage}`).not.toEqual([]);
      for (const { flags } of options) expect(row.join(' | ')).toContain(`\`${flags}\``);
    }
  });

  test('documents every setting with its default and its sentence', () => {
    for (const { variable, defaultText, sentence } of settingsTable) {
      const shown = defaultText === '' ? '–' : `\`${defaultText}\``;
      expect(rowOf(prose, variable)).toEqual([`\`${variable}\``, shown, sentence[language]]);
    }
  });

  test('documents every route', () => {
    for (const { path } of routes) expect(rowOf(prose, path)[1]).toBeTruthy();
  });

  test('documents every chart', () => {
    const charts = readTree(root, /^src\/publish\/charts\/[\w-]+\.tsx?$/).filter(({ text }) =>
      /\bexport function \w+\([^)]*\): Chart\b/.test(lexSource(text).code),
    );
    expect(charts.length).toBeGreaterThan(0);
    for (const { path } of charts) {
      const name = path.replace(/^.*\/|\.tsx?$/g, '');
      expect(rowOf(prose, name)[1], `no row for the chart ${name}`).toBeTruthy();
    }
  });

  test('gives the two commands, and CI runs the second', () => {
    const lines = commandsOf(blocks.filter((block) => block.language === 'sh'));
    expect(lines).toContain('sh: npm ci && npm start');
    expect(lines).toContain('sh: npm ci && npm test');
    const run = read('.ci/run').split('\n');
    expect(run.filter((line) => /\bnpm\b/.test(line))).toEqual(['npm ci && npm test']);
    for (const [, script] of lines.join('\n').matchAll(/npm run ([\w:-]+)/g)) {
      expect(manifest.scripts).toHaveProperty(script as string);
    }
  });

  test('draws a map whose every path exists, and in which every room appears', () => {
    const map = blocks.find((block) => block.language === 'text' && block.lines.length > 8);
    const paths = (map?.lines ?? []).flatMap((line) => /^\s*(\S+)/.exec(line)?.[1] ?? []);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `src/${entry.name}/`);
    const expected = ['crawlers/', 'analyzers/', 'db/', 'test/', 'bench/', ...rooms];
    expect(paths).toEqual(expect.arrayContaining(expected));
  });
});

test('both READMEs have the same headings, commands and tables', () => {
  const levels = readmes.map(({ headings }) => headings.map(({ level }) => level));
  expect(levels[1]).toEqual(levels[0]);
  expect(levels[0]?.length).toBeGreaterThan(5);
  const isCommand = ({ language }: { language: string }) => ['sh', 'ts', 'json'].includes(language);
  const said = readmes.map(({ blocks }) => commandsOf(blocks.filter(isCommand)));
  expect(said[1]).toEqual(said[0]);
  const codes = readmes.map(({ prose }) =>
    tableRows(prose).map(([first]) => (first?.startsWith('`') ? first : '')),
  );
  expect(codes[1]).toEqual(codes[0]);
  const maps = readmes.map(({ blocks }) =>
    blocks.filter(({ language }) => language === 'text').map(({ lines }) => lines.length),
  );
  expect(maps[1]).toEqual(maps[0]);
});

test('both methods say the same, section by section', () => {
  const shapes = methods.map(({ headings, prose }) => ({
    levels: headings.map(({ level }) => level),
    planned: headings.map(({ text }) => /\((planned|dự định)\)$/.test(text)),
    measured: headings.map(({ text }) => /\((measured|đã đo)\)$/.test(text)),
    points: prose.split('\n').filter((line) => line.startsWith('- ')).length,
    codes: tableRows(prose).map(([first]) => (first?.startsWith('`') ? first : '')),
  }));
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[0]?.measured).toContain(true);
});

test('the README in Vietnamese is in Vietnamese', () => {
  const marked = (text: string) => text.match(/[ăâđêôơưạảấầậắặẻẽếềệịọốồộớờợụủứừự]/gi)?.length ?? 0;
  expect(marked(vietnamese.prose) / vietnamese.prose.length).toBeGreaterThan(0.08);
  expect(marked(english.prose) / english.prose.length).toBeLessThan(0.02);
});

describe.each(methods)('$path', ({ prose }) => {
  test('has the version of the code', () => {
    expect(/^(?:Version|Phiên bản) (\S+) /m.exec(prose)?.[1]).toBe(methodVersion);
  });

  test('names every measure with its version and unit, and none that is not there', () => {
    const rows = new Map(tableRows(prose).map((row) => [row[0], row]));
    const all = [...measures, ...broadcastMeasures];
    for (const { id, version, unit } of all) {
      expect(rows.get(`\`${id}\``)?.slice(0, 3)).toEqual([`\`${id}\``, String(version), unit]);
    }
    const ids = [...rows.keys()].flatMap(
      (cell) => /^`([a-z-]+(?:\.[a-z-]+)+)`$/.exec(cell ?? '')?.[1] ?? [],
    );
    expect(new Set(ids)).toEqual(new Set(all.map(({ id }) => id)));
  });
});

describe('all documents', () => {
  const documents = readTree(root, /\.md$/);

  test('link only to files that exist', () => {
    const broken = documents.flatMap(({ path, text }) =>
      localLinks(readMarkdown(text).prose)
        .filter((address) => !existsSync(join(root, dirname(path), address)))
        .map((address) => `${path}: ${address}`),
    );
    expect(broken).toEqual([]);
  });

  test('name only settings that exist', () => {
    const known = new Set<string>(settingsTable.map(({ variable }) => variable));
    const wanted = /(\.(md|service|ya?ml|json|tsx?)|Dockerfile)$/;
    const unknown = readTree(root, wanted)
      .filter(({ path }) => !path.startsWith('test/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bCOLUMN_INCHES_[A-Z_]*[A-Z]\b/g)]
          .filter(([variable]) => !known.has(variable))
          .map(([variable]) => `${path}: ${variable}`),
      );
    expect(unknown).toEqual([]);
  });

  test('the changelog has the version of the package', () => {
    const headings = readMarkdown(read('CHANGELOG.md')).headings.map(({ text }) => text);
    expect(headings.some((text) => text.startsWith(`[${manifest.version}]`))).toBe(true);
  });
});

describe('the map of the database room', () => {
  const named = new Set(
    tableRows(read('db/README.md'))
      .flatMap((cells) => [...cells.join(' ').matchAll(/`([^`]+)`/g)])
      .map(([, name]) => name),
  );

  test('names every file of the room', () => {
    const files = readdirSync(join(root, 'db')).filter((name) => name.endsWith('.ts'));
    expect(files.filter((name) => !named.has(name))).toEqual([]);
  });

  test('names every table that migrations make, but for partitions', () => {
    const made = readTree(root, /^db\/migrations\/\d[\w-]*\.ts$/).flatMap(({ text }) =>
      [...text.matchAll(/\bcreate table (\w+) \(/g)].flatMap(([, name]) => name ?? []),
    );
    expect(made.length).toBeGreaterThan(50);
    expect(made.filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('the library in the README', () => {
  const code = english.blocks.filter(({ language }) => language === 'ts');
  const imports = code.flatMap(({ lines }) => [
    ...lines.join('\n').matchAll(/import \{([^}]*)\} from '(column-inches[\w/]*)'/g),
  ]);

  test('imports only what the package exports', async () => {
    expect(imports.length).toBeGreaterThan(1);
    for (const [, names = '', specifier = ''] of imports) {
      const entry = manifest.exports[specifier.replace('column-inches', '.')];
      const types = typeof entry === 'object' ? entry.types : '';
      const path = types.replace('./dist/', '../').replace(/\.d\.ts$/, '.ts');
      const module = (await import(/* @vite-ignore */ path)) as Record<string, unknown>;
      const values = names.split(',').map((name) => name.trim());
      for (const name of values.filter((each) => each !== '' && !each.startsWith('type '))) {
        expect(module, `${specifier} has no ${name}`).toHaveProperty(name);
      }
    }
  });
});
