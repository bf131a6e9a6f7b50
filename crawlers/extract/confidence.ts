import type { LinkedData } from './structured.ts';
import { comparable } from './text.ts';
import type { Reading } from './paragraphs.ts';

/** How sure the extractor is, 0–1, and why. */
export interface Confidence {
  readonly value: number;
  readonly reasons: readonly string[];
}

export interface ConfidenceSources {
  readonly reading: Reading;
  readonly text: string;
  readonly title: string;
  readonly data: LinkedData | null;
  /** The text was found by the outlet's own selectors. */
  readonly selected: boolean;
  /** How many characters of Latin script one character of the page's script stands for. */
  readonly scriptScale: number;
}

/** Shorter texts are more often a teaser or a notice than an article, characters. */
const SHORT_TEXT = 250;

/** Compares with the body the page declares in JSON-LD: 1 the same length or nearly, 0 unlike. */
function agreement(text: string, declared: string): number {
  const own = comparable(text);
  const other = comparable(declared.replace(/<[^<>]{0,200}>/g, ' '));
  if (other.length < 200) return -1;
  const start = other.slice(40, 120);
  const ratio = Math.min(own.length, other.length) / Math.max(own.length, other.length, 1);
  return own.includes(start) ? ratio : ratio * 0.5;
}

/** Weighs the signals that speak for and against what was read. */
export function judgeReading(sources: ConfidenceSources): Confidence {
  const { reading, text, data } = sources;
  const reasons: string[] = [];
  let value = 1;
  const lower = (by: number, reason: string) => {
    value -= by;
    reasons.push(reason);
  };
  if (text === '') return { value: 0, reasons: ['no text was found on the page'] };
  if (text.length * sources.scriptScale < SHORT_TEXT) lower(0.45, 'the text is very short');
  if (sources.selected) reasons.push("the outlet's selectors matched");
  else {
    if (reading.container.named) reasons.push('the page names the element as its article');
    else lower(0.1, 'no element is named as the article');
    if (reading.container.share < 0.6) lower(0.25, 'much text of the page lies elsewhere');
  }
  const agreed = data?.articleBody ? agreement(text, data.articleBody) : -1;
  if (agreed >= 0.8) {
    value = Math.max(value, 0.85);
    reasons.push('the body declared in JSON-LD agrees');
  } else if (agreed >= 0 && agreed < 0.6) lower(0.3, 'the body declared in JSON-LD differs');
  if (sources.title === '') lower(0.2, 'no title was found');
  return { value: Math.round(Math.max(0.05, Math.min(1, value)) * 100) / 100, reasons };
}
