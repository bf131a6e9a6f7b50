import { sql } from 'kysely';
import type { Alarm, Trouble } from '../src/domain/index.ts';
import { inTransaction, json } from './batch.ts';
import type { Handle } from './schema.ts';

/** What one look at the capture changed. */
export interface AlarmChange {
  readonly raised: number;
  readonly resolved: number;
  readonly open: number;
}

/**
 * Brings the alarms up to date with the troubles of now: new ones are raised, those that last get
 * today's figures, those that are over are resolved.
 */
export async function keepAlarms(
  db: Handle,
  found: { readonly troubles: readonly Trouble[]; readonly demo: boolean },
  now: Date,
): Promise<AlarmChange> {
  const given = json(found.troubles);
  return inTransaction(db, async (transaction) => {
    const listed = sql`select * from jsonb_to_recordset(${given}::jsonb)
      as t (kind text, "outletId" text, about text, facts jsonb)`;
    const resolved = await sql`update alarms a set resolved_at = ${now}
      where resolved_at is null and demo = ${found.demo}
        and not exists (select from (${listed}) t
          where t.kind = a.kind and t."outletId" = a.outlet_id and t.about = a.about)`.execute(
      transaction,
    );
    const raised = await sql<{ isNew: boolean }>`
      insert into alarms (demo, kind, outlet_id, about, facts, raised_at, seen_at)
      select o.demo, t.kind, o.id, t.about, t.facts, ${now}, ${now}
      from (${listed}) t join outlets o on o.id = t."outletId"
      on conflict (kind, outlet_id, about) where resolved_at is null
        do update set facts = excluded.facts, seen_at = excluded.seen_at
      returning xmax = 0 as "isNew"`.execute(transaction);
    return {
      raised: raised.rows.filter(({ isNew }) => isNew).length,
      resolved: Number(resolved.numAffectedRows ?? 0n),
      open: raised.rows.length,
    };
  });
}

type Row = Omit<Alarm, 'raisedAt' | 'resolvedAt'> & {
  readonly raisedAt: Date;
  readonly resolvedAt: Date | null;
};

const columns = sql`a.id::text as id, a.kind, a.outlet_id as "outletId", o.name as "outletName",
  a.about, a.facts, a.raised_at as "raisedAt", a.resolved_at as "resolvedAt"`;

function alarmOf(row: Row): Alarm {
  return {
    ...row,
    raisedAt: row.raisedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}

/** Open alarms, oldest first, then those resolved since a moment, latest first. */
export async function listAlarms(
  db: Handle,
  asked: { readonly resolvedSince: Date },
): Promise<Alarm[]> {
  const { rows } = await sql<Row>`select ${columns} from alarms a
    join outlets o on o.id = a.outlet_id
    where a.resolved_at is null or a.resolved_at >= ${asked.resolvedSince}
    order by a.resolved_at desc nulls first, a.raised_at, a.id`.execute(db);
  return rows.map(alarmOf);
}

/** Alarms of which the operator has not been told: those raised, and those over, since a moment. */
export async function untoldAlarms(
  db: Handle,
  asked: { readonly since: Date },
): Promise<{ readonly raised: Alarm[]; readonly resolved: Alarm[] }> {
  const { rows } = await sql<Row & { told: boolean }>`
    select ${columns}, a.told_raised as told from alarms a join outlets o on o.id = a.outlet_id
    where not a.demo and ((not a.told_raised and a.resolved_at is null and a.raised_at >= ${asked.since})
      or (a.told_raised and not a.told_resolved and a.resolved_at >= ${asked.since}))
    order by a.raised_at, a.id`.execute(db);
  const alarms = (isTold: boolean) =>
    rows.filter(({ told }) => told === isTold).map(({ told: _told, ...row }) => alarmOf(row));
  return { raised: alarms(false), resolved: alarms(true) };
}

/** Notes that the operator was told. */
export async function markAlarmsTold(
  db: Handle,
  told: { readonly raised: readonly Alarm[]; readonly resolved: readonly Alarm[] },
): Promise<void> {
  const ids = (alarms: readonly Alarm[]) => alarms.map(({ id }) => id);
  await sql`update alarms set told_raised = true
    where id::text = any(${ids(told.raised)}::text[])`.execute(db);
  await sql`update alarms set told_resolved = true
    where id::text = any(${ids(told.resolved)}::text[])`.execute(db);
}
