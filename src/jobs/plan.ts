import {
  addSlot,
  type Database,
  latestDue,
  type PlannedSlot,
  setSlotMark,
  slotId,
  slotMarks,
} from '../../db/index.ts';
import { finishSlot } from '../../db/index.ts';
import type { JobQueue } from './queue.ts';
import {
  habitBounds,
  latestPlace,
  type Place,
  placesBetween,
  type TimetableEntry,
} from './timetable.ts';

const minuteMs = 60_000;

/** What a letter and a clearing of the past never do for a time before there was a timetable. */
export const waitsForItsFirstTime: ReadonlySet<string> = new Set(['digest', 'retention']);

/**
 * Queues every slot that is due and not queued yet, each once for all machines. Slots that passed
 * while nothing ran are run once: the latest stands for those before it and says how many.
 */
export async function planDue(
  parts: { readonly database: Database; readonly queue: Pick<JobQueue, 'enqueue'> },
  entries: readonly TimetableEntry[],
  now: Date,
): Promise<number> {
  const { database, queue } = parts;
  const [latest, marks] = [await latestDue(database.db, now), await slotMarks(database.db)];
  let planned = 0;
  for (const entry of entries) {
    const line = `${entry.kind} ${entry.target}`;
    const last = latest.get(line) ?? null;
    const due = dueSlot(entry, { last, mark: marks.get(line) ?? null, now });
    if (due === null) continue;
    const added = await database.transaction(async (db) => {
      if (!(await addSlot(db, due))) return false;
      if (entry.rule.every === 'habit') {
        const nextAt = new Date(now.getTime() + habitBounds.unknownMinutes * minuteMs);
        await setSlotMark(db, { ...entry, nextAt });
      }
      if (last === null && waitsForItsFirstTime.has(entry.kind)) {
        const result = { reason: 'before-the-first' };
        await finishSlot(db, slotId(due), { state: 'skipped', now, result });
        return false;
      }
      await queue.enqueue(db, { ...due, id: slotId(due) });
      return true;
    });
    if (added) planned += 1;
  }
  return planned;
}

/** The slot of a line that is to be queued now; null where none is. */
function dueSlot(
  entry: TimetableEntry,
  known: { readonly last: Date | null; readonly mark: Date | null; readonly now: Date },
): PlannedSlot | null {
  const { last, now } = known;
  const place =
    entry.rule.every === 'habit' ? habitPlace(known.mark, now) : latestPlace(entry, now);
  if (place === null || (last !== null && place.dueAt <= last)) return null;
  const missed =
    last === null || entry.rule.every === 'habit' ? 0 : placesBetween(entry, last, place.dueAt);
  const { kind, target } = entry;
  return { kind, target, ...place, missed, manual: false, queuedAt: now };
}

function habitPlace(mark: Date | null, now: Date): Place | null {
  const latestSensibleMs = now.getTime() + (habitBounds.mostMinutes + 5) * minuteMs;
  // A mark far ahead was made by a clock that was wrong.
  const isAhead = mark !== null && mark > now && mark.getTime() <= latestSensibleMs;
  if (isAhead) return null;
  const dueAt = mark === null || mark > now ? now : mark;
  return { label: dueAt.toISOString(), dueAt };
}
