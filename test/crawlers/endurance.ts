import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { PageSnapshot } from '../../src/domain/index.ts';
import type { TestSite } from './front-page/site.ts';

/** A living browser process that this test process, or a browser of it, started. */
export interface BrowserProcess {
  readonly pid: number;
  readonly parent: number;
  readonly residentBytes: number;
}

/** All processes of browsers below this process: what they leave behind shows here. */
export function browserProcesses(): readonly BrowserProcess[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' });
  const rows = list
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, kilobytes, command = '']) => ({
      pid: Number(pid),
      parent: Number(parent),
      residentBytes: Number(kilobytes) * 1024,
      command,
    }));
  const own = new Set([process.pid]);
  const found: BrowserProcess[] = [];
  for (let size = 0; size !== own.size; ) {
    size = own.size;
    for (const row of rows) {
      if (!own.has(row.parent) || own.has(row.pid)) continue;
      own.add(row.pid);
      if (row.command.includes('chromium')) found.push(row);
    }
  }
  return found;
}

/** Memory of a run of looks, browser and this process together. */
export interface Endurance {
  readonly looks: number;
  readonly faults: readonly string[];
  /** Resident bytes after each tenth of the run. */
  readonly residentBytes: readonly number[];
  /** Browser processes after the last look. */
  readonly processes: number;
}

/** Looks at one page again and again and notes what that leaves behind. */
export async function lookAgain(site: TestSite, path: string, looks: number): Promise<Endurance> {
  const faults: string[] = [];
  const residentBytes: number[] = [];
  for (let turn = 1; turn <= looks; turn += 1) {
    const snapshot = await site.look(path);
    if (snapshot.fault !== null) faults.push(`${turn}: ${snapshot.faultText}`);
    if (turn % Math.ceil(looks / 10) !== 0) continue;
    const browser = browserProcesses().reduce((sum, one) => sum + one.residentBytes, 0);
    residentBytes.push(browser + process.memoryUsage().rss);
  }
  return { looks, faults, residentBytes, processes: browserProcesses().length };
}

/**
 * Looks while the browser is killed at a moment of chance in each look; the seeded dice make a run
 * repeatable. Every answer comes back.
 */
export async function lookUnderFire(
  site: TestSite,
  path: string,
  kills: number,
): Promise<{ readonly snapshots: readonly PageSnapshot[]; readonly orphans: readonly number[] }> {
  const snapshots: PageSnapshot[] = [];
  const seen = new Set<number>();
  let seed = 20_261_123;
  for (let turn = 0; turn < kills; turn += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    const looking = site.look(path);
    await new Promise((resolve) => setTimeout(resolve, (seed / 2 ** 31) * 2500));
    for (const { pid, parent } of browserProcesses()) {
      seen.add(pid);
      if (parent !== process.pid) continue;
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It had ended by itself.
      }
    }
    snapshots.push(await looking);
  }
  const kept = new Set(browserProcesses().map(({ pid }) => pid));
  // What a killed browser started ends by itself when nobody answers it any more.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return { snapshots, orphans: [...seen].filter((pid) => !kept.has(pid) && isAlive(pid)) };
}

function isAlive(pid: number): boolean {
  try {
    // A process that has ended but not been waited for is no orphan.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
