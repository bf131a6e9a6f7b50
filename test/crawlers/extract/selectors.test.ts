import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';
import { selectorsFor } from '../../../crawlers/extract/selectors.ts';
import { ColumnInchesError, type DatedSelectors } from '../../../src/domain/index.ts';
import { englishParagraph } from './sample-pages.ts';

const page = `<html><body><div class="k1">Bridge repair begins</div>
<div class="k2">12/03/2024 07:30</div><div class="k3">Nine years have passed since the flood took it.</div>
<div class="k4"><p>${englishParagraph(1)}</p><p class="promo-x">Win a trip to the seaside this summer!</p>
<p>${englishParagraph(2)}</p></div><div class="k9"><p>${englishParagraph(7)}</p><p>${englishParagraph(8)}</p>
<p>${englishParagraph(9)}</p></div></body></html>`;

const layout: DatedSelectors = {
  from: '2024-01-01',
  until: null,
  title: '.k1',
  standfirst: '.k3',
  body: '.k4',
  publishedAt: '.k2',
  remove: ['.promo-x'],
};
const old: DatedSelectors = { from: null, until: '2023-12-31', title: '.old', body: '.k9' };
const url = 'https://baotragiang.vn/a-12345.html';

describe('an outlet’s selectors', () => {
  it('decide title, standfirst, text and date', () => {
    const article = extractArticle(page, url, { selectors: [old, layout] });
    expect(article.title).toBe('Bridge repair begins');
    expect(article.publishedAt).toBe('2024-03-12T07:30:00+07:00');
    expect(article.paragraphs).toEqual([
      { role: 'standfirst', text: 'Nine years have passed since the flood took it.' },
      { role: 'body', text: englishParagraph(1) },
      { role: 'body', text: englishParagraph(2) },
    ]);
    expect(article.origins).toEqual({
      title: 'selectors',
      text: 'selectors',
      publishedAt: 'selectors',
    });
  });

  it('are those in use on the day of publication', () => {
    const lead = { title: null, publishedAt: '2023-05-01T08:00:00+07:00' };
    const article = extractArticle(page, url, { selectors: [old, layout], lead });
    expect(article.text).toContain('Paragraph 7');
    expect(article.text).not.toContain('Paragraph 1 ');
  });

  it('fall back to the generic reading where they match nothing', () => {
    const selectors = [{ from: null, until: null, body: '.gone', title: '.gone' }];
    const article = extractArticle(page, url, { selectors });
    expect(article.origins.text).toBe('generic');
    expect(article.text).toContain('Paragraph 8');
  });

  it('stop the source where one is no CSS, and say how to mend it', () => {
    const selectors = [{ from: null, until: null, body: 'div[' }];
    expect(() => extractArticle(page, url, { selectors })).toThrow(ColumnInchesError);
    expect(() => extractArticle(page, url, { selectors })).toThrow(/Mend it in the outlet's YAML/);
  });

  it('are chosen by day, inclusive at both ends', () => {
    expect(selectorsFor([old, layout], '2023-12-31')).toBe(old);
    expect(selectorsFor([old, layout], '2024-01-01')).toBe(layout);
    expect(selectorsFor([old, layout], null)).toBe(layout);
    expect(selectorsFor([old], '2024-01-01')).toBeNull();
  });
});
