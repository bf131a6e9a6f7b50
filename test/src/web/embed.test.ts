import { XMLValidator } from 'fast-xml-parser';
import { afterAll, expect, test } from 'vitest';
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

test('the frame may stand on other sites, the pages may not', async () => {
  const framed = await page(app, '/embed/share-of-coverage?lang=vi');
  expect(framed.response.headers['x-frame-options']).toBeUndefined();
  expect(String(framed.response.headers['content-security-policy'])).toContain('frame-ancestors *');
  expect(framed.document.querySelector('form')).toBeNull();
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
