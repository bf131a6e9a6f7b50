import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outletYaml } from '../../../crawlers/index.ts';
import { latestLooks } from '../../../db/index.ts';
import { article, feedOf, openSite, outletOf, type Site } from '../../crawlers/press.ts';
import { frozenLookOf } from '../../../src/commands/frozen-look.ts';
import { testContext } from '../context.ts';
import { testInstallation } from '../station.ts';

const titles = [
  ['/tin-300001.html', 'Tỉnh khởi công cầu thứ hai qua sông'],
  ['/tin-300002.html', 'Thành phố mở thêm hai tuyến buýt điện'],
] as const;
const { database, folder, run, open } = await testInstallation();
const own = join(folder, 'outlets');
let site: Site;

/** The same article, its text in a box of another name. */
const boxed = (title: string, name: string) =>
  article(title).replace(/<article>/, `<article class="${name}">`);

beforeAll(async () => {
  await mkdir(join(folder, 'catalogue'));
  await mkdir(own, { recursive: true });
  site = await openSite({ '/robots.txt': 'User-agent: *\nAllow: /\n' });
  const hub = '<link rel="hub" href="https://hub.example/"/><item>';
  site.pages.set('/tin.rss', feedOf(site.origin, titles).replace('<item>', hub));
  for (const [at, title] of titles) site.pages.set(at, boxed(title, 'noi-dung-bai'));
  const feed = { kind: 'feed', url: `${site.origin}/tin.rss` } as const;
  await writeFile(join(own, 'bao-thu.yaml'), outletYaml(outletOf(site.origin, [feed])));
});
afterAll(() => site.close());
const address = () => `${site.origin}${titles[0][0]}`;

describe('outlets check with an address', () => {
  test('tells part by part what was read from where', async () => {
    const { exitCode, printed } = await run(['outlets', 'check', address()], { language: 'vi' });
    expect(exitCode).toBe(0);
    const said = printed.join('\n');
    expect(said).toContain('bao-thu');
    expect(said).toMatch(/tiêu đề\s+0\.\d\d {2}Tỉnh khởi công cầu thứ hai qua sông/);
    expect(said).toContain('article.noi-dung-bai');
    expect(said).toContain('trang gọi phần này là bài báo');
    const looks = await latestLooks(database.db, { limit: 5 });
    expect(looks.map(({ url }) => url)).toContain(address());
  });

  test('and as JSON, without the text, which is the outlet’s', async () => {
    const { printed } = await run(['outlets', 'check', address(), '--json']);
    const told = JSON.parse(printed[0] ?? '') as {
      parts: { part: string }[];
      reasons: { code: string; vi: string; en: string }[];
    };
    expect(told.reasons.map(({ code }) => code)).toContain('named');
    for (const { vi, en } of told.reasons) expect([vi, en]).not.toContain('');
    expect(told.parts.map(({ part }) => part)).toContain('publishedAt');
    expect(printed[0]).not.toContain('Sáng nay, Ủy ban');
  });

  test('reads saved pages without the network', async () => {
    const saved = join(folder, 'saved');
    await mkdir(saved);
    await writeFile(join(saved, 'a.html'), boxed('Bài đã lưu', 'noi-dung-bai'));
    const line = { file: 'a.html', url: 'https://thu.example/tin-9.html' };
    await writeFile(join(saved, 'pages.jsonl'), JSON.stringify(line));
    const asked = site.asked.length;
    const { exitCode, printed } = await run(['outlets', 'check', line.url, '--saved', saved]);
    expect(exitCode).toBe(0);
    expect(printed.join('\n')).toContain('Bài đã lưu');
    expect(site.asked.length).toBe(asked);
    const missing = await run(['outlets', 'check', 'https://thu.example/x', '--saved', saved]);
    expect(missing.exitCode).toBe(1);
  });

  test('an address without a page is a failure with its reason', async () => {
    const { exitCode, told } = await run(['outlets', 'check', `${site.origin}/khong-co`]);
    expect(exitCode).toBe(1);
    expect(told).toContain('fetch/');
  });
});

describe('outlets freeze', () => {
  test('keeps the page beside the outlet’s file; a redesign then raises an alarm', async () => {
    const frozen = await run(['outlets', 'freeze', address()]);
    expect(frozen.exitCode).toBe(0);
    const files = await readdir(join(own, 'bao-thu'));
    expect(files.map((name) => name.replace(/^[\d-]+/, '')).toSorted()).toEqual([
      'tin-300001.html.gz',
      'tin-300001.json',
    ]);
    const sound = await run(['outlets', 'check', 'bao-thu']);
    expect(sound.exitCode).toBe(0);
    expect(sound.printed.join('\n')).toMatch(/✓ frozen page .*tin-300001\.json/);
    expect(sound.printed.join('\n')).toContain('2 articles, WebSub: https://hub.example/');

    for (const [at, title] of titles) site.pages.set(at, boxed(title, 'khung-moi'));
    const changed = await run(['outlets', 'check', 'bao-thu'], { language: 'vi' });
    expect(changed.exitCode).toBe(3);
    expect(changed.printed.join('\n')).toContain('có thể trang đã đổi giao diện');
    const page = await run(['outlets', 'check', address()]);
    expect(page.exitCode).toBe(3);
    expect(page.printed.join('\n')).toContain('the site may have a new layout');
    const told = await run(['outlets', 'check', address(), '--json']);
    expect(JSON.parse(told.printed[0] ?? '')).toMatchObject({ isKnownLayout: false });
    for (const [at, title] of titles) site.pages.set(at, boxed(title, 'noi-dung-bai'));
  });

  test('the nightly crawl looks at the live address of the newest frozen page', async () => {
    const { context } = testContext({ openStation: open, config: { dataFolder: folder } });
    const folders = { ...context.folders, outletCatalogue: join(folder, 'catalogue') };
    const station = await open();
    const frozenLook = frozenLookOf({ ...context, folders }, station);
    const outlet = outletOf(site.origin, []);
    const look = (id = 'bao-thu') =>
      frozenLook({ ...outlet, id, delayMs: 0 }, new AbortController().signal);
    const [at, title] = titles[0];
    const set = (html: string) => void site.pages.set(at, html);
    try {
      expect(await look('bao-khac')).toEqual({ frozen: 'none' });
      set(boxed(title, 'noi-dung-bai'));
      const sound = { frozen: 'as-frozen', frozenUrl: address(), keptPercent: 100, moved: 0 };
      expect(await look()).toEqual(sound);
      set(boxed(title, 'khung-moi'));
      expect(await look()).toEqual({ ...sound, frozen: 'differs', moved: 1 });
      set(boxed(title, 'noi-dung-bai').replace(/<p>[\s\S]*<\/p>/, '<p>Trang đang sửa.</p>'));
      expect(await look()).toMatchObject({ frozen: 'differs', keptPercent: 0 });
      site.pages.delete(at);
      expect(await look()).toEqual({ frozen: 'gone' });
      const looks = await latestLooks(database.db, { limit: 5 });
      expect(looks[0]).toMatchObject({ url: address() });
    } finally {
      set(boxed(title, 'noi-dung-bai'));
      await station.close();
    }
  });

  test('wants an address', async () => {
    const { exitCode, told } = await run(['outlets', 'freeze', 'bao-thu']);
    expect(exitCode).toBe(2);
    expect(told).toContain('not the address of a page');
  });
});

test('after a redesign a crawl stores failures, never figures of a guess', async () => {
  const feed = { kind: 'feed', url: `${site.origin}/tin.rss` } as const;
  const selectors = [{ from: null, until: null, body: '.noi-dung-bai' }];
  const outlet = outletOf(site.origin, [feed], { selectors });
  await writeFile(join(own, 'bao-thu.yaml'), outletYaml(outlet));
  for (const [at, title] of titles) site.pages.set(at, boxed(title, 'khung-moi'));
  const { printed, told } = await run(['crawl', '--outlet', 'bao-thu', '--json']);
  const rows = await database.db
    .selectFrom('fetches')
    .select(['outcome', 'error_code'])
    .where('kind', '=', 'article')
    .execute();
  expect(rows.length, `${printed.join('\n')}${told}`).toBe(titles.length);
  for (const row of rows) {
    expect(row).toEqual({ outcome: 'failed', error_code: 'extract/layout-changed' });
  }
  expect(await database.db.selectFrom('items').selectAll().execute()).toEqual([]);
});
