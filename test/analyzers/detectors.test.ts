import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { detectors } from '../../analyzers/index.ts';

test('the codebook tells the steps of the method, in their order', async () => {
  const codebook = await readFile(new URL('../../analyzers/README.md', import.meta.url), 'utf8');
  const [, order = ''] = codebook.split('## Order of the method');
  const told = [...order.matchAll(/^\d\. `([\w-]+)`/gm)].map(([, id]) => id);
  expect(told).toEqual(detectors.map(({ id }) => id));
});
