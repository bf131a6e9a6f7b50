import { posix } from 'node:path';
import { type Fault, type LexedSource, lexSource, lineAt, type SourceFile } from './source.ts';

/**
 * Which rooms a room may import; every room may import its own files. The line reads
 * domain ← crawlers | analyzers | db ← review, publish ← pipeline ← jobs, cli ← main.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
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
  broadcasts: ['domain', 'crawlers', 'analyzers', 'db'],
  pipeline: ['domain', 'config', 'crawlers', 'analyzers', 'db', 'review', 'publish', 'broadcasts'],
  'front-pages': ['domain', 'config', 'crawlers', 'analyzers', 'db', 'publish', 'pipeline'],
  replay: ['domain', 'crawlers', 'analyzers', 'pipeline', 'broadcasts'],
  recompute: ['domain', 'db', 'pipeline', 'broadcasts'],
  jobs: [
    'domain',
    'config',
    'crawlers',
    'analyzers',
    'db',
    'review',
    'publish',
    'pipeline',
    'front-pages',
    'recompute',
  ],
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
    'broadcasts',
    'front-pages',
    'replay',
    'recompute',
    'jobs',
  ],
};

const singleFileRooms = new Set([
  'config',
  'system-clock',
  'pipeline',
  'broadcasts',
  'front-pages',
  'replay',
  'recompute',
  'jobs',
  'cli',
  'main',
]);

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
export function isDoor(room: string, path: string): boolean {
  if (room === 'bench') return /^bench\/([^/]+\/)?index\.ts$/.test(path);
  if (room === 'cli' && path === 'src/commands/command.ts') return true;
  if (singleFileRooms.has(room)) return path === `src/${room}.ts`;
  const folder = ['crawlers', 'analyzers', 'db'].includes(room) ? room : `src/${room}`;
  return path === `${folder}/index.ts` || path === `${folder}/index.tsx`;
}

/** An import as written: `target` is the file it names, or null for a package. */
export interface ImportEdge {
  readonly specifier: string;
  readonly target: string | null;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
  readonly offset: number;
}

/** A code file with its room, its parts and its imports. */
export interface ReadFile {
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

/** Reads the TypeScript files among `files`; the others say nothing about imports. */
export function readFiles(files: readonly SourceFile[]): readonly ReadFile[] {
  return files
    .filter(({ path }) => /\.tsx?$/.test(path))
    .map((file) => {
      const lexed = lexSource(file.text);
      return { ...file, room: roomOf(file.path), lexed, imports: readImports(file.path, lexed) };
    });
}

/** A broken rule at an offset of a file. */
export function faultAt(
  file: ReadFile,
  offset: number,
  broken: Pick<Fault, 'rule' | 'message'>,
): Fault {
  return { ...broken, path: file.path, line: lineAt(file.text, offset) };
}
