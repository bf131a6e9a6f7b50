import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BackupManifest, readBackup, restoreBackup, writeBackup } from '../../db/index.ts';
import { ColumnInchesError, numberOf, formFor } from '../domain/index.ts';
import { programVersion } from './export.ts';
import type { Command, CommandContext } from './command.ts';
import { ownOutletsFolder } from './own-outlets.ts';

/** A copy of everything, taken while the program runs. */
export const backupCommand: Command = {
  usage: 'backup <folder>',
  about: {
    vi: 'Sao lưu toàn bộ (cơ sở dữ liệu, trang gốc, tệp cơ quan báo chí) vào một thư mục, ngay khi đang chạy',
    en: 'back up everything (database, raw pages, outlet files) into a folder, while it runs',
  },
  options: [],
  example: 'column-inches backup /mnt/backup/column-inches',
  run: async (context, input) => {
    const folder = resolve(input.arguments[0] ?? '');
    refuseDataFolder(context, folder);
    const station = await context.openStation();
    try {
      const { database, archive } = station;
      const manifest = await writeBackup({
        connection: database.connection,
        archive,
        folder,
        program: await programVersion(context),
        now: context.clock.now(),
        signal: context.signal,
        onPages: (done) => context.progress(pagesDone(done)),
      });
      await copyFiles(ownOutletsFolder(context), join(folder, 'outlets'));
      await tellBackup(context, folder, manifest);
      return manifest.blobs.missing + manifest.blobs.damaged > 0 ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};

/** Its own outlet files would be cleared for a copy of them. */
function refuseDataFolder({ config }: CommandContext, folder: string): void {
  if (folder !== resolve(config.dataFolder)) return;
  throw new ColumnInchesError({
    code: 'backup/data-folder',
    verdict: 'stop-run',
    message: `${folder} is what is to be backed up. Name another folder, best on another disk.`,
    messageVietnamese: `${folder} chính là thứ cần sao lưu. Hãy chỉ thư mục khác, tốt nhất ở ổ đĩa khác.`,
  });
}

/** Into an empty installation, on this or another machine, embedded or on a server. */
export const restoreCommand: Command = {
  usage: 'restore <folder>',
  about: {
    vi: 'Khôi phục bản sao lưu vào một bản cài đặt trống; nâng cấp lược đồ nếu bản sao lưu cũ hơn',
    en: 'restore a backup into an empty installation; an older one is brought up to date',
  },
  options: [],
  example: 'COLUMN_INCHES_DATA=/srv/new column-inches restore /mnt/backup/column-inches',
  beside: 'never',
  run: async (context, input) => {
    const folder = resolve(input.arguments[0] ?? '');
    // A wrong folder is told before anything is made.
    await readBackup(folder);
    const station = await context.openStation({
      command: 'restore',
      beside: 'never',
      untouched: true,
    });
    try {
      const { database, archive } = station;
      const manifest = await restoreBackup({
        db: database.db,
        connection: database.connection,
        archive,
        folder,
        signal: context.signal,
        onPages: (done) => context.progress(pagesDone(done)),
      });
      const own = ownOutletsFolder(context);
      await copyFiles(join(folder, 'outlets'), own, { keepOwn: true });
      await tellRestored(context, manifest);
      return 0;
    } finally {
      await station.close();
    }
  },
};

function pagesDone(done: number) {
  return { vi: `Đã chép ${done} trang gốc…`, en: `${numberOf(done, 'raw page')} copied…` };
}

/** A folder's files as they are now; `keepOwn` = a file that is there already stays. */
async function copyFiles(from: string, to: string, options: { keepOwn?: boolean } = {}) {
  const names = await readdir(from).catch(() => []);
  if (!options.keepOwn) await rm(to, { recursive: true, force: true });
  if (names.length === 0) return;
  await mkdir(to, { recursive: true, mode: 0o700 });
  await cp(from, to, { recursive: true, force: options.keepOwn !== true });
}

async function tellBackup(context: CommandContext, folder: string, manifest: BackupManifest) {
  const { tables, blobs } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if (context.json) {
    await context.print(JSON.stringify({ folder, tables: tables.length, rows, pages: blobs }));
    return;
  }
  context.tell({
    vi: `Đã sao lưu vào ${folder}: ${tables.length} bảng, ${rows} dòng, ${blobs.kept} trang gốc.`,
    en: `Backed up into ${folder}: ${numberOf(tables.length, 'table')}, ${numberOf(rows, 'row')}, ${numberOf(blobs.kept, 'raw page')}.`,
  });
  context.tell({
    vi: 'Bản sao lưu có mật khẩu đã băm và địa chỉ người nhận thư: chỉ người vận hành được đọc.',
    en: 'It holds hashed passwords and subscribers’ addresses: keep it for the operator’s eyes.',
  });
  if (blobs.missing + blobs.damaged === 0) return;
  context.tell({
    vi: `Kho lưu trữ thiếu ${blobs.missing} và hỏng ${blobs.damaged} trang gốc; số liệu của chúng vẫn còn.`,
    en: `The archive lacks ${numberOf(blobs.missing, 'raw page')}, ${blobs.damaged} ${formFor(blobs.damaged, 'is', 'are')} damaged; their figures stay.`,
  });
}

async function tellRestored(context: CommandContext, manifest: BackupManifest) {
  const { madeAt, program, tables } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  if (context.json) {
    await context.print(JSON.stringify({ madeAt, program, tables: tables.length, rows }));
    return;
  }
  context.tell({
    vi:
      `Đã khôi phục bản sao lưu lúc ${madeAt} (phiên bản ${program}): ${rows} dòng. ` +
      'Với cùng các thiết lập, chạy: column-inches start',
    en:
      `Restored the backup of ${madeAt} (version ${program}): ${numberOf(rows, 'row')}. ` +
      'With the same settings, run: column-inches start',
  });
}
