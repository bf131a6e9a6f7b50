import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  recordFetch,
  refreshCoverage,
  saveClusters,
  saveOutlets,
  saveRegister,
} from '../../../db/index.ts';
import type { FigureQuery } from '../../../src/domain/index.ts';
import { createNumbers } from '../../../src/publish/index.ts';
import { testDatabase } from '../../database.ts';
import { mention, outlet, page, personIn, register } from '../../db/world.ts';
import { sentencesOf, store } from './press.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };
const real: FigureQuery = { period: march, outlets: null, demo: false };

describe('figures of a small press', async () => {
  const database = await testDatabase();
  const { db } = database;
  await saveRegister(db, register, { demo: false });
  await saveOutlets(db, [outlet({ id: 'one' }), outlet({ id: 'two', timeZone: 'UTC' })]);
  const an = personIn({ personId: 'le-an', firstPlace: 'headline', words: 30, mentions: 3 });
  const binh = personIn({ personId: 'tran-binh', firstPlace: 'later', words: 10 });
  const wire = await store(database, {
    outletId: 'one',
    url: 'https://one.example/1',
    at: '2026-03-07T03:00:00Z',
    persons: [an],
    words: 200,
  });
  const copy = await store(database, {
    outletId: 'two',
    url: 'https://two.example/1',
    at: '2026-03-07T04:00:00Z',
    publishedAt: '2026-03-07T02:00:00Z',
    persons: [
      { ...an, fraction: 0.5 },
      { ...binh, fraction: 0.5 },
    ],
  });
  await store(database, {
    outletId: 'one',
    url: 'https://one.example/2',
    at: '2026-03-08T03:00:00Z',
    publishedAt: '2026-03-08T09:00:00+07:00',
    mentions: [mention({ personId: 'tran-binh', uncertain: true })],
  });
  // The last hour of February in the outlet's own zone: not of this period.
  await store(database, {
    outletId: 'one',
    url: 'https://one.example/3',
    at: '2026-03-01T03:00:00Z',
    publishedAt: '2026-02-28T23:30:00+07:00',
    persons: [an],
  });
  // Undated and first seen on 1 April at the outlet, 31 March in UTC.
  await store(database, {
    outletId: 'one',
    url: 'https://one.example/4',
    at: '2026-03-31T18:00:00Z',
    publishedAt: null,
    persons: [an],
  });
  const members = [wire, copy].map((itemId) => ({ itemId, clusterId: 'bridge' }));
  await saveClusters(db, members, '1');
  await refreshCoverage(db);
  const numbers = createNumbers(db, { sentencesOf, pageLength: 1 });
  const set = await numbers.figures(real);

  it('read together agree, whatever is stored meanwhile, and are the same as alone', async () => {
    const [first, again, trend] = (await numbers.together?.(async (now) => {
      const before = await now.figures(real);
      await db.transaction().execute(async (other) => {
        await sql`update items set day = '2026-04-02' where id = ${wire}`.execute(other);
      });
      const shares = await now.trends?.shares(real, [real.period], 2);
      return [before, await now.figures(real), shares] as const;
    })) ?? [null, null, null];
    await sql`update items set day = '2026-03-07' where id = ${wire}`.execute(db);
    expect(first).toEqual(set);
    expect(again).toEqual(set);
    expect(trend).toEqual(await numbers.trends?.shares(real, [real.period], 2));
  });

  it('count items first published in the period, in each outlet’s zone', () => {
    expect(set.itemsCaptured).toBe(3);
    expect(set.outlets).toMatchObject([
      { outletId: 'one', items: 2, itemsWithPersons: 1, distinctItems: 2, mentions: 3, words: 300 },
      { outletId: 'two', items: 1, itemsWithPersons: 1, distinctItems: 1, mentions: 4, words: 100 },
    ]);
    expect(set.outlets.map((row) => row.columnInches)).toEqual([7.5, 2.5]);
    expect(set.methodVersion).toBe('1');
  });

  it('equal the sums done by hand', () => {
    expect(set.persons).toEqual([
      {
        personId: 'le-an',
        name: 'Lê An',
        posts: [{ label: 'Chủ tịch UBND tỉnh Sông Nam', checked: true }],
        items: 2,
        distinctItems: 1,
        itemsFractional: 1.5,
        mentions: 6,
        frequency: 2 / 3,
        shareOfCoverage: 0.75,
        words: 60,
        wordShare: 60 / 70,
        columnInches: 1.5,
        firstPlaces: {
          headline: 2,
          standfirst: 0,
          'first-paragraph': 0,
          'first-third': 0,
          later: 0,
          'caption-only': 0,
        },
        leadShare: 1,
        uncertainItems: 0,
      },
      {
        personId: 'tran-binh',
        name: 'Trần Bình',
        posts: [],
        items: 1,
        distinctItems: 1,
        itemsFractional: 0.5,
        mentions: 1,
        frequency: 1 / 3,
        shareOfCoverage: 0.25,
        words: 10,
        wordShare: 10 / 70,
        columnInches: 0.25,
        firstPlaces: {
          headline: 0,
          standfirst: 0,
          'first-paragraph': 0,
          'first-third': 0,
          later: 1,
          'caption-only': 0,
        },
        leadShare: 0,
        uncertainItems: 1,
      },
    ]);
  });

  it('are undefined, not zero, where nothing was captured', async () => {
    const period = { from: '2020-01-01', to: '2020-01-31' };
    const empty = await numbers.figures({ ...real, period });
    expect(empty.itemsCaptured).toBe(0);
    expect(empty.persons).toEqual([]);
    const person = await numbers.person('le-an', { ...real, period });
    expect(person?.figures).toMatchObject({
      items: 0,
      frequency: null,
      shareOfCoverage: null,
      wordShare: null,
      leadShare: null,
    });
  });

  it('page through the items of a person and an outlet, latest first, each once', async () => {
    const first = await numbers.person('le-an', real);
    const second = await numbers.person('le-an', real, { cursor: first?.cursor ?? '' });
    expect(first?.items.map((item) => item.itemId)).toEqual([copy]);
    expect(second?.items.map((item) => item.itemId)).toEqual([wire]);
    expect(second?.cursor).toBeNull();
    const one = await numbers.outlet('one', real);
    expect(one?.items.map((item) => item.url)).toEqual(['https://one.example/2']);
    expect(one?.persons.map((person) => person.frequency)).toEqual([1 / 2, 0]);
    await expect(numbers.person('le-an', real, { cursor: 'zzz' })).rejects.toMatchObject({
      code: 'numbers/bad-cursor',
    });
  });

  it('tell which outlet took the place of another, on the pages of both', async () => {
    const two = outlet({ id: 'two' });
    expect(await numbers.outlet('one', real)).not.toHaveProperty('succession');
    await saveOutlets(db, [{ ...outlet({ id: 'one' }), until: '2026-06-30', successor: 'two' }]);
    expect((await numbers.outlet('one', real))?.succession).toEqual({
      from: null,
      until: '2026-06-30',
      successor: { outletId: 'two', name: two.name },
      predecessors: [],
    });
    const gone = { until: '2026-06-30', successor: 'three', successorName: 'Báo Ba' };
    await saveOutlets(db, [{ ...outlet({ id: 'one' }), ...gone }]);
    expect((await numbers.outlet('one', real))?.succession).toMatchObject({
      successor: { outletId: 'three', name: 'Báo Ba', isFollowed: false },
    });
    await saveOutlets(db, [{ ...outlet({ id: 'one' }), until: '2026-06-30', successor: 'two' }]);
    expect((await numbers.outlet('two', real))?.succession).toMatchObject({
      successor: null,
      predecessors: [{ outletId: 'one' }],
    });
    await saveOutlets(db, [outlet({ id: 'one' })]);
  });

  it('are refused rather than wrong where an item was not measured', async () => {
    await sql`delete from measurements where measure = 'length.column-inches'`.execute(db);
    await expect(numbers.figures(real)).rejects.toMatchObject({ code: 'numbers/unmeasured' });
  });
});

describe('an item’s page', async () => {
  const database = await testDatabase();
  const { db } = database;
  await saveRegister(db, register, { demo: false });
  await saveOutlets(db, [outlet({ id: 'one' })]);
  const title = 'Ông Lê An thăm cầu';
  const text =
    'Trời mưa to.\nÔng Lê An và bà Trần Bình đến. Chị Hoa kể chuyện nhà.\nTrần Bình (bán cá).';
  const at = (surface: string, from = 0) => {
    const start = text.indexOf(surface, from);
    const end = start + surface.length;
    return { start, end, coreStart: end - 'Lê An'.length, coreEnd: end, surface };
  };
  const url = 'https://one.example/page';
  const itemId = await store(database, {
    outletId: 'one',
    url,
    at: '2026-03-07T03:00:00Z',
    title,
    text,
    persons: [personIn({ personId: 'le-an' })],
    mentions: [
      mention({ personId: 'tran-binh', ...at('Trần Bình', 60), uncertain: true }),
      mention({ personId: 'tran-binh', ...at('bà Trần Bình'), uncertain: true }),
      mention({ personId: 'le-an', ...at('Ông Lê An') }),
    ],
  });
  const copy = await store(database, {
    outletId: 'one',
    url: `${url}-copy`,
    at: '2026-03-07T04:00:00Z',
    title: 'Bản sao',
  });
  const members = [itemId, copy].map((id) => ({ itemId: id, clusterId: 'c' }));
  await saveClusters(db, members, '1');
  const found = await createNumbers(db, { sentencesOf }).item(itemId);

  it('shows the sentences that mention someone and no other word of the text', () => {
    expect(found?.sentences.map((sentence) => sentence.text)).toEqual([
      'Ông Lê An và bà Trần Bình đến.',
    ]);
    expect(JSON.stringify(found)).not.toContain('Chị Hoa');
    expect(JSON.stringify(found)).not.toContain('bán cá');
  });

  it('marks each mention where it stands in its sentence, with the reason', () => {
    const [sentence] = found?.sentences ?? [];
    const marked = sentence?.marks.map((mark) => [
      sentence.text.slice(mark.start, mark.end),
      mark.personName,
      mark.counted,
    ]);
    expect(marked).toEqual([
      ['Ông Lê An', 'Lê An', true],
      ['bà Trần Bình', 'Trần Bình', false],
    ]);
    expect(sentence?.start).toBe(text.indexOf('Ông'));
    expect(sentence?.marks[0]?.reason).toEqual({ vi: 'tên đầy đủ', en: 'full name' });
  });

  it('names its copies, versions, measures and method', () => {
    expect(found?.copies.map((item) => item.title)).toEqual(['Bản sao']);
    expect(found?.versions).toMatchObject([{ version: 1, words: 100 }]);
    expect(found?.measures.map((measure) => measure.measure)).toContain('length.words');
    expect(found?.persons).toMatchObject([{ personId: 'le-an', name: 'Lê An' }]);
    expect(found).toMatchObject({ timeZone: 'Asia/Ho_Chi_Minh', methodVersion: '1' });
    expect(found?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('cuts the text by the rules of its own language', async () => {
    const asked: string[] = [];
    const listening = (whole: string, language: string) => {
      asked.push(language);
      return sentencesOf(whole);
    };
    await createNumbers(db, { sentencesOf: listening }).item(itemId);
    expect(asked).toEqual(['vi']);
  });

  it('is null for an id that is none', async () => {
    expect(await createNumbers(db, { sentencesOf }).item('a'.repeat(16))).toBeNull();
  });
});

describe('the demo and the real world', async () => {
  const database = await testDatabase();
  const { db } = database;
  const numbers = createNumbers(db, { sentencesOf });
  await saveRegister(db, register, { demo: true });
  await saveOutlets(db, [outlet({ id: 'fiction', demo: true })]);
  const persons = [personIn({ personId: 'le-an' })];
  const story = { url: 'https://x.example/1', at: '2026-03-07T03:00:00Z', persons };
  const fiction = await store(database, { ...story, outletId: 'fiction' });
  await refreshCoverage(db);

  it('are never in one figure, and the demo leaves with the first real outlet', async () => {
    expect(await numbers.extent()).toMatchObject({ demo: true, outlets: 1 });
    expect(await numbers.item(fiction)).not.toBeNull();
    await saveOutlets(db, [outlet({ id: 'fact' })]);
    await saveRegister(
      db,
      { ...register, persons: register.persons.slice(0, 1), terms: [] },
      {
        demo: false,
      },
    );
    const fact = await store(database, { ...story, outletId: 'fact' });
    expect(fact).not.toBe(fiction);
    expect(await numbers.extent()).toMatchObject({ demo: false, outlets: 1 });
    expect(await numbers.item(fiction)).toBeNull();
    expect(await numbers.item(fact)).not.toBeNull();
    for (const demo of [true, false]) {
      const set = await numbers.figures({ period: march, outlets: null, demo });
      expect(set.outlets.map((row) => row.outletId)).toEqual([demo ? 'fiction' : 'fact']);
      expect(set.itemsCaptured).toBe(1);
      expect(set.persons.map((person) => [person.name, person.items])).toEqual([['Lê An', 1]]);
    }
    const mixed = await numbers.figures({ period: march, outlets: ['fiction'], demo: false });
    expect(mixed.outlets).toEqual([]);
    expect((await numbers.post('chu-tich-song-nam'))?.terms).toEqual([]);
  });
});

describe('a post', async () => {
  const { db } = await testDatabase();
  const numbers = createNumbers(db, { sentencesOf });
  await saveRegister(db, register, { demo: true });

  it('tells who held it, the latest first, with dates, source and what is unchecked', async () => {
    const post = await numbers.post('chu-tich-song-nam');
    expect(post?.label).toBe(register.posts.find(({ id }) => id === post?.postId)?.label);
    expect(post?.terms).toMatchObject([
      { personId: 'tran-binh', name: 'Trần Bình', from: '2026-04-01', checked: false },
      { personId: 'le-an', name: 'Lê An', until: '2026-03', checked: true },
    ]);
    expect(await numbers.post('nothing')).toBeNull();
  });
});

describe('lines over time', async () => {
  const database = await testDatabase();
  const { db } = database;
  await saveRegister(db, register, { demo: false });
  await saveOutlets(
    db,
    ['one', 'two'].map((id) => outlet({ id })),
  );
  const source = (outletId: string, day: string, outcome: 'ok' | 'failed') =>
    recordFetch(
      db,
      page({
        outletId,
        url: `https://${outletId}.example/rss`,
        at: `${day}T05:00:00Z`,
        kind: 'source',
        attempt: { outcome },
      }),
      null,
    );
  for (const day of ['2026-03-07', '2026-03-08', '2026-03-10']) await source('one', day, 'ok');
  for (const day of ['2026-03-07', '2026-03-10']) await source('two', day, 'ok');
  await source('two', '2026-03-08', 'failed');
  await store(database, {
    outletId: 'one',
    url: 'https://one.example/1',
    at: '2026-03-07T06:00:00Z',
    persons: [personIn({ personId: 'le-an' })],
  });
  await refreshCoverage(db);
  const found = await createNumbers(db, { sentencesOf }).person('le-an', real);
  const line = (outletId: string | null) =>
    found?.series
      .filter((point) => point.outletId === outletId)
      .map((point) => [point.day.slice(8), point.items, point.itemsCaptured]);

  it('break at a day that failed or that nobody looked at; a quiet day is zero', () => {
    expect(line('one')).toEqual([
      ['07', 1, 1],
      ['08', 0, 0],
      ['09', null, null],
      ['10', 0, 0],
    ]);
    expect(line('two')).toEqual([
      ['07', 0, 0],
      ['08', null, null],
      ['09', null, null],
      ['10', 0, 0],
    ]);
  });

  it('break for all outlets as soon as one has a gap', () => {
    expect(line(null)).toEqual([
      ['07', 1, 1],
      ['08', null, null],
      ['09', null, null],
      ['10', 0, 0],
    ]);
  });

  it('come with the reason of each gap', async () => {
    const { coverage, outlets } = await createNumbers(db, { sentencesOf }).figures(real);
    const gaps = coverage.filter((day) => day.gap !== null);
    expect(gaps.map(({ outletId, day, gap }) => [outletId, day.slice(8), gap])).toEqual([
      ['one', '09', 'not-crawled'],
      ['two', '08', 'outlet-unreachable'],
      ['two', '09', 'not-crawled'],
    ]);
    expect(outlets.map((row) => row.gapDays)).toEqual([1, 2]);
  });
});
