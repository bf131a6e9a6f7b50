import {
  BLOCK,
  BOLD,
  HEADING,
  hashStep,
  PLAIN,
  RAW,
  SCOPE,
  TAG,
  tagFlags,
  tagOfHash,
  VOID,
} from './tags.ts';
import { type Page, PageColumns } from './page-columns.ts';

export type { Page } from './page-columns.ts';

/** Deeper elements are read as if they stood at this depth, so that nothing grows with nesting. */
const DEPTH_LIMIT = 512;

/** A run of text inside a link. */
export const IN_LINK = 1;
/** A run of text in bold. */
export const IN_BOLD = 2;

/** The elements of a tag, in document order. */
export function elementsOf(page: Page, tag: number): readonly number[] {
  const found: number[] = [];
  for (let at = page.tag.indexOf(tag); at >= 0; at = page.tag.indexOf(tag, at + 1)) found.push(at);
  return found;
}

/** The blocks whose text begins inside an element: the first of them, and one behind the last. */
export function blocksWithin(page: Page, element: number): readonly [number, number] {
  const from = page.tagEnd[element] as number;
  const to = page.contentEnd[element] as number;
  return [firstBlockFrom(page, from), firstBlockFrom(page, to)];
}

/** The first block whose text begins at a place or behind it; blocks stand in the page's order. */
function firstBlockFrom(page: Page, place: number): number {
  let low = 0;
  let high = page.blockFirstRun.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = page.blockFirstRun[middle] as number;
    if ((page.runStart[run] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isNameCode(code: number): boolean {
  return code > 32 && code !== SLASH && code !== GREATER && code !== LESS;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

/** Room for the page at hand; scanning one is a single step, so no two ever share it. */
let columns = new PageColumns();

/** Reads a page once from start to end. Never throws; time grows linearly with the length. */
export function scanPage(html: string): Page {
  columns.elements = 0;
  columns.runs = 0;
  columns.blocks = 0;
  const page = new Scanner(html, columns).run();
  if (columns.isOversized()) columns = new PageColumns();
  return page;
}

class Scanner {
  private readonly html: string;
  private readonly page: PageColumns;
  private work = 0;
  private readonly rawContent = new Map<number, readonly [number, number]>();
  /** Open elements, innermost last, and how many of each tag are among them. */
  private readonly stack: number[] = [];
  private readonly openCount: Uint16Array;
  private overflow = 0;
  private bold = 0;
  private anchor = -1;
  private blockOpen = false;
  private breaks = 0;
  /** Set once a search to the end of the page found nothing: it is not repeated. */
  private noMoreDouble = false;
  private noMoreSingle = false;
  private noMoreComment = false;
  private readonly noMoreEnd = new Set<string>();

  constructor(html: string, page: PageColumns) {
    this.html = html;
    this.page = page;
    this.openCount = page.openCount;
  }

  run(): Page {
    const { html } = this;
    this.pushElement(TAG.html, 0, 0);
    let at = 0;
    while (at < html.length) at = this.some(at);
    this.endBlock();
    while (this.stack.length > 0) this.pop(html.length);
    return this.page.copy({ html, work: this.work, rawContent: this.rawContent });
  }

  /**
   * Some of the page from a place on, in short runs: one loop over all of it would be compiled
   * again and again while it goes on.
   */
  private some(from: number): number {
    const { html } = this;
    let at = from;
    for (let steps = 0; steps < 32 && at < html.length; steps++) {
      const less = html.indexOf('<', at);
      const end = less < 0 ? html.length : less;
      if (end > at) this.text(at, end);
      if (less < 0) return html.length;
      at = this.markup(less);
      this.work++;
    }
    return at;
  }

  private markup(less: number): number {
    const next = this.html.charCodeAt(less + 1);
    if (isLetter(next)) return this.startTag(less);
    if (next === SLASH) return this.endTag(less);
    if (next === EXCLAMATION) return this.comment(less);
    if (next === QUESTION) return this.afterNext('>', less + 2);
    this.text(less, less + 1);
    return less + 1;
  }

  private afterNext(needle: string, from: number): number {
    const found = this.html.indexOf(needle, from);
    return found < 0 ? this.html.length : found + needle.length;
  }

  private comment(less: number): number {
    if (this.html.startsWith('<!--', less)) {
      if (!this.noMoreComment) {
        const found = this.html.indexOf('-->', less + 2);
        if (found >= 0) return found + 3;
        this.noMoreComment = true;
      }
    } else if (this.html.startsWith('<![CDATA[', less)) return less + 9;
    return this.afterNext('>', less + 2);
  }

  /** The place after the `>` of the tag whose name ends here; quotes may hold `>`. */
  private tagClose(from: number): number {
    const { html } = this;
    for (let at = from; at < html.length; at++) {
      const code = html.charCodeAt(at);
      if (code === GREATER) return at + 1;
      if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
        // A quote opens a value only after "="; elsewhere it is a stray of a broken attribute.
        if (!this.followsEquals(at)) continue;
        at = this.quoteClose(at, code);
      }
    }
    return html.length;
  }

  private followsEquals(quote: number): boolean {
    let before = quote - 1;
    // Bounded: nobody writes more than a few spaces there.
    for (let steps = 0; steps < 8 && isSpace(this.html.charCodeAt(before)); steps++) before--;
    return this.html.charCodeAt(before) === 61;
  }

  private quoteClose(quote: number, code: number): number {
    const isDouble = code === DOUBLE_QUOTE;
    if (isDouble ? this.noMoreDouble : this.noMoreSingle) return quote;
    const close = this.html.indexOf(isDouble ? '"' : "'", quote + 1);
    if (close >= 0) return close;
    if (isDouble) this.noMoreDouble = true;
    else this.noMoreSingle = true;
    return quote;
  }

  private startTag(less: number): number {
    const { html } = this;
    let at = less + 1;
    let hash = 0;
    let code = html.charCodeAt(at);
    while (at < html.length && isNameCode(code)) {
      hash = hashStep(hash, code >= 65 && code <= 90 ? code | 32 : code);
      code = html.charCodeAt(++at);
    }
    const tag = tagOfHash(hash);
    const close = this.tagClose(at);
    const flags = tagFlags[tag] ?? 0;
    if (tag === TAG.br) {
      this.lineBreak();
      return close;
    }
    if (flags & PLAIN) {
      if (flags & BOLD) this.bold++;
      return close;
    }
    if (flags & BLOCK) this.blockStart(tag, less);
    if (tag === TAG.a && this.anchor >= 0) this.closeThrough(TAG.a, less);
    const element = this.pushElement(tag, less, close);
    if (flags & RAW && !this.isShown(tag, less, close))
      return this.rawText(element, html.slice(less + 1, at), close);
    if (tag === TAG.a && element >= 0 && this.stack.at(-1) === element) this.anchor = element;
    return close;
  }

  /** A template that browsers show at once, as the content of the element around it. */
  private isShown(tag: number, less: number, close: number): boolean {
    return tag === TAG.template && /\sshadowrootmode\b/i.test(this.html.slice(less, close));
  }

  private rawText(element: number, name: string, from: number): number {
    const { html } = this;
    const lower = name.toLowerCase();
    const first = lower.charCodeAt(0);
    let at = this.noMoreEnd.has(lower) ? -1 : html.indexOf('</', from);
    while (at >= 0) {
      this.work++;
      const end = at + 2 + lower.length;
      // Programs hold many other end tags in their texts: one letter tells most of them apart.
      const isLike = (html.charCodeAt(at + 2) | 32) === first;
      if (isLike && html.slice(at + 2, end).toLowerCase() === lower) break;
      at = html.indexOf('</', at + 2);
    }
    if (at < 0) this.noMoreEnd.add(lower);
    // A title without an end must not swallow the page; a script without one does, as in browsers.
    const contentEnd = at >= 0 ? at : lower === 'title' ? from : html.length;
    this.rawContent.set(element, [from, contentEnd]);
    this.pop(contentEnd);
    return at >= 0 ? this.afterNext('>', at) : contentEnd;
  }

  private endTag(less: number): number {
    const { html } = this;
    let at = less + 2;
    let hash = 0;
    let code = html.charCodeAt(at);
    while (at < html.length && isNameCode(code)) {
      hash = hashStep(hash, code >= 65 && code <= 90 ? code | 32 : code);
      code = html.charCodeAt(++at);
    }
    const close = this.afterNext('>', at);
    const tag = tagOfHash(hash);
    const flags = tagFlags[tag] ?? 0;
    if (flags & PLAIN) {
      if (flags & BOLD && this.bold > 0) this.bold--;
      return close;
    }
    if (flags & BLOCK) this.endBlock();
    if (tag === TAG.br || (tag === TAG.p && this.openCount[TAG.p] === 0)) {
      this.lineBreak();
      return close;
    }
    if (this.overflow > 0 && !(flags & VOID)) this.overflow--;
    else this.closeThrough(flags & HEADING ? this.openHeading() : tag, less);
    return close;
  }

  /** `<h2>…</h3>` closes the heading, as in browsers. */
  private openHeading(): number {
    for (let tag = TAG.h1; tag <= TAG.h6; tag++) if (this.openCount[tag]) return tag;
    return TAG.h1;
  }

  /** Closes the innermost open element of this tag and what is open inside it. */
  private closeThrough(tag: number, at: number): void {
    if (this.openCount[tag] === 0) return;
    const scoped = ((tagFlags[tag] ?? 0) & SCOPE) === 0 && tag !== TAG.a;
    for (let depth = this.stack.length - 1; depth > 0; depth--) {
      const open = this.page.tag[this.stack[depth] as number] as number;
      this.work++;
      if (open === tag) {
        while (this.stack.length > depth) this.pop(at);
        return;
      }
      // A row of a table inside a cell is not that of the table around it.
      if (tag === TAG.tr && open === TAG.table) return;
      // A stray </p> or </li> does not tear down the section around it.
      if (scoped && (tagFlags[open] ?? 0) & SCOPE && !(tag === TAG.form || tag === TAG.tr)) return;
    }
  }

  private pop(at: number): void {
    const element = this.stack.pop() as number;
    const { page } = this;
    const tag = page.tag[element] as number;
    page.subtreeEnd[element] = page.elements;
    page.contentEnd[element] = at;
    this.openCount[tag] = (this.openCount[tag] as number) - 1;
    if (element === this.anchor) this.anchor = -1;
    if (tag === 0 && this.blockOpen && page.blockElement[page.blocks - 1] === element) {
      this.endBlock();
    }
  }

  private pushElement(tag: number, start: number, end: number): number {
    const { page, stack } = this;
    const element = page.addElement(tag, start, end);
    if (stack.length > 0) page.parent[element] = stack[stack.length - 1] as number;
    if ((tagFlags[tag] ?? 0) & VOID) return element;
    const raw = (tagFlags[tag] ?? 0) & RAW && !this.isShown(tag, start, end);
    if (stack.length >= DEPTH_LIMIT && !raw) {
      this.overflow++;
      return element;
    }
    stack.push(element);
    this.openCount[tag] = (this.openCount[tag] as number) + 1;
    return element;
  }

  /** Ends the paragraph before a block element, and the elements whose end tags may be left out. */
  private blockStart(tag: number, at: number): void {
    this.endBlock();
    if (this.openCount[TAG.p]) this.closeThrough(TAG.p, at);
    if (tag === TAG.li) this.closeThrough(TAG.li, at);
    else if (tag === TAG.dt || tag === TAG.dd) {
      this.closeThrough(TAG.dt, at);
      this.closeThrough(TAG.dd, at);
    } else if (tag === TAG.td || tag === TAG.th) this.closeCell(at);
    else if (tag === TAG.tr) {
      this.closeCell(at);
      this.closeThrough(TAG.tr, at);
    } else if (tag === TAG.body) this.closeThrough(TAG.head, at);
  }

  private closeCell(at: number): void {
    for (let depth = this.stack.length - 1; depth > 0; depth--) {
      const open = this.page.tag[this.stack[depth] as number] as number;
      this.work++;
      if (open === TAG.table) return;
      if (open === TAG.td || open === TAG.th) {
        while (this.stack.length > depth) this.pop(at);
        return;
      }
    }
  }

  private lineBreak(): void {
    this.breaks++;
    if (this.breaks > 1) this.endBlock();
  }

  private endBlock(): void {
    if (this.blockOpen) {
      const { page } = this;
      page.blockEndRun[page.blocks - 1] = page.runs;
      this.blockOpen = false;
    }
    this.bold = 0;
    this.breaks = 0;
  }

  private text(from: number, to: number): void {
    const { html, page } = this;
    let start = from;
    while (start < to && isSpace(html.charCodeAt(start))) start++;
    if (start === to) {
      if (this.blockOpen) this.pushRun(from, to);
      return;
    }
    let end = to;
    while (isSpace(html.charCodeAt(end - 1))) end--;
    if (!this.blockOpen) this.openBlock();
    const block = page.blocks - 1;
    const length = end - start;
    // A line break inside a paragraph is a space.
    if (this.breaks > 0) this.pushRun(from, from);
    this.breaks = 0;
    this.pushRun(from, to);
    page.blockLength[block] = (page.blockLength[block] as number) + length;
    if (this.anchor >= 0) page.blockLinked[block] = (page.blockLinked[block] as number) + length;
    if (this.bold > 0) page.blockBold[block] = (page.blockBold[block] as number) + length;
  }

  private openBlock(): void {
    const { page, stack } = this;
    let depth = stack.length - 1;
    while (depth > 0) {
      if ((tagFlags[page.tag[stack[depth] as number] as number] ?? 0) & BLOCK) break;
      depth--;
      this.work++;
    }
    page.addBlock(this.ownerWithin(depth));
    this.blockOpen = true;
  }

  /** The element a block belongs to: its box, or the site's own element that stands for one. */
  private ownerWithin(depth: number): number {
    const { page, stack } = this;
    const box = stack[depth] as number;
    if (!((tagFlags[page.tag[box] as number] ?? 0) & SCOPE)) return box;
    for (let inner = stack.length - 1; inner > depth; inner--) {
      this.work++;
      if (page.tag[stack[inner] as number] === 0) return stack[inner] as number;
    }
    return box;
  }

  private pushRun(from: number, to: number): void {
    const { page, stack } = this;
    const flags = (this.anchor >= 0 ? IN_LINK : 0) | (this.bold > 0 ? IN_BOLD : 0);
    const run = page.addRun(from, to, stack[stack.length - 1] as number);
    page.runFlags[run] = flags;
  }
}
