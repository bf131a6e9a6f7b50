import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import {
  frontPage,
  generatePress,
  type Outage,
  type OutletId,
  pressOutlets,
  respond,
  revisionsBetween,
} from '../../../src/demo/index.ts';

const press = generatePress();
const end = new Date(press.endMs - 1);
const ids = press.outlets.map(({ id }) => id);
const get = (outletId: OutletId, path: string, at = end) => respond(press, { outletId, path, at });
const xml = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['url', 'sitemap', 'item', 'entry', 'programme'].includes(name),
});
const voids = new Set(['meta', 'link', 'img', 'br', 'input', 'hr']);

/** Closing tags that do not match what is open, and elements left open. */
function faults(html: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  const bare = html
    .replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, '')
    .replace(/<!DOCTYPE html>/, '');
  for (const [, slash, name = ''] of bare.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*)?>/g)) {
    if (voids.has(name)) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name) found.push(`</${name}> closes another element`);
  }
  const text = bare.replace(/<\/?[a-z][^>]*>/g, '');
  if (/[<>]/.test(text)) found.push('a bare < or > in the text');
  return [...found, ...open.map((name) => `<${name}> is never closed`)];
}

function links(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, path]) => path as string);
}

describe('what the outlets serve', () => {
  it('resolves every link, picture and source from the front pages and 60 articles', () => {
    for (const id of ids) {
      const own = press.articles.filter(({ outletId }) => outletId === id);
      const pages = ['/', ...own.filter((_, index) => index % 7 === 0).map(({ path }) => path)];
      const sources = press.outlets.find((sheet) => sheet.id === id)?.sources ?? [];
      const seen = new Set<string>(sources.map(({ path }) => path));
      for (const page of pages) for (const path of links(get(id, page).body)) seen.add(path);
      for (const path of seen) {
        if (!path.endsWith('.mp4')) expect(get(id, path).status, `${id} ${path}`).toBe(200);
      }
    }
  });

  it('writes well-formed HTML with the note of fiction outside the article, nothing from elsewhere', () => {
    for (const id of ids) {
      const own = press.articles.filter(({ outletId }) => outletId === id);
      const kinds = press.outlets.find((sheet) => sheet.id === id)?.sources ?? [];
      const paths = kinds
        .filter(({ kind }) => !['feed', 'sitemap'].includes(kind))
        .map(({ path }) => path);
      for (const path of [...paths, ...own.slice(0, 40).map((article) => article.path)]) {
        const { body, headers } = get(id, path);
        if (!headers['content-type']?.startsWith('text/html')) continue;
        expect(faults(body), `${id} ${path}`).toEqual([]);
        expect(body).toContain('Báo hư cấu — dữ liệu minh họa');
        expect(body).not.toMatch(/(?:src|href)="https?:\/\/(?!bao-|luu-|dai-)/);
        for (const [tag] of body.matchAll(/<img[^>]*>/g))
          expect(tag).toMatch(/width="\d+" height="\d+"/);
      }
    }
  });

  it('gives valid feeds whose items are the newest articles', () => {
    for (const [id, path] of [
      ['bao-song-thanh', '/rss/trang-chu.rss'],
      ['bao-song-thanh', '/rss/y-te.rss'],
      ['dai-song-thanh', '/rss.xml'],
      ['dai-song-thanh', '/ban-tin/rss.xml'],
      ['luu-giang-online', '/atom.xml'],
    ] as const) {
      const { body, status } = get(id, path);
      expect(status).toBe(200);
      expect(XMLValidator.validate(body)).toBe(true);
      const tree = xml.parse(body);
      const items = tree.rss?.channel.item ?? tree.feed?.entry;
      expect(items.length).toBeGreaterThan(5);
      const times = items.map((item: Record<string, string>) =>
        Date.parse(item['pubDate'] ?? item['published'] ?? ''),
      );
      expect(times).toEqual(times.toSorted((a: number, b: number) => b - a));
    }
  });

  it('lists every article once in the sitemaps, dates only where pages have them', () => {
    for (const { id, sitemapIndex } of press.outlets) {
      const maps = xml.parse(get(id, sitemapIndex).body).sitemapindex.sitemap as { loc: string }[];
      const daily = maps.filter(({ loc }) => loc.includes('/sitemaps/'));
      const urls = daily.flatMap(({ loc }) => {
        const { body } = get(id, new URL(loc).pathname);
        expect(XMLValidator.validate(body)).toBe(true);
        return xml.parse(body).urlset.url as { loc: string; lastmod?: string }[];
      });
      const own = press.articles.filter(({ outletId }) => outletId === id);
      expect(urls.map(({ loc }) => new URL(loc).pathname).toSorted()).toEqual(
        own.map(({ path }) => path).toSorted(),
      );
      for (const url of urls) {
        const article = own.find(({ path }) => url.loc.endsWith(path));
        expect(url.lastmod !== undefined).toBe(article?.dated);
      }
      const news = xml.parse(get(id, '/sitemap-news.xml').body).urlset.url;
      expect(news.length).toBeGreaterThan(5);
    }
  });

  it('keeps an article to itself before its hour and shows the edit after its own', () => {
    const edited = press.articles.find(
      ({ versions, outletId }) =>
        versions[1]?.change === 'retitled' && outletId === 'bao-song-thanh',
    );
    const [first, second] = edited?.versions ?? [];
    const at = (timeMs: number) => get('bao-song-thanh', edited?.path ?? '/', new Date(timeMs));
    expect(at((first?.atMs ?? 0) - 1).status).toBe(404);
    expect(at(first?.atMs ?? 0).body).toContain(
      `"headline":${JSON.stringify(first?.draft.title.text)}`,
    );
    expect(at(second?.atMs ?? 0).body).toContain(
      `"headline":${JSON.stringify(second?.draft.title.text)}`,
    );
    expect(at(second?.atMs ?? 0).body).toContain('Cập nhật lúc');
  });

  it('answers 304 to its own validators and 200 once something changed', () => {
    const path = '/rss/trang-chu.rss';
    const at = new Date(press.startMs + 9 * 3_600_000);
    const first = get('bao-song-thanh', path, at);
    const ask = (time: Date) =>
      respond(press, {
        outletId: 'bao-song-thanh',
        path,
        at: time,
        headers: { 'if-none-match': first.headers['etag'] },
      });
    expect(ask(at)).toMatchObject({ status: 304, body: '' });
    expect(ask(new Date(at.getTime() + 86_400_000)).status).toBe(200);
    const article = press.articles.find(({ dated }) => dated);
    const page = get(article?.outletId ?? 'bao-song-thanh', article?.path ?? '');
    const again = respond(press, {
      outletId: article?.outletId ?? 'bao-song-thanh',
      path: article?.path ?? '',
      at: end,
      headers: { 'if-modified-since': page.headers['last-modified'] },
    });
    expect(again.status).toBe(304);
  });

  it('is down for a day at one outlet only', () => {
    expect(press.truth.outages).toHaveLength(1);
    const { outletId, fromMs, untilMs } = press.truth.outages[0] as Outage;
    const noon = new Date(fromMs + 12 * 3_600_000);
    for (const id of ids) {
      for (const path of ['/', '/robots.txt']) {
        expect(get(id, path, noon).status).toBe(id === outletId ? 503 : 200);
      }
    }
    expect(get(outletId, '/', new Date(untilMs)).status).toBe(200);
    expect(get(outletId, '/', new Date(fromMs - 1)).status).toBe(200);
  });

  it('says no date of an undated page anywhere', () => {
    for (const article of press.articles.filter(({ dated }) => !dated)) {
      const { body, headers } = get(article.outletId, article.path);
      const main = body.slice(body.indexOf('<h1'), body.indexOf('</h1>') + 400);
      expect(main).not.toMatch(/\d{2}\/\d{2}\/\d{4}/);
      expect(body).not.toMatch(/datePublished|article:published_time|<time /);
      expect(headers['last-modified']).toBeUndefined();
    }
  });

  it('changes its front pages through the day and never shows tomorrow’s story', () => {
    const from = press.startMs + 3 * 86_400_000;
    for (const id of ids) {
      const moments = revisionsBetween(id, from, from + 86_400_000);
      expect(moments.length).toBeGreaterThan(15);
      const leads = moments.map((moment) => {
        const page = frontPage(press, id, new Date(moment));
        const html = get(id, '/', new Date(moment)).body;
        for (const { articleId, path } of page.blocks.flatMap(({ items }) => items)) {
          const article = press.articles.find((entry) => entry.id === articleId);
          expect(article?.publishedMs).toBeLessThanOrEqual(moment);
          expect(html).toContain(`href="${path}`);
        }
        return page.blocks.find(({ items }) => items[0]?.size === 'hero')?.items[0]?.articleId;
      });
      expect(new Set(leads).size).toBeGreaterThan(1);
    }
    const kinds = ids.flatMap((id) => frontPage(press, id, end).blocks.map(({ kind }) => kind));
    expect([...new Set(kinds)].toSorted()).toEqual([
      'automatic',
      'carousel',
      'editorial',
      'ticker',
    ]);
  });

  it('describes itself to the crawlers as fiction on loopback', () => {
    const origins = {
      'bao-song-thanh': 'http://127.0.0.1:1',
      'luu-giang-online': 'http://127.0.0.1:2',
      'dai-song-thanh': 'http://127.0.0.1:3',
    };
    for (const outlet of pressOutlets(press, origins)) {
      expect(outlet).toMatchObject({ demo: true, allowPrivateAddresses: true, delayMs: 0 });
      const include = (outlet.articleUrls?.include ?? []).map((source) => new RegExp(source));
      for (const { outletId, path } of press.articles) {
        if (outletId === outlet.id) expect(include.some((test) => test.test(path))).toBe(true);
      }
    }
  });
});
