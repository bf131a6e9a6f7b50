import type { Article, PartOrigin } from '../../src/domain/index.ts';
import { extractArticle } from './article.ts';
import { repairDoubleEncoding } from './charset-repair.ts';
import { type ExtractOptions, type PageReading, readDateIn, readPage } from './page-reading.ts';
import type { ReadParagraph } from './paragraphs.ts';
import { selectorOf } from './place.ts';
import type { Page } from './scan.ts';
import { TAG } from './tags.ts';
import { blockText, cleanText, comparable, countWords } from './text.ts';

/** A part of an article that a person can compare with the page. */
export type InspectedPart =
  | 'title'
  | 'standfirst'
  | 'text'
  | 'publishedAt'
  | 'section'
  | 'pictures';

/** Why a part is more or less sure. */
export type PartReason =
  | 'selectors'
  | 'several-agree'
  | 'one-place'
  | 'declared'
  | 'shown-only'
  | 'day-only'
  | 'named'
  | 'unnamed'
  | 'missing';

/** Where one part was taken from, and how sure it is. */
export interface PartReport {
  readonly part: InspectedPart;
  /** The part, or its beginning; of the text the number of words, of pictures how many. */
  readonly value: string | null;
  readonly origin: PartOrigin;
  /** CSS of the element it stands in, where it is seen on the page. */
  readonly place: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: PartReason;
}

/** A selector that the outlet's file could name, tried on this page. */
export interface Proposal {
  readonly part: 'title' | 'standfirst' | 'body' | 'publishedAt';
  readonly selector: string;
}

/** An article with the account of how it was read. */
export interface PageInspection {
  readonly article: Article;
  readonly parts: readonly PartReport[];
  readonly proposals: readonly Proposal[];
}

/** Below this a part is weak enough for a selector to be worth its keep. */
const WEAK = 0.75;
const VALUE_LENGTH = 120;

/**
 * Reads a page as `extractArticle` does and says part by part what was taken from where and how
 * sure it is; where that is weak, it proposes selectors which it has tried on the page.
 */
export function inspectPage(
  html: string,
  url: string,
  options: ExtractOptions = {},
): PageInspection {
  const article = extractArticle(html, url, options);
  const isBroken = repairDoubleEncoding(html) !== html;
  const reading = readPage(isBroken ? repairDoubleEncoding(html) : html, url, options);
  const inspector = new Inspector(article, reading);
  const parts = inspector.parts();
  const proposals = inspector
    .proposals(parts)
    .filter((proposal) => holds(proposal, { html, url, options, article }));
  return { article, parts, proposals };
}

interface Trial {
  readonly html: string;
  readonly url: string;
  readonly options: ExtractOptions;
  readonly article: Article;
}

/** Whether the page reads no worse with a proposed selector than without. */
function holds({ part, selector }: Proposal, trial: Trial): boolean {
  const { html, url, options, article } = trial;
  const layout = { from: null, until: null, [part]: selector };
  const read = extractArticle(html, url, { ...options, selectors: [layout] });
  if (part === 'title') return comparable(read.title) === comparable(article.title);
  if (part === 'publishedAt') return read.origins.publishedAt === 'selectors';
  if (part === 'standfirst') return true;
  return read.origins.text === 'selectors' && read.text.length >= 0.9 * article.text.length;
}

/** The element that most of the text stands directly in: the same in short and long articles. */
function commonParent(page: Page, paragraphs: readonly ReadParagraph[]): number | null {
  const lengths = new Map<number, number>();
  for (const { block, text, role } of paragraphs) {
    if (role !== 'body' || block < 0) continue;
    const parent = page.parent[page.blockElement[block] as number] as number;
    lengths.set(parent, (lengths.get(parent) ?? 0) + text.length);
  }
  const [most] = [...lengths].toSorted((one, other) => other[1] - one[1]);
  return most === undefined || most[0] < 0 ? null : most[0];
}

class Inspector {
  private readonly article: Article;
  private readonly reading: PageReading;

  constructor(article: Article, reading: PageReading) {
    this.article = article;
    this.reading = reading;
  }

  parts(): PartReport[] {
    return [
      this.title(),
      this.standfirst(),
      this.text(),
      this.publishedAt(),
      this.section(),
      this.pictures(),
    ];
  }

  /** Where a block stands; a date often stands in an element of its own within one. */
  private place(block: number): string | null {
    const { page } = this.reading.sources.analysis;
    const element = page.blockElement[block];
    return element === undefined ? null : selectorOf(page, element);
  }

  private datePlace(): string | null {
    const { analysis } = this.reading.sources;
    const block = this.dateBlock();
    const run = analysis.page.blockFirstRun[block];
    const end = analysis.page.blockEndRun[block] ?? 0;
    for (let at = run ?? end; at < end; at++) {
      const inner = analysis.page.runElement[at] as number;
      const text = analysis.page.html.slice(analysis.page.runStart[at], analysis.page.runEnd[at]);
      if (inner === analysis.page.blockElement[block]) continue;
      if (readDateIn(cleanText(text), this.reading.sources) === null) continue;
      return selectorOf(analysis.page, inner);
    }
    return this.place(block);
  }

  private title(): PartReport {
    const { title, origins } = this.article;
    const { sources, found } = this.reading;
    const base = { part: 'title', value: title || null, origin: origins.title } as const;
    const place = this.place(found.block);
    if (title === '') return { ...base, place: null, confidence: 0, reason: 'missing' };
    if (origins.title === 'selectors') {
      return { ...base, place: null, confidence: 1, reason: 'selectors' };
    }
    const key = comparable(title);
    const claims = [sources.meta.get('og:title'), sources.data?.headline];
    const said = claims.filter((claim) => claim && comparable(cleanText(claim)).includes(key));
    const witnesses = said.length + (found.block >= 0 ? 1 : 0);
    return witnesses >= 2
      ? { ...base, place, confidence: 0.95, reason: 'several-agree' }
      : { ...base, place, confidence: found.block >= 0 ? 0.8 : 0.6, reason: 'one-place' };
  }

  private standfirst(): PartReport {
    const { paragraphs } = this.article;
    const at = paragraphs.findIndex(({ role }) => role === 'standfirst');
    const origin = this.article.origins.text;
    const base = { part: 'standfirst' } as const;
    if (at < 0) {
      const missing = { value: null, origin: 'none', place: null } as const;
      // Many articles have none: that alone is no fault.
      return { ...base, ...missing, confidence: 0.75, reason: 'missing' };
    }
    const value = (paragraphs[at]?.text ?? '').slice(0, VALUE_LENGTH);
    if (origin === 'selectors') {
      return { ...base, value, origin, place: null, confidence: 1, reason: 'selectors' };
    }
    const block = this.reading.body.reading.paragraphs[at]?.block ?? -1;
    return { ...base, value, origin, place: this.place(block), confidence: 0.9, reason: 'named' };
  }

  private text(): PartReport {
    const { text, confidence, origins } = this.article;
    const { container, paragraphs } = this.reading.body.reading;
    const words = countWords(text);
    const value = words === 0 ? null : String(words);
    const base = { part: 'text', value, origin: origins.text, confidence } as const;
    if (words === 0) return { ...base, place: null, reason: 'missing' };
    if (origins.text === 'selectors') return { ...base, place: null, reason: 'selectors' };
    if (origins.text === 'json-ld' || origins.text === 'script') {
      return { ...base, place: null, reason: 'declared' };
    }
    const { page } = this.reading.sources.analysis;
    const place = selectorOf(page, commonParent(page, paragraphs) ?? container.element);
    return { ...base, place, reason: container.named ? 'named' : 'unnamed' };
  }

  private publishedAt(): PartReport {
    const { publishedAt, origins } = this.article;
    const origin = origins.publishedAt;
    const base = { part: 'publishedAt', value: publishedAt, origin } as const;
    if (publishedAt === null) return { ...base, place: null, confidence: 0, reason: 'missing' };
    const isDayOnly = publishedAt.includes('T00:00:00');
    const place = origin === 'generic' ? this.datePlace() : null;
    if (origin === 'selectors') return { ...base, place, confidence: 1, reason: 'selectors' };
    if (isDayOnly) return { ...base, place, confidence: 0.6, reason: 'day-only' };
    return origin === 'generic'
      ? { ...base, place, confidence: 0.7, reason: 'shown-only' }
      : { ...base, place, confidence: 0.95, reason: 'declared' };
  }

  private section(): PartReport {
    const { section } = this.article;
    const base = { part: 'section', value: section, place: null } as const;
    return section === null
      ? { ...base, origin: 'none', confidence: 0, reason: 'missing' }
      : { ...base, origin: 'generic', confidence: 0.8, reason: 'one-place' };
  }

  private pictures(): PartReport {
    const count = this.article.pictures.length;
    const base = { part: 'pictures', value: String(count), place: null } as const;
    return {
      ...base,
      origin: count > 0 ? 'generic' : 'none',
      confidence: 0.8,
      reason: 'one-place',
    };
  }

  /** The first short block, from a little above the title on, that is a whole date with a time. */
  private dateBlock(): number {
    const { sources, found } = this.reading;
    const { page } = sources.analysis;
    const start = Math.max(0, found.block - 8);
    let day = -1;
    for (let block = start; block < page.blockElement.length; block++) {
      const length = page.blockLength[block] as number;
      if (length < 6 || length > 120) continue;
      const read = readDateIn(blockText(page, block), sources);
      if (read === null) continue;
      if (!read.includes('T00:00:00')) return block;
      if (day < 0) day = block;
    }
    return day;
  }

  /** Selectors for the parts that are weak, from the places where those parts were seen. */
  proposals(parts: readonly PartReport[]): Proposal[] {
    const proposals = new Map<Proposal['part'], string>();
    const add = (part: Proposal['part'], selector: string | null) => {
      if (selector !== null) proposals.set(part, selector);
    };
    for (const { part, confidence, reason } of parts) {
      const isWeak = confidence < WEAK;
      if (part === 'title' && isWeak) add('title', this.titlePlace());
      if (part === 'text' && (isWeak || reason === 'unnamed')) add('body', this.bodyPlace());
      if (part === 'publishedAt' && isWeak) add('publishedAt', this.datePlace());
    }
    // A standfirst is looked up together with a body only.
    const isLost = parts.some(({ part, reason }) => part === 'standfirst' && reason === 'missing');
    if (isLost && proposals.has('body')) add('standfirst', this.describedPlace());
    return [...proposals].map(([part, selector]) => ({ part, selector }));
  }

  /** Where the declared title is shown without being a headline. */
  private titlePlace(): string | null {
    const { page } = this.reading.sources.analysis;
    const key = comparable(this.article.title);
    if (key === '') return null;
    for (let block = 0; block < page.blockElement.length; block++) {
      if (Math.abs((page.blockLength[block] as number) - this.article.title.length) > 8) continue;
      if (comparable(blockText(page, block)) === key) return this.place(block);
    }
    return null;
  }

  private bodyPlace(): string | null {
    const { page } = this.reading.sources.analysis;
    const { origin, reading } = this.reading.body;
    const { element } = reading.container;
    const tag = page.tag[element];
    if (origin !== 'generic' || tag === TAG.html || tag === TAG.body) return null;
    return selectorOf(page, element);
  }

  /** The paragraph that the page's own description repeats. */
  private describedPlace(): string | null {
    const { meta } = this.reading.sources;
    const description = comparable(
      cleanText(meta.get('og:description') ?? meta.get('description') ?? ''),
    );
    const [first] = this.reading.body.reading.paragraphs;
    if (description.length < 40 || !first || first.block < 0) return null;
    const isDescribed = comparable(first.text).startsWith(description.slice(0, 40));
    return isDescribed ? this.place(first.block) : null;
  }
}
