import { sql } from 'kysely';
import type { MachineReading, Reason, ReviewStream } from '../src/domain/index.ts';
import { insertRows, json } from './batch.ts';
import { idOf } from './identity.ts';
import type { Handle } from './schema.ts';

/** An item that may become a task, with what the machine reads in it. */
export interface ReviewCandidate {
  readonly itemId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly methodVersion: string;
  /** Month, outlet, and whether anybody was found: what the audit is drawn by. */
  readonly stratum: string;
  readonly machine: MachineReading;
}

/** Why an item is to be read. */
export interface TaskReason extends Reason {
  readonly personId: string | null;
  /** Of the reader's challenge that it repeats. */
  readonly challengeId?: string;
}

/** A task to be stored. */
export interface NewTask extends ReviewCandidate {
  readonly stream: ReviewStream;
  readonly reasons: readonly TaskReason[];
  /** Set where the item was read before, and a reader's challenge asks for it once more. */
  readonly challengeId?: string;
  /** Larger comes first; by lot in the audit. */
  readonly priority: number;
}

const reading = sql`
  select i.id as "itemId", i.latest_version as version, v.content_hash as "contentHash",
    a.method_version as "methodVersion",
    left(i.day, 7) || ' ' || i.outlet_id || case when found.persons is null
      then ' nobody' else ' somebody' end as stratum,
    json_build_object('persons', coalesce(found.persons, '[]'::json)) as machine
  from items i join outlets o on o.id = i.outlet_id
    join item_versions v on v.item_id = i.id and v.version = i.latest_version
    join analyses a on a.item_id = i.id and a.version = i.latest_version
    left join lateral (select json_agg(p.person_id order by p.person_id) as persons
      from item_persons p join persons r on r.demo = o.demo and r.id = p.person_id
      where p.item_id = i.id and p.version = i.latest_version) found on true`;

/** Items of a period with the machine's reading: what an audit is drawn from. */
export async function auditFrame(
  db: Handle,
  frame: { readonly demo: boolean; readonly from: string; readonly to: string },
): Promise<ReviewCandidate[]> {
  const { rows } = await sql<ReviewCandidate>`${reading}
    where o.demo = ${frame.demo} and i.day between ${frame.from} and ${frame.to}
    order by i.id`.execute(db);
  return rows;
}

/** Items drawn for the audit whose task still stands. */
export async function auditedItems(db: Handle, demo: boolean): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select item_id as id from review_tasks
    where stream = 'audit' and demo = ${demo} and status <> 'overtaken'`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** A doubt of the machine about an item, before it is weighed. */
export interface Doubt {
  readonly itemId: string;
  readonly personId: string | null;
  readonly kind: 'identity' | 'confidence' | 'extraction';
  readonly reasonVi: string;
  readonly reasonEn: string;
  /** Counted persons of the item. */
  readonly persons: number;
  /** Σ 1/n of the person (or of all) so far: what a change is measured against. */
  readonly personTotal: number;
}

/** Mentions with a confidence under this are doubtful even where they count. */
const doubtfulMention = 0.75;
/** And texts under this. */
const doubtfulText = 0.6;

/** What the machine doubts in the latest versions of one world, of items that are no task yet. */
export async function machineDoubts(db: Handle, demo: boolean): Promise<Doubt[]> {
  const { rows } = await sql<Doubt>`with totals as (
      select p.person_id, sum(p.fraction)::float8 as total
      from item_persons p join items i on i.id = p.item_id and i.latest_version = p.version
      group by p.person_id),
    counts as (
      select i.id, i.latest_version as version, a.month, v.confidence,
        (select count(*)::int from item_persons p
          where p.item_id = i.id and p.version = i.latest_version) as persons
      from items i join outlets o on o.id = i.outlet_id and o.demo = ${demo}
        join item_versions v on v.item_id = i.id and v.version = i.latest_version
        join analyses a on a.item_id = i.id and a.version = i.latest_version
      where not exists (select from review_tasks k where k.item_id = i.id
        and k.stream = 'uncertain' and k.status <> 'overtaken'))
    select distinct on (c.id, m.person_id, m.uncertain) c.id as "itemId",
      m.person_id as "personId", case when m.uncertain then 'identity' else 'confidence' end as kind,
      m.reason_vi as "reasonVi", m.reason_en as "reasonEn", c.persons,
      coalesce(t.total, 0) as "personTotal"
    from counts c join mentions m on m.item_id = c.id and m.version = c.version
        and m.month = c.month
        and (m.uncertain or (m.counted and m.confidence < ${doubtfulMention}))
      join persons r on r.demo = ${demo} and r.id = m.person_id
      left join totals t on t.person_id = m.person_id
    union all
    select c.id, null, 'extraction', '', '', c.persons,
      greatest(1, coalesce((select sum(total) from totals), 0))
    from counts c where c.confidence < ${doubtfulText}
    order by 1, 2, 3`.execute(db);
  return rows;
}

/** An open challenge that no reader of the item has had before them. */
export interface UnreadChallenge extends Pick<Doubt, 'itemId' | 'personId' | 'persons'> {
  readonly challengeId: string;
  /** The reader's words. */
  readonly words: string;
  readonly personTotal: number;
  /** A task about the item that people still have to settle; null: none. */
  readonly waitingTaskId: string | null;
}

/** Challenges of one world that stand in no task yet, in the order of their items. */
export async function unreadChallenges(db: Handle, demo: boolean): Promise<UnreadChallenge[]> {
  const { rows } = await sql<UnreadChallenge>`select h.id as "challengeId",
      h.item_id as "itemId", h.person_id as "personId", h.reason as words,
      (select count(*)::int from item_persons p
        where p.item_id = i.id and p.version = i.latest_version) as persons,
      (select coalesce(sum(p.fraction), 0)::float8 from item_persons p
        join items j on j.id = p.item_id and j.latest_version = p.version
        where p.person_id = h.person_id) as "personTotal",
      (select k.id from review_tasks k where k.item_id = i.id and k.stream = 'uncertain'
        and k.status in ('open', 'disputed') order by k.created_at, k.id limit 1)
        as "waitingTaskId"
    from challenges h join items i on i.id = h.item_id
    where h.demo = ${demo} and h.state = 'open' and not exists (select from review_tasks k
      where k.item_id = i.id and k.stream = 'uncertain' and k.status <> 'overtaken'
        and k.reasons @> jsonb_build_array(jsonb_build_object('challengeId', h.id)))
    order by i.id, h.raised_at, h.id`.execute(db);
  return rows;
}

/** Adds reasons to a task that is not settled yet, and what they weigh to its priority. */
export async function addReasons(
  db: Handle,
  taskId: string,
  { reasons, priority }: Pick<NewTask, 'reasons' | 'priority'>,
): Promise<void> {
  await sql`update review_tasks set reasons = reasons || ${json(reasons)}::jsonb,
      priority = priority + ${priority}
    where id = ${taskId} and status in ('open', 'disputed')`.execute(db);
}

/** Readings of some items, by id. */
export async function readingsOf(
  db: Handle,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, ReviewCandidate>> {
  const { rows } = await sql<ReviewCandidate>`${reading}
    where i.id = any(${itemIds}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.itemId, row]));
}

/** Stores tasks; an item that has a standing task of the stream keeps it. Returns how many. */
export async function saveTasks(
  db: Handle,
  tasks: readonly NewTask[],
  demo: boolean,
): Promise<number> {
  const before = await countTasks(db);
  await insertTasks(
    db,
    tasks.map((task) => ({
      ...task,
      id: taskIdOf(task),
      snapshotId: null,
      challengeId: task.challengeId ?? null,
    })),
    demo,
  );
  return (await countTasks(db)) - before;
}

/** A task of an item or of a look, as a row. */
type TaskRow = Omit<NewTask, 'itemId' | 'stratum' | 'machine' | 'challengeId'> & {
  readonly id: string;
  readonly itemId: string | null;
  readonly snapshotId: string | null;
  readonly stratum: string | null;
  readonly machine: unknown;
  readonly challengeId: string | null;
};

/** Stores rows of tasks; those whose place is taken are left out. */
export async function insertTasks(
  db: Handle,
  tasks: readonly TaskRow[],
  demo: boolean,
): Promise<void> {
  await insertRows(db, {
    table: 'review_tasks',
    columns: {
      id: 'text',
      demo: 'boolean',
      stream: 'text',
      item_id: 'text',
      snapshot_id: 'text',
      version: 'integer',
      content_hash: 'text',
      method_version: 'text',
      machine: 'jsonb',
      reasons: 'jsonb',
      stratum: 'text',
      priority: 'double precision',
      challenge_id: 'text',
    },
    rows: tasks.map((task) => ({
      id: task.id,
      demo,
      stream: task.stream,
      item_id: task.itemId,
      snapshot_id: task.snapshotId,
      version: task.version,
      content_hash: task.contentHash,
      method_version: task.methodVersion,
      machine: json(task.machine),
      reasons: json(task.reasons),
      stratum: task.stratum,
      priority: task.priority,
      challenge_id: task.challengeId,
    })),
    conflict: sql`on conflict do nothing`,
  });
}

function taskIdOf({ stream, itemId, contentHash, methodVersion, challengeId }: NewTask): string {
  const again = challengeId === undefined ? [] : [challengeId];
  return idOf('task', stream, itemId, contentHash, methodVersion, ...again);
}

async function countTasks(db: Handle): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from review_tasks`.execute(db);
  return rows[0]?.count ?? 0;
}

/** A task whose text or method is no longer the present one. */
export interface OvertakenTask extends ReviewCandidate {
  readonly taskId: string;
  readonly stream: ReviewStream;
  readonly reasons: NewTask['reasons'];
  readonly priority: number;
}

/** Marks tasks whose text or method changed as overtaken; gives what is to take their place. */
export async function overtakeTasks(db: Handle, demo: boolean): Promise<OvertakenTask[]> {
  const { rows } = await sql<OvertakenTask>`with present as (${reading} where o.demo = ${demo}
      and i.id in (select item_id from review_tasks where demo = ${demo} and status <> 'overtaken')),
    overtaken as (
      update review_tasks t set status = 'overtaken' from present p
      where p."itemId" = t.item_id and t.status <> 'overtaken'
        and (p."contentHash" <> t.content_hash or p."methodVersion" <> t.method_version)
      returning t.id, t.item_id, t.stream, t.reasons, t.priority)
    select o.id as "taskId", o.stream, o.reasons, o.priority, p.*
    from overtaken o join present p on p."itemId" = o.item_id`.execute(db);
  return rows;
}

/** Where an item that is being audited was published. */
export interface AuditedAddress {
  readonly itemId: string;
  readonly outletId: string;
  readonly url: string;
}

/** Every item of the audit that still stands, with its address; in the order of their ids. */
export async function auditedAddresses(
  db: Handle,
  { demo }: { readonly demo: boolean },
): Promise<AuditedAddress[]> {
  const { rows } = await sql<AuditedAddress>`
    select i.id as "itemId", i.outlet_id as "outletId", i.canonical_url as url
    from review_tasks t join items i on i.id = t.item_id
    where t.demo = ${demo} and t.stream = 'audit' and t.status <> 'overtaken'
    order by i.id`.execute(db);
  return rows;
}
