import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { forgetWorker, noteWorker, refuseNewerDatabase } from '../db/index.ts';
import { ColumnInchesError } from './domain/index.ts';
import {
  crawlSlot,
  feedsSlot,
  homepageSlot,
  ledgerSlot,
  type OutletParts,
  retentionSlot,
  rollupsSlot,
} from './jobs/handlers.ts';
import { requeueMislaid } from './jobs/mislaid.ts';
import { digestSlot, lettersSlot } from './jobs/digest.ts';
import { planDue } from './jobs/plan.ts';
import { type JobQueue, openQueue } from './jobs/queue.ts';
import { type Handlers, slotRunner } from './jobs/run.ts';
import { scheduledOutlets } from './jobs/status.ts';
import { timetableOf } from './jobs/timetable.ts';

export { createMetrics } from './jobs/metrics.ts';
export { applyRetention } from './jobs/retention.ts';
export { type JobQueue, openQueue } from './jobs/queue.ts';
export { createOperations, operatorToken, runNow } from './jobs/status.ts';
export { timetableOf } from './jobs/timetable.ts';

// The timetable and the durable queue. `planDue` writes what is due as slots, once for all
// machines; pg-boss hands each to one worker; `slotRunner` runs it and notes what came of it.

/** How the timetable runs. */
export interface SchedulerOptions {
  /** Zone of what is done once for all outlets, e.g. the letter. */
  readonly timeZone: string;
  /** Of the program, shown beside each worker. */
  readonly version: string;
  readonly signal: AbortSignal;
  /** Between two looks at the timetable; default 15 s. */
  readonly tickMs?: number;
  /** How long a stop waits for what runs; default 20 s. */
  readonly patienceMs?: number;
}

/** One process that plans and works. */
export interface Scheduler {
  readonly queue: JobQueue;
  /** Resolves when the signal has fired and everything in hand has ended. */
  run(): Promise<void>;
}

/** Every handler by its job. */
export function handlersOf(parts: OutletParts): Handlers {
  return {
    crawl: (task) => crawlSlot(parts, task),
    feeds: (task) => feedsSlot(parts, task),
    listings: (task) => crawlSlot(parts, task, ['listing', 'bulletin']),
    homepage: (task) => homepageSlot(parts, task),
    rollups: () => rollupsSlot(parts),
    retention: (task) => retentionSlot(parts, task),
    ledger: () => ledgerSlot(parts),
    digest: (task) => digestSlot(parts, task),
    letters: (task) => lettersSlot(parts, task),
  };
}

/** A newer version has come: this one puts back what it has in hand and leaves the field. */
function isSuperseded(thrown: unknown): boolean {
  return thrown instanceof ColumnInchesError && thrown.code === 'database/newer-than-code';
}

/** A scheduler over an open installation; any number of machines may run one. */
export async function openScheduler(
  parts: OutletParts,
  options: SchedulerOptions,
): Promise<Scheduler> {
  const { database, clock, log } = parts;
  const { timeZone, version, signal, tickMs = 15_000, patienceMs = 20_000 } = options;
  const queue = await openQueue(database, { log, works: true });
  const id = `${hostname()}-${process.pid}-${randomBytes(2).toString('hex')}`;
  const worker = { id, startedAt: clock.now(), version };
  const over = new AbortController();
  const stopping = AbortSignal.any([signal, over.signal]);
  const tick = async () => {
    await refuseNewerDatabase(database.db);
    await noteWorker(database.db, worker, clock.now());
    const outlets = await scheduledOutlets(database, clock.now());
    await planDue({ database, queue }, timetableOf(outlets, timeZone), clock.now());
    await requeueMislaid({ database, queue }, clock.now());
  };
  const run = async () => {
    await queue.work(slotRunner(parts, handlersOf(parts), { worker: id, stopping }));
    while (!stopping.aborted) {
      await tick().catch((thrown: unknown) => {
        if (isSuperseded(thrown)) return over.abort(thrown);
        // A database that is away for a while comes back; the slots of that time are made up for.
        log.warn({ error: String(thrown) }, 'the timetable could not be read');
      });
      await clock.sleep(tickMs, stopping).catch(() => undefined);
    }
    await queue.stop(patienceMs);
    await forgetWorker(database.db, id).catch(() => undefined);
    if (over.signal.aborted) throw over.signal.reason;
  };
  return { queue, run };
}
