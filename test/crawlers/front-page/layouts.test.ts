import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyShares } from '../../../analyzers/index.ts';
import { type PagePlacement, viewports } from '../../../src/domain/index.ts';
import { layouts } from './layouts.ts';
import { openSite, storyIndex, type TestSite } from './site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

/** Kendall's τ of two orders of the same things. */
function kendall(expected: readonly number[], got: readonly number[]): number {
  const place = new Map(got.map((item, index) => [item, index]));
  let agreeing = 0;
  let pairs = 0;
  for (const [index, one] of expected.entries()) {
    for (const other of expected.slice(index + 1)) {
      const [first, second] = [place.get(one), place.get(other)];
      pairs += 1;
      if (first === undefined || second === undefined) agreeing -= 1;
      else agreeing += first < second ? 1 : -1;
    }
  }
  return agreeing / pairs;
}

function orderOf(placements: readonly PagePlacement[]): number[] {
  const seen = placements.filter((one) => one.inkArea > 0).map((one) => storyIndex(one.url) ?? -1);
  return [...new Set(seen)];
}

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

function sharesOf(placements: readonly PagePlacement[]): Map<string, number> {
  const shares = storyShares(placements, { viewport: viewports.desktop, kind: 'front' });
  return new Map(shares.map((row) => [row.storyKey, row.share ?? 0]));
}
