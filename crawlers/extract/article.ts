import type { Article, Picture } from '../../src/domain/index.ts';
import { baseOf, fromBase } from './base.ts';
import { repairDoubleEncoding } from './charset-repair.ts';
import { type Body, type ExtractOptions, readPage, type Sources } from './page-reading.ts';
import { readPictures } from './pictures.ts';
import { inRoom } from './room.ts';
import { findSection } from './section.ts';
import { joinVariants, sameSite } from './story-urls.ts';
import type { FoundTitle } from './title.ts';

export type { ExtractOptions } from './page-reading.ts';

/** An address in which nothing is to be mended: nearly all articles'. */
const PLAIN_ADDRESS =
  /^https?:\/\/[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,9}\/(?!amp\/|mobile\/)[\w/-]{1,400}(?<!\/amp\/?)(?:\.(?!amp)[a-z]{2,5})?$/;

function canonicalUrl(sources: Sources): string {
  const declared = sources.meta.get('link:canonical') ?? sources.meta.get('og:url');
  if (declared === sources.url && PLAIN_ADDRESS.test(declared)) return declared;
  const base = baseOf(sources.analysis.page, sources.url);
  const address = declared
    ? joinVariants(fromBase(declared, base, sources.url), sources.url)
    : null;
  return address && sameSite(address, sources.url) && !/^https?:\/\/[^/]+\/?$/.test(address)
    ? address
    : sources.url;
}

function picturesOf(sources: Sources, found: FoundTitle, body: Body): Picture[] {
  const { analysis, reading } = body;
  const { element } = reading.container;
  if (body.origin === 'json-ld' || body.origin === 'script') return [];
  const captions = reading.paragraphs
    .filter((paragraph) => paragraph.role === 'caption')
    .map(({ block, text }) => ({ element: analysis.page.blockElement[block] as number, text }));
  const to = analysis.page.subtreeEnd[element] as number;
  const titleElement = analysis.page.blockElement[found.block] ?? element;
  // Many sites set the lead picture between headline and text.
  const from = body.origin === 'selectors' ? element : Math.min(element, titleElement);
  const range = { from, to, dropped: reading.dropped, droppedFrom: element };
  return readPictures(analysis, range, {
    url: baseOf(sources.analysis.page, sources.url),
    captions,
  });
}

/** So much of the text tells whether all of the page was encoded twice, characters. */
const REPAIR_SAMPLE = 20_000;

/**
 * Reads an article page: title, text by paragraphs with their roles, pictures, dates in the
 * outlet's zone, and how sure it is. All text is NFC. Never throws on any HTML; throws
 * `extract/bad-selector` where a selector given is no CSS. Time grows linearly with the page.
 */
export function extractArticle(html: string, url: string, options: ExtractOptions = {}): Article {
  const article = inRoom(() => readArticle(html, url, options));
  // Pages that were encoded twice: seen on the text, mended on the whole page.
  const sample = article.text.slice(0, REPAIR_SAMPLE);
  const isBroken = repairDoubleEncoding(sample) !== sample;
  if (!isBroken) return article;
  const repaired = repairDoubleEncoding(html);
  return inRoom(() => readArticle(repaired, url, options));
}

/**
 * Whether the outlet's selectors for the body match nothing on the page: the site has a new layout,
 * or it is another kind of page. Its text is then a guess and must not become a figure.
 */
export function missesLayout(article: Article): boolean {
  return article.reasons.some(({ code }) => code === 'layout-missed');
}

function readArticle(html: string, url: string, options: ExtractOptions): Article {
  const { sources, found, body, dates } = readPage(html, url, options);
  return {
    url,
    canonicalUrl: canonicalUrl(sources),
    title: found.title,
    text: body.text,
    paragraphs: body.reading.paragraphs.map(({ text, role }) => ({ text, role })),
    pictures: picturesOf(sources, found, body),
    publishedAt: dates.publishedAt,
    modifiedAt: dates.modifiedAt,
    language: sources.language,
    section: findSection({ ...sources, title: found.title }),
    confidence: body.confidence.value,
    reasons: body.confidence.reasons,
    origins: {
      title: found.origin,
      text: body.text === '' ? 'none' : body.origin,
      publishedAt: dates.origin,
    },
  };
}
