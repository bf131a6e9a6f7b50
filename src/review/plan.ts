import { type CorrectionInput, correctFigures } from './correct.ts';

/** How many more items to audit for figures of a wanted sharpness. */
export interface CodingPlan {
  /** Widest half interval now among the persons planned for, 0–1. */
  readonly halfWidth: number;
  /** The wanted one, 0–1. */
  readonly wanted: number;
  /** Items to audit beyond those read; 0 if it is sharp enough; null if no number is. */
  readonly more: number | null;
}

/** Draws of a plan: it need not be sharper than to ten codings. */
const draws = 300;

function halfWidth(input: CorrectionInput, personIds: readonly string[]): number {
  const widths = correctFigures({ ...input, draws })
    .filter(({ personId }) => personIds.includes(personId))
    .map(({ shareOfCoverage: share }) => (share ? (share.high - share.low) / 2 : 1));
  return Math.max(0, ...widths);
}

/**
 * "Code N more for ±k points of share": the audit is imagined larger, with errors as often as so
 * far, until the widest interval of these persons is narrow enough.
 */
export function planCodings(
  input: CorrectionInput,
  plan: { readonly personIds: readonly string[]; readonly wanted: number },
): CodingPlan {
  const { personIds, wanted } = plan;
  const audited = input.audit.length;
  const now = halfWidth(input, personIds);
  if (now <= wanted || audited === 0) {
    return { halfWidth: now, wanted, more: audited === 0 ? null : 0 };
  }
  const enough = (items: number) =>
    halfWidth({ ...input, auditTimes: items / audited }, personIds) <= wanted;
  let high = audited * 2;
  while (!enough(high)) {
    high *= 2;
    if (high > audited * 200) return { halfWidth: now, wanted, more: null };
  }
  let low = high / 2;
  while (high - low > Math.max(10, high / 50)) {
    const middle = (low + high) / 2;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return { halfWidth: now, wanted, more: Math.ceil((high - audited) / 10) * 10 };
}
