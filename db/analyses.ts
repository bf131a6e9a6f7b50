import { sql } from 'kysely';
import { ColumnInchesError, type ItemAnalysis } from '../src/domain/index.ts';
import { inTransaction } from './batch.ts';
import { analysisInserts } from './item-rows.ts';
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
  const { rows } = await sql`${oftenRun} with placed as (
      insert into analyses (item_id, version, method_version, language, outlet_id, month)
      select v.item_id, v.version, ${analysis.methodVersion}, ${analysis.language}, i.outlet_id,
        left(i.day, 7)
      from item_versions v join items i on i.id = v.item_id
      where v.item_id = ${place.itemId} and v.version = ${place.version}
      on conflict do nothing returning outlet_id, month, item_id, version
    ), ${analysisInserts(analysis)} select from placed`.execute(db);
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
