// How much of the air a source names, for trying it out.
import { parseListing } from './formats/listing.ts';
import { countBulletins } from './sources/bulletin.ts';
import type { SourcePage } from './sources/index.ts';

/** Programmes that a listing names, or bulletins of a bulletin source; 0 for other kinds. */
export function countAired(page: SourcePage): number {
  const { outlet, source, bytes, headers, url, now } = page;
  if (source.kind === 'bulletin') return countBulletins(page);
  if (source.kind !== 'listing') return 0;
  const { timeZone, language } = outlet;
  return parseListing(bytes, headers, { timeZone, language, now, url }).programmes.length;
}
