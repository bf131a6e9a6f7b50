import { describe, expect, test } from 'vitest';
import {
  ClusterIndex,
  clusterWindowStart,
  exactSimilarity,
  signatureOf,
  similarity,
} from '../../analyzers/index.ts';

/** Deterministic noise; the seed makes a failure repeatable. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

const syllables =
  'an bình cát dâu êm gió hạ im khói lúa mưa nắng oi phố quả rạ sông tre ủng vàng xanh yên đá ơn ấm ong'.split(
    ' ',
  );

function story(random: () => number, words = 400): string {
  const pick = () => syllables[Math.floor(random() * syllables.length)] ?? '';
  return Array.from({ length: words }, () => pick() + Math.floor(random() * 9)).join(' ');
}

/** Cuts the end and changes some words, as desks do with wire copy. */
function edit(text: string, random: () => number): string {
  const words = text.split(' ');
  const kept = words.slice(0, Math.ceil(words.length * (0.6 + 0.4 * random())));
  const rate = random() * 0.1;
  return kept.map((word) => (random() < rate ? `${word}x` : word)).join(' ');
}

describe('wire copies', () => {
  test('recall is at least .99 at Jaccard .5 and more, wrong merges at most .1 %', () => {
    const random = randomFrom(20260101);
    const stories = Array.from({ length: 150 }, () => story(random));
    const index = new ClusterIndex();
    stories.forEach((text, at) => index.add({ id: `s${at}`, day: '2026-01-01', text }));
    let copies = 0;
    let found = 0;
    let wrong = 0;
    for (const [at, text] of [...stories, ...stories].entries()) {
      const copy = edit(text, random);
      if (exactSimilarity(text, copy) < 0.5) continue;
      copies++;
      const place = index.add({ id: `c${at}`, day: '2026-01-02', text: copy });
      if (place.cluster === `s${at % stories.length}`) found++;
      else if (place.copyOf !== null) wrong++;
    }
    expect(copies).toBeGreaterThan(200);
    expect(found / copies).toBeGreaterThanOrEqual(0.99);
    expect(wrong / copies).toBeLessThanOrEqual(0.001);
  });

  test('the estimate is near the exact similarity', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 20; round++) {
      const text = story(random, 600);
      const copy = edit(text, random);
      const [a, b] = [signatureOf(text), signatureOf(copy)];
      if (!a || !b) throw new TypeError('a story of 600 words has a signature');
      expect(Math.abs(similarity(a, b) - exactSimilarity(text, copy))).toBeLessThan(0.2);
    }
  });

  test('letter case, NFD and punctuation do not matter; too short a text is alone', () => {
    const text = 'Mưa lớn, nhiều nơi ở huyện Bình Sơn bị ngập sâu.';
    expect(signatureOf(text.toUpperCase().normalize('NFD'))).toEqual(
      signatureOf(text.replace(',', '')),
    );
    expect(new ClusterIndex().add({ id: 'x', day: '2026-01-01', text: 'Hai chữ' })).toEqual({
      cluster: 'x',
      copyOf: null,
      similarity: null,
    });
  });

  test('the window forgets: memory is that of its days', () => {
    const random = randomFrom(3);
    const index = new ClusterIndex(30);
    const text = story(random);
    index.add({ id: 'old', day: '2026-01-01', text });
    expect(index.add({ id: 'in', day: '2026-01-31', text }).copyOf).toBe('old');
    for (let day = 1; day <= 28; day++)
      index.add({
        id: `d${day}`,
        day: `2026-03-${String(day).padStart(2, '0')}`,
        text: story(random),
      });
    expect(index.size).toBe(28);
    expect(index.add({ id: 'late', day: '2026-03-29', text }).copyOf).toBeNull();
  });

  test('of one outlet a cluster holds one item, also long after its first', () => {
    const random = randomFrom(11);
    const index = new ClusterIndex();
    const text = story(random);
    const place = (id: string, outlet: string, day: string) =>
      index.add({ id, outlet, day, text: edit(text, random) }).cluster;
    expect(place('a1', 'a', '2026-01-01')).toBe('a1');
    expect(place('a2', 'a', '2026-01-01')).toBe('a2');
    expect(place('b1', 'b', '2026-01-20')).toMatch(/^a[12]$/);
    const joined = place('b2', 'b', '2026-01-20');
    expect(joined).toMatch(/^a[12]$/);
    // Both clusters now have an item of a, if only b's are still in the window.
    expect(place('a3', 'a', '2026-02-15')).toBe('a3');
  });

  test('an index taken back from its window places later items as the whole one does', () => {
    const random = randomFrom(5);
    const texts = Array.from({ length: 12 }, () => story(random, 200));
    const items = Array.from({ length: 240 }, (_, at) => ({
      id: `i${String(at).padStart(3, '0')}`,
      outlet: 'abcd'[Math.floor(random() * 4)] ?? 'a',
      day: new Date(Date.UTC(2026, 0, 1 + Math.floor(at / 3))).toISOString().slice(0, 10),
      text: edit(texts[Math.floor(random() * texts.length)] ?? '', random),
    }));
    const whole = new ClusterIndex();
    const places = new Map(items.map((item) => [item.id, whole.add(item).cluster]));
    const outletsOf = (cluster: string | undefined, before: string) =>
      items
        .filter(({ id, day }) => places.get(id) === cluster && day < before)
        .map(({ outlet }) => outlet);
    const from = '2026-02-25';
    const taken = new ClusterIndex();
    for (const item of items.filter(({ day }) => day >= clusterWindowStart(from))) {
      const cluster = places.get(item.id) ?? '';
      if (item.day < from) taken.restore(item, cluster, outletsOf(cluster, from));
      else expect(taken.add(item).cluster).toBe(cluster);
    }
    expect(new Set(places.values()).size).toBeLessThan(items.length / 2);
  });
});
