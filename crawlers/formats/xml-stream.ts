// XML in pieces, for files of any size: the memory held is that of the longest element's text.
import { decodeReferences } from './xml-scan.ts';

/** What is found, in order; `line` is that of the tag or of the text's beginning, 1-based. */
export interface XmlStreamHandler {
  /** `name` in lower case; `attributes` as written, for `readAttributes`. */
  open(name: string, attributes: string, line: number): void;
  close(name: string, line: number): void;
  text(text: string, line: number): void;
  /** A place that is no XML; the reading goes on after it. */
  fault(code: 'cut-off' | 'bad-tag' | 'too-long', line: number): void;
}

/** No real tag, comment or CDATA section of a listing is longer. */
const LONGEST_TOKEN = 1_000_000;
const LONGEST_TAG = 64_000;
const NAME = /^[A-Za-z_\u00c0-\uffff]/;

/** Takes text in pieces of any size; never throws. */
export class XmlStream {
  private rest = '';
  private line = 1;
  private readonly handler: XmlStreamHandler;
  private readonly entities = new Map<string, string>();

  constructor(handler: XmlStreamHandler) {
    this.handler = handler;
  }

  write(piece: string): void {
    this.rest = this.scan(this.rest === '' ? piece : this.rest + piece, false);
  }

  end(): void {
    this.scan(this.rest, true);
    this.rest = '';
  }

  /** Reads all whole tokens and answers what is left. */
  private scan(text: string, isLast: boolean): string {
    let position = 0;
    while (position < text.length) {
      const less = text.indexOf('<', position);
      if (less === -1) {
        if (!isLast && text.length - position < LONGEST_TOKEN) return text.slice(position);
        this.emitText(text.slice(position));
        return '';
      }
      if (less > position) this.emitText(text.slice(position, less));
      const end = this.token(text, less);
      if (end === null) {
        if (!isLast && text.length - less < LONGEST_TOKEN) return text.slice(less);
        position = this.skipBroken(text, less, isLast);
        this.count(text, less, position);
        continue;
      }
      this.count(text, less, end);
      position = end;
    }
    return '';
  }

  /** Reads one token at `less`; answers its end, null where that is not there yet. */
  private token(text: string, less: number): number | null {
    if (text.startsWith('<!--', less)) return after(text, '-->', less + 4);
    if (text.startsWith('<![CDATA[', less)) {
      const end = text.indexOf(']]>', less + 9);
      if (end === -1) return null;
      this.handler.text(text.slice(less + 9, end), this.line);
      return end + 3;
    }
    const next = text[less + 1];
    if (next === undefined) return null;
    if (next === '?') return after(text, '?>', less + 2);
    if (next === '!') {
      // "<!-" and "<![CD" may be the beginning of what the next piece ends.
      if (text.length - less < 9) return null;
      return this.declaration(text, less);
    }
    return this.tag(text, less);
  }

  private declaration(text: string, less: number): number | null {
    const close = text.indexOf('>', less);
    if (close === -1) return null;
    const bracket = text.slice(less, close).indexOf('[');
    if (bracket === -1) return close + 1;
    const end = /\]\s*>/.exec(text.slice(less + bracket, less + bracket + LONGEST_TAG));
    if (end === null) return text.length - less < LONGEST_TAG ? null : close + 1;
    const subset = text.slice(less + bracket, less + bracket + end.index);
    const declared = /<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"]*)"|'([^']*)')/g;
    for (const [, name = '', double, single] of subset.matchAll(declared)) {
      if (this.entities.size < 100)
        this.entities.set(name, (double ?? single ?? '').slice(0, 2000));
    }
    return less + bracket + end.index + end[0].length;
  }

  private tag(text: string, less: number): number | null {
    const isClosing = text[less + 1] === '/';
    const start = less + (isClosing ? 2 : 1);
    if (start < text.length && !NAME.test(text[start] ?? '')) {
      this.handler.text('<', this.line);
      return less + 1;
    }
    const end = tagEnd(text, start);
    if (end === null) return null;
    if (end === BROKEN) return this.skipBroken(text, less, false);
    const tag = text.slice(start, end);
    const nameEnd = tag.search(/[\s/]/);
    const name = (nameEnd === -1 ? tag : tag.slice(0, nameEnd)).toLowerCase();
    if (isClosing) this.handler.close(name, this.line);
    else {
      const isEmpty = tag.endsWith('/');
      const attributes = nameEnd === -1 ? '' : tag.slice(nameEnd, isEmpty ? -1 : undefined);
      this.handler.open(name, this.own(attributes), this.line);
      if (isEmpty) this.handler.close(name, this.line);
    }
    return end + 1;
  }

  /** What never ends: the rest of the file, or so much of it that it cannot be one token. */
  private skipBroken(text: string, less: number, isLast: boolean): number {
    const next = text.indexOf('<', less + 1);
    const isEnd = isLast && next === -1;
    this.handler.fault(isEnd ? 'cut-off' : 'bad-tag', this.line);
    return next === -1 ? text.length : next;
  }

  private emitText(raw: string): void {
    if (raw.length > LONGEST_TOKEN) this.handler.fault('too-long', this.line);
    this.handler.text(decodeReferences(raw, this.entities), this.line);
    this.count(raw, 0, raw.length);
  }

  private own(attributes: string): string {
    if (this.entities.size === 0 || !attributes.includes('&')) return attributes;
    return attributes.replace(
      /&([\w.-]{1,60});/g,
      (whole, name: string) => this.entities.get(name) ?? whole,
    );
  }

  private count(text: string, from: number, to: number): void {
    for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
      this.line += 1;
    }
  }
}

function after(text: string, mark: string, from: number): number | null {
  const index = text.indexOf(mark, from);
  return index === -1 ? null : index + mark.length;
}

const BROKEN = -1;

/**
 * Index of the ">" that ends a tag, past quoted ones; null where it has not come yet, `BROKEN`
 * where it never will.
 */
function tagEnd(text: string, start: number): number | null {
  let quote = '';
  const limit = Math.min(text.length, start + LONGEST_TAG);
  for (let index = start; index < limit; index += 1) {
    const character = text[index] as string;
    const opens = character === '<' && /[A-Za-z/!?]/.test(text[index + 1] ?? ' ');
    if (quote !== '') {
      if (character === quote) quote = '';
      // No tag begins inside a value: this quote was never closed.
      else if (opens) return endWithoutQuotes(text, start, index);
    } else if (character === '>') return index;
    else if (opens) return BROKEN;
    else if (character === '"' || character === "'") quote = character;
  }
  return limit < text.length ? BROKEN : null;
}

function endWithoutQuotes(text: string, start: number, limit: number): number {
  const end = text.indexOf('>', start);
  return end === -1 || end > limit ? BROKEN : end;
}
