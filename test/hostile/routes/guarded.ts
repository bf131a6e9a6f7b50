import type { Route } from '../route.ts';
import { http, page } from '../server.ts';

const strict = { allowPrivateAddresses: false } as const;

/** No canary may be asked for anything. */
const untouched: NonNullable<Route['check']> = ({ server }) => {
  if (server.targets.length > 0) throw new TypeError(`asked for ${server.targets.join()}`);
};
const spelled = (spell: (port: number) => string, expect = 'private-address|port'): Route => ({
  name: `without permission: ${spell(0)}`,
  page: page(),
  url: ({ port }) => spell(port),
  request: strict,
  expect,
  check: untouched,
});

/** Addresses refused before anything is asked, without the permission for private ones. */
export const GUARDED: readonly Route[] = [
  ...[
    'http://127.0.0.1/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://017700000001/',
    'http://127.255.255.254/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:7f00:0001]/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://172.20.0.1/',
    'http://169.254.169.254/',
    'http://100.100.100.200/',
    'http://0.0.0.0/',
    'http://[fd12:3456::1]/',
    'http://[fe80::1]/',
    'http://inside.example/',
    'http://both.example/',
    'http://mapped.example/',
    'http://zero.example/',
    'https://inside.example/',
    'http://inside.example:8080/',
  ].map((url) => spelled(() => url, 'private-address')),
  spelled((port) => `http://127.0.0.1:${port}/page`, 'private-address'),
  spelled((port) => `http://localhost:${port}/page`, 'private-address'),
  spelled((port) => `http://sub.localhost:${port}/page`, 'private-address'),
  spelled((port) => `http://[::1]:${port}/page`, 'private-address'),
  spelled(() => 'http://127.0.0.1:22/', 'private-address'),
  spelled((port) => `http://inside.example:${port}/page`),
  spelled(() => 'http://nowhere.invalid/', 'dns'),
  spelled(() => 'http://empty.example/', 'dns'),
  spelled(() => 'http://rejects.example/', 'dns'),
  spelled(() => 'http://hangs.example/', 'dns'),
  spelled(() => 'http://unknown.example:22/', 'port'),
  spelled(() => 'http://unknown.example:6379/', 'port'),
  spelled(() => 'http://unknown.example:65535/', 'port'),
  ...[
    ['', 'bad-url'],
    ['tin.vn', 'bad-url'],
    ['//tin.vn/', 'bad-url'],
    ['http://', 'bad-url'],
    ['http://tin .vn/', 'bad-url'],
    ['http://tin.vn:99999/', 'bad-url'],
    ['http://[::1', 'bad-url'],
    ['http://a..vn/', 'bad-url'],
    ['http://256.256.256.256/', 'bad-url'],
    ['ftp://tin.vn/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/html,hello', 'scheme'],
    ['view-source:http://tin.vn/', 'scheme'],
    ['http://user@tin.vn/', 'credentials'],
    ['http://user:password@tin.vn/', 'credentials'],
    ['http://tin.vn@127.0.0.1/', 'credentials'],
    [`http://tin.vn/${'a'.repeat(5000)}`, 'url-too-long'],
    [`http://tin.vn/?${'ă'.repeat(1000)}`, 'url-too-long'],
  ].map(([url, expect]) => spelled(() => url as string, expect)),
  {
    name: 'a name that turns inside after the first look',
    page: page(),
    url: ({ port }) => `http://rebinding.example:${port}/page`,
    expect: 'private-address',
  },
  {
    name: 'cookies are neither kept nor sent',
    page: http(302, { Location: '/end', 'Set-Cookie': 'session=1; Path=/' }),
    other: { '/end': page({ 'Set-Cookie': 'second=2' }) },
    expect: 'ok',
    check: ({ attempt, server }) => {
      if (server.heads.some((head) => /^cookie:/im.test(head))) throw new TypeError('cookie sent');
      if ('set-cookie' in attempt.headers) throw new TypeError('cookie kept');
    },
  },
  {
    name: 'the request is honest',
    page: page(),
    expect: 'ok',
    check: ({ server }) => {
      const head = server.heads.at(-1) ?? '';
      const isHonest = /^user-agent: ColumnInches\/[\d.]+ \(\+https:\/\/.*research.*\)\r$/im.test(
        head,
      );
      if (!isHonest || /mozilla|chrome/i.test(head)) throw new TypeError(head);
    },
  },
  {
    name: 'validators that would break the head are not sent',
    page: page(),
    request: { validators: { etag: '"a"\r\nX-Evil: 1', lastModified: 'x\ny' } },
    expect: 'ok',
    check: ({ server }) => {
      if (/evil|if-none|if-mod/i.test(server.heads.join())) throw new TypeError('sent');
    },
  },
];
