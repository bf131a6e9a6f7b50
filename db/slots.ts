import { sql } from 'kysely';
import type { JobKind, Slot, SlotResult, SlotState, WorkerSeen } from '../src/domain/index.ts';
import { json, storable } from './batch.ts';
import type { Handle } from './schema.ts';

/** The durable queues, by what their work needs. */
export const queueNames = ['pages', 'fronts', 'house'] as const;

/** A slot as the planner asks for it. */
export interface PlannedSlot {
  readonly kind: JobKind;
  readonly target: string;
  readonly label: string;
  readonly dueAt: Date;
  readonly missed: number;
  readonly manual: boolean;
  readonly queuedAt: Date;
}

/** The name of a place of the timetable, the same for whoever asks. */
export function slotId(slot: Pick<PlannedSlot, 'kind' | 'target' | 'label'>): string {
  return `${slot.kind} ${slot.target} ${slot.label}`;
}

/** Adds a slot; false where it is there already, so that each is queued once for all machines. */
export async function addSlot(db: Handle, slot: PlannedSlot): Promise<boolean> {
  const { kind, target, label, dueAt, missed, manual, queuedAt } = slot;
  const added = await sql`insert into slots (id, kind, target, label, due_at, missed, manual,
      queued_at)
    values (${slotId(slot)}, ${kind}, ${target}, ${label}, ${dueAt}, ${missed}, ${manual},
      ${queuedAt})
    on conflict (id) do nothing`.execute(db);
  return added.numAffectedRows === 1n;
}

/**
 * When the latest slot of each line was due, by `kind target`. Slots more than a day ahead are left
 * out: a clock that was wrong must not stop the timetable until then.
 */
export async function latestDue(db: Handle, now: Date): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ line: string; dueAt: Date }>`
    select kind || ' ' || target as line, max(due_at) as "dueAt" from slots
    where not manual and due_at <= ${now}::timestamptz + interval '1 day'
    group by kind, target`.execute(db);
  return new Map(rows.map(({ line, dueAt }) => [line, dueAt]));
}

/** When each line by habit is due next, by `kind target`. */
export async function slotMarks(db: Handle): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ line: string; nextAt: Date }>`
    select kind || ' ' || target as line, next_at as "nextAt" from slot_marks`.execute(db);
  return new Map(rows.map(({ line, nextAt }) => [line, nextAt]));
}

/** Sets when a line by habit is due next. */
export async function setSlotMark(
  db: Handle,
  mark: { readonly kind: JobKind; readonly target: string; readonly nextAt: Date },
): Promise<void> {
  await sql`insert into slot_marks (kind, target, next_at)
    values (${mark.kind}, ${mark.target}, ${mark.nextAt})
    on conflict (kind, target) do update set next_at = excluded.next_at`.execute(db);
}

/** Takes a slot up; false where it is done already, so that a job delivered twice runs once. */
export async function startSlot(
  db: Handle,
  id: string,
  by: { readonly worker: string; readonly now: Date },
): Promise<boolean> {
  const taken = await sql`update slots set state = 'running', started_at = ${by.now},
      finished_at = null, worker = ${by.worker}, attempts = attempts + 1,
      error_code = null, error_message = null
    where id = ${id} and state not in ('done', 'skipped')`.execute(db);
  return taken.numAffectedRows === 1n;
}

/** Notes what a slot came to. */
export async function finishSlot(
  db: Handle,
  id: string,
  end: {
    readonly state: SlotState;
    readonly now: Date;
    readonly result?: SlotResult;
    readonly error?: { readonly code: string; readonly message: string };
  },
): Promise<void> {
  const { state, now, result, error } = end;
  await sql`update slots set state = ${state}, finished_at = ${now},
      result = ${result ? json(result) : null}::jsonb, error_code = ${error?.code ?? null},
      error_message = ${error ? storable(error.message) : null}
    where id = ${id}`.execute(db);
}

const columns = sql`id, kind, target, label, due_at as "dueAt", state, missed, manual,
  started_at as "startedAt", finished_at as "finishedAt", attempts, worker, result,
  error_code as "errorCode", error_message as "errorMessage"`;

type Row = Omit<Slot, 'dueAt' | 'startedAt' | 'finishedAt'> & {
  readonly dueAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

function slotOf(row: Row): Slot {
  return {
    ...row,
    dueAt: row.dueAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** The latest slots, last queued first. */
export async function recentSlots(
  db: Handle,
  options: { readonly limit: number },
): Promise<Slot[]> {
  const { rows } = await sql<Row>`select ${columns} from slots
    order by queued_at desc, id limit ${options.limit}`.execute(db);
  return rows.map(slotOf);
}

/** The latest slot of each line. */
export async function latestSlots(db: Handle): Promise<Slot[]> {
  const { rows } = await sql<Row>`select distinct on (kind, target) ${columns} from slots
    order by kind, target, queued_at desc, due_at desc`.execute(db);
  return rows.map(slotOf);
}

/** How many slots there are by kind and state. */
export async function slotCounts(
  db: Handle,
): Promise<{ readonly kind: JobKind; readonly state: SlotState; readonly count: number }[]> {
  const { rows } = await sql<{ kind: JobKind; state: SlotState; count: number }>`
    select kind, state, count(*)::integer as count from slots group by kind, state
    order by kind, state`.execute(db);
  return rows;
}

/**
 * Slots queued before a moment whose job the queue has no more: its last attempt died with a
 * worker, or the queue was emptied, or another version's worker would have to take it.
 */
export async function mislaidSlots(db: Handle, before: Date): Promise<Slot[]> {
  const { rows } = await sql<Row>`select ${columns} from slots s
    where state in ('queued', 'running') and queued_at < ${before} and not exists (
      select from column_inches_jobs.job j where j.name = any(${[...queueNames]})
        and j.state in ('created', 'retry', 'active') and j.data ->> 'id' = s.id)
    order by queued_at limit 100`.execute(db);
  return rows.map(slotOf);
}

/** Notes that a worker lives; those not heard of for a day are forgotten. */
export async function noteWorker(
  db: Handle,
  worker: { readonly id: string; readonly startedAt: Date; readonly version: string },
  now: Date,
): Promise<void> {
  await sql`insert into workers (id, started_at, seen_at, version)
    values (${worker.id}, ${worker.startedAt}, ${now}, ${worker.version})
    on conflict (id) do update set seen_at = excluded.seen_at`.execute(db);
  await sql`delete from workers where seen_at < ${now}::timestamptz - interval '1 day'`.execute(db);
}

/** A worker that stops in order is forgotten at once. */
export async function forgetWorker(db: Handle, id: string): Promise<void> {
  await sql`delete from workers where id = ${id}`.execute(db);
}

/** Workers heard of in the last day, by name. */
export async function listWorkers(db: Handle): Promise<WorkerSeen[]> {
  const { rows } = await sql<{ id: string; startedAt: Date; seenAt: Date; version: string }>`
    select id, started_at as "startedAt", seen_at as "seenAt", version from workers
    order by id`.execute(db);
  return rows.map(({ startedAt, seenAt, ...same }) => ({
    ...same,
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
  }));
}

/** How many new items an outlet's sources named around an hour of the day, on the days before. */
export async function leadHabit(
  db: Handle,
  asked: { readonly outletId: string; readonly timeZone: string; readonly now: Date },
): Promise<{ readonly items: number; readonly hours: number }> {
  const { outletId, timeZone, now } = asked;
  const { rows } = await sql<{ items: number; days: number }>`
    with seen as (
      select first_seen, day from leads where outlet_id = ${outletId}
        and first_seen between ${now}::timestamptz - interval '14 days' and ${now}
    )
    select count(*) filter (where mod(24 + extract(hour from first_seen at time zone ${timeZone})
        - extract(hour from ${now}::timestamptz at time zone ${timeZone}), 24) in (0, 1, 23)
      )::integer as items, count(distinct day)::integer as days from seen`.execute(db);
  const { items = 0, days = 0 } = rows[0] ?? {};
  return { items, hours: days * 3 };
}
