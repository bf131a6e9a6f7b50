import type { IsoInstant } from '../../src/domain/index.ts';
import { type DateOptions, parsePublishedDate } from '../extract/dates.ts';
import { parseDurationSeconds } from './duration.ts';
import { isObject, type JsonObject } from './feed-json.ts';
import { plainText, resolveLink } from './feed-markup.ts';
import { parseEmbeddedJson } from './tolerant-json.ts';

export interface SchemaOptions extends DateOptions {
  /** Where the page was fetched from; relative addresses are resolved against it. */
  readonly url?: string;
}

/** One post of a live blog, in the page's order. */
export interface LiveUpdate {
  readonly headline: string | null;
  readonly text: string | null;
  readonly publishedAt: IsoInstant | null;
}

/** An article, live blog or film as a page describes it to machines. All text is plain and NFC. */
export interface SchemaItem {
  readonly kind: 'article' | 'live-blog' | 'video';
  /** schema.org's name, without its address: `NewsArticle`. */
  readonly type: string;
  readonly headline: string | null;
  readonly url: string | null;
  readonly description: string | null;
  /** Paragraphs joined by "\n". */
  readonly body: string | null;
  readonly publishedAt: IsoInstant | null;
  readonly modifiedAt: IsoInstant | null;
  readonly language: string | null;
  readonly section: string | null;
  /** Of a film. */
  readonly durationSeconds: number | null;
  /** Of a live blog. */
  readonly updates: readonly LiveUpdate[];
}

const LONGEST_BLOCK = 2_000_000;
const MOST_BLOCKS = 100;
const MOST_NODES = 5_000;
const DEEPEST = 32;

/**
 * Reads schema.org's articles, live blogs and films out of a page's JSON-LD, also where that is
 * broken or cut off; in the page's order, each once. Authors are never read. Never throws.
 */
export function readJsonLd(html: string, options: SchemaOptions = {}): SchemaItem[] {
  const nodes = jsonLdNodes(html);
  const context = { options, byId: nodesById(nodes) };
  const items: SchemaItem[] = [];
  const seen = new Set<string>();
  for (const node of nodes) {
    const item = itemOf(node, context);
    const key = JSON.stringify(item);
    if (item === null || seen.has(key)) continue;
    seen.add(key);
    items.push(item);
  }
  return items;
}

/** Every object of a page's JSON-LD at any depth, outer ones first. Never throws. */
export function jsonLdNodes(html: string): JsonObject[] {
  const nodes: JsonObject[] = [];
  for (const block of blocksOf(html)) collect(parseJsonLd(block), nodes, 0);
  return nodes;
}

/** The nodes that say something of themselves, by their `@id`: others only name them. */
export function nodesById(nodes: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  const byId = new Map<string, JsonObject>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  return byId;
}

/** Prefixes of schema.org's names where a context declares them. */
const PREFIX = /^(?:schema|sdo|https?:\/\/schema\.org\/):?(?=[A-Za-z])/;

/**
 * The value of one block of JSON-LD, also where that is broken, with schema.org's own names: a
 * block may be a text that holds JSON, prefix its names, or write `type` for `@type`. Never throws.
 */
export function parseJsonLd(block: string): unknown {
  let value = parseEmbeddedJson(block);
  if (typeof value === 'string' && /^\s*[{[]/.test(value)) value = parseEmbeddedJson(value);
  return isOtherwiseNamed(block) ? withBareNames(value, 0) : value;
}

/** Whether a block may write schema.org's names otherwise; types with their address are usual. */
function isOtherwiseNamed(block: string): boolean {
  if (block.includes('schema:') || block.includes('sdo:')) return true;
  if (block.includes('"type"') || block.includes("'type'")) return true;
  return block.includes('schema.org/') && /schema\.org\/[a-z]/.test(block);
}

function withBareNames(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((one) => withBareNames(one, depth + 1));
  if (!isObject(value)) return value;
  const pairs = Object.entries(value).map(([name, inner]) => {
    const bare = name === 'type' && !('@type' in value) ? '@type' : name.replace(PREFIX, '');
    return [bare, withBareNames(inner, depth + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

function blocksOf(html: string): string[] {
  const blocks: string[] = [];
  const opening = /<script\b([^>]{0,1000})>/gi;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    if (!/ld\+json/i.test(match[1] ?? '')) continue;
    const end = endOfScript(html, opening.lastIndex);
    blocks.push(html.slice(opening.lastIndex, end));
    opening.lastIndex = end;
    if (blocks.length >= MOST_BLOCKS) break;
  }
  return blocks;
}

function endOfScript(html: string, start: number): number {
  const closing = /<\/script/gi;
  closing.lastIndex = start;
  return Math.min(closing.exec(html)?.index ?? html.length, start + LONGEST_BLOCK);
}

/** All objects at any depth, outer ones first. */
function collect(value: unknown, nodes: JsonObject[], depth: number): void {
  if (depth > DEEPEST || nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, nodes, depth + 1);
  } else if (isObject(value)) {
    nodes.push(value);
    for (const [name, inner] of Object.entries(value)) {
      // Posts of a live blog belong to it; what a page merely names is not its article.
      if (name !== 'liveBlogUpdate' && name !== 'author' && name !== 'isBasedOn') {
        collect(inner, nodes, depth + 1);
      }
    }
  }
}

interface Context {
  readonly options: SchemaOptions;
  readonly byId: ReadonlyMap<string, JsonObject>;
}

const ARTICLE = /^(?:\w*Article|BlogPosting|SocialMediaPosting|Report|Review|NewsMediaArticle)$/;

/** schema.org's names of what a node is, without their address. */
export function typeNames(node: JsonObject): string[] {
  const types = listOf(node['@type']).filter((type) => typeof type === 'string');
  return types.map((type) => type.replace(/^.*[/#:]/, '').trim());
}

function itemOf(node: JsonObject, context: Context): SchemaItem | null {
  const names = typeNames(node);
  const kindOf = (name: string) =>
    name === 'LiveBlogPosting'
      ? 'live-blog'
      : name === 'VideoObject'
        ? 'video'
        : ARTICLE.test(name)
          ? 'article'
          : null;
  // Of several types the most telling one counts: a live blog is an article too.
  const order = ['live-blog', 'article', 'video'] as const;
  const kind = order.find((one) => names.some((name) => kindOf(name) === one));
  const type = names.find((name) => kindOf(name) === kind);
  if (kind === undefined || type === undefined) return null;
  return readItem(node, { kind, type }, context);
}

function readItem(
  node: JsonObject,
  what: Pick<SchemaItem, 'kind' | 'type'>,
  context: Context,
): SchemaItem {
  const { options } = context;
  const text = (...names: string[]) => firstText(node, names);
  const address = text('url') ?? addressOf(node['mainEntityOfPage'], context) ?? text('@id');
  const url = address === null ? null : resolveLink(address, options.url ?? null);
  return {
    ...what,
    headline: text('headline', 'name', 'alternativeHeadline'),
    url: url !== null && /^https?:/i.test(url) ? url : null,
    description: text('description', 'abstract'),
    body: bodyOf(node['articleBody']) ?? bodyOf(node['text']),
    publishedAt: dateOf(
      node,
      ['datePublished', 'uploadDate', 'dateCreated', 'coverageStartTime'],
      options,
    ),
    modifiedAt: dateOf(node, ['dateModified'], options),
    language: languageOf(node['inLanguage']),
    section: text('articleSection'),
    durationSeconds: parseDurationSeconds(text('duration') ?? ''),
    updates: updatesOf(node['liveBlogUpdate'], context),
  };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The first value that is a text or a number, or an object that holds one; as written. */
export function writtenText(node: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    for (const value of listOf(node[name])) {
      const held = isObject(value) ? (value['@value'] ?? value['name']) : value;
      const text = typeof held === 'number' ? String(held) : held;
      if (typeof text === 'string' && text.trim() !== '') return text;
    }
  }
  return null;
}

/** The same as plain text: no markup, no references, no control characters, NFC. */
function firstText(node: JsonObject, names: readonly string[]): string | null {
  const written = writtenText(node, names);
  const text = written === null ? '' : plainText(written.replace(/\p{Cc}+/gu, ' '));
  return text === '' ? null : text;
}

function addressOf(value: unknown, { byId }: Pick<Context, 'byId'>): string | null {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return null;
  const id = value['@id'];
  const named = typeof id === 'string' ? byId.get(id) : undefined;
  return (named && firstText(named, ['url'])) ?? firstText(value, ['@id', 'url']);
}

function bodyOf(value: unknown): string | null {
  const whole = listOf(value)
    .filter((part) => typeof part === 'string')
    .join('\n');
  const lines = whole
    .replace(/<(?:br|\/p|\/div|\/h\d|\/li)\b[^<>]{0,200}>/gi, '\n')
    .split(/\n+/)
    .map(plainText);
  return lines.filter((line) => line !== '').join('\n') || null;
}

function dateOf(
  node: JsonObject,
  names: readonly string[],
  options: DateOptions,
): IsoInstant | null {
  for (const name of names) {
    const iso = parsePublishedDate(firstText(node, [name]) ?? '', options);
    if (iso !== null) return iso;
  }
  return null;
}

function languageOf(value: unknown): string | null {
  const [first] = listOf(value);
  const text = isObject(first) ? firstText(first, ['alternateName', 'name']) : first;
  return typeof text === 'string' && /^[a-z]{2,3}(?:[-_]\w{2,8})*$/i.test(text.trim())
    ? text.trim().replace(/_/g, '-')
    : null;
}

/** A live blog's posts as one text, headline and text by lines; null where it has none. */
export function liveText(node: JsonObject, byId: ReadonlyMap<string, JsonObject>): string | null {
  const updates = updatesOf(node['liveBlogUpdate'], { options: {}, byId });
  const lines = updates.flatMap(({ headline, text }) => [headline, text]);
  return lines.filter((line) => line !== null).join('\n') || null;
}

function updatesOf(value: unknown, { options, byId }: Context): LiveUpdate[] {
  const updates: LiveUpdate[] = [];
  for (const one of listOf(value)) {
    if (!isObject(one) || updates.length >= MOST_NODES) continue;
    const id = one['@id'];
    const isReference = typeof id === 'string' && Object.keys(one).length === 1;
    const node = isReference ? (byId.get(id) ?? one) : one;
    const update = {
      headline: firstText(node, ['headline', 'name']),
      text: bodyOf(node['articleBody']) ?? bodyOf(node['text']) ?? bodyOf(node['description']),
      publishedAt: dateOf(node, ['datePublished', 'dateCreated', 'dateModified'], options),
    };
    if (update.headline !== null || update.text !== null) updates.push(update);
  }
  return updates;
}
