import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect } from 'vitest';

// Kill -9 in the middle of the first crawl, again and again. Every fifth kill comes at any moment,
// also while the database is made or opened; the others wait until the program says that it has
// crawled an outlet, so that they meet a running crawl.

const program = join(import.meta.dirname, '../dist/src/main.js');
const longestInCrawlMs = 400;
const longestAnywhereMs = 2_500;
const outletCrawled = 'outlet crawled';
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

/** Kills a run at a random moment and answers whether that was in the middle of its crawl. */
async function killOne(folder: string, wait: { inCrawl: boolean; share: number }) {
  const child = start(folder);
  let said = '';
  const crawling = new Promise<void>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(outletCrawled) || said.includes(dashboardOpened)) resolve();
    });
    child.once('exit', () => resolve());
  });
  if (wait.inCrawl) await crawling;
  await delay(wait.share * (wait.inCrawl ? longestInCrawlMs : longestAnywhereMs));
  child.kill('SIGKILL');
  await exited(child);
  expect(child.signalCode, said).toBe('SIGKILL');
  return said.includes(outletCrawled) && !said.includes(dashboardOpened);
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

/**
 * Kills the program `kills` times at moments of a seed; answers how many of them met a running
 * crawl. Most must, else a test says nothing.
 */
export async function killAgain(
  folder: string,
  chance: { readonly kills: number; readonly seed: number },
): Promise<number> {
  const random = randomFrom(chance.seed);
  let metCrawl = 0;
  for (let index = 0; index < chance.kills; index += 1) {
    const wait = { inCrawl: index % 5 !== 0, share: random() };
    if (await killOne(folder, wait)) metCrawl += 1;
  }
  return metCrawl;
}

/** What a command of the installation prints. */
export async function said(folder: string, words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], {
    env: environment(folder),
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
