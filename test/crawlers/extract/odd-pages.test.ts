import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';
import { texts, titles } from './newspaper-texts.ts';

const lines = texts.en;
const title = `<h1>${titles.en}</h1>`;
const body = lines.map((text) => `<p>${text}</p>`).join('');
const opinion =
  'I think that this is a very good decision and I thank everybody who worked for it.';
const headline = `"headline":"${titles.en}","datePublished":"2026-03-07T10:00:00Z"`;
const declared = (data: string) =>
  `<html><head><title>${titles.en}</title><script type="application/ld+json">{${data}}</script></head><body><div id="root"><p>Loading…</p></div></body></html>`;

/** Pages whose text stands where careless readers do not look, or beside more of another kind. */
const pages: Readonly<Record<string, string>> = {
  'comments of any length under a heading': `<body><div>${title}<div class="x1">${body}</div><div class="x2"><h3>12 Comments</h3>${`<div class="y"><b>Ann</b><p>${opinion}</p></div>`.repeat(12)}</div></div></body>`,
  'comments that are named so': `<body>${title}<div class="article-body">${body}</div><div id="comments">${`<p>${opinion}</p>`.repeat(30)}</div></body>`,
  'a box for a newsletter in the text': `<body><article>${title}<p>${lines.slice(0, 2).join('</p><p>')}</p><div class="z"><h3>Get our daily briefing</h3><p>Sign up to our newsletter and never miss a story.</p></div><p>${lines.slice(2).join('</p><p>')}</p></article></body>`,
  'a declarative shadow root': `<body><my-story><template shadowrootmode="open"><article>${title}${body}</article></template></my-story></body>`,
  'text for browsers without scripts': `<body>${title}<div id="app"></div><noscript><article>${body}</article></noscript></body>`,
  'a body in JSON-LD alone': declared(
    `"@type":"NewsArticle",${headline},"articleBody":${JSON.stringify(lines.join('\n\n'))}`,
  ),
  'a live blog in JSON-LD alone': declared(
    `"@type":"LiveBlogPosting",${headline},"liveBlogUpdate":[${lines.map((text) => `{"@type":"BlogPosting","articleBody":${JSON.stringify(text)}}`).join(',')}]`,
  ),
  'the same text again for phones, hidden': `<body><article>${title}<div>${body}</div><div style="display:none">${body}</div></article></body>`,
  'teasers that no name marks': `<body><div>${title}${body}<div><h3>More from us</h3><div><a href="/a"><img src="/a.jpg"><h4>Bridge closed</h4></a><p>The bridge will be closed until April.</p></div><div><a href="/b"><h4>School wins prize</h4></a><p>A garden won the first prize.</p></div></div></div></body>`,
  'one box with line breaks': `<body>${title}<div class="entry-content">${lines.join('<br />\n<br />\n')}</div></body>`,
  'XHTML with CDATA': `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script>//<![CDATA[\nvar a = "</p>";\n//]]></script></head><body><div>${title}${body}</div></body></html>`,
};

describe.each(Object.entries(pages))('%s', (_name, html) => {
  it('leaves the article whole and alone', () => {
    const { paragraphs } = extractArticle(html, 'https://paper.example/news/tram-1.html');
    expect(paragraphs.map(({ text }) => text)).toEqual(lines);
  });
});
