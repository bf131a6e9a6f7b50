import { spansWith } from '../layout.ts';
import type { Measure } from './measure.ts';

/** Words of the item's text and, of each person, of the sentences that mention them. */
export const lengthWords: Measure = {
  id: 'length.words',
  version: 1,
  unit: 'words',
  definition: {
    vi:
      'Số từ Unicode (trong tiếng Việt là âm tiết) của bài; với mỗi người, của các ' +
      'câu nhắc tới họ.',
    en:
      'Unicode words (in Vietnamese: syllables) of the item; of a person, of the ' +
      'sentences that mention them.',
  },
  measure: ({ layout, persons, mentions }) => [
    { personId: null, value: layout.words, evidence: { titleWords: layout.titleWords } },
    ...persons.map(({ personId, words }) => ({
      personId,
      value: words,
      evidence: { sentences: sentencesOfPerson(personId, { layout, mentions }) },
    })),
  ],
};

/** Starts and ends of the sentences that mention a person: the evidence of their length. */
export function sentencesOfPerson(
  personId: string,
  { layout, mentions }: Pick<Parameters<Measure['measure']>[0], 'layout' | 'mentions'>,
): [number, number][] {
  const offsets = mentions
    .filter(
      (mention) => mention.counted && mention.field === 'text' && mention.personId === personId,
    )
    .map(({ start }) => start);
  return spansWith(layout.sentences.text, offsets).map(({ start, end }) => [start, end]);
}

/** Characters of the text (UTF-16 units of its NFC form, line breaks included). */
export const lengthCharacters: Measure = {
  id: 'length.characters',
  version: 1,
  unit: 'characters',
  definition: {
    vi: 'Số ký tự của bài (đơn vị UTF-16 dạng NFC, kể cả dấu cách và xuống dòng).',
    en: 'Characters of the item (UTF-16 units of the NFC text, spaces and line breaks included).',
  },
  measure: ({ layout }) => [{ personId: null, value: layout.text.length, evidence: {} }],
};

/** Paragraphs of the text that are not empty. */
export const lengthParagraphs: Measure = {
  id: 'length.paragraphs',
  version: 1,
  unit: 'paragraphs',
  definition: {
    vi: 'Số đoạn văn không rỗng của bài.',
    en: 'Paragraphs of the item that are not empty.',
  },
  measure: ({ layout }) => [{ personId: null, value: layout.paragraphs.length, evidence: {} }],
};

/** Pictures the extractor found; unknown where it did not say. */
export const lengthPictures: Measure = {
  id: 'length.pictures',
  version: 1,
  unit: 'pictures',
  definition: {
    vi: 'Số ảnh trong bài; không rõ nếu phần trích xuất không ghi nhận.',
    en: 'Pictures in the item; unknown where the extraction did not record any list.',
  },
  measure: ({ item, layout }) => [
    {
      personId: null,
      value: item.pictures === undefined ? null : item.pictures.length,
      evidence: { captions: layout.captions.length },
    },
  ],
};
/** Words counted by the shared rule; here so that others measure alike. */
