import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  ColumnInchesError,
  type ExportFormat,
  exportFormats,
  type ExportRecord,
} from '../domain/index.ts';
import { type Command, type CommandContext, type Station, textOption } from './command.ts';
import { periodOptions, readKnownQuery } from './period.ts';

/** Open data of a period, kept under a permanent address; and in a folder, if one is named. */
export const exportCommand: Command = {
  usage: 'export [folder]',
  about: {
    vi: 'Xuất dữ liệu mở của một khoảng thời gian, giữ lại theo mã băm để trích dẫn',
    en: 'export the open data of a period and keep them under a hash, to be cited',
  },
  options: [
    ...periodOptions,
    {
      flags: '--format <names>',
      about: {
        vi: 'csv, json, parquet, cách nhau dấu phẩy; không ghi là cả ba',
        en: 'csv, json, parquet, by comma; left out = all three',
      },
    },
  ],
  example: 'column-inches export ./open-data --from 2026-11-01 --to 2026-11-14',
  run: async (context, input) => {
    const formats = readFormats(textOption(input, 'format'));
    const [folder] = input.arguments;
    const { makeExport, openDataOptions } = await import('../publish/index.ts');
    const station = await context.openStation();
    try {
      const query = await readKnownQuery(input, station);
      const options = openDataOptions(await publicationParts(context, station));
      const record = await makeExport(
        station.database.db,
        { query, formats, ...(folder === undefined ? {} : { copyTo: await copierTo(folder) }) },
        options,
      );
      await tellExport(context, record);
      return 0;
    } finally {
      await station.close();
    }
  },
};

/** What everything published needs of an opened installation. */
export async function publicationParts(context: CommandContext, station: Station) {
  const { sentencesOf } = await import('../../analyzers/index.ts');
  const version = await programVersion(context);
  return { sentencesOf, archive: station.archive, version, now: () => context.clock.now() };
}

/** Version of this program, as its package says. */
export async function programVersion({ folders }: CommandContext): Promise<string> {
  const manifest = await readFile(join(folders.packageRoot, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function readFormats(text: string | undefined): readonly ExportFormat[] {
  if (text === undefined) return exportFormats;
  return text.split(',').map((given) => {
    const name = given.trim();
    const format = exportFormats.find((one) => one === name);
    if (format !== undefined) return format;
    throw new ColumnInchesError({
      code: 'input/unknown-format',
      verdict: 'stop-run',
      message: `There is no format "${name}". Write some of: ${exportFormats.join(', ')}.`,
      messageVietnamese: `Không có định dạng “${name}”. Chọn trong: ${exportFormats.join(', ')}.`,
    });
  });
}

async function copierTo(folder: string) {
  const path = resolve(folder);
  await mkdir(path, { recursive: true });
  return async (name: string) => {
    const file: FileHandle = await open(join(path, name), 'w');
    return {
      sink: async (bytes: Uint8Array) => {
        await file.writeFile(bytes);
      },
      close: () => file.close(),
    };
  };
}

async function tellExport(context: CommandContext, record: ExportRecord): Promise<void> {
  const path = `/data/exports/${record.hash}`;
  const address = `${context.config.publicUrl ?? ''}${path}`;
  if (context.json) {
    await context.print(JSON.stringify({ ...record, address }));
    return;
  }
  for (const { path: file, rows, sha256 } of record.files)
    await context.print(`${file}\t${rows}\t${sha256}`);
  context.tell({
    vi: `Địa chỉ cố định để trích dẫn: ${address}`,
    en: `Permanent address, to be cited: ${address}`,
  });
}
