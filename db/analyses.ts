import { sql } from 'kysely';
import {
  ColumnInchesError,
  type ItemAnalysis,
  type Measurement,
  type Mention,
  type PersonInItem,
} from '../src/domain/index.ts';
import { inTransaction, insertRows, json } from './batch.ts';
import type { Handle } from './schema.ts';

/** Which text an analysis speaks of. */
export interface AnalyzedVersion {
  readonly itemId: string;
  readonly version: number;
}

/**
 * Stores what the analyzers say of one version of an item, in place of what an earlier run said.
 * Call it in the page's transaction. Throws `analyses/unknown-version`.
 */
export async function saveAnalysis(
  db: Handle,
  place: AnalyzedVersion,
  analysis: ItemAnalysis,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const key = await replaceAnalysis(transaction, place, analysis);
    await insertRows(transaction, {
      table: 'mentions',
      columns: mentionColumns,
      rows: analysis.mentions.map((mention, position) => ({
        ...key,
        ...mentionRow(place, position, mention),
      })),
    });
    await insertRows(transaction, {
      table: 'item_persons',
      columns: personColumns,
      rows: analysis.persons.map((person) => personRow(place, person)),
    });
    await insertRows(transaction, {
      table: 'measurements',
      columns: measurementColumns,
      rows: analysis.measures.map((measure, position) => ({
        ...key,
        ...measurementRow(place, position, measure),
      })),
    });
  });
}

/** Answers by which outlet and month the rows of this analysis are kept. */
async function replaceAnalysis(db: Handle, place: AnalyzedVersion, analysis: ItemAnalysis) {
  const { itemId, version } = place;
  await sql`delete from analyses where item_id = ${itemId} and version = ${version}`.execute(db);
  const { rows } = await sql<{ outlet_id: string; month: string }>`
    insert into analyses (item_id, version, method_version, language, outlet_id, month)
    select v.item_id, v.version, ${analysis.methodVersion}, ${analysis.language}, i.outlet_id,
      left(i.day, 7)
    from item_versions v join items i on i.id = v.item_id
    where v.item_id = ${itemId} and v.version = ${version}
    returning outlet_id, month`.execute(db);
  if (rows[0]) return rows[0];
  throw new ColumnInchesError({
    code: 'analyses/unknown-version',
    verdict: 'skip-item',
    message: `Version ${version} of item ${itemId} is not stored; save the article first.`,
    messageVietnamese: `Phiên bản ${version} của tin ${itemId} chưa được lưu; hãy lưu bài trước.`,
  });
}

const versionColumns = { item_id: 'text', version: 'integer' } as const;

const keyColumns = { outlet_id: 'text', month: 'text', ...versionColumns } as const;

const mentionColumns = {
  ...keyColumns,
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

function mentionRow(place: AnalyzedVersion, position: number, mention: Mention) {
  const { personId, start, end, coreStart, coreEnd, postId, reason, ...same } = mention;
  return {
    item_id: place.itemId,
    version: place.version,
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
  ...versionColumns,
  person_id: 'text',
  role: 'text',
  mentions: 'integer',
  words: 'integer',
  paragraph_share: 'double precision',
  first_offset: 'integer',
  first_place: 'text',
  fraction: 'double precision',
} as const;

function personRow(place: AnalyzedVersion, person: PersonInItem) {
  return {
    item_id: place.itemId,
    version: place.version,
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
  ...keyColumns,
  position: 'integer',
  measure: 'text',
  measure_version: 'integer',
  unit: 'text',
  person_id: 'text',
  value_number: 'double precision',
  value_text: 'text',
  evidence: 'jsonb',
} as const;

function measurementRow(place: AnalyzedVersion, position: number, measurement: Measurement) {
  const { measure, version, unit, personId, value, evidence } = measurement;
  return {
    item_id: place.itemId,
    version: place.version,
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
