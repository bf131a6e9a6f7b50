// Runs alone, started by fuzz.test.ts: reads broken pages and prints what came of it as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractArticle, storyLinks } from '../../../crawlers/extract/index.ts';
import { hostilePages } from './hostile-pages.ts';
import { faultOf, mutate } from './mutations.ts';
import { vietnamesePage, vietnameseUrl } from './sample-pages.ts';

/** What a run found: a fault names its seed, so that it can be run again. */
export interface FuzzReport {
  readonly faults: readonly string[];
  readonly cases: number;
  readonly slowestMs: number;
  /** Most memory the whole process held, its own code included. */
  readonly peakBytes: number;
}

/** The shipped frozen pages: real layouts with our own words. */
function frozenPages(): string[] {
  const folder = path.join(import.meta.dirname, '../../../crawlers/outlets/vn');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .toSorted()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/** Small, so that a case costs the same on each: a mutation is felt everywhere. */
function* mutated(cases: number): Generator<readonly [name: string, page: string]> {
  const pages = [vietnamesePage, ...frozenPages()];
  for (let seed = 1; seed <= cases; seed++) {
    yield [`seed ${seed}`, mutate(pages[seed % pages.length] ?? vietnamesePage, seed)];
  }
}

function* hostile(count: number): Generator<readonly [name: string, page: string]> {
  for (const [name, make] of Object.entries(hostilePages)) yield [name, make(4 * count)];
}

function report(pages: Iterable<readonly [name: string, page: string]>): FuzzReport {
  const faults: string[] = [];
  let slowestMs = 0;
  let cases = 0;
  for (const [name, page] of pages) {
    const startMs = performance.now();
    cases++;
    try {
      const fault = faultOf(extractArticle(page, vietnameseUrl));
      storyLinks(page, vietnameseUrl);
      if (fault !== null) faults.push(`${name}: ${fault}`);
    } catch (thrown) {
      faults.push(`${name}: ${String(thrown)}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - startMs);
  }
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { faults: faults.slice(0, 20), cases, slowestMs, peakBytes };
}

const [what, count] = process.argv.slice(2);
if (what !== undefined) {
  const cases = Number(count);
  const pages = what === 'hostile' ? hostile(cases) : mutated(cases);
  process.stdout.write(JSON.stringify(report(pages)));
}
