import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkOutlet,
  discoverOutlet,
  type Finding,
  isSameSite,
  loadOutlets,
  outletYaml,
  type OutletCheck,
} from '../../crawlers/index.ts';
import { listOutlets, saveOutlets } from '../../db/index.ts';
import { ColumnInchesError, type Outlet } from '../domain/index.ts';
import type { Command, CommandContext, ExitCode, Station } from './command.ts';

/** Folder of the operator's own outlet files, beside the database. */
export function ownOutletsFolder(context: CommandContext): string {
  return join(context.config.dataFolder, 'outlets');
}

/** Follows an outlet: from the shipped catalogue where it is known, else by looking at its site. */
export const outletsAddCommand: Command = {
  usage: 'outlets add <address>',
  about: {
    vi: 'Theo dõi thêm một cơ quan báo chí: địa chỉ trang web, hoặc mã trong danh mục có sẵn',
    en: 'follow one more outlet: the address of its site, or an id of the shipped catalogue',
  },
  options: [],
  example: 'column-inches outlets add https://baoquangngai.vn',
  run: async (context, input) => {
    const [address = ''] = input.arguments;
    const catalogue = await loadOutlets(context.folders.outletCatalogue);
    const station = await context.openStation();
    try {
      const known = catalogue.find((outlet) => outlet.id === address || sameSite(outlet, address));
      const outlet = known ?? (await discover(context, station, address));
      const file = join(ownOutletsFolder(context), `${outlet.id}.yaml`);
      await mkdir(ownOutletsFolder(context), { recursive: true });
      await writeFile(file, outletYaml(outlet));
      await saveOutlets(station.database.db, [outlet]);
      await tellAdded(context, outlet, file);
      return 0;
    } finally {
      await station.close();
    }
  },
};

function sameSite(outlet: Outlet, address: string): boolean {
  return isSameSite(address, outlet.homepage) && isSameSite(outlet.homepage, address);
}

async function discover(
  context: CommandContext,
  station: Station,
  address: string,
): Promise<Outlet> {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
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
  context.tell({ vi: `Đang xem ${address} …`, en: `Looking at ${address} …` });
  const { outlet, found } = await discoverOutlet(address, {
    door: station.door,
    clock: context.clock,
  });
  if (!context.json) {
    for (const { what, value, reason } of found) {
      context.tell({ vi: `  ${partNames[what]}: ${value}`, en: `  ${what}: ${value} (${reason})` });
    }
  }
  return outlet;
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

async function tellAdded(context: CommandContext, outlet: Outlet, file: string): Promise<void> {
  if (context.json) {
    await context.print(JSON.stringify({ outlet, file }));
    return;
  }
  context.tell({
    vi:
      `Đã thêm ${outlet.name} (${outlet.id}), ${outlet.sources.length} nguồn; ghi ở ${file}.\n` +
      'Tiếp theo: kiểm tra bằng "column-inches outlets check", rồi "column-inches start".',
    en:
      `Added ${outlet.name} (${outlet.id}), ${outlet.sources.length} sources; written to ${file}.\n` +
      'Next: look with "column-inches outlets check", then "column-inches start".',
  });
}

export const outletsListCommand: Command = {
  usage: 'outlets list',
  about: {
    vi: 'Các cơ quan đang theo dõi và danh mục có sẵn',
    en: 'the outlets that are followed, and the shipped catalogue',
  },
  options: [],
  example: 'column-inches outlets list --json',
  run: async (context) => {
    const catalogue = await loadOutlets(context.folders.outletCatalogue);
    const station = await context.openStation();
    try {
      const followed = await listOutlets(station.database.db);
      const ids = new Set(followed.map((outlet) => outlet.id));
      const rows = [
        ...followed.map((outlet) => ({ outlet, followed: true })),
        ...catalogue
          .filter((outlet) => !ids.has(outlet.id))
          .map((outlet) => ({ outlet, followed: false })),
      ];
      if (context.json) await context.print(JSON.stringify(rows));
      else for (const row of rows) await context.print(outletLine(context, row));
      return 0;
    } finally {
      await station.close();
    }
  },
};

function outletLine(
  context: CommandContext,
  { outlet, followed }: { outlet: Outlet; followed: boolean },
): string {
  const words =
    context.language === 'vi'
      ? {
          followed: 'đang theo dõi',
          shipped: 'có sẵn',
          unverified: 'chưa kiểm chứng',
          demo: 'hư cấu',
        }
      : { followed: 'followed', shipped: 'available', unverified: 'unverified', demo: 'fiction' };
  const marks = [followed ? words.followed : words.shipped];
  if (outlet.demo) marks.push(words.demo);
  else if (!outlet.verified) marks.push(words.unverified);
  return `${outlet.id.padEnd(24)} ${outlet.name.padEnd(36)} ${outlet.homepage}  (${marks.join(', ')})`;
}

/** Asks each source of each outlet once and says what works. */
export const outletsCheckCommand: Command = {
  usage: 'outlets check [id]',
  about: {
    vi: 'Thử từng nguồn của cơ quan báo chí và cho biết cái nào dùng được',
    en: 'try each source of the outlets and tell which work',
  },
  options: [],
  example: 'column-inches outlets check bao-quang-ngai',
  run: async (context, input) => {
    const station = await context.openStation();
    try {
      const outlets = await chooseOutlets(context, station, input.arguments[0]);
      let exitCode: ExitCode = 0;
      for (const outlet of outlets) {
        const check = await checkOutlet(outlet, { door: station.door, clock: context.clock });
        if (!check.works) exitCode = 3;
        await printCheck(context, check);
      }
      return exitCode;
    } finally {
      await station.close();
    }
  },
};

/** The outlet of that id, followed or in the catalogue; without an id, all that are followed. */
async function chooseOutlets(
  context: CommandContext,
  station: Station,
  id: string | undefined,
): Promise<readonly Outlet[]> {
  const followed = await listOutlets(station.database.db);
  if (id === undefined) return followed.filter((outlet) => !outlet.demo);
  const catalogue = await loadOutlets(context.folders.outletCatalogue);
  const chosen = [...followed, ...catalogue].find((outlet) => outlet.id === id);
  if (chosen) return [chosen];
  throw unknownOutlet(id);
}

export function unknownOutlet(id: string): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/unknown-outlet',
    verdict: 'stop-run',
    message: `No outlet has the id "${id}". See the ids with "column-inches outlets list".`,
    messageVietnamese: `Không có cơ quan báo chí mang mã “${id}”. Xem mã bằng "column-inches outlets list".`,
  });
}

async function printCheck(context: CommandContext, check: OutletCheck): Promise<void> {
  if (context.json) {
    await context.print(JSON.stringify(check));
    return;
  }
  await context.print(check.outletId);
  for (const { source, works, leads, problem } of check.sources) {
    const found = context.language === 'vi' ? `${leads} bài` : `${leads} articles`;
    await context.print(`  ${works ? '✓' : '✗'} ${source.kind.padEnd(9)} ${source.url}`);
    await context.print(`      ${problem ?? found}`);
  }
}
