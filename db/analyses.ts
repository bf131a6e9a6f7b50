import { sql } from 'kysely';
import {
  ColumnInchesError,
  type ItemAnalysis,
  type Measurement,
  type Mention,
  type PersonInItem,
} from '../src/domain/index.ts';
import { givenRows, inTransaction, json } from './batch.ts';
import type { Handle } from './schema.ts';
import { oftenRun } from './statements.ts';

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
    if (await insertAnalysis(transaction, place, analysis)) return;
    const { itemId, version } = place;
    await sql`delete from analyses where item_id = ${itemId} and version = ${version}`.execute(
      transaction,
    );
    if (!(await insertAnalysis(transaction, place, analysis))) throw unknownVersion(place);
  });
}

/** Answers whether it was stored: there is such a version, and nothing was said of it before. */
async function insertAnalysis(db: Handle, place: AnalyzedVersion, analysis: ItemAnalysis) {
  const mentions = givenRows(mentionColumns, analysis.mentions.map(mentionRow));
  const persons = givenRows(personColumns, analysis.persons.map(personRow));
  const measures = givenRows(measurementColumns, analysis.measures.map(measurementRow));
  const { rows } = await sql`${oftenRun} with placed as (
      insert into analyses (item_id, version, method_version, language, outlet_id, month)
      select v.item_id, v.version, ${analysis.methodVersion}, ${analysis.language}, i.outlet_id,
        left(i.day, 7)
      from item_versions v join items i on i.id = v.item_id
      where v.item_id = ${place.itemId} and v.version = ${place.version}
      on conflict do nothing returning outlet_id, month, item_id, version
    ), mentioned as (
      insert into mentions (outlet_id, month, item_id, version, ${mentions.names})
      select placed.*, ${mentions.values} from placed, ${mentions.table}
    ), counted as (
      insert into item_persons (item_id, version, ${persons.names})
      select placed.item_id, placed.version, ${persons.values} from placed, ${persons.table}
    ), measured as (
      insert into measurements (outlet_id, month, item_id, version, ${measures.names})
      select placed.*, ${measures.values} from placed, ${measures.table}
    ) select from placed`.execute(db);
  return rows.length > 0;
}

function unknownVersion({ itemId, version }: AnalyzedVersion) {
  return new ColumnInchesError({
    code: 'analyses/unknown-version',
    verdict: 'skip-item',
    message: `Version ${version} of item ${itemId} is not stored; save the article first.`,
    messageVietnamese: `Phiên bản ${version} của tin ${itemId} chưa được lưu; hãy lưu bài trước.`,
  });
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
