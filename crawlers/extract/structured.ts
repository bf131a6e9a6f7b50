import { isObject, type JsonObject } from '../formats/feed-json.ts';
import { liveText, nodesById, parseJsonLd, typeNames, writtenText } from '../formats/json-ld.ts';
import { attribute, AttributeCursor, isAt } from './attributes.ts';
import { decodeEntities } from './entities.ts';
import { elementsOf, type Page } from './scan.ts';
import { TAG } from './tags.ts';
import { cleanText } from './text.ts';

/** What a page's JSON-LD says about its main item; texts are clean and NFC. */
export interface LinkedData {
  readonly types: readonly string[];
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly articleBody: string | null;
  /** Whether everybody may read it; null where the page does not say. */
  readonly isFree: boolean | null;
  readonly section: string | null;
  readonly language: string | null;
  /** Names of the page's breadcrumb, outermost first. */
  readonly breadcrumb: readonly string[];
}

/** Longest JSON-LD script that is read, in characters. */
const SCRIPT_LIMIT = 2_000_000;
const NODE_LIMIT = 2_000;

const ARTICLE_TYPE =
  /(?:Article|BlogPosting|LiveBlogPosting|Report|Review|Posting|VideoObject|NewsItem)$/;

function asFlag(value: unknown): boolean | null {
  const word = typeof value === 'string' ? value.toLowerCase() : value;
  return word === true || word === 'true'
    ? true
    : word === false || word === 'false'
      ? false
      : null;
}

/** Every object that may be the page's item, breadth first, without walking into related items. */
function collectNodes(root: unknown): JsonObject[] {
  const queue: unknown[] = [root];
  const found: JsonObject[] = [];
  for (let at = 0; at < queue.length && at < NODE_LIMIT; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, NODE_LIMIT));
    else if (isObject(value)) {
      found.push(value);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'item']) {
        const inner = value[key];
        if (typeof inner === 'object') queue.push(inner);
      }
    }
  }
  return found;
}

function rank(node: JsonObject): number {
  const types = typeNames(node);
  const dated = node['datePublished'] === undefined ? 0 : 1;
  if (types.some((type) => ARTICLE_TYPE.test(type)))
    return types.includes('VideoObject') ? 2 : 4 + dated;
  if (node['headline'] !== undefined && dated) return 3;
  if (types.some((type) => type.endsWith('Page'))) return 1 + dated * 0.5;
  return dated * 0.5;
}

function breadcrumbOf(nodes: readonly JsonObject[]): string[] {
  const list = nodes.find((node) => typeNames(node).includes('BreadcrumbList'));
  const items = list?.['itemListElement'];
  if (!Array.isArray(items)) return [];
  const names: string[] = [];
  for (const entry of items.slice(0, 12).flat(2)) {
    if (!isObject(entry)) continue;
    const item = entry['item'];
    const name =
      writtenText(entry, ['name']) ?? (isObject(item) ? writtenText(item, ['name']) : null);
    if (name) names.push(cleanText(name));
  }
  return names;
}

/** A body as one text, also where it is a list of paragraphs. */
function bodyOf(value: unknown): string | null {
  const parts = Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [value];
  const whole = parts.join('\n');
  return typeof parts[0] === 'string' && whole.trim() !== '' ? whole : null;
}

/** Unix time, in seconds or milliseconds, as ISO; other dates as written. */
function dated(text: string | null): string | null {
  if (text === null || !/^1\d{9}(?:\d{3})?$/.test(text)) return text;
  return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
}

/** Whether a node is about the page at this address, by what it says of itself. */
function isOfPage(node: JsonObject, address: string): boolean {
  const of = node['mainEntityOfPage'];
  const said = [writtenText(node, ['url']), typeof of === 'string' ? of : null, node['@id']];
  if (isObject(of)) said.push(writtenText(of, ['@id', 'url']));
  return said.some((one) => typeof one === 'string' && bareAddress(one) === address);
}

function bareAddress(address: string): string {
  const [bare = ''] = address.trim().split(/[?#]/, 1);
  return bare.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

/** The page's own item before others, articles before films and pages. */
function rankedNodes(nodes: readonly JsonObject[], url: string) {
  const address = bareAddress(url);
  const ranked = nodes
    .map((node) => ({ node, rank: rank(node) }))
    .filter((entry) => entry.rank > 0)
    .toSorted((one, other) => other.rank - one.rank);
  const articles = ranked.filter((entry) => entry.rank >= 4);
  // Only where there is a choice: addresses of one page differ by trifles.
  if (articles.length < 2) return ranked;
  const own = articles.find((entry) => isOfPage(entry.node, address));
  return own ? [own, ...ranked.filter((entry) => entry !== own)] : ranked;
}

function fromNodes(nodes: readonly JsonObject[], url: string): LinkedData | null {
  const ranked = rankedNodes(nodes, url);
  const breadcrumb = breadcrumbOf(nodes);
  const best = ranked[0] ?? (breadcrumb.length > 0 ? { node: {}, rank: 0 } : null);
  if (!best) return null;
  const isArticle = best.rank >= 3;
  const isFilm = typeNames(best.node).includes('VideoObject');
  const first = (...keys: readonly string[]): string | null => {
    for (const { node, rank: height } of ranked) {
      if (isArticle && height < 1) break;
      const text = writtenText(node, keys);
      if (text !== null) return text;
    }
    return null;
  };
  const clean = (text: string | null) => (text === null ? null : cleanText(text));
  return {
    types: typeNames(best.node),
    headline: isArticle ? clean(writtenText(best.node, ['headline', 'name'])) : null,
    datePublished: dated(
      first('datePublished') ?? (isArticle || isFilm ? first('uploadDate', 'dateCreated') : null),
    ),
    dateModified: dated(first('dateModified')),
    articleBody: isArticle
      ? (bodyOf(best.node['articleBody']) ?? liveText(best.node, nodesById(nodes)))
      : null,
    isFree: asFlag(best.node['isAccessibleForFree']),
    section: clean(writtenText(best.node, ['articleSection'])),
    language: first('inLanguage'),
    breadcrumb,
  };
}

/**
 * Reads the JSON-LD of the page at an address, also where it is broken; null where it describes no
 * item.
 */
export function readLinkedData(page: Page, url: string): LinkedData | null {
  const nodes: JsonObject[] = [];
  for (const [element, [start, end]] of page.rawContent) {
    if (page.tag[element] !== TAG.script || end - start > SCRIPT_LIMIT) continue;
    const tag = page.html.slice(page.tagStart[element], page.tagEnd[element]);
    if (!tag.includes('ld+json')) continue;
    nodes.push(...collectNodes(parseJsonLd(page.html.slice(start, end))));
  }
  return nodes.length > 0 ? fromNodes(nodes, url) : null;
}

/**
 * The page's `<meta>` values by lower-case name, property or itemprop; the first of each counts.
 * `link:canonical` is the address in `<link rel=canonical>`.
 */
export function readMeta(page: Page): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const element of elementsOf(page, TAG.meta)) addMeta(page, element, values);
  for (const element of elementsOf(page, TAG.link)) {
    const rel = attribute(page, element, 'rel')?.toLowerCase();
    const href = rel === 'canonical' ? attribute(page, element, 'href') : null;
    if (!href) continue;
    values.set('link:canonical', href);
    break;
  }
  return values;
}

const META_NAMES = ['property', 'name', 'itemprop', 'http-equiv'];

function addMeta(page: Page, element: number, values: Map<string, string>): void {
  const { html } = page;
  const keys: string[] = [];
  let content = '';
  const cursor = new AttributeCursor(page, element);
  while (cursor.next()) {
    const length = cursor.nameEnd - cursor.nameStart;
    const isNamed = (name: string) => name.length === length && isAt(html, cursor.nameStart, name);
    const value = () => html.slice(cursor.valueStart, cursor.valueEnd);
    if (isNamed('content')) content ||= decodeEntities(value());
    else if (META_NAMES.some(isNamed)) keys.push(value().toLowerCase().trim());
  }
  if (content === '') return;
  for (const key of keys) if (key !== '' && !values.has(key)) values.set(key, content);
}
