import { sql } from 'kysely';
import type { Handle } from './schema.ts';

/** What a monitor asks every few seconds: each figure cheap to read. */
export interface OperationalCounts {
  readonly databaseBytes: number;
  readonly outlets: number;
  readonly workers: number;
  /** Attempts of the last hour by outcome. */
  readonly fetches: readonly { readonly outcome: string; readonly count: number }[];
  readonly lastFetchAt: Date | null;
  readonly alarms: readonly { readonly kind: string; readonly count: number }[];
  /** Slots by job and state, those of the last day. */
  readonly slots: readonly {
    readonly kind: string;
    readonly state: string;
    readonly count: number;
  }[];
  /** Since when the oldest slot has been waiting. */
  readonly oldestQueuedAt: Date | null;
  /** The ledger's last day that is over, by outlet. */
  readonly days: readonly {
    readonly outletId: string;
    readonly captured: number | null;
    readonly expected: number | null;
  }[];
}

/** Reads them all on one picture of the database. */
export async function operationalCounts(db: Handle, now: Date): Promise<OperationalCounts> {
  const { rows } = await sql<{ counts: OperationalCounts }>`
    select json_build_object(
      'databaseBytes', pg_database_size(current_database()),
      'outlets', (select count(distinct s.outlet_id) from sources s
        join outlets o on o.id = s.outlet_id where not o.demo),
      'workers', (select count(*) from workers
        where seen_at > ${now}::timestamptz - interval '1 minute'),
      'fetches', (select coalesce(json_agg(f), '[]') from (
        select outcome, count(*) from fetches
        where started_at > ${now}::timestamptz - interval '1 hour' and started_at <= ${now}
        group by outcome order by outcome) f),
      'lastFetchAt', (select max(started_at) from fetches
        where started_at > ${now}::timestamptz - interval '8 days'),
      'alarms', (select coalesce(json_agg(a), '[]') from (
        select kind, count(*) from alarms where resolved_at is null and not demo
        group by kind order by kind) a),
      'slots', (select coalesce(json_agg(s), '[]') from (
        select kind, state, count(*) from slots
        where queued_at > ${now}::timestamptz - interval '1 day'
        group by kind, state order by kind, state) s),
      'oldestQueuedAt', (select min(queued_at) from slots where state = 'queued'),
      'days', (select coalesce(json_agg(d), '[]') from (
        select c.outlet_id as "outletId", c.captured, c.expected
        from outlets o join coverage c on c.outlet_id = o.id and c.day = to_char(
          (${now}::timestamptz at time zone o.time_zone) - interval '30 hours', 'YYYY-MM-DD')
        where not o.demo order by c.outlet_id) d)
    ) as counts`.execute(db);
  const [row] = rows;
  const counts = row?.counts as OperationalCounts;
  const date = (value: Date | null) => (value === null ? null : new Date(value));
  return {
    ...counts,
    lastFetchAt: date(counts.lastFetchAt),
    oldestQueuedAt: date(counts.oldestQueuedAt),
  };
}

/** Resolves where the database answers. */
export async function databaseAnswers(db: Handle): Promise<void> {
  await sql`select 1`.execute(db);
}

/** When something was last asked for; null if never in a year. */
export async function latestFetchAt(db: Handle): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(started_at) as at from fetches
    where started_at > now() - interval '400 days'`.execute(db);
  return rows[0]?.at ?? null;
}

/** Hashes of some kept bytes that lie beside each other from a place taken by chance. */
export async function sampleOfBlobs(db: Handle, size: number): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    with place as materialized (select md5(random()::text) as from_here),
    after as (select hash from blobs, place where removed_at is null and hash >= from_here
      order by hash limit ${size}),
    before as (select hash from blobs, place where removed_at is null and hash < from_here
      order by hash limit ${size})
    select hash from (select * from after union all select * from before) found
    limit ${size}`.execute(db);
  return rows.map(({ hash }) => hash);
}
