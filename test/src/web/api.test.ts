import { afterAll, describe, expect, test } from 'vitest';
import { ColumnInchesError } from '../../../src/domain/index.ts';
import { routes } from '../../../src/web/index.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { numbersWith, page, serverFor } from './server-for-tests.ts';

const app = serverFor();
afterAll(() => app.close());

const period = { from: '2026-03-02', to: '2026-03-15' };
const query = { period, outlets: null, demo: true };

describe('the API gives the figures of the pages, and says that they are fiction', () => {
  test('figures', async () => {
    const answer = await app.inject({ url: '/api/figures' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      demo: true,
      data: await sampleNumbers.figures(query),
      unchecked: ['ho-minh-triet'],
      unread: [],
    });
  });

  test('says whom items have not been read for since the register changed', async () => {
    const extent = async () => ({
      ...(await sampleNumbers.extent()),
      olderThanRegister: { since: '2026-03-19T00:00:00Z', persons: ['dang-ngoc-uyen', 'none'] },
    });
    const behind = serverFor({ ...sampleNumbers, extent });
    const about = async (url: string) => (await behind.inject({ url })).json().unread;
    expect(await about('/api/figures')).toEqual(['dang-ngoc-uyen']);
    expect(await about('/api/persons/dang-ngoc-uyen')).toEqual(['dang-ngoc-uyen']);
    expect(await about('/api/persons/ho-minh-triet')).toEqual([]);
    await behind.close();
  });

  test('says of every answer whose terms nobody has checked, of those it names', async () => {
    const about = async (url: string) => (await app.inject({ url })).json().unchecked;
    expect(await about('/api/persons/ho-minh-triet')).toEqual(['ho-minh-triet']);
    expect(await about('/api/persons/dang-ngoc-uyen')).toEqual([]);
  });

  test('figures of chosen days and outlets, as in the address of the page', async () => {
    const search = '?from=2026-03-05&to=2026-03-09&outlet=dai-lam-giang&outlet=bao-lam-giang';
    const { data } = (await app.inject({ url: `/api/figures${search}` })).json();
    expect(data.query).toEqual({
      period: { from: '2026-03-05', to: '2026-03-09' },
      outlets: ['dai-lam-giang', 'bao-lam-giang'],
      demo: true,
    });
    const { document } = await page(app, `/${search}&lang=en`);
    expect(document.querySelector('.lead')?.textContent).toContain(`${data.itemsCaptured} items`);
  });

  test('person, outlet, item', async () => {
    const json = async (url: string) => (await app.inject({ url })).json().data;
    const person = 'tran-quoc-dung';
    expect(await json(`/api/persons/${person}`)).toEqual(await sampleNumbers.person(person, query));
    expect(await json('/api/outlets/dai-lam-giang?outlet=bao-lam-giang')).toEqual(
      await sampleNumbers.outlet('dai-lam-giang', query),
    );
    const item = 'bao-lam-giang-03-12-13';
    expect(await json(`/api/items/${item}`)).toEqual(await sampleNumbers.item(item));
  });

  test('a cursor leads through all items of a person', async () => {
    let cursor: string | null = null;
    let items = 0;
    do {
      const search: string = cursor === null ? '' : `?cursor=${cursor}`;
      const { data } = (await app.inject({ url: `/api/persons/pham-duc-long${search}` })).json();
      items += data.items.length;
      cursor = data.cursor;
    } while (cursor !== null);
    expect(items).toBe(28);
  });
});

describe('refusals have one shape', () => {
  test.each([
    ['/api/persons/nobody', 404, 'web/not-found'],
    ['/api/items/none', 404, 'web/not-found'],
    ['/api/outlets/none', 404, 'web/not-found'],
    ['/api/items/', 404, 'web/not-found'],
    ['/api/items/%ff', 404, 'web/not-found'],
    ['/api/nothing', 404, 'web/not-found'],
    ['/api/figures?outlet=nowhere', 404, 'web/unknown-outlet'],
    ['/api/figures?from=2026-02-31', 400, 'web/bad-query'],
    ['/api/figures?from=2026-03-09&to=2026-03-02', 400, 'web/bad-query'],
  ])('%s → %i', async (url, status, code) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error: { code, message: expect.stringMatching(/\S/) } });
  });

  test('a cursor that is not ours is a bad request, to programs and on a page', async () => {
    const items = async () => {
      throw new ColumnInchesError({
        code: 'numbers/bad-cursor',
        verdict: 'skip-item',
        message: 'This page address has a cursor that is not ours.',
      });
    };
    const person = items;
    const strict = serverFor(numbersWith({ items, person }));
    const answer = await strict.inject({ url: '/api/persons/pham-duc-long?cursor=abc' });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'numbers/bad-cursor']);
    const { response, document } = await page(strict, '/items?cursor=abc&lang=en');
    expect(response.statusCode).toBe(400);
    expect(document.querySelector('h1')?.textContent).toBe('The list cannot go on from here');
    await strict.close();
  });

  test('a failure gives its code and no detail of the machine', async () => {
    const failing = serverFor(
      numbersWith({
        figures: async () => {
          throw new ColumnInchesError({
            code: 'db/unreachable',
            verdict: 'retry',
            message: '/secret/path does not answer',
          });
        },
      }),
    );
    const answer = await failing.inject({ url: '/api/figures' });
    expect(answer.statusCode).toBe(500);
    expect(answer.json().error.code).toBe('db/unreachable');
    expect(answer.body).not.toContain('/secret');
    await failing.close();
  });

  test('a figure that is no figure is refused rather than published', async () => {
    const broken = serverFor(
      numbersWith({
        figures: async (asked) => ({
          ...(await sampleNumbers.figures(asked)),
          itemsCaptured: Number.NaN,
        }),
      }),
    );
    expect((await broken.inject({ url: '/api/figures' })).statusCode).toBe(500);
    await broken.close();
  });
});

describe('for programs', () => {
  test('an answer already known is not sent again, compressed or not', async () => {
    const first = await app.inject({ url: '/api/figures', headers: { 'accept-encoding': 'br' } });
    expect(first.headers['content-encoding']).toBe('br');
    const headers = { 'if-none-match': String(first.headers.etag) };
    const again = await app.inject({ url: '/api/figures', headers });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  test('OpenAPI describes every route of the API', async () => {
    const description = (await app.inject({ url: '/api/openapi.json' })).json();
    expect(description.openapi).toMatch(/^3\./);
    const described = Object.keys(description.paths).map((path) => path.replace('{id}', ':id'));
    const listed = routes
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/api/') && path !== '/api/openapi.json');
    expect(described.toSorted()).toEqual(listed.toSorted());
    for (const path of Object.values<Record<string, { summary: string }>>(description.paths)) {
      expect(path['get']?.summary).toMatch(/^[A-Z].+\.$/);
    }
  });
});
