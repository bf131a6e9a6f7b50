import type { CorrectedFigures, FigureSet } from '../domain/index.ts';

/** Corrected figures as a page can show them. */
export type Corrected =
  /** No review here, or an audit that is still too small: `audited` of `needed` items. */
  | { readonly state: 'raw'; readonly audited: number; readonly needed: number | null }
  | {
      readonly state: 'ready';
      readonly audited: number;
      readonly persons: ReadonlyMap<string, CorrectedFigures>;
    };

/** What a page is drawn with where nobody reviews. */
export const notCorrected: Corrected = { state: 'raw', audited: 0, needed: null };

/** The corrected figures that stand beside the raw ones of a set. */
export function correctedOf({ audit, persons }: FigureSet): Corrected {
  if (!audit) return notCorrected;
  const corrected = new Map(
    persons.flatMap((person) =>
      person.corrected ? [[person.personId, person.corrected] as const] : [],
    ),
  );
  const { audited, needed } = audit;
  if (corrected.size === 0) return { state: 'raw', audited, needed };
  return { state: 'ready', audited, persons: corrected };
}
