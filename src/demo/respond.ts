import { entityTag, atomFeed, daySitemap, newsSitemap, rssFeed, sitemapIndex } from './feeds.ts';
import { frontPage, publishedBy } from './front.ts';
import {
  bulletinFeed,
  bulletinList,
  bulletinPage,
  bulletinSubtitles,
  schedulePage,
  scheduleText,
  videoSitemap,
  xmltv,
} from './air.ts';
import type { OutletId, PressArticle } from './model.ts';
import { sectionIds, sectionNames, sectionPath } from './outlets.ts';
import { broadcasterTheme } from './pages/broadcaster.ts';
import { cityTheme } from './pages/city.ts';
import { type Card, cardOf, type Visit } from './pages/html.ts';
import { newspaperTheme } from './pages/newspaper.ts';
import type { Theme } from './pages/theme.ts';
import { drawPicture } from './pictures.ts';
import type { Press } from './press.ts';
import { revisionMs } from './rhythm.ts';

export interface PressRequest {
  readonly outletId: OutletId;
  /** Path with query, as in the request line. */
  readonly path: string;
  /** Simulated time of the request. */
  readonly at: Date;
  /** Lower-case names; `host` gives the addresses in feeds and sitemaps. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export interface PressResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
  /** Last change, for Last-Modified; none where the page must not tell its age. */
  readonly changedMs?: number;
  readonly location?: string;
}

const themes: Readonly<Record<OutletId, Theme>> = {
  'bao-song-thanh': newspaperTheme,
  'luu-giang-online': cityTheme,
  'dai-song-thanh': broadcasterTheme,
};

const pageSize = 18;
const xml = 'application/xml; charset=utf-8';

function cards(articles: readonly PressArticle[], atMs: number): Card[] {
  return articles.flatMap((article) => cardOf(article, atMs) ?? []);
}

function front(visit: Visit): Answer {
  const { press, sheet, atMs } = visit;
  const revisedMs = revisionMs(sheet.id, atMs);
  const page = frontPage(press, sheet.id, new Date(atMs));
  const known = cards(publishedBy(press, sheet.id, revisedMs), revisedMs);
  const byId = new Map(known.map((card) => [card.article.id, card]));
  const body = themes[sheet.id].front({ ...visit, atMs: revisedMs }, { front: page, cards: byId });
  return { body, changedMs: revisedMs };
}

function mostRead(visit: Visit): Card[] {
  const { press, sheet, atMs } = visit;
  const blocks = frontPage(press, sheet.id, new Date(atMs)).blocks;
  const block = blocks.find(({ id }) => id === 'doc-nhieu' || id === 'xem-nhieu');
  const ids = new Set(block?.items.map(({ articleId }) => articleId));
  return cards(
    press.articles.filter(({ id }) => ids.has(id)),
    atMs,
  );
}

function articlePage(visit: Visit, article: PressArticle): Answer {
  const card = cardOf(article, visit.atMs);
  if (!card) return notFound(visit);
  const others = relatedTo(visit, article);
  const body = themes[visit.sheet.id].article(visit, {
    card,
    related: others,
    mostRead: mostRead(visit).filter((other) => other.article !== article),
  });
  return article.dated ? { body, changedMs: card.version.atMs } : { body };
}

/**
 * Up to five of the section that were there before this article: a page does not change with each
 * news.
 */
function relatedTo(visit: Visit, article: PressArticle): Card[] {
  const older = publishedBy(visit.press, visit.sheet.id, article.publishedMs);
  const same = older.filter((other) => other.section === article.section && other !== article);
  return cards(same.slice(0, 5), visit.atMs);
}

function sectionPage(visit: Visit, section: string, query: URLSearchParams): Answer {
  const all = publishedBy(visit.press, visit.sheet.id, visit.atMs).filter(
    (article) => article.section === section,
  );
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Number(query.get('trang') ?? '1');
  if (!Number.isInteger(page) || page < 1 || page > pages) return notFound(visit);
  const body = themes[visit.sheet.id].section(visit, {
    id: section,
    name: sectionNames[section] as string,
    cards: cards(all.slice((page - 1) * pageSize, page * pageSize), visit.atMs),
    page,
    pages,
  });
  return { body };
}

function plain(visit: Visit, page: { title: string; path: string; html: string }): Answer {
  return { body: themes[visit.sheet.id].plain(visit, page) };
}

function notFound(visit: Visit): Answer {
  const html = '<p>Trang bạn tìm không có hoặc chưa được đăng. <a href="/">Về trang chủ</a></p>';
  return {
    ...plain(visit, { path: '/khong-tim-thay', title: 'Không tìm thấy trang', html }),
    status: 404,
  };
}

function robots({ origin, sheet }: Visit): Answer {
  const map = sheet.sitemapIndex;
  const body = `# ${sheet.name}: báo hư cấu, dữ liệu minh họa\nUser-agent: *\nDisallow: /tim-kiem\nDisallow: /in/\nDisallow: /ban-nhap/\n\nSitemap: ${origin}${map}\n`;
  return { body, type: 'text/plain; charset=utf-8' };
}

function feed(visit: Visit, path: string): Answer | null {
  const { id } = visit.sheet;
  const rss = 'application/rss+xml; charset=utf-8';
  if (id === 'luu-giang-online' && path === '/atom.xml') {
    return { body: atomFeed(visit), type: 'application/atom+xml; charset=utf-8' };
  }
  if (id === 'dai-song-thanh' && path === '/rss.xml') {
    return { body: rssFeed(visit, { media: true, self: path }), type: rss };
  }
  const section = /^\/rss\/([a-z-]+)\.rss$/.exec(path)?.[1];
  if (id !== 'bao-song-thanh' || !section) return null;
  if (section === 'trang-chu') return { body: rssFeed(visit, { self: path }), type: rss };
  if (!sectionIds.includes(section)) return null;
  return { body: rssFeed(visit, { section, self: path }), type: rss };
}

function sitemap(visit: Visit, path: string): Answer | null {
  if (path === visit.sheet.sitemapIndex) return { body: sitemapIndex(visit), type: xml };
  if (path === '/sitemap-news.xml') return { body: newsSitemap(visit), type: xml };
  const name = /^\/sitemaps\/([0-9a-z-]+)\.xml$/.exec(path)?.[1];
  const body = name ? daySitemap(visit, name) : null;
  return body ? { body, type: xml } : null;
}

function picture(visit: Visit, path: string): Answer | null {
  if (!path.startsWith('/anh/')) return null;
  if (path.startsWith('/anh/ban-tin-')) {
    const size = { width: 1280, height: 720 };
    return { body: drawPicture(path, 'ban-tin', size), type: 'image/svg+xml' };
  }
  for (const article of visit.press.articles) {
    if (article.outletId !== visit.sheet.id || article.publishedMs > visit.atMs) continue;
    const found = article.pictures.find((entry) => entry.path === path);
    if (found) return { body: drawPicture(path, article.topic, found), type: 'image/svg+xml' };
  }
  return null;
}

function house(visit: Visit, path: string): Answer | null {
  if (path === '/index.html') return { status: 301, location: '/', body: '' };
  if (path === '/quang-cao/ngay-hoi-mua-sam' || path === '/doi-tac/can-ho-ven-song') {
    const html = '<p>Nội dung quảng cáo minh họa, không phải tin bài.</p>';
    return plain(visit, { path, title: 'Thông tin tài trợ', html });
  }
  if (path === '/gioi-thieu' || path === '/tim-kiem') {
    const html = `<p>${visit.sheet.name}. ${visit.sheet.address}</p>`;
    return plain(visit, { path, title: 'Giới thiệu', html });
  }
  return null;
}

function air(visit: Visit, path: string): Answer | null {
  if (visit.sheet.id !== 'dai-song-thanh') return null;
  const vtt = path.endsWith('.vtt') ? bulletinSubtitles(visit, path) : null;
  if (vtt) return { body: vtt, type: 'text/vtt; charset=utf-8' };
  if (path === '/ban-tin/rss.xml') {
    return { body: bulletinFeed(visit), type: 'application/rss+xml; charset=utf-8' };
  }
  if (path === '/sitemap-video.xml') return { body: videoSitemap(visit), type: xml };
  if (path === '/lich-phat-song/xmltv.xml') return { body: xmltv(visit), type: xml };
  const day = /^\/lich-phat-song\/(\d{4}-\d\d-\d\d)\.txt$/.exec(path)?.[1];
  const text = day ? scheduleText(visit, day) : null;
  if (text) return { body: text, type: 'text/plain; charset=utf-8' };
  const page = path.startsWith('/lich-phat-song')
    ? schedulePage(visit, path)
    : path === '/ban-tin'
      ? bulletinList(visit)
      : bulletinPage(visit, path);
  if (!page) return null;
  const changed = page.changedMs === undefined ? {} : { changedMs: page.changedMs };
  return { body: themes[visit.sheet.id].plain(visit, page), ...changed };
}

function printed(visit: Visit, path: string): Answer | null {
  if (!path.startsWith('/in/')) return null;
  const article = articleAt(visit, path.slice(3));
  return article ? articlePage(visit, article) : null;
}

function articleAt({ press: { articles }, sheet, atMs }: Visit, path: string) {
  return articles.find(
    (article) =>
      article.outletId === sheet.id && article.path === path && article.publishedMs <= atMs,
  );
}

function route(visit: Visit, path: string, query: URLSearchParams): Answer {
  if (path === '/') return front(visit);
  if (path === '/robots.txt') return robots(visit);
  const section = sectionIds.find((id) => sectionPath(visit.sheet.id, id) === path);
  if (section) return sectionPage(visit, section, query);
  const article = articleAt(visit, path);
  if (article) return articlePage(visit, article);
  return (
    air(visit, path) ??
    feed(visit, path) ??
    sitemap(visit, path) ??
    picture(visit, path) ??
    house(visit, path) ??
    printed(visit, path) ??
    notFound(visit)
  );
}

function fresh(answer: Answer, etag: string, headers: PressRequest['headers']): boolean {
  const match = headers?.['if-none-match'];
  if (match !== undefined) return match.split(/\s{0,9},\s{0,9}/).includes(etag);
  const since = Date.parse(headers?.['if-modified-since'] ?? '');
  return answer.changedMs !== undefined && Math.floor(answer.changedMs / 1000) * 1000 <= since;
}

/**
 * What an outlet serves at a simulated time; pure. Before publication an article is 404; in the
 * outage all is 503.
 */
export function respond(press: Press, request: PressRequest): PressResponse {
  const { outletId, at, headers } = request;
  const atMs = at.getTime();
  const down = press.truth.outages.some(
    (outage) => outage.outletId === outletId && atMs >= outage.fromMs && atMs < outage.untilMs,
  );
  if (down) {
    const body = 'Máy chủ tạm ngừng phục vụ.\n';
    const type = 'text/plain; charset=utf-8';
    return { status: 503, headers: { 'content-type': type, 'retry-after': '3600' }, body };
  }
  const origin = `http://${headers?.['host'] ?? `${outletId}.example`}`;
  const sheet = press.outlets.find(({ id }) => id === outletId) as Visit['sheet'];
  const url = new URL(request.path, 'http://press.example');
  const path = decodeURIComponent(url.pathname);
  const answer = route({ press, sheet, origin, atMs }, path, url.searchParams);
  if (answer.location) {
    return {
      status: answer.status ?? 302,
      headers: { location: origin + answer.location },
      body: '',
    };
  }
  const etag = entityTag(answer.body);
  const validators = {
    etag,
    ...(answer.changedMs && { 'last-modified': new Date(answer.changedMs).toUTCString() }),
  };
  const status = answer.status ?? 200;
  if (status === 200 && fresh(answer, etag, headers)) {
    return { status: 304, headers: validators, body: '' };
  }
  const type = answer.type ?? 'text/html; charset=utf-8';
  const cache = { 'cache-control': 'no-cache' };
  return { status, headers: { 'content-type': type, ...cache, ...validators }, body: answer.body };
}
