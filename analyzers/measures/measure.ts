import type {
  AnalyzableItem,
  Measurement,
  Mention,
  PersonInItem,
  Reason,
  Unit,
} from '../../src/domain/index.ts';
import type { ItemLayout } from '../layout.ts';

/** What a measure may read. */
export interface MeasureInput {
  readonly item: AnalyzableItem;
  readonly layout: ItemLayout;
  readonly mentions: readonly Mention[];
  readonly persons: readonly PersonInItem[];
}

/** One value of a measure with what shows it. */
export type MeasuredValue = Pick<Measurement, 'personId' | 'value' | 'evidence'>;

/** A measure: one definition, one version, one unit. A change of definition raises the version. */
export interface Measure {
  readonly id: string;
  readonly version: number;
  readonly unit: Unit;
  /** One sentence, in both languages. */
  readonly definition: Reason;
  readonly measure: (input: MeasureInput) => readonly MeasuredValue[];
}
