// Wire copies: one-permutation MinHash over word triples, banded for look-up. Clustering is
// recorded, never applied
// silently: every count is given as published and distinct.
import type { Day } from '../src/domain/index.ts';
import { Character, characterClasses } from './text/characters.ts';

/**
 * 42 bands of 3 rows: a pair of Jaccard .5 meets in a band with probability 1 − (1 − .5³)^42 =
 * .996.
 */
export const clusterParameters = {
  version: 1,
  bands: 42,
  rows: 3,
  wordsPerShingle: 3,
  /** Least estimated Jaccard similarity of two copies. */
  leastSimilarity: 0.36,
  windowDays: 30,
} as const;

const bins = clusterParameters.bands * clusterParameters.rows;

/** Signature of a text: 126 unsigned 32-bit minima. Compare with `similarity`. */
export type Signature = Uint32Array;

let wordUnits: Uint16Array | null = null;

/**
 * Lower case of each letter and digit by UTF-16 unit, 0 for all else: hashing then makes no
 * strings.
 */
function wordTable(): Uint16Array {
  if (wordUnits) return wordUnits;
  const classes = characterClasses();
  wordUnits = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    const kind = classes[unit];
    const isWord =
      kind === Character.letter || kind === Character.digit || kind === Character.unspaced;
    if (!isWord) return 0;
    const lower = String.fromCharCode(unit).toLowerCase();
    return lower.length === 1 ? lower.charCodeAt(0) : unit;
  });
  return wordUnits;
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

let buffer = new Uint32Array(4096);

/**
 * Hashes of every three words in a row, in a buffer that the next call reuses; letter case and
 * punctuation do not
 * matter. A letter of a script without spaces is a word.
 */
function shingleHashes(text: string): Uint32Array {
  const units = wordTable();
  const classes = characterClasses();
  if (buffer.length < text.length) buffer = new Uint32Array(text.length * 2);
  let older = 0;
  let old = 0;
  let words = 0;
  let word = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = at === text.length ? 0x20 : text.charCodeAt(at);
    const lower = units[unit] as number;
    if (lower !== 0) {
      word = Math.imul((word === 0 ? 0x811c9dc5 : word) ^ lower, 0x01000193);
      if (lower < 0x0e00 || classes[unit] !== Character.unspaced) continue;
    }
    if (word === 0) continue;
    const shingle = Math.imul(older, 0x9e3779b1) ^ Math.imul(old, 0x85ebca77) ^ word;
    buffer[words++] = mix(shingle);
    older = old;
    old = word;
    word = 0;
  }
  const before = clusterParameters.wordsPerShingle - 1;
  return buffer.subarray(Math.min(before, words), words);
}

/** Signature of a text (NFC or not); null where it has fewer than three words. */
export function signatureOf(text: string): Signature | null {
  const hashes = shingleHashes(text.normalize('NFC'));
  if (hashes.length === 0) return null;
  const signature = new Uint32Array(bins).fill(0xffffffff);
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] as number;
    const bin = ((hash >>> 16) * bins) >>> 16;
    const value = Math.imul(hash, 0x2c1b3c6d) >>> 0;
    if (value < (signature[bin] as number)) signature[bin] = value;
  }
  densify(signature);
  return signature;
}

/**
 * An empty bin takes the value of a full one that the bin's own number picks: the same one in
 * every text.
 */
function densify(signature: Signature): void {
  if (!signature.includes(0xffffffff)) return;
  const full = signature.map((value) => (value === 0xffffffff ? 0 : 1));
  for (let bin = 0; bin < bins; bin++) {
    if (full[bin] === 1) continue;
    for (let attempt = 1; ; attempt++) {
      const from = mix(bin * 0x1000 + attempt) % bins;
      if (full[from] !== 1) continue;
      signature[bin] = signature[from] as number;
      break;
    }
  }
}

/** Estimated Jaccard similarity of the word triples of two texts, 0–1. */
export function similarity(first: Signature, second: Signature): number {
  let same = 0;
  for (let bin = 0; bin < bins; bin++) if (first[bin] === second[bin]) same++;
  return same / bins;
}

/** Exact Jaccard similarity of the word triples of two texts, 0–1: what `similarity` estimates. */
export function exactSimilarity(first: string, second: string): number {
  const a = shingleSet(first);
  const b = shingleSet(second);
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const hash of a) if (b.has(hash)) shared++;
  return shared / (a.size + b.size - shared);
}

function shingleSet(text: string): Set<number> {
  return new Set(shingleHashes(text.normalize('NFC')));
}

/** The first day among whose items a copy published on `day` is looked for. */
export function clusterWindowStart(
  day: Day,
  windowDays: number = clusterParameters.windowDays,
): Day {
  return new Date(Date.parse(day) - windowDays * 86_400_000).toISOString().slice(0, 10);
}

export interface ClusterItem {
  readonly id: string;
  /** Of one outlet a cluster holds one item at most; left out = an outlet of its own. */
  readonly outlet?: string;
  readonly day: Day;
  readonly text: string;
}

export interface ClusterPlace {
  /** Id of the cluster: that of its first item. */
  readonly cluster: string;
  /** Most similar earlier item within the window; null for the first of its story. */
  readonly copyOf: string | null;
  /** Estimated Jaccard similarity to `copyOf`. */
  readonly similarity: number | null;
}

interface Entry {
  readonly id: string;
  readonly day: Day;
  readonly signature: Signature;
  readonly story: Story;
}

/** A cluster while one of its items is in the window; `outlets` are those of all its items. */
interface Story {
  readonly cluster: string;
  readonly outlets: Set<string>;
}

/**
 * Finds copies among the items of the last 30 days. Give items in order of day; memory is that of
 * the window.
 */
export class ClusterIndex {
  private readonly buckets = new Map<number, Entry[]>();
  private readonly days = new Map<Day, Entry[]>();
  private readonly stories = new Map<string, Story>();
  private readonly windowDays: number;

  /** `windowDays`: days a story may be copied in; at least 1, default 30. */
  constructor(windowDays: number = clusterParameters.windowDays) {
    this.windowDays = windowDays;
  }

  /**
   * Places an item: into the cluster of its most similar predecessor among those without an item of
   * its outlet, or a new one.
   */
  add(item: ClusterItem): ClusterPlace {
    this.forgetBefore(item.day);
    const signature = signatureOf(item.text);
    if (!signature) return { cluster: item.id, copyOf: null, similarity: null };
    const best = this.mostSimilar(signature, item.outlet);
    const story = best?.entry.story ?? { cluster: item.id, outlets: new Set<string>() };
    if (item.outlet !== undefined) story.outlets.add(item.outlet);
    this.remember({ id: item.id, day: item.day, signature, story });
    return {
      cluster: story.cluster,
      copyOf: best?.entry.id ?? null,
      similarity: best?.similarity ?? null,
    };
  }

  /**
   * Takes back an item whose place is known, as `add` gave it: `outlets` are those of its cluster's
   * items.
   */
  restore(item: ClusterItem, cluster: string, outlets: readonly string[]): void {
    this.forgetBefore(item.day);
    const signature = signatureOf(item.text);
    if (!signature) return;
    const story = this.stories.get(cluster) ?? { cluster, outlets: new Set<string>() };
    for (const outlet of outlets) story.outlets.add(outlet);
    this.remember({ id: item.id, day: item.day, signature, story });
  }

  /** Number of items held: those of the window. */
  get size(): number {
    let size = 0;
    for (const entries of this.days.values()) size += entries.length;
    return size;
  }

  private mostSimilar(
    signature: Signature,
    outlet: string | undefined,
  ): { entry: Entry; similarity: number } | null {
    const seen = new Set<Entry>();
    let best: { entry: Entry; similarity: number } | null = null;
    for (const key of bandKeys(signature)) {
      for (const entry of this.buckets.get(key) ?? []) {
        if (seen.has(entry)) continue;
        seen.add(entry);
        if (outlet !== undefined && entry.story.outlets.has(outlet)) continue;
        const value = similarity(signature, entry.signature);
        if (value < clusterParameters.leastSimilarity) continue;
        if (!best || value > best.similarity) best = { entry, similarity: value };
      }
    }
    return best;
  }

  private remember(entry: Entry): void {
    const day = this.days.get(entry.day) ?? [];
    day.push(entry);
    this.days.set(entry.day, day);
    this.stories.set(entry.story.cluster, entry.story);
    for (const key of bandKeys(entry.signature)) {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(entry);
      else this.buckets.set(key, [entry]);
    }
  }

  private forgetBefore(day: Day): void {
    const first = clusterWindowStart(day, this.windowDays);
    for (const [known, entries] of this.days) {
      if (known >= first) continue;
      for (const entry of entries) this.forget(entry);
      this.days.delete(known);
      this.forgetStories();
    }
  }

  private forgetStories(): void {
    const kept = new Set([...this.days.values()].flat().map(({ story }) => story));
    for (const [cluster, story] of this.stories) {
      if (!kept.has(story)) this.stories.delete(cluster);
    }
  }

  private forget(entry: Entry): void {
    for (const key of bandKeys(entry.signature)) {
      const rest = (this.buckets.get(key) ?? []).filter((other) => other !== entry);
      if (rest.length === 0) this.buckets.delete(key);
      else this.buckets.set(key, rest);
    }
  }
}

function bandKeys(signature: Signature): number[] {
  const { bands, rows } = clusterParameters;
  return Array.from({ length: bands }, (_, band) => {
    let key = mix(band + 1);
    for (let row = 0; row < rows; row++) key = mix(key ^ (signature[band * rows + row] as number));
    return key;
  });
}
