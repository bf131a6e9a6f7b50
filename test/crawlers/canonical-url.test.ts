import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, isSameSite, itemKey } from '../../crawlers/index.ts';

describe('canonicalUrl', () => {
  it.each([
    ['https://a.vn/tin-1.html?utm_source=fb&utm_medium=x#top', 'https://a.vn/tin-1.html'],
    ['https://a.vn/tin?id=7&fbclid=z', 'https://a.vn/tin?id=7'],
    ['https://A.vn./tin', 'https://a.vn/tin'],
    ['/tin-2.html', 'https://a.vn/tin-2.html'],
    ['https://a.vn/tin?view=print&id=2', 'https://a.vn/tin?id=2'],
    ['https://a.vn/tin?view=comments', 'https://a.vn/tin?view=comments'],
    // Names that every object of the language inherits are parameters like any other.
    ['https://a.vn/tin?__proto__=1&constructor', 'https://a.vn/tin?__proto__=1&constructor'],
    ['javascript:void(0)', null],
    ['mailto:a@a.vn', null],
  ])('%s → %s', (address, expected) => {
    expect(canonicalUrl(address, 'https://a.vn/')).toBe(expected);
  });

  it('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        return once === null || canonicalUrl(once) === once;
      }),
    );
  });
});

describe('itemKey', () => {
  it.each([
    'https://m.a.vn/tin-1.html',
    'http://www.a.vn/tin-1.html#x',
    'https://a.vn/amp/tin-1.html',
    'https://a.vn/tin-1.html/amp',
    'https://a.vn/tin-1.amp.html'.replace('.amp', '-amp'),
    'https://a.vn/tin-1.html?gclid=1',
    'https://amp.a.vn/tin-1.html',
  ])('joins %s with the ordinary page', (variant) => {
    expect(itemKey(variant)).toBe(itemKey('https://a.vn/tin-1.html'));
  });
  it('keeps different items apart', () => {
    const urls = [
      'https://a.vn/tin-1.html',
      'https://a.vn/tin-2.html',
      'https://a.vn/tin?id=1',
      'https://a.vn/tin?id=2',
      'https://b.vn/tin-1.html',
    ];
    expect(new Set(urls.map(itemKey)).size).toBe(5);
  });
});

it('isSameSite knows parts of a site and no neighbours', () => {
  expect(isSameSite('https://thoisu.a.vn/x', 'https://www.a.vn/')).toBe(true);
  expect(isSameSite('https://nota.vn/x', 'https://a.vn/')).toBe(false);
  expect(isSameSite('http://127.0.0.1:81/x', 'http://127.0.0.1:80/')).toBe(false);
});
