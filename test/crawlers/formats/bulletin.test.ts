import { describe, expect, it } from 'vitest';
import { readBulletinFeed } from '../../../crawlers/formats/bulletin-feed.ts';
import { readBulletinPage } from '../../../crawlers/formats/bulletin-page.ts';
import { parseChapters } from '../../../crawlers/formats/chapters.ts';
import { findDurationSeconds, parseDurationSeconds } from '../../../crawlers/formats/duration.ts';

const options = { timeZone: 'Asia/Ho_Chi_Minh', now: new Date('2026-03-03T00:00:00Z') };
const url = 'https://vi.du/ban-tin/thoi-su-2-3';
const page = (html: string) => readBulletinPage(`<body>${html}</body>`, url, options);

describe('durations', () => {
  it.each([
    ['PT24M35S', 1475],
    ['T24M35S', 1475],
    ['PT1H2M3.4S', 3723],
    ['P1DT1S', 86_401],
    ['1:02:03', 3723],
    ['28:15', 1695],
    ['75:00', 4500],
    ['28 phút', 1680],
    ['1 giờ 5 phút', 3900],
    ['2 phút 30 giây', 150],
    ['12\'30"', 750],
    ["15'", 900],
    ['1h05', 3900],
    ['45s', 45],
    ['600', 600],
    ['7 hours and 5 minutes', 25_500],
  ])('reads %s', (text, seconds) => {
    expect(parseDurationSeconds(text)).toBe(seconds);
  });

  it.each(['', 'PT', 'P', '1:2:3', '12:75', 'khoảng nửa giờ', '28 người', '99999999'])(
    'reads nothing in "%s"',
    (text) => expect(parseDurationSeconds(text)).toBeNull(),
  );

  it('finds the length a text names, and no bare number', () => {
    expect(findDurationSeconds('18h30 · Thời lượng: 28 phút 5 giây · 9 tin')).toBe(1685);
    expect(findDurationSeconds('Thời lượng: 07:51')).toBe(471);
    expect(findDurationSeconds('Thời lượng: 28')).toBeNull();
    expect(findDurationSeconds('Sau 28 phút')).toBeNull();
  });
});

describe("a bulletin's page", () => {
  it('reads data for machines: length, start, channel, clips, subtitles', () => {
    const video = {
      '@type': 'VideoObject',
      name: 'Thời sự tối',
      duration: 'PT10M',
      uploadDate: '2026-03-02T19:10:00+07:00',
      thumbnailUrl: '/a.jpg',
      caption: { contentUrl: '/a.vtt' },
      publication: {
        '@type': 'BroadcastEvent',
        startDate: '2026-03-02T18:30:00+07:00',
        publishedOn: { name: 'Kênh 1' },
      },
      hasPart: [
        { '@type': 'Clip', name: 'Tin hai', startOffset: 200, endOffset: 500 },
        { '@type': 'Clip', name: 'Tin một', startOffset: 20, endOffset: 190 },
      ],
    };
    const read = page(`<script type="application/ld+json">${JSON.stringify(video)}</script>`);
    expect(read).toMatchObject({
      title: 'Thời sự tối',
      channel: 'Kênh 1',
      startAt: '2026-03-02T18:30:00+07:00',
      startFrom: 'stated',
      durationSeconds: 600,
      thumbnailUrl: 'https://vi.du/a.jpg',
      subtitles: [{ url: 'https://vi.du/a.vtt', language: null }],
    });
    expect(
      read?.rundown.map(({ title, startSeconds, seconds }) => [title, startSeconds, seconds]),
    ).toEqual([
      ['Tin một', 20, 170],
      ['Tin hai', 200, 300],
    ]);
  });

  it('reads what a page shows people: start, length, rundown with and without lengths', () => {
    const read =
      page(`<h1>Thời sự</h1><p>Phát sóng: 18h30, Thứ Hai, 02/03/2026 · Thời lượng: 06:00</p>
      <ul><li>00:00 Tin chính</li><li>00:30 <a href="/tin/1">Tin một</a> 02:00</li>
      <li>02:40 <a href="/tin/2">Tin hai</a></li></ul>
      <ul class="others"><li>24:35 Bản tin khác</li><li>12:00 Bản tin nữa</li></ul>`);
    expect(read).toMatchObject({ startAt: '2026-03-02T18:30:00+07:00', durationSeconds: 360 });
    expect(read?.rundown).toEqual([
      { kind: 'headlines', title: 'Tin chính', startSeconds: 0, seconds: 30, url: null },
      {
        kind: 'report',
        title: 'Tin một',
        startSeconds: 30,
        seconds: 120,
        url: 'https://vi.du/tin/1',
      },
      {
        kind: 'report',
        title: 'Tin hai',
        startSeconds: 160,
        seconds: 200,
        url: 'https://vi.du/tin/2',
      },
    ]);
  });

  it('takes the start from a title with day and hour only, and says so', () => {
    const film = '<video src="a.mp4"></video>';
    expect(page(`<h1>Bản tin 11h30 ngày 2/3/2026</h1>${film}`)).toMatchObject({
      startAt: '2026-03-02T11:30:00+07:00',
      startFrom: 'title',
      durationSeconds: null,
      rundown: [],
    });
    expect(page(`<h1>Bản tin ngày 2/3/2026</h1>${film}`)).toMatchObject({
      startAt: null,
      startFrom: null,
    });
    expect(page('<h1>Một bài báo</h1><p>Không có phim.</p>')).toBeNull();
  });
});

describe('feeds of bulletins', () => {
  it('reads Media RSS with chapters in the description', () => {
    const text = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<item><title>Thời sự 18h30 ngày 02/03/2026</title><link>/ban-tin/1</link>
<pubDate>Mon, 02 Mar 2026 19:00:00 +0700</pubDate>
<description>00:20 Tin một\n01:20 Tin hai</description>
<media:group><media:content url="a.mp4" duration="200"/><media:thumbnail url="https://vi.du/a.jpg"/></media:group>
</item></channel></rss>`;
    expect(readBulletinFeed(text, 'https://vi.du/rss', options)).toEqual([
      expect.objectContaining({
        url: 'https://vi.du/ban-tin/1',
        startAt: '2026-03-02T18:30:00+07:00',
        publishedAt: '2026-03-02T19:00:00+07:00',
        durationSeconds: 200,
        thumbnailUrl: 'https://vi.du/a.jpg',
        rundown: [
          { kind: 'report', title: 'Tin một', startSeconds: 20, seconds: 60, url: null },
          { kind: 'report', title: 'Tin hai', startSeconds: 80, seconds: 120, url: null },
        ],
      }),
    ]);
  });

  it("reads a platform's channel feed, which tells no length", () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<entry><id>yt:video:x</id><title>Thời sự tối 2/3/2026</title>
<link rel="alternate" href="https://phim.vi.du/watch?v=x"/><published>2026-03-02T13:00:00+00:00</published>
<media:group><media:title>Thời sự</media:title><media:description>0:00 Điểm tin\n0:40 Tin một</media:description>
</media:group></entry></feed>`;
    const [read] = readBulletinFeed(text, 'https://phim.vi.du/feed', options);
    expect(read).toMatchObject({
      title: 'Thời sự tối 2/3/2026',
      startAt: null,
      durationSeconds: null,
      rundown: [
        { kind: 'headlines', seconds: 40 },
        { kind: 'report', startSeconds: 40, seconds: null },
      ],
    });
  });

  it('reads films of a sitemap and leaves its other pages', () => {
    const text = `<urlset xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
<url><loc>https://vi.du/a</loc></url><url><loc>https://vi.du/b</loc><video:video>
<video:title>Bản tin</video:title><video:duration>90</video:duration></video:video></url></urlset>`;
    expect(
      readBulletinFeed(text, 'https://vi.du/s.xml', options).map(({ url: at, durationSeconds }) => [
        at,
        durationSeconds,
      ]),
    ).toEqual([['https://vi.du/b', 90]]);
  });
});

describe('chapters', () => {
  it('are lines whose times rise, two or more', () => {
    const text = '(00:00) Mở đầu\n▶ 01:30 – Tin một\nLiên hệ: 09:00\n1:02:00 | Tin hai';
    expect(
      parseChapters(text).map(({ title, startSeconds, kind }) => [title, startSeconds, kind]),
    ).toEqual([
      ['Mở đầu', 0, 'headlines'],
      ['Tin một', 90, 'report'],
      ['Tin hai', 3720, 'report'],
    ]);
    expect(parseChapters('18:30 Thời sự')).toEqual([]);
  });

  it.each([
    ['Tin chính', 'headlines'],
    ['ĐIỂM TIN:', 'headlines'],
    ['Các tin chính trong bản tin.', 'headlines'],
    ['Giới thiệu…', 'headlines'],
    ['Giới thiệu nhân sự ứng cử đại biểu Quốc hội', 'report'],
    ['Điểm tin quốc tế', 'report'],
    ['Tóm tắt kỳ họp thứ mười', 'report'],
  ])('takes a first chapter "%s" as %s', (title, kind) => {
    const [first] = parseChapters(`00:00 ${title}\n01:00 Cầu mới thông xe`);
    expect(first?.kind).toBe(kind);
  });
});
