import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type CrawlOptions, crawlOutlet } from '../../crawlers/crawl.ts';
import { createFetchDoor } from '../../crawlers/fetch.ts';
import { type CapturedPage, ColumnInchesError, type Source } from '../../src/domain/index.ts';
import {
  article,
  feedOf,
  forgetful,
  frontPage,
  openSite,
  outletOf,
  SetClock,
  silent,
  type Site,
  type SitePage,
} from './press.ts';

const NOW = '2026-03-07T10:00:00+07:00';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const TITLES = [
  ['/tin-so-mot-100001.html', 'Tỉnh khởi công tuyến đường ven biển dài bốn mươi cây số'],
  ['/tin-so-hai-100002.html', 'Ba xã miền núi có thêm trường học bán trú cho học sinh'],
  ['/tin-so-ba-100003.html', 'Chủ tịch tỉnh đối thoại với người dân vùng giải tỏa'],
  ['/tin-so-bon-100004.html', 'Ngư dân trúng đậm vụ cá nam ngay sau Tết Nguyên đán'],
] as const;

const opened: Site[] = [];
afterEach(async () => {
  for (const site of opened.splice(0)) await site.close();
});

async function site(pages: Readonly<Record<string, SitePage>>): Promise<Site> {
  const made = await openSite(pages);
  opened.push(made);
  return made;
}

async function newspaper(): Promise<Site> {
  const made = await site({});
  for (const [at, title] of TITLES) made.pages.set(at, article(title));
  made.pages.set('/', frontPage(TITLES.slice(0, 3)));
  made.pages.set('/tin.rss', feedOf(made.origin, TITLES.slice(1)));
  return made;
}

async function crawl(
  { origin }: Site,
  sources: readonly Source[],
  options: Partial<CrawlOptions> & { outletMore?: object } = {},
) {
  const pages: CapturedPage[] = [];
  const clock = options.clock ?? new SetClock(NOW);
  const door = createFetchDoor({ clock, log: silent, limits: { totalMs: 3000, firstByteMs: 400 } });
  const { outletMore, ...rest } = options;
  try {
    const summary = await crawlOutlet({
      outlet: outletOf(origin, sources, outletMore),
      door,
      clock,
      log: silent,
      memory: forgetful,
      recheckWithinMs: 2 * DAY_MS,
      onPage: async (page) => void pages.push(page),
      ...rest,
    });
    return { summary, pages };
  } finally {
    await door.close();
  }
}

const articlesOf = (pages: readonly CapturedPage[]) =>
  pages.filter(({ kind }) => kind === 'article');

describe('crawlOutlet', () => {
  it('asks each source, joins what they name and fetches each article once', async () => {
    const made = await newspaper();
    made.pages.set(
      '/sitemap.xml',
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>${made.origin}${TITLES[0][0]}?utm_source=sitemap#top</loc></url></urlset>`,
    );
    const { summary, pages } = await crawl(made, [
      { kind: 'feed', url: `${made.origin}/tin.rss` },
      { kind: 'homepage', url: `${made.origin}/` },
      { kind: 'sitemap', url: `${made.origin}/sitemap.xml` },
    ]);
    expect(summary).toMatchObject({ leads: 4, known: 0, ended: 'complete', errors: {} });
    expect(summary.sources.map(({ source, leads }) => [source.kind, leads])).toEqual([
      ['homepage', 3],
      ['feed', 3],
      ['sitemap', 1],
    ]);
    const urls = articlesOf(pages).map(({ attempt }) => attempt.url);
    expect(urls.toSorted()).toEqual(TITLES.map(([at]) => made.origin + at).toSorted());
    const second = articlesOf(pages).find(({ attempt }) => attempt.url.endsWith('100002.html'));
    expect(second?.lead).toMatchObject({ title: TITLES[1][1], via: 'homepage' });
    expect(Date.parse(second?.lead?.publishedAt ?? '')).toBe(
      Date.parse('2026-03-07T06:30:00+07:00'),
    );
    expect(made.asked.filter((target) => target === '/robots.txt')).toHaveLength(1);
  });

  it('hands each page over before it asks for the next', async () => {
    const made = await newspaper();
    let busy = 0;
    const seenAtOnce: number[] = [];
    await crawl(made, [{ kind: 'feed', url: `${made.origin}/tin.rss` }], {
      onPage: async () => {
        busy += 1;
        const before = made.asked.length;
        await new Promise((resolve) => setTimeout(resolve, 15));
        seenAtOnce.push(busy, made.asked.length - before + 1);
        busy -= 1;
      },
    });
    expect(new Set(seenAtOnce)).toEqual(new Set([1]));
  });

  it('looks again only at young articles, conditionally, and not too soon', async () => {
    const made = await newspaper();
    made.pages.set(TITLES[1][0], (request, response) => {
      const isSame = request.headers['if-none-match'] === '"v1"';
      response.writeHead(isSame ? 304 : 200, { etag: '"v1"', 'content-type': 'text/html' });
      response.end(isSame ? undefined : article(TITLES[1][1]));
    });
    const at = Date.parse(NOW);
    const last: Record<string, number> = {
      [TITLES[1][0]]: at - 3 * HOUR_MS,
      [TITLES[2][0]]: at - HOUR_MS / 2,
    };
    const memory = {
      validators: async (url: string) => (url.endsWith('100002.html') ? { etag: '"v1"' } : null),
      fetched: async (_: string, url: string) => {
        const time = last[new URL(url).pathname];
        return time === undefined ? null : { first: new Date(time), last: new Date(time) };
      },
    };
    const feed: Source = { kind: 'feed', url: `${made.origin}/tin.rss` };
    const young = await crawl(made, [feed], { memory });
    expect(young.summary).toMatchObject({ known: 1, articles: { ok: 1, 'not-modified': 1 } });
    // Whoever stores them is told which was fetched before.
    const told = articlesOf(young.pages).map(({ attempt, isKnown }) => [attempt.outcome, isKnown]);
    expect(new Map(told as [string, boolean][])).toEqual(
      new Map([
        ['ok', false],
        ['not-modified', true],
      ]),
    );
    const old = await crawl(made, [feed], { memory, recheckWithinMs: HOUR_MS });
    expect(old.summary).toMatchObject({ known: 2, articles: { ok: 1, 'not-modified': 0 } });
  });

  it('goes on past failing sources and items, and records every attempt', async () => {
    const made = await newspaper();
    made.pages.set(TITLES[1][0], (_, response) => void response.writeHead(404).end('gone'));
    made.pages.set(TITLES[2][0], (request) => void request.socket.destroy());
    made.pages.set('/no.rss', '<html><body>Chuyên mục</body></html>');
    const { summary, pages } = await crawl(made, [
      { kind: 'section', url: `${made.origin}/not-there` },
      { kind: 'feed', url: `${made.origin}/no.rss` },
      { kind: 'feed', url: `${made.origin}/tin.rss` },
    ]);
    expect(summary.sources.map(({ outcome, error }) => [outcome, error])).toEqual([
      ['failed', 'fetch/not-found'],
      ['unreadable', 'crawl/no-feed'],
      ['ok', null],
    ]);
    expect(summary.articles).toMatchObject({ ok: 1, failed: 2 });
    expect(summary.errors).toMatchObject({ 'fetch/reset': 2 });
    expect(articlesOf(pages)).toHaveLength(4);
  });

  it('makes a passing failure good with a second attempt', async () => {
    const made = await newspaper();
    let tries = 0;
    made.pages.set(TITLES[1][0], (_, response) => {
      tries += 1;
      response.writeHead(tries === 1 ? 502 : 200, { 'content-type': 'text/html' });
      response.end(article(TITLES[1][1]));
    });
    const { summary } = await crawl(made, [{ kind: 'feed', url: `${made.origin}/tin.rss` }]);
    expect(summary.articles).toMatchObject({ ok: 3, failed: 0 });
    expect(summary.errors).toEqual({ 'fetch/server-error': 1 });
  });

  it('leaves a site in trouble alone after five failures in a row', async () => {
    const items = Array.from(
      { length: 30 },
      (_, at) => [`/tin-${200_000 + at}.html`, `Tin thứ ${at}`] as const,
    );
    const made = await site({});
    made.pages.set('/tin.rss', feedOf(made.origin, items));
    for (const [at] of items)
      made.pages.set(at, (_, response) => void response.writeHead(500).end());
    const { summary } = await crawl(made, [{ kind: 'feed', url: `${made.origin}/tin.rss` }]);
    expect(summary).toMatchObject({ ended: 'host-trouble', articles: { failed: 5 } });
    expect(made.asked.length).toBeLessThan(15);
  });

  it('ends when the site asks for a long pause', async () => {
    const made = await newspaper();
    made.pages.set(
      '/tin.rss',
      (_, response) => void response.writeHead(429, { 'retry-after': '3600' }).end(),
    );
    const { summary } = await crawl(made, [
      { kind: 'feed', url: `${made.origin}/tin.rss` },
      { kind: 'sitemap', url: `${made.origin}/sitemap.xml` },
    ]);
    expect(summary.ended).toBe('host-trouble');
    expect(made.asked).not.toContain('/sitemap.xml');
  });

  it('stops at the signal and when a page cannot be stored', async () => {
    const made = await newspaper();
    const feed: Source = { kind: 'feed', url: `${made.origin}/tin.rss` };
    const stop = new AbortController();
    const stopped = await crawl(made, [feed], {
      signal: stop.signal,
      onPage: async ({ kind }) => void (kind === 'article' && stop.abort()),
    });
    expect(stopped.summary).toMatchObject({ ended: 'cancelled', articles: { ok: 1 } });
    const full = new ColumnInchesError({ code: 'db/full', verdict: 'stop-run', message: 'full' });
    const failing = crawl(made, [feed], {
      onPage: async ({ kind }) => {
        if (kind === 'article') throw full;
      },
    });
    await expect(failing).rejects.toBe(full);
    const odd = new ColumnInchesError({ code: 'x/odd', verdict: 'skip-item', message: 'odd' });
    const skipping = await crawl(made, [feed], {
      onPage: async ({ lead }) => {
        if (lead?.url.endsWith('100003.html')) throw odd;
      },
    });
    expect(skipping.summary).toMatchObject({ ended: 'complete', errors: { 'x/odd': 1 } });
  });

  it('follows a sitemap index within bounds and keeps to the site and its patterns', async () => {
    const made = await newspaper();
    const loc = (urls: readonly string[]) => urls.map((url) => `<loc>${url}</loc>`);
    const index = loc([
      `${made.origin}/s1.xml`,
      `${made.origin}/s2.xml`,
      'http://elsewhere.example/s.xml',
      `${made.origin}/index.xml`,
    ]);
    made.pages.set(
      '/index.xml',
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${index.map((at) => `<sitemap>${at}</sitemap>`).join('')}</sitemapindex>`,
    );
    const urls = (list: readonly string[]) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${loc(list)
        .map((at) => `<url>${at}</url>`)
        .join('')}</urlset>`;
    made.pages.set(
      '/s1.xml',
      urls([
        made.origin + TITLES[0][0],
        'http://elsewhere.example/tin-100009.html',
        `${made.origin}/gioi-thieu`,
      ]),
    );
    made.pages.set('/s2.xml', urls([made.origin + TITLES[1][0]]));
    const { summary } = await crawl(made, [{ kind: 'sitemap', url: `${made.origin}/index.xml` }], {
      outletMore: { articleUrls: { include: ['-\\d+\\.html$'] } },
    });
    expect(summary).toMatchObject({ leads: 2, articles: { ok: 2 }, ended: 'complete' });
    expect(made.asked.filter((target) => target === '/index.xml')).toHaveLength(1);
  });

  it('captures listings and bulletins as they are', async () => {
    const made = await site({
      '/lich.xml': '<tv/>',
      '/ban-tin': '<html><body>19:00 Thời sự</body></html>',
    });
    const { pages, summary } = await crawl(made, [
      { kind: 'listing', url: `${made.origin}/lich.xml` },
      { kind: 'bulletin', url: `${made.origin}/ban-tin` },
    ]);
    expect(pages.map(({ sourceKind, attempt }) => [sourceKind, attempt.outcome])).toEqual([
      ['bulletin', 'ok'],
      ['listing', 'ok'],
    ]);
    expect(summary.leads).toBe(0);
  });
});

it('leaves a site that shows a captcha, at once and for hours', async () => {
  const made = await newspaper();
  made.pages.set(
    TITLES[2][0],
    '<html><head><title>Xác minh bạn không phải robot</title></head>' +
      '<body><div class="h-captcha"></div></body></html>',
  );
  const sources = [{ kind: 'feed', url: `${made.origin}/tin.rss` }] as const;
  const clock = new SetClock(NOW);
  const door = createFetchDoor({ clock, log: silent });
  const first = await crawl(made, sources, { door, clock });
  expect(first.summary).toMatchObject({ ended: 'host-trouble' });
  expect(first.summary.errors).toEqual({ 'fetch/blocked': 1 });
  const asked = made.asked.length;
  const second = await crawl(made, sources, { door, clock });
  expect(second.summary.errors).toEqual({ 'fetch/host-paused': 1 });
  expect(made.asked).toHaveLength(asked);
  await door.close();
});

it('crawlee opens no connection of its own and writes no file', async () => {
  const made = await newspaper();
  const folder = mkdtempSync(path.join(tmpdir(), 'crawl-'));
  const program = path.join(import.meta.dirname, 'watched-crawl.ts');
  const run = await promisify(execFile)(process.execPath, ['--no-warnings', program, made.origin], {
    cwd: folder,
    timeout: 20_000,
    env: { ...process.env, CRAWLEE_PERSIST_STORAGE: '1' },
  });
  const files = readdirSync(folder);
  rmSync(folder, { recursive: true });
  expect(run.stderr).toBe('');
  const { seen, ok } = JSON.parse(run.stdout) as { seen: string[]; ok: number };
  const { host } = new URL(made.origin);
  expect({ files, ok }).toEqual({ files: [], ok: 3 });
  expect(seen).toEqual(Array.from({ length: 5 }, () => `connect ${host}`));
});
