import { sentencesOf } from '../../analyzers/index.ts';
import type { Database } from '../../db/index.ts';
import type { Period } from '../../src/domain/index.ts';
import { createNumbers, createPublication } from '../../src/publish/index.ts';
import { heldBytes } from './held.ts';
import { archiveOf } from './site.ts';

export interface ExportCost {
  readonly rows: number;
  readonly megabytes: number;
  readonly seconds: number;
  /** The most that was held at the end of a row group and not before the export, megabytes. */
  readonly heldMegabytes: number;
}

/** Writes the items of a period as Parquet to nowhere, and looks at what the process holds. */
export async function exportCost(
  { db }: Database,
  given: { readonly folder: string; readonly period: Period },
): Promise<ExportCost> {
  const archive = archiveOf(given.folder);
  const parts = { sentencesOf, archive, now: () => new Date(), version: 'bench' };
  const { openData } = createPublication(db, parts);
  const query = { period: given.period, outlets: null, demo: false };
  const { itemsCaptured: rows } = await createNumbers(db, { sentencesOf }).figures(query);
  let bytes = 0;
  let mostBytes = 0;
  const beforeBytes = heldBytes();
  const beganMs = performance.now();
  await openData.write({ name: 'items', format: 'parquet', query }, async (piece) => {
    bytes += piece.length;
    mostBytes = Math.max(mostBytes, heldBytes());
  });
  return {
    rows,
    megabytes: bytes / 1e6,
    seconds: (performance.now() - beganMs) / 1000,
    heldMegabytes: (mostBytes - beforeBytes) / 1e6,
  };
}
