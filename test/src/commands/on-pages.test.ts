import { expect, test } from 'vitest';
import { commandNames } from '../../../src/cli.ts';
import { commandPlaces, onPages } from '../../../src/commands/on-pages.ts';
import { reviewRoutes, routes } from '../../../src/web/index.ts';

test('every command has a page that does the same, or says in both languages why none does', () => {
  expect(Object.keys(onPages).toSorted()).toEqual([...commandNames].toSorted());
  const pages = [...routes, ...reviewRoutes]
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path as string);
  for (const { name, page, why } of commandPlaces()) {
    if (page !== null) expect(pages, name).toContain(page);
    else expect(why, name).not.toBeNull();
    if (why !== null) expect([why.vi.length > 20, why.en.length > 20], name).toEqual([true, true]);
  }
});
