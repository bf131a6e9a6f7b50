import { type Job, PgBoss } from 'pg-boss';
import { type Database, type Handle, queueNames, statementsOf } from '../../db/index.ts';
import type { JobKind, Log } from '../domain/index.ts';

/** What a job in the queue says: which slot is to be run. */
export interface SlotJob {
  readonly id: string;
}

/** Runs one slot; `signal` fires when the job is taken from this worker. */
export type RunJob = (slot: SlotJob, signal: AbortSignal) => Promise<void>;

/** How many jobs of a queue one process works on at once. */
const concurrency = { pages: 4, fronts: 1, house: 2 } as const;
type QueueName = (typeof queueNames)[number];

/**
 * Work of one sort is not held up by another: pages are asked for over HTTP, front pages are looked
 * at in one browser, and the house is kept beside both.
 */
const queueOf: Readonly<Record<JobKind, QueueName>> = {
  crawl: 'pages',
  feeds: 'pages',
  listings: 'pages',
  homepage: 'fronts',
  rollups: 'house',
  retention: 'house',
  ledger: 'house',
  digest: 'house',
  letters: 'house',
};

/** A worker not heard of for so long is dead, and its jobs go to another. At least 10. */
const heartbeatSeconds = 20;
const dayHours = 24;

/** The durable queue of all machines: pg-boss in a schema of its own beside the data. */
export interface JobQueue {
  /** Queues a slot in the transaction that made it: both are there, or neither. */
  enqueue(db: Handle, slot: { id: string; kind: JobKind; target: string }): Promise<void>;
  /** Begins to take up jobs. */
  work(run: RunJob): Promise<void>;
  /** Takes up nothing more and waits for what runs, at most so long. */
  stop(patienceMs: number): Promise<void>;
}

/** Opens the queue, makes its tables where they are missing. */
export async function openQueue(
  database: Pick<Database, 'connection'>,
  options: { readonly log: Log; readonly works: boolean },
): Promise<JobQueue> {
  const { log, works } = options;
  const boss = new PgBoss({
    ...(database.connection as Record<string, unknown>),
    application_name: 'column-inches',
    schema: 'column_inches_jobs',
    max: 4,
    schedule: false,
    supervise: works,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', (error) => log.warn({ error: error.message }, 'the queue reports a fault'));
  await boss.start();
  for (const name of queueNames) await makeQueue(boss, name);
  return {
    enqueue: async (db, { id, kind, target }) => {
      // One job of an outlet at a time in each queue, on all machines together; of the house, one
      // of each kind. The database's own unique index sees to it: a count would be late.
      const singletonKey = target === '' ? kind : target;
      await boss.send(queueOf[kind], { id }, { singletonKey, db: statementsOf(db) });
    },
    work: async (run) => {
      for (const name of queueNames) {
        await boss.work<SlotJob>(
          name,
          { localConcurrency: concurrency[name], pollingIntervalSeconds: 1 },
          async ([job]: Job<SlotJob>[]) => {
            if (job) await run(job.data, job.signal);
          },
        );
      }
    },
    stop: (patienceMs) => boss.stop({ graceful: true, timeout: patienceMs }),
  };
}

async function makeQueue(boss: PgBoss, name: string): Promise<void> {
  const options = {
    retryLimit: 5,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 300,
    heartbeatSeconds,
    expireInSeconds: 12 * 3600,
    retentionSeconds: 14 * dayHours * 3600,
    deleteAfterSeconds: 2 * dayHours * 3600,
  };
  if ((await boss.getQueue(name)) === null)
    await boss.createQueue(name, { ...options, policy: 'singleton' });
  else await boss.updateQueue(name, options);
}
