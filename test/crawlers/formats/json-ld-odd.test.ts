import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';
import { readJsonLd } from '../../../crawlers/formats/json-ld.ts';

/*
 * JSON-LD as sites really print it. Both readers see each case: the one that lists a page's items,
 * and the one that takes the page's own article.
 */

const url = 'https://p.example/tram-1';
const options = { timeZone: 'Asia/Ho_Chi_Minh', now: new Date('2026-03-08T00:00:00Z'), url };
const day = '2026-03-07T10:15:00+07:00';
const body =
  'The council approved a new tram line on Tuesday evening after a debate that lasted six hours. ' +
  'Work on the first section is due to begin in the spring, the city said on Wednesday.';
const rest = `"headline":"New tram line","datePublished":"${day}"`;
const fields = `"@type":"NewsArticle",${rest}`;
const post = `{"@type":"BlogPosting","headline":"Vote","articleBody":"${body}"}`;
const typed = (type: string, more: string) => `{"@type":"${type}",${more}}`;

/** Of the articles below all have the same headline and the same time. */
const articles: Readonly<Record<string, string>> = {
  'a comma too many': `{${fields},}`,
  'a comma too many in a list': `{${fields},"image":["a.jpg",],}`,
  'a comma before the first name': `{,${fields}}`,
  'two commas': `{"@type":"NewsArticle",,${rest}}`,
  'a comment of one line': `{ // article\n${fields}}`,
  'a comment of several lines': `/* ld\n */{${fields}/* end */}`,
  'a comment of HTML around it': `<!--\n{${fields}}\n-->`,
  'CDATA behind slashes': `//<![CDATA[\n{${fields}}\n//]]>`,
  'CDATA alone': `<![CDATA[{${fields}}]]>`,
  'escaped as HTML': `{${fields}}`.replaceAll('"', '&quot;'),
  'a line end in a text': typed('NewsArticle', rest.replace('New tram', 'New\ntram')),
  'a tab in a text': typed('NewsArticle', rest.replace('New tram', 'New\ttram')),
  'a control character in a text': typed('NewsArticle', rest.replace('New tram', 'New\u0000 tram')),
  'objects one after the other': `{"@type":"WebSite","name":"x"}{${fields}}`,
  'objects with a comma between': `{"@type":"WebSite","name":"x"},{${fields}}`,
  'a list': `[{"@type":"WebSite"},{${fields}}]`,
  'lists in lists': `[[{"@graph":[[{${fields}}]]}]]`,
  'a graph': `{"@context":"https://schema.org","@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{${fields}}]}`,
  'the main entity of a page': `{"@type":"WebPage","mainEntity":{${fields}}}`,
  'lists for texts': `{"@type":"NewsArticle","headline":["New tram line","x"],"datePublished":["${day}"]}`,
  'objects for texts': `{"@type":"NewsArticle","headline":{"@value":"New tram line"},"datePublished":{"@value":"${day}"}}`,
  'several types': `{"@type":["NewsArticle","Article"],${rest}}`,
  'a type with its address': typed('http://schema.org/NewsArticle', rest),
  'prefixed names': `{"@type":"schema:NewsArticle",${rest.replace(/"(headline|datePublished)"/g, '"schema:$1"')}}`,
  'a type without its sign': `{"type":"NewsArticle",${rest}}`,
  'single quotes': `{${fields}}`.replaceAll('"', "'"),
  'quotes of a word processor': `{${fields}}`.replaceAll(/"([^"]*)"/g, '“$1”'),
  'names without quotes': `{"@type":"NewsArticle",${rest.replace(/"(headline|datePublished)"/g, '$1')}}`,
  'JSON in a text': JSON.stringify(`{${fields}}`),
  'cut off': `{${fields},"articleBody":"${body}`,
  'a forgotten comma': `{"@type":"NewsArticle",\n${rest.replace(',', '\n')}\n}`,
  'a semicolon behind': `{${fields}};`,
  'a name before': `var ld = {${fields}};`,
  'a byte order mark': `\ufeff{${fields}}`,
  'a bracket too few': `{"@graph":[{${fields}}`,
  'brackets too many': `{${fields}}}}`,
  'values that say nothing': `{${fields},"wordCount":NaN,"x":undefined,"articleBody":null}`,
  'a time without a zone': `{${fields.replace(day, '2026-03-07 10:15:00')}}`,
  'a zone without a colon': `{${fields.replace(day, '2026-03-07T10:15:00+0700')}}`,
  'a plus sign as HTML': `{${fields.replace('+07', '&#x2B;07')}}`,
  'a plus sign as JSON': `{${fields.replace('+07', '\\u002B07')}}`,
  'a Vietnamese time': `{${fields.replace(day, '07/03/2026 10:15')}}`,
  'Unix time': `{${fields.replace(`"${day}"`, '1772853300000')}}`,
  'a mail date': `{${fields.replace(day, 'Sat, 07 Mar 2026 10:15:00 +0700')}}`,
  'a time of making alone': `{${fields.replace('datePublished', 'dateCreated')}}`,
  'another kind of article': typed('ReportageNewsArticle', rest),
  'a live blog': typed('LiveBlogPosting', `${rest},"liveBlogUpdate":[${post},${post}]`),
  'a broken live blog': typed(
    'LiveBlogPosting',
    `${rest},"liveBlogUpdate":[{"@type":"BlogPosting","headline":"A "b" c","articleBody":"${body}",},],`,
  ),
  'a film': typed('VideoObject', `"name":"New tram line","uploadDate":"${day}","duration":90`),
  'a film in words of ISO': typed(
    'VideoObject',
    `"name":"New tram line","uploadDate":"${day}","duration":"P0DT0H1M29.6S"`,
  ),
};

const page = (script: string) =>
  `<!doctype html><html><head><title>New tram line - P</title><script type="application/ld+json">${script}</script></head><body><h1>New tram line</h1></body></html>`;
const instant = (text: string | null | undefined) => new Date(text ?? 0).toISOString();

describe.each(Object.entries(articles))('%s', (_name, script) => {
  test('is read for what it says', () => {
    const items = readJsonLd(page(script), options);
    const found = items.find(({ headline }) => headline === 'New tram line');
    expect(instant(found?.publishedAt)).toBe(instant(day));
    if (found?.kind === 'video') expect(found.durationSeconds).toBe(90);
    if (found?.kind === 'live-blog') expect(found.updates[0]?.text).toBe(body);
  });

  test('gives the page its time', () => {
    expect(instant(extractArticle(page(script), url, options).publishedAt)).toBe(instant(day));
  });
});

describe('quotation marks that nobody escaped', () => {
  test.each([
    ['New "tram" line', 'New "tram" line'],
    ['Mayor: "We build"', 'Mayor: "We build"'],
    ['New "tram", old line', 'New "tram", old line'],
    ["New \\'tram\\' line", "New 'tram' line"],
    ['Rock &amp; roll &#39;tram&#39;', "Rock & roll 'tram'"],
  ])('%s', (written, headline) => {
    const script = `{"@type":"NewsArticle","headline":"${written}","datePublished":"${day}"}`;
    expect(readJsonLd(page(script), options)[0]).toMatchObject({ headline, publishedAt: day });
  });
});

describe('several items on one page', () => {
  const other = `{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2026-03-01T08:00:00+07:00","url":"https://p.example/bridge"}`;
  const date = (script: string) => extractArticle(page(script), url, options).publishedAt;

  test('the article that names this page is the page’s', () => {
    const own = `{${fields},"mainEntityOfPage":{"@id":"https://www.p.example/tram-1/"}}`;
    expect(date(`[${other},${own}]`)).toBe(day);
    expect(date(`[${other},{${fields},"url":"http://p.example/tram-1?ref=x"}]`)).toBe(day);
  });

  test('stories in a list are not', () => {
    const list = `{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":${other}}]}`;
    expect(date(`${list}{${fields}}`)).toBe(day);
  });

  test('a page that is only named lends its address', () => {
    const graph = `{"@graph":[{${fields},"mainEntityOfPage":{"@id":"#p"}},{"@type":"WebPage","@id":"#p","url":"https://p.example/x"}]}`;
    expect(readJsonLd(page(graph), options)[0]?.url).toBe('https://p.example/x');
  });

  test('posts of a live blog that are only named give the text', () => {
    const graph = `{"@graph":[{"@type":"LiveBlogPosting",${rest},"liveBlogUpdate":[{"@id":"#1"}]},${post.replace('{', '{"@id":"#1",')}]}`;
    expect(extractArticle(page(graph), url, options).text).toContain(body);
  });
});
