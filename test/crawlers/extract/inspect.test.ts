import { describe, expect, it } from 'vitest';
import { extractArticle, inspectPage } from '../../../crawlers/index.ts';
import { barePage, englishParagraph } from './sample-pages.ts';

const url = 'https://paper.example/news/bridge-1.html';
const options = { timeZone: 'Europe/London', now: new Date('2026-03-08T00:00:00Z') };
const body = [1, 2, 3, 4].map((at) => `<p>${englishParagraph(at)}</p>`).join('');
const partOf = (html: string, part: string) =>
  inspectPage(html, url, options).parts.find((report) => report.part === part);

describe('inspectPage', () => {
  it('reads what extractArticle reads', () => {
    const html = `<html><body><h1>Bridge opens</h1><article class="story-body">${body}</article></body></html>`;
    expect(inspectPage(html, url, options).article).toEqual(extractArticle(html, url, options));
  });

  it('tells where each part stands and how sure it is', () => {
    const html = `<html><head><meta property="og:title" content="Bridge opens">
      <meta property="article:published_time" content="2026-03-07T10:00:00Z"></head><body>
      <h1 class="headline">Bridge opens</h1><article class="story-body">${body}</article></body></html>`;
    expect(partOf(html, 'title')).toMatchObject({
      place: 'h1.headline',
      reason: 'several-agree',
      confidence: 0.95,
    });
    expect(partOf(html, 'text')).toMatchObject({ place: 'article.story-body', reason: 'named' });
    expect(partOf(html, 'publishedAt')).toMatchObject({ origin: 'meta', reason: 'declared' });
    expect(inspectPage(html, url, options).proposals).toEqual([]);
  });

  it('proposes selectors for a page that names nothing, and they hold', () => {
    const html = `<html><head><title>Bridge opens</title></head><body><div class="kx-top">Bridge opens</div>
      <div class="kx-when">7 March 2026 10:30</div><div class="kx-long">${body}</div></body></html>`;
    const { article, proposals } = inspectPage(html, url, options);
    const selectors = Object.fromEntries(proposals.map(({ part, selector }) => [part, selector]));
    expect(selectors).toEqual({
      title: 'div.kx-top',
      body: 'div.kx-long',
      publishedAt: 'div.kx-when',
    });
    const layout = { from: null, until: null, ...selectors };
    const read = extractArticle(html, url, { ...options, selectors: [layout] });
    expect(read).toMatchObject({ title: article.title, text: article.text });
    expect(read.publishedAt).toBe('2026-03-07T10:30:00+00:00');
  });

  it('never proposes a name made of a hash or of the article’s number', () => {
    const html = `<html><head><title>Bridge opens</title></head><body>
      <div class="story"><div class="css-1x9z8 sc-a81b" id="post-4831907">${body}</div></div></body></html>`;
    for (const { selector } of inspectPage(html, url, options).proposals) {
      expect(selector).not.toMatch(/\d{2}|css-|sc-/);
    }
  });

  it('says of an empty page that everything is missing', () => {
    const { parts, proposals } = inspectPage(barePage(''), url, options);
    expect(parts.find(({ part }) => part === 'text')).toMatchObject({
      confidence: 0,
      reason: 'missing',
    });
    expect(proposals).toEqual([]);
  });
});
