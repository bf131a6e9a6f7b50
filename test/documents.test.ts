import { expect, test } from 'vitest';
import { commandsOf, localLinks, readMarkdown, tableRows } from './documents.ts';

const sample = [
  '# One [a](docs/a.md)',
  '',
  '```sh',
  '# not a heading, a comment',
  'npm ci && npm start  # the pages',
  '',
  '```',
  '| Head | Two |',
  '|---|---|',
  '| `x` | a [b](https://example.org) |',
  '| `y \\| z` | c |',
  '## Two ![p](docs/p.png#part) [here](#one) [up](../LICENSE)',
].join('\n');

test('headings, blocks, tables and links are told apart', () => {
  const { headings, blocks, prose } = readMarkdown(sample);
  expect(headings.map(({ level }) => level)).toEqual([1, 2]);
  expect(commandsOf(blocks)).toEqual(['sh: npm ci && npm start']);
  expect(tableRows(prose)).toEqual([
    ['`x`', 'a [b](https://example.org)'],
    ['`y \\| z`', 'c'],
  ]);
  expect(localLinks(prose)).toEqual(['docs/a.md', 'docs/p.png', '../LICENSE']);
});
