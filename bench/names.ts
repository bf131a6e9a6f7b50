import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import FastScanner from 'fastscan';
import { createNameMatcher } from '../analyzers/index.ts';
import { generatePress } from '../src/demo/index.ts';
import { type Bench, type Claim, type Comparison, compare } from './comparison.ts';
import { grepCpuMs, hasGrep } from './grep.ts';
import type { Contender } from './measure.ts';
import { sampleNames } from './sample-names.ts';
import { pressText } from './sample-press.ts';

const seeds = ['song-thanh', 'bench-1', 'bench-2', 'bench-3', 'bench-4'];
const sizes = [200, 5_000, 100_000] as const;
const peers = { fastscan: 'fastscan', monyone: '@monyone/aho-corasick (fast)', grep: 'grep -Fo' };
const mostSlowdown = 2;
/** A child's CPU time is told in milliseconds, so it reads the text this often. */
const grepCopies = 48;
const ownRepeats = 10;

/** The names of the press's people, so that something is found, and others up to the count. */
function namesFor(count: number): readonly string[] {
  const known = generatePress().register.persons.map(({ name }) => name);
  return [...new Set([...known, ...sampleNames(count)])].slice(0, count);
}

/** `grep` less its start and reading of names, which the others do before they are timed. */
function grepContender(names: readonly string[], text: string, folder: string): Contender {
  const files = { names: join(folder, 'names'), text: join(folder, 'text') };
  const nothing = join(folder, 'nothing');
  writeFileSync(files.names, `${names.join('\n')}\n`);
  writeFileSync(files.text, `${text}\n`.repeat(grepCopies));
  writeFileSync(nothing, '');
  // Start and reading are measured in pairs: with 100,000 names the start is the longer of the two.
  const measureMs = () => {
    const startMs = grepCpuMs(files.names, nothing);
    return (grepCpuMs(files.names, files.text) - startMs) / grepCopies;
  };
  return { name: peers.grep, run: () => undefined, measureMs };
}

function contendersFor(names: readonly string[], text: string, folder: string) {
  const own = createNameMatcher(names);
  const fast = new FastScanner(names);
  const doubleArray = new AhoCorasick([...names]);
  return [
    { name: 'name matching', run: () => own(text).length, repeats: ownRepeats },
    { name: peers.fastscan, run: () => fast.search(text).length },
    { name: peers.monyone, run: () => doubleArray.matchInText(text).length },
    ...(hasGrep() ? [grepContender(names, text, folder)] : []),
  ];
}

const claims: readonly Claim[] = [
  {
    text: '≥ 10 × the fastest Aho-Corasick of npm',
    holds: ({ timesOurs }) => Math.min(timesOurs(peers.fastscan), timesOurs(peers.monyone)) >= 10,
  },
  ...(hasGrep()
    ? [
        {
          text: `≥ 0.8 × ${peers.grep}`,
          holds: ({ timesOurs }: Parameters<Claim['holds']>[0]) => timesOurs(peers.grep) >= 0.8,
        },
      ]
    : []),
];

function growthClaim(smallest: Comparison | null, count: number): readonly Claim[] {
  const baseMs = smallest?.contenders[0]?.msPerUnit;
  if (baseMs === undefined) return [];
  const text = `${count.toLocaleString('en')} names cost ≤ ${mostSlowdown} × of ${sizes[0]}`;
  return [{ text, holds: ({ ownMs }) => ownMs <= mostSlowdown * baseMs }];
}

/** Exact names in running text, for registers of three sizes; the matchers are built before. */
export const namesBench: Bench = {
  name: 'names',
  async *run({ rounds }) {
    const text = pressText(seeds);
    const megabytes = Buffer.byteLength(text) / 1e6;
    const folder = mkdtempSync(join(tmpdir(), 'column-inches-bench-'));
    let smallest: Comparison | null = null;
    try {
      for (const size of sizes) {
        const plan = {
          title: `${size.toLocaleString('en')} names in ${megabytes.toFixed(1)} MB of text`,
          unit: 'MB',
          count: megabytes,
          contenders: contendersFor(namesFor(size), text, folder),
          claims: [...claims, ...growthClaim(smallest, size)],
        };
        const comparison = await compare(plan, rounds);
        smallest ??= comparison;
        yield comparison;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
