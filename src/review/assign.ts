import {
  addReasons,
  auditedItems,
  auditFrame,
  type Doubt,
  freeAbandonedPlaces,
  type Handle,
  lookDoubts,
  machineDoubts,
  type NewTask,
  overtakeLooks,
  overtakeTasks,
  type ReviewCandidate,
  readingsOf,
  saveLookTasks,
  saveTasks,
  type UnreadChallenge,
  unreadChallenges,
} from '../../db/index.ts';
import { lookTask } from './look-reasons.ts';
import { seeded } from './seeded.ts';

/** Which items are drawn, how many, and the seed that makes the draw repeatable. */
export interface AuditDraw {
  readonly demo: boolean;
  /** Days of first publication, both inclusive. */
  readonly from: string;
  readonly to: string;
  /** Items to draw; fewer if there are not so many. */
  readonly items: number;
  readonly seed: string;
}

const isNobody = ({ stratum }: ReviewCandidate) => stratum.endsWith(' nobody');

/** Splits a number over strata by their sizes; what is left over goes by lot. */
function allot(total: number, sizes: readonly number[], seed: string): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = sizes.map((size) => (all === 0 ? 0 : (Math.min(total, all) * size) / all));
  const given = wanted.map(Math.floor);
  let left = Math.min(total, all) - given.reduce((sum, count) => sum + count, 0);
  for (const index of seeded(`allot ${seed}`).shuffled(sizes.map((_size, place) => place))) {
    if (left < 0.5 || (given[index] ?? 0) >= (sizes[index] ?? 0)) continue;
    given[index] = (given[index] ?? 0) + 1;
    left -= 1;
  }
  return given;
}

function drawFrom(pool: readonly ReviewCandidate[], total: number, seed: string) {
  const strata = [...Map.groupBy(pool, ({ stratum }) => stratum)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const sizes = strata.map(([, items]) => items.length);
  const counts = allot(total, sizes, seed);
  return strata.flatMap(([stratum, items], index) =>
    seeded(`draw ${seed} ${stratum}`).shuffled(items).slice(0, counts[index]),
  );
}

/**
 * Draws the audit by lot within month, outlet and whether anybody was found: half among items with
 * findings, half among those without, since misses hide there. Whoever has been drawn before stays
 * drawn; with the same seed over the same items the same are drawn.
 */
function drawAudit(
  frame: readonly ReviewCandidate[],
  drawn: ReadonlySet<string>,
  draw: Pick<AuditDraw, 'items' | 'seed'>,
): NewTask[] {
  const free = frame.filter(({ itemId }) => !drawn.has(itemId));
  const [nobody, somebody] = [free.filter(isNobody), free.filter((item) => !isNobody(item))];
  const half = Math.ceil(draw.items / 2);
  const fromNobody = Math.min(
    nobody.length,
    Math.max(draw.items - half, draw.items - somebody.length),
  );
  const chosen = [
    ...drawFrom(nobody, fromNobody, `${draw.seed} nobody`),
    ...drawFrom(somebody, draw.items - fromNobody, `${draw.seed} somebody`),
  ];
  const lot = seeded(`order ${draw.seed}`);
  return chosen.map((item) => ({
    ...item,
    stream: 'audit',
    reasons: [],
    priority: lot.uniform(),
  }));
}

/** Draws an audit and stores its tasks; returns how many are new. */
export async function openAudit(db: Handle, draw: AuditDraw): Promise<number> {
  const frame = await auditFrame(db, draw);
  const drawn = await auditedItems(db, draw.demo);
  return saveTasks(db, drawAudit(frame, drawn, draw), draw.demo);
}

const extractionReason = {
  vi: 'Máy không chắc đã lấy đúng và đủ phần bài viết.',
  en: 'The machine is not sure that it has the article, all of it, and nothing else.',
};

/** Why a doubt is one, for whoever reads the item. */
function reasonOf({ kind, personId, reasonVi, reasonEn }: Doubt) {
  if (kind === 'extraction') return { personId, ...extractionReason };
  return { personId, vi: reasonVi, en: reasonEn };
}

function challengeReason({ challengeId, personId, words }: UnreadChallenge) {
  const said = { vi: `Bạn đọc phản ánh: “${words}”`, en: `A reader says: “${words}”` };
  return { challengeId, personId, ...said };
}

/** How far the figures of those concerned would move if the doubt is justified: relative change. */
function effectOf({ persons, personTotal }: Pick<Doubt, 'persons' | 'personTotal'>): number {
  return 1 / (persons + 1) / (personTotal + 1);
}

const sumOfEffects = (doubts: readonly Pick<Doubt, 'persons' | 'personTotal'>[]) =>
  doubts.reduce((sum, doubt) => sum + effectOf(doubt), 0);

/**
 * Stores what the machine doubts as tasks, items and looks at front pages in one order: those that
 * move figures most first.
 */
export async function openUncertain(db: Handle, demo: boolean): Promise<number> {
  const looks = (await lookDoubts(db, demo)).map(lookTask);
  const doubtful = await openDoubtfulItems(db, demo);
  const challenged = await openChallenged(db, demo);
  return doubtful + challenged + (await saveLookTasks(db, looks, demo));
}

async function openDoubtfulItems(db: Handle, demo: boolean): Promise<number> {
  const byItem = Map.groupBy(await machineDoubts(db, demo), ({ itemId }) => itemId);
  const readings = await readingsOf(db, [...byItem.keys()]);
  const tasks = [...byItem].flatMap(([itemId, own]): NewTask[] => {
    const item = readings.get(itemId);
    if (!item) return [];
    return [
      {
        ...item,
        stream: 'uncertain',
        reasons: own.map(reasonOf),
        priority: sumOfEffects(own),
      },
    ];
  });
  return saveTasks(db, tasks, demo);
}

/**
 * Puts every challenge before a reader: as one more reason of a task that waits, else as a task of
 * its own, also where the item was read and settled before. Returns how many tasks were opened.
 */
async function openChallenged(db: Handle, demo: boolean): Promise<number> {
  const byItem = Map.groupBy(await unreadChallenges(db, demo), ({ itemId }) => itemId);
  const readings = await readingsOf(db, [...byItem.keys()]);
  const tasks: NewTask[] = [];
  for (const [itemId, own] of byItem) {
    const why = { reasons: own.map(challengeReason), priority: sumOfEffects(own) };
    const [first] = own;
    const item = readings.get(itemId);
    if (first?.waitingTaskId) await addReasons(db, first.waitingTaskId, why);
    else if (first && item) {
      tasks.push({ ...item, ...why, stream: 'uncertain', challengeId: first.challengeId });
    }
  }
  return saveTasks(db, tasks, demo);
}

/**
 * Brings the list up to date, every hour or when asked to: forgotten places are free again,
 * overtaken tasks come back, what is newly doubted or challenged is listed. Done twice, it changes
 * nothing the second time. Returns how many tasks were opened.
 */
export async function keepTasksCurrent(db: Handle, demo: boolean): Promise<number> {
  await freeAbandonedPlaces(db);
  await overtakeLooks(db, demo);
  const renewed = await renewTasks(db, demo);
  return renewed + (await openUncertain(db, demo));
}

/** Brings tasks back whose text or method changed; the old codings stay beside them as a record. */
export async function renewTasks(db: Handle, demo: boolean): Promise<number> {
  const overtaken = await overtakeTasks(db, demo);
  return saveTasks(
    db,
    overtaken.map(({ taskId: _old, ...task }) => task),
    demo,
  );
}
