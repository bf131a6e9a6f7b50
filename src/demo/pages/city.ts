import type { FrontBlock, Placement } from '../front.ts';
import { hourMs, isoLocal } from '../moment.ts';
import { sectionIds, sectionNames, sectionPath } from '../outlets.ts';
import {
  type Card,
  clockTime,
  escape,
  fictionNote,
  image,
  numericDate,
  shell,
  type Visit,
} from './html.ts';
import { cityStyle as style } from './city-style.ts';
import type { ArticleView, FrontView, SectionView, Theme } from './theme.ts';

const outletId = 'luu-giang-online';

function header({ sheet }: Visit): string {
  const links = sectionIds
    .map((id) => `<a href="${sectionPath(outletId, id)}">${sectionNames[id]}</a>`)
    .join('');
  return `<div class="topnote">${fictionNote}</div>
<header class="bar"><a class="logo" href="/"><i></i>${sheet.name}</a><p>${sheet.motto}</p>
</header><nav class="tabs">${links}</nav>`;
}

function footer({ sheet }: Visit): string {
  return `<footer class="bottom"><b>${sheet.name}</b><span>${sheet.address}</span>
<span><a href="/atom.xml">Atom</a> · <a href="/gioi-thieu">Giới thiệu</a></span>
<small>${fictionNote}</small></footer>`;
}

/** "3 giờ trước": what a reader of a fast site sees instead of a date. */
function ago({ article }: Card, atMs: number): string {
  if (!article.dated) return '';
  const hours = Math.floor((atMs - article.publishedMs) / hourMs);
  const text =
    hours < 1 ? 'Vừa xong' : hours < 20 ? `${hours} giờ trước` : numericDate(article.publishedMs);
  return `<span class="ago">${text}</span>`;
}

function tile(card: Card, placement: Placement, atMs: number): string {
  if (placement.size === 'line') return `<a href="${card.href}">${escape(card.title)}</a>`;
  const sizes = {
    hero: { width: 760, height: 428 },
    large: { width: 360, height: 203 },
    medium: { width: 280, height: 158 },
    small: { width: 176, height: 99 },
  };
  const text =
    placement.size === 'hero' || placement.size === 'small' ? `<p>${escape(card.lead)}</p>` : '';
  const label = `<span class="kicker">${sectionNames[card.article.section]}</span>`;
  return `<div class="tile ${placement.size}"><a class="thumb" href="${card.href}">${image(card, sizes[placement.size])}</a>
<div class="words">${label}<h3><a href="${card.href}">${escape(card.title)}</a>
</h3>${text}${ago(card, atMs)}</div></div>`;
}

function block(entry: FrontBlock, cards: ReadonlyMap<string, Card>, atMs: number): string {
  const tiles = entry.items.map((placement) => {
    const card = cards.get(placement.articleId);
    return card ? tile(card, placement, atMs) : '';
  });
  const lines = entry.items[0]?.size === 'line';
  const inner = lines
    ? `<ol>${tiles.map((html) => `<li>${html}</li>`).join('')}</ol>`
    : tiles.join('');
  const title = entry.label ? `<h2>${entry.label}</h2>` : '';
  return `<section class="zone ${entry.id} ${entry.kind}">${title}<div class="inner">${inner}
</div></section>`;
}

const partner = `<aside class="zone partner">
<h2>Đối tác</h2><a href="/doi-tac/can-ho-ven-song" rel="sponsored">Căn hộ mẫu ven sông mở cửa tham quan cuối tuần<small>Quảng cáo</small></a>
</aside>`;

function front(visit: Visit, { front: page, cards }: FrontView): string {
  const html = (id: string) => {
    const entry = page.blocks.find((candidate) => candidate.id === id);
    return entry ? block(entry, cards, visit.atMs) : '';
  };
  const strips = page.blocks.filter(({ id }) => id.startsWith('muc-'));
  return shell({
    title: `${visit.sheet.name} - ${visit.sheet.motto}`,
    description: visit.sheet.motto,
    canonical: `${visit.origin}/`,
    style,
    body: `${header(visit)}<main class="page">${html('nong')}${html('noi-bat')}<div class="two">
<div>${html('dong-tin')}</div><div>${html('doc-nhieu')}${partner}</div>
</div>${strips.map((entry) => block(entry, cards, visit.atMs)).join('')}</main>${footer(visit)}`,
  });
}

function when({ article, version }: Card): string {
  if (!article.dated) return '';
  const shown = `${clockTime(article.publishedMs)} | ${numericDate(article.publishedMs)}`;
  const edited =
    version.atMs > article.publishedMs
      ? `<span class="edited">Sửa lúc ${clockTime(version.atMs)} ${numericDate(version.atMs)}</span>`
      : '';
  return `<div class="when"><time itemprop="datePublished" datetime="${isoLocal(article.publishedMs)}">${shown}</time>${edited}
<meta itemprop="dateModified" content="${isoLocal(version.atMs)}"></div>`;
}

function paragraphs(card: Card, related: readonly Card[]): string {
  const [first = '', second = ''] = card.article.pictures.map(({ path, width, height }, index) => {
    const caption = escape(card.version.draft.captions[index]?.text ?? '');
    return `<figure itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="contentUrl" src="${path}" width="${width}" height="${height}" alt="">
<figcaption itemprop="caption">${caption}</figcaption></figure>`;
  });
  const more = related
    .slice(0, 2)
    .map((entry) => `<li><a href="${entry.href}">${escape(entry.title)}</a></li>`)
    .join('');
  const texts = card.version.draft.paragraphs.slice(1).map(({ role, sentences }, index) => {
    const text = escape(sentences.map((sentence) => sentence.text).join(' '));
    const html =
      role === 'quote'
        ? `<blockquote>${text}</blockquote>`
        : role === 'subheading'
          ? `<h3>${text}</h3>`
          : `<p>${text}</p>`;
    return index === 0 ? html + first : index === 2 ? `${html}${second}` : html;
  });
  return `${texts.join('')}<ul class="xem-them">${more}</ul>`;
}

function article(visit: Visit, { card, related, mostRead }: ArticleView): string {
  const { article: entry } = card;
  const cards = related
    .map((other, order) =>
      tile(
        other,
        { articleId: '', path: '', title: '', order, size: 'medium', picture: true },
        visit.atMs,
      ),
    )
    .join('');
  const read = mostRead
    .map((other) => `<li><a href="${other.href}">${escape(other.title)}</a></li>`)
    .join('');
  const tags = entry.tags.map((tag) => `<span>#${escape(tag)}</span>`).join(' ');
  return shell({
    title: `${card.title} - ${visit.sheet.name}`,
    description: card.lead,
    canonical: visit.origin + entry.path,
    head: `<meta property="og:type" content="article">
<meta property="og:title" content="${escape(card.title)}">`,
    style,
    body: `${header(visit)}<main class="page"><div class="two">
<div itemscope itemtype="https://schema.org/NewsArticle" class="post">
<link itemprop="mainEntityOfPage" href="${visit.origin}${entry.path}"><a class="kicker" itemprop="articleSection" href="${sectionPath(outletId, entry.section)}">${sectionNames[entry.section]}</a>
<h1 itemprop="headline">${escape(card.title)}</h1>${when(card)}
<h2 class="intro" itemprop="description">${escape(card.lead)}</h2>
<div class="text" itemprop="articleBody">${paragraphs(card, related)}</div>
<p class="source">${entry.copyOf ? 'Theo nguồn tin của tỉnh' : 'Tổ phóng viên đô thị'}</p>
<p class="hashtags">${tags}</p></div><div><section class="zone doc-nhieu"><h2>Xem nhiều</h2>
<ol>${read}</ol></section>${partner}</div></div><section class="zone"><h2>Có thể bạn quan tâm</h2>
<div class="inner row">${cards}</div></section></main>${footer(visit)}`,
  });
}

function section(visit: Visit, view: SectionView): string {
  const tiles = view.cards
    .map((card, index) =>
      tile(
        card,
        {
          articleId: card.article.id,
          path: card.href,
          title: card.title,
          order: index + 1,
          size: index === 0 ? 'hero' : 'small',
          picture: true,
        },
        visit.atMs,
      ),
    )
    .join('');
  const path = sectionPath(outletId, view.id);
  const next =
    view.page < view.pages
      ? `<a class="more" href="${path}?trang=${view.page + 1}">Xem thêm tin ${view.name}</a>`
      : '';
  return shell({
    title: `${view.name} - ${visit.sheet.name}`,
    description: `${view.name}: tin mới trên ${visit.sheet.name}`,
    canonical: visit.origin + path,
    style,
    body: `${header(visit)}<main class="page"><h1 class="sectiontitle">${view.name}</h1>
<div class="two"><div class="zone dong-tin"><div class="inner">${tiles}</div>${next}</div>
<div>${partner}</div></div></main>${footer(visit)}`,
  });
}

/** The city site: cards, bright, microdata. */
export const cityTheme: Theme = {
  front,
  article,
  section,
  plain: (visit, page) =>
    shell({
      title: `${page.title} - ${visit.sheet.name}`,
      description: page.title,
      canonical: visit.origin + page.path,
      style,
      body: `${header(visit)}<main class="page"><h1 class="sectiontitle">${escape(page.title)}
</h1>${page.html}</main>${footer(visit)}`,
    }),
};
