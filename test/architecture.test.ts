import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkArchitecture, pluginFolders } from './architecture.ts';
import { roomOf } from './rooms.ts';
import { describeFaults, lexSource, readTree } from './source.ts';

const root = join(import.meta.dirname, '..');
const typescript = /\.tsx?$/;

/** A small project that keeps every rule; each test plants one fault in a copy of it on disk. */
const house: Readonly<Record<string, string>> = {
  'src/domain/index.ts': "export * from './item.ts';\n",
  'src/domain/item.ts': 'export interface Item { readonly id: string }\n',
  'src/config.ts': 'export const readConfig = () => process.env;\n',
  'crawlers/index.ts': "export { crawl } from './crawl.ts';\n",
  'crawlers/crawl.ts':
    "import { sources } from './sources/index.ts';\nimport type { Item } from '../src/domain/index.ts';\nexport const crawl = (): Item[] => sources;\n",
  'crawlers/fetch.ts':
    "import { request } from 'undici';\nimport { lookup } from 'node:dns/promises';\nexport const ask = () => [request, lookup, fetch('http://a.test')];\n",
  'crawlers/sources/index.ts':
    "import { feed } from './feed.ts';\nexport const sources = [feed];\n",
  'crawlers/sources/feed.ts': "export const feed = { id: 'feed' };\n",
  'analyzers/index.ts':
    "import { lengthWords } from './measures/index.ts';\nexport const analyze = () => lengthWords;\n",
  'analyzers/measures/index.ts': "export { lengthWords } from './length.ts';\n",
  'analyzers/measures/length.ts':
    "import type { Unit } from './measure.ts';\nexport const lengthWords: Unit = 'words';\n",
  'analyzers/measures/measure.ts': "export type Unit = 'words';\n",
  'db/index.ts':
    "import { sql } from 'kysely';\nexport const count = () => sql`SELECT count(*) FROM items`;\n",
  'db/migrations/index.ts':
    "import { up } from './0001-start.ts';\nexport const migrations = [up];\n",
  'db/migrations/0001-start.ts': "export const up = 'CREATE TABLE items (id text)';\n",
  'src/publish/index.ts':
    "import { count } from '../../db/index.ts';\nexport const numbers = () => count;\n",
  'src/web/index.ts':
    "import { numbers } from '../publish/index.ts';\nimport { pages } from './pages/index.ts';\nexport const serve = () => [numbers, pages];\n",
  'src/web/pages/index.ts': "import { Home } from './home.tsx';\nexport const pages = [Home];\n",
  'src/web/pages/home.tsx':
    "import { Frame } from './frame.tsx';\nexport const Home = () => <Frame>It's the reader's page; select one from them.</Frame>;\n",
  'src/web/pages/frame.tsx':
    'export const Frame = (p: { children: string }) => <p>{p.children}</p>;\n',
  'src/demo/index.ts':
    "import { createServer } from 'node:http';\nimport type { Item } from '../domain/index.ts';\nexport const demo = (items: Item[]) => [createServer, items];\n",
  'src/pipeline.ts':
    "import { crawl } from '../crawlers/index.ts';\nimport { analyze } from '../analyzers/index.ts';\nexport const flow = () => [crawl, analyze];\n",
  'src/commands/command.ts': 'export interface Command { readonly name: string }\n',
  'src/commands/start.ts':
    "import { serve } from '../web/index.ts';\nimport type { Command } from './command.ts';\nexport const start = (command: Command) => [serve, command];\n",
  'src/system-clock.ts': 'export const clock = () => new Date();\n',
  'src/jobs.ts': "import { flow } from './pipeline.ts';\nexport const jobs = [flow];\n",
  'src/cli.ts':
    "import { start } from './commands/start.ts';\nimport { jobs } from './jobs.ts';\nimport { readConfig } from './config.ts';\nexport const cli = [jobs, readConfig, start];\n",
  'src/main.ts':
    "import { cli } from './cli.ts';\nimport { demo } from './demo/index.ts';\nimport type { Command } from './commands/command.ts';\nimport { clock } from './system-clock.ts';\nimport { serve } from './web/index.ts';\nexport const main = (command: Command) => [cli, demo, serve, clock, command];\n",
  'bench/index.ts':
    "import { analyze } from '../analyzers/index.ts';\nexport const bench = analyze;\n",
  'test/crawlers/fetch.test.ts': "import { ask } from '../../crawlers/fetch.ts';\nask();\n",
};

const folders: string[] = [];

function checkPlanted(planted: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'column-inches-house-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ ...house, ...planted })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return checkArchitecture(readTree(folder, typescript));
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What is planted, the file and line that must be named, and the rule. */
const faults: readonly (readonly [string, Record<string, string>, string, string])[] = [
  [
    'domain imports a package',
    { 'src/domain/zone.ts': "import { z } from 'zod';\nexport const zone = z;\n" },
    'src/domain/zone.ts:1',
    'layer',
  ],
  [
    'domain imports Node itself',
    { 'src/domain/zone.ts': "\nimport { join } from 'node:path';\nexport const zone = join;\n" },
    'src/domain/zone.ts:2',
    'layer',
  ],
  [
    'crawlers import analyzers',
    {
      'crawlers/x.ts':
        "import { analyze } from '../analyzers/index.ts';\nexport const x = analyze;\n",
    },
    'crawlers/x.ts:1',
    'layer',
  ],
  [
    'analyzers import db by a type alone',
    {
      'analyzers/x.ts':
        "import type { count } from '../db/index.ts';\nexport type X = typeof count;\n",
    },
    'analyzers/x.ts:1',
    'layer',
  ],
  [
    'db imports crawlers dynamically',
    { 'db/x.ts': "export const x = () => import('../crawlers/index.ts');\n" },
    'db/x.ts:1',
    'layer',
  ],
  [
    'analyzers go round by the name of the package',
    { 'analyzers/x.ts': "export { crawl } from 'column-inches/crawlers';\n" },
    'analyzers/x.ts:1',
    'layer',
  ],
  [
    'web imports db',
    { 'src/web/x.ts': "import { count } from '../../db/index.ts';\nexport const x = count;\n" },
    'src/web/x.ts:1',
    'layer',
  ],
  [
    'web imports config',
    {
      'src/web/x.ts': "import { readConfig } from '../config.ts';\nexport const x = readConfig;\n",
    },
    'src/web/x.ts:1',
    'layer',
  ],
  [
    'the demo press imports crawlers',
    { 'src/demo/x.ts': "import '../../crawlers/index.ts';\nexport const x = 1;\n" },
    'src/demo/x.ts:1',
    'layer',
  ],
  [
    'the pipeline imports the timetable',
    {
      'src/jobs.ts': 'export const jobs = 1;\n',
      'src/pipeline.ts': "import {\n  jobs,\n} from './jobs.ts';\nexport const flow = jobs;\n",
    },
    'src/pipeline.ts:1',
    'layer',
  ],
  [
    'something imports from test',
    { 'src/main.ts': "import { x } from '../test/x.ts';\nexport const main = x;\n" },
    'src/main.ts:1',
    'layer',
  ],
  [
    'a deep import past an index',
    {
      'src/pipeline.ts':
        "import { crawl } from '../crawlers/crawl.ts';\nexport const flow = crawl;\n",
    },
    'src/pipeline.ts:1',
    'deep-import',
  ],
  [
    'a deep import of a type from domain',
    { 'db/x.ts': "import type { Item } from '../src/domain/item.ts';\nexport type X = Item;\n" },
    'db/x.ts:1',
    'deep-import',
  ],
  [
    'a test opens a room it does not mirror',
    { 'test/db/x.test.ts': "import { crawl } from '../../crawlers/crawl.ts';\ncrawl();\n" },
    'test/db/x.test.ts:1',
    'deep-import',
  ],
  [
    'a cycle of three files',
    {
      'crawlers/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'crawlers/b.ts': "import { c } from './c.ts';\nexport const b = () => c;\n",
      'crawlers/c.ts': "export { a as c } from './a.ts';\n",
    },
    'crawlers/a.ts, crawlers/b.ts, crawlers/c.ts',
    'cycle',
  ],
  [
    'a cycle closed by a type and a dynamic import',
    {
      'db/a.ts': "import type { B } from './b.ts';\nexport type A = B | 1;\n",
      'db/b.ts': "export type B = 2;\nexport const b = () => import('./a.ts');\n",
    },
    'db/a.ts, db/b.ts',
    'cycle',
  ],
  [
    'a list that knows a plug-in by its type alone',
    {
      'crawlers/sources/sitemap.ts': 'export const sitemap = 1;\n',
      'crawlers/sources/index.ts':
        "import type { sitemap } from './sitemap.ts';\nimport { feed } from './feed.ts';\nexport const sources: (typeof sitemap)[] = [feed];\n",
    },
    'crawlers/sources/sitemap.ts:1',
    'plugin-list',
  ],
  [
    'a command the list forgot',
    { 'src/commands/crawl.ts': "export const crawlCommand = 'crawl';\n" },
    'src/commands/crawl.ts:1',
    'plugin-list',
  ],
  [
    'a source goes round the door',
    {
      'crawlers/http/connection.ts':
        "import { Client } from 'undici';\nexport const connect = () => Client;\n",
      'crawlers/sources/feed.ts':
        "import { connect } from '../http/connection.ts';\nexport const feed = connect;\n",
    },
    'crawlers/sources/feed.ts:1',
    'http',
  ],
  [
    'a plug-in folder without a list',
    { 'analyzers/measures/name.ts': 'export const name = 1;\n' },
    'analyzers/measures/name.ts:1',
    'plugin-list',
  ],
  [
    'the environment read outside config',
    { 'src/jobs.ts': "\n\nexport const home = process.env['HOME'];\n" },
    'src/jobs.ts:3',
    'environment',
  ],
  [
    'the environment imported by name',
    { 'db/x.ts': "import { env } from 'node:process';\nexport const x = env;\n" },
    'db/x.ts:1',
    'environment',
  ],
  [
    'SQL outside db',
    {
      'src/publish/x.ts':
        'export const x = (id: string) => `SELECT *\n FROM items WHERE id = ${id}`;\n',
    },
    'src/publish/x.ts:1',
    'sql',
  ],
  [
    'SQL in lower case',
    { 'src/jobs.ts': "export const jobs = 'insert into items values (1)';\n" },
    'src/jobs.ts:1',
    'sql',
  ],
  [
    'a query builder outside db',
    { 'src/publish/x.ts': "import { sql } from 'kysely';\nexport const x = sql;\n" },
    'src/publish/x.ts:1',
    'sql',
  ],
  [
    'fetch outside the door',
    { 'crawlers/x.ts': 'export async function x(u: string) {\n  return await fetch(u);\n}\n' },
    'crawlers/x.ts:2',
    'http',
  ],
  [
    'fetch in a conditional',
    { 'crawlers/x.ts': 'export const x = (u: string) => (u ? fetch(u) : null);\n' },
    'crawlers/x.ts:1',
    'http',
  ],
  [
    'fetch by way of globalThis',
    { 'src/publish/x.ts': 'export const x = globalThis.fetch;\n' },
    'src/publish/x.ts:1',
    'http',
  ],
  [
    'undici outside the door',
    { 'crawlers/extract/x.ts': "import { request } from 'undici';\nexport const x = request;\n" },
    'crawlers/extract/x.ts:1',
    'http',
  ],
  [
    'the demo press asks instead of serving',
    {
      'src/demo/x.ts':
        "import { createServer, get } from 'node:http';\nexport const x = [createServer, get];\n",
    },
    'src/demo/x.ts:1',
    'http',
  ],
  [
    'a page asks for more in the browser',
    { 'src/web/client/x.ts': "export const x = () => fetch('/api');\n" },
    'src/web/client/x.ts:1',
    'http',
  ],
  [
    'a client module imports the server',
    { 'src/web/client/x.ts': "import { serve } from '../index.ts';\nexport const x = serve;\n" },
    'src/web/client/x.ts:1',
    'client',
  ],
  [
    'an analyzer reads a file',
    {
      'analyzers/x.ts': "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
    },
    'analyzers/x.ts:1',
    'pure-analyzers',
  ],
  [
    'a file called utils',
    { 'crawlers/text-utils.ts': 'export const x = 1;\n' },
    'crawlers/text-utils.ts:1',
    'name',
  ],
  [
    'a folder called helpers',
    { 'test/helpers/x.ts': 'export const x = 1;\n' },
    'test/helpers/x.ts:1',
    'name',
  ],
  [
    'a file called commonDates',
    { 'db/commonDates.ts': 'export const x = 1;\n' },
    'db/commonDates.ts:1',
    'name',
  ],
  [
    'a room nobody planned',
    { 'src/misc/x.ts': 'export const x = 1;\n' },
    'src/misc/x.ts:1',
    'room',
  ],
];

describe('the checker finds what is planted', () => {
  test('nothing in a house that keeps the rules', () => {
    expect(describeFaults(checkPlanted({}))).toBe('');
  });

  test.each(faults)('%s', (_what, planted, place, rule) => {
    const found = checkPlanted(planted);
    expect(found.map((each) => each.rule)).toEqual([rule]);
    expect(describeFaults(found)).toContain(place);
  });

  const indexedFolders = pluginFolders
    .map(({ folder }) => folder)
    .filter((f) => f !== 'src/commands');
  test.each(indexedFolders)('a file of %s that its list forgot', (folder) => {
    const listed = `${folder}/listed.ts`;
    const found = checkPlanted({
      [`${folder}/index.ts`]: "export { listed } from './listed.ts';\n",
      [listed]: 'export const listed = 1;\n',
      [`${folder}/forgotten.ts`]: 'export const forgotten = 1;\n',
    });
    const names = found.filter((each) => each.rule === 'plugin-list').map((each) => each.path);
    expect(names).toContain(`${folder}/forgotten.ts`);
    expect(names).not.toContain(listed);
  });
});

/** Legal things that look like faults. */
const innocent: readonly (readonly [string, Record<string, string>])[] = [
  [
    'a method called fetch',
    {
      'crawlers/x.ts': 'export const x = (door: { fetch(u: string): number }) => door.fetch("");\n',
    },
  ],
  [
    'a method called fetch being written',
    {
      'crawlers/replay.ts':
        'export const door = {\n  async fetch(url: string): Promise<string> {\n    return url;\n  },\n  fetch(url: string) {\n    return url;\n  },\n};\n',
    },
  ],
  [
    'words in a comment',
    {
      'src/jobs.ts':
        "// process.env, fetch(url), import '../db/index.ts'\nexport const jobs = 1;\n",
    },
  ],
  [
    'an import in a string',
    { 'crawlers/x.ts': 'export const x = "import \'../analyzers/index.ts\'";\n' },
  ],
  [
    'prose about selecting',
    { 'src/jobs.ts': "export const jobs = 'Select a person from the register, then update it';\n" },
  ],
  [
    'types of an HTTP module',
    {
      'src/web/x.ts':
        "import type { IncomingMessage } from 'node:http';\nimport { createServer, type Server } from 'node:http';\nexport const x = (m: IncomingMessage): Server => createServer(() => m);\n",
    },
  ],
  [
    'a pattern with quotes and slashes',
    {
      'crawlers/x.ts':
        "export const x = /['\"`]\\/[/'] fetch(/;\nexport const y = 4 / 2 / 1; // 'fetch('\n",
    },
  ],
  ['common as part of a word', { 'analyzers/commonwealth.ts': 'export const x = 1;\n' }],
];

describe('the checker leaves alone', () => {
  test.each(innocent)('%s', (_what, planted) => {
    expect(describeFaults(checkPlanted(planted))).toBe('');
  });
});

test('lexing keeps every offset and finds strings inside templates', () => {
  const text = "const a = `x ${b(`y ${'z'}`)} fetch(`; // it's\nimport './q.ts';\n";
  const { code, strings } = lexSource(text);
  expect(code).toHaveLength(text.length);
  expect(strings.map(({ value }) => value)).toEqual(['x ? fetch(', 'y ?', 'z', './q.ts']);
  expect(code).not.toContain('fetch(');
  for (const { start } of strings) expect('\'"`').toContain(text[start]);
});

test('the layout knows its rooms', () => {
  expect(roomOf('src/domain/item.ts')).toBe('domain');
  expect(roomOf('src/cli.ts')).toBe('cli');
  expect(roomOf('src/cli/doctor.ts')).toBe('cli');
  expect(roomOf('src/misc/item.ts')).toBeNull();
});

test('this project keeps its own rules', () => {
  const files = readTree(root, typescript);
  expect(files.length).toBeGreaterThan(10);
  expect(describeFaults(checkArchitecture(files))).toBe('');
});
