import { afterAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import { sampleAir, sampleFrontPages } from '../../readers-samples.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { samplePublication } from './sample/publication.ts';
import { serverFor } from './server-for-tests.ts';

// Asked over loopback, as readers and programs do, of a server that takes little.

const numbers = { ...sampleNumbers, air: sampleAir, frontPages: sampleFrontPages };
const open: FastifyInstance[] = [];
afterAll(() => Promise.all(open.map((app) => app.close())));

async function listening(requestsPerMinute: number): Promise<string> {
  const publication = await samplePublication('vi');
  const app = serverFor(numbers, { publication, requestsPerMinute });
  open.push(app);
  return app.listen({ host: '127.0.0.1', port: 0 });
}

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

async function expectRefusal(answer: Response, code: string): Promise<void> {
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({
    error: { code, message: expect.stringMatching(/^[A-Z].+\.$/) },
  });
}

function expectPause(answer: Response): void {
  const seconds = Number(answer.headers.get('retry-after'));
  expect(Number.isInteger(seconds)).toBe(true);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
}

const described = await fetch(`${await listening(1)}/api/openapi.json`).then(
  (answer): Promise<{ paths: Record<string, { get: { responses: Record<string, object> } }> }> =>
    answer.json() as never,
);
const apiPaths = Object.keys(described.paths);

test.each(apiPaths)('%s is said to answer 429, and when to come again', (path) => {
  expect(described.paths[path]?.get.responses['429']).toMatchObject({
    description: expect.stringContaining('refusal'),
    content: { 'application/json': {} },
    headers: { 'Retry-After': { schema: { type: 'integer' } } },
  });
});

describe('of who asks too often', async () => {
  const site = await listening(1);
  await fetch(`${site}/method`);
  const files = ['/corrections.atom', '/digest.atom', '/charts/share-of-coverage.svg'];

  test.each([...apiPaths, '/api/openapi.json', ...files])(
    '%s says so to a program',
    async (path) => {
      const answer = await fetch(`${site}${path}`);
      expect(answer.status).toBe(429);
      expectPause(answer);
      await expectRefusal(answer, 'web/too-many-requests');
    },
  );

  test.each(['/', '/search?q=x', '/corrections.atom', '/data'])(
    '%s says so to a reader on a page',
    async (path) => {
      const answer = await fetch(`${site}${path}`, {
        headers: { ...browser, 'accept-language': 'vi' },
      });
      expect(answer.status).toBe(429);
      expectPause(answer);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const { document } = parseHTML(await answer.text());
      expect(document.querySelector('h1')?.textContent).toBe('Bạn mở trang hơi nhanh');
      expect(document.querySelector('link[rel=stylesheet]')).not.toBeNull();
      expect(document.querySelector('nav a[href]')).not.toBeNull();
    },
  );
});

test('whole tables are limited apart from pages, in the same shape', async () => {
  const site = await listening(1000);
  const statuses: number[] = [];
  for (let count = 0; count < 60; count += 1) {
    const answer = await fetch(`${site}/data/persons.csv`);
    await answer.body?.cancel();
    statuses.push(answer.status);
  }
  expect(new Set(statuses)).toEqual(new Set([404]));
  const late = await fetch(`${site}/data/persons.csv`);
  expect(late.status).toBe(429);
  expectPause(late);
  await expectRefusal(late, 'web/too-many-requests');
  expect((await fetch(`${site}/api/figures`)).status).toBe(200);
});

describe('what is no page', async () => {
  const site = await listening(1000);

  test.each([
    ['/data/nothing.csv', 404, 'web/not-found'],
    ['/data/persons.csv?from=2026-02-31', 400, 'web/bad-query'],
    ['/corrections.atom?from=2026-02-31', 400, 'web/bad-query'],
    [`/plans/${'0'.repeat(64)}/plan.json`, 404, 'web/not-found'],
    ['/nothing.csv', 404, 'web/not-found'],
  ])(
    '%s is refused to a program in the one shape, to a reader on a page',
    async (path, status, code) => {
      const answer = await fetch(`${site}${path}`);
      expect(answer.status).toBe(status);
      await expectRefusal(answer, code);
      const page = await fetch(`${site}${path}`, { headers: browser });
      expect(page.status).toBe(status);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await page.text()).toContain('<h1');
    },
  );

  test.each(['/corrections.atom', '/digest.atom', '/charts/share-of-coverage.svg', '/api/figures'])(
    '%s is not sent again to who has it, whole or squeezed',
    async (path) => {
      const first = await fetch(`${site}${path}`);
      const tag = first.headers.get('etag') ?? '';
      expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
      const known = { 'if-none-match': `"other", ${tag}` };
      for (const encoding of ['identity', 'gzip', 'br']) {
        const again = await fetch(`${site}${path}`, {
          headers: { ...known, 'accept-encoding': encoding },
        });
        expect([again.status, await again.text()]).toEqual([304, '']);
        expect(again.headers.get('etag')).toBe(tag);
      }
      const other = await fetch(`${site}${path}`, { headers: { 'if-none-match': 'W/"other"' } });
      expect(other.status).toBe(200);
    },
  );

  test.each(['/corrections.atom', '/digest.atom', '/charts/share-of-coverage.svg'])(
    '%s is kept apart for each language',
    async (path) => {
      const { headers } = await fetch(`${site}${path}`);
      expect(headers.get('vary')).toContain('Accept-Language');
    },
  );
});

test('a refusal names the parameter that cannot be read', async () => {
  const answer = await fetch(`${await listening(9)}/api/figures?from=2026-02-31&outlet=A%20B`);
  const { error } = (await answer.json()) as { readonly error: { readonly message: string } };
  expect(error.message).toContain('from: ');
  expect(error.message).not.toContain('querystring');
});
