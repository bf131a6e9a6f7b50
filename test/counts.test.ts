import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formFor, numberOf } from '../src/domain/index.ts';
import { misfits } from './misfits.ts';
import { lexSource, lineAt, readTree } from './source.ts';

test('no English text of the code puts a number before a noun by itself', () => {
  const root = join(import.meta.dirname, '..');
  const sources = readTree(root, /^(?:src|db|crawlers|analyzers)\/.*\.tsx?$/);
  const found = sources
    .filter(({ path }) => !/^src\/demo\/|\/migrations\//.test(path))
    .flatMap(({ path, text }) =>
      lexSource(text)
        .strings.filter(({ start }) => text[start] === '`')
        .filter(({ value }) => !/\b(?:select|join|where|with|update|insert into)\b/.test(value))
        .flatMap(({ start, value }) =>
          misfits(value, /\?/).map((words) => `${path}:${lineAt(text, start)} ${words}`),
        ),
    );
  expect(found, 'say it by numberOf of src/domain').toEqual([]);
});

test('the search finds what it is for', () => {
  for (const text of ['1 items', 'Wrote 1 raw pages.', '1 are damaged', '1 audited items here'])
    expect(misfits(text, /1/), text).toHaveLength(1);
  for (const text of ['1 item', '1 is open', '1 of the pages', '1 raw page', '21 items'])
    expect(misfits(text, /1/), text).toEqual([]);
});

test.each([
  [1, '1 page'],
  ['1', '1 page'],
  [0, '0 pages'],
  [2, '2 pages'],
  ['1.0', '1.0 pages'],
  ['1,234', '1,234 pages'],
  [undefined, '? pages'],
])('%j: %s', (count, written) => {
  expect(numberOf(count, 'page')).toBe(written);
  expect(numberOf(count, 'entry', 'entries')).toBe(
    written.replace('pages', 'entries').replace('page', 'entry'),
  );
  expect(formFor(count, 'is', 'are')).toBe(written.endsWith('page') ? 'is' : 'are');
});
