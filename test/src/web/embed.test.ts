import { XMLValidator } from 'fast-xml-parser';
import { afterAll, expect, test } from 'vitest';
import { noPublication } from '../../../src/web/no-publication.ts';
import { page, serverFor } from './server-for-tests.ts';

const app = serverFor();
afterAll(() => app.close());

test('the picture stands alone, may be shown anywhere, and says its finding', async () => {
  const { headers, body } = await app.inject('/charts/share-of-coverage.svg?lang=vi&width=600');
  expect(headers['content-type']).toContain('image/svg+xml');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(XMLValidator.validate(body)).toBe(true);
  expect(body).toContain('width="600"');
  expect(body).toContain('Trần Quốc Dũng');
  expect(body).not.toMatch(/<script|style=/);
});

test.each([
  ['vi', 'HƯ CẤU'],
  ['en', 'FICTION'],
])('the picture of the demo says below the chart that it is fiction (%s)', async (lang, mark) => {
  const { body } = await app.inject(`/charts/share-of-coverage.svg?lang=${lang}&width=280`);
  const [, top, height] = /viewBox="-12 (-?\d+) 280 (\d+)"/.exec(body) ?? [];
  const [, y] =
    new RegExp(`<text class="fiction" font-weight="600" x="0" y="(-?[\\d.]+)"[^>]*>${mark}`).exec(
      body,
    ) ?? [];
  // The chart's own texts are centred: one at its left edge would be half outside.
  const below = [...body.matchAll(/<text(?: class="fiction"[^>]*)? x="0"[^>]*>/g)].map(
    ([tag]) => tag,
  );
  expect(below).not.toHaveLength(0);
  for (const tag of below) expect(tag).toContain('text-anchor="start"');
  expect(Number(y)).toBeLessThan(Number(top) + Number(height));
  const axis = Math.max(
    ...[...body.matchAll(/translate\([\d.]+,([\d.]+)\)/g)].map(([, at]) => Number(at)),
  );
  expect(Number(y)).toBeGreaterThan(axis);
  expect(body).toMatch(new RegExp(`aria-label="${mark}`));
});

test('the picture says who measured and leads to its figures, the period kept', async () => {
  const url = '/charts/share-of-coverage.svg?lang=vi&from=2026-03-05&to=2026-03-09';
  const { body } = await app.inject({ url, headers: { host: 'inches.example' } });
  const [, address, words] = /<a href="([^"]*)"[^>]*><text[^>]*>([^<]*)</.exec(body) ?? [];
  expect(words).toMatch(/^Column Inches 0\.1\.0 · phương pháp 1 · .+ · inches\.example$/);
  const { origin, pathname, searchParams } = new URL((address ?? '').replaceAll('&amp;', '&'));
  expect(`${origin}${pathname}`).toBe('http://inches.example/');
  expect(Object.fromEntries(searchParams)).toEqual({
    from: '2026-03-05',
    to: '2026-03-09',
    lang: 'vi',
  });
});

test.each([null, 'https://inches.example'])(
  'the data page gives a frame to paste, which may stand anywhere and leaves no cookie (%s)',
  async (publicUrl) => {
    const server = serverFor(undefined, { publicUrl });
    const { document } = await page(server, '/data?lang=vi&from=2026-03-05&to=2026-03-09');
    const code = document.querySelector('#embed-heading ~ pre')?.textContent ?? '';
    const src = /^<iframe src="([^"]+)" title="[^"]+" width="100%" height="\d+"><\/iframe>$/.exec(
      code,
    )?.[1];
    const { origin, pathname, search } = new URL(src ?? '');
    expect(origin).toBe(publicUrl ?? 'http://localhost');
    const { headers, body } = await server.inject(`${pathname}${search}`);
    expect(body).toContain('05\u2060–\u206009/03/2026');
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(headers['set-cookie']).toBeUndefined();
    await server.close();
  },
);

test('a feed of the demo says so in its title and in each entry, which readers see alone', async () => {
  const correction = {
    id: '1',
    challengeId: 'c1',
    itemId: 'bao-lam-giang-03-15-16',
    itemTitle: 'Tin',
    itemLanguage: 'vi',
    personId: 'a',
    personName: 'Lê An',
    toPersonId: null,
    toPersonName: null,
    query: { period: { from: '2026-03-01', to: '2026-03-31' }, outlets: null, demo: true },
    before: 3,
    after: 2,
    why: 'Người trùng tên.',
    madeAt: '2026-03-20T00:00:00.000Z',
  };
  const challenges = { ...noPublication.challenges, corrections: async () => [correction] };
  const fictional = serverFor(undefined, { publication: { ...noPublication, challenges } });
  const { body } = await fictional.inject('/corrections.atom?lang=vi');
  expect(XMLValidator.validate(body)).toBe(true);
  expect(body).toMatch(/<feed[\s\S]*?<title>[^<]*HƯ CẤU/);
  expect(body).toMatch(/<summary>HƯ CẤU · Dữ liệu minh họa\. Người trùng tên/);
  await fictional.close();
});

test('the frame may stand on other sites, the pages may not', async () => {
  const framed = await page(app, '/embed/share-of-coverage?lang=vi');
  expect(framed.response.headers['x-frame-options']).toBeUndefined();
  expect(String(framed.response.headers['content-security-policy'])).toContain('frame-ancestors *');
  expect(framed.document.querySelector('form')).toBeNull();
  expect(framed.document.querySelector('base')?.getAttribute('target')).toBe('_blank');
  expect(framed.document.querySelector('.chart-table')).not.toBeNull();
  expect(framed.document.body?.textContent ?? framed.html).toContain('hư cấu');
  const whole = await page(app, '/');
  expect(String(whole.response.headers['content-security-policy'])).toContain(
    "frame-ancestors 'none'",
  );
});

test('an impossible width is refused', async () => {
  expect((await app.inject('/charts/share-of-coverage.svg?width=1e9')).statusCode).toBe(400);
});

/** Words of the picture by their line, as they stand from top to bottom. */
function linesOf(svg: string): { readonly text: string; readonly size: number }[] {
  return [...svg.matchAll(/<text(?:[^>]*font-size="([\d.]+)")?[^>]*>([^<]*)</g)].map(
    ([, size = '12', text = '']) => ({ text, size: Number(size) }),
  );
}

test.each([280, 360, 600])(
  'no line of a picture of %i pixels is cut at its edge',
  async (width) => {
    for (const lang of ['vi', 'en']) {
      const { body } = await app.inject(
        `/charts/share-of-coverage.svg?lang=${lang}&width=${width}`,
      );
      for (const { text, size } of linesOf(body))
        expect(text.length * size * 0.57, text).toBeLessThanOrEqual(width - 24);
    }
  },
);

test.each([
  ['vi', 'Phần trăm của', 'Vòng rỗng', 'Báo sai'],
  ['en', 'Per cent of the', 'Hollow dot', 'Challenge'],
])(
  'the picture says of what its shares are, what its signs mean and where to contest it (%s)',
  async (lang, ofWhat, key, challenge) => {
    const url = `/charts/share-of-coverage.svg?lang=${lang}&from=2026-03-05&to=2026-03-09`;
    const { body } = await app.inject({ url, headers: { host: 'inches.example' } });
    for (const words of [ofWhat, key]) expect(body).toContain(words);
    const [, address = ''] =
      new RegExp(`<a href="([^"]*)"[^>]*><text[^>]*>${challenge}<`).exec(body) ?? [];
    const { pathname, searchParams } = new URL(address.replaceAll('&amp;', '&'));
    expect(pathname).toBe('/challenge');
    expect(searchParams.get('at')).toMatch(/^\/\?from=2026-03-05&to=2026-03-09.*#share$/);
  },
);

test('the frame leads to the very figures, to what is missing and to where they are contested', async () => {
  const { document } = await page(app, '/embed/share-of-coverage?lang=en');
  const links = [...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '');
  const days = 'from=2026-03-02&to=2026-03-15';
  expect(links).toContainEqual(expect.stringMatching(`^/\\?${days}`));
  expect(links).toContainEqual(expect.stringMatching(`^/gaps\\?${days}`));
  expect(links).toContainEqual(expect.stringMatching(`^/challenge\\?.*at=%2F%3F`));
  expect(document.querySelector('.note-gap')).not.toBeNull();
  const named = document.querySelector('main > .quiet')?.textContent;
  expect(named).toContain('Báo Lam Giang');
  expect(named).toContain('method 1');
});

test('a period without data says so instead of drawing nothing', async () => {
  const days = 'from=2020-01-01&to=2020-01-02';
  const { document } = await page(app, `/embed/share-of-coverage?lang=en&${days}`);
  expect(document.querySelector('figure')?.textContent).toContain('Nothing was captured');
  expect(document.querySelector('svg')).toBeNull();
  const { body } = await app.inject(`/charts/share-of-coverage.svg?lang=en&${days}`);
  expect(body).toContain('Nothing was captured');
  expect(body).not.toMatch(/Hollow dot|>0%</);
});

test.each(['', '?from=2030-01-01&to=2030-01-02'])(
  'the framed chart has one heading%s',
  async (days) => {
    const { document } = await page(app, `/embed/share-of-coverage${days}`);
    const headings = [...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => tagName);
    expect(headings).toEqual(['H1']);
  },
);
