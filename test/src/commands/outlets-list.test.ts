import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveOutlets } from '../../../db/index.ts';
import { outletOf } from '../../crawlers/press.ts';
import { testInstallation } from '../station.ts';

const { database, folder, run } = await testInstallation();

test('the example is listed while it is shown, and no more once it has left', async () => {
  await mkdir(join(folder, 'catalogue'));
  const source = { kind: 'feed', url: 'http://vi-du.test/tin.rss' } as const;
  const example = { ...outletOf('http://vi-du.test', [source]), id: 'vi-du', demo: true };
  await saveOutlets(database.db, [example]);
  const listed = async () => (await run(['outlets', 'list'])).printed.join('\n');
  expect(await listed()).toMatch(/^vi-du .*\(followed, fiction\)$/);
  await saveOutlets(database.db, [{ ...outletOf('http://that.test', [source]), id: 'bao-that' }]);
  expect(await listed()).toMatch(/^bao-that .*\(followed.*\)$/);
});
