import { readdirSync, readFileSync } from 'node:fs';

/** Of the kernel's clock in /proc: 100 a second on every Linux that Node runs on. */
const tickMs = 10;
const pageBytes = 4096;

/** One living process, as /proc tells of it. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** CPU milliseconds of its own, without its children. */
  readonly cpuMs: number;
  /** CPU milliseconds of its children that have ended. */
  readonly endedCpuMs: number;
  readonly residentBytes: number;
  readonly command: string;
}

function readRow(pid: string): ProcessRow[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const nameEnd = stat.lastIndexOf(')');
    const fields = stat.slice(nameEnd + 2).split(' ');
    const at = (index: number) => Number(fields[index]);
    return [
      {
        pid: Number(pid),
        parent: at(1),
        cpuMs: (at(11) + at(12)) * tickMs,
        endedCpuMs: (at(13) + at(14)) * tickMs,
        residentBytes: at(21) * pageBytes,
        command: stat.slice(stat.indexOf('(') + 1, nameEnd),
      },
    ];
  } catch {
    // It ended between the listing and the reading.
    return [];
  }
}

/** A process with everything it started that still lives. Empty where there is no /proc. */
export function processTree(root: number = process.pid): readonly ProcessRow[] {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  const rows = names.filter((name) => /^\d+$/.test(name)).flatMap(readRow);
  const children = Map.groupBy(rows, ({ parent }) => parent);
  const tree = rows.filter(({ pid }) => pid === root);
  for (let index = 0; index < tree.length; index += 1) {
    tree.push(...(children.get((tree[index] as ProcessRow).pid) ?? []));
  }
  return tree;
}

const sampleEveryMs = 25;

/** CPU milliseconds of children that ended and were waited for, with theirs. 0 without /proc. */
function reapedCpuMs(): number {
  try {
    const stat = readFileSync('/proc/self/stat', 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) * tickMs;
  } catch {
    return 0;
  }
}

/**
 * CPU milliseconds of some work in this process and in all it starts. Processes that end are known
 * by their last sample, or by what the kernel sums up of those that were waited for, whichever is
 * more. What sampling itself costs is taken off.
 */
export async function treeCpuMs(work: () => Promise<unknown>): Promise<number> {
  const begun = new Map(processTree().map(({ pid, cpuMs }) => [pid, cpuMs]));
  const spent = new Map<number, number>();
  const reapedMs = reapedCpuMs();
  let samplingMs = 0;
  const sample = () => {
    const before = process.cpuUsage();
    for (const { pid, cpuMs } of processTree()) spent.set(pid, cpuMs - (begun.get(pid) ?? 0));
    const { user, system } = process.cpuUsage(before);
    samplingMs += (user + system) / 1000;
  };
  const timer = setInterval(sample, sampleEveryMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
    sample();
  }
  const alive = new Set(processTree().map(({ pid }) => pid));
  const sumOf = (isAlive: boolean) =>
    [...spent].reduce((sum, [pid, cpuMs]) => sum + (alive.has(pid) === isAlive ? cpuMs : 0), 0);
  return sumOf(true) + Math.max(sumOf(false), reapedCpuMs() - reapedMs) - samplingMs;
}
