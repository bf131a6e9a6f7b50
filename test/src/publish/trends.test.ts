import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderArchive, refreshCoverage, saveOutlets, saveRegister } from '../../../db/index.ts';
import type { Numbers } from '../../../src/domain/index.ts';
import { createNumbers, createPublication } from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { mention, outlet, personIn, register, page as sourcePage } from '../../db/world.ts';
import { recordFetch } from '../../../db/index.ts';
import { page, serverFor } from '../web/server-for-tests.ts';
import { dayCount, spansOf } from '../../../src/publish/charts/day-spans.ts';
import { comparedPeriods, shareTrend } from '../../../src/publish/trends.ts';
import { sentencesOf, store } from './press.ts';

let database: TestDatabase;
let numbers: Numbers;

const query = { period: { from: '2026-03-02', to: '2026-03-05' }, outlets: null, demo: false };

/** Two outlets, four days; on the third day outlet b did not answer. */
beforeAll(async () => {
  database = await testDatabase();
  numbers = createNumbers(database.db, { sentencesOf });
  await saveOutlets(database.db, [outlet({ id: 'a' }), outlet({ id: 'b' })]);
  await saveRegister(database.db, register, { demo: false });
  for (const day of [2, 3, 4, 5]) {
    for (const outletId of ['a', 'b']) {
      const failed = outletId === 'b' && day === 4;
      const fetched = sourcePage({
        outletId,
        url: `https://${outletId}.example/rss`,
        at: `2026-03-0${day}T01:00:00Z`,
        kind: 'source',
        attempt: failed ? { outcome: 'failed', status: null } : {},
      });
      await recordFetch(database.db, fetched, null);
      if (failed) continue;
      const who = outletId === 'a' && day < 4 ? ['le-an'] : ['le-an', 'tran-binh'];
      await store(database, {
        outletId,
        url: `https://${outletId}.example/${day}`,
        at: `2026-03-0${day}T02:00:00Z`,
        publishedAt: `2026-03-0${day}T09:00:00+07:00`,
        persons: who.map((personId) => personIn({ personId, fraction: 1 / who.length })),
        mentions: who.map((personId) => mention({ personId })),
      });
    }
  }
  await refreshCoverage(database.db);
});

describe('trends', () => {
  test('a span with a gap is unknown, the others add up to one', async () => {
    const trend = await numbers.trends?.shares(query, spansOf(query.period, 1), 9);
    expect(trend?.spans).toHaveLength(4);
    expect(trend?.persons.map(({ personId }) => personId)).toEqual(['le-an', 'tran-binh']);
    expect(trend?.persons[0]?.shares).toEqual([0.75, 0.75, null, 0.5]);
    expect(trend?.persons[1]?.shares).toEqual([0.25, 0.25, null, 0.5]);
    const longer = await numbers.trends?.shares(query, spansOf(query.period, 2), 9);
    expect(longer?.persons[0]?.shares).toEqual([0.75, null]);
  });

  test('a slight gap of a span is told, a larger one makes it unknown', async () => {
    const day = query.period.from;
    const ledger = (outlets: number, gaps: number) =>
      Array.from({ length: outlets }, (_, index) => ({
        outletId: `o${index}`,
        day,
        captured: index < gaps ? null : 9,
        expected: 5,
        failed: 0,
        gap: index < gaps ? ('refused' as const) : null,
      }));
    const spans = [{ from: day, to: day }];
    const { persons } = await numbers.figures(query);
    const trendOf = (coverage: ReturnType<typeof ledger>) =>
      shareTrend(database.db, query, { spans, coverage, persons });
    const slight = await trendOf(ledger(20, 1));
    expect(slight.parts).toEqual([{ whole: 19, all: 20 }]);
    expect(slight.persons[0]?.shares).toEqual([0.75]);
    expect((await trendOf(ledger(20, 2))).persons[0]?.shares).toEqual([null]);
    expect((await trendOf([])).persons[0]?.shares).toEqual([null]);
  });

  test('outlet days are null at gaps and counts elsewhere', async () => {
    const days = (await numbers.trends?.outletDays(query, 9)) ?? [];
    const b = days.filter(({ outletId }) => outletId === 'b');
    expect(b.map(({ itemsWithPersons }) => itemsWithPersons)).toEqual([1, 1, null, 1]);
  });

  test('a person’s line breaks where any outlet is missing', async () => {
    const [line] = (await numbers.trends?.personLines(query, ['tran-binh'])) ?? [];
    expect(line?.days.map(({ value }) => value)).toEqual([1, 1, null, 2]);
  });

  test('shares within an outlet add up to one and agree with that outlet’s figures', async () => {
    const shares = (await numbers.trends?.outletShares(query, ['le-an', 'tran-binh'])) ?? [];
    for (const outletId of ['a', 'b']) {
      const own = shares.filter((share) => share.outletId === outletId);
      expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      const alone = await numbers.figures({ ...query, outlets: [outletId] });
      for (const { personId, share, items } of own) {
        const person = alone.persons.find((one) => one.personId === personId);
        expect(share).toBeCloseTo(person?.shareOfCoverage ?? Number.NaN, 9);
        expect(items).toBe(person?.items);
      }
    }
  });

  test('change names both periods, the gaps in them, and who rose and fell', async () => {
    const period = { from: '2026-03-04', to: '2026-03-05' };
    const change = await numbers.trends?.change({ ...query, period });
    expect(change).toMatchObject({
      before: { from: '2026-03-02', to: '2026-03-03' },
      after: period,
      gapDays: { before: 0, after: 1 },
      risen: { personId: 'tran-binh', before: 0.25, after: 0.5 },
      fallen: { personId: 'le-an', before: 0.75, after: 0.5 },
    });
    // Nothing before the first day: the halves are compared, which are the same days here.
    expect(await numbers.trends?.change(query)).toMatchObject({ after: period });
  });
});

test('a day from which another version of the method measured is an event', async () => {
  const measured = (version: string) =>
    sql`update analyses set method_version = ${version} where item_id in
      (select id from items where day >= '2026-03-04')`.execute(database.db);
  expect(await numbers.trends?.events(query)).toEqual([]);
  await measured('2');
  expect(await numbers.trends?.events(query)).toEqual([
    { kind: 'method', day: '2026-03-04', version: '2' },
  ]);
  await measured('1');
});

describe('a period is compared', () => {
  const extent = { from: '2025-07-01', to: '2026-06-30' };

  test('with as many days before it, where there are figures of those', () => {
    const period = { from: '2026-06-01', to: '2026-06-30' };
    const before = { from: '2026-05-02', to: '2026-05-31' };
    expect(comparedPeriods(period, extent)).toEqual({ before, after: period });
  });

  test('in halves where there are none, of many months between two months', () => {
    const halves = (from: string, to: string) => {
      const { before, after } = comparedPeriods({ from, to }, extent) ?? {};
      return [before?.from, before?.to, after?.from, after?.to];
    };
    expect(halves('2025-07-01', '2026-06-30')).toEqual([
      '2025-07-01',
      '2025-12-31',
      '2026-01-01',
      '2026-06-30',
    ]);
    // Seven months, and one that begins within a month: as many days each.
    for (const [from, to] of [
      ['2025-07-01', '2026-01-31'],
      ['2025-07-02', '2026-06-30'],
    ] as const) {
      const [, before = '', after = ''] = halves(from, to);
      expect(dayCount({ from, to: before })).toBe(dayCount({ from: after, to }));
    }
    expect(comparedPeriods({ from: '2025-07-01', to: '2025-07-01' }, extent)).toBeNull();
  });
});

describe('their pages', () => {
  test('overview, gaps and compare say the same numbers, gaps never as zero', async () => {
    const publication = createPublication(database.db, {
      sentencesOf,
      archive: folderArchive('unused'),
      version: '1',
      now: () => new Date(),
    });
    const app = serverFor(numbers, { publication });
    const overview = await page(app, '/?lang=vi');
    expect(overview.document.querySelector('.change')?.textContent).toContain('Trần Bình tăng');
    expect(overview.document.querySelector('#ranks table')?.textContent).toContain('không rõ');
    const gaps = await page(app, '/gaps?lang=vi');
    expect(gaps.document.querySelectorAll('#gaps tbody tr')).toHaveLength(1);
    expect(gaps.document.querySelector('#gaps tbody')?.textContent).toContain('không vào được');
    expect(gaps.document.querySelector('h1')?.textContent).toContain('87,5');
    const compare = await page(
      app,
      '/compare?lang=vi&person=le-an&person=tran-binh&from=2026-03-04&to=2026-03-05' +
        '&from2=2026-03-02&to2=2026-03-03',
    );
    const cells = [...compare.document.querySelectorAll('#compare tbody tr')][0];
    expect(cells?.textContent).toContain('50,0');
    expect([...(cells?.querySelectorAll('.second') ?? [])].map((cell) => cell.textContent)).toEqual(
      ['75,0\u00a0%', '25,0\u00a0%'],
    );
    // The choice stands in the address, also after the language is switched.
    const english = compare.document.querySelector('.languages a[lang=en]')?.getAttribute('href');
    expect(english).toContain('person=le-an&person=tran-binh');
    expect(english).toContain('from2=2026-03-02');
    await app.close();
  });
});
