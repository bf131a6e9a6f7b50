import { sql } from 'kysely';
import type { BroadcastMedium, Day, IsoInstant } from '../src/domain/index.ts';
import { inTransaction, insertRows, json } from './batch.ts';
import { hashOf, idOf } from './identity.ts';
import type { Handle } from './schema.ts';

/** One programme of a day's listing, with what it is by the rules of its outlet. */
export interface ProgrammeToStore {
  readonly startAt: IsoInstant;
  readonly endAt: IsoInstant | null;
  readonly title: string;
  readonly medium: BroadcastMedium;
  readonly isNews: boolean;
  readonly isRelay: boolean;
  readonly isRepeat: boolean;
  readonly workTitle: string;
}

/** A broadcasting day of one channel as one source lists it at one time. */
export interface ListedDay {
  readonly outletId: string;
  readonly channel: string;
  readonly day: Day;
  readonly sourceUrl: string;
  /** Which of several sources counts: the lowest. */
  readonly sourceRank: number;
  readonly seenAt: Date;
  /** In order of time. */
  readonly programmes: readonly ProgrammeToStore[];
}

interface LastVersion {
  readonly version: number;
  readonly hash: string;
  readonly programmes: ProgrammeToStore[];
  readonly seenAt: Date;
}

/** The last version that a source gave of a channel's day; null if it gave none. */
async function lastVersion(
  db: Handle,
  { outletId, channel, day, sourceUrl }: ListedDay,
): Promise<LastVersion | null> {
  const { rows } = await sql<LastVersion>`
    select version, list_hash as hash, programmes, seen_at as "seenAt" from listing_versions
    where outlet_id = ${outletId} and channel = ${channel} and day = ${day}
      and source_url = ${sourceUrl} order by version desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/**
 * Stores a day's listing: a new version where it differs from the last one of this source, and the
 * day's programmes anew. What a version leaves out before its first or after its last programme is
 * kept from the one before: a listing speaks of the hours it covers. Answers whether it was new.
 */
export function saveListedDay(db: Handle, given: ListedDay): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const last = await lastVersion(transaction, given);
    const programmes = mergeListings(last?.programmes ?? [], given.programmes);
    const hash = hashOf(JSON.stringify(programmes));
    const { outletId, channel, day, sourceUrl, seenAt } = given;
    if (last?.hash === hash) {
      await sql`update listing_versions set last_seen = greatest(last_seen, ${seenAt})
        where outlet_id = ${outletId} and channel = ${channel} and day = ${day}
          and source_url = ${sourceUrl} and version = ${last.version}`.execute(transaction);
      return false;
    }
    // A large file comes in pieces: what is of one capture is one version.
    const isSameCapture = last?.seenAt.getTime() === seenAt.getTime();
    const version = (last?.version ?? 0) + (isSameCapture ? 0 : 1);
    await sql`insert into listing_versions (outlet_id, channel, day, source_url, version,
        source_rank, seen_at, last_seen, list_hash, programmes)
      values (${outletId}, ${channel}, ${day}, ${sourceUrl}, ${version},
        ${given.sourceRank}, ${seenAt}, ${seenAt}, ${hash}, ${json(programmes)}::jsonb)
      on conflict (outlet_id, channel, day, source_url, version) do update
        set list_hash = excluded.list_hash, programmes = excluded.programmes`.execute(transaction);
    await writeProgrammes(transaction, given);
    return true;
  });
}

/** The newer list, with what the older one has outside the newer one's hours. */
function mergeListings(
  older: readonly ProgrammeToStore[],
  newer: readonly ProgrammeToStore[],
): readonly ProgrammeToStore[] {
  const [first] = newer;
  const last = newer.at(-1);
  if (!first || !last) return older;
  const from = Date.parse(first.startAt);
  const until = Math.max(Date.parse(last.startAt), Date.parse(last.endAt ?? last.startAt) - 1);
  const before = older.filter(({ startAt }) => Date.parse(startAt) < from);
  const after = older.filter(({ startAt }) => Date.parse(startAt) > until);
  return [...before, ...newer, ...after];
}

/** The day's programmes from the latest version of the source that counts. */
async function writeProgrammes(db: Handle, { outletId, channel, day }: ListedDay) {
  const { rows } = await sql<{ programmes: ProgrammeToStore[]; versions: number }>`
    select programmes, version as versions from listing_versions where outlet_id = ${outletId}
      and channel = ${channel} and day = ${day}
    order by source_rank, last_seen desc, version desc limit 1`.execute(db);
  const [chosen] = rows;
  if (!chosen) return;
  await sql`delete from programmes where outlet_id = ${outletId} and channel = ${channel}
    and day = ${day}`.execute(db);
  const list = withEnds(chosen.programmes);
  const stored = new Map(list.map((one) => [programmeId(outletId, channel, one.startAt), one]));
  await insertRows(db, {
    table: 'programmes',
    columns: programmeColumns,
    rows: [...stored].map(([id, one]) => ({
      id,
      outlet_id: outletId,
      channel,
      day,
      start_at: one.startAt,
      end_at: one.endAt,
      title: one.title,
      medium: one.medium,
      is_news: one.isNews,
      is_relay: one.isRelay,
      is_repeat: one.isRepeat,
      work_title: one.workTitle,
      first_airing_id: null,
      versions: chosen.versions,
    })),
    conflict: sql`on conflict (id) do update set day = excluded.day, title = excluded.title`,
  });
}

const programmeColumns = {
  id: 'text',
  outlet_id: 'text',
  channel: 'text',
  day: 'text',
  start_at: 'timestamptz',
  end_at: 'timestamptz',
  title: 'text',
  medium: 'text',
  is_news: 'boolean',
  is_relay: 'boolean',
  is_repeat: 'boolean',
  work_title: 'text',
  first_airing_id: 'text',
  versions: 'integer',
} as const;

function programmeId(outletId: string, channel: string, startAt: IsoInstant): string {
  return idOf('programme', outletId, channel, new Date(startAt).toISOString());
}

/** A programme ends where the next begins unless the listing says otherwise; the last is open. */
function withEnds(programmes: readonly ProgrammeToStore[]): readonly ProgrammeToStore[] {
  return programmes.map((one, index) => ({
    ...one,
    endAt: one.endAt ?? programmes[index + 1]?.startAt ?? null,
  }));
}

/** A stored programme. */
export interface StoredProgramme extends Omit<ProgrammeToStore, 'startAt' | 'endAt'> {
  readonly id: string;
  readonly outletId: string;
  readonly channel: string;
  readonly day: Day;
  readonly startAt: Date;
  readonly endAt: Date | null;
  /** The airing this one repeats; null for a first airing and where it is not known. */
  readonly firstAiringId: string | null;
  readonly versions: number;
}

/** Programmes of outlets between two broadcasting days (inclusive), in order of time. */
export async function storedProgrammes(
  db: Handle,
  scope: { readonly outletIds: readonly string[]; readonly from: Day; readonly to: Day },
): Promise<StoredProgramme[]> {
  const { rows } = await sql<StoredProgramme>`
    select id, outlet_id as "outletId", channel, day, start_at as "startAt", end_at as "endAt",
      title, medium, is_news as "isNews", is_relay as "isRelay", is_repeat as "isRepeat",
      work_title as "workTitle", first_airing_id as "firstAiringId", versions
    from programmes where outlet_id = any(${scope.outletIds}::text[])
      and day between ${scope.from} and ${scope.to}
    order by outlet_id, channel, start_at`.execute(db);
  return rows;
}

/** Notes which airing each repeat repeats; those not named have none that is known. */
export async function saveFirstAirings(
  db: Handle,
  outletId: string,
  first: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = [...first.keys()];
  await sql`update programmes p set first_airing_id = known.first
    from programmes q left join unnest(${ids}::text[], ${[...first.values()]}::text[])
      as known (id, first) on known.id = q.id
    where p.id = q.id and p.outlet_id = ${outletId}
      and p.first_airing_id is distinct from known.first`.execute(db);
}
