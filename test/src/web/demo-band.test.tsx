import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Layout } from '../../../src/web/components/layout.tsx';
import { viewForTests } from './view-for-tests.ts';

function bandOf(hasAdministration: boolean, outlets = 3): string {
  const view = viewForTests({
    hasAdministration,
    world: { demo: true, period: null, outlets, unchecked: [] },
  });
  const page = (
    <Layout view={view} title="Test" methodVersion={null}>
      text
    </Layout>
  );
  return /<aside class="demo-band".*?<\/aside>/.exec(renderToStaticMarkup(page))?.[0] ?? '';
}

test('the example names the page that follows an outlet, where there is one, and the command', () => {
  const command = '<code>npm run cli -- outlets add URL</code>';
  const withPage = bandOf(true);
  expect(withPage).toContain('href="/admin/outlets');
  expect(withPage).toContain(command);
  const without = bandOf(false);
  expect(without).not.toContain('/admin');
  expect(without).toContain(command);
});

test('where the example is switched off nothing is called fiction', () => {
  expect(bandOf(true, 0)).toBe('');
});
