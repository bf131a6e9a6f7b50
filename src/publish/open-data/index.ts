import { createHash } from 'node:crypto';
import {
  type Archive,
  demoIsShown,
  exportPackage,
  exportParts,
  type Handle,
  inSnapshot,
  type LengthMeasures,
  listExports,
  loadExport,
  saveExport,
  type StoredExportFile,
} from '../../../db/index.ts';
import type {
  ByteSink,
  ExportFormat,
  ExportRecord,
  FigureQuery,
  FigureSet,
  OpenData,
} from '../../domain/index.ts';
import { airFigures, airReports } from '../broadcasts.ts';
import type { LanguageSplitter } from '../evidence-sentences.ts';
import { encoders } from './formats.ts';
import { dataPackage, type WrittenTable } from './package.ts';
import type { Cell, ExportSource, PlainTable } from './table.ts';
import { tables } from './tables.ts';

export { csvCell } from './csv.ts';

export interface OpenDataOptions {
  readonly sentencesOf: LanguageSplitter;
  readonly measures: LengthMeasures;
  /** The figures of a query, read from the given picture of the database: `numbers.ts`. */
  readonly figures: (db: Handle, query: FigureQuery) => Promise<FigureSet>;
  /** Where kept exports lie, in pieces named by their hash. */
  readonly archive: Pick<Archive, 'get' | 'put'>;
  /** Of the program, named in the package. */
  readonly version: string;
}

/** Open data over a database; every number comes from the figures or from what they count. */
export function createOpenData(db: Handle, options: OpenDataOptions): OpenData {
  return {
    tables,
    write: ({ name, format, query }, sink) => {
      const table = tables.find((one) => one.name === name);
      if (!table) return Promise.resolve(false);
      return inSnapshot(db, async (now) => {
        const source = await sourceOf(now, query, options);
        await encodeTable({ table, source, format }, sink);
        return true;
      });
    },
    exports: async () => listExports(db, await demoIsShown(db)),
    export: (hash) => loadExport(db, hash),
    read: (file, sink) => readKept(db, file, { sink, archive: options.archive }),
  };
}

async function sourceOf(
  db: Handle,
  query: FigureQuery,
  options: OpenDataOptions,
): Promise<ExportSource> {
  const { measures, sentencesOf } = options;
  return {
    db,
    query,
    measures,
    sentencesOf,
    figures: await options.figures(db, query),
    air: () => airFigures(db, query),
    airReports: () => airReports(db, query),
  };
}

/** Streams one table; answers its rows. */
async function encodeTable(
  given: { table: PlainTable; source: ExportSource; format: ExportFormat },
  sink: ByteSink,
): Promise<number> {
  const { table, source, format } = given;
  let rows = 0;
  async function* counted(): AsyncGenerator<readonly Cell[]> {
    for await (const cells of table.rows(source)) {
      rows += 1;
      yield cells;
    }
  }
  for await (const bytes of encoders[format].encode(table, counted())) await sink(bytes);
  return rows;
}

/** Bytes of one piece in the archive: what is held in memory while a file is kept. */
const pieceBytes = 4_000_000;

/** Puts a stream into the archive piece by piece and hashes the whole. */
function keeper(archive: Pick<Archive, 'put'>) {
  const hash = createHash('sha256');
  const parts: string[] = [];
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let sizeBytes = 0;
  const flush = async () => {
    if (waitingBytes === 0) return;
    parts.push(await archive.put(Buffer.concat(waiting)));
    waiting = [];
    waitingBytes = 0;
  };
  return {
    sink: async (bytes: Uint8Array) => {
      hash.update(bytes);
      sizeBytes += bytes.length;
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (waitingBytes >= pieceBytes) await flush();
    },
    end: async () => {
      await flush();
      return { parts, sizeBytes, sha256: hash.digest('hex') };
    },
  };
}

/** What an export is made of and where its files also go, besides the archive. */
export interface ExportRequest {
  readonly query: FigureQuery;
  readonly formats: readonly ExportFormat[];
  /** Opens a file of the caller's to write a copy to; left out = the archive alone. */
  readonly copyTo?: (path: string) => Promise<{ sink: ByteSink; close(): Promise<void> }>;
}

/**
 * Writes every table in every format, keeps the bytes in the archive, and records the export under
 * its hash. Reads one unmoving picture of the database, so that all tables agree.
 */
export async function makeExport(
  db: Handle,
  request: ExportRequest,
  options: OpenDataOptions,
): Promise<ExportRecord> {
  const made = await inSnapshot(db, async (now) => {
    const source = await sourceOf(now, request.query, options);
    const written: (WrittenTable & { readonly file: StoredExportFile })[] = [];
    for (const table of tables)
      for (const format of request.formats)
        written.push(await keepTable({ table, source, format }, request, options));
    return { written, methodVersion: source.figures.methodVersion };
  });
  const { written, methodVersion } = made;
  const facts = { query: request.query, methodVersion, version: options.version };
  const text = dataPackage(facts, written);
  const hash = createHash('sha256').update(text).digest('hex');
  const copy = await request.copyTo?.('datapackage.json');
  await copy?.sink(new TextEncoder().encode(text));
  await copy?.close();
  const files = written.map(({ file }) => file);
  await saveExport(db, { hash, query: request.query, methodVersion, package: text, files });
  return (await loadExport(db, hash)) as ExportRecord;
}

async function keepTable(
  given: { table: PlainTable; source: ExportSource; format: ExportFormat },
  request: ExportRequest,
  options: OpenDataOptions,
): Promise<WrittenTable & { readonly file: StoredExportFile }> {
  const { table, format } = given;
  const path = `${table.name}.${format}`;
  const copy = await request.copyTo?.(path);
  const kept = keeper(options.archive);
  try {
    const rows = await encodeTable(given, async (bytes) => {
      await kept.sink(bytes);
      await copy?.sink(bytes);
    });
    const { mediaType } = encoders[format];
    return { table, file: { path, mediaType, rows, ...(await kept.end()) } };
  } finally {
    await copy?.close();
  }
}

async function readKept(
  db: Handle,
  file: { readonly hash: string; readonly path: string },
  to: { readonly sink: ByteSink; readonly archive: Pick<Archive, 'get'> },
): Promise<boolean> {
  if (file.path === 'datapackage.json') {
    const text = await exportPackage(db, file.hash);
    if (text === null) return false;
    await to.sink(new TextEncoder().encode(text));
    return true;
  }
  const parts = await exportParts(db, file);
  if (parts === null) return false;
  for (const part of parts) {
    const bytes = await to.archive.get(part);
    if (bytes === null) return false;
    await to.sink(bytes);
  }
  return true;
}
