import { join } from 'node:path';
import { backupAsTar, readBackup } from '../../db/index.ts';
import { type BackupDesk, ColumnInchesError } from '../domain/index.ts';
import { backupCommand } from './backup.ts';
import type { CommandContext } from './command.ts';
import { backgroundCommand, type DeskParts } from './operator-run.ts';
import { asTyped } from './typed.ts';

/** Folder that a downloaded backup unpacks into. */
const unpacked = 'column-inches-backup';

/** Backups made from a page: beside the data, to be downloaded and kept elsewhere. */
export function backupDesk(parts: DeskParts): BackupDesk {
  const { context, note } = parts;
  const folder = join(context.config.dataFolder, 'backup');
  const backup = backgroundCommand(parts, backupCommand, () => true as const);
  let downloads = 0;
  const kept = () => readBackup(folder).catch(() => null);
  // Counted before it is looked whether a run is going, with nothing awaited between: from then on
  // none begins. A download that nobody reads is not counted, and holds nothing up.
  async function* download(): AsyncGenerator<Uint8Array> {
    downloads += 1;
    try {
      if (backup.state().runningSince !== null) throw beingMade();
      yield* backupAsTar(folder, unpacked);
    } finally {
      downloads -= 1;
    }
  }
  return {
    backupState: async () => ({
      ...backup.state(),
      folder,
      kept: summaryOf(await kept()),
      restoreLines: restoreLines(context),
    }),
    startBackup: async (by) => {
      // What somebody is downloading must not change under it.
      if (downloads > 0) return false;
      const isBegun = backup.start({ input: { arguments: [folder], options: {} } });
      if (isBegun) await note(by, 'backup begun', '');
      return isBegun;
    },
    backupFile: async (by) => {
      if (backup.state().runningSince !== null || (await kept()) === null) return null;
      await note(by, 'backup downloaded', '');
      return download();
    },
  };
}

/** Another run may have begun between the asking and the first byte. */
function beingMade(): ColumnInchesError {
  return new ColumnInchesError({
    code: 'backup/being-made',
    verdict: 'stop-run',
    message: 'The backup is being made anew. Wait until that is done, then download it again.',
    messageVietnamese: 'Bản sao lưu đang được làm lại. Hãy đợi xong rồi tải lại.',
  });
}

function summaryOf(manifest: Awaited<ReturnType<typeof readBackup>> | null) {
  if (manifest === null) return null;
  const { madeAt, program, tables, blobs } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { madeAt, program, rows, pages: blobs.kept, lost: blobs.missing + blobs.damaged };
}

/** Into an empty installation beside this one, on this or another machine. */
function restoreLines({ config, program }: CommandContext): string[] {
  const server = config.databaseUrl === null ? '' : 'DATABASE_URL=postgres://… ';
  const place = `COLUMN_INCHES_DATA=./data-restored ${server}`;
  return [
    `tar -xf ${unpacked}.tar`,
    asTyped(`${place}column-inches restore ./${unpacked}`, program),
    asTyped(`${place}column-inches start`, program),
  ];
}
