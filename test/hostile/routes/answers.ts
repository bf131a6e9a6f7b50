import type { Route } from '../route.ts';
import { endless, http, page, rawPage, reset, stall } from '../server.ts';

const status = (code: number, expect: string, headers: Record<string, string> = {}): Route => ({
  name: `status ${code}${Object.keys(headers).length > 0 ? ` ${JSON.stringify(headers)}` : ''}`,
  page: http(code, { 'Content-Type': 'text/html', ...headers }, 'no'),
  expect,
});
const notAsked: NonNullable<Route['check']> = ({ server }) => {
  if (server.targets.includes('/page')) throw new TypeError('the page was asked for');
};
const robots = (name: string, reply: NonNullable<Route['page']>, expect: string): Route => ({
  name: `robots.txt: ${name}`,
  page: page(),
  other: { '/robots.txt': reply },
  expect,
  ...(expect === 'ok' ? {} : { check: notAsked }),
});
const text = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  http(200, { 'Content-Type': 'text/plain', ...headers }, body);
const flood = (count: number) =>
  Array.from({ length: count }, (_, index) => `X-${index}: y\r\n`).join('');
const DENY = 'User-agent: *\nDisallow: /\n';

/** Statuses, floods of headers, and robots.txt in all its states. */
export const ANSWERS: readonly Route[] = [
  status(400, 'status'),
  status(401, 'forbidden', { 'WWW-Authenticate': 'Basic realm="x"' }),
  status(402, 'forbidden'),
  status(403, 'forbidden'),
  status(404, 'not-found'),
  status(406, 'status'),
  status(407, 'forbidden'),
  status(408, 'status'),
  status(410, 'not-found'),
  status(418, 'status'),
  status(429, 'rate-limited'),
  status(429, 'rate-limited', { 'Retry-After': '2' }),
  status(429, 'rate-limited', { 'Retry-After': '99999999999999999999' }),
  status(429, 'rate-limited', { 'Retry-After': '-1' }),
  status(429, 'rate-limited', { 'Retry-After': 'soon' }),
  status(429, 'rate-limited', { 'Retry-After': 'Wed, 21 Oct 2099 07:28:00 GMT' }),
  status(451, 'forbidden'),
  status(500, 'server-error'),
  status(501, 'server-error'),
  status(502, 'server-error'),
  status(503, 'unavailable'),
  status(503, 'unavailable', { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' }),
  status(504, 'server-error'),
  status(520, 'server-error'),
  status(599, 'server-error'),
  status(201, 'status'),
  status(202, 'status'),
  status(206, 'status', { 'Content-Range': 'bytes 0-1/100' }),
  status(226, 'status'),
  { name: 'status 205', page: http(205), expect: 'empty' },
  { name: 'status 203', page: http(203, { 'Content-Type': 'text/html' }, 'hello'), expect: 'ok' },
  {
    name: 'an endless error page',
    page: endless('HTTP/1.1 500 No\r\nContent-Type: text/html\r\n\r\n', 'x'.repeat(60_000)),
    expect: 'server-error',
  },
  {
    name: 'a header of 1 MB',
    page: rawPage(`X: ${'y'.repeat(1_000_000)}\r\n`),
    expect: 'headers-too-large',
  },
  {
    name: 'headers of 100 KB',
    page: rawPage(`X: ${'y'.repeat(1000)}\r\n`.repeat(100)),
    expect: 'headers-too-large',
  },
  { name: '1,000 headers', page: rawPage(flood(1000)), expect: 'headers-too-large' },
  { name: '10,000 headers', page: rawPage(flood(10_000)), expect: 'headers-too-large' },
  {
    name: 'headers without end',
    page: endless('HTTP/1.1 200 OK\r\n', 'X-A: b\r\n'.repeat(500)),
    expect: 'headers-too-large',
  },
  {
    name: 'a header line without end',
    page: endless('HTTP/1.1 200 OK\r\nX: ', 'y'.repeat(50_000)),
    expect: 'headers-too-large',
  },
  {
    name: 'a header name without end',
    page: endless('HTTP/1.1 200 OK\r\n', 'y'.repeat(50_000)),
    expect: 'headers-too-large|protocol',
  },
  {
    name: 'a status line without end',
    page: endless('HTTP/1.1 200 ', 'y'.repeat(50_000)),
    expect: 'headers-too-large|protocol',
  },
  {
    name: '5,000 cookies',
    page: rawPage('Set-Cookie: a=b\r\n'.repeat(5000)),
    expect: 'headers-too-large',
  },
  { name: '150 cookies', page: rawPage('Set-Cookie: a=b\r\n'.repeat(150)), expect: 'ok' },
  {
    name: 'a cookie of 30 KB',
    page: rawPage(`Set-Cookie: a=${'b'.repeat(30_000)}\r\n`),
    expect: 'ok',
  },
  robots('missing', http(404), 'ok'),
  robots('gone', http(410), 'ok'),
  robots('forbidden', http(403), 'ok'),
  robots('behind a password', http(401), 'ok'),
  robots('empty', text(''), 'ok'),
  robots('status 204', http(204), 'ok'),
  robots('allows', text('User-agent: *\nAllow: /\n'), 'ok'),
  robots('forbids all', text(DENY), 'robots'),
  robots(
    'forbids us',
    text(`User-agent: ColumnInches\nDisallow: /page\n\nUser-agent: *\nAllow: /`),
    'robots',
  ),
  robots('forbids us in upper case', text('USER-AGENT: COLUMNINCHES\nDISALLOW: /page'), 'robots'),
  robots('forbids others', text('User-agent: OtherBot\nDisallow: /\n'), 'ok'),
  robots('forbids by pattern', text('User-agent: *\nDisallow: /*ge$\n'), 'robots'),
  robots('with a byte order mark', text(`\uFEFF${DENY}`), 'robots'),
  robots('with CR line ends', text(DENY.replaceAll('\n', '\r')), 'robots'),
  robots(
    'packed',
    text((await import('node:zlib')).gzipSync(DENY), { 'Content-Encoding': 'gzip' }),
    'robots',
  ),
  robots('packed wrongly', text(DENY, { 'Content-Encoding': 'gzip' }), 'robots-unreachable'),
  robots('as HTML', http(200, { 'Content-Type': 'text/html' }, '<html>404</html>'), 'ok'),
  robots('server fault', http(500), 'robots-unreachable'),
  robots('bad gateway', http(502), 'robots-unreachable'),
  robots('unavailable', http(503), 'robots-unreachable'),
  robots('too many requests', http(429, { 'Retry-After': '60' }), 'robots-unreachable'),
  robots('reset', reset(), 'robots-unreachable'),
  robots(
    'cut off',
    http(200, { 'Content-Length': '500' }, 'User-agent: *\n'),
    'robots-unreachable',
  ),
  robots('no answer', stall(), 'robots-unreachable'),
  robots('a drip', endless('HTTP/1.1 200 OK\r\n\r\n', '#', 40), 'robots-unreachable'),
  robots('no HTTP', 'hello', 'robots-unreachable'),
  robots('redirected', http(301, { Location: '/r2' }), 'ok'),
  robots('redirected in a circle', http(301, { Location: '/robots.txt' }), 'ok'),
  robots(
    'redirected inside',
    http(301, { Location: 'http://10.0.0.1/robots.txt' }),
    'private-address',
  ),
  robots(
    'redirected to metadata',
    http(301, { Location: 'http://169.254.169.254/' }),
    'private-address',
  ),
  robots(
    'without end, forbidding first',
    endless(`HTTP/1.1 200 OK\r\n\r\n${DENY}`, '# more\n'.repeat(9000)),
    'robots',
  ),
  robots(
    'without end, allowing',
    endless('HTTP/1.1 200 OK\r\n\r\n', '# more\n'.repeat(9000)),
    'ok',
  ),
  robots('100,000 rules', text(`User-agent: *\n${'Disallow: /tin/\n'.repeat(100_000)}`), 'ok'),
  robots(
    '20,000 rules with wildcards',
    text(`User-agent: *\n${'Disallow: /*a*b*c*d$\n'.repeat(20_000)}`),
    'ok',
  ),
  robots('a bomb of stars', text(`User-agent: *\nDisallow: /${'*a'.repeat(2000)}$\n`), 'ok'),
  robots('50,000 groups', text('User-agent: x\nDisallow: /\n\n'.repeat(20_000)), 'ok'),
  robots('one line of 500 KB', text(`User-agent: *\nDisallow: /${'x'.repeat(500_000)}`), 'ok'),
  robots('binary', text(Buffer.alloc(20_000, 0xff)), 'ok'),
  robots('crawl-delay that is no number', text('User-agent: *\nCrawl-delay: never\n'), 'ok'),
  robots('crawl-delay negative', text('User-agent: *\nCrawl-delay: -5\n'), 'ok'),
  robots('crawl-delay beyond measure', text('User-agent: *\nCrawl-delay: 1e400\n'), 'ok'),
];
