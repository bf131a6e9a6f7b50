import type { ArticleReason, ArticleReasonCode } from '../../src/domain/index.ts';
import { articleReason } from './reasons.ts';
import type { LinkedData } from './structured.ts';
import { comparable } from './text.ts';
import type { Reading } from './paragraphs.ts';

/** How sure the extractor is, 0–1, and why. */
export interface Confidence {
  readonly value: number;
  readonly reasons: readonly ArticleReason[];
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
  const reasons: ArticleReason[] = [];
  const tell = (code: ArticleReasonCode) => void reasons.push(articleReason(code));
  let value = 1;
  const lower = (by: number, code: ArticleReasonCode) => {
    value -= by;
    tell(code);
  };
  if (text === '') return { value: 0, reasons: [articleReason('no-text')] };
  if (text.length * sources.scriptScale < SHORT_TEXT) lower(0.45, 'short-text');
  if (sources.selected) tell('selectors');
  else {
    if (reading.container.named) tell('named');
    else lower(0.1, 'unnamed');
    if (reading.container.share < 0.6) lower(0.25, 'text-elsewhere');
  }
  const agreed = data?.articleBody ? agreement(text, data.articleBody) : -1;
  if (agreed >= 0.8) {
    value = Math.max(value, 0.85);
    tell('declared-agrees');
  } else if (agreed >= 0 && agreed < 0.6) lower(0.3, 'declared-differs');
  if (sources.title === '') lower(0.2, 'no-title');
  return { value: Math.round(Math.max(0.05, Math.min(1, value)) * 100) / 100, reasons };
}
