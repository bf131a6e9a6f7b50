import { characterClasses, Character } from '../text/characters.ts';

/** An exact name in a view; UTF-16, end exclusive. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

export type NameMatcher = (view: string) => NameHit[];

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  isEnd: boolean;
}

/**
 * Finds exact names: one regular expression without lookarounds (so that the engine may skip
 * ahead), and a letter
 * check in code so that "Lê Minh Hưng" is not found in "Lê Minh Hưngg". Longest name wins; hits do
 * not overlap.
 */
export function createNameMatcher(names: Iterable<string>): NameMatcher {
  const root: TrieNode = { next: new Map(), isEnd: false };
  let isEmpty = true;
  for (const name of names) {
    if (name === '') continue;
    insert(root, name);
    isEmpty = false;
  }
  if (isEmpty) return () => [];
  const pattern = new RegExp(sourceOf(root), 'g');
  return (view) => findAll(pattern, view);
}

function insert(root: TrieNode, name: string): void {
  let node = root;
  for (const unit of name) {
    let next = node.next.get(unit);
    if (!next) {
      next = { next: new Map(), isEnd: false };
      node.next.set(unit, next);
    }
    node = next;
  }
  node.isEnd = true;
}

function sourceOf(node: TrieNode): string {
  const branches: string[] = [];
  for (const [unit, next] of node.next) branches.push(escape(unit) + sourceOf(next));
  if (branches.length === 0) return '';
  if (branches.length === 1 && !node.isEnd) return branches[0] as string;
  const group = `(?:${branches.join('|')})`;
  return node.isEnd ? `${group}?` : group;
}

function escape(unit: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(unit) ? `\\${unit}` : unit;
}

function findAll(pattern: RegExp, view: string): NameHit[] {
  const classes = characterClasses();
  const hits: NameHit[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(view); match !== null; match = pattern.exec(view)) {
    const start = match.index;
    const end = pattern.lastIndex;
    const before = start === 0 ? 0 : classes[view.charCodeAt(start - 1)];
    const after = end === view.length ? 0 : classes[view.charCodeAt(end)];
    if (before === Character.letter || after === Character.letter) {
      pattern.lastIndex = start + 1;
      continue;
    }
    hits.push({ start, end, name: match[0] });
  }
  return hits;
}

const uneven = /[\u00ad\u200c\u200d]| {2}/;
/** What a name is read across: all but the first space of a run, and hints for breaking a line. */
const passedOver = /[\u00ad\u200c\u200d]+|(?<= ) +/g;

/** Hits in a view as if its spaces were even: "Vũ  Đức Đam" is a name, too. */
export function matchEvenly(view: string, match: NameMatcher): NameHit[] {
  if (!uneven.test(view)) return match(view);
  let even = '';
  let copied = 0;
  const cuts: { readonly at: number; readonly removed: number }[] = [];
  for (const { 0: gap, index } of view.matchAll(passedOver)) {
    even += view.slice(copied, index);
    copied = index + gap.length;
    cuts.push({ at: even.length, removed: copied - even.length });
  }
  even += view.slice(copied);
  let cut = 0;
  const removedBefore = (position: number, isEnd: boolean): number => {
    const isPassed = (at: number) => (isEnd ? at < position : at <= position);
    while (cut < cuts.length && isPassed(cuts[cut]?.at ?? Infinity)) cut++;
    return cuts[cut - 1]?.removed ?? 0;
  };
  return match(even).map(({ start, end, name }) => ({
    start: start + removedBefore(start, false),
    end: end + removedBefore(end, true),
    name,
  }));
}
