import type { Clock } from '../domain/index.ts';

/** A clock that stands still until told: fourteen days pass in a second. */
export interface SimulatedClock extends Clock {
  /** Sets the time; going back is allowed (a test may look twice). */
  set(at: Date): void;
  advance(durationMs: number): void;
}

/** Starts at `start`. `sleep` moves the clock by its duration and resolves at once. */
export function simulatedClock(start: Date): SimulatedClock {
  let nowMs = start.getTime();
  return {
    now: () => new Date(nowMs),
    set: (at) => {
      nowMs = at.getTime();
    },
    advance: (durationMs) => {
      nowMs += durationMs;
    },
    sleep: async (durationMs, signal) => {
      signal?.throwIfAborted();
      nowMs += Math.max(0, durationMs);
    },
  };
}
