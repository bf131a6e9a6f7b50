import { type Database, finishSlot, startSlot } from '../../db/index.ts';
import {
  asColumnInchesError,
  type Clock,
  ColumnInchesError,
  type JobKind,
  jobKinds,
  type Log,
  type SlotResult,
} from '../domain/index.ts';
import type { RunJob } from './queue.ts';

/** A slot as its handler sees it. */
export interface SlotTask {
  readonly kind: JobKind;
  /** Outlet id; empty for what is done once for all. */
  readonly target: string;
  readonly label: string;
  /** Fires when the program stops or the job is taken away. */
  readonly signal: AbortSignal;
}

/**
 * What a handler answers: figures, that there was nothing to do and why, or that it failed in a way
 * that trying again does not mend.
 */
export type Handled =
  | { readonly state: 'done' | 'failed'; readonly result: SlotResult }
  | { readonly state: 'skipped'; readonly result: SlotResult };

export type Handlers = Readonly<Record<JobKind, (task: SlotTask) => Promise<Handled>>>;

/** Kind, target and label of a slot's id. */
function readSlotId(id: string): Omit<SlotTask, 'signal'> {
  const [name = '', target = '', ...label] = id.split(' ');
  const kind = jobKinds.find((one) => one === name);
  if (kind !== undefined) return { kind, target, label: label.join(' ') };
  throw new ColumnInchesError({
    code: 'jobs/unknown-kind',
    verdict: 'skip-item',
    message: `No job is called "${name}" (slot "${id}"). Another version made it; it is passed over.`,
    messageVietnamese:
      `Không có việc nào tên “${name}” (lượt “${id}”). Một phiên bản khác đã tạo ra nó; ` +
      'lượt này được bỏ qua. Hãy nâng cấp tiến trình này.',
  });
}

/**
 * Runs one slot and notes what came of it. A slot that fails is thrown again, so that the queue
 * tries it later; one that was called off goes back into the queue.
 */
export function slotRunner(
  parts: { readonly database: Database; readonly clock: Clock; readonly log: Log },
  handlers: Handlers,
  options: { readonly worker: string; readonly stopping: AbortSignal },
): RunJob {
  const { database, clock, log } = parts;
  const { worker, stopping } = options;
  return async ({ id }, taken) => {
    if (!(await startSlot(database.db, id, { worker, now: clock.now() }))) return;
    const signal = AbortSignal.any([taken, stopping]);
    try {
      const task = readSlotId(id);
      const handled = await handlers[task.kind]({ ...task, signal });
      signal.throwIfAborted();
      await finishSlot(database.db, id, { ...handled, now: clock.now() });
    } catch (thrown) {
      const fallback = { code: 'jobs/failed', verdict: 'retry' } as const;
      const error = asColumnInchesError(thrown, { ...fallback, cause: thrown });
      const state = signal.aborted ? 'queued' : 'failed';
      if (state === 'failed') log.warn({ slot: id, code: error.code }, error.message);
      await finishSlot(database.db, id, { state, now: clock.now(), error });
      throw error;
    }
  };
}
