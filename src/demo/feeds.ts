import { createHash } from 'node:crypto';
import { publishedBy } from './front.ts';
import type { PressArticle } from './model.ts';
import { hourMs, isoLocal, localParts } from './moment.ts';
import { sectionNames } from './outlets.ts';
import { type Card, cardOf, escape, type Visit } from './pages/html.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** RFC 822 in the province's own zone: `Mon, 06 Oct 2025 08:05:00 +0700`. */
export function rfc822(atMs: number): string {
  const { weekday, date, month, year } = localParts(atMs);
  const time = isoLocal(atMs).slice(11, 19);
  return `${weekdays[weekday]}, ${String(date).padStart(2, '0')} ${months[month - 1]} ${year} ${time} +0700`;
}

/** The newest dated articles a feed lists, at most `count`. */
function newest(visit: Visit, count: number, section?: string): Card[] {
  return publishedBy(visit.press, visit.sheet.id, visit.atMs)
    .filter((article) => article.dated && (!section || article.section === section))
    .slice(0, count)
    .flatMap((article) => cardOf(article, visit.atMs) ?? []);
}

function editedMs({ version }: Card): number {
  return version.atMs;
}

/** RSS 2.0; `media` adds Media RSS pictures. */
export function rssFeed(
  visit: Visit,
  options: { readonly section?: string; readonly media?: boolean; readonly self: string },
): string {
  const { sheet, origin } = visit;
  const cards = newest(visit, 30, options.section);
  const items = cards.map(({ article, title, lead }) => {
    const picture = article.pictures[0];
    const media =
      options.media && picture
        ? `<media:content url="${origin}${picture.path}" medium="image" type="image/svg+xml" width="${picture.width}" height="${picture.height}"/>`
        : '';
    return `<item><title>${escape(title)}</title><link>${origin}${article.path}</link>
<guid isPermaLink="false">${article.id}</guid><pubDate>${rfc822(article.publishedMs)}</pubDate>
<category>${sectionNames[article.section]}</category>
<description>${escape(`<p>${escape(lead)}</p>`)}</description>${media}</item>`;
  });
  const name = options.section ? `${sheet.name} - ${sectionNames[options.section]}` : sheet.name;
  const built = cards[0]
    ? `<lastBuildDate>${rfc822(Math.max(...cards.map(editedMs)))}</lastBuildDate>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>${name}</title><link>${origin}/</link>
<description>${sheet.motto} (Báo hư cấu — dữ liệu minh họa)</description>
<language>vi-VN</language>${built}
<atom:link href="${origin}${options.self}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`;
}

/** Atom 1.0 with `published` and `updated`. */
export function atomFeed(visit: Visit): string {
  const { sheet, origin } = visit;
  const cards = newest(visit, 30);
  const entries = cards.map((card) => {
    const { article, title, lead } = card;
    return `<entry><id>tag:${sheet.id}.example,2025:${article.id}</id><title>${escape(title)}
</title><link rel="alternate" href="${origin}${article.path}"/>
<published>${isoLocal(article.publishedMs)}</published><updated>${isoLocal(editedMs(card))}
</updated><category term="${article.section}" label="${sectionNames[article.section]}"/>
<summary>${escape(lead)}</summary></entry>`;
  });
  const updated = Math.max(visit.press.startMs, ...cards.map(editedMs));
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><id>${origin}/</id><title>${sheet.name}
</title><subtitle>Báo hư cấu — dữ liệu minh họa</subtitle><author><name>${sheet.name}</name>
</author><link rel="self" href="${origin}/atom.xml"/><link rel="alternate" href="${origin}/"/>
<updated>${isoLocal(updated)}</updated>
${entries.join('\n')}
</feed>
`;
}

const sitemapHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
const sitemapSpace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function mapName(article: PressArticle): string {
  return article.dated ? localParts(article.publishedMs).day : 'khac';
}

/** The index: one sitemap a day, one for pages without a date, one of the news of 48 hours. */
export function sitemapIndex(visit: Visit): string {
  const articles = publishedBy(visit.press, visit.sheet.id, visit.atMs);
  const names = [...new Set(articles.map(mapName))].toSorted();
  const video = visit.sheet.medium === 'broadcaster' ? ['/sitemap-video.xml'] : [];
  const days = names.map((name) => `/sitemaps/${name}.xml`);
  const entries = [...days, '/sitemap-news.xml', ...video];
  return `${sitemapHead}<sitemapindex xmlns="${sitemapSpace}">
${entries.map((path) => `<sitemap><loc>${visit.origin}${path}</loc></sitemap>`).join('\n')}
</sitemapindex>
`;
}

/** One day's sitemap; null where nothing was published. */
export function daySitemap(visit: Visit, name: string): string | null {
  const cards = publishedBy(visit.press, visit.sheet.id, visit.atMs)
    .filter((article) => mapName(article) === name)
    .flatMap((article) => cardOf(article, visit.atMs) ?? []);
  if (cards.length === 0) return null;
  const urls = cards.map((card) => {
    const edited = card.article.dated ? `<lastmod>${isoLocal(editedMs(card))}</lastmod>` : '';
    return `<url><loc>${visit.origin}${card.href}</loc>${edited}</url>`;
  });
  return `${sitemapHead}<urlset xmlns="${sitemapSpace}">\n${urls.join('\n')}\n</urlset>\n`;
}

/** The news sitemap: titles and times of the last 48 hours. */
export function newsSitemap(visit: Visit): string {
  const cards = newest(visit, 1000).filter(
    ({ article }) => visit.atMs - article.publishedMs <= 48 * hourMs,
  );
  const urls = cards.map(
    ({ article, title }) =>
      `<url><loc>${visit.origin}${article.path}</loc><news:news><news:publication>
<news:name>${visit.sheet.name}</news:name><news:language>vi</news:language></news:publication>
<news:publication_date>${isoLocal(article.publishedMs)}</news:publication_date>
<news:title>${escape(title)}</news:title></news:news></url>`,
  );
  return `${sitemapHead}<urlset xmlns="${sitemapSpace}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** A strong validator of a body. */
export function entityTag(body: string): string {
  return `"${createHash('sha1').update(body).digest('hex').slice(0, 20)}"`;
}
