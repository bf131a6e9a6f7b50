import type { Measure } from './measure.ts';

/** 1 for each person with a counted mention: the numerator of frequency. */
export const frequencyItems: Measure = {
  id: 'frequency.items',
  version: 1,
  unit: 'items',
  definition: {
    vi: 'Bài có ít nhất một lần nhắc được tính tới người này (tính trọn bài cho mỗi người).',
    en:
      'The item has at least one counted mention of the person (it counts whole ' +
      'for each person).',
  },
  measure: ({ persons }) =>
    persons.map(({ personId, mentions }) => ({ personId, value: 1, evidence: { mentions } })),
};

/** 1/n, so that an item counts once however many people it mentions. */
export const frequencyFractional: Measure = {
  id: 'frequency.items-fractional',
  version: 1,
  unit: 'share',
  definition: {
    vi: 'Phần của bài thuộc về người này: 1 chia cho số người được nhắc tới trong bài.',
    en: 'The share of the item that is the person’s: 1 divided by the persons counted in the item.',
  },
  measure: ({ persons }) =>
    persons.map(({ personId, fraction }) => ({
      personId,
      value: fraction,
      evidence: { persons: persons.length },
    })),
};

/** Counted mentions: headline, text and captions together. */
export const frequencyMentions: Measure = {
  id: 'frequency.mentions',
  version: 1,
  unit: 'mentions',
  definition: {
    vi:
      'Số lần nhắc được tính (không kể chưa chắc chắn hoặc nói tới cơ quan), gồm ' +
      'tiêu đề, nội dung và chú thích ảnh.',
    en: 'Counted mentions (neither uncertain nor institutional), in headline, text and captions.',
  },
  measure: ({ persons, mentions }) =>
    persons.map(({ personId, mentions: value }) => ({
      personId,
      value,
      evidence: {
        spans: mentions
          .filter((mention) => mention.counted && mention.personId === personId)
          .map(({ field, start, end }) => [field, start, end]),
      },
    })),
};
