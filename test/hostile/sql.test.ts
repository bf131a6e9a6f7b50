import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviewRoutes, routes } from '../../src/web/index.ts';
import { openReadersHouse, type ReadersHouse } from '../readers-house.ts';

// Pieces of SQL in every part of an address and in the forms that anybody can send, over a real
// database: none is ever more than the text it is.

const pieces = [
  "'",
  "';drop table items cascade;--",
  "le-an' or '1'='1",
  "le-an') or 1=1--",
  '1;select pg_sleep(5)--',
  "'||(select pg_sleep(5))||'",
  "%' union select null,null,null--",
  '"; delete from outlets; --',
  '$1',
  '\\',
  "\\'; delete from items; --",
  "{1,2}'::text[]",
  "Lê' & !()|<->:*",
  '\u0000',
  "\uFFFD'\u02BC",
];
const keys = 'from to outlet lang sort cursor q person person2 from2 to2 item viewport page week';

let house: ReadersHouse;
beforeAll(async () => {
  house = await openReadersHouse();
}, 120_000);
afterAll(() => house.app.close());

let asked = 0;
/** Each from an address of its own: how often one reader may ask is another matter. */
const nextAddress = () => `10.0.${Math.floor((asked += 1) / 250)}.${asked % 250}`;

async function answerTo(request: {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly payload?: string;
}) {
  const { url, method = 'GET' } = request;
  const cookie = [...house.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const headers = { cookie, ...(method === 'POST' ? form : {}) };
  const begun = performance.now();
  const remoteAddress = nextAddress();
  const { statusCode, body } = await house.app.inject({ ...request, headers, remoteAddress });
  const isSlow = performance.now() - begun > 4_500;
  const isTold = /syntax error at|unterminated quoted|byte sequence|relation "|column "/.test(body);
  return statusCode >= 500 || isSlow || isTold ? [`${method} ${url}: ${statusCode}`] : [];
}

const tables =
  'items item_versions outlets persons posts terms fetches mentions challenges digests';
async function counts(): Promise<readonly number[]> {
  const found: number[] = [];
  for (const table of tables.split(' ')) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from ${sql.table(table)}`.execute(house.database.db);
    found.push(rows[0]?.count ?? 0);
  }
  return found;
}

const paths = [...routes, ...reviewRoutes].flatMap(({ method, path }) =>
  (method as string) === 'GET' ? [path as string] : [],
);

describe('SQL in an address', () => {
  test('in each of its parts is a page not found or a bad address, never a fault', async () => {
    const before = await counts();
    const withParts = paths.filter((path) => path.includes(':'));
    expect(withParts.length).toBeGreaterThan(25);
    const wrong: string[] = [];
    for (const path of withParts) {
      for (const piece of pieces) {
        const url = path.replaceAll(/:\w+/g, encodeURIComponent(piece));
        wrong.push(...(await answerTo({ url })));
      }
    }
    expect(wrong).toEqual([]);
    expect(await counts()).toEqual(before);
  }, 240_000);

  test('behind each of its keys likewise', async () => {
    const before = await counts();
    const plain = paths.filter((path) => !path.includes(':'));
    expect(plain.length).toBeGreaterThan(25);
    const wrong: string[] = [];
    for (const path of plain) {
      for (const [at, key] of keys.split(' ').entries()) {
        // Every piece comes by each key on some page, and by each page under some key; NUL by all.
        for (const piece of pieces.filter(
          (piece, index) => piece === '\u0000' || (index + at) % 8 === 0,
        )) {
          const url = `${path}?${key}=${encodeURIComponent(piece)}`;
          wrong.push(...(await answerTo({ url })));
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await counts()).toEqual(before);
  }, 240_000);

  test('finds nothing that its words do not', async () => {
    const found = async (q: string) => {
      const url = `/api/search?q=${encodeURIComponent(q)}`;
      const { body } = await house.app.inject({ url, remoteAddress: nextAddress() });
      return body;
    };
    expect(await found('Lê An')).toContain('"itemId"');
    expect(await found("khongcogi' or '1'='1")).not.toContain('"itemId"');
  });
});

test('SQL in what a reader writes is kept as the words it is', async () => {
  const [items, , outlets] = await counts();
  for (const piece of pieces) {
    const words = encodeURIComponent(piece);
    const url = '/challenge';
    const payload = `claim=other&person=le-an&address=${words}&reason=${words}+the+figure+is+wrong`;
    expect(await answerTo({ method: 'POST', url, payload })).toEqual([]);
    const others: Readonly<Record<string, string>> = {
      '/challenge': `claim=other&item=${words}&person=${words}&reason=a+reason+long+enough`,
      '/takedown': `item=${words}&reason=a+reason+long+enough+${words}`,
      '/digest': `address=${words}&language=vi`,
      '/sign-in': `email=${words}&password=${words}`,
      '/operations/operator': `token=${words}`,
      '/operations/run': `kind=${words}&target=${words}`,
      '/admin/outlets/a': `text=${words}`,
    };
    for (const [to, text] of Object.entries(others)) {
      expect(await answerTo({ method: 'POST', url: to, payload: text })).toEqual([]);
    }
  }
  const after = await counts();
  expect([after[0], after[2]]).toEqual([items, outlets]);
  const { rows } = await sql<{ reason: string }>`select reason from challenges
    where reason like '%drop table items%'`.execute(house.database.db);
  expect(rows.length).toBeGreaterThan(0);
});
