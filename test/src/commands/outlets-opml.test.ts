import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { outletYaml, parseOpml, parseOutlet, writeOpml } from '../../../crawlers/index.ts';
import { listOutlets, saveOutlets } from '../../../db/index.ts';
import { outletOf } from '../../crawlers/press.ts';
import { testInstallation } from '../station.ts';

const { database, folder, run } = await testInstallation();
const list = join(folder, 'list.opml');
const feed = (feedUrl: string, title: string, pageUrl: string | null = null) => ({
  title,
  feedUrl,
  pageUrl,
  folders: ['Báo tỉnh'],
  language: 'vi',
});

const feedSource = { kind: 'feed', url: 'https://press.example/tin.rss' } as const;

beforeAll(async () => {
  await mkdir(join(folder, 'catalogue'));
  const known = outletOf('https://thu.example', [
    { kind: 'feed', url: 'https://thu.example/a.rss' },
  ]);
  const shipped = outletYaml({ ...known, delayMs: 2000, allowPrivateAddresses: false });
  await writeFile(join(folder, 'catalogue/bao-thu.yaml'), shipped);
  const feeds = [
    feed('https://thu.example/a.rss', 'Báo Thử'),
    feed('https://thu.example/b.rss', 'Báo Thử: Xã hội'),
    feed('https://khac.example/tin.rss', 'Báo Khác', 'https://www.khac.example/'),
    feed('https://khac.example/the-gioi.rss', 'Thế giới', 'https://khac.example/the-gioi'),
  ];
  await writeFile(list, writeOpml({ title: 'Của tôi', feeds }));
});

test('an OPML list is followed, one outlet a site, and comes out again', async () => {
  const { exitCode, told } = await run(['outlets', 'import', list]);
  expect(exitCode, told).toBe(0);
  const outlets = (await listOutlets(database.db, { demo: false })).toSorted((one, other) =>
    one.id < other.id ? -1 : 1,
  );
  expect(outlets.map(({ name, sources }) => [name, sources.map(({ url }) => url)])).toEqual([
    ['Báo Thử', ['https://thu.example/a.rss', 'https://thu.example/b.rss']],
    [
      'Báo Khác',
      [
        'https://www.khac.example/',
        'https://khac.example/tin.rss',
        'https://khac.example/the-gioi.rss',
      ],
    ],
  ]);
  const file = join(folder, 'outlets', `${outlets[1]?.id}.yaml`);
  expect(parseOutlet(await readFile(file, 'utf8'), file)).toEqual(outlets[1]);

  const { printed } = await run(['outlets', 'export']);
  const { feeds } = parseOpml(Buffer.from(printed.join('\n')));
  expect(feeds.map(({ feedUrl }) => feedUrl).toSorted()).toEqual([
    'https://khac.example/the-gioi.rss',
    'https://khac.example/tin.rss',
    'https://thu.example/a.rss',
    'https://thu.example/b.rss',
  ]);
});

test('an id of the example is refused before a file is written', async () => {
  const id = 'vi-du-example';
  const example = { ...outletOf('https://press.example', [feedSource]), id, demo: true };
  await saveOutlets(database.db, [example]);
  const path = join(folder, 'example.opml');
  const feeds = [feed('https://vi-du.example/tin.rss', 'Báo mẫu', 'https://vi-du.example/')];
  await writeFile(path, writeOpml({ title: 'Của tôi', feeds }));
  const { exitCode, told } = await run(['outlets', 'import', path]);
  expect([exitCode, told]).toEqual([2, expect.stringContaining('outlets/other-world')]);
  expect(existsSync(join(folder, 'outlets', `${id}.yaml`))).toBe(false);
});

test('the files of outlets that are followed already stay as they are', async () => {
  const { printed } = await run(['outlets', 'import', list, '--json']);
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({
    added: [],
    kept: ['bao-thu', expect.any(String)],
  });
});

test.each(['/nonexistent.opml', 'package.json'])(
  '%s has no feeds, and that is said',
  async (path) => {
    const { exitCode, told } = await run(['outlets', 'import', path], { language: 'vi' });
    expect(exitCode).toBe(2);
    expect(told).toContain('không có nguồn tin nào');
  },
);
