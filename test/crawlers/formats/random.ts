import { uniformFrom } from '../../../src/domain/index.ts';

/** Whole numbers from 0, `below` excluded; the same for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  const uniform = uniformFrom(seed);
  return (below) => Math.floor(uniform() * below);
}
