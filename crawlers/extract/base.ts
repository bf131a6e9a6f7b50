import { attribute } from './attributes.ts';
import { elementsOf, type Page } from './scan.ts';
import { TAG } from './tags.ts';

/** What relative addresses of a page count from: its `<base>`, else the page's own address. */
export function baseOf(page: Page, url: string): string {
  for (const element of elementsOf(page, TAG.base)) {
    const href = attribute(page, element, 'href');
    if (!href) continue;
    const base = URL.parse(href.trim(), url);
    return base?.protocol === 'https:' || base?.protocol === 'http:' ? base.href : url;
  }
  return url;
}

/** An address of a page as absolute where its `<base>` says so, else as written. */
export function fromBase(href: string, base: string, url: string): string {
  return base === url ? href : (URL.parse(href.trim(), base)?.href ?? href);
}
