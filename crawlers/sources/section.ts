import { storyLinks } from '../extract/story-links.ts';
import { decodeText } from '../extract/charset.ts';
import { leadsOf } from './leads.ts';
import type { SourcePage, SourceReader, SourceReading } from './source.ts';

/** A section's page: its main stories in reading order. */
export const section: SourceReader = { kind: 'section', expects: 'page', read: readStoryLinks };

/** Shared with the homepage, which is read the same way and measured on its own. */
export function readStoryLinks(page: SourcePage): SourceReading {
  const { text } = decodeText(page.bytes, page.headers);
  const found = storyLinks(text, page.url, page.outlet.articleUrls).map(({ url, title }) => ({
    url,
    title,
    publishedAt: null,
  }));
  return { leads: leadsOf(found, page), further: [] };
}
