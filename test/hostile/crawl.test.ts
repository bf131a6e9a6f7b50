import { describe, expect, it } from 'vitest';
import { article, feedOf, type Site, type SitePage } from '../crawlers/press.ts';
import { crawlWith, site } from './sites.ts';

const LIMITS = {
  totalMs: 1000,
  firstByteMs: 250,
  slowWindowMs: 300,
  minBytesPerSecond: 2000,
  decodedBytes: 2_000_000,
};
const TITLES = Array.from(
  { length: 5 },
  (_, at) => [`/tin-${400_000 + at}.html`, `Tỉnh họp về việc thứ ${at}`] as const,
);
async function healthy(): Promise<Site> {
  const made = await site({});
  made.pages.set('/tin.rss', feedOf(made.origin, TITLES));
  for (const [at, title] of TITLES) made.pages.set(at, article(title));
  return made;
}

const XML = { 'content-type': 'application/xml' };
const sitemapIndex = (urls: readonly string[]) =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls
    .map((url) => `<sitemap><loc>${url}</loc></sitemap>`)
    .join('')}</sitemapindex>`;
const urlset = (urls: readonly string[]) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls
    .map((url) => `<url><loc>${url}</loc></url>`)
    .join('')}</urlset>`;

describe('hostile outlets', () => {
  it('a sitemap index that begets indexes without end stays within bounds', async () => {
    const made = await site({});
    let born = 0;
    const beget: SitePage = (_, response) => {
      const children = Array.from({ length: 20 }, () => `/s${(born += 1)}.xml`);
      for (const child of children) made.pages.set(child, beget);
      response.writeHead(200, XML).end(sitemapIndex(children.map((child) => made.origin + child)));
    };
    made.pages.set('/sitemap.xml', beget);
    const summary = await crawlWith(LIMITS, 50)(made, 'sitemap', '/sitemap.xml');
    expect(summary.ended).toBe('complete');
    expect(made.asked.length).toBeLessThan(50);
  });

  it('a poisoned sitemap leads neither away nor inside', async () => {
    const canary = await site({ '/': 'x' });
    const made = await site({});
    const poison = [
      `${canary.origin}/tin-999999.html`,
      'http://169.254.169.254/latest/meta-data/tin-999999.html',
      'http://10.0.0.1/tin-999999.html',
      'file:///etc/passwd',
      'javascript:alert(1)',
      `http://user:secret@127.0.0.1/tin-999999.html`,
      `${made.origin}/${'a'.repeat(5000)}`,
      'http://[::1]/',
      '../../../etc/passwd',
    ];
    made.pages.set('/sitemap.xml', urlset(poison));
    const summary = await crawlWith(LIMITS, 50)(made, 'sitemap', '/sitemap.xml');
    expect(summary.ended).toBe('complete');
    expect(canary.asked).toEqual([]);
    expect(made.asked.filter((at) => !/robots|sitemap|etc\/passwd/.test(at))).toEqual([]);
  });

  it.each([
    [
      'entities that unfold without end',
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]><rss><channel><item><title>&c;</title></item></channel></rss>`,
    ],
    [
      'an entity from a file',
      '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title><link>/tin-1.html</link></item></channel></rss>',
    ],
    ['100,000 nested elements', `<rss>${'<a>'.repeat(100_000)}`],
    ['100,000 attributes', `<rss ${'a="b" '.repeat(100_000)}/>`],
    ['nothing but angle brackets', '<'.repeat(500_000)],
  ])('a feed with %s is passed over in time', async (_, text) => {
    const made = await site({ '/tin.rss': text });
    const begun = performance.now();
    const summary = await crawlWith(LIMITS, 50)(made, 'feed', '/tin.rss');
    expect(summary.ended).toBe('complete');
    expect(performance.now() - begun).toBeLessThan(8000);
    expect(JSON.stringify(summary)).not.toContain('root:');
  });

  it('leaves the other outlets unharmed', async () => {
    const crawl = crawlWith(LIMITS, 50);
    const bad: SitePage[] = [
      () => undefined,
      (request) => void request.socket.destroy(),
      (_, response) => void response.writeHead(500).end(),
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const send = () => void (!response.destroyed && response.write('x'.repeat(60_000), send));
        send();
      },
      (_, response) => void response.writeHead(302, { location: '/tin.rss' }).end(),
      (_, response) => void response.writeHead(429, { 'retry-after': '9999' }).end(),
    ];
    const hostile = await Promise.all(bad.map((page) => site({ '/tin.rss': page })));
    const good = await Promise.all([1, 2, 3].map(healthy));
    const begun = performance.now();
    const summaries = await Promise.all([
      ...hostile.map((made) => crawl(made, 'feed', '/tin.rss')),
      ...good.map((made) => crawl(made, 'feed', '/tin.rss')),
    ]);
    expect(performance.now() - begun).toBeLessThan(25_000);
    const results = summaries.map(({ articles, sources }) => [
      sources.at(-1)?.outcome,
      articles.ok,
    ]);
    expect(results.slice(bad.length)).toEqual(Array.from({ length: 3 }, () => ['ok', 5]));
    expect(results.slice(0, bad.length).every(([outcome]) => outcome !== 'ok')).toBe(true);
  });

  it('a feed of 20,000 items costs no more than the bound of articles', async () => {
    const items = Array.from(
      { length: 20_000 },
      (_, at) => [`/tin-${700_000 + at}.html`, `Tin ${at}`] as const,
    );
    const made = await site({});
    made.pages.set('/tin.rss', feedOf(made.origin, items));
    for (const [at] of items.slice(0, 5000)) made.pages.set(at, 'Tin ngắn');
    const summary = await crawlWith(LIMITS, 50)(made, 'feed', '/tin.rss');
    expect(summary.articles.ok).toBeLessThanOrEqual(50);
    expect(summary.leads).toBeLessThanOrEqual(5000);
  });
});
