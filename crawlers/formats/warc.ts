import { createHash } from 'node:crypto';
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { WARCRecord, WARCSerializer } from 'warcio';
import { type ByteSource, fieldsOf, readRecords, type WarcRecord } from './warc-records.ts';

/** One answer of a web server as it was captured. */
export interface WarcCapture {
  readonly url: string;
  /** When it was captured, ISO 8601 in UTC. */
  readonly at: string;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body without transfer and content encoding. */
  readonly bytes: Uint8Array;
}

/** A capture as read: `truncated` where the archive or the limit cut its body. */
export interface WarcReading extends WarcCapture {
  readonly truncated: boolean;
}

export interface WarcReadOptions {
  /** Bodies beyond this are cut. Default 15 MB, at least 1. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 15 * 1024 * 1024;

/**
 * Reads the captured pages of a WARC, plain or gzipped; requests, revisits and metadata are passed
 * over. Never throws for what the archive holds: a damaged or cut-off end ends the reading.
 * @param source the archive's bytes, whole or in chunks
 */
export async function* readWarc(
  source: ByteSource,
  options: WarcReadOptions = {},
): AsyncGenerator<WarcReading> {
  const maxBytes = Math.max(1, options.maxBytes ?? DEFAULT_MAX_BYTES);
  for await (const record of readRecords(source, maxBytes)) {
    const reading = readingOf(record, maxBytes);
    if (reading !== null) yield reading;
  }
}

function readingOf(record: WarcRecord, maxBytes: number): WarcReading | null {
  const type = record.fields.get('warc-type')?.toLowerCase();
  const url = (record.fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  const at = new Date(record.fields.get('warc-date') ?? '');
  if (!/^https?:\/\//i.test(url) || Number.isNaN(at.getTime())) return null;
  const captured = { url, at: at.toISOString() };
  const cut = record.truncated || record.fields.has('warc-truncated');
  if (type === 'resource') {
    const headers = { 'content-type': record.fields.get('content-type') ?? '' };
    return { ...captured, status: 200, headers, bytes: record.block, truncated: cut };
  }
  const answer = type === 'response' ? answerOf(record.block) : null;
  if (answer === null) return null;
  const body = unpack(answer.body, answer.headers, maxBytes);
  const truncated = cut || body.truncated;
  const { status, headers } = answer;
  return { ...captured, status, headers, bytes: body.bytes, truncated };
}

const MOST_HEADER_BYTES = 256 * 1024;

/** An HTTP answer's status, headers and raw body; null where its head is not whole. */
function answerOf(block: Uint8Array) {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const head = buffer.toString('latin1', 0, MOST_HEADER_BYTES);
  const end = /\r?\n\r?\n/.exec(head);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(head)?.[1];
  if (end === null || status === undefined) return null;
  const lines = buffer.toString('utf8', 0, end.index).split(/\r?\n/).slice(1);
  const headers = Object.fromEntries(fieldsOf(lines));
  return { status: Number(status), headers, body: buffer.subarray(end.index + end[0].length) };
}

interface Body {
  readonly bytes: Uint8Array;
  readonly truncated: boolean;
}

/** Undoes chunking and compression; what cannot be undone is kept as far as it went. */
function unpack(
  raw: Uint8Array,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Body {
  const isChunked = /chunked/i.test(headers['transfer-encoding'] ?? '');
  let bytes = isChunked ? dechunk(raw) : raw;
  const encodings = (headers['content-encoding'] ?? '').toLowerCase().split(/\s{0,9},\s{0,9}/);
  let truncated = false;
  for (const encoding of encodings.reverse()) {
    const decoded = decompress(bytes, encoding.trim(), maxBytes);
    if (decoded === null) truncated = true;
    else bytes = decoded;
  }
  return { bytes, truncated };
}

/** Joined chunks; bytes that are not chunked (some archives undo it) come back as they are. */
function dechunk(raw: Uint8Array): Uint8Array {
  const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const chunks: Uint8Array[] = [];
  for (let position = 0; position < buffer.length; ) {
    const end = buffer.indexOf('\r\n', position);
    const size =
      end === -1 ? '' : buffer.toString('latin1', position, Math.min(end, position + 20));
    const match = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(size);
    if (!match) return chunks.length === 0 ? raw : Buffer.concat(chunks);
    const length = Number.parseInt(match[1] ?? '0', 16);
    if (length === 0) break;
    chunks.push(buffer.subarray(end + 2, end + 2 + length));
    position = end + 2 + length + 2;
  }
  return Buffer.concat(chunks);
}

/** null where the bytes are damaged or too many. */
function decompress(bytes: Uint8Array, encoding: string, maxBytes: number): Uint8Array | null {
  const options = { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') {
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
    }
    if (encoding === 'deflate') {
      return ((bytes[0] ?? 0) & 0x0f) === 8
        ? inflateSync(bytes, options)
        : inflateRawSync(bytes, options);
    }
    if (encoding === 'br') return brotliDecompressSync(bytes, { maxOutputLength: maxBytes });
    return bytes;
  } catch {
    return null;
  }
}

export interface WarcWriteOptions {
  /** One gzip member a record, as readers expect of `.warc.gz`. Default true. */
  readonly gzip?: boolean;
  /** Who wrote it, for the archive's first record. Default `column-inches`. */
  readonly software?: string;
}

/**
 * Writes captures as WARC 1.1, one chunk a record, in their order. The same captures give the same
 * bytes but for the first record's date. Bodies are stored unpacked, and the headers say so.
 */
export async function* writeWarc(
  captures: AsyncIterable<WarcCapture> | Iterable<WarcCapture>,
  options: WarcWriteOptions = {},
): AsyncGenerator<Uint8Array> {
  const gzip = options.gzip ?? true;
  const info = WARCRecord.createWARCInfo(
    { warcVersion: 'WARC/1.1' },
    { software: options.software ?? 'column-inches', format: 'WARC File Format 1.1' },
  );
  yield await WARCSerializer.serialize(info, { gzip });
  for await (const capture of captures) {
    yield await WARCSerializer.serialize(recordOf(capture), { gzip });
  }
}

/** They describe the bytes on the wire, not the ones that are stored. */
const WIRE_HEADERS = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

function recordOf(capture: WarcCapture): WARCRecord {
  const { url, at, status, headers, bytes } = capture;
  const kept = Object.entries(headers).filter(([name]) => !WIRE_HEADERS.has(name.toLowerCase()));
  const httpHeaders = Object.fromEntries(
    kept.map(([name, value]) => [name, value.replace(/[\r\n]+/g, ' ')]),
  );
  return WARCRecord.create(
    {
      url,
      date: new Date(at).toISOString(),
      type: 'response',
      warcVersion: 'WARC/1.1',
      statusline: `HTTP/1.1 ${status}`,
      httpHeaders: { ...httpHeaders, 'content-length': String(bytes.length) },
      warcHeaders: { 'WARC-Record-ID': `<urn:uuid:${recordId(capture)}>` },
    },
    [bytes],
  );
}

/** A UUID made of what was captured, so that the same capture has the same id everywhere. */
function recordId({ url, at, bytes }: WarcCapture): string {
  const hash = createHash('sha256').update(`${url}\n${at}\n`).update(bytes).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(18, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
