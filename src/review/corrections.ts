import {
  auditFrame,
  countedItems,
  type Handle,
  inSnapshot,
  reviewStamp,
  type ReviewCandidate,
  type SettledTask,
  settledTasks,
} from '../../db/index.ts';
import type { FigureQuery } from '../domain/index.ts';
import {
  type AuditedItem,
  type CorrectedPerson,
  type CorrectionInput,
  correctFigures,
} from './correct.ts';

/** Fewer audited items than this say too little; METHOD.md gives the simulation behind it. */
export const leastAudited = 120;

/** Corrected figures of a period, or how far its audit still is from giving any. */
export interface Corrections {
  /** Settled audit items that the error rates rest on. */
  readonly audited: number;
  readonly needed: number;
  /** Settled items of the period, which enter as they were read. */
  readonly readItems: number;
  /** By person id; empty while `audited` < `needed`. */
  readonly persons: ReadonlyMap<string, CorrectedPerson>;
}

const monthOf = (stratum: string) => stratum.slice(0, 7);
const kindOf = (stratum: string) => stratum.slice(stratum.lastIndexOf(' '));

/**
 * What each audited item stands for: items of its stratum ÷ audited items of it. A stratum with
 * fewer than two audited items is weighed together with those of its month and kind, then with all
 * of its kind.
 */
export function auditWeights(
  frame: readonly { readonly stratum: string }[],
  audited: readonly { readonly stratum: string }[],
): (stratum: string) => number {
  const count = (items: readonly { readonly stratum: string }[], key: (of: string) => string) => {
    const counts = new Map<string, number>();
    for (const { stratum } of items) counts.set(key(stratum), (counts.get(key(stratum)) ?? 0) + 1);
    return counts;
  };
  const own = count(audited, (stratum) => stratum);
  const monthly = (stratum: string) => `${monthOf(stratum)}${kindOf(stratum)}`;
  const thinly = (items: readonly { readonly stratum: string }[]) =>
    items.filter(({ stratum }) => (own.get(stratum) ?? 0) < 2);
  const monthlyOwn = count(thinly(audited), monthly);
  const group = (stratum: string) => {
    if ((own.get(stratum) ?? 0) >= 2) return stratum;
    return (monthlyOwn.get(monthly(stratum)) ?? 0) >= 2 ? monthly(stratum) : kindOf(stratum);
  };
  const [all, drawn] = [count(frame, group), count(audited, group)];
  return (stratum) =>
    Math.max(1, (all.get(group(stratum)) ?? 1) / (drawn.get(group(stratum)) ?? 1));
}

interface AuditEvidence {
  readonly audit: readonly AuditedItem[];
  readonly frameFound: ReadonlyMap<string, number>;
}

const truthOf = ({ result }: SettledTask) => result.persons.map(({ personId }) => personId);

/** The audit of one world: all months that have one, without items read because of a doubt. */
async function auditEvidence(
  db: Handle,
  settled: readonly SettledTask[],
  demo: boolean,
): Promise<AuditEvidence> {
  const doubted = new Set(
    settled.filter(({ stream }) => stream === 'uncertain').map(({ itemId }) => itemId),
  );
  const audited = settled.filter((task) => task.stream === 'audit' && !doubted.has(task.itemId));
  const months = new Set(audited.map(({ stratum }) => monthOf(stratum)));
  const frame: ReviewCandidate[] = [];
  for (const month of months) {
    const items = await auditFrame(db, { demo, from: `${month}-01`, to: `${month}-31` });
    frame.push(...items.filter(({ itemId }) => !doubted.has(itemId)));
  }
  const weightOf = auditWeights(frame, audited);
  const frameFound = new Map<string, number>();
  for (const id of frame.flatMap(({ machine }) => machine.persons)) {
    frameFound.set(id, (frameFound.get(id) ?? 0) + 1);
  }
  const audit = audited.map((task) => ({
    machine: task.machine.persons,
    truth: truthOf(task),
    weight: weightOf(task.stratum),
  }));
  return { audit, frameFound };
}

/** All that the correction of a query's figures needs, read from one moment of the database. */
export async function correctionInput(db: Handle, query: FigureQuery): Promise<CorrectionInput> {
  const settled = await settledTasks(db, query.demo);
  const evidence = await auditEvidence(db, settled, query.demo);
  const items = await countedItems(db, query);
  const byItem = Map.groupBy(settled, ({ itemId }) => itemId);
  const unread = items.filter(({ itemId }) => !byItem.has(itemId)).map(({ persons }) => persons);
  const read = items.flatMap(({ itemId, persons }) => {
    const tasks = byItem.get(itemId);
    // Of two results the blind one holds.
    const [best] = (tasks ?? []).toSorted((one, other) => (one.stream < other.stream ? -1 : 1));
    if (!best || !tasks) return [];
    const audited = tasks.every(({ stream }) => stream === 'audit');
    return [{ machine: persons, truth: truthOf(best), audited }];
  });
  const persons = new Set([
    ...items.flatMap((item) => item.persons),
    ...read.flatMap((item) => item.truth),
    ...evidence.audit.flatMap((item) => [...item.machine, ...item.truth]),
  ]);
  return {
    persons: [...persons].toSorted(),
    unread,
    read,
    ...evidence,
    seed: JSON.stringify(query),
  };
}

function corrections(input: CorrectionInput): Corrections {
  const audited = input.audit.length;
  const people = audited < leastAudited ? [] : correctFigures(input);
  return {
    audited,
    needed: leastAudited,
    readItems: input.read.length,
    persons: new Map(people.map((person) => [person.personId, person])),
  };
}

/** Queries whose answers are kept until a result, an item or the method changes. */
const keptAnswers = 60;

/** Corrected figures for pages, exports and letters: the same query, the same digits. */
export function createCorrections(db: Handle): (query: FigureQuery) => Promise<Corrections> {
  const kept = new Map<string, Promise<Corrections>>();
  return async (query) => {
    const { period, outlets, demo } = query;
    const key = JSON.stringify([
      period.from,
      period.to,
      outlets,
      demo,
      await reviewStamp(db, demo),
    ]);
    const known = kept.get(key);
    if (known) return known;
    const answer = inSnapshot(db, async (now) => corrections(await correctionInput(now, query)));
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    for (const old of kept.keys()) {
      if (kept.size <= keptAnswers) break;
      kept.delete(old);
    }
    return answer;
  };
}
