import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  folderArchive,
  refreshCoverage,
  saveClusters,
  saveOutlets,
  saveRegister,
} from '../../../db/index.ts';
import type { Numbers, Publication } from '../../../src/domain/index.ts';
import { createNumbers, createPublication, refreshPublished } from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { mention, outlet, personIn, register } from '../../db/world.ts';
import { page, serverFor } from '../web/server-for-tests.ts';
import { sentencesOf, store } from './press.ts';

const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };

const stories = [
  { title: 'Họp về đê điều', text: 'Ông Lê An thăm bà con.\nBí mật của người dân.' },
  { title: 'Đường mới', text: 'Bà Lệ Ân không đến.\nÔng Lê An cắt băng.' },
  { title: 'Mưa "lớn" ở An Lê', text: 'Trời mưa.' },
] as const;

let database: TestDatabase;
let publication: Publication;
let numbers: Numbers;
let ids: string[];

beforeAll(async () => {
  database = await testDatabase();
  numbers = createNumbers(database.db, { sentencesOf });
  publication = createPublication(database.db, {
    sentencesOf,
    archive: folderArchive('unused'),
    version: '1',
    now: () => new Date(),
  });
  await saveOutlets(database.db, [
    outlet({ id: 'a' }),
    outlet({ id: 'b', timeZone: 'Europe/Paris' }),
  ]);
  await saveRegister(database.db, register, { demo: false });
  ids = [];
  for (const [index, { title, text }] of stories.entries()) {
    const start = text.indexOf('Ông Lê An');
    const span = { start, end: start + 9, coreStart: start + 4, coreEnd: start + 9 };
    ids.push(
      await store(database, {
        outletId: index === 1 ? 'b' : 'a',
        url: `https://a.example/${index}`,
        at: `2026-03-0${index + 2}T01:00:00Z`,
        publishedAt: `2026-03-0${index + 2}T08:00:00+07:00`,
        title,
        text,
        persons: start < 0 ? [] : [personIn({ personId: 'le-an' })],
        mentions: start < 0 ? [] : [mention({ personId: 'le-an', ...span })],
      }),
    );
  }
  await refreshCoverage(database.db);
  await refreshPublished(database.db, sentencesOf);
});

async function found(words: string, given = query) {
  const { hits } = await publication.search.find(words, given);
  return hits.map(({ item }) => ids.indexOf(item.itemId));
}

describe('search', () => {
  test.each([
    ['le an', [2, 1, 0]],
    ['LÊ AN', [2, 1, 0]],
    ['lê ân', []],
    ['"le an"', [1, 0]],
    ['"an le"', [2]],
    ['đê', [0]],
    ['de', [0]],
    ['dê', []],
    ['duong cắt', [1]],
    ['mưa "lớn"', [2]],
    ['   ', []],
    ["' & | ! <-> :* ()", []],
    ["an' | 'mua", [2]],
  ])('%j', async (words, expected) => {
    expect(await found(words)).toEqual(expected);
  });

  test('never looks into what the public may not see', async () => {
    expect(await found('bí mật')).toEqual([]);
    expect(await found('troi')).toEqual([]);
    // In a sentence about nobody of the register.
    expect(await found('lệ ân')).toEqual([]);
  });

  test('keeps to period and outlets', async () => {
    expect(await found('le an', { ...query, outlets: ['b'] as never })).toEqual([1]);
    const period = { from: '2026-03-04', to: '2026-03-31' };
    expect(await found('le an', { ...query, period })).toEqual([2]);
  });

  test('an edited text is found by its new words only, once refreshed', async () => {
    await store(database, {
      outletId: 'a',
      url: 'https://a.example/2',
      at: '2026-03-10T01:00:00Z',
      publishedAt: '2026-03-04T08:00:00+07:00',
      title: 'Nắng ở An Lê',
      text: 'Trời nắng.',
    });
    expect(await refreshPublished(database.db, sentencesOf)).toBeGreaterThan(0);
    expect(await found('lớn')).toEqual([]);
    expect(await found('nang')).toEqual([2]);
    expect(await refreshPublished(database.db, sentencesOf)).toBe(0);
  });

  test('a day told anew writes only the texts that are not as they were', async () => {
    const written = async () => {
      const { rows } = await sql<{ id: string; at: string }>`
        select item_id as id, xmin::text as at from search_texts order by 1`.execute(database.db);
      return rows;
    };
    const before = await written();
    await sql`insert into stale_days select distinct outlet_id, day from items`.execute(
      database.db,
    );
    expect(await refreshPublished(database.db, sentencesOf)).toBe(3);
    expect(await written()).toEqual(before);
  });

  test('the page marks what was found and goes on to the item', async () => {
    const app = serverFor(numbers, { publication });
    const { document } = await page(app, '/search?lang=vi&q=%22le+an%22');
    const hits = [...document.querySelectorAll('.hits > li')];
    expect(hits).toHaveLength(2);
    expect([...document.querySelectorAll('.hits mark')].map((mark) => mark.textContent)).toEqual([
      'Lê',
      'An',
      'Lê',
      'An',
    ]);
    const item = await page(app, hits[0]?.querySelector('a')?.getAttribute('href') ?? '');
    expect(item.response.statusCode).toBe(200);
    const hostile = await page(app, `/search?q=${encodeURIComponent('"><script>x</script>')}`);
    expect(hostile.html).not.toContain('<script>x');
    await app.close();
  });
});

test('a story shows its copies in order, and what they share', async () => {
  const members = [ids[0], ids[1]].map((itemId) => ({ itemId: itemId ?? '', clusterId: 'c1' }));
  await saveClusters(database.db, members, '1');
  const app = serverFor(numbers, { publication });
  const item = await page(app, `/items/${ids[1]}?lang=vi`);
  const link = item.document.querySelector('a[href^="/stories/"]')?.getAttribute('href') ?? '';
  const { document } = await page(app, link);
  const titles = [...document.querySelectorAll('#copies tbody a')].map((a) => a.textContent);
  expect(titles).toEqual(['Họp về đê điều', 'Đường mới']);
  const times = [...document.querySelectorAll('#copies tbody td:nth-child(2)')];
  expect(times.map((time) => time.textContent?.replace('\u00a0', ' '))).toEqual([
    '02/03/2026, 08:00',
    '03/03/2026, 02:00 (GMT+1)',
  ]);
  expect(document.querySelector('#persons tbody')?.textContent).toContain('Lê An');
  expect((await app.inject('/stories/none')).statusCode).toBe(404);
  await app.close();
});
