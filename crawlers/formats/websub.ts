import { decodeText } from '../extract/charset.ts';
import { resolveLink } from './feed-markup.ts';
import { readAttributes, scanXml } from './xml-scan.ts';

/** Where a publisher's news can be subscribed to instead of asked for (W3C WebSub). */
export interface WebSubLinks {
  /** Hubs in the publisher's order; empty where there is none. */
  readonly hubs: readonly string[];
  /** The address to subscribe to (`rel="self"`); null where the publisher does not name it. */
  readonly topic: string | null;
}

export interface WebSubOptions {
  /** Where the document was fetched from; relative addresses are resolved against it. */
  readonly url?: string;
}

const MOST_HUBS = 10;

/**
 * Finds the hubs of a feed or page: in HTTP `Link` headers, else in its `<link>` elements, of
 * which those in a page's body and inside items do not count. Never throws.
 */
export function findWebSubLinks(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  options: WebSubOptions = {},
): WebSubLinks {
  const base = options.url ?? null;
  const fromHeaders = gather(headerLinks(headers), base);
  if (fromHeaders.hubs.length > 0) return fromHeaders;
  return gather(documentLinks(decodeText(bytes, headers).text), base);
}

interface RelatedLink {
  readonly href: string;
  readonly rel: string;
}

function gather(links: readonly RelatedLink[], base: string | null): WebSubLinks {
  const hubs = new Set<string>();
  let topic: string | null = null;
  for (const { href, rel } of links) {
    const rels = rel.toLowerCase().split(/\s+/);
    const address = resolveLink(href, base);
    if (address === null || !/^https?:\/\//i.test(address)) continue;
    if (rels.includes('hub') && hubs.size < MOST_HUBS) hubs.add(address);
    if (rels.includes('self')) topic ??= address;
  }
  return { hubs: [...hubs], topic };
}

/** `<https://hub.example/>; rel="hub", <https://…>; rel=self` */
function headerLinks(headers: Readonly<Record<string, string>>): RelatedLink[] {
  const links: RelatedLink[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() !== 'link') continue;
    const parts = value.slice(0, 16_384).matchAll(/<([^<>]*)>((?:[^<>,"]|"[^"]*")*)/g);
    for (const [, href, parameters] of parts) {
      const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters ?? '');
      links.push({ href: href ?? '', rel: rel?.[1] ?? rel?.[2] ?? '' });
    }
  }
  return links;
}

function documentLinks(text: string): RelatedLink[] {
  const links: RelatedLink[] = [];
  let isInItem = false;
  let isInBody = false;
  scanXml(text, {
    open(name, attributes, isEmpty) {
      const local = name.slice(name.indexOf(':') + 1);
      if (local === 'item' || local === 'entry') isInItem = !isEmpty;
      if (local === 'body') isInBody = true;
      if (isInItem || isInBody || local !== 'link') return;
      const found = readAttributes(attributes);
      const href = found.get('href');
      if (href !== undefined) links.push({ href, rel: found.get('rel') ?? '' });
    },
    close(name) {
      const local = name.slice(name.indexOf(':') + 1);
      if (local === 'item' || local === 'entry') isInItem = false;
    },
    text() {},
  });
  return links;
}
