import { uniformFrom } from '../../src/domain/index.ts';

/** Chance that can be had again from its seed. */
export interface Dice {
  /** From 0 up to and without 1. */
  roll(): number;
  chance(probability: number): boolean;
  /** A whole number; both ends included. */
  between(least: number, most: number): number;
  pick<Kind>(kinds: readonly Kind[]): Kind;
}

export function diceOf(seed: number): Dice {
  const roll = uniformFrom(seed);
  return {
    roll,
    chance: (probability) => roll() < probability,
    between: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    pick: (kinds) => kinds[Math.floor(roll() * kinds.length)] as (typeof kinds)[number],
  };
}
