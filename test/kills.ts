import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect } from 'vitest';

// Kill -9 in the middle of the first crawl, again and again, and then of the stories, ledger and
// sums behind it. Every fifth kill comes at any moment, also while the database is made or opened;
// the others wait until the program says that it is where they are to meet it.

const program = join(import.meta.dirname, '../dist/src/main.js');
/**
 * What the program says when it is there, and within which time a kill still meets it there: sums
 * take 300 ms on an idle machine, and longer on a busy one.
 */
const places = {
  crawl: { said: 'outlet crawled', longestMs: 400 },
  sums: { said: 'figures: stories, ledger and sums begun', longestMs: 250 },
  anywhere: { said: '', longestMs: 2_500 },
} as const;
type Place = keyof typeof places;
const figuresSummed = 'figures: up to date';
const dashboardOpened = 'The dashboard: ';

function start(folder: string): ChildProcess {
  return spawn(process.execPath, [program, 'start'], {
    env: environment(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return {
    PATH,
    HOME,
    COLUMN_INCHES_DATA: folder,
    COLUMN_INCHES_PORT: '0',
    COLUMN_INCHES_LOG_LEVEL: 'info',
  };
}

function exited(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });
}

/** Park–Miller: the moments of a failing run can be had again from its seed. */
function randomFrom(start: number): () => number {
  let state = start % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Kills a run at a random moment and answers where that was. */
async function killOne(folder: string, wait: { place: Place; share: number }): Promise<Place> {
  const child = start(folder);
  const place = places[wait.place];
  let said = '';
  const there = new Promise<void>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(place.said) || said.includes(dashboardOpened)) resolve();
    });
    child.once('exit', () => resolve());
  });
  if (wait.place !== 'anywhere') await there;
  await delay(wait.share * place.longestMs);
  child.kill('SIGKILL');
  await exited(child);
  expect(child.signalCode, said).toBe('SIGKILL');
  if (said.includes(figuresSummed) || said.includes(dashboardOpened)) return 'anywhere';
  if (said.includes(places.sums.said)) return 'sums';
  return said.includes(places.crawl.said) ? 'crawl' : 'anywhere';
}

/** Runs to the open dashboard, or fails with what the program said. */
export async function finish(folder: string): Promise<void> {
  const child = start(folder);
  let said = '';
  const opened = new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(dashboardOpened)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`exit ${code}\n${said}`)));
  });
  await opened;
  child.kill('SIGINT');
  expect(await exited(child)).toBe(0);
}

/** How many kills met the program where. */
export type Met = Readonly<Record<Place, number>>;

/**
 * Kills the program at moments of a seed, first in its crawl, then in its sums; answers where they
 * met it. Most must meet a crawl, and some the sums, else a test says nothing.
 */
export async function killAgain(
  folder: string,
  chance: { readonly inCrawl: number; readonly inSums: number; readonly seed: number },
): Promise<Met> {
  const { inCrawl, inSums, seed } = chance;
  const random = randomFrom(seed);
  const met = { crawl: 0, sums: 0, anywhere: 0 };
  for (let index = 0; index < inCrawl + inSums; index += 1) {
    const meant = index < inCrawl ? 'crawl' : 'sums';
    const place = index % 5 === 0 && meant === 'crawl' ? 'anywhere' : meant;
    met[await killOne(folder, { place, share: random() })] += 1;
  }
  return met;
}

/** What a command of the installation prints. */
export async function said(folder: string, words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], {
    env: environment(folder),
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
