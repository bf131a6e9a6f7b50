import { sql } from 'kysely';
import type { PlanDeviation, PlanPart } from '../src/domain/index.ts';
import { inTransaction, storable } from './batch.ts';
import type { Handle } from './schema.ts';

/** A sealed plan as stored: its text byte by byte. */
export interface StoredPlan {
  readonly hash: string;
  readonly sealedAt: Date;
  readonly text: string;
  readonly deviations: readonly PlanDeviation[];
}

interface Noted {
  readonly hash: string;
  readonly notedAt: Date;
  readonly what: string;
  readonly part: PlanPart | null;
}

/** Seals a plan; the same text sealed again keeps its first date. */
export async function savePlan(
  db: Handle,
  plan: {
    readonly hash: string;
    readonly demo: boolean;
    readonly title: string;
    readonly text: string;
    readonly sealedAt: Date;
  },
): Promise<void> {
  const { hash, demo, title, text, sealedAt } = plan;
  await sql`insert into plans (hash, demo, title, content, sealed_at)
    values (${hash}, ${demo}, ${storable(title)}, ${text}, ${sealedAt})
    on conflict do nothing`.execute(db);
}

/** Notes a deviation from a plan; false where there is no such plan. */
export async function saveDeviation(
  db: Handle,
  note: { readonly hash: string; readonly what: string; readonly at: Date },
): Promise<boolean> {
  const added = await sql`insert into plan_deviations (plan_hash, noted_at, what)
    select hash, ${note.at}, ${storable(note.what)} from plans where hash = ${note.hash}`.execute(
    db,
  );
  return added.numAffectedRows === 1n;
}

/** Notes how a part of a plan differs, unless that is what was noted of it last. */
export async function saveNotice(
  db: Handle,
  notice: {
    readonly hash: string;
    readonly part: PlanPart;
    readonly what: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { hash, part, what, at } = notice;
  return inTransaction(db, async (now) => {
    // Of two that notice it at once, the second waits and finds it noted.
    await sql`select from plans where hash = ${hash} for update`.execute(now);
    const added = await sql`insert into plan_deviations (plan_hash, noted_at, what, part)
      select ${hash}, ${at}, ${storable(what)}, ${part}
      where ${storable(what)} <> coalesce((select what from plan_deviations
        where plan_hash = ${hash} and part = ${part} order by id desc limit 1), '')`.execute(now);
    return added.numAffectedRows === 1n;
  });
}

/** Sealed plans of one world, latest first; one of them where its hash is given. */
export async function listPlans(
  db: Handle,
  options: { readonly demo: boolean; readonly hash?: string },
): Promise<StoredPlan[]> {
  const { demo, hash = null } = options;
  const { rows } = await sql<Omit<StoredPlan, 'deviations'>>`
    select p.hash, p.sealed_at as "sealedAt", p.content as text from plans p
    where p.demo = ${demo} and (${hash}::text is null or p.hash = ${hash})
    order by p.sealed_at desc, p.hash`.execute(db);
  const hashes = rows.map((row) => row.hash);
  const noted = await sql<Noted>`
    select plan_hash as hash, noted_at as "notedAt", what, part from plan_deviations
    where plan_hash = any(${hashes}::text[]) order by noted_at, id`.execute(db);
  return rows.map((row) => ({
    ...row,
    deviations: noted.rows
      .filter((one) => one.hash === row.hash)
      .map(({ notedAt, what, part }) => ({ notedAt: notedAt.toISOString(), what, part })),
  }));
}
