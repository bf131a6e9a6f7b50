import {
  type Bilingual,
  type Clock,
  ColumnInchesError,
  type FetchAttempt,
  type FetchDoor,
  type FetchRequest,
  type Outlet,
  type Source,
} from '../src/domain/index.ts';
import { isSameSite } from './canonical-url.ts';
import { decodeText } from './extract/charset.ts';
import { guessLanguage, guessMedium, guessTimeZone, idFrom, siteName } from './discover/guess.ts';
import { commonFeeds, readFrontPage, type FrontPage, type Link } from './discover/front-page.ts';
import { parseFeed, type Feed } from './formats/feed.ts';
import { sitemapsOf } from './robots.ts';
import { SOURCE_READERS } from './sources/index.ts';

export interface DiscoverOptions {
  readonly door: FetchDoor;
  readonly clock: Clock;
  /** For sites on this machine or network. Default false. */
  readonly allowPrivateAddresses?: boolean;
  /** Least time between two requests, milliseconds. Default 1,000. */
  readonly delayMs?: number;
  readonly signal?: AbortSignal;
  /** Told what is being looked at, for a progress line. */
  readonly onStep?: (step: string) => void;
}

/** One thing that was found out, and from what. */
export interface Finding {
  readonly what: Source['kind'] | 'name' | 'language' | 'time zone' | 'medium';
  readonly value: string;
  /** How it was found and what it holds, in words. */
  readonly reason: Bilingual;
}

export interface Discovery {
  /** A draft: `verified` is false and a person looks at it. */
  readonly outlet: Outlet;
  readonly found: readonly Finding[];
}

const MAX_FEEDS = 10;
const MAX_SECTIONS = 8;
const MAX_SITEMAPS = 3;
const MIN_SECTION_STORIES = 5;
const COMMON_SITEMAPS = ['/news-sitemap.xml', '/google-news-sitemap.xml', '/sitemap.xml'];

/**
 * Looks at a site and drafts its outlet: feeds, sitemaps, sections, name, language and time zone.
 * Makes at most about 40 polite requests. @throws why the homepage cannot be read (`fetch/…`)
 */
export async function discoverOutlet(
  address: string,
  options: DiscoverOptions,
): Promise<Discovery> {
  return await new Discoverer(options).discover(address);
}

class Discoverer {
  readonly #options: DiscoverOptions;
  readonly #found: Finding[] = [];
  readonly #sources: Source[] = [];
  readonly #feeds: Feed[] = [];

  constructor(options: DiscoverOptions) {
    this.#options = options;
  }

  async discover(address: string): Promise<Discovery> {
    const asked = /^[a-z][\w+.-]*:\/\//i.test(address) ? address : `https://${address}`;
    const attempt = await this.#fetch(asked, 'page');
    const { bytes, error, finalUrl, headers } = attempt;
    if (bytes === null) throw error ?? noHomepage(asked);
    const homepage = new URL('/', finalUrl).href;
    const page = readFrontPage(decodeText(bytes, headers).text, finalUrl);
    this.#add({ kind: 'homepage', url: homepage }, how.given);
    await this.#findFeeds(page, homepage);
    await this.#findSitemaps(homepage);
    await this.#findSections(page, homepage);
    return { outlet: this.#draft(page, homepage), found: this.#found };
  }

  #draft(page: FrontPage, homepage: string): Outlet {
    const host = new URL(homepage).hostname;
    const feeds = this.#feeds;
    const name = siteName(page, feeds, host);
    const language = guessLanguage(page, feeds, host);
    const timeZone = guessTimeZone({ page, feeds, host, language: language.value });
    const medium = guessMedium(name.value, host);
    this.#found.push({ what: 'name', ...name }, { what: 'language', ...language });
    this.#found.push({ what: 'time zone', ...timeZone }, { what: 'medium', ...medium });
    return {
      id: idFrom(name.value, host),
      name: name.value,
      medium: medium.value,
      homepage,
      place: null,
      language: language.value,
      timeZone: timeZone.value,
      verified: false,
      sources: this.#sources,
      selectors: [],
      delayMs: 2000,
      expectedItemsPerDay: { min: 1, max: 1000 },
      allowPrivateAddresses: this.#options.allowPrivateAddresses ?? false,
      demo: false,
    };
  }

  async #findFeeds(page: FrontPage, homepage: string): Promise<void> {
    const named = page.feeds.slice(0, MAX_FEEDS);
    for (const link of named) await this.#tryFeed(link, how.namedByHomepage);
    const lists = commonFeeds(homepage);
    for (const link of lists) {
      if (this.#feeds.length > 0) return;
      await this.#tryFeed(link, how.usualAddress);
    }
  }

  async #tryFeed(link: Link, found: Bilingual, isListed = false): Promise<void> {
    if (this.#has(link.url) || this.#feeds.length >= MAX_FEEDS) return;
    const { bytes, headers, finalUrl } = await this.#fetch(link.url, 'feed');
    if (bytes === null) return;
    const feed = parseFeed(bytes, headers, { url: finalUrl, now: this.#options.clock.now() });
    if (feed.items.length > 0) {
      this.#feeds.push(feed);
      const title = link.title ?? feed.title;
      const source = { kind: 'feed', url: link.url, ...(title ? { title } : {}) } as const;
      this.#add(source, holding(found, feed.items.length, ['tin', 'items']));
      return;
    }
    if (isListed || feed.kind !== 'unknown') return;
    // Vietnamese sites often list their feeds on a page called /rss.
    const list = readFrontPage(decodeText(bytes, headers).text, finalUrl).feedLinks;
    for (const next of list.slice(0, MAX_FEEDS))
      await this.#tryFeed(next, listedOn(link.url), true);
  }

  async #findSitemaps(homepage: string): Promise<void> {
    const robotsUrl = new URL('/robots.txt', homepage).href;
    const { bytes, headers } = await this.#fetch(robotsUrl, 'robots');
    const named = bytes === null ? [] : sitemapsOf(decodeText(bytes, headers).text);
    const own = named.filter((url) => isSameSite(url, homepage));
    const news = own.toSorted(
      (left, right) => Number(/news/i.test(right)) - Number(/news/i.test(left)),
    );
    const usual = COMMON_SITEMAPS.map((path) => new URL(path, homepage).href);
    const isNamed = news.length > 0;
    for (const url of (isNamed ? news : usual).slice(0, MAX_SITEMAPS)) {
      const count = await this.#countLeads({ kind: 'sitemap', url }, homepage);
      const found = isNamed ? how.namedByRobots : how.usualAddress;
      if (count !== null && count > 0)
        this.#add({ kind: 'sitemap', url }, holding(found, count, ['mục', 'entries']));
    }
  }

  async #findSections(page: FrontPage, homepage: string): Promise<void> {
    let tried = 0;
    for (const { url, title } of page.sections) {
      if (tried >= MAX_SECTIONS) return;
      if (this.#has(url)) continue;
      tried += 1;
      const source: Source = { kind: 'section', url, ...(title ? { title } : {}) };
      const count = await this.#countLeads(source, homepage);
      if ((count ?? 0) >= MIN_SECTION_STORIES)
        this.#add(source, holding(how.inNavigation, count ?? 0, ['bài', 'stories']));
    }
  }

  /** Items and further sitemaps a source names; null where it cannot be read. */
  async #countLeads(source: Source, homepage: string): Promise<number | null> {
    const reader = SOURCE_READERS[source.kind];
    const { bytes, headers, finalUrl: url } = await this.#fetch(source.url, reader.expects);
    if (bytes === null) return null;
    const outlet = draftFor(homepage);
    try {
      const now = this.#options.clock.now();
      const { leads, further } = reader.read({ outlet, source, bytes, headers, url, now });
      return leads.length + further.length;
    } catch {
      // What cannot be read is not proposed; the person sees only what works.
      return null;
    }
  }

  #has(address: string): boolean {
    return this.#sources.some(({ url }) => url === address);
  }

  #add(source: Source, reason: Bilingual): void {
    if (this.#has(source.url) && source.kind !== 'homepage') return;
    this.#sources.push(source);
    this.#found.push({ what: source.kind, value: source.url, reason });
  }

  async #fetch(url: string, expects: FetchRequest['expects']): Promise<FetchAttempt> {
    const { door, signal, delayMs = 1000, allowPrivateAddresses = false, onStep } = this.#options;
    onStep?.(url);
    const request = { url, expects, delayMs, allowPrivateAddresses };
    return await door.fetch(signal ? { ...request, signal } : request);
  }
}

/** How a source was found. */
const how = {
  given: { vi: 'địa chỉ đã cho', en: 'the address given' },
  namedByHomepage: { vi: 'trang chủ nêu', en: 'named by the homepage' },
  namedByRobots: { vi: 'robots.txt nêu', en: 'named by robots.txt' },
  usualAddress: { vi: 'ở địa chỉ thường gặp', en: 'at a usual address' },
  inNavigation: { vi: 'trong thanh điều hướng', en: 'in the navigation' },
} as const satisfies Record<string, Bilingual>;

function listedOn(url: string): Bilingual {
  return { vi: `liệt kê ở ${url}`, en: `listed on ${url}` };
}

function holding(found: Bilingual, count: number, units: readonly [string, string]): Bilingual {
  const [vietnamese, english] = units;
  return { vi: `${found.vi}; ${count} ${vietnamese}`, en: `${found.en}; ${count} ${english}` };
}

function draftFor(homepage: string): Outlet {
  return {
    id: 'draft',
    name: 'draft',
    medium: 'news-site',
    homepage,
    place: null,
    language: 'vi',
    timeZone: 'UTC',
    verified: false,
    sources: [],
    selectors: [],
    delayMs: 1000,
    expectedItemsPerDay: { min: 0, max: 1 },
    allowPrivateAddresses: false,
    demo: false,
  };
}

function noHomepage(url: string): ColumnInchesError {
  const message = `${url} gave no page. Open it in a browser and use the address shown there.`;
  const messageVietnamese = `${url} không trả về trang nào. Hãy mở địa chỉ này trong trình duyệt và dùng địa chỉ hiện ở đó.`;
  return new ColumnInchesError({
    code: 'discover/no-homepage',
    verdict: 'stop-run',
    message,
    messageVietnamese,
  });
}
