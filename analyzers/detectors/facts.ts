import type { Day } from '../../src/domain/index.ts';
import { Gap, type Tokens } from '../text/prepare.ts';
import type { FieldReading } from './field-reader.ts';

/** Whether what follows a name tells of a person's home or age: ", 60 tuổi", "(trú tại …". */
export function isFactAfter(
  reading: FieldReading,
  from: number,
  kind: 'privateAfter' | 'birthAfter',
): boolean {
  return factAfter(reading, from, kind) !== null;
}

function factAfter(
  { tokens, index }: FieldReading,
  from: number,
  kind: 'privateAfter' | 'birthAfter',
) {
  for (let at = from; at < Math.min(tokens.count, from + 3); at++) {
    const gap = tokens.gap[at] as number;
    if (gap === Gap.stop || gap === Gap.semicolon) return null;
    const found = index.lexicon.context[kind].startingAt(tokens, at);
    if (found && (kind === 'privateAfter' || isSaidOfName(tokens, from, at))) return found;
  }
  return null;
}

/** "A quê Mộ Đức", "A, quê Mộ Đức", "A 60 tuổi", but "A về thăm quê" tells of no home. */
function isSaidOfName({ gap, word }: Tokens, from: number, at: number): boolean {
  return at === from || (gap[from] as number) > Gap.join || /^\d/.test(word[at - 1] ?? '');
}

/** Longest birth fact: "sinh ngày 12 tháng 3 năm 1990". */
const maxBirth = 8;

/** What follows a birth fact in an aside: "ở thôn Hạ" in ", 54 tuổi, ở thôn Hạ". */
export function afterBirth(reading: FieldReading, from: number): number {
  if (!isFactAfter(reading, from, 'birthAfter')) return from;
  const { tokens } = reading;
  for (let at = from + 1; at < Math.min(tokens.count, from + maxBirth); at++) {
    const gap = tokens.gap[at] as number;
    if (gap === Gap.comma || gap === Gap.dash) return at;
    if (gap > Gap.comma) return from;
  }
  return from;
}

/** From this age on one may be elected. */
const leastAge = 21;

/** "(19 tuổi)", "(SN 2005)": too young for any office on the day. */
export function isTooYoung(reading: FieldReading, from: number, day: Day | null): boolean {
  const fact = factAfter(reading, from, 'birthAfter');
  if (fact === null) return false;
  const { word, gap, count } = reading.tokens;
  const age = fact.from > from ? (word[fact.from - 1] ?? '') : '';
  if (/^\d{1,2}$/.test(age)) return Number(age) < leastAge;
  for (let at = fact.to; at < Math.min(count, fact.to + maxBirth - 2); at++) {
    if ((gap[at] as number) > Gap.comma) return false;
    const isYear = /^(?:19|20)\d\d$/.test(word[at] as string);
    if (isYear) return day !== null && Number(day.slice(0, 4)) - Number(word[at]) < leastAge;
  }
  return false;
}
