import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import {
  articleFetches,
  crawlMemory,
  demoIsShown,
  folderArchive,
  getState,
  listOutlets,
  loadOutlet,
  loadRegister,
  recordFetch,
  saveAnalysis,
  saveArticleVersion,
  saveClusters,
  saveOutlets,
  registerChanges,
  saveRegister,
  setState,
} from '../../db/index.ts';
import { type Article, ColumnInchesError, type CapturedPage } from '../../src/domain/index.ts';
import { testDatabase } from '../database.ts';
import { analysis, article, outlet, page, personIn, register } from './world.ts';

const database = await testDatabase();
const { db } = database;
const paper = outlet({ id: 'bao-song-nam', expectedItemsPerDay: { min: 1, max: 9 } });
await saveOutlets(db, [paper]);

async function count(table: string) {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n;
}

async function store(at: string, given: Partial<Article> & { url: string }) {
  const fetched = page({ outletId: paper.id, url: given.url, at });
  return database.transaction(async (transaction) => {
    const fetchId = await recordFetch(transaction, fetched, null);
    const content = article(given);
    const saved = await saveArticleVersion(transaction, {
      outletId: paper.id,
      canonicalUrl: content.canonicalUrl,
      article: content,
      fetchId,
      firstSeen: fetched.attempt.startedAt,
    });
    if (saved.changed) await saveAnalysis(transaction, saved, analysis(saved.itemId));
    return saved;
  });
}

describe('outlets', () => {
  it('come back as they were saved, however often', async () => {
    await saveOutlets(db, [paper]);
    expect(await listOutlets(db, { demo: false })).toEqual([paper]);
    expect(await loadOutlet(db, paper.id)).toEqual(paper);
    expect(await loadOutlet(db, 'none')).toBeNull();
    expect(await count('sources')).toBe(1);
  });

  it('never change between demo and real', async () => {
    await expect(saveOutlets(db, [{ ...paper, demo: true }])).rejects.toMatchObject({
      code: 'outlets/other-world',
    });
  });

  it('show the demo until the first real one is stored', async () => {
    const fresh = await testDatabase();
    await saveOutlets(fresh.db, [outlet({ id: 'demo-press', demo: true })]);
    expect(await demoIsShown(fresh.db)).toBe(true);
    await saveOutlets(fresh.db, [paper]);
    expect(await demoIsShown(fresh.db)).toBe(false);
  });
});

describe('fetches', () => {
  const feed = 'https://bao-song-nam.example/rss';
  const lead = {
    url: 'https://bao-song-nam.example/a1',
    title: 'A',
    publishedAt: null,
    via: 'feed' as const,
  };

  it('are one row for one attempt, with what the source listed', async () => {
    const fetched = page({
      outletId: paper.id,
      url: feed,
      at: '2026-03-07T01:00:00Z',
      kind: 'source',
      attempt: { headers: { etag: '"v1"', 'last-modified': 'Sat, 07 Mar 2026 00:00:00 GMT' } },
      leads: [lead, lead],
    });
    const id = await recordFetch(db, fetched, null);
    expect(await recordFetch(db, fetched, null)).toBe(id);
    expect(await count('fetches')).toBe(1);
    expect(await count('leads')).toBe(1);
    expect(await crawlMemory(db).validators(feed)).toEqual({
      etag: '"v1"',
      lastModified: 'Sat, 07 Mar 2026 00:00:00 GMT',
    });
  });

  it('keep a failed attempt and do not take it for knowledge', async () => {
    const url = 'https://bao-song-nam.example/broken';
    const error = new ColumnInchesError({
      code: 'fetch/timeout',
      verdict: 'retry',
      message: 'No answer\u0000 in 15 s.',
    });
    const attempt = { outcome: 'failed', status: null, error } as const;
    const failed = page({ outletId: paper.id, url, at: '2026-03-07T01:00:00Z', attempt });
    await recordFetch(db, failed, null);
    const memory = crawlMemory(db);
    expect(await memory.fetched(paper.id, url)).toBeNull();
    expect(await memory.validators(url)).toBeNull();
  });

  it('remember when an article was last seen', async () => {
    const url = 'https://bao-song-nam.example/seen';
    for (const at of ['2026-03-07T03:00:00Z', '2026-03-07T01:00:00Z'])
      await recordFetch(db, page({ outletId: paper.id, url, at }), null);
    expect(await crawlMemory(db).fetched(paper.id, url)).toHaveProperty(
      'last',
      new Date('2026-03-07T03:00:00Z'),
    );
  });

  it('refuse an outlet nobody saved', async () => {
    const stray: CapturedPage = page({ outletId: 'nobody', url: feed, at: '2026-03-07T01:00:00Z' });
    await expect(recordFetch(db, stray, null)).rejects.toMatchObject({
      code: 'fetches/unknown-outlet',
    });
  });
});

describe('items', () => {
  it('keep an edit as a version, and the same page twice as one', async () => {
    const url = 'https://bao-song-nam.example/bridge';
    const first = await store('2026-03-07T02:00:00Z', { url });
    const again = await store('2026-03-07T02:00:00Z', { url });
    const later = await store('2026-03-07T03:00:00Z', { url });
    const edited = await store('2026-03-07T04:00:00Z', { url, title: 'Cầu mới lùi hạn' });
    const replayed = await store('2026-03-07T02:00:00Z', { url });
    // Read again, the unchanged fetch before the edit brings no old text back.
    const between = await store('2026-03-07T03:00:00Z', { url });
    expect(
      [first, again, later, edited, replayed, between].map((saved) => [
        saved.version,
        saved.changed,
      ]),
    ).toEqual([
      [1, true],
      [1, false],
      [1, false],
      [2, true],
      [1, false],
      [1, false],
    ]);
    expect(new Set([first, again, edited].map((saved) => saved.itemId)).size).toBe(1);
    const { rows } = await sql`select latest_version from items
      where id = ${first.itemId}`.execute(db);
    expect(rows).toEqual([{ latest_version: 2 }]);
  });

  it('belong to the day of their outlet, not of UTC; undated ones to when first seen', async () => {
    const url = 'https://bao-song-nam.example/night';
    const dated = await store('2026-03-09T02:00:00Z', {
      url,
      publishedAt: '2026-03-07T23:30:00+00:00',
    });
    const undated = await store('2026-03-09T18:00:00Z', { url: `${url}2`, publishedAt: null });
    const { rows } = await sql<{ id: string; day: string }>`
      select id, day from items where id in (${dated.itemId}, ${undated.itemId})`.execute(db);
    expect(Object.fromEntries(rows.map((row) => [row.id, row.day]))).toEqual({
      [dated.itemId]: '2026-03-08',
      [undated.itemId]: '2026-03-10',
    });
  });

  it('stay on the day of first publication when the page moves its date', async () => {
    const url = 'https://bao-song-nam.example/moved-date';
    const { itemId } = await store('2026-03-07T02:00:00Z', { url });
    await store('2026-03-09T02:00:00Z', {
      url,
      title: 'Sửa',
      publishedAt: '2026-03-09T08:00:00+07:00',
    });
    const { rows } = await sql`select day, published_text from items
      where id = ${itemId}`.execute(db);
    expect(rows).toEqual([{ day: '2026-03-07', published_text: '2026-03-07T08:00:00+07:00' }]);
  });

  it('are not doubled when a better reading finds another canonical address', async () => {
    const url = 'https://bao-song-nam.example/story?utm=1';
    const before = await store('2026-03-07T05:00:00Z', { url });
    const after = await store('2026-03-07T05:00:00Z', {
      url,
      canonicalUrl: 'https://bao-song-nam.example/story',
    });
    expect(after.itemId).not.toBe(before.itemId);
    const { rows } = await sql`select id from items where id = ${before.itemId}`.execute(db);
    expect(rows).toEqual([]);
  });

  it('refuse a date without its offset', async () => {
    const url = 'https://bao-song-nam.example/no-offset';
    await expect(
      store('2026-03-07T02:00:00Z', { url, publishedAt: '2026-03-07T08:00:00' }),
    ).rejects.toMatchObject({ code: 'items/date-without-offset', verdict: 'skip-item' });
    expect(await crawlMemory(db).fetched(paper.id, url)).toBeNull();
  });

  it('take odd characters without moving an offset', async () => {
    const url = 'https://bao-song-nam.example/odd';
    const { itemId } = await store('2026-03-07T02:00:00Z', {
      url,
      text: 'a\u0000b\ud800c',
      reasons: [{ code: 'named', vi: '\u0000', en: '\u0000' }],
    });
    const { rows } = await sql<{ text: string }>`select text from item_versions
      where item_id = ${itemId}`.execute(db);
    expect(rows[0]?.text).toBe('a\ufffdb\ufffdc');
  });
});

describe('analyses', () => {
  it('are replaced, not added to', async () => {
    const saved = await store('2026-03-07T02:00:00Z', { url: 'https://bao-song-nam.example/an' });
    const two = [personIn({ personId: 'le-an' }), personIn({ personId: 'tran-binh' })];
    for (let run = 0; run < 2; run++)
      await saveAnalysis(db, saved, analysis(saved.itemId, { persons: two }));
    const { rows } = await sql`select person_id from item_persons
      where item_id = ${saved.itemId} order by 1`.execute(db);
    expect(rows).toEqual([{ person_id: 'le-an' }, { person_id: 'tran-binh' }]);
  });

  it('refuse a version that is not stored', async () => {
    await expect(
      saveAnalysis(db, { itemId: 'aaaa', version: 1 }, analysis('aaaa')),
    ).rejects.toMatchObject({ code: 'analyses/unknown-version' });
  });

  it('keep one cluster an item', async () => {
    const { itemId } = await store('2026-03-07T02:00:00Z', {
      url: 'https://bao-song-nam.example/wire',
    });
    await saveClusters(db, [{ itemId, clusterId: 'one' }], '1');
    await saveClusters(db, [{ itemId, clusterId: 'two' }], '1');
    const { rows } = await sql`select cluster_id from clusters where item_id = ${itemId}`.execute(
      db,
    );
    expect(rows).toEqual([{ cluster_id: 'two' }]);
  });
});

describe('register', () => {
  it('comes back as given, apart for demo and real', async () => {
    for (let run = 0; run < 2; run++) await saveRegister(db, register, { demo: true });
    expect(await loadRegister(db, { demo: true })).toEqual(register);
    expect((await loadRegister(db, { demo: false })).persons).toEqual([]);
  });

  it('knows who held what on a day, partial dates being whole months and years', async () => {
    const ids = async (at: string) =>
      (await loadRegister(db, { demo: true, at })).terms.map((term) => term.id);
    expect(await ids('2024-01-01')).toEqual(['le-an-chu-tich']);
    expect(await ids('2026-03-31')).toEqual(['le-an-chu-tich']);
    expect(await ids('2026-04-01')).toEqual(['tran-binh-chu-tich']);
  });

  it('merges by default and replaces when told', async () => {
    const only = { ...register, persons: register.persons.slice(0, 1), terms: [] };
    await saveRegister(db, only, { demo: true });
    expect((await loadRegister(db, { demo: true })).terms).toHaveLength(2);
    await saveRegister(db, only, { demo: true, replace: true });
    expect(await loadRegister(db, { demo: true })).toEqual(only);
  });
});

describe('the history of the register', () => {
  const [person] = register.persons as [(typeof register.persons)[0]];
  const [term] = register.terms as [(typeof register.terms)[0]];
  const changes = (id?: string) =>
    registerChanges(db, { demo: false, ...(id === undefined ? {} : { id }) });

  it('keeps what was added, changed and removed, by whom and why', async () => {
    await saveRegister(db, register, { demo: false, by: 'Lan', why: 'first import' });
    const added = await changes();
    expect(added.every((change) => change.before === null && change.changedBy === 'Lan')).toBe(
      true,
    );
    expect(added.filter(({ entity }) => entity === 'term')).toHaveLength(register.terms.length);

    await saveRegister(db, register, { demo: false, by: 'Minh' });
    expect(await changes()).toHaveLength(added.length);

    const renamed = { ...person, otherNames: [{ name: 'Tên Khác', kind: 'variant' as const }] };
    const edited = { ...register, persons: [renamed, ...register.persons.slice(1)] };
    await saveRegister(db, edited, { demo: false, by: 'Minh', why: 'another spelling' });
    const [latest, ...rest] = await changes();
    expect(rest).toHaveLength(added.length);
    expect(latest).toMatchObject({
      entity: 'person',
      entityId: person.id,
      before: person,
      after: renamed,
      changedBy: 'Minh',
      reason: 'another spelling',
    });
    expect(latest?.changedAt).toBeInstanceOf(Date);

    await saveRegister(db, { ...edited, terms: [] }, { demo: false, replace: true });
    const gone = (await changes()).filter(({ after }) => after === null);
    expect(gone.map(({ entityId }) => entityId).toSorted()).toEqual(
      register.terms.map(({ id }) => id).toSorted(),
    );
    expect(gone[0]).toMatchObject({ changedBy: null, reason: null });
  });

  it('is asked for one person or post, with their terms, in its own world', async () => {
    const kinds = async (id: string) =>
      new Set((await changes(id)).map(({ entity, entityId }) => `${entity} ${entityId}`));
    expect(await kinds(person.id)).toEqual(
      new Set([
        `person ${person.id}`,
        ...register.terms.filter((one) => one.person === person.id).map(({ id }) => `term ${id}`),
      ]),
    );
    expect(await kinds(term.post)).toContain(`post ${term.post}`);
    expect(await kinds(term.post)).toContain(`term ${term.id}`);
    expect(await changes('nobody')).toEqual([]);
  });
});

describe('state', () => {
  it('is set, replaced and read', async () => {
    expect(await getState(db, 'methodVersion')).toBeNull();
    await setState(db, 'methodVersion', '1');
    await setState(db, 'methodVersion', '2');
    expect(await getState(db, 'methodVersion')).toBe('2');
  });
});

describe('archive', async () => {
  const folder = await mkdtemp('/tmp/column-inches-archive-');
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const archive = folderArchive(folder);
  const bytes = new TextEncoder().encode('<html>Xin chào</html>');

  it('gives back what was put, once', async () => {
    const hash = await archive.put(bytes);
    expect(await archive.put(bytes)).toBe(hash);
    expect(new Uint8Array((await archive.get(hash)) ?? [])).toEqual(bytes);
    expect(await archive.verify(hash)).toBe('whole');
    expect(await archive.get('0'.repeat(64))).toBeNull();
    expect(await archive.verify('0'.repeat(64))).toBe('missing');
  });

  it('never hands out damaged bytes', async () => {
    const hash = await archive.put(new TextEncoder().encode('other'));
    await writeFile(join(folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}.gz`), 'xx');
    expect(await archive.verify(hash)).toBe('damaged');
    await expect(archive.get(hash)).rejects.toMatchObject({ code: 'archive/damaged' });
  });

  it('lets no hash name another path', async () => {
    await expect(archive.get('../../etc/passwd')).rejects.toMatchObject({
      code: 'archive/bad-hash',
    });
  });

  it('is read again through the stored fetches, in their order', async () => {
    const url = 'https://bao-song-nam.example/kept';
    const hash = await archive.put(bytes);
    for (const at of ['2026-03-08T02:00:00Z', '2026-03-08T01:00:00Z'])
      await recordFetch(db, page({ outletId: paper.id, url, at, attempt: { bytes } }), hash);
    const [first] = await articleFetches(db, { outletId: paper.id, limit: 1 });
    expect(first).toMatchObject({
      url,
      blobHash: hash,
      startedAt: new Date('2026-03-08T01:00:00Z'),
    });
    const rest = await articleFetches(db, { outletId: paper.id, limit: 9, after: first });
    expect(rest.map((row) => row.startedAt)).toEqual([new Date('2026-03-08T02:00:00Z')]);
  });
});
