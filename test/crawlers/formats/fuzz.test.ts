// Structure-aware mutations from a printed seed: nothing an outlet can send throws or hangs.
import { expect, test } from 'vitest';
import { decodeText } from '../../../crawlers/extract/charset.ts';
import { findPublishedDate } from '../../../crawlers/extract/dates.ts';
import { parseFeed } from '../../../crawlers/formats/feed.ts';
import { parseOpml } from '../../../crawlers/formats/opml.ts';
import { parseSitemap } from '../../../crawlers/formats/sitemap.ts';
import { readWarc, writeWarc } from '../../../crawlers/formats/warc.ts';
import { findWebSubLinks } from '../../../crawlers/formats/websub.ts';
import { crawlDelay, isAllowed } from '../../../crawlers/robots.ts';
import { randomFrom } from './random.ts';

const SEEDS = [
  '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Báo &amp; đài</title><link>https://a.example/</link><item><title><![CDATA[Họp <b>báo</b>]]></title><link>https://a.example/1?x=1&amp;y=2</link><guid>1</guid><pubDate>Sat, 07 Mar 2026 00:05:00 +0700</pubDate></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><entry><id>1</id><title type="xhtml"><div>Tin</div></title><link rel="alternate" href="/1"/><updated>2026-03-07T00:05:00Z</updated></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/1","date_published":"2026-03-07"}]}',
  '<!DOCTYPE x [<!ENTITY a "b">]><urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/&a;</loc><news:news><news:title>Một</news:title></news:news></url></urlset>',
  '<opml><body><outline text="T"><outline xmlUrl="https://a.example/rss"/></outline></body></opml>',
  'User-agent: *\nDisallow: /a*b$\nAllow: /%e1%bb%a9\nCrawl-delay: 3\n',
  'Thứ Bảy, 07/03/2026 | 00:05 GMT+7, hôm qua, 3 giờ trước, 7 tháng 3 năm 2026, 2026-03-07T00:05:00+07:00',
];
const PIECES = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&#x',
  ';',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '</',
  '/>',
  '<?xml',
  '<item>',
  '</item>',
  '<title>',
  '</channel>',
  '\u0000',
  '\ufeff',
  'Ã¡',
  '\u0301',
  '%',
  '*',
  '$',
  '99',
  '{',
  '[',
  '\n',
];

function mutated(seed: number): Buffer {
  const random = randomFrom(seed);
  let bytes = Buffer.from(SEEDS[random(SEEDS.length)] ?? '');
  for (let step = random(6) + 1; step > 0; step -= 1) {
    const at = random(bytes.length + 1);
    const length = random(Math.min(40, bytes.length) + 1);
    const piece = Buffer.from(PIECES[random(PIECES.length)] ?? '');
    const kinds = [
      () => [bytes.subarray(0, at), piece, bytes.subarray(at)],
      () => [bytes.subarray(0, at), bytes.subarray(at + length)],
      () => [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)],
      () => [bytes.subarray(0, at)],
      () => [bytes.subarray(0, at), Buffer.from([random(256)]), bytes.subarray(at + 1)],
      () => [bytes, Buffer.from(piece.toString('latin1').repeat(random(200)))],
    ];
    bytes = Buffer.concat((kinds[random(kinds.length)] ?? (() => [bytes]))());
  }
  return bytes;
}

function readEverything(bytes: Buffer): void {
  const { text } = decodeText(bytes, { 'content-type': 'text/xml; charset=utf-8' });
  expect(text).toBe(text.normalize('NFC'));
  for (const item of parseFeed(bytes).items) expect(item.id).not.toBe('');
  for (const { url } of parseSitemap(bytes).entries) expect(url).toMatch(/^https?:\/\//i);
  parseOpml(bytes);
  findWebSubLinks(bytes, { link: text });
  findPublishedDate(text, { timeZone: 'Asia/Ho_Chi_Minh' });
  isAllowed(text, 'column-inches', 'https://a.example/a/b?c');
  crawlDelay(text, 'column-inches');
}

const CASES = 10_000;

test(`${CASES} mutations are read without a throw`, () => {
  for (let seed = 1; seed <= CASES; seed += 1) {
    try {
      readEverything(mutated(seed));
    } catch (cause) {
      throw new Error(`seed ${seed} broke a reader`, { cause });
    }
  }
}, 120_000);

test('300 mutated archives are read to their end', async () => {
  const parts: Uint8Array[] = [];
  const capture = {
    url: 'https://a.example/',
    at: '2026-03-07T00:05:00Z',
    status: 200,
    headers: {},
    bytes: Buffer.from('Tin'),
  };
  for await (const part of writeWarc([capture, capture], { gzip: false })) parts.push(part);
  const whole = Buffer.concat(parts);
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomFrom(seed);
    const bytes = Buffer.from(whole.subarray(0, random(whole.length)));
    for (let step = random(8); step > 0; step -= 1) bytes[random(bytes.length || 1)] = random(256);
    for await (const { url } of readWarc(bytes)) expect(url).toMatch(/^https?:/i);
  }
});

const UNENDED = [
  '<',
  '<a ',
  '<a b="',
  '<div>',
  '<item>',
  '<script>',
  '<!-- ',
  '<![CDATA[',
  '<!x[>',
  '&amp;',
  ' a=b',
  '<url><loc>',
  '{"a":[',
  '1 ',
  'tháng 1 ',
  '"',
];

test.each(UNENDED)('half a megabyte of %j takes no time', (piece) => {
  const inside = piece.repeat(Math.ceil(500_000 / piece.length));
  const start = process.cpuUsage();
  readEverything(Buffer.from(inside));
  readEverything(Buffer.from(`<rss><channel><item><title>T</title><description>${inside}`));
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
});
