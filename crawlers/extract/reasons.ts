import type { ArticleReason, ArticleReasonCode, Bilingual } from '../../src/domain/index.ts';

/** What speaks for and against a reading, for those who look after outlets. */
const words: Readonly<Record<ArticleReasonCode, Bilingual>> = {
  'no-text': { vi: 'trang không có chữ nào của bài', en: 'no text was found on the page' },
  'short-text': { vi: 'bài rất ngắn', en: 'the text is very short' },
  selectors: { vi: 'khớp bộ chọn của cơ quan báo chí', en: "the outlet's selectors matched" },
  'layout-missed': {
    vi: 'bộ chọn của cơ quan báo chí cho phần thân bài không khớp gì',
    en: "the outlet's selectors for the body matched nothing",
  },
  named: {
    vi: 'trang gọi phần này là bài báo',
    en: 'the page names the element as its article',
  },
  unnamed: { vi: 'không phần nào được gọi là bài báo', en: 'no element is named as the article' },
  'text-elsewhere': {
    vi: 'nhiều chữ của trang nằm ở chỗ khác',
    en: 'much text of the page lies elsewhere',
  },
  'declared-agrees': {
    vi: 'khớp với thân bài khai báo trong JSON-LD',
    en: 'the body declared in JSON-LD agrees',
  },
  'declared-differs': {
    vi: 'khác với thân bài khai báo trong JSON-LD',
    en: 'the body declared in JSON-LD differs',
  },
  'no-title': { vi: 'không thấy tiêu đề', en: 'no title was found' },
};

/** A reason by its code, with its words in both languages. */
export function articleReason(code: ArticleReasonCode): ArticleReason {
  return { code, ...words[code] };
}
