import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ColumnInchesError } from '../src/domain/index.ts';
import { keyOf } from './archive.ts';

/** One table of a backup; its rows lie in PostgreSQL's COPY text, gzipped. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the rows as text, before gzip. */
  readonly sha256: string;
  /** Path inside the backup. */
  readonly file: string;
}

/** What a backup says of itself. */
export interface BackupManifest {
  readonly format: 1;
  readonly madeAt: string;
  /** Version of the program that made it, and of its server. */
  readonly program: string;
  readonly server: string;
  /** The schema's migrations, in order: it is rebuilt to exactly these before rows go in. */
  readonly migrations: readonly string[];
  readonly tables: readonly BackupTable[];
  readonly partitions: readonly {
    readonly parent: string;
    readonly name: string;
    readonly bound: string;
  }[];
  readonly sequences: readonly { readonly name: string; readonly value: string }[];
  /** Raw bytes: kept ones, and those whose file was lost or damaged when the backup was made. */
  readonly blobs: { readonly kept: number; readonly missing: number; readonly damaged: number };
}

export const manifestName = 'backup.json';

/** The backup in a folder. Throws `backup/not-a-backup` and `backup/newer-format`. */
export async function readBackup(folder: string): Promise<BackupManifest> {
  let manifest: BackupManifest;
  try {
    manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as BackupManifest;
  } catch (cause) {
    throw notABackup(folder, cause);
  }
  if (!Array.isArray(manifest.tables) || !Array.isArray(manifest.migrations)) {
    throw notABackup(folder);
  }
  if (manifest.format === 1) return manifest;
  throw new ColumnInchesError({
    code: 'backup/newer-format',
    verdict: 'stop-run',
    message:
      `${folder} is a backup of format ${String(manifest.format)}; this version reads format 1. ` +
      'Install the version that made it, or a later one.',
    messageVietnamese:
      `${folder} là bản sao lưu định dạng ${String(manifest.format)}; bản này chỉ đọc định dạng 1. ` +
      'Hãy cài phiên bản đã tạo ra nó hoặc mới hơn.',
  });
}

function notABackup(folder: string, cause?: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: 'backup/not-a-backup',
    verdict: 'stop-run',
    message:
      `${folder} holds no whole backup: ${manifestName} is missing or cannot be read. Name the ` +
      'folder that "column-inches backup" wrote.',
    messageVietnamese:
      `${folder} không có bản sao lưu trọn vẹn: thiếu ${manifestName} hoặc không đọc được. Hãy chỉ ` +
      'đúng thư mục mà "column-inches backup" đã ghi.',
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Hashes of a backup's raw pages, in order; a file that is not in its own place is left out. */
export async function* pagesIn(folder: string): AsyncGenerator<string> {
  const archive = join(folder, 'archive');
  const names = async (path: string) => (await readdir(path).catch(() => [])).toSorted(byName);
  for (const first of await names(archive)) {
    for (const second of await names(join(archive, first))) {
      for (const name of await names(join(archive, first, second))) {
        const hash = /^([0-9a-f]{64})\.gz$/.exec(name)?.[1];
        if (hash !== undefined && keyOf(hash) === `${first}/${second}/${name}`) yield hash;
      }
    }
  }
}

function byName(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
