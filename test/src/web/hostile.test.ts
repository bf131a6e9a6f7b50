import { afterAll, describe, expect, test } from 'vitest';
import type { FigureSet, ItemSummary, Numbers } from '../../../src/domain/index.ts';
import { numbersWith, page, serverFor } from './server-for-tests.ts';
import { sampleNumbers } from './sample/numbers.ts';

// Titles, names, sources and addresses come from the outside: none may become markup or a script.

const payload = `"><img src=x onerror=alert(1)><script>alert(2)</script>'`;

function hostileItem<Item extends ItemSummary>(item: Item): Item {
  return { ...item, title: payload, outletName: payload, url: 'javascript:alert(3)' };
}

function hostileFigures(set: FigureSet): FigureSet {
  return {
    ...set,
    methodVersion: payload,
    outlets: set.outlets.map((outlet) => ({ ...outlet, name: payload })),
    persons: set.persons.map((person) => ({
      ...person,
      personId: `${payload}${person.personId}`,
      name: payload,
      posts: [{ label: payload, checked: false }],
    })),
  };
}

const numbers: Numbers = numbersWith({
  figures: async (query) => hostileFigures(await sampleNumbers.figures(query)),
  person: async (id, query) => {
    const found = await sampleNumbers.person(id, query);
    if (found === null) return null;
    const term = {
      postId: payload,
      from: payload,
      until: payload,
      kind: 'holder',
      checked: false,
    } as const;
    return {
      ...found,
      figures: { ...found.figures, name: payload },
      terms: [
        { ...term, label: payload, source: 'javascript:alert(4)' },
        { ...term, label: `${payload} 2`, source: `https://example.org/${payload}` },
      ],
      items: found.items.map(hostileItem),
      cursor: payload,
    };
  },
  outlet: async (id, query) => {
    const found = await sampleNumbers.outlet(id, query);
    if (found === null) return null;
    return {
      ...found,
      figures: { ...found.figures, name: payload },
      items: found.items.map(hostileItem),
    };
  },
  item: async (id) => {
    const found = await sampleNumbers.item(id);
    if (found === null) return null;
    return {
      ...found,
      item: hostileItem(found.item),
      contentHash: payload,
      sentences: found.sentences.map((sentence) => ({
        ...sentence,
        text: payload,
        marks: sentence.marks.map((mark) => ({
          ...mark,
          start: 2,
          end: 12,
          coreStart: 4,
          coreEnd: 9,
          personName: payload,
          reason: { vi: payload, en: payload },
        })),
      })),
    };
  },
});

const app = serverFor(numbers, {
  method: { vi: payload, en: `[x](javascript:alert(5)) ${payload}` },
});
afterAll(() => app.close());

describe.each([
  '/',
  '/persons/tran-quoc-dung',
  '/outlets/dai-lam-giang',
  '/items/bao-lam-giang-03-12-13',
  '/method?lang=en',
  '/method?lang=vi',
  `/?lang=${encodeURIComponent(payload)}&sort=${encodeURIComponent(payload)}`,
  `/?outlet=${encodeURIComponent(payload)}`,
  `/?from=${encodeURIComponent(payload)}`,
  `/${encodeURIComponent(payload)}`,
])('hostile text on %s', (url) => {
  test('stays text', async () => {
    const { document, html } = await page(app, url);
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(document.querySelectorAll('img, iframe, object, embed')).toHaveLength(0);
    expect(document.querySelectorAll('[onerror], [onclick], [style]')).toHaveLength(0);
    for (const link of document.querySelectorAll('a[href]')) {
      expect(link.getAttribute('href')).toMatch(/^(\/(?!\/)|#|https?:\/\/)/);
    }
    expect(html).not.toContain('<script>alert');
  });
});
