import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { outletYaml, parseOutlet } from '../../../crawlers/index.ts';
import { latestLooks, listOutlets, loadOutlet, saveOutlets } from '../../../db/index.ts';
import { article, feedOf, frontPage, openSite, outletOf, type Site } from '../../crawlers/press.ts';
import { testInstallation } from '../station.ts';

const titles = Array.from(
  { length: 8 },
  (_, at) => [`/tin-${300_000 + at}.html`, `Tỉnh khởi công cầu thứ ${at + 2} qua sông`] as const,
);
const { database, folder, run } = await testInstallation();
const catalogue = join(folder, 'catalogue');
const own = join(folder, 'outlets');
const ownFile = join(own, 'bao-thu.yaml');
let site: Site;

beforeAll(async () => {
  await mkdir(catalogue);
  site = await openSite({ '/robots.txt': 'User-agent: *\nAllow: /\n' });
  site.pages.set('/', frontPage(titles));
  site.pages.set('/tin.rss', feedOf(site.origin, titles.slice(0, 4)));
  site.pages.set('/chinh-tri', frontPage(titles));
  for (const [at, title] of titles) site.pages.set(at, article(title));
});
afterAll(() => site.close());
beforeEach(async () => {
  await rm(own, { recursive: true, force: true });
  // What the folder no longer has is followed no more.
  await run(['outlets', 'list']);
});

const feed = () => ({ kind: 'feed', url: `${site.origin}/tin.rss` }) as const;
const gone = () => ({ kind: 'section', url: `${site.origin}/khong-con` }) as const;

async function catalogued() {
  const outlet = outletOf(site.origin, [feed(), gone()]);
  await writeFile(join(catalogue, 'bao-thu.yaml'), outletYaml(outlet));
  return outlet;
}

describe('outlets add', () => {
  test('a site nobody described is looked at, told with reasons, and written as YAML', async () => {
    await rm(join(catalogue, 'bao-thu.yaml'), { force: true });
    const words = ['outlets', 'add', site.origin, '--private-network'];
    const { exitCode, told } = await run(words, { language: 'vi' });
    expect(exitCode).toBe(0);
    expect(told).toContain(`nguồn tin RSS/Atom: ${site.origin}/tin.rss (trang chủ nêu; 4 tin)`);
    expect(told).toContain('Đã thêm Báo Thử (bao-thu)');
    const yaml = await readFile(ownFile, 'utf8');
    const schema = /\$schema=(\S+)/.exec(yaml)?.[1] ?? '';
    expect(existsSync(join(own, schema))).toBe(true);
    expect(parseOutlet(yaml, ownFile)).toEqual(await loadOutlet(database.db, 'bao-thu'));
  });

  test('one of the catalogue is compared with what its site shows now', async () => {
    const outlet = await catalogued();
    const { exitCode, told } = await run(['outlets', 'add', 'bao-thu']);
    expect(exitCode).toBe(0);
    expect(told).toMatch(/on the site:\s+feed: \S+\/tin\.rss/);
    expect(told).toMatch(/not seen on the site:\s+section: \S+\/khong-con/);
    expect(told).toMatch(/not in the catalogue:\s+homepage: [\s\S]*section: \S+\/chinh-tri/);
    expect(await loadOutlet(database.db, 'bao-thu')).toEqual(outlet);
    const { printed } = await run(['outlets', 'add', 'bao-thu', '--replace', '--json']);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({
      written: true,
      problem: null,
      site: { confirmed: [feed()], notSeen: [gone()] },
    });
  });

  test('an edited file is never overwritten unless that is asked for, and then kept', async () => {
    await catalogued();
    await run(['outlets', 'add', 'bao-thu']);
    const edited = (await readFile(ownFile, 'utf8')).replace('name: Báo Thử', 'name: Báo Của Tôi');
    await writeFile(ownFile, edited);
    const asked = site.asked.length;
    const { exitCode, told } = await run(['outlets', 'add', `${site.origin}/`]);
    expect(exitCode).toBe(0);
    expect(told).toContain('stays as it is');
    expect(site.asked.length).toBe(asked);
    expect(await readFile(ownFile, 'utf8')).toBe(edited);
    await run(['outlets', 'add', 'bao-thu', '--replace']);
    expect(await readFile(ownFile, 'utf8')).toContain('name: Báo Thử');
    expect(await readFile(`${ownFile}.before`, 'utf8')).toBe(edited);
  });

  test('a site that cannot be seen is added as the catalogue has it, and that is said', async () => {
    const outlet = outletOf('http://127.0.0.1:1', [], {
      id: 'bao-tat',
      homepage: 'http://127.0.0.1:1/',
    });
    const sources = [{ kind: 'feed', url: 'http://127.0.0.1:1/rss' }] as const;
    await writeFile(join(catalogue, 'bao-tat.yaml'), outletYaml({ ...outlet, sources }));
    const { exitCode, told } = await run(['outlets', 'add', 'bao-tat'], { language: 'vi' });
    expect(exitCode).toBe(3);
    expect(told).toMatch(/Chưa xem được trang web.*http:\/\/127\.0\.0\.1:1\//);
    expect(existsSync(join(own, 'bao-tat.yaml'))).toBe(true);
  });

  test('every attempt is kept, of a site that is not followed and of robots.txt too', async () => {
    await rm(join(catalogue, 'bao-thu.yaml'), { force: true });
    const before = (await latestLooks(database.db, { limit: 1000 })).length;
    const { exitCode, told } = await run(['outlets', 'add', `${site.origin}`]);
    expect([exitCode, told]).toEqual([1, expect.stringContaining('fetch/private-address')]);
    const looks = await latestLooks(database.db, { limit: 1000 });
    expect(looks.length).toBe(before + 1);
    expect(looks[0]).toMatchObject({ outletId: null, errorCode: 'fetch/private-address' });
    const urls = new Set(looks.map(({ url }) => url));
    expect(urls).toContain(`${site.origin}/robots.txt`);
    expect(urls).toContain(`${site.origin}/tin.rss`);
    expect(looks.find(({ url }) => url.endsWith('/tin.rss'))?.blobHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('what is neither an address nor an id is refused with both ways', async () => {
    const { exitCode, told } = await run(['outlets', 'add', 'bao-gi'], { language: 'vi' });
    expect(exitCode).toBe(2);
    expect(told).toContain('không phải địa chỉ, cũng không phải mã trong danh mục');
  });
});

describe('the files of the operator', () => {
  test('an edit counts with the next command, and a removed file unfollows', async () => {
    const outlet = outletOf(site.origin, [feed()]);
    await mkdir(own, { recursive: true });
    await writeFile(ownFile, outletYaml(outlet));
    const listed = await run(['outlets', 'list', '--json']);
    const rows = JSON.parse(listed.printed[0] ?? '[]') as { followed: boolean; outlet: unknown }[];
    expect(rows.filter(({ followed }) => followed)).toMatchObject([{ outlet: { id: 'bao-thu' } }]);
    await writeFile(ownFile, outletYaml({ ...outlet, name: 'Báo Đổi Tên' }));
    await run(['register', 'list']);
    expect((await loadOutlet(database.db, 'bao-thu'))?.name).toBe('Báo Đổi Tên');

    await rm(ownFile);
    const { told } = await run(['register', 'list'], { language: 'vi' });
    expect(told).toContain('Không còn theo dõi Báo Đổi Tên');
    expect((await loadOutlet(database.db, 'bao-thu'))?.sources).toEqual([]);
    expect((await run(['outlets', 'list'])).printed.join('\n')).toMatch(/^bao-thu .*not followed/m);
  });

  test('a wrong file stops what needs it, naming the line, and is told by the rest', async () => {
    await mkdir(own, { recursive: true });
    await writeFile(ownFile, outletYaml(outletOf(site.origin, [feed()])));
    await run(['outlets', 'list']);
    await writeFile(ownFile, 'id: bao-thu\nname: [\n');
    for (const words of [['crawl'], ['outlets', 'list'], ['outlets', 'check']]) {
      const { exitCode, told } = await run(words);
      expect([words, exitCode, told]).toEqual([
        words,
        2,
        expect.stringMatching(/bao-thu\.yaml:\d/),
      ]);
    }
    const { exitCode, told } = await run(['register', 'list'], { language: 'vi' });
    expect(exitCode).toBe(0);
    expect(told).toContain('Bỏ qua tệp cơ quan báo chí có chỗ sai');
    expect(await listOutlets(database.db, { demo: false })).not.toEqual([]);
  });
});

describe('outlets check', () => {
  test('tells per source what works, with the reason, and reads one article', async () => {
    await catalogued();
    const { exitCode, printed, told } = await run(['outlets', 'check', 'bao-thu'], {
      language: 'vi',
    });
    const shown = printed.join('\n');
    expect(shown).toMatch(/✓ feed\s+\S+\/tin\.rss\n\s+4 bài/);
    expect(shown).toMatch(/✗ section\s+\S+\/khong-con\n\s+\S+ không \(còn\) tồn tại/);
    expect(shown).toContain('bài đọc thử: “Tỉnh khởi công cầu thứ');
    // Done, but a source failed and is listed: a timer that runs this must hear of it.
    expect(exitCode).toBe(3);
    expect(told).toMatch(/: 1 trong \d nguồn không dùng được: \S+ không \(còn\) tồn tại/);
  });

  test('ends with 0 where every source works, and says no more', async () => {
    await writeFile(join(catalogue, 'bao-thu.yaml'), outletYaml(outletOf(site.origin, [feed()])));
    const { exitCode, told } = await run(['outlets', 'check', 'bao-thu']);
    expect([exitCode, told]).toEqual([0, '']);
  });

  test('ends with 3 where nothing works, and with 2 where nothing is followed', async () => {
    const outlet = outletOf(site.origin, [gone()]);
    await writeFile(join(catalogue, 'bao-thu.yaml'), outletYaml(outlet));
    const { exitCode, printed } = await run(['outlets', 'check', 'bao-thu', '--json']);
    expect(exitCode).toBe(3);
    const check = JSON.parse(printed[0] ?? '');
    expect(check.sources[0].problem.vi).toContain('không (còn) tồn tại');
    expect(check.sampleProblem.en).toBe('No source names an article.');
    expect((await run(['outlets', 'check'])).exitCode).toBe(2);
    expect((await run(['outlets', 'check', 'khong-co'])).told).toContain('input/unknown-outlet');
  });
});

test('an id of the example is refused before a file is written', async () => {
  const outlet = { ...outletOf(site.origin, [feed()]), id: 'bao-mau' };
  await writeFile(join(catalogue, 'bao-mau.yaml'), outletYaml(outlet));
  await saveOutlets(database.db, [{ ...outlet, demo: true }]);
  const { exitCode, told } = await run(['outlets', 'add', 'bao-mau']);
  await rm(join(catalogue, 'bao-mau.yaml'));
  expect([exitCode, told]).toEqual([2, expect.stringContaining('outlets/other-world')]);
  expect(existsSync(join(own, 'bao-mau.yaml'))).toBe(false);
});
