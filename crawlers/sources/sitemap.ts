import { isSameSite } from '../canonical-url.ts';
import { parseSitemap } from '../formats/sitemap.ts';
import { leadsOf } from './leads.ts';
import type { SourcePage, SourceReader } from './source.ts';

/** Older entries were the business of earlier crawls. */
const WINDOW_MS = 7 * 86_400_000;
const MAX_CHILDREN = 20;
const NEWS = /news|tin|latest|moi-nhat|today/i;

/** XML sitemaps and their indexes: the news ones first, and only what is recent. */
export const sitemap: SourceReader = {
  kind: 'sitemap',
  expects: 'sitemap',
  read(page) {
    const { items, sitemaps } = parseSitemap(page.bytes, page.headers);
    const isRecent = recentAt(page.now);
    const entries = items
      .filter(({ publishedAt, modifiedAt }) => isRecent(publishedAt ?? modifiedAt))
      .map(({ url, title, publishedAt }) => ({ url, title, publishedAt }));
    const children = sitemaps
      .filter(({ url, modifiedAt }) => isRecent(modifiedAt) && isSameSite(url, page.outlet.homepage))
      .toSorted((left, right) => rank(right) - rank(left))
      .slice(0, MAX_CHILDREN);
    const further = children.map(({ url }) => ({ kind: 'sitemap', url }) as const);
    return { leads: leadsOf(entries, page), further };
  },
};

function rank({ url, modifiedAt }: { url: string; modifiedAt: string | null }): number {
  const changed = modifiedAt === null ? 0 : Date.parse(modifiedAt) || 0;
  return changed + (NEWS.test(url) ? Number.MAX_SAFE_INTEGER / 2 : 0);
}

function recentAt(now: SourcePage['now']) {
  const oldest = now.getTime() - WINDOW_MS;
  return (date: string | null) => {
    const time = date === null ? Number.NaN : Date.parse(date);
    // What gives no date is looked at: leaving it out could leave out the news.
    return Number.isNaN(time) || time >= oldest;
  };
}
