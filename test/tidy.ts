import { type Fault, type LexedSource, lexSource, lineAt, type SourceFile } from './source.ts';

/** Lines a file may have; a file that is mostly literals is data and may have more. */
export const fileLinesMax = 500;
/** Characters a line may have, literals and addresses not counted. */
const lineCharactersMax = 100;

interface TidyFile extends SourceFile {
  readonly lexed: LexedSource;
}

const isCode = (path: string): boolean => /\.(tsx?|mjs|cjs|js)$/.test(path);
const isTest = (path: string): boolean => path.startsWith('test/');

function fault(file: SourceFile, offset: number, broken: Pick<Fault, 'rule' | 'message'>): Fault {
  return { ...broken, path: file.path, line: lineAt(file.text, offset) };
}

function findAll(file: TidyFile, pattern: RegExp, broken: Pick<Fault, 'rule' | 'message'>) {
  return [...file.lexed.code.matchAll(pattern)].map((match) => fault(file, match.index, broken));
}

/** Word lists and frozen examples: more than half of the characters stand in literals. */
function isData({ text, lexed }: TidyFile): boolean {
  const spoken = lexed.strings.reduce((sum, { value }) => sum + value.length, 0);
  return spoken * 2 > text.length;
}

function checkLength(file: TidyFile): Fault[] {
  const lines = file.text.split('\n').length - 1;
  if (lines <= fileLinesMax || isData(file)) return [];
  const message = `has ${lines} lines, ${fileLinesMax} is the limit: part it by what it does`;
  return [fault(file, 0, { rule: 'file-length', message })];
}

/** Literals' contents (strings, templates, patterns) and addresses in comments cannot be broken. */
function checkLineWidth(file: TidyFile): Fault[] {
  const lines = file.text.split('\n');
  const literal = lines.map(() => 0);
  for (const { start, value } of [...file.lexed.strings, ...file.lexed.patterns]) {
    const line = lineAt(file.text, start) - 1;
    const parts = value.split('\n');
    literal[line] = (literal[line] ?? 0) + (parts[0] as string).length;
    for (const [i, part] of parts.slice(1).entries()) {
      literal[line + i + 1] = (literal[line + i + 1] ?? 0) + part.length;
    }
  }
  return lines.flatMap((line, i) => {
    const addresses = /^\s*(\/\/|\*|\/\*)/.test(line) ? line.match(/https?:\/\/\S+/g) : null;
    const exempt = (literal[i] ?? 0) + (addresses ?? []).join('').length;
    if (line.length - exempt <= lineCharactersMax) return [];
    const message = `is ${line.length} characters wide, ${lineCharactersMax} is the limit`;
    return [{ rule: 'line-width', path: file.path, line: i + 1, message }];
  });
}

function checkForms(file: TidyFile): Fault[] {
  // A tool wants its settings as default; a package described has what it has.
  const isConfig = /^[\w.-]+\.config\.ts$|\.d\.ts$/.test(file.path);
  const defaults = isConfig
    ? []
    : findAll(file, /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/g, {
        rule: 'default-export',
        message: 'exports a default: give it a name, so that it is called the same everywhere',
      });
  const enums = findAll(
    file,
    /(?<=^|[;{}\s])(export\s+)?(declare\s+)?(const\s+)?enum\s+\w+\s*\{/g,
    { rule: 'enum', message: 'has an enum: write a union of literals' },
  );
  const consoles = findAll(file, /(?<![\w$.])console\s*\./g, {
    rule: 'console',
    message: 'writes to the console: take a Log or a printing function as a value',
  });
  return [...defaults, ...enums, ...consoles];
}

function checkThrows(file: TidyFile): Fault[] {
  if (isTest(file.path)) return [];
  return findAll(file, /\bthrow\s+(new\s+)?(Error|TypeError|RangeError|SyntaxError)\s*\(/g, {
    rule: 'bare-throw',
    message: 'throws a bare error: throw a ColumnInchesError with code, verdict and the mend',
  });
}

/** `TODO: ` with a reason of at least three words, or the number of an issue. */
function checkPromises(file: SourceFile): Fault[] {
  const marks = file.text.matchAll(/\b(TO[D]O|FIX[M]E|X{3}|HAC[K])\b(?!\(#\d+\)|:(\s+\S+){3})/g);
  const message = 'leaves work without a reason: say why it waits (TODO: because …) or do it';
  return [...marks].map((mark) => fault(file, mark.index, { rule: 'todo', message }));
}

const machineMarks: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\bnpmmirror\b|\bverdaccio\b|\bartifactory\b/gi,
    'names a package registry: let npm’s own settings decide',
  ],
  [
    /(?<![\w.~}$*-])\/(home|Users|root|work|tmp(?!\/column-inches-))\/[\w.-]+/g,
    'names a path of one machine: build it from a setting or from the file’s own place',
  ],
  [/\b[A-Z]:\\{1,2}Users\\/g, 'names a path of one machine: build it from a setting'],
];

function checkMachine(file: SourceFile): Fault[] {
  return machineMarks.flatMap(([pattern, message]) =>
    [...file.text.matchAll(pattern)].map((match) =>
      fault(file, match.index, { rule: 'machine', message }),
    ),
  );
}

/** Words of what this project never measures (METHOD.md); a judgement has no place in a figure. */
const judgement =
  /^(sentiments?|polarity|stances?|tonality|favou?rab(le|ility)|criticisms?|propaganda|journalists?)$/i;
/** Documents that say what is not measured. */
const documents =
  /^(README(\.vi)?|METHOD(\.vi)?|CHANGELOG|CONTRIBUTING|SECURITY)\.md$|^\.github\/|^docs\//;
const negated =
  /\b(no|not|never|nor|without|neither|out of scope)\b|n['’]t\b|(?<!\p{L})(không|chẳng)(?!\p{L})/iu;

function wordsOf(identifier: string): readonly string[] {
  return identifier.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u);
}

/**
 * A bound-breaking word is allowed on a line that denies it, or where the line before does (a
 * sentence broken in two); nowhere in running code.
 */
function checkBounds(file: SourceFile, lexed: LexedSource | null): Fault[] {
  if (documents.test(file.path) || isTest(file.path)) return [];
  const lines = file.text.split('\n');
  const code = lexed?.code.split('\n') ?? [];
  const message = 'is about what this project never measures (METHOD.md, the bounds)';
  return lines.flatMap((line, i) => {
    const inCode = wordsOf(code[i] ?? '').some((word) => judgement.test(word));
    const said = wordsOf(line).some((word) => judgement.test(word));
    const denied = negated.test(`${lines[i - 1] ?? ''} ${line}`);
    if (!inCode && (!said || denied)) return [];
    return [{ rule: 'bounds', path: file.path, line: i + 1, message }];
  });
}

/** The domain has no place to put a writer's name, so nothing can be stored of one. */
function checkNoWriters(file: TidyFile): Fault[] {
  if (!file.path.startsWith('src/domain/')) return [];
  return findAll(file, /\b\w*(author|byline|writer)\w*\s*\??\s*:/gi, {
    rule: 'bounds',
    message: 'gives writers a field: bylines are never kept (METHOD.md, the bounds)',
  });
}

/** Every untidiness of a set of text files, in the order of the files. Pure. */
export function checkTidiness(files: readonly SourceFile[]): readonly Fault[] {
  return files.flatMap((file) => {
    if (file.path === 'package-lock.json') return checkMachine(file);
    if (!isCode(file.path)) {
      return [...checkPromises(file), ...checkMachine(file), ...checkBounds(file, null)];
    }
    const lexed = lexSource(file.text);
    const tidy = { ...file, lexed };
    return [
      ...checkLength(tidy),
      ...checkLineWidth(tidy),
      ...checkForms(tidy),
      ...checkThrows(tidy),
      ...checkPromises(file),
      ...checkMachine(file),
      ...checkBounds(file, lexed),
      ...checkNoWriters(tidy),
    ];
  });
}
