import { sql } from 'kysely';
import type {
  Day,
  FigureQuery,
  FirstPlace,
  IsoInstant,
  NamedMention,
  PersonRole,
  Picture,
  Unit,
} from '../src/domain/index.ts';
import { type LengthMeasures, measured, shownUrl } from './item-summary.ts';
import {
  correctionOfMention,
  countedNow,
  mentionOf,
  type StoredMention,
  withCorrection,
} from './mention-corrections.ts';
import { streamRows } from './row-stream.ts';
import type { Handle } from './schema.ts';

// Rows behind the figures of a query, streamed for open data; all count what `scope` counts.

/**
 * The items a figure is about: analyzed latest versions, first published in the period, of one
 * world; and who counts in them, corrections applied. Every figure counts these and nothing else.
 */
function scope(query: FigureQuery) {
  const { period, outlets, demo } = query;
  return sql`scope as (
    select i.id, i.latest_version as version, i.outlet_id, i.day, a.month,
      a.method_version, a.language, coalesce(c.cluster_id, i.id) as cluster_id
    from items i join outlets o on o.id = i.outlet_id and o.demo = ${demo}
      join analyses a on a.item_id = i.id and a.version = i.latest_version
      left join clusters c on c.item_id = i.id
    where i.day between ${period.from} and ${period.to}
      and (${outlets}::text[] is null or i.outlet_id = any(${outlets}::text[]))
  ),
  present as (
    select s.*, p.person_id, p.measured_as, p.role, p.mentions, p.words, p.paragraph_share,
      p.fraction, p.first_place
    from scope s join counted_persons p on p.item_id = s.id and p.version = s.version
      join persons r on r.demo = ${demo} and r.id = p.person_id
  )`;
}

/** One item of the query, in order of id. */
export interface ItemRow {
  readonly itemId: string;
  readonly outletId: string;
  readonly day: Day;
  readonly publishedAt: IsoInstant | null;
  /** Empty where the text was taken down. */
  readonly title: string;
  readonly takenDown: boolean;
  readonly url: string;
  readonly words: number;
  readonly columnInches: number;
  readonly persons: number;
  /** The same for items that tell one story. */
  readonly clusterId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly methodVersion: string;
}

/** Every item of the query. */
export function streamItems(db: Handle, query: FigureQuery, measures: LengthMeasures) {
  return streamRows<ItemRow>(
    db,
    sql`with ${scope(query)}
    select s.id as "itemId", s.outlet_id as "outletId", s.day, i.published_text as "publishedAt",
      case when h.item_id is null then v.title else '' end as title,
      h.item_id is not null as "takenDown", ${shownUrl} as url,
      w.value_number as words, inches.value_number as "columnInches",
      (select count(*)::int from counted_persons p
        where p.item_id = s.id and p.version = s.version) as persons,
      s.cluster_id as "clusterId", s.version, v.content_hash as "contentHash",
      s.method_version as "methodVersion"
    from scope s join items i on i.id = s.id
      join item_versions v on v.item_id = s.id and v.version = s.version
      left join hidden_items h on h.item_id = s.id
      ${measured(measures.words, { alias: 'w', row: 's' })}
      ${measured(measures.columnInches, { alias: 'inches', row: 's' })}
    order by s.id`,
  );
}

/** A person in an item as counted, corrections applied. */
export interface ItemPersonRow {
  readonly itemId: string;
  readonly personId: string;
  readonly role: PersonRole;
  readonly firstPlace: FirstPlace;
  readonly mentions: number;
  readonly words: number;
  readonly paragraphShare: number;
  readonly fraction: number;
}

/** Every counted person of every item of the query. */
export function streamItemPersons(db: Handle, query: FigureQuery) {
  return streamRows<ItemPersonRow>(
    db,
    sql`with ${scope(query)}
    select p.id as "itemId", p.person_id as "personId", p.role, p.first_place as "firstPlace",
      p.mentions, p.words, p.paragraph_share as "paragraphShare", p.fraction
    from present p order by p.id, p.person_id`,
  );
}

/** One person on one outlet's day; days without a counted item have no row. */
export interface PersonDayRow {
  readonly outletId: string;
  readonly day: Day;
  readonly personId: string;
  readonly items: number;
  readonly itemsFractional: number;
  readonly mentions: number;
  readonly words: number;
}

/** Items of every person by outlet and day. */
export function streamPersonDays(db: Handle, query: FigureQuery) {
  return streamRows<PersonDayRow>(
    db,
    sql`with ${scope(query)}
    select outlet_id as "outletId", day, person_id as "personId", count(*)::int as items,
      coalesce(round(sum(fraction::numeric), 9), 0)::float8 as "itemsFractional",
      sum(mentions)::int as mentions, sum(words)::int as words
    from present group by outlet_id, day, person_id order by outlet_id, day, person_id`,
  );
}

/** An item's text with its mentions, to cut the public sentences from; not itself public. */
export interface MentionedText {
  readonly itemId: string;
  /** Of the analysis: `vi`, `en`. */
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly mentions: readonly NamedMention[];
}

type StoredText = Omit<MentionedText, 'mentions'> & { readonly mentions: readonly StoredMention[] };

/** Texts of the query's items that mention anyone and were not taken down. */
export async function* streamMentionedTexts(
  db: Handle,
  query: FigureQuery,
): AsyncGenerator<MentionedText> {
  for await (const { mentions, ...text } of mentionedTexts(db, query))
    yield { ...text, mentions: mentions.map(mentionOf) };
}

function mentionedTexts(db: Handle, query: FigureQuery) {
  return streamRows<StoredText>(
    db,
    sql`with ${scope(query)}
    select s.id as "itemId", s.language, v.title, v.text, v.pictures, marked.mentions
    from scope s join item_versions v on v.item_id = s.id and v.version = s.version
      join lateral (
        select json_agg(json_build_object('field', m.field, 'start', m.start_offset,
          'end', m.end_offset, 'coreStart', m.core_start, 'coreEnd', m.core_end,
          'surface', m.surface, 'personId', m.person_id, 'kind', m.kind, 'postId', m.post_id,
          'confidence', m.confidence, 'uncertain', m.uncertain, 'institutional', m.institutional,
          'former', m.former, 'counted', ${countedNow},
          'correction', ${correctionOfMention(query.demo)},
          'reason', json_build_object('vi', m.reason_vi, 'en', m.reason_en),
          'personName', r.name) order by m.position) as mentions
        from mentions m join persons r on r.demo = ${query.demo} and r.id = m.person_id
          ${withCorrection}
        where m.item_id = s.id and m.version = s.version and m.month = s.month
      ) marked on marked.mentions is not null
    where not exists (select from hidden_items h where h.item_id = s.id)
    order by s.id`,
  );
}

/** One stored measurement. */
export interface MeasurementRow {
  readonly itemId: string;
  readonly personId: string | null;
  readonly measure: string;
  readonly version: number;
  readonly unit: Unit;
  readonly valueNumber: number | null;
  readonly valueText: string | null;
}

/** Every measurement of every item of the query. */
export function streamMeasurements(db: Handle, query: FigureQuery) {
  return streamRows<MeasurementRow>(
    db,
    sql`with ${scope(query)}
    select s.id as "itemId", m.person_id as "personId", m.measure, m.measure_version as version,
      m.unit, m.value_number as "valueNumber", m.value_text as "valueText"
    from scope s join measurements m on m.item_id = s.id and m.version = s.version
      and m.month = s.month
    order by s.id, m.position`,
  );
}
