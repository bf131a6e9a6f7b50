import { AttributeCursor } from './attributes.ts';
import type { Page } from './scan.ts';
import { HEADING, TAG, tagFlags, tagName } from './tags.ts';

/** The element never holds text of the article: navigation, comments, related stories, sharing … */
export const ASIDE = 1;
/** Not shown to readers of the page. */
export const HIDDEN = 2;
export const CAPTION = 4;
export const STANDFIRST = 8;
/** Named as the article's body. */
export const BODY = 16;
/** Byline, date line, reading time: about the article, not of it. */
export const BYLINE = 32;
/** A headline or title by name. */
export const TITLE = 64;
/** Named as the place of publication time. */
export const DATE = 128;
/** Names that mean an aside on most sites but wrap whole articles on some. */
export const MAYBE_ASIDE = 256;
/** A card of another story: teasers stand in rows of them. */
export const CARD = 512;
export const QUOTE = 1024;
/** A list of steps to other parts of this page. */
export const CONTENTS = 2048;
/** Named as navigation, sharing or the like: an aside unless it turns out to be running text. */
export const NAVIGATION = 4096;
/** Named as comments or as a question for consent: however much text it has. */
export const NEVER = 16384;

/** What each word, or run of up to four words, of a class or id says. */
const vocabulary = new Map<string, number>();
/** How many words the longest run has that begins with a word: hardly any word begins one. */
const runWords = new Map<string, number>();

/** `words` are separated by spaces; `comments?` stands for both numbers. */
function teach(flag: number, words: string): void {
  for (const word of words.trim().split(/\s+/)) {
    const forms = word.endsWith('?') ? [word.slice(0, -1), word.slice(0, -2)] : [word];
    for (const form of forms) {
      vocabulary.set(form, (vocabulary.get(form) ?? 0) | flag);
      const parts = form.split('-');
      const first = parts[0] ?? form;
      runWords.set(first, Math.max(runWords.get(first) ?? 0, parts.length));
    }
  }
}

teach(
  ASIDE,
  `
  comments? comentarios? kommentare? commentaires? discussion disqus respond replies binhluan
  relate relation relations lien-quan bai-lien-quan cung-chuyen-muc doc-them xem-them
  related relateds relate recommend recommended recommendations? recommends recirc recirculation
  outbrain taboola lienquan lien-quan tinlienquan tin-lien-quan tinkhac tin-khac
  baiviet-lienquan readmore read-more seealso see-also also-read morefrom more-from more-stories
  more-news next-up upnext up-next morenews othernews other-news tinmoi most popular mostread
  mostviewed most-viewed mostpopular trending tin-moi tin-noi-bat doc-nhieu docnhieu xem-nhieu
  xemnhieu topics? newsletters? subscribe subscription signup sign-up mailing optin opt-in
  mailchimp cookies? consent gdpr cmp onetrust footer foot colophon copyright copyrights sidebar
  side-bar sidebars sidecol rightcol right-rail rightrail rail ads? adv advert adverts
  advertisement advertising adsbygoogle adslot adbox banner banners sponsor sponsored sponsors
  promo promos promotion promoted cta ctas callout-cta call-to-action affiliate-disclosure
  author-box authorbox author-bio authorbio author-info about-author about-the-author
  author-profile paygate gate offer-box subscription-box article-gate barrier bio-box post-author-box modal popup pop-up overlay lightbox dialog tooltip
  login log-in signin sign-in paywall regwall rating ratings vote votes polls? survey feedback
  helpful print-only skip skip-link skiplink screen-reader-text visually-hidden visuallyhidden
  sr-only weather lottery widgetarea widget-area sidebar-widget source-link bottom-info
  jp-relatedposts crp yarpp wp-block-latest-posts prev-next post-navigation nextprev next-prev
  prevnext twitter-tweet instagram-media tiktok-embed fb-post tracking breaking-news-ticker
  ticker hotline jobs-widget
`,
);

teach(
  NEVER,
  `
  comments? comentarios? kommentare? leserkommentare commentaires? disqus binhluan comment-list
  commentlist cookies? consent gdpr dsgvo cmp onetrust cookiebot usercentrics borlabs cmplz
  klaro didomi privacy-popup privacy-banner privacy-notice privacy-manager sp-message-container
  qc-cmp2 fc-consent-root tarteaucitron iubenda truste termly axeptio amp-consent
`,
);
teach(
  NAVIGATION,
  `
  share shares sharing sharebar sharebox shareblock sharetools social socials socialmedia
  addtoany sharedaddy addthis breadcrumbs? crumbs? pagination paginate pager pagenav page-links
  nav navs navbar navigation navi menus? submenu megamenu topbar toolbar tool-bar tags taglist
  tag-list tagcloud tag-cloud tags-links post-tags article-tags keywords? tagbox box-tag
`,
);
teach(
  HIDDEN,
  `
  sr-only screen-reader-text visually-hidden visuallyhidden screenreader screen-reader u-hidden
  is-hidden hide-text element-invisible print-only d-none hidden-text assistive-text
`,
);

teach(
  MAYBE_ASIDE,
  `
  aside side secondary complementary extra teasers? toolbox tools buttons btns utility utilities
  kicker eyebrow topline overline dachzeile cintillo antetitulo surtitre
  byline bylines dateline disclaimer disclosure author authors
`,
);

teach(
  BYLINE,
  `
  byline bylines dateline by-line author authors author-name article-author post-author
  post-meta entry-meta article-meta meta-info postmeta entrymeta posted-on posted-by published
  pubdate publish-date publishdate post-date postdate article-date entry-date read-time
  reading-time readtime readingtime timestamp last-updated updated-date contributor contributors
  credits? source-author tac-gia tacgia author-source
`,
);

teach(
  CAPTION,
  `
  caption captions figcaption wp-caption-text image-caption photo-caption img-caption photocms
  photo-desc image-desc image-credit photo-credit photocredit img-credit image-meta desc-img
  imgcaption piccaption pic-caption media-caption image-source image-copyright media-credit
  expnocms chu-thich chuthich chu-thich-anh chuthichanh chu-thich-hinh
`,
);

teach(
  STANDFIRST,
  `
  chappeau cms-desc post-summary sapo standfirst lead lede leads article-lead dek deck chapeau subhead subheadline sub-headline
  subheading sub-heading subtitle sub-title strapline intro article-intro kicker-text summary
  article-summary excerpt article-description post-excerpt entry-summary ingress preamble
  abstract teaser-text tomtat tom-tat article-desc article-subhead post-subtitle news-lead
`,
);

teach(
  BODY,
  `
  art-body articlebody article-body article-content articlecontent article-text articletext article-main
  article-detail entry-content entrycontent entry-body post-content postcontent post-body
  postbody post-text story-body storybody story-content storycontent story-text body-content
  content-body main-content-body detail-content detailcontent content-detail contentdetail
  news-content newscontent news-body news-detail rich-text richtext rte prose fck-detail
  blog-content blogcontent blog-post-content body-text bodytext text-body textbody
  article-page-content singular-content maincontent noidung noi-dung cms-body knc-content
  page-content single-content td-post-content article-copy wysiwyg markdown
`,
);

teach(
  TITLE,
  `title headline article-title post-title entry-title tieude tieu-de newstitle news-title
  title-detail detail-title titledetail tieu-de-tin`,
);
teach(
  DATE,
  `
  date time datetime pubdate published publish publish-date post-date postdate entry-date
  article-date timestamp posted-on ngay thoi-gian ngaydang dateline datum fecha published-date
  publication-date created post-created submitted posted
`,
);
teach(
  CARD,
  `
  card cards teaser teasers tile tiles post-item postitem news-item newsitem article-item
  story-card storycard grid-item carousel swiper slick slider list-item item-news box-item
  story-item listing
`,
);
teach(QUOTE, 'pullquote pull-quote blockquote quote');
teach(
  CONTENTS,
  'toc table-of-contents contents-list ez-toc-container lwptoc tableofcontents toc-container',
);

/** Class names of page builders and of states: they say nothing about the content. */
const EMPTY_NAME = new RegExp(
  // A bracket opens a rule for other elements: "[&>figcaption]:mt-2".
  '^\\[|^(?:elementor|has|with|without|no|not|js|is|wp-image|et_pb|vc|wpb|sqs|tve|brxe|bde)[-_]|' +
    // Utility classes say how it looks: "tracking-tight", "lg:shadow-card", "prose-headings:mt-4".
    '(?:^|:)-?(?:tracking|shadow|bg|border|rounded|ring|divide|outline|animate|duration|delay)-',
  'i',
);
/** WordPress writes a post's categories and tags into its class list. */
const POST_TERM = /^(?:category|tag|author|post|format|status|type)-/i;
/** `widget_recent` on its own is a box beside the text; `x-widget` may be anything. */
const WIDGET = /^widget(?:s|[-_]|$)/i;

/** `articleBody__main_text` → `article-body-main-text`. */
function normalizeName(name: string): string {
  if (WIDGET.test(name)) return 'widgetarea';
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

function wordEnd(name: string, from: number): number {
  const dash = name.indexOf('-', from);
  return dash < 0 ? name.length : dash;
}

function readName(raw: string): number {
  if (EMPTY_NAME.test(raw)) return 0;
  const name = normalizeName(raw);
  let flags = 0;
  let start = 0;
  while (start < name.length) {
    let end = wordEnd(name, start);
    const next = end + 1;
    let word = name.slice(start, end);
    for (let words = runWords.get(word) ?? 0; words > 0; words--) {
      flags |= vocabulary.get(word) ?? 0;
      if (end === name.length) break;
      end = wordEnd(name, end + 1);
      word = name.slice(start, end);
    }
    start = next;
  }
  return flags;
}

// Sites repeat their class names on every page: the readings are kept, but never many.
const CACHE_LIMIT = 32_768;
const NAME_LIMIT = 80;
const cache = new Map<string, number>();

function nameFlags(name: string): number {
  const known = cache.get(name);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const flags = readName(name);
  // A slice of a page would keep the whole page in memory: a text of its own is kept.
  cache.set(` ${name}`.slice(1), flags);
  return flags;
}

/** Most names of one element that are looked at: utility classes come in dozens. */
const NAMES_LIMIT = 40;

// Whole lists repeat as names do, in rows of the same boxes above all.
const LIST_LIMIT = 160;
const lists = new Map<string, number>();

function listFlags(value: string): number {
  if (value.length > LIST_LIMIT) return readList(value);
  const known = lists.get(value);
  if (known !== undefined) return known;
  if (lists.size >= CACHE_LIMIT) lists.clear();
  const flags = readList(value);
  lists.set(` ${value}`.slice(1), flags);
  return flags;
}

function readList(value: string): number {
  const isPost = value.includes('hentry') || value.includes('status-publish');
  let flags = 0;
  let start = 0;
  for (let count = 0; count < NAMES_LIMIT && start < value.length; count++) {
    let end = value.indexOf(' ', start);
    if (end < 0) end = value.length;
    const name = value.slice(start, Math.min(end, start + NAME_LIMIT));
    if (end > start && !(isPost && POST_TERM.test(name))) flags |= nameFlags(name);
    start = end + 1;
  }
  return flags;
}

/** A heading's words as an id: "1-how-popular-are-these-tools". */
const SLUG = /^([^-_]{1,40})(?:[-_][^-_]{1,40}){4,}$/;

function idFlags(value: string): number {
  const slug = value.length > 24 ? SLUG.exec(value) : null;
  return listFlags(slug?.[1] ?? value);
}

const ROLE_FLAGS: ReadonlyMap<string, number> = new Map([
  ['navigation', ASIDE],
  ['complementary', MAYBE_ASIDE],
  ['contentinfo', ASIDE],
  ['search', ASIDE],
  ['dialog', ASIDE],
  ['alertdialog', ASIDE],
  ['menu', ASIDE],
  ['menubar', ASIDE],
  ['tooltip', ASIDE],
]);

const ITEMPROP_FLAGS: ReadonlyMap<string, number> = new Map([
  ['articlebody', BODY],
  ['headline', TITLE],
  ['author', BYLINE],
  ['datepublished', BYLINE | DATE],
  ['datemodified', BYLINE],
  ['caption', CAPTION],
  ['comment', ASIDE],
]);

const TAG_FLAGS = new Map<number, number>([
  [TAG.nav, ASIDE],
  [TAG.footer, ASIDE],
  [TAG.menu, ASIDE],
  [TAG.button, ASIDE],
  [TAG.select, ASIDE],
  [TAG.head, HIDDEN],
  [TAG.aside, MAYBE_ASIDE],
  [TAG.address, BYLINE],
  [TAG.time, BYLINE | DATE],
  [TAG.figcaption, CAPTION],
  [TAG.blockquote, QUOTE],
]);

/** What a tag says without any name. */
export function hintsOfTag(tag: number): number {
  return TAG_FLAGS.get(tag) ?? 0;
}

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

// React streams parts of a page into hidden boxes and moves them into place by script.
const SHOWN_LATER = 8192;
const STREAMED = /^S:[\da-f]+$/;

function attributeHints(name: string, value: string): number {
  switch (name) {
    case 'class':
      return listFlags(value);
    case 'id':
      return idFlags(value) | (STREAMED.test(value) ? SHOWN_LATER : 0);
    case 'role':
      return ROLE_FLAGS.get(value.toLowerCase()) ?? 0;
    case 'itemprop':
      return ITEMPROP_FLAGS.get(value.toLowerCase().trim()) ?? 0;
    case 'hidden':
      return HIDDEN;
    case 'aria-hidden':
      return value === 'true' ? HIDDEN : 0;
    case 'style':
      return HIDDEN_STYLE.test(value.slice(0, 400)) ? HIDDEN : 0;
    default:
      return 0;
  }
}

/** First letters of the attributes above, as character codes in lower case. */
const FIRST_LETTERS = new Set(['c', 'i', 'r', 'h', 'a', 's'].map((letter) => letter.charCodeAt(0)));

function isHeadingTag(tag: number): boolean {
  return ((tagFlags[tag] ?? 0) & HEADING) !== 0;
}

/** The heading of a part that opens on a click is a button, around the heading or inside it. */
function isHeadingButton(page: Page, button: number): boolean {
  if (isHeadingTag(page.tag[page.parent[button] as number] as number)) return true;
  const end = Math.min(page.subtreeEnd[button] as number, button + 6);
  for (let inner = button + 1; inner < end; inner++) {
    if (isHeadingTag(page.tag[inner] as number)) return true;
  }
  return false;
}

/** What an element's tag, class, id, role and other attributes say about its content. */
export function elementHints(page: Page, element: number): number {
  const tag = page.tag[element] as number;
  const flags = tag === TAG.button && isHeadingButton(page, element) ? 0 : hintsOfTag(tag);
  const length = (page.tagEnd[element] as number) - (page.tagStart[element] as number);
  // Most tags are bare.
  return length <= tagName(tag).length + 3 ? flags : namedHints(page, element, flags);
}

function namedHints(page: Page, element: number, ofTag: number): number {
  const { html } = page;
  let flags = ofTag;
  // The id of a heading is its own words, for links to it: "opt-in-systems", "popular-tools".
  const tag = page.tag[element] as number;
  const isHeading = isHeadingTag(tag);
  const cursor = new AttributeCursor(page, element);
  while (cursor.next()) {
    const length = cursor.nameEnd - cursor.nameStart;
    if (length > 11 || !FIRST_LETTERS.has(html.charCodeAt(cursor.nameStart) | 32)) continue;
    if (isHeading && length === 2) continue;
    const name = html.slice(cursor.nameStart, cursor.nameEnd).toLowerCase();
    flags |= attributeHints(name, html.slice(cursor.valueStart, cursor.valueEnd));
  }
  // Words inside a line are never the body, whatever part of a page their names come from.
  if (tag === TAG.span || tag === TAG.a) flags &= ~BODY;
  return flags & SHOWN_LATER ? flags & ~(HIDDEN | SHOWN_LATER) : flags;
}
