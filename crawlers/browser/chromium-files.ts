import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { ColumnInchesError } from '../../src/domain/index.ts';

const unpack = promisify(brotliDecompress);

/** A browser on disk. */
export interface ChromiumFiles {
  readonly executable: string;
  /** fontconfig file that knows the bundled fonts only; null = the machine's own. */
  readonly fontConfiguration: string | null;
  /** Folder of system libraries for machines that lack them; null = none. */
  readonly libraries: string | null;
  /** What to store with a snapshot. */
  readonly fonts: string;
}

const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;

/**
 * The browser that npm installed, unpacked once into \`folder/chromium-VERSION\`; a second process
 * that unpacks at the same time does no harm.
 * @throws browser/not-for-this-machine, browser/folder-not-written
 */
export async function unpackChromium(folder: string): Promise<ChromiumFiles> {
  const packed = packedFolder();
  const manifest = await readFile(join(packed, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  if (process.arch !== 'x64' || process.platform !== 'linux') throw notForThisMachine();
  const named = join(folder, `chromium-${version}`);
  if (!(await exists(named))) await written(named, () => unpackInto(packed, named));
  const home = await realpath(named);
  await written(home, () => keepFontConfiguration(home));
  return {
    executable: join(home, 'chromium'),
    fontConfiguration: join(home, 'fonts.conf'),
    libraries: join(home, 'lib'),
    fonts: `Open Sans (@sparticuz/chromium ${version})`,
  };
}

function packedFolder(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return join(dirname(main), '..', 'bin');
}

function notForThisMachine(): ColumnInchesError {
  return new ColumnInchesError({
    code: 'browser/not-for-this-machine',
    verdict: 'stop-run',
    message:
      `The browser from npm runs on Linux x64 only, this is ${process.platform} ${process.arch}. ` +
      'Install Chromium and set COLUMN_INCHES_CHROMIUM to its path.',
    messageVietnamese:
      `Trình duyệt từ npm chỉ chạy trên Linux x64, máy này là ${process.platform} ${process.arch}. ` +
      'Cài Chromium rồi đặt COLUMN_INCHES_CHROMIUM là đường dẫn của nó.',
  });
}

/** Writes into a folder of the browser. @throws browser/folder-not-written where it cannot. */
export async function written<Result>(folder: string, write: () => Promise<Result>) {
  try {
    return await write();
  } catch (cause) {
    const { message } = cause as Error;
    throw new ColumnInchesError({
      code: 'browser/folder-not-written',
      verdict: 'stop-run',
      message:
        `The folder of the browser, ${folder}, cannot be written: ${message}. Let the program's ` +
        'user write there and see that the disk has room, or name another data folder in ' +
        'COLUMN_INCHES_DATA. Until then no front page is looked at.',
      messageVietnamese:
        `Không ghi được vào thư mục của trình duyệt, ${folder}: ${message}. Cấp quyền ghi cho người ` +
        'dùng chạy chương trình và xem ổ đĩa còn chỗ không, hoặc đặt COLUMN_INCHES_DATA là một thư ' +
        'mục dữ liệu khác. Cho tới lúc đó, không trang nhất nào được xem.',
      cause,
    });
  }
}

/** Unpacked aside and renamed: a folder under its final name is always whole. */
async function unpackInto(packed: string, home: string): Promise<void> {
  const unfinished = `${home}.${randomUUID()}`;
  await mkdir(unfinished, { recursive: true });
  try {
    await pipeline(
      createReadStream(join(packed, 'chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 }),
    );
    for (const name of ['fonts', 'swiftshader', 'al2023']) {
      const tar = await unpack(await readFile(join(packed, `${name}.tar.br`)));
      await unpackTar(tar, unfinished);
    }
    await rename(unfinished, home);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(home))) throw error;
  }
}

/**
 * Fonts are found by their place, and a folder may have been moved since it was unpacked: a browser
 * without fonts draws no letters at all, and every share of a front page would be another.
 */
async function keepFontConfiguration(home: string): Promise<void> {
  const path = join(home, 'fonts.conf');
  const wanted = fontConfiguration(home);
  if ((await readFile(path, 'utf8').catch(() => '')) === wanted) return;
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, wanted);
  await rename(unfinished, path);
}

const blockBytes = 512;

/** Regular files and folders of a ustar archive with short names, as this package packs them. */
async function unpackTar(tar: Buffer, folder: string): Promise<void> {
  const text = (from: number, length: number) =>
    tar
      .toString('latin1', from, from + length)
      .replace(/\0.*/s, '')
      .trim();
  for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0; ) {
    const name = text(at, 100);
    const size = Number.parseInt(text(at + 124, 12) || '0', 8);
    const kind = text(at + 156, 1);
    if (!name.includes('..') && (kind === '0' || kind === '')) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const bytes = tar.subarray(at + blockBytes, at + blockBytes + size);
      await writeFile(path, bytes, { mode: 0o755 });
    }
    at += blockBytes + Math.ceil(size / blockBytes) * blockBytes;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
