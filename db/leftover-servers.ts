import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const stepMs = 25;

/**
 * Ends every postgres process that still works in a database folder whose owner died, and removes
 * the marks it left. Call only while holding the data folder's lock.
 */
export async function clearLeftovers(databaseFolder: string): Promise<void> {
  const main = await recordedPid(databaseFolder);
  const signals = [
    { signal: 'SIGINT', patienceMs: 10_000 },
    { signal: 'SIGQUIT', patienceMs: 3_000 },
    { signal: 'SIGKILL', patienceMs: 3_000 },
  ] as const;
  for (const { signal, patienceMs } of signals) {
    const found = serverProcesses(databaseFolder);
    if (found.length === 0) break;
    // The main process winds the others down in order; without it each must be told.
    for (const pid of main !== null && found.includes(main) ? [main] : found) send(pid, signal);
    await waitUntilGone(databaseFolder, patienceMs);
  }
  // Nobody is left, so these marks are stale; a number used again by a stranger must not block us.
  await rm(join(databaseFolder, 'postmaster.pid'), { force: true });
}

/** Ids of the postgres processes that work in this database folder. */
export function serverProcesses(databaseFolder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, databaseFolder));
}

function worksIn(pid: number, databaseFolder: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === databaseFolder &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
    );
  } catch {
    return false;
  }
}

async function recordedPid(databaseFolder: string): Promise<number | null> {
  try {
    const text = await readFile(join(databaseFolder, 'postmaster.pid'), 'utf8');
    return Number.parseInt(text, 10) || null;
  } catch {
    return null;
  }
}

function send(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

async function waitUntilGone(databaseFolder: string, patienceMs: number) {
  const until = Date.now() + patienceMs;
  while (Date.now() < until && serverProcesses(databaseFolder).length > 0) await delay(stepMs);
}
