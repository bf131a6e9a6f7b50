import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase, saveOutlets, saveRegister, setState } from '../../db/index.ts';
import { generatePress, pressOutlets, servePress, simulatedClock } from '../../src/demo/index.ts';
import { finish, killAgain, said } from '../kills.ts';
import { ownPart } from './part.ts';

const seed = 20_261_130;
const kills = 200;
/** A run killed at its best moment has crawled a little more; so a folder serves for some kills. */
const killsAFolder = 20;
const inSums = 6;
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

/**
 * An installation that is about to crawl its first page. The addresses of the press, of which ids
 * are made, hold the ports it was first served on: all runs begin with a copy of this folder.
 */
async function newBeginning(): Promise<string> {
  const folder = await newFolder();
  const press = generatePress();
  const served = await servePress(press, { clock: simulatedClock(new Date(press.startMs)) });
  const ports = Object.fromEntries(
    Object.entries(served.origins).map(([id, origin]) => [id, Number(new URL(origin).port)]),
  );
  const database = await openDatabase({ dataFolder: folder });
  await saveRegister(database.db, press.register, { demo: true });
  await saveOutlets(database.db, pressOutlets(press, served.origins));
  await setState(database.db, 'demo', { ports, crawledUntil: null, finished: false });
  await database.close();
  await served.close();
  return folder;
}

async function copyOf(beginning: string): Promise<string> {
  const folder = await newFolder();
  await cp(beginning, folder, { recursive: true, preserveTimestamps: true });
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
  const beginning = await newBeginning();
  const calm = await copyOf(beginning);
  await finish(calm);
  const expected = await exported(calm);
  expect(Object.keys(expected).length).toBeGreaterThan(5);
  const met = { crawl: 0, sums: 0, anywhere: 0 };
  for (const round of rounds) {
    const folder = await copyOf(beginning);
    const seen = await killAgain(folder, {
      inCrawl: killsAFolder - inSums,
      inSums,
      seed: seed + round * killsAFolder,
    });
    for (const place of ['crawl', 'sums', 'anywhere'] as const) met[place] += seen[place];
    const begun = performance.now();
    await finish(folder);
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(await exported(folder), `round ${round}`).toEqual(expected);
  }
  process.stdout.write(`kills met: ${JSON.stringify(met)}\n`);
  expect(met.crawl).toBeGreaterThan((rounds.length * killsAFolder) / 2);
  expect(met.sums).toBeGreaterThan((rounds.length * inSums) / 2);
}, 7_200_000);
