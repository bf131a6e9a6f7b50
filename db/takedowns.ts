import { sql } from 'kysely';
import type { DecisionState, Takedown } from '../src/domain/index.ts';
import { storable } from './batch.ts';
import { type Decision, decide } from './challenges.ts';
import type { Handle } from './schema.ts';

/** Stores a request that a text no longer be shown. */
export async function saveTakedown(
  db: Handle,
  given: {
    readonly id: string;
    readonly demo: boolean;
    readonly itemId: string;
    readonly reason: string;
    readonly askedAt: Date;
  },
): Promise<void> {
  const { id, demo, itemId, reason, askedAt } = given;
  await sql`insert into takedowns (id, demo, item_id, reason, asked_at)
    values (${id}, ${demo}, ${itemId}, ${storable(reason)}, ${askedAt})`.execute(db);
}

/** Decides an open request; from an accepted one on, the text is in no page, export or search. */
export function decideTakedown(db: Handle, decision: Decision): Promise<boolean> {
  return decide(db, sql`takedowns`, decision);
}

type Row = Omit<Takedown, 'askedAt' | 'decidedAt'> & {
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
};

/** Requests of one world, latest first; of one state or one id where given. */
export async function listTakedowns(
  db: Handle,
  options: { readonly demo: boolean; readonly state?: DecisionState; readonly id?: string },
): Promise<Takedown[]> {
  const { demo, state = null, id = null } = options;
  const { rows } = await sql<Row>`select t.id, t.item_id as "itemId", o.name as "outletName",
      i.canonical_url as url, t.reason, t.asked_at as "askedAt", t.state,
      t.decided_at as "decidedAt", t.decided_by as "decidedBy", t.answer
    from takedowns t join items i on i.id = t.item_id join outlets o on o.id = i.outlet_id
    where t.demo = ${demo} and (${state}::text is null or t.state = ${state})
      and (${id}::text is null or t.id = ${id})
    order by coalesce(t.decided_at, t.asked_at) desc, t.id limit 1000`.execute(db);
  return rows.map(({ askedAt, decidedAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }));
}
