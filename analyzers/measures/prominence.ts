import type { Measure } from './measure.ts';

/** Where the person first appears. */
export const prominenceFirstPlace: Measure = {
  id: 'prominence.first-place',
  version: 1,
  unit: 'category',
  definition: {
    vi:
      'Vị trí đầu tiên nhắc tới người này: tiêu đề, sapo, đoạn đầu, một phần ba ' +
      'đầu, phần sau hoặc chỉ chú thích ảnh.',
    en:
      'First place of the person: headline, standfirst, first paragraph, first ' +
      'third, later or caption only.',
  },
  measure: ({ persons }) =>
    persons.map(({ personId, firstPlace, firstOffset }) => ({
      personId,
      value: firstPlace,
      evidence: { firstOffset },
    })),
};

/** How far into the text the first mention stands. */
export const prominenceFirstOffset: Measure = {
  id: 'prominence.first-offset',
  version: 1,
  unit: 'offset',
  definition: {
    vi:
      'Khoảng cách (ký tự) từ đầu nội dung tới lần nhắc đầu tiên; không có nếu chỉ ở ' +
      'tiêu đề hoặc chú thích ảnh.',
    en:
      'Characters from the start of the text to the first mention; none where only ' +
      'the headline or a caption has one.',
  },
  measure: ({ persons, layout }) =>
    persons.map(({ personId, firstOffset }) => ({
      personId,
      value: firstOffset,
      evidence: { characters: layout.text.length },
    })),
};

/** Share of paragraphs that mention the person. */
export const prominenceParagraphShare: Measure = {
  id: 'prominence.paragraph-share',
  version: 1,
  unit: 'share',
  definition: {
    vi: 'Tỷ lệ số đoạn văn có nhắc tới người này.',
    en: 'Share of the paragraphs that mention the person.',
  },
  measure: ({ persons, layout }) =>
    persons.map(({ personId, paragraphShare }) => ({
      personId,
      value: paragraphShare,
      evidence: { paragraphs: layout.paragraphs.length },
    })),
};
