import type { CorrectedFigures } from '../domain/index.ts';
import { type PersonEvidence, rateSampler, summarize, summarizeRatios } from './error-rates.ts';
import { type AuditedMiss, type MissLike, missPicker } from './misses.ts';
import { type Seeded, seeded } from './seeded.ts';

/** Ids of persons in one item. */
type Persons = readonly string[];

/** An audited item: what the machine found, what people found, and what it stands for. */
export interface AuditedItem {
  readonly machine: Persons;
  readonly truth: Persons;
  /** 1 ÷ its chance of being drawn: the items it stands for, itself among them; at least 1. */
  readonly weight: number;
}

/** A read item of the figures' own period. */
export interface ReadItem {
  readonly machine: Persons;
  readonly truth: Persons;
  /** Drawn by the audit, not picked because it was doubtful. */
  readonly audited: boolean;
}

export interface CorrectionInput {
  readonly persons: Persons;
  /** What the machine found in each item of the period that nobody has read; empty: nobody. */
  readonly unread: readonly Persons[];
  readonly read: readonly ReadItem[];
  /** All audited items, also of other periods; error rates come from them alone. */
  readonly audit: readonly AuditedItem[];
  /** Items in which the machine found each person, in all that the audit was drawn from. */
  readonly frameFound: ReadonlyMap<string, number>;
  /** Replays of the errors; default 1000, fewer where there is very much to replay. */
  readonly draws?: number;
  readonly seed?: string;
  /** Answers "what if": the audit as if it were this many times as large; default 1. */
  readonly auditTimes?: number;
}

/** One person's corrected figures. */
export interface CorrectedPerson extends CorrectedFigures {
  readonly personId: string;
}

interface Prepared {
  readonly personCount: number;
  readonly evidence: readonly PersonEvidence[];
  /** Audited misses of each person. */
  readonly misses: readonly (readonly AuditedMiss[])[];
  /** Findings in unread items, item after item; `ends` says where each item's end. */
  readonly found: Uint16Array;
  readonly ends: Uint32Array;
  /** Items in which each person was found. */
  readonly itemsOf: readonly (readonly number[])[];
  /** What read items give each person for certain. */
  readonly readItems: Float64Array;
  readonly readFractions: Float64Array;
  /** Right findings in audited items of the period. */
  readonly auditedRight: Float64Array;
  /** Part of the items that nobody has read, with and without findings. */
  readonly unreadBeside: number;
  readonly unreadEmpty: number;
}

/** Evidence of every person, and the audited misses. */
function readAudit(input: CorrectionInput) {
  const missed = input.audit.flatMap(({ machine, truth, weight }) =>
    truth
      .filter((id) => !machine.includes(id))
      .map((id) => ({
        id,
        weight,
        beside: machine,
        persons: truth.length,
      })),
  );
  const times = input.auditTimes ?? 1;
  const emptyWeight = missWeight(input.audit, missed);
  const evidence = input.persons.map((id): PersonEvidence => {
    const found = input.audit.filter(({ machine }) => machine.includes(id));
    const right = found.filter(({ truth }) => truth.includes(id));
    const own = missed.filter((miss) => miss.id === id);
    const size = effectiveSize(found);
    const precision = found.length === 0 ? 1 : weightSum(right) / weightSum(found);
    const unit = own.length === 0 ? emptyWeight : squareSum(own) / weightSum(own);
    return {
      found: size * times,
      right: size * precision * times,
      missed: (weightSum(own) / unit) * times,
      missExposure: ((input.frameFound.get(id) ?? 0) / unit) * times,
    };
  });
  return { evidence, missed };
}

type Weighted = { readonly weight: number };
const weightSum = (items: readonly Weighted[]) => items.reduce((sum, one) => sum + one.weight, 0);
const squareSum = (items: readonly Weighted[]) =>
  items.reduce((sum, one) => sum + one.weight ** 2, 0);
const effectiveSize = (items: readonly Weighted[]) =>
  items.length === 0 ? 0 : weightSum(items) ** 2 / squareSum(items);

/** What a miss that was not seen would have weighed: as those seen did, else as any item might. */
function missWeight(audit: readonly AuditedItem[], missed: readonly Weighted[]): number {
  const like = missed.length > 0 ? missed : audit;
  return like.length === 0 ? 1 : squareSum(like) / weightSum(like);
}

function itemsOfPersons(found: readonly (readonly number[])[], persons: number): number[][] {
  const all = Array.from({ length: persons }, (): number[] => []);
  for (const [item, own] of found.entries()) for (const person of own) all[person]?.push(item);
  return all;
}

function prepare(input: CorrectionInput): Prepared {
  const place = new Map(input.persons.map((id, index) => [id, index]));
  const placesOf = (ids: Persons) => ids.flatMap((id) => place.get(id) ?? []);
  const found = input.unread.map(placesOf).filter((item) => item.length > 0);
  const readItems = new Float64Array(input.persons.length);
  const readFractions = new Float64Array(input.persons.length);
  const auditedRight = new Float64Array(input.persons.length);
  for (const { machine, truth, audited } of input.read) {
    for (const person of placesOf(truth)) {
      readItems[person] = (readItems[person] ?? 0) + 1;
      readFractions[person] = (readFractions[person] ?? 0) + 1 / truth.length;
    }
    if (!audited) continue;
    for (const person of placesOf(machine.filter((id) => truth.includes(id)))) {
      auditedRight[person] = (auditedRight[person] ?? 0) + 1;
    }
  }
  const audited = input.read.filter((item) => item.audited);
  const readEmpty = audited.filter(({ machine }) => machine.length === 0).length;
  const unreadEmpty = input.unread.length - found.length;
  const { evidence, missed } = readAudit(input);
  const misses = input.persons.map((id) =>
    missed
      .filter((miss) => miss.id === id)
      .map(({ beside, ...miss }) => ({ ...miss, beside: placesOf(beside) })),
  );
  let end = 0;
  return {
    personCount: input.persons.length,
    evidence,
    misses,
    found: Uint16Array.from(found.flat()),
    ends: Uint32Array.from(found, (item) => (end += item.length)),
    itemsOf: itemsOfPersons(found, input.persons.length),
    readItems,
    readFractions,
    auditedRight,
    unreadBeside: found.length / Math.max(1, found.length + audited.length - readEmpty),
    unreadEmpty: unreadEmpty / Math.max(1, unreadEmpty + readEmpty),
  };
}

/** Sums of one replay. */
interface Replay {
  readonly items: Float64Array;
  readonly fractions: Float64Array;
  /** Right findings, and misses, in the whole period's items that the error rates speak of. */
  readonly right: Float64Array;
  readonly missed: Float64Array;
}

interface Placing {
  readonly prepared: Prepared;
  readonly random: Seeded;
  /** Persons of each unread item in this replay. */
  readonly sizes: Uint16Array;
  readonly kept: Uint8Array;
}

interface Replaying extends Placing {
  readonly pickMiss: (person: number) => MissLike;
}

/** Keeps each unread finding with its chance of being right. */
function keepRight(state: Placing, precision: readonly number[], sums: Replay): void {
  const { prepared, random, sizes, kept } = state;
  const { found, ends } = prepared;
  let at = 0;
  for (let item = 0; item < ends.length; item++) {
    let size = 0;
    for (const end = ends[item] ?? 0; at < end; at++) {
      const person = found[at] ?? 0;
      const right = random.uniform() < (precision[person] ?? 1) ? 1 : 0;
      kept[at] = right;
      size += right;
      sums.right[person] = (sums.right[person] ?? 0) + right;
    }
    sizes[item] = size;
  }
}

/** Tries at an item without a person: somebody found in all of so many is everywhere. */
const placingTries = 20;

/**
 * An unread item with findings, where a miss like the given one may stand: beside one of those whom
 * the machine found there, and nobody is missed where they were found.
 */
function placeFor(state: Placing, person: number, like: MissLike): number {
  const { prepared, random } = state;
  const companion = like.beside?.[random.index(like.beside.length)];
  const near = companion === undefined ? [] : (prepared.itemsOf[companion] ?? []);
  for (let tries = 0; tries < placingTries && near.length > 0; tries++) {
    const item = near[random.index(near.length)] ?? 0;
    if (!isFoundIn(prepared, item, person)) return item;
  }
  let item = 0;
  for (let tries = 0; tries < placingTries; tries++) {
    item = random.index(prepared.ends.length);
    if (!isFoundIn(prepared, item, person)) break;
  }
  return item;
}

function isFoundIn({ found, ends }: Prepared, item: number, person: number): boolean {
  const end = ends[item] ?? 0;
  for (let at = item === 0 ? 0 : (ends[item - 1] ?? 0); at < end; at++) {
    if (found[at] === person) return true;
  }
  return false;
}

/** Puts back as many misses as the miss ratio lets expect, where audited misses stood. */
function addMissed(state: Replaying, missRatio: readonly number[], sums: Replay): void {
  const { prepared, random, pickMiss, sizes } = state;
  const besides: { readonly person: number; readonly item: number }[] = [];
  for (let person = 0; person < prepared.personCount; person++) {
    const right = (sums.right[person] ?? 0) + (prepared.auditedRight[person] ?? 0);
    sums.right[person] = right;
    // Whom the machine never found may still have been missed: half an item's worth, by draw.
    const base = right > 0 ? right : random.gamma(0.5, 1);
    const missed = random.poisson(base * (missRatio[person] ?? 0));
    sums.missed[person] = missed;
    for (let miss = 0; miss < missed; miss++) {
      const like = pickMiss(person);
      const isBeside = like.beside === null || like.beside.length > 0;
      const unread = isBeside ? prepared.unreadBeside : prepared.unreadEmpty;
      if (random.uniform() >= unread) continue;
      sums.items[person] = (sums.items[person] ?? 0) + 1;
      if (isBeside && sizes.length > 0) {
        const item = placeFor(state, person, like);
        sizes[item] = (sizes[item] ?? 0) + 1;
        besides.push({ person, item });
      } else sums.fractions[person] = (sums.fractions[person] ?? 0) + 1 / like.persons;
    }
  }
  for (const { person, item } of besides) {
    sums.fractions[person] = (sums.fractions[person] ?? 0) + 1 / (sizes[item] ?? 1);
  }
}

function addKept({ prepared, sizes, kept }: Placing, sums: Replay): void {
  const { found, ends } = prepared;
  let at = 0;
  for (let item = 0; item < ends.length; item++) {
    const fraction = 1 / (sizes[item] ?? 1);
    for (const end = ends[item] ?? 0; at < end; at++) {
      if (kept[at] === 0) continue;
      const person = found[at] ?? 0;
      sums.items[person] = (sums.items[person] ?? 0) + 1;
      sums.fractions[person] = (sums.fractions[person] ?? 0) + fraction;
    }
  }
}

/** Runs the machine's errors backwards `draws` times; each replay is one believable truth. */
function* replays(prepared: Prepared, draws: number, random: Seeded): Generator<Replay> {
  const drawRates = rateSampler(prepared.evidence, random);
  const drawMisses = missPicker(prepared.misses, random);
  const state: Placing = {
    prepared,
    random,
    sizes: new Uint16Array(prepared.ends.length),
    kept: new Uint8Array(prepared.found.length),
  };
  for (let draw = 0; draw < draws; draw++) {
    const { precision, missRatio } = drawRates();
    const sums: Replay = {
      items: prepared.readItems.slice(),
      fractions: prepared.readFractions.slice(),
      right: new Float64Array(prepared.personCount),
      missed: new Float64Array(prepared.personCount),
    };
    keepRight(state, precision, sums);
    addMissed({ ...state, pickMiss: drawMisses() }, missRatio, sums);
    addKept(state, sums);
    yield sums;
  }
}

type Collected = Readonly<Record<'items' | 'shares' | 'precision' | 'recall', Float64Array[]>>;

function collect(input: CorrectionInput, draws: number): Collected {
  const { persons } = input;
  const columns = () => persons.map(() => new Float64Array(draws));
  const all = { items: columns(), shares: columns(), precision: columns(), recall: columns() };
  const found = new Map<string, number>();
  for (const item of input.unread) {
    for (const id of item) found.set(id, (found.get(id) ?? 0) + 1);
  }
  for (const { machine, audited } of input.read) {
    for (const id of audited ? machine : []) found.set(id, (found.get(id) ?? 0) + 1);
  }
  let draw = 0;
  for (const sums of replays(prepare(input), draws, seeded(input.seed ?? 'correct'))) {
    let everyone = 0;
    for (const fraction of sums.fractions) everyone += fraction;
    for (const [index, id] of persons.entries()) {
      const [right = 0, missed = 0] = [sums.right[index], sums.missed[index]];
      put(all.items, { index, draw, value: sums.items[index] ?? 0 });
      put(all.shares, { index, draw, value: (sums.fractions[index] ?? 0) / everyone });
      put(all.precision, { index, draw, value: right / (found.get(id) ?? 0) });
      put(all.recall, { index, draw, value: right / (right + missed) });
    }
    draw += 1;
  }
  return all;
}

function put(
  columns: readonly Float64Array[],
  cell: { readonly index: number; readonly draw: number; readonly value: number },
): void {
  const column = columns[cell.index];
  if (column) column[cell.draw] = cell.value;
}

/** Replays whose findings together are about so many, but never too few for an interval's ends. */
const replayedFindings = 30_000_000;
const drawsFor = ({ unread }: CorrectionInput) => {
  const findings = unread.reduce((sum, item) => sum + item.length, 0);
  return Math.min(1000, Math.max(300, Math.floor(replayedFindings / Math.max(1, findings))));
};

/**
 * Figures of each person without the machine's errors, from error rates that only audit codings
 * give, partially pooled over persons. Read items enter as they were read. METHOD.md says how.
 */
export function correctFigures(input: CorrectionInput): CorrectedPerson[] {
  const { items, shares, precision, recall } = collect(input, input.draws ?? drawsFor(input));
  const captured = input.unread.length + input.read.length;
  return input.persons.map((personId, index) => {
    const estimate = summarize(items[index] ?? new Float64Array());
    const [low, high] = [estimate.low / captured, estimate.high / captured];
    return {
      personId,
      items: estimate,
      frequency: captured === 0 ? null : { value: estimate.value / captured, low, high },
      shareOfCoverage: summarizeRatios(shares[index] ?? new Float64Array()),
      precision: summarizeRatios(precision[index] ?? new Float64Array()),
      recall: summarizeRatios(recall[index] ?? new Float64Array()),
    };
  });
}
