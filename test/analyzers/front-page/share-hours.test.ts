import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Capture, frontPageShareHours } from '../../../analyzers/front-page/share-hours.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 2) + minutes * 60_000);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const captures = fc
  .array(fc.option(fc.dictionary(fc.constantFrom('a', 'b', 'c'), share)), {
    minLength: 2,
    maxLength: 9,
  })
  .map((looks) =>
    looks.map(
      (look, index): Capture => ({
        at: at(15 * index),
        shares: look === null ? null : new Map(Object.entries(look)),
      }),
    ),
  );

describe('front-page share-hours', () => {
  test('two good looks an hour apart bracket the hour', () => {
    const { stories, unknownHours } = frontPageShareHours([
      { at: at(0), shares: new Map([['a', 0.4]]) },
      {
        at: at(60),
        shares: new Map([
          ['a', 0.1],
          ['b', 0.3],
        ]),
      },
    ]);
    expect(stories.get('a')).toEqual({ low: 0.1, high: 0.4 });
    expect(stories.get('b')).toEqual({ low: 0, high: 0.3 });
    expect(unknownHours).toBe(0);
  });

  test('a failed look is unknown, never zero', () => {
    const { stories, unknownHours, knownHours } = frontPageShareHours([
      { at: at(0), shares: new Map([['a', 0.4]]) },
      { at: at(30), shares: null },
      { at: at(60), shares: new Map([['a', 0.4]]) },
    ]);
    expect(stories.get('a')).toEqual({ low: 0, high: 1 });
    expect(unknownHours).toBe(1);
    expect(knownHours).toBe(0);
  });

  test('low never exceeds high', () => {
    fc.assert(
      fc.property(captures, (looks) => {
        for (const { low, high } of frontPageShareHours(looks).stories.values()) {
          expect(low <= high).toBe(true);
        }
      }),
    );
  });

  test('losing a snapshot only widens the bracket', () => {
    fc.assert(
      fc.property(captures, fc.nat(), (looks, pick) => {
        const lost = looks.with(pick % looks.length, {
          at: looks[pick % looks.length]?.at ?? at(0),
          shares: null,
        });
        const before = frontPageShareHours(looks).stories;
        for (const [id, after] of frontPageShareHours(lost).stories) {
          const known = before.get(id) ?? { low: 0, high: 0 };
          expect(after.low <= known.low + 1e-12).toBe(true);
          expect(after.high + 1e-12 >= known.high).toBe(true);
        }
      }),
    );
  });
});
