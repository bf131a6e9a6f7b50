import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askSubscriber, loadOutlet, loadRegister, saveRegister } from '../../../db/index.ts';
import { createOperatorDesk } from '../../../src/commands/operator-desk.ts';
import { article, feedOf, frontPage, openSite, type Site } from '../../crawlers/press.ts';
import { register } from '../../db/world.ts';
import { type House, member, openHouse, type Visitor } from '../web/review/house.ts';
import { testContext } from '../context.ts';
import { testInstallation } from '../station.ts';

// Everything administrators do on pages, over a real site, a real database and real files.

const { database, folder, open } = await testInstallation();
let site: Site;
let house: House;
let administrator: Visitor;
let close: () => Promise<void>;

beforeAll(async () => {
  const titles = Array.from(
    { length: 8 },
    (_, at) => [`/tin-${300_000 + at}.html`, `Tỉnh khởi công cầu thứ ${at + 2} qua sông`] as const,
  );
  await mkdir(join(folder, 'catalogue'));
  site = await openSite({ '/robots.txt': 'User-agent: *\nAllow: /\n' });
  site.pages.set('/', frontPage(titles));
  site.pages.set('/tin.rss', feedOf(site.origin, titles.slice(0, 4)));
  for (const [at, title] of titles) site.pages.set(at, article(title));
  const station = await open();
  close = () => station.close();
  const { context } = testContext({ openStation: open, config: { dataFolder: folder } });
  const folders = { ...context.folders, outletCatalogue: join(folder, 'catalogue') };
  const operator = createOperatorDesk({ ...context, folders }, station);
  await saveRegister(database.db, register, { demo: false });
  house = await openHouse(database, operator);
  administrator = await member(house, 'administrator');
});
afterAll(async () => {
  await close();
  await site.close();
});

const trail = async () => {
  const { rows } = await sql<{ action: string }>`select action from audit_trail
    order by id desc limit 1`.execute(database.db);
  return rows[0]?.action;
};

describe('outlets', () => {
  test('are followed, looked at, paused and resumed; the YAML stays the truth', async () => {
    const added = await administrator.submit('/admin/outlets', '/admin/outlets/add', {
      address: site.origin,
      private: 'on',
    });
    expect(added.body).toContain('Báo Thử is followed');
    expect(await trail()).toBe('outlet added');
    const file = join(folder, 'outlets/bao-thu.yaml');
    expect(existsSync(file)).toBe(true);

    const looked = await administrator.submit('/admin/outlets', '/admin/outlets/bao-thu/look');
    expect(looked.body).toContain('/tin.rss');
    expect(looked.body).toContain('4 articles');

    const usual = { min: '3', max: '40' };
    await administrator.submit('/admin/outlets', '/admin/outlets/bao-thu/expected', usual);
    const expected = { min: 3, max: 40 };
    expect((await loadOutlet(database.db, 'bao-thu'))?.expectedItemsPerDay).toEqual(expected);
    const wrong = { min: '30', max: '4' };
    await administrator.submit('/admin/outlets', '/admin/outlets/bao-thu/expected', wrong);
    expect((await loadOutlet(database.db, 'bao-thu'))?.expectedItemsPerDay).toEqual(expected);

    await administrator.submit('/admin/outlets', '/admin/outlets/bao-thu/pause');
    expect(existsSync(file)).toBe(false);
    expect((await loadOutlet(database.db, 'bao-thu'))?.sources).toEqual([]);
    expect((await administrator.get('/admin/outlets')).body).toContain('paused');
    await administrator.submit('/admin/outlets', '/admin/outlets/bao-thu/resume');
    const resumed = await loadOutlet(database.db, 'bao-thu');
    expect(resumed?.sources.length).toBeGreaterThan(0);
    expect(resumed?.expectedItemsPerDay).toEqual(expected);
  });

  test('an address that is none names its mend, and no id reaches another file', async () => {
    const asked = { address: 'not an address' };
    const refused = await administrator.submit('/admin/outlets', '/admin/outlets/add', asked);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('https://');
    const path = `/admin/outlets/${encodeURIComponent('../../etc')}/pause`;
    const other = await administrator.submit('/admin/outlets', path);
    expect(other.body).toContain('nothing was changed');
  });
});

describe('the register', () => {
  test('takes a term with its source and keeps who changed it, and why', async () => {
    const [post] = register.posts;
    const fields = { term: '', person: '', name: 'Đỗ Thị Thử', post: post?.id ?? '' };
    const dates = { kind: 'holder', from: '2031-01', until: '', source: 'Nghị quyết 1' };
    const saved = await administrator.submit('/admin/register', '/admin/register/term', {
      ...fields,
      ...dates,
      why: 'bầu bổ sung',
    });
    expect(saved.body).toContain('The term is saved');
    const { terms } = await loadRegister(database.db, { demo: false });
    const term = terms.find(({ person }) => person === 'do-thi-thu');
    expect(term).toMatchObject({ from: '2031-01', until: null, checked: true });
    const history = await administrator.get('/register/history/do-thi-thu');
    expect(history.body).toContain('bầu bổ sung');

    const change = { ...fields, ...dates, term: term?.id ?? '', person: 'do-thi-thu' };
    const end = { ...change, until: '2032-05-01', why: 'nghỉ hưu' };
    await administrator.submit('/admin/register', '/admin/register/term', end);
    const after = (await loadRegister(database.db, { demo: false })).terms;
    expect(after.find(({ id }) => id === term?.id)?.until).toBe('2032-05-01');
    expect(after).toHaveLength(terms.length);
    const bad = { ...end, from: 'tomorrow' };
    const refused = await administrator.submit('/admin/register', '/admin/register/term', bad);
    expect(refused.body).toContain('nothing was saved');
  });

  test('goes out as CSV and comes back in', async () => {
    const csv = await administrator.get('/admin/register/register.csv');
    expect(csv.body).toContain('Đỗ Thị Thử');
    const file = { file: csv.body, why: 'same again' };
    const read = await administrator.submit('/admin/register', '/admin/register/import', file);
    expect(read.body).toMatch(/\d+ terms were imported/);
    const wrong = { file: 'no,register\n1,2', why: 'x' };
    const refused = await administrator.submit('/admin/register', '/admin/register/import', wrong);
    expect(refused.statusCode).toBe(400);
  });
});

test('subscribers are counted, and ended without their address being shown', async () => {
  const now = new Date();
  const reader = {
    address: 'reader@example.org',
    language: 'vi',
    token: 'secret',
    confirmToken: 'other',
    now,
  } as const;
  await askSubscriber(database.db, reader);
  const page = await administrator.get('/admin/subscribers');
  expect(page.body).toContain('not yet confirmed');
  expect(page.body).not.toContain('reader@');
  const fields = { address: 'Reader@example.org', why: 'asked by telephone' };
  const ended = await administrator.submit('/admin/subscribers', '/admin/subscribers/end', fields);
  expect(ended.body).toContain('No more letters');
  const { rows } = await sql<{ text: string }>`select string_agg(t::text, ' ') as text
    from audit_trail t where action = 'subscription ended'`.execute(database.db);
  expect(rows[0]?.text).not.toContain('reader@');
});
