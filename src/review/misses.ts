import type { Seeded } from './seeded.ts';

/** What a person whom the machine missed stood beside. */
export interface MissLike {
  /** Whom the machine found in the item, by index; none: nobody; null: somebody, unknown whom. */
  readonly beside: readonly number[] | null;
  /** Persons really in it. */
  readonly persons: number;
}

/** A miss that the audit saw. */
export interface AuditedMiss extends MissLike {
  readonly beside: readonly number[];
  /** Misses of the period it stands for. */
  readonly weight: number;
}

/** A person's misses are also learnt from others': as if so many had been their own. */
const borrowed = 2;

/** And two that nobody saw, half a miss each: few were audited. */
const unseen: readonly MissLike[] = [
  { beside: null, persons: 1 },
  { beside: [], persons: 1 },
];

interface Weighed {
  readonly like: MissLike;
  readonly weight: number;
  /** In audited misses. */
  readonly shape: number;
}

/** A person's own misses, those of the others without whom they stood beside, and the unseen. */
function choicesOf(misses: readonly (readonly AuditedMiss[])[], person: number): Weighed[] {
  const own = misses[person] ?? [];
  const others = misses.flatMap((theirs, index) => (index === person ? [] : theirs));
  const all = [...own, ...others];
  const unit = all.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, all.length) || 1;
  return [
    ...own.map((miss) => ({ like: miss, weight: miss.weight, shape: 1 })),
    ...others.map(({ beside, persons, weight }) => ({
      like: { beside: beside.length === 0 ? beside : null, persons },
      weight,
      shape: Math.min(1, borrowed / others.length),
    })),
    ...unseen.map((like) => ({ like, weight: unit, shape: 0.5 })),
  ];
}

/**
 * Where misses stand, as the audited ones tell it. Each replay believes them a little differently
 * (Rubin's Bayesian bootstrap, 1981), since few were audited.
 */
export function missPicker(
  misses: readonly (readonly AuditedMiss[])[],
  random: Seeded,
): () => (person: number) => MissLike {
  const choices = misses.map((_own, person) => choicesOf(misses, person));
  return () => {
    const ends = choices.map((all) => {
      let end = 0;
      return all.map(({ weight, shape }) => (end += weight * random.gamma(shape, 1)));
    });
    return (person) => {
      const own = ends[person] ?? [];
      const place = random.uniform() * (own.at(-1) ?? 0);
      const index = own.findIndex((end) => place < end);
      return choices[person]?.at(index)?.like ?? { beside: null, persons: 1 };
    };
  };
}
