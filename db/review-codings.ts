import { sql } from 'kysely';
import type {
  CodingValue,
  ExportedCoding,
  MachineReading,
  Reason,
  ReviewStream,
  StreamProgress,
  TaskReading,
  TaskStatus,
} from '../src/domain/index.ts';
import { inTransaction, json } from './batch.ts';
import type { Handle } from './schema.ts';

/** A task with its text, for the one who has taken it. */
export interface TakenTask {
  readonly taskId: string;
  readonly stream: ReviewStream;
  readonly status: TaskStatus;
  readonly itemId: string;
  readonly outletName: string;
  readonly day: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly reasons: readonly (Reason & { readonly personId: string | null })[];
  readonly draft: CodingValue | null;
  readonly submitted: CodingValue | null;
}

/** A place nobody has written anything in for this long is free again. */
const abandonedHours = 24;

/**
 * Gives a coder the next task of a stream: the one begun before, else the first that has a free
 * place and is not theirs yet. Two coders at once never get the same place. Null: none is left.
 */
export async function takeTask(
  db: Handle,
  taking: { readonly coder: string; readonly stream: ReviewStream; readonly demo: boolean },
): Promise<string | null> {
  const { coder, stream, demo } = taking;
  return inTransaction(db, async (now) => {
    const begun = await sql<{ id: string }>`select c.task_id as id
      from review_codings c join review_tasks t on t.id = c.task_id
      where c.coder = ${coder} and c.submitted_at is null and t.stream = ${stream}
        and t.demo = ${demo} and t.status = 'open'
      order by c.taken_at limit 1`.execute(now);
    if (begun.rows[0]) return begun.rows[0].id;
    const taken = await sql<{ id: string; place: number }>`
      update review_tasks set places_taken = places_taken + 1
      where id = (select t.id from review_tasks t
        where t.demo = ${demo} and t.stream = ${stream} and t.status = 'open'
          and t.places_taken < 2
          and not exists (select from review_codings c
            where c.task_id = t.id and c.coder = ${coder})
        order by t.priority desc, t.id limit 1 for update skip locked)
      returning id`.execute(now);
    const [task] = taken.rows;
    if (!task) return null;
    await sql`insert into review_codings (task_id, coder, place)
      select ${task.id}, ${coder}, case when exists (select from review_codings
        where task_id = ${task.id} and place = 1) then 2 else 1 end`.execute(now);
    return task.id;
  });
}

/** Frees places taken long ago in which nothing was written; returns how many. */
export async function freeAbandonedPlaces(db: Handle): Promise<number> {
  const { rows } = await sql<{ count: number }>`with freed as (
      delete from review_codings c using review_tasks t
      where t.id = c.task_id and t.status = 'open' and c.submitted_at is null
        and coalesce(c.draft_at, c.taken_at) < now() - make_interval(hours => ${abandonedHours})
      returning c.task_id),
    counted as (select task_id, count(*)::int as places from freed group by task_id),
    given as (update review_tasks t set places_taken = t.places_taken - counted.places
      from counted where counted.task_id = t.id returning counted.places)
    select coalesce(sum(places), 0)::int as count from given`.execute(db);
  return rows[0]?.count ?? 0;
}

const taskColumns = sql`t.id as "taskId", t.stream, t.status, t.item_id as "itemId",
  o.name as "outletName", i.day, v.title, v.text, coalesce(v.language, 'vi') as language, t.reasons`;

const taskJoins = sql`join items i on i.id = t.item_id join outlets o on o.id = i.outlet_id
  join item_versions v on v.item_id = t.item_id and v.version = t.version`;

/** A task its coder has taken; null for anyone else, whatever the id. */
export async function takenTask(
  db: Handle,
  taskId: string,
  coder: string,
): Promise<TakenTask | null> {
  const { rows } = await sql<TakenTask>`select ${taskColumns}, c.draft, c.value as submitted
    from review_tasks t join review_codings c on c.task_id = t.id and c.coder = ${coder}
    ${taskJoins} where t.id = ${taskId}`.execute(db);
  return rows[0] ?? null;
}

/** Keeps what a coder has written so far; false where the place is not theirs or is closed. */
export async function saveDraft(
  db: Handle,
  place: { readonly taskId: string; readonly coder: string },
  draft: TaskReading,
): Promise<boolean> {
  const { rows } = await sql`update review_codings c
    set draft = ${json(draft)}::jsonb, draft_at = now()
    from review_tasks t
    where t.id = c.task_id and t.status = 'open' and c.task_id = ${place.taskId}
      and t.item_id is not null
      and c.coder = ${place.coder} and c.submitted_at is null
    returning c.task_id`.execute(db);
  return rows.length === 1;
}

/** What became of a submitted coding. */
export type Submitted = 'waiting' | 'agreed' | 'disputed' | 'refused';

/**
 * Stores a coder's reading. The second of two settles the task: equal readings are its result,
 * others wait for an adjudicator. A coder may correct their own until the other's is there.
 */
export async function submitCoding(
  db: Handle,
  place: { readonly taskId: string; readonly coder: string },
  value: TaskReading,
): Promise<Submitted> {
  const { taskId, coder } = place;
  return inTransaction(db, async (now) => {
    // The lock makes two last codings at the same moment one after the other.
    await sql`select from review_tasks where id = ${taskId} for update`.execute(now);
    const own = await sql`update review_codings c
      set value = ${json(value)}::jsonb, submitted_at = now(), draft = null
      from review_tasks t where t.id = c.task_id and t.status = 'open'
        and c.task_id = ${taskId} and c.coder = ${coder} returning c.task_id`.execute(now);
    if (own.rows.length === 0) return 'refused';
    const both = await sql<{ agreed: boolean }>`select count(distinct value) = 1 as agreed
      from review_codings where task_id = ${taskId} and submitted_at is not null
      having count(*) = 2`.execute(now);
    const [settled] = both.rows;
    if (!settled) return 'waiting';
    const status: TaskStatus = settled.agreed ? 'done' : 'disputed';
    await sql`update review_tasks set status = ${status} where id = ${taskId}`.execute(now);
    if (!settled.agreed) return 'disputed';
    await sql`insert into review_results (task_id, value)
      values (${taskId}, ${json(value)}::jsonb)`.execute(now);
    return 'agreed';
  });
}

/** A disputed task with its two readings, in an order that does not tell who wrote which. */
export interface DisputedTask extends TakenTask {
  readonly codings: readonly CodingValue[];
}

/** Disputes an adjudicator may settle: never one they coded themselves. */
export async function disputedTasks(
  db: Handle,
  asking: { readonly adjudicator: string; readonly demo: boolean; readonly limit: number },
): Promise<DisputedTask[]> {
  const { rows } = await sql<DisputedTask>`select ${taskColumns}, null as draft,
      null as submitted, (select json_agg(c.value order by md5(c.coder || t.id))
        from review_codings c where c.task_id = t.id) as codings
    from review_tasks t ${taskJoins}
    where t.demo = ${asking.demo} and t.status = 'disputed'
      and not exists (select from review_codings c
        where c.task_id = t.id and c.coder = ${asking.adjudicator})
    order by t.priority desc, t.id limit ${asking.limit}`.execute(db);
  return rows;
}

/** One dispute; null where it is settled, unknown, or coded by the asker. */
export async function disputedTask(
  db: Handle,
  asking: { readonly adjudicator: string; readonly demo: boolean; readonly taskId: string },
): Promise<DisputedTask | null> {
  const all = await disputedTasks(db, { ...asking, limit: 100_000 });
  return all.find((task) => task.taskId === asking.taskId) ?? null;
}

/** Settles a dispute; false where it is not open to this adjudicator. */
export async function adjudicate(
  db: Handle,
  deciding: { readonly taskId: string; readonly adjudicator: string },
  value: TaskReading,
): Promise<boolean> {
  const { taskId, adjudicator } = deciding;
  return inTransaction(db, async (now) => {
    const settled = await sql`update review_tasks t set status = 'done'
      where t.id = ${taskId} and t.status = 'disputed' and not exists (select
        from review_codings c where c.task_id = t.id and c.coder = ${adjudicator})
      returning t.id`.execute(now);
    if (settled.rows.length === 0) return false;
    await sql`insert into review_results (task_id, value, decided_by)
      values (${taskId}, ${json(value)}::jsonb, ${adjudicator})`.execute(now);
    return true;
  });
}

/** How far each stream has come, for one coder. */
export async function streamProgress(
  db: Handle,
  coder: string,
  demo: boolean,
): Promise<StreamProgress[]> {
  const { rows } = await sql<StreamProgress>`select s.stream,
      count(t.id)::int as tasks,
      count(t.id) filter (where t.status = 'open' and (c.task_id is null and t.places_taken < 2
        or c.task_id is not null and c.submitted_at is null))::int as "waitingForMe",
      count(t.id) filter (where c.submitted_at is not null)::int as "codedByMe",
      count(t.id) filter (where t.status = 'disputed')::int as disputed,
      count(t.id) filter (where t.status = 'done')::int as done
    from (values ('audit', 1), ('uncertain', 2)) as s (stream, position)
      left join review_tasks t on t.stream = s.stream and t.demo = ${demo}
        and t.status <> 'overtaken'
      left join review_codings c on c.task_id = t.id and c.coder = ${coder}
    group by s.stream, s.position order by s.position`.execute(db);
  return rows;
}

/** The two readings of every task that both coders have handed in. */
export interface CodedPair {
  readonly taskId: string;
  readonly stream: ReviewStream;
  readonly coders: readonly string[];
  readonly values: readonly CodingValue[];
}

/** Pairs of one world; with a coder, only those they took part in. */
export async function codedPairs(
  db: Handle,
  asking: { readonly demo: boolean; readonly stream: ReviewStream; readonly coder?: string },
): Promise<CodedPair[]> {
  const { demo, stream, coder = null } = asking;
  const { rows } = await sql<CodedPair>`select t.id as "taskId", t.stream,
      json_agg(c.coder order by c.place) as coders, json_agg(c.value order by c.place) as values
    from review_tasks t join review_codings c on c.task_id = t.id and c.submitted_at is not null
    where t.demo = ${demo} and t.stream = ${stream} and t.status in ('done', 'disputed')
    group by t.id having count(*) = 2
      and (${coder}::text is null or bool_or(c.coder = ${coder}))
    order by t.id`.execute(db);
  return rows;
}

/** A settled task: what people found beside what the machine had found. */
export interface SettledTask {
  readonly itemId: string;
  readonly stream: ReviewStream;
  readonly stratum: string;
  readonly machine: MachineReading;
  readonly result: CodingValue;
  readonly decidedAt: Date;
}

/** Every settled task of one world that still stands. */
export async function settledTasks(db: Handle, demo: boolean): Promise<SettledTask[]> {
  const { rows } = await sql<SettledTask>`select t.item_id as "itemId", t.stream, t.stratum,
      t.machine, r.value as result, r.decided_at as "decidedAt"
    from review_tasks t join review_results r on r.task_id = t.id
    where t.demo = ${demo} and t.status = 'done' and t.item_id is not null
    order by t.id`.execute(db);
  return rows;
}

/** Every handed-in coding with the machine's reading and the result, as separate values. */
export async function exportedCodings(db: Handle, demo: boolean): Promise<ExportedCoding[]> {
  type Row = Omit<ExportedCoding, 'submittedAt'> & { readonly submittedAt: Date };
  const { rows } = await sql<Row>`select t.id as "taskId", t.item_id as "itemId", v.url,
      t.content_hash as "contentHash", t.method_version as "methodVersion", t.stream, t.machine,
      c.coder, c.value, c.submitted_at as "submittedAt", r.value as result,
      case when r.task_id is null then null when r.decided_by is null then 'agreed'
        else 'adjudicated' end as decided
    from review_tasks t join review_codings c on c.task_id = t.id and c.submitted_at is not null
      join item_versions v on v.item_id = t.item_id and v.version = t.version
      left join review_results r on r.task_id = t.id
    where t.demo = ${demo} order by t.id, c.place`.execute(db);
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
}

/**
 * Stores a coding made elsewhere as one reading of the item's standing audit task. `refused` where
 * the item was not drawn, both places are taken, or this coder has read it.
 */
export async function importCoding(
  db: Handle,
  coding: { readonly demo: boolean; readonly itemId: string; readonly coder: string },
  value: CodingValue,
): Promise<Submitted> {
  const { demo, itemId, coder } = coding;
  return inTransaction(db, async (now) => {
    const placed = await sql<{ id: string }>`with place as (
        update review_tasks t set places_taken = places_taken + 1
        where t.item_id = ${itemId} and t.stream = 'audit' and t.demo = ${demo}
          and t.status = 'open' and t.places_taken < 2 and not exists (select
            from review_codings c where c.task_id = t.id and c.coder = ${coder})
        returning id)
      insert into review_codings (task_id, coder, place)
      select id, ${coder}, case when exists (select from review_codings c
        where c.task_id = place.id and c.place = 1) then 2 else 1 end from place
      returning task_id as id`.execute(now);
    const [task] = placed.rows;
    return task ? submitCoding(now, { taskId: task.id, coder }, value) : 'refused';
  });
}
