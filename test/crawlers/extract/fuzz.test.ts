import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle, storyLinks } from '../../../crawlers/extract/index.ts';
import type { FuzzReport } from './fuzz-child.ts';
import { faultOf, mutate, SALT } from './mutations.ts';
import { sectionPage, sectionUrl, vietnamesePage, vietnameseUrl } from './sample-pages.ts';

const CASES = 10_000;
const MOST_MEMORY_BYTES = 200_000_000;
/** Generous, for a machine at work: the slowest case takes some milliseconds alone. */
const SLOWEST_MS = 2_000;
const HEAP = ['--no-warnings', '--max-old-space-size=160', '--max-semi-space-size=4'];
const run = promisify(execFile);

/**
 * In a process of its own: a hang ends it, and its memory is measured. Its heap is held small,
 * since an engine with room to spare lets garbage lie.
 */
async function fuzzInChild(what: 'mutations' | 'hostile'): Promise<FuzzReport> {
  const child = path.join(import.meta.dirname, 'fuzz-child.ts');
  const words = [...HEAP, child, what, String(CASES)];
  const { stdout } = await run(process.execPath, words, {
    timeout: 150_000,
    killSignal: 'SIGKILL',
  });
  return JSON.parse(stdout) as FuzzReport;
}

describe('10,000 broken pages of seven layouts', () => {
  it('are read without crash or hang in 200 MB, and what is read holds together', async () => {
    const { faults, cases, slowestMs, peakBytes } = await fuzzInChild('mutations');
    expect(faults).toEqual([]);
    expect(cases).toBe(CASES);
    expect(slowestMs).toBeLessThan(SLOWEST_MS);
    expect(peakBytes).toBeLessThan(MOST_MEMORY_BYTES);
  }, 160_000);

  it('and hostile ones of 40,000 pieces each, in the same memory', async () => {
    const { faults, peakBytes } = await fuzzInChild('hostile');
    expect(faults).toEqual([]);
    expect(peakBytes).toBeLessThan(MOST_MEMORY_BYTES);
  }, 160_000);

  it('give section links that are absolute, of the site, and each once', () => {
    const faults: string[] = [];
    const page = sectionPage();
    for (let seed = 1; seed <= 2_000; seed++) {
      const links = storyLinks(mutate(page, seed), sectionUrl);
      const urls = links.map((link) => link.url);
      if (new Set(urls).size !== urls.length) faults.push(`seed ${seed}: a story twice`);
      if (urls.some((address) => new URL(address).hostname !== 'baotragiang.vn')) {
        faults.push(`seed ${seed}: foreign`);
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);
});

describe('any text', () => {
  it('is read without a crash', () => {
    const piece = fc.oneof(
      fc.constantFrom(...SALT),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('<p>', '</p>', '<div>', '</div>', '<li>', ' chữ Việt có dấu '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.webUrl(), (pieces, url) => {
        expect(faultOf(extractArticle(pieces.join(''), url))).toBeNull();
        storyLinks(pieces.join(''), url);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const page = mutate(vietnamesePage, seed);
        expect(extractArticle(page, vietnameseUrl)).toEqual(extractArticle(page, vietnameseUrl));
      }),
      { numRuns: 50 },
    );
  });

  it('gives its own text again when that is put into a plain page', () => {
    const { text, title } = extractArticle(vietnamesePage, vietnameseUrl);
    const lines = text.split('\n').map((line) => `<p>${line}</p>`);
    const again = extractArticle(
      `<h1>${title}</h1><article>${lines.join('')}</article>`,
      vietnameseUrl,
    );
    expect(again.text).toBe(text);
  });
});
