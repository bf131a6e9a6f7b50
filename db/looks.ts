import { sql } from 'kysely';
import type { FetchAttempt, FetchOutcome } from '../src/domain/index.ts';
import { json, storable } from './batch.ts';
import { idOf } from './identity.ts';
import type { Handle } from './schema.ts';

/** One attempt made to learn about a site or to check an outlet; no crawl learns from it. */
export interface SiteLook {
  readonly url: string;
  /** Null where the site is not followed. */
  readonly outletId: string | null;
  readonly startedAt: Date;
  readonly outcome: FetchOutcome;
  readonly status: number | null;
  readonly errorCode: string | null;
  readonly blobHash: string | null;
}

/**
 * Stores one attempt that no crawl made, also a failed one; the same attempt twice is one row. Its
 * outlet is noted if one of that id is stored. `blobHash` is what the archive answered, or null.
 */
export async function recordLook(
  db: Handle,
  attempt: FetchAttempt,
  about: { readonly outletId: string | null; readonly blobHash: string | null },
): Promise<void> {
  const { outletId, blobHash } = about;
  const id = idOf(outletId ?? '', attempt.url, attempt.startedAt.toISOString());
  if (blobHash !== null)
    await sql`insert into blobs (hash, size_bytes)
      values (${blobHash}, ${attempt.bytes?.length ?? 0})
      on conflict (hash) do update set removed_at = null
        where blobs.removed_at is not null`.execute(db);
  await sql`insert into site_looks (id, outlet_id, url, final_url, started_at, day, duration_ms,
      outcome, status, headers, blob_hash, error_code, error_message)
    select ${id}, outlets.id, ${storable(attempt.url)}, ${storable(attempt.finalUrl)},
      ${attempt.startedAt},
      to_char(${attempt.startedAt}::timestamptz at time zone coalesce(time_zone, 'UTC'),
        'YYYY-MM-DD'),
      ${attempt.durationMs}, ${attempt.outcome}, ${attempt.status}, ${json(attempt.headers)}::jsonb,
      ${blobHash}, ${attempt.error?.code ?? null},
      ${attempt.error ? storable(attempt.error.message) : null}
    from (values (${outletId}::text)) as asked (id) left join outlets using (id)
    on conflict (id) do nothing`.execute(db);
}

/** The latest looks, newest first. */
export async function latestLooks(
  db: Handle,
  options: { readonly limit: number },
): Promise<SiteLook[]> {
  const { rows } = await sql<SiteLook>`
    select url, outlet_id as "outletId", started_at as "startedAt", outcome, status,
      error_code as "errorCode", blob_hash as "blobHash"
    from site_looks order by started_at desc limit ${options.limit}`.execute(db);
  return rows;
}
