import { createHash } from 'node:crypto';
import type { IsoInstant } from '../../src/domain/index.ts';
import { decodeText } from '../extract/charset.ts';
import { type DateOptions, parsePublishedDate } from '../extract/dates.ts';
import { isObject, type JsonObject, readJsonFeed, textOf } from './feed-json.ts';
import { harmlessMarkup, plainText, resolveLink } from './feed-markup.ts';
import { readXmlFeed, type RoughEntry, type RoughFeed, type RoughField } from './feed-xml.ts';

export interface FeedOptions extends DateOptions {
  /** Where the feed was fetched from; relative links are resolved against it. */
  readonly url?: string;
}

export interface FeedItem {
  /** The feed's own id; else the link; else a hash of title and date. The same at every reading. */
  readonly id: string;
  /** As the feed states it; may hold harmless HTML. */
  readonly title: string | null;
  /** The title as plain text on one line: what to show. */
  readonly titleText: string | null;
  readonly link: string | null;
  /** First publication, else (where a feed has nothing but it) the last change. */
  readonly publishedAt: IsoInstant | null;
  readonly updatedAt: IsoInstant | null;
  /** Which of the feed's dates `publishedAt` is. */
  readonly publishedBy: 'published' | 'updated' | null;
  /** Plain text. */
  readonly summary: string | null;
  /** Harmless HTML of the full text, where the feed carries it. */
  readonly content: string | null;
  /** Length of the attached sound or film. */
  readonly mediaDurationSeconds: number | null;
}

export interface Feed {
  readonly kind: 'rss' | 'rdf' | 'atom' | 'cdf' | 'json' | 'unknown';
  readonly title: string | null;
  /** The page the feed is about. */
  readonly link: string | null;
  /** BCP 47 tag as stated, `_` written as `-`. */
  readonly language: string | null;
  readonly updatedAt: IsoInstant | null;
  /** In the feed's order. */
  readonly items: readonly FeedItem[];
  /** The bytes end before the feed does; what came before is in `items`. */
  readonly truncated: boolean;
  /** What was odd and how it was read, in words. */
  readonly reasons: readonly string[];
}

/**
 * Reads RSS 0.9–2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, also broken and truncated ones;
 * never throws. What is no feed has kind `unknown` and no items.
 * @param bytes the body, decompressed
 * @param headers HTTP headers (charset, Content-Language, Content-Location)
 */
export function parseFeed(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  options: FeedOptions = {},
): Feed {
  const { text } = decodeText(bytes, headers);
  const url = documentUrl(headers, options);
  const json = readJsonFeed(text);
  if (json !== null) return jsonFeed(json.feed, json.truncated, { ...options, url });
  return xmlFeed(readXmlFeed(text, url), headers, options);
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | null {
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name) return value;
  }
  return null;
}

function documentUrl(
  headers: Readonly<Record<string, string>>,
  options: FeedOptions,
): string | null {
  const location = headerOf(headers, 'content-location');
  if (location === null) return options.url ?? null;
  const resolved = resolveLink(location, options.url ?? null);
  return resolved !== null && /^https?:/i.test(resolved) ? resolved : (options.url ?? null);
}

function xmlFeed(
  rough: RoughFeed,
  headers: Readonly<Record<string, string>>,
  options: FeedOptions,
): Feed {
  const { head } = rough;
  const link = linkOf(head, rough.kind === 'atom');
  // Without the feed's own address, its page's is the next best to resolve against.
  const fallback = link !== null && /^https?:/i.test(link) ? link : null;
  const language =
    first(head, ['language', 'dc:language'])?.value ||
    head.language ||
    headerOf(headers, 'content-language');
  const dates: FeedOptions = {
    ...options,
    ...(options.language === undefined && language ? { language } : {}),
  };
  const updated = [
    'updated',
    'modified',
    'lastbuilddate',
    'pubdate',
    'dc:date',
    'dcterms:modified',
  ];
  const reasons = [...rough.reasons];
  if (rough.kind === null) reasons.push('no feed: neither RSS, RDF, Atom, CDF nor JSON Feed');
  return {
    kind: rough.kind ?? 'unknown',
    title: titleOf(head, fallback),
    link,
    language: languageTag(language),
    updatedAt: dateOf(head, updated, dates),
    items: rough.entries.map((entry) => xmlItem(entry, rough.kind, { ...dates, fallback })),
    truncated: rough.truncated,
    reasons,
  };
}

const TITLES = ['title', 'dc:title', 'itunes:title'];

interface ItemContext extends FeedOptions {
  readonly fallback: string | null;
}

const PUBLISHED = [
  'published',
  'issued',
  'pubdate',
  'dcterms:issued',
  'dc:issued',
  'dc:date',
  'created',
  'dcterms:created',
  'dc:created',
];
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'dc:modified'];

function xmlItem(entry: RoughEntry, kind: RoughFeed['kind'], context: ItemContext): FeedItem {
  const title = titleOf(entry, context.fallback);
  const titleField = first(entry, TITLES);
  const own = linkOf(entry, kind === 'atom');
  const guid = first(entry, ['id', 'guid', 'dc:identifier']) ?? null;
  const link = withBase(
    own ?? linkOfGuid(guid) ?? first(entry, ['rdf:about'])?.value ?? null,
    context,
  );
  const published = dateOf(entry, PUBLISHED, { ...context, pick: 'earliest' });
  const updated = dateOf(entry, UPDATED, context);
  const publishedAt = published ?? updated;
  const isPlain = kind === 'atom' && !titleField?.isMarkup;
  const titleText = title === null ? null : isPlain ? oneLine(title) : plainText(title);
  const summary = first(entry, [
    'summary',
    'description',
    'itunes:summary',
    'dc:description',
    'abstract',
  ]);
  const content = first(entry, ['content:encoded', 'content', 'fullitem', 'body']);
  return {
    id: guid?.value || first(entry, ['rdf:about'])?.value || stableId(link, title, publishedAt),
    title,
    titleText,
    link,
    publishedAt,
    updatedAt: updated,
    publishedBy: published !== null ? 'published' : updated !== null ? 'updated' : null,
    summary: summary ? plainText(summary.value) || null : null,
    content: content?.value
      ? harmlessMarkup(content.value, content.base ?? context.fallback)
      : null,
    mediaDurationSeconds: durationSeconds(
      first(entry, ['itunes:duration', 'media:duration'])?.value ?? '',
    ),
  };
}

/** The first of several tags, with hyphens; null where there is none. */
function languageTag(language: string | null): string | null {
  const [tag = ''] = (language ?? '').split(',');
  return tag.trim().replace(/_/g, '-') || null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFC');
}

function first(entry: RoughEntry, names: readonly string[]): RoughField | undefined {
  for (const name of names) {
    const field = entry.fields.get(name)?.find(({ value }) => value !== '');
    if (field) return field;
  }
  return undefined;
}

function titleOf(entry: RoughEntry, fallback: string | null): string | null {
  const field = first(entry, TITLES);
  if (!field) return null;
  return harmlessMarkup(field.value, field.base ?? fallback).normalize('NFC') || null;
}

/** The page of an entry: FeedBurner's original, then the alternate link, then the plain one. */
function linkOf(entry: RoughEntry, isAtom: boolean): string | null {
  const original = first(entry, ['feedburner:origlink', 'pheedo:origlink']);
  if (original) return resolveLink(original.value, original.base);
  const alternates = entry.links.filter(({ rel }) => isPageRel(rel));
  const pages = alternates.filter(({ type }) => type === '' || /html/.test(type));
  // A plain link may say what it is too; an enclosure's is no page.
  const plain = entry.fields
    .get('link')
    ?.find(({ value, attributes }) => value !== '' && isPageRel(attributes.get('rel') ?? ''));
  const written = plain ? resolveLink(plain.value, plain.base) : null;
  const linked = (pages[0] ?? alternates[0])?.href ?? null;
  return isAtom ? (linked ?? written) : (written ?? linked);
}

function isPageRel(rel: string): boolean {
  return rel === '' || rel === 'alternate';
}

/** RSS: an id is the address too unless it says that it is not. */
function linkOfGuid(guid: RoughField | null): string | null {
  if (guid === null || guid.attributes.get('ispermalink')?.toLowerCase() === 'false') return null;
  return /^https?:\/\/\S+$/i.test(guid.value) ? guid.value : null;
}

function withBase(link: string | null, context: ItemContext): string | null {
  return link === null ? null : resolveLink(link, context.fallback);
}

interface DatePick extends DateOptions {
  /** Of several dates in fields of one name; the last change by default. */
  readonly pick?: 'earliest' | 'latest';
}

function dateOf(entry: RoughEntry, names: readonly string[], options: DatePick): IsoInstant | null {
  for (const name of names) {
    const dates = (entry.fields.get(name) ?? [])
      .map((field) => parsePublishedDate(field.value, options))
      .filter((iso) => iso !== null)
      .sort((a, b) => Date.parse(a) - Date.parse(b));
    const chosen = options.pick === 'earliest' ? dates[0] : dates.at(-1);
    if (chosen !== undefined) return chosen;
  }
  return null;
}

/** `3600`, `62:10` or `1:02:10` as seconds; null for anything else. */
function durationSeconds(text: string): number | null {
  const match = /^\s*(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,6})(?:\.\d+)?\s*$/.exec(text);
  if (!match) return null;
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3]);
}

function stableId(link: string | null, title: string | null, at: IsoInstant | null): string {
  if (link !== null) return link;
  const hash = createHash('sha256')
    .update(`${title ?? ''}\n${at ?? ''}`)
    .digest('hex');
  return `sha256:${hash.slice(0, 32)}`;
}

interface JsonContext extends Omit<FeedOptions, 'url'> {
  readonly url: string | null;
}

function jsonFeed(feed: JsonObject, truncated: boolean, context: JsonContext): Feed {
  const { url, ...dates } = context;
  const home = textOf(feed, 'home_page_url');
  const items = Array.isArray(feed['items']) ? feed['items'].filter(isObject) : [];
  return {
    kind: 'json',
    title: textOf(feed, 'title')?.normalize('NFC') ?? null,
    link: home === null ? null : resolveLink(home, url),
    language: textOf(feed, 'language')?.replace(/_/g, '-') ?? null,
    updatedAt: null,
    items: items.map((item) => jsonItem(item, url ?? textOf(feed, 'feed_url') ?? home, dates)),
    truncated,
    reasons: truncated ? ['the text ends before the feed does'] : [],
  };
}

function jsonItem(item: JsonObject, base: string | null, dates: DateOptions): FeedItem {
  const date = (name: string) => parsePublishedDate(textOf(item, name) ?? '', dates);
  const title = textOf(item, 'title');
  const address = textOf(item, 'url') ?? textOf(item, 'external_url');
  const link = address === null ? null : resolveLink(address, base);
  const published = date('date_published');
  const updated = date('date_modified');
  const html = textOf(item, 'content_html');
  const text = textOf(item, 'summary') ?? textOf(item, 'content_text');
  const attachments = Array.isArray(item['attachments'])
    ? item['attachments'].filter(isObject)
    : [];
  const duration = attachments.map((part) => part['duration_in_seconds']).find(Number.isFinite);
  return {
    id: textOf(item, 'id') ?? stableId(link, title, published),
    title,
    titleText: title === null ? null : oneLine(title),
    link,
    publishedAt: published ?? updated,
    updatedAt: updated,
    publishedBy: published !== null ? 'published' : updated !== null ? 'updated' : null,
    summary: text === null ? (html === null ? null : plainText(html)) : oneLine(text),
    content: html === null ? null : harmlessMarkup(html, base),
    mediaDurationSeconds: typeof duration === 'number' ? duration : null,
  };
}
