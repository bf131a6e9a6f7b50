import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { saveOutlets, saveRegister } from '../../../db/index.ts';
import { createNumbers } from '../../../src/publish/index.ts';
import { PersonTable } from '../../../src/web/components/person-table.tsx';
import { testDatabase } from '../../database.ts';
import { outlet, register } from '../../db/world.ts';
import { sentencesOf, store } from '../publish/press.ts';
import { page, serverFor } from './server-for-tests.ts';
import { viewForTests } from './view-for-tests.ts';

function drawn(hasAdministration: boolean): string {
  const totals = { itemsWithPersons: 0, itemsCaptured: 14 };
  const view = viewForTests({ hasAdministration });
  return renderToStaticMarkup(<PersonTable view={view} persons={[]} totals={totals} />);
}

test('an empty register is no empty table: the next step stands there', () => {
  expect(drawn(true)).not.toContain('<table');
  expect(drawn(true)).toContain('href="/admin/register"');
  expect(drawn(false)).not.toContain('/admin');
  expect(drawn(false)).toContain('<code>npm run cli -- register import FILE</code>');
});

test('a period in which nobody of the register serves is not said to have an empty one', async () => {
  const database = await testDatabase();
  await saveRegister(database.db, register, { demo: false });
  await saveOutlets(database.db, [outlet({ id: 'a' })]);
  const at = '1999-01-02T01:00:00Z';
  await store(database, { outletId: 'a', url: 'https://a.example/1', at, publishedAt: at });
  const app = serverFor(createNumbers(database.db, { sentencesOf }));
  const { document } = await page(app, '/?lang=en&from=1999-01-01&to=1999-01-31');
  expect(document.querySelector('#persons')).toBeNull();
  expect(document.body.textContent).toContain('or nobody in it held or stood for a post');
  await app.close();
});
