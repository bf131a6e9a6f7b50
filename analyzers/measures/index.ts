import type { Measurement } from '../../src/domain/index.ts';
import { lengthColumnInches } from './column-inches.ts';
import { frequencyFractional, frequencyItems, frequencyMentions } from './frequency.ts';
import { lengthCharacters, lengthParagraphs, lengthPictures, lengthWords } from './length.ts';
import type { Measure, MeasureInput } from './measure.ts';
import {
  prominenceFirstOffset,
  prominenceFirstPlace,
  prominenceParagraphShare,
} from './prominence.ts';

export type { Measure, MeasureInput } from './measure.ts';

/**
 * All measures, in the order of METHOD.md. A new one is a file (or an entry in its family's) and a
 * line here.
 */
export const measures: readonly Measure[] = [
  frequencyItems,
  frequencyFractional,
  frequencyMentions,
  lengthWords,
  lengthCharacters,
  lengthParagraphs,
  lengthPictures,
  lengthColumnInches,
  prominenceFirstPlace,
  prominenceFirstOffset,
  prominenceParagraphShare,
];

/** Runs every measure over one item. */
export function measureItem(input: MeasureInput): Measurement[] {
  return measures.flatMap(({ id, version, unit, measure }) =>
    measure(input).map((value) => ({ measure: id, version, unit, ...value })),
  );
}
