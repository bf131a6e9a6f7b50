import type { Day, IsoInstant } from './time.ts';

export type ParagraphRole = 'standfirst' | 'body' | 'subheading' | 'quote' | 'caption';

export interface Paragraph {
  readonly text: string;
  readonly role: ParagraphRole;
}

export interface Picture {
  readonly url: string;
  readonly caption: string | null;
}

/**
 * Where a part of an article was taken from, e.g. `json-ld`, `selectors`, `generic`; `script` is
 * the data from which the page's own program draws it.
 */
export type PartOrigin =
  | 'selectors'
  | 'json-ld'
  | 'microdata'
  | 'meta'
  | 'generic'
  | 'script'
  | 'feed'
  | 'none';

/** What speaks for or against a reading of an article page. */
export type ArticleReasonCode =
  | 'no-text'
  | 'short-text'
  | 'selectors'
  | 'layout-missed'
  | 'named'
  | 'unnamed'
  | 'text-elsewhere'
  | 'declared-agrees'
  | 'declared-differs'
  | 'no-title';

/** The same with its words, in the two languages of the dashboard. */
export interface ArticleReason {
  readonly code: ArticleReasonCode;
  readonly vi: string;
  readonly en: string;
}

/** An article page as read: the result of `extractArticle`. All text is NFC. */
export interface Article {
  readonly url: string;
  /** The page's own canonical address where it names one on the same site, else `url`. */
  readonly canonicalUrl: string;
  readonly title: string;
  /** Standfirst, body, quotes and subheadings joined by "\n"; captions are not in it. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly pictures: readonly Picture[];
  /** First publication, with the outlet's offset; null where the page does not say. */
  readonly publishedAt: IsoInstant | null;
  readonly modifiedAt: IsoInstant | null;
  readonly language: string | null;
  readonly section: string | null;
  /** 0–1: how sure the extractor is that `text` is the article and only the article. */
  readonly confidence: number;
  /** Why: which signals agreed or not. */
  readonly reasons: readonly ArticleReason[];
  readonly origins: {
    readonly title: PartOrigin;
    readonly text: PartOrigin;
    readonly publishedAt: PartOrigin;
  };
}

/**
 * What an analyzer reads. `outlet` is the outlet's id; `place` is looked up by the caller where it
 * is known.
 */
export interface AnalyzableItem {
  readonly id: string;
  readonly outlet: string;
  /** ISO instant or day; null where undated: then titles alone cannot be resolved. */
  readonly publishedAt: IsoInstant | Day | null;
  readonly title: string;
  /** As in Article.text: paragraphs joined by "\n". */
  readonly text: string;
  readonly language?: string;
  /** Place id of the outlet's province, to resolve "Chủ tịch UBND tỉnh" alone. */
  readonly place?: string | null;
  /**
   * With roles where known; otherwise the lines of `text` count as body, the first as standfirst
   * only if so marked.
   */
  readonly paragraphs?: readonly Paragraph[];
  readonly pictures?: readonly Picture[];
}

/**
 * The captions of an item's pictures joined by "\n", NFC: what offsets of field `caption` count in.
 */
export function captionText(pictures: readonly Pick<Picture, 'caption'>[]): string {
  return pictures
    .flatMap(({ caption }) => (caption === null || caption.trim() === '' ? [] : [caption.trim()]))
    .join('\n')
    .normalize('NFC');
}
