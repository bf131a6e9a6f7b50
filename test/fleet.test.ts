import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { createBrowserDoor, createFetchDoor } from '../crawlers/index.ts';
import { createHostLender } from '../db/index.ts';
import { type FetchRequest, viewports } from '../src/domain/index.ts';
import { systemClock } from '../src/system-clock.ts';
import { browserFolder, story } from './crawlers/front-page/site.ts';
import { testDatabase } from './database.ts';
import { quietLog } from './src/context.ts';

// Two workers, each with its doors and its lender as two machines would have them, on one host.

const database = await testDatabase();
const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

/** Requests that overlapped with one of another worker, told apart by their User-Agent. */
async function watchedHost() {
  const active = new Map<string, number>();
  const overlaps: string[] = [];
  const asked: { by: string; path: string }[] = [];
  const server = createServer((request, response) => {
    const by = /worker-\w+/.exec(request.headers['user-agent'] ?? '')?.[0] ?? 'nobody';
    const path = request.url ?? '/';
    asked.push({ by, path });
    active.set(by, (active.get(by) ?? 0) + 1);
    const others = [...active].filter(([name, count]) => name !== by && count > 0);
    if (others.length > 0) overlaps.push(`${by} asked ${path} during ${others[0]?.[0]}`);
    const answer = () => {
      active.set(by, (active.get(by) ?? 1) - 1);
      const [type, body] = pageOf(path);
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    setTimeout(answer, 40);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, overlaps, asked };
}

function pageOf(path: string): [type: string, body: string] {
  if (path === '/robots.txt') return ['text/plain', 'User-agent: *\nAllow: /'];
  if (path.endsWith('.css')) return ['text/css', 'a { display: block }'];
  if (path.endsWith('.svg')) {
    return ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'];
  }
  const stories = Array.from(
    { length: 12 },
    (_, at) => `<article><a href="${story(at).href}"><img src="/anh/${at}.svg" width="200"
      height="120"><h2>${story(at).title}</h2></a></article>`,
  );
  return [
    'text/html; charset=utf-8',
    `<!doctype html><html lang="vi"><link rel="stylesheet" href="/kieu.css">${stories.join('')}`,
  ];
}

function worker(name: string) {
  const parts = { clock: systemClock, log: quietLog };
  const hosts = createHostLender(database.db, { holder: name, log: quietLog });
  const door = createFetchDoor({ ...parts, hosts, contact: `${name}@example.org` });
  const browser = createBrowserDoor({
    ...parts,
    door,
    contact: `${name}@example.org`,
    chromiumPath: null,
    folder: browserFolder,
  });
  closers.push(async () => {
    await browser.close();
    await door.close();
    await hosts.close();
  });
  return { door, browser };
}

test('feeds, pages, robots and a browser of two workers never speak to a host at once', async () => {
  const host = await watchedHost();
  const [one, two] = [worker('worker-one'), worker('worker-two')];
  const owner = { delayMs: 0, allowPrivateAddresses: true } as const;
  const outlet = { ...owner, language: 'vi', timeZone: 'Asia/Ho_Chi_Minh' } as const;
  const look = one.browser.capture({
    outlet,
    url: `${host.origin}/`,
    viewports: [viewports.desktop],
  });
  let lasts = true;
  const ask = async (expects: FetchRequest['expects'], path: string) => {
    const outcomes: string[] = [];
    do {
      const attempt = await two.door.fetch({ ...owner, url: host.origin + path, expects });
      outcomes.push(attempt.outcome);
    } while (lasts);
    return outcomes;
  };
  const asking = Promise.all([ask('page', '/tin/1.html'), ask('page', '/tin/2.html')]);
  const { snapshots } = await look;
  lasts = false;
  const outcomes = (await asking).flat();
  expect(host.overlaps).toEqual([]);
  expect(snapshots[0]?.fault).toBeNull();
  expect(new Set(outcomes)).toEqual(new Set(['ok']));
  const byBrowser = host.asked.filter(({ by, path }) => by === 'worker-one' && /anh/.test(path));
  expect(byBrowser.length).toBe(12);
  expect(host.asked.some(({ by }) => by === 'worker-two')).toBe(true);
}, 120_000);

test('the delay of one worker is the delay of all', async () => {
  const host = await watchedHost();
  const workers = [worker('worker-three'), worker('worker-four')];
  const owner = { delayMs: 400, allowPrivateAddresses: true } as const;
  const begun = performance.now();
  const attempts = await Promise.all(
    [0, 1, 2, 3].map(async (at) => {
      const url = `${host.origin}/${at}`;
      return await workers[at % 2]?.door.fetch({ ...owner, url, expects: 'page' });
    }),
  );
  expect(attempts.map((attempt) => attempt?.outcome)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(host.overlaps).toEqual([]);
  // Each has read robots.txt for itself: six requests, five delays between them.
  expect(host.asked).toHaveLength(6);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(5 * 400);
});
