import { readStoryLinks } from './section.ts';
import type { SourceReader } from './source.ts';

/** The front page: its main stories in reading order. */
export const homepage: SourceReader = { kind: 'homepage', expects: 'page', read: readStoryLinks };
