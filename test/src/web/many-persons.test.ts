import { afterAll, describe, expect, test } from 'vitest';
import { sampleNumbers } from './sample/numbers.ts';
import { numbersWith, page, serverFor } from './server-for-tests.ts';

const count = 130;

/** The first sample person again and again, each with one mention less. */
const many = numbersWith({
  figures: async (query) => {
    const figures = await sampleNumbers.figures(query);
    const [first] = figures.persons;
    if (!first) return figures;
    const persons = Array.from({ length: count }, (_, index) => ({
      ...first,
      personId: `person-${index}`,
      name: `Người ${index}`,
      mentions: 1_000 - index,
    }));
    return { ...figures, persons };
  },
});

describe('a table of many persons', () => {
  const app = serverFor(many);
  afterAll(() => app.close());

  test('has forty rows in the order asked for, and a link to all of them', async () => {
    const { document } = await page(app, '/?sort=-mentions&lang=vi');
    const rows = [...document.querySelectorAll('#persons tbody tr')];
    expect(rows).toHaveLength(40);
    expect(rows[0]?.textContent).toContain(`Người ${count - 1}`);
    // By itself the page would sort these forty only.
    expect(document.querySelector('#persons table')?.hasAttribute('data-sortable')).toBe(false);
    const link = document.querySelector('a[href*="persons=all"]');
    expect(link?.textContent).toBe(`Xem tất cả ${count} người`);
    const all = await page(app, link?.getAttribute('href')?.split('#')[0] ?? '');
    const allRows = [...all.document.querySelectorAll('#persons tbody tr')];
    expect(allRows).toHaveLength(count);
    expect(allRows[0]?.textContent).toContain(`Người ${count - 1}`);
    const sortLink = all.document.querySelector('#persons thead a')?.getAttribute('href');
    expect(sortLink).toContain('persons=all');
  });
});
