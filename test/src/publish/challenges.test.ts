import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderArchive, refreshCoverage, saveOutlets, saveRegister } from '../../../db/index.ts';
import type { CorrectionPage, Numbers, Publication } from '../../../src/domain/index.ts';
import { runCommandLine } from '../../../src/cli.ts';
import type { Station } from '../../../src/commands/command.ts';
import { createNumbers, createPublication } from '../../../src/publish/index.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { mention, outlet, personIn, register } from '../../db/world.ts';
import { testContext } from '../context.ts';
import { page, serverFor } from '../web/server-for-tests.ts';
import { sentencesOf, store } from './press.ts';

const query = { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: false };

let database: TestDatabase;
let numbers: Numbers;
let publication: Publication;
let items: string[];

/** Three items: Lê An alone, both, both; a fourth about nobody. */
beforeAll(async () => {
  database = await testDatabase();
  numbers = createNumbers(database.db, { sentencesOf });
  publication = createPublication(database.db, {
    sentencesOf,
    archive: folderArchive('unused'),
    version: '1',
    now: () => new Date('2026-04-01T02:00:00Z'),
  });
  await saveOutlets(database.db, [outlet({ id: 'a' })]);
  await saveRegister(database.db, register, { demo: false });
  items = [];
  for (const [index, ids] of [
    ['le-an'],
    ['le-an', 'tran-binh'],
    ['le-an', 'tran-binh'],
    [],
  ].entries()) {
    items.push(
      await store(database, {
        outletId: 'a',
        url: `https://a.example/tin-so-${index}.html`,
        at: `2026-03-0${index + 2}T01:00:00Z`,
        publishedAt: `2026-03-0${index + 2}T08:00:00+07:00`,
        title: `Tin số ${index}`,
        persons: ids.map((personId) => personIn({ personId, words: 8, fraction: 1 / ids.length })),
        mentions: ids.map((personId) => mention({ personId })),
      }),
    );
  }
  await refreshCoverage(database.db);
});

async function person(id: string) {
  const { persons } = await numbers.figures(query);
  return persons.find(({ personId }) => personId === id);
}

function station(): Station {
  return {
    database: { ...database, close: async () => {} },
    archive: folderArchive('unused'),
    door: { fetch: () => Promise.reject(new TypeError('no door')), close: async () => {} },
    ownAttempts: [],
    numbers,
    close: async () => {},
  };
}

async function command(words: readonly string[], json = false) {
  const { context, printed, told } = testContext({
    json,
    openStation: async () => station(),
  });
  const exit = await runCommandLine(json ? [...words, '--json'] : words, context);
  return { exit, printed, told };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const formType = { 'content-type': 'application/x-www-form-urlencoded' };
const good = form({ claim: 'another-person', reason: 'Đây là một người trùng tên ở xã khác.' });

describe('the form', () => {
  const address = () =>
    `/challenge?item=${items[1]}&person=le-an&lang=vi&at=%2Fitems%2F${items[1]}`;

  test('stands on every figure and mention, and names what is contested', async () => {
    const app = serverFor(numbers, { publication });
    const overview = await page(app, '/?lang=vi');
    expect(overview.document.querySelectorAll('a.challenge').length).toBeGreaterThan(1);
    const about = await page(app, '/persons/le-an?lang=vi');
    for (const figure of about.document.querySelectorAll('.key-figures dd'))
      expect(figure.querySelector('a.challenge')).not.toBeNull();
    const item = await page(app, `/items/${items[1]}?lang=vi`);
    const links = [...item.document.querySelectorAll('.notes a.challenge')];
    expect(links).toHaveLength(2);
    const { document } = await page(app, links[0]?.getAttribute('href') ?? '');
    expect(document.querySelector('.about')?.textContent).toContain('Lê An');
    expect(document.querySelector('.about')?.textContent).toContain('Tin số 1');
    expect(document.querySelector('form[method=post]')?.getAttribute('action')).toContain('item=');
    await app.close();
  });

  test('is taken without account or script, and answers with an address to come back to', async () => {
    const app = serverFor(numbers, { publication });
    const sent = await app.inject({
      method: 'POST',
      url: address(),
      payload: good,
      headers: { ...formType, 'sec-fetch-site': 'same-origin' },
    });
    expect(sent.statusCode).toBe(303);
    const { document } = await page(app, String(sent.headers.location));
    expect(document.querySelector('h1')?.textContent).toContain('đang chờ');
    expect(document.body?.textContent ?? document.textContent).not.toContain('trùng tên ở xã khác');
    await app.close();
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('is refused from %s', async (_who, headers) => {
    const app = serverFor(numbers, { publication });
    const before = await publication.challenges.counts();
    const sent = await app.inject({
      method: 'POST',
      url: address(),
      payload: good,
      headers: { ...formType, ...headers },
    });
    expect(sent.statusCode).toBe(403);
    expect(await publication.challenges.counts()).toEqual(before);
    await app.close();
  });

  test.each([
    ['too short a reason', form({ claim: 'other', reason: 'sai' })],
    ['no claim', form({ reason: 'Đây là một người trùng tên.' })],
    ['a filled trap', form({ claim: 'other', reason: 'Đây là lý do.', website: 'x' })],
  ])('with %s is shown again with what was written', async (_what, payload) => {
    const app = serverFor(numbers, { publication });
    const sent = await app.inject({ method: 'POST', url: address(), payload, headers: formType });
    expect(sent.statusCode).toBe(400);
    expect(sent.body).toContain(new URLSearchParams(payload).get('reason') ?? '?');
    await app.close();
  });

  test('is taken a few times an hour from one address', async () => {
    const app = serverFor(numbers, { publication });
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      const payload = form({ claim: 'other', reason: 'x' });
      const sent = await app.inject({ method: 'POST', url: address(), payload, headers: formType });
      statuses.push(sent.statusCode);
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 400));
    expect(statuses.slice(10)).toEqual([429, 429]);
    await app.close();
  });

  test('about nothing on screen is not stored', async () => {
    const app = serverFor(numbers, { publication });
    const sent = await app.inject({
      method: 'POST',
      url: '/challenge?item=nothere&person=le-an',
      payload: good,
      headers: formType,
    });
    expect(sent.statusCode).toBe(404);
    await app.close();
  });
});

describe('a decision', () => {
  test('needs a name and a reason', async () => {
    const { exit, told } = await command(['challenges', 'accept', '0123456789abcdef']);
    expect(exit).toBe(2);
    expect(told.join()).toContain('--why');
  });

  test('restates the figure, says so in public, and leaves the machine’s rows alone', async () => {
    const rows = async () =>
      (await sql`select * from item_persons order by item_id, person_id`.execute(database.db)).rows;
    const machine = await rows();
    const before = { an: await person('le-an'), binh: await person('tran-binh') };
    const raised = await publication.challenges.raise({
      claim: 'another-person',
      itemId: items[1] ?? null,
      personId: 'le-an',
      outletId: null,
      address: `/items/${items[1]}`,
      query,
      reason: 'Người trùng tên ở xã khác.',
    });
    const list = await command(['challenges', 'list']);
    expect(list.printed.join('\n')).toContain('Người trùng tên ở xã khác.');
    const done = await command(
      ['challenges', 'accept', raised.id, '--by', 'Lan', '--why', 'Người trùng tên.'],
      true,
    );
    expect(done.exit).toBe(0);
    expect(JSON.parse(done.printed[0] ?? '').correction).toMatchObject({ before: 3, after: 2 });
    const after = { an: await person('le-an'), binh: await person('tran-binh') };
    expect([before.an?.items, after.an?.items]).toEqual([3, 2]);
    expect([before.an?.words, after.an?.words]).toEqual([24, 16]);
    // Trần Bình has that item alone now.
    expect([before.binh?.itemsFractional, after.binh?.itemsFractional]).toEqual([1, 1.5]);
    expect((after.an?.shareOfCoverage ?? 0) + (after.binh?.shareOfCoverage ?? 0)).toBeCloseTo(
      1,
      12,
    );
    expect(await rows()).toEqual(machine);
    const again = await command(['challenges', 'accept', raised.id, '--by', 'L', '--why', 'x']);
    expect(again.exit).toBe(2);
  });

  test('is listed with its reason, on the person, in the list and in the Atom feed', async () => {
    const app = serverFor(numbers, { publication });
    const list = await page(app, '/corrections?lang=vi');
    expect(list.document.querySelector('#corrections tbody')?.textContent).toContain('3 → 2');
    expect(list.html).toContain('Người trùng tên.');
    const about = await page(app, '/persons/le-an?lang=vi');
    const notes = [...about.document.querySelectorAll('.note')].map((note) => note.textContent);
    expect(notes.join(' ')).toContain('3 → 2');
    const feed = await app.inject('/corrections.atom?lang=vi');
    expect(feed.headers['content-type']).toContain('application/atom+xml');
    const { XMLParser, XMLValidator } = await import('fast-xml-parser');
    expect(XMLValidator.validate(feed.body)).toBe(true);
    const { feed: atom } = new XMLParser().parse(feed.body) as { feed: Record<string, unknown> };
    expect(atom['entry']).toMatchObject({ title: 'Lê An: 3 → 2 tin.' });
    await app.close();
  });

  test('is one of a list that is read page by page, each correction once', async () => {
    const same = sql`challenge_id, demo, item_id, to_person_id, query, items_before, items_after,
      why, made_at, made_by`;
    await sql`insert into corrections (${same}, person_id) select ${same}, 'p-' || number
      from corrections, generate_series(1, 150) as number`.execute(database.db);
    const app = serverFor(numbers, { publication });
    const ids: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const answer: { data: CorrectionPage } = await app
        .inject(`/api/corrections?cursor=${cursor}`)
        .then((response) => response.json());
      ids.push(...answer.data.corrections.map(({ id }) => Number(id)));
      cursor = answer.data.cursor;
    }
    expect(ids).toHaveLength(151);
    expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => other - one));
    const list = await page(app, '/corrections?lang=vi');
    expect(list.document.querySelectorAll('#corrections tbody tr')).toHaveLength(100);
    const next = list.document.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    const rest = await page(app, next);
    expect(rest.document.querySelectorAll('#corrections tbody tr')).toHaveLength(51);
    const odd = await app.inject('/api/corrections?cursor=zzz');
    expect([odd.statusCode, odd.body.includes('numbers/bad-cursor')]).toEqual([400, true]);
    await app.close();
    await sql`delete from corrections where id > ${Math.min(...ids)}`.execute(database.db);
  });

  test('may give the words to who is meant, with the same measures', async () => {
    const before = { an: await person('le-an'), binh: await person('tran-binh') };
    const raised = await publication.challenges.raise({
      claim: 'another-person',
      itemId: items[0] ?? null,
      personId: 'le-an',
      outletId: null,
      address: '/',
      query,
      reason: 'Câu này nói về bà Bình.',
    });
    const words = ['challenges', 'accept', raised.id, '--by', 'Lan', '--why', 'Là bà Bình.'];
    const nobody = await command([...words, '--to', 'khong-co']);
    expect(nobody.exit).toBe(2);
    expect((await command([...words, '--to', 'tran-binh'])).exit).toBe(0);
    const after = { an: await person('le-an'), binh: await person('tran-binh') };
    expect([before.an?.items, after.an?.items]).toEqual([2, 1]);
    expect([before.binh?.items, after.binh?.items]).toEqual([2, 3]);
    expect((after.binh?.words ?? 0) - (before.binh?.words ?? 0)).toBe(8);
    expect((after.binh?.columnInches ?? 0) - (before.binh?.columnInches ?? 0)).toBeCloseTo(0.2, 9);
  });

  test('a rejection changes nothing and is answered', async () => {
    const before = await numbers.figures(query);
    const raised = await publication.challenges.raise({
      claim: 'not-mentioned',
      itemId: items[2] ?? null,
      personId: 'le-an',
      outletId: null,
      address: '/',
      query,
      reason: 'Không thấy tên ông An.',
    });
    const words = ['challenges', 'reject', raised.id, '--by', 'Lan', '--why', 'Có ở câu đầu.'];
    expect((await command(words)).exit).toBe(0);
    expect(await numbers.figures(query)).toEqual(before);
    const app = serverFor(numbers, { publication });
    const { document } = await page(app, `/challenges/${raised.id}?lang=vi`);
    expect(document.querySelector('.citation')?.textContent).toContain('Có ở câu đầu.');
    await app.close();
  });
});

describe('a takedown', () => {
  test('hides title, sentences and address everywhere, is listed, and leaves every figure', async () => {
    const before = await numbers.figures(query);
    const id = items[2] ?? '';
    const app = serverFor(numbers, { publication });
    const sent = await app.inject({
      method: 'POST',
      url: `/takedown?item=${id}`,
      payload: form({ reason: 'Bài nêu tên con tôi.' }),
      headers: formType,
    });
    expect(sent.statusCode).toBe(303);
    const number = String(sent.headers.location).split('/').at(-1)?.split('?')[0] ?? '';
    const words = ['takedowns', 'accept', number, '--by', 'Lan', '--why', 'Nêu tên trẻ em.'];
    expect((await command(words)).exit).toBe(0);
    expect(await numbers.figures(query)).toEqual(before);
    for (const url of [
      `/items/${id}?lang=vi`,
      '/persons/tran-binh?lang=vi',
      '/outlets/a?lang=vi',
      '/corrections?lang=vi',
      `/api/items/${id}`,
      '/api/persons/tran-binh',
      '/data/items.csv',
      '/data/mentions.json',
    ]) {
      const { body, statusCode } = await app.inject(url);
      expect(statusCode, url).toBe(200);
      expect(body, url).not.toContain('Tin số 2');
      expect(body, url).not.toContain('tin-so-2');
      if (url.includes(id)) expect(body, url).not.toContain('dự họp');
    }
    const list = await page(app, '/corrections?lang=vi');
    expect(list.document.querySelector('#takedowns tbody')?.textContent).toContain(
      'Nêu tên trẻ em.',
    );
    expect(list.html).not.toContain('con tôi');
    await app.close();
  });
});
