import zlib from 'node:zlib';
import type { Route } from '../route.ts';
import { endless, HTML, http, page, rawPage, stall } from '../server.ts';

const MEGABYTE = Buffer.alloc(1_000_000, 'a');
const packed = (encoding: string, bytes: Uint8Array) =>
  page({ 'Content-Encoding': encoding }, bytes);
const gzip = zlib.gzipSync(HTML);
const zeros = Buffer.alloc(40_000_000);
const gzipBomb = zlib.gzipSync(zeros, { level: 9 });
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const xml = (headers: Record<string, string>, body: string | Uint8Array) =>
  http(200, { 'Content-Type': 'application/xml', ...headers }, body);
const as = (type: string, body: string | Uint8Array = HTML) =>
  http(200, { 'Content-Type': type }, body);
const readsHtml: NonNullable<Route['check']> = ({ attempt }) => {
  if (Buffer.from(attempt.bytes ?? []).toString() !== HTML) throw new TypeError('another body');
};
const feed = { expects: 'feed' } as const;
const sitemap = { expects: 'sitemap' } as const;
/** Bytes of a packed body that were written, to see that a bomb is not waited for. */
const nested = zlib.gzipSync(gzipBomb);

/** Sizes, packings, paces and kinds of bodies. */
export const BODIES: readonly Route[] = [
  { name: 'gzip', page: packed('gzip', gzip), expect: 'ok', check: readsHtml },
  { name: 'x-gzip', page: packed('x-gzip', gzip), expect: 'ok', check: readsHtml },
  {
    name: 'deflate with its wrapper',
    page: packed('deflate', zlib.deflateSync(HTML)),
    expect: 'ok',
    check: readsHtml,
  },
  {
    name: 'deflate without its wrapper',
    page: packed('deflate', zlib.deflateRawSync(HTML)),
    expect: 'ok',
    check: readsHtml,
  },
  {
    name: 'brotli',
    page: packed('br', zlib.brotliCompressSync(HTML)),
    expect: 'ok',
    check: readsHtml,
  },
  {
    name: 'zstd',
    page: packed('zstd', zlib.zstdCompressSync(HTML)),
    expect: 'ok',
    check: readsHtml,
  },
  {
    name: 'gzip twice',
    page: packed('gzip, gzip', zlib.gzipSync(gzip)),
    expect: 'ok',
    check: readsHtml,
  },
  { name: 'gzip in upper case', page: packed('GZIP', gzip), expect: 'ok', check: readsHtml },
  {
    name: 'gzip of several members',
    page: packed(
      'gzip',
      Buffer.concat([zlib.gzipSync(HTML.slice(0, 20)), zlib.gzipSync(HTML.slice(20))]),
    ),
    expect: 'ok',
    check: readsHtml,
  },
  { name: 'identity', page: packed('identity', Buffer.from(HTML)), expect: 'ok', check: readsHtml },
  { name: 'gzip three times', page: packed('gzip, gzip, gzip', gzip), expect: 'bad-encoding' },
  {
    name: 'a thousand encodings',
    page: packed('gzip, '.repeat(1000), gzip),
    expect: 'bad-encoding',
  },
  { name: 'an unknown encoding', page: packed('rot13', gzip), expect: 'bad-encoding' },
  { name: 'compress', page: packed('compress', gzip), expect: 'bad-encoding' },
  {
    name: 'said to be gzip and is not',
    page: packed('gzip', Buffer.from(HTML)),
    expect: 'bad-encoding',
  },
  {
    name: 'said to be brotli and is not',
    page: packed('br', Buffer.from(HTML)),
    expect: 'bad-encoding',
  },
  {
    name: 'said to be zstd and is not',
    page: packed('zstd', Buffer.from(HTML)),
    expect: 'bad-encoding',
  },
  {
    name: 'said to be deflate and is not',
    page: packed('deflate', Buffer.from('\xff\xff\xff\xff', 'latin1')),
    expect: 'bad-encoding',
  },
  {
    name: 'gzip cut off',
    page: packed('gzip', gzip.subarray(0, gzip.length - 12)),
    expect: 'bad-encoding',
  },
  {
    name: 'brotli cut off',
    page: packed('br', zlib.brotliCompressSync(HTML).subarray(0, 20)),
    expect: 'bad-encoding',
  },
  {
    name: 'deflate cut off',
    page: packed('deflate', zlib.deflateSync(HTML).subarray(0, 20)),
    expect: 'bad-encoding',
  },
  {
    name: 'gzip with a wrong checksum',
    page: packed('gzip', spoiled(gzip, gzip.length - 6)),
    expect: 'bad-encoding',
  },
  {
    name: 'gzip spoiled in the middle',
    page: packed('gzip', spoiled(gzip, 30)),
    expect: 'bad-encoding',
  },
  { name: 'a gzip bomb', page: packed('gzip', gzipBomb), expect: 'too-large' },
  { name: 'a deflate bomb', page: packed('deflate', zlib.deflateSync(zeros)), expect: 'too-large' },
  {
    name: 'a brotli bomb',
    page: packed(
      'br',
      zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }),
    ),
    expect: 'too-large',
  },
  { name: 'a zstd bomb', page: packed('zstd', zlib.zstdCompressSync(zeros)), expect: 'too-large' },
  { name: 'a bomb in a bomb', page: packed('gzip, gzip', nested), expect: 'too-large' },
  {
    name: 'a bomb without end',
    page: endless(
      `${HEAD}Content-Encoding: gzip\r\n\r\n`,
      zlib.gzipSync(zeros.subarray(0, 4_000_000)),
    ),
    expect: 'too-large',
  },
  {
    name: 'empty gzip members without end',
    page: endless(
      `${HEAD}Content-Encoding: gzip\r\n\r\n`,
      Buffer.concat(Array.from({ length: 500 }, () => zlib.gzipSync(''))),
    ),
    expect: 'too-large|timeout',
  },
  {
    name: 'a bomb as sitemap file',
    page: http(200, { 'Content-Type': 'application/gzip' }, gzipBomb),
    request: sitemap,
    expect: 'too-large',
  },
  {
    name: 'a packed sitemap file',
    page: http(200, { 'Content-Type': 'application/x-gzip' }, gzip),
    request: sitemap,
    expect: 'ok',
    check: readsHtml,
  },
  { name: 'a body without end', page: endless(`${HEAD}\r\n`, MEGABYTE), expect: 'too-large' },
  {
    name: 'chunks without end',
    page: endless(
      `${HEAD}Transfer-Encoding: chunked\r\n\r\n`,
      `f4240\r\n${MEGABYTE.toString()}\r\n`,
    ),
    expect: 'too-large',
  },
  {
    name: 'chunks of one byte without end',
    page: endless(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n'.repeat(10_000)),
    expect: 'too-large|timeout',
  },
  {
    name: 'one byte more than allowed',
    page: page({}, Buffer.alloc(2_000_001, 'a')),
    expect: 'too-large',
  },
  { name: 'as much as allowed', page: page({}, Buffer.alloc(2_000_000, 'a')), expect: 'ok' },
  {
    name: 'a drip of bytes',
    page: endless(`${HEAD}Content-Length: 100000\r\n\r\n`, 'a', 40),
    expect: 'too-slow',
  },
  {
    name: 'a drip of chunks',
    page: endless(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n', 40),
    expect: 'too-slow',
  },
  {
    name: 'a drip of gzip',
    page: endless(`${HEAD}Content-Encoding: gzip\r\n\r\n`, zlib.gzipSync(''), 60),
    expect: 'too-slow',
  },
  {
    name: 'a drip of headers',
    page: endless('HTTP/1.1 200 OK\r\n', 'X-A: b\r\n', 40),
    expect: 'first-byte-timeout',
  },
  {
    name: 'a drip of one header',
    page: endless('HTTP/1.1 200 OK\r\nX-A: ', 'b', 40),
    expect: 'first-byte-timeout',
  },
  {
    name: 'a stall after the head',
    page: stall(`${HEAD}Content-Length: 50\r\n\r\n`),
    expect: 'too-slow',
  },
  {
    name: 'a stall within the body',
    page: stall(rawPage('Content-Length: 5000\r\n')),
    expect: 'too-slow',
  },
  {
    name: 'a stall before the last chunk',
    page: stall(rawPage('Transfer-Encoding: chunked\r\n', '5\r\nhello\r\n')),
    expect: 'too-slow',
  },
  {
    name: 'just fast enough, but endless',
    page: endless(`${HEAD}\r\n`, 'a'.repeat(2000), 40),
    expect: 'timeout',
  },
  { name: 'an empty page', page: page({}, ''), expect: 'empty' },
  { name: 'an empty page, packed', page: packed('gzip', zlib.gzipSync('')), expect: 'empty' },
  { name: 'status 204', page: http(204), expect: 'empty' },
  { name: 'a picture', page: as('image/jpeg'), expect: 'content-type' },
  {
    name: 'a video without end',
    page: endless('HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n', MEGABYTE),
    expect: 'content-type',
  },
  {
    name: 'a live stream',
    page: endless('HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n', MEGABYTE),
    expect: 'content-type',
  },
  {
    name: 'an event stream',
    page: endless('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n', 'data: x\n\n', 40),
    expect: 'content-type',
  },
  { name: 'a PDF', page: as('application/pdf'), expect: 'content-type' },
  { name: 'a program', page: as('application/octet-stream'), expect: 'content-type' },
  { name: 'a script', page: as('application/javascript'), expect: 'content-type' },
  { name: 'a style sheet', page: as('text/css'), expect: 'content-type' },
  { name: 'JSON as a page', page: as('application/json', '{}'), expect: 'content-type' },
  { name: 'a font', page: as('font/woff2'), expect: 'content-type' },
  {
    name: 'a picture said to be a page',
    page: as('text/html', Buffer.from('ffd8ffe000104a4649460001', 'hex')),
    expect: 'content-type',
  },
  {
    name: 'a PNG said to be a page',
    page: as('text/html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    expect: 'content-type',
  },
  {
    name: 'a video said to be a page',
    page: as('text/html', Buffer.from('00000018667479706d70343200000000', 'hex')),
    expect: 'content-type',
  },
  {
    name: 'a PDF said to be a page',
    page: as('text/html', '%PDF-1.7\n%âãÏÓ\n'),
    expect: 'content-type',
  },
  {
    name: 'a ZIP said to be a feed',
    page: as('text/xml', Buffer.from('504b030414000000080000002100', 'hex')),
    request: feed,
    expect: 'content-type',
  },
  {
    name: 'a program said to be a page',
    page: as('text/html', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex')),
    expect: 'content-type',
  },
  { name: 'a picture as a feed', page: as('image/png'), request: feed, expect: 'content-type' },
  {
    name: 'a video as a sitemap',
    page: as('video/webm'),
    request: sitemap,
    expect: 'content-type',
  },
  {
    name: 'a feed said to be a page',
    page: as('text/html', '<rss/>'),
    request: feed,
    expect: 'ok',
  },
  {
    name: 'a feed of its own type',
    page: as('application/rss+xml', '<rss/>'),
    request: feed,
    expect: 'ok',
  },
  {
    name: 'a feed of no type',
    page: rawPage('Content-Type:\r\n', '<rss/>'),
    request: feed,
    expect: 'ok',
  },
  { name: 'a sitemap in XML', page: xml({}, '<urlset/>'), request: sitemap, expect: 'ok' },
  { name: 'a page without a type', page: http(200, {}, HTML), expect: 'ok' },
  {
    name: 'a page with two types, the last a picture',
    page: rawPage('Content-Type: image/png\r\n'),
    expect: 'content-type',
  },
  { name: 'a page with a type that is none', page: as('html'), expect: 'ok' },
  {
    name: 'a page with a type of a megabyte',
    page: as(`text/html; x=${'y'.repeat(1_000_000)}`),
    expect: 'headers-too-large',
  },
];

function spoiled(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
