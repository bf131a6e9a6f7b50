import type { Route } from '../route.ts';
import { endless, HTML, http, page, rawPage, reset, stall } from '../server.ts';

const LENGTH = Buffer.byteLength(HTML);
const CHUNKED = 'Transfer-Encoding: chunked\r\n';
const CHUNKS = `${LENGTH.toString(16)}\r\n${HTML}\r\n0\r\n\r\n`;
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const framed = (headers: string, body = HTML) => rawPage(headers, body);
const line = (first: string) =>
  `${first}\r\nContent-Type: text/html\r\nContent-Length: ${LENGTH}\r\n\r\n${HTML}`;
const withHeader = (header: string) => framed(`${header}Content-Length: ${LENGTH}\r\n`);

/** Wrong lengths, smuggling oddities, broken heads and broken connections. */
export const FRAMING: readonly Route[] = [
  { name: 'an honest page', page: page(), expect: 'ok' },
  { name: 'chunks, honestly', page: framed(CHUNKED, CHUNKS), expect: 'ok' },
  { name: 'HTTP/1.0, ended by closing', page: `HTTP/1.0 200 OK\r\n\r\n${HTML}`, expect: 'ok' },
  { name: 'no length, ended by closing', page: framed(''), expect: 'ok' },
  { name: 'no reason phrase', page: line('HTTP/1.1 200'), expect: 'ok' },
  { name: 'an empty line first', page: `\r\n${line('HTTP/1.1 200 OK')}`, expect: 'ok' },
  {
    name: 'early hints first',
    page: `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${line('HTTP/1.1 200 OK')}`,
    expect: 'ok',
  },
  { name: 'length too long', page: framed('Content-Length: 5000\r\n'), expect: 'wrong-length' },
  { name: 'length too short', page: framed('Content-Length: 20\r\n'), expect: 'wrong-length' },
  {
    name: 'length too short, kept alive',
    page: framed('Connection: keep-alive\r\nContent-Length: 20\r\n'),
    expect: 'wrong-length',
  },
  {
    name: 'length one short',
    page: framed(`Content-Length: ${LENGTH - 1}\r\n`),
    expect: 'wrong-length',
  },
  {
    name: 'length zero with a body',
    page: framed('Content-Length: 0\r\n'),
    expect: 'wrong-length',
  },
  { name: 'length negative', page: framed('Content-Length: -5\r\n'), expect: 'protocol' },
  {
    name: 'length with a plus',
    page: framed(`Content-Length: +${LENGTH}\r\n`),
    expect: 'protocol',
  },
  { name: 'length in hex', page: framed('Content-Length: 0x20\r\n'), expect: 'protocol' },
  { name: 'length empty', page: framed('Content-Length: \r\n'), expect: 'protocol' },
  { name: 'length in words', page: framed('Content-Length: many\r\n'), expect: 'protocol' },
  { name: 'length with a fraction', page: framed('Content-Length: 20.5\r\n'), expect: 'protocol' },
  {
    name: 'length beyond 64 bit',
    page: framed(`Content-Length: ${'9'.repeat(30)}\r\n`),
    expect: 'protocol',
  },
  { name: 'length huge', page: framed('Content-Length: 9999999999\r\n'), expect: 'too-large' },
  {
    name: 'two lengths that differ',
    page: framed(`Content-Length: ${LENGTH}\r\nContent-Length: 3\r\n`),
    expect: 'protocol',
  },
  {
    name: 'two lengths in one header',
    page: framed(`Content-Length: ${LENGTH}, 3\r\n`),
    expect: 'protocol',
  },
  {
    name: 'length and chunks',
    page: framed(`Content-Length: 5\r\n${CHUNKED}`, CHUNKS),
    expect: 'protocol',
  },
  {
    name: 'chunks and length',
    page: framed(`${CHUNKED}Content-Length: 5\r\n`, CHUNKS),
    expect: 'protocol',
  },
  {
    name: 'coding unknown',
    page: framed('Transfer-Encoding: xchunked\r\n', CHUNKS),
    expect: 'protocol',
  },
  {
    name: 'coding gzip and chunked',
    page: framed('Transfer-Encoding: gzip, chunked\r\n', CHUNKS),
    expect: 'protocol',
  },
  {
    name: 'coding chunked then identity',
    page: framed('Transfer-Encoding: chunked, identity\r\n', CHUNKS),
    expect: 'protocol',
  },
  { name: 'coding twice', page: framed(CHUNKED + CHUNKED, CHUNKS), expect: 'protocol' },
  {
    name: 'coding with a space',
    page: framed('Transfer-Encoding : chunked\r\n', CHUNKS),
    expect: 'protocol',
  },
  {
    name: 'chunk size not hex',
    page: framed(CHUNKED, 'zz\r\nhello\r\n0\r\n\r\n'),
    expect: 'protocol',
  },
  {
    name: 'chunk size negative',
    page: framed(CHUNKED, '-5\r\nhello\r\n0\r\n\r\n'),
    expect: 'protocol',
  },
  {
    name: 'chunk size beyond 64 bit',
    page: framed(CHUNKED, `${'F'.repeat(20)}\r\nx`),
    expect: 'protocol',
  },
  { name: 'chunk size huge', page: framed(CHUNKED, 'FFFFFFFFFF\r\nhello'), expect: 'wrong-length' },
  {
    name: 'chunk without line end',
    page: framed(CHUNKED, '5\r\nhello0\r\n\r\n'),
    expect: 'protocol',
  },
  {
    name: 'chunks with bare line feeds',
    page: framed(CHUNKED, '5\nhello\n0\n\n'),
    expect: 'protocol',
  },
  { name: 'chunks cut off', page: framed(CHUNKED, '5\r\nhello\r\n'), expect: 'wrong-length' },
  { name: 'chunks reset', page: reset(framed(CHUNKED, '5\r\nhello\r\n')), expect: 'reset' },
  {
    name: 'chunk error after a good one',
    page: framed(CHUNKED, '5\r\nhello\r\n!!\r\n'),
    expect: 'protocol',
  },
  {
    name: 'chunk extension without end',
    page: endless(`${HEAD}${CHUNKED}\r\n5;`, 'x'.repeat(60_000)),
    expect: 'protocol|too-large|too-slow|headers-too-large',
  },
  {
    name: 'trailers without end',
    page: endless(`${HEAD}${CHUNKED}\r\n5\r\nhello\r\n0\r\n`, `X: ${'y'.repeat(5000)}\r\n`),
    expect: 'headers-too-large',
  },
  {
    name: 'a second answer after the first',
    page: Buffer.concat([page(), page()]),
    expect: 'wrong-length',
  },
  { name: 'no HTTP at all', page: HTML, expect: 'protocol' },
  { name: 'a mail server', page: '220 mail.example ESMTP\r\n', expect: 'protocol|reset' },
  { name: 'an SSH server', page: 'SSH-2.0-OpenSSH_9.6\r\n', expect: 'protocol|reset' },
  { name: 'random bytes', page: Buffer.from('00ff13377fe0'.repeat(50), 'hex'), expect: 'protocol' },
  { name: 'a TLS alert', page: Buffer.from('15030100020228', 'hex'), expect: 'protocol|reset' },
  { name: 'HTTP/2.0 in the status line', page: line('HTTP/2.0 200 OK'), expect: 'protocol' },
  { name: 'HTTP/9.9 in the status line', page: line('HTTP/9.9 200 OK'), expect: 'protocol' },
  { name: 'lower-case protocol', page: line('http/1.1 200 OK'), expect: 'protocol' },
  { name: 'ICY', page: line('ICY 200 OK'), expect: 'protocol' },
  { name: 'status 000', page: line('HTTP/1.1 000 Nothing'), expect: 'protocol' },
  { name: 'status 99', page: line('HTTP/1.1 99 Low'), expect: 'protocol' },
  { name: 'status 2000', page: line('HTTP/1.1 2000 OK'), expect: 'protocol' },
  { name: 'status in words', page: line('HTTP/1.1 OK'), expect: 'protocol' },
  { name: 'status 999', page: line('HTTP/1.1 999 No'), expect: 'protocol' },
  { name: 'header folded', page: withHeader('X-A: b\r\n c\r\n'), expect: 'protocol' },
  {
    name: 'header with a space before the colon',
    page: withHeader('X-A : b\r\n'),
    expect: 'protocol',
  },
  { name: 'header with NUL', page: withHeader('X-A: b\0c\r\n'), expect: 'protocol' },
  { name: 'header without colon', page: withHeader('what is this\r\n'), expect: 'protocol' },
  { name: 'header without name', page: withHeader(': b\r\n'), expect: 'protocol' },
  { name: 'header with a bare CR', page: withHeader('X-A: b\rc\r\n'), expect: 'protocol' },
  {
    name: 'lines ended by LF alone',
    page: line('HTTP/1.1 200 OK').replaceAll('\r\n', '\n'),
    expect: 'protocol|reset',
  },
  {
    name: 'header called __proto__',
    page: withHeader('__proto__: polluted\r\n'),
    expect: 'ok',
    check: ({ attempt }) => {
      if ('polluted' in {} || Object.getPrototypeOf(attempt.headers) !== Object.prototype) {
        throw new TypeError('a header reached a prototype');
      }
    },
  },
  { name: 'closed without an answer', page: '', expect: 'reset' },
  { name: 'closed within the head', page: 'HTTP/1.1 200 OK\r\nConte', expect: 'reset' },
  { name: 'reset at once', page: reset(), expect: 'reset' },
  { name: 'reset within the head', page: reset('HTTP/1.1 200 OK\r\nConte'), expect: 'reset' },
  {
    name: 'reset within the body',
    page: reset(framed('Content-Length: 5000\r\n')),
    expect: 'reset',
  },
  {
    name: 'reset on connecting',
    server: { onConnect: (socket) => socket.resetAndDestroy() },
    expect: 'robots-unreachable|connect',
  },
  {
    name: 'closed on connecting',
    server: { onConnect: (socket) => socket.end() },
    expect: 'robots-unreachable',
  },
  {
    name: 'an upgrade nobody asked for',
    page: http(101, { Upgrade: 'websocket', Connection: 'upgrade' }),
    expect: 'protocol',
  },
  {
    name: '100 Continue nobody asked for',
    page: `HTTP/1.1 100 Continue\r\n\r\n${line('HTTP/1.1 200 OK')}`,
    expect: 'protocol',
  },
  {
    name: 'interim answers without end',
    page: endless('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
    expect: 'headers-too-large',
  },
  {
    name: 'interim answers now and then, without end',
    page: endless('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 50),
    expect: 'first-byte-timeout',
  },
  { name: 'nothing at all', page: stall(), expect: 'first-byte-timeout' },
];
