import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPublishedDate, parsePublishedDate } from '../../../crawlers/extract/dates.ts';

const now = new Date('2026-03-10T03:00:00Z');
const inVietnam = (text: string) => parsePublishedDate(text, { timeZone: 'Asia/Ho_Chi_Minh', now });

describe('Vietnamese newsrooms', () => {
  test.each([
    'Thứ Bảy, 07/03/2026 | 00:05 GMT+7',
    'Thứ bảy, 7/3/2026, 00:05 (GMT+7)',
    'T7, 07/03/2026 00:05',
    'THỨ BẢY, 07-03-2026 - 00:05',
    'Thứ 7, 07.03.2026 | 00:05',
    '00 giờ 05 phút ngày 07 tháng 3 năm 2026',
    '00:05 ngày 7/3/2026',
    '0h05 ngày 7/3',
    'Cập nhật lúc 00:05, 07/03/2026',
    'Ngày đăng: 07/03/2026 12:05 AM',
    '12:05 SA 07/03/2026',
    '7 tháng Ba, 2026 00:05',
    'Tháng Ba 7, 2026 00:05',
    '07 thg 3, 2026, 00:05',
    '2026-03-07T00:05:00&#x2B;07:00',
    '07/03/2026\u00a000:05',
    '07/03/2026 00:05 (giờ Việt Nam)',
  ])('%s', (text) => {
    expect(inVietnam(text)).toBe('2026-03-07T00:05:00+07:00');
    expect(inVietnam(text.normalize('NFD'))).toBe('2026-03-07T00:05:00+07:00');
  });

  test.each([
    ['8 giờ tối 07/03/2026', '2026-03-07T20:00:00+07:00'],
    ['Chủ nhật, 08/03/2026, 20:30 (GMT+7)', '2026-03-08T20:30:00+07:00'],
    ['CN, 8/3/2026', '2026-03-08T00:00:00+07:00'],
    ['15 phút trước', '2026-03-10T09:45:00+07:00'],
    ['3 giờ trước', '2026-03-10T07:00:00+07:00'],
    ['một giờ trước', '2026-03-10T09:00:00+07:00'],
    ['Khoảng 3 giờ trước', '2026-03-10T07:00:00+07:00'],
    ['hơn một giờ trước', '2026-03-10T09:00:00+07:00'],
    ['1 giờ 30 phút trước', '2026-03-10T08:30:00+07:00'],
    ['1 ngày 2 giờ trước', '2026-03-09T08:00:00+07:00'],
    ['45p trước', '2026-03-10T09:15:00+07:00'],
    ['45 ph trước', '2026-03-10T09:15:00+07:00'],
    ['vài giây trước', '2026-03-10T10:00:00+07:00'],
    ['2026-03-07T00:05:00 07:00', '2026-03-07T00:05:00+07:00'],
    ['2026-03-07T00:05:00%2B07:00', '2026-03-07T00:05:00+07:00'],
    ['2026-03-07T00:05:00+7:00', '2026-03-07T00:05:00+07:00'],
    ['2026-03-07 00:05:00 +7', '2026-03-07T00:05:00+07:00'],
    ['cách đây 2 ngày', '2026-03-08T10:00:00+07:00'],
    ['cách đây khoảng 2 giờ', '2026-03-10T08:00:00+07:00'],
    ['cách đây hơn 2 giờ', '2026-03-10T08:00:00+07:00'],
    ['cách đây gần 2 giờ', '2026-03-10T08:00:00+07:00'],
    ['1 tháng trước', '2026-02-10T10:00:00+07:00'],
    ['vừa xong', '2026-03-10T10:00:00+07:00'],
    ['hôm qua', '2026-03-09T00:00:00+07:00'],
    ['Hôm qua, lúc 08:15', '2026-03-09T08:15:00+07:00'],
    ['hôm nay 08:15', '2026-03-10T08:15:00+07:00'],
    ['31/12', '2025-12-31T00:00:00+07:00'],
    ['Thứ Năm, 5 tháng Ba 2026 - 14:05', '2026-03-05T14:05:00+07:00'],
  ])('%s → %s', (text, iso) => {
    expect(inVietnam(text)).toBe(iso);
  });
});

describe('feeds and pages elsewhere', () => {
  const read = (text: string) => parsePublishedDate(text, { timeZone: 'UTC', now });
  test.each([
    ['Sat, 07 Mar 2026 00:05:00 +0700', '2026-03-07T00:05:00+07:00'],
    ['20260307000533', '2026-03-07T00:05:33+00:00'],
    ['202603070005', '2026-03-07T00:05:00+00:00'],
    ['Sat, 7 Mar 26 00:05 EST', '2026-03-07T00:05:00-05:00'],
    ['Sat, 7 March 2026 16:31:00 PT', '2026-03-07T16:31:00-08:00'],
    ['Wed, 8 July 2026 16:31:00 PT', '2026-07-08T16:31:00-07:00'],
    ['Sat Mar 7 00:05:09 2026', '2026-03-07T00:05:09+00:00'],
    ['Sat Mar 7 00:05:09 +0100 2026', '2026-03-07T00:05:09+01:00'],
    ['2026-03-07 00:05:09.25 -03:30', '2026-03-07T00:05:09-03:30'],
    ['2026-03-07T00:05Z', '2026-03-07T00:05:00+00:00'],
    ['20260307T000509Z', '2026-03-07T00:05:09+00:00'],
    ['2026-066', '2026-03-07T00:00:00+00:00'],
    ['2026-03', '2026-03-01T00:00:00+00:00'],
    ['1772841900', '2026-03-07T00:05:00+00:00'],
    ['/Date(1772841900000)/', '2026-03-07T00:05:00+00:00'],
    ['March 7th, 2026 at 4:05 p.m.', '2026-03-07T16:05:00+00:00'],
    ['Sa, 7. März 2026, 16:05 Uhr', '2026-03-07T16:05:00+00:00'],
    ['samedi 7 mars 2026 à 16h05', '2026-03-07T16:05:00+00:00'],
    ['mar., 3 févr. 2026 16:05:00 +0100', '2026-02-03T16:05:00+01:00'],
    ['7 de marzo de 2026', '2026-03-07T00:00:00+00:00'],
    ['7 марта 2026, 16:05', '2026-03-07T16:05:00+00:00'],
    ['Σάβ, 7 Μαρ 2026 16:05', '2026-03-07T16:05:00+00:00'],
    ['2026. március 7. 16:05', '2026-03-07T16:05:00+00:00'],
    ['2026년 3월 7일 16:05', '2026-03-07T16:05:00+00:00'],
    ['2026-03-07 오후 4:05', '2026-03-07T16:05:00+00:00'],
    ['2026年3月7日 16:05', '2026-03-07T16:05:00+00:00'],
    ['٢٠٢٦-٠٣-٠٧', '2026-03-07T00:00:00+00:00'],
    ['il y a 3 heures', '2026-03-10T00:00:00+00:00'],
    ['vor 2 Stunden', '2026-03-10T01:00:00+00:00'],
    ['yesterday at 16:05', '2026-03-09T16:05:00+00:00'],
    ['Sat Mar 07 2026 00:05:00 GMT+0000 (Coordinated Universal Time)', '2026-03-07T00:05:00+00:00'],
    ['2026-03-07T24:00:00Z', '2026-03-08T00:00:00+00:00'],
  ])('%s → %s', (text, iso) => {
    expect(read(text)).toBe(iso);
  });

  test('takes the order of day and month from option, weekday, then habit', () => {
    expect(parsePublishedDate('03/04/2025', { now })).toContain('2025-04-03');
    expect(parsePublishedDate('03/04/2025', { now, dayFirst: false })).toContain('2025-03-04');
    expect(parsePublishedDate('Tue, 03/04/2025', { now })).toContain('2025-03-04');
    const american = { now, timeZone: 'America/New_York' };
    expect(parsePublishedDate('03/04/2025', american)).toContain('2025-03-04');
    expect(parsePublishedDate('03/04/2025', { ...american, language: 'vi' })).toContain(
      '2025-04-03',
    );
    expect(parsePublishedDate('25/04/2025', american)).toContain('2025-04-25');
  });

  test('reads what a clock change leaves out or repeats', () => {
    const berlin = { timeZone: 'Europe/Berlin', now };
    expect(parsePublishedDate('2025-03-30 02:30', berlin)).toBe('2025-03-30T03:30:00+02:00');
    expect(parsePublishedDate('2025-10-26 02:30', berlin)).toBe('2025-10-26T02:30:00+02:00');
    expect(parsePublishedDate('2025-10-26 03:30', berlin)).toBe('2025-10-26T03:30:00+01:00');
    expect(parsePublishedDate('2025-10-26', berlin)).toBe('2025-10-26T00:00:00+02:00');
  });
});

test.each([
  '',
  '  ',
  'null',
  'NaN',
  '0000-00-00',
  '0001-01-01T00:00:00',
  '7',
  '23',
  '22013',
  '31/04/2026',
  '29/02/2025',
  '2026-13-01',
  '2026-03-07T25:00:00Z',
  '2026-03-07T10:61:00Z',
  '2026-03-07T10:00:61Z',
  '2026-03-07T10:00:00+99:99',
  '2026-03-07T10:00:00+0x:00',
  'Sun, 16 Dec 2012 1:2:3:4 GMT',
  'Sun, 16 zzz 2012 11:47:32 GMT',
  '2026-03-07T10:00:00Z and more',
  '2026-01-27-01',
  'hôm qua hôm nay',
  '10:15',
  'thứ hai',
  '3 giờ nữa',
  'Báo Dân Trí',
  '07/03/2026 08/03/2026',
  '(028) 3930 1234',
  '0912345678',
  '999 năm trước',
  '1 giờ 90 phút trước',
  '2 phút 1 giờ trước',
  '3 ngày trước khi khai mạc',
])('refuses "%s"', (text) => {
  expect(inVietnam(text)).toBeNull();
});

describe('finding a date in a longer text', () => {
  const find = (text: string) =>
    findPublishedDate(text, { timeZone: 'Asia/Ho_Chi_Minh', now })?.iso ?? null;
  test.each([
    ['Thời sự | Thứ Bảy, 07/03/2026 00:05 (GMT+7) | Chia sẻ', '2026-03-07T00:05:00+07:00'],
    ['Trang 2 - 07/03/2026 00:05 - 14 bình luận', '2026-03-07T00:05:00+07:00'],
    ['By the newsroom, March 7, 2026 12:05 am — 3 comments', '2026-03-07T00:05:00+07:00'],
    ['Đăng 3 giờ trước trong mục Xã hội', '2026-03-10T07:00:00+07:00'],
  ])('%s', (text, iso) => {
    expect(find(text)).toBe(iso);
  });

  test.each(['Có 3 người và 5 xe', 'Tỷ lệ 23/11 phiếu', 'May 20 người', 'Điện thoại 0123 456 789'])(
    'finds none in "%s"',
    (text) => {
      expect(find(text)).toBeNull();
    },
  );

  test('says where it stands', () => {
    const text = 'Tin mới: 07/03/2026 00:05, ảnh';
    const found = findPublishedDate(text, { now });
    expect(text.slice(found?.start, found?.end)).toBe('07/03/2026 00:05');
  });
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    '7',
    '03',
    '2026',
    '/',
    '-',
    ':',
    ' ',
    'tháng',
    'ngày',
    'Mar',
    'T',
    'Z',
    '+07:00',
    'GMT',
    'hôm qua',
    'trước',
    'giờ',
    '12',
    '99',
    'PM',
    '년',
    'thứ',
    ',',
    '(',
    'é',
    '\u0301',
    '0',
  );
  test('gives a sound date or null, never throws', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        const iso = inVietnam(value);
        if (iso === null) return;
        expect(iso).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
        expect(inVietnam(iso)).toBe(iso);
      }),
      { numRuns: 3000 },
    );
  });

  test('reads any day and time in every common order', () => {
    const date = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2026-03-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (value) => {
        const [day = '', time = ''] = value.toISOString().split(/[T.]/);
        const [y, m, d] = day.split('-');
        const expected = `${day}T${time}+07:00`;
        for (const text of [
          `${d}/${m}/${y} ${time}`,
          `${time} ${d}-${m}-${y}`,
          `${y}.${m}.${d} ${time}`,
        ]) {
          expect(inVietnam(text)).toBe(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('is the same under any time zone of the machine', () => {
  const module = fileURLToPath(new URL('../../../crawlers/extract/dates.ts', import.meta.url));
  const script = `
    const { parsePublishedDate } = await import(${JSON.stringify(module)});
    const options = { timeZone: 'Asia/Ho_Chi_Minh', now: new Date('2026-03-10T03:00:00Z') };
    const texts = ['07/03/2026 00:05', 'hôm qua', '31/12', '1 tháng trước', 'Mar 7 2026', '2026-03-08 02:30'];
    process.stdout.write(JSON.stringify(texts.map((text) => parsePublishedDate(text, options))));`;
  const run = (zone: string) =>
    execFileSync(
      process.execPath,
      ['--experimental-strip-types', '--input-type=module', '-e', script],
      {
        env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' },
        encoding: 'utf8',
      },
    );
  const reference = run('UTC');
  expect(JSON.parse(reference)).toEqual([
    '2026-03-07T00:05:00+07:00',
    '2026-03-09T00:00:00+07:00',
    '2025-12-31T00:00:00+07:00',
    '2026-02-10T10:00:00+07:00',
    '2026-03-07T00:00:00+07:00',
    '2026-03-08T02:30:00+07:00',
  ]);
  for (const zone of ['America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu']) {
    expect(run(zone)).toBe(reference);
  }
});
