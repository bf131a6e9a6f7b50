import type { Picture } from '../../src/domain/index.ts';
import type { Analysis } from './analysis.ts';
import { eachAttribute } from './attributes.ts';
import { decodeEntities } from './entities.ts';
import { ASIDE, HIDDEN } from './hints.ts';
import { elementsOf } from './scan.ts';
import { TAG } from './tags.ts';

/** Where the article's pictures may stand: elements from `from` to before `to`. */
export interface PictureRange {
  readonly from: number;
  readonly to: number;
  /** 1 for each element left out, from the element `droppedFrom` on. */
  readonly dropped: Uint8Array;
  readonly droppedFrom: number;
}

/** A caption with the block element that holds it. */
export interface CaptionAt {
  readonly element: number;
  readonly text: string;
}

const SOURCES = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url', 'src'];
const ORNAMENT =
  /(?:^|[/_.-])(?:logo|icons?|avatar|sprite|pixel|spacer|blank|placeholder|loading|emoji|badge|button|ads?|advert|banner|gravatar|1x1|share|facebook|twitter|zalo|play)(?=[/_.-]|$)/i;
/** Smaller pictures are ornaments, CSS pixels. */
const LEAST_SIDE = 80;

function firstOfSet(srcset: string): string {
  return srcset.trim().split(/[\s,]/)[0] ?? '';
}

function readSource(analysis: Analysis, element: number): string | null {
  const { page } = analysis;
  const values = new Map<string, string>();
  eachAttribute(page, element, (name, start, end) => {
    if (!values.has(name)) values.set(name, decodeEntities(page.html.slice(start, end)).trim());
  });
  for (const side of ['width', 'height']) {
    const pixels = Number.parseInt(values.get(side) ?? '', 10);
    if (pixels > 0 && pixels < LEAST_SIDE && !values.get(side)?.includes('%')) return null;
  }
  for (const name of SOURCES) {
    const value = values.get(name);
    if (value && !value.startsWith('data:')) return value;
  }
  const set = values.get('data-srcset') ?? values.get('srcset');
  return set ? firstOfSet(set) : null;
}

function resolve(address: string, base: string): string | null {
  try {
    const url = new URL(address, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** The place of the first caption at or after an element; captions are in document order. */
function firstCaptionFrom(captions: readonly CaptionAt[], element: number): number {
  let low = 0;
  let high = captions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((captions[middle] as CaptionAt).element < element) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The caption that shares a figure, table row or box with the picture; -1 if none does. */
function captionFor(analysis: Analysis, image: number, captions: readonly CaptionAt[]): number {
  const { page } = analysis;
  let up = page.parent[image] as number;
  for (let steps = 0; steps < 8 && up > 0; steps++) {
    const at = firstCaptionFrom(captions, up);
    const end = page.subtreeEnd[up] as number;
    if (at < captions.length && (captions[at] as CaptionAt).element < end) return at;
    if (page.tag[up] === TAG.figure || page.tag[up] === TAG.table) return -1;
    up = page.parent[up] as number;
  }
  return -1;
}

/** The article's pictures in reading order, each address once; captions where they stand by. */
export function readPictures(
  analysis: Analysis,
  range: PictureRange,
  options: { readonly url: string; readonly captions: readonly CaptionAt[] },
): Picture[] {
  const { page, area } = analysis;
  const pictures = new Map<string, Picture>();
  const { captions } = options;
  const used = new Set<number>();
  for (const element of elementsOf(page, TAG.img)) {
    if (element < range.from || element >= range.to) continue;
    if (range.dropped[element - range.droppedFrom]) continue;
    if ((area[element] as number) & (ASIDE | HIDDEN)) continue;
    const source = readSource(analysis, element);
    if (!source || ORNAMENT.test(source.slice(source.lastIndexOf('/')))) continue;
    const url = resolve(source, options.url);
    if (!url || pictures.has(url)) continue;
    const at = captionFor(analysis, element, captions);
    const isNew = at >= 0 && !used.has(at);
    if (isNew) used.add(at);
    pictures.set(url, { url, caption: isNew ? (captions[at] as CaptionAt).text : null });
  }
  return [...pictures.values()];
}
