import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One tracked text file; `path` is relative to the project and uses "/". */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A broken rule at a place, in words that say the mend. `line` counts from 1. */
export interface Fault {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A string or template literal; `${…}` inside a template stands as "?". */
interface StringLiteral {
  /** UTF-16 offset of the opening quote. */
  readonly start: number;
  readonly value: string;
}

/** A file split into what runs and what is only said. */
export interface LexedSource {
  /** Same length as the text: comments, strings' contents and patterns are blanks. */
  readonly code: string;
  readonly strings: readonly StringLiteral[];
  /** Regular expressions, their slashes and flags not counted. */
  readonly patterns: readonly StringLiteral[];
}

/** One line a fault, for an assertion's message. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults.map((f) => `${f.path}:${f.line} [${f.rule}] ${f.message}`).join('\n');
}

/** Line (from 1) of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}

const skippedFolders = new Set(['node_modules', 'dist', '.git', 'coverage']);

function walk(root: string, folder: string, found: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name) && path !== join(root, 'data')) walk(root, path, found);
    } else if (entry.isFile()) found.push(relative(root, path).split('\\').join('/'));
  }
}

/** Paths under `root`: what Git tracks or would track, or all of it where there is no Git. */
function listFiles(root: string): readonly string[] {
  try {
    const arguments_ = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listed = execFileSync('git', arguments_, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\0')
      .filter(Boolean);
    const present = listed.filter((path) => statSync(join(root, path), { throwIfNoEntry: false }));
    if (present.length > 0) return [...new Set(present)].toSorted();
  } catch {
    // No Git, or not a clone (an unpacked archive): every file counts.
  }
  const found: string[] = [];
  walk(root, root, found);
  return found.toSorted();
}

/** Text files under `root` whose path ends as `ending` says. */
export function readTree(root: string, ending: RegExp): readonly SourceFile[] {
  return listFiles(root)
    .filter((path) => ending.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

interface Cursor {
  readonly text: string;
  readonly code: string[];
  readonly strings: StringLiteral[];
  readonly patterns: StringLiteral[];
  at: number;
}

function blank(cursor: Cursor, from: number, to: number): void {
  for (let i = from; i < to; i += 1) if (cursor.text[i] !== '\n') cursor.code[i] = ' ';
}

/** A quote without its partner on the line is prose (JSX text), not the start of a string. */
function readQuoted(cursor: Cursor, quote: string): void {
  const { text, at } = cursor;
  let end = at + 1;
  while (end < text.length && text[end] !== quote && text[end] !== '\n') {
    end += text[end] === '\\' ? 2 : 1;
  }
  if (text[end] !== quote) {
    cursor.at = at + 1;
    return;
  }
  cursor.strings.push({ start: at, value: text.slice(at + 1, end) });
  blank(cursor, at + 1, end);
  cursor.at = end + 1;
}

function readTemplate(cursor: Cursor): void {
  const { text } = cursor;
  const start = cursor.at;
  let value = '';
  cursor.at += 1;
  while (cursor.at < text.length && text[cursor.at] !== '`') {
    if (text.startsWith('${', cursor.at)) {
      value += '?';
      cursor.at += 2;
      readCode(cursor, '}');
      continue;
    }
    const length = text[cursor.at] === '\\' ? 2 : 1;
    value += text.slice(cursor.at, cursor.at + length);
    blank(cursor, cursor.at, cursor.at + length);
    cursor.at += length;
  }
  cursor.strings.push({ start, value });
  cursor.at += 1;
}

/** A "/" starts a pattern only where a value may start; otherwise it divides. */
function readPattern(cursor: Cursor): boolean {
  const { text, at } = cursor;
  const before = text.slice(Math.max(0, at - 200), at).trimEnd();
  const mayStart = /(^|[(,=:[!&|?{};+~*%<>^-]|=>|\b(?:return|typeof|case|of|in|await))$/.test(
    before,
  );
  if (!mayStart || before.endsWith('<') || text[at + 1] === '>') return false;
  let inClass = false;
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '[') inClass = true;
    else if (text[end] === ']') inClass = false;
    else if (text[end] === '/' && !inClass) {
      cursor.patterns.push({ start: at, value: text.slice(at + 1, end) });
      blank(cursor, at + 1, end);
      cursor.at = end + 1;
      return true;
    }
  }
  return false;
}

function readComment(cursor: Cursor): boolean {
  const { text, at } = cursor;
  const ends = text.startsWith('//', at) ? '\n' : text.startsWith('/*', at) ? '*/' : null;
  if (ends === null) return false;
  const found = text.indexOf(ends, at + 2);
  const end = found === -1 ? text.length : found + (ends === '\n' ? 0 : 2);
  blank(cursor, at, end);
  cursor.at = end;
  return true;
}

function readCode(cursor: Cursor, until: string | null): void {
  let depth = 0;
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at] as string;
    if (character === until && depth === 0) {
      cursor.at += 1;
      return;
    }
    if (character === '/' && (readComment(cursor) || readPattern(cursor))) continue;
    if (character === "'" || character === '"') readQuoted(cursor, character);
    else if (character === '`') readTemplate(cursor);
    else {
      if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
      cursor.at += 1;
    }
  }
}

/** Parts a TypeScript or TSX text into code and strings; linear, never throws. */
export function lexSource(text: string): LexedSource {
  const cursor: Cursor = { text, code: text.split(''), strings: [], patterns: [], at: 0 };
  readCode(cursor, null);
  const strings = cursor.strings.toSorted((a, b) => a.start - b.start);
  return { code: cursor.code.join(''), strings, patterns: cursor.patterns };
}
