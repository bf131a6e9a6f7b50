import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Capture, frontPageShareHours, storyShares } from '../../../analyzers/index.ts';
import type { Viewport } from '../../../src/domain/index.ts';
import { document, openSite, picture, story, storyIndex, type TestSite } from './site.ts';

// The invariants of METHOD.md, on pages a real browser has laid out.

let site: TestSite;
let served = 0;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const window: Viewport = { name: 'desktop', width: 1200, height: 700 };

/** A card at a place of its own: nothing flows, so that a change of one moves no other. */
interface Card {
  readonly story: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly picture: number;
  readonly headlinePx: number;
}

const cardSeed = fc.record({
  width: fc.integer({ min: 160, max: 340 }),
  picture: fc.constantFrom(0, 60, 120),
  headlinePx: fc.integer({ min: 14, max: 30 }),
  left: fc.integer({ min: 0, max: 40 }),
});

/** Four to nine cards on a loose grid of three columns. */
const pages = fc.array(cardSeed, { minLength: 4, maxLength: 9 }).map((seeds) =>
  seeds.map(
    ({ left, ...seed }, index): Card => ({
      ...seed,
      story: index,
      x: 20 + (index % 3) * 390 + left,
      y: 20 + Math.floor(index / 3) * 420,
    }),
  ),
);

function html(cards: readonly Card[], zoom = 1, more = ''): string {
  const parts = cards.map((card) => {
    const { href, title } = story(card.story);
    const image = card.picture === 0 ? '' : picture(card.width, card.picture);
    const place = `position:absolute;left:${card.x}px;top:${card.y}px;width:${card.width}px`;
    return `<article style="${place}"><a href="${href}">${image}<span style="font-size:${card.headlinePx}px;display:block;line-height:1.3">${title}</span></a></article>`;
  });
  return document(`<main style="zoom:${zoom}">${parts.join('')}${more}</main>`);
}

async function sharesOf(page: string, viewport = window): Promise<ReadonlyMap<number, number>> {
  const path = `/page-${served++}`;
  site.serve(path, page);
  const { placements, faultText } = await site.look(path, { viewport });
  expect(faultText).toBeNull();
  const rows = storyShares(placements, { viewport, kind: 'front' });
  const byKey = new Map(placements.map((one) => [one.storyKey, storyIndex(one.url) ?? -1]));
  return new Map(rows.map((row) => [byKey.get(row.storyKey) ?? -1, row.share ?? Number.NaN]));
}

function expectSame(
  one: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
  within = 1e-6,
) {
  expect([...other.keys()].sort((a, b) => a - b)).toEqual([...one.keys()].sort((a, b) => a - b));
  for (const [key, share] of one) {
    expect(Math.abs((other.get(key) ?? Number.NaN) - share)).toBeLessThanOrEqual(within);
  }
}

/** The twelve invariants, each on so many pages made by chance; the same seed makes the same. */
export function describePageInvariants(run: { readonly seed: number; readonly numRuns: number }) {
  const seeded = { ...run, endOnFailure: true };
  const limitMs = 60_000 * run.numRuns;
  describe('on generated pages', () => {
    test(
      'shares lie in 0–1 and sum to 1; the order of the document is irrelevant',
      async () => {
        await fc.assert(
          fc.asyncProperty(pages, async (cards) => {
            const shares = await sharesOf(html(cards));
            expect(shares.size).toBe(cards.length);
            let sum = 0;
            for (const share of shares.values()) {
              expect(share).toBeGreaterThan(0);
              expect(share).toBeLessThanOrEqual(1);
              sum += share;
            }
            expect(sum).toBeCloseTo(1, 9);
            expectSame(shares, await sharesOf(html(cards.toReversed())));
          }),
          seeded,
        );
      },
      limitMs,
    );

    test(
      'a duplicate on the same place, or what is not seen, changes nothing',
      async () => {
        await fc.assert(
          fc.asyncProperty(pages, async (cards) => {
            const shares = await sharesOf(html(cards));
            const [first] = cards as [Card];
            expectSame(shares, await sharesOf(html([...cards, first])));
            const { href, title } = story(first.story);
            const unseen = ['display:none', 'opacity:0', 'position:absolute;left:-4000px']
              .map((style) => `<div style="${style}"><a href="${href}">${title}</a></div>`)
              .join('');
            expectSame(shares, await sharesOf(html(cards, 1, unseen)));
          }),
          seeded,
        );
      },
      limitMs,
    );

    test(
      'scaling page and window together changes nothing',
      async () => {
        await fc.assert(
          fc.asyncProperty(pages, async (cards) => {
            const half: Viewport = { name: 'desktop', width: 600, height: 350 };
            const [whole, small] = [
              await sharesOf(html(cards)),
              await sharesOf(html(cards, 0.5), half),
            ];
            // Letters are set on whole pixels: a line may break elsewhere by a hair.
            expectSame(whole, small, 0.02);
          }),
          seeded,
        );
      },
      limitMs,
    );

    test(
      'more for one story never lowers it nor raises another; ratios stay',
      async () => {
        await fc.assert(
          fc.asyncProperty(pages, async (cards) => {
            const before = await sharesOf(html(cards));
            const more: Card = {
              story: 0,
              x: 20,
              y: 1500,
              width: 300,
              picture: 120,
              headlinePx: 20,
            };
            const after = await sharesOf(html([...cards, more]));
            expect(after.get(0) ?? 0).toBeGreaterThan(before.get(0) ?? 1);
            for (const [key, share] of before) {
              if (key !== 0) expect(after.get(key) ?? 1).toBeLessThan(share);
            }
            const ratio = (shares: ReadonlyMap<number, number>) =>
              (shares.get(1) ?? 0) / (shares.get(2) ?? 1);
            expect(ratio(after)).toBeCloseTo(ratio(before), 9);
          }),
          seeded,
        );
      },
      limitMs,
    );

    test(
      'moving a story’s only card up never lowers it',
      async () => {
        await fc.assert(
          fc.asyncProperty(pages, async (cards) => {
            const last = cards.at(-1) as Card;
            const raise = (y: number) => [...cards.slice(0, -1), { ...last, y }];
            const low = await sharesOf(html(raise(1800)));
            const high = await sharesOf(html(raise(1300)));
            expect(high.get(last.story) ?? 0).toBeGreaterThanOrEqual(low.get(last.story) ?? 1);
          }),
          seeded,
        );
      },
      limitMs,
    );

    test(
      'a picture set as two halves side by side changes nothing',
      async () => {
        await fc.assert(
          fc.asyncProperty(pages, async (cards) => {
            const even = cards.map((card) => ({
              ...card,
              width: card.width - (card.width % 2),
              picture: 120,
            }));
            const whole = html(even);
            const halves = even.reduce(
              (text, { width }) =>
                text.replace(
                  picture(width, 120),
                  `<span style="display:flex">${picture(width / 2, 120)}${picture(width / 2, 120)}</span>`,
                ),
              whole,
            );
            expect(halves).not.toBe(whole);
            expectSame(await sharesOf(whole), await sharesOf(halves));
          }),
          seeded,
        );
      },
      limitMs,
    );

    test(
      'growing a card’s picture never lowers its story nor raises another',
      async () => {
        await fc.assert(
          fc.asyncProperty(pages, async (cards) => {
            const last = { ...(cards.at(-1) as Card), picture: 60 };
            const rest = cards.slice(0, -1);
            const before = await sharesOf(html([...rest, last]));
            const after = await sharesOf(html([...rest, { ...last, picture: 180 }]));
            expect(after.get(last.story) ?? 0).toBeGreaterThan(before.get(last.story) ?? 1);
            for (const { story: other } of rest) {
              expect(after.get(other) ?? 1).toBeLessThanOrEqual((before.get(other) ?? 0) + 1e-9);
            }
          }),
          seeded,
        );
      },
      limitMs,
    );

    test(
      'a page of nothing but automatic blocks has no share, not a zero',
      async () => {
        const links = [1, 2, 3, 4]
          .map(story)
          .map(({ href, title }) => `<li><a href="${href}">${title}</a></li>`);
        const block = `<section class="most-read"><h2>Đọc nhiều</h2><ul>${links.join('')}</ul></section>`;
        const elsewhere = Array.from({ length: 20 }, (_, index) => story(100 + index))
          .map(({ href, title }) => `<li><a href="${href}">${title}</a></li>`)
          .join('');
        const hidden = `<div style="display:none">${elsewhere}</div>`;
        site.serve('/automatic', document(`<main>${block}${hidden}</main>`));
        const { placements } = await site.look('/automatic', { viewport: window });
        expect(new Set(placements.map(({ blockKind }) => blockKind))).toEqual(
          new Set(['automatic']),
        );
        const rows = storyShares(placements, { viewport: window, kind: 'front' });
        expect(rows.every(({ share }) => share === null)).toBe(true);
        expect(rows.every(({ automaticExposure }) => automaticExposure > 0)).toBe(true);
      },
      limitMs,
    );

    test(
      'low never exceeds high, and a lost look only widens the bracket',
      async () => {
        await fc.assert(
          fc.asyncProperty(pages, async (cards) => {
            const looks = [cards, cards.slice(1), cards.toReversed().slice(1)];
            const captures: Capture[] = [];
            for (const [index, page] of looks.entries()) {
              const shares = await sharesOf(html(page));
              const named = new Map([...shares].map(([key, share]) => [String(key), share]));
              captures.push({ at: new Date(index * 900_000), shares: named });
            }
            const all = frontPageShareHours(captures).stories;
            const lost = captures.with(1, { at: new Date(900_000), shares: null });
            for (const [key, after] of frontPageShareHours(lost).stories) {
              const before = all.get(key) ?? { low: 0, high: 0 };
              expect(before.low).toBeLessThanOrEqual(before.high);
              expect(after.low).toBeLessThanOrEqual(before.low);
              expect(after.high).toBeGreaterThanOrEqual(before.high);
            }
          }),
          { ...seeded, numRuns: Math.ceil(run.numRuns / 2) },
        );
      },
      limitMs,
    );
  });
}
