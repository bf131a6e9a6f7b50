import type { IsoInstant } from '../../src/domain/index.ts';
import { type DateOptions, parsePublishedDate } from '../extract/dates.ts';
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
  const byId = new Map<string, JsonObject>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  const context = { options, byId };
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
  for (const block of blocksOf(html)) collect(parseEmbeddedJson(block), nodes, 0);
  return nodes;
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
  const address = text('url') ?? addressOf(node['mainEntityOfPage']) ?? text('@id');
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
    durationSeconds: durationSeconds(text('duration')),
    updates: updatesOf(node['liveBlogUpdate'], context),
  };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The first value that is a text, or an object that holds one. */
function firstText(node: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    for (const value of listOf(node[name])) {
      const held = isObject(value) ? (value['@value'] ?? value['name']) : value;
      const text = typeof held === 'string' ? plainText(held) : '';
      if (text !== '') return text;
    }
  }
  return null;
}

function addressOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isObject(value) ? firstText(value, ['@id', 'url']) : null;
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

/** ISO 8601 (`PT1H2M3S`), `1:02:03` or seconds; null for anything else. */
function durationSeconds(text: string | null): number | null {
  if (text === null) return null;
  const iso =
    /^P(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(
      text,
    );
  if (iso !== null && text.length > 1) {
    const [days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
    return Math.round(
      ((days ?? 0) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
    );
  }
  const clock = /^(?:(?:(\d+):)?(\d+):)?(\d+)$/.exec(text);
  if (clock === null) return null;
  return Number(clock[1] ?? 0) * 3600 + Number(clock[2] ?? 0) * 60 + Number(clock[3]);
}

/** The posts of a live blog as one text, headline and text by lines; null where it has none. */
export function liveText(node: JsonObject): string | null {
  const updates = updatesOf(node['liveBlogUpdate'], { options: {}, byId: new Map() });
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
