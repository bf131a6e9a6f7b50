import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip, gzipSync } from 'node:zlib';
import { ColumnInchesError } from '../src/domain/index.ts';
import { hashOf } from './identity.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const sync = promisify(fsync);

/** Packed at once: handing so little to another thread costs more than the work. */
const smallBytes = 262_144;

/** Raw bytes kept by their hash, in a folder or a bucket. */
export interface Archive {
  /** Stores bytes once, durable when it resolves; answers their SHA-256 in hexadecimal digits. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes of a hash; null where they are not kept (any more). Throws `archive/damaged`. */
  get(hash: string): Promise<Uint8Array | null>;
  has(hash: string): Promise<boolean>;
  /** Reads the bytes and compares their hash. */
  verify(hash: string): Promise<'whole' | 'missing' | 'damaged'>;
  /** Removes the bytes of a hash; nothing happens where there are none. */
  remove(hash: string): Promise<void>;
}

/** An archive in a folder: `ab/cd/abcd….gz`, one gzip file a hash. `durable` false skips fsync. */
export function folderArchive(folder: string, options: { durable?: boolean } = {}): Archive {
  const { durable = true } = options;
  const lasting = new Set<string>();
  const archive: Archive = {
    async put(bytes) {
      const hash = hashOf(bytes);
      const path = pathOf(folder, hash);
      if (existsSync(path)) return hash;
      const whole = await packed(bytes);
      await writeWhole(path, whole, durable ? lasting : null).catch((cause: unknown) => {
        throw cannotWrite(folder, cause);
      });
      return hash;
    },
    async get(hash) {
      const path = pathOf(folder, hash);
      const bytes = await readPacked(path);
      return bytes && unpackChecked(bytes, { hash, at: path });
    },
    has: async (hash) => existsSync(pathOf(folder, hash)),
    verify: (hash) => verifyBytes(archive, hash),
    remove: (hash) => rm(pathOf(folder, hash), { force: true }),
  };
  return archive;
}

/** Reads the bytes of a hash again and says how they are. */
export async function verifyBytes(
  archive: Pick<Archive, 'get'>,
  hash: string,
): ReturnType<Archive['verify']> {
  try {
    return (await archive.get(hash)) ? 'whole' : 'missing';
  } catch (error) {
    if (error instanceof ColumnInchesError && error.code === 'archive/damaged') return 'damaged';
    throw error;
  }
}

/** Bytes as every archive keeps them. */
export async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  return bytes.length <= smallBytes ? gzipSync(bytes) : pack(bytes);
}

/** `ab/cd/abcd….gz`: where an archive keeps the bytes of a hash. Throws `archive/bad-hash`. */
export function keyOf(hash: string): string {
  // A hash comes from a database or a command line: never let one name another path.
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new ColumnInchesError({
      code: 'archive/bad-hash',
      verdict: 'skip-item',
      message: `"${hash.slice(0, 80)}" is no SHA-256 (64 hexadecimal digits).`,
      messageVietnamese: `"${hash.slice(0, 80)}" không phải SHA-256 (64 chữ số thập lục phân).`,
    });
  return `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.gz`;
}

function pathOf(folder: string, hash: string): string {
  return join(folder, keyOf(hash));
}

/**
 * Written aside, synced and renamed: a file under its final name is always whole. Only what waits
 * for the disk waits: opening and renaming cost less than a turn through other threads does.
 * `lasting` holds the folders whose own names are on the disk; null = nothing need outlive a power
 * cut.
 */
async function writeWhole(path: string, bytes: Uint8Array, lasting: Set<string> | null) {
  const folder = dirname(path);
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${randomUUID()}`);
  try {
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      writeFileSync(file, bytes);
      if (lasting) await sync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  if (lasting === null) return;
  await syncFolder(folder);
  if (made !== undefined || !lasting.has(folder)) await syncAbove(folder, lasting);
}

/** The folders made for a file must outlive a power cut as well. */
async function syncAbove(folder: string, lasting: Set<string>) {
  const above = dirname(folder);
  await syncFolder(above);
  if (!lasting.has(above)) await syncFolder(dirname(above));
  lasting.add(above).add(folder);
}

async function syncFolder(path: string) {
  const handle = openSync(path, 'r');
  try {
    await sync(handle);
  } finally {
    closeSync(handle);
  }
}

async function readPacked(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cannotRead(path, error);
  }
}

/** The bytes of a hash from what an archive kept. Throws `archive/damaged`. */
export async function unpackChecked(
  kept: Uint8Array,
  place: { readonly hash: string; readonly at: string },
): Promise<Uint8Array> {
  const { hash, at } = place;
  const bytes = await unpack(kept).catch(() => null);
  if (bytes && hashOf(bytes) === hash) return bytes;
  throw new ColumnInchesError({
    code: 'archive/damaged',
    verdict: 'skip-item',
    message:
      `The archived bytes are damaged at ${at}: their hash differs. ` +
      'Restore the file from a backup, or delete it; the figures stay, but it cannot be recomputed.',
    messageVietnamese:
      `Dữ liệu gốc ở ${at} bị hỏng: mã băm không khớp. Khôi phục tệp từ bản sao ` +
      'lưu, hoặc xóa nó; số liệu vẫn còn nhưng không tính lại được.',
  });
}

function cannotRead(path: string, cause: unknown): ColumnInchesError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ColumnInchesError({
    code: 'archive/not-readable',
    verdict: 'stop-run',
    message: `The archived bytes at ${path} cannot be read (${why}). Check COLUMN_INCHES_ARCHIVE.`,
    messageVietnamese: `Không đọc được dữ liệu gốc ở ${path} (${why}). Kiểm tra COLUMN_INCHES_ARCHIVE.`,
    cause,
  });
}

function cannotWrite(folder: string, cause: unknown): ColumnInchesError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ColumnInchesError({
    code: 'archive/not-writable',
    verdict: 'stop-run',
    message:
      `The archive ${folder} cannot be written (${why}). Free some space or change its rights, ` +
      'or set COLUMN_INCHES_ARCHIVE to another folder.',
    messageVietnamese:
      `Không ghi được kho lưu trữ ${folder} (${why}). Dọn bớt đĩa hoặc đổi quyền, ` +
      'hoặc đặt COLUMN_INCHES_ARCHIVE là thư mục khác.',
    cause,
  });
}
