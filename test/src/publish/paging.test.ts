import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { folderArchive, refreshCoverage, saveOutlets, saveRegister } from '../../../db/index.ts';
import { createNumbers, createPublication, refreshPublished } from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { mention, outlet, personIn, register } from '../../db/world.ts';
import { serverFor } from '../web/server-for-tests.ts';
import { sentencesOf, store } from './press.ts';

// A program follows the cursors of an answer over loopback while articles go on being stored.

const text = 'Ông Lê An thăm bà con.';
const days = 'from=2026-03-01&to=2026-03-31';
const atFirst = 70;
let database: TestDatabase;
let app: FastifyInstance;
let site: string;
const early: string[] = [];
let later = 0;

async function add(publishedAt: string, name: string): Promise<string> {
  const span = { start: 0, end: 9, coreStart: 4, coreEnd: 9 };
  return store(database, {
    outletId: 'a',
    url: `https://a.example/${name}`,
    at: '2026-03-30T01:00:00Z',
    publishedAt,
    title: `Tin ${name}`,
    text,
    persons: [personIn({ personId: 'le-an' })],
    mentions: [mention({ personId: 'le-an', ...span })],
  });
}

async function refresh(): Promise<void> {
  await refreshCoverage(database.db);
  await refreshPublished(database.db, sentencesOf);
}

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await saveOutlets(db, [outlet({ id: 'a' })]);
  await saveRegister(db, register, { demo: false });
  // Seven at each instant: only the item's id tells them apart.
  for (let index = 0; index < atFirst; index += 1) {
    const day = String(2 + Math.floor(index / 7)).padStart(2, '0');
    early.push(await add(`2026-03-${day}T08:00:00+07:00`, `${index}`));
  }
  await refresh();
  const archive = folderArchive('unused');
  const publication = createPublication(db, {
    sentencesOf,
    archive,
    version: '1',
    now: () => new Date(),
  });
  app = serverFor(createNumbers(db, { sentencesOf, pageLength: 9 }), { publication });
  site = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

/** Articles of now, of an instant that pages already share, and of long ago. */
async function addBetweenPages(): Promise<void> {
  later += 1;
  await add(`2026-03-29T08:00:00.${String(later).padStart(3, '0')}+07:00`, `new-${later}`);
  await add('2026-03-06T08:00:00+07:00', `amid-${later}`);
  await add('2026-03-01T08:00:00+07:00', `old-${later}`);
  if (later % 2 === 0) await refresh();
}

interface Data {
  readonly items?: readonly { readonly itemId: string }[];
  readonly hits?: readonly { readonly item: { readonly itemId: string } }[];
  readonly cursor: string | null;
}

test.each(['/api/persons/le-an?', '/api/outlets/a?', '/api/search?q=th%C4%83m&'])(
  '%s leads to its last page, each item once, while others are stored',
  async (path) => {
    const seen: string[] = [];
    const cursors: string[] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? '' : `&cursor=${cursor}`;
      const answer = await fetch(`${site}${path}${days}${more}`);
      expect(answer.status).toBe(200);
      const { data } = (await answer.json()) as { readonly data: Data };
      const items = data.items ?? data.hits?.map(({ item }) => item) ?? [];
      expect(items.length).toBeGreaterThan(0);
      seen.push(...items.map(({ itemId }) => itemId));
      cursor = data.cursor;
      if (cursor !== null) cursors.push(cursor);
      if (cursor !== null) await addBetweenPages();
      expect(cursors.length).toBeLessThan(100);
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(early.filter((id) => !seen.includes(id))).toEqual([]);
    expect(new Set(cursors).size).toBe(cursors.length);
    expect(cursors.length).toBeGreaterThan(1);
  },
);
