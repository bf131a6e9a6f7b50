import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpackChromium } from '../../crawlers/browser/chromium-files.ts';
import { launchChromium } from './chromium.ts';
import { browserFolder } from './front-page/site.ts';

let root = '';
let version = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'column-inches-browser-'));
  version = basename(join((await unpackChromium(browserFolder)).executable, '..'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const configuration = async (folder: string) =>
  readFile((await unpackChromium(folder)).fontConfiguration ?? '', 'utf8');

test('a folder that was moved still finds its fonts, in its new place', async () => {
  const [before, after] = [join(root, 'before'), join(root, 'after')];
  // Only what says where the fonts are: the browser itself takes long to unpack.
  await mkdir(join(before, version), { recursive: true });
  expect(await configuration(before)).toContain(`<dir>${join(before, version)}/fonts</dir>`);
  await rename(before, after);
  expect(await configuration(after)).toContain(`<dir>${join(after, version)}/fonts</dir>`);
});

test('one that is reached by a link finds them when the link is gone', async () => {
  const link = join(root, 'link');
  await symlink(browserFolder, link);
  expect(await configuration(link)).toContain(`<dir>${join(browserFolder, version)}/fonts</dir>`);
});

const notWritten = (folder: string) =>
  expect.objectContaining({
    code: 'browser/folder-not-written',
    verdict: 'stop-run',
    message: expect.stringContaining(folder),
    messageVietnamese: expect.stringContaining('COLUMN_INCHES_DATA'),
  });

test('a folder that cannot be written is named, with the mend', async () => {
  // Not by rights: the tests may run as root, whom no rights hold back.
  const taken = join(root, 'taken', version);
  await mkdir(join(taken, 'fonts.conf'), { recursive: true });
  await expect(unpackChromium(join(root, 'taken'))).rejects.toEqual(notWritten(taken));
  const file = join(root, 'a-file');
  await writeFile(file, '');
  await expect(unpackChromium(file)).rejects.toEqual(notWritten(join(file, version)));
});

test('letters are drawn, though the folder was unpacked elsewhere', async () => {
  const [own, whole] = [join(root, 'own', version), join(browserFolder, version)];
  await mkdir(own, { recursive: true });
  for (const name of await readdir(whole)) await symlink(join(whole, name), join(own, name));
  await rm(join(own, 'fonts.conf'));
  const elsewhere = await readFile(join(whole, 'fonts.conf'), 'utf8');
  await writeFile(join(own, 'fonts.conf'), elsewhere.replaceAll(browserFolder, '/nowhere'));
  const browser = await launchChromium(join(root, 'own'));
  const page = await browser.newPage();
  await page.setContent('<h1>Tỉnh họp bàn</h1>');
  const height = await page.evaluate(() => document.querySelector('h1')?.clientHeight);
  await browser.close();
  expect(height).toBeGreaterThan(20);
});
