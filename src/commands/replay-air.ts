// A saved listing or subtitle file for `replay`: read and said by line, and stored for an outlet.
import path from 'node:path';
import {
  type AirFileKind,
  loadOutlets,
  readListingFile,
  readSubtitleFile,
} from '../../crawlers/index.ts';
import { loadOutlet, saveOutlets } from '../../db/index.ts';
import { isLoss, linkBroadcasts, storeProgrammes, storeSubtitles } from '../broadcasts.ts';
import {
  ColumnInchesError,
  numberOf,
  type ListedProgramme,
  type Outlet,
  type ReadingFault,
} from '../domain/index.ts';
import { analyzerFor } from '../pipeline.ts';
import { type CommandContext, type CommandInput, type ExitCode, textOption } from './command.ts';
import { ownOutlets } from './own-outlets.ts';
import { ensureRegister } from './shipped-register.ts';

const usualZone = 'Asia/Ho_Chi_Minh';

/** Reads a listing or subtitle file; with `--outlet` it is stored too. */
export async function replayAirFile(
  file: string,
  kind: AirFileKind,
  given: { readonly context: CommandContext; readonly input: CommandInput },
): Promise<ExitCode> {
  const { context, input } = given;
  const id = textOption(input, 'outlet');
  const outlet = id === undefined ? null : await outletNamed(id, context);
  const read = kind === 'listing' ? replayListing : replaySubtitles;
  const faults = await read(file, { context, input, outlet });
  for (const fault of faults) tellFault(context, file, fault);
  return faults.some(isLoss) ? 3 : 0;
}

interface Replay {
  readonly context: CommandContext;
  readonly input: CommandInput;
  readonly outlet: Outlet | null;
}

async function outletNamed(id: string, context: CommandContext): Promise<Outlet> {
  const catalogue = await loadOutlets(context.folders.outletCatalogue);
  const found = [...(await ownOutlets(context)), ...catalogue].find((one) => one.id === id);
  if (found) return found;
  throw new ColumnInchesError({
    code: 'input/unknown-outlet',
    verdict: 'stop-run',
    message: `No outlet "${id}" is known. Add it with "outlets add", or see "outlets list".`,
    messageVietnamese: `Không có cơ quan báo chí "${id}". Hãy thêm bằng "outlets add", hoặc xem "outlets list".`,
  });
}

async function replayListing(file: string, replay: Replay): Promise<readonly ReadingFault[]> {
  const { context, input, outlet } = replay;
  const options = {
    timeZone: outlet?.timeZone ?? usualZone,
    now: context.clock.now(),
    day: textOption(input, 'day') ?? null,
    dayStartsAtHour: outlet?.broadcast?.dayStartsAtHour ?? 4,
  };
  const sums = new ListingSums();
  const faults: ReadingFault[] = [];
  const station = outlet ? await openFor(outlet, context) : null;
  try {
    for await (const batch of readListingFile(file, options)) {
      context.signal.throwIfAborted();
      sums.add(batch.programmes, batch.format);
      faults.push(...batch.faults);
      if (context.json && !outlet) {
        for (const one of batch.programmes) await context.print(JSON.stringify(one));
      }
      if (!station || !outlet) continue;
      const { programmes, format } = batch;
      const listed = { programmes, format, url: fileAddress(file), seenAt: options.now };
      await station.database.transaction((db) => storeProgrammes(db, listed, outlet));
    }
    if (station) await linkBroadcasts(station.database.db, false);
  } finally {
    await station?.close();
  }
  await sums.tell(replay, faults.length);
  return faults;
}

/** Where a saved file stands in for an address. */
function fileAddress(file: string): string {
  return `file:${path.basename(file)}`;
}

async function openFor(outlet: Outlet, context: CommandContext) {
  const station = await context.openStation();
  await ensureRegister(context, station, [outlet]);
  const followed = await loadOutlet(station.database.db, outlet.id);
  if (followed === null) await saveOutlets(station.database.db, [{ ...outlet, sources: [] }]);
  return station;
}

/** Counts of a listing, so that a file of any size is said in one line. */
class ListingSums {
  private programmes = 0;
  private format = '';
  private readonly channels = new Set<string>();
  private from = '9999';
  private to = '0000';

  add(programmes: readonly ListedProgramme[], format: string): void {
    this.format = format;
    this.programmes += programmes.length;
    for (const { channel, day } of programmes) {
      this.channels.add(channel);
      if (day < this.from) this.from = day;
      if (day > this.to) this.to = day;
    }
  }

  async tell({ context, outlet }: Replay, faults: number): Promise<void> {
    const { programmes, format, from, to } = this;
    const channels = this.channels.size;
    const days = programmes === 0 ? null : { from, to };
    const stored = outlet !== null;
    if (context.json && stored) {
      await context.print(JSON.stringify({ format, programmes, channels, days, faults, stored }));
    }
    if (context.json) return;
    const counts = [
      `${numberOf(programmes, 'programme')}, ${numberOf(channels, 'channel')}`,
      numberOf(faults, 'fault'),
    ] as const;
    const where = days === null ? '' : ` (${days.from} … ${days.to})`;
    context.tell({
      vi: `${stored ? 'Đã lưu' : 'Đã đọc'} lịch phát sóng ${format}: ${programmes} chương trình, ${channels} kênh${where}, ${faults} lỗi.`,
      en: `${stored ? 'Stored' : 'Read'} a listing (${format}): ${counts[0]}${where}, ${counts[1]}.`,
    });
    if (!stored) tellHowToStore(context);
  }
}

function tellHowToStore(context: CommandContext): void {
  context.tell({
    vi: 'Chưa lưu gì: thêm --outlet <id> để lưu cho một cơ quan báo chí.',
    en: 'Nothing was stored: add --outlet <id> to store it for an outlet.',
  });
}

function tellFault(context: CommandContext, file: string, fault: ReadingFault): void {
  const place = `${path.basename(file)}:${fault.line}`;
  context.tell({
    vi: `${place}: ${fault.messageVietnamese}`,
    en: `${place}: ${fault.message}`,
  });
}

async function replaySubtitles(file: string, replay: Replay): Promise<readonly ReadingFault[]> {
  const { context, input, outlet } = replay;
  const subtitles = await readSubtitleFile(file);
  const { cues, faults, format } = subtitles;
  const bulletin = textOption(input, 'bulletin');
  if (outlet && bulletin === undefined) throw noBulletin();
  if (outlet && bulletin !== undefined) {
    const station = await openFor(outlet, context);
    try {
      const parts = { ...station, clock: context.clock, log: context.log };
      const setting = { outlet, analyze: await analyzerFor(outlet, parts) };
      const read = { url: bulletin, file: fileAddress(file), cues, seenAt: context.clock.now() };
      await station.database.transaction((db) => storeSubtitles(db, read, setting));
      await linkBroadcasts(station.database.db, false);
    } finally {
      await station.close();
    }
  }
  const stored = outlet !== null;
  if (context.json) {
    if (!stored) for (const cue of cues) await context.print(JSON.stringify(cue));
    else await context.print(JSON.stringify({ format, cues: cues.length, stored }));
    return faults;
  }
  context.tell({
    vi: `${stored ? 'Đã lưu' : 'Đã đọc'} phụ đề ${format}: ${cues.length} đoạn, ${faults.length} lỗi.`,
    en: `${stored ? 'Stored subtitles' : 'Read subtitles'} (${format}): ${numberOf(cues.length, 'cue')}, ${numberOf(faults.length, 'fault')}.`,
  });
  if (!stored) tellHowToStore(context);
  return faults;
}

function noBulletin(): ColumnInchesError {
  return new ColumnInchesError({
    code: 'input/no-bulletin',
    verdict: 'stop-run',
    message: 'Say which bulletin these subtitles are of: --bulletin <address of its page>.',
    messageVietnamese:
      'Hãy cho biết phụ đề này của bản tin nào: --bulletin <địa chỉ trang bản tin>.',
  });
}
