import type { SourceKind } from '../../src/domain/index.ts';
import { bulletin } from './bulletin.ts';
import { feed } from './feed.ts';
import { homepage } from './homepage.ts';
import { listing } from './listing.ts';
import { section } from './section.ts';
import { sitemap } from './sitemap.ts';
import type { SourceReader } from './source.ts';

export type { SourcePage, SourceReader, SourceReading } from './source.ts';

/** How each kind of source is read, in the order in which an outlet's sources are asked. */
export const SOURCE_READERS: Readonly<Record<SourceKind, SourceReader>> = {
  homepage,
  section,
  feed,
  sitemap,
  bulletin,
  listing,
};
