import { type Database, finishSlot, mislaidSlots } from '../../db/index.ts';
import { ColumnInchesError, numberOf, type Slot } from '../domain/index.ts';
import type { JobQueue } from './queue.ts';

/** A slot and its job are made in one transaction, so a moment's grace is only for clocks. */
const graceMs = 60_000;
/** A slot with which so many workers died is not tried for ever. */
const mostAttempts = 12;

/** Queues slots anew whose job was lost; answers how many. */
export async function requeueMislaid(
  parts: { readonly database: Database; readonly queue: Pick<JobQueue, 'enqueue'> },
  now: Date,
): Promise<number> {
  const { database, queue } = parts;
  const before = new Date(now.getTime() - graceMs);
  return await database.transaction(async (db) => {
    const slots = await mislaidSlots(db, before);
    for (const slot of slots) {
      if (slot.attempts < mostAttempts) await queue.enqueue(db, slot);
      else await finishSlot(db, slot.id, { state: 'failed', now, error: givenUp(slot) });
    }
    return slots.length;
  });
}

function givenUp({ id, attempts }: Slot): ColumnInchesError {
  return new ColumnInchesError({
    code: 'jobs/given-up',
    verdict: 'skip-item',
    message:
      `${numberOf(attempts, 'worker')} ended in the middle of "${id}", so it is not tried again. Look at ` +
      'their logs (memory, disk), then run it by its button or "column-inches jobs --run".',
    messageVietnamese:
      `${attempts} tiến trình đã tắt giữa chừng khi làm “${id}” nên không thử nữa. Xem nhật ký của ` +
      'chúng (bộ nhớ, đĩa), rồi bấm nút chạy lại hoặc dùng “column-inches jobs --run”.',
  });
}
