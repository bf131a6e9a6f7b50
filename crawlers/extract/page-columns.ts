import { zeroBytes, zeroInts } from './room.ts';

/**
 * What one pass over a page leaves: elements in document order, runs of text as ranges of the page,
 * and blocks (paragraphs) as ranges of runs. Nothing is decoded or copied.
 */
export interface Page {
  readonly html: string;
  /** Steps of work done, for the tests of linear time. */
  readonly work: number;
  /** Elements: tag number, parent (-1: none), range of the start tag, last descendant + 1. */
  readonly tag: Uint8Array;
  readonly parent: Int32Array;
  readonly tagStart: Int32Array;
  readonly tagEnd: Int32Array;
  readonly subtreeEnd: Int32Array;
  /** Where the element's content ends in the page. */
  readonly contentEnd: Int32Array;
  /** Runs of text: range in the page, IN_LINK | IN_BOLD, innermost element. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  readonly runFlags: Uint8Array;
  readonly runElement: Int32Array;
  /** Blocks: element, first run, run after the last; visible, linked and bold characters. */
  readonly blockElement: Int32Array;
  readonly blockFirstRun: Int32Array;
  readonly blockEndRun: Int32Array;
  readonly blockLength: Int32Array;
  readonly blockLinked: Int32Array;
  readonly blockBold: Int32Array;
  /** Content ranges of scripts and titles by their element. */
  readonly rawContent: ReadonlyMap<number, readonly [number, number]>;
}

/** Room at the start; a usual page of an outlet needs no more. */
const FIRST_ROOM = 4096;
/** Larger room is given back after the page that needed it. */
const KEPT_ROOM = 65_536;

function wider(column: Int32Array): Int32Array {
  const room = new Int32Array(2 * column.length);
  room.set(column);
  return room;
}

function widerBytes(column: Uint8Array): Uint8Array {
  const room = new Uint8Array(2 * column.length);
  room.set(column);
  return room;
}

const words = (): Int32Array => new Int32Array(FIRST_ROOM);
const bytes = (): Uint8Array => new Uint8Array(FIRST_ROOM);

/**
 * The columns of a page while it is scanned. They are filled anew for each page and copied out at
 * its end: sixteen growing lists would cost more than the scan itself.
 */
export class PageColumns {
  elements = 0;
  tag = bytes();
  parent = words();
  tagStart = words();
  tagEnd = words();
  subtreeEnd = words();
  contentEnd = words();
  runs = 0;
  runStart = words();
  runEnd = words();
  runFlags = bytes();
  runElement = words();
  /** How many elements of each tag are open; none at the end of a page. */
  readonly openCount = new Uint16Array(256);
  blocks = 0;
  blockElement = words();
  blockFirstRun = words();
  blockEndRun = words();
  blockLength = words();
  blockLinked = words();
  blockBold = words();

  /** A new element without a parent, which the caller sets; its number. */
  addElement(tag: number, start: number, end: number): number {
    const element = this.elements;
    if (element === this.tag.length) this.widenElements();
    this.tag[element] = tag;
    this.parent[element] = -1;
    this.tagStart[element] = start;
    this.tagEnd[element] = end;
    this.subtreeEnd[element] = element + 1;
    this.contentEnd[element] = end;
    this.elements = element + 1;
    return element;
  }

  /** A new run without flags, which the caller sets; its number. */
  addRun(from: number, to: number, element: number): number {
    const run = this.runs;
    if (run === this.runStart.length) this.widenRuns();
    this.runStart[run] = from;
    this.runEnd[run] = to;
    this.runFlags[run] = 0;
    this.runElement[run] = element;
    this.runs = run + 1;
    return run;
  }

  addBlock(element: number): void {
    const block = this.blocks;
    if (block === this.blockElement.length) this.widenBlocks();
    this.blockElement[block] = element;
    this.blockFirstRun[block] = this.runs;
    this.blockEndRun[block] = this.runs;
    this.blockLength[block] = 0;
    this.blockLinked[block] = 0;
    this.blockBold[block] = 0;
    this.blocks = block + 1;
  }

  private widenElements(): void {
    this.tag = widerBytes(this.tag);
    this.parent = wider(this.parent);
    this.tagStart = wider(this.tagStart);
    this.tagEnd = wider(this.tagEnd);
    this.subtreeEnd = wider(this.subtreeEnd);
    this.contentEnd = wider(this.contentEnd);
  }

  private widenRuns(): void {
    this.runStart = wider(this.runStart);
    this.runEnd = wider(this.runEnd);
    this.runFlags = widerBytes(this.runFlags);
    this.runElement = wider(this.runElement);
  }

  private widenBlocks(): void {
    this.blockElement = wider(this.blockElement);
    this.blockFirstRun = wider(this.blockFirstRun);
    this.blockEndRun = wider(this.blockEndRun);
    this.blockLength = wider(this.blockLength);
    this.blockLinked = wider(this.blockLinked);
    this.blockBold = wider(this.blockBold);
  }

  /** Whether so much room was needed that it should not be kept. */
  isOversized(): boolean {
    const most = Math.max(this.tag.length, this.runStart.length, this.blockElement.length);
    return most > KEPT_ROOM;
  }

  /** The filled parts, as a page of their own: two pieces of memory, of which each is a view. */
  copy(rest: Pick<Page, 'html' | 'work' | 'rawContent'>): Page {
    const { elements, runs, blocks } = this;
    const room = zeroInts(5 * elements + 3 * runs + 6 * blocks);
    const bytes = zeroBytes(elements + runs);
    bytes.set(this.tag.subarray(0, elements));
    bytes.set(this.runFlags.subarray(0, runs), elements);
    let at = 0;
    const take = (column: Int32Array, count: number): Int32Array => {
      room.set(column.subarray(0, count), at);
      at += count;
      return room.subarray(at - count, at);
    };
    return {
      ...rest,
      tag: bytes.subarray(0, elements),
      parent: take(this.parent, elements),
      tagStart: take(this.tagStart, elements),
      tagEnd: take(this.tagEnd, elements),
      subtreeEnd: take(this.subtreeEnd, elements),
      contentEnd: take(this.contentEnd, elements),
      runStart: take(this.runStart, runs),
      runEnd: take(this.runEnd, runs),
      runFlags: bytes.subarray(elements),
      runElement: take(this.runElement, runs),
      blockElement: take(this.blockElement, blocks),
      blockFirstRun: take(this.blockFirstRun, blocks),
      blockEndRun: take(this.blockEndRun, blocks),
      blockLength: take(this.blockLength, blocks),
      blockLinked: take(this.blockLinked, blocks),
      blockBold: take(this.blockBold, blocks),
    };
  }
}
