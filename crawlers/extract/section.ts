import type { Analysis } from './analysis.ts';
import { attribute } from './attributes.ts';
import { blocksWithin, IN_LINK } from './scan.ts';
import type { LinkedData } from './structured.ts';
import { cleanText, comparable } from './text.ts';

/** Words for the front page, which is no section. */
const HOME = new Set([
  'home',
  'trang chủ',
  'homepage',
  'trang nhất',
  'start',
  'startseite',
  'accueil',
  'inicio',
  'главная',
]);

function lastSection(names: readonly string[], key: string): string | null {
  const kept = names.filter((name) => {
    const own = comparable(name);
    return own !== '' && own !== key && !HOME.has(own) && name.length <= 60;
  });
  return kept.at(-1) ?? null;
}

/** Link texts of the first visible element that is named as a breadcrumb. */
function shownBreadcrumb(analysis: Analysis): string[] {
  const { page } = analysis;
  for (const element of analysis.navigation) {
    const name = `${attribute(page, element, 'class') ?? ''} ${attribute(page, element, 'id') ?? ''}`;
    if (/breadcrumb|bread-crumb/i.test(name)) return linkTexts(analysis, element);
  }
  return [];
}

function linkTexts(analysis: Analysis, element: number): string[] {
  const { page } = analysis;
  const end = page.subtreeEnd[element] as number;
  const texts: string[] = [];
  const [first, after] = blocksWithin(page, element);
  const last = page.blockFirstRun[after] ?? page.runStart.length;
  for (let run = page.blockFirstRun[first] ?? last; run < last && texts.length < 12; run++) {
    const owner = page.runElement[run] as number;
    if (owner < element || owner >= end || !((page.runFlags[run] as number) & IN_LINK)) continue;
    const text = cleanText(page.html.slice(page.runStart[run], page.runEnd[run]));
    if (text !== '') texts.push(text);
  }
  return texts;
}

export interface SectionSources {
  readonly analysis: Analysis;
  readonly meta: ReadonlyMap<string, string>;
  readonly data: LinkedData | null;
  readonly title: string;
}

/** The innermost section the outlet put the article in; null where the page does not say. */
export function findSection(sources: SectionSources): string | null {
  const { analysis, meta, data, title } = sources;
  const declared = meta.get('article:section');
  const key = comparable(title);
  return (
    lastSection(data?.breadcrumb ?? [], key) ??
    lastSection(data?.section ? [data.section] : [], key) ??
    lastSection(declared ? [cleanText(declared)] : [], key) ??
    lastSection(shownBreadcrumb(analysis), key)
  );
}
