import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../crawlers/extract/index.ts';
import { barePage, englishParagraph } from './sample-pages.ts';

const body = [1, 2, 3, 4, 5].map((number) => `<p>${englishParagraph(number)}</p>`).join('');

function textOf(inside: string): string {
  return extractArticle(barePage(`<h1>Bridge</h1>${inside}`), 'https://news.example.com/a').text;
}

describe('the end of a text', () => {
  it.each([
    'Sign up now to get our stories every morning before breakfast.',
    'Disclaimer: this story is meant for information and replaces no advice.',
    'This story was produced in partnership with a catering firm of the town.',
    'Ann Lee is a freelance writer who lives by the river with two old dogs.',
    'If you enjoyed this, tell a friend about it.',
    'Ann Lee covers the river towns and their councils for The Morning Paper.',
    'Ann Lee has written about bridges and the people who build them for the paper since 2009.',
    'Ann Lee reported from Leeds, and Bo Tran from Hanoi.',
    'Bo Tran contributed reporting.',
  ])('is without "%s"', (line) => {
    expect(textOf(`${body}<p>${line}</p>`)).toBe(textOf(body));
  });

  it.each([
    'The mayor said that the city would ask for offers before the end of the summer.',
    'Lan Tran is the chair of the council that will vote on the bridge next week.',
    'The writer lives by the river.',
    'Ann Lee covers the walls of her shop with maps of the river.',
    'River Mutual covers repairs of old houses for the Navy and for the towns below the dam.',
    'The River Fund covers repairs of old houses for the towns below the dam.',
  ])('keeps "%s"', (line) => {
    expect(textOf(`${body}<p>${line}</p>`)).toContain(line);
  });

  it('is without a paragraph for each of several writers, and who helped them', () => {
    const writers = [
      'Ann Lee is a reporter for the paper, covering the river and the towns that it runs through, ' +
        'their bridges, their harbours and their councils.',
      'Bo D. Tran is the chief correspondent in Hanoi, covering trade and the ports of the region ' +
        'for more than ten years, and before that the courts.',
      'Cy Ngo writes about money and building for the paper.',
      'Di Vo and Em Ho contributed reporting.',
    ];
    expect(textOf(body + writers.map((line) => `<p>${line}</p>`).join(''))).toBe(textOf(body));
  });

  it('keeps at its beginning what it would lose at its end', () => {
    const line = 'Ann Lee is a writer whose bridge poems hang in every school of the town.';
    expect(textOf(`<p>${line}</p>${body}`)).toContain(line);
  });

  it('loses the sentences under a heading about the author', () => {
    const about = '<h3>About the author</h3>';
    const life = 'For many years she has looked at bridges, and she has written about them since.';
    expect(textOf(`${body}${about}<p>${life} ${life}</p>`)).toBe(textOf(body));
  });
});

describe('material in a text', () => {
  it('is left out where it is a long listing, kept where it is a short one', () => {
    const long = 'const bridge = build("steel", 40);\n'.repeat(60);
    expect(textOf(`${body}<pre>${long}</pre><p>${englishParagraph(6)}</p>`)).not.toContain('steel');
    expect(textOf(`${body}<pre>npm run bridge</pre><p>${englishParagraph(6)}</p>`)).toContain(
      'npm run bridge',
    );
  });

  it('is kept where a part is only named after its step in the contents', () => {
    const part = `<div id="toc_river"><h2>The river</h2><p>${englishParagraph(7)}</p>
      <p>${englishParagraph(8)}</p></div>`;
    expect(textOf(body + part)).toContain(englishParagraph(8));
    const steps = ['#a', '#b'].map((to) => `<li><a href="${to}">A step to a part</a></li>`);
    expect(textOf(`<div class="toc"><ul>${steps.join('')}</ul></div>${body}`)).toBe(textOf(body));
  });
});

describe('a page that was encoded twice', () => {
  it('is read as it was meant', () => {
    const meant = `“${englishParagraph(1)}” – the engineer’s café`;
    const bytes = new TextEncoder().encode(meant);
    const broken = new TextDecoder('windows-1252').decode(bytes);
    expect(textOf(`<p>${broken}</p>${body}`)).toContain(meant);
  });
});
