import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { saveOutlets, saveRegister } from '../../../../db/index.ts';
import { type TestDatabase, testDatabase } from '../../../database.ts';
import { outlet, register } from '../../../db/world.ts';

const run = promisify(execFile);
/** Little room, and collecting at will, so that what is seen is what is held. */
const lean = ['--expose-gc', '--max-old-space-size=96'];
/** Of a table of 48 MB; a batch of rows and the pieces on their way are held. */
const mostMoreBytes = 8_000_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await saveOutlets(database.db, [outlet({ id: 'a' })]);
  await saveRegister(database.db, register, { demo: false });
});

/** Items with very long titles, so that a table that was held in memory would be seen. */
async function storeItems(from: number, to: number): Promise<void> {
  const { db } = database;
  const numbers = sql`generate_series(${from}::int, ${to}::int) as n`;
  const day = sql`'2026-03-' || lpad((1 + n % 28)::text, 2, '0')`;
  await db.transaction().execute(async (now) => {
    await sql`set local session_replication_role = replica`.execute(now);
    await sql`insert into items (id, outlet_id, canonical_url, first_seen, sorted_at, day,
        latest_version)
      select 'item-' || n, 'a', 'https://a.example/' || n, now(), now(), ${day}, 1
      from ${numbers}`.execute(now);
    await sql`insert into item_versions (item_id, version, fetch_id, first_seen, url, content_hash,
        title, text, paragraphs, pictures, confidence, reasons, origins)
      select 'item-' || n, 1, 'fetch-' || n, now(), '', '', repeat(md5(n::text), 60), '', '[]', '[]',
        1, '[]', '{}' from ${numbers}`.execute(now);
    await sql`insert into analyses (item_id, version, outlet_id, month, method_version, language)
      select 'item-' || n, 1, 'a', '2026-03', '1', 'vi' from ${numbers}`.execute(now);
    await sql`insert into measurements (item_id, version, outlet_id, month, position, measure,
        measure_version, unit, value_number, evidence)
      select 'item-' || n, 1, 'a', '2026-03', place, measure, 1, 'words', 10, '{}'
      from ${numbers}, unnest(array['length.words', 'length.column-inches'])
        with ordinality as measures (measure, place)`.execute(now);
  });
}

async function download(format: string): Promise<{ bytes: number; peakBytes: number }> {
  const script = join(import.meta.dirname, 'downloader.ts');
  const { stdout } = await run(process.execPath, [
    ...lean,
    script,
    database.databaseUrl,
    'items',
    format,
  ]);
  return JSON.parse(stdout);
}

test('a table ten times as long takes no more memory', { timeout: 240_000 }, async () => {
  await storeItems(1, 2_000);
  const small = { csv: await download('csv'), json: await download('json') };
  await storeItems(2_001, 24_000);
  await sql`analyze`.execute(database.db);
  for (const format of ['csv', 'json'] as const) {
    const large = await download(format);
    expect(large.bytes).toBeGreaterThan(45_000_000);
    expect(large.bytes / small[format].bytes).toBeGreaterThan(10);
    const more = large.peakBytes - small[format].peakBytes;
    expect(small[format].peakBytes).toBeGreaterThan(0);
    expect(more, `${format} of ${large.bytes} bytes`).toBeLessThan(mostMoreBytes);
  }
});
