import type { FigureQuery } from './figure-query.ts';
import type { IsoInstant } from './time.ts';

/** Forms in which a table is given away. */
export const exportFormats = ['csv', 'json', 'parquet'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A text in the two languages of the project. */
export interface TwoLanguages {
  readonly vi: string;
  readonly en: string;
}

/** One file of an export. */
export interface ExportFile {
  /** Within the export: `persons.csv`. */
  readonly path: string;
  readonly mediaType: string;
  /** Rows without the heading. */
  readonly rows: number;
  readonly sizeBytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** A kept export: the same hash gives the same bytes for ever. */
export interface ExportRecord {
  /** SHA-256 of its datapackage.json, which holds those of all files. */
  readonly hash: string;
  readonly createdAt: IsoInstant;
  readonly query: FigureQuery;
  readonly methodVersion: string;
  readonly files: readonly ExportFile[];
}

/** What a table of open data holds. */
export interface ExportTable {
  /** File name without its ending: `persons`. */
  readonly name: string;
  readonly title: TwoLanguages;
  readonly about: TwoLanguages;
}

/** Takes bytes as they come; waits while the other side is slow. */
export type ByteSink = (bytes: Uint8Array) => Promise<void>;

/** Tables behind the figures, for anyone to take away; made by src/publish/open-data. */
export interface OpenData {
  readonly tables: readonly ExportTable[];
  /** Streams one table of a query as it is now; false where there is no such table. */
  write(
    table: { readonly name: string; readonly format: ExportFormat; readonly query: FigureQuery },
    sink: ByteSink,
  ): Promise<boolean>;
  /** Kept exports of the world on screen, latest first. */
  exports(): Promise<readonly ExportRecord[]>;
  export(hash: string): Promise<ExportRecord | null>;
  /** Streams a file of a kept export, datapackage.json included; false where there is none. */
  read(file: { readonly hash: string; readonly path: string }, sink: ByteSink): Promise<boolean>;
}
