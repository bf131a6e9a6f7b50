import { hostname } from 'node:os';
import { join } from 'node:path';
import { loadOutlets } from '../../crawlers/index.ts';
import { getState, listOutlets, saveOutlets, setState } from '../../db/index.ts';
import { ColumnInchesError, type Outlet } from '../domain/index.ts';
import type { Command, CommandContext, Station } from './command.ts';
import { commandName } from './command.ts';

/** Folder of the operator's own outlet files, beside the database. */
export function ownOutletsFolder(context: Pick<CommandContext, 'config'>): string {
  return join(context.config.dataFolder, 'outlets');
}

/**
 * The context a command runs in: each station it opens follows the operator's own outlet files
 * first, so that an edited or removed file counts at once and for every command.
 */
export function followingOwnOutlets(context: CommandContext, command: Command): CommandContext {
  const use = { command: commandName(command), beside: command.beside ?? 'always' } as const;
  return {
    ...context,
    openStation: async (given = use) => {
      const station = await context.openStation(given);
      if (given.untouched) return station;
      try {
        await followOwnOutlets(context, station);
      } catch (thrown) {
        const isFile = thrown instanceof ColumnInchesError && thrown.code.startsWith('outlets/');
        if (!isFile || command.needsOutletFiles) {
          await station.close();
          throw thrown;
        }
        context.tell({
          vi: `Bỏ qua tệp cơ quan báo chí có chỗ sai, dùng bản đã lưu. ${thrown.messageVietnamese ?? thrown.message}`,
          en: `Passing over an outlet file with a fault, using what is stored. ${thrown.message}`,
        });
      }
      return station;
    },
  };
}

/** The operator's own outlets as their files say; none where there is no such folder yet. */
export async function ownOutlets(
  context: Pick<CommandContext, 'config' | 'folders'>,
): Promise<readonly Outlet[]> {
  const { outletCatalogue } = context.folders;
  return loadOutlets(ownOutletsFolder(context), outletCatalogue).catch((thrown: unknown) => {
    if (isMissingFolder(thrown)) return [];
    throw thrown;
  });
}

/** The YAML is the truth, the database follows it; what was replayed or stored otherwise stays. */
export async function followOwnOutlets(context: CommandContext, station: Station): Promise<void> {
  const outlets = await ownOutlets(context);
  const { db } = station.database;
  const stored = new Map((await listOutlets(db, { demo: false })).map((one) => [one.id, one]));
  const changed = outlets.filter((outlet) => !isSame(outlet, stored.get(outlet.id)));
  const ids = outlets.map(({ id }) => id);
  const key = folderKey(context);
  const readBefore = (await getState(db, 'ownOutlets')) ?? {};
  // One that was never a file of this folder is not its to remove.
  const gone = (readBefore[key] ?? []).filter((id) => !ids.includes(id));
  // Its items stay; without sources it is not crawled.
  const left = gone.flatMap((id) => stored.get(id) ?? []).filter(isFollowed);
  const unfollowed = left.map((outlet) => ({ ...outlet, sources: [] }));
  if (changed.length + left.length > 0) await saveOutlets(db, [...changed, ...unfollowed]);
  for (const outlet of left) {
    context.tell({
      vi: `Không còn theo dõi ${outlet.name} (${outlet.id}): tệp của nó đã bị xóa. Tin đã lưu vẫn còn.`,
      en: `${outlet.name} (${outlet.id}) is followed no more: its file was removed. Its items stay.`,
    });
  }
  if (String(readBefore[key]) !== String(ids)) {
    await setState(db, 'ownOutlets', { ...readBefore, [key]: ids });
  }
}

/** An outlet without sources is known from saved pages, or was followed once. */
export function isFollowed(outlet: Outlet): boolean {
  return outlet.sources.length > 0;
}

function isMissingFolder(thrown: unknown): boolean {
  const { cause } = thrown as { cause?: NodeJS.ErrnoException };
  return thrown instanceof ColumnInchesError && cause?.code === 'ENOENT';
}

/** Equal as stored: the database gives the fields in an order of its own. */
function isSame(one: Outlet, other: Outlet | undefined): boolean {
  return other !== undefined && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** An embedded database moves with its folder; a server's is shared by folders of many machines. */
function folderKey(context: CommandContext): string {
  return context.config.databaseUrl === null
    ? 'data folder'
    : `${hostname()}:${ownOutletsFolder(context)}`;
}
