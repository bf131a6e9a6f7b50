import type { Dice } from './dice.ts';

/** An article of the simulated press: what its page said, and from when on. */
export interface SimulatedArticle {
  readonly outletId: string;
  readonly path: string;
  readonly publishedAtMs: number;
  /** Persons its text names; an edit never changes them. */
  readonly persons: readonly string[];
  /** Oldest first; the first counts from publication on. */
  readonly versions: readonly { readonly fromMs: number; readonly title: string }[];
}

/** Two outlets that publish and edit through two days. */
export interface SimulatedPress {
  readonly startMs: number;
  readonly endMs: number;
  readonly articles: readonly SimulatedArticle[];
}

export const outletIds = ['a', 'b'] as const;
const hourMs = 3_600_000;
const startMs = Date.parse('2026-03-02T00:00:00+07:00');

/** A press of its own for each seed: when what appears, who is named, what is edited. */
export function makePress(dice: Dice): SimulatedPress {
  const articles = outletIds.flatMap((outletId) =>
    Array.from({ length: dice.between(2, 4) }, (_, number): SimulatedArticle => {
      const publishedAtMs = startMs + dice.between(1, 40 * 60) * 60_000;
      const title = `Tỉnh họp bàn việc thứ ${number + 1} của ${outletId}`;
      const versions = [{ fromMs: publishedAtMs, title }];
      if (dice.chance(0.4)) {
        const fromMs = publishedAtMs + dice.between(1, 6) * hourMs;
        versions.push({ fromMs, title: `${title}, sửa lại` });
      }
      const persons = ['le-an', 'tran-binh'].filter(() => dice.chance(0.6));
      const path = `/tin-${100_000 + number}.html`;
      return { outletId, path, publishedAtMs, persons, versions };
    }),
  );
  return { startMs, endMs: startMs + 48 * hourMs, articles };
}

const named: Readonly<Record<string, string>> = {
  'le-an': 'Chủ tịch UBND tỉnh Lê An đã đến dự và phát biểu về tiến độ công trình. ',
  'tran-binh': 'Nguyên Chủ tịch UBND tỉnh Trần Bình cho biết kinh phí đã được bố trí đủ. ',
};

const filling = [
  'Theo báo cáo, đến cuối tháng hai đơn vị thi công đã hoàn thành hơn sáu mươi phần trăm khối lượng.',
  'Tuy nhiên, tại xã thứ ba vẫn còn mười bảy hộ dân chưa nhận tiền bồi thường vì chưa thống nhất giá.',
  'Nhiều người dân đề nghị nhà thầu tưới nước chống bụi thường xuyên hơn trong mùa khô năm nay.',
];

/** What the site answers at a moment; null where there is no such page (yet). */
export function answer(press: SimulatedPress, url: URL, atMs: number): string | null {
  const outletId = url.host.split('.')[0] ?? '';
  const out = press.articles.filter(
    (article) => article.outletId === outletId && article.publishedAtMs <= atMs,
  );
  if (url.pathname === '/tin.rss') return feed(url.origin, out, atMs);
  if (url.pathname === '/sitemap.xml') return sitemap(url.origin, out);
  const article = out.find(({ path }) => path === url.pathname);
  return article ? page(article, atMs) : null;
}

function titleAt(article: SimulatedArticle, atMs: number): string {
  return article.versions.findLast(({ fromMs }) => fromMs <= atMs)?.title ?? '';
}

function page(article: SimulatedArticle, atMs: number): string {
  const title = titleAt(article, atMs);
  const published = new Date(article.publishedAtMs).toISOString();
  const about = article.persons.map((person) => named[person] ?? '').join('');
  const paragraphs = [`${title}. ${about}`, ...filling].map((text) => `<p>${text}</p>`).join('');
  return `<!doctype html><html lang="vi"><head><title>${title}</title>
    <meta property="article:published_time" content="${published}"></head>
    <body><article><h1>${title}</h1>${paragraphs}</article></body></html>`;
}

/** The last five, as feeds have it: what fell out of it only the sitemap still names. */
function feed(origin: string, articles: readonly SimulatedArticle[], atMs: number): string {
  const newest = articles.toSorted((one, other) => other.publishedAtMs - one.publishedAtMs);
  const items = newest.slice(0, 5).map((article) => {
    const published = new Date(article.publishedAtMs).toUTCString();
    return `<item><title>${titleAt(article, atMs)}</title><link>${origin}${article.path}</link>
      <pubDate>${published}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Báo</title>
    <link>${origin}/</link>${items.join('')}</channel></rss>`;
}

function sitemap(origin: string, articles: readonly SimulatedArticle[]): string {
  const urls = articles.map(({ path }) => `<url><loc>${origin}${path}</loc></url>`).join('');
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
}
