/** Chance that can be had again from its seed. */
export interface Dice {
  /** From 0 up to and without 1. */
  roll(): number;
  chance(probability: number): boolean;
  /** A whole number; both ends included. */
  between(least: number, most: number): number;
  pick<Kind>(kinds: readonly Kind[]): Kind;
}

/** Mulberry32: small, even, and the same on every machine. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    roll,
    chance: (probability) => roll() < probability,
    between: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    pick: (kinds) => kinds[Math.floor(roll() * kinds.length)] as (typeof kinds)[number],
  };
}
