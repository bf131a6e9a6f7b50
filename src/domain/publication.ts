import type { Challenges } from './challenges.ts';
import type { OpenData } from './open-data.ts';
import type { Plans } from './plans.ts';
import type { Search, Stories } from './search.ts';

/** All that is published besides the figures; made by src/publish/publication.ts. */
export interface Publication {
  readonly openData: OpenData;
  readonly challenges: Challenges;
  readonly search: Search & Stories;
  readonly plans: Plans;
}
