import type { FrontBlock, Placement } from '../front.ts';
import { isoLocal } from '../moment.ts';
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
import { newspaperStyle as style } from './newspaper-style.ts';
import type { ArticleView, FrontView, SectionView, Theme } from './theme.ts';

const outletId = 'bao-song-thanh';

function header({ sheet, atMs }: Visit): string {
  const links = sectionIds
    .map((id) => `<li><a href="${sectionPath(outletId, id)}">${sectionNames[id]}</a></li>`)
    .join('');
  return `<div class="fiction">${fictionNote}</div>
<header class="masthead">
<div class="masthead__meta"><span>${longDate(atMs)}</span><span>Cơ quan của Đảng bộ tỉnh Sông Thanh</span>
</div>
<a class="masthead__name" href="/">${sheet.name}</a><p class="masthead__motto">${sheet.motto}</p>
</header>
<nav class="menu" aria-label="Chuyên mục"><ul><li><a href="/">Trang chủ</a></li>${links}
<li><a href="/tim-kiem">Tìm kiếm</a></li></ul></nav>`;
}

function footer({ sheet }: Visit): string {
  const links = sectionIds
    .map((id) => `<a href="${sectionPath(outletId, id)}">${sectionNames[id]}</a>`)
    .join(' ');
  return `<footer class="foot">
<p class="foot__links">${links} <a href="/rss/trang-chu.rss">RSS</a></p>
<p><strong>${sheet.name}</strong> — ${sheet.address}. Điện thoại: (0000) 3 000 000.</p>
<p>${fictionNote}</p></footer>`;
}

const lead = (card: Card) => `<p class="story__lead">${escape(card.lead)}</p>`;

function story(card: Card, placement: Placement, tracking = ''): string {
  const href = card.href + tracking;
  if (placement.size === 'line') {
    return `<li class="line"><a href="${href}">${escape(card.title)}</a></li>`;
  }
  const picture = {
    hero: { width: 640, height: 360 },
    large: { width: 320, height: 180 },
    medium: { width: 240, height: 135 },
    small: { width: 120, height: 68 },
  }[placement.size];
  const heading = placement.size === 'hero' ? 'h2' : 'h3';
  const shown = image(card, picture);
  const title = `<a href="${href}">${escape(card.title)}</a>`;
  return [
    `<article class="story story--${placement.size}">`,
    `<a class="story__picture" href="${href}">${shown}</a>`,
    `<${heading} class="story__title">${title}</${heading}>`,
    `${placement.size === 'medium' ? '' : lead(card)}\n</article>`,
  ].join('');
}

function block(entry: FrontBlock, cards: ReadonlyMap<string, Card>): string {
  const tracking = entry.kind === 'automatic' ? `?itm_source=${entry.id}` : '';
  const parts = entry.items.map((placement) => {
    const card = cards.get(placement.articleId);
    return { size: placement.size, html: card ? story(card, placement, tracking) : '' };
  });
  const stories = parts.filter(({ size }) => size !== 'line').map(({ html }) => html);
  const lines = parts.filter(({ size }) => size === 'line').map(({ html }) => html);
  const list = lines.length > 0 ? `<ul class="lines">${lines.join('')}</ul>` : '';
  const title = entry.label ? `<h2 class="block__title">${entry.label}</h2>` : '';
  return `<section class="block block--${entry.id} block--${entry.kind}" data-block="${entry.id}">${title}
<div class="block__body">${stories.join('')}${list}</div></section>`;
}

const sponsored = `<aside class="block block--sponsored" data-block="tai-tro">
<h2 class="block__title">Thông tin tài trợ</h2><a href="/quang-cao/ngay-hoi-mua-sam" rel="sponsored"><strong>Ngày hội mua sắm cuối tuần tại chợ Bến Gỗ</strong><span>Nội dung do đơn vị quảng cáo cung cấp</span></a>
</aside>`;

function front(visit: Visit, { front: page, cards }: FrontView): string {
  const html = (id: string) => {
    const entry = page.blocks.find((candidate) => candidate.id === id);
    return entry ? block(entry, cards) : '';
  };
  const sections = page.blocks.filter(({ id }) => id.startsWith('muc-'));
  return shell({
    title: `${visit.sheet.name} — Tin tức tỉnh Sông Thanh`,
    description: visit.sheet.motto,
    canonical: `${visit.origin}/`,
    style,
    body: `${header(visit)}<main class="front">
<div class="front__top">${html('tieu-diem')}${html('moi-nhat')}</div><div class="front__middle">
<div class="front__sections">${sections.map((entry) => block(entry, cards)).join('')}</div>
<div class="front__side">${html('doc-nhieu')}${sponsored}</div></div></main>${footer(visit)}`,
  });
}

function structured(visit: Visit, { article, version, title, lead: text }: Card): string {
  const { origin, sheet } = visit;
  const edited = article.versions.filter(({ atMs }) => atMs <= visit.atMs).at(-1) ?? version;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': origin + article.path },
    headline: title,
    description: text,
    image: article.pictures.map(({ path }) => origin + path),
    ...(article.dated && {
      datePublished: isoLocal(article.publishedMs),
      dateModified: isoLocal(edited.atMs),
    }),
    articleSection: sectionNames[article.section],
    inLanguage: 'vi',
    publisher: { '@type': 'NewsMediaOrganization', name: sheet.name, url: `${origin}/` },
  };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}

function figures({ article, version }: Card): string[] {
  return article.pictures.map(({ path, width, height }, index) => {
    const caption = version.draft.captions[index]?.text ?? '';
    return `<figure class="article__figure"><img src="${path}" width="${width}" height="${height}" alt="">
<figcaption>${escape(caption)}</figcaption></figure>`;
  });
}

function body(card: Card, related: readonly Card[]): string {
  const [first = '', ...others] = figures(card);
  const box = related[0]
    ? `<aside class="article__related"><span>Tin liên quan</span><a href="${related[0].href}">${escape(related[0].title)}</a>
</aside>`
    : '';
  const paragraphs = card.version.draft.paragraphs.slice(1).map(({ role, sentences }, index) => {
    const text = escape(sentences.map((sentence) => sentence.text).join(' '));
    const element =
      role === 'subheading'
        ? `<h2>${text}</h2>`
        : role === 'quote'
          ? `<blockquote><p>${text}</p></blockquote>`
          : `<p>${text}</p>`;
    const after = index === 1 ? box : index === 2 ? others.join('') : '';
    return element + after;
  });
  return first + paragraphs.join('\n');
}

function dateline({ article, version }: Card): string {
  if (!article.dated) return '';
  const { publishedMs } = article;
  const edited =
    version.atMs > publishedMs
      ? ` <span class="article__edited">Cập nhật lúc ${clockTime(version.atMs)} ngày ${numericDate(version.atMs)}</span>`
      : '';
  return `<p class="article__meta"><time class="article__time" datetime="${isoLocal(publishedMs)}">${longDate(publishedMs)} ${clockTime(publishedMs)}</time>${edited}
</p>`;
}

function list(title: string, cards: readonly Card[]): string {
  const lines = cards.map(
    (card) => `<li class="line"><a href="${card.href}">${escape(card.title)}</a></li>`,
  );
  return `<section class="block"><h2 class="block__title">${title}</h2>
<ul class="lines">${lines.join('')}</ul></section>`;
}

function article(visit: Visit, { card, related, mostRead }: ArticleView): string {
  const { article: entry } = card;
  const tags = entry.tags.map((tag) => `<li>${escape(tag)}</li>`).join('');
  const section = sectionNames[entry.section] as string;
  return shell({
    title: `${card.title} | ${visit.sheet.name}`,
    description: card.lead,
    canonical: visit.origin + entry.path,
    head: structured(visit, card),
    style,
    body: `${header(visit)}<main class="reading"><article class="article">
<nav class="crumbs"><a href="/">Trang chủ</a> › <a href="${sectionPath(outletId, entry.section)}">${section}</a>
</nav><h1 class="article__title">${escape(card.title)}</h1>${dateline(card)}
<p class="article__sapo">${escape(card.lead)}</p><div class="article__body">${body(card, related)}
</div>
<p class="article__desk">${entry.copyOf ? 'Tin dẫn lại từ báo bạn' : 'Ban Thời sự Báo Sông Thanh'} · <a href="/in${entry.path}" rel="nofollow">Bản in</a>
</p><ul class="article__tags">${tags}</ul></article>
<aside class="reading__side">${list('Đọc nhiều', mostRead)}${list('Cùng chuyên mục', related)}${sponsored}
</aside></main>${footer(visit)}`,
  });
}

function section(visit: Visit, view: SectionView): string {
  const stories = view.cards
    .map((card, index) =>
      story(card, {
        articleId: card.article.id,
        path: card.href,
        title: card.title,
        order: index + 1,
        size: index === 0 ? 'hero' : 'large',
        picture: true,
      }),
    )
    .join('');
  const path = sectionPath(outletId, view.id);
  const pager = Array.from({ length: view.pages }, (_, index) =>
    index + 1 === view.page
      ? `<b>${index + 1}</b>`
      : `<a href="${path}${index === 0 ? '' : `?trang=${index + 1}`}">${index + 1}</a>`,
  ).join('');
  return shell({
    title: `${view.name} | ${visit.sheet.name}`,
    description: `Tin ${view.name} trên ${visit.sheet.name}`,
    canonical: visit.origin + path,
    style,
    body: `${header(visit)}<main class="listing"><h1 class="listing__title">${view.name}</h1>
<div class="listing__stories">${stories}</div><p class="pager">${pager}</p>
</main>${footer(visit)}`,
  });
}

/** The newspaper: broadsheet, serif, JSON-LD. */
export const newspaperTheme: Theme = {
  front,
  article,
  section,
  plain: (visit, page) =>
    shell({
      title: `${page.title} | ${visit.sheet.name}`,
      description: page.title,
      canonical: visit.origin + page.path,
      style,
      body: `${header(visit)}<main class="listing">
<h1 class="listing__title">${escape(page.title)}</h1>${page.html}</main>${footer(visit)}`,
    }),
};
