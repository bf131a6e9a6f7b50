import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import FastScanner from 'fastscan';
import { describe, expect, test } from 'vitest';
import { createNameMatcher } from '../../analyzers/index.ts';
import { parseFeed, parseSitemap } from '../../crawlers/index.ts';
import { type Bench, compare } from '../../bench/comparison.ts';
import { sampleSitemap } from '../../bench/feeds.ts';
import { compareCpu, medianOf } from '../../bench/measure.ts';
import { printComparison } from '../../bench/print.ts';
import { runBench } from '../../bench/run.ts';
import { sampleNames } from '../../bench/sample-names.ts';
import {
  pressFeeds,
  pressItems,
  pressPages,
  pressText,
  widenRegister,
} from '../../bench/sample-press.ts';
import { generatePress } from '../../src/demo/index.ts';
import { readTree } from '../source.ts';

const press = generatePress();

/** Contenders whose time is given, so that arithmetic can be checked. */
const taking = (name: string, ...times: readonly number[]) => {
  const left = [...times];
  return { name, run: () => undefined, measureMs: () => left.shift() ?? Number.NaN };
};

test('the peers are for development: nothing that is published imports them', () => {
  const root = join(import.meta.dirname, '../..');
  const peers = ['@mozilla/readability', 'rss-parser', 'fastscan', '@monyone/aho-corasick'];
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  expect(Object.keys(manifest.devDependencies)).toEqual(expect.arrayContaining(peers));
  const product = readTree(root, /^(src|crawlers|analyzers|db)\/.*\.tsx?$/);
  expect(product.length).toBeGreaterThan(100);
  const named = new RegExp(`from '(${peers.join('|')})[/']`);
  expect(product.filter(({ text }) => named.test(text)).map(({ path }) => path)).toEqual([]);
});

describe('measuring', () => {
  test('the median of the counted rounds; the first is not counted', async () => {
    const contender = taking('x', 1000, 3, 1, 2);
    const [timing] = await compareCpu([contender], { rounds: 3 });
    expect(timing).toEqual({ name: 'x', medianMs: 2, fastestMs: 1, slowestMs: 3 });
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
  });

  test('time is per unit, ratios are of ours, claims are judged', async () => {
    const plan = {
      title: 't',
      unit: 'page',
      count: 4,
      contenders: [taking('ours', 9, 2), taking('peer', 9, 30)],
      claims: [
        { text: 'quick', holds: ({ ownMs }: { ownMs: number }) => ownMs <= 0.5 },
        {
          text: 'far ahead',
          holds: (f: { timesOurs(n: string): number }) => f.timesOurs('peer') > 20,
        },
      ],
    };
    const comparison = await compare(plan, 1);
    expect(comparison.contenders[1]).toMatchObject({ msPerUnit: 7.5, timesOurs: 15 });
    expect(comparison.claims.map(({ held }) => held)).toEqual([true, false]);
    const lines = printComparison(comparison).join('\n');
    expect(lines).toMatch(/peer +7\.50 ms .* 15\.00 ×/);
    expect(lines).toContain('MISSED  far ahead');
  });

  test('repeats share the time of a round', async () => {
    let calls = 0;
    await compareCpu([{ name: 'x', run: () => (calls += 1), repeats: 5 }], { rounds: 2 });
    expect(calls).toBeGreaterThanOrEqual(15);
    expect(calls % 5).toBe(0);
  });
});

describe('the samples', () => {
  test('are what they say, and the same every time', () => {
    const names = sampleNames(5_000);
    expect(new Set(names).size).toBe(5_000);
    expect(sampleNames(50)).toEqual(names.slice(0, 50));
    expect(parseSitemap(sampleSitemap(100)).entries).toHaveLength(100);
    const pages = pressPages(press, 7);
    expect(pages).toHaveLength(7);
    expect(pages.every(({ html }) => html.includes('</html>'))).toBe(true);
    const feeds = pressFeeds(press);
    expect(feeds.length).toBeGreaterThan(1);
    expect(feeds.every((feed) => parseFeed(feed).items.length > 0)).toBe(true);
    for (const { text } of pressItems(press, 3_200)) {
      expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(3_199);
    }
  });

  test('a widened register has so many names, and the matcher finds those in the text', () => {
    const wide = widenRegister(press.register, 500);
    expect(new Set(wide.persons.map(({ name }) => name)).size).toBeGreaterThanOrEqual(499);
    expect(wide.terms.length - press.register.terms.length).toBe(
      wide.persons.length - press.register.persons.length,
    );
    const name = wide.persons.at(-1)?.name ?? '';
    const find = createNameMatcher(wide.persons.map((person) => person.name));
    expect(find(`Sáng nay ${name} dự họp.`)).toMatchObject([{ start: 9, name }]);
  });
});

test('name matching finds what an Aho-Corasick finds, whole names and the longest of them', () => {
  const known = press.register.persons.map(({ name }) => name);
  const names = [...new Set([...known, ...sampleNames(5_000)])];
  const text = pressText(['song-thanh']);
  const isLetter = (offset: number) => /[\p{L}\p{M}\p{N}]/u.test(text[offset] ?? ' ');
  const longest = new Map<number, number>();
  for (const [start, name] of new FastScanner(names).search(text)) {
    const end = start + name.length;
    if (isLetter(start - 1) || isLetter(end)) continue;
    longest.set(start, Math.max(end, longest.get(start) ?? 0));
  }
  const expected: { start: number; end: number }[] = [];
  for (const [start, end] of [...longest].toSorted(([a], [b]) => a - b)) {
    if (start >= (expected.at(-1)?.end ?? 0)) expected.push({ start, end });
  }
  expect(expected.length).toBeGreaterThan(500);
  const found = createNameMatcher(names)(text).map(({ start, end }) => ({ start, end }));
  expect(found).toEqual(expected);
});

describe('the command', () => {
  const bench: Bench = {
    name: 'one',
    async *run({ rounds }) {
      const contenders = [taking('ours', 1, 1, 1), taking('peer', 2, 2, 2)];
      yield await compare({ title: 'one', unit: 'page', count: 1, contenders }, rounds);
    },
  };
  const run = async (...words: readonly string[]) => {
    const printed: string[] = [];
    const told: string[] = [];
    const exit = await runBench(words, {
      benches: [bench],
      print: (line) => void printed.push(line),
      tell: (line) => void told.push(line),
    });
    return { exit, printed: printed.join('\n'), told: told.join('\n') };
  };

  test('prints tables, or JSON', async () => {
    expect((await run('--rounds', '2')).printed).toContain('one (n 1, median of 2 rounds)');
    const { comparisons } = JSON.parse((await run('--rounds', '2', '--json')).printed) as {
      comparisons: readonly { group: string }[];
    };
    expect(comparisons.map(({ group }) => group)).toEqual(['one']);
  });

  test.each([
    [['--only', 'two'], /no group "two"/],
    [['--rounds', '0'], /--rounds must be a whole number/],
    [['--wrong'], /--wrong/],
  ])('%j is refused', async (words, message) => {
    const { exit, told } = await run(...words);
    expect(exit).toBe(2);
    expect(told).toMatch(message);
  });
});
