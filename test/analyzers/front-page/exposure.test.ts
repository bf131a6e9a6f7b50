import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  depthLimitScreens,
  type FrontPage,
  frontPageShares,
  viewingTimeAbove,
} from '../../../analyzers/front-page/exposure.ts';

const viewport = { width: 1366, height: 768 };
const box = fc.record({
  x: fc.integer({ min: -200, max: 1400 }),
  y: fc.integer({ min: -100, max: 9000 }),
  width: fc.integer({ min: 1, max: 900 }),
  height: fc.integer({ min: 1, max: 600 }),
});
const insideBox = fc.record({
  x: fc.integer({ min: 0, max: 900 }),
  y: fc.integer({ min: 0, max: 6000 }),
  width: fc.integer({ min: 2, max: 400 }),
  height: fc.integer({ min: 2, max: 400 }),
});
const ids = ['a', 'b', 'c', 'd', 'e'];
const staticPage = fc
  .array(fc.array(box, { maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((lists): FrontPage => pageOf(lists));
const page = fc
  .tuple(
    staticPage,
    fc.array(box, { minLength: 1, maxLength: 3 }),
    fc.subarray(ids, { minLength: 1 }),
  )
  .map(([base, shown, slides]): FrontPage => ({ ...base, carousels: [{ shown, slides }] }));

function pageOf(lists: readonly (readonly Box[])[]): FrontPage {
  return {
    viewport,
    stories: lists.map((editorial, index) => ({
      storyId: ids[index] ?? `s${index}`,
      editorial,
      automatic: [],
    })),
    carousels: [],
  };
}

function shares(front: FrontPage): Map<string, number | null> {
  return new Map(frontPageShares(front).map((story) => [story.storyId, story.share]));
}

function expectSame(left: FrontPage, right: FrontPage): void {
  const before = shares(left);
  const after = shares(right);
  for (const [id, share] of before) {
    const other = after.get(id) ?? null;
    if (share === null) expect(other).toBeNull();
    else expect(other ?? Number.NaN).toBeCloseTo(share, 9);
  }
}

describe('the depth curve', () => {
  test('follows the published viewing-time shares within two points', () => {
    const published = [0.57, 0.74, 0.81, 0.86, 0.89, 0.91];
    for (const [index, share] of published.entries()) {
      expect(Math.abs(viewingTimeAbove(index + 1) - share)).toBeLessThan(0.02);
    }
  });
});

describe('front-page shares', () => {
  test('a full-width first screen and an equal second one divide by viewing time', () => {
    const full = (screen: number): Box => ({ x: 0, y: 768 * screen, width: 1366, height: 768 });
    const result = shares(pageOf([[full(0)], [full(1)]]));
    const [first, second] = [viewingTimeAbove(1), viewingTimeAbove(2) - viewingTimeAbove(1)];
    expect(result.get('a')).toBeCloseTo(first / (first + second), 12);
    expect(result.get('b')).toBeCloseTo(second / (first + second), 12);
  });

  test('each of three slides gets a third of the ink that the shown one covers', () => {
    const shown = [{ x: 0, y: 0, width: 683, height: 384 }];
    const front: FrontPage = {
      viewport,
      stories: [
        { storyId: 'd', editorial: [{ x: 683, y: 0, width: 683, height: 384 }], automatic: [] },
      ],
      carousels: [{ shown, slides: ['a', 'b', 'c'] }],
    };
    const result = shares(front);
    for (const id of ['a', 'b', 'c']) expect(result.get(id)).toBeCloseTo(1 / 6, 12);
    expect(result.get('d')).toBeCloseTo(1 / 2, 12);
  });

  test('a slide over own static ink adds nothing: the larger density holds', () => {
    const shown = [{ x: 0, y: 0, width: 600, height: 300 }];
    const base = pageOf([shown, [{ x: 700, y: 0, width: 600, height: 300 }]]);
    expectSame(base, { ...base, carousels: [{ shown, slides: ['a'] }] });
  });

  test('automatic blocks are a column of their own', () => {
    const automatic = [{ x: 0, y: 0, width: 300, height: 300 }];
    const [story] = frontPageShares({
      viewport,
      stories: [{ storyId: 'a', editorial: [], automatic }],
      carousels: [],
    });
    expect(story?.share).toBeNull();
    expect(story?.automaticExposure).toBeGreaterThan(0);
  });
});

describe('invariants of METHOD.md', () => {
  test('shares lie in [0,1] and sum to 1, or are all undefined', () => {
    fc.assert(
      fc.property(page, (front) => {
        const values = [...shares(front).values()];
        if (values.includes(null)) {
          expect(new Set(values)).toEqual(new Set([null]));
          return;
        }
        const numbers = values as number[];
        for (const value of numbers) expect(value >= 0 && value <= 1 + 1e-12).toBe(true);
        expect(numbers.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('the order of stories and boxes is irrelevant', () => {
    fc.assert(
      fc.property(page, (front) => {
        const stories = front.stories
          .map((story) => ({ ...story, editorial: story.editorial.toReversed() }))
          .reverse();
        expectSame(front, { ...front, stories });
      }),
    );
  });

  test('splitting a box into parts changes nothing', () => {
    fc.assert(
      fc.property(staticPage, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (front, at) => {
        const stories = front.stories.map((story) => ({
          ...story,
          editorial: story.editorial.flatMap((whole) => [
            { ...whole, width: whole.width * at },
            { ...whole, x: whole.x + whole.width * at, width: whole.width * (1 - at) },
          ]),
        }));
        expectSame(front, { ...front, stories });
      }),
    );
  });

  test('adding an exact duplicate of a box changes nothing', () => {
    fc.assert(
      fc.property(page, (front) => {
        const stories = front.stories.map((story) => ({
          ...story,
          editorial: [...story.editorial, ...story.editorial],
        }));
        expectSame(front, { ...front, stories });
      }),
    );
  });

  test('scaling page and viewport together changes nothing', () => {
    fc.assert(
      fc.property(page, fc.constantFrom(0.5, 2, 3), (front, factor) => {
        const scale = (one: Box): Box => ({
          x: one.x * factor,
          y: one.y * factor,
          width: one.width * factor,
          height: one.height * factor,
        });
        expectSame(front, {
          viewport: { width: viewport.width * factor, height: viewport.height * factor },
          stories: front.stories.map((story) => ({
            ...story,
            editorial: story.editorial.map(scale),
          })),
          carousels: front.carousels.map((one) => ({ ...one, shown: one.shown.map(scale) })),
        });
      }),
    );
  });

  test('an invisible box changes nothing', () => {
    const invisible = fc.constantFrom(
      { x: 10, y: 10, width: 0, height: 50 },
      { x: -500, y: 10, width: 400, height: 50 },
      { x: 2000, y: 10, width: 400, height: 50 },
      { x: 10, y: viewport.height * depthLimitScreens, width: 400, height: 50 },
    );
    fc.assert(
      fc.property(page, invisible, (front, extra) => {
        const stories = front.stories.map((story) => ({
          ...story,
          editorial: [...story.editorial, extra],
        }));
        expectSame(front, { ...front, stories });
      }),
    );
  });

  test('growing a box or adding a placement never lowers its story nor raises another', () => {
    fc.assert(
      fc.property(staticPage, box, (front, extra) => {
        const before = shares(front);
        const [first, ...rest] = front.stories;
        if (!first) return;
        const grown = { ...first, editorial: [...first.editorial, extra] };
        const after = shares({ ...front, stories: [grown, ...rest] });
        const tolerance = 1e-12;
        expect((after.get('a') ?? 0) + tolerance >= (before.get('a') ?? 0)).toBe(true);
        for (const story of rest) {
          const was = before.get(story.storyId) ?? 0;
          expect((after.get(story.storyId) ?? 0) <= was + tolerance).toBe(true);
        }
      }),
    );
  });

  test('the ratio of two stories does not depend on a third', () => {
    fc.assert(
      fc.property(insideBox, insideBox, insideBox, (first, second, third) => {
        const two = shares(pageOf([[first], [second]]));
        const three = shares(pageOf([[first], [second], [third]]));
        const ratio = (of: Map<string, number | null>) => (of.get('a') ?? 0) / (of.get('b') ?? 1);
        expect(ratio(three)).toBeCloseTo(ratio(two), 6);
      }),
    );
  });

  test("moving a story's only box up, within the page, never lowers it", () => {
    fc.assert(
      fc.property(
        insideBox,
        insideBox,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (own, other, up) => {
          const before = shares(pageOf([[own], [other]])).get('a') ?? 0;
          const moved = { ...own, y: own.y * up };
          const after = shares(pageOf([[moved], [other]])).get('a') ?? 0;
          expect(after + 1e-12 >= before).toBe(true);
        },
      ),
    );
  });
});
