import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { ColumnInchesError } from '../../../src/domain/index.ts';
import { routes } from '../../../src/web/index.ts';
import { type LoggedLine, numbersWith, page, serverFor, silentLog } from './server-for-tests.ts';
import { sampleNumbers } from './sample/numbers.ts';

const app = serverFor();
afterAll(() => app.close());

/** Paths of fastify's printed tree, where each level is indented by four characters. */
function answeredPaths(tree: string): string[] {
  const parts: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^(.*)── (\S+)(?: \((.+)\))?$/.exec(line);
    if (!match) return [];
    parts.length = Math.floor((match[1] ?? '').length / 4);
    parts.push(match[2] ?? '');
    return match[3]?.includes('GET') ? [parts.join('')] : [];
  });
}

describe('routes', () => {
  test('the list is what the server answers, no more and no less', async () => {
    await app.ready();
    for (const { method, path } of routes) {
      expect(app.hasRoute({ method, url: path }), path).toBe(true);
    }
    const answered = answeredPaths(app.printRoutes({ commonPrefix: false }));
    const read = routes.filter(({ method }) => method === 'GET');
    expect(answered.toSorted()).toEqual(read.map(({ path }) => path).toSorted());
  });

  test('every path is listed once, with a sentence', () => {
    const asked = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(asked).size).toBe(routes.length);
    for (const { summary } of routes) expect(summary).toMatch(/^[A-Z].+\.$/);
  });
});

describe('headers', () => {
  test('the policy allows this server and nothing else', async () => {
    const { response } = await page(app, '/');
    const policy = String(response.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
    for (const name of ['script-src', 'style-src', 'font-src', 'form-action']) {
      expect(policy).toContain(`${name} 'self'`);
    }
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers['referrer-policy']).toBe('no-referrer');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  test('a page the reader already has is not sent again', async () => {
    const first = await page(app, '/?lang=vi');
    const tag = String(first.response.headers.etag);
    const again = await page(app, '/?lang=vi', { 'if-none-match': `"other", ${tag}` });
    expect(again.response.statusCode).toBe(304);
    expect(again.response.body).toBe('');
    const other = await page(app, '/?lang=en', { 'if-none-match': tag });
    expect(other.response.statusCode).toBe(200);
  });

  test('assets may be kept for ever, under a name that holds their hash', async () => {
    const { document } = await page(app, '/');
    const addresses = [...document.querySelectorAll('[src], link[href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    for (const url of addresses) {
      const { statusCode, headers } = await app.inject({ url });
      expect(statusCode, url).toBe(200);
      expect(headers['cache-control']).toContain('immutable');
    }
    const css = addresses.find((address) => address.endsWith('style.css')) ?? '';
    const sheet = (await app.inject({ url: css })).body;
    for (const [, file] of sheet.matchAll(/url\('([^']+)'\)/g)) {
      expect((await app.inject({ url: css.replace('style.css', file ?? '') })).statusCode).toBe(
        200,
      );
    }
    expect(sheet).not.toMatch(/@import|url\(['"]?(https?:|\/\/)/);
    expect(
      (await app.inject({ url: css.replace(/\/[0-9a-f]{12}\//, '/000000000000/') })).statusCode,
    ).toBe(404);
  });

  test('answers are compressed as the browser allows, and the overview stays small', async () => {
    const response = await app.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br' } });
    expect(response.headers['content-encoding']).toBe('br');
    expect(response.rawPayload.length).toBeLessThan(30_000);
    const plain = await app.inject({ url: '/' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    const css = /href="([^"]+\.css)"/.exec(plain.body)?.[1] ?? '';
    const sheet = await app.inject({ url: css });
    for (const [encoding, unpack] of Object.entries({ br: brotliDecompressSync, gzip: gunzipSync }))
      for (const _ of ['first', 'again']) {
        const answer = await app.inject({ url: css, headers: { 'accept-encoding': encoding } });
        expect(answer.headers['content-encoding']).toBe(encoding);
        expect(unpack(answer.rawPayload).toString()).toBe(sheet.body);
      }
  });
});

describe('language', () => {
  const languageOf = async (url: string, headers: Record<string, string>) =>
    (await page(app, url, headers)).document.documentElement.getAttribute('lang');

  test('the address wins over the cookie, the cookie over the browser, the default comes last', async () => {
    const browser = { 'accept-language': 'fr, en;q=0.8, vi;q=0.2' };
    expect(await languageOf('/', {})).toBe('vi');
    expect(await languageOf('/', browser)).toBe('en');
    expect(await languageOf('/', { ...browser, cookie: 'a=b; lang=vi' })).toBe('vi');
    expect(await languageOf('/?lang=en', { cookie: 'lang=vi' })).toBe('en');
    expect(await languageOf('/?lang=xx', { cookie: 'lang=zz' })).toBe('vi');
  });

  test('the choice is remembered', async () => {
    const { response } = await page(app, '/?lang=en');
    expect(response.headers['set-cookie']).toMatch(/^lang=en; .*SameSite=Lax/);
    expect((await page(app, '/')).response.headers['set-cookie']).toBeUndefined();
  });

  test('the switch keeps the address', async () => {
    const { document } = await page(
      app,
      '/persons/tran-quoc-dung?from=2026-03-03&to=2026-03-09&outlet=dai-lam-giang',
    );
    const english = document.querySelector('.languages a[lang=en]')?.getAttribute('href');
    expect(english).toBe(
      '/persons/tran-quoc-dung?from=2026-03-03&to=2026-03-09&outlet=dai-lam-giang&lang=en',
    );
  });
});

describe('states', () => {
  test.each(['/persons/nobody', '/outlets/nothing', '/items/none', '/nowhere', '/assets/../x'])(
    '%s is not found, on a page with a way on',
    async (url) => {
      const { response, document } = await page(app, url);
      expect(response.statusCode).toBe(404);
      expect(document.querySelector('main a')?.getAttribute('href')).toBe('/');
    },
  );

  test.each(['/?from=2026-02-31', '/?from=2026-03-09&to=2026-03-02', '/?to=tomorrow'])(
    '%s is refused with the mend',
    async (url) => {
      const { response, document } = await page(app, url);
      expect(response.statusCode).toBe(400);
      expect(document.querySelector('main')?.textContent).toContain('2026-11-22');
    },
  );

  test('emptied form fields mean the default period', async () => {
    const { response, document } = await page(app, '/?from=&to=&outlet=');
    expect(response.statusCode).toBe(200);
    expect(document.querySelector('input[name=from]')?.getAttribute('value')).toBe('2026-03-02');
  });

  test('without any data the page says the next step', async () => {
    const empty = serverFor(
      numbersWith({
        extent: async () => ({ demo: false, period: null, outlets: 0, unchecked: [] }),
      }),
    );
    const { response, document } = await page(empty, '/');
    expect(response.statusCode).toBe(200);
    expect(document.querySelector('main')?.textContent).toContain('outlets add');
    expect(document.querySelector('.demo-band')).toBeNull();
    await empty.close();
  });

  test('while the first crawl is awaited the page says so, and asks for nothing', async () => {
    const awaited = serverFor(
      numbersWith({
        extent: async () => ({ demo: false, period: null, outlets: 1, unchecked: [] }),
      }),
    );
    const { document } = await page(awaited, '/?lang=en');
    const text = document.querySelector('main')?.textContent ?? '';
    expect(text).toContain('1 outlet is followed. The first crawl begins by itself');
    expect(text).not.toContain('outlets add');
    await awaited.close();
  });

  test('missing days are counted before the first figure, and stale data say their age', async () => {
    const stale = serverFor(
      numbersWith({ extent: async () => ({ ...(await sampleNumbers.extent()), demo: false }) }),
    );
    const notes = (await page(stale, '/?lang=en')).document.querySelectorAll('.note');
    expect([...notes].map((note) => note.textContent).join(' ')).toMatch(
      /end on 15.Mar.2026; nothing new has come for 5 days.*3 of 42 outlet days/,
    );
    await stale.close();
  });

  test.each([
    ['vi', /Danh bạ đã đổi từ 14\/03\/2026, 09:00.*0 tin nghĩa là chưa biết/],
    ['en', /The register changed on 14.Mar.2026, 09:00.*no items is unknown/],
  ])('figures older than the register say so, above every figure (%s)', async (lang, said) => {
    const added = { personId: 'nguoi-moi', name: 'Người Mới', posts: [] };
    const olderThanRegister = { since: '2026-03-14T02:00:00Z', persons: [added.personId] };
    const older = serverFor(
      numbersWith({
        extent: async () => ({ ...(await sampleNumbers.extent()), olderThanRegister }),
        figures: async (query) => {
          const figures = await sampleNumbers.figures(query);
          const [one] = figures.persons;
          if (!one) throw new TypeError('no person');
          const none = { ...one, ...added, items: 0, shareOfCoverage: 0, mentions: 0, words: 0 };
          return { ...figures, persons: [...figures.persons, none] };
        },
      }),
    );
    const { document } = await page(older, `/?lang=${lang}`);
    expect(document.querySelector('.note')?.textContent).toMatch(said);
    expect(document.querySelector('.note a')?.getAttribute('href')).toContain('/register/history');
    const rows = [...document.querySelectorAll('#persons tbody tr')];
    const row = rows.find((one) => one.textContent?.includes('Người Mới'));
    const cells = [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
    const unknown = lang === 'vi' ? 'chưa biết' : 'unknown';
    expect(new Set(cells)).toEqual(new Set([unknown]));
    await older.close();
  });

  test('the page of somebody whom items have not been read for has no zeros', async () => {
    const personId = 'dang-ngoc-uyen';
    const behind = serverFor(
      numbersWith({
        extent: async () => ({
          ...(await sampleNumbers.extent()),
          olderThanRegister: { since: '2026-03-14T02:00:00Z', persons: [personId] },
        }),
        person: async (...asked) => {
          const found = await sampleNumbers.person(...asked);
          return found && { ...found, figures: { ...found.figures, items: 0, mentions: 0 } };
        },
      }),
    );
    const figuresOf = async (of: string) => {
      const { document } = await page(behind, `/persons/${of}?lang=vi`);
      return [...document.querySelectorAll('.key-figures .key-value')].map((v) => v.textContent);
    };
    expect(new Set(await figuresOf(personId))).toEqual(new Set(['chưa biết']));
    expect(await figuresOf('ho-minh-triet')).not.toContain('chưa biết');
    await behind.close();
  });

  test.each([
    ['vi', /^Ngày 15\/03\/2026 chưa hết: số liệu của ngày này còn tăng/],
    ['en', /^15.Mar.2026 is not over: its figures still grow/],
  ])(
    'a day that is not over is named while it is shown, and only then (%s)',
    async (lang, said) => {
      const real = numbersWith({
        extent: async () => ({ ...(await sampleNumbers.extent()), demo: false }),
      });
      // Late on the last day with data, where the outlets are; by UTC it is still the 14th.
      const during = serverFor(real, { clock: { now: () => new Date('2026-03-14T18:00:00Z') } });
      const noteAt = async (address: string) =>
        (await page(during, address)).document.querySelector('.note')?.textContent ?? '';
      for (const path of ['/', '/gaps', '/compare', '/method', '/embed/share-of-coverage'])
        expect(await noteAt(`${path}?lang=${lang}`), path).toMatch(said);
      expect(await noteAt(`/?lang=${lang}&to=2026-03-14`)).not.toMatch(said);
      await during.close();
    },
  );

  test('a challenge of the search page does not keep what the reader searched for', async () => {
    const app = serverFor(sampleNumbers);
    const { document } = await page(app, '/search?q=secret-words&lang=en');
    const links = [...document.querySelectorAll('a[href^="/challenge?"]')];
    const places = links.map((link) => link.getAttribute('href') ?? '');
    expect(places.some((place) => place.includes(encodeURIComponent('/search')))).toBe(true);
    for (const place of places) expect(place).not.toContain('secret-words');
    await app.close();
  });

  test('failed figures: no number, the code for the operator, the cause in the log', async () => {
    const lines: LoggedLine[] = [];
    const failing = serverFor(
      numbersWith({
        figures: async () => {
          throw new ColumnInchesError({
            code: 'db/unreachable',
            verdict: 'retry',
            message: 'The database at /secret/path does not answer.',
          });
        },
      }),
      { log: silentLog(lines) },
    );
    const { response, html, document } = await page(failing, '/?lang=en');
    expect(response.statusCode).toBe(500);
    expect(document.querySelector('main code')?.textContent).toBe('db/unreachable');
    expect(html).not.toContain('/secret/path');
    expect(document.querySelector('.demo-band')).not.toBeNull();
    expect(lines.some((line) => line.message.includes('/secret/path'))).toBe(true);
    await failing.close();
  });

  test('a cursor that is not ours is a bad address, not a failure of the figures', async () => {
    const strict = serverFor(
      numbersWith({
        person: async () => {
          throw new ColumnInchesError({
            code: 'numbers/bad-cursor',
            verdict: 'skip-item',
            message: 'not ours',
          });
        },
      }),
    );
    const { response } = await page(strict, '/persons/tran-quoc-dung?cursor=x');
    expect(response.statusCode).toBe(400);
    await strict.close();
  });

  test('who asks too often is told so on a page, and assets do not count', async () => {
    const strict = serverFor(sampleNumbers, { requestsPerMinute: 2 });
    const { document } = await page(strict, '/method?lang=en');
    const css = document.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
    for (let count = 0; count < 3; count += 1) {
      expect((await strict.inject({ url: css })).statusCode).toBe(200);
    }
    expect((await page(strict, '/method')).response.statusCode).toBe(200);
    const third = await page(strict, '/method?lang=en');
    expect(third.response.statusCode).toBe(429);
    expect(third.document.querySelector('h1')?.textContent).toBe('A little too fast');
    await strict.close();
  });

  test('readiness follows the figures, health only the process', async () => {
    const ready = await app.inject({ url: '/readyz' });
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({ status: 'ready', checks: [{ name: 'figures', ok: true }] });
    const alive = await app.inject({ url: '/healthz' });
    expect(alive.json()).toEqual({ status: 'ok', demo: true, outlets: 3 });
    const broken = serverFor({
      ...sampleNumbers,
      extent: async () => {
        throw new TypeError('the database is away');
      },
    });
    const { statusCode, body } = await broken.inject({ url: '/readyz' });
    expect([statusCode, body]).toEqual([503, expect.stringContaining('"ok":false')]);
    expect((await broken.inject({ url: '/healthz' })).statusCode).toBe(200);
    await broken.close();
  });

  test('the log holds the route, never what was looked up', async () => {
    const lines: LoggedLine[] = [];
    const logged = serverFor(sampleNumbers, { log: silentLog(lines) });
    await logged.inject({ url: '/persons/tran-quoc-dung?from=2026-03-03' });
    expect(JSON.stringify(lines)).toContain('/persons/:id');
    expect(JSON.stringify(lines)).not.toMatch(/tran-quoc-dung|2026-03-03/);
    await logged.close();
  });

  test('a log at its most talkative holds nothing of a reader', async () => {
    const lines: LoggedLine[] = [];
    const logged = serverFor(sampleNumbers, { log: silentLog(lines) });
    const headers = {
      'user-agent': 'Reader-Browser/7',
      cookie: 'operator=deadbeef; lang=vi',
      'x-forwarded-for': '198.51.100.7',
      referer: 'https://search.example/?q=secret-question',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const from = { headers, remoteAddress: '203.0.113.9' };
    for (const url of [
      '/search?q=secret-words',
      '/persons/%ff',
      '/nowhere/secret-path',
      '/readyz',
    ]) {
      await logged.inject({ ...from, url });
    }
    const payload = 'reason=secret-reason&address=secret%40reader.example';
    await logged.inject({ ...from, method: 'POST', url: '/challenge', payload });
    const told = JSON.stringify(lines);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(told).not.toMatch(/secret|Reader-Browser|deadbeef|198\.51|203\.0|search\.example/);
    await logged.close();
  });
});
