import type { Tokens } from '../text/prepare.ts';
import { Gap } from '../text/prepare.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

export interface PhraseMatch<T> {
  /** First token and the token after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/**
 * Words by length, first and last letter: most words of a text begin no phrase, and this tells it
 * without a look-up of the word itself.
 */
class WordFilter {
  private readonly seen = new Uint8Array(0x1000);

  add(word: string): void {
    this.seen[keyOf(word)] = 1;
  }

  mayHave(word: string): boolean {
    return this.seen[keyOf(word)] === 1;
  }
}

function keyOf(word: string): number {
  const { length } = word;
  return (word.charCodeAt(0) * 37 + word.charCodeAt(length - 1) * 11 + length) & 0xfff;
}

/**
 * Phrases of several syllables, looked up at a token, forwards or backwards; cost is independent
 * of their number.
 */
export class PhraseTrie<T> {
  private readonly forwards: Node<T> = { next: new Map(), value: undefined };
  private readonly backwards: Node<T> = { next: new Map(), value: undefined };
  private readonly firstWords = new WordFilter();
  private readonly lastWords = new WordFilter();
  private readonly merge: (known: T | undefined, added: T) => T;

  /** `merge` decides what a phrase added twice means; by default the later value stands. */
  constructor(merge: (known: T | undefined, added: T) => T = (_, added) => added) {
    this.merge = merge;
  }

  /** Adds a phrase given as its tokens (already in the normal form of the text). */
  add(words: readonly string[], value: T): void {
    if (words.length === 0) return;
    this.firstWords.add(words[0] ?? '');
    this.lastWords.add(words.at(-1) ?? '');
    const forward = descend(this.forwards, words);
    forward.value = this.merge(forward.value, value);
    const backward = descend(this.backwards, words.toReversed());
    backward.value = this.merge(backward.value, value);
  }

  /** Longest phrase that starts at a token, with no gap inside it stronger than `maxGap`. */
  startingAt(tokens: Tokens, at: number, maxGap: number = Gap.join): PhraseMatch<T> | null {
    const first = tokens.word[at];
    if (first === undefined || !this.firstWords.mayHave(first)) return null;
    let node = this.forwards.next.get(first);
    let best: PhraseMatch<T> | null = null;
    for (let index = at + 1; node; index++) {
      if (node.value !== undefined) best = { from: at, to: index, value: node.value };
      if (index >= tokens.count || (tokens.gap[index] as number) > maxGap) break;
      node = node.next.get(tokens.word[index] as string);
    }
    return best;
  }

  /**
   * Longest phrase that ends just before token `end`; `firstGap` limits the gap before `end`
   * itself.
   */
  endingBefore(tokens: Tokens, end: number, firstGap: number = Gap.join): PhraseMatch<T> | null {
    if (end <= 0 || (tokens.gap[end] as number) > firstGap) return null;
    const last = tokens.word[end - 1];
    if (last === undefined || !this.lastWords.mayHave(last)) return null;
    let node = this.backwards.next.get(last);
    let best: PhraseMatch<T> | null = null;
    for (let index = end - 1; node; index--) {
      if (node.value !== undefined) best = { from: index, to: end, value: node.value };
      if (index === 0 || (tokens.gap[index] as number) > Gap.join) break;
      node = node.next.get(tokens.word[index - 1] as string);
    }
    return best;
  }
}

function descend<T>(root: Node<T>, words: readonly string[]): Node<T> {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (!next) {
      next = { next: new Map(), value: undefined };
      node.next.set(word, next);
    }
    node = next;
  }
  return node;
}
