import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';
import { type Language, texts, titles } from './newspaper-texts.ts';

/*
 * Pages as content systems of many countries print them. Each holds its language's five paragraphs
 * and nothing else that counts.
 */

interface Options {
  readonly from?: number;
  readonly to?: number;
  readonly attributes?: string;
}

function set(language: Language, options: Options = {}): string {
  const { from = 0, to = 9, attributes = '' } = options;
  const wanted = texts[language].slice(from, to);
  return wanted.map((text) => `<p${attributes}>${text}</p>`).join('');
}

function page(language: Language, body: string, head = ''): string {
  const title = titles[language];
  return `<!doctype html><html lang="${language}"><head><title>${title} | The Paper</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="The Paper">${head}</head><body><header><nav><a href="/a">A</a></nav></header>${body}<footer><p>© 2026 The Paper</p></footer></body></html>`;
}

const lines = (language: Language): readonly string[] => texts[language];
const json = (value: unknown): string => JSON.stringify(value);
const state = (value: unknown): string =>
  `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${json({ props: { pageProps: value } })}</script>`;
const others = '<ul><li><a href="/n/1">Bridge over the river closed until April</a></li></ul>';
const arc = {
  headlines: { basic: titles.ko },
  content_elements: [
    ...lines('ko').map((content) => ({ type: 'text', content })),
    { type: 'image', caption: 'A bridge' },
  ],
  related_content: { basic: [{ headline: 'Bridge', url: '/b', description: 'It is closed.' }] },
};
const whole = {
  '@type': 'NewsArticle',
  headline: titles.de,
  isAccessibleForFree: 'False',
  articleBody: lines('de').join('\n'),
};
const [firstDe = '', secondDe = ''] = lines('de');
const [firstFr = ''] = lines('fr');
const [firstEn = '', ...restEn] = lines('en');

const layouts: readonly (readonly [name: string, language: Language, html: string])[] = [
  [
    'a label and the title in one heading, a box of related stories, a sign-off',
    'de',
    page(
      'de',
      `<main><article><header><h2><span class="block text-primary-base">Verkehr</span> <span class="align-middle">${titles.de}</span></h2><div class="RichText leading-loose lg:text-xl">${firstDe}</div></header><section data-article-el="body"><div class="RichText lg:w-8/12"><p>${secondDe}</p></div><section data-area="related_articles"><h3>Mehr zum Thema</h3>${others}</section><div class="RichText">${set('de', { from: 2 })}</div><div class="text-s">Icon: The Paper</div></section></article></main>`,
    ),
  ],
  [
    'a note on the broadcast below the text',
    'de',
    page(
      'de',
      `<main><h1>${titles.de}</h1><p class="metatextline">Stand: 07.03.2026 10:15 Uhr</p><article>${set('de', { attributes: ' class="textabsatz"' })}<p class="sendungsbezug">Über dieses Thema berichtete die Sendung am 07. März 2026 um 20:00 Uhr.</p></article></main>`,
    ),
  ],
  [
    'a pointer without a colon, an agency below',
    'fr',
    page(
      'fr',
      `<article><h1>${titles.fr}</h1><p class="fig-standfirst">${firstFr}</p><div class="fig-body">${set('fr', { from: 1, to: 3 })}<p class="fig-body-link"><strong>À lire aussi</strong><a href="/x">Le pont reste fermé jusqu’en avril</a></p>${set('fr', { from: 3 })}<p>La rédaction avec AFP</p></div></article>`,
    ),
  ],
  [
    'a place in bold before the text, a label to scroll on',
    'es',
    page(
      'es',
      `<article><h1>${titles.es}</h1><div class="body"><div class="sign"><strong>Quito</strong></div>${set('es', { to: 2 })}<div class="x"><p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p></div>${set('es', { from: 2 })}</div></article>`,
    ),
  ],
  [
    'empty lines between paragraphs, as the style sheet keeps them',
    'ja',
    page(
      'ja',
      `<article><h1 class="sc-1">${titles.ja}</h1><div class="article_body sc-2"><p class="sc-3">${lines('ja').join('\n\n')}</p></div></article>`,
    ),
  ],
  [
    'a wall before and after the text',
    'ja',
    page(
      'ja',
      `<main><h1>${titles.ja}</h1><p>有料記事</p><div class="nfyQp">${set('ja')}</div><div class="notPrint"><p>この記事は有料記事です。残り1234文字有料会員になると続きをお読みいただけます。</p></div></main>`,
    ),
  ],
  [
    'the printed page and the editor below the text',
    'zh',
    page(
      'zh',
      `<div class="col fl"><h1>${titles.zh}</h1><div class="rm_txt_con cf">${set('zh')}<p>《 人民日报 》（ 2026年03月07日 第 04 版）</p><div class="edit cf">(责编：张三、李四)</div></div></div>`,
    ),
  ],
  [
    'a request to report mistakes',
    'ru',
    page(
      'ru',
      `<article><h1>${titles.ru}</h1><div class="article__text">${set('ru')}<p>Если вы заметили ошибку в тексте, выделите её и нажмите Ctrl+Enter</p></div></article>`,
    ),
  ],
  [
    'a label above the headline, and the standfirst in a box called footer',
    'es',
    page(
      'es',
      `<main class="news"><p class="antetitulo">Transporte</p><p>Ciudades</p><h1>${titles.es}</h1><ul class="footer"><li><h2>${lines('es')[0]}</h2></li><li><a href="/d">— El puente sigue cerrado</a></li></ul><div class="partner-wrapper">${set('es', { from: 1 })}</div></main>`,
      `<meta name="description" content="${lines('es')[0]}">`,
    ),
  ],
  [
    'a player in the text, the standards of the house below it',
    'en',
    page(
      'en',
      `<main><article><h1>${titles.en}</h1><div class="article-content"><div class="sound"><p>Nghe bài viết</p><p>00:00 / 03:12</p></div>${set('en')}<p>Reporting by Ann Lee; Editing by Bob Ray</p><p>Our Standards: <a href="/s">The Trust Principles.</a></p></div></article></main>`,
    ),
  ],
  [
    'where it is from, in another language',
    'de',
    page(
      'de',
      `<article><h1>${titles.de}</h1><div class="article--text">${set('de')}<p>Źródło: PAP</p></div></article>`,
    ),
  ],
  [
    'utility classes whose words mean something else',
    'en',
    page(
      'en',
      `<main class="container mx-auto"><h1 class="text-3xl tracking-tight">${titles.en}</h1><div class="shadow-card mt-4 [&>figcaption]:text-sm">${set('en', { attributes: ' class="tracking-normal [&>aside]:mt-2"' })}</div></main>`,
    ),
  ],
  [
    'a hint that opens over a word, and a term of several spans',
    'en',
    page(
      'en',
      `<main><h1>${titles.en}</h1><div class="article-body"><p>${firstEn.replace('tram', '<span class="term">tram<span class="tooltip"><span class="rich-text">A tram runs on rails in the street.</span></span></span>')}</p>${restEn.map((text) => `<p>${text}</p>`).join('')}</div></main>`,
    ),
  ],
  [
    'a text in the data of a program: Arc',
    'ko',
    page(
      'ko',
      '<div id="fusion-app"></div>',
      `<script>window.Fusion={};Fusion.globalContent=${json(arc)};Fusion.x={"a":1};</script>`,
    ),
  ],
  [
    'a text in the data of a program: HTML in JSON',
    'en',
    page(
      'en',
      state({
        article: { title: titles.en, body: set('en') },
        related: [{ title: 'Bridge closed', summary: firstFr.repeat(9) }],
      }),
    ),
  ],
  [
    'a text in the data of a program: blocks in JSON',
    'es',
    page(
      'es',
      state({
        data: {
          story: {
            headline: titles.es,
            blocks: lines('es').map((text) => ({ type: 'paragraph', data: { text } })),
          },
        },
      }),
    ),
  ],
  [
    'a text in the data of a program: parts of paragraphs',
    'en',
    page(
      'en',
      state({
        post: {
          title: titles.en,
          body: lines('en').map((text) => ({
            _type: 'block',
            children: [
              { _type: 'span', text: text.slice(0, 40) },
              { _type: 'span', marks: ['strong'], text: text.slice(40) },
            ],
          })),
        },
      }),
    ),
  ],
  [
    'a text in the data of a program: JSON as a text',
    'fr',
    page(
      'fr',
      `<div id="root"></div><script>window.__PRELOADED_STATE__ = JSON.parse(${json(json({ story: { title: titles.fr, content: set('fr') } }))})</script>`,
    ),
  ],
  [
    'the beginning shown, the whole declared',
    'de',
    page(
      'de',
      `<article><h1>${titles.de}</h1><div class="story">${set('de', { to: 2 })}</div><div class="paywall"><h3>Weiterlesen mit Abo</h3></div></article>`,
      `<script type="application/ld+json">${json(whole)}</script>`,
    ),
  ],
];

describe.each(layouts)('%s', (_name, language, html) => {
  const article = extractArticle(html, 'https://www.paper.example/news/tram-123456.html');
  it('gives the five paragraphs and nothing else', () => {
    const kept = article.paragraphs.filter(({ role }) => role !== 'caption');
    expect(kept.map(({ text }) => text)).toEqual(texts[language]);
  });
});

const read = (inner: string): string[] =>
  extractArticle(
    page('en', `<article><h1>${titles.en}</h1><div class="article-body">${inner}</div></article>`),
    'https://www.paper.example/news/tram-123456.html',
  ).paragraphs.map(({ text }) => text);

describe('what looks like another part of the page but is of the text', () => {
  it('keeps headings whose id is made of their words', () => {
    const heading = '<h2 id="opt-in-popular-tools">Opt in: popular tools</h2>';
    expect(read(set('en', { to: 3 }) + heading + set('en', { from: 3 }))).toContain(
      'Opt in: popular tools',
    );
  });

  it('keeps parts whose id is a whole heading', () => {
    const part = `<div id="1-how-popular-are-these-trams"><p>${restEn[0]}</p></div>`;
    expect(read(`<p>${firstEn}</p>${part}${set('en', { from: 2 })}`)).toEqual(texts.en);
  });

  it('keeps questions that open on a click', () => {
    const question = '<button aria-expanded="false"><h3>Who pays for it?</h3></button>';
    expect(read(set('en', { to: 3 }) + question + set('en', { from: 3 }))).toContain(
      'Who pays for it?',
    );
  });

  it('keeps the linked name of a list item with text below', () => {
    const item = `<ol><li><p><a href="/b">The old bridge</a></p><p>${restEn[0]}</p></li></ol>`;
    expect(read(`<p>${firstEn}</p>${item}${set('en', { from: 2 })}`)).toContain('The old bridge');
  });

  it.each([
    'Both sides share this concern.',
    'The account was closed because it broke the terms of service, said the company on Monday.',
    'Millions follow the mayor on Facebook and were told of the vote at once, aides say.',
    'Parents must sign up for the school bus before the end of the month, the city said.',
  ])('keeps a sentence in which others do what service lines ask for: %s', (sentence) => {
    expect(read(`${set('en', { to: 3 })}<p>${sentence}</p>${set('en', { from: 3 })}`)).toContain(
      sentence,
    );
  });
});

describe('what is no text', () => {
  it.each([
    '[video-player id="7" name="Tram"]',
    'https://paper.example/a https://paper.example/b',
    'Please follow The Paper on Facebook',
    'Subscribe now to read more.',
  ])('leaves out %s', (line) => {
    expect(read(`${set('en', { to: 3 })}<p>${line}</p>${set('en', { from: 3 })}`)).toEqual(
      texts.en,
    );
  });

  it('leaves out a line below the text about whom the page names as its author', () => {
    const html = page(
      'en',
      `<article><h1>${titles.en}</h1>${set('en')}<p>Ann Lee was born in Leeds and lives there.</p></article>`,
      '<meta name="author" content="Ann Lee">',
    );
    const { paragraphs } = extractArticle(html, 'https://www.paper.example/tram-1.html');
    expect(paragraphs.map(({ text }) => text)).toEqual(texts.en);
  });

  it('sets words of two boxes apart that a style sheet sets apart', () => {
    const line = '<p><span>Open from spring</span><span>12 stops on the way</span></p>';
    expect(read(set('en', { to: 3 }) + line + set('en', { from: 3 }))).toContain(
      'Open from spring 12 stops on the way',
    );
  });
});
