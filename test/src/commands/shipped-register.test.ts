import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { outletYaml } from '../../../crawlers/index.ts';
import { loadRegister, registerChanges } from '../../../db/index.ts';
import { article, feedOf, frontPage, openSite, outletOf } from '../../crawlers/press.ts';
import { testInstallation } from '../station.ts';

// The register that ships for a province comes with an outlet of it, once, and goes again.

const shipped = 'db/register/quang-ngai.csv';
const titles = [['/tin-300001.html', 'Tỉnh khởi công cầu qua sông']] as const;
const site = await openSite({ '/robots.txt': 'User-agent: *\nAllow: /\n' });
site.pages.set('/', frontPage(titles));
site.pages.set('/tin.rss', feedOf(site.origin, titles));
site.pages.set('/tin-300001.html', article('Tỉnh khởi công cầu qua sông'));
afterAll(() => site.close());

/** An installation whose catalogue has an outlet of each of these provinces, named by it. */
async function installationWith(...places: readonly (string | null)[]) {
  const installation = await testInstallation();
  const folder = join(installation.folder, 'catalogue');
  await mkdir(folder);
  for (const place of places) {
    const feed = { kind: 'feed', url: `${site.origin}/tin.rss` } as const;
    const id = `bao-${place ?? 'trung-uong'}`;
    const outlet = outletOf(site.origin, [feed], { place, id });
    await writeFile(join(folder, `${id}.yaml`), outletYaml(outlet));
  }
  const { db } = installation.database;
  const register = () => loadRegister(db, { demo: false });
  return { ...installation, db, register };
}

describe('an outlet of Quảng Ngãi', async () => {
  const { run, db, register } = await installationWith('quang-ngai');

  test('brings the register of its province, and says how to do without it', async () => {
    const { told } = await run(['outlets', 'add', 'bao-quang-ngai'], { language: 'vi' });
    const { persons } = await register();
    expect(persons.map(({ name }) => name)).toContain('Bùi Thị Quỳnh Vân');
    expect(told).toContain(`quang-ngai.csv, để bắt đầu: ${persons.length} người`);
    expect(told).toContain(`Không muốn dùng thì gỡ ra: column-inches register remove ${shipped}`);
    const [change] = await registerChanges(db, { demo: false, limit: 1 });
    expect(change).toMatchObject({ changedBy: 'Column Inches', reason: shipped });
  });

  test('taken out with that command it is gone, and does not come back by itself', async () => {
    const { exitCode, told } = await run(['register', 'remove', shipped]);
    expect([exitCode, told]).toEqual([0, expect.stringMatching(/Removed \d+ terms/)]);
    expect((await register()).persons).toEqual([]);
    expect((await register()).places).toEqual([]);
    const crawled = await run(['crawl']);
    expect(crawled.told).toContain('There is no register');
    expect((await register()).persons).toEqual([]);
  });
});

describe('no register comes unasked', async () => {
  const elsewhere = await installationWith('gia-lai', null);
  const unwanted = await installationWith('quang-ngai');
  const owned = await installationWith('quang-ngai');

  test('with an outlet of elsewhere; that one is missing is said', async () => {
    const { run, register } = elsewhere;
    for (const id of ['bao-gia-lai', 'bao-trung-uong']) {
      const { told } = await run(['outlets', 'add', id]);
      expect(told).toContain('register import FILE');
    }
    await run(['crawl']);
    expect((await register()).persons).toEqual([]);
  });

  test('where it was said so, then or later', async () => {
    const { run, register } = unwanted;
    await run(['outlets', 'add', 'bao-quang-ngai', '--without-register']);
    await run(['crawl']);
    expect((await register()).persons).toEqual([]);
  });

  test('beside one’s own', async () => {
    const { run, register, folder } = owned;
    const own = join(folder, 'own.csv');
    await writeFile(own, 'person,post,source\nLê Hải Đăng,Chủ tịch xã,https://example.org\n');
    await run(['register', 'import', own]);
    await rm(own);
    await run(['outlets', 'add', 'bao-quang-ngai']);
    expect((await register()).persons.map(({ name }) => name)).toEqual(['Lê Hải Đăng']);
  });
});
