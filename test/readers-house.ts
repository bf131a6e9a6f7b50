import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sentencesOf } from '../analyzers/index.ts';
import {
  folderArchive,
  recordFetch,
  refreshCoverage,
  saveClusters,
  saveOutlets,
  saveRegister,
} from '../db/index.ts';
import {
  createNumbers,
  createPublication,
  makeExport,
  openDataOptions,
  refreshPublished,
} from '../src/publish/index.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { mention, outlet, page, personIn, register } from './db/world.ts';
import { store } from './src/publish/press.ts';
import { serverFor } from './src/web/server-for-tests.ts';

/** A small press with everything a page can show, served by a real server. */
export interface ReadersHouse {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly itemId: string;
  readonly storyId: string;
  readonly exportHash: string;
  readonly challengeId: string;
}

const query = { period: { from: '2026-03-02', to: '2026-03-06' }, outlets: null, demo: false };

/** Five days of two outlets; on the third day outlet b did not answer. */
async function fill(database: TestDatabase): Promise<string[]> {
  await saveOutlets(database.db, [outlet({ id: 'a' }), outlet({ id: 'b' })]);
  await saveRegister(database.db, register, { demo: false });
  const ids: string[] = [];
  for (const day of [2, 3, 4, 5, 6]) {
    for (const outletId of ['a', 'b']) {
      const failed = outletId === 'b' && day === 4;
      const at = `2026-03-0${day}T01:00:00Z`;
      const source = page({
        outletId,
        url: `https://${outletId}.example/rss`,
        at,
        kind: 'source',
        attempt: failed ? { outcome: 'failed', status: null } : {},
      });
      await recordFetch(database.db, source, null);
      if (failed) continue;
      const who = outletId === 'a' && day < 4 ? ['le-an'] : ['le-an', 'tran-binh'];
      ids.push(
        await store(database, {
          outletId,
          url: `https://${outletId}.example/${day}`,
          at,
          publishedAt: `2026-03-0${day}T09:00:00+07:00`,
          title: `Ông Lê An thăm xã số ${day}`,
          persons: who.map((personId) => personIn({ personId, fraction: 1 / who.length })),
          mentions: who.map((personId) => mention({ personId })),
        }),
      );
    }
  }
  await refreshCoverage(database.db);
  return ids;
}

/** Fills a database of the test's own and opens a server over it. */
export async function openReadersHouse(): Promise<ReadersHouse> {
  const database = await testDatabase();
  const ids = await fill(database);
  const [first = '', second = ''] = ids;
  const members = [first, second].map((itemId) => ({ itemId, clusterId: 'story' }));
  await saveClusters(database.db, members, '1');
  await refreshPublished(database.db, sentencesOf);
  const folder = await mkdtemp(join(tmpdir(), 'readers-'));
  const parts = {
    sentencesOf,
    archive: folderArchive(folder, { durable: false }),
    version: '1',
    now: () => new Date('2026-03-08T02:00:00Z'),
  };
  const publication = createPublication(database.db, parts);
  const kept = await makeExport(database.db, { query, formats: ['csv'] }, openDataOptions(parts));
  const challenge = await publication.challenges.raise({
    claim: 'other',
    itemId: null,
    personId: 'le-an',
    outletId: null,
    address: '/',
    query,
    reason: 'Con số này cao hơn tôi nghĩ.',
  });
  const numbers = createNumbers(database.db, { sentencesOf });
  return {
    app: serverFor(numbers, { publication }),
    database,
    itemId: second,
    storyId: 'story',
    exportHash: kept.hash,
    challengeId: challenge.id,
  };
}
