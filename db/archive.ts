import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { ColumnInchesError } from '../src/domain/index.ts';
import { hashOf } from './identity.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

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
  const archive: Archive = {
    async put(bytes) {
      const hash = hashOf(bytes);
      const path = pathOf(folder, hash);
      if (await exists(path)) return hash;
      await writeWhole({ path, bytes: await packed(bytes), durable }).catch((cause: unknown) => {
        throw cannotWrite(folder, cause);
      });
      return hash;
    },
    async get(hash) {
      const path = pathOf(folder, hash);
      const bytes = await readPacked(path);
      return bytes && unpackChecked(bytes, { hash, at: path });
    },
    has: (hash) => exists(pathOf(folder, hash)),
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
export function packed(bytes: Uint8Array): Promise<Uint8Array> {
  return pack(bytes);
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

/** Written aside, synced and renamed: a file under its final name is always whole. */
async function writeWhole(options: { path: string; bytes: Uint8Array; durable: boolean }) {
  const { path, bytes, durable } = options;
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `.${randomUUID()}`);
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  if (durable) await syncFolders(folder);
}

/** The new name, and the folders made for it, must outlive a power cut as well. */
async function syncFolders(folder: string) {
  for (const path of [folder, dirname(folder), dirname(dirname(folder))]) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
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
      `The archived bytes at ${at} are damaged: their hash differs. ` +
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

async function exists(path: string) {
  return access(path).then(
    () => true,
    () => false,
  );
}
