import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { saveClusters, saveOutlets, saveRegister } from '../../../db/index.ts';
import type { FirstPlace, PersonInItem, Register } from '../../../src/domain/index.ts';
import { createNumbers } from '../../../src/publish/index.ts';
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

const periodArbitrary = fc
  .tuple(fc.nat(5), fc.nat(5))
  .map(([one, other]) => ({ from: dayOf(Math.min(one, other)), to: dayOf(Math.max(one, other)) }));

const instant = (minute: number) => new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString();
const dayOf = (index: number) => `2026-03-0${index + 1}`;

/** The calendar day of an instant, by the platform's own calendar. */
function localDay(minute: number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return format.format(new Date(instant(minute)));
}

function naive(stories: readonly TestStory[], period: { from: string; to: string }) {
  const counted = stories.filter((story) => {
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
  const outletItems = zones.map(
    (_, index) => counted.filter((story) => story.outletIndex === index).length,
  );
  return { persons, outletItems, words: counted.reduce((sum, story) => sum + story.words, 0) };
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

  it('equal a naive count in memory, and stay the same when all is stored again', async () => {
    const property = fc.asyncProperty(
      fc.array(storyArbitrary, { maxLength: 12 }),
      periodArbitrary,
      async (stories, period) => {
        await sql`truncate items, fetches, coverage cascade`.execute(db);
        await storeAll(stories);
        const query = { period, outlets: null, demo: false };
        const set = await numbers.figures(query);
        const expected = naive(stories, period);
        expect(set.outlets.map((row) => row.items)).toEqual(expected.outletItems);
        expect(set.outlets.reduce((sum, row) => sum + row.words, 0)).toBe(expected.words);
        for (const { share, ...person } of expected.persons) {
          const found = set.persons.find((row) => row.personId === person.personId);
          expect(found).toMatchObject(person);
          if (share === null) expect(found?.shareOfCoverage).toBeNull();
          else expect(found?.shareOfCoverage).toBeCloseTo(share, 8);
        }
        await storeAll(stories);
        expect(await numbers.figures(query)).toEqual(set);
      },
    );
    await fc.assert(property, { numRuns: 25 });
  });

  it('list each item of a person once, over any number of pages', async () => {
    const property = fc.asyncProperty(
      fc.array(storyArbitrary, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (stories, pageLength) => {
        await sql`truncate items, fetches, coverage cascade`.execute(db);
        await storeAll(stories);
        const pages = createNumbers(db, { sentencesOf, pageLength });
        const query = { period: { from: dayOf(0), to: dayOf(8) }, outlets: null, demo: false };
        const urls: string[] = [];
        let cursor: string | null | undefined;
        do {
          const found = await pages.person('p1', query, cursor ?? undefined);
          urls.push(...(found?.items.map((item) => item.url) ?? []));
          cursor = found?.cursor;
        } while (cursor);
        const whole = await numbers.person('p1', query);
        expect(urls).toEqual(whole?.items.map((item) => item.url));
        expect(new Set(urls).size).toBe(whole?.figures.items);
      },
    );
    await fc.assert(property, { numRuns: 10 });
  });
});
