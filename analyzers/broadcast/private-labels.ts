// Who else speaks in a bulletin is nobody's business: their labels are not kept.
import type { Cue } from '../../src/domain/index.ts';

const NUMBERED = /^#(\d+)$/;

/**
 * Cues in which every speaker's label that is not `registered` is a number instead: that somebody
 * else speaks, and where one voice ends, is needed to measure; who it is, is not. Cues that went
 * through it before stay as they are.
 */
export function withoutPrivateLabels(
  cues: readonly Cue[],
  registered: readonly string[],
): readonly Cue[] {
  const kept = new Set(registered);
  const taken = cues.map(({ speaker }) => Number(NUMBERED.exec(speaker ?? '')?.[1] ?? 0));
  let last = taken.reduce((most, number) => Math.max(most, number), 0);
  const numbers = new Map<string, string>();
  return cues.map((cue) => {
    const { speaker } = cue;
    if (speaker === null || kept.has(speaker) || NUMBERED.test(speaker)) return cue;
    const number = numbers.get(speaker) ?? `#${++last}`;
    numbers.set(speaker, number);
    return { ...cue, speaker: number };
  });
}
