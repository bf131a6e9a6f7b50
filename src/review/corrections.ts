import {
  auditFrame,
  type CountedItem,
  countAudited,
  countedItems,
  type Handle,
  restatedItems,
  reviewStamp,
  type ReviewCandidate,
  type SettledTask,
  settledTasks,
} from '../../db/index.ts';
import type { AuditState, CorrectedFigures, FigureQuery } from '../domain/index.ts';
import {
  type AuditedItem,
  type CorrectionInput,
  correctFigures,
  type ReadItem,
} from './correct.ts';

/** Fewer audited items than this say too little; METHOD.md gives the simulation behind it. */
export const leastAudited = 120;

/** Corrected figures of a period, or how far its audit still is from giving any. */
export interface Corrections extends AuditState {
  /** By person id; empty while `audited` < `needed`. */
  readonly persons: ReadonlyMap<string, CorrectedFigures>;
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

/**
 * The audit of one world: all months that have one, without items that somebody picked because of a
 * doubt or a challenge.
 */
async function auditEvidence(
  db: Handle,
  settled: readonly SettledTask[],
  demo: boolean,
): Promise<AuditEvidence> {
  const picked = new Set(await restatedItems(db, demo));
  for (const { stream, itemId } of settled) if (stream === 'uncertain') picked.add(itemId);
  const audited = settled.filter((task) => task.stream === 'audit' && !picked.has(task.itemId));
  const months = new Set(audited.map(({ stratum }) => monthOf(stratum)));
  const frame: ReviewCandidate[] = [];
  for (const month of months) {
    const items = await auditFrame(db, { demo, from: `${month}-01`, to: `${month}-31` });
    frame.push(...items.filter(({ itemId }) => !picked.has(itemId)));
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

/** An item that people decided about: as it was read, and as an accepted challenge restated it. */
function readItem({ persons, restated }: CountedItem, tasks: readonly SettledTask[]): ReadItem {
  // Of two results the blind one holds, of two of one stream the later one.
  const [best] = tasks.toSorted((one, other) =>
    one.stream === other.stream
      ? other.decidedAt.getTime() - one.decidedAt.getTime()
      : one.stream < other.stream
        ? -1
        : 1,
  );
  const truth = new Set(best ? truthOf(best) : persons);
  for (const { from, to } of restated) {
    truth.delete(from);
    if (to !== null) truth.add(to);
  }
  const audited =
    best !== undefined && restated.length === 0 && tasks.every(({ stream }) => stream === 'audit');
  return { machine: persons, truth: [...truth].toSorted(), audited };
}

/** All that the correction of a query's figures needs, read from one moment of the database. */
export async function correctionInput(db: Handle, query: FigureQuery): Promise<CorrectionInput> {
  const settled = await settledTasks(db, query.demo);
  const evidence = await auditEvidence(db, settled, query.demo);
  const items = await countedItems(db, query);
  const byItem = Map.groupBy(settled, ({ itemId }) => itemId);
  const isRead = (item: CountedItem) => byItem.has(item.itemId) || item.restated.length > 0;
  const unread = items.filter((item) => !isRead(item)).map(({ persons }) => persons);
  const read = items.filter(isRead).map((item) => readItem(item, byItem.get(item.itemId) ?? []));
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
    persons: new Map(people.map(({ personId, ...figures }) => [personId, figures])),
  };
}

/** Queries whose answers are kept until a result, an item or the method changes. */
const keptAnswers = 60;

/** Reads a query's corrections from the given picture of the database. */
export type CorrectionReader = (db: Handle, query: FigureQuery) => Promise<Corrections>;

const tooFew = (audited: number): Corrections => ({
  audited,
  needed: leastAudited,
  readItems: 0,
  persons: new Map(),
});

/** Keeps answers until a result, an item or the method changes: the same query, the same digits. */
export function createCorrections(): CorrectionReader {
  const kept = new Map<string, Promise<Corrections>>();
  return async (db, query) => {
    const { period, outlets, demo } = query;
    const settled = await countAudited(db, demo);
    // Until then nothing is read of items, however many there are.
    if (settled < leastAudited) return tooFew(settled);
    const stamp = await reviewStamp(db, demo);
    const key = JSON.stringify([period.from, period.to, outlets, demo, stamp]);
    const known = kept.get(key);
    if (known) return known;
    const answer = correctionInput(db, query).then(corrections);
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    for (const old of kept.keys()) {
      if (kept.size <= keptAnswers) break;
      kept.delete(old);
    }
    return answer;
  };
}
