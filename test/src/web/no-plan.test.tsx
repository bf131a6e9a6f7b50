import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PlansPage } from '../../../src/web/pages/index.ts';
import { viewForTests } from './view-for-tests.ts';

test.each([true, false])('where no plan is sealed, whatever seals one is named (%s)', (isThere) => {
  const view = viewForTests({ hasAdministration: isThere });
  const text = renderToStaticMarkup(<PlansPage view={view} plans={[]} />);
  expect(text.includes('href="/admin/plans')).toBe(isThere);
  expect(text).toContain('plan seal');
});
