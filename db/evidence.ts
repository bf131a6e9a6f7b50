import { sql } from 'kysely';
import type {
  IsoInstant,
  ItemSummary,
  Measurement,
  NamedMention,
  PersonInItem,
  Picture,
} from '../src/domain/index.ts';
import { type LengthMeasures, summaryColumns, summaryJoins } from './item-summary.ts';
import {
  correctionOfMention,
  countedNow,
  mentionOf,
  type StoredMention,
  withCorrection,
} from './mention-corrections.ts';
import type { Handle } from './schema.ts';

/** All that is stored of an item's latest analyzed version. `text` is not for the public. */
export interface ItemEvidence {
  readonly summary: ItemSummary;
  readonly demo: boolean;
  readonly timeZone: string;
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly contentHash: string;
  readonly methodVersion: string;
  /** In which the item was analyzed: `vi`, `en`. */
  readonly language: string;
  readonly versions: readonly {
    readonly version: number;
    readonly firstSeen: IsoInstant;
    readonly words: number;
  }[];
  readonly mentions: readonly NamedMention[];
  readonly persons: readonly (PersonInItem & { readonly name: string })[];
  readonly measures: readonly Measurement[];
  readonly copies: readonly ItemSummary[];
}

interface Place {
  readonly itemId: string;
  readonly version: number;
  readonly demo: boolean;
}

type Head = ItemSummary & {
  readonly version: number;
  readonly demo: boolean;
  readonly timeZone: string;
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly contentHash: string;
  readonly methodVersion: string;
  readonly analyzedIn: string;
};

/** What an item's page is made of; null where no analyzed item has this id. */
export async function itemEvidence(
  db: Handle,
  itemId: string,
  measures: LengthMeasures,
): Promise<ItemEvidence | null> {
  const { rows } = await sql<Head>`
    select ${summaryColumns}, s.version, o.demo, o.time_zone as "timeZone", v.text, v.pictures,
      v.content_hash as "contentHash", s.method_version as "methodVersion",
      s.language as "analyzedIn"
    from (select i.id, i.latest_version as version, a.month, a.method_version, a.language
        from items i join analyses a on a.item_id = i.id and a.version = i.latest_version
        where i.id = ${itemId}) as s
      ${summaryJoins(measures)}`.execute(db);
  const [head] = rows;
  if (!head) return null;
  const { version, demo, timeZone, text, pictures, ...named } = head;
  const { contentHash, methodVersion, analyzedIn, ...summary } = named;
  const place = { itemId, version, demo };
  return {
    summary,
    demo,
    timeZone,
    text,
    pictures,
    contentHash,
    methodVersion,
    language: analyzedIn,
    versions: await versionsOf(db, itemId, measures),
    mentions: await mentionsOf(db, place),
    persons: await personsOf(db, place),
    measures: await measuresOf(db, place),
    copies: await copiesOf(db, place, measures),
  };
}

async function versionsOf(db: Handle, itemId: string, measures: LengthMeasures) {
  const { rows } = await sql<{ version: number; firstSeen: Date; words: number | null }>`
    select v.version, v.first_seen as "firstSeen", m.value_number::float8 as words
    from item_versions v left join measurements m on m.item_id = v.item_id
      and m.version = v.version and m.measure = ${measures.words} and m.person_id is null
    where v.item_id = ${itemId} order by v.version`.execute(db);
  return rows.map(({ version, firstSeen, words }) => ({
    version,
    firstSeen: firstSeen.toISOString(),
    words: words ?? 0,
  }));
}

async function mentionsOf(db: Handle, place: Place) {
  const { rows } = await sql<StoredMention>`
    select m.field, m.start_offset as start, m.end_offset as "end", m.core_start as "coreStart",
      m.core_end as "coreEnd", m.surface, m.person_id as "personId", m.kind,
      m.post_id as "postId", m.confidence, m.uncertain, m.institutional, m.former,
      ${countedNow} as counted, ${correctionOfMention(place.demo)} as correction,
      json_build_object('vi', m.reason_vi, 'en', m.reason_en) as reason, r.name as "personName"
    from mentions m join persons r on r.demo = ${place.demo} and r.id = m.person_id
      ${withCorrection}
    where m.item_id = ${place.itemId} and m.version = ${place.version}
    order by array_position(array['title', 'text', 'caption'], m.field), m.start_offset,
      m.position`.execute(db);
  return rows.map(mentionOf);
}

async function personsOf(db: Handle, place: Place) {
  const { rows } = await sql<PersonInItem & { name: string }>`
    select p.person_id as "personId", p.role, p.mentions, p.words,
      p.paragraph_share as "paragraphShare", p.first_offset as "firstOffset",
      p.first_place as "firstPlace", p.fraction, r.name
    from counted_persons p join persons r on r.demo = ${place.demo} and r.id = p.person_id
    where p.item_id = ${place.itemId} and p.version = ${place.version}
    order by p.words desc, p.person_id`.execute(db);
  return rows;
}

async function measuresOf(db: Handle, place: Place) {
  const { rows } = await sql<
    Omit<Measurement, 'value'> & { number: number | null; text: string | null }
  >`select measure, measure_version as version, unit, person_id as "personId",
      value_number as number, value_text as text, evidence
    from measurements where item_id = ${place.itemId} and version = ${place.version}
    order by position`.execute(db);
  return rows.map(({ number, text, ...same }) => ({ ...same, value: number ?? text }));
}

async function copiesOf(db: Handle, place: Place, measures: LengthMeasures) {
  const { rows } = await sql<ItemSummary>`
    select ${summaryColumns}
    from (select other.item_id as id, i.latest_version as version, a.month
        from clusters mine join clusters other on other.cluster_id = mine.cluster_id
          and other.item_id <> mine.item_id
        join items i on i.id = other.item_id
        left join analyses a on a.item_id = i.id and a.version = i.latest_version
        where mine.item_id = ${place.itemId}) as s
      ${summaryJoins(measures)}
    where o.demo = ${place.demo} order by i.sorted_at, i.id`.execute(db);
  return rows;
}
