import type { Scorer } from '../result.ts';
import { datesScorer, extractionScorer } from './extraction.ts';
import { feedsScorer, oddScorer } from './formats.ts';
import { listingsScorer } from './listings.ts';
import { mentionsScorer } from './mentions.ts';
import { pagesScorer } from './pages.ts';

/** Every kind of set, in the order of the report. Adding one = a file and a line here. */
export const scorers: readonly Scorer[] = [
  extractionScorer,
  datesScorer,
  pagesScorer,
  mentionsScorer,
  oddScorer,
  feedsScorer,
  listingsScorer,
];
