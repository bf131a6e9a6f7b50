import type { Analysis } from './analysis.ts';
import { attribute } from './attributes.ts';
import type { Candidate } from './candidate.ts';
import { elementsOf } from './scan.ts';
import { HEADING, TAG, tagFlags } from './tags.ts';
import { blockText } from './text.ts';

/*
 * Captions that no name and no tag marks: old layouts set them in italics or in the middle below
 * the picture, or into a table with it.
 */

/** Longer texts are paragraphs, characters. */
const LONGEST = 250;
/** A line that is set in the middle and not in italics is a caption only if it is shorter. */
const LONGEST_CENTRED = 120;
/** Shorter lines may be labels. */
const LEAST_WORDS = 4;
/** A table around a picture holds its caption and little else, characters. */
const LONGEST_TABLE = 400;

function endOf(analysis: Analysis, block: number): number {
  const { runEnd, blockEndRun } = analysis.page;
  return block < 0 ? 0 : (runEnd[(blockEndRun[block] as number) - 1] as number);
}

function isItalic(analysis: Analysis, block: number): boolean {
  const { page } = analysis;
  const owner = page.blockElement[block] as number;
  const end = page.blockEndRun[block] as number;
  for (let run = page.blockFirstRun[block] as number; run < end; run++) {
    if (/^\s*$/.test(page.html.slice(page.runStart[run], page.runEnd[run]))) continue;
    let element = page.runElement[run] as number;
    while (element > owner && page.tag[element] !== TAG.em && page.tag[element] !== TAG.i) {
      element = page.parent[element] as number;
    }
    if (page.tag[element] !== TAG.em && page.tag[element] !== TAG.i) return false;
  }
  return true;
}

/** Ends in who took the picture, as newsrooms put it. */
const CREDITED =
  /(?:[.!?…]["”’)]?|\))\s(?:Ảnh|Photo|Picture|Foto|Bild|Фото|Source|Nguồn ảnh)\s?: ?[^.!?:]{2,40}\.?$/;
const CREDIT_LENGTH = 60;

function isCredited({ page }: Analysis, block: number): boolean {
  return CREDITED.test(blockText(page, block).slice(-CREDIT_LENGTH));
}

const MIDDLE = /text-align\s*:\s*center/i;

function isCentred({ page }: Analysis, block: number): boolean {
  let element = page.blockElement[block] as number;
  for (let steps = 0; steps < 2 && element > 0; steps++) {
    if (page.tag[element] === TAG.center) return true;
    if (attribute(page, element, 'align')?.toLowerCase() === 'center') return true;
    if (MIDDLE.test(attribute(page, element, 'style') ?? '')) return true;
    element = page.parent[element] as number;
  }
  return false;
}

/** Tells captions by what stands before or around them; blocks are asked for in any order. */
class CaptionFinder {
  private readonly analysis: Analysis;
  private readonly pictures: readonly number[];

  constructor(analysis: Analysis) {
    this.analysis = analysis;
    this.pictures = elementsOf(analysis.page, TAG.img);
  }

  hasPictures(): boolean {
    return this.pictures.length > 0;
  }

  /** Whether a block is the caption of the picture right before it, or in its table. */
  isCaption(block: number): boolean {
    const { page } = this.analysis;
    if ((page.blockLength[block] as number) > LONGEST) return false;
    const tag = page.tag[page.blockElement[block] as number] as number;
    if ((tagFlags[tag] ?? 0) & HEADING || tag === TAG.li) return false;
    return this.isInPictureTable(block) || this.isBelowPicture(block);
  }

  private isBelowPicture(block: number): boolean {
    const { page } = this.analysis;
    const start = page.runStart[page.blockFirstRun[block] as number] as number;
    const picture = this.lastBefore(start);
    if (picture < 0) return false;
    if ((page.tagStart[picture] as number) < endOf(this.analysis, block - 1)) return false;
    if (isItalic(this.analysis, block) || isCredited(this.analysis, block)) return true;
    const length = page.blockLength[block] as number;
    return length <= LONGEST_CENTRED && isCentred(this.analysis, block);
  }

  /** The last picture that begins before a place in the page; -1 where none does. */
  private lastBefore(place: number): number {
    const { tagStart } = this.analysis.page;
    let low = 0;
    let high = this.pictures.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tagStart[this.pictures[middle] as number] as number) < place) low = middle + 1;
      else high = middle;
    }
    return this.pictures[low - 1] ?? -1;
  }

  private isInPictureTable(block: number): boolean {
    const { page, length } = this.analysis;
    let element = page.blockElement[block] as number;
    for (let steps = 0; steps < 6 && element > 0; steps++) {
      if (page.tag[element] === TAG.table) {
        const end = page.subtreeEnd[element] as number;
        const start = page.runStart[page.blockFirstRun[block] as number] as number;
        const picture = this.lastBefore(start);
        if ((length[element] as number) > LONGEST_TABLE || this.blocksNear(block, element) > 2) {
          return false;
        }
        return picture > element && picture < end;
      }
      element = page.parent[element] as number;
    }
    return false;
  }

  /** How many of a block and its two neighbours on each side lie in an element. */
  private blocksNear(block: number, element: number): number {
    const { blockElement, subtreeEnd } = this.analysis.page;
    const end = subtreeEnd[element] as number;
    return [-2, -1, 0, 1, 2].filter((step) => {
      const owner = blockElement[block + step] ?? -1;
      return owner >= element && owner < end;
    }).length;
  }
}

/** Captions that only their place tells; an italic sentence that opens the text is no caption. */
export function markCaptions(analysis: Analysis, candidates: readonly Candidate[]): void {
  const finder = new CaptionFinder(analysis);
  if (!finder.hasPictures()) return;
  let opens = true;
  for (const candidate of candidates) {
    const { role, keep, text } = candidate;
    if (!keep || role === 'caption' || role === 'standfirst') continue;
    const isOpening = opens && text.length > 100 && /[.!?…]["”’)]?$/.test(text.slice(-2));
    const mayBe = !isOpening && finder.isCaption(candidate.block);
    if (mayBe && text.split(' ', LEAST_WORDS).length === LEAST_WORDS) candidate.role = 'caption';
    else opens = false;
  }
}
