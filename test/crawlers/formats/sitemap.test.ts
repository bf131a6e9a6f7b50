import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseSitemap } from '../../../crawlers/formats/sitemap.ts';

const zone = { timeZone: 'Asia/Ho_Chi_Minh', now: new Date('2026-03-10T03:00:00Z') };
const read = (text: string, url?: string) =>
  parseSitemap(Buffer.from(text), {}, url === undefined ? zone : { ...zone, url });

test('a urlset with news, video and image extensions under any prefix', () => {
  const map = read(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><loc> https://bao.example/1?a=1&amp;b=2 </loc><image:image><image:loc>https://bao.example/p.jpg</image:loc></image:image>
      <lastmod>2026-03-07</lastmod><n:news><n:publication><n:name>Báo</n:name><n:language>vi</n:language></n:publication>
      <n:publication_date>2026-03-07T00:05:00+07:00</n:publication_date><n:title><![CDATA[Họp báo & gặp gỡ]]></n:title></n:news></url>
    <url><loc>https://bao.example/2</loc><video:video><video:title>Phim</video:title><video:duration>90</video:duration></video:video></url>
    </urlset>`);
  expect(map).toEqual({
    kind: 'urlset',
    truncated: false,
    reasons: [],
    entries: [
      {
        url: 'https://bao.example/1?a=1&b=2',
        lastModified: '2026-03-07T00:00:00+07:00',
        news: {
          title: 'Họp báo & gặp gỡ',
          publishedAt: '2026-03-07T00:05:00+07:00',
          language: 'vi',
        },
      },
      {
        url: 'https://bao.example/2',
        lastModified: null,
        video: { title: 'Phim', publishedAt: null, durationSeconds: 90 },
      },
    ],
  });
});

test('an index, also with a prefix on every element', () => {
  const map = read(
    '<s:sitemapindex xmlns:s="x"><s:sitemap><s:loc>/a.xml.gz</s:loc><s:lastmod>2026-03-07T00:05:00Z</s:lastmod></s:sitemap></s:sitemapindex>',
    'https://bao.example/sitemap.xml',
  );
  expect(map).toMatchObject({
    kind: 'index',
    entries: [{ url: 'https://bao.example/a.xml.gz', lastModified: '2026-03-07T00:05:00+00:00' }],
  });
});

test('plain lists and feeds in its place', () => {
  expect(
    read('\ufeffhttps://a.example/1\r\nhttps://a.example/2\r\nnot one\n').entries.map(
      ({ url }) => url,
    ),
  ).toEqual(['https://a.example/1', 'https://a.example/2']);
  const feed = read(
    '<rss><channel><item><title>T</title><link>https://a.example/1</link></item></channel></rss>',
  );
  expect(feed.entries).toMatchObject([{ url: 'https://a.example/1', news: { title: 'T' } }]);
});

describe('broken ones', () => {
  const whole = `<urlset>${[1, 2, 3].map((n) => `<url><loc>https://a.example/${n}?x=1&y=2</loc></url>`).join('')}</urlset>`;
  test('cut off anywhere', () => {
    for (let length = 8; length < whole.length; length += 1) {
      const map = read(whole.slice(0, length));
      const ended = whole.slice(0, length).split('</loc>').length - 1;
      expect(map.entries.length).toBe(ended);
      expect(map.truncated).toBe(length < whole.length - 1);
    }
    expect(read(whole)).toMatchObject({
      truncated: false,
      entries: [{ url: 'https://a.example/1?x=1&y=2' }, {}, {}],
    });
  });

  test('unclosed entries, doubles and things that are no pages', () => {
    const map = read(
      '<urlset><url><loc>https://a.example/1</loc><url><loc>https://a.example/1</loc></url><url><loc>mailto:x</loc></url><url/></urlset>',
    );
    expect(map.entries).toEqual([{ url: 'https://a.example/1', lastModified: null }]);
    expect(map.reasons.join()).toContain('mailto:x');
  });

  test.each(['', '<html><body>Not found</body></html>', 'words'])('no sitemap: %s', (text) => {
    expect(read(text)).toMatchObject({ entries: [] });
    expect(read(text).reasons.join()).toContain('no sitemap');
  });
});

describe('packed', () => {
  const text = `<urlset>${Array.from({ length: 2000 }, (_, n) => `<url><loc>https://a.example/${n * 7919}</loc></url>`).join('')}</urlset>`;
  test('gzip, twice, and cut off', () => {
    const packed = gzipSync(text);
    expect(parseSitemap(packed).entries).toHaveLength(2000);
    expect(parseSitemap(gzipSync(packed)).entries).toHaveLength(2000);
    const half = parseSitemap(packed.subarray(0, packed.length / 2));
    expect(half.truncated).toBe(true);
    expect(half.entries.length).toBeGreaterThan(500);
  });

  test('a bomb and rubbish are refused', () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, 0x20));
    for (const bytes of [bomb, Buffer.from([0x1f, 0x8b, 1, 2, 3])]) {
      expect(parseSitemap(bytes)).toMatchObject({ entries: [], truncated: true });
    }
  });
});

test('50,000 addresses take less than 4 s of CPU', () => {
  const entry = (n: number) =>
    `<url><loc>https://a.example/tin-${n}.html</loc><lastmod>2026-03-0${1 + (n % 9)}</lastmod><news:news><news:title>Tin số ${n}</news:title><news:publication_date>2026-03-07T00:05:00+07:00</news:publication_date></news:news></url>`;
  const bytes = Buffer.from(
    `<urlset>${Array.from({ length: 50_000 }, (_, n) => entry(n)).join('')}</urlset>`,
  );
  const start = process.cpuUsage();
  expect(parseSitemap(bytes, {}, zone).entries).toHaveLength(50_000);
  const { user } = process.cpuUsage(start);
  expect(user / 1000).toBeLessThan(4000);
});
