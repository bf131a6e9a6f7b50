import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle, storyLinks } from '../../../crawlers/extract/index.ts';
import type { Article } from '../../../src/domain/index.ts';
import { sectionPage, sectionUrl, vietnamesePage, vietnameseUrl } from './sample-pages.ts';

/** A small seeded generator (mulberry32): a failing case can be run again by its number. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Pieces = string[];

/** A page as tags and the text between them: mutations keep to this structure. */
function split(page: string): Pieces {
  return page.split(/(<[^<>]*>)/).filter((piece) => piece !== '');
}

const SALT = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&#x110000;',
  '&#xD800;',
  '\u0000',
  '\ud800',
  '\u0301',
  '<!--',
  ']]>',
  '<script>',
  '</script',
  '<a href="',
  '<div class="related">',
  '</div>',
  '<p>',
  '<table><td>',
  '<h1>',
  '<time datetime="9999-99-99T99:99:99+99:99">',
  '<script type="application/ld+json">{"@type":["NewsArticle"',
  '<meta property="article:published_time" content="',
  'ngày 31/02/2024',
];

/** Ways to break a page, each at a random place. */
const mutations: readonly ((pieces: Pieces, at: number, random: () => number) => void)[] = [
  (pieces, at) => void pieces.splice(at, 1),
  (pieces, at) => void pieces.splice(at, 0, pieces[at] ?? ''),
  (pieces, at, random) => {
    const other = Math.floor(random() * pieces.length);
    [pieces[at], pieces[other]] = [pieces[other] ?? '', pieces[at] ?? ''];
  },
  (pieces, at, random) => void pieces.splice(at, 0, SALT[Math.floor(random() * SALT.length)] ?? ''),
  (pieces, at, random) => {
    const piece = pieces[at] ?? '';
    pieces[at] = piece.slice(0, Math.floor(random() * piece.length));
  },
  (pieces, at, random) => {
    const count = 1 + Math.floor(random() * 30);
    pieces.splice(at, 0, ...Array.from({ length: count }, () => pieces[at] ?? ''));
  },
  (pieces, at) => void pieces.splice(at),
  (pieces, at) => {
    pieces[at] = (pieces[at] ?? '').toUpperCase();
  },
];

function mutate(page: string, seed: number): string {
  const random = randomFrom(seed);
  const pieces = split(page);
  const times = 1 + Math.floor(random() * 6);
  for (let time = 0; time < times && pieces.length > 0; time++) {
    const at = Math.floor(random() * pieces.length);
    mutations[Math.floor(random() * mutations.length)]?.(pieces, at, random);
  }
  return pieces.join('');
}

/** What holds for every page, broken or not. */
function faultOf(article: Article): string | null {
  const texts = [article.title, article.text, ...article.paragraphs.map(({ text }) => text)];
  if (texts.some((text) => text !== text.normalize('NFC'))) return 'not NFC';
  const joined = article.paragraphs.filter(({ role }) => role !== 'caption');
  if (joined.map(({ text }) => text).join('\n') !== article.text) return 'text is not its parts';
  if (article.paragraphs.some(({ text }) => /^\s|\s$|\s\s|^$/.test(text))) return 'uneven space';
  if (!(article.confidence >= 0 && article.confidence <= 1)) return 'confidence out of range';
  for (const date of [article.publishedAt, article.modifiedAt]) {
    if (date === null) continue;
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(date)) return `bad date ${date}`;
    if (Number.isNaN(Date.parse(date))) return `no date ${date}`;
  }
  return null;
}

const CASES = 10_000;

describe('10,000 broken pages', () => {
  it('are read without a crash, and what is read holds together', () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= CASES; seed++) {
      const page = mutate(vietnamesePage, seed);
      try {
        const fault = faultOf(extractArticle(page, vietnameseUrl));
        if (fault) faults.push(`seed ${seed}: ${fault}`);
      } catch (thrown) {
        faults.push(`seed ${seed}: ${String(thrown)}`);
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('give section links that are absolute, of the site, and each once', () => {
    const faults: string[] = [];
    const page = sectionPage();
    for (let seed = 1; seed <= 2_000; seed++) {
      const links = storyLinks(mutate(page, seed), sectionUrl);
      const urls = links.map((link) => link.url);
      if (new Set(urls).size !== urls.length) faults.push(`seed ${seed}: a story twice`);
      if (urls.some((address) => new URL(address).hostname !== 'baotragiang.vn')) {
        faults.push(`seed ${seed}: foreign`);
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);
});

describe('any text', () => {
  it('is read without a crash', () => {
    const piece = fc.oneof(
      fc.constantFrom(...SALT),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('<p>', '</p>', '<div>', '</div>', '<li>', ' chữ Việt có dấu '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.webUrl(), (pieces, url) => {
        expect(faultOf(extractArticle(pieces.join(''), url))).toBeNull();
        storyLinks(pieces.join(''), url);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const page = mutate(vietnamesePage, seed);
        expect(extractArticle(page, vietnameseUrl)).toEqual(extractArticle(page, vietnameseUrl));
      }),
      { numRuns: 50 },
    );
  });

  it('gives its own text again when that is put into a plain page', () => {
    const { text, title } = extractArticle(vietnamesePage, vietnameseUrl);
    const lines = text.split('\n').map((line) => `<p>${line}</p>`);
    const again = extractArticle(
      `<h1>${title}</h1><article>${lines.join('')}</article>`,
      vietnameseUrl,
    );
    expect(again.text).toBe(text);
  });
});
