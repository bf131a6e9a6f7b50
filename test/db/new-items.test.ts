import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  recordFetch,
  saveAnalysis,
  saveArticleVersion,
  saveOutlets,
  storeNewItem,
} from '../../db/index.ts';
import { testDatabase } from '../database.ts';
import { analysis, article, mention, outlet, page, personIn } from './world.ts';

const database = await testDatabase();
const { db } = database;
await saveOutlets(db, [outlet({ id: 'bao-mot' }), outlet({ id: 'bao-hai' })]);

const url = 'https://bao.example/cau';
const hash = 'ab'.repeat(32);
const found = {
  mentions: [mention({ personId: 'le-an' }), mention({ personId: 'tran-binh', start: 20 })],
  persons: [personIn({ personId: 'le-an' }), personIn({ personId: 'tran-binh' })],
};

function given(outletId: string, { at = '2026-03-07T18:30:00Z', address = url } = {}) {
  const attempt = { bytes: Buffer.from('page'), headers: { etag: '"1"' } };
  const fetched = page({ outletId, url: address, at, attempt });
  const content = article({ url: address, publishedAt: null });
  return {
    page: fetched,
    blobHash: hash,
    article: content,
    canonicalUrl: content.canonicalUrl,
    analyze: (itemId: string) => analysis(itemId, found),
  };
}

/** The same by the way that compares under a lock first. */
async function storeSlowly(story: ReturnType<typeof given>) {
  await database.transaction(async (transaction) => {
    const { outletId, attempt } = story.page;
    const fetchId = await recordFetch(transaction, story.page, story.blobHash);
    const saved = await saveArticleVersion(transaction, {
      ...story,
      outletId,
      fetchId,
      firstSeen: attempt.startedAt,
    });
    await saveAnalysis(transaction, saved, story.analyze(saved.itemId));
  });
}

const tables = [
  'blobs',
  'fetches',
  'items',
  'item_versions',
  'analyses',
  'mentions',
  'item_persons',
  'measurements',
] as const;

/** Every stored row, without what names its outlet. */
async function rowsOf(outletId: string) {
  const rows: Record<string, unknown> = {};
  for (const table of tables) {
    const all = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(table)} t`.execute(db);
    const item = await sql<{ id: string }>`select id from items
      where outlet_id = ${outletId}`.execute(db);
    const isOf = (row: Record<string, unknown>) =>
      table === 'blobs' || row['outlet_id'] === outletId || row['item_id'] === item.rows[0]?.id;
    const named = new Set(['id', 'outlet_id', 'item_id', 'fetch_id', 'kept_at', 'stored_at']);
    rows[table] = all.rows
      .map(({ row }) => row)
      .filter(isOf)
      .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !named.has(name))));
  }
  return rows;
}

async function count() {
  const counts: Record<string, number> = {};
  for (const table of [...tables, 'stale_days'] as const) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)}`.execute(db);
    counts[table] = rows[0]?.n ?? Number.NaN;
  }
  return counts;
}

describe('a new article', () => {
  it('is stored in one statement as it is when compared under a lock first', async () => {
    expect(await storeNewItem(db, given('bao-mot'))).toBe(true);
    await storeSlowly(given('bao-hai'));
    const [fast, slow] = [await rowsOf('bao-mot'), await rowsOf('bao-hai')];
    expect(fast).toEqual(slow);
    expect(fast['items']).toMatchObject([{ day: '2026-03-08', latest_version: 1 }]);
    expect(fast['mentions']).toHaveLength(2);
    const { rows } = await sql`select distinct day from stale_days
      where outlet_id = 'bao-mot'`.execute(db);
    expect(rows).toEqual([{ day: '2026-03-08' }]);
  });

  it('that is there already, or of an unknown outlet, changes nothing', async () => {
    const before = await count();
    expect(await storeNewItem(db, given('bao-mot'))).toBe(false);
    expect(await storeNewItem(db, given('bao-mot', { at: '2026-03-08T18:30:00Z' }))).toBe(false);
    const elsewhere = 'https://bao.example/khac';
    // The attempt is known, its page was read as another address before.
    const renamed = { ...given('bao-mot'), canonicalUrl: elsewhere };
    expect(await storeNewItem(db, renamed)).toBe(false);
    expect(await storeNewItem(db, given('nobody', { address: elsewhere }))).toBe(false);
    expect(await count()).toEqual(before);
  });

  it('told twice at once is stored once', async () => {
    const before = await count();
    const address = 'https://bao.example/hai-lan';
    const looks = Array.from({ length: 6 }, (_, minute) =>
      storeNewItem(db, given('bao-hai', { address, at: `2026-03-07T18:3${minute}:00Z` })),
    );
    const stored = await Promise.all(looks);
    expect(stored.filter(Boolean)).toHaveLength(1);
    const after = await count();
    const added = Object.fromEntries(
      tables.map((table) => [table, after[table]! - before[table]!]),
    );
    expect(added).toEqual({
      blobs: 0,
      fetches: 1,
      items: 1,
      item_versions: 1,
      analyses: 1,
      mentions: 2,
      item_persons: 2,
      measurements: 1,
    });
  });

  it('leaves nothing behind where a part of it cannot be stored', async () => {
    const before = await count();
    const address = 'https://bao.example/hong';
    const twice = { persons: [personIn({ personId: 'le-an' }), personIn({ personId: 'le-an' })] };
    const story = given('bao-mot', { address });
    const broken = { ...story, analyze: (itemId: string) => analysis(itemId, twice) };
    // Two rows for one person in one item: no fault of a faster fetch, so it must not be hidden.
    await expect(storeSlowly(broken)).rejects.toThrow('item_persons');
    await expect(storeNewItem(db, broken)).rejects.toThrow('item_persons');
    expect(await count()).toEqual(before);
  });
});
