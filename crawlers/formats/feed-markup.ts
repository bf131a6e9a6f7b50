// Titles and summaries of feeds are small pieces of HTML: made harmless, or turned into plain text.
import { decodeReferences, readAttributes, scanXml } from './xml-scan.ts';

/** Elements whose content is no text either. */
const DROPPED_WHOLE = new Set('script style iframe noscript object applet template'.split(' '));
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
const VOID = new Set(['img', 'br', 'hr', 'source']);
const ADDRESSES = new Set(['href', 'src', 'cite']);
const BLOCKS = /^(?:p|div|br|li|ul|ol|h[1-6]|tr|td|table|blockquote|figure|hr|dd|dt)$/;

/** HTML without scripts, handlers, embedded things and styles; relative addresses made absolute. */
export function harmlessMarkup(html: string, base: string | null): string {
  if (!html.includes('<')) return html;
  return rewritten(html, {
    open: (name, attributes) => (ALLOWED.has(name) ? openTag(name, attributes, base) : ''),
    close: (name) => (ALLOWED.has(name) && !VOID.has(name) ? `</${name}>` : ''),
  });
}

interface TagWriter {
  open(name: string, attributes: string): string;
  close(name: string): string;
}

/** Text stays as it is, tags become what the writer says; comments and scripts go. */
function rewritten(html: string, write: TagWriter): string {
  const parts: string[] = [];
  let dropped: string | null = null;
  const { position } = scanXml(html, {
    open(name, attributes, isEmpty) {
      if (dropped !== null) return;
      parts.push(write.open(name, attributes));
      if (DROPPED_WHOLE.has(name) && !isEmpty) dropped = name;
    },
    close(name) {
      if (dropped === null) parts.push(write.close(name));
      else if (dropped === name) dropped = null;
    },
    text(raw) {
      if (dropped === null) parts.push(raw);
    },
  });
  // "a <b" without an end is text, unless it is the start of something to be left out.
  const rest = html.slice(position);
  if (rest !== '' && dropped === null && !rest.startsWith('<!')) {
    parts.push(rest.replace(/</g, '&lt;'));
  }
  return parts.join('');
}

function openTag(element: string, source: string, base: string | null): string {
  let tag = `<${element}`;
  for (const [name, value] of readAttributes(source)) {
    if (!ALLOWED_ATTRIBUTES.has(name)) continue;
    const safe = ADDRESSES.has(name) ? resolveLink(value, base) : value;
    if (safe !== null) tag += ` ${name}="${escaped(safe)}"`;
  }
  return `${tag}${VOID.has(element) ? ' /' : ''}>`;
}

function escaped(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** HTML as plain text on one line. */
export function plainText(html: string): string {
  const space = (name: string) => (BLOCKS.test(name) ? ' ' : '');
  const bare = html.includes('<') ? rewritten(html, { open: space, close: space }) : html;
  return decodeReferences(bare).replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/**
 * An address as absolute; it stays as written where it is absolute already or there is nothing to
 * resolve it against; null where it is empty or would run code.
 */
export function resolveLink(link: string, base: string | null): string | null {
  const joined = link.trim().replace(/[ \t\n\r]+/g, (run) => (/^ +$/.test(run) ? run : ''));
  // Escaped once too often: no address has "&amp;" in it.
  const trimmed = joined.replace(/&amp;/gi, '&');
  if (trimmed === '' || /^(?:javascript|data|vbscript|about|blob|file):/i.test(trimmed))
    return null;
  if (/^[a-z][a-z\d+.-]*:/i.test(trimmed) || base === null) return trimmed;
  try {
    return new URL(trimmed, base).href;
  } catch {
    return trimmed;
  }
}
