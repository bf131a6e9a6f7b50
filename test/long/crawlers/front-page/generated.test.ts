import { afterAll, beforeAll, expect, test } from 'vitest';
import { storyShares } from '../../../../analyzers/index.ts';
import { type PageSnapshot, viewports } from '../../../../src/domain/index.ts';
import { generatedLayout } from '../../../crawlers/front-page/generated.ts';
import { kendall, orderOf } from '../../../crawlers/front-page/kendall.ts';
import { openSite, story, type TestSite } from '../../../crawlers/front-page/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const seeds = Array.from({ length: 60 }, (_, index) => 100 + index);

/** Links that nobody sees, of stories that stand nowhere else on the page. */
const unseen = [
  'display:none',
  'visibility:hidden',
  'opacity:0',
  'position:absolute;left:-9999px',
  'position:absolute;top:-500px',
  'height:0;overflow:hidden',
  'position:absolute;width:1px;height:1px;overflow:hidden',
  'transform:translateX(-3000px)',
]
  .map((style, index) => {
    const { href, title } = story(900 + index);
    return `<div style="${style}"><a href="${href}">${title}</a></div>`;
  })
  .join('');

function sharesOf({ placements }: PageSnapshot): ReadonlyMap<string, number> {
  const rows = storyShares(placements, { viewport: viewports.desktop, kind: 'front' });
  return new Map(rows.map(({ storyKey, share }) => [storyKey, share ?? 0]));
}

test.each(seeds)(
  'generated page %i: every seen story once, in its order, alike in two loads',
  async (seed) => {
    const layout = generatedLayout(seed);
    site.serve(`/${seed}`, layout.html.replace('<body>', `<body>${unseen}`));
    const [first, second] = [await site.look(`/${seed}`), await site.look(`/${seed}`)];
    expect(first.faultText).toBeNull();
    const order = orderOf(first.placements);
    expect(order.toSorted((one, other) => one - other)).toEqual(layout.order);
    expect(kendall(layout.order, order), layout.name).toBeGreaterThanOrEqual(0.95);
    const [shares, again] = [sharesOf(first), sharesOf(second)];
    expect([...again.keys()]).toEqual([...shares.keys()]);
    for (const [key, share] of shares) {
      expect(Math.abs(share - (again.get(key) ?? 0)), key).toBeLessThan(0.005);
    }
  },
  60_000,
);
