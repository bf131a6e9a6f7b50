import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';
import { type Language, texts, titles } from './newspaper-texts.ts';

const url = 'https://www.dailypaper.example/news/council-tram-123456.html';
const now = new Date('2026-03-08T00:00:00Z');
const nav = '<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>';
const others = '<ul><li><a href="/n/1">Bridge closed for winter</a></li></ul>';
const footer = '<footer><p>© 2026 Daily Paper. All rights reserved.</p></footer>';
const published = '<meta property="article:published_time" content="2026-03-07T10:15:00Z">';

function page(language: Language, body: string, head = published): string {
  const title = `<title>${titles[language]} | Daily Paper</title>`;
  return `<!doctype html><html lang="${language}"><head>${title}${head}</head><body>${nav}${body}${footer}</body></html>`;
}

function paragraphs(language: Language, from = 0, attributes = ''): string {
  return texts[language]
    .slice(from)
    .map((text) => `<p${attributes}>${text}</p>`)
    .join('\n');
}

const [first = ''] = texts.de;
/** Pages as newspapers make them; each holds its language's five paragraphs and nothing else. */
const layouts: readonly (readonly [name: string, language: Language, html: string])[] = [
  [
    'text blocks of hashed names',
    'en',
    page(
      'en',
      `<main><article class="x9-Wrapper"><h1>${titles.en}</h1><div><div>Jane Miller, reporter</div><time datetime="2026-03-07T10:15:00Z">7 March 2026</time></div>${texts.en.map((text) => `<div class="x9-Rich"><p>${text}</p></div>`).join('')}<div><h2>Related stories</h2>${others}</div></article></main>`,
    ),
  ],
  [
    'a wall after the text',
    'de',
    page(
      'de',
      `<main><article><h1>${titles.de}</h1><div class="summary">${first}</div><div class="byline">Von <a href="/a">Jana Müller</a></div><div class="article-body">${paragraphs('de', 1)}</div><aside class="gate"><h2>Sie möchten weiterlesen?</h2><p>Mit einem digitalen Abo lesen Sie alle Artikel ohne Werbung und können jederzeit kündigen.</p></aside></article></main>`,
    ),
  ],
  [
    'a pointer inside the text',
    'fr',
    page(
      'fr',
      `<main><section class="article"><h1>${titles.fr}</h1><p class="article__desc">${texts.fr[0]}</p><p class="meta__author">Par Jeanne Martin</p><article class="article__content">${paragraphs('fr', 1)}<section class="catcher"><span>Article réservé à nos abonnés</span> <a href="/x">Lire aussi | Un pont fermé</a></section></article></section></main>`,
    ),
  ],
  [
    'one box with line breaks, in Japanese',
    'ja',
    page(
      'ja',
      `<section><h1>${titles.ja}</h1><p><time datetime="2026-03-07T19:15">2026年3月7日 19時15分</time></p><div class="body-text"><p>${texts.ja.join('<br><br>')}</p></div></section><aside><h3>関連記事</h3>${others}</aside>`,
    ),
  ],
  [
    'indented paragraphs and an editor, in Chinese',
    'zh',
    page(
      'zh',
      `<div class="main-content"><h1 class="main-title">${titles.zh}</h1><div class="date-source"><span class="date">2026年03月07日 19:15</span></div><div class="article" id="article">${texts.zh.map((text) => `<p>　　${text}</p>`).join('')}<p class="show_author">责任编辑：王明</p></div><div class="right"><h2>热门新闻</h2>${others}</div></div>`,
    ),
  ],
  [
    'from right to left, with its source, in Arabic',
    'ar',
    page(
      'ar',
      `<main dir="rtl"><header><h1>${titles.ar}</h1><p class="article__subhead"><em>${texts.ar[0]}</em></p></header><div class="wysiwyg">${paragraphs('ar', 1)}<div class="more-on"><h2>اقرأ أيضا</h2>${others}</div><div class="article-source">المصدر: <span>وكالات</span></div></div></main>`,
    ),
  ],
  [
    'a block for each paragraph, in Russian',
    'ru',
    page(
      'ru',
      `<h1>${titles.ru}</h1><div class="article__body">${texts.ru.map((text) => `<div class="article__block"><div class="article__text">${text}</div></div>`).join('<div class="article__block"><a href="/y">Мост закрыли на зиму</a></div>')}</div><div class="article__tags">Трамвай, город</div>`,
    ),
  ],
  [
    'AMP with a question for consent',
    'es',
    page(
      'es',
      `<article class="amp-wp-article"><h1>${titles.es}</h1><div class="amp-wp-meta"><time datetime="2026-03-07T10:15:00Z">hace 2 horas</time></div><div class="amp-wp-article-content">${paragraphs('es')}</div><amp-consent><div><p>Usamos cookies para mejorar tu experiencia y mostrarte publicidad en esta web.</p></div></amp-consent></article>`,
    ),
  ],
  [
    'a box with line breaks and a signature, in Korean',
    'ko',
    page(
      'ko',
      `<h2 id="title_area">${titles.ko}</h2><article id="dic_area">${texts.ko.join('<br><br>')}<br><br>김기자 kim@paper.example</article>`,
    ),
  ],
  [
    'tables of the last century',
    'en',
    `<html><head><title>${titles.en}</title></head><body><table><tr><td><a href=/>Home</a><br><a href=/a>News</a></td><td><font size=5><b>${titles.en}</b></font><br><font size=1>March 7, 2026</font><br><br><table align=right><tr><td><img src=/a.jpg width=200><br><font size=1>A tram stops at the square. (Photo: J. Miller)</font></td></tr></table>${texts.en.join('<br><br>')}</td><td><b>More news</b><br><a href=/x>Bridge closes</a></td></tr></table><center>Copyright 2026 Daily Paper</center></body></html>`,
  ],
  [
    'a consent box longer than the article',
    'fr',
    page(
      'fr',
      `<main><article><h1>${titles.fr}</h1>${paragraphs('fr')}</article></main><div class="sp-message-container privacy-popup"><p>${'Nos partenaires et nous utilisons des traceurs pour stocker et consulter des données. '.repeat(18)}</p></div>`,
    ),
  ],
  [
    'microdata with a comment',
    'en',
    page(
      'en',
      `<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">${titles.en}</h1><span itemprop="datePublished" content="2026-03-07">March 7</span><div itemprop="articleBody">${paragraphs('en')}</div><div itemprop="comment">I do not agree with this decision at all and I think the council should have asked us.</div></div>`,
      '',
    ),
  ],
  [
    'a text split over boxes',
    'en',
    page(
      'en',
      `<div class="story"><h1>${titles.en}</h1><div class="part">${paragraphs('en').split('\n').slice(0, 2).join('')}</div><div class="advert">Advertisement</div><div class="part">${paragraphs('en', 2)}</div></div><div class="rel"><h3>More stories</h3>${others}</div>`,
    ),
  ],
];

describe.each(layouts)('%s', (_name, language, html) => {
  const article = extractArticle(html, url, { now });

  it('gives its five paragraphs and nothing else', () => {
    expect(
      article.paragraphs.filter(({ role }) => role !== 'caption').map(({ text }) => text),
    ).toEqual(texts[language]);
  });

  it('gives its title and its day', () => {
    expect(article.title).toBe(titles[language]);
    expect(article.publishedAt).toMatch(/^2026-03-07/);
  });
});

it('a day that would lie ahead is read the other way round', () => {
  const box = `<div>${titles.en}</div><div>07/03/2026 10:15</div><div class="article-body">${paragraphs('en')}</div>`;
  const html = page('en', box, `<meta property="og:title" content="${titles.en}">`);
  expect(extractArticle(html, url, { now }).publishedAt).toBe('2026-03-07T10:15:00+00:00');
});
