import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  personColour,
  personColourIndex,
  personColours,
} from '../../../../src/publish/charts/index.ts';

type Triple = readonly [number, number, number];

const paper = { light: '#fbfaf7', dark: '#181816' } as const;

function linear(hex: string): Triple {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [low, high] = [luminance(linear(first)), luminance(linear(second))].toSorted(
    (left, right) => left - right,
  ) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const sights: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  redBlind: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  greenBlind: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function times(row: Triple, colour: Triple): number {
  return row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2];
}

function okLab(colour: Triple): Triple {
  const long = Math.cbrt(times([0.4122214708, 0.5363325363, 0.0514459929], colour));
  const middle = Math.cbrt(times([0.2119034982, 0.6806995451, 0.1073969566], colour));
  const short = Math.cbrt(times([0.0883024619, 0.2817188376, 0.6299787005], colour));
  const cones: Triple = [long, middle, short];
  return [
    times([0.2104542553, 0.793617785, -0.0040720468], cones),
    times([1.9779984951, -2.428592205, 0.4505937099], cones),
    times([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

function seen(hex: string, sight: readonly [Triple, Triple, Triple]): Triple {
  const colour = linear(hex);
  const clip = (row: Triple) => Math.min(1, Math.max(0, times(row, colour)));
  return okLab([clip(sight[0]), clip(sight[1]), clip(sight[2])]);
}

function smallestDistance(colours: readonly Triple[]): number {
  const distances = colours.flatMap((first, index) =>
    colours
      .slice(index + 1)
      .map((second) => Math.hypot(...first.map((value, axis) => value - (second[axis] ?? 0)))),
  );
  return Math.min(...distances);
}

describe('colours of persons', () => {
  test.each(['light', 'dark'] as const)('stand 3:1 against %s paper', (theme) => {
    for (const colour of personColours) {
      expect(contrast(colour[theme], paper[theme])).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(
    Object.keys(sights).flatMap((sight) => [[sight, 'light'] as const, [sight, 'dark'] as const]),
  )('stay apart for %s sight on %s paper', (sight, theme) => {
    const matrix = sights[sight];
    if (!matrix) throw new TypeError(`no sight ${sight}`);
    const colours = personColours.map((colour) => seen(colour[theme], matrix));
    expect(smallestDistance(colours)).toBeGreaterThan(0.08);
  });

  test('are the same in the style sheet', () => {
    const css = readFileSync('src/web/assets/style.css', 'utf8');
    for (const [index, colour] of personColours.entries()) {
      const declared = [...css.matchAll(new RegExp(`--person-${index + 1}: (#\\w+);`, 'g'))];
      expect(declared.map((match) => match[1])).toEqual([colour.light, colour.dark]);
    }
  });

  test('belong to an id for ever', () => {
    // A changed number here would repaint every published picture.
    expect(['tran-quoc-dung', 'le-thi-thanh-huong', 'Q1', ''].map(personColourIndex)).toEqual([
      6, 3, 6, 4,
    ]);
    expect(personColour('tran-quoc-dung')).toMatch(/^var\(--person-7, #[0-9a-f]{6}\)$/);
  });

  test('are spread evenly over many ids', () => {
    const counts = personColours.map(() => 0);
    for (let id = 0; id < 800; id += 1) {
      const index = personColourIndex(`person-${id}`);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(150);
  });
});
