import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import {
  dataExtent,
  ledgerDays,
  recordFetch,
  refreshCoverage,
  saveArticleVersion,
  saveOutlets,
} from '../../db/index.ts';
import type { FetchOutcome, Lead } from '../../src/domain/index.ts';
import { testDatabase } from '../database.ts';
import { article, outlet, page } from './world.ts';

const { db } = await testDatabase();
const paper = outlet({ id: 'paper', expectedItemsPerDay: { min: 2, max: 9 } });
const home = 'https://paper.example';
const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };

beforeEach(async () => {
  await sql`truncate outlets cascade`.execute(db);
  await saveOutlets(db, [paper]);
});

const lead = (name: string, day: string | null): Lead => ({
  url: `${home}/${name}`,
  title: name,
  publishedAt: day && `${day}T08:00:00+07:00`,
  via: 'feed',
});

async function readSource(day: string, outcome: FetchOutcome, leads: readonly Lead[] = []) {
  const at = `${day}T05:00:00Z`;
  const source = { outletId: paper.id, url: `${home}/rss`, at, kind: 'source' as const };
  await recordFetch(db, page({ ...source, attempt: { outcome }, leads }), null);
}

async function readArticle(
  name: string,
  day: string,
  result: 'stored' | 'no article' | 'failed' | 'gone' = 'stored',
) {
  const url = `${home}/${name}`;
  const at = `${day}T06:00:00Z`;
  const failed = result === 'failed' || result === 'gone';
  const attempt = failed
    ? { outcome: 'failed' as const, status: result === 'gone' ? 404 : 500 }
    : {};
  const fetched = page({ outletId: paper.id, url, at, attempt });
  const fetchId = await recordFetch(db, fetched, null);
  if (result !== 'stored') return;
  const content = article({ url, title: name, publishedAt: `${day}T08:00:00+07:00` });
  const firstSeen = fetched.attempt.startedAt;
  const given = { outletId: paper.id, canonicalUrl: url, article: content, fetchId, firstSeen };
  await saveArticleVersion(db, given);
}

async function ledger() {
  await refreshCoverage(db);
  const rows = await ledgerDays(db, query);
  return rows.map((row) => [row.day.slice(8), row.captured, row.expected, row.failed, row.gap]);
}

describe('the coverage ledger', () => {
  it('says captured and expected of a good day', async () => {
    const leads = ['a', 'b', 'c'].map((name) => lead(name, '2026-03-07'));
    await readSource('2026-03-07', 'ok', leads);
    for (const name of ['a', 'b', 'c']) await readArticle(name, '2026-03-07');
    expect(await ledger()).toEqual([['07', 3, 3, 0, null]]);
    expect(await ledger()).toEqual([['07', 3, 3, 0, null]]);
  });

  it('expects the habit’s least on a quiet day, without making it a gap', async () => {
    await readSource('2026-03-08', 'ok');
    expect(await ledger()).toEqual([['08', 0, 2, 0, null]]);
  });

  it('misses nothing of an outlet before its first and after its last day', async () => {
    await saveOutlets(db, [{ ...paper, from: '2026-03-06', until: '2026-03-08' }]);
    await readSource('2026-03-05', 'failed');
    await readSource('2026-03-08', 'failed');
    await readSource('2026-03-09', 'failed', [lead('late', '2026-03-09')]);
    await readArticle('farewell', '2026-03-10');
    expect(await ledger()).toEqual([
      ['08', null, 2, 0, 'outlet-unreachable'],
      ['10', 1, 1, 0, null],
    ]);
  });

  it('knows nothing, rather than zero, of a day no source answered', async () => {
    await readSource('2026-03-07', 'failed');
    await readSource('2026-03-08', 'refused');
    expect(await ledger()).toEqual([
      ['07', null, 2, 0, 'outlet-unreachable'],
      ['08', null, 2, 0, 'refused'],
    ]);
  });

  it('takes a day as whole that was down but caught up with later', async () => {
    await readSource('2026-03-07', 'failed');
    await readSource(
      '2026-03-08',
      'ok',
      ['a', 'b'].map((name) => lead(name, '2026-03-07')),
    );
    for (const name of ['a', 'b']) await readArticle(name, '2026-03-07');
    expect(await ledger()).toEqual([
      ['07', 2, 2, 0, null],
      ['08', 0, 2, 0, null],
    ]);
  });

  it.each([
    ['extraction-failed', 'no article', 1],
    ['outlet-unreachable', 'failed', 1],
    ['not-crawled', null, 0],
  ] as const)('names %s as why items are missing', async (reason, result, failed) => {
    await readSource('2026-03-07', 'ok', [lead('a', '2026-03-07'), lead('b', '2026-03-07')]);
    await readArticle('a', '2026-03-07');
    if (result) await readArticle('b', '2026-03-07', result);
    expect(await ledger()).toEqual([['07', 1, 2, failed, reason]]);
  });

  it('keeps a line whole where one of many is missing, and forgets pages that are gone', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
    await readSource(
      '2026-03-07',
      'ok',
      names.map((name) => lead(name, '2026-03-07')),
    );
    for (const name of names.slice(2)) await readArticle(name, '2026-03-07');
    await readArticle('n0', '2026-03-07', 'failed');
    await readArticle('n1', '2026-03-07', 'gone');
    expect(await ledger()).toEqual([['07', 10, 11, 1, null]]);
  });

  it('counts an undated link only once it was tried', async () => {
    await readSource('2026-03-07', 'ok', [lead('old', null), lead('tried', null)]);
    await readArticle('tried', '2026-03-07', 'failed');
    for (const name of ['a', 'b']) await readArticle(name, '2026-03-07');
    expect(await ledger()).toEqual([['07', 2, 3, 1, 'outlet-unreachable']]);
  });

  it('refreshes the days it is asked for and leaves the others', async () => {
    await readSource('2026-03-07', 'ok');
    await readSource('2026-03-08', 'ok');
    await refreshCoverage(db);
    await sql`update coverage set failed = 77`.execute(db);
    await refreshCoverage(db, { outlets: ['paper'], from: '2026-03-08', to: '2026-03-08' });
    const rows = await ledgerDays(db, query);
    expect(rows.map((row) => row.failed)).toEqual([77, 0]);
  });

  it('reads from months the same days as its rows are, whatever was written or taken away', async () => {
    const year = { ...query, period: { from: '2026-01-01', to: '2026-12-31' } };
    const agrees = async () => {
      const { rows } =
        await sql`select outlet_id as "outletId", day, captured, expected, failed, gap
        from coverage order by outlet_id, day`.execute(db);
      expect(await ledgerDays(db, year)).toEqual(rows);
      return rows.length;
    };
    for (const day of ['2026-03-30', '2026-03-31', '2026-04-01']) await readSource(day, 'ok');
    await readSource('2026-04-02', 'failed');
    await refreshCoverage(db);
    expect(await agrees()).toBe(4);
    await readArticle('a', '2026-05-05');
    await refreshCoverage(db, { from: '2026-04-02' });
    expect(await agrees()).toBe(5);
    await sql`update coverage set failed = 3 where day = '2026-03-31'`.execute(db);
    await sql`delete from coverage where day > '2026-03-30' and day < '2026-05-01'`.execute(db);
    expect(await agrees()).toBe(2);
    const days = { from: '2026-03-31', to: '2026-05-04' };
    expect(await ledgerDays(db, { ...query, period: days })).toEqual([]);
    await sql`truncate coverage`.execute(db);
    expect(await agrees()).toBe(0);
  });

  it('spans the days with data', async () => {
    expect(await dataExtent(db, false)).toBeNull();
    await readArticle('a', '2026-03-02');
    await refreshCoverage(db);
    expect(await dataExtent(db, false)).toEqual({ from: '2026-03-02', to: '2026-03-02' });
    for (const day of ['2026-03-07', '2026-03-09']) await readSource(day, 'ok');
    await refreshCoverage(db);
    expect(await dataExtent(db, false)).toEqual({ from: '2026-03-07', to: '2026-03-09' });
    expect(await dataExtent(db, true)).toBeNull();
  });
});
