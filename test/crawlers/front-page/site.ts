import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserDoor,
  type BrowserDoorOptions,
  createBrowserDoor,
  type PageOwner,
} from '../../../crawlers/browser.ts';
import { createFetchDoor } from '../../../crawlers/fetch.ts';
import { type PageSnapshot, type Viewport, viewports } from '../../../src/domain/index.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { quietLog } from '../../src/context.ts';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** An outlet on loopback whose pages a test writes, and a browser door to look at it. */
export interface TestSite {
  readonly origin: string;
  readonly door: BrowserDoor;
  readonly asked: readonly { readonly path: string; readonly userAgent: string }[];
  serve(path: string, answer: string | Answer): void;
  look(
    path: string,
    rest?: { readonly viewport?: Viewport } & Partial<PageOwner>,
  ): Promise<PageSnapshot>;
  close(): Promise<void>;
}

/** Where the suite keeps its unpacked browser: once a machine. */
export const browserFolder = join(tmpdir(), 'column-inches-test-browser');

const owner: PageOwner = {
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  delayMs: 0,
  allowPrivateAddresses: true,
};

export async function openSite(options: Partial<BrowserDoorOptions> = {}): Promise<TestSite> {
  const pages = new Map<string, Answer>();
  const asked: { path: string; userAgent: string }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, userAgent: request.headers['user-agent'] ?? '' });
    const answer = pages.get(path) ?? pages.get(path.replace(/\?.*/, ''));
    const type = { 'content-type': 'text/html; charset=utf-8' };
    response.writeHead(answer?.status ?? (answer ? 200 : 404), { ...type, ...answer?.headers });
    response.end(answer?.body ?? 'not here');
  });
  await listen(server);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetchDoor = createFetchDoor({ clock: systemClock, log: quietLog });
  const door = createBrowserDoor({
    door: fetchDoor,
    clock: systemClock,
    log: quietLog,
    contact: null,
    chromiumPath: null,
    folder: browserFolder,
    ...options,
  });
  return {
    origin,
    door,
    asked,
    serve: (path, answer) => {
      pages.set(path, typeof answer === 'string' ? { body: answer } : answer);
    },
    look: async (path, { viewport = viewports.desktop, ...rest } = {}) => {
      const outlet = { ...owner, ...rest };
      const capture = await door.capture({ outlet, url: origin + path, viewports: [viewport] });
      return capture.snapshots[0] as PageSnapshot;
    },
    close: async () => {
      await door.close();
      await fetchDoor.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

const subjects = [
  'Khởi công cầu qua sông Lam vào tháng tới',
  'Thủy sản được mùa, giá vẫn giữ ở mức cao',
  'Trường học vùng cao đón thêm phòng học mới',
  'Bệnh viện tỉnh mở khoa cấp cứu ban đêm',
  'Mưa lớn kéo dài, nhiều tuyến đường ngập sâu',
  'Hội đồng nhân dân bàn ngân sách năm sau',
  'Người trồng cà phê đổi giống chống hạn',
  'Đội bóng chuyền nữ vào trận chung kết',
];

/** Address and headline of the n-th invented story. */
export function story(index: number) {
  const title = `${subjects[index % subjects.length]} (kỳ ${index + 1})`;
  return { href: `/tin/bai-viet-so-hieu-${10_000 + index}.html`, title };
}

/** The n of an address made by `story`; null for another. */
export function storyIndex(url: string): number | null {
  const number = /bai-viet-so-hieu-(\d+)/.exec(url)?.[1];
  return number === undefined ? null : Number(number) - 10_000;
}

/** A picture that needs no further request. */
export function picture(width: number, height: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#8aa"/></svg>`;
  return `<img src="data:image/svg+xml,${encodeURIComponent(svg)}" width="${width}" height="${height}" alt="">`;
}

export function document(body: string, style = '', attributes = 'lang="vi"'): string {
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trang nhất</title><style>body{margin:0;font:16px/1.5 sans-serif}img{display:block}a{color:inherit}${style}</style></head><body>${body}</body></html>`;
}
