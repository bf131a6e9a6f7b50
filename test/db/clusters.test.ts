import { expect, test } from 'vitest';
import {
  firstUnclusteredDay,
  itemTexts,
  recordFetch,
  saveArticleVersion,
  saveClusters,
  saveOutlets,
} from '../../db/index.ts';
import { testDatabase } from '../database.ts';
import { article, outlet, page } from './world.ts';

const database = await testDatabase();
const { db } = database;
const papers = ['bao-mot', 'bao-hai'].map((id) => outlet({ id }));
await saveOutlets(db, papers);

async function store(outletId: string, name: string, at: string, text = `Bài ${name}.`) {
  const url = `https://${outletId}.example/${name}`;
  const fetched = page({ outletId, url, at });
  const given = article({ url, canonicalUrl: url, text, publishedAt: at });
  return database.transaction(async (transaction) => {
    const fetchId = await recordFetch(transaction, fetched, null);
    const version = { outletId, canonicalUrl: url, article: given, fetchId };
    return saveArticleVersion(transaction, { ...version, firstSeen: fetched.attempt.startedAt });
  });
}

async function read(from: string, settledUntil: string, batchSize?: number) {
  const size = batchSize === undefined ? {} : { batchSize };
  const batches = [];
  for await (const batch of itemTexts(db, { demo: false, from, settledUntil, ...size })) {
    batches.push(batch);
  }
  return batches;
}

const first = await store('bao-mot', 'a', '2026-03-01T08:00:00+07:00');
const copy = await store('bao-hai', 'b', '2026-03-02T08:00:00+07:00');
const late = await store('bao-mot', 'c', '2026-03-03T08:00:00+07:00');

test('only the first day with a new or edited item is looked at again', async () => {
  const world = { demo: false, methodVersion: '1' };
  expect(await firstUnclusteredDay(db, world)).toBe('2026-03-01');
  const members = [first, copy].map(({ itemId }) => ({ itemId, clusterId: first.itemId }));
  await saveClusters(db, members, '1');
  expect(await firstUnclusteredDay(db, world)).toBe('2026-03-03');
  await saveClusters(db, [{ itemId: late.itemId, clusterId: late.itemId }], '1');
  expect(await firstUnclusteredDay(db, world)).toBeNull();
  expect(await firstUnclusteredDay(db, { ...world, methodVersion: '2' })).toBe('2026-03-01');
});

test('texts come from a day on, a batch at a time, with the cluster they have', async () => {
  const [all] = await read('2026-03-01', '2026-03-02');
  expect(all?.map(({ itemId }) => itemId)).toEqual([first.itemId, copy.itemId, late.itemId]);
  expect(all?.[0]).toMatchObject({ day: '2026-03-01', clusterId: first.itemId });
  // What the day itself brings is not settled: only the first paper's item is.
  expect(all?.map(({ clusterOutlets }) => clusterOutlets)).toEqual([['bao-mot'], ['bao-mot'], []]);
  const single = await read('2026-03-02', '2026-03-02', 1);
  expect(single.flat().map(({ itemId }) => itemId)).toEqual([copy.itemId, late.itemId]);
  expect(Math.max(...single.map((batch) => batch.length))).toBe(1);
});

test('an edited item has its story looked for anew', async () => {
  await store('bao-hai', 'b', '2026-03-02T08:00:00+07:00', 'Bài khác hẳn.');
  const world = { demo: false, methodVersion: '1' };
  expect(await firstUnclusteredDay(db, world)).toBe('2026-03-02');
});
