// A forgiving scan over XML: one pass, nothing is ever refused. Feeds and sitemaps are cut off,
// unescaped and mis-nested often enough that a strict parser loses whole outlets.
import { decodeHTMLStrict } from 'entities';

/** What the scan finds, in order. `raw` still has its references; CDATA has none. */
export interface XmlHandler {
  /** `name` in lower case with its prefix; `attributes` as written, for `readAttributes`. */
  open(name: string, attributes: string, isEmpty: boolean): void;
  close(name: string): void;
  text(raw: string, isLiteral: boolean): void;
}

export interface XmlEnd {
  /** The text ended inside a tag, a comment or a CDATA section. */
  readonly isCutOff: boolean;
  /** Where what was not ended begins; the text's length where all was. */
  readonly position: number;
  /** Entities the document type declares, by name. */
  readonly entities: ReadonlyMap<string, string>;
}

const NAME_START = /[A-Za-z_\u00c0-\uffff]/;
/** No real tag is longer; a quote that closes later is a broken one. */
const LONGEST_TAG = 16_384;
const LONGEST_ENTITY = 2_000;
const MOST_ENTITIES = 100;

/** Scans a text to its end; linear, never throws. */
export function scanXml(text: string, handler: XmlHandler): XmlEnd {
  const entities = new Map<string, string>();
  const scan: XmlScan = { text, handler, entities };
  let position = 0;
  let areQuotesSound = true;
  while (position < text.length) {
    const less = text.indexOf('<', position);
    if (less === -1) {
      handler.text(text.slice(position), false);
      break;
    }
    if (less > position) handler.text(text.slice(position, less), false);
    const special = skipSpecial(scan, less);
    if (special !== null) {
      if (special === CUT_OFF) return { isCutOff: true, position: less, entities };
      position = special;
      continue;
    }
    const isClosing = text.charCodeAt(less + 1) === 0x2f;
    const nameStart = less + (isClosing ? 2 : 1);
    if (!NAME_START.test(text.charAt(nameStart))) {
      handler.text('<', false);
      position = less + 1;
      continue;
    }
    let end = areQuotesSound ? tagEnd(text, nameStart) : text.indexOf('>', nameStart);
    if (end === QUOTE_OPEN) {
      areQuotesSound = false;
      end = text.indexOf('>', nameStart);
    }
    if (end === -1) {
      const isCutOff = !isClosing || !isRootEnd(text, nameStart);
      if (!isCutOff) emitTag(text.slice(nameStart), true, handler);
      return { isCutOff, position: less, entities };
    }
    emitTag(text.slice(nameStart, end), isClosing, handler);
    position = end + 1;
  }
  return { isCutOff: false, position: text.length, entities };
}

const CUT_OFF = -1;
const QUOTE_OPEN = -2;

/** A closing root tag that lacks only its ">" ends the document all the same. */
function isRootEnd(text: string, nameStart: number): boolean {
  return /^(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)\s*$/i.test(
    text.slice(nameStart, nameStart + 40),
  );
}

interface XmlScan {
  readonly text: string;
  readonly handler: XmlHandler;
  /** Filled by the document type. */
  readonly entities: Map<string, string>;
}

/** Comment, CDATA, instruction or declaration at `less`: where it ends; null where it is a tag. */
function skipSpecial({ text, handler, entities }: XmlScan, less: number): number | null {
  const next = text.charCodeAt(less + 1);
  if (next === 0x3f) return after(text, '>', less + 2);
  if (next !== 0x21) return null;
  if (text.startsWith('<!--', less)) return after(text, '-->', less + 4);
  if (text.startsWith('<![CDATA[', less)) {
    const end = text.indexOf(']]>', less + 9);
    handler.text(text.slice(less + 9, end === -1 ? undefined : end), true);
    return end === -1 ? CUT_OFF : end + 3;
  }
  return skipDeclaration(text, less, entities);
}

function after(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index === -1 ? CUT_OFF : index + mark.length;
}

/** Document types stand at the top; later ones are noise, and looking for their ends costs. */
const LAST_DOCTYPE = 4_096;
const LONGEST_SUBSET = 100_000;

/** `<!DOCTYPE …>` with its own entities, which are plain texts here and never expanded again. */
function skipDeclaration(text: string, less: number, entities: Map<string, string>): number {
  const end = text.indexOf('>', less);
  if (end === -1) return CUT_OFF;
  const head = text.slice(less, Math.min(end, less + LONGEST_TAG));
  const bracket = head.indexOf('[');
  if (bracket === -1 || less > LAST_DOCTYPE || !/^<!doctype/i.test(head)) return end + 1;
  const subset = text.slice(less + bracket, less + bracket + LONGEST_SUBSET);
  const close = /\]\s*>/.exec(subset);
  if (close === null) return end + 1;
  const declared = /<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"]*)"|'([^']*)')/g;
  for (const [, name, double, single] of subset.slice(0, close.index).matchAll(declared)) {
    if (entities.size >= MOST_ENTITIES) break;
    entities.set(name ?? '', (double ?? single ?? '').slice(0, LONGEST_ENTITY));
  }
  return less + bracket + close.index + close[0].length;
}

/** Index of the ">" that ends a tag, past quoted ones. */
function tagEnd(text: string, start: number): number {
  const first = text.indexOf('>', start);
  if (first === -1) return -1;
  // Most tags have no quote before their first ">", or closed ones.
  let quote = 0;
  const limit = Math.min(text.length, start + LONGEST_TAG);
  for (let index = start; index < limit; index += 1) {
    const code = text.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return index;
    else if ((code === 0x22 || code === 0x27) && text.charCodeAt(index - 1) === 0x3d) quote = code;
  }
  return QUOTE_OPEN;
}

function emitTag(tag: string, isClosing: boolean, handler: XmlHandler): void {
  const nameEnd = tag.search(/[\s/]/);
  const name = (nameEnd === -1 ? tag : tag.slice(0, nameEnd)).toLowerCase();
  if (isClosing) {
    handler.close(name);
    return;
  }
  const isEmpty = tag.endsWith('/');
  const attributes = nameEnd === -1 ? '' : tag.slice(nameEnd, isEmpty ? -1 : undefined);
  handler.open(name, attributes, isEmpty);
  if (isEmpty) handler.close(name);
}

const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;

/** Attributes of a tag, names in lower case, values decoded. */
export function readAttributes(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  if (source.trim() === '') return attributes;
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = (name ?? '').toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeReferences(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/**
 * Decodes character references (`&amp;`, `&#233;`, HTML's named ones, the document's own). A bare
 * "&" and names without ";" stay as they are, so that `?a=1&copy=2` keeps its parameter.
 */
export function decodeReferences(raw: string, own?: ReadonlyMap<string, string>): string {
  if (!raw.includes('&')) return raw;
  const text =
    own === undefined || own.size === 0
      ? raw
      : raw.replace(/&([\w.-]{1,60});/g, (whole, name: string) => own.get(name) ?? whole);
  return decodeHTMLStrict(text);
}
