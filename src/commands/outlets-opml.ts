import { readFile } from 'node:fs/promises';
import {
  isSameSite,
  loadOutlets,
  outletOfPage,
  type OpmlFeed,
  parseOpml,
  writeOpml,
} from '../../crawlers/index.ts';
import { listOutlets, refuseOtherWorld } from '../../db/index.ts';
import { ColumnInchesError, numberOf, type Outlet, type Source } from '../domain/index.ts';
import type { Command, CommandContext } from './command.ts';
import { writeOutletFile } from './outlets-add.ts';
import { followOwnOutlets, isFollowed, ownOutlets } from './own-outlets.ts';
import { ensureRegister } from './shipped-register.ts';

/** As many as an outlet's file may hold. */
const mostSources = 200;

/** Follows the outlets of a feed reader's subscription list. */
export const outletsImportCommand: Command = {
  usage: 'outlets import <file>',
  about: {
    vi: 'Theo dõi các cơ quan trong danh sách nguồn tin OPML của một trình đọc tin',
    en: "follow the outlets of a feed reader's OPML list",
  },
  options: [],
  example: 'column-inches outlets import subscriptions.opml',
  needsOutletFiles: true,
  run: async (context, input) => {
    const [file = ''] = input.arguments;
    const feeds = await readFeeds(context, file);
    const catalogue = await loadOutlets(context.folders.outletCatalogue);
    const own = await ownOutlets(context);
    const outlets = outletsOf(feeds, catalogue);
    const isOwn = ({ homepage }: Outlet) => own.some((one) => isSameSite(homepage, one.homepage));
    const added = outlets.filter((outlet) => !isOwn(outlet));
    const kept = outlets.filter(isOwn);
    const station = await context.openStation();
    try {
      await refuseOtherWorld(station.database.db, added);
      for (const outlet of added) await writeOutletFile(context, outlet);
      await followOwnOutlets(context, station);
      await tellImported(context, added, kept);
      if (added.length > 0) await ensureRegister(context, station, added);
    } finally {
      await station.close();
    }
    return 0;
  },
};

async function readFeeds(
  { stdin }: Pick<CommandContext, 'stdin'>,
  path: string,
): Promise<readonly OpmlFeed[]> {
  const file = path === '-' ? 'OPML' : path;
  const bytes = await (path === '-' ? allOf(stdin) : readFile(path)).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  const { feeds } = parseOpml(bytes);
  const usable = feeds.filter(({ feedUrl }) => /^https?:\/\//i.test(feedUrl));
  if (usable.length === 0) throw unreadable(file);
  return usable;
}

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
}

function unreadable(file: string, cause?: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/no-feeds',
    verdict: 'stop-run',
    message: `${file} names no feed that could be followed. Export OPML from a feed reader.`,
    messageVietnamese: `${file} không có nguồn tin nào theo dõi được. Hãy xuất OPML từ trình đọc tin.`,
    cause,
  });
}

/** One outlet a site, with the feeds of the list after those the catalogue knows. */
function outletsOf(feeds: readonly OpmlFeed[], catalogue: readonly Outlet[]): readonly Outlet[] {
  const outlets: Outlet[] = [];
  for (const feed of feeds) {
    const site = feed.pageUrl !== null && isWebAddress(feed.pageUrl) ? feed.pageUrl : feed.feedUrl;
    const at = outlets.findIndex(({ homepage }) => isSameSite(site, homepage));
    const known = outlets[at] ?? described(outletOfPage(site, catalogue), feed);
    const outlet = withFeed(known, feed);
    if (at >= 0) outlets[at] = outlet;
    else outlets.push(outlet);
  }
  return outlets;
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

/** An outlet nobody described has the name and language that the list gives its feed. */
function described(outlet: Outlet, feed: OpmlFeed): Outlet {
  if (outlet.sources.length > 0) return outlet;
  const homepage: Source = { kind: 'homepage', url: outlet.homepage };
  const language = isLanguage(feed.language) ? feed.language : outlet.language;
  const expectedItemsPerDay = { min: 1, max: 1_000 };
  return { ...outlet, name: feed.title, language, sources: [homepage], expectedItemsPerDay };
}

function isLanguage(tag: string | null): tag is string {
  try {
    return tag !== null && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function withFeed(outlet: Outlet, { feedUrl, title }: OpmlFeed): Outlet {
  const { sources } = outlet;
  if (sources.some(({ url }) => url === feedUrl) || sources.length >= mostSources) return outlet;
  const feed: Source = { kind: 'feed', url: feedUrl, title: title.slice(0, 200) };
  return { ...outlet, sources: [...sources, feed] };
}

async function tellImported(
  context: CommandContext,
  added: readonly Outlet[],
  kept: readonly Outlet[],
): Promise<void> {
  if (context.json) {
    const ids = (outlets: readonly Outlet[]) => outlets.map(({ id }) => id);
    return await context.print(JSON.stringify({ added: ids(added), kept: ids(kept) }));
  }
  for (const { id, name, sources } of added) {
    context.tell({
      vi: `  + ${name} (${id}), ${sources.length} nguồn`,
      en: `  + ${name} (${id}), ${numberOf(sources.length, 'source')}`,
    });
  }
  context.tell({
    vi: `Đã thêm ${added.length} cơ quan; ${kept.length} cơ quan đã theo dõi thì tệp giữ nguyên.`,
    en: `Added ${numberOf(added.length, 'outlet')}; the files of ${kept.length} followed already stay as they are.`,
  });
}

/** The feeds of the followed outlets as OPML, for feed readers and other installations. */
export const outletsExportCommand: Command = {
  usage: 'outlets export',
  about: {
    vi: 'In các nguồn tin RSS/Atom của những cơ quan đang theo dõi ở dạng OPML',
    en: 'print the feeds of the followed outlets as OPML',
  },
  options: [],
  example: 'column-inches outlets export > subscriptions.opml',
  run: async (context) => {
    const station = await context.openStation();
    try {
      const outlets = (await listOutlets(station.database.db)).filter(
        (outlet) => isFollowed(outlet) && !outlet.demo,
      );
      const feeds = outlets.flatMap(feedsOf);
      const document = { title: 'Column Inches', feeds };
      await context.print(context.json ? JSON.stringify(document) : writeOpml(document).trimEnd());
      return 0;
    } finally {
      await station.close();
    }
  },
};

function feedsOf({ name, homepage, language, sources }: Outlet): OpmlFeed[] {
  return sources
    .filter(({ kind }) => kind === 'feed')
    .map(({ url, title }) => ({
      title: title ?? name,
      feedUrl: url,
      pageUrl: homepage,
      folders: [name],
      language,
    }));
}
