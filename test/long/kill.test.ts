import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { finish, killAgain, said } from '../kills.ts';
import { ownPart } from './part.ts';

const seed = 20_261_130;
const kills = 200;
/** A run killed at its best moment has crawled a little more; so a folder serves for some kills. */
const killsAFolder = 20;
const rounds = ownPart(Array.from({ length: kills / killsAFolder }, (_, round) => round));

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kills-'));
  folders.push(folder);
  return folder;
}

/** Hash of every file of an installation's open data, by name. */
async function exported(folder: string): Promise<Record<string, string>> {
  const target = join(folder, 'open-data');
  await said(folder, ['export', target, '--format', 'csv,json']);
  const hashes: Record<string, string> = {};
  for (const name of (await readdir(target, { recursive: true })).toSorted()) {
    const bytes = await readFile(join(target, name)).catch(() => null);
    if (bytes) hashes[name] = createHash('sha256').update(bytes).digest('hex');
  }
  return hashes;
}

test(`${rounds.length * killsAFolder} kills of seed ${seed}: the export is the undisturbed run's to the byte`, async () => {
  const calm = await newFolder();
  await finish(calm);
  const expected = await exported(calm);
  expect(Object.keys(expected).length).toBeGreaterThan(5);
  let metCrawl = 0;
  for (const round of rounds) {
    const folder = await newFolder();
    metCrawl += await killAgain(folder, { kills: killsAFolder, seed: seed + round * killsAFolder });
    const begun = performance.now();
    await finish(folder);
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(await exported(folder), `round ${round}`).toEqual(expected);
  }
  expect(metCrawl).toBeGreaterThan((rounds.length * killsAFolder) / 2);
}, 7_200_000);
