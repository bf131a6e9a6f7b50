import { Readable, pipeline as joined, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { type FetchRequest, numberOf } from '../../src/domain/index.ts';
import { binaryKind } from './content-type.ts';
import { fetchError } from './errors.ts';

export interface BodyOptions {
  readonly url: string;
  readonly expects: FetchRequest['expects'];
  readonly contentEncoding: string;
  /** After unpacking. */
  readonly maxBytes: number;
  readonly maxWireBytes: number;
  readonly minBytesPerSecond: number;
  readonly slowWindowMs: number;
  /** robots.txt: what lies beyond the limit is not read, rather than refused. */
  readonly cutAtLimit: boolean;
  readonly abort: AbortController;
}

type Bytes = AsyncIterable<Uint8Array>;
type Stage = Duplex | ((source: Bytes) => Bytes);

const IDENTITIES = new Set(['', 'identity', 'none', 'utf-8', 'utf8', 'binary']);
const MAX_LAYERS = 2;

/** Encodings this Node can unpack, for Accept-Encoding. */
export const ACCEPTED_ENCODINGS =
  typeof zlib.createZstdDecompress === 'function' ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br';

/**
 * Reads and unpacks a body within its limits of size and rate.
 * @throws fetch/too-large, too-slow, bad-encoding, content-type
 */
export async function readBody(wire: Readable, options: BodyOptions): Promise<Uint8Array> {
  const pace = new Pace(options);
  const encodings = encodingsOf(options);
  const source = Readable.from(counted(wire, pace, options), { objectMode: false });
  let read: Uint8Array = new Uint8Array(0);
  const stages = [source, ...encodings.map((encoding) => unpacker(encoding, options))];
  const collect = async (bytes: Bytes) => {
    read = await collected(bytes, options);
  };
  try {
    // The types of `pipeline` know no list of mixed stages; its documentation does.
    const all = [...stages, collect] as unknown as NodeJS.ReadWriteStream[];
    await pipeline(all, { signal: options.abort.signal });
  } catch (error) {
    if (error instanceof Cut) return error.bytes;
    throw unpackingError(error, options);
  } finally {
    pace.stop();
    wire.destroy();
  }
  return isPackedFile(read, options) ? await gunzipped(read, options) : read;
}

/** robots.txt longer than the limit: enough was read. */
class Cut extends Error {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super('enough was read');
    this.bytes = bytes;
  }
}

function encodingsOf(options: BodyOptions): string[] {
  const names = options.contentEncoding.toLowerCase().split(',', 20);
  const packed = names.map((name) => name.trim()).filter((name) => !IDENTITIES.has(name));
  if (packed.length > MAX_LAYERS) {
    throw fetchError('bad-encoding', options.url, {
      detail: { vi: `${packed.length} lớp`, en: numberOf(packed.length, 'layer') },
    });
  }
  return packed.toReversed();
}

function unpacker(encoding: string, options: BodyOptions): Stage {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'deflate':
      return inflateEither;
    case 'br':
      return zlib.createBrotliDecompress();
    case 'zstd':
      if (typeof zlib.createZstdDecompress !== 'function') break;
      // 8 MB, the window RFC 9659 allows on the web; the default would take 128 MB.
      return zlib.createZstdDecompress({ params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } });
  }
  const detail = `unknown encoding “${encoding.slice(0, 40)}”`;
  throw fetchError('bad-encoding', options.url, { detail });
}

/** “deflate” means zlib to some servers and the bare stream to others: the first bytes tell. */
async function* inflateEither(source: Bytes): Bytes {
  const chunks = source[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const [first = 0, second = 0] = head;
  const isZlib = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
  const rest = async function* () {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  const inflate = isZlib ? zlib.createInflate() : zlib.createInflateRaw();
  yield* joined(Readable.from(rest(), { objectMode: false }), inflate, () => undefined);
}

async function* counted(wire: Readable, pace: Pace, options: BodyOptions): Bytes {
  let wireBytes = 0;
  for await (const chunk of wire as Bytes) {
    pace.add(chunk.length);
    wireBytes += chunk.length;
    if (wireBytes > options.maxWireBytes) throw tooLarge(options);
    yield chunk;
  }
}

async function collected(bytes: Bytes, options: BodyOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isSniffed = false;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > options.maxBytes) {
      if (options.cutAtLimit) throw new Cut(joinedBytes(chunks).subarray(0, options.maxBytes));
      throw tooLarge(options);
    }
    if (!isSniffed && size >= 16) {
      isSniffed = true;
      refuseBinary(chunks.length === 1 ? chunk : joinedBytes(chunks), options);
    }
  }
  const whole = joinedBytes(chunks);
  if (!isSniffed) refuseBinary(whole, options);
  return whole;
}

function joinedBytes(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
}

function refuseBinary(head: Uint8Array, options: BodyOptions): void {
  if (options.expects === 'robots') return;
  const kind = binaryKind(head);
  if (kind)
    throw fetchError('content-type', options.url, {
      detail: { vi: `đó là ${kind}`, en: `it is ${kind}` },
    });
}

/** A file that is itself gzip, such as sitemap.xml.gz, whatever the headers say. */
function isPackedFile(bytes: Uint8Array, options: BodyOptions): boolean {
  return options.expects !== 'robots' && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function gunzipped(packed: Uint8Array, options: BodyOptions): Promise<Uint8Array> {
  let read: Uint8Array = new Uint8Array(0);
  try {
    const collect = async (bytes: Bytes) => {
      read = await collected(bytes, options);
    };
    const signal = options.abort.signal;
    await pipeline(Readable.from([packed]), zlib.createGunzip(), collect, { signal });
  } catch (error) {
    throw unpackingError(error, options);
  }
  return read;
}

function tooLarge(options: BodyOptions) {
  const detail = `more than ${Math.round(options.maxBytes / 1e5) / 10} MB`;
  return fetchError('too-large', options.url, { detail });
}

function unpackingError(error: unknown, options: BodyOptions): unknown {
  if (options.abort.signal.aborted) return options.abort.signal.reason;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const isUnpacking = /^(?:Z_|ERR__?ERROR|ERR_BROTLI|ERR_ZSTD|ZSTD_|ERR_PADDING|ERR__)/.test(code);
  if (!isUnpacking) return error;
  return fetchError('bad-encoding', options.url, { detail: code, cause: error });
}

/** Watches that a body keeps coming: a drip of bytes would hold a place for ever. */
class Pace {
  #bytes = 0;
  readonly #timer: NodeJS.Timeout;
  #judging: NodeJS.Immediate | undefined;

  constructor({ url, abort, minBytesPerSecond, slowWindowMs }: BodyOptions) {
    const least = (minBytesPerSecond * slowWindowMs) / 1000;
    const judge = () => {
      const detail = `${numberOf(this.#bytes, 'byte')} in ${slowWindowMs / 1000} s`;
      if (this.#bytes < least) abort.abort(fetchError('too-slow', url, { detail }));
      this.#bytes = 0;
    };
    this.#timer = setInterval(() => {
      // What has arrived meanwhile is counted first: we may have been the slow ones.
      this.#judging = setImmediate(judge);
    }, slowWindowMs);
  }

  add(bytes: number): void {
    this.#bytes += bytes;
  }

  stop(): void {
    clearInterval(this.#timer);
    clearImmediate(this.#judging);
  }
}
