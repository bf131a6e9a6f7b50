import { compareCpu, type Contender } from './measure.ts';

/** Ours and the peers on the same input, in the same run. */
export interface ComparisonPlan {
  readonly title: string;
  /** What one unit is called, e.g. `page`; times are per unit. */
  readonly unit: string;
  /** Units in a round. */
  readonly count: number;
  /** The first is ours; the others are compared with it. */
  readonly contenders: readonly Contender[];
  readonly claims?: readonly Claim[];
}

/** A target of ours, judged but never a reason to fail: a machine may be slow. */
export interface Claim {
  readonly text: string;
  readonly holds: (figures: Figures) => boolean;
}

/** What claims are judged by. */
export interface Figures {
  /** CPU milliseconds of ours per unit. */
  readonly ownMs: number;
  /** CPU time of a peer ÷ ours: above 1, ours is faster. Not a number where it did not run. */
  readonly timesOurs: (peer: string) => number;
}

export interface ContenderFigures {
  readonly name: string;
  /** Median over the rounds, CPU milliseconds per unit. */
  readonly msPerUnit: number;
  readonly fastestMsPerUnit: number;
  readonly slowestMsPerUnit: number;
  readonly perSecond: number;
  /** Its CPU time ÷ ours; 1 for ours. */
  readonly timesOurs: number;
}

export interface Comparison {
  readonly title: string;
  readonly unit: string;
  readonly count: number;
  readonly rounds: number;
  readonly contenders: readonly ContenderFigures[];
  readonly claims: readonly { readonly text: string; readonly held: boolean }[];
}

/** Settings of a run, from its words. */
export interface BenchSetting {
  readonly rounds: number;
  /** A folder of sets as for `npm run eval`, to take pages from; null = the demo press. */
  readonly dataFolder: string | null;
  /** Most pages taken. */
  readonly pages: number;
}

/** One group of comparisons; its name is the word after `--only`. */
export interface Bench {
  readonly name: string;
  readonly run: (setting: BenchSetting) => AsyncIterable<Comparison>;
}

/** Measures one plan and judges its claims. */
export async function compare(plan: ComparisonPlan, rounds: number): Promise<Comparison> {
  const timings = await compareCpu(plan.contenders, { rounds });
  const ownMs = (timings[0]?.medianMs ?? Number.NaN) / plan.count;
  const contenders = timings.map(({ name, medianMs, fastestMs, slowestMs }) => {
    const msPerUnit = medianMs / plan.count;
    return {
      name,
      msPerUnit,
      fastestMsPerUnit: fastestMs / plan.count,
      slowestMsPerUnit: slowestMs / plan.count,
      perSecond: 1000 / msPerUnit,
      timesOurs: msPerUnit / ownMs,
    };
  });
  const timesOurs = (peer: string) =>
    contenders.find(({ name }) => name === peer)?.timesOurs ?? Number.NaN;
  const claims = (plan.claims ?? []).map((claim) => ({
    text: claim.text,
    held: claim.holds({ ownMs, timesOurs }),
  }));
  const { title, unit, count } = plan;
  return { title, unit, count, rounds, contenders, claims };
}
