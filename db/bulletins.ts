import { sql } from 'kysely';
import type {
  BroadcastMedium,
  BulletinAnalysis,
  BulletinPart,
  BulletinReading,
  Cue,
  Day,
  IsoInstant,
  PersonOnAir,
  RundownEntry,
} from '../src/domain/index.ts';
import { inTransaction, insertRows, json, storable } from './batch.ts';
import { idOf } from './identity.ts';
import type { Handle } from './schema.ts';

/** A stored bulletin without its parts. */
export interface StoredBulletin {
  readonly id: string;
  readonly outletId: string;
  readonly url: string;
  readonly title: string;
  readonly channel: string;
  readonly medium: BroadcastMedium;
  readonly startAt: Date | null;
  readonly startFrom: 'stated' | 'title' | 'listing' | null;
  readonly publishedAt: Date | null;
  readonly firstSeen: Date;
  /** The outlet's day on which it went on air, else was published, else first seen. */
  readonly day: Day;
  readonly durationSeconds: number | null;
  readonly subtitleUrl: string | null;
  readonly rundown: readonly RundownEntry[];
  readonly cues: readonly Cue[] | null;
  readonly programmeId: string | null;
  readonly repeatOf: string | null;
  readonly methodVersion: string;
}

/** What was read of a bulletin, from its page or from a feed alone. */
export interface BulletinToStore {
  readonly outletId: string;
  readonly canonicalUrl: string;
  readonly reading: BulletinReading;
  readonly channel: string;
  readonly medium: BroadcastMedium;
  readonly firstSeen: Date;
  /**
   * 1 = its page, 0 = a feed or sitemap, −1 = known from a subtitle file alone: of two words that
   * of the higher rank stands.
   */
  readonly rank: -1 | 0 | 1;
}

const columns = sql`b.id, b.outlet_id as "outletId", b.url, b.title, b.channel, b.medium,
  b.start_at as "startAt", b.start_from as "startFrom", b.published_at as "publishedAt",
  b.first_seen as "firstSeen", b.day, b.duration_seconds as "durationSeconds",
  b.subtitle_url as "subtitleUrl", b.rundown, b.cues, b.programme_id as "programmeId",
  b.repeat_of as "repeatOf", b.method_version as "methodVersion"`;

/**
 * Stores what was read of a bulletin; of two readings the page's stands, and what it leaves open is
 * filled from the other. Answers the bulletin as it is now, and whether anything of it is new.
 */
export async function saveBulletin(
  db: Handle,
  given: BulletinToStore,
): Promise<{ readonly bulletin: StoredBulletin; readonly changed: boolean }> {
  const { outletId, canonicalUrl, reading, rank, firstSeen } = given;
  const id = idOf('bulletin', outletId, canonicalUrl);
  const before = await loadBulletin(db, id);
  const pick = (name: string) => {
    const column = sql.ref(name);
    return sql`${column} = case when excluded.reading_rank >= b.reading_rank
      then coalesce(excluded.${column}, b.${column}) else coalesce(b.${column}, excluded.${column}) end`;
  };
  const moments = ['start_at', 'start_from', 'published_at', 'duration_seconds'];
  const picked = moments.concat('thumbnail_url', 'subtitle_url');
  const whole = (name: string) => {
    const column = sql.ref(name);
    return sql`${column} = case when excluded.reading_rank >= b.reading_rank
      then excluded.${column} else b.${column} end`;
  };
  const wholes = ['title', 'channel', 'medium'];
  await sql`insert into bulletins as b (id, outlet_id, url, title, channel, medium, start_at,
      start_from, published_at, first_seen, day, duration_seconds, thumbnail_url, subtitle_url,
      rundown, reading_rank, method_version)
    values (${id}, ${outletId}, ${storable(canonicalUrl)}, ${storable(reading.title)},
      ${storable(given.channel)}, ${given.medium}, ${reading.startAt}, ${reading.startFrom},
      ${reading.publishedAt}, ${firstSeen}, '', ${reading.durationSeconds},
      ${reading.thumbnailUrl}, ${reading.subtitles[0]?.url ?? null},
      ${json(reading.rundown)}::jsonb, ${rank}, '')
    on conflict (id) do update set ${sql.join([...picked.map(pick), ...wholes.map(whole)])},
      rundown = case when excluded.reading_rank >= b.reading_rank
        and jsonb_array_length(excluded.rundown) > 0 or jsonb_array_length(b.rundown) = 0
        then excluded.rundown else b.rundown end,
      first_seen = least(b.first_seen, excluded.first_seen),
      reading_rank = greatest(b.reading_rank, excluded.reading_rank)`.execute(db);
  await setDay(db, id);
  const bulletin = (await loadBulletin(db, id)) as StoredBulletin;
  return { bulletin, changed: JSON.stringify(before) !== JSON.stringify(bulletin) };
}

async function setDay(db: Handle, id: string): Promise<void> {
  await sql`update bulletins set day = to_char(coalesce(start_at, published_at, first_seen)
      at time zone outlets.time_zone, 'YYYY-MM-DD')
    from outlets where outlets.id = outlet_id and bulletins.id = ${id}`.execute(db);
}

/** The bulletin that names a subtitle file; null where none does. */
export async function bulletinOfSubtitles(
  db: Handle,
  { outletId, url }: { readonly outletId: string; readonly url: string },
): Promise<StoredBulletin | null> {
  const { rows } = await sql<StoredBulletin>`select ${columns} from bulletins b
    where outlet_id = ${outletId} and subtitle_url = ${url} order by id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Replaces the subtitles of a bulletin; give no label of anybody who is not in the register. */
export async function saveCues(
  db: Handle,
  bulletinId: string,
  cues: readonly Cue[],
): Promise<void> {
  await sql`update bulletins set cues = ${json(cues)}::jsonb where id = ${bulletinId}`.execute(db);
}

/** One bulletin; null if none has this id. */
export async function loadBulletin(db: Handle, id: string): Promise<StoredBulletin | null> {
  const { rows } = await sql<StoredBulletin>`select ${columns} from bulletins b
    where b.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Replaces what the method says of a bulletin. */
export function saveBulletinAnalysis(
  db: Handle,
  bulletinId: string,
  { parts, methodVersion }: BulletinAnalysis,
): Promise<void> {
  return inTransaction(db, async (transaction) => {
    await sql`delete from bulletin_parts where bulletin_id = ${bulletinId}`.execute(transaction);
    await sql`update bulletins set method_version = ${methodVersion}
      where id = ${bulletinId}`.execute(transaction);
    await insertRows(transaction, {
      table: 'bulletin_parts',
      columns: partColumns,
      rows: parts.map((part, position) => ({
        bulletin_id: bulletinId,
        position,
        kind: part.kind,
        slot: part.slot,
        title: part.title,
        start_seconds: part.startSeconds,
        seconds: part.seconds,
        url: part.url,
        in_headlines: part.inHeadlines,
      })),
    });
    await insertRows(transaction, {
      table: 'bulletin_persons',
      columns: personColumns,
      rows: parts.flatMap((part, position) =>
        part.persons.map((person) => personRow(person, bulletinId, position)),
      ),
    });
  });
}

const partColumns = {
  bulletin_id: 'text',
  position: 'integer',
  kind: 'text',
  slot: 'integer',
  title: 'text',
  start_seconds: 'double precision',
  seconds: 'double precision',
  url: 'text',
  in_headlines: 'boolean',
} as const;

const personColumns = {
  bulletin_id: 'text',
  position: 'integer',
  person_id: 'text',
  about_ms: 'double precision',
  speaking_ms: 'double precision',
  mentions: 'integer',
  in_title: 'boolean',
  fraction: 'double precision',
  sentences: 'jsonb',
} as const;

function personRow(person: PersonOnAir, bulletinId: string, position: number) {
  return {
    bulletin_id: bulletinId,
    position,
    person_id: person.personId,
    about_ms: person.aboutMs,
    speaking_ms: person.speakingMs,
    mentions: person.mentions,
    in_title: person.inTitle,
    fraction: person.fraction,
    sentences: json(person.sentences),
  };
}

/** A bulletin's parts with whom they mention, in order. */
export async function bulletinParts(db: Handle, bulletinId: string): Promise<BulletinPart[]> {
  const { rows } = await sql<BulletinPart>`
    select kind, slot, title, start_seconds as "startSeconds", seconds, url,
      in_headlines as "inHeadlines", coalesce((select jsonb_agg(jsonb_build_object(
        'personId', person_id, 'aboutMs', about_ms, 'speakingMs', speaking_ms,
        'mentions', mentions, 'inTitle', in_title, 'fraction', fraction,
        'sentences', sentences) order by about_ms desc nulls last, person_id)
        from bulletin_persons o where o.bulletin_id = p.bulletin_id
          and o.position = p.position), '[]') as persons
    from bulletin_parts p where bulletin_id = ${bulletinId} order by position`.execute(db);
  return rows;
}

/** Bulletins of outlets between two days (inclusive), in order of time. */
export async function storedBulletins(
  db: Handle,
  scope: { readonly outletIds: readonly string[]; readonly from: Day; readonly to: Day },
): Promise<StoredBulletin[]> {
  const { rows } = await sql<StoredBulletin>`
    select ${columns} from bulletins b where b.outlet_id = any(${scope.outletIds}::text[])
      and b.day between ${scope.from} and ${scope.to}
    order by b.outlet_id, coalesce(b.start_at, b.published_at, b.first_seen), b.id`.execute(db);
  return rows;
}

/** What is found out of a bulletin beside its page: its programme, start and first airing. */
export interface BulletinLink {
  readonly id: string;
  readonly programmeId: string | null;
  readonly repeatOf: string | null;
  /** Start by the present listing, for a bulletin that does not say its own. */
  readonly listedStart: IsoInstant | null;
}

/** Notes the links of bulletins. */
export async function saveBulletinLinks(db: Handle, links: readonly BulletinLink[]): Promise<void> {
  for (const { id, programmeId, repeatOf, listedStart } of links) {
    await sql`update bulletins set programme_id = ${programmeId}, repeat_of = ${repeatOf}
      where id = ${id}`.execute(db);
    // A listing that changes takes the starts it gave with it.
    const { rows } = await sql`update bulletins set start_at = ${listedStart}::timestamptz,
        start_from = ${listedStart === null ? null : 'listing'}::text
      where id = ${id} and (start_at is null or start_from = 'listing')
        and start_at is distinct from ${listedStart}::timestamptz returning id`.execute(db);
    if (rows.length > 0) await setDay(db, id);
  }
}

/** A person in a part of a bulletin of a period, with all that figures need. */
export interface AiredPerson extends Omit<PersonOnAir, 'sentences'> {
  readonly bulletinId: string;
  readonly position: number;
}

/** Everyone in the parts of bulletins. */
export async function personsOfBulletins(
  db: Handle,
  bulletinIds: readonly string[],
): Promise<AiredPerson[]> {
  const { rows } = await sql<AiredPerson>`
    select bulletin_id as "bulletinId", position, person_id as "personId", about_ms as "aboutMs",
      speaking_ms as "speakingMs", mentions, in_title as "inTitle", fraction
    from bulletin_persons where bulletin_id = any(${bulletinIds})
    order by bulletin_id, position, person_id`.execute(db);
  return rows;
}

/** A part of a bulletin without its persons. */
export interface AiredPart extends Omit<BulletinPart, 'persons'> {
  readonly bulletinId: string;
  readonly position: number;
}

/** The parts of bulletins, in order. */
export async function partsOfBulletins(
  db: Handle,
  bulletinIds: readonly string[],
): Promise<AiredPart[]> {
  const { rows } = await sql<AiredPart>`
    select bulletin_id as "bulletinId", position, kind, slot, title,
      start_seconds as "startSeconds", seconds, url, in_headlines as "inHeadlines"
    from bulletin_parts where bulletin_id = any(${bulletinIds})
    order by bulletin_id, position`.execute(db);
  return rows;
}
