import type { Archive, Handle } from '../../db/index.ts';
import type { Publication } from '../domain/index.ts';
import { type ChallengeOptions, createChallenges } from './challenges.ts';
import type { LanguageSplitter } from './evidence-sentences.ts';
import { defaultMeasures } from './default-measures.ts';
import { readFigures } from './numbers.ts';
import { createOpenData, type OpenDataOptions } from './open-data/index.ts';
import { createPlans } from './plans.ts';
import { createSearch } from './search.ts';

export interface PublicationOptions {
  /** The analyzers' own sentence splitter, so that what is shown is what was measured. */
  readonly sentencesOf: LanguageSplitter;
  readonly archive: Pick<Archive, 'get' | 'put'>;
  /** Of the program. */
  readonly version: string;
  readonly now: () => Date;
}

/** How open data are made: the figures come from `numbers.ts` like everyone's. */
export function openDataOptions(options: PublicationOptions): OpenDataOptions {
  return {
    ...options,
    measures: defaultMeasures,
    figures: readFigures,
  };
}

/** How challenges are decided: the restated figures come from `numbers.ts` too. */
export function challengeOptions(
  options: Pick<PublicationOptions, 'sentencesOf' | 'now'>,
): ChallengeOptions {
  return { now: options.now, figures: readFigures };
}

/** All that is published besides the figures, over a database. */
export function createPublication(db: Handle, options: PublicationOptions): Publication {
  return {
    openData: createOpenData(db, openDataOptions(options)),
    challenges: createChallenges(db, options),
    search: createSearch(db, defaultMeasures),
    plans: createPlans(db),
  };
}
