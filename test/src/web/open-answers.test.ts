import { afterAll, describe, expect, test } from 'vitest';
import { samplePublication } from './sample/publication.ts';
import { sampleNumbers } from './sample/numbers.ts';
import { serverFor } from './server-for-tests.ts';

const publication = await samplePublication('vi');
const app = serverFor(sampleNumbers, { publication });
afterAll(() => app.close());

const opened = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': expect.stringMatching(/^ETag, Retry-After, X-RateLimit-Limit,/),
  'cross-origin-resource-policy': 'cross-origin',
};

describe('the pages of other sites may read open data', () => {
  test.each([
    ['/api/figures', 200],
    ['/api/figures?from=2026-02-31', 400],
    ['/api/persons/nobody', 404],
    ['/api/openapi.json', 200],
    ['/data/persons.csv?from=2026-02-31', 400],
    ['/data/nothing.csv', 404],
    ['/corrections.atom', 200],
    ['/digest.atom', 200],
  ])('%s, answered %i', async (url, status) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject(opened);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('also where they have the answer already, or ask too often', async () => {
    const first = await app.inject({ url: '/api/figures' });
    const headers = { 'if-none-match': String(first.headers.etag) };
    const known = await app.inject({ url: '/api/figures', headers });
    expect([known.statusCode, known.headers]).toMatchObject([304, opened]);
    const limited = serverFor(sampleNumbers, { requestsPerMinute: 1 });
    await limited.inject({ url: '/api/figures' });
    const refused = await limited.inject({ url: '/api/figures' });
    expect([refused.statusCode, refused.headers]).toMatchObject([429, opened]);
    await limited.close();
  });

  test.each(['/', '/items', '/data', '/admin/outlets', '/sign-in', '/api', '/x?y=/api/figures'])(
    'but not the page %s',
    async (url) => {
      const { headers } = await app.inject({ url });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    },
  );

  test('and send nothing', async () => {
    const { headers } = await app.inject({ method: 'POST', url: '/api/figures' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});
