import { openDatabase, folderArchive } from '../../../../db/index.ts';
import type { ExportFormat } from '../../../../src/domain/index.ts';
import { createPublication } from '../../../../src/publish/index.ts';

// A process of its own that takes one table and throws it away; tells how many bytes came and how
// much memory it held at most. Run by memory.test.ts.
const [databaseUrl = '', name = '', format = 'csv'] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl });
const publication = createPublication(database.db, {
  sentencesOf: (text) => [{ start: 0, end: text.length }],
  archive: folderArchive('/nonexistent'),
  version: '0',
  now: () => new Date(),
});
const query = { period: { from: '2026-01-01', to: '2026-12-31' }, outlets: null, demo: false };
const collect = globalThis.gc ?? (() => undefined);
const betweenLooks = 2_000_000;
let bytes = 0;
let lookedAt = 0;
let peakBytes = 0;
await publication.openData.write({ name, format: format as ExportFormat, query }, async (piece) => {
  bytes += piece.length;
  if (bytes - lookedAt > betweenLooks) {
    lookedAt = bytes;
    // What is held, not what waits to be collected: that would differ from run to run. What lies
    // outside of the heap is let go a turn after the first collection has found that it may be.
    collect();
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    const { heapUsed, external } = process.memoryUsage();
    peakBytes = Math.max(peakBytes, heapUsed + external);
  }
  await new Promise((resolve) => setImmediate(resolve));
});
await database.close();
process.stdout.write(JSON.stringify({ bytes, peakBytes }));
