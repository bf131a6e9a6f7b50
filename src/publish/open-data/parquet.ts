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

/** Rows a row group holds: what one group takes in memory is all that is ever held. */
const groupRows = 10_000;

function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(writer.buffer, 0, writer.index).slice();
  // The offset goes on counting the whole file; only the buffer starts again.
  writer.index = 0;
  return bytes;
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
  let group: (readonly Cell[])[] = [];
  const writeGroup = async () => {
    const columnData = table.fields.map(({ name }, column) => ({
      name,
      data: group.map((cells) => cells[column] ?? null),
    }));
    await parquet.write({ columnData, rowGroupSize: groupRows });
    group = [];
  };
  for await (const cells of rows) {
    group.push(cells);
    if (group.length < groupRows) continue;
    await writeGroup();
    yield takeBytes(writer);
  }
  if (group.length > 0) await writeGroup();
  await parquet.finish();
  yield takeBytes(writer);
}
