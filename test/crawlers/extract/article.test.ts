import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';
import {
  barePage,
  englishParagraph,
  vietnameseBody,
  vietnamesePage,
  vietnameseStandfirst,
  vietnameseTitle,
  vietnameseUrl,
} from './sample-pages.ts';

const url = 'https://news.example.com/county/bridge-repair-12345';
const paragraphs = [1, 2, 3, 4].map((number) => `<p>${englishParagraph(number)}</p>`);
const four = paragraphs.join('');

function textOf(body: string, head = ''): string {
  return extractArticle(barePage(body, head), url).text;
}

describe('a Vietnamese article', () => {
  const article = extractArticle(vietnamesePage, vietnameseUrl);

  it('is read with its standfirst, subheading and body, and nothing else', () => {
    const [first, second, third, fourth] = vietnameseBody;
    const lines = [vietnameseStandfirst, first, second, 'Gỡ vướng mặt bằng', third, fourth];
    expect(article.text).toBe(lines.join('\n'));
  });

  it('tells the role of each paragraph', () => {
    expect(article.paragraphs.map((paragraph) => paragraph.role)).toEqual([
      'standfirst',
      'body',
      'caption',
      'body',
      'subheading',
      'body',
      'body',
    ]);
  });

  it('has its title without the name of the site', () => {
    expect(article.title).toBe(vietnameseTitle);
  });

  it('has the time of publication, not of the change, in the outlet’s zone', () => {
    expect(article.publishedAt).toBe('2024-05-12T09:15:00+07:00');
    expect(article.modifiedAt).toBe('2024-05-13T10:00:00+07:00');
  });

  it('has its picture with caption, section, language and canonical address', () => {
    expect(article.pictures).toEqual([
      {
        url: 'https://baotragiang.vn/anh/cau-ben-da.jpg',
        caption: 'Công nhân lắp dầm cầu Bến Đá. Ảnh: Minh Trí',
      },
    ]);
    expect(article.section).toBe('Kinh tế');
    expect(article.language).toBe('vi');
    expect(article.canonicalUrl).toBe(vietnameseUrl);
  });

  it('is sure of itself and says why', () => {
    expect(article.confidence).toBeGreaterThan(0.8);
    expect(article.reasons.map(({ code }) => code)).toContain('named');
    expect(article.origins).toEqual({ title: 'generic', text: 'generic', publishedAt: 'meta' });
  });

  it('is the same from decomposed letters', () => {
    const decomposed = extractArticle(vietnamesePage.normalize('NFD'), vietnameseUrl);
    expect(decomposed.text).toBe(article.text);
    expect(decomposed.title).toBe(vietnameseTitle);
  });
});

describe('the text', () => {
  it('keeps a body that is split over several containers', () => {
    const split = `<div><p>${englishParagraph(1)}</p><p>${englishParagraph(2)}</p></div>
      <div class="ad-slot">Buy now</div>
      <div><p>${englishParagraph(3)}</p><p>${englishParagraph(4)}</p></div>`;
    expect(textOf(split).split('\n')).toEqual([1, 2, 3, 4].map(englishParagraph));
  });

  it('keeps a standfirst that stands before the body', () => {
    const lead = 'The council will repair the bridge at last, after nine years of waiting.';
    const page = `<h1>Bridge repair</h1><div class="standfirst"><p>${lead}</p></div>
      <div class="share">Share</div><div class="article-body">${four}</div>`;
    expect(textOf(page).split('\n')[0]).toBe(lead);
  });

  it('keeps a standfirst that is a bare heading under the headline', () => {
    const lead = 'The council will repair the bridge at last, after nine years of waiting.';
    const page = `<div><h1>Bridge repair</h1><h2>${lead}</h2><div class="content">${four}</div></div>`;
    expect(extractArticle(barePage(page), url).paragraphs[0]?.text).toBe(lead);
  });

  it('knows a first sentence all in bold for the standfirst', () => {
    const lead = 'The council will repair the bridge at last, after nine years of waiting.';
    const read = (first: string) =>
      extractArticle(barePage(`<h1>Bridge repair</h1><article>${first}${four}</article>`), url)
        .paragraphs[0];
    expect(read(`<p><b>${lead}</b></p>`)).toEqual({ text: lead, role: 'standfirst' });
    expect(read(`<p><b>The council</b>${lead.slice(11)}</p>`)?.role).toBe('body');
    expect(read('<p><b>What the council wants to do</b></p>')?.role).toBe('subheading');
  });

  it('knows a standfirst without a name by the page’s own description', () => {
    const lead = 'The council will repair the bridge at last, after nine years of waiting.';
    const head = `<meta name="description" content="${lead}">`;
    const page = `<h1>Bridge repair</h1><div><b>${lead}</b></div><article>${four}</article>`;
    expect(textOf(page, head).split('\n')[0]).toBe(lead);
  });

  it('reads paragraphs that are only broken by <br><br>', () => {
    const broken = `<div>${[1, 2, 3].map(englishParagraph).join('<br><br>')}</div>`;
    expect(textOf(broken).split('\n')).toEqual([1, 2, 3].map(englishParagraph));
  });

  it('reads paragraphs that single line breaks part, and keeps verses and addresses whole', () => {
    const broken = `<div>${[1, 2, 3].map(englishParagraph).join('<br>')}</div>`;
    expect(textOf(broken).split('\n')).toEqual([1, 2, 3].map(englishParagraph));
    const lines = ['The old bridge stood', 'where the river bends,', 'and nobody crossed it.'];
    const verses = Array.from({ length: 3 }, () => lines).flat();
    const page = `<article>${four}<p>${verses.join('<br>')}</p></article>`;
    expect(textOf(page)).toContain(verses.join(' '));
  });

  it('is read without any end tags of paragraphs', () => {
    const open = [1, 2, 3].map((number) => `<p>${englishParagraph(number)}`).join('\n');
    expect(textOf(open).split('\n')).toEqual([1, 2, 3].map(englishParagraph));
  });

  it('keeps lists and quotes inside the text', () => {
    const page = `${paragraphs[0]}<ul><li>one span of oak</li><li>two spans of steel</li></ul>
      <blockquote><p>We have waited nine years for this repair, said one of the ferrymen.</p></blockquote>
      ${paragraphs[1]}`;
    const article = extractArticle(barePage(page), url);
    expect(article.text).toContain('one span of oak\ntwo spans of steel');
    expect(article.paragraphs.find((paragraph) => paragraph.role === 'quote')?.text).toMatch(
      /^We have waited/,
    );
  });

  it.each([
    ['the title again', '<h1>Old bridge to be repaired</h1><p>Old bridge to be repaired</p>'],
    ['a byline', '<p>By Jane Placeholder</p>'],
    ['a date line', '<p>Published: 12 March 2024</p>'],
    ['a Vietnamese date line', '<p>Thứ hai, 23/11/2020 | 08:15 GMT+7</p>'],
    ['reading time', '<p>5 min read</p>'],
    ['a newsletter line', '<p>Sign up for our newsletter and get the news each morning</p>'],
    ['a cookie line', '<p>We use cookies to make this site better for you.</p>'],
    ['a paywall line', '<p>Already a subscriber? Log in</p>'],
    ['an account line', '<p>Already have an account? Sign in.</p>'],
    ['a Vietnamese paywall line', '<p>Bạn cần đăng nhập để đọc tiếp bài viết này.</p>'],
    ['a Vietnamese cookie line', '<p>Chúng tôi sử dụng cookie để cải thiện trải nghiệm.</p>'],
    ['a line for subscribers', '<p>Bài viết dành riêng cho độc giả đăng ký.</p>'],
    ['tags', '<p>Tags: <a href="/t/b">bridge</a></p>'],
    ['a related line', '<p><a href="/x">Council buys new ferry</a></p>'],
    ['a Vietnamese related line', '<p>Xem thêm: <a href="/x">Phà mới cho bến cũ</a></p>'],
    ['hidden text', '<div style="display: none"><p>Hidden words of no use here.</p></div>'],
    ['text for screen readers', '<p class="sr-only">Skip all this and go to the end.</p>'],
    ['an author box', '<div class="author-bio"><p>Jane writes about bridges and rivers.</p></div>'],
    ['an embedded post', '<blockquote class="twitter-tweet"><p>So happy!</p></blockquote>'],
    ['a form', '<form><p>Your name and address please, we will call you back.</p></form>'],
  ])('leaves out %s', (_what, extra) => {
    const page = `<article>${extra}${four}</article>`;
    expect(textOf(page)).toBe([1, 2, 3, 4].map(englishParagraph).join('\n'));
  });

  it('leaves out a box of other stories up to the next heading', () => {
    const box = `<h3>Related stories</h3><p>Ferry breaks down again</p><p>River rises</p>
      <h3>What happens next</h3>`;
    const text = textOf(
      `<article>${paragraphs[0]}${paragraphs[1]}${box}${paragraphs[2]}</article>`,
    );
    expect(text).not.toContain('Ferry');
    expect(text).toContain('What happens next\nParagraph 3');
  });

  it('keeps a sentence that begins like a byline', () => {
    const line = 'By winter the river has risen by three metres';
    expect(textOf(`<article>${four}<ul><li>${line}</li></ul>${paragraphs[0]}</article>`)).toContain(
      line,
    );
  });

  it('has the same paragraph once where a page repeats it', () => {
    const text = textOf(`<article>${four}${paragraphs[1]}</article>`);
    expect(text.match(/Paragraph 2/g)).toHaveLength(1);
  });

  it('is not taken for a sidebar because a wrapper’s name says so', () => {
    const page = `<div class="content-with-sidebar has-sidebar"><div>${four}</div>
      <div class="sidebar"><p>${englishParagraph(9)}</p></div></div>`;
    const text = textOf(page);
    expect(text).toContain('Paragraph 1');
    expect(text).not.toContain('Paragraph 9');
  });

  it('reads all entries of a live blog', () => {
    const entries = Array.from(
      { length: 12 },
      (_, at) =>
        `<article class="liveblog-entry"><time datetime="2024-03-12T1${at % 10}:00:00Z">1${at % 10}:00</time>
        <h3>Entry ${at}</h3><p>${englishParagraph(at)}</p></article>`,
    );
    const text = textOf(`<h1>Flood: live</h1><div class="live">${entries.join('')}</div>`);
    expect(text.match(/Paragraph \d+/g)).toHaveLength(12);
  });
});

it('pictures and the canonical address count from the page’s <base>', () => {
  const head = '<base href="https://news.example.com/x/"><link rel="canonical" href="bridge-1">';
  const page = barePage(`<article>${four}<img src="a.jpg"></article>`, head);
  const article = extractArticle(page, url);
  expect(article.pictures.map((picture) => picture.url)).toEqual([
    'https://news.example.com/x/a.jpg',
  ]);
  expect(article.canonicalUrl).toBe('https://news.example.com/x/bridge-1');
});

describe('other scripts', () => {
  it.each([
    [
      'zh',
      '市政府周二宣布，将在冬季洪水到来之前修复这座旧桥，工程预计耗资八百万元，由本地公司承建。',
    ],
    [
      'ar',
      'أعلن مجلس المقاطعة مساء الثلاثاء أنه سيصلح الجسر القديم قبل وصول فيضانات الشتاء، وذلك بعد تسع سنوات.',
    ],
    [
      'ru',
      'Совет округа объявил во вторник вечером, что отремонтирует старый мост до прихода зимних паводков.',
    ],
  ])('%s is read', (language, sentence) => {
    const lines = [1, 2, 3, 4, 5].map((number) => `${number} ${sentence}`);
    const body = lines.map((line) => `<p>${line}</p>`).join('');
    const menu = '<nav><ul><li><a href="/a">A</a></li></ul></nav>';
    const page = `<html lang="${language}"><body>${menu}<div id="x">${body}</div></body></html>`;
    const article = extractArticle(page, url);
    expect(article.text).toBe(lines.join('\n'));
    expect(article.language).toBe(language);
  });
});

describe('confidence', () => {
  it('is nothing where there is no text', () => {
    const article = extractArticle('', url);
    expect(article).toMatchObject({ title: '', text: '', confidence: 0, publishedAt: null });
    expect(article.origins).toEqual({ title: 'none', text: 'none', publishedAt: 'none' });
  });

  it('is low for a teaser', () => {
    const article = extractArticle(barePage('<p>Only a short teaser stands here.</p>'), url);
    expect(article.confidence).toBeLessThan(0.6);
    expect(article.reasons.map(({ code }) => code)).toContain('short-text');
  });

  it('grows where the body declared in JSON-LD agrees, and falls where it differs', () => {
    const data = (body: string) =>
      `<script type="application/ld+json">${JSON.stringify({
        '@type': 'NewsArticle',
        headline: 'Bridge',
        articleBody: body,
      })}</script>`;
    const lines = [1, 2, 3, 4].map(englishParagraph).join(' ');
    const agreed = extractArticle(barePage(four, data(lines)), url);
    const differs = extractArticle(barePage(four, data(lines.toUpperCase().repeat(4))), url);
    expect(agreed.reasons.map(({ code }) => code)).toContain('declared-agrees');
    expect(differs.confidence).toBeLessThan(agreed.confidence);
  });

  it('takes the declared body where the page draws its text by script', () => {
    const body = [1, 2, 3, 4].map(englishParagraph).join('\n\n');
    const json = JSON.stringify({ '@type': 'NewsArticle', headline: 'Bridge', articleBody: body });
    const page = barePage(
      '<div id="app"></div>',
      `<script type="application/ld+json">${json}</script>`,
    );
    const article = extractArticle(page, url);
    expect(article.text).toBe([1, 2, 3, 4].map(englishParagraph).join('\n'));
    expect(article.origins.text).toBe('json-ld');
  });

  it('looks again without names where they hide the text', () => {
    const page = `<body><p>Short words.</p><div class="related">${four}</div>
      <div class="comments">${paragraphs[0]}</div></body>`;
    expect(extractArticle(page, url).text).toContain('Paragraph 4');
  });
});

describe('the lead of the crawl', () => {
  it('is used only where the page does not say', () => {
    const lead = { title: 'From the feed', publishedAt: '2024-01-02T03:04:05+07:00' };
    const bare = extractArticle(`<p>${englishParagraph(1)}</p>`, url, { lead });
    expect(bare.title).toBe('From the feed');
    expect(bare.publishedAt).toBe('2024-01-02T03:04:05+07:00');
    expect(bare.origins).toMatchObject({ title: 'feed', publishedAt: 'feed' });
    const full = extractArticle(vietnamesePage, vietnameseUrl, { lead });
    expect(full.title).toBe(vietnameseTitle);
    expect(full.publishedAt).toBe('2024-05-12T09:15:00+07:00');
  });
});
