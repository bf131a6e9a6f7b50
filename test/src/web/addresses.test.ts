import { afterAll, describe, expect, test } from 'vitest';
import { sampleAir } from '../../readers-samples.ts';
import { page, serverFor } from './server-for-tests.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { samplePublication } from './sample/publication.ts';

const app = serverFor();
const known = serverFor(sampleNumbers, { publicUrl: 'https://inches.example.org' });
afterAll(() => Promise.all([app.close(), known.close()]));

describe('an address of nothing', () => {
  test.each(['/items/', '/items/%ff', '/%', '/items/%ff?lang=vi', '/?outlet=nowhere'])(
    '%s is answered by the page that says so',
    async (url) => {
      const { response, document } = await page(app, url);
      expect(response.statusCode).toBe(404);
      expect(response.headers['content-type']).toMatch(/^text\/html/);
      expect(response.headers['content-security-policy']).toContain("default-src 'none'");
      expect(document.querySelector('h1')?.textContent).toBe('Không có trang này');
    },
  );
});

describe('an outlet that nobody follows', async () => {
  const numbers = { ...sampleNumbers, air: sampleAir };
  const whole = serverFor(numbers, { publication: await samplePublication('vi') });
  afterAll(() => whole.close());

  test.each([
    '/',
    '/method',
    '/gaps',
    '/data',
    '/items',
    '/compare',
    '/search?q=tin',
    '/digest',
    '/data/persons.csv',
    '/embed/share-of-coverage',
    '/charts/share-of-coverage.svg',
    '/persons/pham-duc-long',
    '/outlets/dai-lam-giang',
    '/items/bao-lam-giang-03-12-13',
    '/api/figures',
    '/api/persons/pham-duc-long',
    '/api/search?q=tin',
    '/api/air',
    '/api/outlets/dai-lam-giang',
    '/outlets/dai-lam-giang/air',
    '/corrections.atom',
  ])('is refused by %s rather than counted as zero', async (path) => {
    const asked = path.includes('?') ? `${path}&outlet=` : `${path}?outlet=`;
    const both = `${asked}dai-lam-giang&outlet=nowhere`;
    expect((await whole.inject({ url: both })).statusCode).toBe(404);
    expect((await whole.inject({ url: `${asked}nowhere` })).statusCode).toBe(404);
    // The table of a file is not written by this sample.
    if (path.startsWith('/data/')) return;
    expect((await whole.inject({ url: `${asked}dai-lam-giang` })).statusCode).toBe(200);
  });
});

test('someone who is not in the register is said to be, and nobody stands in silently', async () => {
  const noteOf = async (search: string) => {
    const { document } = await page(app, `/compare?lang=en${search}`);
    return document.querySelector('#unknown')?.textContent ?? null;
  };
  const unknown = 'Nobody with this id is in the register of the period shown: nobody.';
  expect(await noteOf('&person=nobody')).toBe(
    `${unknown} The people with the largest shares are shown instead.`,
  );
  expect(await noteOf('&person=nobody&person=pham-duc-long')).toBe(unknown);
  expect(await noteOf('&person=pham-duc-long')).toBeNull();
  expect(await noteOf('')).toBeNull();
});

describe('what cannot be read is named', () => {
  const long = 'a'.repeat(3000);
  test.each([
    [`/search?q=${long}`, 'The words to search for are too long', '200 characters'],
    [`/items?cursor=${long}`, 'This request cannot be read', 'too long'],
    [`/items?mentioning=no`, 'This request cannot be read', 'too long'],
    ['/embed/share-of-coverage?width=12', 'This request cannot be read', 'too long'],
    ['/items?from=2026-02-31', 'The chosen period cannot be read', 'Dates are written'],
    ['/?from=2026-03-09&to=2026-03-02', 'The chosen period cannot be read', 'first must not'],
    ['/compare?from2=x', 'The chosen period cannot be read', 'Dates are written'],
  ])('%s', async (url, title, text) => {
    const { response, document } = await page(app, `${url}&lang=en`);
    expect(response.statusCode).toBe(400);
    expect(document.querySelector('h1')?.textContent).toBe(title);
    expect(document.querySelector('.state p')?.textContent).toContain(text);
  });
});

test('nothing was captured on a day, or in several', async () => {
  const said = async (search: string) =>
    (await page(app, `/?lang=en&${search}`)).document.querySelector('.state p')?.textContent;
  expect(await said('from=2030-01-02&to=2030-01-02')).toMatch(
    /^Nothing was captured on 2.Jan.2030/,
  );
  expect(await said('from=2030-01-02&to=2030-01-05')).toMatch(/^Nothing was captured in 2\S+5.Jan/);
});

test('one item is one item for who hears the figure', async () => {
  const { document } = await page(app, '/?lang=en&from=2026-03-05&to=2026-03-05');
  const heard = [...document.querySelectorAll('a.figure')]
    .map(({ textContent }) => (textContent ?? '').replaceAll(/\s+/g, ' '))
    .filter((text) => /^1 items?:/.test(text));
  expect(heard).not.toEqual([]);
  expect(heard.filter((text) => text.startsWith('1 items'))).toEqual([]);
});

describe('absolute links', () => {
  const hrefs = async (url: string) => {
    const { document } = await page(known, url);
    return [...document.querySelectorAll('link[rel=canonical], link[rel=alternate]')].map((link) =>
      [link.getAttribute('hrefLang') ?? 'canonical', link.getAttribute('href')].join(' '),
    );
  };

  test('say where a page is at home and in which languages, without order and cursor', async () => {
    expect(await hrefs('/method?lang=en&sort=name')).toEqual([
      'canonical https://inches.example.org/method?lang=en',
      'vi https://inches.example.org/method?lang=vi',
      'en https://inches.example.org/method?lang=en',
      'x-default https://inches.example.org/method',
    ]);
  });

  test('none is invented where the operator has named no address', async () => {
    const { document } = await page(app, '/method');
    expect(document.querySelectorAll('link[rel=canonical], link[rel=alternate]').length).toBe(0);
  });

  test('the description of the API names its server', async () => {
    const { servers } = (await known.inject({ url: '/api/openapi.json' })).json();
    expect(servers).toEqual([{ url: 'https://inches.example.org' }]);
  });
});

describe('X-Forwarded-For', () => {
  const thirdAnswer = async (trustProxy: string | false) => {
    const limited = serverFor(sampleNumbers, { requestsPerMinute: 2, trustProxy });
    const from = (reader: string) =>
      limited.inject({ url: '/method', headers: { 'x-forwarded-for': reader } });
    await from('203.0.113.1');
    await from('203.0.113.2');
    const { statusCode } = await from('203.0.113.3');
    await limited.close();
    return statusCode;
  };

  test('is believed of the proxy named, so that readers are told apart', async () => {
    expect(await thirdAnswer('loopback')).toBe(200);
  });

  test.each([false, '192.0.2.1'] as const)('is not believed of anyone else (%s)', async (proxy) => {
    expect(await thirdAnswer(proxy)).toBe(429);
  });
});
