import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedLayout } from '../../../crawlers/front-page/generated.ts';
import { kendall, orderOf } from '../../../crawlers/front-page/kendall.ts';
import { openSite, type TestSite } from '../../../crawlers/front-page/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const seeds = Array.from({ length: 60 }, (_, index) => 100 + index);

test.each(seeds)(
  'generated page %i: every story once, in its order',
  async (seed) => {
    const layout = generatedLayout(seed);
    site.serve(`/${seed}`, layout.html);
    const { placements, faultText } = await site.look(`/${seed}`);
    expect(faultText).toBeNull();
    const order = orderOf(placements);
    expect(order.toSorted((one, other) => one - other)).toEqual(layout.order);
    expect(kendall(layout.order, order), layout.name).toBeGreaterThanOrEqual(0.95);
  },
  60_000,
);
