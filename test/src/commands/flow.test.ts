import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outletYaml } from '../../../crawlers/index.ts';
import { loadOutlet } from '../../../db/index.ts';
import { article, feedOf, openSite, outletOf, type Site } from '../../crawlers/press.ts';
import { testInstallation } from '../station.ts';

// What a crawl, a replay and a recompute say and store, over a real site and a real database.

const { database, folder, run } = await testInstallation();
const titles = [
  ['/tin-300001.html', 'Chủ tịch UBND tỉnh Gia Lai Lê Hải Đăng kiểm tra hồ chứa'],
  ['/tin-300002.html', 'Người trồng cà phê được mùa'],
] as const;
let site: Site;

beforeAll(async () => {
  site = await openSite({ '/robots.txt': 'User-agent: *\nAllow: /\n' });
  site.pages.set('/tin.rss', feedOf(site.origin, titles));
  for (const [at, title] of titles) site.pages.set(at, article(title));
  await mkdir(join(folder, 'catalogue'));
  await writeFile(
    join(folder, 'register.csv'),
    'person,post,place,from,until,source,checked\n' +
      'Lê Hải Đăng,Chủ tịch UBND tỉnh Gia Lai,gia-lai,2018,,https://example.org/1,yes\n',
  );
});
afterAll(() => site.close());

async function count(table: 'items' | 'mentions' | 'fetches' | 'item_versions'): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}`.execute(database.db);
  return rows[0]?.count ?? -1;
}

describe('crawl', () => {
  test('says the next step where nothing is followed, and refuses an id it does not know', async () => {
    const { exitCode, told } = await run(['crawl'], { language: 'vi' });
    expect(exitCode).toBe(2);
    expect(told).toContain('column-inches outlets add');
    expect((await run(['crawl', '--outlet', 'khong-co'])).told).toContain('input/unknown-outlet');
  });

  test('stores what it found, counts it in the language of the reader, and doubles nothing', async () => {
    await run(['register', 'import', join(folder, 'register.csv')]);
    await mkdir(join(folder, 'outlets'), { recursive: true });
    const feed = { kind: 'feed', url: `${site.origin}/tin.rss` } as const;
    const outlet = outletOf(site.origin, [feed], { place: 'gia-lai' });
    await writeFile(join(folder, 'outlets/bao-thu.yaml'), outletYaml(outlet));
    const first = await run(['crawl'], { language: 'vi' });
    expect(first.told).toContain(
      'Báo Thử: 2 bài mới hoặc có sửa, 0 bài đã biết, 0 lần hỏi không được.',
    );
    expect(first.exitCode).toBe(0);
    expect(await count('items')).toBe(2);
    const versions = await count('item_versions');
    const { exitCode, printed } = await run(['crawl', '--outlet', 'bao-thu', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({ outletId: 'bao-thu' });
    expect([await count('items'), await count('item_versions')]).toEqual([2, versions]);
  });

  test('ends with 3 where an attempt failed, and keeps that attempt', async () => {
    site.pages.set('/tin.rss', feedOf(site.origin, [...titles, ['/tin-300003.html', 'Tin đã gỡ']]));
    const { exitCode, told } = await run(['crawl']);
    expect(exitCode).toBe(3);
    expect(told).toMatch(/1 attempts? failed/);
    const { rows } = await sql<{ error_code: string }>`
      select error_code from fetches where url like '%300003%'`.execute(database.db);
    expect(rows).toEqual([{ error_code: 'fetch/not-found' }]);
  });
});

describe('a site that is away', () => {
  test('is told with the way to see why, and nothing captured is no zero', async () => {
    const away = { kind: 'feed', url: 'http://127.0.0.1:1/rss' } as const;
    const outlet = outletOf('http://127.0.0.1:1', [away], { id: 'bao-tat' });
    const file = join(folder, 'outlets/bao-tat.yaml');
    await writeFile(file, outletYaml(outlet));
    const { exitCode, told } = await run(['crawl', '--outlet', 'bao-tat'], { language: 'vi' });
    expect([exitCode, told]).toEqual([3, expect.stringContaining('outlets check bao-tat')]);
    const report = await run(['report', '--outlet', 'bao-tat'], { language: 'vi' });
    expect(report.exitCode).toBe(3);
    expect(report.told).toContain('chưa biết, không phải bằng không');
    await rm(file);
  });
});

describe('recompute', () => {
  test('gives the same figures from the kept bytes, and another register other ones', async () => {
    const before = await count('mentions');
    expect(before).toBeGreaterThan(0);
    const { exitCode, printed } = await run(['recompute', '--json']);
    expect([exitCode, JSON.parse(printed[0] ?? '')]).toEqual([
      0,
      { pages: 2, failed: 0, gone: [] },
    ]);
    expect(await count('mentions')).toBe(before);

    const other = join(folder, 'other.csv');
    await writeFile(
      other,
      'person,post,place,source\nPhạm Thị Hồ Chứa,Bí thư Tỉnh ủy Gia Lai,gia-lai,https://example.org\n',
    );
    await sql`delete from terms where not demo`.execute(database.db);
    await sql`delete from names where not demo`.execute(database.db);
    await sql`delete from persons where not demo`.execute(database.db);
    await run(['register', 'import', other]);
    await run(['recompute', '--outlet', 'bao-thu']);
    expect(await count('mentions')).toBe(0);
  });

  test('a register changed since the items were read gives unknowns and the next command, no zeros', async () => {
    const newcomer = join(folder, 'newcomer.csv');
    const row = 'Đặng Mới Về,Phó Chủ tịch UBND tỉnh Gia Lai,gia-lai,https://example.org';
    await writeFile(newcomer, `person,post,place,source\n${row}\n`);
    const imported = await run(['register', 'import', newcomer], { language: 'vi' });
    expect(imported.told).toMatch(/^Tiếp theo: column-inches recompute$/m);
    const older = await run(['report'], { language: 'vi' });
    expect(older.printed.join('\n')).toMatch(/^Đặng Mới Về.*( {2,}chưa biết){6}$/m);
    expect(older.told).toMatch(/Số liệu cũ hơn danh bạ: .* Đọc lại: column-inches recompute/);
    const csv = await run(['report', '--csv']);
    expect(csv.printed.join('\n')).toMatch(/^dang-moi-ve,Đặng Mới Về,[^,]+(,){34},\d/m);
    const json = JSON.parse((await run(['report', '--json'])).printed[0] ?? '{}');
    expect(json.olderThanRegister.persons).toContain('dang-moi-ve');
    expect((await run(['doctor'])).printed.join('\n')).toContain('figures are older than it');

    expect((await run(['recompute'])).exitCode).toBe(0);
    const read = await run(['report'], { language: 'vi' });
    expect(read.printed.join('\n')).toMatch(/^Đặng Mới Về {2,}0 {2,}/m);
    expect(read.told).not.toContain('cũ hơn');
    const again = await run(['register', 'import', newcomer], { language: 'vi' });
    expect(again.told).toContain('Chưa có tin nào cần đọc lại');
  });

  test('names an unknown outlet, and says what can no longer be read', async () => {
    expect((await run(['recompute', '--outlet', 'khong-co'])).exitCode).toBe(2);
    const archive = join(folder, 'archive');
    for (const name of await readdir(archive)) await rm(join(archive, name), { recursive: true });
    const { exitCode, told } = await run(['recompute'], { language: 'vi' });
    expect(exitCode).toBe(3);
    expect(told).toContain('2 trang từ');
    expect(told).toContain('không còn byte gốc; số liệu của chúng giữ nguyên');
    expect(await count('items')).toBe(2);
  });
});

describe('replay', () => {
  const saved = join(folder, 'saved');

  test('stores saved pages as articles of an outlet that is then known, not followed', async () => {
    await mkdir(saved);
    const url = 'https://bao-luu.example/tin-1.html';
    const page = article('Tỉnh họp bàn phòng, chống hạn').replace(
      '<head>',
      `<head><link rel="canonical" href="${url}">`,
    );
    await writeFile(join(saved, 'mot.html'), page);
    const { exitCode, told } = await run(['replay', saved], { language: 'vi' });
    expect([exitCode, told]).toEqual([0, expect.stringContaining('Đã lưu 1 trang: 1 bài')]);
    expect((await loadOutlet(database.db, 'bao-luu-example'))?.sources).toEqual([]);
    const items = await count('items');
    const again = await run(['replay', saved, '--json']);
    expect(JSON.parse(again.printed[0] ?? '')).toEqual({
      article: 1,
      source: 0,
      broadcast: 0,
      failed: 0,
    });
    expect(await count('items')).toBe(items);
  });

  test('a page that does not say which it is, is named with the mend in the reader’s language', async () => {
    await writeFile(
      join(saved, 'hai.html'),
      '<html><body><p>Trang không địa chỉ</p></body></html>',
    );
    const { exitCode, told } = await run(['replay', saved], { language: 'vi' });
    expect(exitCode).toBe(3);
    expect(told).toMatch(/hai\.html không cho biết là trang nào/);
  });

  test('a path that is not there, and a folder without pages, end with 2', async () => {
    expect((await run(['replay', join(folder, 'nowhere')])).told).toContain('replay/unreadable');
    await mkdir(join(folder, 'empty'));
    const { exitCode, told } = await run(['replay', join(folder, 'empty')]);
    expect([exitCode, told]).toEqual([2, expect.stringContaining('input/nothing-to-replay')]);
  });
});

test('an archive folder that is a file is named with its mend, in one sentence', async () => {
  await rm(join(folder, 'archive'), { recursive: true, force: true });
  await writeFile(join(folder, 'archive'), 'not a folder');
  site.pages.set('/tin-300002.html', article('Người trồng cà phê được mùa, được giá'));
  const { exitCode, told } = await run(['crawl'], { language: 'vi' });
  expect(exitCode).toBe(1);
  expect(told).toMatch(/Lỗi \(archive\/not-writable\): Không ghi được kho lưu trữ/);
  expect(told).not.toMatch(/ at .*\.ts:\d/);
});
