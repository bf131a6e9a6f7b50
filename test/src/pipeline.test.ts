import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderArchive, saveOutlets } from '../../db/index.ts';
import type { FetchDoor, Log } from '../../src/domain/index.ts';
import { runOutlets } from '../../src/pipeline.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { outlet } from '../db/world.ts';
import { movedClock } from '../simulation/faults.ts';

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };
const feed = Buffer.from('<rss version="2.0"><channel><title>Tin</title></channel></rss>');
let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'pipeline-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a run that one outlet stops ends only when the others have stored what they had in hand', async () => {
  const clock = movedClock(Date.parse('2026-03-01T00:00:00Z'));
  const [quick, slow] = ['quick', 'slow'].map((id) =>
    outlet({ id, sources: [{ kind: 'feed', url: `https://${id}.example/tin.rss` }] }),
  ) as [ReturnType<typeof outlet>, ReturnType<typeof outlet>];
  await saveOutlets(database.db, [quick, slow]);
  const door: FetchDoor = {
    fetch: async ({ url }) => {
      if (url.includes('slow')) await delay(200);
      const startedAt = clock.now();
      const answer = { status: 200, headers: { 'content-type': 'text/xml' }, bytes: feed };
      return {
        url,
        finalUrl: url,
        startedAt,
        durationMs: 1,
        outcome: 'ok',
        error: null,
        ...answer,
      };
    },
    close: async () => undefined,
  };
  let transactions = 0;
  const parts = {
    clock,
    door,
    log: quiet,
    archive: folderArchive(folder, { durable: false }),
    database: {
      ...database,
      transaction: async (action: Parameters<TestDatabase['transaction']>[0]) => {
        transactions += 1;
        if (transactions === 1) throw new TypeError('the connection is gone');
        return database.transaction(action);
      },
    } as TestDatabase,
  };
  await expect(runOutlets([quick, slow], parts)).rejects.toThrow('the connection is gone');
  const stored = await database.db.selectFrom('fetches').select('outlet_id').execute();
  expect(stored.map(({ outlet_id: id }) => id)).toEqual(['slow']);
});
