import type { Article, DatedSelectors } from '../../src/domain/index.ts';
import { analyzePage } from './analysis.ts';
import { findContainer } from './container.ts';
import { findDates } from './page-dates.ts';
import { readParagraphs } from './paragraphs.ts';
import { pageLanguage } from './language.ts';
import { scanPage } from './scan.ts';
import { readLinkedData, readMeta } from './structured.ts';
import { findTitle } from './title.ts';
import { cleanText, comparable } from './text.ts';
import { guessTimeZone } from './zones.ts';

export interface ExtractOptions {
  readonly selectors?: readonly DatedSelectors[];
  readonly timeZone?: string;
  readonly now?: Date;
  readonly language?: string;
  readonly lead?: { readonly title: string | null; readonly publishedAt: string | null };
}

/** Reads an article page: its title, text by paragraphs, dates, and how sure we are. */
export function extractArticle(html: string, url: string, options: ExtractOptions = {}): Article {
  const page = scanPage(html);
  const analysis = analyzePage(page);
  const meta = readMeta(page);
  const data = readLinkedData(page);
  const found = findTitle(analysis, { url, meta, data });
  const container = findContainer(analysis);
  const description = cleanText(meta.get('og:description') ?? meta.get('description') ?? '');
  const paragraphs = readParagraphs(analysis, container, {
    titleKey: comparable(found.title),
    titleBlock: found.block,
    description,
  });
  const language = options.language ?? pageLanguage(page, meta, data?.language ?? null);
  const dates = findDates({
    analysis,
    meta,
    data,
    url,
    titleBlock: found.block,
    textBlocks: [paragraphs[0]?.block ?? -1, paragraphs.at(-1)?.block ?? -1],
    timeZone: options.timeZone ?? guessTimeZone(url, language),
    language,
    now: options.now ?? null,
  });
  const text = paragraphs
    .filter((paragraph) => paragraph.role !== 'caption')
    .map((paragraph) => paragraph.text)
    .join('\n');
  return {
    url,
    canonicalUrl: url,
    title: found.title,
    text,
    paragraphs: paragraphs.map(({ text: words, role }) => ({ text: words, role })),
    pictures: [],
    publishedAt: dates.publishedAt,
    modifiedAt: dates.modifiedAt,
    language,
    section: null,
    confidence: container.share,
    reasons: [],
    origins: { title: found.origin, text: 'generic', publishedAt: dates.origin },
  };
}
