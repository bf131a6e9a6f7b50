/** One scheduled look at a front page. */
export interface Capture {
  readonly at: Date;
  /** Share of each story; null where the snapshot failed or no editorial ink was seen. */
  readonly shares: ReadonlyMap<string, number> | null;
}

/** How long a story held how much of the front page: surely `low`, at most `high`. */
export interface ShareHours {
  readonly low: number;
  readonly high: number;
}

export interface FrontPageHours {
  readonly stories: ReadonlyMap<string, ShareHours>;
  /** Hours between captures of which one failed; in `high` of every story, in `low` of none. */
  readonly unknownHours: number;
  /** Hours between captures that were both good. */
  readonly knownHours: number;
}

const hourMs = 3_600_000;

/**
 * Share-hours of every story over a series of scheduled captures (in order of time; a missing
 * slot is a capture with `shares: null`). Between two good ones Δt apart: low += min(s₀, s₁)·Δt,
 * high += max(s₀, s₁)·Δt, with 0 where a story is absent; otherwise low += 0, high += Δt.
 */
export function frontPageShareHours(captures: readonly Capture[]): FrontPageHours {
  const ids = new Set(captures.flatMap((capture) => [...(capture.shares?.keys() ?? [])]));
  const low = new Map<string, number>();
  const high = new Map<string, number>();
  let unknownHours = 0;
  let knownHours = 0;
  for (let index = 0; index + 1 < captures.length; index += 1) {
    const before = captures[index] as Capture;
    const after = captures[index + 1] as Capture;
    const hours = (after.at.getTime() - before.at.getTime()) / hourMs;
    if (before.shares === null || after.shares === null) {
      unknownHours += hours;
      continue;
    }
    knownHours += hours;
    for (const id of new Set([...before.shares.keys(), ...after.shares.keys()])) {
      const first = before.shares.get(id) ?? 0;
      const second = after.shares.get(id) ?? 0;
      low.set(id, (low.get(id) ?? 0) + Math.min(first, second) * hours);
      high.set(id, (high.get(id) ?? 0) + Math.max(first, second) * hours);
    }
  }
  const stories = new Map<string, ShareHours>();
  for (const id of ids) {
    stories.set(id, { low: low.get(id) ?? 0, high: (high.get(id) ?? 0) + unknownHours });
  }
  return { stories, unknownHours, knownHours };
}
