import { sql } from 'kysely';
import {
  type Article,
  type CapturedPage,
  ColumnInchesError,
  type IsoInstant,
  type ItemAnalysis,
  type Measurement,
  type Mention,
  type PersonInItem,
} from '../src/domain/index.ts';
import { givenRows, json, storable } from './batch.ts';
import { hashOf } from './identity.ts';

/** What two spellings of one address share in the database: a short key of fixed length. */
export function urlKey(url: string) {
  return hashOf(url).slice(0, 32);
}

export const fetchColumns = sql.raw(`id, outlet_id, kind, source_kind, url, url_key, final_url,
  started_at, day, duration_ms, outcome, status, headers, blob_hash, error_code, error_message, lead,
  item_id`);

/** The values of `fetchColumns`, from `outlets`. */
export function fetchValues(
  { kind, sourceKind, attempt, lead }: CapturedPage,
  names: { readonly id: string; readonly blobHash: string | null; readonly itemId: string | null },
) {
  const { url, finalUrl, startedAt, durationMs, outcome, status, headers, error } = attempt;
  return sql`${names.id}, outlets.id, ${kind}, ${sourceKind}, ${storable(url)}, ${urlKey(url)},
    ${storable(finalUrl)}, ${startedAt},
    to_char(${startedAt}::timestamptz at time zone outlets.time_zone, 'YYYY-MM-DD'),
    ${durationMs}, ${outcome}, ${status}, ${json(headers)}::jsonb, ${names.blobHash},
    ${error?.code ?? null}, ${error ? storable(error.message) : null},
    ${lead ? json(lead) : null}::jsonb, ${names.itemId}`;
}

/** The row of an archive's bytes, of whatever rows `from` has: one or none. */
export function blobInsert(
  { attempt }: CapturedPage,
  blobHash: string | null,
  from: ReturnType<typeof sql>,
) {
  return sql`insert into blobs (hash, size_bytes)
    select ${blobHash}, ${attempt.bytes?.length ?? 0}::bigint ${from}
    on conflict (hash) do update set removed_at = null where blobs.removed_at is not null`;
}

/** An article as a fetch showed it. */
export interface ArticleVersion {
  readonly outletId: string;
  readonly canonicalUrl: string;
  readonly article: Article;
  readonly fetchId: string;
  /** When this version was first seen: the fetch's start. */
  readonly firstSeen: Date;
}

/** The words a reader sees and their parts: title, text, captions, which part is what. */
export function contentHashOf({ title, text, paragraphs }: Article) {
  const parts = paragraphs.map((paragraph) => [paragraph.role, paragraph.text]);
  return hashOf(JSON.stringify([title, text, parts]));
}

export const versionColumns = sql.raw(`item_id, version, fetch_id, first_seen, url, content_hash,
  title, text, paragraphs, pictures, published_text, modified_text, language, section, confidence,
  reasons, origins`);

/** The values of `versionColumns` from the third on. */
export function versionValues(
  { article, fetchId, firstSeen }: ArticleVersion,
  contentHash: string,
) {
  return sql`${fetchId}, ${firstSeen}, ${storable(article.url)}, ${contentHash},
    ${storable(article.title)}, ${storable(article.text)}, ${json(article.paragraphs)}::jsonb,
    ${json(article.pictures)}::jsonb, ${checkedInstant(article.publishedAt, article.url)},
    ${article.modifiedAt}, ${article.language}, ${article.section && storable(article.section)},
    ${article.confidence}, ${json(article.reasons)}::jsonb, ${json(article.origins)}::jsonb`;
}

/** A date without its offset would silently be read as UTC, a day off for half of all items. */
export function checkedInstant(instant: IsoInstant | null, url: string): IsoInstant | null {
  if (instant === null || /(?:Z|[+-]\d\d:?\d\d)$/.test(instant)) return instant;
  throw new ColumnInchesError({
    code: 'items/date-without-offset',
    verdict: 'skip-item',
    message: `The publication date "${instant}" of ${url} lacks its offset from UTC.`,
    messageVietnamese: `Ngày đăng "${instant}" của ${url} thiếu độ lệch so với UTC.`,
  });
}

/**
 * What the analyzers say of a version, as parts of one statement. `placed` names its rows of
 * outlet_id, month, item_id and version: one or none.
 */
export function analysisInserts(analysis: ItemAnalysis) {
  const mentions = givenRows(mentionColumns, analysis.mentions.map(mentionRow));
  const persons = givenRows(personColumns, analysis.persons.map(personRow));
  const measures = givenRows(measurementColumns, analysis.measures.map(measurementRow));
  return sql`mentioned as (
      insert into mentions (outlet_id, month, item_id, version, ${mentions.names})
      select placed.*, ${mentions.values} from placed, ${mentions.table}
    ), counted as (
      insert into item_persons (item_id, version, ${persons.names})
      select placed.item_id, placed.version, ${persons.values} from placed, ${persons.table}
    ), measured as (
      insert into measurements (outlet_id, month, item_id, version, ${measures.names})
      select placed.*, ${measures.values} from placed, ${measures.table}
    )`;
}

const mentionColumns = {
  position: 'integer',
  person_id: 'text',
  field: 'text',
  start_offset: 'integer',
  end_offset: 'integer',
  core_start: 'integer',
  core_end: 'integer',
  surface: 'text',
  kind: 'text',
  post_id: 'text',
  confidence: 'double precision',
  uncertain: 'boolean',
  institutional: 'boolean',
  former: 'boolean',
  counted: 'boolean',
  reason_vi: 'text',
  reason_en: 'text',
} as const;

function mentionRow(mention: Mention, position: number) {
  const { personId, start, end, coreStart, coreEnd, postId, reason, ...same } = mention;
  return {
    position,
    person_id: personId,
    start_offset: start,
    end_offset: end,
    core_start: coreStart,
    core_end: coreEnd,
    post_id: postId,
    reason_vi: reason.vi,
    reason_en: reason.en,
    field: same.field,
    surface: same.surface,
    kind: same.kind,
    confidence: same.confidence,
    uncertain: same.uncertain,
    institutional: same.institutional,
    former: same.former,
    counted: same.counted,
  };
}

const personColumns = {
  person_id: 'text',
  role: 'text',
  mentions: 'integer',
  words: 'integer',
  paragraph_share: 'double precision',
  first_offset: 'integer',
  first_place: 'text',
  fraction: 'double precision',
} as const;

function personRow(person: PersonInItem) {
  return {
    person_id: person.personId,
    role: person.role,
    mentions: person.mentions,
    words: person.words,
    paragraph_share: person.paragraphShare,
    first_offset: person.firstOffset,
    first_place: person.firstPlace,
    fraction: person.fraction,
  };
}

const measurementColumns = {
  position: 'integer',
  measure: 'text',
  measure_version: 'integer',
  unit: 'text',
  person_id: 'text',
  value_number: 'double precision',
  value_text: 'text',
  evidence: 'jsonb',
} as const;

function measurementRow(measurement: Measurement, position: number) {
  const { measure, version, unit, personId, value, evidence } = measurement;
  return {
    position,
    measure,
    measure_version: version,
    unit,
    person_id: personId,
    value_number: typeof value === 'number' ? value : null,
    value_text: typeof value === 'string' ? value : null,
    evidence: json(evidence),
  };
}
