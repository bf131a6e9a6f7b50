import { sentencesOfPerson } from './length.ts';
import type { Measure } from './measure.ts';

/** Version 1 of the reference typesetting: an inch of column is 7 lines of 33 characters. */
export const referenceTypesetting = { version: 1, charactersPerLine: 33, linesPerInch: 7 } as const;

/** Lines a text fills: words are not divided, a longer word fills lines of its own; each paragraph starts a line. */
export function referenceLines(text: string): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += paragraphLines(paragraph);
  return lines;
}

function paragraphLines(paragraph: string): number {
  const { charactersPerLine } = referenceTypesetting;
  let lines = 0;
  let filled = charactersPerLine + 1;
  for (const word of paragraph.split(/\s+/)) {
    if (word === '') continue;
    const length = word.length;
    if (filled + 1 + length <= charactersPerLine) {
      filled += 1 + length;
      continue;
    }
    lines += Math.max(1, Math.ceil(length / charactersPerLine));
    filled = length % charactersPerLine || Math.min(length, charactersPerLine);
  }
  return lines;
}

/** Column inches of a text, two decimals. */
export function columnInches(text: string): number {
  return Math.round((referenceLines(text) / referenceTypesetting.linesPerInch) * 100) / 100;
}

/** Reference column inches of the item and of each person's sentences. */
export const lengthColumnInches: Measure = {
  id: 'length.column-inches',
  version: 1,
  unit: 'column-inches',
  definition: {
    vi: 'Inch cột quy chiếu: một inch là 7 dòng, mỗi dòng 33 ký tự; với mỗi người, tính các câu nhắc tới họ.',
    en: 'Reference column inches: an inch is 7 lines of 33 characters; of a person, their sentences set as one text.',
  },
  measure: ({ layout, persons, mentions }) => [
    {
      personId: null,
      value: columnInches(layout.text),
      evidence: { lines: referenceLines(layout.text), typesetting: referenceTypesetting.version },
    },
    ...persons.map(({ personId }) => {
      const spans = sentencesOfPerson(personId, { layout, mentions });
      const text = spans.map(([start, end]) => layout.text.slice(start, end)).join(' ');
      return {
        personId,
        value: columnInches(text),
        evidence: { lines: referenceLines(text), typesetting: referenceTypesetting.version },
      };
    }),
  ],
};
