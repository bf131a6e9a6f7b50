// Sentences with the answer written into them, so that text and truth cannot drift apart.
import { analyze } from '../../../analyzers/index.ts';
import type { AnalyzableItem, Mention } from '../../../src/domain/index.ts';
import { nation } from './nation.ts';

/**
 * How the answer is written: `[khoang|Chủ tịch UBND tỉnh]` is a counted mention of the person
 * `khoang`, `[khoang?|…]` an uncertain one, `[khoang=|…]` an institutional one. Everything else is
 * nobody.
 */
const mark = /\[([a-z0-9]+)([?=!]?)\|([^\]]+)\]/g;

/** A text without its marks, and what should be found in it, in order. */
export interface Marked {
  readonly text: string;
  readonly expected: readonly string[];
}

/** Takes the answer out of a marked text. */
export function readMarked(marked: string): Marked {
  const expected = [...marked.matchAll(mark)].map(
    ([, person, sign, surface]) => `${person}${sign} ${surface}`,
  );
  return { text: marked.replace(mark, '$3'), expected };
}

const sign = ({ uncertain, institutional }: Mention): string =>
  uncertain ? '?' : institutional ? '=' : '';

/** What is found in an item, written as `readMarked` writes what should be. */
export function foundIn(text: string, more: Partial<AnalyzableItem> = {}): string[] {
  return mentionsIn(text, more).map(
    (mention) => `${mention.personId}${sign(mention)} ${mention.surface.replaceAll('\u00a0', ' ')}`,
  );
}

export function mentionsIn(text: string, more: Partial<AnalyzableItem> = {}): readonly Mention[] {
  const item = { id: 'item', outlet: 'bao', publishedAt: '2023-05-10', title: '', text, ...more };
  return analyze(item, nation).mentions;
}
