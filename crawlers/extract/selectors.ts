import { type CheerioAPI, load } from 'cheerio/slim';
import { ColumnInchesError, type Day, type DatedSelectors } from '../../src/domain/index.ts';
import { cleanText } from './text.ts';

/** What an outlet's selectors found; null parts were not asked for or matched nothing. */
export interface Selected {
  readonly title: string | null;
  readonly publishedAt: string | null;
  /** HTML of the standfirst and of the body, without the removed parts. */
  readonly standfirstHtml: string | null;
  readonly bodyHtml: string | null;
  /** The layout names a body, whether or not the page has it. */
  readonly wantsBody: boolean;
}

/** The layout that was in use on a day; without a day the one in use last. */
export function selectorsFor(
  layouts: readonly DatedSelectors[],
  day: Day | null,
): DatedSelectors | null {
  if (day === null)
    return layouts.find((layout) => layout.until === null) ?? layouts.at(-1) ?? null;
  const inUse = layouts.find(
    ({ from, until }) => (from === null || from <= day) && (until === null || day <= until),
  );
  return inUse ?? null;
}

function find(document: CheerioAPI, selector: string) {
  try {
    return document(selector);
  } catch (cause) {
    throw new ColumnInchesError({
      code: 'extract/bad-selector',
      verdict: 'stop-source',
      message:
        `The selector "${selector}" of this outlet cannot be read. ` +
        "Mend it in the outlet's YAML: it must be a CSS selector.",
      messageVietnamese:
        `Không đọc được bộ chọn "${selector}" của cơ quan báo chí này. ` +
        'Sửa trong tệp YAML của họ: phải là bộ chọn CSS.',
      cause,
    });
  }
}

function htmlOf(document: CheerioAPI, selector: string | undefined): string | null {
  if (selector === undefined) return null;
  const matched = find(document, selector);
  const parts: string[] = [];
  for (const element of matched.toArray()) {
    // A match inside another match is already in it.
    if (matched.is(document(element).parents())) continue;
    parts.push(document.html(element));
  }
  return parts.length > 0 ? parts.join('\n') : null;
}

function textOf(document: CheerioAPI, selector: string | undefined): string | null {
  if (selector === undefined) return null;
  const text = cleanText(find(document, selector).first().text());
  return text === '' ? null : text;
}

function dateOf(document: CheerioAPI, selector: string | undefined): string | null {
  if (selector === undefined) return null;
  const element = find(document, selector).first();
  const written = element.attr('datetime') ?? element.attr('content') ?? element.text();
  const text = cleanText(written);
  return text === '' ? null : text;
}

/**
 * Applies one layout's selectors. Throws `extract/bad-selector` where one is no CSS selector.
 */
export function applySelectors(html: string, layout: DatedSelectors): Selected {
  const document = load(html);
  const title = textOf(document, layout.title);
  const publishedAt = dateOf(document, layout.publishedAt);
  for (const selector of layout.remove ?? []) find(document, selector).remove();
  const bodyHtml = htmlOf(document, layout.body);
  const wantsBody = layout.body !== undefined;
  const standfirstHtml = htmlOf(document, layout.standfirst);
  return { title, publishedAt, standfirstHtml, bodyHtml, wantsBody };
}
