/** One side of a comparison: a whole round over the same input. */
export interface Contender {
  readonly name: string;
  /** What a round does; its answer is thrown away. */
  readonly run: () => unknown;
  /** How often `run` is called in a round, for quick ones; the time is divided. Default 1. */
  readonly repeats?: number;
  /**
   * CPU milliseconds of a round, for work outside this process; where given, `run` is not called.
   */
  readonly measureMs?: () => number | Promise<number>;
}

export interface Timing {
  readonly name: string;
  /** Median CPU time of a round (user and system), milliseconds. */
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly slowestMs: number;
}

export interface MeasureOptions {
  /** Counted rounds, least 1; others go before them to warm up. */
  readonly rounds: number;
}

/**
 * So much CPU time each contender has before it is counted, milliseconds, and one round at least:
 * engines compile what runs often, and short rounds would show mostly that.
 */
const WARM_UP_MS = 1_500;
const MOST_WARM_UP_ROUNDS = 60;

async function warmUp(contender: Contender): Promise<void> {
  let spentMs = 0;
  for (let round = 0; round < MOST_WARM_UP_ROUNDS && spentMs < WARM_UP_MS; round += 1) {
    spentMs += await roundMs(contender);
    // What is measured outside this process has nothing to compile here.
    if (contender.measureMs) return;
  }
}

async function roundMs(contender: Contender): Promise<number> {
  if (contender.measureMs) return await contender.measureMs();
  const repeats = contender.repeats ?? 1;
  const before = process.cpuUsage();
  for (let turn = 0; turn < repeats; turn += 1) await contender.run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / repeats;
}

/** The middle of the values; of an even number, the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/**
 * Measures the contenders in turns, so that whatever slows the machine slows all of them. CPU time,
 * not the clock: what else runs beside is not counted.
 */
export async function compareCpu(
  contenders: readonly Contender[],
  { rounds }: MeasureOptions,
): Promise<readonly Timing[]> {
  const taken = contenders.map((): number[] => []);
  for (const contender of contenders) await warmUp(contender);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      taken[index]?.push(await roundMs(contender));
    }
  }
  return contenders.map(({ name }, index) => {
    const own = taken[index] ?? [];
    return {
      name,
      medianMs: medianOf(own),
      fastestMs: Math.min(...own),
      slowestMs: Math.max(...own),
    };
  });
}
