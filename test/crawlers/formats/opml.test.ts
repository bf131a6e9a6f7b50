import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOpml, writeOpml } from '../../../crawlers/formats/opml.ts';

test('reads folders, feeds and bare ampersands', () => {
  const document = parseOpml(
    Buffer.from(`<opml version="1.1"><head><title>Báo &amp; đài</title></head><body>
      <outline text="Tỉnh"><outline text="Một" xmlUrl="https://a.example/rss?x=1&y=2" htmlUrl="https://a.example/" language="vi"/></outline>
      <outline title="Hai" xmlUrl="https://b.example/rss"/><outline text="Trống"/></body></opml>`),
  );
  expect(document).toEqual({
    title: 'Báo & đài',
    feeds: [
      {
        title: 'Một',
        feedUrl: 'https://a.example/rss?x=1&y=2',
        pageUrl: 'https://a.example/',
        folders: ['Tỉnh'],
        language: 'vi',
      },
      {
        title: 'Hai',
        feedUrl: 'https://b.example/rss',
        pageUrl: null,
        folders: [],
        language: null,
      },
    ],
  });
});

test('a list that was cut off gives what came before', () => {
  const { feeds } = parseOpml(
    Buffer.from(
      '<opml><body><outline text="a" xmlUrl="https://a.example/1"><outline text="b" xmlU',
    ),
  );
  expect(feeds.map(({ feedUrl }) => feedUrl)).toEqual(['https://a.example/1']);
});

test('what is written is read back', () => {
  const name = fc
    .stringMatching(/^[A-Za-zÀ-ỹ0-9&"' ]{1,12}$/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !/&\w+;/.test(text));
  const feed = fc.record({
    title: name.map((text) => text.normalize('NFC')),
    feedUrl: fc.integer({ min: 1, max: 9999 }).map((n) => `https://a.example/rss?id=${n}&x=1`),
    pageUrl: fc.constantFrom(null, 'https://a.example/'),
    folders: fc.array(
      name.map((text) => text.normalize('NFC')),
      { maxLength: 3 },
    ),
    language: fc.constantFrom(null, 'vi'),
  });
  fc.assert(
    fc.property(fc.array(feed, { maxLength: 6 }), (feeds) => {
      const back = parseOpml(Buffer.from(writeOpml({ title: 'T', feeds })));
      const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
      expect(sorted(back.feeds)).toEqual(sorted(feeds));
    }),
    { numRuns: 100 },
  );
});
