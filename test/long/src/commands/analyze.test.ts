import { expect, test } from 'vitest';
import { analyzeCorpus } from './corpus.ts';

test('100,000 items stream through a heap of 128 MB, and lines tell how far it is', async () => {
  const heapMegabytes = 128;
  const run = await analyzeCorpus(100_000, { text: 3_200, padding: 0, heapMegabytes });
  expect(run).toMatchObject({ exitCode: 0, results: 100_000 });
  expect(run.corpusBytes).toBeGreaterThan(2 * heapMegabytes * 1e6);
  expect(run.told).toMatch(/█+░* +\d+ % {2}\d+ items, \d+ a second, [\d:]+ left/);
});
