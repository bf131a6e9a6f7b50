import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyShares } from '../../../analyzers/index.ts';
import { type PagePlacement, viewports } from '../../../src/domain/index.ts';
import { generatedLayout } from './generated.ts';
import { kendall, orderOf } from './kendall.ts';
import { layouts } from './layouts.ts';
import { document, openSite, story, type TestSite } from './site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

describe('hand-made layouts', () => {
  test.each(layouts)('$name: every story is found once, in its order', async (layout) => {
    const path = `/${layouts.indexOf(layout)}`;
    site.serve(path, layout.html);
    const snapshot = await site.look(path);
    expect(snapshot.faultText).toBeNull();
    expect([...orderOf(snapshot.placements)].sort((a, b) => a - b)).toEqual(
      [...layout.order].sort((a, b) => a - b),
    );
    expect(snapshot.placements.length).toBe(layout.order.length);
    expect(kendall(layout.order, orderOf(snapshot.placements))).toBeGreaterThanOrEqual(0.95);
  });

  test('a card has its picture, headline and lead, and nothing of its neighbours', async () => {
    const snapshot = await site.look('/1');
    const [hero] = snapshot.placements;
    expect(hero?.pictures.length).toBe(1);
    expect(hero?.headlinePx).toBe(36);
    expect(hero?.headlineWeight).toBe(700);
    expect(hero?.pictureArea).toBeGreaterThan(300_000);
    expect(hero?.lines.length).toBeGreaterThanOrEqual(2);
    expect(hero?.aboveFold).toBe(true);
    const flat = await site.look('/8');
    expect(flat.placements.every((one) => one.lines.length === 2)).toBe(true);
  });

  test('a ticker that repeats every story of a young page is a ticker', async () => {
    const three = [0, 1, 2].map((index) => story(index));
    const line = three.map(({ href, title }) => `<a href="${href}">${title}</a>`).join(' · ');
    const cards = three.map(
      ({ href, title }) => `<article><h2><a href="${href}">${title}</a></h2></article>`,
    );
    const ticker = `<div class="news-ticker" style="white-space:nowrap">${line}</div>`;
    site.serve('/young', document(`${ticker}<main>${cards.join('')}</main>`));
    const { placements } = await site.look('/young');
    expect(placements.map(({ blockKind }) => blockKind).toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'editorial'),
      ...Array.from({ length: 3 }, () => 'ticker'),
    ]);
  });

  test('two loads of one page give shares within half a point', async () => {
    for (const path of ['/1', '/3', '/6']) {
      const [first, second] = [await site.look(path), await site.look(path)];
      const one = sharesOf(first.placements);
      const other = sharesOf(second.placements);
      expect([...one.keys()]).toEqual([...other.keys()]);
      for (const [key, share] of one) {
        expect(Math.abs(share - (other.get(key) ?? 0))).toBeLessThan(0.005);
      }
    }
  });
});

describe('generated layouts', () => {
  // More of them: test/long/crawlers/front-page/generated.test.ts.
  test.each([1, 2, 3, 4, 5])('page %i: every story once, in its order', async (seed) => {
    const layout = generatedLayout(seed);
    site.serve(`/generated-${seed}`, layout.html);
    const { placements, faultText } = await site.look(`/generated-${seed}`);
    expect(faultText).toBeNull();
    const order = orderOf(placements);
    expect(order.toSorted((one, other) => one - other)).toEqual(layout.order);
    expect(kendall(layout.order, order), layout.name).toBeGreaterThanOrEqual(0.95);
  });
});

function sharesOf(placements: readonly PagePlacement[]): Map<string, number> {
  const shares = storyShares(placements, { viewport: viewports.desktop, kind: 'front' });
  return new Map(shares.map((row) => [row.storyKey, row.share ?? 0]));
}
