import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/index.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
/** Root may write anywhere, so that a folder is closed to nobody but somebody else. */
const somebody = 65_534;
let root: string;

beforeEach(async () => {
  root = await mkdtemp('/tmp/column-inches-closed-');
  await chmod(root, 0o755);
});
afterEach(async () => {
  await chmod(join(root, 'data'), 0o755).catch(() => undefined);
  await rm(root, { recursive: true, force: true });
});

/** What a program of an ordinary user is told that opens this folder. */
async function opened(dataFolder: string): Promise<string> {
  const script = join(import.meta.dirname, 'holder.ts');
  const identity = isRoot ? { uid: somebody, gid: somebody } : {};
  const options = { timeout: 20_000, cwd: '/', ...identity };
  return run(process.execPath, [script, dataFolder], options).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}

describe('a place that cannot be written', () => {
  it('a data folder closed to this user is named with both mends', async () => {
    const dataFolder = join(root, 'data');
    await mkdir(dataFolder);
    await chmod(dataFolder, 0o555);
    expect(await opened(dataFolder)).toMatch(
      /data folder \S+ cannot be written \(EACCES.*Change its rights.*COLUMN_INCHES_DATA/,
    );
  });

  it('a data folder that cannot be made is named the same way', async () => {
    await chmod(root, 0o555);
    expect(await opened(join(root, 'new/data'))).toMatch(/cannot be written.*COLUMN_INCHES_DATA/);
  });

  it.runIf(isRoot)('a database of another user is told as that', async () => {
    const dataFolder = join(root, 'data');
    await mkdir(join(dataFolder, 'postgres'), { recursive: true });
    await writeFile(join(dataFolder, 'postgres/PG_VERSION'), '18\n');
    await chown(dataFolder, somebody, somebody);
    expect(await opened(dataFolder)).toMatch(/belongs to another user \(number 0\).*chown -R/);
  });

  it('a file where a folder should be is named in both languages', async () => {
    await writeFile(join(root, 'data'), '');
    for (const dataFolder of [join(root, 'data'), join(root, 'data/inside')]) {
      await expect(openDatabase({ dataFolder, durable: false })).rejects.toMatchObject({
        code: 'database/folder-not-writable',
        messageVietnamese: expect.stringContaining('Không ghi được thư mục dữ liệu'),
      });
    }
  });
});
