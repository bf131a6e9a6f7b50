import { sql } from 'kysely';
import type { Handle } from './schema.ts';

/** One stored answer of a web server whose bytes the archive has. */
export interface StoredCapture {
  readonly fetchId: string;
  readonly finalUrl: string;
  readonly startedAt: Date;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly blobHash: string;
  /** Whether it comes from the example's fictional press. */
  readonly demo: boolean;
}

/** Which captures: of one outlet or all, of days in each outlet's zone, both included. */
export interface CaptureScope {
  readonly outletId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Captures in the order they were fetched, `limit` at most; `after` is the last of the batch
 * before. Attempts without bytes (failed, unchanged) are none.
 */
export async function storedCaptures(
  db: Handle,
  scope: CaptureScope,
  batch: { readonly limit: number; readonly after: StoredCapture | null },
): Promise<StoredCapture[]> {
  const { limit, after } = batch;
  const { rows } = await sql<StoredCapture>`
    select id as "fetchId", final_url as "finalUrl", started_at as "startedAt", status, headers,
      blob_hash as "blobHash",
      exists (select from outlets where outlets.id = outlet_id and outlets.demo) as demo
    from (
      select id, outlet_id, final_url, started_at, day, status, headers, blob_hash from fetches
      union all
      select id, outlet_id, final_url, started_at, day, status, headers, blob_hash from site_looks
    ) as captures where blob_hash is not null and status is not null
      and (${scope.outletId}::text is null or outlet_id = ${scope.outletId})
      and (${scope.from}::text is null or day >= ${scope.from})
      and (${scope.to}::text is null or day <= ${scope.to})
      and (${after?.startedAt ?? null}::timestamptz is null
        or (started_at, id) > (${after?.startedAt ?? null}, ${after?.fetchId ?? null}))
    order by started_at, id limit ${limit}`.execute(db);
  return rows;
}
