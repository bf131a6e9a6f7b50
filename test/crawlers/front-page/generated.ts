import { uniformFrom } from '../../../src/domain/index.ts';
import { document, picture, story } from './site.ts';
import type { Layout } from './layouts.ts';

// Pages put together by chance from what front pages are made of; who makes them knows in which
// order they are meant to be read. The document's own order is shuffled where the style allows.

interface Maker {
  readonly random: () => number;
  readonly next: () => number;
}

const between = ({ random }: Maker, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));

function shuffled<Item>({ random }: Maker, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function card(maker: Maker, width: number, style = ''): string {
  const { href, title } = story(maker.next());
  const tag = maker.random() < 0.5 ? 'article' : 'div';
  const px = between(maker, 16, 24);
  const image =
    maker.random() < 0.75 ? `<a href="${href}">${picture(width, Math.round(width * 0.5))}</a>` : '';
  const lead = maker.random() < 0.5 ? '<p>Phần mở đầu của bản tin, dài vừa đủ một dòng.</p>' : '';
  return `<${tag} style="${style}">${image}<h3 style="font-size:${px}px"><a href="${href}">${title}</a></h3>${lead}</${tag}>`;
}

/** Rows of equal cells, each placed by number: the document may name them in any order. */
function grid(maker: Maker): string {
  const columns = between(maker, 2, 4);
  const rows = between(maker, 1, 3);
  const width = Math.floor(1000 / columns);
  const cells = Array.from({ length: columns * rows }, (_, index) => {
    const place = `grid-row:${Math.floor(index / columns) + 1};grid-column:${(index % columns) + 1}`;
    return card(maker, width, place);
  });
  const style = `display:grid;gap:24px;grid-template-columns:repeat(${columns},1fr)`;
  return `<div style="${style}">${shuffled(maker, cells).join('')}</div>`;
}

/** A large story with a list beside it, on either side of it in the document. */
function heroAndRail(maker: Maker): string {
  const { href, title } = story(maker.next());
  const hero = `<div style="grid-column:1;grid-row:1"><a href="${href}">${picture(720, 380)}</a><h2 style="font-size:34px"><a href="${href}">${title}</a></h2></div>`;
  const lines = Array.from({ length: between(maker, 3, 7) }, () => story(maker.next())).map(
    (one) => `<li><a href="${one.href}">${one.title}</a></li>`,
  );
  const rail = `<ul style="grid-column:2;grid-row:1">${lines.join('')}</ul>`;
  const parts = shuffled(maker, [hero, rail]).join('');
  return `<div style="display:grid;grid-template-columns:740px 1fr;gap:40px">${parts}</div>`;
}

/** Columns of stories of different heights, read one column after another. */
function magazine(maker: Maker): string {
  const columns = Array.from({ length: between(maker, 2, 3) }, (_, column) => {
    const cards = Array.from({ length: between(maker, 2, 4) }, () =>
      card(maker, 300, `padding-bottom:${between(maker, 5, 90)}px`),
    );
    return `<div style="width:320px;order:${column}">${cards.join('')}</div>`;
  });
  return `<div style="display:flex;gap:40px">${shuffled(maker, columns).join('')}</div>`;
}

function list(maker: Maker): string {
  const items = Array.from({ length: between(maker, 3, 6) }, () => card(maker, 400));
  return `<div>${items.join('')}</div>`;
}

const bands = [grid, heroAndRail, magazine, list];

/** A page of two to four bands; a third of them read from right to left, a third scripted. */
export function generatedLayout(seed: number): Layout {
  const random = uniformFrom(seed);
  let count = 0;
  const maker: Maker = { random, next: () => count++ };
  const parts = Array.from({ length: between(maker, 2, 4) }, () => {
    const band = bands[Math.floor(random() * bands.length)] ?? grid;
    const heading = random() < 0.4 ? `<h2>Mục ${between(maker, 1, 9)}</h2>` : '';
    return `<section style="margin:30px 20px">${heading}${band(maker)}</section>`;
  });
  const isRightToLeft = random() < 1 / 3;
  const isScripted = random() < 1 / 3;
  const main = `<main>${parts.join('')}</main>`;
  const body = isScripted
    ? `<div id="app"></div><script>setTimeout(function(){document.getElementById('app').innerHTML=${JSON.stringify(main).replaceAll('<', '\\u003c')}},150)</script>`
    : main;
  return {
    name: `generated page ${seed}${isRightToLeft ? ', right to left' : ''}${isScripted ? ', scripted' : ''}`,
    html: document(body, 'h3{margin:4px 0}', isRightToLeft ? 'lang="ar" dir="rtl"' : 'lang="vi"'),
    order: Array.from({ length: count }, (_, index) => index),
  };
}
