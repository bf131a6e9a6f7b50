import { load } from 'cheerio/slim';
import { canonicalUrl, isSameSite } from '../canonical-url.ts';

export interface Link {
  readonly url: string;
  readonly title: string | null;
}

/** What a front page says about its site. */
export interface FrontPage {
  /** Feeds it names in its head. */
  readonly feeds: readonly Link[];
  /** Links in its text that look like feeds. */
  readonly feedLinks: readonly Link[];
  /** Links of its navigation that look like sections, in its order. */
  readonly sections: readonly Link[];
  readonly siteName: string | null;
  readonly title: string | null;
  /** The `lang` of the page, else of its Open Graph locale. */
  readonly language: string | null;
}

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^text\/xml$/i;
const FEED_PATH =
  /(?:\.rss|\.rdf|\.atom|\/feed\/?|\/rss(?:\/[\w/-]+)?|\/rss[\w/-]*\.xml|feed\.xml)$/i;
const NO_SECTION = new RegExp(
  String.raw`\b(?:${[
    'login|dang-nhap|dang-ky|account|tai-khoan|lien-he|contact|about|gioi-thieu|quang-cao|advert',
    'toa-soan|tim-kiem|search|tag|rss|feed|podcast|video|media|e-?paper|bao-in|bao-giay|app|privacy',
    'terms|dieu-khoan|chinh-sach-bao-mat|subscribe|newsletter|rao-vat|shop|hotline|sitemap|english|en',
  ].join('|')})\b`,
  'i',
);
const NAVIGATION = ['nav', 'header', '[role="navigation"]', '[class*="menu"]', '[id*="menu"]']
  .concat('[class*="nav"]')
  .map((part) => `${part} a[href]`)
  .join(', ');
const FILE = /\.(?:pdf|jpe?g|png|gif|mp4|mp3|zip|apk|css|js|xml|rss)$/i;
const MAX_LINKS = 5_000;

/** Reads a front page for what `outlets add` wants to know. Never throws. */
export function readFrontPage(html: string, url: string): FrontPage {
  const $ = load(html.slice(0, 5_000_000));
  const base = URL.parse($('base[href]').first().attr('href') ?? '', url)?.href ?? url;
  const text = (selector: string) => $(selector).first().text().replace(/\s+/g, ' ').trim() || null;
  const meta = (name: string) =>
    $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')?.trim() || null;
  const links = (selector: string) =>
    $(selector)
      .slice(0, MAX_LINKS)
      .toArray()
      .flatMap((element) => {
        const href = $(element).attr('href');
        const address = href === undefined ? null : canonicalUrl(href, base);
        const own = $(element).attr('title') ?? $(element).text();
        const title = own.normalize('NFC').replace(/\s+/g, ' ').trim() || null;
        return address === null || !isSameSite(address, url) ? [] : [{ url: address, title }];
      });
  const feeds = $('link[rel~="alternate"]')
    .toArray()
    .filter((element) => FEED_TYPE.test($(element).attr('type') ?? ''))
    .flatMap((element) => {
      const address = canonicalUrl($(element).attr('href') ?? '', base);
      const title = $(element).attr('title')?.trim() || null;
      return address === null || address === canonicalUrl(url) ? [] : [{ url: address, title }];
    });
  const inNavigation = links(NAVIGATION);
  return {
    feeds: once(feeds),
    feedLinks: once(links('a[href]').filter((link) => FEED_PATH.test(new URL(link.url).pathname))),
    sections: once(inNavigation.filter((link) => isSection(link, url))),
    siteName: meta('og:site_name') ?? meta('application-name'),
    title: text('title'),
    language: $('html').attr('lang')?.trim() || (meta('og:locale')?.replace('_', '-') ?? null),
  };
}

function isSection({ url, title }: Link, base: string): boolean {
  const { pathname, search, host } = new URL(url);
  const parts = pathname.split('/').filter(Boolean);
  const isShort = title !== null && title.length >= 2 && title.length <= 40;
  if (!isShort || host !== new URL(base).host || search !== '') return false;
  if (parts.length === 0 || parts.length > 2 || FILE.test(pathname)) return false;
  // A long number is an article's, not a section's.
  return !NO_SECTION.test(pathname) && !/\d{5,}/.test(pathname) && !pathname.includes('@');
}

function once(links: readonly Link[]): Link[] {
  const seen = new Map<string, Link>();
  for (const link of links) if (!seen.has(link.url)) seen.set(link.url, link);
  return [...seen.values()];
}

/** Where feeds usually are, and pages that list them. */
export function commonFeeds(homepage: string): Link[] {
  const paths = ['/rss', '/feed', '/rss.xml', '/feed.xml', '/rss/home.rss', '/home.rss'].concat(
    '/trang-chu.rss',
    '/rss.html',
    '/atom.xml',
    '/index.rss',
  );
  return paths.map((path) => ({ url: new URL(path, homepage).href, title: null }));
}
