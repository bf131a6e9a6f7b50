import { afterEach, describe, expect, it } from 'vitest';
import { createFetchDoor, type FetchDoorOptions, userAgent } from '../../crawlers/index.ts';
import type { FetchAttempt, FetchDoor, FetchRequest } from '../../src/domain/index.ts';
import { openSite, realClock, SetClock, silent, type Site, type SitePage } from './press.ts';

const HTML = '<html><body>Chào</body></html>';
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).toReversed()) await thing.close();
});

async function siteOf(pages: Readonly<Record<string, SitePage>>): Promise<Site> {
  const site = await openSite(pages);
  opened.push(site);
  return site;
}

function doorOf(options: Partial<FetchDoorOptions> = {}): FetchDoor {
  const door = createFetchDoor({ clock: realClock, log: silent, ...options });
  opened.push(door);
  return door;
}

function ask(
  door: FetchDoor,
  url: string,
  more: Partial<FetchRequest> = {},
): Promise<FetchAttempt> {
  return door.fetch({ url, expects: 'page', delayMs: 0, allowPrivateAddresses: true, ...more });
}

const answering =
  (status: number, headers: Record<string, string> = {}): SitePage =>
  (_, response) =>
    void response.writeHead(status, headers).end();

describe('politeness', () => {
  it('speaks to one host in one queue, with the delay between two requests', async () => {
    const times: number[] = [];
    let atOnce = 0;
    let most = 0;
    const slow: SitePage = (_, response) => {
      times.push(performance.now());
      most = Math.max(most, (atOnce += 1));
      setTimeout(() => {
        atOnce -= 1;
        response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
      }, 20);
    };
    const site = await siteOf({ '/robots.txt': slow, '/a': slow, '/b': slow, '/c': slow });
    const door = doorOf();
    await Promise.all(['/a', '/b', '/c'].map((at) => ask(door, site.origin + at, { delayMs: 60 })));
    expect(most).toBe(1);
    expect(times).toHaveLength(4);
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(75);
  });

  it('speaks to different hosts at once', async () => {
    let atOnce = 0;
    let most = 0;
    const slow: SitePage = (_, response) => {
      most = Math.max(most, (atOnce += 1));
      setTimeout(() => {
        atOnce -= 1;
        response.writeHead(200, { 'content-type': 'text/html' }).end(HTML);
      }, 300);
    };
    const sites = await Promise.all([1, 2, 3].map(() => siteOf({ '/a': slow })));
    const door = doorOf();
    await Promise.all(sites.map(({ origin }) => ask(door, `${origin}/a`)));
    expect(most).toBe(3);
  });

  it('honours the crawl-delay of robots.txt', async () => {
    const site = await siteOf({
      '/robots.txt': 'User-agent: *\nCrawl-delay: 7\n',
      '/a': HTML,
      '/b': HTML,
    });
    const clock = new SetClock('2026-03-07T06:00:00Z');
    const door = doorOf({ clock });
    await ask(door, `${site.origin}/a`, { delayMs: 1000 });
    await ask(door, `${site.origin}/b`, { delayMs: 1000 });
    expect(clock.slept).toEqual([1000, 7000]);
  });

  it.each([
    ['seconds', { 'retry-after': '20' }, 20_000],
    ['a date', { 'retry-after': 'Sat, 07 Mar 2026 06:00:25 GMT' }, 25_000],
    ['nothing', {}, 5000],
  ])('pauses the host after a 429 with %s', async (_, headers: Record<string, string>, pauseMs) => {
    const site = await siteOf({ '/a': answering(429, headers), '/b': HTML });
    const clock = new SetClock('2026-03-07T06:00:00Z');
    const door = doorOf({ clock });
    const limited = await ask(door, `${site.origin}/a`);
    expect(limited.error).toMatchObject({ code: 'fetch/rate-limited', verdict: 'retry' });
    expect((await ask(door, `${site.origin}/b`)).outcome).toBe('ok');
    expect(clock.slept).toEqual([pauseMs]);
  });

  it('does not wait out a long pause but says when to come back', async () => {
    const site = await siteOf({ '/a': answering(503, { 'retry-after': '86400000' }), '/b': HTML });
    const clock = new SetClock('2026-03-07T06:00:00Z');
    const door = doorOf({ clock });
    await ask(door, `${site.origin}/a`);
    const refused = await ask(door, `${site.origin}/b`);
    expect(refused).toMatchObject({
      outcome: 'refused',
      error: { code: 'fetch/host-paused', retryAfterMs: 86_400_000 },
    });
    expect(site.asked).not.toContain('/b');
    clock.advance(86_400_000);
    expect((await ask(door, `${site.origin}/b`)).outcome).toBe('ok');
  });

  it('gives up a wait at the signal, without letting the next one through early', async () => {
    const site = await siteOf({ '/a': HTML, '/b': HTML, '/c': HTML });
    const door = doorOf();
    const stop = new AbortController();
    const times = { delayMs: 300 };
    await ask(door, `${site.origin}/a`, times);
    const begun = performance.now();
    const waiting = ask(door, `${site.origin}/b`, { ...times, signal: stop.signal });
    const next = ask(door, `${site.origin}/c`, times);
    stop.abort();
    expect((await waiting).error?.code).toBe('fetch/cancelled');
    expect((await next).outcome).toBe('ok');
    expect(performance.now() - begun).toBeGreaterThan(250);
    expect(site.asked).not.toContain('/b');
  });
});

describe('robots.txt', () => {
  it('is read once a day for each origin, and its readings are told', async () => {
    const site = await siteOf({ '/robots.txt': 'User-agent: *\nDisallow: /x\n', '/a': HTML });
    const clock = new SetClock('2026-03-07T06:00:00Z');
    const own: FetchAttempt[] = [];
    const door = doorOf({ clock, onOwnAttempt: (attempt) => own.push(attempt) });
    await Promise.all([1, 2, 3].map(() => ask(door, `${site.origin}/a`)));
    expect((await ask(door, `${site.origin}/x`)).error?.code).toBe('fetch/robots');
    expect(own.map(({ url, outcome }) => [url, outcome])).toEqual([
      [`${site.origin}/robots.txt`, 'ok'],
    ]);
    clock.advance(86_400_001);
    await ask(door, `${site.origin}/a`);
    expect(own).toHaveLength(2);
  });

  it('saved as UTF-16 holds as well', async () => {
    const rules = Buffer.from('\ufeffUser-agent: *\r\nDisallow: /x\r\n', 'utf16le');
    const asBytes: SitePage = (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/plain' }).end(rules);
    const site = await siteOf({ '/robots.txt': asBytes, '/a': HTML, '/x': HTML });
    const door = doorOf();
    expect((await ask(door, `${site.origin}/x`)).error?.code).toBe('fetch/robots');
    expect((await ask(door, `${site.origin}/a`)).outcome).toBe('ok');
  });

  it('unreachable closes the site for now and is asked again later', async () => {
    const site = await siteOf({ '/robots.txt': answering(500), '/a': HTML });
    const clock = new SetClock('2026-03-07T06:00:00Z');
    const door = doorOf({ clock });
    const refused = await ask(door, `${site.origin}/a`);
    expect(refused).toMatchObject({
      outcome: 'refused',
      status: null,
      error: { code: 'fetch/robots-unreachable' },
    });
    expect(refused.error?.retryAfterMs).toBe(600_000);
    await ask(door, `${site.origin}/a`);
    expect(site.asked).toEqual(['/robots.txt']);
    site.pages.set('/robots.txt', 'User-agent: *\nAllow: /\n');
    clock.advance(600_001);
    expect((await ask(door, `${site.origin}/a`)).outcome).toBe('ok');
  });

  it('is checked for each address of a chain of redirects', async () => {
    const other = await siteOf({
      '/robots.txt': 'User-agent: *\nDisallow: /closed\n',
      '/closed': HTML,
    });
    const site = await siteOf({ '/a': answering(302, { location: `${other.origin}/closed` }) });
    const attempt = await ask(doorOf(), `${site.origin}/a`);
    expect(attempt).toMatchObject({
      outcome: 'refused',
      finalUrl: `${other.origin}/closed`,
      error: { code: 'fetch/robots' },
    });
    expect(other.asked).toEqual(['/robots.txt']);
  });
});

describe('requests and answers', () => {
  it('ask conditionally and tell “not modified”', async () => {
    const site = await siteOf({ '/a': answering(304, { etag: '"2"' }) });
    const validators = { etag: '"1"', lastModified: 'Sat, 07 Mar 2026 06:00:00 GMT' };
    const attempt = await ask(doorOf(), `${site.origin}/a`, { validators });
    expect(attempt).toMatchObject({
      outcome: 'not-modified',
      status: 304,
      bytes: null,
      error: null,
    });
    expect(site.headers.at(-1)).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Sat, 07 Mar 2026 06:00:00 GMT',
    });
    expect(site.headers[0]).not.toHaveProperty('if-none-match');
  });

  it('name the project and the contact, and nothing that breaks the header', () => {
    expect(userAgent()).toMatch(/^ColumnInches\/\d+\.\d+\.\d+ \(\+https:\/\/\S+; research\)$/);
    const odd = userAgent('mail: a@b.vn\r\nX-Evil: 1 (x); y');
    expect(odd).toMatch(/; research; mail: a@b\.vnX-Evil: 1 x y\)$/);
  });

  it('are refused without the permission for private addresses, and nobody is asked', async () => {
    const site = await siteOf({ '/a': HTML });
    const { port } = new URL(site.origin);
    const door = doorOf({ allowedPorts: [Number(port)] });
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433']) {
      const attempt = await ask(door, `http://${host}:${port}/a`, { allowPrivateAddresses: false });
      expect([host, attempt.error?.code, attempt.outcome]).toEqual([
        host,
        'fetch/private-address',
        'refused',
      ]);
    }
    expect(site.asked).toEqual([]);
  });

  it('go to the checked address even if the name is looked up anew', async () => {
    const site = await siteOf({ '/a': HTML });
    const { port } = new URL(site.origin);
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [{ address: '127.0.0.1', family: 4 as const }];
    };
    const attempt = await ask(doorOf({ resolve }), `http://thu.example:${port}/a`);
    expect(attempt.outcome).toBe('ok');
    // Once for robots.txt, once for the page: each connection goes where its own check looked.
    expect(asked).toEqual(['thu.example', 'thu.example']);
  });

  it('end when the door is closed', async () => {
    const site = await siteOf({ '/a': () => undefined });
    const door = doorOf();
    const waiting = ask(door, `${site.origin}/a`);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await door.close();
    expect((await waiting).error?.code).toBe('fetch/cancelled');
    const asked = site.asked.length;
    expect((await ask(door, `${site.origin}/b`)).error?.code).toBe('fetch/cancelled');
    expect(site.asked).toHaveLength(asked);
  });
});

it('leaves neither sockets nor timers nor much memory behind', async () => {
  const body = Buffer.alloc(3_000_000, 'a');
  const site = await siteOf({
    '/a': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(body),
  });
  const door = doorOf({ limits: { decodedBytes: 2_000_000 } });
  const before = process.getActiveResourcesInfo().length;
  const heldBefore = process.memoryUsage().rss;
  for (let round = 0; round < 60; round += 1) await ask(door, `${site.origin}/a`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(process.getActiveResourcesInfo().length - before).toBeLessThan(6);
  expect(process.memoryUsage().rss - heldBefore).toBeLessThan(200_000_000);
});
