import { numberOf } from '../../src/domain/index.ts';
// Reads RSS 0.9–2.0, RDF, Atom 0.3 and 1.0 and CDF into rough entries: what stands where, no more.
import { resolveLink } from './feed-markup.ts';
import { decodeReferences, readAttributes, scanXml } from './xml-scan.ts';

export type XmlFeedKind = 'rss' | 'rdf' | 'atom' | 'cdf';

export interface RoughLink {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
}

/** The value of one field: `isMarkup` where it holds tags or is declared as HTML. */
export interface RoughField {
  readonly value: string;
  readonly isMarkup: boolean;
  readonly base: string | null;
  readonly attributes: ReadonlyMap<string, string>;
}

/** An item or the feed itself: fields by canonical name, first come first. */
export interface RoughEntry {
  readonly fields: Map<string, RoughField[]>;
  readonly links: RoughLink[];
  base: string | null;
  language: string | null;
}

export interface RoughFeed {
  readonly kind: XmlFeedKind | null;
  readonly head: RoughEntry;
  readonly entries: readonly RoughEntry[];
  readonly truncated: boolean;
  readonly reasons: readonly string[];
}

/** Namespaces by a telling part of their address; the key is the prefix the fields are known by. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/purl\.org\/dc\/terms/i, 'dcterms'],
  [/purl\.org\/dc\/|dublincore/i, 'dc'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/itunes\.com/i, 'itunes'],
  [/search\.yahoo\.com\/mrss/i, 'media'],
  [/feedburner|rssnamespace\.org/i, 'feedburner'],
  [/w3\.org\/2005\/atom|purl\.org\/atom/i, 'atom'],
  [/22-rdf-syntax/i, 'rdf'],
  [/purl\.org\/rss\/|netscape\.com\/|backend\.userland\.com\/rss|blogs\.law\.harvard/i, ''],
];
const ROOTS: ReadonlyMap<string, XmlFeedKind> = new Map([
  ['rss', 'rss'],
  ['feed', 'atom'],
  ['rdf:rdf', 'rdf'],
  ['channel', 'cdf'],
]);
/** Short fields that cannot hold one another: a new one ends an unclosed one. */
const SIBLINGS = new Set('title link guid pubdate description id item entry channel'.split(' '));
const FIELDS = new Set(
  (
    'title link id guid pubdate description summary content tagline subtitle abstract language ' +
    'updated modified published issued created lastbuilddate logo fullitem body ' +
    'dc:title dc:date dc:identifier dc:language dc:description dc:created dc:modified dc:issued ' +
    'dcterms:created dcterms:issued dcterms:modified content:encoded itunes:duration ' +
    'itunes:title ' +
    'itunes:summary feedburner:origlink pheedo:origlink expirationdate'
  ).split(' '),
);
/** Inside of these, titles and links are someone else's. */
const FOREIGN = new Set(
  'source image textinput author contributor media:group skiphours'.split(' '),
);
const MOST_ITEMS = 10_000;
const LONGEST_FIELD = 2_000_000;
const DEEPEST = 200;

interface Open {
  readonly name: string;
  readonly base: string | null;
  readonly isForeign: boolean;
}

const newEntry = (base: string | null): RoughEntry => ({
  fields: new Map(),
  links: [],
  base,
  language: null,
});

/** Reads a whole text; items cut off before they have a link or an id are left out. */
export function readXmlFeed(text: string, documentUrl: string | null): RoughFeed {
  const reader = new FeedReader(documentUrl);
  const end = scanXml(text, reader);
  return reader.finish(end.isCutOff, end.entities);
}

class FeedReader {
  private kind: XmlFeedKind | null = null;
  private readonly head: RoughEntry;
  private readonly entries: RoughEntry[] = [];
  private current: RoughEntry | null = null;
  private readonly stack: Open[] = [];
  private readonly prefixes = new Map<string, string>();
  private field: OpenField | null = null;
  private isRootClosed = false;
  private isAtom10 = false;
  private readonly documentUrl: string | null;
  private readonly reasons = new Set<string>();

  constructor(documentUrl: string | null) {
    this.documentUrl = documentUrl;
    this.head = newEntry(documentUrl);
  }

  open(raw: string, source: string, isEmpty: boolean): void {
    if (source.includes('xmlns')) this.learnPrefixes(source);
    const name = this.canonical(raw);
    if (this.field !== null && !this.endsField(name)) {
      this.field.addTag(`<${raw}${source}${isEmpty ? '/' : ''}>`, isEmpty);
      return;
    }
    const attributes = readAttributes(source);
    const parent = this.stack.at(-1);
    const base = resolvedBase(attributes.get('xml:base'), parent?.base ?? this.documentUrl);
    if (this.kind === null) this.begin(name, attributes, base);
    const isItem = name === 'item' || name === 'entry';
    if (isItem && this.kind !== null) this.beginItem(attributes, base);
    else this.takeElement(name, attributes, { base, isForeign: parent?.isForeign ?? false });
    const isForeign = (parent?.isForeign ?? false) || (FOREIGN.has(name) && !isItem);
    if (!isEmpty && this.stack.length < DEEPEST) this.stack.push({ name, base, isForeign });
    if (isEmpty && isItem) this.stack.push({ name, base, isForeign });
  }

  close(raw: string): void {
    const name = this.canonical(raw);
    if (this.field !== null) {
      if (this.field.name !== name && !this.isContainerEnd(name)) {
        this.field.addTag(`</${raw}>`, true);
        return;
      }
      if (this.field.name === name && this.field.depth > 0 && this.field.closeInner()) {
        this.field.addTag(`</${raw}>`, true);
        return;
      }
      this.storeField();
    }
    const index = this.stack.findLastIndex((open) => open.name === name);
    if (index === -1) return;
    for (const open of this.stack.splice(index)) {
      if (open.name === 'item' || open.name === 'entry') this.endItem();
    }
    if (this.stack.length === 0) this.isRootClosed = true;
  }

  text(raw: string, isLiteral: boolean): void {
    this.field?.addText(raw, isLiteral);
  }

  finish(isCutOff: boolean, own: ReadonlyMap<string, string>): RoughFeed {
    const truncated =
      this.kind !== null && (isCutOff || !this.isRootClosed) && this.stack.length > 0;
    if (truncated) this.reasons.add('the text ends before the feed does');
    // An item without its end is kept where it already has what identifies it.
    if (this.current !== null && isIdentified(this.current)) this.entries.push(this.current);
    if (own.size > 0) {
      for (const entry of [this.head, ...this.entries]) expandOwn(entry, own);
    }
    return {
      kind: this.kind,
      head: this.head,
      entries: this.entries,
      truncated,
      reasons: [...this.reasons],
    };
  }

  private begin(name: string, attributes: ReadonlyMap<string, string>, base: string | null): void {
    this.kind = ROOTS.get(name) ?? (name === 'item' ? 'rss' : name === 'entry' ? 'atom' : null);
    if (this.kind === null) return;
    this.isAtom10 = (attributes.get('xmlns') ?? '').includes('2005/Atom');
    this.head.base = base;
    this.head.language = attributes.get('xml:lang') ?? null;
  }

  private beginItem(attributes: ReadonlyMap<string, string>, base: string | null): void {
    if (this.current !== null) {
      this.reasons.add('an item begins inside another; the first was taken as ended');
      this.endItem();
      const index = this.stack.findLastIndex(
        (open) => open.name === 'item' || open.name === 'entry',
      );
      if (index !== -1) this.stack.splice(index);
    }
    this.current = newEntry(base);
    this.current.language = attributes.get('xml:lang') ?? null;
    const about = attributes.get('rdf:about');
    if (about) put(this.current, 'rdf:about', { value: about, base });
    const href = attributes.get('href');
    if (href) this.current.links.push({ href: resolveLink(href, base) ?? '', rel: '', type: '' });
    const changed = attributes.get('lastmod');
    if (changed) put(this.current, 'updated', { value: changed, base });
  }

  private endItem(): void {
    if (this.current === null) return;
    if (this.entries.length < MOST_ITEMS) this.entries.push(this.current);
    else this.reasons.add(`more than ${numberOf(MOST_ITEMS, 'item')}; the rest was left out`);
    this.current = null;
  }

  private takeElement(
    name: string,
    attributes: ReadonlyMap<string, string>,
    place: { readonly base: string | null; readonly isForeign: boolean },
  ): void {
    if (this.kind === null || place.isForeign) {
      if (name === 'media:content' && this.current) this.takeDuration(attributes, place.base);
      return;
    }
    const entry = this.current ?? this.head;
    if (name === 'channel') {
      entry.language ??= attributes.get('xml:lang') ?? null;
      const changed = attributes.get('lastmod');
      if (changed) put(entry, 'updated', { value: changed, base: place.base });
    } else if (name === 'media:content' || name === 'enclosure') {
      this.takeDuration(attributes, place.base);
    } else if (name === 'link' || name === 'atom:link' || name === 'a') {
      this.takeLink(name, attributes, place.base);
    } else if (FIELDS.has(name)) {
      this.field = this.openField(name, attributes, place.base);
    }
  }

  private takeDuration(attributes: ReadonlyMap<string, string>, base: string | null): void {
    const duration = attributes.get('duration');
    if (duration && this.current) put(this.current, 'media:duration', { value: duration, base });
  }

  private takeLink(
    name: string,
    attributes: ReadonlyMap<string, string>,
    base: string | null,
  ): void {
    const href = attributes.get('href');
    const entry = this.current ?? this.head;
    if (href !== undefined) {
      const rel = (attributes.get('rel') ?? '').toLowerCase().replace(/^.*\/relation\//, '');
      const isOther = name === 'atom:link' && this.kind !== 'atom' && rel === '';
      const type = (attributes.get('type') ?? '').toLowerCase();
      const resolved = resolveLink(href, base);
      if (resolved !== null)
        entry.links.push({ href: resolved, rel: isOther ? 'other' : rel, type });
    }
    if (name === 'link') this.field = this.openField(name, attributes, base);
  }

  private openField(
    name: string,
    attributes: ReadonlyMap<string, string>,
    base: string | null,
  ): OpenField {
    return new OpenField(name, attributes, { base, isPackaged: this.isAtom10 });
  }

  private endsField(name: string): boolean {
    const field = this.field;
    if (field === null) return true;
    const isUnclosed = SIBLINGS.has(field.name) && SIBLINGS.has(name) && !field.isRich;
    const isItem = (name === 'item' || name === 'entry') && !field.isRich;
    if (!isUnclosed && !isItem) return false;
    this.reasons.add(`<${field.name}> is not closed`);
    this.storeField();
    this.stack.pop();
    return true;
  }

  private isContainerEnd(name: string): boolean {
    return /^(?:item|entry|channel|rss|feed|rdf:rdf)$/.test(name);
  }

  private storeField(): void {
    const { field } = this;
    this.field = null;
    if (field === null) return;
    const entry = this.current ?? this.head;
    const stored = field.finish();
    const list = entry.fields.get(field.name);
    if (list) list.push(stored);
    else entry.fields.set(field.name, [stored]);
  }

  private learnPrefixes(source: string): void {
    if (this.prefixes.size > 100) return;
    for (const [name, address] of readAttributes(source)) {
      if (!name.startsWith('xmlns:')) continue;
      const known = NAMESPACES.find(([pattern]) => pattern.test(address));
      if (known) this.prefixes.set(name.slice(6), known[1]);
    }
  }

  /** `dc11:date` → `dc:date`, `atom:entry` in an Atom feed → `entry`. */
  private canonical(raw: string): string {
    const colon = raw.indexOf(':');
    if (colon === -1) return raw;
    const prefix = raw.slice(0, colon);
    const known = this.prefixes.get(prefix) ?? prefix;
    const local = raw.slice(colon + 1);
    const isOwn =
      known === '' || (known === 'atom' && (this.kind === 'atom' || this.kind === null));
    return isOwn || (prefix === 'rss' && known === 'rss') ? local : `${known}:${local}`;
  }
}

/** A field whose end has not come yet. */
class OpenField {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isRich: boolean;
  depth = 0;
  private readonly base: string | null;
  private readonly isPackaged: boolean;
  private readonly parts: { readonly raw: string; readonly kind: 'text' | 'literal' | 'tag' }[] =
    [];
  private length = 0;

  constructor(
    name: string,
    attributes: ReadonlyMap<string, string>,
    place: { readonly base: string | null; readonly isPackaged: boolean },
  ) {
    this.name = name;
    this.attributes = attributes;
    this.base = place.base;
    this.isPackaged = place.isPackaged;
    this.isRich = /xhtml|xml/.test(attributes.get('type') ?? '') || /content|body/.test(name);
  }

  addText(raw: string, isLiteral: boolean): void {
    this.add(raw, isLiteral ? 'literal' : 'text');
  }

  addTag(raw: string, isClosed: boolean): void {
    if (!isClosed && raw.toLowerCase().startsWith(`<${this.name}`)) this.depth += 1;
    this.add(raw, 'tag');
  }

  /** Whether a closing tag of the field's own name belongs to an element inside it. */
  closeInner(): boolean {
    this.depth -= 1;
    return true;
  }

  finish(): RoughField {
    const isMarkup = this.parts.some((part) => part.kind === 'tag');
    const value = this.parts.map((part) => this.valueOf(part, isMarkup)).join('');
    const decoded = this.attributes.get('mode') === 'base64' ? fromBase64(value) : value;
    const type = this.attributes.get('type') ?? '';
    return {
      value: isMarkup && this.isPackaged ? withoutWrapper(decoded.trim(), type) : decoded.trim(),
      isMarkup: isMarkup || /html/i.test(type),
      base: this.base,
      attributes: this.attributes,
    };
  }

  private add(raw: string, kind: 'text' | 'literal' | 'tag'): void {
    this.length += raw.length;
    if (this.length <= LONGEST_FIELD) this.parts.push({ raw, kind });
  }

  /** Inline markup keeps its own escapes; escaped markup loses one layer. */
  private valueOf(
    part: { readonly raw: string; readonly kind: string },
    isMarkup: boolean,
  ): string {
    if (part.kind !== 'text') return part.raw;
    if (!isMarkup) return decodeReferences(part.raw);
    return decodeReferences(part.raw)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;');
  }
}

/** Atom 1.0's `<div>` around XHTML is packaging, not content; Atom 0.3 knew no packaging. */
function withoutWrapper(html: string, type: string): string {
  if (!/xhtml/.test(type)) return html;
  return /^<(?:\w+:)?div\b[^>]*>([\s\S]*)<\/(?:\w+:)?div>$/i.exec(html)?.[1]?.trim() ?? html;
}

function fromBase64(value: string): string {
  return Buffer.from(value.trim(), 'base64').toString('utf8');
}

function put(
  entry: RoughEntry,
  name: string,
  { value, base }: Pick<RoughField, 'value' | 'base'>,
): void {
  const field = { value: value.trim(), isMarkup: false, base, attributes: new Map() };
  const list = entry.fields.get(name);
  if (list) list.push(field);
  else entry.fields.set(name, [field]);
}

function isIdentified(entry: RoughEntry): boolean {
  if (entry.links.length > 0) return true;
  return ['link', 'guid', 'id', 'rdf:about'].some((name) => entry.fields.has(name));
}

function resolvedBase(own: string | undefined, parent: string | null): string | null {
  if (own === undefined || own.trim() === '') return parent;
  const resolved = resolveLink(own, parent);
  return resolved !== null && /^[a-z][a-z\d+.-]*:/i.test(resolved) ? resolved : parent;
}

function expandOwn(entry: RoughEntry, own: ReadonlyMap<string, string>): void {
  for (const [name, fields] of entry.fields) {
    entry.fields.set(
      name,
      fields.map((field) => ({ ...field, value: replaceOwn(field.value, own) })),
    );
  }
}

function replaceOwn(value: string, own: ReadonlyMap<string, string>): string {
  return value.replace(/&([\w.-]{1,60});/g, (whole, name: string) => own.get(name) ?? whole);
}
