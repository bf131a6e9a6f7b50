import { type FetchAttempt, type Lead, type Outlet } from '../../src/domain/index.ts';
import { canonicalUrl, isSameSite, itemKey } from '../canonical-url.ts';
import { decodeText } from '../extract/charset.ts';
import { readBulletinFeed } from '../formats/bulletin-feed.ts';
import { readBulletinPage } from '../formats/bulletin-page.ts';
import { plainText } from '../formats/feed-markup.ts';
import { readAttributes } from '../formats/xml-scan.ts';
import type { SourcePage, SourceReader } from './source.ts';

const MAX_BULLETINS = 500;

/**
 * Published bulletins: a page that lists them, a feed (also a platform's channel feed) or a video
 * sitemap. Pages of the outlet's own site are opened; of others the feed's word is taken.
 */
export const bulletin: SourceReader = {
  kind: 'bulletin',
  expects: 'listing',
  read(page) {
    const { text } = decodeText(page.bytes, page.headers);
    const found = isFeed(text) ? feedLeads(text, page) : pageLeads(text, page);
    const own = found.filter(({ url }) => isSameSite(url, page.outlet.homepage));
    const bulletins = new Map(own.slice(0, MAX_BULLETINS).map((lead) => [itemKey(lead.url), lead]));
    return { leads: [], further: [], bulletins: [...bulletins.values()] };
  },
};

/** How many bulletins a source names, also those of a platform whose pages are not opened. */
export function countBulletins(page: SourcePage): number {
  const { text } = decodeText(page.bytes, page.headers);
  return (isFeed(text) ? feedLeads(text, page) : pageLeads(text, page)).length;
}

/** Whether a bulletin source is a feed or sitemap rather than a page. */
export function isFeed(text: string): boolean {
  return /<(?:rss|feed|urlset|rdf:RDF)[\s>]/i.test(text.slice(0, 4_000));
}

function feedLeads(text: string, { url, outlet, now }: SourcePage): Lead[] {
  const options = { timeZone: outlet.timeZone, now };
  return readBulletinFeed(text, url, options).map((entry) => ({
    url: canonicalUrl(entry.url, url) ?? entry.url,
    title: entry.title,
    publishedAt: entry.publishedAt,
    via: 'bulletin',
  }));
}

const BULLETIN_TITLE = /(?:thời sự|bản tin|chuyển động|điểm tin|news|bulletin).{0,80}\d/iu;
const NOT_A_PAGE = /\.(?:xml|rss|atom|vtt|srt|ttml|mp4|mp3|jpe?g|png)(?:[?#]|$)/i;

function pageLeads(html: string, { url, outlet }: SourcePage): Lead[] {
  const patterns = (outlet.broadcast?.bulletinUrls ?? []).map((source) => new RegExp(source));
  const below = `${url.replace(/[?#].*/s, '').replace(/\/$/, '')}/`;
  const leads: Lead[] = [];
  for (const [, source = '', inner = ''] of html.matchAll(
    /<a\b([^>]{1,2000})>([\s\S]{0,2000}?)<\/a>/gi,
  )) {
    const href = readAttributes(source).get('href');
    const address = href === undefined ? null : canonicalUrl(href, url);
    if (address === null || NOT_A_PAGE.test(address) || itemKey(address) === itemKey(url)) continue;
    const title = plainText(inner).slice(0, 500);
    const isOne =
      patterns.length > 0
        ? patterns.some((pattern) => pattern.test(address))
        : address.startsWith(below) || BULLETIN_TITLE.test(title);
    if (isOne)
      leads.push({ url: address, title: title || null, publishedAt: null, via: 'bulletin' });
  }
  return leads;
}

/** The subtitle file that a bulletin's page names, in the outlet's language where it says so. */
export function subtitleOf(attempt: FetchAttempt, outlet: Outlet, now: Date): string | null {
  if (attempt.bytes === null) return null;
  const { text } = decodeText(attempt.bytes, attempt.headers);
  const options = { timeZone: outlet.timeZone, now };
  const files = readBulletinPage(text, attempt.finalUrl, options)?.subtitles ?? [];
  const wanted = files.find(({ language }) => language?.startsWith(outlet.language));
  const chosen = wanted ?? files.find(({ language }) => language === null) ?? files[0];
  return chosen && isSameSite(chosen.url, outlet.homepage) ? chosen.url : null;
}
