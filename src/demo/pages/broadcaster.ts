import type { FrontBlock, Placement } from '../front.ts';
import { sectionIds, sectionNames, sectionPath } from '../outlets.ts';
import {
  type Card,
  clockTime,
  escape,
  fictionNote,
  image,
  longDate,
  numericDate,
  shell,
  type Visit,
} from './html.ts';
import { broadcasterStyle as style } from './broadcaster-style.ts';
import type { ArticleView, FrontView, SectionView, Theme } from './theme.ts';

const outletId = 'dai-song-thanh';

function header({ sheet, atMs }: Visit): string {
  const links = sectionIds
    .map((id) => `<td><a href="${sectionPath(outletId, id)}">${sectionNames[id]}</a></td>`)
    .join('');
  return `<div id="note">${fictionNote}</div><div id="head">
<div class="wrap"><a id="brand" href="/"><b>STV</b><span>${sheet.name}</span></a>
<div id="today">${longDate(atMs)}<br><a href="/lich-phat-song">Lịch phát sóng</a> · <a href="/ban-tin">Bản tin</a>
</div></div></div><div id="menu"><div class="wrap"><table>
<tr><td><a href="/">Trang chủ</a></td>${links}</tr></table></div></div>`;
}

function footer({ sheet }: Visit): string {
  return `<div id="foot"><div class="wrap"><p><b>${sheet.name.toLocaleUpperCase('vi')}</b></p>
<p>Địa chỉ: ${sheet.address}</p><p>Kênh STV1 · STV2 · Phát thanh FM 9x,x MHz (tần số hư cấu)</p>
<p>${fictionNote}</p></div></div>`;
}

function item(card: Card, placement: Placement): string {
  if (placement.size === 'line') {
    return `<li><a href="${card.href}">${escape(card.title)}</a></li>`;
  }
  const width = placement.size === 'medium' ? 330 : 130;
  const text = placement.size === 'medium' ? `<p>${escape(card.lead)}</p>` : '';
  return `<div class="item ${placement.size}"><a href="${card.href}">${image(card, { width, height: Math.round((width * 9) / 16) })}</a>
<h3><a href="${card.href}">${escape(card.title)}</a></h3>${text}</div>`;
}

function carousel(entry: FrontBlock, cards: ReadonlyMap<string, Card>): string {
  const slides = entry.items.map((placement) => {
    const card = cards.get(placement.articleId);
    if (!card) return '';
    return `<div class="slide" role="group" aria-roledescription="slide"><a href="${card.href}">${image(card, { width: 1100, height: 480 })}</a>
<div class="slide-text"><h2><a href="${card.href}">${escape(card.title)}</a></h2>
<p>${escape(card.lead)}</p></div></div>`;
  });
  const dots = slides.map((_, index) => `<i${index === 0 ? ' class="on"' : ''}></i>`).join('');
  return `<div class="carousel" role="region" aria-roledescription="carousel" aria-label="Tin nổi bật">
<div class="track">${slides.join('')}</div><div class="dots">${dots}</div></div>
<script>(function(){var t=document.querySelector('.track'),n=t.children.length,i=0,d=document.querySelectorAll('.dots i');if(n>1)setInterval(function(){i=(i+1)%n;t.style.transform='translateX(-'+i*100+'%)';d.forEach(function(e,k){e.className=k===i?'on':''})},6000)})()</script>`;
}

function block(entry: FrontBlock, cards: ReadonlyMap<string, Card>): string {
  if (entry.kind === 'carousel') return carousel(entry, cards);
  const parts = entry.items.map((placement) => {
    const card = cards.get(placement.articleId);
    return card ? item(card, placement) : '';
  });
  const lines = entry.items[0]?.size === 'line';
  const inner = lines ? `<ul>${parts.join('')}</ul>` : parts.join('');
  return `<div class="box ${entry.id} ${entry.kind}"><div class="box-title">${entry.label ?? ''}
</div><div class="box-body">${inner}</div></div>`;
}

function front(visit: Visit, { front: page, cards }: FrontView): string {
  const html = (id: string) => {
    const entry = page.blocks.find((candidate) => candidate.id === id);
    return entry ? block(entry, cards) : '';
  };
  const sections = page.blocks.filter(({ id }) => id.startsWith('muc-'));
  return shell({
    title: `${visit.sheet.name} (STV)`,
    description: visit.sheet.motto,
    canonical: `${visit.origin}/`,
    style,
    body: `${header(visit)}<div class="wrap">${html('bang-truot')}<div class="columns">
<div class="left">${html('tin-chinh')}
<div class="grid">${sections.map((entry) => block(entry, cards)).join('')}</div></div>
<div class="right">${html('moi')}${html('xem-nhieu')}<div class="box">
<div class="box-title">Xem lại</div><div class="box-body">
<p><a href="/ban-tin">Bản tin Thời sự STV</a></p></div></div></div></div></div>${footer(visit)}`,
  });
}

function visibleDate({ article, version }: Card): string {
  if (!article.dated) return '';
  const edited =
    version.atMs > article.publishedMs
      ? `<div class="post-edit">Cập nhật: ${clockTime(version.atMs)} ngày ${numericDate(version.atMs)}
</div>`
      : '';
  return `<div class="post-date">${longDate(article.publishedMs)} - ${clockTime(article.publishedMs)}
</div>${edited}`;
}

function content(card: Card, related: readonly Card[]): string {
  const pictures = card.article.pictures.map(({ path, width, height }, index) => {
    const caption = escape(card.version.draft.captions[index]?.text ?? '');
    return `<table class="hinh">
<tr><td><img src="${path}" width="${width}" height="${height}" alt=""></td></tr>
<tr><td class="chu-thich">${caption}</td></tr></table>`;
  });
  const other = related[0]
    ? `<div class="tin-lien-quan">&gt;&gt; <a href="${related[0].href}">${escape(related[0].title)}</a>
</div>`
    : '';
  const texts = card.version.draft.paragraphs.slice(1).map(({ role, sentences }, index) => {
    const text = escape(sentences.map((sentence) => sentence.text).join(' '));
    const html = role === 'subheading' ? `<p><strong>${text}</strong></p>` : `<p>${text}</p>`;
    return html + (index === 1 ? other : '') + (pictures[index + 1] ?? '');
  });
  return (pictures[0] ?? '') + texts.join('\n');
}

function article(visit: Visit, { card, related, mostRead }: ArticleView): string {
  const { article: entry } = card;
  const links = (cards: readonly Card[]) =>
    `<ul>${cards.map((other) => `<li><a href="${other.href}">${escape(other.title)}</a></li>`).join('')}
</ul>`;
  return shell({
    title: `${card.title} - STV`,
    description: card.lead,
    canonical: visit.origin + entry.path,
    head: `<meta name="keywords" content="${escape(entry.tags.join(', '))}">
<meta property="og:title" content="${escape(card.title)}">
<meta property="og:site_name" content="STV">`,
    style,
    body: `${header(visit)}<div class="wrap"><div class="columns"><div class="left">
<div class="detail">
<div class="path"><a href="/">Trang chủ</a> / <a href="${sectionPath(outletId, entry.section)}">${sectionNames[entry.section]}</a>
</div><h1>${escape(card.title)}</h1>${visibleDate(card)}<p class="lead">${escape(card.lead)}</p>
<div class="content">${content(card, related)}</div>
<p class="desk">${entry.copyOf ? 'STV dẫn nguồn báo bạn' : 'Phòng Thời sự STV'}</p></div>
<div class="box"><div class="box-title">Tin khác</div><div class="box-body">${links(related)}
</div></div></div><div class="right"><div class="box"><div class="box-title">Xem nhiều</div>
<div class="box-body">${links(mostRead)}</div></div></div></div></div>${footer(visit)}`,
  });
}

function section(visit: Visit, view: SectionView): string {
  const path = sectionPath(outletId, view.id);
  const items = view.cards.map((card, index) =>
    item(card, {
      articleId: card.article.id,
      path: card.href,
      title: card.title,
      order: index + 1,
      size: 'medium',
      picture: true,
    }),
  );
  const pager = Array.from({ length: view.pages }, (_, index) =>
    index + 1 === view.page
      ? `<b>${index + 1}</b>`
      : `<a href="${path}?trang=${index + 1}">${index + 1}</a>`,
  ).join(' ');
  return shell({
    title: `${view.name} - STV`,
    description: `${view.name} - ${visit.sheet.name}`,
    canonical: visit.origin + path,
    style,
    body: `${header(visit)}<div class="wrap"><h1 class="page-title">${view.name}</h1>
<div class="list">${items.join('')}</div><p class="pages">Trang: ${pager}</p>
</div>${footer(visit)}`,
  });
}

/** The broadcaster: an older hand, tables and ids, only a visible Vietnamese date. */
export const broadcasterTheme: Theme = {
  front,
  article,
  section,
  plain: (visit, page) =>
    shell({
      title: `${page.title} - STV`,
      description: page.title,
      canonical: visit.origin + page.path,
      style,
      body: `${header(visit)}<div class="wrap"><h1 class="page-title">${escape(page.title)}
</h1>${page.html}</div>${footer(visit)}`,
    }),
};
