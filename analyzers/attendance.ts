import type { AttendanceWords, Language } from './languages/index.ts';
import { withoutMarks } from './text/tone.ts';

/** Where a name begins, relative to its sentence. */
type NameStart = number;

interface Patterns {
  /** "Dự hội nghị có", at the start of a sentence or after a comma, before the first name. */
  readonly opening: RegExp;
  /** "… cùng dự.", at the end of a sentence. */
  readonly closing: RegExp;
  readonly act: RegExp;
}

/** Latin letters that are not plain: é, đ, ữ. */
const letterWithMarks = /[\u00c0-\u024f\u1e00-\u1eff]/;

type BothPatterns = Readonly<Record<'usual' | 'plain', Patterns>>;

const patternsOf = new WeakMap<AttendanceWords, BothPatterns>();

/** Patterns of a language; a sentence without any diacritics is read with plain words. */
function patternsFor(words: AttendanceWords, sentence: string): Patterns {
  const known = patternsOf.get(words);
  const both = known ?? {
    usual: compile(words, (word) => word),
    plain: compile(words, withoutMarks),
  };
  if (!known) patternsOf.set(words, both);
  return letterWithMarks.test(sentence) ? both.usual : both.plain;
}

function compile(words: AttendanceWords, spell: (word: string) => string): Patterns {
  // Longest first, so that "còn có" is not read as another word and "có".
  const anyOf = (phrases: readonly string[]): string =>
    phrases
      .toSorted((one, other) => other.length - one.length)
      .map((phrase) => spell(phrase).replaceAll(' ', String.raw`\s+`))
      .join('|');
  const { heads, compounds, links, complete, tails, acts } = words;
  const word = String.raw`[^\s,;:]+`;
  const start = String.raw`(?<!\p{L})`;
  const end = String.raw`(?![\p{L}\p{M}])`;
  const apart = compounds.length === 0 ? '' : `(?!(?:${anyOf(compounds)})${end})`;
  const linked = String.raw`(?:${anyOf(heads)})(?:\s+${word}){0,12}?\s+(?:${anyOf(links)})${end}`;
  return {
    opening: new RegExp(
      String.raw`(?:^|[,;:]\s+)${apart}${linked}|${start}(?:${anyOf(complete)})${end}`,
      'gu',
    ),
    closing: new RegExp(
      String.raw`${start}${apart}(?:${anyOf(tails)})(?:\s+${word}){0,6}[\s.!…]*$`,
      'u',
    ),
    act: new RegExp(`${start}(?:${anyOf(acts)})${end}`, 'u'),
  };
}

/**
 * Which of a sentence's names only stand in a list of those present. A part of the list in which
 * someone does something ("…; ông B phát biểu") is none.
 */
export function namesInAttendance(
  given: string,
  starts: readonly NameStart[],
  { attendance }: Language,
): Set<NameStart> {
  // "Dự lễ có Chủ tịch A" reports what one person did: a list has two names, or several parts.
  if (starts.length < 2 && !given.includes(';')) return new Set();
  const lower = given.toLowerCase();
  // Offsets must stay: İ alone becomes longer in small letters.
  const sentence = lower.length === given.length ? lower : given;
  const patterns = patternsFor(attendance, sentence);
  const from = openedAt(sentence, starts, patterns) ?? closedAt(sentence, starts, patterns);
  if (from === null) return new Set();
  const names = starts.filter((start) => start >= from);
  if (names.length < 2 && !sentence.includes(';', from)) return new Set();
  const parts = idleParts(sentence, from, patterns);
  return new Set(names.filter((name) => parts.some((part) => part.from <= name && name < part.to)));
}

/** Where a list begins that "Dự hội nghị có" opens; no name may stand before its link. */
function openedAt(
  sentence: string,
  starts: readonly NameStart[],
  { opening, act }: Patterns,
): number | null {
  for (const { index, 0: words } of sentence.matchAll(opening)) {
    const from = index + words.length;
    const holdsName = starts.some((start) => start >= index && start < from);
    if (!holdsName && !act.test(words)) return from;
  }
  return null;
}

/** 0 where a sentence of names ends with "cùng dự", else null. */
function closedAt(
  sentence: string,
  starts: readonly NameStart[],
  { closing, act }: Patterns,
): number | null {
  const tail = closing.exec(sentence);
  if (tail === null || act.test(sentence)) return null;
  return starts.every((start) => start < tail.index) ? 0 : null;
}

/** The parts between semicolons in which nobody does anything. */
function idleParts(sentence: string, from: number, { act }: Patterns) {
  const parts: { readonly from: number; readonly to: number }[] = [];
  for (let start = from; start < sentence.length; ) {
    const semicolon = sentence.indexOf(';', start);
    const to = semicolon < 0 ? sentence.length : semicolon;
    if (!act.test(sentence.slice(start, to))) parts.push({ from: start, to });
    start = to + 1;
  }
  return parts;
}
