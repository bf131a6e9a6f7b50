import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type WarcCapture, writeWarc } from '../../crawlers/index.ts';
import { type CaptureScope, type StoredCapture, storedCaptures } from '../../db/index.ts';
import { asColumnInchesError, ColumnInchesError, formFor, numberOf } from '../domain/index.ts';
import {
  type Command,
  type CommandContext,
  type CommandInput,
  type Station,
  textOption,
} from './command.ts';
import { readDay } from './period.ts';

const batchSize = 200;

/** How many captures were written, and how many bytes are kept no more. */
interface Exported {
  pages: number;
  /** Those of them that are the example's. */
  fiction: number;
  missing: number;
}

/** Hands the raw pages on, in the form that web archives and `replay` read. */
export const archiveExportCommand: Command = {
  usage: 'archive export <file>',
  about: {
    vi: 'Xuất các trang gốc đã lưu thành tệp WARC, để lưu trữ hoặc nạp lại bằng replay',
    en: 'write the stored raw pages as a WARC file, to keep or to replay elsewhere',
  },
  options: [
    { flags: '--outlet <id>', about: { vi: 'chỉ cơ quan này', en: 'only this outlet' } },
    { flags: '--from <day>', about: { vi: 'từ ngày này', en: 'from this day on' } },
    { flags: '--to <day>', about: { vi: 'đến hết ngày này', en: 'to the end of this day' } },
  ],
  example: 'column-inches archive export trang-goc.warc.gz',
  run: async (context, input) => {
    const [file = ''] = input.arguments;
    const scope = readScope(input);
    refuseUnlessWarc(file);
    const station = await context.openStation();
    try {
      const done: Exported = { pages: 0, fiction: 0, missing: 0 };
      const captures = stored(context, station, { scope, done });
      await writeAside(file, writeWarc(captures, { gzip: file.endsWith('.gz') }));
      await tellExported(context, file, done);
      return done.missing > 0 ? 3 : 0;
    } finally {
      await station.close();
    }
  },
};

function readScope(input: CommandInput): CaptureScope {
  return {
    outletId: textOption(input, 'outlet') ?? null,
    from: readDay(textOption(input, 'from'), '--from') ?? null,
    to: readDay(textOption(input, 'to'), '--to') ?? null,
  };
}

function refuseUnlessWarc(file: string): void {
  if (/\.warc(?:\.gz)?$/i.test(file)) return;
  throw new ColumnInchesError({
    code: 'input/not-a-warc',
    verdict: 'stop-run',
    message: `${file} must end in .warc or .warc.gz, so that other programs know what it is.`,
    messageVietnamese: `${file} phải kết thúc bằng .warc hoặc .warc.gz để chương trình khác nhận ra.`,
  });
}

/** Captures one by one: however many there are, only a batch of rows and one page are in memory. */
async function* stored(
  context: CommandContext,
  station: Station,
  { scope, done }: { readonly scope: CaptureScope; readonly done: Exported },
): AsyncGenerator<WarcCapture> {
  let after: StoredCapture | null = null;
  for (;;) {
    const batch: StoredCapture[] = await storedCaptures(station.database.db, scope, {
      limit: batchSize,
      after,
    });
    for (const { finalUrl: url, startedAt, status, headers, blobHash, demo } of batch) {
      context.signal.throwIfAborted();
      const bytes = await station.archive.get(blobHash);
      if (bytes === null) done.missing += 1;
      else {
        done.pages += 1;
        if (demo) done.fiction += 1;
        yield { url, at: startedAt.toISOString(), status, headers, bytes };
      }
    }
    context.progress({ vi: `${done.pages} trang`, en: numberOf(done.pages, 'page') });
    after = batch.at(-1) ?? null;
    if (after === null || batch.length < batchSize) return;
  }
}

/** A file under its final name is always whole. */
async function writeAside(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw asColumnInchesError(thrown, { code: 'archive/cannot-write', verdict: 'stop-run' });
  }
}

async function tellExported(context: CommandContext, file: string, done: Exported): Promise<void> {
  if (context.json) return await context.print(JSON.stringify({ file, ...done }));
  context.tell({
    vi: `Đã ghi ${done.pages} trang vào ${file}.`,
    en: `Wrote ${numberOf(done.pages, 'page')} to ${file}.`,
  });
  if (done.fiction > 0) {
    context.tell({
      vi: `${done.fiction} trang trong số đó là của báo chí hư cấu (ví dụ kèm sẵn). Chỉ lấy một cơ quan: --outlet <mã>.`,
      en: `${done.fiction} of them ${formFor(done.fiction, 'is', 'are')} fiction: pages of the example's press. Only those of one outlet: --outlet <id>.`,
    });
  }
  if (done.missing === 0) return;
  context.tell({
    vi: `${done.missing} trang không còn dữ liệu gốc trong kho, nên không có trong tệp.`,
    en: `${numberOf(done.missing, 'page')} not in the file: the raw bytes are kept no more.`,
  });
}
