import { sql } from 'kysely';
import type { RetentionRun } from '../src/domain/index.ts';
import type { Handle } from './schema.ts';

/** What is old enough to go; null = kept for ever. */
export interface ExpiryRule {
  readonly pagesBefore: Date | null;
  readonly picturesBefore: Date | null;
  readonly now: Date;
}

/**
 * Gives up raw bytes that nothing young refers to: pages and subtitles by their last fetch, whole
 * pictures of front pages by their look. Small pictures and kept exports stay. Hash, size and every
 * figure stay too.
 */
export async function giveUpExpired(
  db: Handle,
  rule: ExpiryRule,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const { rows } = await sql<{ count: number; bytes: string }>`
    with ${expiredHashes(rule)},
    given_up as (
      update blobs set removed_at = ${rule.now}, cleared_at = null
      where removed_at is null and hash in (select hash from expired) returning size_bytes
    )
    select count(*)::integer as count, coalesce(sum(size_bytes), 0)::text as bytes from given_up`.execute(
    db,
  );
  return { count: rows[0]?.count ?? 0, bytes: Number(rows[0]?.bytes ?? 0) };
}

/** What `giveUpExpired` would give up, without doing it. */
export async function countExpired(
  db: Handle,
  rule: ExpiryRule,
): Promise<{ readonly count: number; readonly bytes: number }> {
  const { rows } = await sql<{ count: number; bytes: string }>`
    with ${expiredHashes(rule)}
    select count(*)::integer as count, coalesce(sum(size_bytes), 0)::text as bytes
    from blobs where removed_at is null and hash in (select hash from expired)`.execute(db);
  return { count: rows[0]?.count ?? 0, bytes: Number(rows[0]?.bytes ?? 0) };
}

/** How many given up bytes wait to be removed for good. */
export async function countGivenUp(db: Handle): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from blobs
    where removed_at is not null and cleared_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The common table expressions `uses` and `expired`: hashes that nothing young refers to. */
function expiredHashes({ pagesBefore, picturesBefore }: ExpiryRule) {
  const young = (at: ReturnType<typeof sql>, before: Date | null) =>
    sql`coalesce(${at} >= ${before}::timestamptz, true)`;
  return sql`uses as (
      select blob_hash as hash, ${young(sql`max(started_at)`, pagesBefore)} as young
        from fetches where blob_hash is not null group by blob_hash
      union all
      select blob_hash, ${young(sql`max(started_at)`, pagesBefore)}
        from site_looks where blob_hash is not null group by blob_hash
      union all
      select u.hash, ${young(sql`p.taken_at`, picturesBefore)} from snapshots p
        cross join lateral (values (p.screenshot_hash), (p.page_hash)) as u (hash)
        where u.hash is not null
      union all
      select thumbnail_hash, true from snapshots where thumbnail_hash is not null
      union all
      select unnest(parts), true from export_files
    ),
    expired as (select hash from uses group by hash having not bool_or(young))`;
}

/** Clearings done, latest first: by the timetable (`by` null), or by an administrator. */
export async function retentionRuns(db: Handle, limit: number): Promise<RetentionRun[]> {
  type Row = Omit<RetentionRun, 'at'> & { readonly at: Date };
  const figure = (name: string) => sql`coalesce((result ->> ${name})::float8, 0)`;
  const { rows } = await sql<Row>`select at, by, ${figure('cleared')} as cleared,
      ${figure('givenUp')} as "givenUp", ${figure('megabytes')} as megabytes
    from (
      select finished_at as at, null as by, result from slots
        where kind = 'retention' and state = 'done'
      union all
      select a.at, coalesce(u.name, a.user_id), a.details from audit_trail a
        left join auth_users u on u.id = a.user_id where a.action = 'retention run'
    ) as runs order by at desc nulls last limit ${limit}`.execute(db);
  return rows.map(({ at, ...run }) => ({ ...run, at: at.toISOString() }));
}

/** Hashes given up before a moment whose bytes are still there. */
export async function blobsToClear(
  db: Handle,
  asked: { readonly before: Date; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`select hash from blobs
    where removed_at < ${asked.before} and cleared_at is null order by removed_at, hash
    limit ${asked.limit}`.execute(db);
  return rows.map(({ hash }) => hash);
}

/** Whether bytes are still given up; a page fetched again meanwhile takes them back. */
export async function noteCleared(db: Handle, hash: string, now: Date): Promise<void> {
  await sql`update blobs set cleared_at = ${now}
    where hash = ${hash} and removed_at is not null`.execute(db);
}
