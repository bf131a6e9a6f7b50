import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Discovery,
  discoverOutlet,
  type Finding,
  isSameSite,
  loadOutlets,
  outletJsonSchema,
  outletYaml,
} from '../../crawlers/index.ts';
import {
  type Bilingual,
  ColumnInchesError,
  numberOf,
  type Outlet,
  saidOf,
  type Source,
} from '../domain/index.ts';
import { refuseOtherWorld } from '../../db/index.ts';
import type { Command, CommandContext, CommandInput, ExitCode, Station } from './command.ts';
import { keepingLooks } from './looks.ts';
import { followOwnOutlets, ownOutlets, ownOutletsFolder } from './own-outlets.ts';
import { ensureRegister, leaveOutShipped } from './shipped-register.ts';

/** Written beside the outlet files, for editors that complete and check them. */
const schemaName = 'outlet.schema.json';

/** Follows an outlet: as the shipped catalogue describes it, and as its site is seen now. */
export const outletsAddCommand: Command = {
  usage: 'outlets add <address>',
  about: {
    vi: 'Theo dõi thêm một cơ quan báo chí: địa chỉ trang web, hoặc mã trong danh mục có sẵn',
    en: 'follow one more outlet: the address of its site, or an id of the shipped catalogue',
  },
  options: [
    {
      flags: '--replace',
      about: {
        vi: 'ghi lại tệp của cơ quan đã theo dõi; tệp cũ giữ lại với đuôi .before',
        en: 'write the file of a followed outlet anew; the old one stays as .before',
      },
    },
    {
      flags: '--private-network',
      about: {
        vi: 'trang web nằm trên máy này hoặc trong mạng riêng',
        en: 'the site is on this machine or in a private network',
      },
    },
    {
      flags: '--without-register',
      about: {
        vi: 'không nạp danh bạ kèm sẵn của tỉnh; bạn nhập danh bạ của mình',
        en: 'take in no shipped register of its province; you import one of your own',
      },
    },
  ],
  example: 'column-inches outlets add https://baoquangngai.vn',
  needsOutletFiles: true,
  run: async (context, input) => {
    const [address = ''] = input.arguments;
    const catalogue = await loadOutlets(context.folders.outletCatalogue);
    const known = catalogue.find((outlet) => isAskedFor(outlet, address));
    if (known === undefined) refuseUnlessAddress(address);
    const station = await context.openStation();
    try {
      const own = (await ownOutlets(context)).find((outlet) => isAskedFor(outlet, address));
      const kept = own ?? null;
      if (kept !== null && input.options['replace'] !== true) return tellKept(context, kept);
      const seen = await look(context, station, { address, known, input });
      if (seen.discovery === null && known === undefined) throw seen.problem;
      const outlet = known ?? (seen.discovery?.outlet as Outlet);
      return await follow(context, station, { outlet, seen, known, input });
    } finally {
      await station.close();
    }
  },
};

function isAskedFor(outlet: Outlet, address: string): boolean {
  if (outlet.id === address) return true;
  return URL.canParse(address) && isSameSite(address, outlet.homepage);
}

function refuseUnlessAddress(address: string): void {
  if (/^https?:\/\//.test(address) && URL.canParse(address)) return;
  throw new ColumnInchesError({
    code: 'input/bad-address',
    verdict: 'stop-run',
    message:
      `"${address}" is neither an address nor an id of the catalogue. ` +
      'Write the whole address (https://…), or see "column-inches outlets list".',
    messageVietnamese:
      `“${address}” không phải địa chỉ, cũng không phải mã trong danh mục. ` +
      'Viết đầy đủ địa chỉ (https://…), hoặc xem "column-inches outlets list".',
  });
}

async function tellKept(context: CommandContext, outlet: Outlet): Promise<ExitCode> {
  const file = fileOf(context, outlet);
  if (context.json) {
    await context.print(JSON.stringify({ outlet, file, written: false }));
    return 0;
  }
  context.tell({
    vi: `${outlet.name} (${outlet.id}) đã được theo dõi; ${file} giữ nguyên. Muốn ghi lại: thêm --replace.`,
    en: `${outlet.name} (${outlet.id}) is followed already; ${file} stays as it is. Add --replace to write it anew.`,
  });
  return 0;
}

function fileOf(context: CommandContext, outlet: Outlet): string {
  return join(ownOutletsFolder(context), `${outlet.id}.yaml`);
}

/** What the site itself shows now, or why it cannot be seen. */
interface Seen {
  readonly discovery: Discovery | null;
  readonly problem: ColumnInchesError | null;
}

async function look(
  context: CommandContext,
  station: Station,
  asked: { address: string; known: Outlet | undefined; input: CommandInput },
): Promise<Seen> {
  const { known, input } = asked;
  const address = known?.homepage ?? asked.address;
  context.tell({ vi: `Đang xem ${address} …`, en: `Looking at ${address} …` });
  const isPrivate = known?.allowPrivateAddresses === true;
  try {
    const discovery = await discoverOutlet(address, {
      door: keepingLooks(station, null),
      clock: context.clock,
      signal: context.signal,
      allowPrivateAddresses: isPrivate || input.options['privateNetwork'] === true,
      ...(known ? { delayMs: known.delayMs } : {}),
      onStep: (step) => context.progress({ vi: step, en: step }),
    });
    return { discovery, problem: null };
  } catch (thrown) {
    context.signal.throwIfAborted();
    if (!(thrown instanceof ColumnInchesError)) throw thrown;
    return { discovery: null, problem: thrown };
  }
}

async function follow(
  context: CommandContext,
  station: Station,
  added: { outlet: Outlet; seen: Seen; known: Outlet | undefined; input: CommandInput },
): Promise<ExitCode> {
  const { outlet, seen, known, input } = added;
  const file = fileOf(context, outlet);
  // A file that no command could take up would stop every later one.
  await refuseOtherWorld(station.database.db, [outlet]);
  await writeOutletFile(context, outlet);
  if (input.options['withoutRegister'] === true) await leaveOutShipped(station);
  // Before a running program hears of the outlet, which would take it in and say so as well.
  await ensureRegister(context, station, [outlet]);
  await followOwnOutlets(context, station);
  const compared = known && seen.discovery ? compare(known, seen.discovery) : null;
  if (context.json) {
    const problem = seen.problem ? { code: seen.problem.code, ...saidOf(seen.problem) } : null;
    const site = seen.discovery ? { found: seen.discovery.found, ...compared } : null;
    await context.print(JSON.stringify({ outlet, file, written: true, site, problem }));
  } else {
    if (compared) tellCompared(context, compared);
    else if (seen.discovery) tellFound(context, seen.discovery.found);
    tellAdded(context, outlet, { file, beside: station.database.heldBy !== null });
    if (seen.problem) tellUnseen(context, seen.problem);
  }
  return seen.problem ? 3 : 0;
}

/** Writes an outlet's YAML, with the schema beside it; a file that was there stays as `.before`. */
export async function writeOutletFile(context: CommandContext, outlet: Outlet): Promise<void> {
  const folder = ownOutletsFolder(context);
  const file = fileOf(context, outlet);
  await mkdir(folder, { recursive: true });
  if (existsSync(file)) await rename(file, `${file}.before`);
  const schema = JSON.stringify(outletJsonSchema(), null, 2);
  await writeFile(join(folder, schemaName), `${schema}\n`);
  await writeFile(file, outletYaml(outlet, `./${schemaName}`));
}

/** The catalogue's sources that the site still names, those it does not, and what else it names. */
interface Compared {
  readonly confirmed: readonly Source[];
  readonly notSeen: readonly Source[];
  readonly more: readonly Source[];
}

function compare(known: Outlet, { outlet: live }: Discovery): Compared {
  const has = (sources: readonly Source[], { url }: Source) =>
    sources.some((source) => bare(source.url) === bare(url));
  return {
    confirmed: known.sources.filter((source) => has(live.sources, source)),
    notSeen: known.sources.filter((source) => !has(live.sources, source)),
    more: live.sources.filter((source) => !has(known.sources, source)),
  };
}

function bare(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

function tellCompared(context: CommandContext, { confirmed, notSeen, more }: Compared): void {
  const lines: readonly (readonly [readonly Source[], Bilingual])[] = [
    [
      confirmed,
      { vi: '✓ danh mục có, trang web cũng nêu', en: '✓ in the catalogue and on the site' },
    ],
    [
      notSeen,
      { vi: '? danh mục có, chưa thấy trên trang', en: '? in the catalogue, not seen on the site' },
    ],
    [more, { vi: '+ trang web nêu thêm', en: '+ on the site, not in the catalogue' }],
  ];
  for (const [sources, title] of lines) {
    if (sources.length === 0) continue;
    context.tell({ vi: `  ${title.vi}:`, en: `  ${title.en}:` });
    for (const { kind, url } of sources) {
      context.tell({ vi: `      ${partNames[kind]}: ${url}`, en: `      ${kind}: ${url}` });
    }
  }
}

function tellFound(context: CommandContext, found: readonly Finding[]): void {
  for (const { what, value, reason } of found) {
    context.tell({
      vi: `  ${partNames[what]}: ${value} (${reason.vi})`,
      en: `  ${what}: ${value} (${reason.en})`,
    });
  }
}

const partNames: Readonly<Record<Finding['what'], string>> = {
  feed: 'nguồn tin RSS/Atom',
  sitemap: 'sơ đồ trang',
  homepage: 'trang chủ',
  section: 'chuyên mục',
  listing: 'lịch phát sóng',
  bulletin: 'bản tin',
  name: 'tên',
  language: 'ngôn ngữ',
  'time zone': 'múi giờ',
  medium: 'loại hình',
};

function tellAdded(
  context: CommandContext,
  outlet: Outlet,
  { file, beside }: { readonly file: string; readonly beside: boolean },
): void {
  const next: Bilingual = beside
    ? {
        vi: 'Chương trình đang chạy (start hoặc worker) sẽ tự thu thập cơ quan này trong ít phút.',
        en: 'The running program (start or worker) crawls it by itself within minutes.',
      }
    : {
        vi: 'Tiếp theo: kiểm tra bằng "column-inches outlets check", rồi "column-inches start".',
        en: 'Next: look with "column-inches outlets check", then "column-inches start".',
      };
  context.tell({
    vi: `Đã thêm ${outlet.name} (${outlet.id}), ${outlet.sources.length} nguồn; ghi ở ${file}.\n${next.vi}`,
    en: `Added ${outlet.name} (${outlet.id}), ${numberOf(outlet.sources.length, 'source')}; written to ${file}.\n${next.en}`,
  });
}

function tellUnseen(context: CommandContext, problem: ColumnInchesError): void {
  const said = saidOf(problem);
  context.tell({
    vi: `Chưa xem được trang web, nên mọi nguồn lấy theo danh mục và chưa kiểm chứng: ${said.vi}`,
    en: `The site could not be looked at, so its sources are the catalogue's, unchecked: ${said.en}`,
  });
}
