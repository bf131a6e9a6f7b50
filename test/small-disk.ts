import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes, where this machine lets us mount one. */
export interface SmallDisk {
  readonly folder: string;
  close(): void;
}

/** Null where we may not mount: then what needs it cannot be tried here. */
export function openSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'column-inches-disk-'));
  const size = `size=${megabytes}m,mode=0755`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    close: () => {
      execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes to a file until nothing more fits on its disk. */
export async function fillDisk(path: string): Promise<void> {
  const piece = Buffer.alloc(1_000_000, 1);
  for (;;) {
    try {
      await writeFile(path, piece, { flag: 'a' });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown;
      if (piece.length < 4_096) return;
      await writeFile(path, piece.subarray(0, 4_096), { flag: 'a' }).catch(() => undefined);
      return;
    }
  }
}
