import { access, constants, mkdir, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { systemResolve } from '../../crawlers/index.ts';
import { bucketArchive, type RunningHolder } from '../../db/index.ts';
import { bucketOf } from '../config.ts';
import { asColumnInchesError, type Bilingual, type Outlet } from '../domain/index.ts';
import type { CommandContext } from './command.ts';

/** What the doctor found of one thing; a trouble (`ok` false) names its mend. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  /** Nothing is broken, but a person should know it. */
  readonly note?: true;
  readonly text: Bilingual;
}

export function sound(check: string, text: Bilingual): Finding {
  return { check, ok: true, text };
}

export function worthKnowing(check: string, text: Bilingual): Finding {
  return { check, ok: true, note: true, text };
}

export function trouble(check: string, text: Bilingual): Finding {
  return { check, ok: false, text };
}

const leastFreeBytes = 1024 ** 3;
/** This program did not exist before: a clock that says so is wrong. */
const earliestNow = Date.parse('2026-01-01T00:00:00Z');
const lookupPatienceMs = 5_000;

export function nodeVersion(version: string = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) {
    return sound('node', { vi: `Node.js ${version}`, en: `Node.js ${version}` });
  }
  return trouble('node', {
    vi: `Node.js ${version} quá cũ: cần 22.12 trở lên. Chạy qua "npm start", vì npm đã cài sẵn bản đúng.`,
    en: `Node.js ${version} is too old: 22.12 or newer is needed. Run through "npm start", since npm installed the right one.`,
  });
}

/** Certificates are judged by the machine's clock, and days are counted by it. */
export function machineClock({ clock }: Pick<CommandContext, 'clock'>): Finding {
  const now = clock.now();
  const shown = now.toISOString().slice(0, 16).replace('T', ' ');
  if (now.getTime() >= earliestNow) {
    const [day = '', time = ''] = shown.split(' ');
    const written = `${time} UTC, ${day.split('-').toReversed().join('/')}`;
    return sound('clock', { vi: `Đồng hồ máy: ${written}`, en: `Machine clock: ${shown} UTC` });
  }
  return trouble('clock', {
    vi: `Đồng hồ máy chỉ ${shown} UTC, quá xa trong quá khứ: mọi kết nối mã hóa sẽ hỏng. Chỉnh lại giờ.`,
    en: `The machine's clock says ${shown} UTC, long past: every encrypted connection will fail. Set it.`,
  });
}

/** Front pages need a browser; everything else works without one. */
export async function browser(context: CommandContext): Promise<Finding> {
  const path = context.config.chromiumPath;
  const fits = process.platform === 'linux' && process.arch === 'x64';
  const works = path === null ? fits : (await failureOf(access(path, constants.X_OK))) === null;
  const name = path ?? '@sparticuz/chromium';
  if (works) {
    return sound('browser', {
      vi: `Trình duyệt để xem trang nhất: ${name}`,
      en: `Browser for front pages: ${name}`,
    });
  }
  return trouble('browser', {
    vi: `Không chạy được trình duyệt ${name}. Cài Chromium rồi đặt COLUMN_INCHES_CHROMIUM là đường dẫn của nó.`,
    en: `The browser ${name} cannot run. Install Chromium and set COLUMN_INCHES_CHROMIUM to its path.`,
  });
}

export async function dataFolder(context: CommandContext): Promise<Finding> {
  const folder = context.config.dataFolder;
  const why = await failureOf(makeWritable(folder));
  if (why === null) {
    return sound('data-folder', {
      vi: `Thư mục dữ liệu ghi được: ${folder}`,
      en: `Data folder can be written: ${folder}`,
    });
  }
  return trouble('data-folder', {
    vi: `Không ghi được thư mục dữ liệu ${folder} (${why}). Đổi quyền hoặc đặt COLUMN_INCHES_DATA.`,
    en: `The data folder ${folder} cannot be written (${why}). Change its rights or set COLUMN_INCHES_DATA.`,
  });
}

/** It is made at the first page kept: until then the nearest folder above it must let us. */
export async function archiveFolder(context: CommandContext): Promise<Finding> {
  if (context.config.bucketUrl !== null) return await archiveBucket(context);
  const folder = context.config.archiveFolder;
  const why = await failureOf(writableOrAbove(folder));
  if (why === null) {
    return sound('archive', {
      vi: `Kho lưu trữ ghi được: ${folder}`,
      en: `Archive can be written: ${folder}`,
    });
  }
  return trouble('archive', {
    vi: `Kho lưu trữ ${folder} không dùng được (${why}). Đặt COLUMN_INCHES_ARCHIVE là một thư mục ghi được.`,
    en: `The archive ${folder} cannot be used (${why}). Set COLUMN_INCHES_ARCHIVE to a folder that can be written.`,
  });
}

async function archiveBucket({ config }: CommandContext): Promise<Finding> {
  try {
    const bucket = bucketOf(config);
    if (bucket) await bucketArchive(bucket).has('0'.repeat(64));
    return sound('archive', {
      vi: `Kho chứa trả lời: ${config.bucketUrl}`,
      en: `The bucket answers: ${config.bucketUrl}`,
    });
  } catch (thrown) {
    const error = asColumnInchesError(thrown, { code: 'archive/bucket', verdict: 'stop-run' });
    return trouble('archive', { vi: error.messageVietnamese ?? error.message, en: error.message });
  }
}

async function makeWritable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
}

async function writableOrAbove(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && dirname(folder) !== folder) return null;
    throw error;
  });
  if (found === null) return writableOrAbove(dirname(folder));
  // A file answers "not a folder" to the dot inside it, in the system's own words.
  await access(`${folder}/.`, constants.W_OK);
}

export async function freeSpace(context: CommandContext): Promise<Finding> {
  const { bavail, bsize } = await statfs(context.config.dataFolder).catch(() => statfs('.'));
  const free = bavail * bsize;
  const gigabytes = (free / 1024 ** 3).toFixed(1);
  if (free >= leastFreeBytes) {
    return sound('disk', {
      vi: `Còn trống ${gigabytes.replace('.', ',')} GB trên đĩa`,
      en: `${gigabytes} GB free on the disk`,
    });
  }
  return trouble('disk', {
    vi: `Đĩa chỉ còn ${gigabytes.replace('.', ',')} GB: cần ít nhất 1 GB. Dọn bớt hoặc chuyển thư mục dữ liệu.`,
    en: `Only ${gigabytes} GB free on the disk: at least 1 GB is needed. Clear some or move the data folder.`,
  });
}

/** Whether the pages could be served; a running program of ours has the port rightly. */
export async function pagesPort(
  context: CommandContext,
  running: RunningHolder | null,
): Promise<Finding> {
  const { host, port } = context.config;
  const why = await failureOf(listenOnce(host, port));
  const place = `${host}:${port}`;
  if (why === null) {
    return sound('port', {
      vi: `Cổng của trang số liệu còn trống: ${place}`,
      en: `The port of the pages is free: ${place}`,
    });
  }
  if (why.includes('EADDRINUSE') && running !== null) {
    return sound('port', {
      vi: `Trang số liệu đang mở ở http://${place}`,
      en: `The pages are open at http://${place}`,
    });
  }
  return trouble('port', {
    vi: `Không mở được trang số liệu ở ${place} (${why}). Dừng chương trình đang dùng cổng đó, hoặc đặt COLUMN_INCHES_PORT hay COLUMN_INCHES_HOST khác.`,
    en: `The pages cannot be served on ${place} (${why}). Stop what uses that port, or set another COLUMN_INCHES_PORT or COLUMN_INCHES_HOST.`,
  });
}

function listenOnce(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** Whether the first followed site's name is found: no page is asked for. */
export async function reach(outlet: Outlet): Promise<Finding> {
  const { hostname } = new URL(outlet.homepage);
  const why = await failureOf(withPatience(systemResolve(hostname)));
  if (why === null) {
    return sound('network', {
      vi: `Tìm được tên máy chủ ${hostname}`,
      en: `The name ${hostname} is found`,
    });
  }
  return trouble('network', {
    vi: `Không tìm được tên máy chủ ${hostname} (${why}). Kiểm tra kết nối mạng và DNS của máy, hoặc địa chỉ trong tệp của ${outlet.id}.`,
    en: `The name ${hostname} is not found (${why}). Check this machine's network and DNS, or the address in the file of ${outlet.id}.`,
  });
}

async function withPatience(asked: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, lookupPatienceMs, new DOMException('no answer', 'TimeoutError'));
  });
  try {
    await Promise.race([asked, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Null where it works, else the system's own words. */
async function failureOf(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt;
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
