import type { PressArticle, Version } from '../model.ts';
import { localParts, two, weekdayName } from '../moment.ts';
import type { OutletSheet } from '../outlets.ts';
import { type Press, versionAt } from '../press.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for HTML and XML, in elements and in quoted attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => entities[mark] as string);
}

/** Who asks, where and when. */
export interface Visit {
  readonly press: Press;
  readonly sheet: OutletSheet;
  /** `http://127.0.0.1:4001`, without slash. */
  readonly origin: string;
  readonly atMs: number;
}

/** A story as a front page, section or list shows it. */
export interface Card {
  readonly article: PressArticle;
  readonly version: Version;
  readonly href: string;
  readonly title: string;
  readonly lead: string;
}

/** The card of an article in the version then on the page; null before publication. */
export function cardOf(article: PressArticle, atMs: number): Card | null {
  const version = versionAt(article, atMs);
  if (!version) return null;
  const lead = version.draft.paragraphs[0]?.sentences.map(({ text }) => text).join(' ') ?? '';
  return { article, version, href: article.path, title: version.draft.title.text, lead };
}

/** An `<img>` with its size, so that the page does not jump. */
export function image(card: Card, size: { readonly width: number; readonly height: number }) {
  const picture = card.article.pictures[0];
  if (!picture) return '';
  return `<img src="${picture.path}" width="${size.width}" height="${size.height}" alt="" loading="lazy">`;
}

/** `06/10/2025`. */
export function numericDate(atMs: number): string {
  const { date, month, year } = localParts(atMs);
  return `${two(date)}/${two(month)}/${year}`;
}

/** `08:05`. */
export function clockTime(atMs: number): string {
  const { hour, minute } = localParts(atMs);
  return `${two(hour)}:${two(minute)}`;
}

/** `Thứ Hai, 06/10/2025`. */
export function longDate(atMs: number): string {
  return `${weekdayName(atMs)}, ${numericDate(atMs)}`;
}

/** The note every page carries, outside the article. */
export const fictionNote =
  'Báo hư cấu — dữ liệu minh họa. Mọi nhân vật, địa danh, sự việc đều do máy dựng lên.';

export interface Shell {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly head?: string;
  readonly style: string;
  readonly body: string;
  readonly bodyClass?: string;
}

/** The outer HTML all three outlets share; what is inside differs. */
export function shell(page: Shell): string {
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)}</title>
<meta name="description" content="${escape(page.description)}">
<link rel="canonical" href="${escape(page.canonical)}">
<link rel="icon" href="data:,">
${page.head ?? ''}
<style>${page.style}</style>
</head>
<body${page.bodyClass ? ` class="${page.bodyClass}"` : ''}>
${page.body}
</body>
</html>
`;
}
