import type { DatedSelectors, IsoInstant, PartOrigin } from '../../src/domain/index.ts';
import { type Analysis, analyzePage } from './analysis.ts';
import { type Confidence, judgeReading } from './confidence.ts';
import { findContainer } from './container.ts';
import { pageLanguage } from './language.ts';
import { findDates, type FoundDates, readDate } from './page-dates.ts';
import {
  type Reading,
  type ReadOptions,
  type ReadParagraph,
  readParagraphs,
} from './paragraphs.ts';
import { articleReason } from './reasons.ts';
import { scanPage } from './scan.ts';
import { scriptedHtml } from './scripted-body.ts';
import { applySelectors, type Selected, selectorsFor } from './selectors.ts';
import { type LinkedData, readLinkedData, readMeta } from './structured.ts';
import { cleanText, comparable } from './text.ts';
import { findTitle, type FoundTitle } from './title.ts';
import { guessTimeZone } from './zones.ts';

/** How an article page is to be read; everything may be left out. */
export interface ExtractOptions {
  /** The outlet's layouts; the one in use on the day of publication is applied. */
  readonly selectors?: readonly DatedSelectors[];
  /** IANA zone of the outlet, e.g. `Asia/Ho_Chi_Minh`; else guessed from host and language. */
  readonly timeZone?: string;
  /** When the page was fetched: relative dates count from it, later dates are refused. */
  readonly now?: Date;
  /** BCP 47 tag of the outlet's language; else what the page says. */
  readonly language?: string;
  /** What the crawl found out before: used where the page itself does not say. */
  readonly lead?: { readonly title: string | null; readonly publishedAt: IsoInstant | null };
}

const MISSED_CONFIDENCE = 0.3;

/** Below this confidence the page is read once more without trusting its class names. */
const SECOND_LOOK = 0.6;

/** A text that is shown in part is at least so many times longer as declared. */
const WHOLE_LONGER = 1.3;

/** The page and what it declares of itself. */
export interface Sources {
  readonly html: string;
  readonly url: string;
  readonly options: ExtractOptions;
  readonly analysis: Analysis;
  readonly meta: ReadonlyMap<string, string>;
  readonly data: LinkedData | null;
  readonly language: string | null;
  readonly timeZone: string | null;
}

/** The text with what it was judged by. */
export interface Body {
  readonly analysis: Analysis;
  readonly reading: Reading;
  readonly text: string;
  readonly origin: PartOrigin;
  readonly confidence: Confidence;
}

function joinText(paragraphs: readonly ReadParagraph[]): string {
  return paragraphs
    .filter((paragraph) => paragraph.role !== 'caption')
    .map((paragraph) => paragraph.text)
    .join('\n');
}

function judge(sources: Sources, title: string, body: Omit<Body, 'confidence' | 'text'>): Body {
  const text = joinText(body.reading.paragraphs);
  const confidence = judgeReading({
    reading: body.reading,
    text,
    title,
    data: sources.data,
    selected: body.origin === 'selectors',
    scriptScale: body.analysis.scriptScale,
  });
  return { ...body, text, confidence };
}

function readBody(sources: Sources, analysis: Analysis, found: FoundTitle): Body {
  const description = sources.meta.get('og:description') ?? sources.meta.get('description') ?? '';
  const options: ReadOptions = {
    titleKey: comparable(found.title),
    titleBlock: found.block,
    description: cleanText(description),
    writer: cleanText(sources.meta.get('author') ?? ''),
  };
  const reading = readParagraphs(analysis, findContainer(analysis), options);
  return judge(sources, found.title, { analysis, reading, origin: 'generic' });
}

/** The body declared in JSON-LD, for pages that draw their text by script only. */
function declaredBody(sources: Sources, found: FoundTitle): Body | null {
  const declared = sources.data?.articleBody;
  if (!declared) return null;
  const lines = declared
    .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .split(/\n+/);
  const paragraphs = lines
    .map((line) => cleanText(cleanText(line)))
    .filter((line) => line !== '')
    .map((text) => ({ text, role: 'body' as const, block: -1 }));
  const container = { element: 0, share: 1, named: true };
  const reading = { container, paragraphs, dropped: new Uint8Array(0) };
  return judge(sources, found.title, { analysis: sources.analysis, reading, origin: 'json-ld' });
}

/** Where the page shows only the beginning but says the whole text to machines: the whole. */
function wholeOf(sources: Sources, found: FoundTitle, first: Body): Body {
  const { data } = sources;
  if (!data?.articleBody || data.isFree !== false) return first;
  const whole = declaredBody(sources, found);
  if (whole === null || whole.text.length < WHOLE_LONGER * first.text.length) return first;
  const opening = comparable(first.text.slice(0, 200)).slice(0, 60);
  return comparable(whole.text.slice(0, 2000)).includes(opening) ? whole : first;
}

/** Where the first reading is doubtful: names ignored, and the page's own declaration. */
function lookAgain(sources: Sources, found: FoundTitle, first: Body): Body {
  const { page } = sources.analysis;
  const again = readBody(sources, analyzePage(page, 'ignored'), found);
  const better = again.text.length > 2 * first.text.length + 100 ? again : first;
  const wanted = 1.5 * better.text.length + 100;
  const ways = [declaredBody, unscriptedBody, scriptedBody];
  for (const way of ways) {
    const body = way(sources, found);
    if (body !== null && body.text.length > wanted) return body;
  }
  return better;
}

const NOSCRIPT_TAG = /<\/?noscript\b[^<>]{0,200}>/gi;

/** The body as browsers without scripts show it, where the page has it for them alone. */
function unscriptedBody(sources: Sources, found: FoundTitle): Body | null {
  if (!/<noscript\b/i.test(sources.html)) return null;
  const page = scanPage(sources.html.replace(NOSCRIPT_TAG, ' '));
  return readBody(sources, analyzePage(page), { ...found, block: -1 });
}

function bodyBySelectors(sources: Sources, selected: Selected, found: FoundTitle): Body | null {
  if (selected.bodyHtml === null) return null;
  const standfirst = selected.standfirstHtml ?? '';
  // Named here, so that the reading below keeps all of it and nothing else is looked for.
  const inside = `<div class="standfirst">${standfirst}</div>${selected.bodyHtml}`;
  return bodyOfHtml(sources, inside, { found, origin: 'selectors' });
}

/** Reads a piece of HTML that is known to be the text; null where nothing of it is. */
function bodyOfHtml(
  sources: Sources,
  inside: string,
  { found, origin }: { readonly found: FoundTitle; readonly origin: PartOrigin },
): Body | null {
  const analysis = analyzePage(scanPage(`<main class="article-body">${inside}</main>`));
  const options = { titleKey: comparable(found.title), titleBlock: -1, description: '' };
  const container = { element: 1, share: 1, named: true };
  const reading = readParagraphs(analysis, container, options);
  if (reading.paragraphs.length === 0) return null;
  return judge(sources, found.title, { analysis, reading, origin });
}

/** The body in the data from which scripts draw the page. */
function scriptedBody(sources: Sources, found: FoundTitle): Body | null {
  const html = scriptedHtml(sources.analysis.page, found.title);
  return html === null ? null : bodyOfHtml(sources, html, { found, origin: 'script' });
}

function findBody(sources: Sources, found: FoundTitle, selected: Selected | null): Body {
  const bySelectors = selected && bodyBySelectors(sources, selected, found);
  if (bySelectors) return bySelectors;
  const first = readBody(sources, sources.analysis, found);
  const best =
    first.confidence.value < SECOND_LOOK
      ? lookAgain(sources, found, first)
      : wholeOf(sources, found, first);
  return selected?.wantsBody ? doubted(best) : best;
}

/** The outlet's own selectors find no text any more: whatever is read instead is a guess. */
function doubted(body: Body): Body {
  const { value, reasons } = body.confidence;
  const confidence = {
    value: Math.min(value, MISSED_CONFIDENCE),
    reasons: [articleReason('layout-missed'), ...reasons],
  };
  return { ...body, confidence };
}

function datesOf(sources: Sources, found: FoundTitle, body: Body | null): FoundDates {
  // Blocks of another reading of the page would point elsewhere.
  const isSamePage = body?.analysis.page === sources.analysis.page;
  const blocks = body?.origin === 'generic' && isSamePage ? body.reading.paragraphs : [];
  return findDates({
    analysis: sources.analysis,
    meta: sources.meta,
    data: sources.data,
    url: sources.url,
    titleBlock: found.block,
    textBlocks: [blocks[0]?.block ?? -1, blocks.at(-1)?.block ?? -1],
    timeZone: sources.timeZone,
    language: sources.options.language ?? sources.language,
    now: sources.options.now ?? null,
  });
}

function selectParts(sources: Sources, found: FoundTitle): Selected | null {
  const { selectors, lead, now } = sources.options;
  if (!selectors || selectors.length === 0) return null;
  const known = lead?.publishedAt ?? datesOf(sources, found, null).publishedAt;
  const day = (known ?? now?.toISOString())?.slice(0, 10) ?? null;
  const layout = selectorsFor(selectors, day);
  return layout && applySelectors(sources.html, layout);
}

function readSources(html: string, url: string, options: ExtractOptions): Sources {
  const page = scanPage(html);
  const analysis = analyzePage(page);
  const meta = readMeta(page);
  const data = readLinkedData(page, url);
  const language = pageLanguage(page, meta, data?.language ?? null) ?? options.language ?? null;
  const timeZone = options.timeZone ?? guessTimeZone(url, options.language ?? language);
  return { html, url, options, analysis, meta, data, language, timeZone };
}

function titleOf(sources: Sources): FoundTitle {
  const found = findTitle(sources.analysis, sources);
  const known = sources.options.lead?.title;
  if (found.title !== '' || !known) return found;
  return { title: cleanText(known), origin: 'feed', block: -1 };
}

function withSelected(found: FoundTitle, selected: Selected | null): FoundTitle {
  if (!selected?.title) return found;
  return { ...found, title: selected.title, origin: 'selectors' };
}

function finalDates(sources: Sources, dates: FoundDates, selected: Selected | null): FoundDates {
  const own = selected?.publishedAt ? readDate(selected.publishedAt, sources) : null;
  if (own) return { ...dates, publishedAt: own, origin: 'selectors' };
  const known = sources.options.lead?.publishedAt;
  if (dates.publishedAt === null && known) return { ...dates, publishedAt: known, origin: 'feed' };
  return dates;
}

/** A written date in the outlet's zone; null where the text is none. */
export function readDateIn(text: string, sources: Sources): IsoInstant | null {
  return readDate(text, sources);
}

/** All that was found on a page, with where it was found. */
export interface PageReading {
  readonly sources: Sources;
  readonly found: FoundTitle;
  readonly body: Body;
  readonly dates: FoundDates;
}

/** Reads a page by the outlet's selectors where they match, else by what all articles share. */
export function readPage(html: string, url: string, options: ExtractOptions): PageReading {
  const sources = readSources(html, url, options);
  const generic = titleOf(sources);
  const selected = selectParts(sources, generic);
  const found = withSelected(generic, selected);
  const body = findBody(sources, found, selected);
  const dates = finalDates(sources, datesOf(sources, found, body), selected);
  return { sources, found, body, dates };
}
