// Saved listings and subtitles: read from files of any size.
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, createGunzip } from 'node:zlib';
import {
  ColumnInchesError,
  type Day,
  type ListedProgramme,
  type ListingChannel,
  type ListingFormat,
  type ReadingFault,
  type Subtitles,
} from '../src/domain/index.ts';
import { isXmltvHead, parseListing } from './formats/listing.ts';
import { parseSubtitles } from './formats/subtitles.ts';
import { XmltvReader } from './formats/xmltv.ts';

/** What a saved file of a broadcaster is. */
export type AirFileKind = 'listing' | 'subtitles';

/** Comments and document types before the first element are rarely longer. */
const HEAD_BYTES = 262_144;
const MOST_BYTES = 64 * 1024 * 1024;
/** Programmes handed on at once: bounds the memory whatever the file's size. */
const BATCH = 5_000;

/** Whether a file is a listing or subtitles, by its beginning and ending; null for neither. */
export async function airFileKind(file: string): Promise<AirFileKind | null> {
  const name = file.toLowerCase().replace(/\.gz$/, '');
  if (/\.(?:vtt|srt|ttml|dfxp)$/.test(name)) return 'subtitles';
  if (/\.(?:xmltv|ics|txt)$/.test(name)) return 'listing';
  if (!name.endsWith('.xml')) return null;
  const head = await headOf(file);
  if (isXmltvHead(head)) return 'listing';
  return /<(?:\w+:)?tt[\s>]/.test(head) ? 'subtitles' : null;
}

async function headOf(file: string): Promise<string> {
  const bytes = await beginningOf(file, HEAD_BYTES);
  return unpackedHead(bytes).toString('utf8').replaceAll('\u0000', '');
}

async function beginningOf(file: string, sizeBytes: number): Promise<Buffer> {
  const handle = await open(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  try {
    const buffer = Buffer.alloc(sizeBytes);
    const { bytesRead } = await handle.read(buffer, 0, sizeBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** By its first bytes: a packed file may bear any name. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpackedHead(bytes: Buffer): Buffer {
  if (!isGzip(bytes)) return bytes;
  // The end of the packed file is missing here, and not missed.
  return gunzipSync(bytes, { finishFlush: 2 });
}

function unreadable(file: string, cause: unknown): ColumnInchesError {
  return new ColumnInchesError({
    code: 'air/unreadable',
    verdict: 'stop-run',
    message: `${file} cannot be read. Check the path.`,
    messageVietnamese: `Không đọc được ${file}. Xem lại đường dẫn.`,
    cause,
  });
}

export interface ListingFileOptions {
  readonly timeZone: string;
  /** Of a listing that names no day. */
  readonly day?: Day | null;
  readonly now: Date;
  readonly dayStartsAtHour?: number;
}

/** Some programmes of a listing file; `faults` with the last. */
export interface ListingBatch {
  readonly format: ListingFormat;
  readonly channels: readonly ListingChannel[];
  readonly programmes: readonly ListedProgramme[];
  readonly faults: readonly ReadingFault[];
}

/** Reads a listing file, also packed with gzip. XMLTV is read in pieces: constant memory. */
export async function* readListingFile(
  file: string,
  options: ListingFileOptions,
): AsyncGenerator<ListingBatch> {
  if (isXmltvHead(await headOf(file))) {
    yield* xmltvBatches(file, options);
    return;
  }
  const bytes = await wholeFile(file);
  const listing = parseListing(bytes, {}, { ...options, url: path.basename(file) });
  const { format, channels, programmes, faults } = listing;
  yield { format, channels, programmes, faults };
}

async function* xmltvBatches(
  file: string,
  options: ListingFileOptions,
): AsyncGenerator<ListingBatch> {
  let programmes: ListedProgramme[] = [];
  let channels: ListingChannel[] = [];
  const sink = {
    onProgramme: (one: ListedProgramme) => void programmes.push(one),
    onChannel: (one: ListingChannel) => void channels.push(one),
  };
  const reader = new XmltvReader(sink, { ...options, outletZone: options.timeZone });
  for await (const piece of textOf(file)) {
    reader.write(piece);
    if (programmes.length < BATCH) continue;
    yield { format: 'xmltv', channels, programmes, faults: [] };
    programmes = [];
    channels = [];
  }
  const faults = reader.end();
  yield { format: 'xmltv', channels, programmes, faults };
}

/** A file's text in pieces, by its byte order mark or XML declaration, else UTF-8. */
async function* textOf(file: string): AsyncGenerator<string> {
  const isPacked = isGzip(await beginningOf(file, 2));
  const raw = createReadStream(file, { highWaterMark: 256 * 1024 });
  const packed = isPacked ? createGunzip() : null;
  // An error of the file is an error of the reading.
  if (packed) raw.on('error', (cause) => packed.destroy(cause));
  const bytes: AsyncIterable<Buffer> = packed ? raw.pipe(packed) : raw;
  let decoder: TextDecoder | null = null;
  try {
    for await (const piece of bytes) {
      decoder ??= decoderFor(piece);
      yield decoder.decode(piece, { stream: true });
    }
  } catch (cause) {
    throw unreadable(file, cause);
  }
  yield decoder?.decode() ?? '';
}

function decoderFor(head: Buffer): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  const declaration = head.subarray(0, 200).toString('latin1');
  const [, label = 'utf-8'] = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)/i.exec(declaration) ?? [];
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}

async function wholeFile(file: string): Promise<Uint8Array> {
  const stored = await readFile(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if (!isGzip(stored)) return stored;
  try {
    return gunzipSync(stored, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Reads a subtitle file, also packed with gzip. */
export async function readSubtitleFile(file: string): Promise<Subtitles> {
  return parseSubtitles(await wholeFile(file));
}
