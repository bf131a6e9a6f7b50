import type { IsoInstant, Lead } from '../../src/domain/index.ts';
import { canonicalUrl, isSameSite, itemKey } from '../canonical-url.ts';
import type { SourcePage } from './source.ts';

/** More than any honest source lists; a poisoned one ends here. */
const MAX_LEADS = 5_000;
const MAX_TITLE_CHARACTERS = 500;

export interface FoundItem {
  readonly url: string | null;
  readonly title: string | null;
  readonly publishedAt: IsoInstant | null;
}

/** The items of one source as leads, in its order: on the outlet's own site, each once. */
export function leadsOf(found: Iterable<FoundItem>, page: SourcePage): Lead[] {
  const { outlet, source, url: base } = page;
  const isArticle = articleFilter(outlet.articleUrls);
  const leads = new Map<string, Lead>();
  for (const { url, title, publishedAt } of found) {
    if (leads.size >= MAX_LEADS) break;
    const address = url === null ? null : canonicalUrl(url, base);
    if (address === null || address.length > 2048) continue;
    if (!isSameSite(address, outlet.homepage) || !isArticle(address)) continue;
    const key = itemKey(address);
    if (leads.has(key) || key === itemKey(outlet.homepage)) continue;
    const plain = title
      ?.normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_TITLE_CHARACTERS);
    leads.set(key, { url: address, title: plain || null, publishedAt, via: source.kind });
  }
  return [...leads.values()];
}

/** Whether an address is an article's by the outlet's own patterns. */
function articleFilter(patterns: SourcePage['outlet']['articleUrls']) {
  const include = (patterns?.include ?? []).map((pattern) => new RegExp(pattern));
  const exclude = (patterns?.exclude ?? []).map((pattern) => new RegExp(pattern));
  return (address: string): boolean =>
    (include.length === 0 || include.some((pattern) => pattern.test(address))) &&
    !exclude.some((pattern) => pattern.test(address));
}
