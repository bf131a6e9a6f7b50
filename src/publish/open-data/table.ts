import type { Handle, LengthMeasures } from '../../../db/index.ts';
import type {
  AirFigures,
  ExportTable,
  FigureQuery,
  FigureSet,
  TwoLanguages,
} from '../../domain/index.ts';
import type { AirReport } from '../broadcasts.ts';
import type { LanguageSplitter } from '../evidence-sentences.ts';

export type Cell = string | number | boolean | null;

/** What a column holds, in Frictionless's words. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';

/** One column: its name in the file, its type, and what it says. */
export interface Field<Row> {
  readonly name: string;
  readonly type: FieldType;
  readonly about: TwoLanguages;
  /** null = unknown, never 0. */
  readonly cell: (row: Row) => Cell;
}

/** What the tables of one export are read from: one unmoving picture of the database. */
export interface ExportSource {
  readonly db: Handle;
  readonly query: FigureQuery;
  readonly figures: FigureSet;
  readonly measures: LengthMeasures;
  readonly sentencesOf: LanguageSplitter;
  /** Read only where a table of the air is asked for; null where nothing of it was captured. */
  readonly air: () => Promise<AirFigures | null>;
  readonly airReports: () => Promise<readonly AirReport[]>;
}

/** A table with its columns and where its rows come from. */
export interface Table<Row> extends ExportTable {
  readonly primaryKey: readonly string[];
  readonly fields: readonly Field<Row>[];
  readonly rows: (source: ExportSource) => AsyncIterable<Row> | Iterable<Row>;
}

/** A table whose rows' own type is forgotten: each row is its cells, in the order of the fields. */
export interface PlainTable extends ExportTable {
  readonly primaryKey: readonly string[];
  readonly fields: readonly Omit<Field<never>, 'cell'>[];
  readonly rows: (source: ExportSource) => AsyncIterable<readonly Cell[]>;
}

/** Closes a table over its row type, so that all tables can stand in one list. */
export function plainTable<Row>(table: Table<Row>): PlainTable {
  const { fields } = table;
  return {
    ...table,
    fields: fields.map(({ name, type, about }) => ({ name, type, about })),
    async *rows(source) {
      for await (const row of table.rows(source)) yield fields.map(({ cell }) => cell(row));
    },
  };
}
