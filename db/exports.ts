import { sql } from 'kysely';
import type { ExportFile, ExportRecord, FigureQuery } from '../src/domain/index.ts';
import { inTransaction, insertRows, json } from './batch.ts';
import type { Handle } from './schema.ts';

/** A file of an export with the archive's hashes of its parts, in order. */
export interface StoredExportFile extends ExportFile {
  readonly parts: readonly string[];
}

export interface StoredExport {
  readonly hash: string;
  readonly query: FigureQuery;
  readonly methodVersion: string;
  /** datapackage.json, byte by byte. */
  readonly package: string;
  readonly files: readonly StoredExportFile[];
}

/** Records an export under its hash; the same data exported again are the same export. */
export async function saveExport(db: Handle, given: StoredExport): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const { hash, query, methodVersion } = given;
    const added = await sql`insert into exports (hash, demo, query, method_version, package)
      values (${hash}, ${query.demo}, ${json(query)}::jsonb, ${methodVersion}, ${given.package})
      on conflict do nothing`.execute(transaction);
    if (added.numAffectedRows !== 1n) return;
    await insertRows(transaction, {
      table: 'export_files',
      columns: fileColumns,
      rows: given.files.map((file, position) => ({
        export_hash: hash,
        position,
        path: file.path,
        media_type: file.mediaType,
        rows: file.rows,
        size_bytes: file.sizeBytes,
        sha256: file.sha256,
        parts: file.parts,
      })),
    });
  });
}

const fileColumns = {
  export_hash: 'text',
  position: 'integer',
  path: 'text',
  media_type: 'text',
  rows: 'integer',
  size_bytes: 'double precision',
  sha256: 'text',
  parts: 'text[]',
} as const;

const exportColumns = sql`e.hash, e.created_at as "createdAt", e.query,
  e.method_version as "methodVersion", (select coalesce(json_agg(json_build_object(
    'path', f.path, 'mediaType', f.media_type, 'rows', f.rows, 'sizeBytes', f.size_bytes,
    'sha256', f.sha256) order by f.position), '[]') from export_files f
    where f.export_hash = e.hash) as files`;

type Row = Omit<ExportRecord, 'createdAt'> & { readonly createdAt: Date };

const recordOf = ({ createdAt, ...row }: Row): ExportRecord => ({
  ...row,
  createdAt: createdAt.toISOString(),
});

/** Exports of one world, latest first, at most 100. */
export async function listExports(db: Handle, demo: boolean): Promise<ExportRecord[]> {
  const { rows } = await sql<Row>`select ${exportColumns} from exports e
    where e.demo = ${demo} order by e.created_at desc, e.hash limit 100`.execute(db);
  return rows.map(recordOf);
}

/** One export by its hash, of either world; null where there is none. */
export async function loadExport(db: Handle, hash: string): Promise<ExportRecord | null> {
  const { rows } = await sql<Row>`select ${exportColumns} from exports e
    where e.hash = ${hash}`.execute(db);
  return rows[0] ? recordOf(rows[0]) : null;
}

/** datapackage.json of an export; null where there is none. */
export async function exportPackage(db: Handle, hash: string): Promise<string | null> {
  const { rows } = await sql<{ package: string }>`select package from exports
    where hash = ${hash}`.execute(db);
  return rows[0]?.package ?? null;
}

/** Where a file's bytes lie in the archive; null where the export has no such file. */
export async function exportParts(
  db: Handle,
  file: { readonly hash: string; readonly path: string },
): Promise<readonly string[] | null> {
  const { rows } = await sql<{ parts: string[] }>`select parts from export_files
    where export_hash = ${file.hash} and path = ${file.path}`.execute(db);
  return rows[0]?.parts ?? null;
}
