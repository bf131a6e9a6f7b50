import { sql } from 'kysely';
import {
  type CapturedPage,
  ColumnInchesError,
  type CrawlMemory,
  type Lead,
  type SourceKind,
  type Validators,
} from '../src/domain/index.ts';
import { insertRows } from './batch.ts';
import { fetchIdOf } from './identity.ts';
import { blobInsert, fetchColumns, fetchValues, urlKey } from './item-rows.ts';
import type { Handle } from './schema.ts';
import { oftenRun } from './statements.ts';

/** A stored article page whose bytes can be read again. */
export interface ArticleFetch {
  readonly fetchId: string;
  readonly outletId: string;
  readonly url: string;
  readonly finalUrl: string;
  readonly startedAt: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly sourceKind: SourceKind;
  readonly lead: Lead | null;
  readonly blobHash: string;
}

/**
 * Stores one attempt, also a failed one, and what a source listed; the same attempt twice is one
 * row. `blobHash` is what the archive answered for its bytes, null where it has none. Call it in
 * the page's transaction. Answers the fetch's id; throws `fetches/unknown-outlet`.
 */
export async function recordFetch(
  db: Handle,
  page: CapturedPage,
  blobHash: string | null,
): Promise<string> {
  const { attempt, outletId } = page;
  const id = fetchIdOf(outletId, attempt);
  const known = await sql`${oftenRun} with kept as (
      ${blobInsert(page, blobHash, sql`where ${blobHash}::text is not null`)}
    ) insert into fetches (${fetchColumns})
    select ${fetchValues(page, { id, blobHash, itemId: null })}
    from outlets where id = ${outletId}
    on conflict (id, outlet_id, started_at) do update set id = excluded.id`.execute(db);
  if (known.numAffectedRows !== 1n) throw unknownOutlet(outletId);
  if (page.leads.length > 0 && !(await sameBytesBefore(db, { id, url: attempt.url, blobHash }))) {
    await saveLeads(db, { outletId, leads: page.leads, seenAt: attempt.startedAt });
  }
  return id;
}

/** A source that answers the same bytes lists nothing new; most looks at most sources do. */
async function sameBytesBefore(
  db: Handle,
  fetched: { id: string; url: string; blobHash: string | null },
): Promise<boolean> {
  const { id, url, blobHash } = fetched;
  const { rows } = await sql`select 1 from fetches where url_key = ${urlKey(url)}
    and blob_hash = ${blobHash} and id <> ${id} limit 1`.execute(db);
  return rows.length > 0;
}

async function saveLeads(
  db: Handle,
  options: { outletId: string; leads: readonly Lead[]; seenAt: Date },
) {
  const { outletId, leads, seenAt } = options;
  const byKey = new Map(leads.map((lead) => [urlKey(lead.url), lead]));
  // In one order everywhere, so that two sources of an outlet stored at once cannot deadlock.
  const sorted = [...byKey].sort(([one], [other]) => (one < other ? -1 : 1));
  await insertRows(db, {
    table: 'leads',
    columns: leadColumns,
    rows: sorted.map(([key, lead]) => ({
      outlet_id: outletId,
      url_key: key,
      url: lead.url,
      title: lead.title,
      published_at: lead.publishedAt,
      via: [lead.via],
      first_seen: seenAt,
      day: '',
    })),
    conflict: sql`on conflict (outlet_id, url_key) do update set
      title = coalesce(leads.title, excluded.title),
      published_at = coalesce(leads.published_at, excluded.published_at),
      via = array(select distinct unnest(leads.via || excluded.via) order by 1),
      first_seen = least(leads.first_seen, excluded.first_seen)`,
  });
  const keys = sorted.map(([key]) => key);
  await sql`update leads set day = to_char(
      coalesce(published_at, first_seen) at time zone outlets.time_zone, 'YYYY-MM-DD')
    from outlets where outlets.id = outlet_id and outlet_id = ${outletId}
      and url_key = any(${keys})`.execute(db);
}

const leadColumns = {
  outlet_id: 'text',
  url_key: 'text',
  url: 'text',
  title: 'text',
  published_at: 'timestamptz',
  via: 'text[]',
  first_seen: 'timestamptz',
  day: 'text',
} as const;

function unknownOutlet(outletId: string) {
  return new ColumnInchesError({
    code: 'fetches/unknown-outlet',
    verdict: 'stop-run',
    message: `No outlet "${outletId}" is stored; save it before what it published.`,
    messageVietnamese: `Chưa lưu cơ quan báo chí “${outletId}”; hãy lưu nó trước những gì nó đăng.`,
  });
}

/** A page that could not be read when it was fetched, and now can: its attempt is no failure. */
export async function noteReadable(db: Handle, fetchId: string): Promise<void> {
  await sql`update fetches set outcome = 'ok', error_code = null, error_message = null
    where id = ${fetchId} and error_code like 'extract/%'`.execute(db);
}

/** What a crawl remembers of earlier ones. */
export function crawlMemory(db: Handle): CrawlMemory {
  return {
    async validators(url) {
      const { rows } = await sql<{ headers: Record<string, string> }>`
        select headers from fetches where url_key = ${urlKey(url)} and outcome = 'ok'
        order by started_at desc limit 1`.execute(db);
      return rows[0] ? validatorsOf(rows[0].headers) : null;
    },
    async fetched(outletId, url) {
      const { rows } = await sql<{ first: Date | null; last: Date | null }>`
        select min(started_at) as first, max(started_at) as last from fetches
        where url_key = ${urlKey(url)} and outlet_id = ${outletId}
          and outcome in ('ok', 'not-modified')`.execute(db);
      const { first = null, last = null } = rows[0] ?? {};
      return first && last ? { first, last } : null;
    },
  };
}

function validatorsOf(headers: Readonly<Record<string, string>>): Validators | null {
  const { etag, 'last-modified': lastModified } = headers;
  if (!etag && !lastModified) return null;
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}

/**
 * Stored article pages of an outlet in the order they were fetched, for extracting them again, also
 * those that could not be read then; `after` is the
 * last of the batch before.
 */
export async function articleFetches(
  db: Handle,
  options: {
    readonly outletId: string;
    readonly limit: number;
    readonly after?: ArticleFetch | undefined;
  },
): Promise<ArticleFetch[]> {
  const { outletId, limit, after } = options;
  const { rows } = await sql<ArticleFetch>`
    select f.id as "fetchId", outlet_id as "outletId", url, final_url as "finalUrl",
      started_at as "startedAt", headers, source_kind as "sourceKind", lead,
      blob_hash as "blobHash"
    from fetches f where kind = 'article' and outlet_id = ${outletId} and blob_hash is not null
      and (outcome = 'ok' or error_code like 'extract/%')
      and (${after?.startedAt ?? null}::timestamptz is null
        or (started_at, f.id) > (${after?.startedAt ?? null}, ${after?.fetchId ?? null}))
    order by started_at, f.id limit ${limit}`.execute(db);
  return rows;
}

/** The last capture of a page or file of the air whose bytes were kept; null where none was. */
export async function lastBroadcastFetch(
  db: Handle,
  { outletId, url }: { readonly outletId: string; readonly url: string },
): Promise<Pick<ArticleFetch, 'blobHash' | 'headers'> | null> {
  const { rows } = await sql<Pick<ArticleFetch, 'blobHash' | 'headers'>>`
    select blob_hash as "blobHash", headers from fetches
    where url_key = ${urlKey(url)} and url = ${url} and outlet_id = ${outletId}
      and kind = 'broadcast' and outcome = 'ok' and blob_hash is not null
    order by started_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}
