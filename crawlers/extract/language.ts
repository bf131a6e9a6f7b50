import { attribute } from './attributes.ts';
import type { Page } from './scan.ts';
import { TAG } from './tags.ts';

const TAG_FORM = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i;

function asTag(text: string | null | undefined): string | null {
  const first = text?.trim().split(/[,;\s]/)[0] ?? '';
  return TAG_FORM.test(first) ? first.replaceAll('_', '-') : null;
}

/** The language a page says it is in, as a BCP 47 tag; null where it does not say. */
export function pageLanguage(
  page: Page,
  meta: ReadonlyMap<string, string>,
  declared: string | null,
): string | null {
  for (let element = 0; element < Math.min(page.tag.length, 8); element++) {
    if (page.tag[element] !== TAG.html) continue;
    const language = asTag(
      attribute(page, element, 'lang') ?? attribute(page, element, 'xml:lang'),
    );
    if (language) return language;
  }
  return (
    asTag(meta.get('og:locale')) ??
    asTag(meta.get('content-language')) ??
    asTag(meta.get('language')) ??
    asTag(declared)
  );
}
