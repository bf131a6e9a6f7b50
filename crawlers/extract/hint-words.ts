// What the words of class names and ids say about an element, on the sites of any country.

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

const vocabulary = new Map<string, number>();

/** `words` are separated by spaces; `comments?` stands for both numbers. */
function teach(flag: number, words: string): void {
  for (const word of words.trim().split(/\s+/)) {
    const forms = word.endsWith('?') ? [word.slice(0, -1), word.slice(0, -2)] : [word];
    for (const form of forms) vocabulary.set(form, (vocabulary.get(form) ?? 0) | flag);
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

/** What each word, or run of words joined by hyphens, of a class or id says. */
export const hintWords: ReadonlyMap<string, number> = vocabulary;
