import type { SourceReader } from './source.ts';

/**
 * A day's programme of a broadcaster: kept as captured, since its items have no page of their own.
 */
export const listing: SourceReader = {
  kind: 'listing',
  expects: 'listing',
  read: () => ({ leads: [], further: [] }),
};
