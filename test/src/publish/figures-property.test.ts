import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  personSpanSums,
  refreshRollups,
  saveClusters,
  saveOutlets,
  saveRegister,
  spanTotals,
  takeStaleDays,
} from '../../../db/index.ts';
import { backfills } from '../../db/inside.ts';
import type { FirstPlace, PersonInItem, Register } from '../../../src/domain/index.ts';
import { createNumbers, daysOf, rankSpans } from '../../../src/publish/index.ts';
import { testDatabase } from '../../database.ts';
import { outlet, personIn } from '../../db/world.ts';
import { sentencesOf, store } from './press.ts';

// A second, naive way to the same figures: loops over stories in memory. Where the two disagree,
// one of them is wrong.

const zones = ['Asia/Ho_Chi_Minh', 'UTC', 'America/New_York'] as const;
const people = ['p1', 'p2', 'p3', 'p4'] as const;
const places: FirstPlace[] = ['headline', 'standfirst', 'first-paragraph', 'later'];

interface TestStory {
  readonly outletIndex: number;
  readonly publishedMinute: number | null;
  readonly seenMinute: number;
  readonly words: number;
  readonly cluster: number;
  readonly persons: readonly PersonInItem[];
}

const personArbitrary = fc.record({
  personId: fc.constantFrom(...people),
  words: fc.integer({ min: 1, max: 400 }),
  mentions: fc.integer({ min: 1, max: 9 }),
  firstPlace: fc.constantFrom(...places),
});

const storyArbitrary: fc.Arbitrary<TestStory> = fc
  .record({
    outletIndex: fc.nat(zones.length - 1),
    publishedMinute: fc.option(fc.nat(5 * 1440), { freq: 5 }),
    seenMinute: fc.nat(5 * 1440),
    words: fc.nat(2_000),
    cluster: fc.nat(5),
    persons: fc.uniqueArray(personArbitrary, { selector: (person) => person.personId }),
  })
  .map((story) => ({
    ...story,
    persons: story.persons.map((person) =>
      personIn({ ...person, fraction: 1 / story.persons.length }),
    ),
  }));

/** Which outlets; null = all. */
const outletsArbitrary = fc.option(fc.subarray([0, 1, 2], { minLength: 1 }), { freq: 2 });

const periodArbitrary = fc
  .tuple(fc.nat(5), fc.nat(5), fc.constantFrom('days', 'from the month', 'to the month', 'months'))
  .map(([one, other, ends]) => ({
    from: ['from the month', 'months'].includes(ends) ? '2026-02-01' : dayOf(Math.min(one, other)),
    to: ['to the month', 'months'].includes(ends) ? '2026-03-31' : dayOf(Math.max(one, other)),
  }));

const alone = (day: string) => ({ from: day, to: day });
const byName = <Row extends { personId: string; span: number }>(rows: readonly Row[]) =>
  rows.toSorted((one, other) => one.span - other.span || (one.personId < other.personId ? -1 : 1));

/** The part of a span that lies in a period, if any. */
const cutTo = (period: { from: string; to: string }) => (span: { from: string; to: string }) => {
  const from = span.from > period.from ? span.from : period.from;
  const to = span.to < period.to ? span.to : period.to;
  return from <= to ? [{ from, to }] : [];
};

// Two months meet in the middle of the days there are.
const instant = (minute: number) => new Date(Date.UTC(2026, 1, 26, 0, minute)).toISOString();
const dayOf = (index: number) => instant(index * 1440).slice(0, 10);

/** The calendar day of an instant, by the platform's own calendar. */
function localDay(minute: number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return format.format(new Date(instant(minute)));
}

function naive(
  stories: readonly TestStory[],
  period: { from: string; to: string },
  outlets: readonly number[],
) {
  const counted = stories.filter((story) => {
    if (!outlets.includes(story.outletIndex)) return false;
    const minute = story.publishedMinute ?? story.seenMinute;
    const day = localDay(minute, zones[story.outletIndex] ?? 'UTC');
    return day >= period.from && day <= period.to;
  });
  const all = counted.flatMap((story) => story.persons);
  const total = (rows: readonly PersonInItem[], pick: (row: PersonInItem) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0);
  const fractions = total(all, (row) => row.fraction);
  const persons = people.map((personId) => {
    const own = all.filter((row) => row.personId === personId);
    const stories = counted.filter((s) => s.persons.some((row) => row.personId === personId));
    const leads = own.filter((row) => ['headline', 'standfirst'].includes(row.firstPlace));
    return {
      personId,
      items: own.length,
      distinctItems: new Set(stories.map((story) => story.cluster)).size,
      mentions: total(own, (row) => row.mentions),
      words: total(own, (row) => row.words),
      frequency: counted.length === 0 ? null : own.length / counted.length,
      share: fractions === 0 ? null : total(own, (row) => row.fraction) / fractions,
      leadShare: own.length === 0 ? null : leads.length / own.length,
    };
  });
  const outletItems = outlets.map(
    (index) => counted.filter((story) => story.outletIndex === index).length,
  );
  const outletStories = outlets.map((index) => {
    const own = counted.filter((story) => story.outletIndex === index);
    return new Set(own.map((story) => story.cluster)).size;
  });
  return {
    persons,
    outletItems,
    outletStories,
    words: counted.reduce((sum, story) => sum + story.words, 0),
  };
}

const register: Register = {
  persons: people.map((id) => ({ id, name: id, otherNames: [] })),
  organizations: [],
  places: [],
  posts: [],
  terms: [],
};

describe('figures from the database', async () => {
  const database = await testDatabase();
  const { db } = database;
  await saveRegister(db, register, { demo: false });
  await saveOutlets(
    db,
    zones.map((timeZone, index) => outlet({ id: `o${index}`, timeZone })),
  );
  const numbers = createNumbers(db, { sentencesOf });

  async function storeAll(stories: readonly TestStory[]) {
    for (const [index, story] of stories.entries()) {
      const { outletIndex, publishedMinute, seenMinute, cluster, words, persons } = story;
      const itemId = await store(database, {
        outletId: `o${outletIndex}`,
        url: `https://o.example/${index}`,
        at: instant(seenMinute),
        publishedAt: publishedMinute === null ? null : instant(publishedMinute),
        words,
        persons: [...persons],
      });
      await saveClusters(db, [{ itemId, clusterId: `c${cluster}` }], '1');
    }
  }

  async function empty() {
    await sql`truncate items, fetches, coverage, stale_days, rollup_outlets, rollup_persons,
      rollup_copies, rollup_repeats, rollup_repeats_reaching, rollup_reaching, rollup_items
      cascade`.execute(db);
  }

  /** A ledger without gaps, so that lines have numbers. */
  async function vouchForDays() {
    await sql`insert into coverage (outlet_id, day, captured, expected, failed, gap)
      select o.id, to_char(at, 'YYYY-MM-DD'), count(i.id), count(i.id), 0, null
      from outlets o cross join generate_series(date '2026-02-20', date '2026-03-10', '1 day') as at
        left join items i on i.outlet_id = o.id and i.day = to_char(at, 'YYYY-MM-DD')
      group by 1, 2`.execute(db);
  }

  /** What tells stories by months and days, in one order. */
  async function monthly() {
    const tables = ['rollup_repeats', 'rollup_repeats_reaching', 'rollup_copies'] as const;
    const rows = tables.map((table) =>
      sql`select * from ${sql.table(table)} t order by t`.execute(db),
    );
    const outlets = sql`select outlet_id, span, inside from rollup_outlets
      where span like 'month %' order by 1, 2`.execute(db);
    return (await Promise.all([...rows, outlets])).map((answer) => answer.rows);
  }

  /** Sums at most so many of the outlets' days that wait for it. */
  async function refresh(most: number) {
    await database.transaction(async (now) => refreshRollups(now, await takeStaleDays(now, most)));
  }

  it('equal a naive count in memory, whatever of it had been summed before', async () => {
    const property = fc.asyncProperty(
      fc.array(storyArbitrary, { maxLength: 12 }),
      periodArbitrary,
      outletsArbitrary,
      fc.record({ stored: fc.nat(12), summed: fc.nat(8), summedAgain: fc.nat(8) }),
      async (stories, period, outlets, { stored, summed, summedAgain }) => {
        await empty();
        await storeAll(stories.slice(0, stored));
        await refresh(summed);
        await storeAll(stories);
        await refresh(summedAgain);
        const chosen = outlets?.map((index) => `o${index}`) ?? null;
        const query = { period, outlets: chosen, demo: false };
        const set = await numbers.figures(query);
        const expected = naive(stories, period, outlets ?? [0, 1, 2]);
        expect(set.outlets.map((row) => row.items)).toEqual(expected.outletItems);
        expect(set.outlets.map((row) => row.distinctItems)).toEqual(expected.outletStories);
        expect(set.outlets.reduce((sum, row) => sum + row.words, 0)).toBe(expected.words);
        for (const { share, ...person } of expected.persons) {
          const found = set.persons.find((row) => row.personId === person.personId);
          expect(found).toMatchObject(person);
          if (share === null) expect(found?.shareOfCoverage).toBeNull();
          else expect(found?.shareOfCoverage).toBeCloseTo(share, 8);
        }
        // To the digit, from rows alone and from sums alone.
        await sql`insert into stale_days select distinct outlet_id, day from items`.execute(db);
        expect(await numbers.figures(query)).toEqual(set);
        await refresh(1_000);
        expect(await numbers.figures(query)).toEqual(set);
        await storeAll(stories);
        expect(await numbers.figures(query)).toEqual(set);
      },
    );
    await fc.assert(property, { numRuns: 15 });
  }, 240_000);

  it('are the same to the digit for months, for their days and for both mixed', async () => {
    const property = fc.asyncProperty(
      fc.array(storyArbitrary, { minLength: 1, maxLength: 12 }),
      periodArbitrary,
      outletsArbitrary,
      async (stories, period, outlets) => {
        await empty();
        await storeAll(stories);
        await vouchForDays();
        const chosen = outlets?.map((index) => `o${index}`) ?? null;
        const query = { period, outlets: chosen, demo: false };
        const spans = rankSpans({ from: '2026-02-01', to: '2026-06-30' }).spans.flatMap(
          cutTo(period),
        );
        // Whole months, in which an outlet may tell a story twice, or over their edge.
        const threeMonths = { ...query, period: { from: '2026-02-01', to: '2026-04-30' } };
        const told = async () => ({
          months: await numbers.figures(threeMonths),
          totals: await spanTotals(db, query, spans),
          persons: byName(await personSpanSums(db, query, { personIds: people, spans })),
          // Each span by itself: of a part of a month, and of the days of a whole one.
          alone: await Promise.all(
            spans.map(async (span) => [
              await spanTotals(db, { ...query, period: span }, [span]),
              await spanTotals(db, { ...query, period: span }, daysOf(span).map(alone)),
            ]),
          ),
          days: (await numbers.person('p1', query))?.series,
          someDays: (await numbers.person('p1', query, { lines: 1 }))?.series,
        });
        // From rows alone, from sums of some days, from sums alone.
        const fromRows = await told();
        await refresh(2);
        expect(await told()).toEqual(fromRows);
        await refresh(1_000);
        expect(await told()).toEqual(fromRows);
        // What a migration makes of the sums there were is what a refresh makes of the rows.
        const summed = await monthly();
        await sql`update rollup_repeats set first_day = '', last_day = ''`.execute(db);
        await sql`update rollup_outlets set inside = 0`.execute(db);
        await sql`truncate rollup_repeats_reaching`.execute(db);
        await sql`delete from rollup_copies where outlet_id like '*%'`.execute(db);
        for (const statement of backfills) await sql.raw(statement).execute(db);
        expect(await monthly()).toEqual(summed);
        for (const [index, [whole = [], byDay = []]] of fromRows.alone.entries()) {
          expect(whole).toEqual([fromRows.totals[index]]);
          expect(byDay.reduce((sum, day) => sum + day, 0)).toBeCloseTo(whole[0] ?? Number.NaN, 6);
        }
        const first = chosen?.[0] ?? 'o0';
        expect(fromRows.someDays).toEqual(
          fromRows.days?.filter(({ outletId }) => outletId === null || outletId === first),
        );
      },
    );
    await fc.assert(property, { numRuns: 10 });
  }, 240_000);

  /** Every sum there is; as JSON, so that 0.5 is 0.50. */
  async function everySum() {
    const tables = ['rollup_outlets', 'rollup_persons', 'rollup_copies', 'rollup_repeats'];
    const more = ['rollup_repeats_reaching', 'rollup_reaching', 'rollup_items'];
    const rows = [...tables, ...more].map(async (table) => {
      const { rows: found } = await sql<{ row: object }>`select to_jsonb(t) as row
        from ${sql.table(table)} t order by t`.execute(db);
      return [table, found.map(({ row }) => row)] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  }

  it('that are brought up to date are those that would be summed from nothing', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.tuple(storyArbitrary, storyArbitrary), { minLength: 1, maxLength: 10 }),
      fc.record({ summed: fc.nat(8), edited: fc.nat(10), gone: fc.nat(10), again: fc.nat(8) }),
      async (pairs, { summed, edited, gone, again }) => {
        await empty();
        const before = pairs.map(([first]) => first);
        await storeAll(before);
        await refresh(summed);
        // Told otherwise: other persons, another day, another story, at the same outlet.
        const after = pairs.map(([first, second], index) =>
          index < edited ? { ...second, outletIndex: first.outletIndex } : first,
        );
        await storeAll(after);
        await refresh(again);
        await sql`delete from clusters where item_id in
          (select id from items order by id limit ${gone})`.execute(db);
        await sql`delete from items where id in (select id from items order by id limit ${gone})
          and not exists (select from item_versions v where v.item_id = items.id and v.version > 1)
          `.execute(db);
        await refresh(1_000);
        const upToDate = await everySum();
        await sql`truncate rollup_outlets, rollup_persons, rollup_copies, rollup_repeats,
          rollup_repeats_reaching, rollup_reaching, rollup_items`.execute(db);
        await sql`insert into stale_days select distinct outlet_id, day from items`.execute(db);
        await refresh(1_000);
        expect(upToDate).toEqual(await everySum());
      },
    );
    await fc.assert(property, { numRuns: 15 });
  }, 240_000);

  it('are not written by a program that does not know of stories told twice', async () => {
    const sums = ['items', 'items_with_persons', 'singles', 'mentions', 'words', 'column_inches'];
    const columns = ['outlet_id', 'span', ...sums, 'fraction', 'unmeasured', 'method_versions'];
    const old = `insert into rollup_outlets (${columns.join(', ')})
      values ('o0', 'month 2020-01', 1, 1, 1, 1, 1, 1, 1, 0, '{1}')`;
    await expect(sql.raw(old).execute(db)).rejects.toThrow('"inside"');
  });

  it('list each item of a person once, over any number of pages', async () => {
    const property = fc.asyncProperty(
      fc.array(storyArbitrary, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(12),
      async (stories, pageLength, summed) => {
        await empty();
        await storeAll(stories);
        await refresh(summed);
        const pages = createNumbers(db, { sentencesOf, pageLength });
        const query = { period: { from: dayOf(0), to: dayOf(8) }, outlets: null, demo: false };
        const urls: string[] = [];
        let cursor: string | null | undefined;
        do {
          const found = await pages.person('p1', query, { cursor: cursor ?? undefined });
          urls.push(...(found?.items.map((item) => item.url) ?? []));
          cursor = found?.cursor;
        } while (cursor);
        const whole = await numbers.person('p1', query);
        expect(urls).toEqual(whole?.items.map((item) => item.url));
        expect(new Set(urls).size).toBe(whole?.figures.items);
      },
    );
    await fc.assert(property, { numRuns: 10 });
  }, 120_000);
});
