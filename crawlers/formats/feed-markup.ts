// Titles and summaries of feeds are small pieces of HTML: made harmless, or turned into plain text.
import { decodeReferences, readAttributes } from './xml-scan.ts';

const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:"[^"]{0,4000}"|'[^']{0,4000}'|[^"'<>])*)>/g;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** Elements whose content is no text either. */
const DROPPED_WHOLE = /<(script|style|iframe|noscript|object|applet|template)\b[\s\S]*?<\/\1\s*>/gi;
const ALLOWED = new Set(
  (
    'a abbr acronym address b big blockquote br center cite code dd del dfn div dl dt em figcaption ' +
    'figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong ' +
    'sub sup table tbody td tfoot th thead time tr tt u ul var video audio source picture'
  ).split(' '),
);
const ALLOWED_ATTRIBUTES = new Set(
  'href src alt title cite datetime lang dir width height abbr summary'.split(' '),
);
const ADDRESSES = new Set(['href', 'src', 'cite']);
const BLOCKS = /^(?:p|div|br|li|ul|ol|h[1-6]|tr|td|table|blockquote|figure|hr|dd|dt)$/;

/** HTML without scripts, handlers, embedded things and styles; relative addresses made absolute. */
export function harmlessMarkup(html: string, base: string | null): string {
  if (!html.includes('<')) return html;
  return html
    .replace(COMMENT, '')
    .replace(DROPPED_WHOLE, '')
    .replace(TAG, (_, slash: string, name: string, attributes: string) => {
      const element = name.toLowerCase();
      if (!ALLOWED.has(element)) return '';
      return slash === '' ? openTag(element, attributes, base) : `</${element}>`;
    });
}

function openTag(element: string, source: string, base: string | null): string {
  let tag = `<${element}`;
  for (const [name, value] of readAttributes(source.replace(/\/$/, ''))) {
    if (!ALLOWED_ATTRIBUTES.has(name)) continue;
    const safe = ADDRESSES.has(name) ? resolveLink(value, base) : value;
    if (safe !== null) tag += ` ${name}="${escaped(safe)}"`;
  }
  return `${tag}${/^(?:img|br|hr|source)$/.test(element) ? ' /' : ''}>`;
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** HTML as plain text on one line. */
export function plainText(html: string): string {
  const bare = html.includes('<')
    ? html
        .replace(COMMENT, '')
        .replace(DROPPED_WHOLE, ' ')
        .replace(TAG, (_, __, name: string) => (BLOCKS.test(name.toLowerCase()) ? ' ' : ''))
    : html;
  return decodeReferences(bare).replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/**
 * An address as absolute; it stays as written where it is absolute already or there is nothing to
 * resolve it against; null where it is empty or would run code.
 */
export function resolveLink(link: string, base: string | null): string | null {
  const trimmed = link.trim().replace(/[\t\n\r]+/g, '');
  if (trimmed === '' || /^(?:javascript|data|vbscript|about|blob|file):/i.test(trimmed))
    return null;
  if (/^[a-z][a-z\d+.-]*:/i.test(trimmed) || base === null) return trimmed;
  try {
    return new URL(trimmed, base).href;
  } catch {
    return trimmed;
  }
}
