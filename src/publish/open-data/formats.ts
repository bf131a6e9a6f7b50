import type { ExportFormat } from '../../domain/index.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import { parquetBytes } from './parquet.ts';
import type { Cell, PlainTable } from './table.ts';

type Rows = AsyncIterable<readonly Cell[]>;
type Encoder = (table: PlainTable, rows: Rows) => AsyncGenerator<Uint8Array>;

/** Texts joined to pieces of this many characters, so that a sink is not called once a row. */
const pieceLength = 64_000;

async function* pieces(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < pieceLength) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting !== '') yield encoder.encode(waiting);
}

async function* csvTexts(table: PlainTable, rows: Rows): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(table.fields.map(({ name }) => name));
  for await (const cells of rows) yield csvLine(cells);
}

/** An array of objects, one row a line: whole JSON, and still readable line by line. */
async function* jsonTexts(table: PlainTable, rows: Rows): AsyncGenerator<string> {
  const names = table.fields.map(({ name }) => name);
  let before = '[';
  for await (const cells of rows) {
    const row = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]));
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** How each format is written, with its media type. */
export const encoders: Readonly<
  Record<ExportFormat, { readonly mediaType: string; readonly encode: Encoder }>
> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    encode: (table, rows) => pieces(csvTexts(table, rows)),
  },
  json: {
    mediaType: 'application/json; charset=utf-8',
    encode: (table, rows) => pieces(jsonTexts(table, rows)),
  },
  parquet: { mediaType: 'application/vnd.apache.parquet', encode: parquetBytes },
};
