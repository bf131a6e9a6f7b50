import type { LengthMeasures } from '../../db/index.ts';

/** The measures whose sums are figures. */
export const defaultMeasures: LengthMeasures = {
  words: 'length.words',
  columnInches: 'length.column-inches',
};
