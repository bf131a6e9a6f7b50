import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { askSubscriber, loadOutlet, loadRegister, saveRegister } from '../../../db/index.ts';
import { backupDesk } from '../../../src/commands/operator-backup.ts';
import { createOperatorDesk } from '../../../src/commands/operator-desk.ts';
import { outletYaml } from '../../../crawlers/index.ts';
import { article, feedOf, frontPage, openSite, outletOf, type Site } from '../../crawlers/press.ts';
import { register } from '../../db/world.ts';
import { type House, member, openHouse, password, type Visitor } from '../web/review/house.ts';
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
    expect(looked.body).toContain('every source works.');
    const feed = site.pages.get('/tin.rss') ?? '';
    site.pages.set('/tin.rss', feedOf(site.origin, []));
    const silent = await administrator.submit('/admin/outlets', '/admin/outlets/bao-thu/look');
    expect(silent.body).toContain('names no items');
    expect(silent.body).toContain('not every source works.');
    site.pages.set('/tin.rss', feed);

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

  test('a private address names the tick of the page, and no option of the command', async () => {
    const asked = { address: 'http://127.0.0.1:8443/' };
    const refused = await administrator.submit('/admin/outlets', '/admin/outlets/add', asked);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('tick “The site is on this machine or in a private network”');
    expect(refused.body).not.toContain('--private-network');
  });

  test('a site that cannot be looked at is told as such, with the reason and what was taken', async () => {
    const feed = { kind: 'feed', url: 'http://127.0.0.1:8443/tin.rss' } as const;
    const silent = outletOf('http://127.0.0.1:8443', [feed], { id: 'bao-im', name: 'Báo Im' });
    await writeFile(join(folder, 'catalogue/bao-im.yaml'), outletYaml(silent));
    const added = await administrator.submit('/admin/outlets', '/admin/outlets/bao-im/follow');
    expect(added.body).toContain(
      'Báo Im is followed, but its site could not be looked at, so its 1 source is the catalogue’s',
    );
    expect(added.body).toMatch(/unchecked: .*127\.0\.0\.1:8443/);
    expect(added.body).not.toContain('first crawl begins');
    const again = await administrator.submit('/admin/outlets', '/admin/outlets/add', {
      address: 'bao-im',
    });
    expect(again.body).toContain('Báo Im is followed already');
    await administrator.submit('/admin/outlets', '/admin/outlets/bao-im/pause');
  });

  test('are changed in all their file says, and a wrong line changes nothing', async () => {
    const page = '/admin/outlets/bao-thu';
    const file = join(folder, 'outlets/bao-thu.yaml');
    const before = readFileSync(file, 'utf8');
    expect((await administrator.get(page)).body).toContain('id: bao-thu');
    const save = (text: string) => administrator.submit(page, `${page}/file`, { text });
    for (const wrong of [
      `${before}until: tomorrow\n`,
      `${before}successor: nobody-knows\n`,
      before.replace('id: bao-thu', 'id: other'),
      'not: [an outlet',
    ]) {
      const refused = await save(wrong);
      expect(refused.statusCode, wrong.slice(-40)).toBe(400);
      expect(readFileSync(file, 'utf8')).toBe(before);
    }
    const kept = await save(before.replace('name: Báo Thử', 'name: Báo Thử Mới'));
    expect(kept.body).toContain('Saved');
    expect((await loadOutlet(database.db, 'bao-thu'))?.name).toBe('Báo Thử Mới');
    expect(await trail()).toBe('outlet changed');
    expect((await administrator.get('/admin/outlets/unknown')).statusCode).toBe(404);
    await save(before);
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

describe('lists of outlets', () => {
  test('go out as OPML and come back in; a page is kept as a pattern', async () => {
    const list = await administrator.get('/admin/outlets/outlets.opml');
    expect(list.headers['content-disposition']).toContain('outlets.opml');
    expect(list.body).toContain(`${site.origin}/tin.rss`);
    const more = list.body.replaceAll(site.origin, 'https://elsewhere.example');
    const path = '/admin/outlets/opml/import';
    const read = await administrator.submit('/admin/outlets', path, { file: more });
    expect(read.body).toContain('1 added; 0 were followed before');
    const again = await administrator.submit('/admin/outlets', path, { file: more });
    expect(again.body).toContain('0 added; 1 was followed before');
    const wrong = await administrator.submit('/admin/outlets', path, { file: 'no list' });
    expect(wrong.statusCode).toBe(400);
    const chosen = { file: { name: 'feeds.opml', bytes: more } };
    const sent = await administrator.upload('/admin/outlets', path, chosen);
    expect(sent.body).toContain('0 added; 1 was followed before');
    const address = `${site.origin}/tin-300000.html`;
    const kept = await administrator.submit('/admin/outlets', '/admin/outlets/freeze', { address });
    expect(kept.body).toContain('A page of bao-thu is kept');
    const looked = await administrator.submit('/admin/outlets', '/admin/outlets/page', { address });
    expect(looked.body).toContain('Tỉnh khởi công cầu thứ 2 qua sông');
    expect(looked.body).toMatch(/several places agree|one place says so|declared for machines/);
    const none = await administrator.submit('/admin/outlets', '/admin/outlets/page', {
      address: 'bao-thu',
    });
    expect(none.statusCode).toBe(400);
    expect(readdirSync(join(folder, 'outlets/bao-thu')).length).toBeGreaterThan(0);
  });
});

/** A page as it is once it says something. */
async function pageWith(path: string, words: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const { body } = await administrator.get(path);
      expect(body).toContain(words);
      return body;
    },
    { timeout: 60_000, interval: 50 },
  );
}

describe('saved pages', () => {
  const page = '/admin/replay';
  const action = `${page}/import`;
  const ended = 'The last one ended';
  const html =
    '<html lang="vi"><head><title>Tỉnh khánh thành trường học</title></head><body><article><h1>Tỉnh khánh thành trường học</h1><p>Sáng 2/3, ông Lê An dự lễ khánh thành trường học mới ở xã Hòa Bình và trao quà cho học sinh.</p></article></body></html>';

  test('are stored from a file that somebody sends, and what cannot be read is told', async () => {
    const nothing = await administrator.submit(page, action, { address: '' });
    expect(nothing.body).toContain('Choose a file first');
    const file = { name: '../../etc/bài viết.html', bytes: html };
    await administrator.upload(page, action, { file });
    expect(await pageWith(page, ended)).toContain('bài_viết.html does not say which page it is');
    const fields = { address: 'https://truyen-hinh.example/tin-1.html' };
    const sent = await administrator.upload(page, action, { file, fields });
    expect(sent.body).toMatch(/It has begun/);
    expect(await pageWith(page, '1 article')).toContain('0 unreadable');
    expect(await trail()).toBe('pages replayed');
  });

  test('a listing needs its outlet, and is stored for it', async () => {
    const bytes = '06:00 Thời sự\n07:00 Phim truyện\n';
    const file = { name: 'lich.txt', bytes };
    const refused = await administrator.upload(page, action, { file });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('lich.txt is a listing or subtitles');
    const fields = { outlet: 'bao-thu', day: '2026-03-02' };
    await administrator.upload(page, action, { file, fields });
    expect(await pageWith(page, '2 programmes')).not.toContain('unreadable');
  });
});

describe('a backup', () => {
  const page = '/admin/backup';

  test('is made beside the work, and downloaded by whoever knows the password', async () => {
    expect((await administrator.get(page)).body).toContain('There is no backup yet');
    const early = await administrator.submit(page, `${page}/download`, { password });
    expect(early.body).toContain('there is none yet');
    const begun = await administrator.submit(page, `${page}/make`);
    expect(begun.body).toContain('It has begun');
    expect(await trail()).toBe('backup begun');
    const complete = await pageWith(page, 'It is complete.');
    expect(complete).toMatch(/Backup of .* rows of the database/);
    // What the lines of the page leave in a clone holds passwords, if hashed.
    const left = [...complete.matchAll(/(?:-xf |\.\/)([a-z-]+(?:\.tar)?)/g)].map(
      ([, name]) => name,
    );
    expect(new Set(left).size).toBe(3);
    const ignored = readFileSync(join(import.meta.dirname, '../../../.gitignore'), 'utf8');
    for (const name of left) expect(ignored).toMatch(new RegExp(`^/${name}/?$`, 'm'));
    const wrong = await administrator.submit(page, `${page}/download`, { password: 'a guess' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toContain('This is not your password');
    const answer = await administrator.submit(page, `${page}/download`, { password });
    expect(answer.headers['content-disposition']).toContain('column-inches-backup.tar');
    expect(await trail()).toBe('backup downloaded');
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, 'backup.tar'), answer.rawPayload);
    await promisify(execFile)('tar', ['-xf', 'backup.tar'], { cwd: elsewhere });
    const unpacked = join(elsewhere, 'column-inches-backup');
    const names = (of: string) => readdirSync(of, { recursive: true }).map(String).toSorted();
    const made = names(join(folder, 'backup')).filter((name) => name !== 'outlets');
    expect(names(unpacked).filter((name) => name !== 'outlets')).toEqual(made);
    const manifest = 'backup.json';
    expect(readFileSync(join(unpacked, manifest))).toEqual(
      readFileSync(join(folder, 'backup', manifest)),
    );
  });

  test('never changes under a download', async () => {
    const station = await open();
    const { context } = testContext({ openStation: open, config: { dataFolder: folder } });
    const nothing = { run: async () => '', note: async () => {} };
    const desk = backupDesk({ context, station, ...nothing });
    const by = { accountId: 'a', name: 'a', why: '' };
    const asked = async () => (await desk.backupFile(by))?.[Symbol.asyncIterator]();
    const isOver = () =>
      vi.waitFor(async () => expect((await desk.backupState()).runningSince).toBeNull(), 20_000);
    const late = await asked();
    expect(await desk.startBackup(by)).toBe(true);
    await expect(late?.next()).rejects.toMatchObject({ code: 'backup/being-made' });
    expect(await asked()).toBeUndefined();
    await isOver();
    // Asked for and never read: nothing waits for it.
    await asked();
    const read = await asked();
    const first = read?.next();
    expect(await desk.startBackup(by)).toBe(false);
    expect((await first)?.done).toBe(false);
    expect(await desk.startBackup(by)).toBe(false);
    await read?.return?.();
    expect(await desk.startBackup(by)).toBe(true);
    await isOver();
    await station.close();
  });

  test('tells how it is put back, in lines as they are typed here', async () => {
    const { body } = await administrator.get(page);
    expect(body).toContain('tar -xf column-inches-backup.tar');
    expect(body).toContain('column-inches restore ./column-inches-backup');
  });
});

test('the machine is looked over, and each command names its page', async () => {
  const { body } = await administrator.get('/admin/checkup?lang=vi');
  administrator.cookies.delete('lang');
  expect(body).toContain('Node.js');
  expect(body).toContain('cơ sở dữ liệu trả lời tốt');
  expect(body).toMatch(/<code>outlets add<\/code>/);
  expect(body).toContain('href="/admin/outlets?lang=vi"');
});

describe('stored data', () => {
  const page = '/admin/upkeep';

  test('are kept as long as an administrator sets, and cleared when that is confirmed', async () => {
    await database.db
      .insertInto('blobs')
      .values([{ hash: 'old', size_bytes: 2_500 }])
      .execute();
    await sql`insert into site_looks (id, url, final_url, started_at, day, duration_ms, outcome,
        headers, blob_hash)
      values ('old', 'https://x.example/', 'https://x.example/', now() - interval '40 days',
        '2026-01-01', 1, 'ok', '{}', 'old')`.execute(database.db);
    const short = await administrator.submit(page, `${page}/retention`, {
      pages: '3',
      pictures: '',
    });
    expect(short.statusCode).toBe(400);
    expect((await administrator.get(page)).body).toContain('0 files are too old');
    const set = { pages: '30', pictures: '' };
    await administrator.submit(page, `${page}/retention`, set);
    expect((await administrator.get(page)).body).toContain('1 file is too old, 2.5\u00a0kB');
    const unsure = await administrator.submit(page, `${page}/retention/run`);
    expect(unsure.body).toContain('tick the box');
    expect((await administrator.get(page)).body).toContain('1 file is too old');
    const run = await administrator.submit(page, `${page}/retention/run`, { sure: 'on' });
    expect(run.body).toContain('1 given up (2.5\u00a0kB)');
    expect(await trail()).toBe('retention run');
    const after = (await administrator.get(page)).body;
    expect(after).toContain('1 file is given up');
    expect(after).toMatch(/<caption[^>]*>Clearings<\/caption>/);
  });

  test('are computed again in the background, once at a time', async () => {
    const begun = await administrator.submit(page, `${page}/recompute`, { outlet: '' });
    expect(begun.body).toContain('It has begun');
    expect(await pageWith(page, 'The last one ended')).toContain('could not be read');
  });

  test('a period is kept as an export under its hash', async () => {
    const days = { from: '2026-03-01', to: '2026-03-31' };
    const backwards = { from: days.to, to: days.from };
    const refused = await administrator.submit(page, `${page}/export`, backwards);
    expect(refused.body).toContain('One field is not valid');
    await administrator.submit(page, `${page}/export`, days);
    expect(await trail()).toBe('export kept');
    expect(await pageWith(page, '/data/exports/')).toMatch(/\/data\/exports\/[0-9a-f]{64}/);
  });

  test('go out as WARC, and no file stays behind', async () => {
    const answer = await administrator.submit(page, `${page}/archive`, { outlet: '', from: '' });
    expect(answer.headers['content-type']).toBe('application/gzip');
    expect(gunzipSync(answer.rawPayload).toString('latin1')).toContain('WARC/1.');
    expect(await trail()).toBe('archive exported');
    const wrong = { outlet: '', from: 'yesterday' };
    const refused = await administrator.submit(page, `${page}/archive`, wrong);
    expect(refused.body).toContain('One field is not valid');
  });
});

test('a plan is sealed, and what was done otherwise is noted beside it', async () => {
  const plan = { title: 'Quý I', from: '2031-01-01', to: '2031-03-31' };
  const sealed = await administrator.submit('/admin/plans', '/admin/plans/seal', plan);
  const hash = /Sealed: ([0-9a-f]{64})/.exec(sealed.body)?.[1] ?? '';
  expect(hash).toHaveLength(64);
  const note = { hash, what: 'Thêm một cơ quan' };
  const noted = await administrator.submit('/admin/plans', '/admin/plans/note', note);
  expect(noted.body).toContain('1 deviation');
  const backwards = { ...plan, to: '2030-01-01' };
  const refused = await administrator.submit('/admin/plans', '/admin/plans/seal', backwards);
  expect(refused.body).toContain('One field is not valid');
});

test('the letter is read before anybody gets it; what is no notice changes nothing', async () => {
  const page = '/admin/subscribers';
  const preview = await administrator.submit(page, `${page}/preview`, { week: '', language: 'vi' });
  expect(preview.body).toMatch(/<pre class="letter-text">[^<]{40}/);
  // No mail server is set here, and the page says so instead of offering it.
  expect(preview.body).not.toContain(`${page}/send`);
  const sent = await administrator.submit(page, `${page}/send`, { week: '' });
  expect(sent.statusCode).toBe(400);
  const notice = { file: 'Subject: hello\n\nno notice' };
  const read = await administrator.submit(page, `${page}/bounce/import`, notice);
  expect(read.body).toContain('This is not a notice');
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
    const found = await administrator.get('/admin/register?find=do+thi');
    expect(found.body).toContain('/register/history/do-thi-thu');
    const others = await administrator.get('/admin/register?find=nobody+of+this+name');
    expect(others.body).not.toContain('/register/history/do-thi-thu');

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

  test('tells what is doubtful in it, and refuses what is no number of a post', async () => {
    const page = await administrator.get('/admin/register');
    expect(page.body).toMatch(/things? to look at in the register|Nothing in the register/);
    const path = '/admin/register/query';
    const asked = await administrator.submit('/admin/register', path, { posts: 'mayor' });
    expect(asked.statusCode).toBe(400);
    expect(asked.body).toContain('Q1234567');
  });

  test('goes out as CSV and comes back in', async () => {
    const csv = await administrator.get('/admin/register/register.csv');
    expect(csv.body).toContain('Đỗ Thị Thử');
    for (const name of ['register.json', 'register.ftm.json', 'register.wikidata.txt']) {
      const other = await administrator.get(`/admin/register/${name}`);
      expect(other.headers['content-disposition'], name).toContain(name);
    }
    expect((await administrator.get('/admin/register/passwords.csv')).statusCode).toBe(404);
    const doubted = csv.body.replace('quyet-dinh-1,yes', 'quyet-dinh-1,no');
    const file = { file: doubted, why: 'the decision is not the one' };
    const read = await administrator.submit('/admin/register', '/admin/register/import', file);
    expect(read.body).toMatch(/\d+ terms were imported/);
    // A source alone says nothing where nobody has checked it.
    const page = await administrator.get('/admin/register');
    expect(page.body).toMatch(/quyet-dinh-1 <span class="unchecked">unchecked/);
    const wrong = { file: 'no,register\n1,2', why: 'x' };
    const refused = await administrator.submit('/admin/register', '/admin/register/import', wrong);
    expect(refused.statusCode).toBe(400);
  });

  test('gives up again what a file lists, told in its history', async () => {
    const csv = (await administrator.get('/admin/register/register.csv')).body;
    const [head = '', ...rows] = csv.trim().split(/\r?\n/);
    const own = rows.filter((row) => row.startsWith('Đỗ Thị Thử'));
    expect(own.length).toBeGreaterThan(0);
    const file = { file: [head, ...own].join('\n'), why: 'imported by mistake' };
    const path = '/admin/register/removal/import';
    const done = await administrator.submit('/admin/register', path, file);
    expect(done.body).toMatch(/\d+ terms? (was|were) taken out, with 1 person who had no other/);
    const after = (await administrator.get('/admin/register/register.csv')).body;
    expect(after).not.toContain('Đỗ Thị Thử');
    expect(after.trim().split('\n')).toHaveLength(1 + rows.length - own.length);
    expect((await administrator.get('/register/history')).body).toContain('imported by mistake');
    expect((await administrator.get('/admin/trail')).body).toContain('took a file out of the reg');
    // Twice is once too often, and said.
    const again = await administrator.submit('/admin/register', path, file);
    expect([again.statusCode, again.body]).toEqual([400, expect.stringContaining('none of its')]);
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
