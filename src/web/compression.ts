import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Smaller answers gain nothing. */
const leastBytes = 1024;
/** Quality 5 of 11: pages are made for one reader, so time counts as much as size. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Fonts are compressed already. */
const compressible = /^(text\/|application\/json|image\/svg)/;

/** How an answer is compressed for a browser; null = not at all. */
export function encodingFor(request: Pick<FastifyRequest, 'headers'>): 'br' | 'gzip' | null {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

type Encoding = NonNullable<ReturnType<typeof encodingFor>>;

/** Files of the site lie in memory and go out again and again: each is packed once. */
const packedFiles = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

function pack(payload: string | Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br' ? brotli(payload, brotliOptions) : zip(payload);
}

function packed(payload: string | Buffer, encoding: Encoding): Promise<Buffer> {
  if (typeof payload === 'string') return pack(payload, encoding);
  const known = packedFiles.get(payload) ?? new Map<Encoding, Promise<Buffer>>();
  packedFiles.set(payload, known);
  const found = known.get(encoding) ?? pack(payload, encoding);
  known.set(encoding, found);
  return found;
}

/** Compresses an answer, once, as the browser allows: brotli, else gzip, else as it is. */
export async function compressAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const type = String(reply.getHeader('content-type') ?? '');
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  if (payload.length < leastBytes || !compressible.test(type)) return payload;
  // A page that was kept is sent as it was packed for the reader before.
  if (reply.hasHeader('content-encoding')) return payload;
  const encoding = encodingFor(request);
  if (encoding === null) return payload;
  const bytes = await packed(payload, encoding);
  void reply.header('content-encoding', encoding).header('content-length', bytes.length);
  return bytes;
}
