import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderArchive, saveOutlets } from '../../db/index.ts';
import type { FetchDoor, Log } from '../../src/domain/index.ts';
import { analyzerFor, keepPage, runOutlets } from '../../src/pipeline.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { article } from '../crawlers/press.ts';
import { outlet, page } from '../db/world.ts';
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

test('an article that was fetched before is analyzed only where its words have changed', async () => {
  const paper = outlet({ id: 'again' });
  await saveOutlets(database.db, [paper]);
  const archive = folderArchive(folder, { durable: false });
  const door = { fetch: () => Promise.reject(new TypeError('unused')), close: async () => {} };
  const clock = movedClock(Date.parse('2026-03-08T00:00:00Z'));
  const parts = { clock, door, log: quiet, archive, database };
  const real = await analyzerFor(paper, parts);
  let analyzed = 0;
  const analyze: typeof real = (item) => {
    analyzed += 1;
    return real(item);
  };
  const keep = async (hour: number, isKnown: boolean, title: string) => {
    const at = `2026-03-07T0${hour}:00:00Z`;
    const attempt = { bytes: Buffer.from(article(title)), headers: {} };
    const url = 'https://again.example/tin-100001.html';
    const captured = page({ outletId: paper.id, url, at, attempt });
    return keepPage({ ...captured, isKnown }, { outlet: paper, parts, analyze });
  };
  expect([await keep(1, false, 'Tỉnh họp về cầu mới'), analyzed]).toEqual(['article', 1]);
  expect([await keep(2, true, 'Tỉnh họp về cầu mới'), analyzed]).toEqual(['article', 1]);
  expect([await keep(3, true, 'Tỉnh lùi hạn cầu mới'), analyzed]).toEqual(['article', 2]);
});
