import { describe, expect, it } from 'vitest';
import { parseListing, type ReadListingOptions } from '../../../crawlers/formats/listing.ts';

const options: ReadListingOptions = {
  timeZone: 'Asia/Ho_Chi_Minh',
  now: new Date('2026-03-02T05:00:00Z'),
};
const read = (text: string, more: Partial<ReadListingOptions> = {}) =>
  parseListing(Buffer.from(text), {}, { ...options, ...more });
const rows = (text: string, more: Partial<ReadListingOptions> = {}) =>
  read(text, more).programmes.map(({ startAt, title }) => `${startAt.slice(5, 16)} ${title}`);

describe('a day in plain text', () => {
  it('reads the forms of provincial stations', () => {
    const text = [
      '5:03 Ca nhạc ...',
      '05h30: Thời sự sáng',
      "06g15' - Nhà nông",
      '07.00   Phim : Bến cũ – Tập 3/20',
      '8 giờ 05 phút Thiếu nhi',
      '* 9:00 - 9:30: Sức khỏe',
      '10h Khoa học',
      '11:00',
      '18:30:00 Thời sự',
      '7:45 PM Cải lương',
    ].join('\r\n');
    expect(rows(text, { day: '2026-03-02' })).toEqual([
      '03-02T05:03 Ca nhạc ...',
      '03-02T05:30 Thời sự sáng',
      '03-02T06:15 Nhà nông',
      '03-02T07:00 Phim : Bến cũ – Tập 3/20',
      '03-02T08:05 Thiếu nhi',
      '03-02T09:00 Sức khỏe',
      '03-02T10:00 Khoa học',
      '03-02T11:00 ',
      '03-02T18:30 Thời sự',
      '03-02T19:45 Cải lương',
    ]);
  });

  it('leaves what runs after midnight with the day of the listing', () => {
    const { programmes } = read('23:30 Bản tin\n00:05 Phim\n24:50 Tạm biệt\n', {
      day: '2026-03-02',
    });
    expect(programmes.map(({ startAt, day }) => [startAt, day])).toEqual([
      ['2026-03-02T23:30:00+07:00', '2026-03-02'],
      ['2026-03-03T00:05:00+07:00', '2026-03-02'],
      ['2026-03-03T00:50:00+07:00', '2026-03-02'],
    ]);
  });

  it('begins with the first hours of a day that is on air around the clock', () => {
    expect(rows('00:30 Phim\n05:00 Thời sự\n23:30 Ca nhạc', { day: '2026-03-02' })).toEqual([
      '03-02T00:30 Phim',
      '03-02T05:00 Thời sự',
      '03-02T23:30 Ca nhạc',
    ]);
  });

  it('takes the day from headings, the file name, else from the clock, and says so', () => {
    const week = 'THỨ HAI, 2/3/2026\n5:00 A\n23:50 B\nThứ Ba 3-3\n5:00 C';
    expect(rows(week)).toEqual(['03-02T05:00 A', '03-02T23:50 B', '03-03T05:00 C']);
    expect(rows('5:00 A', { url: 'kenh-2026-01-31.txt' })).toEqual(['01-31T05:00 A']);
    expect(rows('5:00 A', { url: 'https://vi.du/lich?ngay=31-01-2026' })).toEqual([
      '01-31T05:00 A',
    ]);
    expect(read('5:00 A').faults.map(({ code }) => code)).toEqual(['day-assumed']);
  });

  it('turns to the next day where a new morning follows without a heading', () => {
    expect(rows('5:00 A\n23:30 B\n00:10 C\n5:00 D', { day: '2026-03-02' })).toEqual([
      '03-02T05:00 A',
      '03-02T23:30 B',
      '03-03T00:10 C',
      '03-03T05:00 D',
    ]);
    const days = read('22:00 A\n5:00 D', { day: '2026-03-02' }).programmes.map(({ day }) => day);
    expect(days).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('names the line of an impossible time and of one out of order, and keeps the rest', () => {
    const { programmes, faults } = read('5:00 A\n5:75 B\n6:00 C\n5:50 D', { day: '2026-03-02' });
    expect(programmes.map(({ title }) => title)).toEqual(['A', 'C', 'D']);
    expect(faults.map(({ code, line }) => [code, line])).toEqual([
      ['bad-time', 2],
      ['backwards', 4],
    ]);
  });

  it('takes no number for a time', () => {
    expect(
      rows('50 năm một chặng đường\n10:32 22/11 Tin mới\n1.500 đồng', { day: '2026-03-02' }),
    ).toEqual([]);
  });
});

describe('a day on a page', () => {
  const cells = (list: string) =>
    list
      .split('|')
      .map((row) => row.split(' '))
      .map(([time, ...title]) => `<tr><td>${time}</td><td>${title.join(' ')}</td></tr>`)
      .join('');

  it('reads a table and leaves other times of the page out', () => {
    const page = `<html><head><title>Lịch phát sóng thứ Hai, 02/03/2026</title></head><body>
      <ul class="news"><li>09:15 Tin A</li></ul><div><table>
      ${cells('05:00 Ca nhạc|05:30 Thời sự &amp; thời tiết|11:30 Thời sự trưa|18:30 Thời sự tối|00:10 Phim')}
      </table></div><p>17:00 Họp báo</p></body></html>`;
    const { programmes, format } = read(page);
    expect(format).toBe('html');
    expect(programmes.map(({ startAt, title }) => `${startAt.slice(0, 16)} ${title}`)).toEqual([
      '2026-03-02T05:00 Ca nhạc',
      '2026-03-02T05:30 Thời sự & thời tiết',
      '2026-03-02T11:30 Thời sự trưa',
      '2026-03-02T18:30 Thời sự tối',
      '2026-03-03T00:10 Phim',
    ]);
  });

  it.each([
    [
      'spans',
      (time: string, title: string) => `<li><span>${time}</span><span>${title}</span></li>`,
    ],
    [
      'blocks',
      (time: string, title: string) => `<div class="r"><div>${time}</div><div>${title}</div></div>`,
    ],
    ['paragraphs', (time: string, title: string) => `<p><strong>${time}</strong>: ${title}</p>`],
    ['breaks', (time: string, title: string) => `${time} ${title}<br>`],
  ])('reads rows made of %s', (_, row) => {
    const list = [
      ['05:00', 'Ca nhạc'],
      ['05:30', 'Thời sự'],
      ['06:00', 'Phim'],
    ] as const;
    const page = `<body><div>${list.map(([time, title]) => row(time, title)).join('\n')}</div></body>`;
    expect(rows(page, { url: 'https://vi.du/lich/2026-03-02' })).toEqual(
      list.map(([time, title]) => `03-02T${time} ${title}`),
    );
  });

  it('reads a week whose days are marked on their tables', () => {
    const page = ['2026-03-02', '2026-03-03']
      .map((day) => `<table data-day="${day}">${cells('05:00 A|23:50 B|00:10 C')}</table>`)
      .join('');
    expect(rows(page)).toEqual([
      '03-02T05:00 A',
      '03-02T23:50 B',
      '03-03T00:10 C',
      '03-03T05:00 A',
      '03-03T23:50 B',
      '03-04T00:10 C',
    ]);
  });
});

describe('listings for machines', () => {
  it('reads iCalendar with zones, folded lines and lengths', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'X-WR-CALNAME:Kênh 1',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Asia/Ho_Chi_Minh:20260302T183000',
      'DURATION:PT25M',
      'SUMMARY:Thời sự\\, thời',
      '  tiết',
      'BEGIN:VALARM',
      'DESCRIPTION:chuông',
      'END:VALARM',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART:20260302T120000Z',
      'DTEND:20260302T124500Z',
      'SUMMARY:Phim',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART:hôm qua',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const { programmes, faults, format } = read(text);
    expect(format).toBe('ical');
    expect(
      programmes.map(({ channel, startAt, endAt, title }) => ({ channel, startAt, endAt, title })),
    ).toEqual([
      {
        channel: 'Kênh 1',
        startAt: '2026-03-02T18:30:00+07:00',
        endAt: '2026-03-02T18:55:00+07:00',
        title: 'Thời sự, thời tiết',
      },
      {
        channel: 'Kênh 1',
        startAt: '2026-03-02T12:00:00+00:00',
        endAt: '2026-03-02T12:45:00+00:00',
        title: 'Phim',
      },
    ]);
    expect(faults).toEqual([expect.objectContaining({ code: 'bad-time', line: 18 })]);
  });

  it('reads broadcast events of a page, each once', () => {
    const event = (start: string, name: string) => ({
      '@type': 'BroadcastEvent',
      name,
      startDate: start,
      endDate: '2026-03-02T20:00:00+07:00',
      publishedOn: { '@type': 'BroadcastService', name: 'Kênh 2' },
    });
    const graph = {
      '@graph': [
        event('2026-03-02T18:30:00+07:00', 'Thời sự'),
        event('2026-03-02T19:00:00', 'Phim'),
        event('2026-03-02T19:30:00+07:00', 'Đối thoại'),
        event('2026-03-02T18:30:00+07:00', 'Thời sự'),
      ],
    };
    const page = `<body><script type="application/ld+json">${JSON.stringify(graph)}</script></body>`;
    const { programmes, format } = read(page);
    expect(format).toBe('json-ld');
    expect(programmes.map(({ startAt, title, channel }) => [startAt, title, channel])).toEqual([
      ['2026-03-02T18:30:00+07:00', 'Thời sự', 'Kênh 2'],
      ['2026-03-02T19:00:00+07:00', 'Phim', 'Kênh 2'],
      ['2026-03-02T19:30:00+07:00', 'Đối thoại', 'Kênh 2'],
    ]);
  });
});
