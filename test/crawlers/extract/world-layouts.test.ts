import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';

// Layouts as large sites of other countries have them; all words are ours.
const title = 'City to close harbour bridge for eleven months';
const body = [
  'The city council voted on Tuesday to close the old harbour bridge for eleven months, a decision that will send thousands of drivers on a detour through the eastern districts.',
  "Engineers told members that three of the bridge's twelve piers had lost more than a third of their concrete cover since the last full inspection in 2011.",
  'Shop owners on Quay Street fear that they will lose most of their summer trade.',
  'About 41,000 vehicles use the crossing on an average weekday, according to figures from the regional transport authority.',
  'Work is due to begin on 4 March. The first contracts will be signed before the end of the month.',
];
const lead =
  'Council says piers have lost a third of their concrete and detours will last until spring';
const french = [
  "Trois des douze piles s'effritent ; les commerçants de la rue du Quai s'inquiètent.",
  "Le conseil municipal a voté mardi la fermeture du vieux pont du port pendant onze mois, une décision qui enverra des milliers d'automobilistes faire un détour.",
  'Quelque 41 000 véhicules empruntent le pont chaque jour de semaine, selon les chiffres de l’autorité régionale des transports.',
];
const set = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const nav =
  '<header><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>';
const foot = '<footer><p>© 2025 The Daily Harbour. All rights reserved.</p></footer>';

interface Layout {
  readonly page: string;
  readonly texts: readonly string[];
  readonly title?: string;
}
const page = (head: string, inner: string): string =>
  `<!doctype html><html><head><title>${head}</title></head><body>${nav}${inner}${foot}</body></html>`;

const layouts: Readonly<Record<string, Layout>> = {
  'a newsletter box within the text, topics below it': {
    page: page(
      `${title} | Roads | The Harbour`,
      `<main><article><h1>${title}</h1><div data-gu-name="standfirst"><p>${lead}</p></div><div id="maincontent" class="article-body-commercial-selector">${set(body.slice(0, 2))}<figure><aside><h2>Sign up to First Edition</h2><p>Our morning email breaks down the key stories of the day, telling you what’s happening and why it matters</p><button>Sign up</button></aside><p>Privacy Notice: Newsletters may contain information about charities, online ads, and content funded by outside parties.</p></figure>${set(body.slice(2))}</div><div><ul><li><a href="/t">Infrastructure</a></li></ul></div></article></main>`,
    ),
    texts: [lead, ...body],
  },
  'blocks with names of the program, links to other sites below': {
    page: page(
      `${title} - Harbour News`,
      `<main><article><header><h1 id="main-heading">${title}</h1></header>${body.map((text) => `<div data-component="text-block"><div><p>${text}</p></div></div>`).join('')}<section><h2>Related internet links</h2><p>The Harbour is not responsible for the content of external sites.</p></section></article></main>`,
    ),
    texts: body,
  },
  'notes on print and on who helped': {
    page: page(
      title,
      `<article><h1>${title}</h1><section name="articleBody">${set(body)}<p><em>Harbour’s Jo Fox and Max Weber contributed to this report.</em></p></section><p>A version of this article appears in print on March 8, 2025, Section A, Page 12 with the headline: Bridge Closes.</p></article>`,
    ),
    texts: body,
  },
  'a second heading under the first, and a pointer to more at the end': {
    page: page(
      title,
      `<article><header class="a_e"><h1>${title}</h1><h2 class="a_st">${lead}</h2></header><div class="a_c">${set(body)}<p>___</p><p>Follow Harbour’s coverage of roads at https://harbour.example/roads</p></div></article>`,
    ),
    texts: [lead, ...body],
  },
  'a live blog with clock times': {
    page: page(
      title,
      `<main><h1>${title}</h1><div class="standfirst"><p>${lead}</p></div><div class="liveblog">${body.map((text, at) => `<div class="block" id="b${at}"><time datetime="2025-03-07T1${at}:00:00Z">1${at}:00 GMT</time><h2>Update of the hour ${at}</h2><p>${text}</p><div class="share"><a>Share</a></div></div>`).join('')}</div></main>`,
    ),
    texts: [lead, ...body.flatMap((text, at) => [`Update of the hour ${at}`, text])],
  },
  'the name of the site before the title, and no main heading': {
    page: page(
      `Harbour notes: ${title}`,
      `<div class="post hentry"><h3 class="post-title entry-title">${title}</h3><div class="post-body entry-content">${body.join('<br /><br />')}</div></div>`,
    ),
    texts: body,
  },
  'a short line under the headline': {
    page: page(
      `${title} - by Ann Lee`,
      `<article class="post"><h1 class="post-title">${title}</h1><h3 class="subtitle">What the inspection found</h3><div class="available-content"><div class="body markup">${set(body)}</div></div></article>`,
    ),
    texts: ['What the inspection found', ...body],
  },
  'two dates in one line after the standfirst': {
    page: page(
      'Le pont du port fermé onze mois',
      `<main><section class="article"><h1>Le pont du port fermé onze mois</h1><p class="article__desc">${french[0]}</p><section class="meta"><span class="meta__date">Publié le 07 mars 2025 à 09h12, modifié le 07 mars 2025 à 11h20</span></section><article class="article__content">${set(french.slice(1))}</article></section></main>`,
    ),
    texts: french,
    title: 'Le pont du port fermé onze mois',
  },
};

describe.each(Object.entries(layouts))('%s', (_name, layout) => {
  const article = extractArticle(layout.page, 'https://harbour.example/news/1.html', {
    now: new Date('2025-03-12T00:00:00Z'),
  });
  it('gives the text, whole and alone', () => {
    const texts = article.paragraphs.filter(({ role }) => role !== 'caption');
    expect(texts.map(({ text }) => text)).toEqual(layout.texts);
  });
  it('gives the title', () => {
    expect(article.title).toBe(layout.title ?? title);
  });
});
