import { checkReach } from './reach.ts';
import {
  faultAt,
  type ImportEdge,
  isDoor,
  layers,
  type ReadFile,
  readFiles,
  roomOf,
} from './rooms.ts';
import type { Fault, SourceFile } from './source.ts';

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

function checkRoom(file: ReadFile): Fault[] {
  if (file.room !== null || !file.path.includes('/')) return [];
  const message = `belongs to no room of the layout: move it into one, or give it a place in layers`;
  return [faultAt(file, 0, { rule: 'room', message })];
}

/** Tests that stand for a room without lying in its mirror. */
const testsOfRooms: readonly (readonly [start: string, room: string])[] = [
  ['test/hostile/', 'crawlers'],
  ['test/server.ts', 'db'],
  ['test/database.ts', 'db'],
  ['test/flow.test.ts', 'cli'],
  ['test/air-flow.test.ts', 'cli'],
  ['test/coding.test.ts', 'cli'],
  ['test/kill.test.ts', 'cli'],
];

/** A unit test may open the room it mirrors: test/crawlers/… sees inside crawlers. */
function mirrors(testPath: string, target: string): boolean {
  const room = roomOf(target);
  const own = testPath.replace(/^test\/(?:long\/)?/, '').replace(/\.test(\.tsx?)$/, '$1');
  const mirrored = roomOf(own);
  const named = testsOfRooms.find(([start]) => testPath.startsWith(start))?.[1];
  return room !== null && (room === mirrored || room === named);
}

function checkEdge(file: ReadFile, edge: ImportEdge): Fault[] {
  const { room } = file;
  if (room === null) return [];
  if (room === 'domain' && (edge.target === null || roomOf(edge.target) !== 'domain')) {
    const message = `domain imports nothing, but this imports ${edge.specifier}`;
    return [faultAt(file, edge.offset, { rule: 'layer', message })];
  }
  if (edge.target === null) return [];
  const targetRoom = roomOf(edge.target);
  if (targetRoom === null || targetRoom === room) return [];
  if (!openRooms.has(room) && !(layers[room] ?? []).includes(targetRoom)) {
    const allowed = (layers[room] ?? []).join(', ') || 'nothing';
    const message = `${room} may not import ${targetRoom} (${edge.specifier}); it may import ${allowed}`;
    return [faultAt(file, edge.offset, { rule: 'layer', message })];
  }
  if (targetRoom === 'test') {
    return [
      faultAt(file, edge.offset, {
        rule: 'layer',
        message: `only tests import from test (${edge.specifier})`,
      }),
    ];
  }
  if (isDoor(targetRoom, edge.target)) return [];
  if (room === 'test' && mirrors(file.path, edge.target)) return [];
  const message = `reaches past the index of ${targetRoom} (${edge.specifier}): export it there`;
  return [faultAt(file, edge.offset, { rule: 'deep-import', message })];
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
    return faultAt(file, edge?.offset ?? 0, { rule: 'cycle', message });
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
      faultAt(first, 0, {
        rule: 'plugin-list',
        message: `${folder} has no ${lists[0]} to list its files in`,
      }),
    ];
  }
  const reached = listedIn(list, new Map(inFolder.map((file) => [file.path, file])));
  return inFolder
    .filter((file) => !reached.has(file.path))
    .map((file) =>
      faultAt(file, 0, {
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
    faultAt(file, 0, {
      rule: 'name',
      message: `"${bad}" says nothing: name the file after what it holds`,
    }),
  ];
}

/**
 * Every broken rule of the house in a set of files: rooms, layers, deep imports, cycles, unlisted
 * plug-ins, names, and where the environment, SQL and HTTP may be touched. Pure; order is stable.
 */
export function checkArchitecture(files: readonly SourceFile[]): readonly Fault[] {
  const read = readFiles(files);
  const byPath = new Map(read.map((file) => [file.path, file]));
  const perFile = read.flatMap((file) => [
    ...checkRoom(file),
    ...file.imports.flatMap((edge) => checkEdge(file, edge)),
    ...checkNames(file),
    ...checkReach(file, byPath),
  ]);
  const perFolder = pluginFolders.flatMap((plugins) => checkPlugins(read, plugins));
  return [...perFile, ...checkCycles(byPath), ...perFolder].toSorted(
    (a, b) => a.path.localeCompare(b.path) || a.line - b.line,
  );
}
