import { document, picture, story } from './site.ts';

/** A page whose maker knows in which order it is meant to be read. */
export interface Layout {
  readonly name: string;
  readonly html: string;
  /** Story numbers, first read first. */
  readonly order: readonly number[];
}

function card(index: number, options: { width?: number; lead?: boolean; tag?: string } = {}) {
  const { href, title } = story(index);
  const { width = 240, lead = false, tag = 'h3' } = options;
  const image =
    width > 0 ? `<a href="${href}">${picture(width, Math.round(width * 0.56))}</a>` : '';
  const text = lead ? '<p>Phần mở đầu của bản tin dài hơn một dòng để có chữ mà đo.</p>' : '';
  return `<article>${image}<${tag}><a href="${href}">${title}</a></${tag}>${text}</article>`;
}

const line = (index: number) => {
  const { href, title } = story(index);
  return `<li><a href="${href}">${title}</a></li>`;
};

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const cards = (from: number, count: number, width?: number) =>
  range(from, count)
    .map((index) => card(index, width === undefined ? {} : { width }))
    .join('');

function grid(): Layout {
  const style = 'main{display:grid;grid-template-columns:repeat(4,1fr);gap:20px;padding:20px}';
  return {
    name: 'grid',
    html: document(`<main>${cards(0, 12)}</main>`, style),
    order: range(0, 12),
  };
}

function heroAndRail(): Layout {
  const style =
    '.top{display:grid;grid-template-columns:2fr 1fr;gap:30px;padding:20px}h1{font-size:36px;margin:0}';
  const hero = card(0, { width: 800, lead: true, tag: 'h1' });
  const rail = `<aside><ul>${range(1, 8).map(line).join('')}</ul></aside>`;
  return {
    name: 'hero and rail',
    // The rail stands first in the document and second on the page.
    html: document(
      `<div class="top"><div style="order:2">${rail}</div><div style="order:1">${hero}</div></div><div style="padding:20px;display:flex;gap:20px">${cards(9, 4)}</div>`,
      style,
    ),
    order: range(0, 13),
  };
}

function magazine(): Layout {
  const column = (from: number, widths: readonly number[]) =>
    `<div class="column">${widths.map((height, at) => `<div style="padding-bottom:${height}px">${card(from + at, { lead: true })}</div>`).join('')}</div>`;
  return {
    name: 'magazine',
    html: document(
      `<div class="page">${column(0, [10, 90, 30, 12])}${column(4, [70, 15, 50])}${column(7, [25, 65, 95, 8])}</div>`,
      '.page{display:flex;gap:24px;padding:20px}.column{width:400px}',
    ),
    order: range(0, 11),
  };
}

function scripted(): Layout {
  const parts = JSON.stringify(range(0, 9).map((index) => card(index, { lead: true })));
  return {
    name: 'made by script alone',
    html: document(
      `<div id="app"></div><script>setTimeout(function(){var parts=${parts.replaceAll('<', '\\u003c')};document.getElementById('app').innerHTML='<main>'+parts.join('')+'</main>'},200)</script>`,
      'main{display:grid;grid-template-columns:repeat(3,1fr);gap:20px;padding:20px}',
    ),
    order: range(0, 9),
  };
}

function rightToLeft(): Layout {
  return {
    name: 'right to left',
    html: document(
      `<main>${cards(0, 9)}</main>`,
      'main{display:grid;grid-template-columns:repeat(3,1fr);gap:20px;padding:20px}',
      'lang="ar" dir="rtl"',
    ),
    order: range(0, 9),
  };
}

function tables(): Layout {
  const cell = (index: number) => {
    const { href, title } = story(index);
    return `<td valign="top" width="33%"><table><tr><td>${picture(120, 80)}</td><td><a href="${href}"><b>${title}</b></a><br><font size="2">Một đoạn dẫn ngắn của bản tin này.</font></td></tr></table></td>`;
  };
  const row = (from: number) => `<tr>${range(from, 3).map(cell).join('')}</tr>`;
  const menu =
    '<td width="160" valign="top"><a href="/thoi-su">Thời sự</a><br><a href="/kinh-te">Kinh tế</a></td>';
  return {
    name: 'tables of the 2000s',
    html: document(
      `<center><table width="1000"><tr>${menu}<td><table width="100%">${row(0)}${row(3)}${row(6)}</table></td></tr></table></center>`,
    ),
    order: range(0, 9),
  };
}

function endless(): Layout {
  const { href } = story(0);
  return {
    name: 'endless list',
    html: document(
      `<main id="list">${cards(0, 10, 300)}</main><script>var next=10;addEventListener('scroll',function(){if(next<16&&innerHeight+scrollY>document.documentElement.scrollHeight-400){var first=document.querySelector('article');var more=first.cloneNode(true);more.innerHTML=more.innerHTML.split('${href}').join('/tin/bai-viet-so-hieu-'+(10000+next)+'.html');document.getElementById('list').appendChild(more);next++}})</script>`,
      'article{padding:10px 20px}',
    ),
    order: range(0, 16),
  };
}

function sections(): Layout {
  const section = (label: string, from: number) =>
    `<section><h2>${label}</h2>${card(from, { lead: true })}<ul>${range(from + 1, 3)
      .map(line)
      .join('')}</ul></section>`;
  return {
    name: 'sections in two columns',
    html: document(
      `<div class="two">${section('Thời sự', 0)}${section('Kinh tế', 4)}${section('Xã hội', 8)}${section('Thể thao', 12)}</div>`,
      '.two{display:grid;grid-template-columns:1fr 1fr;gap:30px;padding:20px}',
    ),
    order: range(0, 16),
  };
}

function flatParts(): Layout {
  const parts = range(0, 6).map((index) => {
    const { href, title } = story(index);
    return `<h3><a href="${href}">${title}</a></h3><p>Đoạn dẫn của bản tin thứ ${index + 1}, không có thẻ nào bao quanh.</p>`;
  });
  return {
    name: 'headings and paragraphs side by side',
    html: document(`<div style="padding:20px;width:700px">${parts.join('')}</div>`),
    order: range(0, 6),
  };
}

/** Hand-made pages of many kinds. */
export const layouts: readonly Layout[] = [
  grid(),
  heroAndRail(),
  magazine(),
  scripted(),
  rightToLeft(),
  tables(),
  endless(),
  sections(),
  flatParts(),
];
