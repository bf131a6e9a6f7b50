import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmbeddedJson } from '../../../crawlers/formats/tolerant-json.ts';

describe('parseEmbeddedJson', () => {
  it.each([
    ['{"a": 1}', { a: 1 }],
    ['<!-- {"a": 1} -->', { a: 1 }],
    ['//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
    ['{"a": 1,}', { a: 1 }],
    ['{"a": [1, 2,], "b": null}', { a: [1, 2], b: null }],
    ['{"a": "line\nbreak\ttab"}', { a: 'line\nbreak\ttab' }],
    ['{"a": "an "inner" quote", "b": 2}', { a: 'an "inner" quote', b: 2 }],
    ['{"a": "x" "b": "y"}', { a: 'x', b: 'y' }],
    [
      '{"a": "he said "yes", then "no": all", "b": 2}',
      { a: 'he said "yes", then "no": all', b: 2 },
    ],
    ['{"a": {"b": "cut o', { a: { b: 'cut o' } }],
    ['{"a": 1}{"b": 2}', [{ a: 1 }, { b: 2 }]],
    ['{"a": "\\u1ea7"}', { a: 'ầ' }],
    ['{"a": "bad \\x escape"}', { a: 'bad x escape' }],
    ['{a: true, b: false}', { a: true, b: false }],
    ["{'a': 'it''s', 'b': 1}", { a: "it''s", b: 1 }],
    ['{"a": "x",,"b":1}', { a: 'x', b: 1 }],
    ['{"a" "x"}', { a: 'x' }],
    ['{"a": "x", // note\n"b":1}', { a: 'x', b: 1 }],
    ['{"a": .5, "b": +1, "c": NaN}', { a: 0.5, b: 1, c: null }],
    ['{"a": “x”, "b": 1}', { a: 'x', b: 1 }],
    ['{&quot;a&quot;:1}', { a: 1 }],
    [
      '{"a": "said "no", "yes", and "x": then", "b": "c"}',
      { a: 'said "no", "yes", and "x": then', b: 'c' },
    ],
    ['<!--//--><![CDATA[//><!--\n{"a":1}\n//--><!]]>', { a: 1 }],
  ])('reads %j', (text, value) => {
    expect(parseEmbeddedJson(text)).toEqual(value);
  });

  it('agrees with JSON.parse on JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseEmbeddedJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never throws and sets no prototype', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\\u12',
      'a',
      '1',
      '\n',
      '__proto__',
      '"__proto__":',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        parseEmbeddedJson(parts.join(''));
        expect(({} as Record<string, unknown>)['a']).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
