import { join } from 'node:path';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import {
  type Fault,
  describeFaults,
  lexSource,
  lineAt,
  readTree,
  type SourceFile,
} from './source.ts';

// Pages, feeds and letters are written by others: a pattern that takes more than linear time on
// some text lets that text stop a crawl. `scslre` finds such patterns by reading them, so that the
// test needs no clock. Bound what repeats (`\s{0,9}`), or let no two neighbours take the same.

const rooms = /^(?:src|crawlers|analyzers|db)\/.*\.tsx?$/;

function slowPatterns({ path, text }: SourceFile): Fault[] {
  return lexSource(text).patterns.flatMap(({ start, value }) => {
    const flags = /^[a-z]*/.exec(text.slice(start + value.length + 2))?.[0] ?? '';
    if (!isPattern(value, flags)) return [];
    const { reports } = analyse({ source: value, flags }, { maxReports: 1 });
    const message = `/${value.slice(0, 60)}/ can take more than linear time`;
    return reports.map(() => ({ rule: 'slow-pattern', path, line: lineAt(text, start), message }));
  });
}

/** What stands between two slashes may be a path in a comment line or in markup. */
function isPattern(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

test.each([
  ['const a = /(x+)+y/;', 1],
  ['const a = /\\s+$/;', 1],
  ['const a = /\\s*:\\s*\\s*x/;', 1],
  ['const a = /\\s{0,9}:\\s{0,9}x/;', 0],
  ['const a = /^[a-z]+$/;', 0],
])('%s', (text, faults) => {
  expect(slowPatterns({ path: 'src/a.ts', text })).toHaveLength(faults);
});

test('no pattern of the project takes more than linear time', () => {
  const files = readTree(join(import.meta.dirname, '..'), rooms);
  const patterns = files.flatMap(({ text }) => lexSource(text).patterns);
  expect(patterns.length).toBeGreaterThan(500);
  expect(describeFaults(files.flatMap(slowPatterns))).toBe('');
});
