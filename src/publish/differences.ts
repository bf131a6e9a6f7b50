import type { TextPiece } from '../domain/index.ts';

/** More comparisons than this are not made word by word, but line by line. */
const comparisonsAtMost = 4_000_000;

const words = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const lines = /[^\n]+\n?|\n/g;

/** What was taken out of a text and put into it, word by word, in reading order. */
export function textDifferences(before: string, after: string): TextPiece[] {
  const [old, now] = [before.match(words) ?? [], after.match(words) ?? []];
  const ends = commonEnds(old, now);
  const inner = (old.length - ends.start - ends.end) * (now.length - ends.start - ends.end);
  if (inner <= comparisonsAtMost) return joined(compare(old, now, ends));
  const [oldLines, nowLines] = [before.match(lines) ?? [], after.match(lines) ?? []];
  return joined(compare(oldLines, nowLines, commonEnds(oldLines, nowLines)));
}

/** Words put in and taken out: the size of an edit. */
export function editSize(pieces: readonly TextPiece[]): { added: number; removed: number } {
  const count = (kind: TextPiece['kind']) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .reduce(
        (sum, { text }) => sum + (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).length,
        0,
      );
  return { added: count('added'), removed: count('removed') };
}

interface Ends {
  readonly start: number;
  readonly end: number;
}

function commonEnds(old: readonly string[], now: readonly string[]): Ends {
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < least - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return { start, end };
}

/** The longest common subsequence of what lies between the common ends. */
function compare(old: readonly string[], now: readonly string[], ends: Ends): TextPiece[] {
  const { start, end } = ends;
  const left = old.slice(start, old.length - end);
  const right = now.slice(start, now.length - end);
  return [
    ...old.slice(0, start).map((text) => ({ kind: 'same' as const, text })),
    ...between(left, right),
    ...old.slice(old.length - end).map((text) => ({ kind: 'same' as const, text })),
  ];
}

function between(left: readonly string[], right: readonly string[]): TextPiece[] {
  const common = commonLengths(left, right);
  const width = right.length + 1;
  const pieces: TextPiece[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    const [gone = '', come = ''] = [left[row], right[column]];
    if (row < left.length && column < right.length && gone === come) {
      pieces.push({ kind: 'same', text: gone });
      row += 1;
      column += 1;
      continue;
    }
    const without = row < left.length ? (common[(row + 1) * width + column] ?? 0) : -1;
    const withNew = column < right.length ? (common[row * width + column + 1] ?? 0) : -1;
    const isRemoved = without >= withNew;
    pieces.push(isRemoved ? { kind: 'removed', text: gone } : { kind: 'added', text: come });
    if (isRemoved) row += 1;
    else column += 1;
  }
  return pieces;
}

/** Lengths of the longest common subsequences of all endings, row by row. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint32Array {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const place = row * width + column;
      lengths[place] =
        left[row] === right[column]
          ? (lengths[place + width + 1] ?? 0) + 1
          : Math.max(lengths[place + width] ?? 0, lengths[place + 1] ?? 0);
    }
  }
  return lengths;
}

/** Neighbours of one kind are one piece. */
function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const result: { kind: TextPiece['kind']; text: string }[] = [];
  for (const { kind, text } of pieces) {
    const last = result.at(-1);
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
