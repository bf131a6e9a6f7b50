import type { Mention, PersonInItem } from './mention.ts';

export type Unit =
  | 'words'
  | 'characters'
  | 'paragraphs'
  | 'pictures'
  | 'column-inches'
  | 'items'
  | 'mentions'
  | 'share'
  | 'seconds'
  | 'offset'
  | 'category';

/** One measured value with its method; `personId` null where it is the item's own. */
export interface Measurement {
  /** Id in the list of measures, e.g. `length.words`. */
  readonly measure: string;
  readonly version: number;
  readonly unit: Unit;
  readonly personId: string | null;
  /** null = unknown (a gap), never to be read as 0. */
  readonly value: number | string | null;
  /** What shows it: spans, counts or words; small and JSON-safe. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** All that `analyze` says of one item. */
export interface ItemAnalysis {
  readonly id: string;
  readonly methodVersion: string;
  readonly language: string;
  readonly mentions: readonly Mention[];
  readonly persons: readonly PersonInItem[];
  readonly measures: readonly Measurement[];
}
