import { ColumnInchesError } from '../../src/domain/index.ts';
import { isSameSite } from '../canonical-url.ts';
import { parseSitemap, type SitemapEntry } from '../formats/sitemap.ts';
import { leadsOf } from './leads.ts';
import type { SourcePage, SourceReader, SourceReading } from './source.ts';

/** Older entries were the business of earlier crawls. */
const WINDOW_MS = 7 * 86_400_000;
const MAX_CHILDREN = 20;
const NEWS = /news|tin|latest|moi-nhat|today/i;

/** XML sitemaps and their indexes: the news ones first, and only what is recent. */
export const sitemap: SourceReader = {
  kind: 'sitemap',
  expects: 'sitemap',
  read(page) {
    const { url, outlet, now } = page;
    const options = { url, timeZone: outlet.timeZone, now };
    const { kind, entries, reasons } = parseSitemap(page.bytes, page.headers, options);
    if (entries.length === 0 && reasons.length > 0) {
      throw new ColumnInchesError({
        code: 'crawl/no-sitemap',
        verdict: 'stop-source',
        message: `${url} is no sitemap: ${reasons.join('; ')}. Correct the address in the YAML.`,
        messageVietnamese: `${url} không phải sơ đồ trang (${reasons.join('; ')}). Sửa địa chỉ trong tệp YAML.`,
      });
    }
    return kind === 'index' ? readIndex(entries, page) : readPages(entries, page);
  },
};

function readPages(entries: readonly SitemapEntry[], page: SourcePage): SourceReading {
  const recent = entries
    .filter(({ news, lastModified }) => isRecent(news?.publishedAt ?? lastModified, page.now))
    .map(({ url, news }) => ({
      url,
      title: news?.title ?? null,
      publishedAt: news?.publishedAt ?? null,
    }));
  return { leads: leadsOf(recent, page), further: [] };
}

function readIndex(entries: readonly SitemapEntry[], page: SourcePage): SourceReading {
  const children = entries
    .filter(({ url }) => isSameSite(url, page.outlet.homepage))
    .filter(({ lastModified }) => isRecent(lastModified, page.now))
    .toSorted((left, right) => rank(right) - rank(left))
    .slice(0, MAX_CHILDREN);
  return { leads: [], further: children.map(({ url }) => ({ kind: 'sitemap', url })) };
}

function rank({ url, lastModified }: SitemapEntry): number {
  const changed = lastModified === null ? 0 : Date.parse(lastModified) || 0;
  return changed + (NEWS.test(new URL(url).pathname) ? Number.MAX_SAFE_INTEGER / 2 : 0);
}

/** What gives no date is looked at: leaving it out could leave out the news. */
function isRecent(date: string | null, now: Date): boolean {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) || time >= now.getTime() - WINDOW_MS;
}
