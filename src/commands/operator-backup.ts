import { join } from 'node:path';
import { backupAsTar, readBackup } from '../../db/index.ts';
import type { BackupDesk } from '../domain/index.ts';
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
      return counted(backupAsTar(folder, unpacked), (change) => {
        downloads += change;
      });
    },
  };
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  count: (change: 1 | -1) => void,
): AsyncGenerator<Uint8Array> {
  count(1);
  try {
    yield* bytes;
  } finally {
    count(-1);
  }
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
