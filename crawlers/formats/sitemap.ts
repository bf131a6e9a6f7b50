import { constants, gunzipSync } from 'node:zlib';
import { numberOf, type IsoInstant } from '../../src/domain/index.ts';
import { decodeText } from '../extract/charset.ts';
import { type DateOptions, parsePublishedDate } from '../extract/dates.ts';
import { parseFeed } from './feed.ts';
import { resolveLink } from './feed-markup.ts';
import { decodeReferences, readAttributes, scanXml } from './xml-scan.ts';

export interface SitemapOptions extends DateOptions {
  /** Where the sitemap was fetched from; relative addresses are resolved against it. */
  readonly url?: string;
}

export interface SitemapEntry {
  readonly url: string;
  readonly lastModified: IsoInstant | null;
  /** Google News extension. */
  readonly news?: {
    readonly title: string | null;
    readonly publishedAt: IsoInstant | null;
    readonly language: string | null;
  };
  /** Video extension; the first video of the page. */
  readonly video?: {
    readonly title: string | null;
    readonly publishedAt: IsoInstant | null;
    readonly durationSeconds: number | null;
  };
}

export interface Sitemap {
  /** An index lists further sitemaps, a urlset pages. */
  readonly kind: 'urlset' | 'index';
  /** In the sitemap's order, each address once. */
  readonly entries: readonly SitemapEntry[];
  /** The bytes end before the sitemap does, or a limit was reached. */
  readonly truncated: boolean;
  readonly reasons: readonly string[];
}

/** The protocol's limit is 50 MB unpacked; more is a bomb or no sitemap. */
const MOST_BYTES = 64 * 1024 * 1024;
/** The protocol's limit is 50,000; some outlets overrun it a little. */
const MOST_ENTRIES = 100_000;

/**
 * Reads XML sitemaps, indexes, news and video sitemaps, plain lists of addresses, and feeds in
 * their place; gzipped bytes too. Never throws; what is no sitemap has no entries and a reason.
 */
export function parseSitemap(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  options: SitemapOptions = {},
): Sitemap {
  const unpacked = unpack(bytes);
  if (unpacked === null) return nothing('the packed sitemap is damaged or larger than 64 MB');
  const { text } = decodeText(unpacked, headers);
  if (!text.includes('<')) return textSitemap(text, options);
  const reader = new SitemapReader(options);
  const { isCutOff } = scanXml(text, reader);
  if (reader.root === 'feed') return feedSitemap(unpacked, headers, options);
  return reader.finish(isCutOff);
}

function nothing(reason: string): Sitemap {
  return { kind: 'urlset', entries: [], truncated: true, reasons: [reason] };
}

/** Unpacks gzip, once or twice, also where its end is missing; null for damaged or huge ones. */
function unpack(bytes: Uint8Array): Uint8Array | null {
  let current = bytes;
  for (let layer = 0; layer < 2 && current[0] === 0x1f && current[1] === 0x8b; layer += 1) {
    try {
      const finishFlush = constants.Z_SYNC_FLUSH;
      current = gunzipSync(current, { maxOutputLength: MOST_BYTES, finishFlush });
    } catch {
      return null;
    }
  }
  return current.length > MOST_BYTES ? null : current;
}

function textSitemap(text: string, options: SitemapOptions): Sitemap {
  const entries = new Map<string, SitemapEntry>();
  for (const line of text.split(/[\r\n]+/)) {
    const address = line.trim();
    if (!/^https?:\/\/\S+$/i.test(address) || entries.size >= MOST_ENTRIES) continue;
    const url = resolveLink(address, options.url ?? null);
    if (url !== null) entries.set(url, { url, lastModified: null });
  }
  const reasons = entries.size === 0 ? ['no sitemap: neither XML nor a list of addresses'] : [];
  return { kind: 'urlset', entries: [...entries.values()], truncated: false, reasons };
}

function feedSitemap(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  options: SitemapOptions,
): Sitemap {
  const feed = parseFeed(bytes, headers, options);
  const entries: SitemapEntry[] = [];
  for (const { link, updatedAt, publishedAt, titleText } of feed.items) {
    if (link === null || !/^https?:\/\//i.test(link)) continue;
    const news = { title: titleText, publishedAt, language: feed.language };
    entries.push({ url: link, lastModified: updatedAt ?? publishedAt, news });
  }
  const reasons = ['a feed in the place of a sitemap', ...feed.reasons];
  return { kind: 'urlset', entries, truncated: feed.truncated, reasons };
}

type Values = Map<string, string>;

/** Names of fields that are kept; with the prefix of their extension. */
const FIELDS = new Set([
  'loc',
  'lastmod',
  'news:title',
  'news:publication_date',
  'news:language',
  'video:title',
  'video:publication_date',
  'video:duration',
]);

class SitemapReader {
  root: 'urlset' | 'index' | 'feed' | null = null;
  private rootPrefix = '';
  private readonly prefixes = new Map<string, string>();
  private readonly found = new Map<string, SitemapEntry>();
  private readonly reasons = new Set<string>();
  private readonly options: SitemapOptions;
  private values: Values | null = null;
  private field: string | null = null;
  private parts: string[] = [];
  private isRootClosed = false;

  constructor(options: SitemapOptions) {
    this.options = options;
  }

  open(raw: string, source: string, isEmpty: boolean): void {
    if (source.includes('xmlns')) this.learnPrefixes(source);
    if (this.root === null) this.begin(raw);
    const name = this.canonical(raw);
    if (name === 'url' || name === 'sitemap') {
      this.endEntry();
      this.root ??= name === 'url' ? 'urlset' : 'index';
      this.values = new Map();
    }
    this.field = FIELDS.has(name) && !isEmpty ? name : null;
    this.parts = [];
  }

  close(raw: string): void {
    const name = this.canonical(raw);
    if (this.field === name && this.values !== null) {
      const value = this.parts.join('').trim();
      // The first of several stands: the page's own, or its first video's.
      if (value !== '' && !this.values.has(name)) this.values.set(name, value);
    }
    this.field = null;
    if (name === 'url' || name === 'sitemap') this.endEntry();
    if (name === 'urlset' || name === 'sitemapindex') this.isRootClosed = true;
  }

  text(raw: string, isLiteral: boolean): void {
    if (this.field !== null) this.parts.push(isLiteral ? raw : decodeReferences(raw));
  }

  finish(isCutOff: boolean): Sitemap {
    this.endEntry();
    const truncated = this.root !== null && (isCutOff || !this.isRootClosed);
    if (truncated) this.reasons.add('the text ends before the sitemap does');
    if (this.root === null) this.reasons.add('no sitemap: no urlset and no sitemapindex');
    return {
      kind: this.root === 'index' ? 'index' : 'urlset',
      entries: [...this.found.values()],
      truncated: truncated || this.found.size >= MOST_ENTRIES,
      reasons: [...this.reasons],
    };
  }

  private begin(raw: string): void {
    const colon = raw.indexOf(':');
    const local = raw.slice(colon + 1);
    if (local === 'urlset') this.root = 'urlset';
    else if (local === 'sitemapindex') this.root = 'index';
    else if (local === 'rss' || local === 'feed' || raw === 'rdf:rdf') this.root = 'feed';
    else return;
    this.rootPrefix = colon === -1 ? '' : raw.slice(0, colon);
  }

  private learnPrefixes(source: string): void {
    if (this.prefixes.size > 50) return;
    for (const [name, address] of readAttributes(source)) {
      if (!name.startsWith('xmlns:')) continue;
      const known = /sitemap-(news|video|image)/.exec(address)?.[1];
      if (known) this.prefixes.set(name.slice(6), known);
    }
  }

  private canonical(raw: string): string {
    const colon = raw.indexOf(':');
    if (colon === -1) return raw;
    const prefix = raw.slice(0, colon);
    if (prefix === this.rootPrefix) return raw.slice(colon + 1);
    return `${this.prefixes.get(prefix) ?? prefix}${raw.slice(colon)}`;
  }

  private endEntry(): void {
    const { values } = this;
    this.values = null;
    const address = values?.get('loc');
    if (values === null || address === undefined) return;
    const url = resolveLink(address, this.options.url ?? null);
    if (url === null || !/^https?:\/\//i.test(url)) {
      this.reasons.add(`not an address of a page: ${address.slice(0, 80)}`);
    } else if (this.found.size >= MOST_ENTRIES) {
      this.reasons.add(
        `more than ${numberOf(MOST_ENTRIES, 'entry', 'entries')}; the rest was left out`,
      );
    } else if (!this.found.has(url)) {
      this.found.set(url, this.entryOf(url, values));
    }
  }

  private entryOf(url: string, values: Values): SitemapEntry {
    const date = (name: string) => parsePublishedDate(values.get(name) ?? '', this.options);
    const text = (name: string) => values.get(name)?.replace(/\s+/gu, ' ').normalize('NFC') ?? null;
    const has = (prefix: string) => [...values.keys()].some((name) => name.startsWith(prefix));
    const seconds = Number(values.get('video:duration') ?? 'NaN');
    return {
      url,
      lastModified: date('lastmod'),
      ...(has('news:') && {
        news: {
          title: text('news:title'),
          publishedAt: date('news:publication_date'),
          language: text('news:language'),
        },
      }),
      ...(has('video:') && {
        video: {
          title: text('video:title'),
          publishedAt: date('video:publication_date'),
          durationSeconds: Number.isFinite(seconds) ? seconds : null,
        },
      }),
    };
  }
}
