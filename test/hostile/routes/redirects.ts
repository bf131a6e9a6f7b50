import type { Route } from '../route.ts';
import { endless, http, page } from '../server.ts';

const to = (location: string, status = 302) => http(status, { Location: location });
const chain = (length: number) =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `/hop${index + 1}`,
      index + 1 === length ? page() : to(`/hop${index + 2}`),
    ]),
  );

/** Loops, long chains, broken targets, and every spelling of an address inside. */
export const REDIRECTS: readonly Route[] = [
  ...[301, 302, 303, 307, 308].map(
    (status): Route => ({
      name: `an honest ${status}`,
      page: to('/end', status),
      other: { '/end': page() },
      expect: 'ok',
      check: ({ attempt }) => {
        if (!attempt.finalUrl.endsWith('/end')) throw new TypeError('final address not told');
      },
    }),
  ),
  { name: 'five redirects', page: to('/hop1'), other: chain(5), expect: 'ok' },
  { name: 'six redirects', page: to('/hop1'), other: chain(6), expect: 'too-many-redirects' },
  {
    name: 'redirects without end',
    page: (socket, target) => socket.end(to(`/page?n=${Number(target.split('=')[1] ?? 0) + 1}`)),
    expect: 'too-many-redirects',
    check: ({ server }) => {
      if (server.targets.length > 7) throw new TypeError(server.targets.join(' '));
    },
  },
  { name: 'to itself', page: to('/page'), expect: 'redirect-loop' },
  { name: 'to itself with a fragment', page: to('/page#a'), expect: 'redirect-loop' },
  {
    name: 'to itself with a cookie',
    page: http(302, { Location: '/page', 'Set-Cookie': 'a=b' }),
    expect: 'redirect-loop',
  },
  {
    name: 'a circle of two',
    page: to('/b'),
    other: { '/b': to('/page') },
    expect: 'redirect-loop',
  },
  { name: 'no target', page: http(302), expect: 'bad-redirect' },
  { name: 'an empty target', page: to(''), expect: 'bad-redirect' },
  {
    name: 'two targets',
    page: 'HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n',
    expect: 'bad-redirect',
  },
  { name: 'a target that is no address', page: to('http://['), expect: 'bad-url' },
  { name: 'a target without host', page: to('http://'), expect: 'bad-url' },
  { name: 'a target of 100 KB', page: to(`/${'a'.repeat(100_000)}`), expect: 'headers-too-large' },
  { name: 'a target of 10 KB', page: to(`/${'a'.repeat(10_000)}`), expect: 'url-too-long' },
  {
    name: 'a target that grows',
    page: (socket, target) =>
      socket.end(to(`${target.replace('/page', '/page?')}${'x'.repeat(900)}`)),
    expect: 'url-too-long',
  },
  { name: 'a relative target', page: to('end?x=1'), other: { '/end': page() }, expect: 'ok' },
  {
    name: 'a target in Vietnamese, raw',
    page: to('/tin-tức'),
    other: { '/tin-t%E1%BB%A9c': page() },
    expect: 'ok',
  },
  {
    name: 'a target with a line break',
    page: to('/end%0d%0aX: y'),
    other: { '/end%0d%0aX:%20y': page() },
    expect: 'ok',
  },
  {
    name: 'an endless body under a redirect',
    page: endless('HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n', 'x'.repeat(60_000)),
    other: { '/end': page() },
    expect: 'ok',
  },
  { name: 'status 300', page: to('/end', 300), expect: 'status' },
  { name: 'status 305, use a proxy', page: to('http://127.0.0.1:1/', 305), expect: 'status' },
  { name: 'status 304 unasked', page: http(304), expect: 'unexpected-not-modified' },
  {
    name: 'status 304 asked',
    page: http(304, { ETag: '"a"' }),
    request: { validators: { etag: '"a"' } },
    expect: 'not-modified',
  },
  ...[
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'gopher://127.0.0.1:70/',
    'blob:http://a/b',
    'ws://127.0.0.1/',
    'mailto:a@b.vn',
    'about:blank',
    'chrome://settings',
  ].map((target): Route => ({ name: `to ${target}`, page: to(target), expect: 'scheme' })),
  {
    name: 'to an address with a password',
    page: to('http://user:secret@127.0.0.1:8080/'),
    expect: 'credentials',
  },
  { name: 'to a mail port', page: to('http://127.0.0.1:25/'), expect: 'port' },
  { name: 'to a database port', page: to('http://127.0.0.1:5432/'), expect: 'port' },
  { name: 'to an IRC port', page: to('http://127.0.0.1:6667/'), expect: 'port' },
  ...INSIDE().map(
    (target): Route => ({ name: `to ${target}`, page: to(target), expect: 'private-address' }),
  ),
  { name: 'to a host that does not exist', page: to('http://nowhere.invalid/'), expect: 'dns' },
  {
    name: 'through a name that leads inside',
    page: to('http://inside.example/'),
    expect: 'private-address',
  },
  {
    name: 'through a name that leads inside and outside',
    page: to('http://both.example/'),
    expect: 'private-address',
  },
  {
    name: 'to what robots.txt forbids',
    page: to('/secret'),
    other: { '/robots.txt': http(200, {}, 'User-agent: *\nDisallow: /secret'), '/secret': page() },
    expect: 'robots',
    check: ({ server }) => {
      if (server.targets.includes('/secret')) throw new TypeError('asked for a forbidden page');
    },
  },
];

/** From a loopback outlet that may be there, anything else inside stays closed. */
function INSIDE(): string[] {
  return [
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://169.254.169.254./',
    'http://0xa9fea9fe/',
    'http://2852039166/',
    'http://0251.0376.0251.0376/',
    'http://0.0.0.0/',
    'http://0/',
    'http://255.255.255.255/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[::127.0.0.1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    'http://[fec0::1]/',
    'http://[2606:4700::5efe:7f00:1]/',
  ];
}
