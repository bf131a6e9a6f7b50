import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editSize, textDifferences } from '../../../src/publish/differences.ts';

function sides(before: string, after: string): [string, string] {
  const pieces = textDifferences(before, after);
  const side = (left: 'added' | 'removed') =>
    pieces
      .filter(({ kind }) => kind !== left)
      .map(({ text }) => text)
      .join('');
  return [side('added'), side('removed')];
}

test('both texts can be read off the pieces, whatever they are', () => {
  const word = fc.constantFrom('ông', 'bà', 'Khuê', 'dự', 'án', '9', '10', '\n', '.', 'ủy ban');
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(sides(before, after)).toEqual([before, after]);
    }),
    { numRuns: 300 },
  );
});

test('an edit is told word by word, with its size', () => {
  const pieces = textDifferences('Giao 9 dự án cho sở.', 'Giao 10 dự án mới cho sở.');
  expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '9' },
    { kind: 'added', text: '10' },
    { kind: 'added', text: ' mới' },
  ]);
  expect(editSize(pieces)).toEqual({ added: 2, removed: 1 });
});

test('texts with nothing in common and many thousand words do not take the machine with them', () => {
  const lines = (word: string) => Array.from({ length: 3000 }, () => word.repeat(3)).join('\n');
  const [before, after] = [lines('a b '), lines('c d ')];
  expect(sides(before, after)).toEqual([before, after]);
});
