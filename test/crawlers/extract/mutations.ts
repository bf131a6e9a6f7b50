import { type Article, uniformFrom } from '../../../src/domain/index.ts';

type Pieces = string[];

/** A page as tags and the text between them: mutations keep to this structure. */
function split(page: string): Pieces {
  return page.split(/(<[^<>]*>)/).filter((piece) => piece !== '');
}

/** Pieces that break readers. */
export const SALT = [
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

/** A page broken in one to six places; the same seed gives the same page. */
export function mutate(page: string, seed: number): string {
  const random = uniformFrom(seed);
  const pieces = split(page);
  const times = 1 + Math.floor(random() * 6);
  for (let time = 0; time < times && pieces.length > 0; time++) {
    const at = Math.floor(random() * pieces.length);
    mutations[Math.floor(random() * mutations.length)]?.(pieces, at, random);
  }
  return pieces.join('');
}

/** What holds for every page, broken or not. */
export function faultOf(article: Article): string | null {
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
