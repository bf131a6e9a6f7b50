import { Character, characterClasses } from '../text/characters.ts';
import { sentencesOfPerson } from './length.ts';
import type { Measure } from './measure.ts';

/** Version 1 of the reference typesetting: an inch of column is 7 lines of 33 characters. */
export const referenceTypesetting = { version: 1, charactersPerLine: 33, linesPerInch: 7 } as const;

const lineFeed = 0x0a;

/**
 * Lines a text fills: words are not divided, a longer word fills lines of its own; each paragraph
 * starts a line.
 */
function referenceLines(text: string): number {
  const { charactersPerLine } = referenceTypesetting;
  const classes = characterClasses();
  let lines = 0;
  let filled: number = charactersPerLine;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : lineFeed;
    const kind = classes[unit];
    if (kind !== Character.space && kind !== Character.line) continue;
    const length = at - start;
    start = at + 1;
    if (length > 0 && filled + 1 + length <= charactersPerLine) filled += 1 + length;
    else if (length > 0) {
      lines += Math.ceil(length / charactersPerLine);
      filled = length % charactersPerLine || charactersPerLine;
    }
    if (unit === lineFeed) filled = charactersPerLine;
  }
  return lines;
}

function inchesWithEvidence(text: string) {
  const lines = referenceLines(text);
  return { value: inchesOf(lines), evidence: { lines, typesetting: referenceTypesetting.version } };
}

function inchesOf(lines: number): number {
  return Math.round((lines / referenceTypesetting.linesPerInch) * 100) / 100;
}

/** Column inches of a text, two decimals. */
export function columnInches(text: string): number {
  return inchesOf(referenceLines(text));
}

/** Reference column inches of the item and of each person's sentences. */
export const lengthColumnInches: Measure = {
  id: 'length.column-inches',
  version: 1,
  unit: 'column-inches',
  definition: {
    vi:
      'Inch cột quy chiếu: một inch là 7 dòng, mỗi dòng 33 ký tự; với mỗi người, ' +
      'tính các câu nhắc tới họ.',
    en:
      'Reference column inches: an inch is 7 lines of 33 characters; of a person, ' +
      'their sentences set as one text.',
  },
  measure: ({ layout, persons, mentions }) => [
    {
      personId: null,
      ...inchesWithEvidence(layout.text),
    },
    ...persons.map(({ personId }) => {
      const spans = sentencesOfPerson(personId, { layout, mentions });
      const text = spans.map(([start, end]) => layout.text.slice(start, end)).join(' ');
      return { personId, ...inchesWithEvidence(text) };
    }),
  ],
};
