import type { AnalyzableItem, MentionField } from '../../src/domain/index.ts';
import type { PreparedText } from '../text/prepare.ts';
import type { Detection, Detector } from './detector.ts';
import { readField } from './field-reader.ts';
import { fullNames } from './full-names.ts';
import { givenNames } from './given-names.ts';
import { readContext } from './item-context.ts';
import { misprintedNames } from './misprinted-names.ts';
import type { RegisterIndex } from './register-index.ts';
import { titlesAlone } from './titles-alone.ts';

export type { Detection, Detector } from './detector.ts';
export { mentionsOf } from './mentions.ts';
export { createNameMatcher, type NameHit, type NameMatcher } from './name-matcher.ts';
export { indexRegister, type RegisterIndex } from './register-index.ts';

/**
 * The ordered list that is the method: each step uses what those before it found. A new one is a
 * file and a line here.
 */
export const detectors: readonly Detector[] = [fullNames, misprintedNames, givenNames, titlesAlone];

/** A field of an item, made ready, and the register to read it with. */
export interface PreparedField {
  readonly field: MentionField;
  readonly prepared: PreparedText;
  readonly index: RegisterIndex;
}

/** Runs every detector, in order, over the fields of an item. */
export function detect(item: AnalyzableItem, fields: readonly PreparedField[]): Detection {
  const readings = fields.map(({ field, prepared, index }) => readField(field, prepared, index));
  const context = readContext(item, readings);
  let found: Detection = {
    context,
    readings,
    names: [],
    near: [],
    shorts: [],
    titles: [],
    others: [],
  };
  for (const detector of detectors) found = detector.detect(found);
  return found;
}
