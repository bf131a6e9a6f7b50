import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outletYaml } from '../../../crawlers/index.ts';
import type { Database } from '../../../db/index.ts';
import { article, feedOf, openSite, outletOf, type Site } from '../../crawlers/press.ts';
import { testInstallation } from '../station.ts';

const titles = Array.from(
  { length: 5 },
  (_, at) => [`/tin-${400_000 + at}.html`, `Xã thứ ${at + 2} có trạm y tế mới`] as const,
);
const first = await testInstallation();
const second = await testInstallation();
const file = join(first.folder, 'pages.warc.gz');
let site: Site;

beforeAll(async () => {
  site = await openSite({ '/robots.txt': 'User-agent: *\nAllow: /\n' });
  site.pages.set('/tin.rss', feedOf(site.origin, titles));
  for (const [at, title] of titles) site.pages.set(at, article(title));
  const feed = { kind: 'feed', url: `${site.origin}/tin.rss` } as const;
  for (const { folder } of [first, second]) {
    await mkdir(join(folder, 'catalogue'));
    const outlet = outletYaml(outletOf(site.origin, [feed]));
    await writeFile(join(folder, 'catalogue/bao-thu.yaml'), outlet);
  }
  await mkdir(join(first.folder, 'outlets'));
  const own = join(first.folder, 'outlets/bao-thu.yaml');
  await writeFile(own, outletYaml(outletOf(site.origin, [feed])));
  await first.run(['crawl', '--outlet', 'bao-thu']);
});
afterAll(() => site.close());

const itemsOf = async (database: Database) =>
  await database.db
    .selectFrom('item_versions')
    .select(['item_id', 'url', 'title', 'text', 'first_seen'])
    .orderBy('url')
    .execute();

test('what is exported and replayed elsewhere gives the same items', async () => {
  const { exitCode, printed } = await first.run(['archive', 'export', file, '--json']);
  expect(exitCode).toBe(0);
  // Five articles, the feed, and robots.txt as the door asked for it.
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ missing: 0, pages: titles.length + 2 });
  const replayed = await second.run(['replay', file]);
  expect(replayed.exitCode, replayed.told).toBe(0);
  const [one, other] = [await itemsOf(first.database), await itemsOf(second.database)];
  expect(one).toHaveLength(titles.length);
  expect(other).toEqual(one);
});

test('a WARC that was cut off gives its whole pages and says which one is left out', async () => {
  const whole = await readFile(file);
  const cut = join(first.folder, 'cut.warc.gz');
  const third = await testInstallation();
  await mkdir(join(third.folder, 'catalogue'));
  await writeFile(cut, whole.subarray(0, whole.length - 700));
  const { exitCode, told } = await third.run(['replay', cut], { language: 'vi' });
  expect(exitCode, told).toBe(3);
  expect(told).toMatch(/bị cắt cụt/);
  const kept = await itemsOf(third.database);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(titles.length);
});

test('says how many pages are fiction, and nothing of it where none is', async () => {
  const { db } = first.database;
  expect((await first.run(['archive', 'export', file])).told).not.toContain('fiction');
  await db.updateTable('outlets').set({ demo: true }).where('id', '=', 'bao-thu').execute();
  const { told } = await first.run(['archive', 'export', file]);
  await db.updateTable('outlets').set({ demo: false }).where('id', '=', 'bao-thu').execute();
  expect(told).toContain(`${titles.length + 2} of them are fiction`);
});

test('bytes that are kept no more are counted, and the rest is written', async () => {
  const [row] = await first.database.db
    .selectFrom('fetches')
    .select('blob_hash')
    .where('kind', '=', 'article')
    .execute();
  const hash = row?.blob_hash ?? '';
  const path = join(first.folder, 'archive', hash.slice(0, 2), hash.slice(2, 4), `${hash}.gz`);
  await rm(path);
  const { exitCode, told } = await first.run(['archive', 'export', file]);
  expect(exitCode).toBe(3);
  expect(told).toContain('1 page not in the file');
});

test.each([
  [['archive', 'export', 'pages.zip'], '.warc'],
  [['archive', 'export', file, '--from', '2026-02-31'], 'is not a day'],
  [['archive', 'export', '/nonexistent/pages.warc'], 'archive/cannot-write'],
])('%j is refused with its mend', async (words, said) => {
  const { exitCode, told } = await first.run(words);
  expect(exitCode).toBeGreaterThan(0);
  expect(told).toContain(said);
});

test('only the days and the outlet asked for', async () => {
  const none = await first.run(['archive', 'export', file, '--to', '2001-01-01', '--json']);
  expect(JSON.parse(none.printed[0] ?? '')).toMatchObject({ pages: 0 });
  const other = await first.run(['archive', 'export', file, '--outlet', 'khac', '--json']);
  expect(JSON.parse(other.printed[0] ?? '')).toMatchObject({ pages: 0 });
});
