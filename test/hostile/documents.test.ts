import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../crawlers/index.ts';
import type { Source } from '../../src/domain/index.ts';
import { article, feedOf, type Site } from '../crawlers/press.ts';
import { crawlWith, site } from './sites.ts';

// Feeds, sitemaps and pages whose content is the attack: whatever they say, a canary beside the
// site is never asked, time stays bounded, and what is honest in them still comes out.

const boundMs = 8_000;
const limits = { totalMs: 2_000, firstByteMs: 500, decodedBytes: 4_000_000 };

/** Crawls one source of a site, and sees that it ends in time. */
async function crawl(made: Site, kind: Source['kind'], path: string) {
  const begun = performance.now();
  const summary = await crawlWith(limits, 20)(made, kind, path);
  expect(performance.now() - begun).toBeLessThan(boundMs);
  expect(summary.ended).toBe('complete');
  return summary;
}

const honest = ['/tin-500001.html', 'Tỉnh họp bàn về đường ven biển'] as const;
const loc = (url: string) => `<url><loc>${url}</loc></url>`;
const index = (urls: readonly string[]) =>
  `<sitemapindex>${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`;

describe('sitemaps', () => {
  it.each([
    ['that name themselves', { '/sitemap.xml': ['/sitemap.xml', '/sitemap.xml?again'] }],
    ['that name each other', { '/sitemap.xml': ['/b.xml'], '/b.xml': ['/sitemap.xml', '/c.xml'] }],
  ])('indexes %s are read once', async (_, named: Readonly<Record<string, string[]>>) => {
    const made = await site({});
    for (const [path, children] of Object.entries(named)) {
      made.pages.set(path, index(children.map((child) => made.origin + child)));
    }
    await crawl(made, 'sitemap', '/sitemap.xml');
    const asked = made.asked.filter((path) => path !== '/robots.txt');
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThan(5);
  });

  it('of 50,001 addresses give no more than the bound, each once', async () => {
    const made = await site({ [honest[0]]: article(honest[1]) });
    const many = Array.from({ length: 50_001 }, (_, at) =>
      loc(`${made.origin}/t-${800_000 + at}.html`),
    );
    made.pages.set('/sitemap.xml', `<urlset>${many.join('')}</urlset>`);
    const { leads } = await crawl(made, 'sitemap', '/sitemap.xml');
    expect(leads).toBeLessThanOrEqual(5000);
    expect(made.asked.length).toBeLessThanOrEqual(25);
  });

  it.each([
    ['dates that never were', `<url><loc>URL</loc><lastmod>9999-99-99T99:99:99</lastmod></url>`],
    ['an entity for its address', `<!DOCTYPE u [<!ENTITY e "URL">]><urlset>${loc('&e;')}</urlset>`],
    ['a CDATA that never ends', `${loc('URL')}<url><loc><![CDATA[`],
    ['a comment that never ends', `${loc('URL')}<!-- ${'-'.repeat(100_000)}`],
    ['NUL bytes and half characters', `\0\0${loc('URL')}\uD800\0`],
  ])('with %s are read as far as they go', async (_, body) => {
    const made = await site({ [honest[0]]: article(honest[1]) });
    made.pages.set('/sitemap.xml', `<urlset>${body.replace('URL', made.origin + honest[0])}`);
    await crawl(made, 'sitemap', '/sitemap.xml');
    expect(made.asked.length).toBeLessThan(10);
  });
});

describe('feeds that would have something else read', () => {
  it.each([
    ['a document type elsewhere', '<!DOCTYPE rss SYSTEM "CANARY/evil.dtd">'],
    [
      'a parameter entity elsewhere',
      '<!DOCTYPE rss [<!ENTITY % p SYSTEM "CANARY/p.dtd">%p;<!ENTITY a "x">]>',
    ],
    ['an entity elsewhere', '<!DOCTYPE rss [<!ENTITY a SYSTEM "CANARY/a">]>'],
    ['a style sheet elsewhere', '<?xml-stylesheet href="CANARY/s.xsl"?>'],
    [
      'an inclusion',
      '<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="CANARY/i"/></x>',
    ],
    ['a schema elsewhere', '<x xsi:schemaLocation="a CANARY/s.xsd"/>'],
  ])('by %s ask nobody, and are still read', async (_, head) => {
    const canary = await site({});
    const made = await site({ [honest[0]]: article(honest[1]) });
    const feed = feedOf(made.origin, [honest]).replace(/<\?xml[^>]*\?>/, '');
    made.pages.set('/tin.rss', head.replaceAll('CANARY', canary.origin) + feed);
    const { articles } = await crawl(made, 'feed', '/tin.rss');
    expect(canary.asked).toEqual([]);
    expect(articles.ok).toBe(1);
  });

  it.each([
    [
      'of JSON 100,000 deep',
      `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(100_000)}`,
    ],
    [
      'of JSON with a prototype',
      '{"__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1}}]}',
    ],
    [
      'with 20,000 namespaces',
      `<rss ${Array.from({ length: 20_000 }, (_, at) => `xmlns:n${at}="u"`).join(' ')}>`,
    ],
    ['of 200,000 empty items', `<rss><channel>${'<item/>'.repeat(200_000)}`],
    [
      'with a title of a megabyte',
      `<rss><channel><item><title>${'Tin '.repeat(250_000)}</title></item>`,
    ],
    ['cut off within a tag', '<rss><channel><item><title>Tin</title><link>http://'],
    ['that are a page', '<!doctype html><html><body><h1>404</h1>'],
    [
      'in UTF-16 without a mark',
      Buffer.from('<rss><channel/></rss>', 'utf16le').toString('latin1'),
    ],
    ['that say UTF-7', '+ADw-rss+AD4-<?xml version="1.0" encoding="utf-7"?>'],
  ])('%s end in time and harm nothing', async (_, body) => {
    const made = await site({ '/tin.rss': body });
    await crawl(made, 'feed', '/tin.rss');
    expect('polluted' in {}).toBe(false);
  });

  it('lead to no other host, port or scheme, and give no secret away', async () => {
    const canary = await site({});
    const made = await site({});
    const links = [
      `${canary.origin}/tin-1.html`,
      `http://user:pass@127.0.0.1:${new URL(made.origin).port}/tin-2.html`,
      'http://127.0.0.1:22/tin-3.html',
      'http://169.254.169.254/tin-4.html',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      `//${new URL(canary.origin).host}/tin-5.html`,
      '\\\\127.0.0.1\\tin-6.html',
    ];
    const items = links.map((url) => `<item><title>Tin</title><link>${url}</link></item>`);
    made.pages.set('/tin.rss', `<rss><channel>${items.join('')}</channel></rss>`);
    await crawl(made, 'feed', '/tin.rss');
    expect(canary.asked).toEqual([]);
    const asked = made.asked.filter((path) => !/^\/(robots\.txt|tin\.rss)$/.test(path));
    // Of the site's own: asked for, its password left out.
    expect(asked).toEqual(['/tin-2.html']);
    expect(made.headers.some((headers) => 'authorization' in headers)).toBe(false);
  });
});

describe('pages', () => {
  it('that name another address as their own lead nowhere', async () => {
    const canary = await site({});
    const head = [
      `<link rel="canonical" href="${canary.origin}/khac.html">`,
      `<link rel="amphtml" href="${canary.origin}/amp.html">`,
      `<meta http-equiv="refresh" content="0;url=${canary.origin}/di.html">`,
      `<base href="${canary.origin}/">`,
      '<link rel="canonical" href="http://169.254.169.254/">',
    ];
    const made = await site({
      [honest[0]]: article(honest[1]).replace('<head>', `<head>${head.join('')}`),
    });
    made.pages.set('/tin.rss', feedOf(made.origin, [honest]));
    await crawl(made, 'feed', '/tin.rss');
    expect(canary.asked).toEqual([]);
    expect(made.asked.filter((path) => path === honest[0])).toHaveLength(1);
  });

  const deep = (tag: string, count: number) => `<${tag}>`.repeat(count);
  it.each([
    ['100,000 elements deep', `<body>${deep('div', 100_000)}x`],
    ['100,000 open paragraphs', deep('p', 100_000)],
    ['an attribute of a megabyte', `<p class="${'a '.repeat(500_000)}">x</p>`],
    ['200,000 entities', '&amp;'.repeat(200_000)],
    ['entities without end', `&#${'9'.repeat(1_000_000)};`],
    ['a table of 40,000 cells', `<table>${'<tr><td>x'.repeat(40_000)}`],
    [
      'structured data 50,000 deep',
      `<script type="application/ld+json">${'{"a":'.repeat(50_000)}</script>`,
    ],
    [
      '10,000 structured pieces',
      '<script type="application/ld+json">{"@type":"NewsArticle"}</script>'.repeat(10_000),
    ],
    ['a script that never ends', `<script>${'<'.repeat(2_000_000)}`],
    ['a date of a megabyte', `<time datetime="${'2026-'.repeat(200_000)}">x</time>`],
    ['half quotes', '<a href="'.repeat(100_000)],
    ['one line of 3 MB', 'Tin tức '.repeat(400_000)],
  ])('with %s are read in bounded time', (_, body) => {
    const html = `<!doctype html><html><head><title>Tin</title></head>${body}`;
    const begun = performance.now();
    extractArticle(html, 'https://bao.example/tin-1.html');
    expect(performance.now() - begun).toBeLessThan(boundMs);
  });
});
