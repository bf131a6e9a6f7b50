import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderArchive, refreshCoverage, saveOutlets, saveRegister } from '../../../db/index.ts';
import type { Numbers, Publication } from '../../../src/domain/index.ts';
import {
  acceptChallenge,
  challengeOptions,
  createNumbers,
  createPublication,
} from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { mention, outlet, personIn, register } from '../../db/world.ts';
import { page, serverFor } from '../web/server-for-tests.ts';
import { sentencesOf, store } from './press.ts';

// What a correction takes out of a figure, or gives to another, is so in the evidence too.

const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };
const people = ['le-an', 'tran-binh', 'ngo-chi'] as const;

let database: TestDatabase;
let numbers: Numbers;
let publication: Publication;
let items: string[];

/** Marks of one person, of every kind; only the first `counted` count. */
function marksOf(personId: string, counted: number) {
  const first = people.findIndex((id) => id === personId) * 100;
  const kinds = [
    ...Array.from({ length: counted }, () => ({})),
    { uncertain: true },
    { institutional: true },
  ];
  return kinds.map((kind, index) => {
    const start = first + index * 10;
    return mention({
      personId,
      start,
      end: start + 9,
      coreStart: start,
      coreEnd: start + 9,
      ...kind,
    });
  });
}

/** Every choice of the three persons in an item of its own, each with another count of marks. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  numbers = createNumbers(db, { sentencesOf });
  publication = createPublication(db, {
    sentencesOf,
    archive: folderArchive('unused'),
    version: '1',
    now: () => new Date('2026-04-01T02:00:00Z'),
  });
  await saveOutlets(db, [outlet({ id: 'a' })]);
  const third = { id: 'ngo-chi', name: 'Ngô Chi', otherNames: [] };
  await saveRegister(db, { ...register, persons: [...register.persons, third] }, { demo: false });
  items = [];
  for (let chosen = 1; chosen < 8; chosen += 1) {
    const who = people.filter((_, index) => (chosen >> index) % 2 === 1);
    const count = (index: number) => 1 + ((chosen + index) % 3);
    items.push(
      await store(database, {
        outletId: 'a',
        url: `https://a.example/${chosen}`,
        at: `2026-03-0${chosen}T01:00:00Z`,
        publishedAt: `2026-03-0${chosen}T08:00:00+07:00`,
        title: `Tin ${chosen}`,
        text: 'chữ '.repeat(100),
        persons: who.map((personId, index) =>
          personIn({ personId, mentions: count(index), fraction: 1 / who.length }),
        ),
        mentions: who.flatMap((personId, index) => marksOf(personId, count(index))),
      }),
    );
  }
  await refreshCoverage(db);
});

/** Has a challenge accepted that takes a person out of an item, or gives it to another. */
async function correct(itemId: string, personId: string, toPersonId?: string) {
  const { id } = await publication.challenges.raise({
    claim: 'another-person',
    itemId,
    personId,
    outletId: null,
    address: '/',
    query,
    reason: 'Người trùng tên.',
  });
  const verdict = { id, by: 'Lan', answer: 'Người trùng tên.' };
  const to = toPersonId === undefined ? {} : { toPersonId };
  const options = challengeOptions({ sentencesOf, now: () => new Date('2026-04-01T02:00:00Z') });
  return acceptChallenge(database.db, { ...verdict, ...to }, options);
}

async function rowsOf(name: string): Promise<Record<string, string>[]> {
  const chunks: Uint8Array[] = [];
  await publication.openData.write({ name, format: 'csv', query }, async (bytes) => {
    chunks.push(bytes);
  });
  return parse(Buffer.concat(chunks), { bom: true, columns: true });
}

async function startAnew() {
  await sql`delete from corrections`.execute(database.db);
  await sql`delete from challenges`.execute(database.db);
}

const correctionArbitrary = fc.record({
  item: fc.nat(6),
  person: fc.constantFrom(...people),
  to: fc.option(fc.constantFrom(...people), { nil: undefined }),
});

test('the counted mentions of the open data add up to the persons, whatever is corrected', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(correctionArbitrary, { maxLength: 8 }), async (corrections) => {
      await startAnew();
      for (const { item, person, to } of corrections) await correct(items[item] ?? '', person, to);
      const sums: Record<string, number> = {};
      for (const row of await rowsOf('mentions')) {
        const [as, counted] = [row['counted_as'] ?? '', row['counted'] === 'true'];
        expect(as !== '').toBe(counted);
        if (counted) sums[as] = (sums[as] ?? 0) + 1;
      }
      const persons = (await rowsOf('persons')).filter((row) => row['mentions'] !== '0');
      const shown = persons.map((row) => [row['person_id'], Number(row['mentions'])]);
      expect(sums).toEqual(Object.fromEntries(shown));
    }),
    { numRuns: 12, seed: 20260301 },
  );
});

describe('an item of two persons', () => {
  // Lê An and Trần Bình.
  const itemId = () => items[2] ?? '';

  /** What stands beside each mark, by the person found. */
  async function notes(language: string) {
    const app = serverFor(numbers, { publication });
    const { document } = await page(app, `/items/${itemId()}?lang=${language}`);
    await app.close();
    const told = (name: string) =>
      [...document.querySelectorAll('.notes li')]
        .filter((note) => note.querySelector('.person-link a')?.textContent === name)
        .map((note) => note.querySelector('.quiet'));
    return { document, told };
  }

  test.each([
    ['vi', 'được tính', 'đã bỏ theo đính chính, không tính', 'trước khi đính chính'],
    ['en', 'counted', 'taken out by a correction, not counted', 'before corrections'],
  ])('says of each mark what a correction took out (%s)', async (language, counts, out, before) => {
    await startAnew();
    const correction = await correct(itemId(), 'le-an');
    const { document, told } = await notes(language);
    const ofAn = told('Lê An').map((note) => note?.textContent ?? '');
    expect(ofAn.filter((text) => text.startsWith(out))).not.toEqual([]);
    expect(ofAn.filter((text) => text.startsWith(counts))).toEqual([]);
    const link = told('Lê An')[0]?.querySelector('a')?.getAttribute('href') ?? '';
    expect(link).toBe(`#correction-${correction?.id}`);
    expect(document.querySelector(link)?.textContent).toContain('Người trùng tên.');
    expect(told('Trần Bình')[0]?.textContent?.startsWith(counts)).toBe(true);
    // Both were measured, and the table says when.
    expect(
      document.querySelector('[aria-labelledby=measures-heading] .quiet')?.textContent,
    ).toContain(before);
    const measured = document.querySelector('#measures thead')?.textContent;
    expect(measured).toContain('Lê An');
    expect(measured).toContain('Trần Bình');
  });

  test.each([
    ['vi', 'theo đính chính, tính cho Ngô Chi'],
    ['en', 'a correction counts it for Ngô Chi'],
  ])('says of each mark to whom a correction gave it (%s)', async (language, given) => {
    await startAnew();
    await correct(itemId(), 'le-an', 'ngo-chi');
    const { told } = await notes(language);
    expect(told('Lê An')[0]?.textContent).toContain(given);
  });

  test('says the same as JSON', async () => {
    await startAnew();
    const first = await correct(itemId(), 'le-an');
    const second = await correct(itemId(), 'tran-binh', 'ngo-chi');
    const app = serverFor(numbers, { publication });
    const { data } = await app.inject(`/api/items/${itemId()}`).then((answer) => answer.json());
    await app.close();
    const marks = data.sentences.flatMap((one: { marks: object[] }) => one.marks);
    const nobody = { toPersonId: null, toPersonName: null };
    const heir = { toPersonId: 'ngo-chi', toPersonName: 'Ngô Chi' };
    expect(marks).toContainEqual(
      expect.objectContaining({
        personId: 'le-an',
        counted: false,
        correction: { id: first?.id, ...nobody },
      }),
    );
    expect(marks).toContainEqual(
      expect.objectContaining({
        personId: 'tran-binh',
        counted: true,
        correction: { id: second?.id, ...heir },
      }),
    );
  });
});
