import { sql } from 'kysely';
import type {
  ExportedLook,
  LookReading,
  SnapshotFault,
  TaskStatus,
  Viewport,
} from '../src/domain/index.ts';
import { idOf } from './identity.ts';
import { insertTasks, type NewTask } from './review-tasks.ts';
import type { Handle } from './schema.ts';

/** A look at a front page that failed, or that is unlike the others of its outlet. */
export interface LookDoubt {
  readonly snapshotId: string;
  /** Hash of its whole picture: another picture is another task. */
  readonly pictureHash: string;
  readonly methodVersion: string;
  /** Why it failed; null where it is only odd. */
  readonly fault: SnapshotFault | null;
  /** Part of the first screen with stories, 0–1, and what is usual there. */
  readonly aboveFold: number | null;
  readonly usualAboveFold: number | null;
  /** CSS pixels. */
  readonly pageHeight: number;
  readonly usualHeight: number | null;
  /** Looks at this page through this window in the same days. */
  readonly looks: number;
}

/** Days of looks that are gone through: older ones are no longer on most pages. */
const lookDays = 35;
/** Of one kind, outlet, window and day: a site that is down all day is not looked at all day. */
const alikeADay = 3;
/** A good look is odd where it shows less than half of what is usual, or a page twice as long. */
const odd = { part: 0.5, times: 2, leastGoodLooks: 5 };

/** Looks at front pages of one world that people should judge by their whole picture. */
export async function lookDoubts(db: Handle, demo: boolean): Promise<LookDoubt[]> {
  const { rows } = await sql<LookDoubt>`with looks as (
      select p.*, to_char(p.scheduled_at at time zone o.time_zone, 'YYYY-MM-DD') as day
      from snapshots p join outlets o on o.id = p.outlet_id and o.demo = ${demo}
      where p.page_kind = 'front' and p.scheduled_at > (select max(s.scheduled_at)
        from snapshots s join outlets w on w.id = s.outlet_id and w.demo = ${demo})
        - make_interval(days => ${lookDays})),
    usual as (
      select outlet_id, viewport, count(*)::int as looks,
        count(*) filter (where fault is null) as good,
        percentile_cont(0.5) within group (order by above_fold)
          filter (where fault is null) as fold,
        percentile_cont(0.5) within group (order by page_height)
          filter (where fault is null) as height
      from looks group by outlet_id, viewport),
    doubts as (
      select l.*, u.looks, u.fold as usual_fold, u.height as usual_height,
        row_number() over (partition by l.outlet_id, l.viewport, l.fault, l.day
          order by l.scheduled_at) as nth
      from looks l join usual u using (outlet_id, viewport)
        join blobs b on b.hash = l.screenshot_hash and b.removed_at is null
      where l.fault is not null or (u.good >= ${odd.leastGoodLooks} and (
        l.above_fold < u.fold * ${odd.part} or l.page_height < u.height * ${odd.part}
        or l.page_height > u.height * ${odd.times})))
    select id as "snapshotId", screenshot_hash as "pictureHash",
      method_version as "methodVersion", fault, above_fold as "aboveFold",
      usual_fold as "usualAboveFold", page_height as "pageHeight",
      usual_height as "usualHeight", looks
    from doubts where nth <= ${alikeADay} order by scheduled_at, id`.execute(db);
  return rows;
}

/** Stores looks as tasks; one that has a standing task keeps it. Returns how many are new. */
export async function saveLookTasks(
  db: Handle,
  tasks: readonly (LookDoubt & Pick<NewTask, 'reasons' | 'priority'>)[],
  demo: boolean,
): Promise<number> {
  const ids = tasks.map(({ snapshotId, pictureHash }) =>
    idOf('task', 'look', snapshotId, pictureHash),
  );
  const known = await sql<{ id: string }>`select id from review_tasks
    where id = any(${ids}::text[])`.execute(db);
  const before = new Set(known.rows.map(({ id }) => id));
  const fresh = tasks.flatMap((task, index) => {
    const id = ids[index] ?? '';
    return before.has(id) ? [] : [{ ...task, id }];
  });
  await insertTasks(
    db,
    fresh.map(({ fault, pictureHash, ...task }) => ({
      ...task,
      stream: 'uncertain',
      itemId: null,
      version: 1,
      contentHash: pictureHash,
      machine: { fault },
      stratum: null,
      challengeId: null,
    })),
    demo,
  );
  return fresh.length;
}

/** Ends tasks whose look was replaced by another of its slot, or is gone; answers how many. */
export async function overtakeLooks(db: Handle, demo: boolean): Promise<number> {
  const { rows } = await sql`update review_tasks t set status = 'overtaken'
    where t.demo = ${demo} and t.snapshot_id is not null and t.status <> 'overtaken'
      and not exists (select from snapshots p where p.id = t.snapshot_id
        and p.screenshot_hash = t.content_hash)
    returning t.id`.execute(db);
  return rows.length;
}

/** A look to judge, for the one who has taken it. */
export interface TakenLook {
  readonly taskId: string;
  readonly status: TaskStatus;
  readonly snapshotId: string;
  readonly outletName: string;
  readonly url: string;
  readonly viewport: Viewport['name'];
  readonly width: number;
  readonly height: number;
  readonly takenAt: Date;
  readonly timeZone: string;
  readonly reasons: NewTask['reasons'];
  readonly submitted: LookReading | null;
}

const lookColumns = sql`t.id as "taskId", t.status, t.snapshot_id as "snapshotId",
  o.name as "outletName", p.url, p.viewport, p.width, p.height, p.taken_at as "takenAt",
  o.time_zone as "timeZone", t.reasons`;

const lookJoins = sql`join snapshots p on p.id = t.snapshot_id join outlets o on o.id = p.outlet_id`;

/** A look its coder has taken; null for anyone else, whatever the id. */
export async function takenLook(
  db: Handle,
  taskId: string,
  coder: string,
): Promise<TakenLook | null> {
  const { rows } = await sql<TakenLook>`select ${lookColumns}, c.value as submitted
    from review_tasks t join review_codings c on c.task_id = t.id and c.coder = ${coder}
    ${lookJoins} where t.id = ${taskId}`.execute(db);
  return rows[0] ?? null;
}

/** Looks two people judged differently, for an adjudicator who judged none of them. */
export async function disputedLooks(
  db: Handle,
  asking: { readonly adjudicator: string; readonly demo: boolean; readonly limit: number },
): Promise<(TakenLook & { readonly readings: readonly LookReading[] })[]> {
  const { rows } = await sql<
    TakenLook & { readonly readings: readonly LookReading[] }
  >`select ${lookColumns}, null as submitted,
      (select json_agg(c.value order by md5(c.coder || t.id))
        from review_codings c where c.task_id = t.id) as readings
    from review_tasks t ${lookJoins}
    where t.demo = ${asking.demo} and t.status = 'disputed'
      and not exists (select from review_codings c
        where c.task_id = t.id and c.coder = ${asking.adjudicator})
    order by t.priority desc, t.id limit ${asking.limit}`.execute(db);
  return rows;
}

/**
 * Every handed-in judgement of a look, beside what the machine thought and the result; also where
 * the slot was looked at again since. The address is the one looked at last.
 */
export async function exportedLooks(db: Handle, demo: boolean): Promise<ExportedLook[]> {
  type Row = Omit<ExportedLook, 'submittedAt'> & { readonly submittedAt: Date };
  const { rows } = await sql<Row>`select t.id as "taskId", t.snapshot_id as "snapshotId",
      coalesce(p.url, '') as url, t.content_hash as "contentHash",
      t.method_version as "methodVersion", t.stream, t.machine, c.coder, c.value,
      c.submitted_at as "submittedAt", r.value as result,
      case when r.task_id is null then null when r.decided_by is null then 'agreed'
        else 'adjudicated' end as decided
    from review_tasks t join review_codings c on c.task_id = t.id and c.submitted_at is not null
      left join snapshots p on p.id = t.snapshot_id
      left join review_results r on r.task_id = t.id
    where t.demo = ${demo} and t.snapshot_id is not null order by t.id, c.place`.execute(db);
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
}

/**
 * What people found of a look, of the snapshot alias `p`: their result, or null. A look they judged
 * not rightly seen is no good one, whatever the machine thought.
 */
export const judgedLook = sql`(select r.value ->> 'look' from review_tasks t
  join review_results r on r.task_id = t.id
  where t.snapshot_id = p.id and t.status = 'done' and t.content_hash = p.screenshot_hash)`;

/** Whether the look with the alias `p` counts. */
export const goodLook = sql`(p.fault is null and coalesce(${judgedLook}, 'right') = 'right')`;
