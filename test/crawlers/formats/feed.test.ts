import { describe, expect, test } from 'vitest';
import { type FeedOptions, parseFeed } from '../../../crawlers/formats/feed.ts';

const zone = { timeZone: 'Asia/Ho_Chi_Minh', now: new Date('2026-03-10T03:00:00Z') };
const read = (text: string, options: FeedOptions = {}, headers = {}) =>
  parseFeed(Buffer.from(text), headers, { ...zone, ...options });
const item = (inner: string) =>
  read(`<rss><channel><item>${inner}</item></channel></rss>`).items[0];

describe('kinds', () => {
  test('RSS 2.0', () => {
    const feed = read(`<?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
        <title>Báo Tỉnh &amp; Thành</title><link>https://bao.example/</link>
        <atom:link rel="self" href="https://bao.example/rss"/><language>vi_VN</language>
        <image><title>Logo</title><link>https://logo.example/</link></image>
        <item><title>Họp báo</title><link>https://bao.example/1</link><guid isPermaLink="false">id-1</guid>
          <pubDate>Sat, 07 Mar 2026 00:05:00 +0700</pubDate><description>&lt;p&gt;Một &lt;b&gt;tin&lt;/b&gt;&lt;/p&gt;</description></item>
      </channel></rss>`);
    expect(feed).toMatchObject({
      kind: 'rss',
      title: 'Báo Tỉnh & Thành',
      link: 'https://bao.example/',
      language: 'vi-VN',
      truncated: false,
      reasons: [],
    });
    expect(feed.items).toMatchObject([
      {
        id: 'id-1',
        title: 'Họp báo',
        titleText: 'Họp báo',
        link: 'https://bao.example/1',
        publishedAt: '2026-03-07T00:05:00+07:00',
        publishedBy: 'published',
        summary: 'Một tin',
      },
    ]);
  });

  test('RDF with items beside the channel', () => {
    const feed = read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel><title>T</title><link>https://a.example/</link><d:language>de</d:language></channel>
      <item rdf:about="https://a.example/1"><title>Eins</title><d:date>2026-03-07</d:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ kind: 'rdf', title: 'T', language: 'de' });
    expect(feed.items).toMatchObject([
      {
        id: 'https://a.example/1',
        title: 'Eins',
        link: 'https://a.example/1',
        publishedAt: '2026-03-07T00:00:00+07:00',
      },
    ]);
  });

  test('Atom 1.0 with bases, types and a source', () => {
    const feed =
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://a.example/news/">
      <title type="html">A &amp;amp; B</title><link rel="self" href="feed"/><link href="/"/>
      <entry xml:base="2026/"><id>tag:a,1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Big <b>day</b></div></title>
        <link rel="enclosure" href="sound.mp3"/><link rel="alternate" type="text/html" href="one.html"/>
        <published>2026-03-07T00:05:00Z</published><updated>2026-03-08T00:00:00Z</updated>
        <source><title>Other</title><link href="https://other.example/"/></source></entry></feed>`);
    expect(feed).toMatchObject({
      kind: 'atom',
      title: 'A &amp; B',
      link: 'https://a.example/',
      language: 'en',
    });
    expect(feed.items).toMatchObject([
      {
        id: 'tag:a,1',
        title: 'Big <b>day</b>',
        titleText: 'Big day',
        link: 'https://a.example/news/2026/one.html',
        publishedAt: '2026-03-07T00:05:00+00:00',
        updatedAt: '2026-03-08T00:00:00+00:00',
      },
    ]);
  });

  test('Atom 0.3 and an Atom feed whose elements all have a prefix', () => {
    const old = read(
      '<feed version="0.3"><entry><id>1</id><issued>2026-03-07T00:05:00Z</issued><title mode="base64">VGluIG3hu5tp</title></entry></feed>',
    );
    expect(old.items).toMatchObject([
      { title: 'Tin mới', publishedAt: '2026-03-07T00:05:00+00:00' },
    ]);
    const prefixed = read(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:id>1</a:id><a:title>U</a:title></a:entry></a:feed>',
    );
    expect(prefixed).toMatchObject({ kind: 'atom', title: 'T', items: [{ id: '1', title: 'U' }] });
  });

  test('CDF and RSS 0.91 in capitals', () => {
    const feed = read(
      '<CHANNEL HREF="https://a.example/"><TITLE>T</TITLE><ITEM HREF="https://a.example/1" LASTMOD="2026-03-07T00:05Z"><TITLE>One</TITLE></ITEM></CHANNEL>',
    );
    expect(feed).toMatchObject({ kind: 'cdf', title: 'T' });
    expect(feed.items).toMatchObject([
      { title: 'One', link: 'https://a.example/1', publishedBy: 'updated' },
    ]);
  });

  test('JSON Feed, also cut off', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      home_page_url: 'https://a.example/',
      language: 'vi',
      items: [
        {
          id: 1,
          url: '/1',
          title: 'Một',
          content_html: '<p>x</p><script>y</script>',
          date_published: '2026-03-07T00:05:00+07:00',
          attachments: [{ duration_in_seconds: 90 }],
        },
        { id: 2, url: '/2', title: 'Hai' },
      ],
    });
    const feed = read(text, { url: 'https://a.example/feed.json' });
    expect(feed).toMatchObject({
      kind: 'json',
      title: 'T',
      link: 'https://a.example/',
      truncated: false,
    });
    expect(feed.items[0]).toMatchObject({
      id: '1',
      link: 'https://a.example/1',
      content: '<p>x</p>',
      mediaDurationSeconds: 90,
    });
    const cut = read(text.slice(0, -10));
    expect(cut).toMatchObject({ truncated: true, items: [{ id: '1' }] });
  });

  test('JSON Feed with commas too many and raw line ends', () => {
    const feed = read(
      '\ufeff{"version":"https://jsonfeed.org/version/1.1","title":"T",\n"items":[' +
        '{"id":"1","url":"https://a.example/1","title":"Một\n tin",},],}',
    );
    expect(feed).toMatchObject({ kind: 'json', truncated: false });
    expect(feed.items).toMatchObject([{ id: '1', titleText: 'Một tin' }]);
  });

  test.each([
    '',
    'plain words',
    '<html><body><p>A page</p></body></html>',
    '{"a":1}',
    '[1,2]',
    '<',
  ])('no feed: %s', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unknown', items: [], title: null });
    expect(read(text).reasons.join()).toContain('no feed');
  });
});

describe('broken feeds', () => {
  test.each(['constructor', 'toString', '__proto__'])('a <%s> is no kind of feed', (name) => {
    expect(read(`<${name}><a>x</a></${name}>`)).toMatchObject({ items: [] });
    expect(typeof read(`<${name}><a>x</a></${name}>`).kind).not.toBe('function');
  });

  const whole = `<rss><channel><title>T</title>${[1, 2, 3]
    .map(
      (n) =>
        `<item><title>Tin ${n}</title><link>https://a.example/?p=${n}&q=1</link><guid>g${n}</guid></item>`,
    )
    .join('')}</channel></rss>`;

  test('a bare & stays, in text and in links', () => {
    expect(read(whole).items[1]).toMatchObject({
      title: 'Tin 2',
      link: 'https://a.example/?p=2&q=1',
    });
    expect(
      item('<title>A & B</title><link>https://a.example/?a=1&copy=2&amp;lt=3</link>'),
    ).toMatchObject({
      title: 'A & B',
      link: 'https://a.example/?a=1&copy=2&lt=3',
    });
  });

  test('cut off anywhere, all whole items are there', () => {
    for (let length = 0; length < whole.length; length += 1) {
      const feed = read(whole.slice(0, length));
      const ended = whole.slice(0, length).split('</item>').length - 1;
      expect(feed.items.length).toBeGreaterThanOrEqual(ended);
      expect(feed.items.length).toBeLessThanOrEqual(ended + 1);
      for (const [index, one] of feed.items.entries()) {
        expect(one.link).toBe(`https://a.example/?p=${index + 1}&q=1`);
      }
      if (length > 14 && length < whole.length - 6) expect(feed.truncated).toBe(true);
    }
    expect(read(whole).truncated).toBe(false);
  });

  test('an unclosed title ends where the link begins', () => {
    const feed = read(
      '<rss><channel><item><title>Một<link>https://a.example/1</link></item><item><title>Hai</title></item></channel></rss>',
    );
    expect(feed.items).toMatchObject([
      { title: 'Một', link: 'https://a.example/1' },
      { title: 'Hai' },
    ]);
    expect(feed.reasons).toContain('<title> is not closed');
  });

  test('an unclosed item ends where the next begins', () => {
    const feed = read(
      '<rss><channel><item><title>Một</title><item><title>Hai</title></item></channel></rss>',
    );
    expect(feed.items.map(({ title }) => title)).toEqual(['Một', 'Hai']);
  });

  test('entities: named, numeric, own; a bomb does not go off', () => {
    expect(item('<title>&eacute;&#233;&#xE9;&nbsp;&ndash;&#150;&unknown;</title>')?.titleText).toBe(
      'ééé ––&unknown;',
    );
    const own = read(
      '<!DOCTYPE rss [<!ENTITY city "Huế"><!ENTITY b "&city;&city;&city;">]><rss><channel><title>&city; &b;</title></channel></rss>',
    );
    expect(own.title).toBe('Huế &city;&city;&city;');
  });

  test('legacy bytes are decoded first', () => {
    const bytes = Buffer.from([
      ...Buffer.from('<?xml version="1.0" encoding="tcvn"?><rss><channel><title>'),
      0x54,
      0xd8,
      0x6e,
      0x68,
      ...Buffer.from('</title></channel></rss>'),
    ]);
    expect(parseFeed(bytes).title).toBe('Tỉnh');
  });
});

describe('links and ids', () => {
  test('relative links: document, Content-Location, else the feed’s own page', () => {
    const text =
      '<rss><channel><link>https://page.example/x/</link><item><link>a.html</link></item></channel></rss>';
    expect(read(text, { url: 'https://feed.example/rss' }).items[0]?.link).toBe(
      'https://feed.example/a.html',
    );
    expect(read(text, {}, { 'Content-Location': 'https://cl.example/f/' }).items[0]?.link).toBe(
      'https://cl.example/f/a.html',
    );
    expect(read(text).items[0]?.link).toBe('https://page.example/x/a.html');
  });

  test('a link that was escaped twice is what was meant', () => {
    expect(item('<link>https://a.example/?a=1&amp;amp;b=2</link>')?.link).toBe(
      'https://a.example/?a=1&b=2',
    );
  });

  test('a permalink id is the link; scripts are no links; FeedBurner’s original is preferred', () => {
    expect(item('<guid>https://a.example/1</guid>')?.link).toBe('https://a.example/1');
    expect(item('<guid isPermaLink="false">https://a.example/1</guid>')?.link).toBeNull();
    expect(item('<link>javascript:alert(1)</link>')?.link).toBeNull();
    expect(
      item(
        '<link>https://proxy.example/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>',
      )?.link,
    ).toBe('https://a.example/1');
  });

  test('without an id the link, without a link a hash is the id, the same each time', () => {
    expect(item('<link>https://a.example/1</link>')?.id).toBe('https://a.example/1');
    const one = item('<title>Tin</title>')?.id;
    expect(one).toMatch(/^sha256:[0-9a-f]{32}$/);
    expect(item('<title>Tin</title>')?.id).toBe(one);
    expect(item('<title>Tin khác</title>')?.id).not.toBe(one);
  });
});

test('titles and contents are harmless', () => {
  const evil = item(
    '<title>&lt;b onclick="x()"&gt;A&lt;/b&gt;&lt;script&gt;x()&lt;/script&gt;&lt;img src=x onerror=y&gt;</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>Ok</p><iframe src="//e"></iframe><a href="javascript:x">l</a>]]></content:encoded>',
  );
  expect(evil?.title).toBe('<b>A</b><img src="x" />');
  expect(evil?.titleText).toBe('A');
  expect(evil?.content).toBe('<p>Ok</p><a>l</a>');
  expect(item('<title>Giá a &lt;b &amp; 5 &lt; 6</title>')?.titleText).toBe('Giá a <b & 5 < 6');
});

test('durations', () => {
  const seconds = (inner: string) => item(inner)?.mediaDurationSeconds;
  expect(seconds('<itunes:duration>1:02:10</itunes:duration>')).toBe(3730);
  expect(seconds('<itunes:duration>62:10</itunes:duration>')).toBe(3730);
  expect(seconds('<media:group><media:content duration="95" url="x"/></media:group>')).toBe(95);
  expect(seconds('<itunes:duration>long</itunes:duration>')).toBeNull();
});

test('what references spell out is NFC too; a link over two lines is one link', () => {
  const read = item('<title>Ti&#x301;n</title><link>\n https://a.example/\n  1 </link>');
  expect(read).toMatchObject({ title: 'Tín', titleText: 'Tín', link: 'https://a.example/1' });
});
