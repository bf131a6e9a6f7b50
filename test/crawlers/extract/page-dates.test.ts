import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractArticle } from '../../../crawlers/extract/index.ts';
import { barePage, englishParagraph } from './sample-pages.ts';

const body = [1, 2, 3].map((number) => `<p>${englishParagraph(number)}</p>`).join('');
const vietnamese: ExtractOptions = { timeZone: 'Asia/Ho_Chi_Minh', language: 'vi' };

function published(page: string, options: ExtractOptions = {}, url = 'https://news.example.com/a') {
  return extractArticle(page, url, options).publishedAt;
}

function linked(data: object): string {
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

describe('the date of publication', () => {
  it('is JSON-LD’s, moved to the outlet’s zone and never to UTC’s day', () => {
    const head = linked({ '@type': 'NewsArticle', datePublished: '2026-03-06T17:05:00Z' });
    expect(published(barePage(body, head), vietnamese)).toBe('2026-03-07T00:05:00+07:00');
  });

  it('is in the outlet’s zone where the page names none', () => {
    const head = linked({ '@type': 'NewsArticle', datePublished: '2026-03-07T00:01:00' });
    expect(published(barePage(body, head), vietnamese)).toBe('2026-03-07T00:01:00+07:00');
  });

  it('keeps to summer time of the zone', () => {
    const head = '<meta property="article:published_time" content="2024-07-01 12:00">';
    const options = { timeZone: 'Europe/Berlin' };
    expect(published(barePage(body, head), options)).toBe('2024-07-01T12:00:00+02:00');
  });

  it('reads an offset behind a space and character references', () => {
    const head =
      '<meta property="article:published_time" content="2026-03-07T08:52:11.000 &#x2B;07:00">';
    expect(published(barePage(body, head))).toBe('2026-03-07T08:52:11+07:00');
  });

  it('takes the time from what readers see where the declared date has only the day', () => {
    const head = linked({ '@type': 'NewsArticle', datePublished: '2026-03-07' });
    const line = '<h1>Cầu mới</h1><div class="date">Thứ bảy, 07/03/2026 08:47</div>';
    expect(published(barePage(line + body, head), vietnamese)).toBe('2026-03-07T08:47:00+07:00');
  });

  it('reads day before month for Vietnamese outlets and after it for American ones', () => {
    const page = barePage(`<h1>Bridge</h1><p class="date">05/03/2026</p>${body}`);
    expect(published(page, vietnamese)).toBe('2026-03-05T00:00:00+07:00');
    expect(published(page, { timeZone: 'America/New_York', language: 'en-US' })).toBe(
      '2026-05-03T00:00:00-04:00',
    );
  });

  it.each([
    ['ngày 7 tháng 3 năm 2026', '2026-03-07'],
    ['7 March 2026', '2026-03-07'],
    ['March 7, 2026', '2026-03-07'],
    ['7. März 2026', '2026-03-07'],
    ['7 mars 2026', '2026-03-07'],
    ['7 марта 2026', '2026-03-07'],
    ['2026年3月7日', '2026-03-07'],
    ['07.03.2026', '2026-03-07'],
  ])('is read from "%s"', (line, day) => {
    const page = barePage(`<h1>Bridge</h1><p class="date">${line}</p>${body}`);
    expect(published(page)?.slice(0, 10)).toBe(day);
  });

  it('prefers what is marked as published to what is marked as updated', () => {
    const page = barePage(`<h1>Bridge</h1>
      <p>Updated <time datetime="2024-02-09T10:00:00+01:00">9 Feb</time></p>
      <p>Published <time itemprop="datePublished" datetime="2024-02-01T10:00:00+01:00">1 Feb</time></p>
      ${body}`);
    expect(published(page)).toBe('2024-02-01T10:00:00+01:00');
  });

  it('is found in microdata without text', () => {
    const page = barePage(
      `${body}<span property="dc:dateCreated" content="2022-01-28T12:45:46+00:00"></span>`,
    );
    expect(published(page)?.slice(0, 10)).toBe('2022-01-28');
  });

  it('is found in the address', () => {
    expect(published(barePage(body), {}, 'https://news.example.com/2021/04/09/bridge')).toBe(
      '2021-04-09T00:00:00+00:00',
    );
  });

  it('is not the day an archive captured the page', () => {
    const address = 'https://archive.example.org/web/20120216182711/http://news.example.com/a';
    expect(published(barePage(body), {}, address)).toBeNull();
  });

  it('learns the zone from the time that readers see', () => {
    const head = linked({ '@type': 'NewsArticle', datePublished: '2023-11-09T06:35:00Z' });
    const line = '<h1>Bridge</h1><p class="date">Posted: Nov 8, 2023 / 10:35 PM</p>';
    expect(published(barePage(line + body, head))).toBe('2023-11-08T22:35:00-08:00');
  });

  it('is what readers see where the same minute is only said to be UTC', () => {
    const head = linked({ '@type': 'NewsArticle', datePublished: '2026-03-07T20:30:00Z' });
    const page = (line: string) => barePage(`<h1>Cầu</h1><p class="date">${line}</p>${body}`, head);
    for (const line of ['07/03/2026 20:30', 'Thứ bảy, 07/03/2026 | 20:30 GMT+7']) {
      expect(published(page(line), vietnamese)).toBe('2026-03-07T20:30:00+07:00');
    }
    const inUtc = ['GMT+0', 'UTC', 'GMT', '(UTC)', 'Z'].map((zone) => `07/03/2026 20:30 ${zone}`);
    for (const line of ['08/03/2026 03:30', '07/03/2026', ...inUtc]) {
      expect(published(page(line), vietnamese)).toBe('2026-03-08T03:30:00+07:00');
    }
  });

  it.each([
    ['20:30', '2026-03-07T22:45:00Z', '2026-03-07T22:45:00+07:00'],
    ['20:30', '2026-03-07T22:45:00+07:00', '2026-03-07T22:45:00+07:00'],
    ['20:30', '2026-03-07T22:45:00+09:00', '2026-03-07T20:45:00+07:00'],
    ['20:30 UTC', '2026-03-07T22:45:00Z', '2026-03-08T05:45:00+07:00'],
  ])('%s shown: the change at %s is read as publication is', (shown, dateModified, changed) => {
    const datePublished = '2026-03-07T20:30:00Z';
    const head = linked({ '@type': 'NewsArticle', datePublished, dateModified });
    const line = `<h1>Cầu</h1><p class="date">07/03/2026 ${shown}</p>`;
    const page = barePage(line + body, head);
    const article = extractArticle(page, 'https://news.example.com/a', vietnamese);
    expect(article.modifiedAt).toBe(changed);
  });

  it.each([
    'Cập nhật: 07/03/2026 09:00 - Đăng lúc: 05/03/2026 08:15',
    'Updated 07/03/2026 09:00 | Published 05/03/2026 08:15',
    'Xuất bản: 05/03/2026 08:15 - Cập nhật: 07/03/2026 09:00',
  ])('is that of publication where a line names both: %s', (line) => {
    const page = barePage(`<h1>Cầu</h1><p>${line}</p>${body}`);
    expect(published(page, vietnamese)).toBe('2026-03-05T08:15:00+07:00');
  });

  it('has day and month in the outlet’s order, whatever its pages call their language', () => {
    const page = `<html lang="vi"><body><h1>A</h1><p class="date">03/05/2026</p>${body}</body></html>`;
    const american = { timeZone: 'America/New_York', language: 'en-US' };
    expect(published(page, american)?.slice(0, 10)).toBe('2026-03-05');
  });

  it('is not the day that a sentence of the text tells of', () => {
    const told =
      'Trước đó, ngày 12/2/2026, tỉnh đã họp lần đầu về kế hoạch với các huyện liên quan.';
    expect(published(barePage(`<h1>Cầu</h1><p>${told}</p>${body}`), vietnamese)).toBeNull();
  });

  it.each([
    ['Fri, 06 Mar 2026 17:05:00 GMT', '2026-03-07T00:05:00+07:00'],
    ['Fri, 06 Mar 2026 09:05:00 PST', '2026-03-07T00:05:00+07:00'],
    ['2026-03-07 00:05 ICT', '2026-03-07T00:05:00+07:00'],
    ['2026-03-06T17:05:00 00:00', '2026-03-07T00:05:00+07:00'],
    ['2026-03-07T02:05:00%2B09:00', '2026-03-07T00:05:00+07:00'],
    ['20260306T170500Z', '2026-03-07T00:05:00+07:00'],
    ['20260307000500', '2026-03-07T00:05:00+07:00'],
    ['20260307', '2026-03-07T00:00:00+07:00'],
    ['1772816700', '2026-03-07T00:05:00+07:00'],
    ['1772816700000', '2026-03-07T00:05:00+07:00'],
    ['7/3/2026 12:05 AM', '2026-03-07T00:05:00+07:00'],
  ])('is read as programs write it: %s', (written, instant) => {
    const head = `<meta property="article:published_time" content="${written}">`;
    expect(published(barePage(body, head), vietnamese)).toBe(instant);
  });

  it.each(['20261301', '0912345678', '1234567', '99999999999'])(
    'is not made up from a number: %s',
    (written) => {
      expect(published(barePage(body, `<meta name="date" content="${written}">`))).toBeNull();
    },
  );

  it('is never later than the fetch', () => {
    const head = '<meta name="date" content="2030-01-01T00:00:00Z">';
    const now = new Date('2026-03-07T00:00:00Z');
    expect(published(barePage(body, head), { now })).toBeNull();
  });

  it.each(['2024-02-31', '2024-13-01', '31/31/2024', 'yesterday', '0000-00-00', '1.2.3.2024.5'])(
    'is not made up from "%s"',
    (written) => {
      const head = `<meta name="date" content="${written}">`;
      expect(published(barePage(body, head))).toBeNull();
    },
  );

  it.each([
    ['3 giờ trước', '2026-03-07T05:00:00+07:00'],
    ['hôm qua, 17:05', '2026-03-06T17:05:00+07:00'],
    ['08 giờ 15 ngày 3 tháng ba, 2026', '2026-03-03T08:15:00+07:00'],
  ])('is read from "%s" when the time of the fetch is known', (line, instant) => {
    const now = new Date('2026-03-07T01:00:00Z');
    const page = barePage(`<h1>Cầu mới</h1><p class="date">${line}</p>${body}`);
    expect(published(page, { ...vietnamese, now })).toBe(instant);
    expect(published(page, vietnamese)?.slice(0, 10)).not.toBe('2026-03-07');
  });

  it('is what readers see where the markup of a time says another day', () => {
    const page = barePage(
      `<h1>Pont</h1><time datetime="2019-07-03T10:18:46Z">Publié le 29 juin 2019</time>${body}`,
    );
    expect(published(page)?.slice(0, 10)).toBe('2019-06-29');
  });

  it('is the time by the title rather than one among the teasers', () => {
    const stamp = '<time pubdate datetime="2019-09-24T13:34:33Z"></time>';
    const teaser = `<li>${stamp}<a href="/other">Another story of that summer</a></li>`;
    const time = '<time datetime="2019-06-28T13:49:45Z">28 juin 2019</time>';
    const page = barePage(`<h1>Pont</h1><p>Le ${time}</p>${body}<ul>${teaser.repeat(5)}</ul>`);
    expect(published(page)?.slice(0, 10)).toBe('2019-06-28');
  });

  it('is the date line by the title rather than a time below the text', () => {
    const story = '<li><a href="/other">Another story of that summer</a>';
    const below = `${story.repeat(8)}${story} <time datetime="2019-07-30">30 juil. 2019</time>`;
    const page = barePage(`<h1>Pont</h1><ul><li>27 juin 2019</li></ul>${body}<ul>${below}</ul>`);
    expect(published(page)?.slice(0, 10)).toBe('2019-06-27');
  });

  it('is found in the title of an empty element named as in hAtom', () => {
    const stamp = '<span class="updated" title="2013-04-04T18:52:11+00:00"></span>';
    expect(published(barePage(stamp + body))).toBe('2013-04-04T18:52:11+00:00');
  });

  it('is the day of the last change where nothing better is known', () => {
    const page = barePage(`<h1>Brücke</h1>${body}<p class="info">Aktualisiert: 30.12.2016</p>`);
    expect(published(page)?.slice(0, 10)).toBe('2016-12-30');
  });
});
