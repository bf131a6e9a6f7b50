import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { parquetBytes } from '../../../../src/publish/open-data/parquet.ts';
import type { PlainTable } from '../../../../src/publish/open-data/table.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const words = { vi: '', en: '' };
const field = (name: string, type: 'string' | 'integer') => ({ name, type, about: words });
const table: PlainTable = {
  name: 'numbered',
  title: words,
  about: words,
  primaryKey: ['id'],
  fields: [field('id', 'string'), field('place', 'integer')],
  rows: () => {
    throw new Error('The rows are given.');
  },
};

/** Between early and late groups; each leaves its description for the end of the file. */
const mostMoreBytes = 500_000;

/** Rows that hardly compress: the id is different in each. */
async function* numbered(rows: number, width: number) {
  for (let place = 0; place < rows; place += 1) {
    const scattered = Math.imul(place + 1, 0x9e37_79b1) >>> 0;
    yield [scattered.toString(16).padStart(8, '0').padEnd(width, 'x'), place];
  }
}

test('what is held does not grow with the rows', async () => {
  let bytes = 0;
  const held: number[] = [];
  for await (const piece of parquetBytes(table, numbered(160_000, 8))) {
    bytes += piece.length;
    // Twice: the first finds the buffers that nothing refers to, the second frees them.
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    held.push(heapUsed + external);
  }
  expect(bytes).toBeGreaterThan(4 * mostMoreBytes);
  // The first groups also make the engine compile.
  const [early, late] = [held.slice(3, 6), held.slice(-4, -1)];
  expect(Math.min(...late) - Math.min(...early)).toBeLessThan(mostMoreBytes);
});

test('long texts end a group sooner, and every row is read again', async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetBytes(table, numbered(3_000, 10_000))) pieces.push(piece);
  const file = new Uint8Array(Buffer.concat(pieces)).buffer;
  const { row_groups: groups } = await parquetMetadataAsync(file);
  expect(groups.map((group) => Number(group.num_rows))).toEqual([1_600, 1_400]);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(3_000);
  for await (const [id, place] of numbered(3_000, 10_000))
    expect(rows[Number(place)]?.['id'] === id && rows[Number(place)]?.['place'] === place).toBe(
      true,
    );
});
