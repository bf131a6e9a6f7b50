import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonLd } from '../../../crawlers/formats/json-ld.ts';
import { parseTolerantJson } from '../../../crawlers/formats/tolerant-json.ts';

const options = {
  timeZone: 'Asia/Ho_Chi_Minh',
  now: new Date('2026-03-10T03:00:00Z'),
  url: 'https://bao.example/tin/1.html',
};
const read = (json: string) =>
  readJsonLd(`<html><script type="application/ld+json">${json}</script>`, options);
const article = {
  '@type': 'NewsArticle',
  headline: 'Họp báo',
  datePublished: '2026-03-07T00:05:00+07:00',
};

describe('sound JSON-LD', () => {
  test('articles in graphs, lists and pages', () => {
    for (const value of [
      article,
      [article],
      { '@graph': [{ '@type': 'WebSite' }, article] },
      { '@type': 'WebPage', mainEntity: article },
    ]) {
      expect(read(JSON.stringify(value))).toMatchObject([
        { kind: 'article', headline: 'Họp báo', publishedAt: '2026-03-07T00:05:00+07:00' },
      ]);
    }
  });

  test('fields, addresses and texts', () => {
    const [item] = read(
      JSON.stringify({
        ...article,
        '@type': ['https://schema.org/NewsArticle', 'Thing'],
        headline: 'A &amp; <b>B</b>',
        mainEntityOfPage: { '@id': '/tin/1.html' },
        articleBody: '<p>Một</p><p>Hai</p>\nBa',
        inLanguage: { '@type': 'Language', alternateName: 'vi_VN' },
        dateModified: '08/03/2026 10:00',
        articleSection: ['Thời sự'],
        author: { '@type': 'NewsArticle', name: 'no one' },
      }),
    );
    expect(item).toMatchObject({
      type: 'NewsArticle',
      headline: 'A & B',
      url: 'https://bao.example/tin/1.html',
      body: 'Một\nHai\nBa',
      language: 'vi-VN',
      modifiedAt: '2026-03-08T10:00:00+07:00',
      section: 'Thời sự',
    });
    expect(JSON.stringify(item)).not.toContain('no one');
  });

  test('live blogs keep their posts, also by reference', () => {
    const post = {
      '@type': 'BlogPosting',
      '@id': '#p2',
      headline: 'Hai',
      articleBody: 'Sau',
      datePublished: '2026-03-07T02:00:00Z',
    };
    const items = read(
      JSON.stringify({
        '@graph': [
          {
            '@type': 'LiveBlogPosting',
            headline: 'Trực tiếp',
            coverageStartTime: '2026-03-07T01:00:00Z',
            liveBlogUpdate: [
              {
                '@type': 'BlogPosting',
                headline: 'Một',
                articleBody: 'Trước',
                datePublished: '2026-03-07T01:30:00Z',
              },
              { '@id': '#p2' },
            ],
          },
          post,
        ],
      }),
    );
    expect(items[0]).toMatchObject({
      kind: 'live-blog',
      publishedAt: '2026-03-07T01:00:00+00:00',
      updates: [
        { headline: 'Một', text: 'Trước', publishedAt: '2026-03-07T01:30:00+00:00' },
        { headline: 'Hai', text: 'Sau' },
      ],
    });
  });

  test.each([
    ['PT1H2M3S', 3723],
    ['P0DT0H2M5S', 125],
    ['2:05', 125],
    ['125', 125],
    ['soon', null],
  ])('a film of %s', (duration, seconds) => {
    expect(
      read(
        JSON.stringify({
          '@type': 'VideoObject',
          name: 'Phim',
          uploadDate: '2026-03-07',
          duration,
        }),
      ),
    ).toMatchObject([
      {
        kind: 'video',
        headline: 'Phim',
        publishedAt: '2026-03-07T00:00:00+07:00',
        durationSeconds: seconds,
      },
    ]);
  });
});

describe('broken JSON-LD', () => {
  const body = '"@type":"NewsArticle","headline":"Họp báo","datePublished":"2026-03-07"';
  test.each([
    ['a trailing comma', `{${body},}`],
    ['a missing comma', `{"@context":"x"\n${body}}`],
    ['no end', `{${body},"articleBody":"Một`],
    ['no end and no quote', `{"@graph":[{${body}`],
    ['comments', `/* a */{// b\n${body}/* c */}`],
    ['CDATA', `//<![CDATA[\n{${body}}\n//]]>`],
    ['an HTML comment', `<!--{${body}}-->`],
    ['a semicolon after it', `{${body}};`],
    ['two values in one block', `{"@type":"WebSite"}{${body}}`],
    ['a raw line end in a string', `{${body},"description":"a\nb"}`],
    ['HTML escapes', `{${body}}`.replaceAll('"', '&quot;')],
    [
      'bare keys and single quotes',
      "{'@type':'NewsArticle',headline:'Họp báo',datePublished:'2026-03-07'}",
    ],
    ['a backslash that escapes nothing', `{${body},"description":"a\\q"}`],
    ['a byte order mark', `\ufeff{${body}}`],
    ['an extra bracket', `{${body}}]}`],
  ])('%s', (_, json) => {
    expect(read(json)).toMatchObject([
      { headline: 'Họp báo', publishedAt: '2026-03-07T00:00:00+07:00' },
    ]);
  });

  test('quotation marks inside strings', () => {
    expect(
      read(
        `{"description":"Ông nói "có", rồi đi","headline":""Có" là đủ",${body.replace('"headline":"Họp báo",', '')}}`,
      ),
    ).toMatchObject([{ description: 'Ông nói "có", rồi đi', headline: '"Có" là đủ' }]);
  });

  test('one bad block does not hide the next', () => {
    const html = `<script type="application/ld+json">{{{</script><script type='application/ld+json'>{${body}}</script>`;
    expect(readJsonLd(html, options)).toHaveLength(1);
    expect(readJsonLd('<script type="application/ld+json">', options)).toEqual([]);
    expect(readJsonLd('<script>{"@type":"NewsArticle"}</script>', options)).toEqual([]);
  });
});

test('sound JSON is read as it is; anything else never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(parseTolerantJson(text)).toEqual(JSON.parse(text));
    }),
  );
  const odd = fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        ':',
        ',',
        '\\',
        '//',
        '/*',
        '1',
        'a',
        '\n',
        '@type',
      ),
    )
    .map((list) => list.join(''));
  fc.assert(
    fc.property(odd, (text) => {
      parseTolerantJson(text);
      readJsonLd(`<script type="application/ld+json">${text}`, options);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '{',
  '[',
  '"',
  '{"a":',
  '/*',
  '[1,',
  '{"a":"b" ',
  '//\n',
  "'",
  '<script type="application/ld+json">',
])('half a megabyte of %j takes no time', (piece) => {
  const start = process.cpuUsage();
  read(piece.repeat(Math.ceil(500_000 / piece.length)));
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(3000);
});
