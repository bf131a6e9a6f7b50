import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ItemPage } from '../../../src/web/pages/index.ts';
import { items } from './sample/items.ts';
import { samplePage } from './sample/item-page.ts';
import { viewForTests } from './view-for-tests.ts';

function drawn(takenDown: boolean): string {
  const page = items.map(({ id }) => samplePage(id)).find((one) => one !== null);
  if (!page) throw new TypeError('the sample has no item');
  const given = { dwell: null, corrections: [], storyId: null, canSeeWhole: false };
  const item = { ...page.item, takenDown };
  const shown = { ...page, item, sentences: takenDown ? [] : page.sentences };
  return renderToStaticMarkup(<ItemPage view={viewForTests()} page={shown} {...given} />);
}

test('a hidden text is not asked to be hidden again, and leads to the list it stands in', () => {
  expect(drawn(false)).toContain('href="/takedown?');
  expect(drawn(true)).not.toContain('href="/takedown?');
  const evidence = /id="evidence-heading".*?<\/section>/s;
  expect(evidence.exec(drawn(true))?.[0]).toContain('href="/corrections"');
});

test('sentences and titles are set in a font that is asked for before the style sheet', () => {
  const view = viewForTests({ path: '/items/1' });
  const page = samplePage(items[0]?.id ?? '');
  if (!page) throw new TypeError('the sample has no item');
  const given = { dwell: null, corrections: [], storyId: null, canSeeWhole: false };
  const html = renderToStaticMarkup(<ItemPage view={view} page={page} {...given} />);
  const font = html.indexOf('/source-serif-4-vietnamese-400-normal.woff2');
  expect(font).toBeGreaterThan(0);
  expect(font).toBeLessThan(html.indexOf('/style.css'));
});
