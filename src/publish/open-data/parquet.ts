import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, FieldType, PlainTable } from './table.ts';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Element = Schema[number];

/** Days and instants stay text: a day belongs to its outlet's zone, not to UTC. */
const typeOf: Readonly<Record<FieldType, Pick<Element, 'type' | 'converted_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  datetime: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

function schemaOf(table: PlainTable): Schema {
  return [
    { name: 'root', num_children: table.fields.length },
    ...table.fields.map(
      ({ name, type }): Element => ({ name, repetition_type: 'OPTIONAL', ...typeOf[type] }),
    ),
  ];
}

/**
 * A row group ends after so many rows, or sooner where texts are long: what one group takes is all
 * that is held, besides some 20 kB for each group written, which the end of the file lists.
 */
const groupRows = 10_000;
/** UTF-16 units. */
const groupText = 16_000_000;

function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(writer.buffer, 0, writer.index).slice();
  // The offset goes on counting the whole file; only the buffer starts again.
  writer.index = 0;
  return bytes;
}

function emptyColumns(table: PlainTable): { name: string; data: Cell[] }[] {
  return table.fields.map(({ name }) => ({ name, data: [] }));
}

/** A table as Parquet, one row group after the other; rows are counted by `onRow`. */
export async function* parquetBytes(
  table: PlainTable,
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(table),
    createdBy: 'column-inches',
  });
  // Cells are gathered by column, so that a group is held once and not also as rows.
  let columns = emptyColumns(table);
  const writeGroup = async () => {
    await parquet.write({ columnData: columns, rowGroupSize: groupRows });
    columns = emptyColumns(table);
    return takeBytes(writer);
  };
  let waiting = { rows: 0, text: 0 };
  for await (const cells of rows) {
    for (const [index, { data }] of columns.entries()) {
      const cell = cells[index] ?? null;
      data.push(cell);
      if (typeof cell === 'string') waiting.text += cell.length;
    }
    waiting.rows += 1;
    if (waiting.rows < groupRows && waiting.text < groupText) continue;
    yield await writeGroup();
    waiting = { rows: 0, text: 0 };
  }
  if (waiting.rows > 0) yield await writeGroup();
  await parquet.finish();
  yield takeBytes(writer);
}
