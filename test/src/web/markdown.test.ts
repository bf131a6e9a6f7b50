import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from '../../../src/web/components/markdown.tsx';

function html(source: string): string {
  return renderToStaticMarkup(createElement(Markdown, { source }));
}

/** Drawn, since no font of the pages has one. */
const arrow = '<span class="arrow">→</span>';

describe('markdown of our documents', () => {
  test.each([
    ['# A `b`', '<h1>A <code>b</code></h1>'],
    ['one\ntwo\n\nthree', '<p>one two</p><p>three</p>'],
    ['text:\n- a\n- b', '<p>text:</p><ul><li>a</li><li>b</li></ul>'],
    ['1. a\n   more\n2. b', '<ol><li>a more</li><li>b</li></ol>'],
    ['**a *b* c** and *d*', '<p><strong>a <em>b</em> c</strong> and <em>d</em></p>'],
    ['[a](https://b.example/c)', '<p><a href="https://b.example/c">a</a></p>'],
    ['[a](javascript:b)', '<p>a</p>'],
    ['2 * 3 * 4 < 5 & <b>', '<p>2 * 3 * 4 &lt; 5 &amp; &lt;b&gt;</p>'],
    ['**a → b** → c', `<p><strong>a ${arrow} b</strong> ${arrow} c</p>`],
    ['```\n# <x>\n\n- y\n```', '<pre><code># &lt;x&gt;\n\n- y</code></pre>'],
  ])('%j', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test('tables', () => {
    const table = html('| a | b |\n|---|--:|\n| 1 | **2** |');
    expect(table).toContain('<th scope="col">a</th><th scope="col">b</th>');
    expect(table).toContain('<td>1</td><td><strong>2</strong></td>');
    expect(table.match(/<tr>/g)).toHaveLength(2);
  });

  test('tables have names of their own, and no heading without words', () => {
    const twice = html(
      '| a | | b |\n|---|---|---|\n| 1 | 2 | 3 |\n\nx\n\n| a | | b |\n|---|---|---|\n',
    );
    expect([...twice.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'a, b',
      'a, b (2)',
    ]);
    expect(twice).toContain('<th scope="col">a</th><td></td><th scope="col">b</th>');
  });

  test('an empty document is empty', () => {
    expect(html('')).toBe('');
  });
});
