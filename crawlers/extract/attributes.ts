import { decodeEntities } from './entities.ts';
import type { Page } from './scan.ts';

function isSpace(code: number): boolean {
  return code <= 32;
}

/**
 * A place in a start tag. `next` moves to the following attribute and tells whether there is one;
 * nothing is copied, so that attributes nobody asks for cost only their characters.
 */
export class AttributeCursor {
  private readonly html: string;
  private readonly limit: number;
  private at: number;
  /** The name's range in the page, and the raw value's; an absent value is an empty range. */
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;

  constructor(page: Page, element: number) {
    this.html = page.html;
    this.limit = (page.tagEnd[element] as number) - 1;
    let at = (page.tagStart[element] as number) + 1;
    while (
      at < this.limit &&
      !isSpace(this.html.charCodeAt(at)) &&
      this.html.charCodeAt(at) !== 47
    ) {
      at++;
    }
    this.at = at;
  }

  next(): boolean {
    const { html, limit } = this;
    let at = this.at;
    let code = html.charCodeAt(at);
    while (
      at < limit &&
      (isSpace(code) || code === 47 || code === 61 || code === 34 || code === 39)
    ) {
      code = html.charCodeAt(++at);
    }
    if (at >= limit) return false;
    this.nameStart = at;
    while (at < limit && !isSpace(code) && code !== 61 && code !== 47) code = html.charCodeAt(++at);
    this.nameEnd = at;
    while (at < limit && isSpace(html.charCodeAt(at))) at++;
    if (at >= limit || html.charCodeAt(at) !== 61) {
      this.valueStart = this.nameEnd;
      this.valueEnd = this.nameEnd;
      this.at = at;
      return true;
    }
    at++;
    while (at < limit && isSpace(html.charCodeAt(at))) at++;
    this.value(at);
    return true;
  }

  private value(from: number): void {
    const { html, limit } = this;
    const quote = html.charCodeAt(from);
    let at = from;
    if (quote === 34 || quote === 39) {
      at++;
      this.valueStart = at;
      while (at < limit && html.charCodeAt(at) !== quote) at++;
      this.valueEnd = at;
      this.at = at + 1;
      return;
    }
    this.valueStart = at;
    while (at < limit && !isSpace(html.charCodeAt(at))) at++;
    this.valueEnd = at;
    this.at = at;
  }
}

/** Whether the name at a place in the page is this one, given in small letters. */
export function isAt(html: string, at: number, name: string): boolean {
  for (let letter = 0; letter < name.length; letter++) {
    if ((html.charCodeAt(at + letter) | 32) !== name.charCodeAt(letter)) return false;
  }
  return true;
}

/** Receives each attribute of a tag: name in lower case, range of the raw value in the page. */
export type AttributeVisitor = (name: string, start: number, end: number) => void;

/** Walks over a start tag's attributes once. */
export function eachAttribute(page: Page, element: number, visit: AttributeVisitor): void {
  const cursor = new AttributeCursor(page, element);
  while (cursor.next()) {
    const name = page.html.slice(cursor.nameStart, cursor.nameEnd).toLowerCase();
    visit(name, cursor.valueStart, cursor.valueEnd);
  }
}

/** One attribute of an element, decoded; null where it has none. The first of several counts. */
export function attribute(page: Page, element: number, wanted: string): string | null {
  const cursor = new AttributeCursor(page, element);
  while (cursor.next()) {
    if (cursor.nameEnd - cursor.nameStart !== wanted.length) continue;
    if (!isAt(page.html, cursor.nameStart, wanted)) continue;
    return decodeEntities(page.html.slice(cursor.valueStart, cursor.valueEnd));
  }
  return null;
}
