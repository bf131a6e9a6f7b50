import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { reviewRoutes } from '../../../../src/web/index.ts';
import { safeNext } from '../../../../src/web/gate.ts';
import { type TestDatabase, testDatabase } from '../../../database.ts';
import { storeManyItems } from '../../../db/review-world.ts';
import { type House, member, openHouse, password, Visitor } from './house.ts';

let database: TestDatabase;
let house: House;
const people: Partial<Record<'coder' | 'adjudicator' | 'administrator', Visitor>> = {};

beforeAll(async () => {
  database = await testDatabase();
  await storeManyItems(database.db, { outletId: 'paper', count: 60 });
  house = await openHouse(database);
  people.administrator = await member(house, 'administrator');
  people.adjudicator = await member(house, 'adjudicator');
  people.coder = await member(house, 'coder');
});

const ranks = { anyone: 0, 'signed-in': 1, adjudicator: 2, administrator: 3 };
const roleRanks = { coder: 1, adjudicator: 2, administrator: 3 };
const someone = 'aaaaaaaaaaaaaaaa';
const filled = (path: string) => path.replace(':id', someone).replace(':token', someone);

/** Every table whose rows a request from outside might change. */
async function contents(): Promise<string> {
  const { rows } = await sql<{ all: string }>`select concat(
    (select json_agg(u order by id) from auth_users u),
    (select json_agg(s order by id) from auth_sessions s),
    (select json_agg(i order by token_hash) from invitations i),
    (select json_agg(t order by id) from review_tasks t),
    (select json_agg(c order by task_id) from review_codings c),
    (select json_agg(o order by id) from outlets o),
    (select json_agg(t order by id) from terms t),
    (select json_agg(c order by id) from challenges c),
    (select json_agg(t order by id) from takedowns t),
    (select json_agg(s order by id) from subscribers s),
    (select count(*) from audit_trail)) as all`.execute(database.db);
  return rows[0]?.all ?? '';
}

/** A form with a file, as browsers send it. */
function multipart(headers: Record<string, string>, token: string, kind = '') {
  const payload =
    `--x\r\ncontent-disposition: form-data; name="form"${kind}\r\n\r\n${token}\r\n` +
    '--x\r\ncontent-disposition: form-data; name="upload"; filename="a.csv"\r\n\r\na,b\r\n--x--\r\n';
  return { headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' }, payload };
}

describe('every route of the table', () => {
  const guarded = reviewRoutes.filter(({ access }) => access !== 'anyone');

  test('is served', () => {
    for (const { method, path } of reviewRoutes) {
      expect(house.app.hasRoute({ method, url: path }), `${method} ${path}`).toBe(true);
    }
  });

  test('every address of a file of routes behind the gate stands in the table', () => {
    const folder = join(import.meta.dirname, '../../../../src/web');
    const plugin = readFileSync(join(folder, 'review-plugin.ts'), 'utf8');
    const files = [...plugin.matchAll(/from '\.\/([\w-]+-routes\.tsx)'/g)].map(
      ([, name]) => name ?? '',
    );
    const written = files.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [...text.matchAll(/app\.(get|post)\(\s*['`]([^'`]+)['`]/g)].flatMap(
        ([, method = '', path = '']) =>
          (path.includes('${name}') ? ['pause', 'resume'] : ['']).map(
            (word) => `${method.toUpperCase()} ${path.replace('${name}', word)}`,
          ),
      );
    });
    expect(files.length).toBeGreaterThan(5);
    expect(written.toSorted()).toEqual(
      reviewRoutes.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
  });

  test.each(guarded)('$method $path is closed to strangers', async ({ method, path }) => {
    const before = await contents();
    const stranger = new Visitor(house.app);
    const fields = method === 'POST' ? { role: 'administrator', password: 'x' } : undefined;
    const answer = await stranger.send(method, filled(path), fields);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toMatch(/^\/sign-in/);
    expect(await contents()).toBe(before);
  });

  const escalations = guarded.flatMap((route) =>
    (['coder', 'adjudicator'] as const)
      .filter((role) => roleRanks[role] < ranks[route.access])
      .map((role) => ({ ...route, role })),
  );
  test.each(escalations)('$method $path is not there for a $role', async (given) => {
    const { method, path, role } = given;
    const visitor = people[role] as Visitor;
    const form = await visitor.token('/account');
    const before = await contents();
    const fields = method === 'POST' ? { form, role: 'administrator' } : undefined;
    const answer = await visitor.send(method, filled(path), fields);
    expect(answer.statusCode).toBe(404);
    expect(await contents()).toBe(before);
  });

  const posts = reviewRoutes.filter(({ method }) => method === 'POST');
  test.each(posts)('POST $path takes no form of another site', async ({ path }) => {
    const before = await contents();
    const visitor = people.administrator as Visitor;
    const form = await visitor.token('/account');
    const otherForm = await (people.coder as Visitor).token('/account');
    const payload = (token: string) =>
      new URLSearchParams({ form: token, role: 'coder' }).toString();
    const headers = {
      host: '127.0.0.1:8080',
      cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    };
    const url = filled(path);
    const tries = [
      { headers, payload: '' },
      { headers, payload: payload('') },
      { headers, payload: payload(otherForm) },
      { headers: { ...headers, 'sec-fetch-site': 'cross-site' }, payload: payload(form) },
      { headers: { ...headers, origin: 'https://evil.example' }, payload: payload(form) },
      { headers: { ...headers, 'content-type': 'text/plain' }, payload: payload(form) },
      {
        headers: { ...headers, 'content-type': 'application/json' },
        payload: `{"form":"${form}"}`,
      },
      multipart(headers, otherForm),
      // A field that is sent as a file is no token.
      multipart(headers, form, '; filename="form"'),
      { headers: { ...headers, 'content-type': 'multipart/form-data' }, payload: payload(form) },
    ];
    for (const one of tries) {
      const answer = await house.app.inject({ method: 'POST', url, ...one });
      expect([400, 403, 415]).toContain(answer.statusCode);
    }
    expect(await contents()).toBe(before);
  });

  test('answers with no store, so that a shared cache keeps nothing', async () => {
    const { headers } = await (people.coder as Visitor).get('/coding');
    expect(headers['cache-control']).toContain('no-store');
  });

  test('the README names every page', () => {
    const root = join(import.meta.dirname, '../../../..');
    for (const file of ['README.md', 'README.vi.md']) {
      const text = readFileSync(join(root, file), 'utf8');
      const missing = reviewRoutes.filter(
        ({ method, path }) => method === 'GET' && !text.includes(`\`${path}\``),
      );
      expect(missing, file).toEqual([]);
    }
  });
});

describe('one coder’s things', () => {
  test('are nobody else’s: tasks, drafts, sessions', async () => {
    await house.desk.openAudit('test', {
      from: '2026-03-01',
      to: '2026-03-31',
      items: 10,
      seed: 'x',
    });
    const coder = people.coder as Visitor;
    const other = people.adjudicator as Visitor;
    const next = await coder.submit('/coding', '/coding/next', { stream: 'audit' });
    const task = String(next.headers.location);
    expect((await coder.get(task)).statusCode).toBe(200);
    expect((await other.get(task)).statusCode).toBe(404);
    expect((await other.submit('/account', task, { text: 'none' })).statusCode).toBe(404);
    expect((await other.submit('/account', `${task}/draft`)).statusCode).toBe(404);
    const { rows } = await sql<{ id: string; count: number }>`select min(id) as id,
      count(*)::int as count from auth_sessions where "userId" in
      (select id from auth_users where role = 'administrator')`.execute(database.db);
    await other.submit('/account', `/account/sessions/${rows[0]?.id}/end`);
    expect((await (people.administrator as Visitor).get('/admin')).statusCode).toBe(200);
  });

  test('the audit page shows the bare text: nothing of the machine', async () => {
    const coder = people.coder as Visitor;
    const next = await coder.submit('/coding', '/coding/next', { stream: 'audit' });
    const { body } = await coder.get(String(next.headers.location));
    expect(body).toContain('data-coding-text');
    expect(body).not.toMatch(/<mark|mark-|Why this item|confidence|type="checkbox"[^>]*checked/);
  });
});

describe('signing in', () => {
  test('goes on to pages of this site only', () => {
    for (const evil of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/coding/../../evil',
      '/coding?x=//evil',
      'javascript:alert(1)',
      '/codingevil',
      '/coding\n/x',
    ]) {
      expect(safeNext(evil)).toMatch(/^\/coding(\/\.\.\/\.\.\/evil)?$/);
    }
    expect(safeNext('/admin/users')).toBe('/admin/users');
  });

  test('begins a session of its own, whatever session came along', async () => {
    const visitor = new Visitor(house.app, '203.0.113.5');
    const { email = '' } = await member(house, 'coder');
    visitor.cookies.set('column-inches.session_token', 'planted.value');
    const answer = await visitor.submit('/sign-in', '/sign-in', { email, password });
    expect(answer.statusCode).toBe(303);
    expect(visitor.cookies.get('column-inches.session_token')).not.toBe('planted.value');
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
    expect((await visitor.get('/coding')).statusCode).toBe(200);
    await visitor.submit('/account', '/sign-out');
    expect((await visitor.get('/coding')).statusCode).toBe(303);
  });

  test('says the same of an unknown address as of a wrong password, and slows a flood', async () => {
    const { email = '' } = await member(house, 'coder');
    const visitor = new Visitor(house.app, '203.0.113.9');
    const wrong = await visitor.submit('/sign-in', '/sign-in', { email, password: 'no such one' });
    const unknown = await visitor.submit('/sign-in', '/sign-in', {
      email: 'nobody@example.org',
      password: 'no such one',
    });
    const text = (body: string) => /role="status">([^<]*)/.exec(body)?.[1];
    expect(wrong.statusCode).toBe(401);
    expect(text(unknown.body)).toBe(text(wrong.body));
    const statuses: number[] = [];
    for (let round = 0; round < 12; round++) {
      const answer = await visitor.submit('/sign-in', '/sign-in', {
        email,
        password: `no ${round}`,
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses).toContain(429);
    const late = await visitor.submit('/sign-in', '/sign-in', { email, password });
    expect(late.statusCode).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(1);
  });

  test('a revoked session is out at once', async () => {
    const coder = await member(house, 'coder');
    const { rows } = await sql<{ id: string }>`select id from auth_users
      where email = ${coder.email}`.execute(database.db);
    const administrator = people.administrator as Visitor;
    await administrator.submit('/admin/users', `/admin/users/${rows[0]?.id}/sessions`);
    expect((await coder.get('/coding')).statusCode).toBe(303);
    const { body } = await administrator.get('/admin/trail');
    expect(body).toContain('ended sessions');
    // A role is named in the language of the page, as everywhere.
    const vietnamese = await administrator.get('/admin/trail?lang=vi');
    expect(vietnamese.body).toContain('người mã hóa');
    expect(vietnamese.body).not.toContain('role coder');
  });
});
