import { randomBytes, timingSafeEqual } from 'node:crypto';
import {
  addSlot,
  type Database,
  getState,
  latestDue,
  latestSlots,
  listAlarms,
  listOutlets,
  listWorkers,
  type PlannedSlot,
  recentSlots,
  setState,
  slotId,
  slotMarks,
} from '../../db/index.ts';
import {
  type Alarm,
  ColumnInchesError,
  hasEnded,
  type Operations,
  type OperationsStatus,
  type Outlet,
  type Slot,
  type TimetableLine,
} from '../domain/index.ts';
import type { JobQueue } from './queue.ts';
import { nextPlace, ruleText, type TimetableEntry, timetableOf } from './timetable.ts';

/** What the timetable is read from and written to. */
export interface OperationsParts {
  readonly database: Database;
  /** Opened when a button is pressed. */
  readonly queue: () => Promise<Pick<JobQueue, 'enqueue'>>;
  readonly now: () => Date;
  /** Zone of what is done once for all outlets. */
  readonly timeZone: string;
}

/** Outlets the timetable is for: those of one's own that have not ended. */
export async function scheduledOutlets(database: Database, now: Date): Promise<readonly Outlet[]> {
  const own = await listOutlets(database.db, { demo: false });
  return own.filter((outlet) => outlet.sources.length > 0 && !hasEnded(outlet, now));
}

/** The timetable as page and command show it, with the button behind the operator's token. */
export function createOperations(parts: OperationsParts): Operations {
  return {
    status: () => readStatus(parts),
    alarms: () => recentAlarms(parts),
    isOperator: async (token) => isSame(token, await operatorToken(parts.database)),
    runNow: async ({ kind, target, by }) => {
      const isKnown =
        by === 'administrator' || isSame(by.token, await operatorToken(parts.database));
      if (!isKnown) throw wrongToken();
      return runNow(parts, { kind, target });
    },
  };
}

async function readStatus(parts: OperationsParts): Promise<OperationsStatus> {
  const { database, timeZone } = parts;
  const { db } = database;
  const outlets = await scheduledOutlets(database, parts.now());
  const names = new Map(outlets.map(({ id, name }) => [id, name]));
  const marks = await slotMarks(db);
  const due = await latestDue(db, parts.now());
  const latest = new Map((await latestSlots(db)).map((slot) => [lineOf(slot), slot]));
  const entries = timetableOf(outlets, timeZone);
  const lines = entries.map((entry): TimetableLine => {
    const line = lineOf(entry);
    return {
      kind: entry.kind,
      target: entry.target,
      outletName: names.get(entry.target) ?? null,
      timeZone: entry.timeZone,
      rule: ruleText(entry.rule),
      nextAt: nextAt(entry, { mark: marks.get(line), last: due.get(line), now: parts.now() }),
      last: latest.get(line) ?? null,
    };
  });
  return {
    lines,
    recent: await recentSlots(db, { limit: 60 }),
    workers: await listWorkers(db),
    alarms: await recentAlarms(parts),
  };
}

const alarmsShownMs = 14 * 86_400_000;

function recentAlarms({ database, now }: OperationsParts): Promise<Alarm[]> {
  const resolvedSince = new Date(now().getTime() - alarmsShownMs);
  return listAlarms(database.db, { resolvedSince });
}

function nextAt(
  entry: TimetableEntry,
  known: { readonly mark: Date | undefined; readonly last: Date | undefined; readonly now: Date },
): string | null {
  if (entry.rule.every === 'habit') return known.mark?.toISOString() ?? null;
  const after = known.last && known.last > known.now ? known.last : known.now;
  return nextPlace(entry, after)?.dueAt.toISOString() ?? null;
}

function lineOf({ kind, target }: { readonly kind: string; readonly target: string }): string {
  return `${kind} ${target}`;
}

/** Queues a slot beside the timetable, to be run at once. Throws `operations/unknown-job`. */
export async function runNow(
  parts: OperationsParts,
  asked: { readonly kind: string; readonly target: string },
): Promise<Slot> {
  const { database } = parts;
  const entries = timetableOf(await scheduledOutlets(database, parts.now()), parts.timeZone);
  const entry = entries.find((one) => lineOf(one) === lineOf(asked));
  if (!entry) throw unknownJob(asked);
  const now = parts.now();
  const { kind, target } = entry;
  const label = `manual ${now.toISOString()}`;
  const slot: PlannedSlot = {
    kind,
    target,
    label,
    missed: 0,
    manual: true,
    dueAt: now,
    queuedAt: now,
  };
  const queue = await parts.queue();
  await database.transaction(async (db) => {
    if (await addSlot(db, slot)) await queue.enqueue(db, { ...slot, id: slotId(slot) });
  });
  const stored = (await recentSlots(database.db, { limit: 200 })).find(
    ({ id }) => id === slotId(slot),
  );
  if (!stored) throw unknownJob(asked);
  return stored;
}

/** The operator's secret for buttons on pages; made at its first use. */
export async function operatorToken(database: Database): Promise<string> {
  const known = await getState(database.db, 'operatorToken');
  if (known !== null) return known;
  await setState(database.db, 'operatorToken', randomBytes(16).toString('hex'));
  return (await getState(database.db, 'operatorToken')) ?? '';
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given.trim()), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function wrongToken(): ColumnInchesError {
  return new ColumnInchesError({
    code: 'operations/wrong-token',
    verdict: 'skip-item',
    message:
      'This is not the operator’s token. "column-inches jobs --token" prints it on the machine.',
    messageVietnamese:
      'Mã người vận hành không đúng. Chạy "column-inches jobs --token" trên máy chủ để xem mã.',
  });
}

function unknownJob({ kind, target }: { kind: string; target: string }): ColumnInchesError {
  const line = `${kind} ${target}`.trim();
  return new ColumnInchesError({
    code: 'operations/unknown-job',
    verdict: 'skip-item',
    message: `The timetable has no line "${line}". "column-inches jobs" lists its lines.`,
    messageVietnamese: `Lịch không có việc "${line}". Chạy "column-inches jobs" để xem.`,
  });
}
