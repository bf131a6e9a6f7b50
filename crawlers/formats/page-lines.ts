// A page as lines of text with the elements that hold them: for listings and rundowns.
import { load } from 'cheerio/slim';

type Root = ReturnType<ReturnType<typeof load>['root']>[0];
type PageNode = Root['children'][number];
/** An element of the page; `parent` leads up to the document. */
export type PageElement = Extract<PageNode, { attribs: unknown }>;

/** A line of a page: the text of a row or block, and the element that holds it. */
export interface PageLine {
  readonly element: PageElement | null;
  readonly text: string;
  readonly start: number;
}

const INLINE = new Set(
  'a abbr b bdi cite code data em font i ins label mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);
const SILENT = new Set('script style noscript template svg select option iframe head'.split(' '));
/** A row is read as one line, whatever blocks are in it; a layout table's is too large for one. */
const LONGEST_ROW = 2_500;
const MOST_LINES = 20_000;
/** A page's lines in order, its title, and a way from a position to its 1-based line. */
export interface PageReading {
  readonly lines: readonly PageLine[];
  readonly title: string;
  /** For positions asked for in rising order. */
  readonly lineOf: (position: number) => number;
}

/** Reads a page into lines: a table row or a short list entry is one, else each block. */
export function readPageLines(html: string): PageReading {
  const places = { withStartIndices: true, withEndIndices: true };
  const page = load(html, { xml: { xmlMode: false, decodeEntities: true, ...places } });
  const lines = new LineWalk().read(page.root()[0] as Root);
  return { lines, title: page('title').first().text(), lineOf: lineCounter(html) };
}

/** Walks a page's nodes in order, without recursion: pages may be nested a thousand deep. */
class LineWalk {
  private readonly lines: PageLine[] = [];
  private element: PageElement | null = null;
  private row: PageElement | null = null;
  private raw = '';
  private start = 0;

  read(root: Root): readonly PageLine[] {
    const stack: { readonly node: PageNode; readonly isEnd: boolean }[] = root.children
      .map((node) => ({ node, isEnd: false }))
      .reverse();
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (this.lines.length >= MOST_LINES) break;
      const { node, isEnd } = next;
      if (node.type === 'text') this.text(node.data, node.parent as PageElement, node.startIndex);
      if (!('children' in node) || !('attribs' in node) || SILENT.has(node.name)) continue;
      this.border(node, isEnd);
      if (isEnd) continue;
      stack.push({ node, isEnd: true });
      for (let at = node.children.length - 1; at >= 0; at -= 1) {
        stack.push({ node: node.children[at] as PageNode, isEnd: false });
      }
    }
    this.flush();
    return this.lines;
  }

  private text(data: string, parent: PageElement | null, start: number | null): void {
    if (this.raw.trim() === '') {
      this.start = start ?? 0;
      this.element = this.row ?? parent;
    }
    this.raw += data;
  }

  private border(node: PageElement, isEnd: boolean): void {
    if (node === this.row && isEnd) {
      this.flush();
      this.row = null;
    } else if (node.name === 'br') this.flush();
    // "05:00" in an element of its own is parted from what follows.
    else if (INLINE.has(node.name)) this.raw += /\d['’:hHgG]?$/.test(this.raw) ? ' ' : '';
    else if (this.row !== null) this.raw += ' ';
    else {
      this.flush();
      if (!isEnd && isRow(node)) this.row = node;
    }
  }

  private flush(): void {
    const text = this.raw
      .replace(/[\s\u200b\ufeff]+/gu, ' ')
      .trim()
      .normalize('NFC');
    if (text !== '') this.lines.push({ element: this.element, text, start: this.start });
    this.raw = '';
  }
}

function isRow(node: PageElement): boolean {
  const length = (node.endIndex ?? 0) - (node.startIndex ?? 0);
  return (node.name === 'tr' || node.name === 'li') && length < LONGEST_ROW;
}

/** Whether an element is another or lies in it. */
export function isWithin(element: PageElement | null, outer: PageElement): boolean {
  for (let up = element; up; up = up.parent as PageElement | null) if (up === outer) return true;
  return false;
}

/** 1-based lines of positions that are asked for in rising order. */
function lineCounter(html: string): (position: number) => number {
  let line = 1;
  let at = html.indexOf('\n');
  return (position) => {
    for (; at !== -1 && at < position; at = html.indexOf('\n', at + 1)) line += 1;
    return line;
  };
}
