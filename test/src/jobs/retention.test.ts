import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  folderArchive,
  ledgerDays,
  recordFetch,
  refreshCoverage,
  saveOutlets,
  saveRegister,
} from '../../../db/index.ts';
import { applyRetention } from '../../../src/jobs/retention.ts';
import { recomputeItems } from '../../../src/recompute.ts';
import { createNumbers } from '../../../src/publish/index.ts';
import { testDatabase } from '../../database.ts';
import { mention, outlet, page, personIn, register } from '../../db/world.ts';
import { quietLog } from '../context.ts';
import { sentencesOf, store } from '../publish/press.ts';
import { systemClock } from '../../../src/system-clock.ts';

const database = await testDatabase();
const { db } = database;
let folder = '';
let archive: ReturnType<typeof folderArchive>;
const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };
const now = new Date('2026-05-20T00:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const retention = { pagesDays: 30, picturesDays: null };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retention-'));
  archive = folderArchive(folder, { durable: false });
  await saveOutlets(db, [outlet({ id: 'a' })]);
  await saveRegister(db, register, { demo: false });
  await store(database, {
    outletId: 'a',
    url: 'https://a.example/1',
    at: '2026-03-07T01:00:00Z',
    persons: [personIn({ personId: 'le-an' })],
    mentions: [mention({ personId: 'le-an' })],
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function keep(text: string, ats: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const hash = await archive.put(bytes);
  for (const at of ats) {
    const given = { outletId: 'a', url: `https://a.example/${text}`, at, attempt: { bytes } };
    await recordFetch(db, page(given), hash);
  }
  return hash;
}

const removedAt = async (hash: string) => {
  const { rows } = await sql<{ removed: boolean; size: number }>`
    select removed_at is not null as removed, size_bytes::integer as size from blobs
    where hash = ${hash}`.execute(db);
  return rows[0];
};

describe('retention', () => {
  test('removes old bytes; hash, size, ledger and figures stay; recompute says what is gone', async () => {
    const old = await keep('old', ['2026-03-07T02:00:00Z']);
    const seenAgain = await keep('seen again', ['2026-03-07T02:00:00Z', '2026-05-19T02:00:00Z']);
    await refreshCoverage(db);
    const figures = () => createNumbers(db, { sentencesOf, archive }).figures(query);
    const before = [await figures(), await ledgerDays(db, query)];
    const first = await applyRetention({ database, archive }, { retention, now });
    expect(first).toMatchObject({ cleared: 0, givenUp: 1 });
    // Given up, but a page being stored this minute may still count on it.
    expect(await archive.has(old)).toBe(true);
    const again = { retention, now: later(24) };
    expect(await applyRetention({ database, archive }, again)).toMatchObject({ cleared: 1 });
    expect([await archive.has(old), await archive.has(seenAgain)]).toEqual([false, true]);
    expect(await removedAt(old)).toEqual({ removed: true, size: 3 });
    expect([await figures(), await ledgerDays(db, query)]).toEqual(before);
    const { ownAttempts: _none, ...parts } = { ownAttempts: [], database, archive };
    const door = { fetch: () => Promise.reject(new TypeError('offline')), close: async () => {} };
    const done = await recomputeItems(
      { ...parts, door, clock: systemClock, log: quietLog },
      { demo: false },
    );
    expect(done.gone).toEqual([{ outletId: 'a', pages: 1, from: '2026-03-07', to: '2026-03-07' }]);
  });

  test('what is fetched again meanwhile stays, and nothing goes without a limit', async () => {
    const page = await keep('again', ['2026-03-08T02:00:00Z']);
    await applyRetention({ database, archive }, { retention, now });
    expect((await removedAt(page))?.removed).toBe(true);
    await keep('again', ['2026-05-20T00:30:00Z']);
    await applyRetention({ database, archive }, { retention, now: later(24) });
    expect(await archive.verify(page)).toBe('whole');
    const forEver = { pagesDays: null, picturesDays: null };
    const kept = await keep('kept', ['2020-03-08T02:00:00Z']);
    const never = { retention: forEver, now: later(48) };
    expect(await applyRetention({ database, archive }, never)).toMatchObject({ givenUp: 0 });
    expect((await removedAt(kept))?.removed).toBe(false);
  });
});
