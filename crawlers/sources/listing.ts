import type { SourceReader } from './source.ts';

/**
 * A broadcaster's programme listing: its programmes are read where it is stored, since they have no
 * pages of their own to open.
 */
export const listing: SourceReader = {
  kind: 'listing',
  expects: 'listing',
  read: () => ({ leads: [], further: [] }),
};
