import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outlet } from '../../../src/domain/index.ts';
import { story } from '../../crawlers/front-page/site.ts';
import { article, feedOf } from '../../crawlers/press.ts';

/** Articles of each outlet. */
export const articles = 10;
const answerMs = 60;

/** Least time between two requests of one worker, and of two. */
const delayMs = 1_500;

/** What the hosts of a press saw. */
export interface WatchedPress {
  readonly outlets: readonly Outlet[];
  /** Requests that came while another worker's was under way at the same host. */
  readonly overlaps: string[];
  readonly asked: { readonly by: string; readonly outlet: string; path: string; at: number }[];
  close(): Promise<void>;
}

/** Outlets on ports of their own, which tell workers apart by their User-Agent. */
export async function openPress(count: number, address: string): Promise<WatchedPress> {
  const overlaps: string[] = [];
  const asked: WatchedPress['asked'] = [];
  const servers: Server[] = [];
  const outlets: Outlet[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = `bao-${index}`;
    const active = new Map<string, number>();
    const server = createServer((request, response) => {
      const by = /worker-\d+/.exec(request.headers['user-agent'] ?? '')?.[0] ?? 'nobody';
      const path = request.url ?? '/';
      asked.push({ by, outlet: id, path, at: performance.now() });
      const other = [...active].find(([name, requests]) => name !== by && requests > 0);
      if (other) overlaps.push(`${by} asked ${id}${path} during ${other[0]}`);
      active.set(by, (active.get(by) ?? 0) + 1);
      response.on('close', () => active.set(by, (active.get(by) ?? 1) - 1));
      const [type, body] = pageOf(path, `http://${request.headers.host}`);
      const answer = () => response.writeHead(200, { 'content-type': type }).end(body);
      setTimeout(answer, answerMs);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    outlets.push(outletOf(id, `http://${address}:${(server.address() as AddressInfo).port}`));
  }
  const close = async () => {
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  return { outlets, overlaps, asked, close };
}

function outletOf(id: string, origin: string): Outlet {
  return {
    id,
    name: id,
    medium: 'newspaper',
    homepage: `${origin}/`,
    place: null,
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    verified: false,
    sources: [{ kind: 'feed', url: `${origin}/rss.xml` }],
    selectors: [],
    delayMs,
    expectedItemsPerDay: { min: 0, max: 100 },
    allowPrivateAddresses: true,
    demo: false,
  };
}

function pageOf(path: string, origin: string): [type: string, body: string] {
  const stories = Array.from({ length: articles }, (_, at) => story(at));
  if (path === '/robots.txt') return ['text/plain', 'User-agent: *\nAllow: /'];
  if (path === '/rss.xml') {
    const items = stories.map(({ href, title }) => [href, title] as const);
    return ['application/rss+xml', feedOf(origin, items)];
  }
  if (path.endsWith('.svg')) {
    return ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'];
  }
  const told = stories.find(({ href }) => href === path);
  if (told) return ['text/html; charset=utf-8', article(told.title)];
  const blocks = stories.map(
    ({ href, title }, at) => `<article><a href="${href}"><img src="/anh/${at}.svg" width="200"
      height="120"><h2>${title}</h2></a></article>`,
  );
  return ['text/html; charset=utf-8', `<!doctype html><html lang="vi">${blocks.join('')}`];
}
