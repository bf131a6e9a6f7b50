import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PersonTable } from '../../../src/web/components/person-table.tsx';
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
