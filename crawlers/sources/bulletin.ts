import type { SourceReader } from './source.ts';

/** A news bulletin's page: kept as captured; its slots are read from it later. */
export const bulletin: SourceReader = {
  kind: 'bulletin',
  expects: 'listing',
  read: () => ({ leads: [], further: [] }),
};
