import { countWords } from '../analyzers/index.ts';
import { decodeText, type ReplayedPage, replayedAttempt, storyLinks } from '../crawlers/index.ts';
import { type Article, ColumnInchesError, type Lead } from './domain/index.ts';
import { type Kept, keepPage, type PageSetting, readArticle } from './pipeline.ts';

/** Stores a saved page as if it had been fetched: an article, or a section page by its links. */
export async function keepReplayedPage(page: ReplayedPage, setting: PageSetting): Promise<Kept> {
  const attempt = replayedAttempt(page, page, setting.parts.clock);
  const captured = { outletId: setting.outlet.id, attempt, lead: null };
  const read = attempt.bytes === null ? null : readArticle(captured, attempt.bytes, setting);
  const leads = sectionLeads(page, setting);
  if (read !== null && isSection(read, leads)) {
    return keepPage({ ...captured, kind: 'source', sourceKind: 'section', leads }, setting);
  }
  return keepPage({ ...captured, kind: 'article', sourceKind: 'section', leads: [] }, setting);
}

/** Fewer words of text than this for each story it links, and a page is one of links. */
const wordsPerLink = 40;
const leastSectionLinks = 8;

/**
 * Whether a saved page lists stories rather than tells one. A page that states its own publication
 * in its data is an article, however many others it links.
 */
function isSection(read: Article | ColumnInchesError, leads: readonly Lead[]): boolean {
  if (leads.length < leastSectionLinks) return false;
  if (read instanceof ColumnInchesError) return true;
  if (['json-ld', 'microdata', 'meta'].includes(read.origins.publishedAt)) return false;
  return countWords(read.text) < wordsPerLink * leads.length;
}

function sectionLeads(page: ReplayedPage, setting: PageSetting): Lead[] {
  const html = decodeText(page.bytes, page.headers).text;
  return storyLinks(html, page.url, setting.outlet.articleUrls ?? {}).map((link) => ({
    url: link.url,
    title: link.title,
    publishedAt: null,
    via: 'section',
  }));
}
