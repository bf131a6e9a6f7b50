import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFetchDoor } from '../../crawlers/index.ts';
import { folderArchive, saveOutlets, storedProgrammes } from '../../db/index.ts';
import { simulatedClock } from '../../src/demo/index.ts';
import { analyzerFor, keepPage } from '../../src/pipeline.ts';
import { testDatabase } from '../database.ts';
import { outlet as outletOf, page } from '../db/world.ts';
import { quietLog } from './context.ts';

const database = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadcasts-'));
const clock = simulatedClock(new Date('2026-03-02T10:00:00Z'));
const warned: { readonly line?: number; readonly fault?: string; readonly url?: string }[] = [];
const log = { ...quietLog, warn: (fields: object) => void warned.push(fields) };
const door = createFetchDoor({ clock, log });
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

test('a crawled listing with a bad line is stored without it, and the line is named', async () => {
  const outlet = outletOf({ id: 'dai-a', medium: 'broadcaster' });
  await saveOutlets(database.db, [outlet]);
  const archive = folderArchive(folder, { durable: false });
  const parts = { database, archive, door, clock, log };
  const setting = { outlet, parts, analyze: await analyzerFor(outlet, parts) };
  const url = 'https://dai-a.example/lich/2026-03-02.txt';
  const lines = ['Ngày 02/03/2026', '5:03 Chào ngày mới', '5:75 Phim', '18:30 Thời sự'];
  const bytes = Buffer.from(lines.join('\n'));
  const captured = page({ outletId: outlet.id, url, at: '2026-03-02T09:00:00Z', kind: 'source' });
  const kept = await keepPage(
    { ...captured, sourceKind: 'listing', attempt: { ...captured.attempt, bytes } },
    setting,
  );
  expect(kept).toBe('source');
  expect(warned).toEqual([{ url, line: 3, fault: 'bad-time' }]);
  const query = { outletIds: [outlet.id], from: '0000', to: '9999' };
  const stored = await storedProgrammes(database.db, query);
  expect(stored.map(({ title }) => title)).toEqual(['Chào ngày mới', 'Thời sự']);
});
