import { describe, expect, test } from 'vitest';
import type { Case, Family } from './family.ts';
import { forms } from './forms.ts';
import { foundIn, readMarked } from './marked.ts';
import { people } from './people.ts';
import { titles } from './titles.ts';

const families: readonly Family[] = [...people, ...titles, ...forms];

const textOf = (one: Case): string => (typeof one === 'string' ? one : one.text);

function found(one: Case, text: string): string[] {
  if (typeof one === 'string') return foundIn(text);
  const { at, place = null, pictures } = one;
  const more = { place, ...(at ? { publishedAt: at } : {}), ...(pictures ? { pictures } : {}) };
  return foundIn(text, more);
}

describe.each(families)('$name', ({ cases }) => {
  test.each(cases.map((one) => ({ one, marked: textOf(one) })))('$marked', ({ one, marked }) => {
    const { text, expected } = readMarked(marked);
    const wanted = expected.map((mention) => mention.replaceAll('\u00a0', ' '));
    expect(found(one, text)).toEqual(wanted);
  });
});

test('every family shows its trap in five texts at least', () => {
  for (const { name, cases } of families) {
    expect(cases.length, name).toBeGreaterThanOrEqual(5);
  }
});

test('a decomposed text gives what the composed one does', () => {
  for (const one of families.flatMap(({ cases }) => cases)) {
    const { text } = readMarked(textOf(one));
    expect(found(one, text.normalize('NFD')), text).toEqual(found(one, text));
  }
});
