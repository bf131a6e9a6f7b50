import { decodeEntities } from './entities.ts';
import type { Page } from './scan.ts';

function isSpace(code: number): boolean {
  return code <= 32;
}

/** Receives each attribute of a tag: its name in lower case and the raw value's range in the page. */
export type AttributeVisitor = (name: string, start: number, end: number) => void;

function valueEnd(html: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && !isSpace(html.charCodeAt(end))) end++;
  return end;
}

/** Walks over a start tag's attributes once. */
export function eachAttribute(page: Page, element: number, visit: AttributeVisitor): void {
  const { html } = page;
  const limit = (page.tagEnd[element] as number) - 1;
  let at = (page.tagStart[element] as number) + 1;
  while (at < limit && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== 47) at++;
  while (at < limit) {
    let code = html.charCodeAt(at);
    if (isSpace(code) || code === 47 || code === 61 || code === 34 || code === 39) {
      at++;
      continue;
    }
    const nameStart = at;
    while (at < limit && !isSpace(code) && code !== 61 && code !== 47) {
      code = html.charCodeAt(++at);
    }
    const nameEnd = at;
    while (at < limit && isSpace(html.charCodeAt(at))) at++;
    const name = html.slice(nameStart, nameEnd).toLowerCase();
    if (html.charCodeAt(at) !== 61 || at >= limit) {
      visit(name, nameEnd, nameEnd);
      continue;
    }
    at++;
    while (at < limit && isSpace(html.charCodeAt(at))) at++;
    const quote = html.charCodeAt(at);
    if (quote === 34 || quote === 39) {
      let end = at + 1;
      while (end < limit && html.charCodeAt(end) !== quote) end++;
      visit(name, at + 1, end);
      at = end + 1;
    } else {
      const end = valueEnd(html, at, limit);
      visit(name, at, end);
      at = end;
    }
  }
}

/** One attribute of an element, decoded; null where it has none. The first of several counts. */
export function attribute(page: Page, element: number, wanted: string): string | null {
  let value: string | null = null;
  eachAttribute(page, element, (name, start, end) => {
    if (name === wanted && value === null) value = decodeEntities(page.html.slice(start, end));
  });
  return value;
}
