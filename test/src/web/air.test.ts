import { afterAll, describe, expect, test } from 'vitest';
import type { AirNumbers, AirWeek, BulletinPage } from '../../../src/domain/index.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { numbersWith, page, serverFor } from './server-for-tests.ts';

const person = {
  personId: 'lo-van-kim',
  aboutMs: 5500,
  speakingMs: null,
  mentions: 1,
  inTitle: false,
  fraction: 1,
  sentences: [
    { text: 'Ông <Kim> thăm xã A.', startMs: 30_000, endMs: 35_500, marks: [{ start: 0, end: 9 }] },
  ],
};

const bulletin: BulletinPage = {
  id: 'b1',
  outletId: 'dai-lam-giang',
  outletName: 'Đài Lam Giang',
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  channel: 'LTV',
  medium: 'television',
  url: 'https://lamgiang.example/ban-tin/1',
  title: 'Thời sự tối',
  startAt: '2026-03-12T11:30:00.000Z',
  startFrom: 'stated',
  day: '2026-03-12',
  durationSeconds: 120,
  hasSubtitles: true,
  repeatOf: null,
  repeats: ['2026-03-12T15:00:00.000Z'],
  parts: [
    {
      kind: 'headlines',
      slot: null,
      title: 'Tin chính',
      startSeconds: 0,
      seconds: 20,
      url: null,
      inHeadlines: null,
      persons: [],
    },
    {
      kind: 'report',
      slot: 1,
      title: 'Thăm <b>xã</b> A',
      startSeconds: 20,
      seconds: 60,
      url: null,
      inHeadlines: true,
      persons: [person],
    },
    {
      kind: 'report',
      slot: 2,
      title: 'Không rõ giờ',
      startSeconds: null,
      seconds: null,
      url: null,
      inHeadlines: null,
      persons: [],
    },
  ],
  clockHours: [[{ hour: 18, seconds: 20 }], [{ hour: 18, seconds: 60 }], null],
  names: { 'lo-van-kim': 'Lò Văn Kim' },
  methodVersion: '1',
};

const outletAir = {
  outletId: 'dai-lam-giang',
  name: 'Đài Lam Giang',
  medium: 'television',
  bulletins: 1,
  bulletinLength: { seconds: null, unknownBulletins: 1 },
  reports: 2,
  withSubtitles: 0,
  programmes: 2,
  newsProgrammes: 1,
  newsRepeats: 1,
  relays: 0,
  newsSeconds: null,
} as const;

const week: AirWeek = {
  outletId: 'dai-lam-giang',
  outletName: 'Đài Lam Giang',
  language: 'vi',
  timeZone: 'Asia/Ho_Chi_Minh',
  from: '2026-03-11',
  to: '2026-03-12',
  dayStartsAtHour: 4,
  channels: [{ id: 'ltv', name: 'LTV' }],
  programmes: [
    {
      channel: 'ltv',
      day: '2026-03-12',
      startAt: '2026-03-12T11:30:00.000Z',
      endAt: '2026-03-12T12:00:00.000Z',
      title: 'Thời sự tối',
      isNews: true,
      isRelay: false,
      isRepeat: false,
      firstAiringAt: null,
      versions: 2,
      bulletinId: 'b1',
    },
    {
      channel: 'ltv',
      day: '2026-03-12',
      startAt: '2026-03-12T17:30:00.000Z',
      endAt: null,
      title: 'Thời sự tối (phát lại)',
      isNews: true,
      isRelay: false,
      isRepeat: true,
      firstAiringAt: '2026-03-12T11:30:00.000Z',
      versions: 2,
      bulletinId: null,
    },
  ],
  bulletins: [],
  figures: [outletAir],
  methodVersion: '1',
};

const air: AirNumbers = {
  figures: async (query) => ({ query, methodVersion: '1', outlets: [outletAir], persons: [] }),
  week: async (id) => (id === week.outletId ? week : null),
  bulletin: async (id) => (id === bulletin.id ? bulletin : null),
  reports: async () => null,
};

const app = serverFor(numbersWith({ air }));
afterAll(() => app.close());

describe("a bulletin's page", () => {
  test('draws each timed report and each stretch about someone, and marks the words', async () => {
    const { document, html, response } = await page(app, '/bulletins/b1');
    const headings = [...document.querySelectorAll('main :is(h1, h2, h3)')];
    expect(headings.slice(0, 2).map(({ tagName }) => tagName)).toEqual(['H1', 'H2']);
    expect(response.statusCode).toBe(200);
    const [headlines] = document.querySelectorAll('.air-bar .air-headlines');
    const reports = [...document.querySelectorAll('.air-bar .air-report')];
    const share = (one: Element | null | undefined, name: string) =>
      Number(one?.getAttribute(name)?.replace(/%$/, '')) / 100;
    expect(share(headlines, 'width')).toBeCloseTo(1 / 6, 6);
    expect(reports.map((one) => share(one, 'width'))).toEqual([0.5]);
    const marks = [...document.querySelectorAll('.air-marks .air-mark')];
    expect(marks.map((one) => share(one, 'x'))).toEqual([0.25]);
    expect(marks[0]?.closest('.air-lane')?.querySelector('a')?.textContent).toBe('Lò Văn Kim');
    expect(document.querySelector('.air-said mark')?.textContent).toBe('Ông <Kim>');
    expect(html).not.toContain('<b>xã</b>');
    expect(html).toContain('18:30');
    expect(html).toContain('18 giờ: 1:00');
  });

  test('says what is unknown in both languages, and never as zero', async () => {
    const vietnamese = (await page(app, '/bulletins/b1?lang=vi')).document;
    const cells = [...vietnamese.querySelectorAll('#parts tbody tr')].at(-1)?.textContent ?? '';
    expect(cells).toContain('không rõ');
    expect(cells).not.toContain('0:00');
    expect((await page(app, '/bulletins/b1?lang=en')).html).toContain('0:06 · –');
  });

  test('is not found under another id', async () => {
    expect((await page(app, '/bulletins/none')).response.statusCode).toBe(404);
  });
});

describe("a broadcaster's week", () => {
  test('puts programmes on their hour, after midnight on the day before, and links bulletins', async () => {
    const { document } = await page(app, '/outlets/dai-lam-giang/air?lang=en');
    const news = document.querySelector('.air-week .air-news');
    const repeat = document.querySelector('.air-week .air-repeat');
    expect(news?.parentElement?.getAttribute('href')).toContain('/bulletins/b1');
    const hours = (one: Element | null) => (Number(one?.getAttribute('y')) - 28) / 34;
    expect(hours(news)).toBeCloseTo(14.5, 6);
    expect(hours(repeat)).toBeCloseTo(20.5, 6);
    expect(news?.getAttribute('x')).toBe(repeat?.getAttribute('x'));
  });

  test('hatches a day without a listing and says which length is not known', async () => {
    const { document } = await page(app, '/outlets/dai-lam-giang/air?lang=en');
    expect(document.querySelectorAll('.air-week .dwell-unknown')).toHaveLength(1);
    expect(document.body.textContent).toContain('1 bulletin does not state a length');
    expect(document.body.textContent).toContain('repeat of the programme of');
  });
});

test.each(['/outlets/dai-lam-giang/air', '/persons/tran-quoc-dung/air'])(
  '%s names the day that is not over',
  async (path) => {
    const extent = async () => ({ ...(await sampleNumbers.extent()), demo: false });
    const reports = async () => ({
      personId: 'tran-quoc-dung',
      name: 'Trần Quốc Dũng',
      counts: [],
      reports: [],
      cursor: null,
    });
    const during = serverFor(numbersWith({ extent, air: { ...air, reports } }), {
      clock: { now: () => new Date('2026-03-14T18:00:00Z') },
    });
    const { document } = await page(during, `${path}?lang=en`);
    expect(document.querySelector('.note')?.textContent).toMatch(/^15.Mar.2026 is not over/);
    await during.close();
  },
);

describe('the air for programs', () => {
  test.each(['/api/bulletins/b1', '/api/outlets/dai-lam-giang/air', '/api/air'])(
    '%s answers what the page shows',
    async (url) => {
      const answer = await app.inject({ url });
      expect(answer.statusCode).toBe(200);
      const { demo, data } = answer.json();
      expect(typeof demo).toBe('boolean');
      const expected = url.includes('bulletins') ? bulletin : url.includes('outlets') ? week : null;
      if (expected) expect(data).toEqual(expected);
      else expect(data.outlets).toEqual([outletAir]);
    },
  );

  test('answers 404 where nothing on air is read', async () => {
    const silent = serverFor();
    expect((await silent.inject({ url: '/api/air' })).statusCode).toBe(404);
    expect((await page(silent, '/outlets/dai-lam-giang/air')).response.statusCode).toBe(404);
    await silent.close();
  });
});
