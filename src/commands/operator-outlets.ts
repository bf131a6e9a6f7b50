import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listOutlets } from '../../db/index.ts';
import {
  type AddedOutlet,
  ColumnInchesError,
  type OperatorDesk,
  type Outlet,
  type OutletListDesk,
  type OutletLook,
  type OutletRow,
  type PageLook,
} from '../domain/index.ts';
import {
  type OutletCheck,
  type PageInspection,
  parseOutlet,
  writeOpml,
} from '../../crawlers/index.ts';
import type { CommandContext } from './command.ts';
import type { DeskParts } from './operator-run.ts';
import { outletsFreezeCommand } from './outlets-freeze.ts';
import { outletsExportCommand, outletsImportCommand } from './outlets-opml.ts';
import { outletsAddCommand, writeOutletFile } from './outlets-add.ts';
import { isAddress, partInWords } from './outlets-page.ts';
import { outletsCheckCommand, outletsListCommand, worksWhole } from './outlets.ts';
import { followOwnOutlets, ownOutlets, ownOutletsFolder } from './own-outlets.ts';

/** Ends the name of a file that is put aside, so that nothing follows it. */
const pausedEnding = '.paused';

/** What administrators do with outlets; the YAML files stay the truth. */
export function outletsDesk(
  parts: DeskParts,
): Pick<
  OperatorDesk,
  | 'outlets'
  | 'addOutlet'
  | 'lookAtOutlet'
  | 'lookAtPage'
  | 'pauseOutlet'
  | 'expectItems'
  | 'outletFile'
  | 'saveOutletFile'
> &
  OutletListDesk {
  const { context, station, run, note } = parts;
  return {
    ...listDesk(parts),
    ...fileDesk(parts),
    outlets: async () => {
      const printed = JSON.parse(await run(outletsListCommand, {})) as ListedOutlet[];
      return printed.map((row) => rowOf(context, row));
    },
    addOutlet: async (by, { address, ...options }) => {
      const printed = await run(outletsAddCommand, { arguments: [address.trim()], options });
      const { outlet, written, problem = null } = JSON.parse(printed) as WrittenOutlet;
      if (written) await note(by, 'outlet added', outlet.id);
      return { outlet, written, problem };
    },
    lookAtOutlet: async (id) =>
      lookOf(JSON.parse(await run(outletsCheckCommand, { arguments: [id] })) as OutletCheck),
    lookAtPage: async (address) => {
      const wanted = address.trim();
      if (!isAddress(wanted)) throw noAddress();
      return pageLookOf(JSON.parse(await run(outletsCheckCommand, { arguments: [wanted] })));
    },
    pauseOutlet: async (by, id, pause) => {
      const file = await ownFile(parts, id);
      const [from, to] = pause ? [file, file + pausedEnding] : [file + pausedEnding, file];
      if (!existsSync(from)) return false;
      await rename(from, to);
      await followOwnOutlets({ ...context, tell: () => {} }, station);
      await note(by, pause ? 'outlet paused' : 'outlet resumed', id);
      return true;
    },
    expectItems: async (by, id, expected) => {
      const own = (await ownOutlets(context)).find((outlet) => outlet.id === id);
      if (!own) return false;
      await writeOutletFile(context, { ...own, expectedItemsPerDay: expected });
      await followOwnOutlets(context, station);
      await note(by, 'outlet changed', id);
      return true;
    },
  };
}

/** The file itself, for what has no field of its own on the page. */
function fileDesk(parts: DeskParts): Pick<OperatorDesk, 'outletFile' | 'saveOutletFile'> {
  const { context, station, note } = parts;
  const textOf = async (id: string) =>
    readFile(await ownFile(parts, id), 'utf8').catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code === 'ENOENT') return null;
      throw thrown;
    });
  return {
    outletFile: textOf,
    saveOutletFile: async (by, id, text) => {
      const before = await textOf(id);
      if (before === null) return false;
      const file = await ownFile(parts, id);
      parseOutlet(text, basename(file));
      await writeFile(file, text);
      try {
        await followOwnOutlets(context, station);
      } catch (thrown) {
        // Read alone it is sound, among the others it is not: an unknown successor.
        await writeFile(file, before);
        throw thrown;
      }
      await note(by, 'outlet changed', id);
      return true;
    },
  };
}

function listDesk({ run, note }: DeskParts): OutletListDesk {
  return {
    opml: async () => {
      const printed = await run(outletsExportCommand, {});
      return writeOpml(JSON.parse(printed) as Parameters<typeof writeOpml>[0]);
    },
    importOpml: async (by, text) => {
      const stdin = new TextEncoder().encode(text);
      const printed = await run(outletsImportCommand, { arguments: ['-'], stdin });
      const { added, kept } = JSON.parse(printed) as Record<'added' | 'kept', string[]>;
      await note(by, 'outlets imported', added.join(' '));
      return { added: added.length, kept: kept.length };
    },
    freezePage: async (by, address) => {
      const printed = await run(outletsFreezeCommand, { arguments: [address.trim()] });
      const { outletId } = JSON.parse(printed) as { readonly outletId: string };
      await note(by, 'page frozen', outletId);
      return outletId;
    },
  };
}

function noAddress(): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/no-address',
    verdict: 'stop-run',
    message: 'This is not the address of a page. It begins with https:// or http://.',
    messageVietnamese:
      'Đây không phải địa chỉ của một trang. Địa chỉ bắt đầu bằng https:// hoặc http://.',
  });
}

function pageLookOf(inspected: Omit<PageLook, 'parts'> & Pick<PageInspection, 'parts'>): PageLook {
  const { url, outletId, parts, proposals } = inspected;
  const shown = parts.map(({ part, value, place, confidence, reason }) => ({
    ...partInWords(part, reason),
    value,
    place,
    confidence,
  }));
  return { url, outletId, parts: shown, proposals };
}

function lookOf(check: OutletCheck): OutletLook {
  const { outletId, sources, sample } = check;
  return {
    outletId,
    works: worksWhole(check),
    sources: sources.map(({ source: { kind, url }, problem, ...found }) => ({
      kind,
      url,
      works: found.works,
      leads: found.leads,
      aired: found.aired,
      problem: problem ?? null,
    })),
    sample: sample ? { title: sample.title, words: sample.words, url: sample.url } : null,
  };
}

/** What the command prints; of an outlet that was followed already, no site. */
type WrittenOutlet = Omit<AddedOutlet, 'problem'> & Partial<Pick<AddedOutlet, 'problem'>>;

interface ListedOutlet {
  readonly outlet: Outlet;
  readonly followed: boolean;
  readonly stored: boolean;
}

function rowOf(context: CommandContext, { outlet, followed, stored }: ListedOutlet): OutletRow {
  if (followed) return { outlet, state: 'followed' };
  const file = join(ownOutletsFolder(context), `${outlet.id}.yaml${pausedEnding}`);
  if (existsSync(file)) return { outlet, state: 'paused' };
  return { outlet, state: stored ? 'replayed' : 'available' };
}

/** The file of an outlet that is stored here: an id from a form names no other file. */
async function ownFile({ context, station }: DeskParts, id: string): Promise<string> {
  const stored = await listOutlets(station.database.db, { demo: false });
  const known = stored.find((outlet) => outlet.id === id)?.id ?? 'unknown-outlet';
  return join(ownOutletsFolder(context), `${known}.yaml`);
}
