import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { sentencesOf } from '../../analyzers/index.ts';
import { createFetchDoor } from '../../crawlers/index.ts';
import { folderArchive } from '../../db/index.ts';
import { type ExitCode, runCommandLine } from '../../src/cli.ts';
import type { Station } from '../../src/commands/command.ts';
import type { FetchAttempt } from '../../src/domain/index.ts';
import { createNumbers } from '../../src/publish/index.ts';
import { systemClock } from '../../src/system-clock.ts';
import { testDatabase } from '../database.ts';
import { quietLog, testContext } from './context.ts';

export interface Ran {
  readonly exitCode: ExitCode;
  readonly printed: string[];
  /** All that was told to people, one text. */
  readonly told: string;
}

/** How a command opens a database with an archive in a folder, and the real door. */
export function stationOver(database: Station['database'], folder: string): () => Promise<Station> {
  return async () => {
    const ownAttempts: FetchAttempt[] = [];
    const onOwnAttempt = (attempt: FetchAttempt) => void ownAttempts.push(attempt);
    const door = createFetchDoor({ clock: systemClock, log: quietLog, onOwnAttempt });
    const archive = folderArchive(join(folder, 'archive'), { durable: false });
    const numbers = createNumbers(database.db, { sentencesOf, archive });
    return { database, archive, door, ownAttempts, numbers, close: () => door.close() };
  };
}

/**
 * A whole installation for commands: a real database, an archive and a data folder of its own, and
 * the real door. `outletCatalogue` is an empty folder to put outlets into.
 */
export async function testInstallation() {
  const folder = await mkdtemp(join(tmpdir(), 'column-inches-command-'));
  const database = await testDatabase();
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const open = stationOver(database, folder);
  const run = async (
    words: readonly string[],
    options: { readonly language?: 'vi' | 'en'; readonly stdin?: string } = {},
  ): Promise<Ran> => {
    const json = words.includes('--json');
    const given = testContext({
      ...options,
      json,
      openStation: open,
      config: { dataFolder: folder, archiveFolder: join(folder, 'archive') },
    });
    const folders = { ...given.context.folders, outletCatalogue: join(folder, 'catalogue') };
    const exitCode = await runCommandLine(words, { ...given.context, folders });
    return { exitCode, printed: given.printed, told: given.told.join('\n') };
  };
  return { database, folder, run, open };
}
