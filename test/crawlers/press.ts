import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, CrawlMemory, Log, Outlet, Source } from '../../src/domain/index.ts';

/** A small site on loopback; pages can change between crawls. */
export interface Site {
  readonly origin: string;
  readonly asked: string[];
  /** Headers of each request, in the same order. */
  readonly headers: http.IncomingHttpHeaders[];
  readonly pages: Map<string, SitePage>;
  close(): Promise<void>;
}

export type SitePage = string | ((request: IncomingMessage, response: ServerResponse) => void);

export async function openSite(pages: Readonly<Record<string, SitePage>>): Promise<Site> {
  const asked: string[] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  const held = new Map(Object.entries(pages));
  const server = http.createServer((request, response) => {
    const target = request.url ?? '';
    asked.push(target);
    headers.push(request.headers);
    const page = held.get(target);
    if (typeof page === 'function') return page(request, response);
    response.statusCode = page === undefined ? 404 : 200;
    response.setHeader('content-type', typeOf(target));
    response.end(page ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    headers,
    pages: held,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function typeOf(target: string): string {
  if (target.endsWith('.rss') || target.endsWith('.xml')) return 'application/xml';
  return target.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8';
}

const SENTENCE =
  'Sáng nay, Ủy ban nhân dân tỉnh tổ chức buổi làm việc với các sở ngành về tiến độ xây dựng ' +
  'tuyến đường ven biển và việc bồi thường, giải phóng mặt bằng tại ba xã phía nam. ';

const PARAGRAPHS = [
  'Theo báo cáo, đến cuối tháng hai đơn vị thi công đã hoàn thành hơn sáu mươi phần trăm ' +
    'khối lượng nền đường, các cầu nhỏ trên tuyến cũng đã lao dầm xong.',
  'Tuy nhiên, tại xã thứ ba vẫn còn mười bảy hộ dân chưa nhận tiền bồi thường vì chưa thống ' +
    'nhất được đơn giá đất nông nghiệp xen kẽ trong khu dân cư.',
  'Đại diện sở xây dựng cho biết mặt bằng sẽ được bàn giao toàn bộ trước ngày ba mươi tháng ' +
    'tư nếu các địa phương hoàn tất việc kiểm đếm đúng hạn.',
  'Nhiều người dân đề nghị nhà thầu tưới nước chống bụi thường xuyên hơn, đồng thời sớm sửa ' +
    'lại đoạn mương thủy lợi bị hư hỏng do xe chở vật liệu.',
  'Dự án có tổng mức đầu tư gần ba nghìn tỷ đồng, dài hơn bốn mươi cây số, dự kiến đưa vào ' +
    'sử dụng trong năm tới và nối liền hai khu kinh tế.',
];

/** A page with a real article's length; no two paragraphs alike. */
export function article(title: string): string {
  const paragraphs = [SENTENCE, ...PARAGRAPHS].map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="vi"><head><title>${title}</title>
    <meta property="article:published_time" content="2026-03-07T06:30:00+07:00"></head>
    <body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`;
}

export function feedOf(origin: string, items: readonly (readonly [path: string, title: string])[]) {
  const entries = items.map(
    ([path, title]) =>
      `<item><title>${title}</title><link>${origin}${path}</link>
       <pubDate>Sat, 07 Mar 2026 06:30:00 +0700</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Báo Thử</title>
    <link>${origin}/</link><language>vi</language>${entries.join('')}</channel></rss>`;
}

export function frontPage(items: readonly (readonly [path: string, title: string])[]): string {
  const cards = items.map(
    ([path, title]) =>
      `<article><h3><a href="${path}">${title}</a></h3><p>${SENTENCE}</p></article>`,
  );
  return `<!doctype html><html lang="vi"><head><title>Báo Thử</title>
    <meta property="og:site_name" content="Báo Thử">
    <link rel="alternate" type="application/rss+xml" href="/tin.rss" title="Tin mới">
    </head><body><header><nav><a href="/chinh-tri">Chính trị</a><a href="/xa-hoi">Xã hội</a>
    <a href="/dang-nhap">Đăng nhập</a></nav></header><main>${cards.join('')}</main></body></html>`;
}

export function outletOf(
  origin: string,
  sources: readonly Source[],
  more: Partial<Outlet> = {},
): Outlet {
  return {
    id: 'bao-thu',
    name: 'Báo Thử',
    medium: 'newspaper',
    homepage: `${origin}/`,
    place: null,
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    verified: false,
    sources,
    selectors: [],
    delayMs: 0,
    expectedItemsPerDay: { min: 1, max: 100 },
    allowPrivateAddresses: true,
    demo: false,
    ...more,
  };
}

export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

export const realClock: Clock = {
  now: () => new Date(),
  sleep: async (durationMs) => await new Promise((resolve) => setTimeout(resolve, durationMs)),
};

/** A clock that stands until it is told or slept on. */
export class SetClock implements Clock {
  #now: number;
  readonly slept: number[] = [];

  constructor(at: string) {
    this.#now = Date.parse(at);
  }

  now(): Date {
    return new Date(this.#now);
  }

  async sleep(durationMs: number): Promise<void> {
    this.slept.push(durationMs);
    this.#now += durationMs;
  }

  advance(durationMs: number): void {
    this.#now += durationMs;
  }
}

export const forgetful: CrawlMemory = {
  validators: async () => null,
  fetched: async () => null,
};
