import type { FieldReading } from './field-reader.ts';
import type { ItemContext } from './item-context.ts';
import type { NearName } from './near-names.ts';
import type { OtherOccurrence } from './people.ts';
import type { ShortName, ShortResolution } from './short-names.ts';
import type { JudgedOccurrence } from './support.ts';
import type { TitleResolution } from './title-only.ts';

/** Everything detected in an item, before it is written as mentions. */
export interface Detection {
  readonly context: ItemContext;
  readonly readings: readonly FieldReading[];
  readonly names: readonly JudgedOccurrence[];
  readonly near: readonly NearName[];
  readonly shorts: readonly ResolvedShort[];
  readonly titles: readonly ResolvedTitle[];
  /** Full names of people not in the register, to tell an attendance list. */
  readonly others: readonly OtherOccurrence[];
}

/** A short name and whose it is. */
export interface ResolvedShort {
  readonly short: ShortName;
  readonly resolution: ShortResolution;
}

/** A title without a name and whose it is. */
export interface ResolvedTitle {
  readonly reading: FieldReading;
  readonly resolution: TitleResolution;
}

/**
 * One step of the method: takes what the steps before it found, answers the same with its own
 * findings. Pure.
 */
export interface Detector {
  /** As the codebook (analyzers/README.md) names the step. */
  readonly id: string;
  readonly detect: (found: Detection) => Detection;
}
