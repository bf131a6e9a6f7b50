import RssParser from 'rss-parser';
import { parseFeed, parseSitemap } from '../crawlers/index.ts';
import { generatePress } from '../src/demo/index.ts';
import { type Bench, compare } from './comparison.ts';
import { pressFeeds } from './sample-press.ts';

const repeats = 20;
const urlCount = 50_000;
const rssParser = 'rss-parser';

/** A news site's sitemap: addresses with day and time of the last change. */
export function sampleSitemap(count: number): Uint8Array {
  const start = Date.UTC(2025, 9, 6);
  const entries = Array.from({ length: count }, (_, index) => {
    const changed = new Date(start + index * 60_000).toISOString();
    const address = `https://press.example/thoi-su/tin-so-${index}-trong-ngay.html?a=1&amp;b=2`;
    return `<url><loc>${address}</loc><lastmod>${changed}</lastmod><priority>0.5</priority></url>`;
  });
  const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${xmlns}">\n${entries.join('\n')}\n</urlset>`,
  );
}

/** Feeds of the demo press, from bytes to items, and a large sitemap. */
export const feedsBench: Bench = {
  name: 'feeds',
  async *run({ rounds }) {
    const once = pressFeeds(generatePress());
    const feeds = Array.from({ length: repeats }, () => once).flat();
    const kilobytes = feeds.reduce((sum, { length }) => sum + length, 0) / feeds.length / 1000;
    const decoder = new TextDecoder();
    const readWithPeer = async () => {
      const parser = new RssParser();
      for (const feed of feeds) await parser.parseString(decoder.decode(feed));
    };
    yield await compare(
      {
        title: `feeds (RSS and Atom) of ${kilobytes.toFixed(0)} kB on average`,
        unit: 'feed',
        count: feeds.length,
        contenders: [
          { name: 'parseFeed', run: () => feeds.map((feed) => parseFeed(feed).items.length) },
          { name: rssParser, run: readWithPeer },
        ],
      },
      rounds,
    );
    const sitemap = sampleSitemap(urlCount);
    yield await compare(
      {
        title: `a sitemap of ${urlCount.toLocaleString('en')} addresses`,
        unit: 'sitemap',
        count: 1,
        contenders: [{ name: 'parseSitemap', run: () => parseSitemap(sitemap).entries.length }],
        claims: [{ text: '< 4 s', holds: ({ ownMs }) => ownMs < 4000 }],
      },
      rounds,
    );
  },
};
