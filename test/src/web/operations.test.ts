import { afterAll, expect, test } from 'vitest';
import {
  type Alarm,
  ColumnInchesError,
  type Operations,
  type Slot,
  type TimetableLine,
} from '../../../src/domain/index.ts';
import type { WebServerOptions } from '../../../src/web/index.ts';
import { page, serverFor } from './server-for-tests.ts';

const slot: Slot = {
  id: 'crawl bao-song-lam 2026-03-20T02:14',
  kind: 'crawl',
  target: 'bao-song-lam',
  label: '2026-03-20T02:14',
  dueAt: '2026-03-19T19:14:00.000Z',
  state: 'done',
  missed: 2,
  manual: false,
  startedAt: '2026-03-19T19:14:03.000Z',
  finishedAt: '2026-03-19T19:16:00.000Z',
  attempts: 1,
  worker: 'may-1',
  result: { articles: 12, known: 40, failed: 1 },
  errorCode: null,
  errorMessage: null,
};
const failedSlot: Slot = {
  ...slot,
  id: 'ledger  2026-03-20T02:05:00.000Z',
  kind: 'ledger',
  target: '',
  state: 'failed',
  missed: 0,
  result: null,
  errorCode: 'jobs/failed',
  errorMessage: '<script>alert(1)</script>',
};
const line: TimetableLine = {
  kind: 'crawl',
  target: 'bao-song-lam',
  outletName: 'Báo Sông Lam',
  timeZone: 'Asia/Ho_Chi_Minh',
  rule: '02:14',
  nextAt: '2026-03-20T19:14:00.000Z',
  last: slot,
};
const asked: object[] = [];
const alarms: readonly Alarm[] = [
  {
    id: '1',
    kind: 'silent-source',
    outletId: 'bao-lam-giang',
    outletName: 'Báo Lam Giang',
    about: 'https://song-lam.example/<rss>',
    facts: { reason: 'no-answer', hours: 30, attempts: 12, error: 'fetch/connect' },
    raisedAt: '2026-03-19T20:05:00.000Z',
    resolvedAt: null,
  },
  {
    id: '2',
    kind: 'below-expected',
    outletId: 'bao-lam-giang',
    outletName: 'Báo Lam Giang',
    about: '',
    facts: { day: '2026-03-17', captured: 3, expected: 11 },
    raisedAt: '2026-03-18T00:05:00.000Z',
    resolvedAt: '2026-03-18T02:05:00.000Z',
  },
  {
    id: '3',
    kind: 'blocked',
    outletId: 'not-shown',
    outletName: 'Ngoài lựa chọn',
    about: '',
    facts: { code: 'fetch/refused', times: 3, hours: 1 },
    raisedAt: '2026-03-19T20:05:00.000Z',
    resolvedAt: null,
  },
];
const redesigns: readonly Alarm['facts'][] = [
  { confidence: 60, usualConfidence: 95, failed: 0, pages: 6 },
  { confidence: 60, usualConfidence: 95, failed: 2, pages: 8 },
  { usualConfidence: 91, failed: 14, pages: 14 },
  { reason: 'frozen-page', keptPercent: 12, moved: 1 },
  { reason: 'frozen-page', keptPercent: 62, moved: 0 },
];
const redesign: Alarm = {
  id: '4',
  kind: 'redesign-suspected',
  outletId: 'bao-lam-giang',
  outletName: 'Báo Lam Giang',
  about: '',
  facts: {},
  raisedAt: '2026-03-19T20:05:00.000Z',
  resolvedAt: null,
};
const operations: Operations = {
  alarms: async () => alarms,
  status: async () => ({
    lines: [line, { ...line, kind: 'ledger', target: '', outletName: null, last: failedSlot }],
    recent: [slot, failedSlot],
    workers: [],
    alarms: alarms.slice(0, 2),
  }),
  isOperator: async (token) => token === 'abc123',
  runNow: async (given) => {
    asked.push(given);
    if (given.by === 'administrator' || given.by.token === 'abc123') return slot;
    throw new ColumnInchesError({
      code: 'operations/wrong-token',
      verdict: 'skip-item',
      message: 'wrong',
    });
  },
};
const app = serverFor(undefined, { operations });
afterAll(() => app.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test.each(['vi', 'en'])('shows every line with its result and next run (%s)', async (lang) => {
  const { document, html } = await page(app, `/operations?lang=${lang}`);
  const rows = [...document.querySelectorAll('#timetable tbody tr')].map((row) => row.textContent);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain('Báo Sông Lam');
  expect(rows[0]).toMatch(lang === 'vi' ? /12 bài.*chạy bù cho 2 mốc/ : /12 articles.*2 missed/);
  // 19:14 UTC, in the outlet's own zone.
  expect(rows[0]).toMatch(lang === 'vi' ? /21\/03\/2026, 02:14$/ : /21\sMar\s2026, 02:14$/);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/undefined|NaN|\{\w+[:}]/);
  expect(document.querySelector('#timetable button')).toBeNull();
});

test.each([
  ['vi', /Báo chí mẫu không cần lịch/, /cơ quan báo chí đầu tiên của bạn/],
  ['en', /The example needs no timetable/, /first outlet of your own/],
])('the example, whose timetable nobody works off, is no fault (%s)', async (lang, what, when) => {
  const well = serverFor(undefined, {
    operations: {
      ...operations,
      status: async () => ({ ...(await operations.status()), lines: [line] }),
    },
  });
  const { document } = await page(well, `/operations?lang=${lang}`);
  expect(document.querySelector('h1')?.textContent).toMatch(what);
  expect(document.querySelector('.lead')?.textContent).toMatch(when);
  await well.close();
});

test.each(['vi', 'en'])('says of a look that failed why, in words (%s)', async (lang) => {
  const result = { looks: 0, failed: 2, fault: 'consent-wall' };
  const look: Slot = { ...slot, kind: 'homepage', state: 'failed', missed: 0, result };
  const homepage: TimetableLine = { ...line, kind: 'homepage', rule: '15 min', last: look };
  const feeds: TimetableLine = { ...line, kind: 'feeds', rule: '5–120 min', last: null };
  const status = { ...(await operations.status()), lines: [homepage, feeds], recent: [] };
  const server = serverFor(undefined, {
    operations: { ...operations, status: async () => status },
  });
  const { document } = await page(server, `/operations?lang=${lang}`);
  const rows = [...document.querySelectorAll('#timetable tbody tr')].map((row) => row.textContent);
  const [failed, habit] =
    lang === 'vi'
      ? [/2 trong 2 lần xem hỏng: khung hỏi đồng ý che trang/, /mỗi 5–120 phút/]
      : [/2 of 2 looks failed: a question about consent covered/, /every 5–120 minutes/];
  expect(rows[0]).toMatch(failed);
  expect(rows[1]).toMatch(habit);
  expect(rows.join()).not.toMatch(/consent-wall|\bmin\b/);
  expect(document.querySelector('h1')?.textContent).toMatch(/^1 (trong|of) 2/);
  await server.close();
});

test('commands stand there as they are typed on that machine', async () => {
  const asTyped = (text: string) => text.replaceAll('column-inches ', 'npm run cli -- ');
  const clone = serverFor(undefined, { operations, asTyped });
  const { html } = await page(clone, '/operations?lang=vi');
  expect(html).toContain('npm run cli -- jobs --token');
  expect(html).toContain('npm run cli -- outlets check');
  expect(html).not.toMatch(/column-inches (jobs|start|worker|outlets)/);
  await clone.close();
});

test.each(['vi', 'en'])(
  'shows what is amiss with the capture, and what is over (%s)',
  async (lang) => {
    const { document } = await page(app, `/operations?lang=${lang}`);
    const [open] = [...document.querySelectorAll('#alarms tbody tr')].map((row) => row.textContent);
    expect(open).toMatch(
      lang === 'vi' ? /Không trả lời suốt 30 giờ, 12 lần hỏi/ : /No answer for 30 hours in 12 att/,
    );
    expect(open).toContain('https://song-lam.example/<rss>');
    const over = document.querySelector('#alarms-over tbody')?.textContent;
    expect(over).toMatch(
      lang === 'vi'
        ? /Ngày 17\/03\/2026: thu được 3 tin, lẽ ra ít nhất 11/
        : /17 Mar 2026: 3 items/,
    );
    expect(document.querySelector('.finding')?.textContent).toMatch(
      lang === 'vi' ? /1 báo động đang mở/ : /1 open alarm/,
    );
  },
);

test.each([
  [
    'vi',
    [
      /Độ chắc khi đọc bài còn 60 %, trước đây 95 %; vẫn đọc được cả 6 trang\./,
      /trước đây 95 %; không đọc được 2 trong 8 trang\./,
      /Không đọc được 14 trong 14 trang bài; trước đây độ chắc khi đọc là 91 %\./,
      /còn 12 % số đoạn, tiêu đề hay thân bài nằm ở chỗ khác\./,
      /còn 62 % số đoạn\./,
    ],
  ],
  [
    'en',
    [
      /read with 60 % confidence, before with 95 %; all 6 pages were read\./,
      /before with 95 %; 2 of 8 pages could not be read\./,
      /^A redesign is suspected14 of 14 article pages could not be read; before, .* 91 % confi/,
      /12 % of its paragraphs are left, and title or text stand elsewhere\./,
      /62 % of its paragraphs are left\./,
    ],
  ],
])(
  'tells what speaks for a redesign, and what to do; nothing unread has a confidence (%s)',
  async (lang, patterns) => {
    const suspected = redesigns.map((facts, index) => ({ ...redesign, id: String(index), facts }));
    const status = { ...(await operations.status()), alarms: suspected };
    const server = serverFor(undefined, {
      operations: { ...operations, status: async () => status },
    });
    const { document } = await page(server, `/operations?lang=${lang}`);
    const cells = [...document.querySelectorAll('#alarms tbody tr')].map(
      (row) => row.querySelector('td:last-child')?.textContent ?? '',
    );
    expect(cells).toHaveLength(patterns.length);
    for (const [index, pattern] of patterns.entries()) expect(cells[index]).toMatch(pattern);
    for (const cell of cells) {
      expect(cell).toContain('column-inches outlets freeze');
      // Who types no commands finds the same on a page.
      expect(cell).toContain('/admin/outlets');
      expect(cell).not.toMatch(/(?<!\d)0 %|undefined|NaN|\?/);
    }
    await server.close();
  },
);

test.each(['vi', 'en'])(
  'readers see on the page of gaps what is amiss with the outlets shown, without commands (%s)',
  async (lang) => {
    const { document, html } = await page(app, `/gaps?lang=${lang}`);
    const rows = [...document.querySelectorAll('#alarms tbody tr')].map((row) => row.textContent);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(
      lang === 'vi' ? /Không trả lời suốt 30 giờ, 12 lần hỏi/ : /No answer for 30 hours in 12 att/,
    );
    expect(document.querySelector('#alarms-over tbody')?.textContent).toContain('11');
    expect(html).not.toMatch(/column-inches outlets check|admin\/outlets|undefined|NaN/);
  },
);

test('the buttons appear for who has the operator’s token, and only for them', async () => {
  const sent = (payload: string, headers = {}) =>
    app.inject({
      method: 'POST',
      url: '/operations/operator',
      headers: { ...form, ...headers },
      payload,
    });
  const wrong = await sent('token=guess');
  expect(wrong.headers.location).toBe('/operations?refused=1');
  expect(wrong.headers['set-cookie']).toBeUndefined();
  const right = await sent('token=abc123');
  const cookie = String(right.headers['set-cookie']);
  expect(cookie).toMatch(/^operator=abc123; Path=\/operations; SameSite=Strict; HttpOnly/);
  const { document } = await page(app, '/operations?lang=en', { cookie: 'operator=abc123' });
  expect(document.querySelectorAll('#timetable button')).toHaveLength(2);
});

test('a job runs only by token and from the page itself', async () => {
  const run = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/operations/run',
      headers: { ...form, ...headers },
      payload: 'kind=ledger&target=',
    });
  const cookie = 'operator=abc123';
  expect((await run({ cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await run({ cookie, origin: 'https://evil.example' })).statusCode).toBe(403);
  expect(asked).toHaveLength(0);
  expect((await run({})).headers.location).toBe('/operations?refused=1');
  expect((await run({ cookie })).headers.location).toMatch(/^\/operations\?asked=crawl/);
  expect(asked.at(-1)).toEqual({ kind: 'ledger', target: '', by: { token: 'abc123' } });
});

test('an administrator who is signed in needs no token, and the trail says who asked', async () => {
  const notes: string[][] = [];
  const roles: Readonly<Record<string, string>> = { admin: 'administrator', coder: 'coder' };
  const accounts = {
    signedIn: async ({ cookie = '' }: { readonly cookie?: string }) => {
      const role = roles[cookie.replace('who=', '')];
      return role === undefined ? null : { accountId: cookie, role };
    },
  };
  const administration = { note: async (...words: string[]) => void notes.push(words) };
  const review = { accounts, administration } as unknown as WebServerOptions['review'];
  const own = serverFor(undefined, { operations, ...(review ? { review } : {}) });
  const buttons = async (cookie: string) =>
    (await page(own, '/operations?lang=en', { cookie })).document.querySelectorAll(
      '#timetable button',
    ).length;
  expect([await buttons('who=admin'), await buttons('who=coder')]).toEqual([2, 0]);
  const run = (headers: Record<string, string>) =>
    own.inject({
      method: 'POST',
      url: '/operations/run',
      headers: { ...form, ...headers },
      payload: 'kind=crawl&target=song-lam',
    });
  const cookie = 'who=admin';
  expect((await run({ cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await run({ cookie: 'who=coder' })).headers.location).toBe('/operations?refused=1');
  expect(notes).toEqual([]);
  expect((await run({ cookie })).headers.location).toMatch(/^\/operations\?asked=crawl/);
  expect(asked.at(-1)).toMatchObject({ kind: 'crawl', by: 'administrator' });
  expect(notes).toEqual([['who=admin', 'job asked', `crawl ${slot.target}`]]);
  await own.close();
});

test('a server without a timetable has no such page', async () => {
  const plain = serverFor();
  const { response } = await page(plain, '/operations');
  expect(response.statusCode).toBe(404);
  await plain.close();
});
