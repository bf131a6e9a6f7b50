import type { Estimate } from '../../../src/domain/index.ts';
import { type AuditedItem, type CorrectionInput } from '../../../src/review/correct.ts';
import { type Seeded, seeded } from '../../../src/review/seeded.ts';

/** One corner of the grid: a press, a machine, and an audit. */
export interface Cell {
  readonly recalls: 'two-kinds' | 'good' | 'poor' | 'spread' | 'unequal';
  /** Of everybody's findings, one person's far worse than the others', or by turns. */
  readonly precision: number | 'one-bad' | 'unequal';
  /** `skewed`: the second has half of the first, the third a third; `steep`: a quarter, a ninth. */
  readonly shares: 'even' | 'skewed' | 'steep';
  readonly persons: number;
  /** Audited items, half of them among those where nothing was found. */
  readonly codings: number;
  /** Items of the period; default 1,500. */
  readonly items?: number;
}

/** A simulated period with its truth. */
export interface SimulatedPeriod {
  readonly input: CorrectionInput;
  readonly trueItems: ReadonlyMap<string, number>;
  readonly trueShare: ReadonlyMap<string, number>;
}

const usualItems = 1500;
/** Of the items with someone, those whose text was lost: whoever is in them is missed. */
const lostTexts = 0.02;

function recallOf(kind: Cell['recalls'], person: number, random: Seeded): number {
  if (kind === 'two-kinds') return person % 2 === 0 ? 0.92 : 0.7;
  if (kind === 'good') return 0.96;
  if (kind === 'poor') return 0.75;
  if (kind === 'unequal') return [0.97, 0.8, 0.55][person % 3] ?? 1;
  return random.beta(16, 3);
}

function precisionOf({ precision }: Cell, person: number): number {
  if (precision === 'unequal') return person % 2 === 0 ? 0.97 : 0.72;
  if (precision !== 'one-bad') return precision;
  return person === 1 ? 0.7 : 0.98;
}

function presenceOf(cell: Cell): number[] {
  const falling = { even: 0, skewed: 1, steep: 2 }[cell.shares];
  const weights = Array.from({ length: cell.persons }, (_none, index) => (index + 1) ** -falling);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (0.6 * weight) / total);
}

interface Item {
  readonly truth: string[];
  readonly machine: string[];
}

function makeItems(cell: Cell, random: Seeded): Item[] {
  const ids = Array.from({ length: cell.persons }, (_none, index) => `p${index}`);
  const presence = presenceOf(cell);
  const recalls = ids.map((_id, index) => recallOf(cell.recalls, index, random));
  const itemCount = cell.items ?? usualItems;
  const items = Array.from({ length: itemCount }, (): Item => {
    const truth = ids.filter((_id, index) => random.uniform() < (presence[index] ?? 0));
    const lost = random.uniform() < lostTexts;
    const seen = (id: string) => random.uniform() < (recalls[ids.indexOf(id)] ?? 0);
    return { truth, machine: lost ? [] : truth.filter(seen) };
  });
  for (const [index, id] of ids.entries()) {
    const right = (presence[index] ?? 0) * (recalls[index] ?? 0) * itemCount;
    const precision = precisionOf(cell, index);
    const wrong = random.poisson((right * (1 - precision)) / precision);
    for (let times = 0; times < wrong; times++) {
      const item = items[random.index(items.length)];
      if (item && !item.truth.includes(id) && !item.machine.includes(id)) item.machine.push(id);
    }
  }
  return items;
}

function drawAudit(items: readonly Item[], codings: number, random: Seeded) {
  const audited = new Map<Item, number>();
  for (const found of [true, false]) {
    const stratum = items.filter((item) => item.machine.length > 0 === found);
    const drawn = random.shuffled(stratum).slice(0, Math.round(codings / 2));
    for (const item of drawn) audited.set(item, stratum.length / drawn.length);
  }
  return audited;
}

function sharesOf(items: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) {
    for (const id of item) sums.set(id, (sums.get(id) ?? 0) + 1 / item.length);
  }
  const total = items.filter((item) => item.length > 0).length;
  return new Map([...sums].map(([id, sum]) => [id, sum / total]));
}

function countsOf(items: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of items.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** A period's items, the machine's reading of them, and an audit of some. */
export function simulatePeriod(cell: Cell, seed: string): SimulatedPeriod {
  const random = seeded(`period ${seed}`);
  const items = makeItems(cell, random);
  const audited = drawAudit(items, cell.codings, random);
  const audit: AuditedItem[] = [...audited].map(([item, weight]) => ({ ...item, weight }));
  const machine = items.map((item) => item.machine);
  return {
    input: {
      persons: Array.from({ length: cell.persons }, (_none, index) => `p${index}`),
      unread: items.filter((item) => !audited.has(item)).map((item) => item.machine),
      read: [...audited.keys()].map((item) => ({ ...item, audited: true })),
      audit,
      frameFound: countsOf(machine),
      seed,
    },
    trueItems: countsOf(items.map((item) => item.truth)),
    trueShare: sharesOf(items.map((item) => item.truth)),
  };
}

type Corners = { readonly [Name in keyof Required<Cell>]: readonly Required<Cell>[Name][] };

function corners(of: Corners): Cell[] {
  const names = ['recalls', 'precision', 'shares', 'persons', 'codings', 'items'] as const;
  return names.reduce<Partial<Cell>[]>(
    (cells, name) => cells.flatMap((cell) => of[name].map((value) => ({ ...cell, [name]: value }))),
    [{}],
  ) as Cell[];
}

/** Every corner of machines that treat most persons alike: 216 kinds of periods. */
export const likeGrid: readonly Cell[] = corners({
  recalls: ['two-kinds', 'good', 'poor', 'spread'],
  precision: [0.98, 0.85, 'one-bad'],
  shares: ['even', 'skewed'],
  persons: [3, 8, 20],
  codings: [120, 200, 400],
  items: [usualItems],
});

/**
 * Machines that treat persons unlike each other, one person with most of the coverage, and periods
 * with so many items that the machine's errors move an uncorrected share more than chance does: 96.
 */
export const unlikeGrid: readonly Cell[] = corners({
  recalls: ['two-kinds', 'unequal'],
  precision: [0.98, 'unequal'],
  shares: ['even', 'steep'],
  persons: [3, 8, 20],
  codings: [120, 400],
  items: [usualItems, 6000],
});

/** Shares as the machine found them, with the interval of a sample: what is to be corrected. */
export function uncorrectedShares({
  unread,
  read,
}: CorrectionInput): ReadonlyMap<string, Estimate> {
  const items = [...unread, ...read.map(({ machine }) => machine)];
  const withSomeone = items.filter((item) => item.length > 0).length;
  return new Map(
    [...sharesOf(items)].map(([id, value]) => {
      const error = 1.96 * Math.sqrt((value * (1 - value)) / withSomeone);
      return [id, { value, low: value - error, high: value + error }];
    }),
  );
}
