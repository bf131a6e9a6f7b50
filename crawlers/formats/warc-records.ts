// The records of a WARC file, read forgivingly. warcio's own reader waits for ever for the rest of
// a record or gzip member that was cut off, so archives that end early cannot be read with it.
import { pipeline, Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';

/** One record: its header fields in lower case and its block, as far as it came. */
export interface WarcRecord {
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
  /** The archive or the limit cut the block. */
  readonly truncated: boolean;
}

/** Bytes in chunks, whole or as a stream. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const LONGEST_LINE = 64 * 1024;
const MOST_FIELDS = 200;

/** Reads all records of an archive, plain or gzipped; a damaged end ends the reading. */
export async function* readRecords(
  source: ByteSource,
  maxBlockBytes: number,
): AsyncGenerator<WarcRecord> {
  const reader = new ByteReader(unpacked(source instanceof Uint8Array ? [source] : source));
  for (;;) {
    const line = await reader.line();
    if (line === null) return;
    // Blank lines part the records; anything else there is the rest of a mismeasured one.
    if (!/^WARC\/\d/.test(line)) continue;
    const fields = await readFields(reader);
    if (fields === null) return;
    const length = Number(fields.get('content-length') ?? 'NaN');
    if (!Number.isSafeInteger(length) || length < 0) continue;
    const block = await reader.take(length, maxBlockBytes);
    yield { fields, block, truncated: block.length < length };
  }
}

async function readFields(reader: ByteReader): Promise<Map<string, string> | null> {
  const lines: string[] = [];
  for (;;) {
    const line = await reader.line();
    if (line === null) return null;
    if (line === '') return fieldsOf(lines);
    if (lines.length < MOST_FIELDS) lines.push(line);
  }
}

/** Header lines as fields with lower-case names; lines that go on are joined, the first stands. */
export function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of lines) {
    if (/^[ \t]/.test(line) && name !== '') {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return fields;
}

/** Takes lines and blocks off a stream of chunks. */
class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private chunk: Buffer = Buffer.alloc(0);
  private position = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next line without its end; null at the end of the bytes. */
  async line(): Promise<string | null> {
    const parts: Buffer[] = [];
    let length = 0;
    for (;;) {
      if (this.position >= this.chunk.length && !(await this.load())) break;
      const end = this.chunk.indexOf(0x0a, this.position);
      const part = this.chunk.subarray(this.position, end === -1 ? undefined : end);
      if (length < LONGEST_LINE) parts.push(part.subarray(0, LONGEST_LINE - length));
      length += part.length;
      this.position = end === -1 ? this.chunk.length : end + 1;
      if (end !== -1) return Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
    }
    return length === 0 ? null : Buffer.concat(parts).toString('utf8');
  }

  /** The next `length` bytes, of which at most `kept` are kept; fewer at the end of the bytes. */
  async take(length: number, kept: number): Promise<Uint8Array> {
    const parts: Buffer[] = [];
    let left = length;
    let room = Math.min(length, kept);
    while (left > 0) {
      if (this.position >= this.chunk.length && !(await this.load())) break;
      const part = this.chunk.subarray(this.position, this.position + left);
      if (room > 0) parts.push(part.subarray(0, room));
      this.position += part.length;
      left -= part.length;
      room -= part.length;
    }
    return Buffer.concat(parts);
  }

  private async load(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return false;
    const { buffer, byteOffset, byteLength } = next.value;
    this.chunk = Buffer.from(buffer, byteOffset, byteLength);
    this.position = 0;
    return true;
  }
}

/** The archive without its gzip members; plain where it is not gzipped. */
async function* unpacked(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const iterator = chunksOf(source);
  const first = await iterator.next();
  if (first.done) return;
  const all = joined(first.value, iterator);
  const isPacked = first.value[0] === 0x1f && (first.value.length < 2 || first.value[1] === 0x8b);
  if (!isPacked) {
    yield* all;
    return;
  }
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  // Errors surface in the loop below; the callback only keeps them from being thrown twice.
  pipeline(Readable.from(all, { objectMode: true }), gunzip, () => {});
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch {
    // A damaged member: what came before it has been read, nothing after it can be.
  }
}

async function* chunksOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) if (chunk.length > 0) yield chunk;
}

async function* joined(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
