import type { BroadcastRules, DatedSelectors, Medium, Source } from '../domain/index.ts';
import type { OutletId } from './model.ts';

/** An invented outlet: its names, its sources and how its pages are built. */
export interface OutletSheet {
  readonly id: OutletId;
  readonly name: string;
  readonly nameEnglish: string;
  readonly medium: Medium;
  readonly motto: string;
  readonly address: string;
  readonly sources: readonly (Omit<Source, 'url'> & { readonly path: string })[];
  readonly selectors: Omit<DatedSelectors, 'from' | 'until'>;
  /** Path of the list of all sitemaps, told by robots.txt; the crawler reads the news sitemap. */
  readonly sitemapIndex: string;
  readonly articleUrls: {
    readonly include: readonly string[];
    readonly exclude: readonly string[];
  };
  readonly expectedItemsPerDay: { readonly min: number; readonly max: number };
  readonly broadcast?: BroadcastRules;
}

/** Section id → what readers see. */
export const sectionNames: Readonly<Record<string, string>> = {
  'thoi-su': 'Thời sự',
  'kinh-te': 'Kinh tế',
  'xa-hoi': 'Xã hội',
  'do-thi': 'Đô thị',
  'giao-duc': 'Giáo dục',
  'y-te': 'Y tế',
  'van-hoa': 'Văn hóa - Du lịch',
  'the-thao': 'Thể thao',
};

export const sectionIds: readonly string[] = Object.keys(sectionNames);

/** Where an outlet keeps a section. */
export function sectionPath(outletId: OutletId, section: string): string {
  if (outletId === 'bao-song-thanh') return `/${section}/`;
  return outletId === 'luu-giang-online' ? `/chuyen-muc/${section}` : `/muc/${section}`;
}

function sections(outletId: OutletId): OutletSheet['sources'] {
  return sectionIds.map((section) => ({
    kind: 'section' as const,
    path: sectionPath(outletId, section),
    title: sectionNames[section] as string,
  }));
}

const newspaper: OutletSheet = {
  id: 'bao-song-thanh',
  name: 'Báo Sông Thanh',
  nameEnglish: 'Song Thanh Newspaper (fictional)',
  medium: 'newspaper',
  motto: 'Tiếng nói của Đảng bộ, chính quyền và nhân dân tỉnh Sông Thanh',
  address: 'Số 9, đường Bến Gỗ, phường Lưu Giang, tỉnh Sông Thanh (địa chỉ hư cấu)',
  sitemapIndex: '/sitemap.xml',
  sources: [
    { kind: 'homepage', path: '/' },
    { kind: 'feed', path: '/rss/trang-chu.rss', title: 'Trang chủ' },
    { kind: 'sitemap', path: '/sitemap-news.xml' },
    ...sections('bao-song-thanh'),
  ],
  selectors: {
    title: 'h1.article__title',
    standfirst: '.article__sapo',
    body: '.article__body',
    publishedAt: 'time.article__time',
    remove: ['.article__related', '.article__tags'],
  },
  articleUrls: { include: ['-\\d{6}\\.html$'], exclude: ['/quang-cao/'] },
  expectedItemsPerDay: { min: 4, max: 22 },
};

const citySite: OutletSheet = {
  id: 'luu-giang-online',
  name: 'Lưu Giang Online',
  nameEnglish: 'Luu Giang Online (fictional)',
  medium: 'news-site',
  motto: 'Chuyện phố biển mỗi ngày',
  address: 'Tầng 3, nhà 27, đường Lò Gốm, phường Lưu Giang, tỉnh Sông Thanh (địa chỉ hư cấu)',
  sitemapIndex: '/sitemap_index.xml',
  sources: [
    { kind: 'homepage', path: '/' },
    { kind: 'feed', path: '/atom.xml', title: 'Tin mới' },
    { kind: 'sitemap', path: '/sitemap-news.xml' },
    ...sections('luu-giang-online'),
  ],
  selectors: {
    title: '[itemprop="headline"]',
    standfirst: '[itemprop="description"]',
    body: '[itemprop="articleBody"]',
    publishedAt: '[itemprop="datePublished"]',
    remove: ['.xem-them'],
  },
  articleUrls: { include: ['/tin-tuc/.+-\\d+\\.htm$'], exclude: ['/doi-tac/'] },
  expectedItemsPerDay: { min: 3, max: 18 },
};

const broadcaster: OutletSheet = {
  id: 'dai-song-thanh',
  name: 'Đài Phát thanh và Truyền hình Sông Thanh',
  nameEnglish: 'Song Thanh Radio and Television (fictional)',
  medium: 'broadcaster',
  motto: 'STV – Kết nối đôi bờ',
  address: 'Số 2, đường Hải Thượng Cũ, phường Tân Trạch, tỉnh Sông Thanh (địa chỉ hư cấu)',
  sitemapIndex: '/sitemap.xml',
  sources: [
    { kind: 'homepage', path: '/' },
    { kind: 'feed', path: '/rss.xml', title: 'Tin STV' },
    { kind: 'sitemap', path: '/sitemap-news.xml' },
    { kind: 'listing', path: '/lich-phat-song/xmltv.xml', title: 'Lịch phát sóng (XMLTV)' },
    { kind: 'listing', path: '/lich-phat-song', title: 'Lịch phát sóng' },
    { kind: 'bulletin', path: '/ban-tin', title: 'Bản tin' },
    ...sections('dai-song-thanh'),
  ],
  selectors: {
    title: '.detail h1',
    standfirst: '.detail .lead',
    body: '.detail .content',
    publishedAt: '.detail .post-date',
    remove: ['.tin-lien-quan'],
  },
  articleUrls: { include: ['/tin/\\d+/'], exclude: ['/ban-tin', '/lich-phat-song'] },
  expectedItemsPerDay: { min: 2, max: 16 },
  broadcast: { channels: [{ id: 'stv1.song-thanh.example', name: 'STV1', medium: 'television' }] },
};

/** The three outlets of the province. */
export const outletSheets: readonly OutletSheet[] = [newspaper, citySite, broadcaster];
