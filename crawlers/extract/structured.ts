import { isObject, type JsonObject } from '../formats/feed-json.ts';
import { liveText, typeNames } from '../formats/json-ld.ts';
import { parseEmbeddedJson } from '../formats/tolerant-json.ts';
import { attribute, eachAttribute } from './attributes.ts';
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

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (Array.isArray(value)) return asText(value[0]);
  if (isObject(value)) return asText(value['@value'] ?? value['name']);
  return null;
}

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
    const name = asText(entry['name']) ?? (isObject(item) ? asText(item['name']) : null);
    if (name) names.push(cleanText(name));
  }
  return names;
}

function fromNodes(nodes: readonly JsonObject[]): LinkedData | null {
  const ranked = nodes
    .map((node) => ({ node, rank: rank(node) }))
    .filter((entry) => entry.rank > 0)
    .toSorted((one, other) => other.rank - one.rank);
  const breadcrumb = breadcrumbOf(nodes);
  const best = ranked[0] ?? (breadcrumb.length > 0 ? { node: {}, rank: 0 } : null);
  if (!best) return null;
  const isArticle = best.rank >= 3;
  const first = (key: string): string | null => {
    for (const { node, rank: height } of ranked) {
      if (isArticle && height < 1) break;
      const text = asText(node[key]);
      if (text !== null) return text;
    }
    return null;
  };
  const clean = (text: string | null) => (text === null ? null : cleanText(text));
  return {
    types: typeNames(best.node),
    headline: isArticle ? clean(asText(best.node['headline']) ?? asText(best.node['name'])) : null,
    datePublished: first('datePublished') ?? (isArticle ? first('uploadDate') : null),
    dateModified: first('dateModified'),
    articleBody: isArticle ? (asText(best.node['articleBody']) ?? liveText(best.node)) : null,
    isFree: asFlag(best.node['isAccessibleForFree']),
    section: clean(asText(best.node['articleSection'])),
    language: first('inLanguage'),
    breadcrumb,
  };
}

/** Reads the JSON-LD of a page, also where it is broken; null where it describes no item. */
export function readLinkedData(page: Page): LinkedData | null {
  const nodes: JsonObject[] = [];
  for (const [element, [start, end]] of page.rawContent) {
    if (page.tag[element] !== TAG.script || end - start > SCRIPT_LIMIT) continue;
    const tag = page.html.slice(page.tagStart[element], page.tagEnd[element]);
    if (!tag.includes('ld+json')) continue;
    nodes.push(...collectNodes(parseEmbeddedJson(page.html.slice(start, end))));
  }
  return nodes.length > 0 ? fromNodes(nodes) : null;
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

const META_NAMES = new Set(['property', 'name', 'itemprop', 'http-equiv']);

function addMeta(page: Page, element: number, values: Map<string, string>): void {
  const keys: string[] = [];
  let content = '';
  eachAttribute(page, element, (name, start, end) => {
    if (name === 'content') content ||= decodeEntities(page.html.slice(start, end));
    else if (META_NAMES.has(name)) keys.push(page.html.slice(start, end).toLowerCase().trim());
  });
  if (content === '') return;
  for (const key of keys) if (key !== '' && !values.has(key)) values.set(key, content);
}
